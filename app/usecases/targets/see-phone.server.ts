import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** The telephone number of somebody drawn, for the call that checks the count. Each look is in the audit with its purpose. */
export const seeDrawnPhone = useCase({
  name: "see-drawn-phone",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "person", id: (input, value) => value.personId ?? input.sampleId },
  // the page and its button are for this alone
  purpose: () => "see:CHECK:count-sample",
  input: z.object({ sampleId: z.ulid("invalid"), nr: z.coerce.number("invalid").int().min(1) }),
  async run({ deps, actor, input }) {
    const draw = await deps.db.countDraw.findUnique({ where: { sampleId_nr: { sampleId: input.sampleId, nr: input.nr } }, include: { sample: true } });
    if (!draw || !actsForRegion(actor, draw.sample.regionCode)) return refuse("not-found");
    const person = await deps.db.person.findUnique({ where: { id: draw.personId }, select: { id: true, phoneEnc: true } });
    if (!person?.phoneEnc) return refuse("no-phone-on-record");
    return ok({ personId: person.id, nr: input.nr, phone: deps.crypto.decrypt("person.phone", person.phoneEnc) });
  },
});
