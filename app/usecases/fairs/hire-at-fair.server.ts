import { z } from "zod";
import { boothShowing, type HeldFair, hiringAt, holdFair, runsFair, setGuest } from "#app/data/fair/fairs.server.ts";
import { tellGuests } from "#app/data/fair/notices.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { giveReceipt } from "#app/data/receipts.server.ts";
import { receiptSms } from "#app/domain/account/messages.ts";
import { momentInWords } from "#app/domain/dates.ts";
import { findHiringProblem } from "#app/domain/fair/steps.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { originOf } from "#app/platform/environment.server.ts";
import { sayYes } from "../placements/say-yes.server.ts";
import { useCase } from "../use-case.server.ts";

/** The same hiring has landed already, maybe a moment ago. */
class Landed extends Error {
  constructor(readonly placementId: string) {
    super("the hiring is in the ledger");
  }
}

interface Pair {
  fairId: string;
  personId: string;
  postId: string;
}

/**
 * Somebody takes a post at a booth of a fair that goes on: by the same yes as any other, with the fair as where it was said. The person's row and then the fair's are held. The same
 * hiring again, or at the same moment, is the one that landed.
 */
async function hireOnTheSpot(deps: Deps, actor: Actor, pair: Pair): Promise<Result<{ placementId: string; again: boolean }>> {
  let fair: HeldFair | null = null;
  let booth: { id: string } | null = null;
  const before = await hiringAt(deps.pool, pair);
  if (before?.placementId) return ok({ placementId: before.placementId, again: true });
  // the fair's own rules are named before those of the pair
  const now = await deps.db.jobFair.findUnique({ where: { id: pair.fairId }, select: { state: true, endsAt: true } });
  const stopped = now === null ? "not-found" : (findHiringProblem(now, deps.clock.now()) ?? ((await boothShowing(deps.pool, pair.fairId, pair.postId)) === null ? "fair-post-not-shown" : null));
  if (stopped !== null) return refuse(stopped);
  try {
    const said = await sayYes(deps, actor, {
      personId: pair.personId, postId: pair.postId, plain: true, evidenceRef: `fair:${pair.fairId}`, may: () => true,
      async first(tx) {
        fair = await holdFair(tx, pair.fairId);
        const problem = findHiringProblem(fair!, deps.clock.now());
        if (problem) return { code: problem };
        const there = await hiringAt(deps.pool, pair);
        if (there?.placementId) throw new Landed(there.placementId);
        booth = await boothShowing(deps.pool, pair.fairId, pair.postId);
        return booth === null ? { code: "fair-post-not-shown" } : null;
      },
      async last(tx, placementId) {
        const hired = { state: "HIRED" as const, placementId, hiredAt: deps.clock.now() };
        await tx.fairHiring.upsert({
          where: { fairId_personId_postId: pair }, update: { ...hired, boothId: booth!.id },
          create: { id: deps.newId(), ...pair, boothId: booth!.id, ...hired, saidByRole: actor.role, saidByUserId: actor.userId, recordedAt: deps.clock.now() },
        });
        await setGuest(deps, tx, pair.fairId, pair.personId, "CAME");
        if (actor.role === "SEEKER") return;
        const post = await tx.post.findUniqueOrThrow({ where: { id: pair.postId }, select: { title: true } });
        const sms = receiptSms({ helper: `“${fair!.title}”登记处`, act: "hire-at-fair", about: post.title, at: momentInWords(deps.clock.now()), origin: originOf(deps.env) });
        await giveReceipt(deps, tx, actor, { personId: pair.personId, act: "hire-at-fair", subjectId: placementId, sms });
      },
    });
    return said.ok ? ok({ placementId: said.value.placementId, again: false }) : said;
  } catch (error) {
    if (error instanceof Landed) return ok({ placementId: error.placementId, again: true });
    throw error;
  }
}

