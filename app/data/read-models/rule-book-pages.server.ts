import type { RowDataPacket } from "mysql2";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { benefitsOf } from "#app/domain/claim/benefits.ts";
import type { Day } from "#app/domain/dates.ts";
import { type Certainty, parameterInForce, type PolicyParameter } from "#app/domain/policy/parameter.ts";
import { compareRegimes, type RegimeLine } from "#app/domain/policy/regimes.ts";
import { rowClosedBy, type ValueKind, valueKind } from "#app/domain/policy/rule-draft.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { isSimulated, seesDraft } from "../policy-drafts.server.ts";
import { type Name, regionNames } from "./names.server.ts";

export type RuleRow = PolicyParameter & { area: Name | null };

export interface DraftLine {
  id: string;
  key: string;
  area: Name | null;
  value: unknown;
  unit: string;
  validFrom: Day;
  documentNumber: string | null;
  state: "DRAFT" | "ON" | "DROPPED";
  draftedBy: string | null;
  draftedAt: Date;
}

export interface RuleBookView {
  today: Day;
  keys: { key: string; rows: RuleRow[]; inForce: RuleRow | null }[];
  drafts: DraftLine[];
}

const DRAFTS_SHOWN = 100;
type Needs = Pick<Deps, "pool" | "clock" | "db">;
const isOfficer = (actor: Actor | null): actor is Actor => actor !== null && (actor.role === "OFFICER" || actor.role === "ADMIN");

/** Every key with all its rows over time, and for officers the drafts that wait. */
export async function readRuleBook(deps: Needs, actor: Actor | null): Promise<RuleBookView> {
  const today = deps.clock.today();
  const rows = await named(deps, await loadPolicyParameters(deps.pool));
  const keys = [...new Set(rows.map((row) => row.key))].sort();
  return {
    today, drafts: isOfficer(actor) ? await readDrafts(deps, actor, "d.state = 'DRAFT'", []) : [],
    keys: keys.map((key) => {
      const own = byStart(rows.filter((row) => row.key === key));
      return { key, rows: own, inForce: parameterInForce(own, key, { regionCode: SHANXI, asOf: today }) as RuleRow | null };
    }),
  };
}

export interface RuleKeyView {
  today: Day;
  key: string;
  rows: RuleRow[];
  unit: string;
  kind: ValueKind;
  movesClaims: boolean;
  drafts: DraftLine[];
}

/** One key: its rows by area and time, and every draft there was. Null when there is no such key. */
export async function readRuleKey(deps: Needs, actor: Actor | null, key: string): Promise<RuleKeyView | null> {
  const own = (await loadPolicyParameters(deps.pool)).filter((row) => row.key === key);
  if (own.length === 0) return null;
  const rows = byStart(await named(deps, own));
  return {
    today: deps.clock.today(), key, rows, unit: own[0]!.unit, kind: valueKind(own[0]!.value, own[0]!.unit), movesClaims: benefitsOf(key).length > 0,
    drafts: isOfficer(actor) ? await readDrafts(deps, actor, "d.`key` = ?", [key]) : [],
  };
}

export interface SimulationLine {
  id: string;
  year: number;
  region: Name;
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED";
  requestedAt: Date;
}

export interface DraftView extends DraftLine {
  regionCode: string;
  article: string | null;
  source: string;
  certainty: Certainty;
  note: string | null;
  version: number;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
  closes: RuleRow | null;
  /** the reader wrote it: somebody else switches it on */
  own: boolean;
  /** the reader's region holds the rule's */
  mayDecide: boolean;
  movesClaims: boolean;
  /** it moves no money, or what it moves has been computed for all of its area */
  simulated: boolean;
  simulations: SimulationLine[];
}

