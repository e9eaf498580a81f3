import { z } from "zod";
import { loadBankAccounts, openAccounts } from "#app/data/bank-accounts.server.ts";
import { findSheetFor } from "#app/data/workfare/sheets.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { yuanText } from "#app/domain/money.ts";
import { accountObjection, payPurpose } from "#app/domain/person/bank-account.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";

export interface BankFile {
  sheetId: string;
  fileNr: number;
  nr: number;
  projectName: string;
  totalYuan: string;
  lines: { nr: number; name: string; account: string; bankName: string; amount: string }[];
}

/**
 * The list for the bank: who is to be paid, into their own account, how much. Only here are accounts opened, and the audit says so. Once the days of
 * publicity are over. Who has no account of their own is left out and stays waiting; a failed payment goes into the next file.
 */
export const makeBankFile = useCase({
  name: "make-bank-file",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "paySheet", id: (input) => input.sheetId },
  purpose: (input) => `pay:wages:${input.purpose}`,
  input: z.object({ sheetId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0), purpose: payPurpose }),
  async run({ deps, actor, input }) {
    const found = await findSheetFor(deps, actor, input.sheetId);
    if (!found) return refuse("not-found");
    const { sheet, project } = found;
    if (sheet.state === "DRAFT") return refuse("sheet-not-approved");
    if (sheet.publicUntil !== null && deps.clock.today() < sheet.publicUntil) return refuse("publicity-runs");
    return deps.db.$transaction(async (tx) => {
      const [held] = await tx.$queryRaw<{ version: number; filesMade: number }[]>`SELECT version, filesMade FROM pay_sheet WHERE id = ${sheet.id} FOR UPDATE`;
      if (held?.version !== input.version) return refuse("changed-meanwhile-shown");
      const waiting = await tx.payLine.findMany({ where: { sheetId: sheet.id, result: { in: ["WAITING", "FAILED"] }, person: { deletedAt: null } }, orderBy: { nr: "asc" } });
      const accounts = await loadBankAccounts(deps, tx, waiting.map((one) => one.personId));
      const payable = waiting.filter((one) => accountObjection(accounts.get(one.personId) ?? null) === null);
      if (payable.length === 0) return refuse("no-payable-line");
      const fileNr = held.filesMade + 1;
      await tx.paySheet.update({ where: { id: sheet.id }, data: { version: input.version + 1, filesMade: fileNr, state: "SENT" } });
      for (const { id, personId } of payable) {
        const { id: accountId, masked, bankName } = accounts.get(personId)!;
        await tx.payLine.update({ where: { id }, data: { result: "SENT", resultOn: null, resultReason: null, accountId, accountMasked: masked, bankName, fileNr, version: { increment: 1 } } });
      }
      return ok(await openFile(deps, tx, { sheetId: sheet.id, nr: sheet.nr, projectName: project.name, fileNr }));
    }, { timeout: 60_000 });
  },
});

/** The same list once more, for whom the download was lost: what it sent and the bank has not answered yet, into the accounts that it named then. Nothing is paid twice by it. */
export const repeatBankFile = useCase({
  name: "repeat-bank-file",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "paySheet", id: (input) => input.sheetId },
  purpose: (input) => `pay:wages-again:${input.purpose}`,
  input: z.object({ sheetId: z.ulid("invalid"), fileNr: z.coerce.number("invalid").int().min(1), purpose: payPurpose }),
  async run({ deps, actor, input }) {
    const found = await findSheetFor(deps, actor, input.sheetId);
    if (!found) return refuse("not-found");
    const { sheet, project } = found;
    const file = await openFile(deps, deps.db, { sheetId: sheet.id, nr: sheet.nr, projectName: project.name, fileNr: input.fileNr });
    return file.lines.length === 0 ? refuse("no-line-sent") : ok(file);
  },
});

async function openFile(deps: Pick<Deps, "crypto">, db: Deps["db"] | Tx, file: Pick<BankFile, "sheetId" | "nr" | "projectName" | "fileNr">): Promise<BankFile> {
  const rows = await db.payLine.findMany({ where: { sheetId: file.sheetId, fileNr: file.fileNr, result: "SENT", accountId: { not: null } }, orderBy: { nr: "asc" }, include: { person: { select: { nameEnc: true } } } });
  const opened = await openAccounts(deps, db, rows.map((one) => one.accountId!));
  const lines = rows.map(({ nr, accountId, payFen, person }) => {
    const { account, bankName } = opened.get(accountId!)!;
    return { nr, name: deps.crypto.decrypt("person.name", person.nameEnc), account, bankName, amount: yuanText(payFen) };
  });
  return { ...file, totalYuan: yuanText(rows.reduce((sum, one) => sum + one.payFen, 0)), lines };
}
