import { toDate, type Day } from "#app/domain/dates.ts";
import { type HiringState, OPEN_HIRINGS } from "#app/domain/hiring/steps.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { originOf } from "#app/platform/environment.server.ts";
import { messageReachOf } from "./message-reach.server.ts";
import { queueSms } from "./sms.server.ts";

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

/** What a step of the employer is to the person, in a text message; who asks and for what stands behind the sign-in. */
const TOLD: Partial<Record<HiringState, string>> = { INVITED: "有单位邀请您", INTERVIEW: "单位约您面试", OFFERED: "单位要录用您，等您答复", CLOSED: "单位结束了和您的联系" };

/** Tells the person of an employer's step, in the transaction of the step: a notice, and a text message to whoever takes them. */
export async function tellOfStep(deps: Pick<Deps, "newId" | "clock" | "env" | "pool">, tx: Tx, hiring: { id: string; personId: string; postId: string; seq: number }, kind: HiringState): Promise<void> {
  const words = TOLD[kind];
  if (words === undefined) return;
  const onceKey = `hiring:${hiring.id}:${hiring.seq}`;
  await tx.notice.createMany({ data: [{ id: deps.newId(), personId: hiring.personId, kind: `hiring-${kind.toLowerCase()}`, onceKey, postId: hiring.postId, subjectId: hiring.id, recordedAt: deps.clock.now() }], skipDuplicates: true });
  const reach = (await messageReachOf(deps.pool, [hiring.personId])).get(hiring.personId);
  if (reach?.reachable && reach.phoneEnc !== null) {
    await queueSms(deps, tx, { onceKey, personId: hiring.personId, phoneEnc: reach.phoneEnc, phoneMasked: reach.phoneMasked, purpose: "hiring", text: `【晋岗通】${words}。登录后看：${originOf(deps.env)}/me/invitations/${hiring.id}` });
  }
}

function stepColumns(actor: Actor, { kind, meetOn, note }: StepNote, recordedAt: Date) {
  return { kind, saidByRole: speaksAs(actor), saidByUserId: actor.userId, meetOn: meetOn ? toDate(meetOn) : null, note: note || null, recordedAt };
}
