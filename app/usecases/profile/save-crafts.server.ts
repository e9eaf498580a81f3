import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { changeProfile, markAnswered } from "#app/data/profile.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { listOf } from "./list-field.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "./own-person.server.ts";

/** The crafts and heritage skills that a person has: those named stay or come, the others go. In which words one was told before is kept. */
export const saveCrafts = useCase({
  name: "save-crafts",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, crafts: listOf(z.string().max(40, "craft-unknown"), 60) }),
  async run({ deps, actor, input }) {
    const own = await findOwnPerson(deps, actor, input.personId);
    if (!own.ok) return own;
    const personId = own.person.id;
    const crafts = await deps.db.craft.findMany({ where: { key: { in: input.crafts } }, select: { key: true, nameZh: true } });
    if (crafts.length !== new Set(input.crafts).size) return refuse("craft-unknown", { field: "crafts" });
    return changeProfile(deps, personId, async (tx) => {
      await tx.personCraft.deleteMany({ where: { personId, craftKey: { notIn: input.crafts } } });
      await tx.personCraft.createMany({ data: crafts.map(({ key, nameZh }) => ({ personId, craftKey: key, said: nameZh, source: "self", recordedAt: deps.clock.now() })), skipDuplicates: true });
      await markAnswered(deps, tx, personId, "crafts");
      await emit(deps, tx, [{ event: "person.changed", subjectId: personId }]);
      return ok({ personId });
    });
  },
});
