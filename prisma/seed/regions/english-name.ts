import { pinyin } from "pinyin-pro";
import { ENGLISH_STEMS, PEOPLES, PROVINCES, READINGS } from "./readings.ts";

export type RegionLevel = "PROVINCE" | "CITY" | "COUNTY" | "TOWN" | "VILLAGE";

/** Characters that a dictionary of everyday words reads as grammar, not as part of a name. */
const PLAIN_READINGS: Readonly<Record<string, string>> = { 都: "du", 地: "di", 了: "liao", 着: "zhuo", 得: "de", 隰: "xi", 峪: "yu", 圪: "ge", 垴: "nao", 峁: "mao", 什: "shi", 行: "hang", 重: "chong", 朝: "chao" };

const WORDS = Object.keys(READINGS).sort((a, b) => b.length - a.length);

/** Kinds of place that no suffix of the tree names: zones, farms, prisons. Longest first. */
const ZONES: readonly (readonly [string, string])[] = [
  ["高新技术产业开发区", "High-Tech Zone"], ["经济技术开发区", "Economic and Technological Development Zone"], ["高新技术开发区", "High-Tech Zone"], ["高新技术园区", "High-Tech Park"],
  ["现代农业产业示范区", "Agricultural Demonstration Area"], ["综合保税区", "Bonded Zone"], ["经济开发区", "Economic Development Zone"], ["循环经济园区", "Circular Economy Park"], ["工业园区", "Industrial Park"],
  ["产业园区", "Industrial Park"], ["综合服务中心", "Service Centre"], ["便民服务中心", "Service Centre"], ["管理委员会", "Administration"], ["管理中心", "Administration"], ["管理区", "Administrative Area"], ["管委会", "Administration"],
  ["示范区", "Demonstration Area"], ["生活区", "Residential Area"], ["风景名胜区", "Scenic Area"], ["旅游区", "Tourism Area"], ["开发区", "Development Zone"], ["保税区", "Bonded Zone"], ["园区", "Park"],
  ["林场", "Forest Farm"], ["农场", "Farm"], ["牧场", "Ranch"], ["监狱", "Prison"], ["煤矿", "Colliery"],
];

const BANNERS: readonly (readonly [string, string])[] = [
  ["左翼前旗", "Left Wing Front Banner"], ["左翼中旗", "Left Wing Middle Banner"], ["左翼后旗", "Left Wing Rear Banner"], ["右翼前旗", "Right Wing Front Banner"], ["右翼中旗", "Right Wing Middle Banner"],
  ["右翼后旗", "Right Wing Rear Banner"], ["联合旗", "United Banner"], ["左旗", "Left Banner"], ["右旗", "Right Banner"], ["前旗", "Front Banner"], ["中旗", "Middle Banner"], ["后旗", "Rear Banner"],
];

const ENDINGS: Readonly<Record<Exclude<RegionLevel, "PROVINCE" | "VILLAGE">, readonly (readonly [string, string])[]>> = {
  CITY: [["自治州", "Autonomous Prefecture"], ["地区", "Prefecture"], ["盟", "League"], ["市", "City"]],
  COUNTY: [["自治县", "Autonomous County"], ["自治旗", "Autonomous Banner"], ...BANNERS, ...ZONES, ["新区", "New Area"], ["特区", "Special District"], ["县", "County"], ["区", "District"], ["市", "City"], ["旗", "Banner"]],
  TOWN: [["地区办事处", "Area Office"], ["街道办事处", "Subdistrict"], ["街道", "Subdistrict"], ["乡级单位", "Area"], ["镇", "Town"], ["乡", "Township"], ...ZONES],
};

/** Shorter names only look as if they ended so: 清新区, 绿园区, 下花园区. */
const LEAST_LENGTH: Readonly<Record<string, number>> = { 新区: 3, 园区: 4, 特区: 3 };

const OWN_NAMES: Readonly<Record<string, string>> = { "152200": "Hinggan League", "429021": "Shennongjia Forestry District" };

