import type { Day } from "#app/domain/dates.ts";
import { monthlyFen } from "#app/domain/post/monthly-wage.ts";
import { isOverseas, provinceOf, SHANXI } from "#app/domain/region/codes.ts";
import { postScopeOf } from "#app/domain/region/place-class.ts";
import type { Education, SkillLevel, Stream, WagePeriod } from "#app/domain/terms.ts";
import { addDays } from "./days.ts";
import type { EmployerDraft } from "./employers.ts";
import { describe, drawTitle } from "./post-text.ts";
import { type Random, randomFor, SUBJECT, ulidFrom, weighted } from "./random.ts";
import { type PostRow, type TermsRow, sqlTime } from "./rows.ts";
import { type Trade, requireTrade, TRADES } from "./trades.ts";
import { makeProject, makeWelfare, makeWorkshop, projectCount, workshopCount } from "./local-posts.ts";
import type { World } from "./world.ts";

export interface PostDraft {
  row: PostRow;
  terms: TermsRow | null;
}

/** Who may publish which stream: public bodies the local ones, firms in Shanxi the workshops. */
export interface EmployerPool {
  market: readonly EmployerDraft[];
  local: readonly EmployerDraft[];
  public: readonly EmployerDraft[];
}

export function poolOf(employers: readonly EmployerDraft[]): EmployerPool {
  const approved = employers.filter((one) => one.status === "APPROVED");
  const local = approved.filter((one) => provinceOf(one.regionCode) === SHANXI && one.kind !== "PUBLIC_AGENCY");
  return { market: employers.filter((one) => one.kind !== "PUBLIC_AGENCY"), local, public: approved.filter((one) => one.kind === "PUBLIC_AGENCY") };
}

const STREAMS = weighted<Stream>([["MARKET", 80], ["WORKSHOP", 8], ["WELFARE", 8], ["WORKFARE", 4]]);
const OPENINGS = weighted([[1, 30], [2, 22], [3, 15], [4, 7], [5, 10], [6, 4], [8, 4], [10, 5], [15, 2], [20, 1]] as const);
const STATUS = weighted<PostRow["status"]>([["PUBLISHED", 88], ["EXPIRED", 6], ["CLOSED", 4], ["DRAFT", 1.3], ["BLOCKED", 0.7]]);
const EXPERIENCE = weighted([[0, 62], [6, 10], [12, 15], [24, 8], [36, 5]] as const);
const LEVELS = weighted<SkillLevel | null>([[null, 40], ["JUNIOR", 33], ["INTERMEDIATE", 22], ["SENIOR", 5]]);
const SCHOOLED = new Set(["商贸零售", "电子制造", "新能源"]);
const EVERYWHERE = weighted(["4-09-08-01", "4-07-05-01", "4-03-02-01", "4-02-06-01", "4-02-05-01", "6-31-01-03"].map((code) => [requireTrade(code), requireTrade(code).advertised] as const));

/** The post of that number with its welfare terms, if it is one. */
export function makePost(world: World, index: number, total: number, employers: EmployerPool): PostDraft {
  const random = randomFor(world.seed, SUBJECT.POST, index);
  const stream = random.weighted(STREAMS);
  if (stream === "MARKET") return { row: makeMarketPost(world, random, employers), terms: null };
  if (stream === "WELFARE") return makeWelfare(world, random, employers.public, (facts) => assemble(world, random, facts));
  const facts = stream === "WORKSHOP"
    ? makeWorkshop(world, random.int(0, workshopCount(total) - 1), employers.local).facts(random)
    : makeProject(world, random.int(0, projectCount(total) - 1), employers.local).facts(random);
  return { row: assemble(world, random, facts), terms: null };
}

/** What differs from post to post; the rest follows from it. Pay is in yuan per period. */
export interface PostFacts {
  stream: Stream;
  employer: EmployerDraft;
  trade: Trade;
  title?: string;
  regionCode: string;
  openings: number;
  pay: { period: WagePeriod; min: number; max: number } | null;
  hoursPerDay: number;
  daysPerWeek: number;
  housing: boolean;
  meals: boolean;
  insurance: boolean;
  educationMin: Education;
  experienceMonths: number;
  cert: { level: SkillLevel | null } | null;
  brandId: string | null;
  workshopId?: string;
  projectId?: string;
  extra?: string;
}

function makeMarketPost(world: World, random: Random, employers: EmployerPool): PostRow {
  const employer = random.pick(employers.market);
  const own = TRADES.filter((trade) => trade.industry === employer.industry && trade.advertised > 0);
  const trade = own.length > 0 && random.chance(0.86) ? random.weighted(weighted(own.map((one) => [one, one.advertised] as const))) : random.weighted(EVERYWHERE);
  const home = world.countyOf.get(employer.regionCode);
  const regionCode = home && home.towns.length > 0 && random.chance(0.6) ? random.pick(home.towns).code : employer.regionCode;
  const away = home === undefined;
  const asked = random.chance(trade.asked);
  const brand = random.chance(0.3) ? world.brands.find((one) => one.occupationCodes.includes(trade.code)) : undefined;
  return assemble(world, random, {
    stream: "MARKET",
    employer,
    trade,
    regionCode,
    openings: random.weighted(OPENINGS),
    pay: random.chance(0.03) ? null : drawPay(world, random, trade, employer.regionCode),
    hoursPerDay: random.pick([8, 8, 8, 8, 9, 10]),
    daysPerWeek: random.pick([5, 6, 6, 6, 6]),
    housing: away ? random.chance(0.93) : random.chance(trade.housing),
    meals: random.chance(0.55),
    insurance: random.chance(0.6),
    educationMin: SCHOOLED.has(trade.industry) ? random.pick(["JUNIOR", "JUNIOR", "SENIOR", "NONE"] as const) : random.pick(["NONE", "NONE", "NONE", "PRIMARY", "JUNIOR"] as const),
    experienceMonths: random.weighted(EXPERIENCE),
    cert: asked ? { level: trade.paper === "SKILL_LEVEL" ? random.weighted(LEVELS) : null } : null,
    brandId: brand?.id ?? null,
  });
}

