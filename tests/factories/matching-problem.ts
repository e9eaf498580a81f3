import fc from "fast-check";
import type { PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import { PersonColumnsBuilder } from "#workers/matching/columns/person-columns.ts";
import { postColumnsOf } from "#workers/matching/columns/post-columns.ts";
import { type Problem, problemOf } from "#workers/matching/columns/problem.ts";
import { Vocabulary } from "#workers/matching/columns/vocabulary.ts";
import { anyPerson, anyPost } from "./any-facts.ts";
import { exampleRules } from "./example-facts.ts";

export interface Facts {
  persons: PersonFacts[];
  posts: PostFacts[];
}

/** Somebody whom few of the rules keep from anything. */
const willing = anyPerson.map((person): PersonFacts => ({
  ...person, birthDate: `19${70 + (person.experienceMonths % 30)}-03-05`, placed: false, seeking: true, availableFrom: "2026-01-01", willInProvince: true, maxDistanceKm: null,
  labourCapacity: "FULL", minWageFen: person.minWageFen % 300_000,
}));

/** A post that few of the rules keep anybody from. */
const easy = fc.tuple(anyPost, fc.boolean()).map(([post, asksCertificate]): PostFacts => ({
  ...post, open: true, openingsLeft: Math.max(1, post.openingsLeft), occupationCode: post.occupationCode ?? "6-18-02-04", educationMin: "NONE",
  certOccupationCode: asksCertificate ? post.certOccupationCode : null,
}));

/** People and posts up to these numbers, of every kind that the rules tell apart, most of them apt to be matched. */
export const anyFacts = (persons: number, posts: number): fc.Arbitrary<Facts> =>
  fc.record({
    persons: fc.array(fc.oneof({ weight: 1, arbitrary: anyPerson }, { weight: 4, arbitrary: willing }), { minLength: 1, maxLength: persons, size: "max" }),
    posts: fc.array(fc.oneof({ weight: 1, arbitrary: anyPost }, { weight: 4, arbitrary: easy }), { minLength: 1, maxLength: posts, size: "max" }),
  });

/** The same facts as columns, rows in the order given. */
export function columnsOf({ persons, posts }: Facts): Problem {
  const vocabulary = new Vocabulary();
  const builder = new PersonColumnsBuilder(persons.length, vocabulary, exampleRules);
  for (const person of persons) builder.add(person);
  const postColumns = postColumnsOf(posts, vocabulary, exampleRules);
  return problemOf(builder.finish(), postColumns, vocabulary, exampleRules);
}
