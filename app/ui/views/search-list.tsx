import type { FilterKey } from "#search/queries/filters/filter.ts";
import { type PostSearchParams, postSearchUrl, type Sort } from "#search/queries/params.ts";
import type { FilterNames } from "../components/search-filters.tsx";
import { useName, useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import type { Translate } from "../i18n/translate.ts";

export interface FilterText {
  key: FilterKey;
  text: string;
  /** the change that takes the whole filter away */
  without: Partial<PostSearchParams>;
  /** the change that takes this one value away */
  remove: Partial<PostSearchParams>;
}

/** What is chosen, in words, each with the way to take it back. */
export function useFilterTexts(params: PostSearchParams, names: FilterNames): FilterText[] {
  const t = useT();
  const name = useName();
  const one = (key: FilterKey, text: string, change: Partial<PostSearchParams>): FilterText => ({ key, text, without: change, remove: change });
  return [
    ...params.stream.map((value): FilterText => ({ key: "stream", text: t(`terms.stream.${value}`), without: { stream: [] }, remove: { stream: params.stream.filter((other) => other !== value) } })),
    ...params.place.map((value): FilterText => ({ key: "place", text: t(`terms.placeClass.${value}`), without: { place: [] }, remove: { place: params.place.filter((other) => other !== value) } })),
    ...(params.region ? [one("region", name(names.regions[params.region]) || params.region, { region: null })] : []),
    ...(params.wage !== null ? [one("wage", t("jobs.list.wageStep", { n: formatCount(params.wage) }), { wage: null })] : []),
    ...(params.cert ? [one("cert", params.cert === "none" ? t("jobs.list.certNone") : name(names.occupations[params.cert]) || params.cert, { cert: null, level: null })] : []),
    ...(params.brand ? [one("brand", name(names.brands[params.brand]) || t("jobs.list.brand"), { brand: null })] : []),
    ...(params.housing ? [one("housing", t("jobs.list.housing"), { housing: false })] : []),
    ...(params.monthly ? [one("monthly", t("seek.choices.monthly"), { monthly: false })] : []),
    ...(params.education ? [one("education", t("jobs.list.educationUpTo", { level: t(`terms.education.${params.education}`) }), { education: null })] : []),
    ...(params.agency ? [one("agency", t("recruit.search.agencyOn"), { agency: false })] : []),
    ...(params.verified ? [one("verified", t("jobs.list.verifiedShort"), { verified: false })] : []),
  ];
}

export function AppliedFilters({ texts, params }: { texts: FilterText[]; params: PostSearchParams }) {
  const t = useT();
  if (texts.length === 0) return null;
  return (
    <div className="chips">
      <span className="soft">{t("jobs.list.applied")}</span>
      {texts.map((one) => <a key={one.key + one.text} href={`/jobs?${postSearchUrl({ ...params, page: 1, ...one.remove })}`} aria-label={t("jobs.list.remove", { what: one.text })}>{one.text}<span aria-hidden="true">×</span></a>)}
      {texts.length > 1 && <a href={params.q ? `/jobs?${new URLSearchParams({ q: params.q })}` : "/jobs"}>{t("jobs.list.clearFilters")}</a>}
    </div>
  );
}

/** How far a post is from where the seeker is; county seats are all that is known of where they lie. */
export function distanceText(hit: { distanceKm: number | null; countyCode: string | null; townCode: string | null }, near: string | null, t: Translate): string | null {
  if (near === null) return null;
  if (near.length === 9 && hit.townCode === near) return t("seek.near.sameTown");
  if (hit.countyCode !== null && hit.countyCode === near.slice(0, 6)) return t("seek.near.sameCounty");
  return hit.distanceKm === null ? null : t("jobs.list.kmAway", { km: formatCount(hit.distanceKm) });
}

/** Distance is offered when there is a place to measure from: the seeker's township, one that was chosen, or else the county searched in. */
export function SortLinks({ params, near: from }: { params: PostSearchParams; near: { code: string; name: { zh: string; en: string } } | null }) {
  const t = useT();
  const name = useName();
  const near = from?.code ?? (params.region !== null && /^14\d{4}/.test(params.region) && params.region !== "140000" ? params.region : null);
  const sorts: { sort: Sort; text: string; change: Partial<PostSearchParams> }[] = [
    { sort: "relevance", text: t("jobs.list.sortRelevance"), change: {} },
    ...(near ? [{ sort: "distance" as const, text: t("jobs.list.sortDistance"), change: { near } }] : []),
    { sort: "wage", text: t("jobs.list.sortWage"), change: {} },
    { sort: "date", text: t("jobs.list.sortDate"), change: {} },
  ];
  return (
    <div className="sorts">
      <span className="soft">{t("jobs.list.sort")}</span>
      {sorts.map((one) => (one.sort === params.sort ? <strong key={one.sort}>{one.text}</strong> : <a key={one.sort} href={`/jobs?${postSearchUrl({ ...params, ...one.change, sort: one.sort, page: 1 })}`}>{one.text}</a>))}
      {from && <span className="faint">{t("jobs.list.near", { place: name(from.name) })} <a href={`/jobs/near?${postSearchUrl(params)}`}>{t("common.change")}</a></span>}
    </div>
  );
}
