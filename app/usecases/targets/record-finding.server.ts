import { z } from "zod";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { FINDINGS } from "#app/domain/target/sample.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** What a call or visit found of somebody drawn. A wrong one needs a word why; the count itself changes only through the ledger. */
export const recordFinding = useCase({
  name: "record-finding",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "countSample", id: (input) => input.sampleId },
  input: z.object({
    sampleId: z.ulid("invalid"),
    nr: z.coerce.number("invalid").int().min(1),
    /** of the row as the page showed it */
    version: z.coerce.number("invalid").int().min(0),
    finding: z.enum(FINDINGS, "required"),
    note: plainLine(0, "required", 300).default(""),
  }),
  async run({ deps, actor, input }) {
    const sample = await deps.db.countSample.findUnique({ where: { id: input.sampleId } });
    if (!sample || !actsForRegion(actor, sample.regionCode)) return refuse("not-found");
    if (input.finding === "FALSE" && input.note === "") return refuse("reason-needed", { field: `note-${input.nr}` });
    const changed = await deps.db.countDraw.updateMany({
      where: { sampleId: sample.id, nr: input.nr, version: input.version },
      data: { finding: input.finding, note: input.note || null, checkedBy: actor.userId, checkedAt: deps.clock.now(), version: input.version + 1 },
    });
    if (changed.count === 1) return ok({ nr: input.nr });
    const exists = await deps.db.countDraw.count({ where: { sampleId: sample.id, nr: input.nr } });
    return refuse(exists === 0 ? "not-found" : "changed-meanwhile");
  },
});
