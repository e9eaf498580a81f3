import { monthlyFen } from "#app/domain/post/monthly-wage.ts";
import type { WagePeriod } from "#app/domain/terms.ts";
import { isDamaged, saysNothing, tidy, withFigures } from "./text.ts";

export type WageFault = "damaged" | "no-number" | "no-period" | "reversed" | "implausible" | "unknown-words";

export type WageResult =
  | {
      status: "ok";
      /** fen per `period`; `null` is an open end (1万以上, 3千及以下, 底薪3000+提成) */
      minFen: number | null;
      maxFen: number | null;
      period: WagePeriod;
      /** months paid in a year, 12 to 24 */
      months: number;
      negotiable: false;
      /** comparable fen per month; `null` for an open end and for piece work */
      monthlyMinFen: number | null;
      monthlyMaxFen: number | null;
    }
  | { status: "negotiable" }
  | { status: "missing" }
  | { status: "unreadable"; reason: WageFault };

/** Outside this band, in yuan a month, a wage says something that its writer cannot have meant. */
const PLAUSIBLE_MONTHLY_YUAN = { min: 300, max: 100_000 } as const;

type Stated = WagePeriod | "WEEK";
const WEEKS_PER_MONTH = 52 / 12;
const LARGEST_FEN = 2_147_483_647;

const NEGOTIABLE = /面议|面谈|面商|另议|详谈|电议|可谈$|^(薪资|工资|待遇)?(协商|从优|open|negotiable)/i;
const AMOUNT = "(\\d+(?:\\.\\d+)?)(千|万|k|w|百)?(?:(\\d+)(千|百)?)?";
const RANGE = new RegExp(`${AMOUNT}元?(?:-${AMOUNT}元?)?(以上|起|\\+|及以上|以下|以内|封顶|及以下|左右|上下)?`);
const PERIODS: readonly (readonly [RegExp, Stated])[] = [
  [/(?:\/|每|一|按|per)\s*(?:个)?(?:小时|时|钟头|h|hour)|时薪|元小时/i, "HOUR"],
  [/(?:\/|每|一|按|per)\s*(?:天|日|工日|工|d|day)|日薪|日结|元天/i, "DAY"],
  [/(?:\/|每|一|按|per)\s*(?:周|星期|week)|周薪/i, "WEEK"],
  [/(?:\/|每|一|按|per)\s*(?:件|个|单|次|套|吨|节|课|平米|平方|m2|米|台)(?!月|小)|计件|元次/i, "PIECE"],
  [/(?:\/|每|一|按|per)\s*(?:年|annum|year)|年薪/i, "YEAR"],
  [/(?:\/|每|一|按|per)\s*(?:个)?(?:月|month)|月薪|月工资|底薪|元月/i, "MONTH"],
];
const HARMLESS = /税前|税后|综合|有|含|月薪|年薪|日薪|时薪|周薪|月工资|基本|底薪|工资|薪资|薪酬|收入|待遇|计件|日结|月结|约|大约|保底|无责|人民币|rmb|cny|不低于|至少|最低|最高|不超过|元|块|提成|绩效|奖金|奖|全勤|补贴|补助|津贴|分红|包吃住|包吃|包住|食宿|五险一金|五险|社保|双休|加班费|试用期后|转正后|左右|上下|每|按|及?以上|及?以下|以内|起|[/+、,。;:()\[\]·・|*x×~\s-]/gi;
const MONTHS_PAID = /[·・.*x×、,\s/|(]?\s{0,4}(\d{2})\s*(?:薪|个月工资|个月)\)?/;

/**
 * Reads a wage as advertised: `6千-1.2万·13薪`, `1.5-2万`, `12000-20000元/月`, `150元/天`, `20元/小时`, `10-15万/年`,
 * `1万以上`, `3千及以下`, `五千到八千`, `8k-1.2w`, `面议`. Amounts are integer fen.
 *
 * A weekly wage is stored as its month (52 weeks / 12). Without a period the amount is a month's, as every
 * source writes it, if it has a unit or at least four figures; else `no-period`.
 * `implausible`: below 300 or above 100,000 yuan a month, such as `100-120元/月` (a day's) or `18万-25万` (a year's).
 * `missing` is an empty cell; `negotiable` only what the text itself says.
 */
export function parseWage(text: string): WageResult {
  const plain = tidy(text);
  if (saysNothing(plain)) return { status: "missing" };
  if (isDamaged(plain)) return { status: "unreadable", reason: "damaged" };
  const spelled = spell(plain);
  const { months, rest } = takeMonths(spelled);
  const match = RANGE.exec(rest);
  if (!match) return NEGOTIABLE.test(plain) ? { status: "negotiable" } : { status: "unreadable", reason: "no-number" };
  const stated = statedPeriod(rest);
  const around = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
  const left = PERIODS.reduce((words, [pattern]) => words.replace(pattern, "").replace(pattern, ""), around).replace(HARMLESS, "");
  if (left !== "" && !NEGOTIABLE.test(left)) return { status: "unreadable", reason: "unknown-words" };
  const amounts = readAmounts(match);
  if (!amounts) return { status: "unreadable", reason: "reversed" };
  const bound = match[9] ?? boundAround(rest.slice(0, match.index), rest.slice(match.index + match[0].length));
  if (stated === null && !amounts.hasUnit && amounts.max < 1_000) return { status: "unreadable", reason: "no-period" };
  return finish(amounts, bound, stated ?? "MONTH", months);
}

