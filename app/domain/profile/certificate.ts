import { z } from "zod";
import type { Day } from "../dates.ts";
import { plainLine } from "../plain-text.ts";
import { CERTIFICATE_KINDS, type CertificateKind, SKILL_LEVELS, type SkillLevel } from "../terms.ts";

export const MOST_CERTIFICATES = 30;

/** Kinds that have grades; the others certify an ability or a training as it is. */
export const GRADED_KINDS: readonly CertificateKind[] = ["QUALIFICATION", "SKILL_LEVEL"];

const blank = (value: unknown) => (value === "" ? undefined : value);

/** A certificate as its holder tells it; the issuer and the number are its identity. */
export const CERTIFICATE_FIELDS = {
  kind: z.enum(CERTIFICATE_KINDS, "certificate-kind"),
  occupationCode: z.string("occupation-needed").min(1, "occupation-needed").max(16, "occupation-unknown"),
  level: z.preprocess(blank, z.enum(SKILL_LEVELS, "invalid").optional()),
  number: plainLine(1, "certificate-number-needed", 60),
  issuer: plainLine(2, "issuer-short", 80),
  issuedOn: z.iso.date("date-form"),
  expiresOn: z.preprocess(blank, z.iso.date("date-form").optional()),
};

/**
 * What stands against a level as its holder tells it; null: nothing. 专项职业能力 and 培训合格 have no levels, 职业技能等级 always has one; a 职业资格 may have none,
 * since those that admit to an occupation (准入类, such as licences for special operations) are not graded.
 */
export function levelProblem({ kind, level }: { kind: CertificateKind; level?: SkillLevel }): { code: "level-without-grades" | "level-needed"; field: string } | null {
  if (!GRADED_KINDS.includes(kind)) return level === undefined ? null : { code: "level-without-grades", field: "level" };
  return kind === "SKILL_LEVEL" && level === undefined ? { code: "level-needed", field: "level" } : null;
}

/** What stands against a certificate's days on a day, with the field; null: nothing. */
export function dayProblem({ issuedOn, expiresOn }: { issuedOn: Day; expiresOn?: Day }, birthDate: Day, today: Day): { code: "issued-later" | "issued-before-birth" | "expires-before-issued"; field: string } | null {
  if (issuedOn > today) return { code: "issued-later", field: "issuedOn" };
  if (issuedOn <= birthDate) return { code: "issued-before-birth", field: "issuedOn" };
  return expiresOn !== undefined && expiresOn <= issuedOn ? { code: "expires-before-issued", field: "expiresOn" } : null;
}
