import { z } from "zod";
import { sealContact } from "#app/data/dispatch/contacts.server.ts";
import { findTermProblem, yearsOf } from "#app/domain/agreement/agreement.ts";
import { toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { contactName, OFFICE, regionCode, telephone } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";

export const quotaPeople = z.coerce.number("number-needed").int("whole-number").min(1, "agreement-people").max(1_000_000, "agreement-people");

/** An agreement between a region of ours and another, with what each side gives and a quota for each of its years: written whole, or not at all. */
export const signAgreement = useCase({
  name: "sign-agreement",
  roles: OFFICE,
  subject: { type: "agreement", id: (input, value) => value.agreementId ?? input.homeCode },
  input: z.object({
    entryKey: z.ulid("invalid"),
    homeCode: z.string("agreement-home").regex(/^14\d{4}$/, "agreement-home"),
    partnerCode: regionCode,
    partnerBody: plainLine(4, "agreement-partner", 120),
    number: plainLine(2, "agreement-number", 80),
    signedOn: z.iso.date("date-form"),
    validFrom: z.iso.date("date-form"),
    validUntil: z.iso.date("date-form"),
    people: quotaPeople,
    weGive: plainLine(4, "agreement-gives", 500),
    theyGive: plainLine(4, "agreement-gives", 500),
    contactName,
    contactPhone: telephone,
  }),
  async run({ deps, actor, input }) {
    if (!actsForRegion(actor, input.homeCode)) return refuse("not-your-region", { field: "homeCode" });
    const known = await deps.db.region.findMany({ where: { code: { in: [input.homeCode, input.partnerCode] } }, select: { code: true } });
    if (!known.some((one) => one.code === input.homeCode)) return refuse("agreement-home", { field: "homeCode" });
    if (!known.some((one) => one.code === input.partnerCode)) return refuse("dispatch-region", { field: "partnerCode" });
    const problem = findTermProblem(input, deps.clock.today());
    if (problem) return refuse(problem.code, { field: problem.field });
    const agreementId = deps.newId();
    const { people, contactName: name, contactPhone: phone, ...terms } = input;
    const years = yearsOf(terms);
    try {
      await deps.db.labourAgreement.create({
        data: {
          ...terms, id: agreementId, signedOn: toDate(input.signedOn), validFrom: toDate(input.validFrom), validUntil: toDate(input.validUntil),
          contactEnc: sealContact(deps.crypto, "agreement.contact", { name, phone }), recordedBy: actor.userId, recordedAt: deps.clock.now(),
          quotas: { create: years.map((year) => ({ id: deps.newId(), year, people })) },
          events: { create: { id: deps.newId(), seq: 1, kind: "SIGNED", happenedOn: toDate(input.signedOn), detail: { validFrom: input.validFrom, validUntil: input.validUntil, years, people }, saidByUserId: actor.userId, recordedAt: deps.clock.now() } },
        },
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const same = await deps.db.labourAgreement.findUnique({ where: { entryKey: input.entryKey }, select: { id: true, homeCode: true } });
      return same && actsForRegion(actor, same.homeCode) ? ok({ agreementId: same.id }) : refuse("agreement-known", { field: "number" });
    }
    return ok({ agreementId });
  },
});
