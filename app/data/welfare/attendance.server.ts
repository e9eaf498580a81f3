import type { RowDataPacket } from "mysql2";
import { monthEnd, toDate } from "#app/domain/dates.ts";
import { DAY_SOURCES, type DaySource } from "#app/domain/days/person-day.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import type { Pool, Tx } from "#app/platform/database.server.ts";
import { type Range, rangesOf } from "./cases.server.ts";

/** Under which name the days of a kind of post stand in the ledger of days. */
export const SOURCE_OF: Record<WelfareKind, DaySource> = { GENERAL: "WELFARE", CLEANING: "WELFARE", RANGER: "RANGER", PV_STATION: "PV" };

/** The people in post in a place in a month: whose contract touches it and who had not left before. */
export function findInPost(db: Pick<Tx, "welfareCase">, place: string, month: string) {
  const first = `${month}-01`;
  return db.welfareCase.findMany({
    where: { regionCode: { startsWith: place }, firstFrom: { lte: toDate(monthEnd(month)) }, OR: [{ endedOn: null }, { endedOn: { gt: toDate(first) } }] },
    include: {
      post: { select: { title: true, hoursPerDay: true, welfareTerms: { include: { quota: true } } } }, person: { select: { nameMasked: true } }, contracts: { orderBy: { seq: "asc" } }, insurances: { orderBy: { seq: "asc" } },
      attendances: { where: { month } },
    },
    orderBy: [{ regionCode: "asc" }, { id: "asc" }],
  });
}
export type InPost = Awaited<ReturnType<typeof findInPost>>[number];

/** Contracts as they allow attendance: after the last one's end the days may be kept, and are paid once it is renewed. */
export function mayAttend(one: Pick<InPost, "firstFrom" | "endedOn">): Range {
  return rangesOf([{ validFrom: one.firstFrom!, validUntil: toDate("9999-12-31") }], one.endedOn)[0] ?? { from: "9999-12-31", until: "9999-12-31" };
}

export interface CountedDays {
  source: DaySource;
  month: string;
  days: number;
}

/** How many days of each source a person has in each month. */
export async function countDays(pool: Pool, personId: string): Promise<CountedDays[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT source, DATE_FORMAT(day, '%Y-%m') AS month, COUNT(*) AS days FROM person_day WHERE personId = ? AND takenBackAt IS NULL GROUP BY source, DATE_FORMAT(day, '%Y-%m') ORDER BY month DESC, source", [personId]);
  return rows.map((row) => ({ source: row.source as DaySource, month: row.month as string, days: Number(row.days) })).filter((row) => DAY_SOURCES.includes(row.source));
}
