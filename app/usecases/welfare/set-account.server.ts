import { z } from "zod";
import { saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { bankAccountNumber } from "#app/domain/person/bank-account.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { tellPerson } from "./tell-person.server.ts";

/**
 * Where a person's subsidies go: their own account, said by themselves or read from their card by an officer, of which the person is told. The
 * number is kept as ciphertext; an account in another's name is not taken.
 */
export const setPersonAccount = useCase({
  name: "set-person-account",
  roles: ["SEEKER", "OFFICER"],
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({
    personId: z.ulid("invalid").optional(),
    bankName: plainLine(2, "bank-needed", 60),
    account: bankAccountNumber,
    ownName: z.literal("on", "account-own-name"),
  }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const person = await deps.db.person.findUnique({ where: { id: personId, deletedAt: null }, select: { id: true, homeCountyCode: true, homeRegionCode: true } });
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    await deps.db.$transaction(async (tx) => {
      const accountId = await saveBankAccount(deps, tx, { personId, account: input.account, bankName: input.bankName, holderIsPerson: true, recordedBy: actor.userId });
      const open = actor.role === "OFFICER" ? await tx.welfareCase.findUnique({ where: { openKey: personId } }) : null;
      if (open) await tellPerson(deps, tx, open, "welfare-account", accountId);
    });
    return ok({ personId });
  },
});
