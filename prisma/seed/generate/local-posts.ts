import { type Day, yearOf } from "#app/domain/dates.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import { cityOf } from "#app/domain/region/codes.ts";
import { addDays } from "./days.ts";
import type { EmployerDraft } from "./employers.ts";
import type { PostDraft, PostFacts } from "./posts.ts";
import { type Random, randomFor, SUBJECT, ulidFrom, weighted } from "./random.ts";
import { type FundRow, type PlaceRow, type PostRow, type ProjectRow, sqlTime, type WorkshopRow } from "./rows.ts";
import { requireTrade } from "./trades.ts";
import type { CountyPlace, World } from "./world.ts";

const POSTS_PER_WORKSHOP = 2.5;
const POSTS_PER_PROJECT = 3;
export const workshopCount = (posts: number) => Math.max(1, Math.round((posts * 0.08) / POSTS_PER_WORKSHOP));
export const projectCount = (posts: number) => Math.max(1, Math.round((posts * 0.04) / POSTS_PER_PROJECT));

const NEAR_HOME = { daysPerWeek: 6, housing: false, educationMin: "NONE", experienceMonths: 0, cert: null, brandId: null } as const;
const WORKSHOP_TRADES = [
  { code: "6-05-01-03", product: "服装" }, { code: "6-31-05-00", product: "包装制品" }, { code: "6-05-04-01", product: "布鞋" },
  { code: "6-01-06-00", product: "红枣核桃" }, { code: "6-09-03-11", product: "刺绣" }, { code: "6-02-03-01", product: "面食" },
] as const;

const minimumYuan = (world: World, countyCode: string) => Math.ceil((world.minimumWageFen(countyCode) ?? 170_000) / 100);
const townOf = (random: Random, county: CountyPlace) => (county.towns.length > 0 ? random.pick(county.towns) : { code: county.code, name: county.name });

/** The workshop of that number, in a township of a county that was poor, and how its posts look. */
export function makeWorkshop(world: World, index: number, firms: readonly EmployerDraft[]): { row: WorkshopRow; facts(random: Random): PostFacts } {
  const own = randomFor(world.seed, SUBJECT.POST, index, 1);
  const county = own.weighted(world.liftedCounties);
  const town = townOf(own, county);
  const { code, product } = own.pick(WORKSHOP_TRADES);
  const makers = firms.filter((one) => one.industry === "服装加工" || one.industry === "食品酿造" || one.industry === "电子制造");
  const near = makers.filter((one) => cityOf(one.regionCode) === county.cityCode);
  const employer = own.pick(near.length > 0 ? near : makers.length > 0 ? makers : firms);
  const recognisedOn = addDays(world.asOf, -own.int(200, 1_900));
  const row: WorkshopRow = {
    id: ulidFrom(own, Date.parse(`${recognisedOn}T00:00:00Z`)),
    name: `${town.name}${product}帮扶车间（演示${index + 1}）`,
    townCode: town.code,
    product,
    recognisedOn,
    documentNumber: null,
  };
  return {
    row,
    facts(random) {
      const trade = requireTrade(code);
      const min = Math.max(minimumYuan(world, county.code), Math.round((trade.pay[0] * (0.9 + 0.2 * random.next())) / 50) * 50);
      return {
        ...NEAR_HOME, stream: "WORKSHOP", employer, trade, regionCode: town.code, openings: random.int(1, 6), workshopId: row.id,
        pay: { period: "MONTH", min, max: min + random.int(3, 14) * 100 }, hoursPerDay: 8, meals: random.chance(0.5), insurance: random.chance(0.4),
        extra: "在乡镇车间上班，可以照顾家里。",
      };
    },
  };
}

const FUND_LINES = weighted([["CENTRAL_BUDGET", 30], ["CENTRAL_BRIDGING", 45], ["PROVINCIAL", 25]] as const);
const WORKS = [
  { code: "6-29-02-04", name: "农村道路提升", pay: [150, 200] }, { code: "6-29-01-03", name: "水利渠系修复", pay: [170, 240] },
  { code: "6-29-01-01", name: "梯田护坡砌筑", pay: [200, 280] }, { code: "5-02-02-00", name: "荒山造林", pay: [150, 190] },
] as const;

