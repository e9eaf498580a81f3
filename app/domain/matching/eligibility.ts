import { ageOn } from "../dates.ts";
import { distanceKm } from "../region/distance.ts";
import { placeClassOf } from "../region/place-class.ts";
import { EDUCATIONS, SKILL_LEVELS } from "../terms.ts";
import type { MatchingRules, PersonFacts, PostFacts, Reason, ReasonCode } from "./facts.ts";
import { relationOf } from "./relation.ts";

const refusal = (code: ReasonCode, params?: Reason["params"]): Reason => (params === undefined ? { code } : { code, params });

type Rule = (person: PersonFacts, post: PostFacts, rules: MatchingRules) => Reason | null;

/**
 * Every hard rule that forbids the pair, in plain order; an empty list means that it is allowed.
 * Sources: order of help, plan art. 6, 20, 21; working age, Labour Law; pay floor of welfare posts, 50 % of the
 * minimum wage (Shanxi 2023); the rest is what the person or the post states.
 */
export function refusalsOf(person: PersonFacts, post: PostFacts, rules: MatchingRules): Reason[] {
  return RULES.map((rule) => rule(person, post, rules)).filter((reason) => reason !== null);
}

/** Whether the pair is allowed; the same verdict as an empty `refusalsOf`, without making the reasons. */
export function isAllowed(person: PersonFacts, post: PostFacts, rules: MatchingRules): boolean {
  return RULES.every((rule) => rule(person, post, rules) === null);
}

const seeking: Rule = (person) => (person.seeking ? null : refusal("not-seeking"));

const available: Rule = (person, _post, rules) =>
  person.availableFrom <= rules.asOf ? null : refusal("not-yet-available", { from: person.availableFrom });

const free: Rule = (person) => (person.placed ? refusal("already-placed") : null);

const open: Rule = (_person, post) => (post.open ? null : refusal("post-closed"));

const hasOpening: Rule = (_person, post) => (post.openingsLeft > 0 ? null : refusal("no-opening-left"));

const occupation: Rule = (person, post) => {
  if (post.stream === "WELFARE" || post.stream === "WORKFARE") return null;
  return relationOf(person, post) === "NONE" ? refusal("occupation-unrelated") : null;
};

const stream: Rule = (person, post, rules) => {
  if (post.stream !== "WELFARE") return null;
  return person.categories.some((kind) => rules.welfareCategories.includes(kind)) ? null : refusal("stream-not-eligible");
};

const legalAge: Rule = (person, post, rules) => {
  const age = ageOn(person.birthDate, rules.asOf);
  const { from, to } = ageLimitsOf(post, rules);
  if (age < from) return refusal("age-below", { from });
  return to !== null && age > to ? refusal("age-above-legal", { to }) : null;
};

/** The ages in full years between which the law lets somebody hold the post; `to` is included, null where there is none. */
export function ageLimitsOf(post: PostFacts, rules: MatchingRules): { from: number; to: number | null } {
  const highest = post.welfareKind === "RANGER" ? rules.rangerMaxAge : rules.welfareMaxAge;
  return { from: lowestAge(post, rules), to: post.stream === "WELFARE" ? highest : null };
}

function lowestAge(post: PostFacts, rules: MatchingRules): number {
  if (post.welfareKind === "RANGER") return rules.rangerMinAge;
  const code = post.occupationCode ?? "";
  const hazardous = rules.hazardousOccupationPrefixes.some((prefix) => code.startsWith(prefix));
  return hazardous ? Math.max(rules.workingAge, rules.hazardousWorkAge) : rules.workingAge;
}

const capacity: Rule = (person, post) => {
  if (person.labourCapacity === "NONE") return refusal("labour-capacity");
  return person.labourCapacity === "HALF" && (post.stream === "MARKET" || post.stream === "WORKFARE") ? refusal("labour-capacity") : null;
};

