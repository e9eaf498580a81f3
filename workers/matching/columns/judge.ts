import { WISHES_READ } from "#app/domain/matching/relation.ts";
import {
  certificatePoints, experiencePoints, housingPoints, NEGOTIABLE_WAGE_POINTS, occupationPoints, wagePoints, WEIGHTS,
} from "#app/domain/matching/score.ts";
import { ageIn, educationIn, flagsIn, isExpired, levelRankOf, PERSON, WORD, WORDS } from "./person-columns.ts";
import { PLACE_CLASS } from "./place-tables.ts";
import { isLocal, STREAM } from "./post-columns.ts";
import type { Problem } from "./problem.ts";

/** How an occupation stands to a person, strongest first, as the domain's relation. */
export const RELATION = { WISHED_FIRST: 0, WISHED: 1, CERTIFIED: 2, RELATED: 3, NONE: 4 } as const;
export const RELATION_POINTS = Float64Array.of(
  occupationPoints("WISHED_FIRST"), occupationPoints("WISHED"), occupationPoints("CERTIFIED"), occupationPoints("RELATED"), occupationPoints("NONE"));

export const REFUSED = -1;
/** Rank of a certificate that isn't there; -1 is one without a level. */
export const NO_CERTIFICATE = -2;

/** Relation of a person to an occupation (-1: none named), by rows. */
export function relationIn({ persons, groupOf }: Problem, person: number, occupation: number): number {
  if (occupation < 0) return RELATION.NONE;
  const { wishes, certificateStart, certificateOccupation } = persons;
  const first = person * WISHES_READ;
  if (wishes[first] === occupation) return RELATION.WISHED_FIRST;
  for (let nth = 1; nth < WISHES_READ; nth += 1) if (wishes[first + nth] === occupation) return RELATION.WISHED;
  for (let at = certificateStart[person]!; at < certificateStart[person + 1]!; at += 1) if (certificateOccupation[at] === occupation) return RELATION.CERTIFIED;
  const group = groupOf[occupation];
  for (let nth = 0; nth < WISHES_READ; nth += 1) {
    const wish = wishes[first + nth]!;
    if (wish >= 0 && groupOf[wish] === group) return RELATION.RELATED;
  }
  return RELATION.NONE;
}

/** Rank of a person's best valid certificate for an occupation, or NO_CERTIFICATE. */
export function bestRankIn({ persons }: Problem, person: number, occupation: number): number {
  let best: number = NO_CERTIFICATE;
  for (let at = persons.certificateStart[person]!; at < persons.certificateStart[person + 1]!; at += 1) {
    const word = persons.certificateWords[at]!;
    if (persons.certificateOccupation[at] === occupation && !isExpired(word) && levelRankOf(word) > best) best = levelRankOf(word);
  }
  return best;
}

export interface Judge {
  /** Chooses the post that the next scores are for. */
  open(post: number): void;
  /** Score of the person whose record begins at `at`, or REFUSED, when relation and certificate (for the one wanted) are known. */
  ofRecord(records: Int32Array, at: number, relation: number, held: number): number;
  /** Score of a person by row, or REFUSED. */
  ofPerson(person: number): number;
}

/**
 * Judges pairs by their rows: the same verdict and the same number as `assess` of the domain, which a property test
 * holds it against.
 */
