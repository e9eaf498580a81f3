import type { Education } from "#app/domain/terms.ts";
import { isDamaged, saysNothing, tidy } from "./text.ts";

export type EducationResult =
  | { status: "ok"; level: Education }
  | { status: "missing" }
  | { status: "unreadable"; reason: "damaged" | "unknown-words" | "unknown-code" };

/** Highest first: `硕士研究生` must not be read by its last word, nor `初中及以上` by a part of another. */
const LEVELS: readonly (readonly [RegExp, Education])[] = [
  [/博士|doctor|phd/i, "DOCTOR"],
  [/硕士|研究生|mba|master/i, "MASTER"],
  [/(?:大学)?本科|学士|大本|bachelor/i, "BACHELOR"],
  [/大专|专科|高职(?!中)|大学专|高等职业|college|associate/i, "COLLEGE"],
  [/中专|中技|中师|职高|职中|职业高中|技校|技工学校|中等(?:专业|职业|技术)|中职|secondary|vocational/i, "SECONDARY"],
  [/高中|senior|high school/i, "SENIOR"],
  [/初中|九年|junior|middle school/i, "JUNIOR"],
  [/小学|primary|elementary/i, "PRIMARY"],
  [/文盲|半文盲|未上学|未入学|没上过学|扫盲|不识字|学前/, "NONE"],
  [/不限|无要求|不要求|无学历|没有要求|学历不拘|^(?:any|no limit|none required)$/i, "NONE"],
];
const LOWEST = ["高中", "初中", "中专", "大专", "本科", "硕士"] as const;

/**
 * The level of education that a post asks for or a person has: `大专及以上`, `本科`, `学历不限`, `职高`, `初中毕业`.
 * Of alternatives the lower one counts (`高中/中专` is SENIOR, `大专或本科` COLLEGE): it is what the post asks at least.
 */
export function parseEducation(text: string): EducationResult {
  const plain = tidy(text);
  if (saysNothing(plain)) return plain === "无" ? { status: "ok", level: "NONE" } : { status: "missing" };
  if (isDamaged(plain)) return { status: "unreadable", reason: "damaged" };
  const either = plain.split(/[/、或,，|-]|至|到/).filter((part) => part !== "");
  if (either.length > 1) {
    const levels = either.map(levelOf).filter((level): level is Education => level !== null);
    if (levels.length > 0) return { status: "ok", level: levels.reduce(lower) };
  }
  const level = levelOf(plain);
  return level ? { status: "ok", level } : { status: "unreadable", reason: "unknown-words" };
}

/**
 * Codes of one source (job5iai): 2 大专, 3 本科, 4 硕士 agree with what its descriptions say, 0 is no demand. 1 and 5
 * stand in too few rows to show what they mean and are left as not understood.
 */
export function parseEducationCode(text: string): EducationResult {
  const plain = tidy(text);
  if (plain === "") return { status: "missing" };
  const level = ({ 0: "NONE", 2: "COLLEGE", 3: "BACHELOR", 4: "MASTER" } as Record<string, Education>)[plain];
  return level ? { status: "ok", level } : { status: "unreadable", reason: "unknown-code" };
}

const ORDER: readonly Education[] = ["NONE", "PRIMARY", "JUNIOR", "SENIOR", "SECONDARY", "COLLEGE", "BACHELOR", "MASTER", "DOCTOR"];

function lower(a: Education, b: Education): Education {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

function levelOf(text: string): Education | null {
  if (LOWEST.some((word) => text === `${word}以下` || text === `${word}及以下`)) return "NONE";
  for (const [pattern, level] of LEVELS) if (pattern.test(text)) return level;
  return null;
}
