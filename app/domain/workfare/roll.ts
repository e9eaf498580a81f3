import { addDays, addMonths, type Day } from "../dates.ts";

/** A word in a roll: a day's work, a signature, or the close. Rows stay; a later word about the same person and day stands. */
export const ENTRY_KINDS = ["DAY", "FOREMAN", "REPRESENTATIVE", "CLOSED"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** How a word came in: on a page, from a phone that was without signal, or copied from the signed sheet. */
export const ENTRY_WAYS = ["PAGE", "PHONE", "PAPER"] as const;
export type EntryWay = (typeof ENTRY_WAYS)[number];

export interface RollEntry {
  rollId: string;
  /** 1, 2, 3 … */
  seq: number;
  kind: EntryKind;
  personId: string | null;
  day: Day | null;
  /** quarters of a day, 0 to 4; 0 takes a day out */
  quarters: number | null;
  minutes: number | null;
  /** fen a day */
  rateFen: number | null;
  way: EntryWay;
  /** sheet number of a signature on paper; why a closed roll was corrected */
  note: string | null;
  entryKey: string;
  recordedAt: string;
  recordedBy: string | null;
}

export const QUARTERS = [0, 1, 2, 3, 4] as const;
export const WHOLE_DAY = 4;

/** The hash of a row over its content and the hash before it (`""` before the first). `digest` is SHA-256 in base64url, passed in so that this runs anywhere. */
export function entryHash(before: string, entry: RollEntry, digest: (text: string) => string): string {
  const { rollId, seq, kind, personId, day, quarters, minutes, rateFen, way, note, entryKey, recordedAt, recordedBy } = entry;
  return digest(JSON.stringify([before, rollId, seq, kind, personId, day, quarters, minutes, rateFen, way, note, entryKey, recordedAt, recordedBy]));
}

export type Hashed = RollEntry & { hash: string };

/** The first row that is not what the chain demands, or 0 where the roll's own seal names another end than the last row; null: all hold. */
export function findBrokenEntry(rows: readonly Hashed[], seal: { lastSeq: number; lastHash: string }, digest: (text: string) => string): number | null {
  let before = "";
  for (const [at, row] of rows.entries()) {
    if (row.seq !== at + 1 || row.hash !== entryHash(before, row, digest)) return row.seq;
    before = row.hash;
  }
  return seal.lastSeq === rows.length && seal.lastHash === before ? null : 0;
}

export interface RollDay {
  personId: string;
  day: Day;
  quarters: number;
  minutes: number;
  rateFen: number;
  /** the row that says so, and whose it is */
  seq: number;
  recordedBy: string | null;
}

/** The days in force: of each person and day the newest word; a day that was taken out is left out. In order of person and day. */
export function daysInForce(rows: readonly RollEntry[]): RollDay[] {
  return [...lastWords(rows).values()].filter((one) => one.quarters > 0).sort((a, b) => (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : a.day < b.day ? -1 : 1));
}

export const dayKey = (personId: string, day: Day) => `${personId}|${day}`;

/** Of each person and day the newest word, days taken out included, by `dayKey`. */
export function lastWords(rows: readonly RollEntry[]): Map<string, RollDay> {
  const last = new Map<string, RollDay>();
  for (const { kind, personId, day, quarters, minutes, rateFen, seq, recordedBy } of rows) {
    if (kind === "DAY" && personId !== null && day !== null) last.set(dayKey(personId, day), { personId, day, quarters: quarters ?? 0, minutes: minutes ?? 0, rateFen: rateFen ?? 0, seq, recordedBy });
  }
  return last;
}

export interface Signature {
  way: EntryWay;
  recordedAt: string;
  recordedBy: string | null;
  note: string | null;
}

/** The two signatures that hold: a day written after one makes it void, until the roll is closed. */
export function signaturesOf(rows: readonly RollEntry[]): { foreman: Signature | null; representative: Signature | null; closedSeq: number | null } {
  const closedSeq = rows.find(({ kind }) => kind === "CLOSED")?.seq ?? null;
  const before = rows.filter(({ seq }) => closedSeq === null || seq < closedSeq);
  const lastDay = before.reduce((last, { kind, seq }) => (kind === "DAY" ? seq : last), 0);
  const signed = (kind: EntryKind) => before.filter((one) => one.kind === kind && one.seq > lastDay).at(-1) ?? null;
  return { foreman: signed("FOREMAN"), representative: signed("REPRESENTATIVE"), closedSeq };
}

export interface DayChange {
  personId: string;
  day: Day;
  quarters: number;
  rateFen: number;
}

export interface DayConflict {
  change: DayChange;
  stored: RollDay;
}

/** What the writer of changes knew: up to which row they had seen the roll, who they are, what they sent, and what they decided once both sides were shown. */
export interface Seen {
  seq: number;
  by: string | null;
  /** whether only cells that the writer changed were sent, as a phone does, or the whole sheet, as a page does */
  changesOnly: boolean;
  /** up to which row both sides were shown, and the days, by `dayKey`, for which the writer's word is to stand */
  decided: { shown: number; take: ReadonlySet<string> } | null;
}

/**
 * What of the changes is new, given what the roll says now. A cell of a whole sheet that says what its writer had before them is no change; one that says what
 * stands there is none either, so that two phones with the same sheet make one day. Where somebody else has written another word meanwhile, both sides are told; what was
 * decided about is taken or left, and a word newer than that is told again.
 */
export function mergeChanges(rows: readonly RollEntry[], changes: readonly DayChange[], seen: Seen): { fresh: DayChange[]; conflicts: DayConflict[]; movedOn: boolean } {
  const last = lastWords(rows);
  const known = lastWords(rows.filter(({ seq }) => seq <= seen.seq));
  const fresh: DayChange[] = [];
  const conflicts: DayConflict[] = [];
  for (const change of changes) {
    const key = dayKey(change.personId, change.day);
    const stored = last.get(key);
    if (saysSame(stored, change) || (!seen.changesOnly && saysSame(known.get(key), change))) continue;
    if (stored === undefined || stored.seq <= seen.seq || stored.recordedBy === seen.by) fresh.push(change);
    else if (seen.decided === null || stored.seq > seen.decided.shown) conflicts.push({ change, stored });
    else if (seen.decided.take.has(key)) fresh.push(change);
  }
  return { fresh, conflicts, movedOn: seen.decided !== null && conflicts.length > 0 };
}

function saysSame(word: RollDay | undefined, { quarters, rateFen }: DayChange): boolean {
  return (word?.quarters ?? 0) === quarters && (quarters === 0 || word?.rateFen === rateFen);
}

/** The days of a roll, [from, until). */
export function rollDays(fromOn: Day, untilOn: Day): Day[] {
  const days: Day[] = [];
  for (let day = fromOn; day < untilOn; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The first day after the half of a month in which a day lies: the 16th, or the first of the next month. */
export function halfMonthEnd(day: Day): Day {
  return day.slice(8) < "16" ? `${day.slice(0, 8)}16` : addMonths(`${day.slice(0, 8)}01`, 1);
}

/** Minutes of so many quarters of a working day. */
export function minutesOf(quarters: number, hoursPerDay: number): number {
  return (hoursPerDay * 60 * quarters) / WHOLE_DAY;
}
