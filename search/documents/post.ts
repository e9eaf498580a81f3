import type { PostSource } from "#app/data/search-sources/rows.ts";
import { toDate } from "#app/domain/dates.ts";
import { type Education, EDUCATIONS, type PostScope, SKILL_LEVELS, type SkillLevel, type Stream, type WagePeriod } from "#app/domain/terms.ts";
import { charactersOf, hanRuns, keysOf, soundsOfNames, spokenWords } from "./han.ts";
import { placeCodes, placeLabel, placeLabelEn, placeSounds, placeWords } from "./place.ts";
import { otherTradeWords } from "./trade-words.ts";

/** One post as the index holds it. Codes and money as in the database, instants in milliseconds. */
export interface PostDocument {
  id: string;
  title: string;
  /** among posts that fit equally well the shorter title says it more plainly */
  titleLength: number;
  /** the title by its sound, word by word */
  titleSound: string;
  titlePinyin: string[];
  titleInitials: string[];
  grams: string[];
  characters: string[];
  occupationCode: string | null;
  occupation: string[];
  occupationPinyin: string[];
  occupationInitials: string[];
  employerId: string;
  employerName: string;
  employerPinyin: string[];
  employerKind: PostSource["employerKind"];
  regionNames: string[];
  regionPinyin: string[];
  placeZh: string;
  placeEn: string;
  provinceCode: string;
  cityCode: string | null;
  countyCode: string | null;
  townCode: string | null;
  _geo: { lat: number; lng: number } | null;
  stream: Stream;
  scope: PostScope;
  wageMinFen: number | null;
  wageMaxFen: number | null;
  wagePeriod: WagePeriod;
  wageMonths: number;
  hoursPerDay: number;
  daysPerWeek: number;
  monthlyMinFen: number | null;
  monthlyMaxFen: number | null;
  /** the most it pays a month; what a wage filter asks */
  payFen: number | null;
  /** yuan a month that it reaches, for counting */
  wageSteps: number[];
  housing: boolean;
  meals: boolean;
  insurance: boolean;
  certNone: boolean;
  certOccupationCode: string | null;
  certLevel: SkillLevel | null;
  /** 0: any level will do; else 1 for APPRENTICE and so on */
  certLevelRank: number;
  educationMin: Education;
  educationRank: number;
  brandId: string | null;
  brandName: string | null;
  verified: boolean;
  openingsLeft: number;
  /** first publication: a later bump changes nothing here */
  publishedAt: number | null;
  validFrom: number;
  validUntil: number;
  description: string;
}

export const POST_KEYS = [
  "id", "title", "titleLength", "titleSound", "titlePinyin", "titleInitials", "grams", "characters", "occupationCode", "occupation", "occupationPinyin", "occupationInitials", "employerId",
  "employerName", "employerPinyin", "employerKind", "regionNames", "regionPinyin", "placeZh", "placeEn", "provinceCode", "cityCode", "countyCode",
  "townCode", "_geo", "stream", "scope", "wageMinFen", "wageMaxFen", "wagePeriod", "wageMonths", "hoursPerDay", "daysPerWeek", "monthlyMinFen", "monthlyMaxFen", "payFen", "wageSteps", "housing",
  "meals", "insurance", "certNone", "certOccupationCode", "certLevel", "certLevelRank", "educationMin", "educationRank", "brandId", "brandName",
  "verified", "openingsLeft", "publishedAt", "validFrom", "validUntil", "description",
] as const satisfies readonly (keyof PostDocument)[];

/** Steps of the wage filter, yuan a month. */
export const WAGE_STEPS = [2_000, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 15_000] as const;

const DESCRIPTION_LENGTH = 400;
/** 太原恒达机械设备…: what follows is 有限公司 and the like. */
const EMPLOYER_NAME_LENGTH = 8;

/** Turns one post into what the index holds of it. The same row always gives the same document: no clock, no randomness. */
export function postDocument(post: PostSource): PostDocument {
  const title = keysOf(post.title);
  const named = post.occupationName === null ? [] : [post.occupationName, ...post.occupationAliases];
  const occupation = [...named, ...otherTradeWords([post.title, ...named])];
  const trade = soundsOfNames(occupation);
  const employer = soundsOfNames(hanRuns(post.employerName).slice(0, 1).map((run) => Array.from(run).slice(0, EMPLOYER_NAME_LENGTH).join("")));
  const payFen = post.monthlyMaxFen ?? post.monthlyMinFen;
  return {
    id: post.id,
    title: post.title,
    titleLength: Array.from(post.title).length,
    titleSound: spokenWords(post.title),
    titlePinyin: [...title.pinyin, ...title.inner],
    titleInitials: title.initials,
    grams: title.grams,
    characters: charactersOf(post.title),
    occupationCode: post.occupationCode,
    occupation,
    occupationPinyin: trade.pinyin,
    occupationInitials: trade.initials,
    employerId: post.employerId,
    employerName: post.employerName,
    employerPinyin: employer.pinyin,
    employerKind: post.employerKind,
    regionNames: placeWords(post.places),
    regionPinyin: placeSounds(post.places),
    placeZh: placeLabel(post.places),
    placeEn: placeLabelEn(post.places),
    ...placeCodes(post.regionCode, post.countyCode),
    _geo: post.lat === null || post.lng === null ? null : { lat: post.lat, lng: post.lng },
    stream: post.stream,
    scope: post.scope,
    wageMinFen: post.wageMinFen,
    wageMaxFen: post.wageMaxFen,
    wagePeriod: post.wagePeriod,
    wageMonths: post.wageMonths,
    hoursPerDay: post.hoursPerDay,
    daysPerWeek: post.daysPerWeek,
    monthlyMinFen: post.monthlyMinFen,
    monthlyMaxFen: post.monthlyMaxFen,
    payFen,
    wageSteps: WAGE_STEPS.filter((yuan) => payFen !== null && payFen >= yuan * 100),
    housing: post.housing,
    meals: post.meals,
    insurance: post.insurance,
    certNone: post.certOccupationCode === null,
    certOccupationCode: post.certOccupationCode,
    certLevel: post.certLevel,
    certLevelRank: skillRank(post.certLevel),
    educationMin: post.educationMin,
    educationRank: educationRank(post.educationMin),
    brandId: post.brandId,
    brandName: post.brandName,
    verified: post.verifiedAt !== null || post.employerVerified,
    openingsLeft: post.openings - post.filled,
    publishedAt: post.publishedAt?.getTime() ?? null,
    validFrom: toDate(post.validFrom).getTime(),
    validUntil: toDate(post.validUntil).getTime(),
    description: Array.from(post.description).slice(0, DESCRIPTION_LENGTH).join(""),
  };
}

/** 1 for the lowest level; 0 when none is named. */
export function skillRank(level: SkillLevel | null): number {
  return level === null ? 0 : SKILL_LEVELS.indexOf(level) + 1;
}

export function educationRank(education: Education): number {
  return EDUCATIONS.indexOf(education);
}
