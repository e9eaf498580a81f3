import { ageOn } from "#app/domain/dates.ts";
import { isMonitored } from "#app/domain/matching/assess.ts";
import type { MatchingRules, PersonFacts } from "#app/domain/matching/facts.ts";
import { WISHES_READ } from "#app/domain/matching/relation.ts";
import { EDUCATIONS, SKILL_LEVELS } from "#app/domain/terms.ts";
import { GrowingInt32, sharedInt32 } from "./shared-arrays.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What one bit each of a person's flags says. */
export const PERSON = {
  /** looks for work, may start, is not placed and can work at all: without it no pair is allowed */
  FREE: 1, CAN_LEAVE: 2, IN_PROVINCE: 4, OUT_OF_PROVINCE: 8, OVERSEAS: 16, NEEDS_HOUSING: 32, WELFARE: 64, MONITORED: 128, HALF_CAPACITY: 256,
  /** in more brands than the one in the record */
  MORE_BRANDS: 512,
  /** of a household lifted out of poverty or watched: first in line for a place to learn */
  FIRST_TO_LEARN: 1024,
} as const;

/**
 * What a score needs of a person beside occupations, in one block of words: it is read together, and by the million.
 * STATE packs flags (16 bits), age in years (8) and rank of education (8). MAX_KM and BRAND are -1 where there is none.
 */
export const WORD = { ROW: 0, MIN_WAGE: 1, TOWN: 2, STATE: 3, EXPERIENCE: 4, MAX_KM: 5, HOME: 6, BRAND: 7 } as const;
export const WORDS = 8;
export const flagsIn = (state: number) => state & 0xffff;
export const ageIn = (state: number) => (state >>> 16) & 0xff;
export const educationIn = (state: number) => state >>> 24;

/** A certificate in one number: rank of its level + 1, and whether it has run out. */
export const certificateWord = (levelRank: number, expired: boolean) => (levelRank + 1) | (expired ? 16 : 0);
export const levelRankOf = (word: number) => (word & 15) - 1;
export const isExpired = (word: number) => (word & 16) !== 0;

/** The facts of people, one row each, in memory that threads share. Pay is fen per month, distance km. */
export interface PersonColumns {
  count: number;
  /** WORDS a person */
  records: Int32Array;
  /** `WISHES_READ` numbers a person, -1 where there is none */
  wishes: Int32Array;
  /** the certificates of person i are at certificateStart[i] … certificateStart[i + 1]; refused and revoked ones are left out */
  certificateStart: Int32Array;
  certificateOccupation: Int32Array;
  certificateWords: Int32Array;
  brandStart: Int32Array;
  brand: Int32Array;
}

export const flagsOfPerson = ({ records }: PersonColumns, person: number) => flagsIn(records[person * WORDS + WORD.STATE]!);
export const homeOfPerson = ({ records }: PersonColumns, person: number) => records[person * WORDS + WORD.HOME]!;

/** Whether a person belongs to a brand, both by their rows; everybody's first brand stands in the record. */
export function belongsTo({ records, brandStart, brand }: PersonColumns, person: number, mark: number): boolean {
  if (records[person * WORDS + WORD.BRAND] === mark) return true;
  for (let nth = brandStart[person]!; nth < brandStart[person + 1]!; nth += 1) if (brand[nth] === mark) return true;
  return false;
}

/** Takes people one by one, in any number up to `capacity`, and keeps no object of them. */
export class PersonColumnsBuilder {
  readonly #columns: PersonColumns;
  readonly #occupations = new GrowingInt32();
  readonly #words = new GrowingInt32();
  readonly #brands = new GrowingInt32();
  readonly #vocabulary: Vocabulary;
  readonly #rules: MatchingRules;
  readonly #capacity: number;

