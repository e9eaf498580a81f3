import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { loadPostRules } from "#app/data/policy.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { reviewPost } from "#app/domain/post/review.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { hasTwin } from "./save-post.server.ts";
import { licenceGone, readTermsAbroad, termsOfPost, writeTermsAbroad } from "./terms-abroad.server.ts";

/**
 * Keeps a post open, or opens one again that ran out: the employer says anew that every word of it still holds, and until
 * when. It is held against the rules of today; the day of first publication stays, so a renewal lifts nothing.
 */
export const renewPost = useCase({
  name: "renew-post",
  roles: ["EMPLOYER"],
  subject: { type: "post", id: (input) => input.postId },
  input: z.object({
    postId: z.ulid("invalid"),
    validUntil: z.string("validity-missing").min(1, "validity-missing").pipe(z.iso.date("date-form")),
    confirmed: z.literal("on", "confirm-needed"),
  }),
  async run({ deps, actor, input }) {
    const post = await deps.db.post.findUnique({ where: { id: input.postId }, include: { employer: true } });
    if (!post || post.employerId !== actor.employerId || !["PUBLISHED", "EXPIRED"].includes(post.status)) return refuse("not-found");
    if (post.employer.status !== "APPROVED") return refuse("employer-not-approved");
    if (post.filled >= post.openings) return refuse("post-full");
    const yuan = (fen: number | null) => (fen === null ? undefined : fen / 100);
    const said = await termsOfPost(deps.db, post.id);
    const abroad = await readTermsAbroad(deps, post.employerId, { regionCode: post.regionCode, validUntil: input.validUntil, ...said });
    const { blocked } = reviewPost({
      feeFor: said.feeFor,
      title: post.title, description: post.description, regionCode: post.regionCode, occupationCode: post.occupationCode ?? undefined, validUntil: input.validUntil,
      wageMinYuan: yuan(post.wageMinFen), wageMaxYuan: yuan(post.wageMaxFen), wagePeriod: post.wagePeriod,
    }, await loadPostRules(deps.pool, deps.clock.today()));
    if (abroad && "problems" in abroad) blocked.push(...abroad.problems);
    if (blocked.length > 0) return { ok: false, problems: blocked };
    const terms = abroad && "terms" in abroad ? abroad.terms : null;
    const now = deps.clock.now();
    return deps.db.$transaction(async (tx) => {
      const gone = terms && (await licenceGone(tx, terms, deps.clock.today()));
      if (gone) return { ok: false, problems: [gone] };
      if (post.clusterKey !== null && (await hasTwin(tx, post.employerId, { clusterKey: post.clusterKey, postId: post.id }))) return refuse("post-duplicate");
      await tx.post.update({ where: { id: post.id }, data: { status: "PUBLISHED", validUntil: toDate(input.validUntil), confirmedAt: now, updatedAt: now, publishedAt: post.publishedAt ?? now } });
      await writeTermsAbroad(tx, post.id, terms, now);
      await emit(deps, tx, [{ event: "post.changed", subjectId: post.id }]);
      return ok({ postId: post.id });
    });
  },
});
