import { z } from "zod";
import { type HeldApplication, holdApplication, sayOfApplication } from "#app/data/overseas/applications.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { JAPAN, LANGUAGE_PROOFS, schemeRules } from "#app/domain/overseas/schemes.ts";
import { standing, stepProblem, STEPS, WHO } from "#app/domain/overseas/steps.ts";
import { supervisingRegion } from "#app/domain/employer/supervision.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { versionField } from "./fields.ts";

const WHO_MAY = ["EMPLOYER", "OFFICER"] as const;
const idField = { applicationId: z.ulid("not-found") };

/** An application that is the actor's matter: the licensed company's own, or of a bureau of the person's home or over the company. */
async function ownApplication(deps: Pick<Deps, "db">, actor: Actor, id: string) {
  const found = await deps.db.overseasApplication.findUnique({
    where: { id }, select: { id: true, licence: { select: { employerId: true, employer: { select: { regionCode: true, status: true } } } }, placement: { select: { homeCountyCode: true, workRegionCode: true } } },
  });
  if (!found) return null;
  const own = actor.role === "EMPLOYER"
    ? actor.employerId !== null && found.licence.employerId === actor.employerId
    : actsForRegion(actor, found.placement.homeCountyCode) || actsForRegion(actor, supervisingRegion(found.licence.employer.regionCode));
  return own ? found : null;
}

const moved = (application: HeldApplication | null, version: number) => application === null || application.version !== version;

function move(tx: Tx, id: string) {
  return tx.overseasApplication.update({ where: { id }, data: { version: { increment: 1 } } });
}

/** The next step of somebody's way abroad, with its day and its paper: by the company, the filing by a bureau. */
export const recordOverseasStep = useCase({
  name: "record-overseas-step",
  roles: WHO_MAY,
  subject: { type: "overseas-application", id: (input) => input.applicationId },
  input: z.object({
    ...idField, ...versionField, step: z.enum(STEPS, "required").exclude(["APPLIED"]), happenedOn: z.iso.date("date-form"), reference: plainLine(2, "overseas-paper", 80),
    proof: z.preprocess((value) => (value === "" ? undefined : value), z.enum(LANGUAGE_PROOFS, "overseas-language-proof").optional()),
  }),
  async run({ deps, actor, input }) {
    const own = await ownApplication(deps, actor, input.applicationId);
    if (!own) return refuse("not-found");
    const rows = await loadPolicyParameters(deps.pool);
    const today = deps.clock.today();
    return deps.db.$transaction(async (tx) => {
      const application = await holdApplication(tx, own.id);
      if (application === null || moved(application, input.version)) return refuse("changed-meanwhile");
      if (application.state !== "OPEN") return refuse(application.state === "STOPPED" ? "overseas-stopped" : "overseas-not-open");
      const rule = schemeRules(rows, application.scheme === "OTHER" ? own.placement.workRegionCode : JAPAN, today).find((one) => one.scheme === application.scheme);
      const problem = rule === undefined ? { code: "overseas-scheme-needed" } : stepProblem(rule, application.lines, { step: input.step, happenedOn: input.happenedOn, saidByRole: actor.role, proof: input.proof ?? null }, today);
      if (problem) return { ok: false, problems: [problem] };
      await sayOfApplication(deps, tx, application, {
        step: input.step, happenedOn: input.happenedOn, proof: input.step === "LANGUAGE" ? input.proof : null, reference: input.reference, by: { role: actor.role, userId: actor.userId },
      });
      await tx.notice.createMany({
        skipDuplicates: true, data: [{ id: deps.newId(), personId: application.personId, kind: "overseas-step", onceKey: `overseas-step:${application.id}:${application.version}`, subjectId: application.id, recordedAt: deps.clock.now() }],
      });
      await move(tx, application.id);
      return ok({ applicationId: application.id });
    });
  },
});

/** The last step was recorded wrongly: a new line says so and why. By who may record that step. */
export const takeBackOverseasStep = useCase({
  name: "take-back-overseas-step",
  roles: WHO_MAY,
  subject: { type: "overseas-application", id: (input) => input.applicationId },
  input: z.object({ ...idField, ...versionField, reason: plainLine(4, "overseas-reason", 200) }),
  async run({ deps, actor, input }) {
    const own = await ownApplication(deps, actor, input.applicationId);
    if (!own) return refuse("not-found");
    return deps.db.$transaction(async (tx) => {
      const application = await holdApplication(tx, own.id);
      if (application === null || moved(application, input.version)) return refuse("changed-meanwhile");
      if (application.state !== "OPEN") return refuse(application.state === "STOPPED" ? "overseas-stopped" : "overseas-not-open");
      const last = standing(application.lines).at(-1);
      if (!last || last.step === "APPLIED" || last.step === "TAKEN_BACK") return refuse("overseas-nothing-back");
      if (!WHO[last.step].includes(actor.role)) return refuse("overseas-filing-by-bureau");
      await sayOfApplication(deps, tx, application, { step: "TAKEN_BACK", happenedOn: deps.clock.today(), reason: input.reason, by: { role: actor.role, userId: actor.userId } });
      await move(tx, application.id);
      return ok({ applicationId: application.id });
    });
  },
});
