import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { changedPersonsSince } from "#app/data/matching-facts/changed-persons.server.ts";
import { countSeekers, streamSeekers } from "#app/data/matching-facts/seekers.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { assess, isMemberFor, isMonitored } from "#app/domain/matching/assess.ts";
import type { MatchingRules, PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { belongsTo, flagsOfPerson, PERSON, type PersonColumns, PersonColumnsBuilder } from "../columns/person-columns.ts";
import { postColumnsOf } from "../columns/post-columns.ts";
import { type Problem, problemOf } from "../columns/problem.ts";
import { Vocabulary } from "../columns/vocabulary.ts";
import { Best } from "../search/best.ts";
import { plainWorth, searchOf } from "../search/best-people.ts";
import { type PersonIndex, personIndexOf } from "../search/person-index.ts";
import { UNITS } from "../search/units.ts";

type LiveDeps = Pick<Deps, "pool" | "clock" | "crypto">;

export interface RankedPerson {
  personId: string;
  score: number;
  monitored: boolean;
  /** belongs to the brand whose post it is */
  member: boolean;
}

/** Price of somebody whose facts have changed since the columns were made: more than anybody can be worth. */
const OUTDATED = 0x3fffffff;
/** So many changed people are still looked at one by one; with more the columns are made anew. */
const MOST_CHANGED = 20_000;

/**
 * Everybody who looks for work, held as the provincial run holds them, so that a single post finds its best people in
 * milliseconds and by the same search. People who have changed since are judged from their facts, one by one.
 */
export class LivePeople {
  readonly asOf: Day;
  readonly #rules: MatchingRules;
  readonly #vocabulary: Vocabulary;
  readonly #persons: PersonColumns;
  readonly #index: PersonIndex;
  /** ids of the rows, ascending */
  readonly #ids: readonly string[];
  readonly #prices: Int32Array;
  readonly #changed = new Map<string, PersonFacts>();
  /** an index of the members alone, for each brand that a post has asked for */
  readonly #ofBrand = new Map<number, PersonIndex>();
  #seenUntil: Date;

  private constructor(made: { asOf: Day; rules: MatchingRules; vocabulary: Vocabulary; persons: PersonColumns; ids: readonly string[]; at: Date }) {
    this.asOf = made.asOf;
    this.#rules = made.rules;
    this.#vocabulary = made.vocabulary;
    this.#persons = made.persons;
    this.#ids = made.ids;
    this.#index = personIndexOf(problemOf(made.persons, postColumnsOf([], made.vocabulary, made.rules), made.vocabulary, made.rules));
    this.#prices = new Int32Array(made.persons.count);
    this.#seenUntil = made.at;
  }

  /** Holds the people given, in ascending order of their ids, as they are at an instant. */
  static async from(batches: AsyncIterable<PersonFacts[]> | Iterable<PersonFacts[]>, count: number, rules: MatchingRules, at: Date): Promise<LivePeople> {
    const vocabulary = new Vocabulary();
    const builder = new PersonColumnsBuilder(count, vocabulary, rules);
    const ids: string[] = [];
    for await (const batch of batches) {
      for (const person of batch) {
        if (person.placed || builder.count === count) continue;
        builder.add(person);
        ids.push(person.id);
      }
    }
    return new LivePeople({ asOf: rules.asOf, rules, vocabulary, persons: builder.finish(), ids, at });
  }

  /** Reads everybody of the province. */
  static async load(deps: LiveDeps): Promise<LivePeople> {
    const { pool, clock } = deps;
    const at = clock.now();
    const asOf = clock.today();
    const rules = await loadMatchingRules(pool, asOf);
    const count = Math.ceil((await countSeekers(pool, "")) * 1.02) + 1_000;
    return LivePeople.from(streamSeekers(deps, "", asOf), count, rules, at);
  }

  get count(): number {
    return this.#persons.count;
  }

  /** Whether it is better made anew: another day, when ages and certificates differ, or too much that has changed. */
  isStale(today: Day): boolean {
    return today !== this.asOf || this.#changed.size > MOST_CHANGED;
  }

  /** Takes in who has changed since it last looked. */
  async catchUp(deps: LiveDeps): Promise<void> {
    const { pool, clock } = deps;
    const now = clock.now();
    const ids = await changedPersonsSince(pool, this.#seenUntil);
    const facts = await loadPersonFacts(deps, ids, this.asOf);
    for (const id of ids) {
      const row = this.#rowOf(id);
      if (row >= 0) this.#prices[row] = OUTDATED;
      const person = facts.get(id);
      if (person) this.#changed.set(id, person);
      else this.#changed.delete(id);
    }
    this.#seenUntil = now;
  }

  /** The people whom a post may have and who fit it best, best first, at most `limit`: on a brand's post its members before all others, among equals monitored households first. */
  bestFor(post: PostFacts, limit: number): RankedPerson[] {
    const problem = problemOf(this.#persons, postColumnsOf([post], this.#vocabulary, this.#rules), this.#vocabulary, this.#rules);
    const mark = problem.posts.brand[0]!;
    const rows = new Map<number, number>();
    const best = new Best(limit);
    for (const index of mark < 0 ? [this.#index] : [this.#index, this.#membersOf(mark, problem)]) {
      searchOf(problem, index, plainWorth).fill(0, this.#prices, best);
      for (let at = 0; at < best.count; at += 1) rows.set(best.persons[at]!, best.values[at]! / UNITS);
    }
    const ranked = [...rows].map(([row, score]): RankedPerson => ({
      personId: this.#ids[row]!, score, monitored: (flagsOfPerson(this.#persons, row) & PERSON.MONITORED) !== 0, member: mark >= 0 && belongsTo(this.#persons, row, mark),
    }));
    for (const person of this.#changed.values()) {
      const verdict = assess(person, post, this.#rules);
      if (verdict.allowed) ranked.push({ personId: person.id, score: verdict.score, monitored: isMonitored(person), member: isMemberFor(person, post) });
    }
    ranked.sort((a, b) => Number(b.member) - Number(a.member) || b.score - a.score || Number(b.monitored) - Number(a.monitored) || (a.personId < b.personId ? -1 : 1));
    return ranked.slice(0, limit);
  }

  #membersOf(mark: number, problem: Problem): PersonIndex {
    const known = this.#ofBrand.get(mark) ?? personIndexOf(problem, (row) => belongsTo(this.#persons, row, mark));
    this.#ofBrand.set(mark, known);
    return known;
  }

  #rowOf(id: string): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    return this.#ids[low] === id ? low : -1;
  }
}
