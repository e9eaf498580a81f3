import { z } from "zod";
import { holdsAgreement } from "#app/data/brands/uses.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { loadPostRules } from "#app/data/policy.server.ts";
import { type Copy, findCopies, flagCopies } from "#app/data/post-flags.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { postInputSchema } from "#app/domain/post/post-input.ts";
import { reviewPost } from "#app/domain/post/review.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";
import { columnsOf, occupationOfPost } from "./post-columns.server.ts";
import { licenceGone, readTermsAbroad, writeTermsAbroad } from "./terms-abroad.server.ts";

/**
 * Publishes a new vacancy or changes one of the employer's own. What the law forbids blocks it (`reviewPost`), and so
 * does an open ad of the same title, place and pay; what was typed goes back to the form. A change keeps the day of
 * first publication and counts as a confirmation that the post still holds. A post abroad needs a licensed company besides, one that
 * carries a brand the agreement of those who keep it.
 */
export const savePost = useCase({
  name: "save-post",
  roles: ["EMPLOYER"],
  subject: { type: "post", id: (input, value) => value.postId ?? input.postId },
  input: postInputSchema.and(z.object({ postId: z.ulid("invalid").optional() })),
  async run({ deps, actor, input }) {
    if (!actor.employerId) return refuse("no-employer");
    const today = deps.clock.today();
    const [employer, region, rules, existing, brand, use] = await Promise.all([
      deps.db.employer.findUnique({ where: { id: actor.employerId } }),
      deps.db.region.findUnique({ where: { code: input.regionCode } }),
      loadPostRules(deps.pool, today),
      input.postId ? deps.db.post.findUnique({ where: { id: input.postId } }) : null,
      input.brandId ? deps.db.labourBrand.findUnique({ where: { id: input.brandId }, select: { id: true, state: true } }) : null,
      input.brandId ? deps.db.brandUse.findUnique({ where: { brandId_employerId: { brandId: input.brandId, employerId: actor.employerId } }, select: { state: true } }) : null,
    ]);
    if (!employer) return refuse("no-employer");
    if (employer.status !== "APPROVED") return refuse("employer-not-approved");
    if (input.postId && existing?.employerId !== employer.id) return refuse("not-found");
    const columns = columnsOf(input, employer.id, await occupationOfPost(deps.pool, input));
    const problems: Problem[] = reviewPost({ ...input, occupationCode: columns.occupationCode ?? undefined }, rules).blocked;
    if (!region) problems.push({ code: "region-needed", field: "regionCode" });
    if (input.brandId && !brand) problems.push({ code: "invalid", field: "brandId" });
    else if (brand && brand.state !== "ACTIVE" && existing?.brandId !== brand.id) problems.push({ code: "brand-not-active", field: "brandId" });
    else if (brand && use?.state !== "AGREED") problems.push({ code: "brand-not-agreed", field: "brandId" });
    if (employer.kind === "COMMERCIAL_AGENCY" && !columns.onBehalfOf) problems.push({ code: "on-behalf-needed", field: "onBehalfOf" });
    if (existing && input.openings < existing.filled) problems.push({ code: "openings-below-filled", field: "openings", params: { filled: existing.filled } });
    const abroad = await readTermsAbroad(deps, employer.id, input);
    if (abroad && "problems" in abroad) problems.push(...abroad.problems);
    if (problems.length > 0) return { ok: false, problems };
    const terms = abroad && "terms" in abroad ? abroad.terms : null;
    const copies = await findCopies(deps.pool, { ...columns, employerId: employer.id });
    const now = deps.clock.now();
    const postId = existing?.id ?? deps.newId();
    return deps.db.$transaction(async (tx) => {
      const gone = terms && (await licenceGone(tx, terms, today));
      if (gone) return { ok: false, problems: [gone] };
      if (columns.brandId !== null && !(await holdsAgreement(tx, columns.brandId, employer.id))) return refuse("brand-not-agreed", { field: "brandId" });
      if (await hasTwin(tx, employer.id, { ...columns, postId })) return refuse("post-duplicate", { field: "title" });
      const data = { ...columns, confirmedAt: now, updatedAt: now, status: "PUBLISHED" as const, publishedAt: existing?.publishedAt ?? now };
      if (existing) await tx.post.update({ where: { id: postId }, data });
      else await tx.post.create({ data: { ...data, id: postId, validFrom: toDate(today), employerId: employer.id, recordedAt: now, source: "platform", madeUp: employer.madeUp } });
      await writeTermsAbroad(tx, postId, terms, now);
      await announce(deps, tx, { id: postId, employerId: employer.id, employerRegion: employer.regionCode }, copies);
      return ok({ postId });
    });
  },
});

/** Whether the employer has the same ad open already. Its row is locked: a form sent twice at once makes one post. */
export async function hasTwin(tx: Tx, employerId: string, { clusterKey, postId }: { clusterKey: string; postId: string }): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM employer WHERE id = ${employerId} FOR UPDATE`;
  return (await tx.post.count({ where: { clusterKey, employerId, status: "PUBLISHED", id: { not: postId } } })) > 0;
}

/** Search hears of a post, and the bureau of one that copies another employer's. */
export async function announce(deps: Pick<Deps, "newId" | "clock">, tx: Tx, post: { id: string; employerId: string; employerRegion: string | null }, copies: readonly Copy[]): Promise<void> {
  await flagCopies(deps, tx, post, copies);
  await emit(deps, tx, [{ event: "post.changed", subjectId: post.id }]);
}

/** The employer takes a vacancy down; who was placed through it stays placed. */
export const closePost = useCase({
  name: "close-post",
  roles: ["EMPLOYER"],
  subject: { type: "post", id: (input) => input.postId },
  input: z.object({ postId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const closed = await tx.post.updateMany({
        where: { id: input.postId, employerId: actor.employerId ?? "", employer: { status: { not: "PENDING" } }, status: "PUBLISHED" },
        data: { status: "CLOSED", updatedAt: deps.clock.now() },
      });
      if (closed.count !== 1) return refuse("not-found");
      await emit(deps, tx, [{ event: "post.changed", subjectId: input.postId }]);
      return ok({ postId: input.postId });
    });
  },
});
