import { z } from "zod";
import { changePerson, changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { ok } from "#app/domain/result.ts";
import { EDUCATIONS } from "#app/domain/terms.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/** How far a person went to school. */
export const saveEducation = useCase({
  name: "save-education",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, education: z.enum(EDUCATIONS, "education-choose") }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    return changeProfile(deps, own.person.id, async (tx) => {
      await changePerson(deps, tx, own.person.id, { education: input.education });
      await markAnswered(deps, tx, own.person.id, "education");
      return ok({ personId: own.person.id });
    });
  },
});
