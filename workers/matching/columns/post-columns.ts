import { ageLimitsOf, bestPayOf, payFloorOf } from "#app/domain/matching/eligibility.ts";
import type { MatchingRules, PostFacts } from "#app/domain/matching/facts.ts";
import { EDUCATIONS, SKILL_LEVELS, STREAMS } from "#app/domain/terms.ts";
import { sharedInt32, sharedUint16, sharedUint8 } from "./shared-arrays.ts";
import type { Vocabulary } from "./vocabulary.ts";

export const STREAM = { MARKET: STREAMS.indexOf("MARKET"), WORKSHOP: STREAMS.indexOf("WORKSHOP"), WELFARE: STREAMS.indexOf("WELFARE"), WORKFARE: STREAMS.indexOf("WORKFARE") } as const;
const NO_LIMIT = 255;

/** Streams that only serve people of the very county, whatever their occupation. */
export const isLocal = (stream: number) => stream === STREAM.WELFARE || stream === STREAM.WORKFARE;

/** The facts of posts as columns, one row each. Pay is fen per month, -1 where it is negotiable; other -1 mean none. */
export interface PostColumns {
  count: number;
  /** 0 for a post that no rule lets anybody have: not open, nothing left, or paid below the floor */
  capacity: Int32Array;
  stream: Uint8Array;
  occupation: Int32Array;
  /** index into the vocabulary's works */
  work: Uint16Array;
  town: Int32Array;
  low: Int32Array;
  high: Int32Array;
  best: Int32Array;
  housing: Uint8Array;
  ageFrom: Uint8Array;
  ageTo: Uint8Array;
  education: Uint8Array;
  experience: Int32Array;
  certificateOccupation: Int32Array;
  certificateRank: Int32Array;
  /** what a certificate earns points for: the one asked for, or that of the occupation */
  wantedCertificate: Int32Array;
  brand: Int32Array;
}

/** Posts as columns, in the order given. */
export function postColumnsOf(posts: readonly PostFacts[], vocabulary: Vocabulary, rules: MatchingRules): PostColumns {
  const count = posts.length;
  const columns: PostColumns = {
    count, capacity: sharedInt32(count), stream: sharedUint8(count), occupation: sharedInt32(count), work: sharedUint16(count), town: sharedInt32(count),
    low: sharedInt32(count), high: sharedInt32(count), best: sharedInt32(count), housing: sharedUint8(count), ageFrom: sharedUint8(count), ageTo: sharedUint8(count),
    education: sharedUint8(count), experience: sharedInt32(count), certificateOccupation: sharedInt32(count), certificateRank: sharedInt32(count),
    wantedCertificate: sharedInt32(count), brand: sharedInt32(count),
  };
  for (const [row, post] of posts.entries()) {
    const limits = ageLimitsOf(post, rules);
    columns.capacity[row] = isOnOffer(post, rules) ? post.openingsLeft : 0;
    columns.stream[row] = STREAMS.indexOf(post.stream);
    columns.occupation[row] = vocabulary.occupation(post.occupationCode);
    columns.work[row] = vocabulary.works.indexOf(post.countyCode, post.place);
    columns.town[row] = post.townCode === null ? -1 : vocabulary.towns.indexOf(post.townCode);
    columns.low[row] = post.monthlyMinFen ?? post.monthlyMaxFen ?? -1;
    columns.high[row] = post.monthlyMaxFen ?? post.monthlyMinFen ?? -1;
    columns.best[row] = bestPayOf(post) ?? -1;
    columns.housing[row] = post.housing ? 1 : 0;
    columns.ageFrom[row] = limits.from;
    columns.ageTo[row] = limits.to ?? NO_LIMIT;
    columns.education[row] = EDUCATIONS.indexOf(post.educationMin);
    columns.experience[row] = post.experienceMonths;
    columns.certificateOccupation[row] = vocabulary.occupation(post.certOccupationCode);
    columns.certificateRank[row] = post.certLevel === null ? -1 : SKILL_LEVELS.indexOf(post.certLevel);
    columns.wantedCertificate[row] = vocabulary.occupation(post.certOccupationCode ?? post.occupationCode);
    columns.brand[row] = post.brandId === null ? -1 : vocabulary.brands.indexOf(post.brandId);
  }
  return columns;
}

function isOnOffer(post: PostFacts, rules: MatchingRules): boolean {
  const pay = bestPayOf(post);
  const floor = payFloorOf(post, rules);
  return post.open && post.openingsLeft > 0 && (pay === null || floor === null || pay >= floor);
}
