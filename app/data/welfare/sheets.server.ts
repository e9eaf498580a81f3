import { toDay } from "#app/domain/dates.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import { linesOf, type MonthOwed, type PayLine, payForMonth } from "#app/domain/welfare/pay.ts";
import type { Tx } from "#app/platform/database.server.ts";
import { rangesOf } from "./cases.server.ts";
import { floorByDay } from "./rules.server.ts";

export interface SheetLine extends PayLine {
  caseId: string;
  personId: string;
}

/**
 * The lines of a township's sheet for a month, computed from attendance, contracts and insurance as they stand, and from what the sheets before paid: that
 * month's, and for earlier months what is still owed. In the order of villages and people.
 */
export async function computeLines(tx: Tx, town: string, month: string, policy: readonly PolicyParameter[], exceptSheetId: string | null): Promise<SheetLine[]> {
  const cases = await tx.welfareCase.findMany({
    where: { regionCode: { startsWith: town }, attendances: { some: { month: { lte: month } } } },
    include: {
      post: { select: { regionCode: true, welfareTerms: { include: { quota: true } } } }, contracts: true, insurances: true, attendances: { where: { month: { lte: month } } },
      pays: { where: { result: { not: "FAILED" }, ...(exceptSheetId === null ? {} : { sheetId: { not: exceptSheetId } }) }, select: { month: true, amountFen: true } },
    },
    orderBy: [{ regionCode: "asc" }, { id: "asc" }],
  });
  const refIds = cases.flatMap((one) => one.attendances.map(({ id }) => id));
  const days = refIds.length === 0 ? [] : await tx.personDay.findMany({ where: { refId: { in: refIds }, takenBackAt: null }, select: { refId: true, day: true } });
  const daysOf = new Map<string, string[]>();
  for (const one of days) daysOf.set(one.refId, [...(daysOf.get(one.refId) ?? []), toDay(one.day)]);
  return cases.flatMap((one) => {
    const terms = one.post.welfareTerms!;
    const floorFen = floorByDay(policy, one.post.regionCode, terms.kind);
    const owed: MonthOwed[] = one.attendances.map((attendance) => ({
      month: attendance.month, beforeFen: one.pays.filter((pay) => pay.month === attendance.month).reduce((sum, pay) => sum + pay.amountFen, 0),
      ...payForMonth({
        month: attendance.month, days: daysOf.get(attendance.id) ?? [], daysPerMonth: terms.quota!.daysPerMonth, monthlyFen: terms.subsidyFenPerMonth,
        contracts: rangesOf(one.contracts, one.endedOn), insurances: rangesOf(one.insurances), floorFen,
      }),
    }));
    return linesOf(owed, month).map((line) => ({ ...line, caseId: one.id, personId: one.personId }));
  });
}

/** Whoever draws up, approves, opens or settles sheets of a township waits for the one before. */
export async function holdTown(tx: Tx, town: string): Promise<void> {
  await tx.$queryRaw`SELECT code FROM region WHERE code = ${town} FOR UPDATE`;
}

/** A sheet with its lines; null where there is none. */
export function findSheet(db: Pick<Tx, "welfareSheet">, id: string) {
  return db.welfareSheet.findUnique({ where: { id }, include: { lines: { orderBy: { nr: "asc" } } } });
}

/** Lines of a person stand one after the other and go to the bank as one transfer, known by the number of the first. */
export function transfersOf<T extends { nr: number; personId: string; amountFen: number }>(lines: readonly T[]): { nr: number; personId: string; amountFen: number; lines: T[] }[] {
  const byPerson = new Map<string, T[]>();
  for (const line of lines) byPerson.set(line.personId, [...(byPerson.get(line.personId) ?? []), line]);
  return [...byPerson].map(([personId, own]) => ({ nr: own[0]!.nr, personId, amountFen: own.reduce((sum, one) => sum + one.amountFen, 0), lines: own })).filter((one) => one.amountFen > 0);
}

/** Whether days in a welfare post stand on no sheet yet, or a transfer is under way. */
export async function isOwedSubsidy(db: Pick<Tx, "welfareAttendance" | "welfarePay">, personId: string): Promise<boolean> {
  if ((await db.welfarePay.count({ where: { personId, result: "PENDING", amountFen: { gt: 0 }, sheet: { state: { not: "SETTLED" } } } })) > 0) return true;
  const months = await db.welfareAttendance.findMany({ where: { days: { gt: 0 }, ofCase: { personId } }, select: { month: true, ofCase: { select: { pays: { select: { month: true } } } } } });
  return months.some(({ month, ofCase }) => !ofCase.pays.some((pay) => pay.month === month));
}