/** A draft with the row it would close and what was simulated of it; only for officers. */
export async function readDraft(deps: Needs, actor: Actor, draftId: string): Promise<DraftView | null> {
  if (!ID_PATTERN.test(draftId)) return null;
  const [line] = await readDrafts(deps, actor, "d.id = ?", [draftId]);
  const draft = line && (await deps.db.policyDraft.findUnique({ where: { id: draftId } }));
  if (!draft || !line) return null;
  const mayDecide = actsForRegion(actor, draft.regionCode || SHANXI);
  const rows = await named(deps, await loadPolicyParameters(deps.pool));
  const [decider, simulations] = await Promise.all([
    draft.decidedBy === null ? null : deps.db.user.findUnique({ where: { id: draft.decidedBy }, select: { displayName: true } }),
    readSimulations(deps, actor, draftId),
  ]);
  const validFrom = line.validFrom;
  return {
    ...line, regionCode: draft.regionCode, article: draft.article, source: draft.source, certainty: draft.certainty, note: draft.note, version: draft.version, decidedBy: decider?.displayName ?? null,
    decidedAt: draft.decidedAt, reason: draft.reason, closes: draft.state === "DRAFT" ? (rowClosedBy(rows, { key: draft.key, regionCode: draft.regionCode, validFrom }) as RuleRow | null) : null,
    own: actor.userId !== null && actor.userId === draft.draftedBy, mayDecide, movesClaims: benefitsOf(draft.key).length > 0, simulated: await isSimulated(deps.db, draft), simulations,
  };
}

async function readSimulations(deps: Needs, actor: Actor, draftId: string): Promise<SimulationLine[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    "SELECT id, year, regionCode, status, requestedAt FROM rule_simulation WHERE draftId = ? AND regionCode LIKE ? ORDER BY requestedAt DESC LIMIT 20", [draftId, `${scopePrefix(actor.regionCode ?? "-")}%`]);
  const names = await regionNames(deps.pool, rows.map((row) => row.regionCode as string));
  return rows.map((row) => ({ ...(row as unknown as SimulationLine), region: names.get(row.regionCode as string) ?? { zh: "", en: "" } }));
}

async function readDrafts(deps: Needs, actor: Actor, where: string, params: unknown[]): Promise<DraftLine[]> {
  const [found] = await deps.pool.query<RowDataPacket[]>(
    `SELECT d.id, d.\`key\`, d.regionCode, d.value, d.unit, d.validFrom, d.documentNumber, d.state, d.draftedAt, u.displayName AS draftedBy
       FROM policy_draft d LEFT JOIN user_account u ON u.id = d.draftedBy WHERE ${where} ORDER BY d.draftedAt DESC LIMIT 1000`, params);
  const rows = found.filter((row) => seesDraft(actor, row.regionCode as string)).slice(0, DRAFTS_SHOWN);
  const names = await regionNames(deps.pool, rows.map((row) => row.regionCode as string));
  return rows.map((row) => ({ ...(row as unknown as DraftLine), value: readJson(row.value), area: names.get(row.regionCode as string) ?? null }));
}

export interface RegimesView {
  today: Day;
  regularYear: number;
  lines: (RegimeLine & { area: Name | null })[];
}

/** The transition of 2021–25 and the regular regime side by side. */
export async function readRegimes(deps: Needs): Promise<RegimesView> {
  const today = deps.clock.today();
  const rows = await loadPolicyParameters(deps.pool);
  const year = parameterInForce(rows, "regime.regular.year", { regionCode: SHANXI, asOf: today })?.value;
  const regularYear = typeof year === "number" ? year : 2026;
  const lines = compareRegimes(rows, `${regularYear}-01-01`, today);
  const names = await regionNames(deps.pool, lines.map((line) => line.regionCode));
  return { today, regularYear, lines: lines.map((line) => ({ ...line, area: names.get(line.regionCode) ?? null })) };
}

async function named(deps: Pick<Deps, "pool">, rows: readonly PolicyParameter[]): Promise<RuleRow[]> {
  const names = await regionNames(deps.pool, rows.map((row) => row.regionCode));
  return rows.map((row) => ({ ...row, area: names.get(row.regionCode) ?? null }));
}

const byStart = (rows: readonly RuleRow[]) => [...rows].sort((a, b) => (a.regionCode === b.regionCode ? (a.validFrom < b.validFrom ? 1 : -1) : a.regionCode < b.regionCode ? -1 : 1));
