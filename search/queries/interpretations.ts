import { occupationsInEnglish } from "#app/domain/occupation/english.ts";
import { soundOf } from "../documents/han.ts";
import type { PostDocument } from "../documents/post.ts";
import { POST_SEARCHABLE } from "../indexes/posts.ts";

export type InterpretationKind = "AS_TYPED" | "IN_ENGLISH" | "BY_SOUND" | "JOINED" | "ONE_CHARACTER_OFF" | "IN_DESCRIPTION" | "SOME_WORDS";

/** One way to understand what was typed. */
export interface Interpretation {
  kind: InterpretationKind;
  /** what is looked for; shown to the seeker: 按读音 dianhangong 查找 */
  text: string;
  searchOn?: (keyof PostDocument)[];
  strategy: "all" | "last";
  /** whether places named in the words narrow the search to posts there */
  inPlace: boolean;
  /** short Chinese words must stand as they are, not as characters strewn about */
  exact: boolean;
}

const WITHOUT_DESCRIPTION = POST_SEARCHABLE.filter((attribute) => attribute !== "description" && attribute !== "characters");
/** A character whose neighbour was mistyped is a word in no dictionary: it is looked for by itself, in what the post is called. */
const WITH_CHARACTERS: (keyof PostDocument)[] = ["title", "grams", "occupation", "characters"];
const SOUNDS: (keyof PostDocument)[] = ["titleSound", "titlePinyin", "occupationPinyin", "regionPinyin", "employerPinyin"];
const MOST_VARIANTS = 8;
const LONG_RUN = 4;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const plain = { searchOn: WITHOUT_DESCRIPTION as (keyof PostDocument)[], strategy: "all" as const, inPlace: true, exact: false };

/** The plain reading: every word must be there, somewhere that says what the post is, and the post must lie in the places named. */
export function asTyped(text: string): Interpretation {
  const { searchOn, ...rest } = plain;
  const where = hasHan(text) ? searchOn.filter((attribute) => attribute !== "titleSound") : searchOn;
  return { kind: "AS_TYPED", text, ...rest, exact: true, ...(text === "" ? {} : { searchOn: where }) };
}

/** Other readings for when the plain one finds too little, best first. `text` is what is left of `q` without the places in it. */
export function otherReadings(q: string, text: string): Interpretation[] {
  const readings: Interpretation[] = [];
  if (q === "") return [];
  if (text !== q) readings.push({ ...asTyped(q), inPlace: false });
  if (text !== "") readings.push(...(hasHan(text) ? [...bySound(text), ...oneCharacterOff(text)] : [...inEnglish(text), ...joined(text)]));
  readings.push({ kind: "IN_DESCRIPTION", text: q, strategy: "all", inPlace: false, exact: false });
  if (text.includes(" ") || text === q) readings.push({ ...plain, kind: "SOME_WORDS", text, strategy: "last" });
  if (text !== q && text !== "") readings.push({ ...plain, kind: "SOME_WORDS", text, inPlace: false });
  return readings;
}

/** How the engine is asked: `"焊工"` stands for the two characters side by side. Longer words are left to the engine's dictionary. */
export function engineQuery({ text, exact }: Interpretation): string {
  return exact ? text.split(" ").map((word) => (/^\p{Script=Han}{2,3}$/u.test(word) ? `"${word}"` : word)).join(" ") : text;
}

/** The same reading letter by letter: no letter may differ and no word may go on. */
export function letterByLetter(reading: Interpretation): string {
  return reading.text.split(" ").map((word) => `"${word}"`).join(" ");
}

/** welder → 焊工 */
function inEnglish(q: string): Interpretation[] {
  return occupationsInEnglish(q).map(({ zh }) => ({ ...asTyped(zh), kind: "IN_ENGLISH" }));
}

/** Homophones and wrong picks of an input method: 电汗工 sounds like 电焊工. An unbroken run is also tried cut into words. */
function bySound(q: string): Interpretation[] {
  const whole = soundOf(q);
  const cut = q.split(" ").map((part) => (hasHan(part) && Array.from(part).length > LONG_RUN ? cutIntoWords(part) : part)).join(" ");
  const sounds = [...new Set([whole, soundOf(cut)])].filter((sound) => /[a-z]/.test(sound));
  return sounds.map((text) => ({ ...plain, kind: "BY_SOUND", text, searchOn: SOUNDS }));
}

/** 太原电汗工 → 太原 电汗工: single characters that make no word are kept together. */
function cutIntoWords(run: string): string {
  let cut = "";
  let loose = false;
  for (const { segment } of segmenter.segment(run)) {
    const single = Array.from(segment).length === 1;
    cut += cut !== "" && !(single && loose) ? ` ${segment}` : segment;
    loose = single;
  }
  return cut;
}

/** 厨帅: each character in turn is taken for the mistyped one and left out. */
function oneCharacterOff(q: string): Interpretation[] {
  const characters = Array.from(q);
  const han = characters.flatMap((character, at) => (hasHan(character) ? [at] : []));
  if (han.length < 2 || han.length > MOST_VARIANTS * 2) return [];
  return han.slice(0, MOST_VARIANTS).map((at) => ({
    ...plain,
    kind: "ONE_CHARACTER_OFF",
    searchOn: WITH_CHARACTERS,
    exact: true,
    text: [...characters.slice(0, at), " ", ...characters.slice(at + 1)].join("").replace(/\s+/g, " ").trim(),
  }));
}

/** dian han gong → dianhangong */
function joined(q: string): Interpretation[] {
  return /^[a-z]+( [a-z]+)+$/i.test(q) ? [{ ...plain, kind: "JOINED", text: q.replaceAll(" ", "").toLowerCase() }] : [];
}

