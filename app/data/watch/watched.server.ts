import type { RowDataPacket } from "mysql2";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import type { CheckInAnswer } from "#app/domain/checkin/check-in.ts";
import { chinaDay, type Day } from "#app/domain/dates.ts";
import type { RuleBook } from "#app/domain/policy/rule-book.ts";
import type { WatchedPerson, WatchedPlacement, WatchSignal } from "#app/domain/watch/signals.ts";
import { type CapacityRow, type CategoryRow, openCapacity, openCategory } from "#app/data/person-status.ts";
import type { Pool } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** Somebody under watch, with the home that decides whose case it is. */
export interface Watched extends WatchedPerson {
  householdId: string | null;
  homeRegionCode: string;
  homeCountyCode: string;
  openKinds: ReadonlySet<WatchSignal>;
}

/** Those of some persons who stand under watch on a day: they or somebody of their household are in a category that is watched where they live. */
export async function loadWatched(deps: Pick<Deps, "pool" | "crypto">, personIds: readonly string[], rules: RuleBook, asOf: Day, now: Date): Promise<Watched[]> {
  if (personIds.length === 0) return [];
  const { pool } = deps;
  const [people] = await pool.query<RowDataPacket[]>(
    `SELECT p.id, p.birthDate, p.labourCapacity, p.labourCapacityEnc, p.householdId, p.homeRegionCode, p.homeCountyCode, k.id AS categoryId, k.kind, k.kindEnc, k.validFrom
       FROM person p JOIN person_category k ON k.personId = p.id WHERE p.id IN (?) AND p.deletedAt IS NULL AND k.validFrom <= ? AND (k.validTo IS NULL OR k.validTo > ?)
     UNION ALL
     SELECT p.id, p.birthDate, p.labourCapacity, p.labourCapacityEnc, p.householdId, p.homeRegionCode, p.homeCountyCode, k.id AS categoryId, k.kind, k.kindEnc, k.validFrom
       FROM person p JOIN person m ON m.householdId = p.householdId AND m.id <> p.id AND m.deletedAt IS NULL JOIN person_category k ON k.personId = m.id
      WHERE p.id IN (?) AND p.deletedAt IS NULL AND k.validFrom <= ? AND (k.validTo IS NULL OR k.validTo > ?)`, [personIds, asOf, asOf, personIds, asOf, asOf]);
  const since = new Map<string, { row: RowDataPacket; day: Day }>();
  for (const row of people) {
    const kinds = rules.list("watch.categories", { regionCode: row.homeCountyCode as string, asOf }) ?? [];
    if (!kinds.includes(openCategory(deps, { id: row.categoryId as string, kind: row.kind as CategoryRow["kind"], kindEnc: row.kindEnc as string | null }))) continue;
    const known = since.get(row.id as string);
    if (!known || (row.validFrom as Day) < known.day) since.set(row.id as string, { row, day: row.validFrom as Day });
  }
  const ids = [...since.keys()];
  if (ids.length === 0) return [];
  const [placements, cases] = await Promise.all([loadPlacements(pool, ids, now), loadCases(pool, ids)]);
  return ids.map((id) => {
    const { row, day } = since.get(id)!;
    return {
      personId: id, birthDate: row.birthDate as Day, canWork: openCapacity(deps, id, row as RowDataPacket & CapacityRow) !== "NONE", watchedSince: day, unplacedClosedOn: cases.get(id)?.unplacedClosedOn ?? null,
      placements: placements.get(id) ?? [], householdId: row.householdId as string | null, homeRegionCode: row.homeRegionCode as string, homeCountyCode: row.homeCountyCode as string,
      openKinds: cases.get(id)?.open ?? new Set<WatchSignal>(),
    };
  });
}

