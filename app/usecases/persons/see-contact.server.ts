import { z } from "zod";
import { hasWords, purposeOf, seeingFields, WORDS_NEEDED } from "#app/domain/person/seeing.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Name and telephone of somebody whose case is worked on, opened for a purpose that stands in the audit; with a care case, the employer's number too. */
export const seeContact = useCase({
  name: "see-contact",
  roles: ["OFFICER", "AGENT", "ADMIN"],
  subject: { type: "person", id: (input, value) => value.personId ?? input.id },
  purpose: purposeOf,
  input: z.object({ of: z.enum(["care", "watch"], "invalid"), id: z.ulid("not-found"), ...seeingFields }).refine(hasWords, WORDS_NEEDED),
  async run({ deps, actor, input: { of, id } }) {
    const person = { select: { id: true, nameEnc: true, phoneEnc: true } } as const;
    const watch = of === "watch" ? await deps.db.watchCase.findUnique({ where: { id }, select: { regionCode: true, person } }) : null;
    const care = of === "care" && actor.role !== "AGENT"
      ? await deps.db.careCase.findUnique({ where: { id }, select: { regionCode: true, person, post: { select: { employer: { select: { phoneEnc: true } } } } } }) : null;
    const found = watch ?? care;
    if (!found || !actsForRegion(actor, found.regionCode)) return refuse("not-found");
    const employerPhoneEnc = care?.post?.employer.phoneEnc ?? null;
    return ok({
      personId: found.person.id, name: deps.crypto.decrypt("person.name", found.person.nameEnc),
      phone: found.person.phoneEnc === null ? null : deps.crypto.decrypt("person.phone", found.person.phoneEnc),
      employerPhone: employerPhoneEnc === null ? null : deps.crypto.decrypt("employer.phone", employerPhoneEnc),
    });
  },
});
