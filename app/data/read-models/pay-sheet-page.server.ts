import { loadBankAccounts } from "#app/data/bank-accounts.server.ts";
import { findSheetFor, type Sheet } from "#app/data/workfare/sheets.server.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import { accountObjection } from "#app/domain/person/bank-account.ts";
import type { PayResult } from "#app/domain/workfare/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames } from "./names.server.ts";

export interface SheetLineView {
  id: string;
  nr: number;
  personId: string;
  nameMasked: string;
  village: Name;
  quarters: number;
  payFen: number;
  days: { day: Day; quarters: number; rateFen: number; payFen: number }[];
  account: string | null;
  bankName: string | null;
  objection: ReturnType<typeof accountObjection>;
  /** masked names of those who use the same account */
  sharedWith: string[];
  result: PayResult;
  resultOn: Day | null;
  resultReason: string | null;
  fileNr: number | null;
  version: number;
  disputed: boolean;
}

export interface SheetView {
  sheet: Sheet;
  project: { id: string; name: string };
  lines: SheetLineView[];
  madeBy: string;
  approvedBy: string | null;
  own: boolean;
  publicity: "none" | "runs" | "over";
}

/** A pay sheet with its lines: days × rate, the account as it is masked, and what the bank said; null for everybody but an officer of the county. */
export async function readSheetPage(deps: Pick<Deps, "db" | "pool" | "clock" | "crypto">, actor: Actor, sheetId: string): Promise<SheetView | null> {
  const found = await findSheetFor(deps, actor, sheetId);
  if (!found) return null;
  const { sheet, project } = found;
  const rows = await deps.db.payLine.findMany({ where: { sheetId }, orderBy: { nr: "asc" }, include: { person: { select: { nameMasked: true, homeRegionCode: true } }, days: { orderBy: { day: "asc" } } } });
  const [accounts, villages, users, disputes] = await Promise.all([
    loadBankAccounts(deps, deps.db, rows.map((one) => one.personId)), regionNames(deps.pool, rows.map((one) => one.person.homeRegionCode)),
    deps.db.user.findMany({ where: { id: { in: [sheet.madeBy, sheet.approvedBy].flatMap((id) => id ?? []) } }, select: { id: true, displayName: true } }),
    deps.db.careCase.findMany({ where: { payLineId: { in: rows.map((one) => one.id) }, closedAt: null }, select: { payLineId: true } }),
  ]);
  const sharers = [...accounts.values()].flatMap((one) => one.sharedWith);
  const shared = new Map((await deps.db.person.findMany({ where: { id: { in: sharers } }, select: { id: true, nameMasked: true } })).map((one) => [one.id, one.nameMasked]));
  const nameOf = (id: string | null) => users.find((one) => one.id === id)?.displayName ?? "—";
  return {
    sheet, project: { id: project.id, name: project.name }, madeBy: nameOf(sheet.madeBy), approvedBy: sheet.approvedBy === null ? null : nameOf(sheet.approvedBy), own: sheet.madeBy === actor.userId,
    publicity: sheet.publicUntil === null ? "none" : deps.clock.today() < sheet.publicUntil ? "runs" : "over",
    lines: rows.map((row) => {
      const account = accounts.get(row.personId) ?? null;
      const settled = row.result === "SENT" || row.result === "PAID";
      return {
        id: row.id, nr: row.nr, personId: row.personId, nameMasked: row.person.nameMasked, village: villages.get(row.person.homeRegionCode) ?? { zh: "", en: "" }, quarters: row.quarters, payFen: row.payFen,
        days: row.days.map((one) => ({ day: toDay(one.day), quarters: one.quarters, rateFen: one.rateFen, payFen: one.payFen })),
        account: settled ? row.accountMasked : (account?.masked ?? null), bankName: settled ? row.bankName : (account?.bankName ?? null), objection: settled ? null : accountObjection(account),
        sharedWith: settled ? [] : (account?.sharedWith ?? []).flatMap((id) => shared.get(id) ?? []), result: row.result, resultOn: row.resultOn === null ? null : toDay(row.resultOn), resultReason: row.resultReason, fileNr: row.fileNr,
        version: row.version, disputed: disputes.some((one) => one.payLineId === row.id),
      };
    }),
  };
}
