import { z } from "zod";
import { changeProfile, recountExperience } from "#app/data/profile.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/** Takes a job out of a profile again. */
export const removeJob = useCase({
  name: "remove-job",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, jobId: z.ulid("not-found") }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    return changeProfile(deps, own.person.id, async (tx) => {
      const { count } = await tx.personJob.deleteMany({ where: { id: input.jobId, personId: own.person.id } });
      if (count === 0) return refuse("not-found");
      await recountExperience(deps, tx, own.person);
      return ok({ personId: own.person.id });
    });
  },
});