export function judgeOf(problem: Problem): Judge {
  const { persons, posts, places, nearHomeKm } = problem;
  let onOffer = false;
  let stream = 0;
  let local = false;
  let work = 0;
  let ageFrom = 0;
  let ageTo = 0;
  let education = 0;
  let pay = 0;
  let low = 0;
  let high = 0;
  let housing = false;
  let occupation = 0;
  let wanted = 0;
  let asksCertificate = false;
  let needed = 0;
  let town = 0;
  let brand = 0;
  let experience = 0;

  const maySend = (flags: number, maxKm: number, placeClass: number, km: number): boolean => {
    if ((flags & PERSON.CAN_LEAVE) === 0) return km >= 0 && km <= (maxKm >= 0 ? maxKm : nearHomeKm);
    if (placeClass === PLACE_CLASS.IN_PROVINCE) return (flags & PERSON.IN_PROVINCE) !== 0 && (maxKm < 0 || (km >= 0 && km <= maxKm));
    return (flags & (placeClass === PLACE_CLASS.OUT_OF_PROVINCE ? PERSON.OUT_OF_PROVINCE : PERSON.OVERSEAS)) !== 0;
  };

  const inBrand = (records: Int32Array, at: number, flags: number): boolean => {
    if (records[at + WORD.BRAND] === brand) return true;
    if ((flags & PERSON.MORE_BRANDS) === 0) return false;
    const person = records[at + WORD.ROW]!;
    for (let nth = persons.brandStart[person]!; nth < persons.brandStart[person + 1]!; nth += 1) if (persons.brand[nth] === brand) return true;
    return false;
  };

  const ofRecord = (records: Int32Array, at: number, relation: number, held: number): number => {
    const state = records[at + WORD.STATE]!;
    const flags = flagsIn(state);
    if (!onOffer || (flags & PERSON.FREE) === 0) return REFUSED;
    if (stream === STREAM.WELFARE && (flags & PERSON.WELFARE) === 0) return REFUSED;
    if ((flags & PERSON.HALF_CAPACITY) !== 0 && (stream === STREAM.MARKET || stream === STREAM.WORKFARE)) return REFUSED;
    const age = ageIn(state);
    if (age < ageFrom || age > ageTo || educationIn(state) < education) return REFUSED;
    const minWage = records[at + WORD.MIN_WAGE]!;
    if (stream !== STREAM.WELFARE && pay >= 0 && pay < minWage) return REFUSED;
    const between = records[at + WORD.HOME]! * places.works + work;
    const placeClass = places.placeClass[between]!;
    if (local && places.sameCounty[between] === 0) return REFUSED;
    const needsHousing = (flags & PERSON.NEEDS_HOUSING) !== 0;
    if (placeClass !== PLACE_CLASS.IN_COUNTY) {
      if (needsHousing && !housing) return REFUSED;
      if (!maySend(flags, records[at + WORD.MAX_KM]!, placeClass, places.km[between]!)) return REFUSED;
    }
    if (relation === RELATION.NONE && !local) return REFUSED;
    if (asksCertificate && (held === NO_CERTIFICATE || held < needed)) return REFUSED;

    let points = RELATION_POINTS[relation]!;
    points += low < 0 ? NEGOTIABLE_WAGE_POINTS : wagePoints(low, high, minWage);
    points += town >= 0 && town === records[at + WORD.TOWN] ? WEIGHTS.distance : places.points[between]!;
    if (held !== NO_CERTIFICATE) points += certificatePoints(held, needed);
    if (brand >= 0 && inBrand(records, at, flags)) points += WEIGHTS.brand;
    points += housingPoints(housing, needsHousing);
    points += experiencePoints(experience, records[at + WORD.EXPERIENCE]!);
    return Math.round(points);
  };

  return {
    open(post) {
      onOffer = posts.capacity[post]! > 0;
      stream = posts.stream[post]!;
      local = isLocal(stream);
      work = posts.work[post]!;
      ageFrom = posts.ageFrom[post]!;
      ageTo = posts.ageTo[post]!;
      education = posts.education[post]!;
      pay = posts.best[post]!;
      low = posts.low[post]!;
      high = posts.high[post]!;
      housing = posts.housing[post] === 1;
      occupation = posts.occupation[post]!;
      wanted = posts.wantedCertificate[post]!;
      asksCertificate = posts.certificateOccupation[post]! >= 0;
      needed = posts.certificateRank[post]!;
      town = posts.town[post]!;
      brand = posts.brand[post]!;
      experience = posts.experience[post]!;
    },
    ofRecord,
    ofPerson: (person) => ofRecord(persons.records, person * WORDS, relationIn(problem, person, occupation), wanted < 0 ? NO_CERTIFICATE : bestRankIn(problem, person, wanted)),
  };
}
