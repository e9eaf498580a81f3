import { type Day, ageOn, yearOf } from "#app/domain/dates.ts";
import type { Education, LabourCapacity, PersonCategoryKind, Sex } from "#app/domain/terms.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { addDays } from "./days.ts";
import { drawGivenName, drawSurname } from "./names.ts";
import { type Random, randomFor, SUBJECT, ulidFrom, weighted } from "./random.ts";
import { requireTrade, TRADES, type Trade } from "./trades.ts";
import { type CountyPlace, idTime, pickHome, type World } from "./world.ts";

export interface PersonDraft {
  /** running number over the whole starter data */
  index: number;
  id: string;
  name: string;
  sex: Sex;
  birthDate: Day;
  age: number;
  education: Education;
  categories: { kind: PersonCategoryKind; validFrom: Day }[];
  labourCapacity: LabourCapacity;
  canLeave: boolean;
  experienceMonths: number;
  trade: Trade;
  registeredOn: Day;
}

export interface HouseholdDraft {
  id: string;
  county: CountyPlace;
  regionCode: string;
  siteId: string | null;
  /** no member may be at work: the household is known for that */
  zeroEmployment: boolean;
  registeredOn: Day;
  members: PersonDraft[];
}

const SIZES = weighted([[1, 38], [2, 36], [3, 18], [4, 8]] as const);
const AGE_BANDS = weighted([
  [[16, 19], 2.5], [[20, 24], 6], [[25, 29], 8], [[30, 34], 10.5], [[35, 39], 11], [[40, 44], 11.5], [[45, 49], 15], [[50, 54], 17], [[55, 59], 12.5],
  [[60, 65], 6],
] as const);
const EDUCATION_BY_AGE = [
  { under: 18, choice: weighted<Education>([["PRIMARY", 2], ["JUNIOR", 62], ["SENIOR", 10], ["SECONDARY", 26]]) },
  { under: 23, choice: weighted<Education>([["JUNIOR", 30], ["SENIOR", 26], ["SECONDARY", 28], ["COLLEGE", 16]]) },
  { under: 30, choice: weighted<Education>([["PRIMARY", 1], ["JUNIOR", 44], ["SENIOR", 17], ["SECONDARY", 17], ["COLLEGE", 15], ["BACHELOR", 6]]) },
  { under: 45, choice: weighted<Education>([["NONE", 0.5], ["PRIMARY", 9], ["JUNIOR", 64], ["SENIOR", 11], ["SECONDARY", 9], ["COLLEGE", 5], ["BACHELOR", 1.5]]) },
  { under: 200, choice: weighted<Education>([["NONE", 4], ["PRIMARY", 30], ["JUNIOR", 54], ["SENIOR", 9], ["SECONDARY", 2.5], ["COLLEGE", 0.5]]) },
] as const;

export const YOUNGEST = 16;
export const OLDEST = 65;

/** A day of birth that makes somebody exactly so old, in whole years, on `asOf`. */
export function birthDateFor(random: Random, age: number, asOf: Day): Day {
  const monthDay = asOf.slice(5) === "02-29" ? "02-28" : asOf.slice(5);
  return addDays(`${yearOf(asOf) - age}-${monthDay}`, -random.int(0, 364));
}

export function drawAge(random: Random): number {
  const [from, to] = random.weighted(AGE_BANDS);
  return random.int(from, to);
}

export function drawEducation(random: Random, age: number): Education {
  return random.weighted(EDUCATION_BY_AGE.find(({ under }) => age < under)!.choice);
}

