import type { RowDataPacket } from "mysql2";
import { hiredFigures, type HiredFigures } from "#app/domain/fair/figures.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadEventsOfPersons } from "../ledger/events.server.ts";

export interface FairFigures extends HiredFigures {
  /** through the door, and to booths, as they were counted: heads, not persons */
  visitors: number;
  boothVisits: number;
  booths: number;
  employers: number;
  posts: number;
  /** openings of these posts */
  places: number;
  /** persons who said that they come or came */
  interested: number;
  came: number;
  /** persons who said so and took a post of a booth on its own page while an online fair was on */
  online: number;
}

/** The figures of one or several fairs, from their rows and the ledger. Of several, persons, employers and posts count once; what was counted by heads is summed. */
export async function readFairFigures({ pool, clock }: Pick<Deps, "pool" | "clock">, fairIds: readonly string[]): Promise<FairFigures> {
  const ids = fairIds.length === 0 ? ["-"] : fairIds;
  const one = async (sql: string): Promise<Record<string, unknown>> => (await pool.query<RowDataPacket[]>(sql, [ids]))[0][0] ?? {};
  const [ticks, booths, posts, guests, online, [hirings]] = await Promise.all([
    one("SELECT COALESCE(SUM(IF(boothId IS NULL, n, 0)), 0) AS visitors, COALESCE(SUM(IF(boothId IS NULL, 0, n)), 0) AS boothVisits FROM fair_tick WHERE fairId IN (?)"),
    one("SELECT COUNT(*) AS booths, COUNT(DISTINCT employerId) AS employers FROM fair_booth WHERE fairId IN (?) AND state = 'APPROVED'"),
    one("SELECT COUNT(*) AS posts, COALESCE(SUM(openings), 0) AS places FROM post WHERE id IN (SELECT s.postId FROM fair_booth_post s JOIN fair_booth b ON b.id = s.boothId WHERE b.fairId IN (?) AND b.state = 'APPROVED')"),
    one("SELECT COUNT(DISTINCT personId) AS interested, COUNT(DISTINCT IF(state = 'CAME', personId, NULL)) AS came FROM fair_guest WHERE fairId IN (?) AND state <> 'WITHDRAWN'"),
    one(`SELECT COUNT(DISTINCT g.personId) AS online FROM job_fair f JOIN fair_guest g ON g.fairId = f.id AND g.state <> 'WITHDRAWN' JOIN fair_booth b ON b.fairId = f.id AND b.state = 'APPROVED'
           JOIN fair_booth_post s ON s.boothId = b.id JOIN placement a ON a.personId = g.personId AND a.postId = s.postId
           JOIN placement_event e ON e.placementId = a.id AND e.kind = 'ACCEPTED' AND e.recordedAt >= f.startsAt AND e.recordedAt < LEAST(f.endsAt, COALESCE(f.closedAt, f.endsAt))
          WHERE f.id IN (?) AND f.kind <> 'ON_SITE' AND f.state IN ('OPEN', 'CLOSED') AND NOT EXISTS (SELECT 1 FROM fair_hiring h WHERE h.placementId = a.id)`),
    pool.query<RowDataPacket[]>("SELECT personId, placementId FROM fair_hiring WHERE fairId IN (?) AND state = 'HIRED'", [ids]),
  ]);
  const ledger = await loadEventsOfPersons(pool, [...new Set(hirings.map((row) => row.personId as string))]);
  const hired = hiredFigures(hirings.map((row) => ({ personId: row.personId as string, events: ledger.get(row.personId as string)?.get(row.placementId as string) ?? [] })), clock.today());
  const n = (value: unknown) => Number(value ?? 0);
  return {
    visitors: n(ticks.visitors), boothVisits: n(ticks.boothVisits), booths: n(booths.booths), employers: n(booths.employers), posts: n(posts.posts), places: n(posts.places), interested: n(guests.interested), came: n(guests.came), online: n(online.online),
    ...hired,
  };
}
