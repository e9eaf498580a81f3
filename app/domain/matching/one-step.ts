import { placeClassOf } from "../region/place-class.ts";
import { type PlaceClass, SKILL_LEVELS, type SkillLevel } from "../terms.ts";
import { assess, isMemberFor, isMonitored } from "./assess.ts";
import type { CertificateFacts, MatchingRules, PersonFacts, PostFacts } from "./facts.ts";
import { WISHES_READ } from "./relation.ts";

/** How much further, and for how much less, is tried at a time. */
export const STEP_KM = 20;
export const STEP_FEN = 30_000;
/** As far as a wish may reach. */
const FARTHEST_KM = 5_000;

/** One thing that a person could change. */
export type Change =
  | { kind: "seeking" }
  | { kind: "available"; from: string }
  | { kind: "trade"; occupation: string }
  /** `level` null: any certificate of the occupation; `renew`: one of that level is held, but has run out */
  | { kind: "certificate"; occupation: string; level: SkillLevel | null; renew: boolean }
  | { kind: "distance"; moreKm: number; toKm: number }
  | { kind: "place"; placeClass: Exclude<PlaceClass, "IN_COUNTY"> }
  | { kind: "wage"; lessFen: number; toFen: number }
  | { kind: "housing" };

/** A change that by itself makes the pair allowed, what the pair is worth then, and whether it would come before the last who holds an opening. */
export type OneStep = Change & { score: number; ahead: boolean };

/** The holder of a full post who would be the first to give way; null where an opening is free. */
export interface LastHolder {
  score: number;
  monitored: boolean;
  /** belongs to the brand whose post it is */
  member: boolean;
}

/** Whether a claim comes before another: on a brand's post its member (plan art. 19), then the higher score, among equals the monitored household (art. 5). */
export function comesBefore(claim: LastHolder, other: LastHolder): boolean {
  if (claim.member !== other.member) return claim.member;
  return claim.score > other.score || (claim.score === other.score && claim.monitored && !other.monitored);
}

/**
 * Every single change that is enough: of a refused pair one that makes it allowed, of an allowed pair that came after
 * `last` one that brings it before them. Each is found by changing the facts and judging the pair anew; where a change
 * has a size, the smallest that is enough is given (20 km or 300 yuan at a time, the lowest level). Empty when the
 * pair is allowed and nothing was in its way, or when no single change is enough. A need for housing can be given up
 * but not claimed: it tells of the person's circumstances. `only` leaves out changes that are known not to help.
 */
export function oneStepShort(person: PersonFacts, post: PostFacts, rules: MatchingRules, last: LastHolder | null, only?: OnlySteps): OneStep[] {
  const claim = { monitored: isMonitored(person), member: isMemberFor(person, post) };
  const now = assess(person, post, rules);
  if (now.allowed && (last === null || comesBefore({ ...claim, score: now.score }, last))) return [];
  const judge = (changed: PersonFacts, change: Change): OneStep | null => {
    const verdict = assess(changed, post, rules);
    if (!verdict.allowed) return null;
    const ahead = last === null || comesBefore({ ...claim, score: verdict.score }, last);
    return now.allowed && !ahead ? null : { ...change, score: verdict.score, ahead };
  };
  return changesOf(person, post, rules).flatMap((sizes) => {
    let tried = 0;
    for (const { change, facts } of sizes) {
      if (only && (!only.kinds.includes(change.kind) || (tried += 1) > only.mostSizes)) return [];
      const step = judge({ ...person, ...facts }, change);
      if (step !== null) return [step];
    }
    return [];
  });
}

/** Which changes are tried, and how many sizes of each. */
export interface OnlySteps {
  kinds: readonly Change["kind"][];
  mostSizes: number;
}

interface Try {
  change: Change;
  facts: Partial<PersonFacts>;
}

/** The changes worth trying, each as its sizes from the smallest up. */
function changesOf(person: PersonFacts, post: PostFacts, rules: MatchingRules): Iterable<Try>[] {
  const placeClass = placeClassOf(person.homeCountyCode, post.countyCode);
  return [
    person.seeking ? [] : [{ change: { kind: "seeking" }, facts: { seeking: true } }],
    person.availableFrom <= rules.asOf ? [] : [{ change: { kind: "available", from: rules.asOf }, facts: { availableFrom: rules.asOf } }],
    trades(person, post),
    ...[...new Set([post.certOccupationCode, post.occupationCode])].flatMap((occupation) => (occupation === null ? [] : [certificates(person, occupation, rules)])),
    distances(person, rules),
    placeClass === "IN_COUNTY" ? [] : [{ change: { kind: "place", placeClass }, facts: WILLING[placeClass] }],
    wages(person),
    person.needsHousing ? [{ change: { kind: "housing" }, facts: { needsHousing: false } }] : [],
  ] satisfies Iterable<Try>[];
}

const WILLING: Record<Exclude<PlaceClass, "IN_COUNTY">, Partial<PersonFacts>> = {
  IN_PROVINCE: { willInProvince: true },
  OUT_OF_PROVINCE: { willOutOfProvince: true },
  OVERSEAS: { willOverseas: true },
};

function trades(person: PersonFacts, post: PostFacts): Try[] {
  const occupation = post.occupationCode;
  if (occupation === null || person.occupationCodes.length >= WISHES_READ || person.occupationCodes.includes(occupation)) return [];
  return [{ change: { kind: "trade", occupation }, facts: { occupationCodes: [...person.occupationCodes, occupation] } }];
}

function certificates(person: PersonFacts, occupation: string, rules: MatchingRules): Try[] {
  const held = person.certificates.filter((one) => one.stands && one.occupationCode === occupation);
  return [null, ...SKILL_LEVELS].map((level) => {
    const added: CertificateFacts = { occupationCode: occupation, kind: "SKILL_LEVEL", level, expiresOn: null, stands: true };
    const renew = held.some((one) => one.level === level && one.expiresOn !== null && one.expiresOn <= rules.asOf);
    return { change: { kind: "certificate", occupation, level, renew }, facts: { certificates: [...person.certificates, added] } };
  });
}

function* distances(person: PersonFacts, rules: MatchingRules): Iterable<Try> {
  const reach = person.maxDistanceKm ?? (person.canLeave ? null : rules.nearHomeKm);
  if (reach === null) return;
  for (let toKm = reach + STEP_KM; toKm <= FARTHEST_KM; toKm += STEP_KM) {
    yield { change: { kind: "distance", moreKm: toKm - reach, toKm }, facts: { maxDistanceKm: toKm } };
  }
}

function* wages(person: PersonFacts): Iterable<Try> {
  for (let asked = person.minWageFen; asked > 0; ) {
    asked = Math.max(0, asked - STEP_FEN);
    yield { change: { kind: "wage", lessFen: person.minWageFen - asked, toFen: asked }, facts: { minWageFen: asked } };
  }
}
