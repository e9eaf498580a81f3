import { keysOf } from "../documents/han.ts";

/** So many titles lead the first page. */
export const MOST_LEADS = 10;
/** Of so many titles, the most advertised, it is worked out how they sound. */
const SOUNDED = 100;
/** A character more in a title weighs as much as a fifth fewer posts of it: found on one half of the known-item questions, checked on the other. */
const PER_CHARACTER = 0.2;
/** A title that is just the words that were typed counts as much as another with e times as many posts. */
const JUST_THESE_WORDS = 1;

/** Spellings of one title: Java开发, JAVA 开发. */
export const plainTitle = (text: string) => text.normalize("NFKC").toLowerCase().replace(/[\s()（）]/g, "");

/** Whether a title holds the words letter by letter, capitals included. */
export function isAsTyped(title: string, text: string): boolean {
  const written = title.normalize("NFKC");
  return wordsOf(text).every((word) => written.includes(word));
}

const wordsOf = (text: string) => text.split(" ").filter((word) => word !== "");

/**
 * What most people mean who type such words: of the titles that hold all of them the most advertised first, with some favour for
 * short ones and for one that is just these words. `counts` are posts of each title among what was found, most
 * first. Words that no title says, of a firm or a place, are left aside.
 */
export function leadTitles(counts: ReadonlyMap<string, number>, text: string): string[] {
  const typed = wordsOf(text);
  const titles = [...counts.keys()].map((title, at) => ({ title, plain: plainTitle(title), sounds: at < SOUNDED && typed.some(isLatin) ? soundsOf(title) : [] }));
  const words = typed.map(plainTitle).filter((word) => titles.some((title) => says(title, word)));
  if (words.length === 0) return [];
  const posts = new Map<string, number>();
  for (const { plain, title } of titles) posts.set(plain, (posts.get(plain) ?? 0) + (counts.get(title) ?? 0));
  const asked = words.join("");
  const weight = (plain: string) => PER_CHARACTER * Array.from(plain).length - Math.log(posts.get(plain) ?? 1) - (plain === asked ? JUST_THESE_WORDS : 0);
  const once = new Map(titles.filter((title) => words.every((word) => says(title, word))).map((title) => [title.plain, title.title]));
  return [...once].map(([plain, title]) => ({ title, weight: weight(plain) })).sort((a, b) => a.weight - b.weight).slice(0, MOST_LEADS).map(({ title }) => title);
}

function isLatin(word: string): boolean {
  return /^[a-z]+$/i.test(word);
}

function soundsOf(title: string): string[] {
  const { pinyin, inner, initials } = keysOf(title);
  return [...pinyin, ...inner, ...initials];
}

function says(title: { plain: string; sounds: readonly string[] }, word: string): boolean {
  return title.plain.includes(word) || title.sounds.some((sound) => sound.startsWith(word));
}
