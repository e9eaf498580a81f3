import { pinyin } from "pinyin-pro";
import { soundOf, syllablesOf } from "#search/documents/han.ts";

/** A posting as it was advertised, with the city it lies in. */
export interface KnownItem {
  title: string;
  cityCode: string;
  /** the city as people call it: 深圳 */
  city: string;
}

export const WAYS = ["words", "pinyin", "initials", "typo"] as const;
export type Way = (typeof WAYS)[number];
export type Questions = Record<Way, string>;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const WORD = /^(\p{Script=Han}{2,}|[a-z]{2,})$/iu;
const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** The words of a title that mean something by themselves: two characters or letters and more. */
export function wordsOf(title: string): string[] {
  const words = Array.from(segmenter.segment(title.normalize("NFKC")), ({ segment }) => segment);
  return [...new Set(words.filter((word) => WORD.test(word)))];
}

/** In how many titles each word stands. */
export function countWords(titles: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const title of titles) for (const word of wordsOf(title)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * What somebody types who remembers the two rarest words of a title and the city: as words, by sound, by first letters, and
 * with one character wrong. Every other wrong character is another one of the same sound, as an input method offers it;
 * the others are any character met in titles. Null where the title has fewer than two words.
 */
export function questionsFor(item: KnownItem, counts: ReadonlyMap<string, number>, characters: readonly string[], draw: () => number): Questions | null {
  const words = wordsOf(item.title).filter((word) => word !== item.city);
  const rarest = [...words].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, 2);
  if (rarest.length < 2 || !rarest.some(isHan)) return null;
  const two = words.filter((word) => rarest.includes(word));
  const asked = two.join(" ");
  return {
    words: `${asked} ${item.city}`,
    pinyin: `${two.map(soundOf).join(" ")} ${soundOf(item.city)}`,
    initials: [...two, item.city].map((word) => (isHan(word) ? syllablesOf(word).map((syllable) => syllable[0]).join("") : word)).join(" "),
    typo: `${mistype(asked, characters, draw)} ${item.city}`,
  };
}

const pick = <T>(from: readonly T[], draw: () => number): T => from[Math.floor(draw() * from.length)]!;

function mistype(asked: string, characters: readonly string[], draw: () => number): string {
  const typed = Array.from(asked);
  const at = pick(typed.flatMap((character, index) => (isHan(character) ? [index] : [])), draw);
  const right = typed[at]!;
  const sound = pinyin(right, { toneType: "none" });
  const homophones = draw() < 0.5 ? characters.filter((one) => one !== right && pinyin(one, { toneType: "none" }) === sound) : [];
  typed[at] = pick(homophones.length > 0 ? homophones : characters.filter((one) => one !== right), draw);
  return typed.join("");
}
