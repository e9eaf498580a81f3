import { z } from "zod";
import { findSheet, transfersOf } from "#app/data/welfare/sheets.server.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
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
 * account on record is left out, told as failed, and comes on the next sheet.
 */
export const openBankFile = useCase({
  name: "open-bank-file",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "welfareSheet", id: (input) => input.sheetId },
  purpose: (input) => input.purpose,
  input: z.object({ sheetId: z.ulid("invalid"), purpose: plainLine(4, "purpose-needed", 120), form: z.enum(["csv", "xlsx"], "invalid").default("csv") }),
  async run({ deps, actor, input }) {
    const sheet = await findSheet(deps.db, input.sheetId);
    if (!sheet || !actsForRegion(actor, sheet.regionCode)) return refuse("not-found");
    if (actor.regionCode?.length !== 6) return refuse("welfare-by-COUNTY");
    if (sheet.state === "PREPARED") return refuse("sheet-not-approved");
    const transfers = transfersOf(sheet.lines.filter((line) => line.failReason !== NO_ACCOUNT));
    const people = await deps.db.person.findMany({ where: { id: { in: transfers.map((one) => one.personId) } }, select: { id: true, nameEnc: true, account: true } });
    const byId = new Map(people.map((one) => [one.id, one]));
    const without = transfers.filter((one) => !byId.get(one.personId)?.account).map((one) => one.personId);
    if (sheet.state === "APPROVED") {
      await deps.db.$transaction(async (tx) => {
        const sent = await tx.welfareSheet.updateMany({ where: { id: sheet.id, state: "APPROVED" }, data: { state: "SENT", sentBy: actor.userId, sentAt: deps.clock.now(), version: { increment: 1 } } });
        if (sent.count === 1 && without.length > 0) await tx.welfarePay.updateMany({ where: { sheetId: sheet.id, personId: { in: without } }, data: { result: "FAILED", failReason: NO_ACCOUNT } });
      });
    }
    const rows = transfers.flatMap((one): BankRow[] => {
      const person = byId.get(one.personId);
      if (!person?.account || without.includes(one.personId)) return [];
      return [{ nr: one.nr, name: deps.crypto.decrypt("person.name", person.nameEnc), bankName: person.account.bankName, account: deps.crypto.decrypt("person.account", person.account.numberEnc), amountFen: one.amountFen }];
    });
    return ok({ sheetId: sheet.id, month: sheet.month, form: input.form, rows, without: without.length });
  },
});

/** Stands as the reason of a failed line; the catalogues have its sentence. */
export const NO_ACCOUNT = "no-account";
