import { RUNGS } from "#app/domain/placement/proof.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import { PERSON_CATEGORIES } from "#app/domain/terms.ts";
import { formatCount, formatYuan } from "./i18n/format.ts";
import { findText, type Locale, translator } from "./i18n/translate.ts";

const PER = { year: "perYear", month: "perMonth", day: "perDay", hour: "perHour", person: "perPerson" } as const;

/** A parameter's value as people write it: fen as yuan with the period, lists and schedules in words. */
export function policyValue({ value, unit }: Pick<PolicyParameter, "value" | "unit">, locale: Locale): string {
  const t = translator(locale);
  const fen = /^fen(?:\/(\w+))?/.exec(unit);
  const one = (item: unknown): string => {
    if (typeof item === "number" && fen) {
      const per = PER[fen[1] as keyof typeof PER];
      return per ? t("policy.units.yuan", { n: formatYuan(item), per: t(`policy.units.${per}`) }) : t("policy.units.yuanOnly", { n: formatYuan(item) });
    }
    if (typeof item === "number") return formatCount(item);
    if (typeof item === "string" && (PERSON_CATEGORIES as readonly string[]).includes(item)) return findText(locale, `policy.category.${item}`) ?? item;
    return wayToLevel(String(item), locale) ?? findText(locale, `overseas.proof.${String(item)}`) ?? String(item);
  };
  if (Array.isArray(value)) return value.map(one).join(t("common.listed"));
  if (isSchedule(value)) {
    const step = (of: Step) => t("policy.step", { from: of.from, to: of.to, months: of.monthsPerStep });
    return t("policy.schedule", { men: step(value.men), womenCadres: step(value.womenCadres), womenWorkers: step(value.womenWorkers) });
  }
  if (typeof value === "number" && unit.startsWith("级") && RUNGS[value] !== undefined) return t(`terms.rung.${RUNGS[value]}`);
  if (typeof value === "number" && unit.startsWith("1＝要考")) return t(value === 1 ? "policy.asked" : "policy.notAsked");
  if (typeof value === "number" && unit.startsWith("公历年")) return String(value);
  if (typeof value === "number" && !fen) return `${one(value)} ${unitText(unit, locale)}`.replace(" %", "%").trim();
  return typeof value === "object" ? JSON.stringify(value) : one(value);
}

/** A way to a skill level as it is kept, level:held:months, in words; null for anything else. */
function wayToLevel(item: string, locale: Locale): string | null {
  const [, level, held, months] = /^([A-Z_]+):([A-Z_]*):(\d+)$/.exec(item) ?? [];
  const name = (of: string) => findText(locale, `terms.skillLevel.${of}`) ?? of;
  if (level === undefined || held === undefined) return null;
  const t = translator(locale);
  const way = { level: name(level), held: name(held), n: formatCount(Number(months)) };
  return t(held !== "" ? "policy.wayFrom" : months === "0" ? "policy.wayOpen" : "policy.wayMonths", way);
}

/** A unit is kept in both languages, 人/年 persons a year: the half that the visitor reads. */
export function unitText(unit: string, locale: Locale): string {
  if (unit.startsWith("%")) return locale === "zh" ? "%" : unit;
  const chinese = /^[^\x20-\x7e]\S*/.exec(unit)?.[0];
  if (chinese === undefined) return unit;
  // 月 alone names a month of the year, 个月 counts them
  return locale === "zh" ? (chinese === "月" ? "个月" : chinese) : unit.slice(chinese.length).trimStart() || unit;
}

/** Sources and notes are kept in Chinese, some with their English behind them: for a reader of Chinese without it. */
export function inChinese(text: string): string {
  return text.replace(/\s{0,4}[A-Za-z][A-Za-z'-]{0,40}(?:[ ,;:]{1,3}[A-Za-z'-]{1,40}){2,}[.]?\s*/g, "");
}

interface Step {
  from: number;
  to: number;
  monthsPerStep: number;
}

function isSchedule(value: unknown): value is Record<"men" | "womenCadres" | "womenWorkers", Step> {
  return typeof value === "object" && value !== null && "men" in value && "womenCadres" in value && "womenWorkers" in value;
}
