import { ageOn, type Day } from "../dates.ts";
import type { LabourCapacity, PersonCategoryKind, WelfareKind } from "../terms.ts";
import type { WelfareRules } from "./rules.ts";

/** What stands against an application; nobody can answer it away. */
export const BARS = ["age-below", "age-above", "category", "excluded", "no-capacity", "other-county"] as const;
/** What is asked about, and goes on once an answer is on record. */
export const QUESTIONS = ["household", "kin", "away"] as const;
export type Bar = (typeof BARS)[number];
export type Question = (typeof QUESTIONS)[number];

export interface Applicant {
  birthDate: Day;
  categories: readonly PersonCategoryKind[];
  labourCapacity: LabourCapacity;
  homeCountyCode: string;
  /** of the household hold or ask for a welfare post */
  householdPosts: number;
  /** declared relations with a cadre of the post's village */
  kin: number;
  /** a placement under way elsewhere: its post's title */
  awayAt: string | null;
}

export interface Check {
  code: Bar | Question;
  params?: Record<string, string | number>;
}

/**
 * What stands against a person in a welfare post, and what must be asked: age, category, local exclusions (data of the county, with its
 * document) and labour bar; a second post in the household, kin of village cadres and work elsewhere are asked about. `firstAge` is the
 * age kept from the first approval: a renewal is judged by it.
 */
export function checkApplicant(person: Applicant, post: { kind: WelfareKind; countyCode: string }, rules: WelfareRules, asOf: Day, firstAge: number | null = null): { bars: Check[]; questions: Check[] } {
  const age = firstAge ?? ageOn(person.birthDate, asOf);
  const bars: Check[] = [];
  if (age < rules.ageMin) bars.push({ code: "age-below", params: { age, limit: rules.ageMin } });
  if (age > rules.ageMax) bars.push({ code: "age-above", params: { age, limit: rules.ageMax } });
  if (!person.categories.some((kind) => rules.categories.includes(kind))) bars.push({ code: "category" });
  if (person.categories.some((kind) => rules.excluded.includes(kind))) bars.push({ code: "excluded", params: { document: rules.excludedBy ?? "" } });
  if (person.labourCapacity === "NONE") bars.push({ code: "no-capacity" });
  if (person.homeCountyCode !== post.countyCode) bars.push({ code: "other-county" });
  const questions: Check[] = [];
  if (person.householdPosts > 0) questions.push({ code: "household", params: { n: person.householdPosts } });
  if (person.kin > 0) questions.push({ code: "kin" });
  if (person.awayAt !== null) questions.push({ code: "away", params: { title: person.awayAt } });
  return { bars, questions };
}

export interface AnsweredCheck extends Check {
  answer: string;
}

/** The questions that have no answer yet. */
export function unanswered(questions: readonly Check[], answers: Partial<Record<Question, string>>): Check[] {
  return questions.filter((one) => (answers[one.code as Question] ?? "").trim().length < 2);
}
