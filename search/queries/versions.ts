/** Saved searches outlive the form of the address: each change of a parameter's name or meaning adds a step here. */
export const SEARCH_URL_VERSION = 1;

type Upgrade = (search: URLSearchParams) => URLSearchParams;

/** `UPGRADES[n]` turns an address of version n into version n + 1. */
const UPGRADES: Readonly<Record<number, Upgrade>> = {};

/** An address without a version is typed by hand and taken for the newest. */
export function upgradeSearchUrl(
  url: URLSearchParams,
  upgrades: Readonly<Record<number, Upgrade>> = UPGRADES,
  newest = SEARCH_URL_VERSION,
): { search: URLSearchParams; ignored: { param: string; value: string }[] } {
  const given = url.get("v");
  const known = given === null || given === "" || (/^\d{1,4}$/.test(given) && Number(given) >= 1 && Number(given) <= newest);
  let search = new URLSearchParams(url);
  search.delete("v");
  for (let version = known && given ? Number(given) : newest; version < newest; version++) search = upgrades[version]?.(search) ?? search;
  return { search, ignored: known ? [] : [{ param: "v", value: String(given).slice(0, 80) }] };
}
