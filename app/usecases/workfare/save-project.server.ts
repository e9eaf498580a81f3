import { z } from "zod";
import { findProjectFor, lockProject } from "#app/data/workfare/projects.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import { dayRate, optionalYuan } from "#app/domain/workfare/input.ts";
import { totalFen } from "#app/domain/workfare/floor.ts";
import { FUND_LINES, WORKFARE_CLASSES } from "#app/domain/workfare/terms.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const list = z.preprocess((value) => (value === undefined || value === "" ? [] : [value].flat()), z.array(z.string().regex(/^14\d{7}(\d{3})?$/, "region-needed")).min(1, "places-needed").max(40, "too-large"));
const LONGEST_DAYS = 1_100;

/**
 * Registers a workfare project or changes one: funds by line, class, planned labour share, places and days. The version says which state of it was looked at:
 * who comes second is told and sees what stands there now.
 */
export const saveProject = useCase({
  name: "save-workfare",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "workfare", id: (input, value) => value.projectId ?? input.projectId },
  input: z.object({
    projectId: z.ulid("invalid").optional(),
    version: z.coerce.number("invalid").int().min(0).default(0),
    name: plainLine(4, "project-name-short", 100),
    kind: z.enum(WORKFARE_CLASSES, "required"),
    approvedOn: z.iso.date("date-form"),
    approvalRef: plainLine(2, "document-needed", 80),
    startsOn: z.iso.date("date-form"),
    lastOn: z.iso.date("date-form"),
    labourSharePct: z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(100, "too-large"),
    hoursPerDay: z.coerce.number("number-needed").int("whole-number").min(4, "number-needed").max(10, "too-large"),
    dayRateYuan: dayRate,
    funds: z.object(Object.fromEntries(FUND_LINES.map((line) => [line, optionalYuan])) as Record<(typeof FUND_LINES)[number], typeof optionalYuan>),
    places: list,
  }),
  async run({ deps, actor, input }) {
    const existing = input.projectId === undefined ? null : await findProjectFor(deps, actor, input.projectId, "MANAGE");
    if (input.projectId !== undefined && !existing) return refuse("not-found");
    const problems: Problem[] = [];
    const countyCode = countyOf(input.places[0]!);
    if (input.places.some((place) => countyOf(place) !== countyCode)) problems.push({ code: "places-one-county", field: "places" });
    if (!actsForRegion(actor, countyCode) || (existing && existing.project.countyCode !== countyCode)) problems.push({ code: "not-your-region", field: "places" });
    if ((await deps.db.region.count({ where: { code: { in: input.places } } })) !== new Set(input.places).size) problems.push({ code: "region-needed", field: "places" });
    if (input.lastOn < input.startsOn) problems.push({ code: "days-order", field: "lastOn" });
    if (input.lastOn > addDays(input.startsOn, LONGEST_DAYS)) problems.push({ code: "works-too-long", field: "lastOn" });
    if (input.approvedOn > input.startsOn) problems.push({ code: "approved-after-start", field: "approvedOn" });
    const funds = FUND_LINES.flatMap((line) => (input.funds[line] === undefined ? [] : [{ line, amountFen: input.funds[line] }]));
    if (funds.length === 0) problems.push({ code: "funds-needed", field: `funds.${FUND_LINES[0]}` });
    const award = existing?.project.award;
    if (award && funds.length > 0 && totalFen(funds) < award.amountFen) problems.push({ code: "funds-below-award", field: `funds.${FUND_LINES[0]}` });
    if (award && input.approvedOn > award.awardedOn) problems.push({ code: "awarded-before-approval", field: "approvedOn" });
    if (problems.length > 0) return { ok: false, problems };
    const projectId = existing?.project.id ?? deps.newId();
    const data = {
      name: input.name, kind: input.kind, approvedOn: toDate(input.approvedOn), approvalRef: input.approvalRef, startsOn: toDate(input.startsOn), endsOn: toDate(addDays(input.lastOn, 1)),
      labourSharePct: input.labourSharePct, hoursPerDay: input.hoursPerDay, dayRateFen: input.dayRateYuan,
    };
    return deps.db.$transaction(async (tx) => {
      if (existing) {
        if ((await lockProject(tx, projectId)) !== input.version) return refuse("changed-meanwhile-shown");
        const rolls = await tx.musterRoll.aggregate({ where: { projectId }, _min: { fromOn: true }, _max: { untilOn: true } });
        if ((rolls._min.fromOn && rolls._min.fromOn < data.startsOn) || (rolls._max.untilOn && rolls._max.untilOn > data.endsOn)) return refuse("rolls-outside-works", { field: "lastOn" });
        await tx.workfareProject.update({ where: { id: projectId }, data: { ...data, version: input.version + 1 } });
        await tx.workfareFund.deleteMany({ where: { projectId } });
        await tx.workfarePlace.deleteMany({ where: { projectId } });
      } else {
        // two who register the same one wait for each other at the county
        await tx.$queryRaw`SELECT code FROM region WHERE code = ${countyCode} FOR UPDATE`;
        if ((await tx.workfareProject.count({ where: { countyCode, name: input.name, approvalRef: input.approvalRef } })) > 0) return refuse("project-known", { field: "name" });
        await tx.workfareProject.create({ data: { ...data, id: projectId, countyCode, recordedBy: actor.userId, recordedAt: deps.clock.now() } });
      }
      await tx.workfareFund.createMany({ data: funds.map((one) => ({ ...one, projectId })) });
      await tx.workfarePlace.createMany({ data: [...new Set(input.places)].map((regionCode) => ({ projectId, regionCode })) });
      return ok({ projectId });
    });
  },
});

/** How much of the works is done, and whether they are over. */
export const recordProgress = useCase({
  name: "record-works-progress",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "workfare", id: (input) => input.projectId },
  input: z.object({
    projectId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0), progressPct: z.string("required").regex(/^\d{1,3}$/, "number-needed").transform(Number).pipe(z.number().max(100, "too-large")),
    over: z.union([z.literal("on").transform(() => true), z.literal("").transform(() => false), z.boolean()]).default(false),
  }),
  async run({ deps, actor, input }) {
    const found = await findProjectFor(deps, actor, input.projectId, "MANAGE");
    if (!found) return refuse("not-found");
    const today = toDate(deps.clock.today());
    const changed = await deps.db.workfareProject.updateMany({
      where: { id: input.projectId, version: input.version }, data: { progressPct: input.progressPct, progressOn: today, closedOn: input.over ? today : null, version: input.version + 1 },
    });
    return changed.count === 1 ? ok({ projectId: input.projectId }) : refuse("changed-meanwhile-shown");
  },
});
