import { type Day, monthEnd } from "#app/domain/dates.ts";
import type { DaySource } from "#app/domain/days/person-day.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findInPost, mayAttend } from "../welfare/attendance.server.ts";
import { loadDays } from "../person-days.server.ts";
import { rangesOf } from "../welfare/cases.server.ts";

export interface AttendanceRow {
  caseId: string;
  version: number;
  nameMasked: string;
  title: string;
  kind: WelfareKind;
  daysPerMonth: number;
  /** of the month, 1 to 31 */
  days: number[];
  recorded: boolean;
  /** booked elsewhere: day of the month and source */
  elsewhere: { day: number; source: DaySource }[];
  from: Day;
  until: Day;
  /** a contract runs through the whole month, and insurance too */
  contract: boolean;
  insured: boolean;
}

/** The attendance of a village in a month as a form shows it. */
export async function readAttendance({ db }: Pick<Deps, "db">, village: string, month: string): Promise<AttendanceRow[]> {
  const people = await findInPost(db, village, month);
  const days = people.length === 0 ? [] : await loadDays(db, people.map((one) => one.personId), `${month}-01`, monthEnd(month));
  return people.map((one): AttendanceRow => {
    const own = one.attendances[0];
    const theirs = days.filter((row) => row.personId === one.personId);
    const covers = (ranges: { from: Day; until: Day }[]) => ranges.some((range) => range.until > monthEnd(month));
    const within = mayAttend(one);
    return {
      caseId: one.id, version: own?.version ?? 0, nameMasked: one.person.nameMasked, title: one.post.title, kind: one.post.welfareTerms!.kind, daysPerMonth: one.post.welfareTerms!.quota!.daysPerMonth, recorded: own !== undefined,
      days: theirs.filter((row) => row.refId === own?.id).map((row) => Number(row.day.slice(8))), elsewhere: theirs.filter((row) => row.refId !== own?.id).map((row) => ({ day: Number(row.day.slice(8)), source: row.source })),
      from: within.from, until: within.until, contract: one.endedOn !== null || covers(rangesOf(one.contracts)), insured: one.endedOn !== null || covers(rangesOf(one.insurances)),
    };
  });
}

/** The villages of a place where somebody holds a post set from a quota. */
export async function readVillagesInPost({ db }: Pick<Deps, "db">, scope: string): Promise<string[]> {
  const rows = await db.welfareCase.findMany({ where: { regionCode: { startsWith: scope }, firstFrom: { not: null } }, distinct: ["regionCode"], select: { regionCode: true }, orderBy: { regionCode: "asc" }, take: 1_000 });
  return rows.map((row) => row.regionCode);
}
