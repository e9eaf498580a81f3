import type { Prisma } from "#prisma/generated/client.ts";
import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import { JAPAN, type LanguageProof, type Scheme, type SchemeRule, schemeRules } from "#app/domain/overseas/schemes.ts";
import { type ApplicationState, nextStep, standing, type Step, stepsOf } from "#app/domain/overseas/steps.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { readDestinations } from "../overseas/licences.server.ts";
import { loadPolicyParameters } from "../policy.server.ts";
import { type Name, regionNames } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock">;

export interface PathStep {
  what: Step | "DEPARTED";
  state: "done" | "next" | "later";
  on: Day | null;
  proof: LanguageProof | null;
  reference: string | null;
  saidBy: Role | null;
}

export interface ApplicationView {
  id: string;
  version: number;
  placementId: string;
  nameMasked: string;
  home: Name;
  post: { id: string; title: string } | null;
  company: string;
  licence: string;
  destination: Name;
  scheme: Scheme;
  entryOn: Day;
  feeFen: number;
  feeFor: string;
  state: ApplicationState;
  stopReason: string | null;
  appliedOn: Day;
  /** the step to be recorded next; null when the person may leave, has left, or nothing goes on */
  next: Step | null;
  ready: boolean;
  language: LanguageProof[];
  entryBy: Day | null;
  path: PathStep[];
}

const INCLUDE = {
  steps: { orderBy: { seq: "asc" } }, licence: { select: { number: true, employer: { select: { name: true } } } }, person: { select: { nameMasked: true, homeCountyCode: true } },
  placement: { select: { workRegionCode: true, post: { select: { id: true, title: true, overseasTerms: { select: { feeFor: true } } } } } },
} as const;

/** Applications with their path, those that go on first, then the newest. */
export async function readApplications({ db, pool, clock }: Needs, where: Prisma.OverseasApplicationWhereInput, take = 500): Promise<ApplicationView[]> {
  const [rows, parameters] = await Promise.all([db.overseasApplication.findMany({ where, include: INCLUDE, orderBy: [{ state: "asc" }, { id: "desc" }], take }), loadPolicyParameters(pool)]);
  const names = await regionNames(pool, rows.flatMap((row) => [row.person.homeCountyCode, row.placement.workRegionCode]));
  const name = (code: string): Name => names.get(code) ?? { zh: code, en: code };
  return rows.map((row) => {
    const rule = ruleFor(schemeRules(parameters, row.placement.workRegionCode, clock.today()), row.scheme);
    const done = standing(row.steps.map((one) => ({ ...one, happenedOn: toDay(one.happenedOn) })));
    const next = nextStep(rule, done);
    const going = row.state === "OPEN" || row.state === "STOPPED";
    const path = stepsOf(rule).map((what): PathStep => {
      const line = done.find((one) => one.step === what);
      return { what, state: line ? "done" : what === next && going ? "next" : "later", on: line?.happenedOn ?? null, proof: (line?.proof as LanguageProof | null | undefined) ?? null, reference: line?.reference ?? null, saidBy: line?.saidByRole ?? null };
    });
    const left: PathStep = { what: "DEPARTED", state: row.state === "DEPARTED" ? "done" : next === null && going ? "next" : "later", on: null, proof: null, reference: null, saidBy: null };
    return {
      id: row.id, version: row.version, placementId: row.placementId, nameMasked: row.person.nameMasked, home: name(row.person.homeCountyCode), post: row.placement.post && { id: row.placement.post.id, title: row.placement.post.title },
      company: row.licence.employer.name, licence: row.licence.number, destination: name(row.placement.workRegionCode), scheme: row.scheme, entryOn: toDay(row.entryOn), feeFen: row.feeFen, feeFor: row.placement.post?.overseasTerms?.feeFor ?? "",
      state: row.state, stopReason: row.stopReason, appliedOn: done[0]?.happenedOn ?? toDay(row.recordedAt), next: row.state === "OPEN" ? next : null, ready: row.state === "OPEN" && next === null, language: rule.language, entryBy: rule.entryBy, path: [...path, left],
    };
  });
}

function ruleFor(rules: readonly SchemeRule[], scheme: Scheme): SchemeRule {
  return rules.find((one) => one.scheme === scheme) ?? { scheme, opensOn: "2012-08-01", closesOn: null, years: null, language: [], skillTest: false, certificateBy: null, entryBy: null, practicalEnd: null, changeMonths: null };
}

export interface SchemeView extends SchemeRule {
  stands: "now" | "soon" | "over";
  steps: Step[];
}

/** Japan's schemes as they stand today, with what is to come. */
export async function readSchemes({ pool, clock }: Pick<Deps, "pool" | "clock">): Promise<SchemeView[]> {
  const today = clock.today();
  return schemeRules(await loadPolicyParameters(pool), JAPAN, today).map((rule) => ({ ...rule, steps: stepsOf(rule), stands: today < rule.opensOn ? "soon" : rule.closesOn !== null && today >= rule.closesOn ? "over" : "now" }));
}

export interface LicensedCompany {
  id: string;
  company: string;
  madeUp: boolean;
  number: string;
  issuer: string;
  destinations: Name[];
  validUntil: Day;
  posts: { id: string; title: string }[];
}

/** The companies whose licence is in force today, with their open posts. */
export async function readLicensed({ db, pool, clock }: Needs): Promise<LicensedCompany[]> {
  const today = toDate(clock.today());
  const rows = await db.overseasLicence.findMany({
    where: { state: "IN_FORCE", validFrom: { lte: today }, validUntil: { gt: today } }, orderBy: [{ validUntil: "desc" }, { id: "asc" }], take: 300,
    include: { employer: { select: { name: true, madeUp: true } }, terms: { where: { post: { status: "PUBLISHED", validUntil: { gt: today } } }, select: { post: { select: { id: true, title: true } } }, take: 20 } },
  });
  const names = await regionNames(pool, rows.flatMap((row) => readDestinations(row.destinations)));
  return rows.map((row) => ({
    id: row.id, company: row.employer.name, madeUp: row.employer.madeUp, number: row.number, issuer: row.issuer, validUntil: toDay(row.validUntil), destinations: readDestinations(row.destinations).map((code) => names.get(code) ?? { zh: code, en: code }),
    posts: row.terms.map((one) => one.post),
  }));
}

export interface PostTermsView {
  company: string;
  licence: { number: string; issuer: string; validUntil: Day; state: string };
  scheme: Scheme;
  entryOn: Day;
  feeFen: number;
  feeFor: string;
  stopped: boolean;
  rule: SchemeRule;
  steps: Step[];
}

/** What the page of a post abroad says beyond the post. */
export async function readPostTerms({ db, pool, clock }: Needs, postId: string): Promise<PostTermsView | null> {
  const row = await db.overseasTerms.findUnique({ where: { postId }, include: { licence: { include: { employer: { select: { name: true } } } }, post: { select: { countyCode: true } } } });
  if (row === null) return null;
  const rule = ruleFor(schemeRules(await loadPolicyParameters(pool), row.post.countyCode, clock.today()), row.scheme);
  const { number, issuer, validUntil, state, employer } = row.licence;
  return {
    company: employer.name, licence: { number, issuer, validUntil: toDay(validUntil), state }, scheme: row.scheme, entryOn: toDay(row.entryOn), feeFen: row.feeFen, feeFor: row.feeFor, stopped: row.stoppedAt !== null, rule, steps: stepsOf(rule),
  };
}
