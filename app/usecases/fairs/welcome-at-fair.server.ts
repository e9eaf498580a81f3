import { z } from "zod";
import { holdFair, runsFair, setGuest } from "#app/data/fair/fairs.server.ts";
import { findPersonByIdNumber } from "#app/data/persons.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { findHiringProblem } from "#app/domain/fair/steps.ts";
import { parseResidentId } from "#app/domain/person/resident-id.ts";
import { MOBILE, phoneDigits } from "#app/domain/phone.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const who = { field: "who" };

/**
 * Whom a code, a resident ID or a telephone names. The code is shown by the person, whoever's home they are of; by number or telephone an officer finds people of their own region
 * only, and hears the same of strangers as of nobody.
 */
async function findWho(deps: Deps, actor: Actor, fairId: string, typed: string): Promise<Result<{ personId: string }>> {
  const digits = phoneDigits(typed);
  if (/^\d{9}$/.test(digits)) {
    const guest = await deps.db.fairGuest.findUnique({ where: { fairId_code: { fairId, code: digits } }, select: { personId: true } });
    return guest ? ok(guest) : refuse("fair-code-unknown", who);
  }
  if (MOBILE.test(digits)) {
    const found = await deps.db.person.findMany({ where: { phoneIndex: deps.crypto.blindIndex("person.phone", digits), deletedAt: null }, select: { id: true, homeCountyCode: true, homeRegionCode: true }, take: 20 });
    const ours = found.filter((one) => actsForPerson(actor, one));
    return ours.length === 1 ? ok({ personId: ours[0]!.id }) : refuse(ours.length === 0 ? "fair-person-unknown" : "fair-person-several", who);
  }
  const parsed = parseResidentId(typed);
  if (!parsed.ok) return refuse("fair-who", who);
  const person = await findPersonByIdNumber(deps, parsed.id);
  return person && actsForPerson(actor, person) ? ok({ personId: person.id }) : refuse("fair-person-unknown", who);
}

/** Somebody stands at the desk of a fair: found by their code, telephone or resident ID, they have come. */
export const welcomeAtFair = useCase({
  name: "welcome-at-fair",
  roles: ["OFFICER"],
  subject: { type: "person", id: (input, value) => value.personId ?? input.fairId },
  input: z.object({ fairId: z.ulid("invalid"), who: z.string("fair-who").trim().min(1, "fair-who").max(40, "fair-who") }),
  async run({ deps, actor, input }) {
    const fair = await deps.db.jobFair.findUnique({ where: { id: input.fairId }, select: { id: true, regionCode: true } });
    if (!fair || !runsFair(actor, fair)) return refuse("not-found");
    const found = await findWho(deps, actor, fair.id, input.who);
    if (!found.ok) return found;
    const { personId } = found.value;
    return deps.db.$transaction(async (tx) => {
      if (!(await lockLiving(tx, personId))) return refuse("fair-person-unknown", who);
      const problem = findHiringProblem((await holdFair(tx, fair.id))!, deps.clock.now());
      if (problem) return refuse(problem);
      await setGuest(deps, tx, fair.id, personId, "CAME");
      return ok({ personId });
    });
  },
});
