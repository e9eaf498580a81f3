import { z } from "zod";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isAccountNumber, maskAccount } from "#app/domain/welfare/bank.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Where a person's subsidies go: their own account, said by themselves or read from the passbook by an officer. The number is kept as ciphertext. */
export const setPersonAccount = useCase({
  name: "set-person-account",
  roles: ["SEEKER", "OFFICER"],
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({
    personId: z.ulid("invalid").optional(),
    bankName: plainLine(2, "bank-needed", 80),
    number: z.string("required").transform((text) => text.replace(/[\s-]/g, "")).refine(isAccountNumber, { message: "account-form" }),
  }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const person = await deps.db.person.findUnique({ where: { id: personId, deletedAt: null }, select: { id: true, homeCountyCode: true, homeRegionCode: true } });
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    const data = { bankName: input.bankName, numberEnc: deps.crypto.encrypt("person.account", input.number), numberMasked: maskAccount(input.number), updatedBy: actor.userId, updatedAt: deps.clock.now() };
    await deps.db.personAccount.upsert({ where: { personId }, create: { personId, ...data }, update: data });
    return ok({ personId });
  },
});
