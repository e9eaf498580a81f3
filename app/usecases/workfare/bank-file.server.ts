import { z } from "zod";
import { loadBankAccounts, openAccounts } from "#app/data/bank-accounts.server.ts";
import { findSheetFor } from "#app/data/workfare/sheets.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { accountObjection, yuanText } from "#app/domain/workfare/pay.ts";
import { useCase } from "../use-case.server.ts";

export interface BankLine {
  nr: number;
  name: string;
  account: string;
  bankName: string;
  amount: string;
}

/**
 * The list for the bank: who is to be paid, into their own account, how much. Only here are accounts opened, and the audit says so. Once the days of
 * publicity are over. Who has no account of their own is left out and stays waiting; a failed payment goes into the next file.
 */
export const makeBankFile = useCase({
  name: "make-bank-file",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "paySheet", id: (input) => input.sheetId },
  purpose: () => "pay-wages",
  input: z.object({ sheetId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0) }),
  async run({ deps, actor, input }) {
    const found = await findSheetFor(deps, actor, input.sheetId);
    if (!found) return refuse("not-found");
    const { sheet, project } = found;
    if (sheet.state === "DRAFT") return refuse("sheet-not-approved");
    if (sheet.publicUntil !== null && deps.clock.today() < sheet.publicUntil) return refuse("publicity-runs");
    return deps.db.$transaction(async (tx) => {
      const [held] = await tx.$queryRaw<{ version: number; filesMade: number }[]>`SELECT version, filesMade FROM pay_sheet WHERE id = ${sheet.id} FOR UPDATE`;
      if (held?.version !== input.version) return refuse("changed-meanwhile-shown");
      const waiting = await tx.payLine.findMany({ where: { sheetId: sheet.id, result: { in: ["WAITING", "FAILED"] } }, orderBy: { nr: "asc" }, include: { person: { select: { nameEnc: true, deletedAt: true } } } });
      const accounts = await loadBankAccounts(tx, waiting.map((one) => one.personId));
      const payable = waiting.filter((one) => one.person.deletedAt === null && accountObjection(accounts.get(one.personId) ?? null) === null);
      if (payable.length === 0) return refuse("no-payable-line");
      const opened = await openAccounts(deps, tx, payable.map((one) => accounts.get(one.personId)!.id));
      const fileNr = held.filesMade + 1;
      await tx.paySheet.update({ where: { id: sheet.id }, data: { version: input.version + 1, filesMade: fileNr, state: "SENT" } });
      const lines: BankLine[] = [];
      for (const { id, nr, personId, payFen, person } of payable) {
        const masked = accounts.get(personId)!;
        const { account, bankName } = opened.get(masked.id)!;
        lines.push({ nr, name: deps.crypto.decrypt("person.name", person.nameEnc), account, bankName, amount: yuanText(payFen) });
        await tx.payLine.update({ where: { id }, data: { result: "SENT", resultOn: null, resultReason: null, accountMasked: masked.masked, bankName, fileNr, version: { increment: 1 } } });
      }
      return ok({ sheetId: sheet.id, fileNr, nr: sheet.nr, projectName: project.name, totalYuan: yuanText(payable.reduce((sum, one) => sum + one.payFen, 0)), lines });
    }, { timeout: 60_000 });
  },
});