  constructor(capacity: number, vocabulary: Vocabulary, rules: MatchingRules) {
    this.#vocabulary = vocabulary;
    this.#rules = rules;
    this.#capacity = capacity;
    this.#columns = {
      count: 0, records: sharedInt32(capacity * WORDS), wishes: sharedInt32(capacity * WISHES_READ), certificateStart: sharedInt32(capacity + 1),
      certificateOccupation: sharedInt32(0), certificateWords: sharedInt32(0), brandStart: sharedInt32(capacity + 1), brand: sharedInt32(0),
    };
  }

  get count(): number {
    return this.#columns.count;
  }

  /** Adds one person and gives the number of their row; throws a RangeError beyond the capacity. */
  add(person: PersonFacts): number {
    const columns = this.#columns;
    const row = columns.count;
    if (row >= this.#capacity) throw new RangeError(`more people than the ${this.#capacity} announced`);
    const { asOf } = this.#rules;
    const at = row * WORDS;
    const { records } = columns;
    records[at + WORD.ROW] = row;
    records[at + WORD.MIN_WAGE] = person.minWageFen;
    records[at + WORD.TOWN] = this.#vocabulary.towns.indexOf(person.homeTownCode);
    records[at + WORD.STATE] = flagsOf(person, this.#rules) | (Math.min(255, ageOn(person.birthDate, asOf)) << 16) | (EDUCATIONS.indexOf(person.education) << 24);
    records[at + WORD.EXPERIENCE] = person.experienceMonths;
    records[at + WORD.MAX_KM] = person.maxDistanceKm ?? -1;
    records[at + WORD.HOME] = this.#vocabulary.homes.indexOf(person.homeCountyCode, person.home);
    records[at + WORD.BRAND] = person.brandIds[0] === undefined ? -1 : this.#vocabulary.brands.indexOf(person.brandIds[0]);
    for (let nth = 0; nth < WISHES_READ; nth += 1) columns.wishes[row * WISHES_READ + nth] = this.#vocabulary.occupation(person.occupationCodes[nth] ?? null);
    for (const one of person.certificates) {
      if (!one.stands) continue;
      this.#occupations.push(this.#vocabulary.occupation(one.occupationCode));
      this.#words.push(certificateWord(one.level === null ? -1 : SKILL_LEVELS.indexOf(one.level), one.expiresOn !== null && one.expiresOn <= asOf));
    }
    for (const brandId of person.brandIds) this.#brands.push(this.#vocabulary.brands.indexOf(brandId));
    columns.count = row + 1;
    columns.certificateStart[row + 1] = this.#occupations.length;
    columns.brandStart[row + 1] = this.#brands.length;
    return row;
  }

  finish(): PersonColumns {
    return {
      ...this.#columns, certificateOccupation: this.#occupations.toShared(), certificateWords: this.#words.toShared(), brand: this.#brands.toShared(),
    };
  }
}

function flagsOf(person: PersonFacts, rules: MatchingRules): number {
  const free = person.seeking && person.availableFrom <= rules.asOf && !person.placed && person.labourCapacity !== "NONE";
  return (free ? PERSON.FREE : 0) | (person.canLeave ? PERSON.CAN_LEAVE : 0) | (person.willInProvince ? PERSON.IN_PROVINCE : 0)
    | (person.willOutOfProvince ? PERSON.OUT_OF_PROVINCE : 0) | (person.willOverseas ? PERSON.OVERSEAS : 0) | (person.needsHousing ? PERSON.NEEDS_HOUSING : 0)
    | (person.categories.some((kind) => rules.welfareCategories.includes(kind)) ? PERSON.WELFARE : 0) | (isMonitored(person) ? PERSON.MONITORED : 0)
    | (person.labourCapacity === "HALF" ? PERSON.HALF_CAPACITY : 0) | (person.brandIds.length > 1 ? PERSON.MORE_BRANDS : 0)
    | (isMonitored(person) || person.categories.includes("POVERTY_LIFTED") ? PERSON.FIRST_TO_LEARN : 0);
}
