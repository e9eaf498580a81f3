import { z } from "zod";
import { appendEvents, LedgerMovedError } from "#app/data/ledger/append.server.ts";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { takeSnapshot } from "#app/data/ledger/snapshot.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { checkTransition, viewPlacement } from "#app/domain/placement/placement.ts";
import { EVIDENCE_KINDS, type PlacementEvent } from "#app/domain/placement/types.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { type Tx, isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { findPlacementFor, type OpenPlacement } from "#app/data/ledger/placement-access.server.ts";

/** Says what happened in a placement: left home, arrived, still there, ended. The ledger only grows. */
export const recordPlacementEvent = useCase({
  name: "record-placement-event",
  roles: ["SEEKER", "EMPLOYER", "AGENT", "OFFICER"],
  subject: { type: "placement", id: (input) => input.placementId },
  act: { kind: "PROGRESS" },
  input: z.object({
    placementId: z.ulid("invalid"),
    kind: z.enum(["DEPARTED", "ON_THE_JOB", "STILL_ON_THE_JOB", "ENDED"], "invalid"),
    happenedOn: z.iso.date("date-form"),
    evidence: z.enum(EVIDENCE_KINDS).exclude(["NONE", "RUN"]).default("STATEMENT"),
    evidenceRef: z.string().trim().max(120, "too-long").optional(),
    reason: z.string().trim().max(300, "too-long").optional(),
  }),
  async run({ deps, actor, input }) {
    const placement = await findPlacementFor(deps, actor, input.placementId);
    if (!placement) return refuse("not-found");
    if (input.evidence === "PHONE_CHECK" && actor.role !== "OFFICER") return refuse("phone-check-by-officer", { field: "evidence" });
    const events = await loadEventsOfPlacement(deps.pool, placement.id);
    const problem = checkTransition(events, { kind: input.kind, happenedOn: input.happenedOn, saidByRole: speaksAs(actor) }, deps.clock.today());
    if (problem) return refuse(problem, { field: problem.startsWith("day-") ? "happenedOn" : undefined });
    const event = {
      id: deps.newId(),
      kind: input.kind,
      happenedOn: input.happenedOn,
      recordedAt: deps.clock.now().toISOString(),
      saidByRole: speaksAs(actor),
      saidByUserId: actor.userId,
      evidence: input.evidence,
      evidenceRef: input.evidenceRef || null,
      reversesId: null,
      reason: input.reason || null,
      snapshot: await snapshotFor(deps, placement, input.happenedOn),
    };
    return append(deps, placement, events, event);
  },
});

/** Takes an event back by a new one that names it and says why. The row that was wrong stays readable. */
export const reversePlacementEvent = useCase({
  name: "reverse-placement-event",
  roles: ["OFFICER", "EMPLOYER", "SEEKER", "AGENT"],
  subject: { type: "placement", id: (input) => input.placementId },
  act: { kind: "PROGRESS" },
  input: z.object({ placementId: z.ulid("invalid"), eventId: z.ulid("invalid"), reason: z.string().trim().min(2, "reason-required").max(300, "too-long") }),
  async run({ deps, actor, input }) {
    const placement = await findPlacementFor(deps, actor, input.placementId);
    if (!placement) return refuse("not-found");
    const events = await loadEventsOfPlacement(deps.pool, placement.id);
    const target = events.find((event) => event.id === input.eventId);
    if (!target) return refuse("not-found");
    if (target.kind === "OFFERED" || target.kind === "ACCEPTED" || target.kind === "REVERSED") return refuse("cannot-reverse-kind");
    if (events.some((event) => event.reversesId === target.id)) return refuse("already-reversed");
    if (actor.role !== "OFFICER" && target.saidByRole !== speaksAs(actor)) return refuse("reverse-own-words-only");
    const event = {
      id: deps.newId(),
      kind: "REVERSED" as const,
      happenedOn: target.happenedOn,
      recordedAt: deps.clock.now().toISOString(),
      saidByRole: speaksAs(actor),
      saidByUserId: actor.userId,
      evidence: "STATEMENT" as const,
      evidenceRef: null,
      reversesId: target.id,
      reason: input.reason,
      snapshot: target.snapshot,
    };
    return append(deps, placement, events, event);
  },
});

class NoOpeningLeft extends Error {}

async function append(deps: Deps, placement: OpenPlacement, events: readonly PlacementEvent[], event: Omit<PlacementEvent, "seq" | "placementId" | "personId">) {
  const before = viewPlacement(events);
  const after = viewPlacement([...events, { ...event, placementId: placement.id, personId: placement.personId, seq: placement.lastSeq + 1 }]);
  try {
    await deps.db.$transaction(async (tx) => {
      if (placement.postId && before.active !== after.active) await moveOpening(tx, placement.postId, after.active);
      await appendEvents(tx, placement, [event], after.active);
      await emit(deps, tx, [
        { event: "placement.recorded", subjectId: placement.personId },
        ...(before.active === after.active ? [] : [{ event: "person.changed" as const, subjectId: placement.personId }]),
        ...(placement.postId && before.active !== after.active ? [{ event: "post.changed" as const, subjectId: placement.postId }] : []),
      ]);
    });
  } catch (error) {
    if (error instanceof LedgerMovedError) return refuse("changed-meanwhile");
    if (error instanceof NoOpeningLeft) return refuse("reason:no-opening-left");
    if (isUniqueViolation(error)) return refuse(event.kind === "REVERSED" ? "already-reversed" : "reason:already-placed");
    throw error;
  }
  return ok({ eventId: event.id, state: after.state });
}

async function moveOpening(tx: Tx, postId: string, taken: boolean) {
  const moved = taken
    ? await tx.$executeRaw`UPDATE post SET filled = filled + 1 WHERE id = ${postId} AND filled < openings`
    : await tx.$executeRaw`UPDATE post SET filled = filled - 1 WHERE id = ${postId} AND filled > 0`;
  if (taken && moved !== 1) throw new NoOpeningLeft();
}

function snapshotFor(deps: Deps, placement: OpenPlacement, day: string) {
  return takeSnapshot(deps.pool, placement.personId, {
    stream: placement.stream,
    placeClass: placement.placeClass,
    occupationCode: placement.post?.occupationCode ?? null,
    monthlyWageFen: placement.post?.monthlyMinFen ?? placement.post?.monthlyMaxFen ?? null,
  }, day);
}
