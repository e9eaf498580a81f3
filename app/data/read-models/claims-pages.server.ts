import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { loadClaimFacts } from "#app/data/claims/claim-facts.server.ts";
import { computeAgain } from "#app/data/claims/compute-again.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import type { Benefit } from "#app/domain/claim/benefits.ts";
import { type ClaimState, mayPay } from "#app/domain/claim/claim-state.ts";
import { entitlementsOf } from "#app/domain/claim/entitlements.ts";
import type { Basis, Entitlement } from "#app/domain/claim/entitlement.ts";
import { yearOf } from "#app/domain/dates.ts";
import { type Citation, createRuleBook } from "#app/domain/policy/rule-book.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForPerson, actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

export interface ClaimLine {
  id: string;
  benefit: Benefit;
  year: number;
  amountFen: number;
  paidFen: number | null;
  state: ClaimState;
  appliedAt: Date;
  decidedAt: Date | null;
  reason: string | null;
  citation: Citation;
}

export interface PersonClaimsView {
  person: { id: string; nameMasked: string; home: Name };
  year: number;
  years: number[];
  entitlements: Entitlement[];
  claims: ClaimLine[];
}

const FIRST_YEAR = 2021;
const YEARS_SHOWN = 6;

/** What a person can claim in a year under which document, and what they asked for; to themselves and a bureau of their home. An officer's look is in the audit. */
export async function readPersonClaims(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor, personId: string, askedYear: number | null): Promise<PersonClaimsView | null> {
  if (!ID_PATTERN.test(personId)) return null;
  const person = await deps.db.person.findUnique({ where: { id: personId }, select: { id: true, nameMasked: true, homeCountyCode: true, homeRegionCode: true, deletedAt: true } });
  if (!person || person.deletedAt !== null || !actsForPerson(actor, person)) return null;
  const today = deps.clock.today();
  const thisYear = yearOf(today);
  const years = Array.from({ length: Math.min(YEARS_SHOWN, thisYear - FIRST_YEAR + 1) }, (_, ago) => thisYear - ago);
  const year = askedYear !== null && years.includes(askedYear) ? askedYear : thisYear;
  const [facts, rows, claims, homes] = await Promise.all([
    loadClaimFacts(deps, [personId]), loadPolicyParameters(deps.pool),
    deps.db.claim.findMany({ where: { personId, workshopId: null }, orderBy: { appliedAt: "desc" }, take: 100 }), regionPaths(deps.pool, [person.homeRegionCode]),
  ]);
  if (actor.role !== "SEEKER") await writeAudit(deps, actor, { action: "see-claims", subjectType: "person", subjectId: personId, outcome: "ok" });
  const of = facts.get(personId);
  return {
    person: { id: personId, nameMasked: person.nameMasked, home: homes.get(person.homeRegionCode) ?? { zh: "", en: "" } }, year, years,
    entitlements: of ? entitlementsOf(of, createRuleBook(rows), { year, asOf: today }) : [],
    claims: claims.map((one) => ({ ...pick(one), citation: readJson(one.citation) as Citation })),
  };
}

const pick = ({ id, benefit, year, amountFen, paidFen, state, appliedAt, decidedAt, reason }: Omit<ClaimLine, "citation">) => ({ id, benefit, year, amountFen, paidFen, state, appliedAt, decidedAt, reason });

export interface ClaimFilter {
  state: ClaimState | null;
  benefit: Benefit | null;
  year: number | null;
  page: number;
}

export interface BureauClaimLine extends Omit<ClaimLine, "citation"> {
  nameMasked: string;
  workshop: string | null;
  home: Name;
  documentNumber: string | null;
}

export interface ClaimList {
  filter: ClaimFilter;
  counts: { state: ClaimState; claims: number; fen: number }[];
  claims: BureauClaimLine[];
  total: number;
  pages: number;
}

const PAGE_SIZE = 50;

function whereOf(actor: Actor, { state, benefit, year }: ClaimFilter): { sql: string; params: (string | number)[] } {
  const parts: [string, string | number][] = [["c.countyCode LIKE ?", `${scopePrefix(actor.regionCode ?? "-")}%`]];
  if (state !== null) parts.push(["c.state = ?", state]);
  if (benefit !== null) parts.push(["c.benefit = ?", benefit]);
  if (year !== null) parts.push(["c.year = ?", year]);
  return { sql: parts.map(([sql]) => sql).join(" AND "), params: parts.map(([, value]) => value) };
}

