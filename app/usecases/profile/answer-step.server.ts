import { z } from "zod";
import { changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { NONE_STEPS } from "#app/domain/profile/steps.ts";
import { ok } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/** A step is answered with what stands there already, if only nothing. */
export const answerStep = useCase({
  name: "answer-step",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, step: z.enum(NONE_STEPS, "invalid") }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    return changeProfile(deps, own.person.id, async (tx) => {
      await markAnswered(deps, tx, own.person.id, input.step);
      return ok({ personId: own.person.id });
    });
  },
});
