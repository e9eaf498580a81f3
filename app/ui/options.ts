import type { OccupationOption, RegionOption } from "#app/data/read-models/options.server.ts";
import type { Options } from "./components/form.tsx";

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