/** Han characters in toneless pinyin as one capitalised word, with an apostrophe where syllables would run together. */
export function romanise(text: string): string {
  if (text in ENGLISH_STEMS) return ENGLISH_STEMS[text]!;
  const syllables: string[] = [];
  for (let at = 0; at < text.length; ) {
    const word = WORDS.find((known) => text.startsWith(known, at));
    if (word !== undefined) {
      syllables.push(...READINGS[word]!.split(" "));
      at += word.length;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !WORDS.some((known) => text.startsWith(known, end))) end += 1;
    const part = text.slice(at, end);
    const read = pinyin(part, { toneType: "none", type: "array", nonZh: "spaced" });
    syllables.push(...read.map((syllable, i) => PLAIN_READINGS[part.charAt(i)] ?? syllable));
    at = end;
  }
  const joined = syllables.map((syllable, i) => (i > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable)).join("");
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** 恩施土家族苗族 → Enshi Tujia and Miao; a name without a people is romanised. */
function romaniseWithPeoples(stem: string): string {
  const names: string[] = [];
  let rest = stem;
  for (;;) {
    const people = Object.keys(PEOPLES).find((known) => rest.endsWith(known));
    if (people === undefined) break;
    names.unshift(PEOPLES[people]!);
    rest = rest.slice(0, -people.length);
  }
  const last = names.pop();
  if (last === undefined) return stem.split(/(?<=..)[省市](?=..)/).map(romanise).join(" ");
  const peoples = names.length > 0 ? `${names.join(", ")} and ${last}` : last;
  return rest === "" ? peoples : `${romanise(rest)} ${peoples}`;
}

function englishVillage(name: string): string {
  const community = /^(.+?)(?:社区)?居民?[委员会]*[会员](?:会|区)?$|^(.+?)社区(?:居?委会?|居民)?区?$/.exec(name);
  if (community) return `${romanise((community[1] ?? community[2])!)} Community`;
  const village = /^(.+?)村?村?(?:民[委员会微]*|委[员会]*)?$/.exec(name);
  const stem = village?.[1] ?? name;
  return /[村委会员]$/.test(name) ? `${romanise(stem.length === 1 ? `${stem}村` : stem)} Village` : endingOf(name, ZONES) ?? romanise(name);
}

function endingOf(name: string, endings: readonly (readonly [string, string])[]): string | null {
  for (const [ending, english] of endings) {
    if (!name.endsWith(ending) || name.length <= (LEAST_LENGTH[ending] ?? ending.length)) continue;
    const stem = name.slice(0, -ending.length).replace(ending.length > 2 ? /(?<=..)[市县区]$/ : /$^/, "");
    return `${romaniseWithPeoples(stem)} ${english}`;
  }
  return null;
}

/** What a region is called in English: Lin County, Lüliang City, Enshi Tujia and Miao Autonomous Prefecture. */
export function englishName(code: string, name: string, level: RegionLevel): string {
  if (code in OWN_NAMES) return OWN_NAMES[code]!;
  if (level === "PROVINCE") return PROVINCES[code.slice(0, 2)] ?? romanise(name);
  if (level === "VILLAGE") return englishVillage(name.replace(/[（(][^（()）]*[)）]/g, ""));
  if (level === "CITY" && (name === "市辖区" || name === "县")) return `${PROVINCES[code.slice(0, 2)]} ${name === "县" ? "Counties" : "Districts"}`;
  if (/直辖县级行政区划$/.test(name)) return `${PROVINCES[code.slice(0, 2)]} directly governed counties`;
  // 阳泉市城区, 矿区, 郊区: the word for a district is the district's whole name
  if (level === "COUNTY" && name.length === 2 && name.endsWith("区")) return `${romanise(name)} District`;
  // 县 must be read with its one-character name: 隰县, 单县
  if (level === "COUNTY" && name.length === 2 && name in READINGS) return `${romanise(name).replace(/xian$/, "")} County`;
  return endingOf(name, ENDINGS[level]) ?? romanise(name);
}
