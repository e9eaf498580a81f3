import { z } from "zod";
import { openCare } from "#app/data/care-cases.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** A worker says with one tap that days or pay are wrong, or that nothing came: a case for the county of the works. Said again it stays one; once that is closed, it is a new one. */
export const disputeWage = useCase({
  name: "dispute-wage",
  roles: ["SEEKER"],
  subject: { type: "payLine", id: (input) => input.lineId ?? input.rollId },
  act: { kind: "PROGRESS" },
  input: z.object({ lineId: z.ulid("invalid").optional(), rollId: z.ulid("invalid").optional() }).refine(({ lineId, rollId }) => (lineId === undefined) !== (rollId === undefined), { message: "invalid" }),
  async run({ deps, actor, input }) {
    const personId = actor.personId;
    if (personId === null) return refuse("no-person");
    const line = input.lineId === undefined ? null : await deps.db.payLine.findFirst({ where: { id: input.lineId, personId }, include: { sheet: { include: { project: { select: { id: true, countyCode: true } } } } } });
    const entry = input.rollId === undefined ? null : await deps.db.musterEntry.findFirst({ where: { rollId: input.rollId, personId }, include: { roll: { include: { project: { select: { id: true, countyCode: true } } } } } });
    const project = line?.sheet.project ?? entry?.roll.project;
    if (!project) return refuse("not-found");
    const person = await deps.db.person.findUniqueOrThrow({ where: { id: personId }, select: { homeCountyCode: true } });
    const placement = await deps.db.placement.findFirst({ where: { personId, post: { workfareProjectId: project.id } }, orderBy: { id: "desc" }, select: { id: true, postId: true } });
    const closed = await deps.db.careCase.count({ where: { personId, ...(line ? { payLineId: line.id } : { rollId: input.rollId }), closedAt: { not: null } } });
    await deps.db.$transaction((tx) => openCare(deps, tx, {
      kind: line && line.result !== "PAID" ? "NOT_PAID" : "PART_PAID", onceKey: `wage:${input.lineId ?? `${input.rollId}:${personId}`}:${closed}`, personId, homeCountyCode: person.homeCountyCode, workCountyCode: project.countyCode,
      postId: placement?.postId ?? null, placementId: placement?.id ?? null, payLineId: input.lineId, rollId: input.rollId, raisedBy: speaksAs(actor),
    }));
    return ok({ lineId: input.lineId ?? null });
  },
});
