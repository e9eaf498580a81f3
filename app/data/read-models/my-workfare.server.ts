import { findBankAccount, type MaskedAccount } from "#app/data/bank-accounts.server.ts";
import { loadEntries } from "#app/data/workfare/rolls.server.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import { dayPayFen } from "#app/domain/workfare/pay.ts";
import { daysInForce } from "#app/domain/workfare/roll.ts";
import type { PayResult, PaySheetState } from "#app/domain/workfare/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface WorkedDayView {
  day: Day;
  quarters: number;
  rateFen: number;
  payFen: number;
}

export interface MyWage {
  lineId: string;
  sheetNr: number;
  projectName: string;
  payFen: number;
  quarters: number;
  days: WorkedDayView[];
  state: PaySheetState;
  result: PayResult;
  resultOn: Day | null;
  resultReason: string | null;
  account: string | null;
  dispute: "none" | "open" | "closed";
}

export interface MyUnpaid {
  rollId: string;
  nr: number;
  projectName: string;
  closed: boolean;
  days: WorkedDayView[];
  payFen: number;
  dispute: "none" | "open" | "closed";
}

export interface MyWorkfare {
  wages: MyWage[];
  /** days that stand in a roll and in no pay sheet yet */
  unpaid: MyUnpaid[];
  account: MaskedAccount | null;
  signs: boolean;
}

/** A worker's own days and pay, sheet by sheet, and what the rolls hold that no sheet has yet. */
export async function readMyWorkfare(deps: Pick<Deps, "db" | "crypto">, personId: string): Promise<MyWorkfare> {
  const { db } = deps;
  const [lines, rolls, account, cases, parts] = await Promise.all([
    db.payLine.findMany({ where: { personId }, orderBy: { id: "desc" }, take: 60, include: { days: { orderBy: { day: "asc" } }, sheet: { include: { project: { select: { name: true } } } } } }),
    db.musterRoll.findMany({ where: { entries: { some: { personId } } }, orderBy: { fromOn: "desc" }, take: 12, include: { project: { select: { name: true } } } }),
    findBankAccount(deps, db, personId),
    db.careCase.findMany({ where: { personId, OR: [{ payLineId: { not: null } }, { rollId: { not: null } }] }, select: { payLineId: true, rollId: true, closedAt: true } }),
    db.workfareMember.count({ where: { personId, openKey: { not: null }, part: { not: "WORKER" } } }),
  ]);
  const disputeOf = (matches: (one: (typeof cases)[number]) => boolean) => {
    const found = cases.filter(matches);
    return found.length === 0 ? ("none" as const) : found.some((one) => one.closedAt === null) ? ("open" as const) : ("closed" as const);
  };
  const paid = new Set((await db.payDay.findMany({ where: { personId, rollId: { in: rolls.map((one) => one.id) } }, select: { rollId: true, day: true } })).map((one) => `${one.rollId}|${toDay(one.day)}`));
  const unpaid = await Promise.all(rolls.map(async (roll): Promise<MyUnpaid> => {
    const days = daysInForce(await loadEntries(db, roll.id)).filter((one) => one.personId === personId && !paid.has(`${roll.id}|${one.day}`)).map(({ day, quarters, rateFen }) => ({ day, quarters, rateFen, payFen: dayPayFen(rateFen, quarters) }));
    return { rollId: roll.id, nr: roll.nr, projectName: roll.project.name, closed: roll.closedAt !== null, days, payFen: days.reduce((sum, one) => sum + one.payFen, 0), dispute: disputeOf((one) => one.rollId === roll.id) };
  }));
  return {
    wages: lines.map((line) => ({
      lineId: line.id, sheetNr: line.sheet.nr, projectName: line.sheet.project.name, payFen: line.payFen, quarters: line.quarters, state: line.sheet.state, result: line.result,
      days: line.days.map((one) => ({ day: toDay(one.day), quarters: one.quarters, rateFen: one.rateFen, payFen: one.payFen })),
      resultOn: line.resultOn === null ? null : toDay(line.resultOn), resultReason: line.resultReason, account: line.accountMasked, dispute: disputeOf((one) => one.payLineId === line.id),
    })),
    unpaid: unpaid.filter((one) => one.days.length > 0), account, signs: parts > 0,
  };
}
