import { z } from "zod";
import { plainText } from "#app/domain/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { sealNote } from "#app/data/case-notes.ts";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { checkResult, WATCH_RESULTS, type WatchStepKind } from "#app/domain/watch/watch-case.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const BUREAU = ["OFFICER", "AGENT", "ADMIN"] as const;
const caseId = z.ulid("invalid");
const version = z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid");

/** An officer or village agent of the home takes a case on. */
export const takeWatchCase = useCase({
  name: "take-watch-case",
  roles: BUREAU,
  subject: { type: "watchCase", id: (input) => input.caseId },
  input: z.object({ caseId, version }),
  async run({ deps, actor, input }) {
    if (actor.userId === null) return refuse("forbidden");
    return change(deps, actor, input, { ownerId: actor.userId }, { kind: "TAKEN" });
  },
});

/** Hands a case on to somebody else whose region holds the home. */
export const handOnWatchCase = useCase({
  name: "hand-on-watch-case",
  roles: BUREAU,
  subject: { type: "watchCase", id: (input) => input.caseId },
  input: z.object({ caseId, version, toUserId: z.ulid("watch-choose-owner"), note: plainText(0, "required", 500).default("") }),
  async run({ deps, actor, input }) {
    const [to, found] = await Promise.all([
      deps.db.user.findUnique({ where: { id: input.toUserId }, select: { id: true, role: true, regionCode: true, status: true } }),
      deps.db.watchCase.findUnique({ where: { id: input.caseId }, select: { regionCode: true } }),
    ]);
    if (!found || !actsForRegion(actor, found.regionCode)) return refuse("not-found");
    const fits = to !== null && to.status === "ACTIVE" && (to.role === "OFFICER" || to.role === "AGENT" || to.role === "ADMIN") && actsForRegion({ ...actor, role: to.role, regionCode: to.regionCode }, found.regionCode);
    if (!fits) return refuse("watch-choose-owner", { field: "toUserId" });
    return change(deps, actor, input, { ownerId: to.id }, { kind: "HANDED_ON", toUserId: to.id, note: input.note || null });
  },
});

/** A step that was taken, in words. */
export const noteWatchCase = useCase({
  name: "note-watch-case",
  roles: BUREAU,
  subject: { type: "watchCase", id: (input) => input.caseId },
  input: z.object({ caseId, version, note: plainText(4, "watch-note", 500) }),
  run: ({ deps, actor, input }) => change(deps, actor, input, {}, { kind: "NOTE", note: input.note }),
});

/** A case ends with a result and words on it. Placed, or in a welfare post, only when the ledger says so. A closed case stays closed. */
export const closeWatchCase = useCase({
  name: "close-watch-case",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "watchCase", id: (input) => input.caseId },
  input: z.object({ caseId, version, result: z.enum(WATCH_RESULTS, "watch-result"), note: plainText(4, "watch-note", 500) }),
  async run({ deps, actor, input }) {
    const found = await deps.db.watchCase.findUnique({ where: { id: input.caseId }, select: { regionCode: true, personId: true } });
    if (!found || !actsForRegion(actor, found.regionCode)) return refuse("not-found");
    const problem = checkResult(input.result, await heldBy(deps, found.personId));
    if (problem) return refuse(problem, { field: "result" });
    return change(deps, actor, input, { closedAt: deps.clock.now(), closedBy: actor.userId, result: input.result, noteEnc: sealNote(deps, input.note) }, { kind: "CLOSED", note: input.note });
  },
});

async function heldBy(deps: Pick<Deps, "db" | "pool">, personId: string) {
  const [placements, ledger] = await Promise.all([deps.db.placement.findMany({ where: { personId }, select: { id: true, stream: true } }), loadEventsOfPersons(deps.pool, [personId])]);
  return placements.map(({ id, stream }) => ({ stream, state: viewPlacement(ledger.get(personId)?.get(id) ?? []).state }));
}

type Change = Partial<{ ownerId: string; closedAt: Date; closedBy: string | null; result: (typeof WATCH_RESULTS)[number]; noteEnc: string | null }>;

/** One change of an open case of the actor's region with its step; who comes second is told. */
async function change(deps: Deps, actor: Actor, input: { caseId: string; version: number }, data: Change, { note = null, ...step }: { kind: WatchStepKind; toUserId?: string; note?: string | null }): Promise<Result<{ caseId: string }>> {
  const found = await deps.db.watchCase.findUnique({ where: { id: input.caseId }, select: { regionCode: true, closedAt: true } });
  if (!found || !actsForRegion(actor, found.regionCode)) return refuse("not-found");
  if (found.closedAt !== null) return refuse("watch-closed");
  return deps.db.$transaction(async (tx): Promise<Result<{ caseId: string }>> => {
    const { count } = await tx.watchCase.updateMany({ where: { id: input.caseId, version: input.version, closedAt: null }, data: { ...data, version: input.version + 1 } });
    if (count !== 1) return refuse("changed-meanwhile");
    const last = await tx.watchStep.aggregate({ where: { caseId: input.caseId }, _max: { seq: true } });
    await tx.watchStep.create({ data: { caseId: input.caseId, seq: (last._max.seq ?? 0) + 1, byUserId: actor.userId, recordedAt: deps.clock.now(), noteEnc: sealNote(deps, note), ...step } });
    return ok({ caseId: input.caseId });
  });
}