/** The workfare project of that number. Labour pay is 15 % of the funds or more (plan art. 43), 30 % of central budget money. */
export function makeProject(world: World, index: number, firms: readonly EmployerDraft[]): { row: ProjectRow; fund: FundRow; place: PlaceRow; facts(random: Random): PostFacts } {
  const own = randomFor(world.seed, SUBJECT.POST, index, 2);
  const county = own.weighted(world.liftedCounties);
  const town = townOf(own, county);
  const work = own.pick(WORKS);
  const fundLine = own.weighted(FUND_LINES);
  const builders = firms.filter((one) => one.industry === "建筑施工" || one.industry === "园林绿化");
  const near = builders.filter((one) => cityOf(one.regionCode) === county.cityCode);
  const employer = own.pick(near.length > 0 ? near : builders.length > 0 ? builders : firms);
  const startsOn: Day = addDays(world.asOf, -own.int(20, 200));
  const funds = own.int(80, 600) * 1_000_000;
  const row: ProjectRow = {
    id: ulidFrom(own, Date.parse(`${startsOn}T00:00:00Z`)),
    name: `${county.name}${town.name}${yearOf(startsOn)}年${work.name}以工代赈项目（演示${index + 1}）`,
    countyCode: county.code,
    kind: "FUNDED",
    labourSharePct: fundLine === "CENTRAL_BUDGET" ? own.int(30, 38) : own.int(15, 28),
    startsOn,
    endsOn: addDays(world.asOf, own.int(60, 300)),
    approvedOn: addDays(startsOn, -30),
    approvalRef: `演示批复〔${yearOf(startsOn)}〕${index + 1} 号`,
    hoursPerDay: 8,
    dayRateFen: work.pay[0] * 100,
    progressPct: null,
    progressOn: null,
    recordedAt: sqlTime(`${addDays(startsOn, -20)}T02:00:00.000Z`),
  };
  return {
    row,
    fund: { projectId: row.id, line: fundLine, amountFen: funds },
    place: { projectId: row.id, regionCode: town.code },
    facts(random) {
      const min = random.int(work.pay[0] / 10, work.pay[1] / 10) * 10;
      return {
        ...NEAR_HOME, stream: "WORKFARE", employer, trade: requireTrade(work.code), regionCode: town.code, openings: random.int(4, 14), projectId: row.id,
        pay: { period: "DAY", min, max: min + random.int(0, 4) * 10 }, hoursPerDay: 8, meals: random.chance(0.7), insurance: true,
        extra: "以工代赈项目，优先用本地群众，劳务报酬公示后直接发到本人卡。",
      };
    },
  };
}

const WELFARE_KINDS = weighted<WelfareKind>([["GENERAL", 42], ["CLEANING", 26], ["RANGER", 19], ["PV_STATION", 13]]);
const WELFARE: Record<WelfareKind, { code: string; titles: readonly string[]; fund: string; hours: number }> = {
  GENERAL: { code: "6-29-02-04", titles: ["乡村道路养护员（公益性岗位）", "水利设施管护员（公益性岗位）", "村级公共设施看护（公益性岗位）"], fund: "就业补助资金", hours: 4 },
  CLEANING: { code: "5-05-04-00", titles: ["村级保洁员（公益性岗位）", "河道保洁员（公益性岗位）"], fund: "衔接推进乡村振兴补助资金", hours: 4 },
  RANGER: { code: "5-02-03-01", titles: ["生态护林员"], fund: "林业草原生态保护恢复资金", hours: 5 },
  PV_STATION: { code: "6-28-01-10", titles: ["光伏电站看护员（公益性岗位）", "光伏板清洗员（公益性岗位）"], fund: "村级光伏电站收益", hours: 3 },
};

/** A public-welfare post: paid at least half the local minimum wage (Shanxi, 2023), a year at a time, noticed before it opens. */
export function makeWelfare(world: World, random: Random, bodies: readonly EmployerDraft[], assemble: (facts: PostFacts) => PostRow): PostDraft {
  const kind = random.weighted(WELFARE_KINDS);
  const employer = random.pick(bodies);
  const inCity = world.counties.filter((one) => one.cityCode === employer.regionCode);
  const county = inCity.length > 0 ? random.pick(inCity) : random.weighted(world.homeCounties);
  const { code, titles, fund, hours } = WELFARE[kind];
  const floor = Math.ceil(minimumYuan(world, county.code) / 2);
  const pay = Math.max(floor, random.int(18, 26) * 50);
  const row = assemble({
    ...NEAR_HOME, stream: "WELFARE", employer, trade: requireTrade(code), title: random.pick(titles), regionCode: townOf(random, county).code,
    openings: random.weighted(weighted([[1, 45], [2, 30], [3, 15], [5, 10]] as const)), pay: { period: "MONTH", min: pay, max: pay }, hoursPerDay: hours,
    meals: false, insurance: true, extra: "公益性岗位按需设岗、以岗聘任、在岗领补、有序退岗，一年一签。",
  });
  const noticeUntil = row.validFrom;
  return {
    row,
    terms: {
      postId: row.id, kind, fundSource: fund, subsidyFenPerMonth: pay * 100, termMonths: 12, insurancePolicyNo: `演示${row.id.slice(-10)}`,
      noticeFrom: addDays(noticeUntil, -7), noticeUntil,
    },
  };
}
