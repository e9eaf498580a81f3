import { countyOf, isOverseas, provinceOf, scopePrefix } from "#app/domain/region/codes.ts";
import { soundOf, soundsOfNames } from "./han.ts";

const SUFFIX = /(特别行政区|[壮回]族自治区|维吾尔自治区|自治区|自治州|自治县|地区|省|市|县|区|旗|盟)$/;

/** A place as people call it: 太原市 → 太原, 广西壮族自治区 → 广西. Names of two characters stay: 城区, 矿区, 忻县. */
export function shortPlaceName(name: string): string {
  const short = name.replace(SUFFIX, "");
  return Array.from(short).length >= 2 ? short : name;
}

/** The codes a post or profile is filtered by, each null where the code is of a larger region. */
export function placeCodes(regionCode: string, countyCode: string) {
  const prefix = scopePrefix(countyCode);
  const abroad = isOverseas(countyCode);
  return {
    provinceCode: provinceOf(countyCode),
    cityCode: abroad || prefix.length < 4 ? null : `${countyCode.slice(0, 4)}00`,
    countyCode: abroad || prefix.length < 6 ? null : countyOf(countyCode),
    townCode: /^\d{9}/.test(regionCode) ? regionCode.slice(0, 9) : null,
  };
}

/** Names with and without 市 or 县, narrowest first. */
export function placeWords(places: readonly { name: string }[]): string[] {
  return unique([...places].reverse().flatMap(({ name }) => [shortPlaceName(name), name]));
}

/** The same by sound and by first letters: taiyuan, taiyuanshi, ty. */
export function placeSounds(places: readonly { name: string }[]): string[] {
  const short = [...places].reverse().map(({ name }) => shortPlaceName(name));
  return unique([...placeWords(places).map(soundOf), ...short.flatMap((name) => soundsOfNames([name]).initials.slice(0, 1))]);
}

/** 太原市小店区, without the province where it is the home province. */
export function placeLabel(places: readonly { name: string }[], homeProvince = "山西省"): string {
  const shown = places.length > 1 && places[0]?.name === homeProvince ? places.slice(1) : places;
  return unique(shown.map(({ name }) => name).filter((name) => name !== "市辖区")).join("");
}

/** Xiaodian District, Taiyuan City */
export function placeLabelEn(places: readonly { name: string; pinyin: string }[], homeProvince = "山西省"): string {
  const shown = places.length > 1 && places[0]?.name === homeProvince ? places.slice(1) : places;
  return unique(shown.filter(({ name }) => name !== "市辖区").map(({ pinyin }) => pinyin).reverse()).join(", ");
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
