import { z } from "zod";
import { computeAgain } from "#app/data/claims/compute-again.server.ts";
import { mayPay, mayStep } from "#app/domain/claim/claim-state.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * The county checks a claim, pays it or refuses it; whoever checked it leaves the paying to another officer. Checked and paid is only what still comes out of the ledger under its rule on that day; paid may be
 * less than was computed (a fare below the ceiling) with a reason, never more. The person is told.
 */
export const decideClaim = useCase({
  name: "decide-claim",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "claim", id: (input) => input.claimId },
  input: z.object({
    claimId: z.ulid("invalid"),
    version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid"),
    to: z.enum(["CHECKED", "PAID", "REFUSED"], "required"),
    paidYuan: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number("number-needed").positive("number-needed").max(1_000_000, "too-large").optional()),
    reason: plainLine(0, "required", 300).default(""),
  }),
  async run({ deps, actor, input }) {
    const claim = await deps.db.claim.findUnique({ where: { id: input.claimId } });
    if (!claim || !actsForRegion(actor, claim.countyCode)) return refuse("not-found");
    if (claim.version !== input.version) return refuse("changed-meanwhile");
    if (!mayStep(claim.state, input.to, actor.role)) return refuse("claim-step");
    if (input.to === "PAID" && !mayPay(claim, actor.userId)) return refuse("claim-four-eyes");
    const paidFen = input.to !== "PAID" ? null : input.paidYuan === undefined ? claim.amountFen : Math.round(input.paidYuan * 100);
    if (paidFen !== null && (paidFen < 1 || paidFen > claim.amountFen)) return refuse("claim-paid-most", { field: "paidYuan", params: { most: claim.amountFen / 100 } });
    if (input.reason === "" && (input.to === "REFUSED" || (paidFen !== null && paidFen < claim.amountFen))) return refuse("reason-needed", { field: "reason" });
    if (input.to !== "REFUSED" && (await computeAgain(deps, claim)).nowFen < (paidFen ?? claim.amountFen)) return refuse("claim-no-longer");
    const now = deps.clock.now();
    const done = await deps.db.$transaction(async (tx) => {
      const { count } = await tx.claim.updateMany({
        where: { id: claim.id, version: input.version, state: claim.state },
        data: {
          state: input.to, paidFen, version: input.version + 1, decidedAt: now, decidedBy: actor.userId, reason: input.reason || null,
          ...(input.to === "CHECKED" ? { checkedAt: now, checkedBy: actor.userId } : {}), ...(input.to === "REFUSED" ? { openKey: null } : {}),
        },
      });
      if (count === 1 && input.to !== "CHECKED" && claim.workshopId === null) {
        await tx.notice.createMany({ skipDuplicates: true, data: [{ id: deps.newId(), personId: claim.personId, kind: input.to === "PAID" ? "claim-paid" : "claim-refused", onceKey: `claim:${claim.id}:${input.to}`, subjectId: claim.id, recordedAt: now }] });
      }
      return count === 1;
    });
    return done ? ok({ claimId: claim.id }) : refuse("changed-meanwhile");
  },
});

/** The person takes a claim back that nobody has checked yet; they may ask again later. */
export const withdrawClaim = useCase({
  name: "withdraw-claim",
  roles: ["SEEKER"],
  subject: { type: "claim", id: (input) => input.claimId },
  act: { kind: "PROGRESS" },
  input: z.object({ claimId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const claim = await deps.db.claim.findFirst({ where: { id: input.claimId, personId: actor.personId ?? "-", workshopId: null } });
    if (!claim) return refuse("not-found");
    if (!mayStep(claim.state, "WITHDRAWN", "SEEKER")) return refuse("claim-step");
    const { count } = await deps.db.claim.updateMany({
      where: { id: claim.id, version: claim.version, state: "APPLIED" }, data: { state: "WITHDRAWN", openKey: null, version: claim.version + 1, decidedAt: deps.clock.now(), decidedBy: actor.userId },
    });
    return count === 1 ? ok({ claimId: claim.id }) : refuse("changed-meanwhile");
  },
});
