import { openHeld } from "#app/data/person-status.ts";
import { claimKey } from "#app/domain/claim/benefits.ts";
import { toDay } from "#app/domain/dates.ts";
import type { RuleBook } from "#app/domain/policy/rule-book.ts";
import { type AllowanceLine, allowanceLines } from "#app/domain/training/allowance.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { HeldClass } from "./classes.server.ts";

export interface ComputedAllowance extends AllowanceLine {
  enrolmentId: string;
  personId: string;
}

/** The living allowances of a class as attendance, categories, other classes' sheets and single claims stand now; a class that is not on public money owes none. */
export async function computeAllowances(deps: Pick<Deps, "crypto">, tx: Tx, of: Pick<HeldClass, "id" | "countyCode" | "publicFunds">, rules: RuleBook): Promise<ComputedAllowance[]> {
  if (!of.publicFunds) return [];
  const trainees = await tx.trainingEnrolment.findMany({ where: { classId: of.id, attendance: { some: { halves: { gt: 0 } } } }, include: { attendance: true, person: { select: { categories: true } } }, orderBy: { id: "asc" } });
  const personIds = trainees.map((one) => one.personId);
  const [others, claims] = await Promise.all([
    tx.trainingAllowance.findMany({ where: { personId: { in: personIds }, classId: { not: of.id } } }),
    tx.claim.findMany({ where: { personId: { in: personIds }, benefit: "TRAINING_AID", openKey: { not: null } }, select: { openKey: true } }),
  ]);
  const claimed = new Set(claims.map((one) => one.openKey));
  return trainees.flatMap((one) => allowanceLines({
    countyCode: of.countyCode,
    categories: one.person.categories.map((held) => openHeld(deps, held)),
    days: one.attendance.map(({ day, halves }) => ({ day: toDay(day), halves })),
    before: (year) => ({
      halves: others.filter((other) => other.personId === one.personId && other.year === year).reduce((sum, other) => sum + other.paidHalves, 0),
      claimed: claimed.has(claimKey("TRAINING_AID", one.personId, year, null)),
    }),
  }, rules).map((line) => ({ ...line, enrolmentId: one.id, personId: one.personId })));
}

export async function isAllowanceOwed(deps: Pick<Deps, "crypto">, tx: Tx, of: HeldClass, rules: RuleBook): Promise<boolean> {
  return (await computeAllowances(deps, tx, of, rules)).some((line) => line.amountFen > 0);
}

/** Those whose allowance is drawn up, checked or paid are held one after the other, in one order, so that no two classes pay the same day of a year's most. */
export async function holdTrainees(tx: Tx, classId: string): Promise<void> {
  await tx.$queryRaw`SELECT p.id FROM person p JOIN training_enrolment e ON e.personId = p.id WHERE e.classId = ${classId} ORDER BY p.id FOR UPDATE`;
}