function spell(plain: string): string {
  return withFigures(plain.toLowerCase().replace(/一(?=个?(?:月|天|日|小时|周|年|件|次|单))/g, "每"))
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/\s{0,8}(?:[~～—–−‐]+|-+|至|到|－)\s*/g, "-")
    .replace(/[¥￥$]/g, "")
    .replace(/仟/g, "千")
    .replace(/佰/g, "百")
    .replace(/块钱?|人民币|rmb|圆/g, "元")
    .replace(/(\d|千|万|k|w) +(?=[元千万kw/])/g, "$1");
}

function takeMonths(spelled: string): { months: number; rest: string } {
  const match = MONTHS_PAID.exec(spelled);
  const months = match ? Number(match[1]) : 12;
  if (!match || months < 12 || months > 24) return { months: 12, rest: spelled };
  return { months, rest: spelled.slice(0, match.index) + spelled.slice(match.index + match[0].length) };
}

function statedPeriod(rest: string): Stated | null {
  for (const [pattern, period] of PERIODS) if (pattern.test(rest)) return period;
  return null;
}

function boundAround(before: string, after: string): string | undefined {
  if (/不低于|至少|最低|保底/.test(before) || /以上|起$|\+/.test(after)) return "以上";
  return /最高|不超过/.test(before) || /以下|以内/.test(after) ? "以下" : undefined;
}

interface Amounts { min: number; max: number; single: boolean; hasUnit: boolean }

/** Yuan. A first amount without a unit takes the second's (`1.5-2万`) unless that would turn the range round (`8000-1.2万`). */
function readAmounts(match: RegExpExecArray): Amounts | null {
  const first = amountOf(match[1]!, match[2], match[3], match[4]);
  if (match[5] === undefined) return { min: first, max: first, single: true, hasUnit: match[2] !== undefined };
  const second = amountOf(match[5], match[6], match[7], match[8]);
  const shared = match[2] === undefined && match[6] !== undefined ? amountOf(match[1]!, match[6], undefined, undefined) : first;
  const min = shared <= second ? shared : first;
  if (min > second) return null;
  return { min, max: second, single: false, hasUnit: (match[2] ?? match[6]) !== undefined };
}

function amountOf(figures: string, unit: string | undefined, tail: string | undefined, tailUnit: string | undefined): number {
  const scale = scaleOf(unit);
  const base = Number(figures) * scale;
  if (tail === undefined) return base;
  return base + Number(tail) * (tailUnit ? scaleOf(tailUnit) : tail.length === 1 ? scale / 10 : 1);
}

function scaleOf(unit: string | undefined): number {
  if (unit === "万" || unit === "w") return 10_000;
  if (unit === "千" || unit === "k") return 1_000;
  return unit === "百" ? 100 : 1;
}

function finish(amounts: Amounts, bound: string | undefined, stated: Stated, months: number): WageResult {
  const openTop = amounts.single && bound !== undefined && /上|起|\+/.test(bound) && bound !== "上下";
  const openBottom = amounts.single && bound !== undefined && /以下|以内|封顶/.test(bound);
  const period: WagePeriod = stated === "WEEK" ? "MONTH" : stated;
  const scale = stated === "WEEK" ? WEEKS_PER_MONTH : 1;
  const [low, high] = [toFen(amounts.min * scale), toFen(amounts.max * scale)];
  if (high > LARGEST_FEN || !isPlausible(low, high, period)) return { status: "unreadable", reason: "implausible" };
  const minFen = openBottom ? null : low;
  const maxFen = openTop ? null : high;
  const monthly = (fen: number | null) => (fen === null ? null : monthlyFen(fen, period, months));
  return { status: "ok", minFen, maxFen, period, months, negotiable: false, monthlyMinFen: monthly(minFen), monthlyMaxFen: monthly(maxFen) };
}

function isPlausible(lowFen: number, highFen: number, period: WagePeriod): boolean {
  const low = monthlyFen(lowFen, period);
  const high = monthlyFen(highFen, period);
  if (low === null || high === null) return true;
  return high >= PLAUSIBLE_MONTHLY_YUAN.min * 100 && low <= PLAUSIBLE_MONTHLY_YUAN.max * 100;
}

function toFen(yuan: number): number {
  return Math.round(yuan * 100);
}
