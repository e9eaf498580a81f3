import { MONITORED_CATEGORIES } from "../terms.ts";
import { refusalsOf } from "./eligibility.ts";
import type { MatchingRules, PersonFacts, PostFacts, Reason } from "./facts.ts";
import { scoreOf } from "./score.ts";

export interface Assessment {
  allowed: boolean;
  /** 0–1,000; 0 when the pair is not allowed */
  score: number;
  /** why it fits, strongest first; or, when not allowed, every rule in the way */
  reasons: Reason[];
}

/** The one judgement of a pair: pages, candidate lists and the provincial run all call this. */
export function assess(person: PersonFacts, post: PostFacts, rules: MatchingRules): Assessment {
  const refusals = refusalsOf(person, post, rules);
  if (refusals.length > 0) return { allowed: false, score: 0, reasons: refusals };
  const { score, reasons } = scoreOf(person, post, rules);
  return { allowed: true, score, reasons: [...reasons, ...orderReasons(person, post)] };
}

function orderReasons(person: PersonFacts, post: PostFacts): Reason[] {
  const reasons: Reason[] = [];
  if (post.stream === "WELFARE") reasons.push({ code: "stream-eligible" }, { code: "welfare-last-resort" });
  if (isMonitored(person)) reasons.push({ code: "monitored-first" });
  return reasons;
}

/** Whether the person's household is under watch against falling back (plan art. 5, 34). */
export function isMonitored(person: Pick<PersonFacts, "categories">): boolean {
  return person.categories.some((kind) => MONITORED_CATEGORIES.includes(kind));
}

/** Whether the post is a brand's and the person belongs to it: then they come before whoever does not (plan art. 19). */
export function isMemberFor(person: Pick<PersonFacts, "brandIds">, post: Pick<PostFacts, "brandId">): boolean {
  return post.brandId !== null && person.brandIds.includes(post.brandId);
}

/**
 * The order of help (plan art. 6, 20, 21). Market, workshop and workfare posts compete for people by score, but the
 * market comes first: none of its openings stays empty while somebody whom it suits holds a post of MARKET_COMES_BEFORE.
 * A public-welfare post comes last, and only for those whom nothing else on offer was found for.
 */
export const HELP_STAGES = [["MARKET", "WORKSHOP", "WORKFARE"], ["WELFARE"]] as const;
export const MARKET_COMES_BEFORE = ["WORKSHOP", "WORKFARE"] as const;
