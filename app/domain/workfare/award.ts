import type { Day } from "../dates.ts";
import { parameterInForce, type PolicyParameter } from "../policy/parameter.ts";
import type { AwardKind } from "./terms.ts";

export interface AwardFacts {
  kind: AwardKind;
  awardedOn: Day;
  amountFen: number;
  countyCode: string;
  deepPoverty: boolean;
  /** 扶贫专业工队: a special work team of local people */
  specialTeam: boolean;
  reason: string;
  teamSize: number;
  teamLocal: number;
}

export type AwardProblem = "negotiation-not-allowed" | "award-reason-needed" | "team-size-needed" | "team-local-above-size";

export interface AwardVerdict {
  problems: AwardProblem[];
  /** the row on which a negotiated award stands */
  ground: PolicyParameter | null;
  /** whether fewer of the team are local people than the rule asks for; null where no rule is in force */
  tooFewLocal: boolean | null;
}

const DEEP_POOR = "workfare.negotiated.deep-poor";
const SMALL_WORKS = "workfare.negotiated.small-works.yuan";
const LOCAL_SHARE = "workfare.team.local-share.pct";

/**
 * Whether works may be given without a tender: to a special work team in a county that was deep-poor, while the rule is in force (plan article 21, 2021 to
 * 2025), or where the works are small. Anything else is tendered. A negotiated award is told with its reason.
 */
export function judgeAward(facts: AwardFacts, rows: readonly PolicyParameter[]): AwardVerdict {
  const at = { regionCode: facts.countyCode, asOf: facts.awardedOn };
  const problems: AwardProblem[] = [];
  const ground = facts.kind === "NEGOTIATED" ? groundOf(facts, rows, at) : null;
  if (facts.kind === "NEGOTIATED" && ground === null) problems.push("negotiation-not-allowed");
  if (facts.kind === "NEGOTIATED" && facts.reason === "") problems.push("award-reason-needed");
  if (facts.specialTeam && facts.teamSize < 1) problems.push("team-size-needed");
  if (facts.teamLocal > facts.teamSize) problems.push("team-local-above-size");
  return { problems, ground, tooFewLocal: tooFewLocal(facts, rows, at) };
}

/** Whether fewer of a special work team are local people than the rule of that day and place asks for; null where there is no team or no rule. */
export function tooFewLocal({ specialTeam, teamSize, teamLocal }: Pick<AwardFacts, "specialTeam" | "teamSize" | "teamLocal">, rows: readonly PolicyParameter[], at: { regionCode: string; asOf: Day }): boolean | null {
  const share = parameterInForce(rows, LOCAL_SHARE, at)?.value;
  return !specialTeam || teamSize < 1 || typeof share !== "number" ? null : teamLocal * 100 < share * teamSize;
}

function groundOf({ deepPoverty, specialTeam, amountFen }: AwardFacts, rows: readonly PolicyParameter[], at: { regionCode: string; asOf: Day }): PolicyParameter | null {
  const team = deepPoverty && specialTeam ? parameterInForce(rows, DEEP_POOR, at) : null;
  if (team !== null) return team;
  const small = parameterInForce(rows, SMALL_WORKS, at);
  return small !== null && typeof small.value === "number" && amountFen < small.value * 100 ? small : null;
}
