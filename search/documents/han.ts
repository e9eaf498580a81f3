import { pinyin } from "pinyin-pro";

const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_WORD = /[a-z][a-z0-9+#.]*/g;
/** Of a longer text only its beginning is made findable by inner words and by sound. */
const LONGEST_RUN = 24;
const LONGEST_JOIN = 8;
const LETTERS = /^[a-z]{2,}$/;
const INNER_WORDS = [2, 3];
const SPOKEN_WORDS = [2, 3, 4];

/** What a Chinese text can be found by besides its own words. */
export interface TextKeys {
  /** every two and three neighbouring characters: 氩弧, 弧焊, 氩弧焊 … */
  grams: string[];
  /** toneless syllables joined from each character on: gaojidianhangong, jidianhangong, dianhangong, hangong */
  pinyin: string[];
  /** syllables of two to four neighbours, for words that more words follow: gaoji, dianhan, dianhangong … */
  inner: string[];
  /** first letters from each character on, and of two to four neighbours: dhg, hg, dh */
  initials: string[];
  /** first letters of each unbroken run as a whole: dhg */
  letters: string[];
}

/** The unbroken runs of Chinese characters in a text, each cut to a bounded length. */
export function hanRuns(text: string): string[] {
  return Array.from(text.normalize("NFKC").matchAll(HAN_RUN), ([run]) => Array.from(run).slice(0, LONGEST_RUN).join(""));
}

/** Toneless syllables, one per character; ü is written v, as people type it. A character without a reading stays itself. */
export function syllablesOf(run: string): string[] {
  return pinyin(run, { toneType: "none", type: "array", v: true, traditional: false }).map((syllable) => syllable.toLowerCase());
}

/** A whole text by its sound, words of other scripts kept: 电焊工 CO2 → dianhangong co2 */
export function soundOf(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(HAN_RUN, (run) => ` ${syllablesOf(run).join("")} `).replace(/\s+/g, " ").trim();
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** A text by its sound, cut into words, so that how near two words stand counts by sound too: 软件开发 → ruanjian kaifa */
export function spokenWords(text: string): string {
  const cut = Array.from(segmenter.segment(text), ({ segment }) => segment).join(" ");
  return soundOf(cut);
}

/** Each Chinese character once: what is left to look for when its neighbour was mistyped. */
export function charactersOf(text: string): string[] {
  return [...new Set(hanRuns(text).flatMap((run) => Array.from(run)))];
}

const known = new Map<string, TextKeys>();
const KNOWN_TEXTS = 20_000;

/** Keys of a text; the newest 20,000 texts are remembered, since titles, places and trades repeat. */
export function keysOf(text: string): TextKeys {
  const remembered = known.get(text);
  if (remembered) return remembered;
  if (known.size >= KNOWN_TEXTS) for (const oldest of [...known.keys()].slice(0, KNOWN_TEXTS / 4)) known.delete(oldest);
  const keys = analyse(text);
  known.set(text, keys);
  return keys;
}

/** Of so many names of one trade the inner words count too; further ones are found as a whole. */
const NAMES_IN_DEPTH = 6;

/** By sound and by letters: what names of trades and firms are found by. The most usual names stand first. */
export function soundsOfNames(names: readonly string[]): { pinyin: string[]; initials: string[] } {
  const keys = names.map(keysOf);
  return {
    pinyin: union(keys.map((one, at) => (at < NAMES_IN_DEPTH ? one.pinyin : one.pinyin.slice(0, 1)))),
    initials: union(keys.slice(0, NAMES_IN_DEPTH).map((one) => one.letters)),
  };
}

function analyse(text: string): TextKeys {
  const grams = new Set<string>();
  const sounds = new Set<string>();
  const inner = new Set<string>();
  const initials = new Set<string>();
  const letters = new Set<string>();
  for (const run of hanRuns(text)) {
    const characters = Array.from(run);
    const syllables = syllablesOf(run);
    for (const length of INNER_WORDS) for (let at = 0; at + length <= characters.length; at++) grams.add(characters.slice(at, at + length).join(""));
    for (let at = 0; at < syllables.length; at++) {
      const tail = syllables.slice(at, at + LONGEST_JOIN);
      // A last syllable alone (gong, yuan) tells nothing; a word of one character is all there is.
      if (tail.length > 1 || syllables.length === 1) sounds.add(tail.join(""));
      for (const length of SPOKEN_WORDS) if (length < tail.length) inner.add(tail.slice(0, length).join(""));
      const first = tail.map((syllable) => Array.from(syllable)[0] ?? "").join("");
      if (!LETTERS.test(first)) continue;
      if (at === 0) letters.add(first);
      for (const length of [...SPOKEN_WORDS, LONGEST_JOIN]) initials.add(first.slice(0, length));
    }
  }
  for (const [word] of text.normalize("NFKC").toLowerCase().matchAll(LATIN_WORD)) sounds.add(word);
  for (const sound of sounds) inner.delete(sound);
  return { grams: [...grams], pinyin: [...sounds], inner: [...inner], initials: [...initials], letters: [...letters] };
}

function union(lists: readonly string[][]): string[] {
  return [...new Set(lists.flat())];
}