async function loadPlacements(pool: Pool, personIds: readonly string[], now: Date): Promise<Map<string, WatchedPlacement[]>> {
  const [[rows], [pays], [checkIns], ledger] = await Promise.all([
    pool.query<RowDataPacket[]>(
      `SELECT a.id, a.personId, a.stream, t.termMonths, w.endsOn FROM placement a LEFT JOIN post p ON p.id = a.postId LEFT JOIN welfare_terms t ON t.postId = p.id
         LEFT JOIN workfare_project w ON w.id = p.workfareProjectId WHERE a.personId IN (?) ORDER BY a.id`, [personIds]),
    pool.query<RowDataPacket[]>("SELECT r.placementId, r.month FROM pay_report r JOIN placement a ON a.id = r.placementId WHERE a.personId IN (?)", [personIds]),
    pool.query<RowDataPacket[]>("SELECT c.placementId, c.dueOn, c.answeredAt, c.answer, c.expiresAt FROM check_in c JOIN placement a ON a.id = c.placementId WHERE c.kind <> 'ARRIVAL' AND a.personId IN (?)", [personIds]),
    loadEventsOfPersons(pool, personIds),
  ]);
  const found = new Map<string, WatchedPlacement[]>();
  for (const row of rows) {
    const [id, personId] = [row.id as string, row.personId as string];
    const placement: WatchedPlacement = {
      placementId: id, events: ledger.get(personId)?.get(id) ?? [], termMonths: row.termMonths as number | null, projectEndsOn: row.endsOn as Day | null,
      payMonths: pays.filter((one) => one.placementId === id).map((one) => one.month as string),
      checkIns: checkIns.filter((one) => one.placementId === id).map((one) => ({
        dueOn: one.dueOn as Day, answeredOn: one.answeredAt === null ? null : chinaDay(one.answeredAt as Date), answer: one.answer as CheckInAnswer | null, lapsed: (one.expiresAt as Date) < now,
      })),
    };
    const list = found.get(personId);
    if (list) list.push(placement);
    else found.set(personId, [placement]);
  }
  return found;
}

async function loadCases(pool: Pool, personIds: readonly string[]): Promise<Map<string, { open: Set<WatchSignal>; unplacedClosedOn: Day | null }>> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT personId, kind, closedAt FROM watch_case WHERE personId IN (?)", [personIds]);
  const found = new Map<string, { open: Set<WatchSignal>; unplacedClosedOn: Day | null }>();
  for (const row of rows) {
    let one = found.get(row.personId as string);
    if (!one) found.set(row.personId as string, (one = { open: new Set(), unplacedClosedOn: null }));
    if (row.closedAt === null) one.open.add(row.kind as WatchSignal);
    else if (row.kind === "UNPLACED") {
      const day = chinaDay(row.closedAt as Date);
      if (one.unplacedClosedOn === null || day > one.unplacedClosedOn) one.unplacedClosedOn = day;
    }
  }
  return found;
}

/** Few enough that the cases of all of them go into one statement. */
const PERSONS_AT_ONCE = 1_000;

/** The ids of everybody on the register, a thousand at a time. */
export async function* streamPersonIds(pool: Pool): AsyncGenerator<string[]> {
  for (let after = ""; ; ) {
    const [rows] = await pool.query<RowDataPacket[]>("SELECT id FROM person WHERE id > ? AND deletedAt IS NULL ORDER BY id LIMIT ?", [after, PERSONS_AT_ONCE]);
    if (rows.length === 0) return;
    after = rows.at(-1)!.id as string;
    yield rows.map((row) => row.id as string);
  }
}

const CASES_AT_ONCE = 500;

/** Open cases past their day that may be reported further up, some at a time by their ids. */
export async function loadOverdue(pool: Pool, today: Day, after: string): Promise<{ id: string; countyCode: string; dueOn: Day; raised: number }[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT id, countyCode, dueOn, raised FROM watch_case WHERE closedAt IS NULL AND dueOn < ? AND raised < 2 AND id > ? ORDER BY id LIMIT ?", [today, after, CASES_AT_ONCE]);
  return rows as unknown as { id: string; countyCode: string; dueOn: Day; raised: number }[];
}
