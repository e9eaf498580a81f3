import { appendEvents, LedgerMovedError } from "#app/data/ledger/append.server.ts";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import type { OpenPlacement } from "#app/data/ledger/placement-access.server.ts";
import { takeSnapshot } from "#app/data/ledger/snapshot.server.ts";
import { DepartureRefused, followAbroad } from "#app/data/overseas/departure.server.ts";
import { giveBackOpening, NoOpeningLeft, retakeOpening } from "#app/data/openings.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { checkTransition, viewPlacement } from "#app/domain/placement/placement.ts";
import type { EvidenceKind, PlacementEvent, PlacementEventKind } from "#app/domain/placement/types.ts";
import { ok, refuse } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { type Tx, isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";

export interface Said {
  kind: Exclude<PlacementEventKind, "REVERSED" | "OFFERED" | "ACCEPTED">;
  happenedOn: Day;
  evidence: EvidenceKind;
  evidenceRef?: string;
  reason?: string;
}

/** What belongs to an event and stands or falls with it: done first in its transaction. */
export type Along = (tx: Tx) => Promise<void>;

/** One more word in a placement's ledger by somebody who has a part in it: checked against what stands there, then appended. */
export async function sayInLedger(deps: Deps, actor: Actor, placement: OpenPlacement, said: Said, along?: Along) {
  const events = await loadEventsOfPlacement(deps.pool, placement.id);
  const problem = checkTransition(events, { kind: said.kind, happenedOn: said.happenedOn, saidByRole: speaksAs(actor) }, deps.clock.today());
  if (problem) return refuse(problem, { field: problem.startsWith("day-") ? "happenedOn" : undefined });
  const event = {
    id: deps.newId(),
    kind: said.kind,
    happenedOn: said.happenedOn,
    recordedAt: deps.clock.now().toISOString(),
    saidByRole: speaksAs(actor),
    saidByUserId: actor.userId,
    evidence: said.evidence,
    evidenceRef: said.evidenceRef || null,
    reversesId: null,
    reason: said.reason || null,
    snapshot: await snapshotFor(deps, placement, said.happenedOn),
  };
  return appendToLedger(deps, placement, events, event, along);
}

/** Appends an event, takes or gives back the opening, and tells those who count. */
export async function appendToLedger(deps: Deps, placement: OpenPlacement, events: readonly PlacementEvent[], event: Omit<PlacementEvent, "seq" | "placementId" | "personId">, along?: Along) {
  const before = viewPlacement(events);
  const after = viewPlacement([...events, { ...event, placementId: placement.id, personId: placement.personId, seq: placement.lastSeq + 1 }]);
  try {
    await deps.db.$transaction(async (tx) => {
      await along?.(tx);
      if (placement.postId && before.active !== after.active) await (after.active ? retakeOpening : giveBackOpening)(tx, placement.postId);
      await followAbroad(deps, tx, placement, event, after);
      await appendEvents(tx, placement, [event], after.active);
      await emit(deps, tx, [
        { event: "placement.recorded", subjectId: placement.personId },
        ...(before.active === after.active ? [] : [{ event: "person.changed" as const, subjectId: placement.personId }]),
        ...(placement.postId && before.active !== after.active ? [{ event: "post.changed" as const, subjectId: placement.postId }] : []),
      ]);
    });
  } catch (error) {
    if (error instanceof LedgerMovedError) return refuse("changed-meanwhile");
    if (error instanceof DepartureRefused) return { ok: false as const, problems: [error.problem] };
    if (error instanceof NoOpeningLeft) return refuse("reason:no-opening-left");
    if (isUniqueViolation(error)) return refuse(event.kind === "REVERSED" ? "already-reversed" : "reason:already-placed");
    throw error;
  }
  return ok({ eventId: event.id, state: after.state });
}

function snapshotFor(deps: Deps, placement: OpenPlacement, day: string) {
  return takeSnapshot(deps.pool, placement.personId, {
    stream: placement.stream,
    placeClass: placement.placeClass,
    occupationCode: placement.post?.occupationCode ?? null,
    monthlyWageFen: placement.post?.monthlyMinFen ?? placement.post?.monthlyMaxFen ?? null,
  }, day);
}
