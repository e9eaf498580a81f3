import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import type { DayRules } from "#app/domain/days/person-day.ts";
import type { Part, WorkfareAct } from "#app/domain/workfare/roles.ts";
import { daysInForce, entryHash, type Hashed, type RollEntry } from "#app/domain/workfare/roll.ts";
import type { Actor } from "#app/platform/actor.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { Db, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { bookDays, type DayBooking, type RefusedDay } from "../person-days.server.ts";
import { findProjectFor, type Project } from "./projects.server.ts";

export interface Roll {
  id: string;
  projectId: string;
  nr: number;
  fromOn: Day;
  /** the first day after it */
  untilOn: Day;
  lastSeq: number;
  lastHash: string;
  closedAt: Date | null;
}

/** A roll with its project, for an actor who may do that with it; null for a stranger, as for one that is not there. */
export async function findRollFor(deps: Pick<Deps, "db" | "clock">, actor: Actor, rollId: string, act: WorkfareAct): Promise<{ roll: Roll; project: Project; part: Part } | null> {
  if (!ID_PATTERN.test(rollId)) return null;
  const row = await deps.db.musterRoll.findUnique({ where: { id: rollId } });
  if (!row) return null;
  const found = await findProjectFor(deps, actor, row.projectId, act);
  return found && { ...found, roll: toRoll(row) };
}

export function toRoll(row: { id: string; projectId: string; nr: number; fromOn: Date; untilOn: Date; lastSeq: number; lastHash: string; closedAt: Date | null }): Roll {
  const { id, projectId, nr, fromOn, untilOn, lastSeq, lastHash, closedAt } = row;
  return { id, projectId, nr, fromOn: toDay(fromOn), untilOn: toDay(untilOn), lastSeq, lastHash, closedAt };
}

/** Waits for whoever writes in the roll, and reads it as it is then. */
export async function lockRoll(tx: Tx, rollId: string): Promise<{ roll: Roll; entries: Hashed[] }> {
  await tx.$queryRaw`SELECT id FROM muster_roll WHERE id = ${rollId} FOR UPDATE`;
  return { roll: toRoll(await tx.musterRoll.findUniqueOrThrow({ where: { id: rollId } })), entries: await loadEntries(tx, rollId) };
}

export async function loadEntries(db: Pick<Db | Tx, "musterEntry">, rollId: string): Promise<Hashed[]> {
  return (await db.musterEntry.findMany({ where: { rollId }, orderBy: { seq: "asc" } })).map(toEntry);
}

export function toEntry(row: Omit<Hashed, "day" | "recordedAt"> & { day: Date | null; recordedAt: Date }): Hashed {
  const { rollId, seq, kind, personId, day, quarters, minutes, rateFen, way, note, entryKey, recordedAt, recordedBy, hash } = row;
  return { rollId, seq, kind, personId, day: day === null ? null : toDay(day), quarters, minutes, rateFen, way, note, entryKey, recordedAt: recordedAt.toISOString(), recordedBy, hash };
}

export type EntryDraft = Pick<RollEntry, "kind" | "way" | "entryKey"> & Partial<Pick<RollEntry, "personId" | "day" | "quarters" | "minutes" | "rateFen" | "note">>;

/** Adds rows behind the last one of a locked roll, each with the hash of the one before, and seals the roll with the newest. */
export async function appendEntries({ clock }: Pick<Deps, "clock">, tx: Tx, roll: Roll, drafts: readonly EntryDraft[], recordedBy: string | null): Promise<Hashed[]> {
  const now = clock.now();
  const added: Hashed[] = [];
  let { lastSeq: seq, lastHash: before } = roll;
  for (const draft of drafts) {
    const entry: RollEntry = { rollId: roll.id, seq: (seq += 1), personId: null, day: null, quarters: null, minutes: null, rateFen: null, note: null, ...draft, recordedAt: now.toISOString(), recordedBy };
    added.push({ ...entry, hash: (before = entryHash(before, entry, sha256)) });
  }
  await tx.musterEntry.createMany({ data: added.map((one) => ({ ...one, day: one.day === null ? null : toDate(one.day), recordedAt: now })) });
  await tx.musterRoll.update({ where: { id: roll.id }, data: { lastSeq: seq, lastHash: before } });
  return added;
}

/** Books what a closed roll says in the ledger of paid days, in the place of what it said before; empty when every day is booked. */
export async function bookRoll(deps: Pick<Deps, "clock" | "newId">, tx: Tx, rollId: string, entries: readonly Hashed[], rules: DayRules, recordedBy: string | null): Promise<RefusedDay[]> {
  const days = daysInForce(entries);
  const persons = [...new Set(entries.flatMap((one) => one.personId ?? []))];
  const bookings: DayBooking[] = persons.map((personId) => ({
    personId, source: "WORKFARE", refId: rollId, lines: days.filter((one) => one.personId === personId).map(({ day, minutes }) => ({ day, minutes })),
  }));
  return bookDays(deps, tx, bookings, rules, recordedBy);
}
