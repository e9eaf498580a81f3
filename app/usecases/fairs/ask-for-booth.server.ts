import { z } from "zod";
import { boothKey, holdFair } from "#app/data/fair/fairs.server.ts";
import { takesGuests } from "#app/domain/fair/steps.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { version } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";
import { boothPosts } from "./fields.ts";

/** Only open posts of the employer's own are shown at its booth. */
async function findPostProblem({ db, clock }: Pick<Deps, "db" | "clock">, employerId: string, postIds: readonly string[]): Promise<Problem | null> {
  const today = new Date(`${clock.today()}T00:00:00Z`);
  const open = await db.post.count({ where: { id: { in: [...postIds] }, employerId, status: "PUBLISHED", validFrom: { lte: today }, validUntil: { gt: today } } });
  return open === new Set(postIds).size ? null : { code: "fair-posts-open", field: "postIds" };
}

/** An employer asks for a booth at a fair, with the posts to show. Asked twice it is one. */
export const askForBooth = useCase({
  name: "ask-for-booth",
  roles: ["EMPLOYER"],
  subject: { type: "fair", id: (input) => input.fairId },
  input: z.object({ fairId: z.ulid("invalid"), postIds: boothPosts }),
  async run({ deps, actor, input }) {
    const { employerId } = actor;
    const employer = employerId === null ? null : await deps.db.employer.findUnique({ where: { id: employerId }, select: { status: true } });
    if (!employerId || !employer) return refuse("not-found");
    if (employer.status !== "APPROVED") return refuse("employer-not-approved");
    const postIds = [...new Set(input.postIds)];
    const problem = await findPostProblem(deps, employerId, postIds);
    if (problem) return { ok: false as const, problems: [problem] };
    return deps.db.$transaction(async (tx) => {
      const held = await holdFair(tx, input.fairId);
      if (!held) return refuse("not-found");
      if (!takesGuests(held, deps.clock.now())) return refuse("fair-over");
      const openKey = boothKey(held.id, employerId);
      const known = await tx.fairBooth.findUnique({ where: { openKey }, select: { id: true } });
      if (known) return ok({ boothId: known.id });
      const boothId = deps.newId();
      await tx.fairBooth.create({ data: { id: boothId, fairId: held.id, employerId, openKey, recordedBy: actor.userId, recordedAt: deps.clock.now(), posts: { create: postIds.map((postId) => ({ postId })) } } });
      return ok({ boothId });
    });
  },
});

const ofBooth = z.object({ boothId: z.ulid("invalid") });

/** Other posts at a booth that is applied for or approved. A post at which somebody was hired on the spot stays. */
export const changeBoothPosts = useCase({
  name: "change-booth-posts",
  roles: ["EMPLOYER"],
  subject: { type: "booth", id: (input) => input.boothId },
  input: ofBooth.extend({ postIds: boothPosts }),
  async run({ deps, actor, input }) {
    const known = await deps.db.fairBooth.findUnique({ where: { id: input.boothId }, select: { fairId: true, employerId: true } });
    if (!known || !actor.employerId || known.employerId !== actor.employerId) return refuse("not-found");
    const postIds = [...new Set(input.postIds)];
    return deps.db.$transaction(async (tx) => {
      const held = (await holdFair(tx, known.fairId))!;
      if (!takesGuests(held, deps.clock.now())) return refuse("fair-over");
      const booth = await tx.fairBooth.findUniqueOrThrow({ where: { id: input.boothId }, include: { posts: true, hirings: { select: { postId: true } } } });
      if (booth.openKey === null) return refuse("booth-step");
      const before = booth.posts.map((one) => one.postId);
      const problem = await findPostProblem(deps, known.employerId, postIds.filter((id) => !before.includes(id)));
      if (problem) return { ok: false as const, problems: [problem] };
      if (booth.hirings.some((one) => !postIds.includes(one.postId))) return refuse("booth-post-hired", { field: "postIds" });
      await tx.fairBoothPost.deleteMany({ where: { boothId: booth.id, postId: { notIn: postIds } } });
      await tx.fairBoothPost.createMany({ data: postIds.filter((id) => !before.includes(id)).map((postId) => ({ boothId: booth.id, postId })) });
      await tx.fairBooth.update({ where: { id: booth.id }, data: { version: { increment: 1 } } });
      return ok({ boothId: booth.id });
    });
  },
});

/** An employer gives its booth back before the fair is over; the number is free again. */
export const withdrawBooth = useCase({
  name: "withdraw-booth",
  roles: ["EMPLOYER"],
  subject: { type: "booth", id: (input) => input.boothId },
  input: ofBooth.extend({ version }),
  async run({ deps, actor, input }) {
    const known = await deps.db.fairBooth.findUnique({ where: { id: input.boothId }, select: { fairId: true, employerId: true } });
    if (!known || !actor.employerId || known.employerId !== actor.employerId) return refuse("not-found");
    return deps.db.$transaction(async (tx) => {
      const held = (await holdFair(tx, known.fairId))!;
      if (!takesGuests(held, deps.clock.now())) return refuse("fair-over");
      const booth = await tx.fairBooth.findUniqueOrThrow({ where: { id: input.boothId } });
      if (booth.openKey === null) return refuse("booth-step");
      if ((await tx.fairHiring.count({ where: { boothId: booth.id, state: { in: ["REPORTED", "HIRED"] } } })) > 0) return refuse("booth-has-hired");
      const { count } = await tx.fairBooth.updateMany({ where: { id: booth.id, version: input.version }, data: { state: "WITHDRAWN", number: null, openKey: null, version: { increment: 1 } } });
      return count === 1 ? ok({ boothId: booth.id }) : refuse("changed-meanwhile");
    });
  },
});
