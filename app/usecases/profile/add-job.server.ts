import { z } from "zod";
import { changeProfile, markAnswered, recountExperience } from "#app/data/profile.server.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { JOB_MONTHS, MOST_JOBS } from "#app/domain/profile/job.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { PLACE_CLASSES } from "#app/domain/terms.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/**
 * Work that a person has done, with the occupation that they chose or confirmed. The same trade in the same kind of place is one line: told
 * again it takes the new years. The months of all lines are the person's experience.
 */
export const addJob = useCase({
  name: "add-job",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({
    ...personIdField,
    occupationCode: z.string("job-occupation").min(1, "job-occupation").max(16, "occupation-unknown"),
    said: plainLine(0, "required", 60).optional(),
    months: z.coerce.number("job-years").refine((months) => (JOB_MONTHS as readonly number[]).includes(months), { message: "job-years" }),
    place: z.enum(PLACE_CLASSES, "job-place"),
  }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const personId = own.person.id;
    const { occupationCode, place } = input;
    if ((await deps.db.occupation.count({ where: { code: occupationCode } })) === 0) return refuse("occupation-unknown", { field: "occupationCode" });
    const key = { personId, occupationCode, place };
    const data = { months: input.months, said: input.said || null, recordedAt: deps.clock.now() };
    return changeProfile(deps, personId, async (tx) => {
      const others = await tx.personJob.count({ where: { personId, NOT: { occupationCode, place } } });
      if (others >= MOST_JOBS) return refuse("too-many-jobs", { params: { most: MOST_JOBS } });
      await tx.personJob.upsert({ where: { personId_occupationCode_place: key }, create: { id: deps.newId(), ...key, ...data }, update: data });
      await markAnswered(deps, tx, personId, "work");
      await recountExperience(deps, tx, own.person);
      return ok({ personId });
    });
  },
});
