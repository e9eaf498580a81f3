import { type Day, daysBetween, yearOf } from "#app/domain/dates.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import { addDays } from "./days.ts";
import type { PersonDraft } from "./people.ts";
import { type Random, randomFor, SUBJECT, ulidFrom, weighted } from "./random.ts";
import { TRADES } from "./trades.ts";
import { type World, idTime } from "./world.ts";

export interface CertificateDraft {
  id: string;
  kind: CertificateKind;
  occupationCode: string;
  level: SkillLevel | null;
  issuer: string;
  number: string;
  issuedOn: Day;
  expiresOn: Day | null;
  verification: "UNVERIFIED" | "VERIFIED" | "REFUSED" | "REVOKED";
}

const LEVELS_YOUNG = weighted<SkillLevel>([["APPRENTICE", 8], ["JUNIOR", 58], ["INTERMEDIATE", 28], ["SENIOR", 6]]);
const LEVELS = weighted<SkillLevel>([["JUNIOR", 42], ["INTERMEDIATE", 37], ["SENIOR", 17], ["TECHNICIAN", 3.4], ["SENIOR_TECHNICIAN", 0.6]]);
const VERIFICATION = weighted<CertificateDraft["verification"]>([["VERIFIED", 74], ["UNVERIFIED", 22], ["REFUSED", 3], ["REVOKED", 1]]);
const CERTIFIABLE = TRADES.filter((trade) => trade.paper !== null);

/** Working licences and special-operation papers end after six years, the others don't. */
const QUALIFICATION_DAYS = 6 * 365;

export const ISSUERS: Record<CertificateKind, string> = {
  QUALIFICATION: "从业资格考核中心（演示）",
  SKILL_LEVEL: "职业技能等级评价机构（演示）",
  SPECIAL_ABILITY: "专项职业能力考核站（演示）",
  TRAINING: "职业技能培训学校（演示）",
};

/** None, one, or seldom two papers; about 35 in a hundred people hold one. */
export function makeCertificates(world: World, person: PersonDraft, cityName: string): CertificateDraft[] {
  const random = randomFor(world.seed, SUBJECT.CERTIFICATE, person.index);
  const drafts: CertificateDraft[] = [];
  const { paper } = person.trade;
  const youth = person.age < 18 ? 0.1 : 1;
  if (random.chance((paper === null ? 0.15 : paper === "TRAINING" ? 0.36 : 0.51) * youth)) {
    drafts.push(makeCertificate(random, world, person, person.trade.code, paper ?? "TRAINING", cityName, 0));
    if (random.chance(0.12)) {
      const second = random.pick(CERTIFIABLE);
      if (second.code !== person.trade.code) drafts.push(makeCertificate(random, world, person, second.code, second.paper!, cityName, 1));
    }
  }
  return drafts;
}

function makeCertificate(
  random: Random, world: World, person: PersonDraft, occupationCode: string, usual: CertificateKind, cityName: string, nth: number,
): CertificateDraft {
  const kind = usual !== "QUALIFICATION" && random.chance(0.28) ? "TRAINING" : usual;
  const level = kind === "SKILL_LEVEL" ? random.weighted(person.age < 28 ? LEVELS_YOUNG : LEVELS) : null;
  const adultOn = addDays(person.birthDate, Math.ceil(16.5 * 365.25));
  const earliest = [adultOn, addDays(world.asOf, -12 * 365)].sort().at(-1)!;
  const span = Math.max(0, daysBetween(earliest, addDays(world.asOf, -20)));
  // most papers are recent: the plan's training years
  const issuedOn = addDays(earliest, Math.floor(span * Math.max(random.next(), random.next())));
  const validDays = kind === "QUALIFICATION" ? QUALIFICATION_DAYS : null;
  return {
    id: ulidFrom(random, idTime(world, person.index)),
    kind,
    occupationCode,
    level,
    issuer: `${cityName}${ISSUERS[kind]}`,
    number: `YS${yearOf(issuedOn)}${String(person.index).padStart(8, "0")}${nth}`,
    issuedOn,
    expiresOn: validDays === null ? null : addDays(issuedOn, validDays),
    verification: random.weighted(VERIFICATION),
  };
}
