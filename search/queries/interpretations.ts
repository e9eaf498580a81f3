import { soundOf } from "../documents/han.ts";
import type { PostDocument } from "../documents/post.ts";
import { POST_SEARCHABLE } from "../indexes/posts.ts";

export type InterpretationKind = "AS_TYPED" | "BY_SOUND" | "JOINED" | "ONE_CHARACTER_OFF" | "IN_DESCRIPTION" | "SOME_WORDS";

/** One way to understand what was typed. */
export interface Interpretation {
  kind: InterpretationKind;
  /** what is looked for; shown to the seeker: 按读音 dianhangong 查找 */
  text: string;
  searchOn?: (keyof PostDocument)[];
  strategy: "all" | "last";
}

const WITHOUT_DESCRIPTION = POST_SEARCHABLE.filter((attribute) => attribute !== "description");
const SOUNDS: (keyof PostDocument)[] = ["titlePinyin", "occupationPinyin", "regionPinyin", "employerPinyin"];
const MOST_VARIANTS = 8;
const LONG_RUN = 4;

const words = new Intl.Segmenter("zh", { granularity: "word" });
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** The plain reading: every word must be there, somewhere that says what the post is. */
export function asTyped(q: string): Interpretation {
  return { kind: "AS_TYPED", text: q, strategy: "all", ...(q === "" ? {} : { searchOn: WITHOUT_DESCRIPTION }) };
}

/** Other readings for when the plain one finds too little, best first. */
export function otherReadings(q: string): Interpretation[] {
  if (q === "") return [];
  return [
    ...(hasHan(q) ? [...bySound(q), ...oneCharacterOff(q)] : joined(q)),
    { kind: "IN_DESCRIPTION", text: q, strategy: "all" },
    { kind: "SOME_WORDS", text: q, strategy: "last", searchOn: WITHOUT_DESCRIPTION },
  ];
}

/** Homophones and wrong picks of an input method: 电汗工 sounds like 电焊工. An unbroken run is also tried cut into words. */
function bySound(q: string): Interpretation[] {
  const whole = soundOf(q);
  const cut = q.split(" ").map((part) => (hasHan(part) && Array.from(part).length > LONG_RUN ? cutIntoWords(part) : part)).join(" ");
  const sounds = [...new Set([whole, soundOf(cut)])].filter((sound) => /[a-z]/.test(sound));
  return sounds.map((text) => ({ kind: "BY_SOUND", text, strategy: "all", searchOn: SOUNDS }));
}

/** 太原电汗工 → 太原 电汗工: single characters that make no word are kept together. */
function cutIntoWords(run: string): string {
  let cut = "";
  let loose = false;
  for (const { segment } of words.segment(run)) {
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
    kind: "ONE_CHARACTER_OFF",
    text: [...characters.slice(0, at), " ", ...characters.slice(at + 1)].join("").replace(/\s+/g, " ").trim(),
    strategy: "all",
    searchOn: WITHOUT_DESCRIPTION,
  }));
}

/** dian han gong → dianhangong */
function joined(q: string): Interpretation[] {
  return /^[a-z]+( [a-z]+)+$/i.test(q) ? [{ kind: "JOINED", text: q.replaceAll(" ", "").toLowerCase(), strategy: "all", searchOn: WITHOUT_DESCRIPTION }] : [];
}

