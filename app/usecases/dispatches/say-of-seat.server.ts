import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import type { HeldDispatch } from "#app/data/dispatch/dispatches.server.ts";
import { placementFor } from "#app/data/dispatch/dispatches.server.ts";
import { chinaDay } from "#app/domain/dates.ts";
import { checkTransition } from "#app/domain/placement/placement.ts";
import type { Actor } from "#app/platform/actor.ts";
import { joinTransaction, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { sayInLedger } from "../placements/say-in-ledger.server.ts";

/** The ledger moved while it was read: the caller's transaction is undone and done again. */
export class LedgerAway extends Error {}

/**
 * The word of whoever leads the journey, in the ledger of the placement that a seat goes with, in the caller's transaction: an officer's or agent's statement, which stands on
 * the lowest rung like any other of theirs. What the ledger holds by their role already, or has gone past, is not said again. A seat without a placement says nothing.
 */
export async function sayOfSeat(deps: Deps, tx: Tx, actor: Actor, dispatch: HeldDispatch, seat: { id: string; personId: string; placementId: string | null }, kind: "DEPARTED" | "ON_THE_JOB", at: Date): Promise<void> {
  const placementId = seat.placementId ?? (await placementFor(tx, seat.personId, dispatch.destinationCode))?.id ?? null;
  if (placementId === null) return;
  if (seat.placementId === null) await tx.dispatchSeat.update({ where: { id: seat.id }, data: { placementId } });
  const placement = await tx.placement.findUniqueOrThrow({
    where: { id: placementId },
    include: { post: { select: { employerId: true, title: true, occupationCode: true, monthlyMinFen: true, monthlyMaxFen: true, hoursPerDay: true } }, person: { select: { homeRegionCode: true } } },
  });
  const happenedOn = chinaDay(at);
  const events = await loadEventsOfPlacement(deps.pool, placementId);
  if (checkTransition(events, { kind, happenedOn, saidByRole: speaksAs(actor) }, deps.clock.today()) !== null) return;
  const said = await sayInLedger({ ...deps, db: joinTransaction(tx) }, actor, placement, { kind, happenedOn, evidence: "STATEMENT", evidenceRef: `dispatch:${dispatch.id}` });
  if (!said.ok && said.problems[0]?.code === "changed-meanwhile") throw new LedgerAway();
}

const TRIES = 4;

/** Does `work`, again when somebody else's word came into a ledger meanwhile. */
export async function withLedger<T>(work: () => Promise<T>): Promise<T> {
  for (let at = 1; ; at += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LedgerAway) || at === TRIES) throw error;
    }
  }
}
