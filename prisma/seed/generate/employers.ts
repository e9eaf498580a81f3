import type { Day } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { MADE_UP_ID_REGION } from "#app/domain/person/resident-id.ts";
import { addDays } from "./days.ts";
import { type Random, randomFor, SUBJECT, ulidFrom, weighted } from "./random.ts";
import { type EmployerRow, sqlTime } from "./rows.ts";
import { INDUSTRIES, type Industry, TRADES } from "./trades.ts";
import type { World } from "./world.ts";

export interface EmployerDraft extends Omit<EmployerRow, "phoneEnc"> {
  phone: string;
  industry: Industry;
  regionCode: string;
}

const FANCY = ["晋盛", "恒远", "鑫源", "汇丰源", "宏达", "瑞祥", "兴旺达", "同创", "晋河", "金谷", "德润", "华岳", "安泰源", "永昌", "福康", "锦绣", "盛和", "聚力", "云岭", "太岳"];
const TAILS: Record<Industry, readonly string[]> = {
  机械制造: ["机械制造有限公司", "重工设备有限公司", "钢结构有限公司"], 煤炭采选: ["煤业有限公司", "洗选煤有限公司"], 焦化冶金: ["焦化有限公司", "铸造有限公司"],
  建筑施工: ["建筑工程有限公司", "建筑劳务有限公司", "市政工程有限公司"], 古建修缮: ["古建筑工程有限公司"], 家政服务: ["家政服务有限公司", "家庭服务有限公司"],
  医养护理: ["养老服务有限公司", "医疗护理服务有限公司", "康养中心"], 餐饮住宿: ["餐饮管理有限公司", "宾馆", "面食馆"], 物流运输: ["物流有限公司", "运输有限公司", "供应链有限公司"],
  服装加工: ["服饰有限公司", "制衣厂", "手工艺专业合作社"], 电子制造: ["电子科技有限公司", "精密组件有限公司"], 食品酿造: ["食品有限公司", "醋业有限公司", "农产品加工有限公司"],
  农业种植: ["农业开发有限公司", "种植专业合作社", "菌业有限公司"], 畜禽养殖: ["牧业有限公司", "养殖专业合作社"], 商贸零售: ["商贸有限公司", "超市", "电子商务有限公司"],
  物业服务: ["物业服务有限公司", "保安服务有限公司"], 新能源: ["光伏科技有限公司", "新能源运维有限公司"], 园林绿化: ["园林绿化有限公司", "苗木专业合作社"],
  汽车维修: ["汽车服务有限公司"], 公共事务: ["乡村公共服务中心", "林业工作站", "乡村振兴服务站"],
};
const SIZES = weighted([["少于20人", 34], ["20-99人", 38], ["100-299人", 17], ["300-999人", 8], ["1000人以上", 3]] as const);
const STATUS = weighted<EmployerRow["status"]>([["APPROVED", 94], ["PENDING", 4], ["SUSPENDED", 2]]);

/** Heads of employers by industry, as often as their trades are advertised; public bodies carry welfare posts and works. */
const BY_INDUSTRY = weighted(INDUSTRIES.map((industry) => {
  const advertised = TRADES.filter((trade) => trade.industry === industry).reduce((sum, trade) => sum + trade.advertised, 0);
  return [industry, industry === "公共事务" ? 0 : 2 + advertised] as const;
}));
const SMALL_SIZES = weighted([["少于20人", 70], ["20-99人", 30]] as const);
const SMALL = new Set<Industry>(["餐饮住宿", "农业种植", "畜禽养殖", "园林绿化", "汽车维修", "商贸零售"]);
/** What employs people from Shanxi elsewhere; coal only where it is mined. */
const BY_INDUSTRY_AWAY = weighted<Industry>([
  ["机械制造", 14], ["建筑施工", 18], ["电子制造", 15], ["家政服务", 12], ["医养护理", 11], ["餐饮住宿", 11], ["物流运输", 13], ["物业服务", 8], ["商贸零售", 5], ["新能源", 4], ["服装加工", 5],
]);
const COAL_PROVINCES = /^(15|61)/;
const PUBLIC_SHARE = 0.12;
const AWAY_SHARE = 0.2;
const ABROAD_EVERY = 67;

/** The employer of that number. Names end in （演示） and credit codes name a region that does not exist. */
export function makeEmployer(world: World, index: number): EmployerDraft {
  const random = randomFor(world.seed, SUBJECT.EMPLOYER, index);
  const isPublic = random.chance(PUBLIC_SHARE);
  const abroad = !isPublic && world.abroad.length > 0 && index % ABROAD_EVERY === ABROAD_EVERY - 1;
  const away = !isPublic && !abroad && random.chance(AWAY_SHARE) ? world.away : null;
  const place = abroad ? random.pick(world.abroad) : away ? random.weighted(away) : null;
  const county = random.weighted(world.homeCounties);
  const industry = drawIndustry(random, isPublic, abroad, place?.code ?? null);
  const regionCode = place?.code ?? (isPublic ? county.cityCode : county.code);
  const status = random.weighted(STATUS);
  const verifiedOn: Day | null = status === "PENDING" ? null : addDays(world.asOf, -random.int(3, 170));
  const recordedOn = addDays(world.asOf, -random.int(180, 1_100));
  return {
    id: ulidFrom(random, Date.parse(`${recordedOn}T01:00:00Z`)),
    name: employerName(random, place?.name ?? (isPublic ? county.cityName : county.name.length > 2 ? county.name : `${county.cityName.replace(/市$/, "")}${county.name}`), industry, index, abroad),
    creditCode: makeCreditCode(MADE_UP_ID_REGION, index),
    kind: isPublic ? "PUBLIC_AGENCY" : abroad || random.chance(0.07) ? "COMMERCIAL_AGENCY" : "OWN_RECRUITING",
    status,
    regionCode,
    industry,
    sizeLabel: isPublic ? null : random.weighted(SMALL.has(industry) ? SMALL_SIZES : SIZES),
    phone: `100${String(90_000_000 + index)}`,
    verifiedAt: verifiedOn === null ? null : sqlTime(`${verifiedOn}T03:00:00.000Z`),
    verifiedBy: null,
    // every six months (人社厅发〔2025〕60号)
    reverifyBy: verifiedOn === null ? null : addDays(verifiedOn, 182),
    madeUp: 1,
    source: "starter",
    sourceRef: null,
    recordedAt: sqlTime(`${recordedOn}T01:00:00.000Z`),
  };
}

function drawIndustry(random: Random, isPublic: boolean, abroad: boolean, awayCode: string | null): Industry {
  if (isPublic) return "公共事务";
  if (abroad) return random.pick(["医养护理", "建筑施工", "食品酿造", "农业种植"] as const);
  if (awayCode === null) return random.weighted(BY_INDUSTRY);
  return COAL_PROVINCES.test(awayCode) && random.chance(0.5) ? "煤炭采选" : random.weighted(BY_INDUSTRY_AWAY);
}

function employerName(random: Random, place: string, industry: Industry, index: number, abroad: boolean): string {
  const short = place.length > 2 ? place.replace(/(县|市|(?<!城)区)$/, "") : place;
  if (industry === "公共事务") return `${place}${random.pick(TAILS[industry])}（演示${index + 1}）`;
  if (abroad) return `晋通对外劳务合作有限公司驻${short}项目部（演示${index + 1}）`;
  return `${short}${random.pick(FANCY)}${random.pick(TAILS[industry])}（演示）`;
}
