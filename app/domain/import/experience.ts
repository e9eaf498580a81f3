import { saysNothing, tidy, withFigures } from "./text.ts";

export type ExperienceResult =
  | { status: "ok"; minMonths: number; maxMonths: number | null }
  | { status: "missing" }
  | { status: "unreadable"; reason: "unknown-words" };

/**
 * Experience asked for, in months: `3-4年` is 36 to 48, `10年以上` 120 and more, `1年以下` 0 to 12, `无需经验` and
 * `经验不限` 0 and more, `在校生/应届生` 0 to 0. A bare figure is years, at least.
 */
export function parseExperience(text: string): ExperienceResult {
  const plain = tidy(text);
  if (saysNothing(plain)) return plain === "无" ? { status: "ok", minMonths: 0, maxMonths: null } : { status: "missing" };
  if (/不限|无需|无经验|不要求|无要求|不需要|没有要求|^no experience|^any$/i.test(plain)) return { status: "ok", minMonths: 0, maxMonths: null };
  if (/应届|在校|在读|实习生/.test(plain)) return { status: "ok", minMonths: 0, maxMonths: 0 };
  const spelled = withFigures(plain).replace(/半年/g, "6个月").replace(/[~～—–−]|至|到/g, "-");
  const match = /(?<!\d)(\d+(?:\.\d+)?)\s*(?:年\s*)?(?:-\s*(\d+(?:\.\d+)?)\s*)?(个月|月|years?|年)?/i.exec(spelled);
  if (!match) return { status: "unreadable", reason: "unknown-words" };
  const scale = match[3]?.includes("月") ? 1 : 12;
  const low = Math.round(Number(match[1]) * scale);
  if (match[2] !== undefined) {
    const high = Math.round(Number(match[2]) * scale);
    return low <= high ? { status: "ok", minMonths: low, maxMonths: high } : { status: "unreadable", reason: "unknown-words" };
  }
  if (/以下|以内/.test(spelled.slice(match.index + match[0].length))) return { status: "ok", minMonths: 0, maxMonths: low };
  return low > 600 ? { status: "unreadable", reason: "unknown-words" } : { status: "ok", minMonths: low, maxMonths: null };
}
