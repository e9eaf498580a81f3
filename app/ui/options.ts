import { isWithin, SHANXI } from "#app/domain/region/codes.ts";
import type { OccupationOption, RegionOption } from "#app/data/read-models/options.server.ts";
import type { Options } from "./components/form.tsx";
import type { Translate } from "./i18n/translate.ts";

type NameOf = (name: { zh: string; en: string }) => string;

/** Occupations under their groups, for a select. */
export function groupOccupations(occupations: readonly OccupationOption[], name: NameOf): Options {
  const groups = new Map<string, { value: string; text: string }[]>();
  for (const one of occupations) {
    const group = groups.get(one.groupKey) ?? [];
    group.push({ value: one.code, text: name(one.name) });
    groups.set(one.groupKey, group);
  }
  return [...groups].map(([group, options]) => ({ group, options }));
}

/** Shanxi's counties under their cities. */
export function groupCounties(cities: readonly RegionOption[], counties: readonly RegionOption[], name: NameOf): { group: string; options: { value: string; text: string }[] }[] {
  return cities.map((city) => ({
    group: name(city.name),
    options: counties.filter((county) => county.parentCode === city.code).map((county) => ({ value: county.code, text: name(county.name) })),
  }));
}

/** Every place of work or seat: Shanxi's counties under their cities, other provinces, places abroad. */
export function workplaceOptions(regions: { cities: RegionOption[]; counties: RegionOption[]; provinces: RegionOption[]; overseas: RegionOption[] }, name: NameOf, t: Translate): Options {
  const plain = (options: readonly RegionOption[]) => options.map((one) => ({ value: one.code, text: name(one.name) }));
  return [
    ...groupCounties(regions.cities, regions.counties, name),
    { group: t("employer.form.provinces"), options: plain(regions.provinces) },
    { group: t("employer.form.overseas"), options: plain(regions.overseas) },
  ];
}

/** The regions that a bureau acts for: the province or a city where it holds several, and counties. `scope` is the bureau's own region. */
export function scopeOptions(regions: { cities: RegionOption[]; counties: RegionOption[] }, scope: string, name: NameOf, t: Translate): Options {
  const cities = regions.cities.filter((one) => isWithin(one.code, scope));
  const counties = regions.counties.filter((one) => isWithin(one.code, scope));
  const plain = (options: readonly RegionOption[]) => options.map((one) => ({ value: one.code, text: name(one.name) }));
  return [...(scope === SHANXI ? [{ value: SHANXI, text: t("board.wholeProvince") }] : []), ...plain(cities), ...(cities.length > 0 ? groupCounties(cities, counties, name) : plain(counties))];
}
