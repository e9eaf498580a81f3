import { z } from "zod";
import { removeFile } from "#app/data/private-files.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/** Takes a photo away; nothing of it is left. */
export const removePhoto = useCase({
  name: "remove-photo",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, fileId: z.ulid("not-found") }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    return (await removeFile(deps.db, own.person.id, input.fileId)) ? ok({ personId: own.person.id }) : refuse("not-found");
  },
});
