import { leanOnLicence, licencesOf } from "#app/data/overseas/licences.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { addDays, type Day, toDate, toDay } from "#app/domain/dates.ts";
import { findLicence, licenceProblem } from "#app/domain/overseas/licence.ts";
import { problemsOfScheme, type Scheme, schemeRules } from "#app/domain/overseas/schemes.ts";
import type { PostInput } from "#app/domain/post/post-input.ts";
import { countyOf, isOverseas } from "#app/domain/region/codes.ts";
import type { Problem } from "#app/domain/result.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** Nobody can say sooner when people are to enter. */
const FARTHEST_ENTRY_DAYS = 730;

export interface TermsAbroad {
  licenceId: string;
  destination: string;
  scheme: Scheme;
  entryOn: Day;
  feeYuan: number;
  feeFor: string;
  until: Day;
}

/** What a post abroad needs beside the post itself: a licence of the company for all of its window, a scheme open on each day of it, and its fee told. Null for other posts. */
export async function readTermsAbroad(
  deps: Pick<Deps, "db" | "pool" | "clock">, employerId: string, input: Pick<PostInput, "regionCode" | "validUntil" | "scheme" | "entryOn" | "feeYuan" | "feeFor">,
): Promise<{ terms: TermsAbroad } | { problems: Problem[] } | null> {
  if (!isOverseas(input.regionCode)) return null;
  const today = deps.clock.today();
  const destination = countyOf(input.regionCode);
  const found = findLicence(await licencesOf(deps.db, employerId), { destination, from: today, until: input.validUntil });
  const problems: Problem[] = "problem" in found ? [{ code: found.problem, field: found.problem === "overseas-licence-window" ? "validUntil" : "regionCode", params: { day: found.licence?.validUntil ?? "" } }] : [];
  const { scheme, entryOn, feeYuan, feeFor = "" } = input;
  if (scheme === undefined) problems.push({ code: "overseas-scheme-needed", field: "scheme" });
  if (entryOn === undefined) problems.push({ code: "overseas-entry-needed", field: "entryOn" });
  else if (entryOn > addDays(today, FARTHEST_ENTRY_DAYS)) problems.push({ code: "overseas-entry-far", field: "entryOn" });
  if (feeYuan === undefined) problems.push({ code: "overseas-fee-needed", field: "feeYuan" });
  if (feeYuan !== undefined && feeYuan > 0 && feeFor === "") problems.push({ code: "overseas-fee-for", field: "feeFor" });
  if (scheme !== undefined && entryOn !== undefined && input.validUntil > today) problems.push(...(await schemeProblems(deps, { destination, scheme, entryOn, from: today, until: input.validUntil })));
  if (problems.length > 0 || !("licence" in found) || found.licence === null || scheme === undefined || entryOn === undefined || feeYuan === undefined) return { problems };
  return { terms: { licenceId: found.licence.id, destination, scheme, entryOn, feeYuan, feeFor, until: input.validUntil } };
}

/** On the first day of the window and on its last: what is possible instead is told once. */
async function schemeProblems({ pool }: Pick<Deps, "pool">, of: { destination: string; scheme: Scheme; entryOn: Day; from: Day; until: Day }): Promise<Problem[]> {
  const rows = await loadPolicyParameters(pool);
  const on = (appliedOn: Day) => problemsOfScheme(schemeRules(rows, of.destination, appliedOn), of.scheme, { appliedOn, entryOn: of.entryOn });
  const first = on(of.from);
  const problems = first.length > 0 ? first : on(addDays(of.until, -1)).slice(0, 1);
  return problems.map((one) => ({ ...one, field: one.code.startsWith("overseas-entry") ? "entryOn" : "scheme" }));
}

/** The licence once more, held until the post is written: one that is taken away at the same moment carries no new post. */
export async function licenceGone(tx: Tx, terms: TermsAbroad, today: Day): Promise<Problem | null> {
  const licence = await leanOnLicence(tx, terms.licenceId);
  const problem = licence === null ? "overseas-unlicensed" : licenceProblem(licence, { destination: terms.destination, from: today, until: terms.until });
  return problem && { code: problem, field: "regionCode", params: { day: licence?.validUntil ?? "" } };
}

export async function writeTermsAbroad(tx: Tx, postId: string, terms: TermsAbroad | null, now: Date): Promise<void> {
  if (terms === null) {
    await tx.overseasTerms.deleteMany({ where: { postId } });
    return;
  }
  const { licenceId, scheme, entryOn, feeYuan, feeFor } = terms;
  const row = { licenceId, scheme, entryOn: toDate(entryOn), feeFen: feeYuan * 100, feeFor: feeYuan === 0 ? "" : feeFor, stoppedAt: null, recordedAt: now };
  await tx.overseasTerms.upsert({ where: { postId }, create: { ...row, postId }, update: row });
}

/** The terms that a post has, as its form would send them. */
export async function termsOfPost(db: Pick<Tx, "overseasTerms">, postId: string): Promise<Pick<PostInput, "scheme" | "entryOn" | "feeYuan" | "feeFor">> {
  const row = await db.overseasTerms.findUnique({ where: { postId } });
  return row === null ? {} : { scheme: row.scheme, entryOn: toDay(row.entryOn), feeYuan: row.feeFen / 100, feeFor: row.feeFor };
}
