import { z } from "zod";
import { type HeldDispatch, holdDispatch, peopleOf, runsDispatch, sayOfDispatch } from "#app/data/dispatch/dispatches.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { tellOfDispatch } from "#app/data/dispatch/notices.server.ts";
import { DISPATCH_STEPS, DISPATCH_STEP_NAMES, type DispatchStep, type SeatState } from "#app/domain/dispatch/steps.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";
import { version } from "./fields.ts";
import { sayOfSeat, withLedger } from "./say-of-seat.server.ts";

/** Moves a dispatch on by the table of steps. At its departure whoever is not aboard is a no-show, to be called; whoever is aboard has left home in the ledger. */
export const takeDispatchStep = useCase({
  name: "take-dispatch-step",
  roles: ["OFFICER", "AGENT", "ADMIN"],
  subject: { type: "dispatch", id: (input) => input.dispatchId },
  input: z.object({ dispatchId: z.ulid("invalid"), version, to: z.enum(DISPATCH_STEP_NAMES as [DispatchStep, ...DispatchStep[]], "invalid"), reason: plainLine(0, "required", 200).default("") }),
  run: ({ deps, actor, input }) => withLedger(() => deps.db.$transaction(async (tx) => {
    const people = input.to === "CANCELLED" ? await peopleOf(deps.pool, input.dispatchId) : [];
    if (people.length > 0) await lockPersons(tx, people);
    const held = await holdDispatch(tx, input.dispatchId);
    if (!held || !runsDispatch(actor, held)) return refuse("not-found");
    if (held.version !== input.version) return refuse("changed-meanwhile");
    const step = DISPATCH_STEPS[input.to];
    if (!step.from.includes(held.state) || !step.roles.includes(actor.role)) return refuse("dispatch-step");
    if (step.needsReason && input.reason.length < 4) return refuse("dispatch-reason", { field: "reason" });
    const now = deps.clock.now();
    const count = (state: SeatState, more = {}) => tx.dispatchSeat.count({ where: { dispatchId: held.id, state, ...more } });
    const [coming, aboard, uncalled] = [await count("YES"), await count("BOARDED"), await count("NO_SHOW", { followUp: null })];
    const stopped = step.stops({ state: held.state, gatherAt: held.gatherAt, coming, aboard, unconfirmed: aboard, uncalled }, now);
    if (stopped !== null) return refuse(stopped, { params: { n: input.to === "CLOSED" ? aboard || uncalled : coming } });
    const marks = input.to === "DEPARTED" ? { departedAt: now } : input.to === "ARRIVED" ? { arrivedAt: now } : step.needsReason ? { reason: input.reason } : {};
    await tx.dispatch.update({ where: { id: held.id }, data: { state: input.to, version: { increment: 1 }, ...marks } });
    await sayOfDispatch(deps, tx, actor, held.id, [{ kind: input.to, reason: step.needsReason ? input.reason : null }]);
    if (input.to === "DEPARTED") await leave(deps, tx, actor, held, now);
    if (input.to === "CANCELLED") await letGo(deps, tx, actor, held, ["ASKED", "YES", "BOARDED"], true);
    return ok({ dispatchId: held.id });
  })),
});

async function leave(deps: Deps, tx: Tx, actor: Actor, held: HeldDispatch, now: Date): Promise<void> {
  const away = await tx.dispatchSeat.findMany({ where: { dispatchId: held.id, state: "YES" }, select: { id: true } });
  await tx.dispatchSeat.updateMany({ where: { id: { in: away.map((one) => one.id) } }, data: { state: "NO_SHOW", version: { increment: 1 } } });
  await sayOfDispatch(deps, tx, actor, held.id, away.map((one) => ({ kind: "NO_SHOW", seatId: one.id })));
  await letGo(deps, tx, actor, held, ["ASKED"], false);
  for (const seat of await tx.dispatchSeat.findMany({ where: { dispatchId: held.id, state: "BOARDED" }, orderBy: { id: "asc" } })) await sayOfSeat(deps, tx, actor, held, seat, "DEPARTED", now);
}

/** Seats that come to nothing: nobody is kept from another journey by them. */
async function letGo(deps: Deps, tx: Tx, actor: Actor, held: HeldDispatch, states: SeatState[], tell: boolean): Promise<void> {
  const seats = await tx.dispatchSeat.findMany({ where: { dispatchId: held.id, state: { in: states } }, select: { id: true, personId: true } });
  await tx.dispatchSeat.updateMany({ where: { id: { in: seats.map((one) => one.id) } }, data: { state: "LAPSED", seat: null, openKey: null, version: { increment: 1 } } });
  await sayOfDispatch(deps, tx, actor, held.id, seats.map((one) => ({ kind: "LAPSED", seatId: one.id })));
  if (tell) await tellOfDispatch(deps, tx, { dispatch: held, seats, kind: "cancelled" });
}
