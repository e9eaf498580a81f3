import { type BookedDay, type DayLine, type DayObjection, type DayRules, type DaySource, isFullDay, objectionsTo } from "#app/domain/days/person-day.ts";
import { type Day, monthEnd, toDate, toDay } from "#app/domain/dates.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { lockPersons } from "./persons.server.ts";

export interface DayBooking {
  personId: string;
  source: DaySource;
  /** the attendance sheet, muster roll or pay report that says so */
  refId: string;
  lines: readonly DayLine[];
}

export interface RefusedDay extends DayObjection {
  personId: string;
}

/**
 * Books paid days in the caller's transaction, all of them or none. Days that the same sheet booked before give way to what it says now. The
 * persons are locked in the order of their ids, so that two sheets never wait for each other; the unique key of a full day
 * would refuse what slipped through. Returns what stands against it; an empty list means that every day is booked.
 */
export async function bookDays(deps: Pick<Deps, "clock" | "newId">, tx: Tx, bookings: readonly DayBooking[], rules: DayRules, recordedBy: string | null): Promise<RefusedDay[]> {
  if (bookings.length === 0) return [];
  const personIds = [...new Set(bookings.map(({ personId }) => personId))].sort();
  const days = bookings.flatMap(({ lines }) => lines.map(({ day }) => day)).sort();
  await lockPersons(tx, personIds);
  const refIds = new Set(bookings.map(({ refId }) => refId));
  const standing = days.length === 0 ? [] : await loadDays(tx, personIds, days[0]!, days.at(-1)!);
  const kept = new Map<string, BookedDay[]>(personIds.map((id) => [id, []]));
  for (const one of standing) if (!refIds.has(one.refId)) kept.get(one.personId)!.push(one);
  const refused: RefusedDay[] = [];
  for (const { personId, source, refId, lines } of bookings) {
    const theirs = kept.get(personId)!;
    refused.push(...objectionsTo(lines, theirs, rules).map((objection) => ({ ...objection, personId })));
    theirs.push(...lines.map((line) => ({ ...line, source, refId })));
  }
  if (refused.length > 0) return refused;
  const now = deps.clock.now();
  for (const refId of refIds) {
    await takeBackDays(deps, tx, { refId, personIds: bookings.filter((one) => one.refId === refId).map(({ personId }) => personId), reason: "replaced" });
  }
  await tx.personDay.createMany({
    data: bookings.flatMap(({ personId, source, refId, lines }) => lines.map(({ day, minutes }) => ({
      id: deps.newId(), personId, day: toDate(day), source, refId, minutes, recordedAt: now, recordedBy,
      fullDayKey: isFullDay(minutes, rules) ? `${personId}:${day}` : null, lineKey: `${refId}:${personId.slice(-16)}:${day}`,
    }))),
  });
  return [];
}

/** Takes back what a sheet booked, of some persons or of all; the rows stay and say why. */
export async function takeBackDays({ clock }: Pick<Deps, "clock">, tx: Tx, { refId, personIds, reason }: { refId: string; personIds?: readonly string[]; reason: string }): Promise<number> {
  const taken = await tx.personDay.updateMany({
    where: { refId, personId: personIds && { in: [...personIds] }, takenBackAt: null }, data: { takenBackAt: clock.now(), takenBackReason: reason.slice(0, 200), fullDayKey: null, lineKey: null },
  });
  return taken.count;
}

/** The days in force of these persons from `from` to `to`, both included. */
export async function loadDays(tx: Pick<Tx, "personDay">, personIds: readonly string[], from: Day, to: Day): Promise<(BookedDay & { personId: string })[]> {
  const rows = await tx.personDay.findMany({
    where: { personId: { in: [...personIds] }, day: { gte: toDate(from), lte: toDate(to) }, takenBackAt: null },
    select: { personId: true, day: true, minutes: true, source: true, refId: true }, orderBy: [{ personId: "asc" }, { day: "asc" }],
  });
  return rows.map((row) => ({ ...row, day: toDay(row.day) }));
}

/** What else a person has in a month: all paid days but those of one sheet, `refId`. */
export async function loadOtherDays(tx: Pick<Tx, "personDay">, personId: string, month: string, refId: string): Promise<BookedDay[]> {
  return (await loadDays(tx, [personId], `${month}-01`, monthEnd(month))).filter((one) => one.refId !== refId);
}
