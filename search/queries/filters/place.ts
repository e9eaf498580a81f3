import { provinceOf } from "#app/domain/region/codes.ts";
import { PLACE_CLASSES, type PlaceClass } from "#app/domain/terms.ts";
import { countOf, type PostFilter, type SearchContext } from "./filter.ts";

/** Home county and the province around it; without a home, the province as it lies in the document. */
function condition(placeClass: PlaceClass, { homeCountyCode: home }: SearchContext): string | null {
  const province = home === null ? null : provinceOf(home);
  switch (placeClass) {
    case "IN_COUNTY":
      return home === null ? null : `countyCode = ${home}`;
    case "IN_PROVINCE":
      return home === null ? "scope = IN_PROVINCE" : `(provinceCode = ${province} AND countyCode NOT IN [${home}])`;
    case "OUT_OF_PROVINCE":
      return home === null ? "scope = OUT_OF_PROVINCE" : `(scope != OVERSEAS AND provinceCode != ${province})`;
    case "OVERSEAS":
      return "scope = OVERSEAS";
  }
}

/** 县内 / 县外省内 / 省外 / 境外. In the county means nothing without a home and is then not offered. */
export const placeFilter: PostFilter = {
  key: "place",
  clause(params, context) {
    const conditions = params.place.flatMap((placeClass) => condition(placeClass, context) ?? []);
    return conditions.length > 0 ? `(${conditions.join(" OR ")})` : null;
  },
  facets: () => ["scope", "provinceCode"],
  count(distribution, { place }, total, context) {
    const { homeCountyCode: home } = context;
    const overseas = countOf(distribution, "scope", "OVERSEAS");
    const inCounty = home === null ? 0 : countOf(distribution, "countyCode", home);
    const inProvince = home === null ? countOf(distribution, "scope", "IN_PROVINCE") : countOf(distribution, "provinceCode", provinceOf(home));
    const counts: Record<PlaceClass, number> = {
      IN_COUNTY: inCounty,
      IN_PROVINCE: inProvince - inCounty,
      OUT_OF_PROVINCE: total - inProvince - overseas,
      OVERSEAS: overseas,
    };
    return PLACE_CLASSES.filter((value) => value !== "IN_COUNTY" || home !== null).map((value) => ({ value, count: counts[value], selected: place.includes(value) }));
  },
  drop: (params) => ({ ...params, place: [] }),
};
