import type { Day } from "#app/domain/dates.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import { parseDate } from "./date.ts";
import { saysNothing, tidy } from "./text.ts";

/** Highest first, so that 高级技师 is not read as 技师 nor 高级. Five grades 一级 to 五级, from 技师 down (职业技能等级, "1+5+2"). */
const LEVELS: readonly (readonly [RegExp, SkillLevel])[] = [
  [/首席技师|chief/i, "CHIEF_TECHNICIAN"],
  [/特级技师|special technician/i, "SPECIAL_TECHNICIAN"],
  [/高级技师|一级|1级|^一$|^1$|senior technician/i, "SENIOR_TECHNICIAN"],
  [/技师|二级|2级|^二$|^2$|technician/i, "TECHNICIAN"],
  [/高级|三级|3级|^三$|^3$|senior/i, "SENIOR"],
  [/中级|四级|4级|^四$|^4$|intermediate/i, "INTERMEDIATE"],
  [/初级|五级|5级|^五$|^5$|junior/i, "JUNIOR"],
  [/学徒|apprentice/i, "APPRENTICE"],
];

export function parseSkillLevel(text: string): SkillLevel | null {
  const plain = tidy(text);
  return LEVELS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

export interface CertificateDraft {
  name: string;
  kind: CertificateKind;
  level: SkillLevel | null;
  number: string;
  issuer: string;
  issuedOn: Day;
}

export type CertificateReading =
  | { status: "ok"; certificate: CertificateDraft; levelUnknown: boolean }
  | { status: "nothing" }
  | { status: "incomplete" };

/** A certificate from its five cells; it is kept only whole, since number and issuer are its identity. */
export function readCertificate(cells: { name: string; level: string; number: string; issuer: string; date: string }): CertificateReading {
  const [name, level, number, issuer] = [cells.name, cells.level, cells.number, cells.issuer].map((cell) => {
    const plain = tidy(cell);
    return saysNothing(plain) ? "" : plain;
  }) as [string, string, string, string];
  if (name === "" && number === "") return { status: "nothing" };
  const date = parseDate(cells.date);
  const complete = name !== "" && number !== "" && number.length <= 60 && issuer !== "" && issuer.length <= 80 && date.status === "ok";
  if (!complete) return { status: "incomplete" };
  const found = parseSkillLevel(level) ?? (/[一二三四五]级|初级|中级|高级|技师/.test(name) ? parseSkillLevel(name) : null);
  return {
    status: "ok",
    certificate: { name, kind: kindOf(name, found !== null), level: found, number, issuer, issuedOn: date.day },
    levelUnknown: level !== "" && found === null,
  };
}

function kindOf(name: string, hasLevel: boolean): CertificateKind {
  if (/培训|合格/.test(name)) return "TRAINING";
  if (/专项/.test(name)) return "SPECIAL_ABILITY";
  return /职业资格|特种|资格证|驾驶证|执业/.test(name) || !hasLevel ? "QUALIFICATION" : "SKILL_LEVEL";
}