/** The claims of an officer's region: what waits first, the oldest on top. */
export async function readClaimList(deps: Pick<Deps, "pool">, actor: Actor, filter: ClaimFilter, size = PAGE_SIZE): Promise<ClaimList> {
  const { sql, params } = whereOf(actor, filter);
  const all = whereOf(actor, { ...filter, state: null });
  const [[counts], claims] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(`SELECT c.state, COUNT(*) AS claims, SUM(COALESCE(c.paidFen, c.amountFen)) AS fen FROM claim c WHERE ${all.sql} GROUP BY c.state ORDER BY c.state`, all.params),
    lines(deps, `${sql} ORDER BY c.state, c.appliedAt, c.id LIMIT ? OFFSET ?`, [...params, size, (filter.page - 1) * size]),
  ]);
  const shown = counts.map((row) => ({ state: row.state as ClaimState, claims: Number(row.claims), fen: Number(row.fen) }));
  const total = shown.reduce((sum, one) => (filter.state === null || one.state === filter.state ? sum + one.claims : sum), 0);
  return { filter, counts: shown, claims, total, pages: Math.max(1, Math.ceil(total / size)) };
}

async function lines(deps: Pick<Deps, "pool">, rest: string, params: (string | number)[]): Promise<BureauClaimLine[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT c.id, c.benefit, c.year, c.amountFen, c.paidFen, c.state, c.appliedAt, c.decidedAt, c.reason, c.citation, n.nameMasked, n.homeRegionCode, w.name AS workshop
       FROM claim c JOIN person n ON n.id = c.personId LEFT JOIN workshop w ON w.id = c.workshopId WHERE ${rest}`, params);
  const homes = await regionPaths(deps.pool, rows.map((row) => (row.homeRegionCode as string).slice(0, 9)));
  return rows.map((row) => ({
    ...pick(row as unknown as ClaimLine), nameMasked: row.nameMasked as string, workshop: row.workshop as string | null, home: homes.get((row.homeRegionCode as string).slice(0, 9)) ?? { zh: "", en: "" },
    documentNumber: (readJson(row.citation) as Citation).documentNumber,
  }));
}

export interface ClaimPage extends ClaimLine {
  version: number;
  units: number | null;
  basis: Basis;
  appliedByRole: Role;
  decidedBy: string | null;
  checked: { by: string | null; at: Date } | null;
  /** the reader may pay it once it is checked: they are not who checked it */
  mayPay: boolean;
  /** the person's own page opens to the reader: not where somebody from another county works at a workshop here */
  person: { id: string; nameMasked: string; home: Name; opens: boolean };
  workshop: string | null;
  placementId: string | null;
  ruleArea: Name | null;
  /** what comes out today, for whoever checks; null once it is decided */
  again: { holds: boolean; nowFen: number; found: Entitlement | null } | null;
}

/** One claim with what it rests on, for a bureau of its county; each look is in the audit. */
export async function readClaimPage(deps: Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">, actor: Actor, claimId: string): Promise<ClaimPage | null> {
  if (!ID_PATTERN.test(claimId)) return null;
  const claim = await deps.db.claim.findUnique({ where: { id: claimId }, include: { person: { select: { id: true, nameMasked: true, homeRegionCode: true, homeCountyCode: true } }, workshop: { select: { name: true } } } });
  if (!claim || !actsForRegion(actor, claim.countyCode)) return null;
  await writeAudit(deps, actor, { action: "see-claim", subjectType: "person", subjectId: claim.personId, outcome: "ok" });
  const citation = readJson(claim.citation) as Citation;
  const [homes, names, [decider, checker], again] = await Promise.all([
    regionPaths(deps.pool, [claim.person.homeRegionCode]), regionNames(deps.pool, [citation.regionCode]),
    Promise.all([claim.decidedBy, claim.checkedBy].map((id) => (id === null ? null : deps.db.user.findUnique({ where: { id }, select: { displayName: true } })))),
    claim.state === "APPLIED" || claim.state === "CHECKED" ? computeAgain(deps, claim) : null,
  ]);
  return {
    ...pick(claim), citation, version: claim.version, units: claim.units, basis: readJson(claim.basis) as Basis, appliedByRole: claim.appliedByRole, decidedBy: decider?.displayName ?? null,
    checked: claim.checkedAt === null ? null : { by: checker?.displayName ?? null, at: claim.checkedAt }, mayPay: mayPay(claim, actor.userId),
    person: { id: claim.person.id, nameMasked: claim.person.nameMasked, home: homes.get(claim.person.homeRegionCode) ?? { zh: "", en: "" }, opens: actsForPerson(actor, claim.person) }, workshop: claim.workshop?.name ?? null,
    placementId: claim.placementId, ruleArea: names.get(citation.regionCode) ?? null, again,
  };
}
