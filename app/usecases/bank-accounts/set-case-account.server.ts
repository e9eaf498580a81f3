import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { tellPerson } from "../welfare/tell-person.server.ts";
import { accountFields } from "./account-fields.ts";
import { replaceSeenAccount } from "./replace-seen.server.ts";

/**
 * An officer records the account of somebody with a public-welfare case from the copy of their card, in the place of the one they have seen; the
 * person is told. An account in another's name is not taken: a subsidy goes to nobody else.
 */
export const setCaseAccount = useCase({
  name: "set-case-account",
  roles: ["OFFICER"],
  subject: { type: "welfareCase", id: (input) => input.caseId },
  input: z.object({ caseId: z.ulid("invalid"), seen: z.string().max(26, "invalid").default(""), ...accountFields }),
  async run({ deps, actor, input }) {
    const found = await deps.db.welfareCase.findUnique({ where: { id: input.caseId }, include: { person: { select: { id: true, homeCountyCode: true, homeRegionCode: true, deletedAt: true } } } });
    if (!found || found.person.deletedAt !== null || !actsForPerson(actor, found.person)) return refuse("not-found");
    if (!input.ownName) return refuse("account-their-name", { field: "ownName" });
    return deps.db.$transaction(async (tx) => {
      const account = { personId: found.personId, account: input.account, bankName: input.bankName, holderIsPerson: true, recordedBy: actor.userId };
      const id = await replaceSeenAccount(deps, tx, input.seen, account);
      if (id === null) return refuse("changed-meanwhile-shown", { field: "account" });
      await tellPerson(deps, tx, found, "welfare-account", id);
      return ok({ personId: found.personId });
    });
  },
});
