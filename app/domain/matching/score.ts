import { placeClassOf } from "../region/place-class.ts";
import { SKILL_LEVELS } from "../terms.ts";
import { kmBetween } from "./eligibility.ts";
import type { MatchingRules, PersonFacts, PostFacts, Reason } from "./facts.ts";
import { type Relation, relationOf } from "./relation.ts";

/** What the parts of a score can reach; together 1,000. Sex, age and category have no part. */
export const WEIGHTS = { occupation: 400, wage: 200, distance: 150, certificate: 100, brand: 80, housing: 40, experience: 30 } as const;

const OCCUPATION_SHARE: Record<Relation, number> = { WISHED_FIRST: 1, WISHED: 0.8, CERTIFIED: 0.65, RELATED: 0.45, NONE: 0.1 };
const FAR_KM = 1_500;

/** The worth of an allowed pair, a whole number from 0 to 1,000, and what it is made of, strongest part first. */
export function scoreOf(person: PersonFacts, post: PostFacts, rules: MatchingRules): { score: number; reasons: Reason[] } {
  const parts = [
    occupationPart(person, post), wagePart(person, post), distancePart(person, post), certificatePart(person, post, rules),
    brandPart(person, post), housingPart(person, post), experiencePart(person, post),
  ];
  const score = Math.round(parts.reduce((sum, part) => sum + part.points, 0));
  const reasons = [...parts].sort((a, b) => b.points - a.points).flatMap((part) => part.reason ?? []);
  return { score, reasons };
}

interface Part {
  points: number;
  reason: Reason | null;
}
const NOTHING: Part = { points: 0, reason: null };

function occupationPart(person: PersonFacts, post: PostFacts): Part {
  const relation = relationOf(person, post);
  const points = WEIGHTS.occupation * OCCUPATION_SHARE[relation];
  if (relation === "NONE" || post.occupationCode === null) return { points, reason: null };
  const code = relation === "RELATED" || relation === "CERTIFIED" ? "occupation-related" : "occupation-exact";
  return { points, reason: { code, params: { occupation: post.occupationCode } } };
}

/** Half the points at exactly the least acceptable pay, all of them at one and a half times that. */
function wagePart(person: PersonFacts, post: PostFacts): Part {
  const low = post.monthlyMinFen ?? post.monthlyMaxFen;
  const high = post.monthlyMaxFen ?? post.monthlyMinFen;
  if (low === null || high === null) return { points: WEIGHTS.wage * 0.25, reason: { code: "wage-negotiable" } };
  const wish = Math.max(person.minWageFen, 100_000);
  const ratio = (low + high) / 2 / wish;
  const points = WEIGHTS.wage * Math.min(1, Math.max(0, ratio - 0.5));
  const reason: Reason | null =
    high >= person.minWageFen ? { code: "wage-meets-wish", params: { minFen: low, maxFen: high, wishFen: person.minWageFen } } : null;
  return { points, reason };
}

function distancePart(person: PersonFacts, post: PostFacts): Part {
  if (post.townCode !== null && post.townCode === person.homeTownCode) return { points: WEIGHTS.distance, reason: { code: "same-township" } };
  const near = placeClassOf(person.homeCountyCode, post.countyCode) === "IN_COUNTY";
  if (near) {
    return { points: WEIGHTS.distance * 0.95, reason: { code: person.canLeave ? "same-county" : "cannot-leave-near-home" } };
  }
  const km = kmBetween(person, post);
  if (km === null) return NOTHING;
  const points = WEIGHTS.distance * 0.9 * Math.max(0, 1 - Math.sqrt(km / FAR_KM));
  return { points, reason: { code: "distance-km", params: { km } } };
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
  return best > needed && best >= 0
    ? { points: WEIGHTS.certificate, reason: { code: "certificate-level-above", params } }
    : { points: WEIGHTS.certificate * 0.8, reason: { code: "certificate-held", params } };
}

function brandPart(person: PersonFacts, post: PostFacts): Part {
  if (post.brandId === null || !person.brandIds.includes(post.brandId)) return NOTHING;
  return { points: WEIGHTS.brand, reason: { code: "brand-member", params: { brand: post.brandId } } };
}

function housingPart(person: PersonFacts, post: PostFacts): Part {
  if (!post.housing) return NOTHING;
  return { points: person.needsHousing ? WEIGHTS.housing : WEIGHTS.housing / 4, reason: person.needsHousing ? { code: "housing-offered" } : null };
}

function experiencePart(person: PersonFacts, post: PostFacts): Part {
  if (post.experienceMonths === 0 || person.experienceMonths < post.experienceMonths) return NOTHING;
  return { points: WEIGHTS.experience, reason: { code: "experience", params: { months: person.experienceMonths } } };
}
