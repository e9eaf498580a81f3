import { isAllowed } from "#app/domain/matching/eligibility.ts";
import { isMonitored } from "#app/domain/matching/assess.ts";
import type { MatchingRules, PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import { smallGroupOf } from "#app/domain/matching/relation.ts";
import { scoreOf } from "#app/domain/matching/score.ts";
import type { Stream } from "#app/domain/terms.ts";

/** One person with the allowed posts of one stage, best first. `post` is an index into the posts given. */
export interface CandidateList {
  personId: string;
  monitored: boolean;
  options: { post: number; score: number }[];
}

/** Posts found by what can make a pair allowed: occupation for the market, county for local streams. */
export interface PostIndex {
  posts: readonly PostFacts[];
  byOccupation: ReadonlyMap<string, number[]>;
  bySmallGroup: ReadonlyMap<string, number[]>;
  localByCounty: ReadonlyMap<string, number[]>;
}

export function indexPosts(posts: readonly PostFacts[]): PostIndex {
  const byOccupation = new Map<string, number[]>();
  const bySmallGroup = new Map<string, number[]>();
  const localByCounty = new Map<string, number[]>();
  for (const [index, post] of posts.entries()) {
    if (post.stream === "WELFARE" || post.stream === "WORKFARE") push(localByCounty, post.countyCode, index);
    else if (post.occupationCode !== null) {
      push(byOccupation, post.occupationCode, index);
      push(bySmallGroup, smallGroupOf(post.occupationCode), index);
    }
  }
  return { posts, byOccupation, bySmallGroup, localByCounty };
}

/** How many options a person keeps in a stage; the rest could only matter if all of these were taken. */
export const OPTIONS_KEPT = 64;

/** The allowed posts of some streams for a person, best first; null when there are none. */
export function candidatesOf(person: PersonFacts, index: PostIndex, streams: readonly Stream[], rules: MatchingRules): CandidateList | null {
  const options: { post: number; score: number }[] = [];
  for (const at of reachable(person, index)) {
    const post = index.posts[at]!;
    if (!streams.includes(post.stream) || !isAllowed(person, post, rules)) continue;
    options.push({ post: at, score: scoreOf(person, post, rules).score });
  }
  if (options.length === 0) return null;
  options.sort((a, b) => b.score - a.score || a.post - b.post);
  return { personId: person.id, monitored: isMonitored(person), options: options.slice(0, OPTIONS_KEPT) };
}

function reachable(person: PersonFacts, index: PostIndex): Set<number> {
  const found = new Set<number>();
  const addAll = (list: readonly number[] | undefined) => {
    for (const at of list ?? []) found.add(at);
  };
  for (const code of person.occupationCodes.slice(0, 3)) addAll(index.bySmallGroup.get(smallGroupOf(code)));
  for (const certificate of person.certificates) addAll(index.byOccupation.get(certificate.occupationCode));
  addAll(index.localByCounty.get(person.homeCountyCode));
  return found;
}

function push(map: Map<string, number[]>, key: string, value: number) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
