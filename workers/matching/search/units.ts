import { PERSON } from "../columns/person-columns.ts";

/** Prices and values are whole numbers of this many units a point. */
export const UNITS = 256;
/** Equal scores are told apart by less than this, differently for each post, so that equal posts don't all ask for the same people. */
export const TIE_CLASSES = 16;
/** What a monitored household's claim weighs more among equals: with the ties far less than any difference in score. */
const MONITORED_FIRST = TIE_CLASSES;
/** The most that a value can lie above its score. */
export const HIGHEST_EXTRA = MONITORED_FIRST + TIE_CLASSES - 1;

/** The class of a person among equals. */
export const tieClassOf = (person: number) => Math.imul(person + 1, 0x9e3779b1) >>> 28;

/** What people of a class get from a post among equals, in units. */
export const tieOf = (tieClass: number, post: number) => (tieClass + (Math.imul(post + 1, 0x85ebca6b) >>> 28)) & (TIE_CLASSES - 1);

/** The value of a pair in units: its score, and what decides among equals. `flags` are the person's. */
export function valueOf(score: number, person: number, flags: number, post: number): number {
  return score * UNITS + tieOf(tieClassOf(person), post) + ((flags & PERSON.MONITORED) !== 0 ? MONITORED_FIRST : 0);
}

/** The most that a person of a tie class can be worth to a post beyond their score. */
export const extraOf = (tieClass: number, post: number) => MONITORED_FIRST + tieOf(tieClass, post);
