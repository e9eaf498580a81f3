import { type Day, isInRange, toDay } from "#app/domain/dates.ts";
import { problemsOfScheme, type Scheme, schemeRules } from "#app/domain/overseas/schemes.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import type { Problem } from "#app/domain/result.ts";
import type { Tx } from "#app/platform/database.server.ts";
import { leanOnLicence } from "./licences.server.ts";

export interface OverseasTerms {
  licenceId: string;
  scheme: Scheme;
  entryOn: Day;
  feeFen: number;
}

/** Under which licence a post abroad stands. */
export async function licenceOfPost(db: Pick<Tx, "overseasTerms">, postId: string): Promise<string | null> {
  return (await db.overseasTerms.findUnique({ where: { postId }, select: { licenceId: true } }))?.licenceId ?? null;
}

/** Why a yes can't lean on that licence. It is held for reading until the transaction ends: it is taken away before the yes and stops it, or after it. First in the transaction. */
export async function licenceInTheWay(tx: Tx, licenceId: string | null, today: Day): Promise<Problem | null> {
  const licence = licenceId && (await leanOnLicence(tx, licenceId));
  if (!licence) return { code: "overseas-unlicensed" };
  return licence.state === "IN_FORCE" && isInRange(today, licence.validFrom, licence.validUntil) ? null : { code: "overseas-licence-stopped" };
}

/** What the yes is said to, or why nobody can apply for it today: under the post's scheme they could not enter in time. */
export async function termsOfYes(tx: Tx, { postId, licenceId }: { postId: string; licenceId: string }, rows: readonly PolicyParameter[], today: Day): Promise<{ terms: OverseasTerms } | { problems: Problem[] }> {
  const found = await tx.overseasTerms.findUnique({ where: { postId }, include: { post: { select: { countyCode: true } } } });
  if (!found || found.licenceId !== licenceId) return { problems: [{ code: "changed-meanwhile" }] };
  const terms = { licenceId, scheme: found.scheme, entryOn: toDay(found.entryOn), feeFen: found.feeFen };
  const problems = problemsOfScheme(schemeRules(rows, found.post.countyCode, today), terms.scheme, { appliedOn: today, entryOn: terms.entryOn });
  return problems.length > 0 ? { problems } : { terms };
}
