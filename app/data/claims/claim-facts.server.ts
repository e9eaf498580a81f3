import type { RowDataPacket } from "mysql2";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { type CategoryRow, openCategory } from "#app/data/person-status.ts";
import { HELD_UNTIL } from "#app/data/recognitions.server.ts";
import { type ClaimFacts, type WorkFacts, workFactsOf } from "#app/domain/claim/facts.ts";
import { chinaDay } from "#app/domain/dates.ts";
import { countyOf, scopePrefix } from "#app/domain/region/codes.ts";
import type { PlaceClass, Stream } from "#app/domain/terms.ts";
import type { Pool } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** All that claims of some persons are computed from: one reading path for a person's page, a check and a simulation. */
export async function loadClaimFacts(deps: Pick<Deps, "pool" | "crypto">, personIds: readonly string[]): Promise<Map<string, ClaimFacts>> {
  if (personIds.length === 0) return new Map();
  const { pool } = deps;
  const ask = async (sql: string) => (await pool.query<RowDataPacket[]>(sql, [personIds]))[0];
  const [persons, categories, placements, pays, trainings, startups, recognitions, allowances, journeys, ledger] = await Promise.all([
    ask("SELECT id, homeCountyCode, homeRegionCode FROM person WHERE id IN (?) AND deletedAt IS NULL ORDER BY id"),
    ask("SELECT id, personId, kind, kindEnc, validFrom, validTo FROM person_category WHERE personId IN (?) ORDER BY personId, validFrom, id"),
    ask(`SELECT a.id, a.personId, a.stream, a.placeClass, a.workRegionCode, p.employerId, p.workshopId, w.townCode AS workshopTown, COALESCE(p.monthlyMinFen, p.monthlyMaxFen) AS postPayFen
           FROM placement a LEFT JOIN post p ON p.id = a.postId LEFT JOIN workshop w ON w.id = p.workshopId WHERE a.personId IN (?) ORDER BY a.personId, a.id`),
    ask("SELECT r.placementId, r.month, r.monthlyFen FROM pay_report r JOIN placement a ON a.id = r.placementId WHERE a.personId IN (?) ORDER BY r.placementId, r.month"),
    ask("SELECT id, personId, issuedOn, verification FROM certificate WHERE kind = 'TRAINING' AND verification IN ('VERIFIED', 'UNVERIFIED') AND personId IN (?) ORDER BY personId, issuedOn, id"),
    ask("SELECT id, personId, openedOn, closedOn FROM startup WHERE personId IN (?) ORDER BY personId, openedOn, id"),
    ask(`SELECT DISTINCT r.workshopId, r.recognisedOn, ${HELD_UNTIL} AS heldUntil FROM placement a JOIN post p ON p.id = a.postId JOIN workshop_recognition r ON r.workshopId = p.workshopId
          WHERE a.personId IN (?) ORDER BY r.workshopId, r.recognisedOn`),
    ask("SELECT DISTINCT personId, year FROM training_allowance WHERE amountFen > 0 AND personId IN (?) ORDER BY personId, year"),
    ask(`SELECT s.personId, s.placementId, d.departedAt, d.publicFare FROM dispatch_seat s JOIN dispatch d ON d.id = s.dispatchId
          WHERE s.state = 'ARRIVED' AND s.placementId IS NOT NULL AND s.personId IN (?) ORDER BY s.personId, s.id`),
    loadEventsOfPersons(pool, personIds),
  ]);
  const of = (rows: readonly RowDataPacket[], key: string) => groupBy(rows, (row) => row[key] as string);
  const [kindsOf, heldBy, paidAt, trainedBy, openedBy] = [of(categories, "personId"), of(placements, "personId"), of(pays, "placementId"), of(trainings, "personId"), of(startups, "personId")];
  const recognised = recognitions.map((row) => ({ workshopId: row.workshopId as string, from: row.recognisedOn as string, until: row.heldUntil as string }));
  return new Map(persons.map((person): [string, ClaimFacts] => {
    const id = person.id as string;
    const works = (heldBy.get(id) ?? []).flatMap((row): WorkFacts[] => {
      const events = ledger.get(id)?.get(row.id as string);
      const work = events && workFactsOf(events, {
        placementId: row.id as string, employerId: row.employerId as string | null, workshopId: row.workshopId as string | null,
        workshopCountyCode: row.workshopTown === null ? null : countyOf(row.workshopTown as string), stream: row.stream as Stream, placeClass: row.placeClass as PlaceClass,
        workRegionCode: row.workRegionCode as string, postPayFen: row.postPayFen as number | null,
        payReports: (paidAt.get(row.id as string) ?? []).map((pay) => ({ month: pay.month as string, fen: pay.monthlyFen as number })),
      });
      return work ? [work] : [];
    });
    const workshops = new Set(works.map((work) => work.workshopId));
    return [id, {
      personId: id, homeCountyCode: person.homeCountyCode as string, homeRegionCode: person.homeRegionCode as string, works,
      categories: (kindsOf.get(id) ?? []).map((row) => ({ kind: openCategory(deps, row as RowDataPacket & CategoryRow), validFrom: row.validFrom as string, validTo: row.validTo as string | null })),
      trainings: (trainedBy.get(id) ?? []).map((row) => ({ certificateId: row.id as string, issuedOn: row.issuedOn as string, verified: row.verification === "VERIFIED" })),
      allowanceYears: allowances.flatMap((row) => (row.personId === id ? [Number(row.year)] : [])),
      organised: journeys.flatMap((row) => (row.personId === id && row.departedAt !== null ? [{ placementId: row.placementId as string, on: chinaDay(row.departedAt as Date), publicFare: Number(row.publicFare) === 1 }] : [])),
      startups: (openedBy.get(id) ?? []).map((row) => ({ id: row.id as string, openedOn: row.openedOn as string, closedOn: row.closedOn as string | null })),
      recognitions: recognised.filter((one) => workshops.has(one.workshopId)),
    }];
  }));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const PERSONS_AT_ONCE = 2_000;

/** How many persons of a region the register holds. */
export async function countPersons(pool: Pool, regionCode: string): Promise<number> {
  const [[row]] = await pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM person WHERE homeCountyCode LIKE ? AND deletedAt IS NULL", [`${scopePrefix(regionCode)}%`]);
  return Number(row?.n ?? 0);
}

/** The facts of everybody of a region, some thousand persons at a time: memory does not grow with the register. */
export async function* streamClaimFacts(deps: Pick<Deps, "pool" | "crypto">, regionCode: string, atOnce = PERSONS_AT_ONCE): AsyncGenerator<ClaimFacts[]> {
  let after = "";
  for (;;) {
    const [rows] = await deps.pool.query<RowDataPacket[]>(
      "SELECT id FROM person WHERE id > ? AND homeCountyCode LIKE ? AND deletedAt IS NULL ORDER BY id LIMIT ?", [after, `${scopePrefix(regionCode)}%`, atOnce]);
    if (rows.length === 0) return;
    after = rows.at(-1)!.id as string;
    yield [...(await loadClaimFacts(deps, rows.map((row) => row.id as string))).values()];
  }
}
