import { SKILL_LEVELS } from "../terms.ts";
import { refusalsOf } from "./eligibility.ts";
import type { MatchingRules, PersonFacts, PostFacts, Reason, ReasonCode } from "./facts.ts";
import { type Change, type OneStep, oneStepShort } from "./one-step.ts";

/** One thing that a person could change, and the posts that they could have then. */
export interface Hint {
  change: Change;
  /** how many of the posts looked at it opens, and the places in them */
  posts: number;
  openings: number;
  /** the best of them, by the score they would have */
  best: { postId: string; score: number }[];
}

/** Which changes could remove a refusal; what is not here nothing that a person can change removes. */
const HELPS: Partial<Record<ReasonCode, readonly Change["kind"][]>> = {
  "not-seeking": ["seeking"], "not-yet-available": ["available"], "occupation-unrelated": ["trade", "certificate"],
  "certificate-missing": ["certificate"], "certificate-level-low": ["certificate"], "certificate-expired": ["certificate"],
  "too-far": ["distance"], "not-willing-place": ["place"], "wage-below-wish": ["wage"], "housing-missing": ["housing"],
};
/** Nearly: at most 100 km further and 1,500 yuan less; a certificate of any level. */
const MOST_SIZES: Record<Change["kind"], number> = { seeking: 1, available: 1, trade: 1, certificate: 9, distance: 5, place: 1, wage: 5, housing: 1 };
const HINTS_SHOWN = 5;
const POSTS_NAMED = 3;

/** The changes that could remove all of these refusals at once; empty when none could. */
export function changesAgainst(refusals: readonly Reason[]): Change["kind"][] {
  const [first, ...rest] = refusals.map((one) => HELPS[one.code] ?? []);
  return (first ?? []).filter((kind) => rest.every((kinds) => kinds.includes(kind)));
}

/**
 * What single changes would open among these posts to somebody whom they refuse now, the change that opens most first,
 * at most five. Each post is judged anew with the change, as on the page that answers why. Where a change has a size, one
 * is named: the one that opens most for its size.
 */
export function hintsFor(person: PersonFacts, posts: readonly PostFacts[], rules: MatchingRules): Hint[] {
  const opened = new Map<string, { step: OneStep; post: PostFacts }[]>();
  for (const post of posts) {
    if (!post.open || post.openingsLeft <= 0) continue;
    const kinds = changesAgainst(refusalsOf(person, post, rules));
    if (kinds.length === 0) continue;
    const mostSizes = Math.max(...kinds.map((kind) => MOST_SIZES[kind]));
    const steps = oneStepShort(person, post, rules, null, { kinds, mostSizes });
    // whoever need only say that they want the trade is not sent to an examination
    const easy = steps.some((step) => step.kind === "trade") ? steps.filter((step) => step.kind !== "certificate") : steps;
    for (const step of easy) push(opened, keyOf(step), { step, post });
  }
  const hints = [...opened.values()].map(toHint);
  hints.sort((a, b) => b.posts - a.posts || b.openings - a.openings || (keyOf(a.change) < keyOf(b.change) ? -1 : 1));
  return hints.slice(0, HINTS_SHOWN);
}

/** Changes of one key differ in size only. */
function keyOf(change: Change): string {
  switch (change.kind) {
    case "certificate": return `certificate:${change.occupation}`;
    case "trade": return `trade:${change.occupation}`;
    case "place": return `place:${change.placeClass}`;
    default: return change.kind;
  }
}

/** Any certificate up to the first level that is examined counts as one step, each level above as one more. */
function sizeOf(change: Change): number {
  if (change.kind === "certificate") return Math.max(1, levelOf(change));
  return change.kind === "distance" ? change.moreKm : change.kind === "wage" ? change.lessFen : 1;
}

function levelOf(change: Change): number {
  return change.kind === "certificate" && change.level !== null ? SKILL_LEVELS.indexOf(change.level) : -1;
}

function toHint(found: { step: OneStep; post: PostFacts }[]): Hint {
  const within = (size: number) => found.filter((one) => sizeOf(one.step) <= size);
  const sizes = [...new Set(found.map((one) => sizeOf(one.step)))].sort((a, b) => a - b);
  const size = sizes.reduce((best, one) => (within(one).length / one > within(best).length / best ? one : best), sizes[0]!);
  const all = within(size);
  const best = [...all].sort((a, b) => b.step.score - a.step.score || (a.post.id < b.post.id ? -1 : 1));
  const { score: _score, ahead: _ahead, ...change } = all.map((one) => one.step).filter((step) => sizeOf(step) === size).reduce((a, b) => (levelOf(b) > levelOf(a) ? b : a));
  return {
    change, posts: all.length, openings: all.reduce((sum, one) => sum + one.post.openingsLeft, 0),
    best: best.slice(0, POSTS_NAMED).map((one) => ({ postId: one.post.id, score: one.step.score })),
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
