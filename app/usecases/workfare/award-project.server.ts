import { z } from "zod";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { findProjectFor, lockProject } from "#app/data/workfare/projects.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { plainLine, plainText } from "#app/domain/plain-text.ts";
import { cityOf } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { judgeAward } from "#app/domain/workfare/award.ts";
import { tick } from "#app/domain/tick.ts";
import { yuanAmount } from "#app/domain/workfare/input.ts";
import { totalFen } from "#app/domain/workfare/floor.ts";
import { AWARD_KINDS } from "#app/domain/workfare/terms.ts";
import type { Tx } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";

const count = z.preprocess((value) => (value === "" || value === undefined ? 0 : value), z.coerce.number("number-needed").int("whole-number").min(0, "number-needed").max(999, "too-large"));

/**
 * Records to whom the works were given and how: by tender, or negotiated where the dated rule allows it, with the reason, the document, and how many of a
 * special work team are local people. Given once; what was decided stays readable with the rule it stood on.
 */
export const awardProject = useCase({
  name: "award-workfare",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "workfare", id: (input) => input.projectId },
  input: z.object({
    projectId: z.ulid("invalid"),
    kind: z.enum(AWARD_KINDS, "required"),
    /** a registered employer, or the name of a team that is none */
    employerId: z.preprocess((value) => (value === "" ? undefined : value), z.ulid("invalid").optional()),
    teamName: z.preprocess((value) => (value === "" ? undefined : value), plainLine(4, "team-name-short", 80).optional()),
    specialTeam: tick,
    teamSize: count,
    teamLocal: count,
    amountYuan: yuanAmount,
    awardedOn: z.iso.date("date-form"),
    documentRef: plainLine(2, "document-needed", 120),
    reason: plainText(0, "required", 500).default(""),
  }),
  async run({ deps, actor, input }) {
    const found = await findProjectFor(deps, actor, input.projectId, "MANAGE");
    if (!found) return refuse("not-found");
    const { project } = found;
    if (project.award) return refuse("awarded-already");
    if (input.awardedOn > deps.clock.today()) return refuse("day-in-future", { field: "awardedOn" });
    if (input.awardedOn < project.approvedOn) return refuse("awarded-before-approval", { field: "awardedOn" });
    if (input.amountYuan > totalFen(project.funds)) return refuse("award-above-funds", { field: "amountYuan" });
    if (input.employerId === undefined && input.teamName === undefined) return refuse("contractor-needed", { field: "employerId" });
    const employer = input.employerId === undefined ? null : await deps.db.employer.findFirst({ where: { id: input.employerId, status: "APPROVED" }, select: { id: true, regionCode: true } });
    if (input.employerId !== undefined && cityOf(employer?.regionCode ?? "000000") !== cityOf(project.countyCode)) return refuse("contractor-needed", { field: "employerId" });
    const county = await deps.db.county.findUnique({ where: { code: project.countyCode }, select: { deepPoverty: true } });
    const verdict = judgeAward({
      ...input, amountFen: input.amountYuan, countyCode: project.countyCode, deepPoverty: county?.deepPoverty ?? false,
    }, await loadPolicyParameters(deps.pool));
    if (verdict.problems.length > 0) return { ok: false, problems: verdict.problems.map((code) => ({ code, field: FIELDS[code] })) };
    return deps.db.$transaction(async (tx) => {
      await lockProject(tx, project.id);
      if ((await tx.workfareAward.count({ where: { projectId: project.id } })) > 0) return refuse("awarded-already");
      const now = deps.clock.now();
      const employerId = employer?.id ?? (await createTeam(tx, deps.newId(), { name: input.teamName!, projectId: project.id, regionCode: project.countyCode, by: actor.userId, now, until: project.endsOn }));
      await tx.workfareAward.create({
        data: {
          projectId: project.id, kind: input.kind, employerId, specialTeam: input.specialTeam, teamSize: input.teamSize, teamLocal: input.teamLocal, amountFen: BigInt(input.amountYuan),
          awardedOn: toDate(input.awardedOn), documentRef: input.documentRef, reason: input.reason || null, ruleId: verdict.ground?.id ?? null, recordedAt: now, recordedBy: actor.userId,
        },
      });
      return ok({ projectId: project.id });
    });
  },
});

const FIELDS = { "negotiation-not-allowed": "kind", "award-reason-needed": "reason", "team-size-needed": "teamSize", "team-local-above-size": "teamLocal" } as const;

/** A team that is no registered unit still hires: it stands as an employer that the bureau has looked at, for the time of the works. */
async function createTeam(tx: Tx, id: string, { name, projectId, regionCode, by, now, until }: { name: string; projectId: string; regionCode: string; by: string | null; now: Date; until: string }): Promise<string> {
  await tx.employer.create({
    data: { id, name, kind: "OWN_RECRUITING", status: "APPROVED", regionCode, industry: "以工代赈", verifiedAt: now, verifiedBy: by, reverifyBy: toDate(until), source: "workfare-team", sourceRef: projectId, recordedAt: now },
  });
  return id;
}
