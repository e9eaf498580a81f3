import { schemeRules } from "#app/domain/overseas/schemes.ts";
import { departureProblem } from "#app/domain/overseas/steps.ts";
import type { PlacementView } from "#app/domain/placement/placement.ts";
import type { PlacementEvent } from "#app/domain/placement/types.ts";
import type { Problem } from "#app/domain/result.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPolicyParameters } from "../policy.server.ts";
import { holdApplicationOf } from "./applications.server.ts";

/** The way abroad does not let the word stand. */
export class DepartureRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = "DepartureRefused";
  }
}

/**
 * Keeps an application beside the ledger: nobody leaves for abroad, or is said to work there, before its steps stand (DepartureRefused), and what the ledger says
 * of leaving and ending is the application's state too, whether said or taken back. Done in the transaction of the event, after the post's opening and
 * before the placement: the order in which a licence that is taken away holds them.
 */
export async function followAbroad(
  deps: Pick<Deps, "pool" | "clock">, tx: Tx, placement: { id: string; placeClass: string; workRegionCode: string }, event: Pick<PlacementEvent, "kind" | "happenedOn">, after: PlacementView,
): Promise<void> {
  if (placement.placeClass !== "OVERSEAS") return;
  const application = await holdApplicationOf(tx, placement.id);
  const leaves = event.kind === "DEPARTED" || event.kind === "ON_THE_JOB";
  if (application === null) {
    // one of before licences were asked for may still be ended, and no new one leaves
    if (leaves) throw new DepartureRefused({ code: "overseas-unlicensed" });
    return;
  }
  if (leaves) {
    const rule = schemeRules(await loadPolicyParameters(deps.pool), placement.workRegionCode, deps.clock.today()).find((one) => one.scheme === application.scheme);
    const problem = rule === undefined ? { code: "overseas-scheme-needed" } : departureProblem(rule, application, event.happenedOn);
    if (problem) throw new DepartureRefused(problem);
  }
  const away = after.state === "DEPARTED" || after.state === "ON_THE_JOB";
  const state = away ? "DEPARTED" : after.state === "ENDED" ? "ENDED" : application.state === "STOPPED" ? "STOPPED" : await openState(tx, application.licenceId);
  if (state === application.state) return;
  await tx.overseasApplication.update({ where: { id: application.id }, data: { state, stopReason: state === "STOPPED" ? "licence" : null, version: { increment: 1 } } });
}

/** Back on the way: only under a licence that stands. */
async function openState(tx: Tx, licenceId: string): Promise<"OPEN" | "STOPPED"> {
  return (await tx.overseasLicence.count({ where: { id: licenceId, state: "IN_FORCE" } })) === 1 ? "OPEN" : "STOPPED";
}
