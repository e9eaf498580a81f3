import { placeClassOf } from "../region/place-class.ts";
import { SKILL_LEVELS } from "../terms.ts";
import { kmBetween } from "./eligibility.ts";
import type { MatchingRules, PersonFacts, PostFacts, Reason } from "./facts.ts";
import { type Relation, relationOf } from "./relation.ts";

/** What the parts of a score can reach; together 1,000. Sex, age and category have no part. */
export const WEIGHTS = { occupation: 400, wage: 200, distance: 150, certificate: 100, brand: 80, housing: 40, experience: 30 } as const;

const OCCUPATION_SHARE: Record<Relation, number> = { WISHED_FIRST: 1, WISHED: 0.8, CERTIFIED: 0.65, RELATED: 0.45, NONE: 0.1 };
const FAR_KM = 1_500;

/** Points for how the occupation fits, 0–400. */
export function occupationPoints(relation: Relation): number {
  return WEIGHTS.occupation * OCCUPATION_SHARE[relation];
}

/** Points for pay against the least acceptable one, all in fen per month, 0–200: half at exactly that pay, all at one and a half times it. */
export function wagePoints(lowFen: number, highFen: number, minWageFen: number): number {
  const ratio = (lowFen + highFen) / 2 / Math.max(minWageFen, LEAST_WISH_FEN);
  return WEIGHTS.wage * Math.min(1, Math.max(0, ratio - 0.5));
}
const LEAST_WISH_FEN = 100_000;
/** Points where the pay is negotiable. */
export const NEGOTIABLE_WAGE_POINTS = WEIGHTS.wage * 0.25;

/** Points for nearness, 0–150; `km` is whole kilometres, null where a place has no coordinates. */
export function distancePoints(sameTown: boolean, inCounty: boolean, km: number | null): number {
  if (sameTown) return WEIGHTS.distance;
  if (inCounty) return WEIGHTS.distance * 0.95;
  return km === null ? 0 : WEIGHTS.distance * 0.9 * Math.max(0, 1 - Math.sqrt(km / FAR_KM));
}

/** Points for a valid certificate; ranks are places in SKILL_LEVELS, -1 where a certificate or a post names no level. */
export function certificatePoints(bestRank: number, neededRank: number): number {
  return bestRank > neededRank && bestRank >= 0 ? WEIGHTS.certificate : WEIGHTS.certificate * 0.8;
}

/** Points for housing, 0, 10 or 40. */
export function housingPoints(offered: boolean, needed: boolean): number {
  if (!offered) return 0;
  return needed ? WEIGHTS.housing : WEIGHTS.housing / 4;
}

/** Points for experience where some is asked for, in months. */
export function experiencePoints(askedMonths: number, hadMonths: number): number {
  return askedMonths === 0 || hadMonths < askedMonths ? 0 : WEIGHTS.experience;
}

/** The worth of an allowed pair, a whole number from 0 to 1,000, and what it is made of, strongest part first. */
export function scoreOf(person: PersonFacts, post: PostFacts, rules: MatchingRules): { score: number; reasons: Reason[] } {
  const parts = Object.values(partsOf(person, post, rules));
  const score = Math.round(parts.reduce((sum, part) => sum + part.points, 0));
  const reasons = [...parts].sort((a, b) => b.points - a.points).flatMap((part) => part.reason ?? []);
  return { score, reasons };
}

/** The parts of a score, in the order in which they are shown. */
export const SCORE_PARTS = ["occupation", "wage", "distance", "certificate", "brand", "housing", "experience"] as const satisfies readonly (keyof typeof WEIGHTS)[];
export type ScorePart = (typeof SCORE_PARTS)[number];

/** The points of each part of a pair's score, from 0 to its weight; rounded together they are the score. */
export function pointsOf(person: PersonFacts, post: PostFacts, rules: MatchingRules): Record<ScorePart, number> {
  const parts = partsOf(person, post, rules);
  return Object.fromEntries(SCORE_PARTS.map((key) => [key, parts[key].points])) as Record<ScorePart, number>;
}

