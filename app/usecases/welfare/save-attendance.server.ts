import { z } from "zod";
import { bookDays, type DayBooking, loadOtherDays, type RefusedDay, takeBackDays } from "#app/data/person-days.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { findInPost, type InPost, mayAttend, SOURCE_OF } from "#app/data/welfare/attendance.server.ts";
import { addDays, type Day, isMonth } from "#app/domain/dates.ts";
import { dayRulesFrom, type DayRules, daysOfMonth, spreadDays } from "#app/domain/days/person-day.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Tx } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { problemsOfDays } from "./day-problems.ts";

const rowSchema = z.object({
  caseId: z.ulid("invalid"),
  /** of the row as the page showed it; 0: none yet */
  version: z.coerce.number("invalid").int("invalid").min(0, "invalid").max(1_000_000, "invalid"),
  /** "" leaves the person's days as they are */
  count: z.string().trim().regex(/^(\d{1,2})?$/, "whole-number").optional(),
  /** the days themselves, where they are known */
  days: z.array(z.coerce.number("invalid").int().min(1).max(31)).max(31).optional(),
});

class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("attendance refused, and undone");
  }
}

/**
 * Attendance of a village for a month: for each person the days, or their number, which is laid on days that are free. All of it or nothing;
 * what stands against a day is told with what stands there. Corrections replace the month's days and reach the next pay sheet.
 */
export const saveAttendance = useCase({
  name: "save-attendance",
  roles: ["AGENT", "OFFICER", "ADMIN"],
  subject: { type: "region", id: (input) => input.village },
  input: z.object({
    village: z.string("village-needed").regex(/^14\d{10}$/, "village-needed"),
    month: z.string("month-form").refine(isMonth, { message: "month-form" }),
    rows: z.array(rowSchema).min(1, "nobody-in-post").max(500, "too-large"),
  }),
  async run({ deps, actor, input }) {
    if (!actsForRegion(actor, input.village)) return refuse("not-found");
    const today = deps.clock.today();
    if (input.month > today.slice(0, 7)) return refuse("month-to-come", { field: "month" });
    const [people, policy] = await Promise.all([findInPost(deps.db, input.village, input.month), loadPolicyParameters(deps.pool)]);
    const known = new Map(people.map((one) => [one.id, one.personId]));
    if (input.rows.some((row) => !known.has(row.caseId))) return refuse("not-found");
    const filled = input.rows.filter((row) => row.days !== undefined || (row.count ?? "") !== "");
    if (filled.length === 0) return refuse("nothing-entered");
    const rules = dayRulesFrom(policy, { regionCode: input.village, asOf: today });
    try {
      const saved = await deps.db.$transaction(async (tx) => {
        await lockPersons(tx, filled.map((row) => known.get(row.caseId)!));
        // read again: who left while this waited is no longer in post
        const held = new Map((await findInPost(tx, input.village, input.month)).map((one) => [one.id, one]));
        const asked = filled.flatMap((row) => { const of = held.get(row.caseId); return of ? [{ ...row, of }] : []; });
        if (asked.length < filled.length || asked.some((row) => (row.of.attendances[0]?.version ?? 0) !== row.version)) throw new Refused([{ code: "changed-meanwhile" }]);
        const bookings: DayBooking[] = [];
        for (const row of asked) bookings.push(await bookingOf(deps, tx, row, input.month, rules, actor.userId));
        const refused = await bookDays(deps, tx, bookings.filter((one) => one.lines.length > 0), rules, actor.userId);
        if (refused.length > 0) throw new Refused(problemsOfDays(refused, fieldOf(asked)));
        return asked.length;
      });
      return ok({ saved });
    } catch (error) {
      if (error instanceof Refused) return { ok: false as const, problems: error.problems };
      throw error;
    }
  },
});

const fieldOf = (asked: readonly { of: InPost }[]) => (one: RefusedDay) => {
  const of = asked.find((row) => row.of.personId === one.personId)!.of;
  return { field: `n-${of.id}`, name: of.person.nameMasked };
};

async function bookingOf(deps: Deps, tx: Tx, { of, count, days, version }: { of: InPost; count?: string; days?: number[]; version: number }, month: string, rules: DayRules, recordedBy: string | null): Promise<DayBooking> {
  const standing = of.attendances[0];
  const refId = standing?.id ?? deps.newId();
  const within = mayAttend(of);
  const possible = daysOfMonth(month, { from: within.from, to: addDays(within.until, -1) });
  const minutes = of.post.hoursPerDay * 60;
  const chosen = days ? [...new Set(days)].map((day) => `${month}-${String(day).padStart(2, "0")}`).sort() : await laid(tx, of, Number(count), possible, { refId, minutes, rules, month });
  const outside = chosen.find((day) => !possible.includes(day));
  if (outside) throw new Refused([{ code: "day-outside-post", field: `n-${of.id}`, params: { name: of.person.nameMasked, day: outside } }]);
  const now = deps.clock.now();
  if (standing) {
    const moved = await tx.welfareAttendance.updateMany({ where: { id: refId, version }, data: { days: chosen.length, version: version + 1, recordedBy, updatedAt: now } });
    if (moved.count !== 1) throw new Refused([{ code: "changed-meanwhile" }]);
    if (chosen.length === 0) await takeBackDays(deps, tx, { refId, personIds: [of.personId], reason: "corrected to none" });
  } else {
    const made = await tx.welfareAttendance.createMany({ data: [{ id: refId, caseId: of.id, month, days: chosen.length, recordedBy, recordedAt: now, updatedAt: now }], skipDuplicates: true });
    if (made.count !== 1) throw new Refused([{ code: "changed-meanwhile" }]);
  }
  return { personId: of.personId, source: SOURCE_OF[of.post.welfareTerms!.kind], refId, lines: chosen.map((day) => ({ day, minutes })) };
}

async function laid(tx: Tx, of: InPost, count: number, possible: readonly Day[], { refId, minutes, rules, month }: { refId: string; minutes: number; rules: DayRules; month: string }): Promise<Day[]> {
  const booked = await loadOtherDays(tx, of.personId, month, refId);
  const spread = spreadDays(count, possible, booked, minutes, rules);
  if (spread) return spread;
  const free = possible.filter((day) => day <= rules.asOf).length;
  throw new Refused([{ code: "days-not-there", field: `n-${of.id}`, params: { name: of.person.nameMasked, days: count, free, booked: booked.length } }]);
}
