import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { sealCategory } from "#app/data/person-status.ts";
import { keepPieces } from "#app/data/rosters.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { LARGEST_ROSTER_BYTES } from "#app/domain/roster/roster.ts";
import { overlaps } from "#app/domain/region/codes.ts";
import { PERSON_CATEGORIES } from "#app/domain/terms.ts";
import { useCase } from "../use-case.server.ts";

/** Takes a file in as it comes, sealed piece by piece; a worker then reads its header. Nothing is kept of a file that breaks off. */
export const receiveRoster = useCase({
  name: "receive-roster",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "roster", id: (_input, value) => value.rosterId },
  input: z.object({
    fileName: z.string("required").trim().min(1, "required").max(200, "too-long"),
    category: z.enum(PERSON_CATEGORIES).or(z.literal("").transform(() => null)).nullish().transform((value) => value ?? null),
    siteId: z.ulid("invalid").or(z.literal("").transform(() => null)).nullish().transform((value) => value ?? null),
    pieces: z.custom<AsyncIterable<Uint8Array>>((value) => typeof (value as AsyncIterable<Uint8Array> | null)?.[Symbol.asyncIterator] === "function", "file-needed"),
  }),
  async run({ deps, actor, input }) {
    if (actor.regionCode === null) return refuse("forbidden");
    const site = input.siteId === null ? null : await deps.db.resettlementSite.findUnique({ where: { id: input.siteId } });
    if (input.siteId !== null && (!site || !overlaps(site.countyCode, actor.regionCode))) return refuse("not-found", { field: "siteId" });
    const id = deps.newId();
    const category = input.category ?? (site ? "RELOCATED" : null);
    await deps.db.roster.create({
      data: {
        id, regionCode: actor.regionCode, fileName: input.fileName, state: "RECEIVING", categoryEnc: category === null ? null : sealCategory(deps, id, category), siteId: input.siteId, uploadedBy: actor.userId, uploadedAt: deps.clock.now(),
      },
    });
    let bytes = 0;
    try {
      bytes = await keepPieces(deps, id, "SOURCE", input.pieces, LARGEST_ROSTER_BYTES);
    } catch (error) {
      await deps.db.roster.delete({ where: { id } });
      return refuse(error instanceof RangeError ? "file-too-large" : "file-broke-off", { field: "file" });
    }
    if (bytes === 0) {
      await deps.db.roster.delete({ where: { id } });
      return refuse("file-needed", { field: "file" });
    }
    await deps.db.$transaction(async (tx) => {
      await tx.roster.update({ where: { id }, data: { byteCount: BigInt(bytes), state: "READING", askedAt: deps.clock.now() } });
      await emit(deps, tx, [{ event: "roster.asked", subjectId: id }]);
    });
    return ok({ rosterId: id });
  },
});
