import type { PostInput } from "./post-input.ts";
import { lengthOf } from "../plain-text.ts";

export const UNWISE_RULES = ["age-limit", "looks", "pay-vague", "pay-held", "range-wide", "hours-long", "no-insurance", "no-housing", "short", "no-address"] as const;
export type UnwiseRule = (typeof UNWISE_RULES)[number];

/** Something in a post that is allowed and yet drives people away or invites questions. */
export interface Advice {
  rule: UnwiseRule;
  field: keyof PostInput;
  phrase?: string;
}

const PHRASES: readonly { rule: UnwiseRule; pattern: RegExp; unless?: RegExp }[] = [
  {
    rule: "age-limit",
    pattern: /(?<!\d)(?:1[6-9]|[2-6]\d)\s*(?:周?岁\s*)?(?:-|~|—|–|至|到)\s*[2-6]\d\s*周?岁|(?<!\d)[2-6]\d\s*周?岁\s*(?:以下|以内|封顶|左右)|年龄\s*不超过\s*\d+/,
    unless: /(?:老人|老年|儿童|孩子|照顾|照看|护理|客户|服务对象)[^。；\n]{0,8}$/,
  },
  { rule: "looks", pattern: /五官端正|形象(?:气质)?(?:好|佳|良好)|气质佳|颜值高?|身高\s*(?:1[.米]?\d|\d{3})/ },
  { rule: "pay-vague", pattern: /面议|面谈|上不封顶|待遇(?:优厚|从优)|工资可观|薪资丰厚/ },
  { rule: "pay-held", pattern: /压\s*(?:[一半两]个?月|\d+\s*天)\s*的?(?:工资|薪)?|押\s*[一半]个?月/ },
];

/** Average weekly hours above which the Labour Law (art. 36) asks for consent and overtime pay (art. 44). */
const WEEK_HOURS = 44;
const SHORT_TEXT = 30;
/** A span wider than this tells nobody what they would earn. */
const WIDEST_RANGE = 2;

type Draft = Partial<Pick<PostInput, "title" | "description" | "wageMinYuan" | "wageMaxYuan" | "hoursPerDay" | "daysPerWeek" | "insurance" | "housing" | "address">>;

/** Advice on a post, most telling first; what is not filled in yet gives none. Wages are in yuan per period. */
export function findUnwise(post: Draft): Advice[] {
  const advice: Advice[] = [];
  for (const field of ["title", "description"] as const) {
    const text = (post[field] ?? "").normalize("NFKC");
    for (const { rule, pattern, unless } of PHRASES) {
      const match = pattern.exec(text);
      if (match && !unless?.test(text.slice(0, match.index))) advice.push({ rule, field, phrase: match[0].trim() });
    }
  }
  const { wageMinYuan: low, wageMaxYuan: high, hoursPerDay, daysPerWeek, description = "" } = post;
  if (low !== undefined && high !== undefined && high > low * WIDEST_RANGE) advice.push({ rule: "range-wide", field: "wageMaxYuan" });
  if (hoursPerDay !== undefined && daysPerWeek !== undefined && hoursPerDay * daysPerWeek > WEEK_HOURS) advice.push({ rule: "hours-long", field: "hoursPerDay" });
  if (post.insurance === false && !/五险|社保|社会保险|工伤险|工伤保险|意外险/.test(description)) advice.push({ rule: "no-insurance", field: "insurance" });
  if (post.housing === false && !/住宿|宿舍|包住|食宿|不提供住|自行解决住/.test(description)) advice.push({ rule: "no-housing", field: "housing" });
  if (description !== "" && lengthOf(description) < SHORT_TEXT) advice.push({ rule: "short", field: "description" });
  if (post.address === "") advice.push({ rule: "no-address", field: "address" });
  return advice;
}
