import { z } from "zod";
import { insertDelegation } from "#app/data/delegations.server.ts";
import { findPersonByIdNumber, isName } from "#app/data/persons.server.ts";
import { askCode, readTicket, tryCode } from "#app/data/phone-codes.server.ts";
import { giveReceipt } from "#app/data/receipts.server.ts";
import { ACT_KINDS, termsSchema } from "#app/domain/account/delegation.ts";
import { consentSms, receiptSms } from "#app/domain/account/messages.ts";
import { phoneCode } from "#app/domain/account/phone-code.ts";
import { addDays, dayInWords, momentInWords, toDate } from "#app/domain/dates.ts";
import { personName, residentId } from "#app/domain/person/identity.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { originOf } from "#app/platform/environment.server.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

export const noteSchema = z.object({ personId: z.ulid(), acts: z.array(z.enum(ACT_KINDS)), until: z.iso.date() });

/**
 * A helper asks a person for consent: a code goes to the telephone on the person's record, and telling it is the yes. A household
 * member gets the same answer for every name and number; an agent hears what stands in the way in their own region.
 */
export const requestConsentCode = useCase({
  name: "request-consent-code",
  roles: ["SEEKER", "AGENT"],
  subject: { type: "phone-code", id: () => undefined },
  input: termsSchema.extend({ name: personName, idNumber: residentId }),
  async run({ deps, actor, input }) {
    if (actor.userId === null) return refuse("forbidden");
    const idNumber = input.idNumber.id;
    const found = await findPersonByIdNumber(deps, idNumber);
    const person = found && isName(deps, found.nameEnc, input.name) && found.id !== actor.personId ? found : null;
    if (actor.role === "AGENT") {
      if (!person || !actsForPerson(actor, person)) return refuse("person-not-here", { field: "idNumber" });
      if (person.phoneEnc === null) return refuse("no-phone-use-paper", { field: "idNumber" });
    }
    const until = addDays(deps.clock.today(), input.days);
    const asked = person?.phoneEnc
      ? await askCode(deps, {
          purpose: "CONSENT", phone: deps.crypto.decrypt("person.phone", person.phoneEnc), text: consentSms(await helperNameOf(deps, actor.userId), input.acts, dayInWords(until)), userId: actor.userId,
          note: { personId: person.id, acts: input.acts, until },
        })
      // nobody gets this code; one a minute for a resident ID, as for a telephone
      : await askCode(deps, { purpose: "CONSENT", phone: `no telephone of ${idNumber}`, text: null, userId: actor.userId });
    return "ticket" in asked ? ok(asked) : refuse("code-wait", { params: { seconds: asked.waitSeconds } });
  },
});

/** The helper types the code that the person told them; from now on they may act. */
export const confirmConsentCode = useCase({
  name: "confirm-consent-code",
  roles: ["SEEKER", "AGENT"],
  subject: { type: "delegation", id: (_input, value) => value.delegationId },
  input: z.object({ ticket: z.string("code-over").length(43, "code-over"), code: phoneCode }),
  async run({ deps, actor, input }) {
    const ticket = await readTicket(deps, input.ticket);
    if (!ticket || actor.userId === null || ticket.userId !== actor.userId) return refuse("code-over");
    const helperUserId = actor.userId;
    const answer = await tryCode(deps, input.ticket, input.code, ["CONSENT"]);
    if (answer === "over") return refuse("code-over");
    if (answer === "wrong" || ticket.noteEnc === null) return refuse("code-wrong", { field: "code" });
    const note = noteSchema.parse(JSON.parse(deps.crypto.decrypt("phone.note", ticket.noteEnc)));
    const masked = await helperNameOf(deps, helperUserId);
    try {
      const delegationId = await deps.db.$transaction(async (tx) => {
        const { id } = await insertDelegation(deps, tx, { personId: note.personId, helper: { userId: helperUserId, masked }, acts: note.acts, how: "CODE", validUntil: toDate(note.until), recordedByUserId: helperUserId });
        await giveReceipt(deps, tx, actor, {
          personId: note.personId, act: "record-delegation", subjectId: id, delegationId: id,
          sms: receiptSms({ helper: masked, act: "record-delegation", about: null, at: momentInWords(deps.clock.now()), origin: originOf(deps.env) }),
        });
        return id;
      });
      return ok({ delegationId });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("changed-meanwhile");
      throw error;
    }
  },
});

async function helperNameOf({ db }: Pick<Deps, "db">, userId: string): Promise<string> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { displayName: true, person: { select: { nameMasked: true } } } });
  return user.person?.nameMasked ?? user.displayName;
}
