import { writeAudit } from "#app/data/audit.server.ts";
import { type Day, monthEnd } from "#app/domain/dates.ts";
import type { DaySource } from "#app/domain/days/person-day.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { loadDays } from "../person-days.server.ts";
import { countDays } from "../welfare/attendance.server.ts";

export interface PersonDaysView {
  personId: string;
  nameMasked: string;
  month: string;
  days: { day: Day; minutes: number; source: DaySource }[];
  months: { month: string; counts: { source: DaySource; days: number }[] }[];
}

/** The paid days of a person: a month by days and all months by source. For themselves, and for a bureau of their home, whose look is in the audit. */
export async function readPersonDays(deps: Pick<Deps, "db" | "pool" | "clock" | "newId" | "crypto">, actor: Actor, personId: string, asked: string | null): Promise<PersonDaysView | null> {
  if (!ID_PATTERN.test(personId)) return null;
  const person = await deps.db.person.findUnique({ where: { id: personId, deletedAt: null }, select: { id: true, nameMasked: true, homeCountyCode: true, homeRegionCode: true } });
  if (!person || !actsForPerson(actor, person)) return null;
  if (actor.role !== "SEEKER") await writeAudit(deps, actor, { action: "see-days", subjectType: "person", subjectId: personId, outcome: "ok" });
  const counted = await countDays(deps.pool, personId);
  const names = [...new Set(counted.map((one) => one.month))];
  const month = asked ?? names[0] ?? deps.clock.today().slice(0, 7);
  const days = await loadDays(deps.db, [personId], `${month}-01`, monthEnd(month));
  return {
    personId, nameMasked: person.nameMasked, month, days: days.map(({ day, minutes, source }) => ({ day, minutes, source })),
    months: names.map((name) => ({ month: name, counts: counted.filter((one) => one.month === name).map(({ source, days: n }) => ({ source, days: n })) })),
  };
}
