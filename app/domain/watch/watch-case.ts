import { addWorkingDays } from "../care/care-case.ts";
import type { Day } from "../dates.ts";
import { ACTIVE_STATES, type PlacementState } from "../placement/types.ts";
import type { Stream } from "../terms.ts";

/** 已就业 / 已培训 / 公益岗安置 / 其他帮扶 / 已迁走 / 无需帮扶 */
export const WATCH_RESULTS = ["PLACED", "TRAINED", "WELFARE_POST", "OTHER_HELP", "MOVED_AWAY", "NOT_NEEDED"] as const;
export type WatchResult = (typeof WATCH_RESULTS)[number];

/** How a bureau looks at its list. */
export const WATCH_VIEWS = ["open", "overdue", "mine", "raised", "closed"] as const;
export type WatchView = (typeof WATCH_VIEWS)[number];

export const WATCH_STEP_KINDS = ["OPENED", "TAKEN", "HANDED_ON", "NOTE", "REPORTED_UP", "CLOSED"] as const;
export type WatchStepKind = (typeof WATCH_STEP_KINDS)[number];

/** Why a case can't be closed so, or null. That somebody is placed is the ledger's word, not the officer's. */
export function checkResult(result: WatchResult, held: readonly { state: PlacementState; stream: Stream }[]): "watch-not-placed" | "watch-no-welfare-post" | null {
  const working = held.filter(({ state }) => ACTIVE_STATES.includes(state));
  if (result === "PLACED" && working.length === 0) return "watch-not-placed";
  if (result === "WELFARE_POST" && !working.some(({ stream }) => stream === "WELFARE")) return "watch-no-welfare-post";
  return null;
}

/** How far an overdue case is reported: 0 stays with the county, 1 the city, 2 the province, some working days later. */
export function raisedTo(dueOn: Day, today: Day, furtherWorkingDays: number): 0 | 1 | 2 {
  if (today <= dueOn) return 0;
  return today > addWorkingDays(dueOn, furtherWorkingDays) ? 2 : 1;
}
