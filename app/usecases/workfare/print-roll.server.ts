import { z } from "zod";
import { loadCrew } from "#app/data/workfare/crew.server.ts";
import { findRollFor } from "#app/data/workfare/rolls.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** The crew's names in the clear, for a sheet that is signed by hand at the site. The audit says who had them printed. */
export const openRollNames = useCase({
  name: "open-roll-names",
  roles: ["OFFICER", "ADMIN", "AGENT", "SEEKER"],
  subject: { type: "musterRoll", id: (input) => input.rollId },
  purpose: () => "form:muster-roll",
  input: z.object({ rollId: z.ulid("invalid"), intent: z.literal("names", "invalid") }),
  async run({ deps, actor, input }) {
    const found = await findRollFor(deps, actor, input.rollId, "ENTER");
    if (!found) return refuse("not-found");
    const { roll, project } = found;
    const crew = await loadCrew(deps.pool, project.id, { from: roll.fromOn, until: roll.untilOn });
    const rows = await deps.db.person.findMany({ where: { id: { in: crew.map((one) => one.personId) } }, select: { id: true, nameEnc: true } });
    return ok({ names: Object.fromEntries(rows.map(({ id, nameEnc }) => [id, deps.crypto.decrypt("person.name", nameEnc)])) as Record<string, string> });
  },
});
