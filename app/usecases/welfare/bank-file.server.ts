import { z } from "zod";
import { loadBankAccounts, openAccounts } from "#app/data/bank-accounts.server.ts";
import { findSheet, holdTown, transfersOf } from "#app/data/welfare/sheets.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { accountObjection, type AccountObjection, payPurpose } from "#app/domain/person/bank-account.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

export interface BankRow {
  nr: number;
  name: string;
  bankName: string;
  account: string;
  amountFen: number;
}

/**
 * The transfers of an approved sheet for the bank: the one place where account numbers are opened, for a purpose that is recorded. Who has no
 * account of their own is left out with the first file, told as failed, and comes on the next sheet; a second file names the same people.
 */
export const openBankFile = useCase({
  name: "open-bank-file",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "welfareSheet", id: (input) => input.sheetId },
  purpose: (input) => `pay:welfare:${input.purpose}`,
  input: z.object({ sheetId: z.ulid("invalid"), purpose: payPurpose, form: z.enum(["csv", "xlsx"], "invalid").default("csv") }),
  async run({ deps, actor, input }) {
    const known = await deps.db.welfareSheet.findUnique({ where: { id: input.sheetId }, select: { regionCode: true } });
    if (!known || !actsForRegion(actor, known.regionCode)) return refuse("not-found");
    if (actor.regionCode?.length !== 6) return refuse("welfare-by-COUNTY");
    return deps.db.$transaction(async (tx) => {
      await holdTown(tx, known.regionCode);
      const sheet = (await findSheet(tx, input.sheetId))!;
      if (sheet.state === "PREPARED") return refuse("sheet-not-approved");
      const transfers = transfersOf(sheet.lines.filter((one) => one.result !== "FAILED"));
      const personIds = transfers.map((one) => one.personId);
      const accounts = await loadBankAccounts(deps, tx, personIds);
      const payable: typeof transfers = [];
      const faults = new Map<AccountObjection, string[]>();
      for (const one of transfers) {
        const fault = accountObjection(accounts.get(one.personId) ?? null);
        if (fault === null) payable.push(one);
        else faults.set(fault, [...(faults.get(fault) ?? []), one.personId]);
      }
      if (sheet.state === "APPROVED") {
        await tx.welfareSheet.update({ where: { id: sheet.id }, data: { state: "SENT", sentBy: actor.userId, sentAt: deps.clock.now(), version: { increment: 1 } } });
        for (const [fault, without] of faults) await tx.welfarePay.updateMany({ where: { sheetId: sheet.id, personId: { in: without } }, data: { result: "FAILED", failReason: fault } });
      }
      const opened = await openAccounts(deps, tx, payable.map((one) => accounts.get(one.personId)!.id));
      const people = await tx.person.findMany({ where: { id: { in: payable.map((one) => one.personId) } }, select: { id: true, nameEnc: true } });
      const names = new Map(people.map((one) => [one.id, deps.crypto.decrypt("person.name", one.nameEnc)]));
      const rows = payable.map(({ nr, personId, amountFen }): BankRow => {
        const { account, bankName } = opened.get(accounts.get(personId)!.id)!;
        return { nr, name: names.get(personId)!, bankName, account, amountFen };
      });
      return ok({ sheetId: sheet.id, month: sheet.month, form: input.form, rows, without: transfers.length - payable.length });
    }, { timeout: 60_000 });
  },
});