/** The same points as whole numbers that add up to the score: rounded down, and what is left given to the largest remainders. */
export function wholePoints(points: Record<ScorePart, number>): Record<ScorePart, number> {
  const whole = Object.fromEntries(SCORE_PARTS.map((part) => [part, Math.floor(points[part])])) as Record<ScorePart, number>;
  const sum = (of: Record<ScorePart, number>) => SCORE_PARTS.reduce((total, part) => total + of[part], 0);
  const left = Math.round(sum(points)) - sum(whole);
  const byRemainder = [...SCORE_PARTS].sort((a, b) => points[b] - whole[b] - (points[a] - whole[a]));
  for (const part of byRemainder.slice(0, left)) whole[part] += 1;
  return whole;
}

function partsOf(person: PersonFacts, post: PostFacts, rules: MatchingRules): Record<ScorePart, Part> {
  return {
    occupation: occupationPart(person, post), wage: wagePart(person, post), distance: distancePart(person, post), certificate: certificatePart(person, post, rules),
    brand: brandPart(person, post), housing: housingPart(person, post), experience: experiencePart(person, post),
  };
}

interface Part {
  points: number;
  reason: Reason | null;
}
const NOTHING: Part = { points: 0, reason: null };

function occupationPart(person: PersonFacts, post: PostFacts): Part {
  const relation = relationOf(person, post);
  const points = occupationPoints(relation);
  if (relation === "NONE" || post.occupationCode === null) return { points, reason: null };
  const code = relation === "RELATED" || relation === "CERTIFIED" ? "occupation-related" : "occupation-exact";
  return { points, reason: { code, params: { occupation: post.occupationCode } } };
}

function wagePart(person: PersonFacts, post: PostFacts): Part {
  const low = post.monthlyMinFen ?? post.monthlyMaxFen;
  const high = post.monthlyMaxFen ?? post.monthlyMinFen;
  if (low === null || high === null) return { points: NEGOTIABLE_WAGE_POINTS, reason: { code: "wage-negotiable" } };
  const points = wagePoints(low, high, person.minWageFen);
  const reason: Reason | null =
    high >= person.minWageFen ? { code: "wage-meets-wish", params: { minFen: low, maxFen: high, wishFen: person.minWageFen } } : null;
  return { points, reason };
}

function distancePart(person: PersonFacts, post: PostFacts): Part {
  const sameTown = post.townCode !== null && post.townCode === person.homeTownCode;
  const near = placeClassOf(person.homeCountyCode, post.countyCode) === "IN_COUNTY";
  const km = kmBetween(person, post);
  const points = distancePoints(sameTown, near, km);
  if (sameTown) return { points, reason: { code: "same-township" } };
  if (near) return { points, reason: { code: person.canLeave ? "same-county" : "cannot-leave-near-home" } };
  return km === null ? NOTHING : { points, reason: { code: "distance-km", params: { km } } };
}

function certificatePart(person: PersonFacts, post: PostFacts, rules: MatchingRules): Part {
  const wanted = post.certOccupationCode ?? post.occupationCode;
  if (wanted === null) return NOTHING;
  const levels = person.certificates
    .filter((one) => one.stands && one.occupationCode === wanted && (one.expiresOn === null || one.expiresOn > rules.asOf))
    .map((one) => (one.level === null ? -1 : SKILL_LEVELS.indexOf(one.level)));
  if (levels.length === 0) return NOTHING;
  const best = Math.max(...levels);
  const needed = post.certLevel === null ? -1 : SKILL_LEVELS.indexOf(post.certLevel);
  const params = { occupation: wanted, level: SKILL_LEVELS[best] ?? "" };
  const code = best > needed && best >= 0 ? "certificate-level-above" : "certificate-held";
  return { points: certificatePoints(best, needed), reason: { code, params } };
}

function brandPart(person: PersonFacts, post: PostFacts): Part {
  if (post.brandId === null || !person.brandIds.includes(post.brandId)) return NOTHING;
  return { points: WEIGHTS.brand, reason: { code: "brand-member", params: { brand: post.brandId } } };
}

function housingPart(person: PersonFacts, post: PostFacts): Part {
  const points = housingPoints(post.housing, person.needsHousing);
  return { points, reason: post.housing && person.needsHousing ? { code: "housing-offered" } : null };
}

function experiencePart(person: PersonFacts, post: PostFacts): Part {
  const points = experiencePoints(post.experienceMonths, person.experienceMonths);
  return points === 0 ? NOTHING : { points, reason: { code: "experience", params: { months: person.experienceMonths } } };
}
