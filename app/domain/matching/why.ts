import type { Stream } from "../terms.ts";
import { type Assessment, HELP_STAGES } from "./assess.ts";
import { comesBefore, type LastHolder } from "./one-step.ts";

export type MatchStatus = "PROPOSED" | "ACCEPTED" | "DECLINED" | "SUPERSEDED" | "LAPSED";

/** What the records say of a person and a post, beside their facts. */
export interface PairRecords {
  stream: Stream;
  monitored: boolean;
  /** belongs to the brand whose post it is */
  member: boolean;
  /** the newest match of just this pair */
  own: MatchStatus | null;
  /** what the person was offered in this post's place: the open or accepted match, else that of the latest run */
  other: { stream: Stream; score: number; status: MatchStatus } | null;
  /** why the latest finished run can't have weighed this pair as it stands; null when it has */
  notInRun: RunGap | null;
  /** openings not taken yet */
  openingsLeft: number;
  /** what others hold of the post: open proposals, and accepted ones whose place is still taken */
  holders: readonly (LastHolder & { open: boolean })[];
}

export const RUN_GAPS = ["no-run", "person-new", "person-changed", "post-new"] as const;
export type RunGap = (typeof RUN_GAPS)[number];

/**
 * Why a person has, or has not, been offered a post:
 * - `proposed`, `accepted`, `declined`: they have been;
 * - `refused`: a rule forbids the pair; `full`: others took every opening;
 * - `not-in-run`: no run has weighed the pair as it stands;
 * - `earlier-help`: something found in an earlier stage of the order of help comes first (plan art. 6, 20, 21);
 * - `other-proposal`: they were offered another post;
 * - `outranked`: every opening is spoken for by somebody with the better claim;
 * - `next-run`: none of these, so the facts have changed since the run or it lies within the run's proven gap.
 */
export const CAUSES = ["proposed", "accepted", "declined", "refused", "full", "not-in-run", "earlier-help", "other-proposal", "outranked", "next-run"] as const;
export type Cause = (typeof CAUSES)[number];

/** What stood in the way, the weightiest first; never empty. */
export function causesOf(verdict: Assessment, records: PairRecords): Cause[] {
  if (records.own === "PROPOSED") return ["proposed"];
  if (records.own === "ACCEPTED") return ["accepted"];
  const causes: Cause[] = [];
  if (records.own === "DECLINED") causes.push("declined");
  if (!verdict.allowed) {
    causes.push("refused");
    if (verdict.reasons.some((one) => one.code === "no-opening-left") && records.holders.length > 0) causes.push("full");
    if (records.other !== null && verdict.reasons.some((one) => one.code === "already-placed")) causes.push("other-proposal");
    return causes;
  }
  if (records.notInRun !== null) causes.push("not-in-run");
  if (records.other !== null) causes.push(stageOf(records.other.stream) < stageOf(records.stream) ? "earlier-help" : "other-proposal");
  if (isOutranked({ score: verdict.score, monitored: records.monitored, member: records.member }, records)) causes.push("outranked");
  return causes.length > 0 ? causes : ["next-run"];
}

/** Whether others with the better claim speak for every opening that is left. */
export function isOutranked(claim: LastHolder, records: Pick<PairRecords, "openingsLeft" | "holders">): boolean {
  if (!isSpokenFor(records)) return false;
  const open = records.holders.filter((one) => one.open);
  return open.filter((one) => !comesBefore(claim, one)).length >= records.openingsLeft;
}

/** Whether every opening that is left has been offered to somebody. */
export function isSpokenFor(records: Pick<PairRecords, "openingsLeft" | "holders">): boolean {
  return records.holders.filter((one) => one.open).length >= records.openingsLeft;
}

/** The open holder who would be the first to give way; null while an opening is free or nobody holds one openly. */
export function lastHolder(records: Pick<PairRecords, "openingsLeft" | "holders">): LastHolder | null {
  if (records.openingsLeft <= 0 || !isSpokenFor(records)) return null;
  return records.holders.filter((one) => one.open).reduce<LastHolder | null>((last, one) => (last === null || comesBefore(last, one) ? one : last), null);
}

function stageOf(stream: Stream): number {
  return HELP_STAGES.findIndex((streams) => (streams as readonly Stream[]).includes(stream));
}
