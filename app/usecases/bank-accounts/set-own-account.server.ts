import { z } from "zod";
import { saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { accountFields } from "./account-fields.ts";

/** A person names their own account, for wages of workfare and subsidies alike. Helpers may not: money goes where the person themselves says. */
export const setOwnAccount = useCase({
  name: "set-bank-account",
  roles: ["SEEKER"],
  subject: { type: "person", id: () => null },
  input: z.object(accountFields),
  async run({ deps, actor, input }) {
    const personId = actor.personId;
    if (personId === null) return refuse("no-person");
    if (!input.ownName) return refuse("account-own-name", { field: "ownName" });
    await deps.db.$transaction((tx) => saveBankAccount(deps, tx, { personId, account: input.account, bankName: input.bankName, holderIsPerson: true, recordedBy: actor.userId }));
    return ok({ personId });
  },
});
