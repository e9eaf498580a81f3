import { bookDays, loadOtherDays, takeBackDays } from "#app/data/person-days.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { dayRulesFrom, daysOfMonth, spreadDays } from "#app/domain/days/person-day.ts";
import { type Problem } from "#app/domain/result.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { problemsOfDays } from "../welfare/day-problems.ts";

interface JobDays {
  placement: { id: string; personId: string; workRegionCode: string };
  hoursPerDay: number;
  month: string;
  days: number;
  /** the time on the job, both days included */
  from: Day;
  to: Day;
  saidBy: Role;
  userId: string | null;
}

/** What stands against the days of a job: the caller's transaction is undone with it. */
export class JobDaysRefused extends Error {
  constructor(readonly problems: Problem[]) {
    super("days of a job refused");
  }
}

/** Lays the days that somebody worked at a job in a month on days that are free, within their time there; a newer word replaces the older. Throws JobDaysRefused. */
export async function bookJobDays(deps: Pick<Deps, "clock" | "newId" | "pool">, tx: Tx, { placement, month, days, from, to, saidBy, userId, hoursPerDay }: JobDays): Promise<void> {
  const rules = dayRulesFrom(await loadPolicyParameters(deps.pool), { regionCode: placement.workRegionCode, asOf: deps.clock.today() });
  await lockPersons(tx, [placement.personId]);
  const key = { placementId: placement.id, month };
  const said = { days, saidByRole: saidBy, recordedAt: deps.clock.now() };
  const { id: refId } = await tx.jobMonth.upsert({ where: { placementId_month: key }, create: { id: deps.newId(), ...key, ...said }, update: said });
  const minutes = hoursPerDay * 60;
  const booked = await loadOtherDays(tx, placement.personId, month, refId);
  const possible = daysOfMonth(month, { from, to });
  const laid = spreadDays(days, possible, booked, minutes, rules);
  if (laid === null) {
    const here = possible.filter((day) => day <= rules.asOf).length;
    const blocking = booked.find((one) => possible.includes(one.day));
    throw new JobDaysRefused([{ code: here < days ? "month-too-short" : `days-taken-${blocking?.source ?? "JOB"}`, field: "days", params: { days, here, booked: booked.length } }]);
  }
  if (laid.length === 0) {
    await takeBackDays(deps, tx, { refId, reason: "said to be none" });
    return;
  }
  const refused = await bookDays(deps, tx, [{ personId: placement.personId, source: "JOB", refId, lines: laid.map((day) => ({ day, minutes })) }], rules, userId);
  if (refused.length > 0) throw new JobDaysRefused(problemsOfDays(refused, () => ({ field: "days", name: "" })));
}
