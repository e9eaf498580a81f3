import { z } from "zod";
import { findProjectFor, lockProject } from "#app/data/workfare/projects.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { halfMonthEnd } from "#app/domain/workfare/roll.ts";
import { useCase } from "../use-case.server.ts";

/** Opens the roll of a week or of half a month. Rolls of a project don't overlap; one may be opened late, for a sheet that was kept on paper. */
export const openRoll = useCase({
  name: "open-roll",
  roles: ["OFFICER", "ADMIN", "AGENT", "SEEKER"],
  subject: { type: "workfare", id: (input) => input.projectId },
  input: z.object({ projectId: z.ulid("invalid"), fromOn: z.iso.date("date-form"), span: z.enum(["WEEK", "HALF_MONTH"], "required") }),
  async run({ deps, actor, input }) {
    const found = await findProjectFor(deps, actor, input.projectId, "ENTER");
    if (!found) return refuse("not-found");
    const { project } = found;
    const { fromOn } = input;
    const untilOn = [input.span === "WEEK" ? addDays(fromOn, 7) : halfMonthEnd(fromOn), project.endsOn].sort()[0]!;
    if (fromOn < project.startsOn || fromOn >= project.endsOn) return refuse("day-outside-works", { field: "fromOn" });
    if (fromOn > deps.clock.today()) return refuse("roll-to-come", { field: "fromOn" });
    if (project.award === null) return refuse("award-first");
    return deps.db.$transaction(async (tx) => {
      await lockProject(tx, project.id);
      const same = await tx.musterRoll.findFirst({ where: { projectId: project.id, fromOn: { lt: toDate(untilOn) }, untilOn: { gt: toDate(fromOn) } } });
      if (same) return refuse("roll-overlaps", { field: "fromOn", params: { nr: same.nr } });
      const nr = (await tx.musterRoll.count({ where: { projectId: project.id } })) + 1;
      const rollId = deps.newId();
      await tx.musterRoll.create({ data: { id: rollId, projectId: project.id, nr, fromOn: toDate(fromOn), untilOn: toDate(untilOn), recordedAt: deps.clock.now(), recordedBy: actor.userId } });
      return ok({ rollId });
    });
  },
});
