import { z } from "zod";
import { comingTo, givenNumbers, holdFair, runsFair } from "#app/data/fair/fairs.server.ts";
import { tellEmployers, tellGuests } from "#app/data/fair/notices.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { chinaDay, toDay } from "#app/domain/dates.ts";
import { findFairTimeProblem } from "#app/domain/fair/steps.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { OFFICE, version } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";
import { fairTerms, homeRegion } from "./fields.ts";

const terms = z.object(fairTerms);

/** What stands against a plan: its times, no place where people are to come to, a drive that does not hold it. */
async function findPlanProblem({ db, clock }: Pick<Deps, "db" | "clock">, regionCode: string, input: z.output<typeof terms>): Promise<Problem | null> {
  const time = findFairTimeProblem(input, clock.now());
  if (time) return time;
  if (input.kind !== "ONLINE" && input.place === undefined) return { code: "fair-place", field: "place" };
  if (input.kind !== "ONLINE" && input.address === undefined) return { code: "fair-address", field: "address" };
  const drive = input.driveId === undefined ? null : await db.employmentDrive.findUnique({ where: { id: input.driveId } });
  if (input.driveId !== undefined && !(drive && isWithin(regionCode, drive.regionCode))) return { code: "fair-drive", field: "driveId" };
  const day = chinaDay(input.startsAt);
  return drive && (day < toDay(drive.startsOn) || day > toDay(drive.lastOn)) ? { code: "fair-outside-drive", field: "startsAt", params: { from: toDay(drive.startsOn), to: toDay(drive.lastOn) } } : null;
}

const columnsOf = ({ driveId, place, address, ...input }: z.output<typeof terms>) => ({ ...input, driveId: driveId ?? null, place: input.kind === "ONLINE" ? null : place!, address: input.kind === "ONLINE" ? null : address! });

/** Plans a fair. It is public from now on: employers ask for booths, people say that they come. */
export const planFair = useCase({
  name: "plan-fair",
  roles: OFFICE,
  subject: { type: "fair", id: (input, value) => value.fairId ?? input.regionCode },
  input: terms.extend({ entryKey: z.ulid("invalid"), regionCode: homeRegion }),
  async run({ deps, actor, input: { entryKey, regionCode, ...input } }) {
    if (!actsForRegion(actor, regionCode)) return refuse("not-your-region", { field: "regionCode" });
    if ((await deps.db.region.count({ where: { code: regionCode } })) === 0) return refuse("fair-region", { field: "regionCode" });
    const problem = await findPlanProblem(deps, regionCode, input);
    if (problem) return { ok: false as const, problems: [problem] };
    const fairId = deps.newId();
    try {
      await deps.db.jobFair.create({ data: { ...columnsOf(input), id: fairId, entryKey, regionCode, recordedBy: actor.userId, recordedAt: deps.clock.now() } });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const same = await deps.db.jobFair.findUnique({ where: { entryKey }, select: { id: true, regionCode: true } });
      return same && actsForRegion(actor, same.regionCode) ? ok({ fairId: same.id }) : refuse("changed-meanwhile");
    }
    return ok({ fairId });
  },
});

/** Changes a planned fair. Whoever comes and whoever has a booth is told of another time or place, once. */
export const changeFair = useCase({
  name: "change-fair",
  roles: OFFICE,
  subject: { type: "fair", id: (input) => input.fairId },
  input: terms.extend({ fairId: z.ulid("invalid"), version }),
  async run({ deps, actor, input: { fairId, version: read, ...input } }) {
    const people = await comingTo(deps.pool, fairId);
    return deps.db.$transaction(async (tx) => {
      if (people.length > 0) await lockPersons(tx, people);
      const held = await holdFair(tx, fairId);
      if (!held || !runsFair(actor, held)) return refuse("not-found");
      if (held.version !== read) return refuse("changed-meanwhile");
      if (held.state !== "PLANNED") return refuse("fair-step");
      const problem = await findPlanProblem(deps, held.regionCode, input);
      if (problem) return { ok: false as const, problems: [problem] };
      const highest = Math.max(0, ...(await givenNumbers(deps.pool, held.id)));
      if (highest > input.booths) return refuse("fair-booths-given", { field: "booths", params: { n: highest } });
      if ((await comingTo(deps.pool, held.id)).some((id) => !people.includes(id))) return refuse("changed-meanwhile");
      const changed = await tx.jobFair.update({ where: { id: held.id }, data: { ...columnsOf(input), version: { increment: 1 } } });
      const moved = held.startsAt.getTime() !== changed.startsAt.getTime() || held.endsAt.getTime() !== changed.endsAt.getTime() || held.place !== changed.place || held.address !== changed.address;
      if (moved) {
        await tellGuests(deps, tx, { fair: changed, personIds: people, kind: "time", once: String(changed.version) });
        await tellEmployers(deps, tx, { fair: changed, booths: await tx.fairBooth.findMany({ where: { fairId: held.id, openKey: { not: null } } }), kind: "time", once: String(changed.version) });
      }
      return ok({ fairId: held.id });
    });
  },
});
