import { z } from "zod";
import { holdLicence, overseesLicences, sayOfLicence } from "#app/data/overseas/licences.server.ts";
import { resumeUnder, stopUnder } from "#app/data/overseas/standing.server.ts";
import { addMonths, toDate } from "#app/domain/dates.ts";
import { LICENCE_ACTS, type LicenceAct } from "#app/domain/overseas/licence.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { systemActor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";
import { licenceReason, OFFICE, versionField } from "./fields.ts";

/** The province suspends a licence, lifts that, revokes it for good, or puts off its end; each with a reason. What rests on it stops or goes on in the same transaction. */
export const actOnOverseasLicence = useCase({
  name: "act-on-overseas-licence",
  roles: OFFICE,
  subject: { type: "overseas-licence", id: (input) => input.licenceId },
  input: z.object({
    licenceId: z.ulid("not-found"), ...versionField, act: z.enum(Object.keys(LICENCE_ACTS) as [LicenceAct, ...LicenceAct[]], "required"), reason: licenceReason,
    validUntil: z.preprocess((value) => (value === "" ? undefined : value), z.iso.date("date-form").optional()),
  }),
  async run({ deps, actor, input }) {
    if (!overseesLicences(actor)) return refuse("overseas-by-province");
    return deps.db.$transaction(async (tx) => {
      const licence = await holdLicence(tx, input.licenceId);
      if (!licence) return refuse("not-found");
      if (licence.version !== input.version) return refuse("changed-meanwhile");
      const { from, to } = LICENCE_ACTS[input.act];
      if (!(from as readonly string[]).includes(licence.state)) return refuse("overseas-licence-act");
      const today = deps.clock.today();
      const until = input.act === "EXTENDED" ? input.validUntil : undefined;
      if (input.act === "EXTENDED" && (until === undefined || until <= licence.validUntil || until <= today || until > addMonths(today, 240))) return refuse("overseas-licence-extend", { field: "validUntil" });
      // lifted after its last day it would stand and be over at once
      if (input.act === "LIFTED" && licence.validUntil <= today) return refuse("overseas-licence-over");
      await tx.overseasLicence.update({ where: { id: licence.id }, data: { state: to, ...(until === undefined ? {} : { validUntil: toDate(until) }), version: { increment: 1 } } });
      const seq = await sayOfLicence(deps, tx, actor, licence.id, { kind: input.act, reason: input.reason, validUntil: until });
      if (to !== "IN_FORCE") await stopUnder(deps, tx, licence, { reason: input.reason, seq });
      else if (licence.state !== "IN_FORCE") await resumeUnder(deps, tx, { ...licence, validUntil: until ?? licence.validUntil }, seq);
      return ok({ licenceId: licence.id });
    });
  },
});

/** Licences whose last day has gone by end by themselves; what rests on them stops likewise. How many. */
export async function expireLicences(deps: Deps): Promise<number> {
  const over = await deps.db.overseasLicence.findMany({ where: { state: "IN_FORCE", validUntil: { lte: toDate(deps.clock.today()) } }, select: { id: true } });
  let expired = 0;
  for (const { id } of over) {
    expired += await deps.db.$transaction(async (tx) => {
      const licence = await holdLicence(tx, id);
      if (!licence || licence.state !== "IN_FORCE" || licence.validUntil > deps.clock.today()) return 0;
      await tx.overseasLicence.update({ where: { id }, data: { state: "EXPIRED", version: { increment: 1 } } });
      const reason = `到期 ${licence.validUntil}`;
      const seq = await sayOfLicence(deps, tx, systemActor("expire"), id, { kind: "EXPIRED", reason });
      await stopUnder(deps, tx, licence, { reason, seq });
      return 1;
    });
  }
  return expired;
}
