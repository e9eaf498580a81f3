import { ageOn, type Day } from "../dates.ts";
import { PERSON_CATEGORIES, SEXES } from "../terms.ts";
import type { PersonFacts } from "./facts.ts";

export const AGE_BANDS = ["16-24", "25-34", "35-44", "45-54", "55-59", "60+"] as const;
const AGE_BAND_FROM = [0, 25, 35, 45, 55, 60];
/** As the register has them; UNKNOWN where no class was entered. */
export const COUNTY_CLASSES = ["DEMONSTRATION", "GENERAL", "KEY_SUPPORT", "UNKNOWN"] as const;
export type FairnessCountyClass = (typeof COUNTY_CLASSES)[number];
/** Nobody of the categories that are helped first. */
export const NO_CATEGORY = "NONE";

/** How a run served one group: people looking, those who got a proposal, and its mean score (null where nobody got one). */
export interface FairnessRow {
  group: string;
  people: number;
  placed: number;
  meanScore: number | null;
}

/** How a run served the groups of each kind; a person counts in every category that they are in. */
export interface FairnessReport {
  category: FairnessRow[];
  countyClass: FairnessRow[];
  sex: FairnessRow[];
  ageBand: FairnessRow[];
}

const CATEGORIES = [...PERSON_CATEGORIES, NO_CATEGORY] as const;
const CLASS_SHIFT = CATEGORIES.length;
const SEX_SHIFT = CLASS_SHIFT + 2;
const AGE_SHIFT = SEX_SHIFT + 1;

/** The groups of a person in one whole number, so that a million people's fit into four megabytes. */
export function fairnessWord(person: Pick<PersonFacts, "categories" | "sex" | "birthDate">, countyClass: FairnessCountyClass, asOf: Day): number {
  let word = person.categories.length === 0 ? 1 << (CATEGORIES.length - 1) : 0;
  for (const kind of person.categories) word |= 1 << PERSON_CATEGORIES.indexOf(kind);
  const age = ageOn(person.birthDate, asOf);
  const band = AGE_BAND_FROM.filter((from) => age >= from).length - 1;
  return word | (COUNTY_CLASSES.indexOf(countyClass) << CLASS_SHIFT) | (SEXES.indexOf(person.sex) << SEX_SHIFT) | (band << AGE_SHIFT);
}

class Counter {
  readonly #people: Float64Array;
  readonly #placed: Float64Array;
  readonly #score: Float64Array;
  readonly #groups: readonly string[];

  constructor(groups: readonly string[]) {
    this.#groups = groups;
    this.#people = new Float64Array(groups.length);
    this.#placed = new Float64Array(groups.length);
    this.#score = new Float64Array(groups.length);
  }

  add(group: number, score: number | null) {
    this.#people[group]! += 1;
    if (score === null) return;
    this.#placed[group]! += 1;
    this.#score[group]! += score;
  }

  rows(): FairnessRow[] {
    return this.#groups.map((group, at) => {
      const placed = this.#placed[at]!;
      return { group, people: this.#people[at]!, placed, meanScore: placed === 0 ? null : this.#score[at]! / placed };
    }).filter((row) => row.people > 0);
  }
}

/** Counts people and what they got, group by group. */
export class FairnessTally {
  readonly #category = new Counter(CATEGORIES);
  readonly #countyClass = new Counter(COUNTY_CLASSES);
  readonly #sex = new Counter(SEXES);
  readonly #ageBand = new Counter(AGE_BANDS);

  /** Adds a person by their `fairnessWord`; `score` is null for whoever got no proposal. */
  add(word: number, score: number | null) {
    for (let nth = 0; nth < CATEGORIES.length; nth += 1) if ((word & (1 << nth)) !== 0) this.#category.add(nth, score);
    this.#countyClass.add((word >>> CLASS_SHIFT) & 3, score);
    this.#sex.add((word >>> SEX_SHIFT) & 1, score);
    this.#ageBand.add(word >>> AGE_SHIFT, score);
  }

  report(): FairnessReport {
    return { category: this.#category.rows(), countyClass: this.#countyClass.rows(), sex: this.#sex.rows(), ageBand: this.#ageBand.rows() };
  }
}