const education: Rule = (person, post) =>
  EDUCATIONS.indexOf(person.education) >= EDUCATIONS.indexOf(post.educationMin)
    ? null
    : refusal("education-low", { needed: post.educationMin });

const certificate: Rule = (person, post, rules) => {
  if (post.certOccupationCode === null) return null;
  const params = { occupation: post.certOccupationCode, level: post.certLevel ?? "" };
  const held = person.certificates.filter((one) => one.occupationCode === post.certOccupationCode && one.stands);
  if (held.length === 0) return refusal("certificate-missing", params);
  const valid = held.filter((one) => one.expiresOn === null || one.expiresOn > rules.asOf);
  if (valid.length === 0) return refusal("certificate-expired", params);
  if (post.certLevel === null) return null;
  const needed = SKILL_LEVELS.indexOf(post.certLevel);
  return valid.some((one) => one.level !== null && SKILL_LEVELS.indexOf(one.level) >= needed) ? null : refusal("certificate-level-low", params);
};

const wageFloor: Rule = (_person, post, rules) => {
  const pay = bestPayOf(post);
  const floorFen = payFloorOf(post, rules);
  return pay !== null && floorFen !== null && pay < floorFen ? refusal("wage-below-floor", { floorFen }) : null;
};

/** The most the post pays, fen per month; null where it is negotiable. */
export function bestPayOf(post: PostFacts): number | null {
  return post.monthlyMaxFen ?? post.monthlyMinFen;
}

/** What the post must pay at least, fen per month; null where no minimum wage is known. */
export function payFloorOf(post: PostFacts, rules: MatchingRules): number | null {
  const minimum = rules.minimumWageFen(post.countyCode);
  if (minimum === null || post.stream !== "WELFARE") return minimum;
  return Math.ceil((minimum * rules.welfarePayFloorPct) / 100);
}

const wageWish: Rule = (person, post) => {
  const pay = bestPayOf(post);
  if (post.stream === "WELFARE" || pay === null || pay >= person.minWageFen) return null;
  return refusal("wage-below-wish", { wishFen: person.minWageFen, payFen: pay });
};

const place: Rule = (person, post, rules) => {
  const placeClass = placeClassOf(person.homeCountyCode, post.countyCode);
  if (placeClass === "IN_COUNTY") return null;
  const km = kmBetween(person, post);
  if (!person.canLeave) {
    const reach = person.maxDistanceKm ?? rules.nearHomeKm;
    return km !== null && km <= reach ? null : refusal("too-far", { km: km ?? -1, reach });
  }
  const willing = {
    IN_PROVINCE: person.willInProvince,
    OUT_OF_PROVINCE: person.willOutOfProvince,
    OVERSEAS: person.willOverseas,
  }[placeClass];
  if (!willing) return refusal("not-willing-place", { placeClass });
  if (person.maxDistanceKm !== null && placeClass === "IN_PROVINCE" && (km === null || km > person.maxDistanceKm)) {
    return refusal("too-far", { km: km ?? -1, reach: person.maxDistanceKm });
  }
  return null;
};

const localStreams: Rule = (person, post) => {
  if (post.stream !== "WELFARE" && post.stream !== "WORKFARE") return null;
  return person.homeCountyCode === post.countyCode ? null : refusal("too-far", { km: kmBetween(person, post) ?? -1, reach: 0 });
};

const housing: Rule = (person, post) => {
  const away = placeClassOf(person.homeCountyCode, post.countyCode) !== "IN_COUNTY";
  return person.needsHousing && away && !post.housing ? refusal("housing-missing") : null;
};

const RULES: readonly Rule[] = [
  seeking, available, free, open, hasOpening, stream, legalAge, capacity, occupation, education, certificate,
  wageFloor, wageWish, localStreams, place, housing,
];

/** Kilometres between the county seats, rounded; null where a place has no coordinates. */
export function kmBetween(person: PersonFacts, post: PostFacts): number | null {
  return person.home && post.place ? Math.round(distanceKm(person.home, post.place)) : null;
}
