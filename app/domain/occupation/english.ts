import type { Occupation } from "./occupation.ts";
import { OCCUPATIONS } from "./occupations.ts";

const MOST = 3;
const SHORTEST = 3;

/** welding, welder, welders: what is left tells the work. */
const stemOf = (word: string) => (/^.{3,}?(?=(?:ing|er|or)?s?$)/.exec(word) ?? [word])[0];
const stemsOf = (text: string) => text.toLowerCase().split(/[^a-z]+/).filter((word) => word !== "" && word !== "and").map(stemOf);

const NAMES = OCCUPATIONS.map((occupation) => ({ occupation, stems: stemsOf(occupation.en) }));

/**
 * The trades of the product's list whose English name holds every word of `text`, in any order; of several those that say the least
 * besides. Empty for a text with other letters than Latin ones.
 */
export function occupationsInEnglish(text: string): Occupation[] {
  const wanted = /^[a-z][a-z '-]*$/i.test(text) && text.trim().length >= SHORTEST ? stemsOf(text) : [];
  if (wanted.length === 0) return [];
  const found = NAMES.filter(({ stems }) => wanted.every((one) => stems.includes(one)));
  const fewest = Math.min(...found.map(({ stems }) => stems.length));
  return found.filter(({ stems }) => stems.length === fewest).slice(0, MOST).map(({ occupation }) => occupation);
}