/** A pay range about the trade's own, higher far away, and never below the county's minimum wage. */
function drawPay(world: World, random: Random, trade: Trade, regionCode: string): PostFacts["pay"] {
  const far = world.away?.values.find((one) => one.code === regionCode) ?? world.abroad.find((one) => one.code === regionCode);
  const factor = (far?.payFactor ?? 1) * (0.92 + 0.2 * random.next());
  const low = trade.pay[0] * factor;
  const floor = (world.minimumWageFen(regionCode) ?? 0) / 100;
  const min = Math.max(floor, Math.round(low / 100) * 100);
  const max = Math.max(min, Math.round((min + (trade.pay[1] - trade.pay[0]) * factor * (0.35 + 0.6 * random.next())) / 100) * 100);
  if (trade.industry === "建筑施工" && random.chance(0.45)) return { period: "DAY", min: tens(min / 21.75), max: tens(max / 21.75) };
  if (trade.code === "4-10-01-06" && random.chance(0.3)) return { period: "HOUR", min: Math.ceil(min / 174), max: Math.ceil(max / 174) };
  return { period: "MONTH", min, max };
}

const tens = (yuan: number) => Math.ceil(yuan / 10) * 10;

/** A post with everything that follows from its facts. One abroad was open before licences were asked for, and is not any more. */
export function assemble(world: World, random: Random, facts: PostFacts): PostRow {
  const { employer, trade, pay } = facts;
  const status = employer.status === "PENDING" ? "DRAFT" : employer.status === "SUSPENDED" ? "BLOCKED" : random.weighted(STATUS);
  const { validFrom, validUntil } = drawValidity(random, status, world.asOf);
  const publishedAt = status === "DRAFT" ? null : sqlTime(`${validFrom}T0${random.int(0, 9)}:${String(random.int(10, 59))}:00.000Z`);
  const fen = (yuan: number | undefined) => (yuan === undefined ? null : Math.round(yuan * 100));
  const [wageMinFen, wageMaxFen, wagePeriod] = [fen(pay?.min), fen(pay?.max), pay?.period ?? "MONTH"];
  const told = {
    stream: facts.stream, hoursPerDay: facts.hoursPerDay, daysPerWeek: facts.daysPerWeek, housing: flag(facts.housing), meals: flag(facts.meals), insurance: flag(facts.insurance),
    certOccupationCode: facts.cert === null ? null : trade.code, experienceMonths: facts.experienceMonths, wagePeriod, wageMinFen,
  };
  const countyCode = isOverseas(facts.regionCode) ? facts.regionCode : facts.regionCode.slice(0, 6);
  return {
    id: ulidFrom(random, Date.parse(`${validFrom}T00:00:00Z`)),
    stream: facts.stream, employerId: employer.id, title: facts.title ?? drawTitle(random, trade, facts.housing && facts.meals), occupationCode: trade.code,
    description: describe(trade, told, facts.extra), regionCode: facts.regionCode, countyCode, scope: postScopeOf(countyCode), address: null,
    openings: facts.openings, filled: 0, wageMinFen, wageMaxFen, wagePeriod, wageMonths: 12,
    monthlyMinFen: wageMinFen === null ? null : monthlyFen(wageMinFen, wagePeriod), monthlyMaxFen: wageMaxFen === null ? null : monthlyFen(wageMaxFen, wagePeriod),
    hoursPerDay: told.hoursPerDay, daysPerWeek: told.daysPerWeek, housing: told.housing, meals: told.meals, insurance: told.insurance,
    educationMin: facts.educationMin, experienceMonths: facts.experienceMonths, certOccupationCode: told.certOccupationCode, certLevel: facts.cert?.level ?? null,
    brandId: facts.brandId, workshopId: facts.workshopId ?? null, workfareProjectId: facts.projectId ?? null, status: isOverseas(facts.regionCode) && status === "PUBLISHED" ? "CLOSED" : status, validFrom, validUntil, publishedAt,
    verifiedAt: publishedAt !== null && status !== "BLOCKED" ? publishedAt : null, verifiedBy: null, madeUp: 1, source: "starter", sourceRef: null,
    sourceHash: null, recordedAt: publishedAt ?? sqlTime(`${validFrom}T01:00:00.000Z`), updatedAt: publishedAt ?? sqlTime(`${validFrom}T01:00:00.000Z`),
  };
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

function drawValidity(random: Random, status: PostRow["status"], asOf: Day): { validFrom: Day; validUntil: Day } {
  if (status === "EXPIRED") {
    const validUntil = addDays(asOf, -random.int(1, 90));
    return { validFrom: addDays(validUntil, -random.pick([30, 60, 90])), validUntil };
  }
  const validFrom = addDays(asOf, -Math.floor(55 * Math.min(random.next(), random.next())) - 1);
  return { validFrom, validUntil: addDays(validFrom, random.pick([60, 60, 90, 90, 120, 180])) };
}