const YOUNG_TRADES = new Set(["电子制造", "商贸零售", "物流运输", "新能源", "汽车维修", "餐饮住宿"]);
const OLD_TRADES = new Set(["物业服务", "建筑施工", "农业种植", "畜禽养殖", "园林绿化", "食品酿造", "公共事务", "古建修缮"]);
const tradeChoice = (sex: Sex, ageFactor: (trade: Trade) => number) => weighted(TRADES.map((trade) => [trade, trade.sought[sex] * ageFactor(trade)] as const));
const TRADES_BY_AGE = (["F", "M"] as const).map((sex) => ({
  sex,
  young: tradeChoice(sex, ({ industry }) => (YOUNG_TRADES.has(industry) ? 2.2 : OLD_TRADES.has(industry) ? 0.3 : 1)),
  middle: tradeChoice(sex, () => 1),
  old: tradeChoice(sex, ({ industry }) => (OLD_TRADES.has(industry) ? 1.6 : YOUNG_TRADES.has(industry) ? 0.35 : 0.8)),
}));

export function drawTrade(random: Random, sex: Sex, age: number): Trade {
  const choices = TRADES_BY_AGE.find((one) => one.sex === sex)!;
  return random.weighted(age < 30 ? choices.young : age < 48 ? choices.middle : choices.old);
}

/** Where a labour brand is at home, many more do its work. */
function drawLocalTrade(random: Random, county: CountyPlace, sex: Sex): Trade | null {
  const own = county.brands.filter((brand) => !brand.regionCodes.includes(SHANXI) && brand.occupationCodes.length > 0);
  if (own.length === 0 || !random.chance(own.some((brand) => brand.regionCodes.includes(county.code)) ? 0.14 : 0.08)) return null;
  const trade = requireTrade(random.pick(random.pick(own).occupationCodes));
  return trade.sought[sex] >= 0.3 ? trade : null;
}

/** The household of that number with its members; `firstIndex` is the number of its first member. */
export function makeHousehold(world: World, householdIndex: number, firstIndex: number): HouseholdDraft {
  const random = randomFor(world.seed, SUBJECT.HOUSEHOLD, householdIndex);
  const county = random.weighted(world.homeCounties);
  const lifted = random.chance(county.povertyLifted ? 0.45 : 0.1);
  const shared = householdCategories(random, county, lifted, world.asOf);
  const site = shared.some(({ kind }) => kind === "RELOCATED") && county.sites.length > 0 ? random.pick(county.sites) : null;
  const registeredOn = addDays(`${yearOf(world.asOf) - 4}-01-01`, random.int(0, 355));
  const size = random.weighted(SIZES);
  const surname = drawSurname(random);
  const members: PersonDraft[] = [];
  for (let place = 0; place < size; place += 1) {
    const index = firstIndex + place;
    members.push(makeMember(world, county, index, place, members[0] ?? null, surname, shared, lifted, registeredOn));
  }
  return {
    id: ulidFrom(random, idTime(world, firstIndex)),
    county,
    regionCode: pickHome(random, county),
    siteId: site?.id ?? null,
    zeroEmployment: shared.some(({ kind }) => kind === "ZERO_EMPLOYMENT_HOUSEHOLD"),
    registeredOn,
    members,
  };
}

function householdCategories(random: Random, county: CountyPlace, lifted: boolean, asOf: Day): PersonDraft["categories"] {
  const categories: PersonDraft["categories"] = [];
  const since = (from: number, to: number): Day => addDays(`${random.int(from, to)}-01-01`, random.int(0, 364));
  const year = yearOf(asOf);
  if (lifted) {
    categories.push({ kind: "POVERTY_LIFTED", validFrom: since(2015, 2019) });
    if (random.chance(0.03)) categories.push({ kind: "MONITORED_UNSTABLE", validFrom: since(year - 4, year - 1) });
    if (county.povertyLifted && random.chance(0.2)) categories.push({ kind: "RELOCATED", validFrom: since(2017, 2019) });
  } else if (random.chance(county.povertyLifted ? 0.012 : 0.006)) {
    categories.push({ kind: "MONITORED_MARGINAL", validFrom: since(year - 4, year - 1) });
  }
  if (random.chance(0.005) && !categories.some(({ kind }) => kind.startsWith("MONITORED"))) {
    categories.push({ kind: "MONITORED_SUDDEN", validFrom: since(year - 2, year - 1) });
  }
  if (random.chance(lifted ? 0.08 : 0.025)) categories.push({ kind: "LOW_INCOME", validFrom: since(year - 4, year - 1) });
  if (random.chance(0.008)) categories.push({ kind: "ZERO_EMPLOYMENT_HOUSEHOLD", validFrom: since(year - 1, year - 1) });
  return categories;
}