/** An officer at the desk writes down that somebody who stands there takes a post: whoever was welcomed, and no one else. The person gets a receipt. */
export const hireAtFair = useCase({
  name: "hire-at-fair",
  roles: ["OFFICER"],
  subject: { type: "placement", id: (input, value) => value.placementId ?? input.fairId },
  input: z.object({ fairId: z.ulid("invalid"), personId: z.ulid("invalid"), postId: z.ulid("fair-post-needed") }),
  async run({ deps, actor, input }) {
    const [fair, guest] = await Promise.all([deps.db.jobFair.findUnique({ where: { id: input.fairId }, select: { regionCode: true } }), deps.db.fairGuest.findUnique({ where: { fairId_personId: { fairId: input.fairId, personId: input.personId } } })]);
    if (!fair || !runsFair(actor, fair) || guest?.state !== "CAME") return refuse("not-found");
    return hireOnTheSpot(deps, actor, input);
  },
});

/** A person answers what a booth reported of them: a yes lands in the ledger as their own, a no leaves nothing there. */
export const answerFairHiring = useCase({
  name: "answer-fair-hiring",
  roles: ["SEEKER"],
  subject: { type: "fair", id: (input) => input.fairId },
  input: z.object({ fairId: z.ulid("invalid"), postId: z.ulid("invalid"), answer: z.enum(["yes", "no"], "invalid") }),
  async run({ deps, actor, input: { answer, ...input } }): Promise<Result<{ placementId: string | null }>> {
    const { personId } = actor;
    if (!personId) return refuse("no-person");
    const reported = await hiringAt(deps.pool, { ...input, personId });
    if (!reported) return refuse("not-found");
    if (answer === "yes") return hireOnTheSpot(deps, actor, { ...input, personId });
    const { count } = await deps.db.fairHiring.updateMany({ where: { id: reported.id, state: "REPORTED" }, data: { state: "DECLINED" } });
    return count === 1 ? ok({ placementId: null }) : refuse("changed-meanwhile");
  },
});

/** An employer reports whom its booth took, by the code that the person showed. It waits for the person's own yes, or for the officer to whom they say it. */
export const reportFairHiring = useCase({
  name: "report-fair-hiring",
  roles: ["EMPLOYER"],
  subject: { type: "fair", id: (input) => input.fairId },
  input: z.object({ fairId: z.ulid("invalid"), code: z.string("fair-code-unknown").transform((text) => text.normalize("NFKC").replace(/[\s-]/g, "")).pipe(z.string().regex(/^\d{9}$/, "fair-code-unknown")), postId: z.ulid("fair-post-needed") }),
  async run({ deps, actor, input: { fairId, code, postId } }) {
    const booth = await boothShowing(deps.pool, fairId, postId);
    if (!booth || booth.employerId !== actor.employerId) return refuse("not-found");
    const guest = await deps.db.fairGuest.findUnique({ where: { fairId_code: { fairId, code } }, select: { personId: true, state: true } });
    if (!guest || guest.state === "WITHDRAWN") return refuse("fair-code-unknown", { field: "code" });
    const pair = { fairId, personId: guest.personId, postId };
    return deps.db.$transaction(async (tx): Promise<Result<{ state: string }>> => {
      if (!(await lockLiving(tx, pair.personId))) return refuse("fair-code-unknown", { field: "code" });
      const held = (await holdFair(tx, fairId))!;
      const problem = findHiringProblem(held, deps.clock.now()) ?? ((await boothShowing(deps.pool, fairId, postId)) === null ? "fair-post-not-shown" : null);
      if (problem) return refuse(problem);
      const known = await hiringAt(deps.pool, pair);
      if (known) return ok({ state: known.state });
      await tx.fairHiring.create({ data: { id: deps.newId(), ...pair, boothId: booth.id, state: "REPORTED", saidByRole: actor.role, saidByUserId: actor.userId, recordedAt: deps.clock.now() } });
      await setGuest(deps, tx, fairId, pair.personId, "CAME");
      await tellGuests(deps, tx, { fair: held, personIds: [pair.personId], kind: "reported", once: postId });
      return ok({ state: "REPORTED" });
    });
  },
});
