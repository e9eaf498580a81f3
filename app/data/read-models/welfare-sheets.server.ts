import { scopePrefix } from "#app/domain/region/codes.ts";
import { accountObjection, type AccountObjection } from "#app/domain/person/bank-account.ts";
import type { PayReason } from "#app/domain/welfare/pay.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { loadBankAccounts } from "../bank-accounts.server.ts";
import { transfersOf } from "../welfare/sheets.server.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

export interface SheetSummary {
  id: string;
  town: Name;
  month: string;
  state: "PREPARED" | "APPROVED" | "SENT" | "SETTLED";
  totalFen: number;
  people: number;
  failed: number;
}

/** The subsidy sheets of an officer's region, newest first, and the townships that can have one. */
export async function readSheets({ db, pool }: Pick<Deps, "db" | "pool">, actor: Actor): Promise<{ sheets: SheetSummary[]; towns: { code: string; name: Name }[] }> {
  const scope = scopePrefix(actor.regionCode ?? "-");
  const [sheets, villages] = await Promise.all([
    db.welfareSheet.findMany({ where: { regionCode: { startsWith: scope } }, include: { lines: { select: { personId: true, result: true } } }, orderBy: [{ month: "desc" }, { regionCode: "asc" }], take: 120 }),
    db.welfareCase.findMany({ where: { regionCode: { startsWith: scope }, firstFrom: { not: null } }, distinct: ["regionCode"], select: { regionCode: true }, take: 2_000 }),
  ]);
  const towns = [...new Set(villages.map((one) => one.regionCode.slice(0, 9)))].sort();
  const names = await regionNames(pool, [...towns, ...sheets.map((one) => one.regionCode)]);
  const name = (code: string) => names.get(code) ?? { zh: code, en: code };
  return {
    towns: towns.map((code) => ({ code, name: name(code) })),
    sheets: sheets.map((one) => ({
      id: one.id, town: name(one.regionCode), month: one.month, state: one.state, totalFen: Number(one.totalFen), people: new Set(one.lines.map((line) => line.personId)).size,
      failed: new Set(one.lines.filter((line) => line.result === "FAILED").map((line) => line.personId)).size,
    })),
  };
}

export interface SheetLineView {
  nr: number;
  caseId: string;
  nameMasked: string;
  village: Name;
  title: string;
  month: string;
  supplement: boolean;
  days: number;
  dueFen: number;
  beforeFen: number;
  amountFen: number;
  reasons: PayReason[];
  result: "PENDING" | "PAID" | "FAILED";
  failReason: string | null;
  /** why nothing can be paid into their account as it stands */
  fault: AccountObjection | null;
}

/** One sheet with its lines, for a bureau that acts for the township; null for everybody else. */
export async function readSheet({ db, pool, crypto }: Pick<Deps, "db" | "pool" | "crypto">, actor: Actor, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const sheet = await db.welfareSheet.findUnique({
    where: { id }, include: { lines: { include: { ofCase: { include: { post: { select: { title: true } }, person: { select: { nameMasked: true } } } } }, orderBy: { nr: "asc" } } },
  });
  if (!sheet || !actsForRegion(actor, sheet.regionCode)) return null;
  const [accounts, paths, villages] = await Promise.all([loadBankAccounts({ crypto }, db, sheet.lines.map((one) => one.personId)), regionPaths(pool, [sheet.regionCode]), regionNames(pool, [sheet.regionCode, ...sheet.lines.map((one) => one.ofCase.regionCode)])]);
  const transfers = transfersOf(sheet.lines.filter((one) => one.result !== "FAILED"));
  return {
    id: sheet.id, version: sheet.version, month: sheet.month, state: sheet.state, town: villages.get(sheet.regionCode)!, townPath: paths.get(sheet.regionCode)!, totalFen: Number(sheet.totalFen), preparedAt: sheet.preparedAt, approvedAt: sheet.approvedAt, sentAt: sheet.sentAt, settledAt: sheet.settledAt,
    ownWork: sheet.preparedBy !== null && sheet.preparedBy === actor.userId, county: actor.regionCode?.length === 6, transfers: transfers.length, transferFen: transfers.reduce((sum, one) => sum + one.amountFen, 0),
    lines: sheet.lines.map((one): SheetLineView => ({
      nr: one.nr, caseId: one.caseId, nameMasked: one.ofCase.person.nameMasked, village: villages.get(one.ofCase.regionCode) ?? { zh: "", en: "" }, title: one.ofCase.post.title, month: one.month, supplement: one.month !== sheet.month,
      days: one.days, dueFen: one.dueFen, beforeFen: one.beforeFen, amountFen: one.amountFen, reasons: readJson(one.reasons) as PayReason[], result: one.result, failReason: one.failReason, fault: accountObjection(accounts.get(one.personId) ?? null),
    })),
  };
}
export type SheetView = NonNullable<Awaited<ReturnType<typeof readSheet>>>;