function makeMember(
  world: World, county: CountyPlace, index: number, place: number, head: PersonDraft | null, surname: string, shared: PersonDraft["categories"], lifted: boolean, registeredOn: Day,
): PersonDraft {
  const random = randomFor(world.seed, SUBJECT.PERSON, index);
  const { sex, age, keepsSurname } = kinOf(random, place, head);
  const birthDate = birthDateFor(random, age, world.asOf);
  const name = (keepsSurname ? surname : drawSurname(random)) + drawGivenName(random, sex, yearOf(birthDate));
  const disabled = random.chance(lifted ? 0.045 : 0.02);
  const labourCapacity = drawCapacity(random, age, disabled);
  const categories = [...shared];
  if (disabled) {
    const from = addDays(birthDate, random.int(5 * 365, Math.max(5 * 365, (age - 1) * 365)));
    categories.push({ kind: "DISABLED", validFrom: from });
  }
  return {
    index,
    id: ulidFrom(random, idTime(world, index)),
    name,
    sex,
    birthDate,
    age: ageOn(birthDate, world.asOf),
    education: drawEducation(random, age),
    categories,
    labourCapacity,
    canLeave: labourCapacity !== "NONE" && random.chance(leaveChance(sex, age, labourCapacity)),
    experienceMonths: Math.round(Math.max(0, (age - 18) * 12) * (0.15 + 0.6 * random.next())),
    trade: drawLocalTrade(random, county, sex) ?? drawTrade(random, sex, age),
    registeredOn: [registeredOn, addDays(birthDate, Math.ceil(YOUNGEST * 365.25))].sort()[1]!,
  };
}

/** First the head, then wife or husband, then children who are of working age, or else a parent who still is. */
function kinOf(random: Random, place: number, head: PersonDraft | null): { sex: Sex; age: number; keepsSurname: boolean } {
  if (head === null) return { sex: random.chance(0.6) ? "M" : "F", age: drawAge(random), keepsSurname: true };
  if (place === 1 && head.age >= 23) {
    return { sex: head.sex === "M" ? "F" : "M", age: within(head.age + random.int(-4, 3)), keepsSurname: false };
  }
  const sex: Sex = random.chance(0.52) ? "M" : "F";
  const child = head.age - random.int(21, 30);
  if (child >= YOUNGEST) return { sex, age: child, keepsSurname: true };
  const parent = head.age + random.int(20, 28);
  if (parent <= OLDEST) return { sex, age: parent, keepsSurname: sex === "M" };
  return { sex, age: drawAge(random), keepsSurname: true };
}

const within = (age: number) => Math.min(OLDEST, Math.max(YOUNGEST + 4, age));

function drawCapacity(random: Random, age: number, disabled: boolean): LabourCapacity {
  const draw = random.next();
  if (disabled) return draw < 0.08 ? "NONE" : draw < 0.65 ? "HALF" : "FULL";
  const half = age >= 60 ? 0.35 : age >= 50 ? 0.09 : 0.03;
  return draw < 0.006 ? "NONE" : draw < 0.006 + half ? "HALF" : "FULL";
}

/** Older people, and women in the years of care for children, leave less. */
function leaveChance(sex: Sex, age: number, capacity: LabourCapacity): number {
  const byAge = age >= 60 ? 0.4 : age >= 55 ? 0.6 : age >= 45 ? 0.78 : 0.9;
  const care = sex === "F" && age >= 24 && age <= 45 ? 0.66 : sex === "F" ? 0.9 : 1;
  return byAge * care * (capacity === "HALF" ? 0.4 : 1);
}
