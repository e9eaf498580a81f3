import { toDate, type Day } from "#app/domain/dates.ts";
import { type HiringState, OPEN_HIRINGS } from "#app/domain/hiring/steps.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";

/** Somebody else's step came in between; the caller reads again and decides again. */
export class HiringMovedError extends Error {
  constructor() {
    super("the hiring has a newer step");
    this.name = "HiringMovedError";
  }
}

interface StepNote {
  kind: HiringState;
  meetOn?: Day | null;
  note?: string | null;
}

export const hiringKey = (postId: string, personId: string) => `${postId}:${personId}`;

/** Begins a hiring with its first step; a second open one for the same pair is refused by the database. */
export async function beginHiring(deps: Pick<Deps, "newId" | "clock">, tx: Tx, actor: Actor, pair: { postId: string; personId: string; placementId?: string }, step: StepNote): Promise<string> {
  const id = deps.newId();
  const now = deps.clock.now();
  await tx.hiring.create({
    data: {
      id, postId: pair.postId, personId: pair.personId, placementId: pair.placementId ?? null, state: step.kind, lastSeq: 1, recordedAt: now, updatedAt: now,
      openKey: OPEN_HIRINGS.includes(step.kind) ? hiringKey(pair.postId, pair.personId) : null,
      steps: { create: { seq: 1, ...stepColumns(actor, step, now) } },
    },
  });
  return id;
}

/** Adds a step behind the one the caller has read. */
export async function addStep(deps: Pick<Deps, "clock">, tx: Tx, actor: Actor, hiring: { id: string; lastSeq: number }, step: StepNote & { placementId?: string }): Promise<void> {
  const now = deps.clock.now();
  const moved = await tx.hiring.updateMany({
    where: { id: hiring.id, lastSeq: hiring.lastSeq },
    data: { state: step.kind, lastSeq: hiring.lastSeq + 1, updatedAt: now, ...(step.placementId ? { placementId: step.placementId } : {}), ...(OPEN_HIRINGS.includes(step.kind) ? {} : { openKey: null }) },
  });
  if (moved.count !== 1) throw new HiringMovedError();
  await tx.hiringStep.create({ data: { hiringId: hiring.id, seq: hiring.lastSeq + 1, ...stepColumns(actor, step, now) } });
}

function stepColumns(actor: Actor, { kind, meetOn, note }: StepNote, recordedAt: Date) {
  return { kind, saidByRole: speaksAs(actor), saidByUserId: actor.userId, meetOn: meetOn ? toDate(meetOn) : null, note: note || null, recordedAt };
}
