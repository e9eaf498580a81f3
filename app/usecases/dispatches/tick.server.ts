import { z } from "zod";
import { readCard } from "#app/data/dispatch/cards.server.ts";
import { type HeldDispatch, holdDispatch, runsDispatch, sayOfDispatch } from "#app/data/dispatch/dispatches.server.ts";
import { type Tick, TICKS, tickSeat, type Way } from "#app/domain/dispatch/steps.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";
import { sayOfSeat, withLedger } from "./say-of-seat.server.ts";

const ON_THE_WAY = ["OFFICER", "AGENT"] as const;
const SAID = { BOARDED: "ON_BOARD", OFF: "OFF_BOARD", ARRIVED: "THERE", LEFT: "LEFT" } as const;
const OLDEST_MS = 48 * 3_600_000;
type Seat = NonNullable<Awaited<ReturnType<Tx["dispatchSeat"]["findUnique"]>>>;

/** The seat that a scanned card, a code that was read out or a line of the list names. */
async function findSeat({ crypto }: Pick<Deps, "crypto">, tx: Tx, dispatchId: string, input: { card: string; seatId?: string }): Promise<Result<{ seat: Seat; way: Way }>> {
  if (input.seatId !== undefined) {
    const seat = await tx.dispatchSeat.findUnique({ where: { id: input.seatId } });
    return seat?.dispatchId === dispatchId ? ok({ seat, way: "LIST" }) : refuse("not-found");
  }
  if (/^\d{6}$/.test(input.card)) {
    const seat = await tx.dispatchSeat.findUnique({ where: { dispatchId_code: { dispatchId, code: input.card } } });
    return seat ? ok({ seat, way: "CODE" }) : refuse("dispatch-code-unknown", { field: "card" });
  }
  const seatId = readCard(crypto, input.card);
  const seat = seatId === null ? null : await tx.dispatchSeat.findUnique({ where: { id: seatId } });
  if (!seat) return refuse("dispatch-card-unknown", { field: "card" });
  return seat.dispatchId === dispatchId ? ok({ seat, way: "QR" }) : refuse("dispatch-card-other", { field: "card" });
}

async function mark(deps: Deps, tx: Tx, actor: Actor, held: HeldDispatch, { seat, way, tick, at, reason }: { seat: Seat; way: Way; tick: Tick; at: Date; reason: string | null }): Promise<Result<{ seatId: string; state: string; again: boolean }>> {
  const done = tickSeat(tick, { dispatch: held.state, seat: seat.state, departedAt: held.departedAt, at });
  if (done === "already") return ok({ seatId: seat.id, state: seat.state, again: true });
  if ("refused" in done) return refuse(done.refused, { field: way === "LIST" ? undefined : "card" });
  await tx.dispatchSeat.update({ where: { id: seat.id }, data: { state: done.to, followUp: null, followUpNote: null, followedUpAt: null, version: { increment: 1 } } });
  await sayOfDispatch(deps, tx, actor, held.id, [{ kind: SAID[tick], seatId: seat.id, way, at, reason }]);
  // a tick that waited for a signal until after the departure
  if (tick === "BOARDED" && held.departedAt !== null) await sayOfSeat(deps, tx, actor, held, seat, "DEPARTED", held.departedAt);
  if (tick === "ARRIVED") await sayOfSeat(deps, tx, actor, held, seat, "ON_THE_JOB", at);
  return ok({ seatId: seat.id, state: done.to, again: false });
}

/** Somebody is aboard, has arrived, got off again or left on the way: by their card, its code or the list. Said twice it is one event. */
export const tickDispatch = useCase({
  name: "tick-dispatch",
  roles: ON_THE_WAY,
  subject: { type: "dispatch", id: (input) => input.dispatchId },
  input: z.object({
    dispatchId: z.ulid("invalid"), tick: z.enum(TICKS, "invalid"), card: z.string().trim().max(100, "dispatch-card-unknown").default(""), seatId: z.ulid("invalid").optional(),
    at: z.iso.datetime("invalid").optional(), reason: plainLine(0, "required", 200).default(""),
  }),
  run: ({ deps, actor, input }) => withLedger(() => deps.db.$transaction(async (tx) => {
    const held = await holdDispatch(tx, input.dispatchId);
    if (!held || !runsDispatch(actor, held)) return refuse("not-found");
    if (input.card === "" && input.seatId === undefined) return refuse("dispatch-card-needed", { field: "card" });
    const found = await findSeat(deps, tx, held.id, input);
    if (!found.ok) return found;
    if (input.tick === "LEFT" && input.reason.length < 2) return refuse("dispatch-reason", { field: "reason" });
    const now = deps.clock.now();
    const said = input.at === undefined ? now : new Date(input.at);
    const at = said > now || now.getTime() - said.getTime() > OLDEST_MS ? now : said;
    return mark(deps, tx, actor, held, { ...found.value, tick: input.tick, at, reason: input.reason || null });
  })),
});

/** Everybody aboard who has not been confirmed yet has arrived: by a call through the vehicle. */
export const confirmAllArrived = useCase({
  name: "confirm-all-arrived",
  roles: ON_THE_WAY,
  subject: { type: "dispatch", id: (input) => input.dispatchId },
  input: z.object({ dispatchId: z.ulid("invalid") }),
  run: ({ deps, actor, input }) => withLedger(() => deps.db.$transaction(async (tx) => {
    const held = await holdDispatch(tx, input.dispatchId);
    if (!held || !runsDispatch(actor, held)) return refuse("not-found");
    if (held.state !== "ARRIVED") return refuse("dispatch-not-arrived");
    const seats = await tx.dispatchSeat.findMany({ where: { dispatchId: held.id, state: "BOARDED" }, orderBy: { id: "asc" } });
    for (const seat of seats) await mark(deps, tx, actor, held, { seat, way: "CALL", tick: "ARRIVED", at: deps.clock.now(), reason: null });
    return ok({ dispatchId: held.id, arrived: seats.length });
  })),
});
