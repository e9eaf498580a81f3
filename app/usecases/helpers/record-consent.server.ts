import { z } from "zod";
import { insertDelegation, noteHelperAsked } from "#app/data/delegations.server.ts";
import { findPersonByIdNumber, isName } from "#app/data/persons.server.ts";
import { giveReceipt } from "#app/data/receipts.server.ts";
import { termsSchema } from "#app/domain/account/delegation.ts";
import { receiptSms } from "#app/domain/account/messages.ts";
import { addDays, momentInWords, toDate } from "#app/domain/dates.ts";
import { personName, residentId } from "#app/domain/person/identity.ts";
import { mobilePhone } from "#app/domain/phone.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { originOf } from "#app/platform/environment.server.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const blank = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** A village agent keeps what a person of their region signed on a sheet: that the agent, or somebody of the household, may act for them. */
export const recordPaperConsent = useCase({
  name: "record-paper-consent",
  roles: ["AGENT"],
  subject: { type: "person", id: (_input, value) => value.personId },
  input: termsSchema
    .extend({
      name: personName, idNumber: residentId, sheetRef: plainLine(2, "sheet-number-needed", 80), explained: z.literal("on", "explain-first"), who: z.enum(["AGENT", "HOUSEHOLD"], "required"),
      helperName: blank(personName), helperPhone: blank(mobilePhone),
    })
    .refine(({ who, helperName }) => who === "AGENT" || helperName !== undefined, { path: ["helperName"], message: "required" })
    .refine(({ who, helperPhone }) => who === "AGENT" || helperPhone !== undefined, { path: ["helperPhone"], message: "required" }),
  async run({ deps, actor, input }) {
    const person = await findPersonByIdNumber(deps, input.idNumber.id);
    if (!person || !isName(deps, person.nameEnc, input.name) || !actsForPerson(actor, person) || actor.userId === null) return refuse("person-not-here", { field: "idNumber" });
    const self = await deps.db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { displayName: true } });
    const helper = input.who === "AGENT" ? { userId: actor.userId, masked: self.displayName } : { name: input.helperName!, phone: input.helperPhone! };
    try {
      const made = await deps.db.$transaction(async (tx) => {
        const { id: delegationId, again } = await insertDelegation(deps, tx, {
          personId: person.id, helper, acts: input.acts, how: "PAPER", sheetRef: input.sheetRef, validUntil: toDate(addDays(deps.clock.today(), input.days)), recordedByUserId: actor.userId,
        });
        const given = again ? await tx.receipt.findFirst({ where: { personId: person.id, act: "record-delegation", subjectId: delegationId }, select: { id: true } }) : null;
        if (given) return { delegationId, receiptId: given.id };
        if (helper.phone !== undefined) await noteHelperAsked(deps, tx, delegationId, helper);
        const receiptId = await giveReceipt(deps, tx, actor, {
          personId: person.id, act: "record-delegation", subjectId: delegationId, delegationId,
          sms: receiptSms({ helper: self.displayName, act: "record-delegation", about: null, at: momentInWords(deps.clock.now()), origin: originOf(deps.env) }),
        });
        return { delegationId, receiptId };
      });
      return ok({ ...made, personId: person.id });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("changed-meanwhile");
      throw error;
    }
  },
});
