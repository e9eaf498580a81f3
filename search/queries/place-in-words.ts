import { scopePrefix } from "#app/domain/region/codes.ts";
import { hanRuns, soundOf } from "../documents/han.ts";
import { shortPlaceName } from "../documents/place.ts";

/** Names of places as people type them, in characters and by sound, with the codes they may mean. */
export interface PlaceNames {
  names: ReadonlyMap<string, readonly string[]>;
  /** sounds of cities too short to be sure of (xian, wuxi): they count only beside other words */
  shortSounds: ReadonlyMap<string, readonly string[]>;
}

export interface TakenPlaces {
  /** what was typed without the places */
  text: string;
  /** conditions of the engine, all of which hold */
  clauses: string[];
}

const LONGEST_NAME = 8;
const SHORTEST_SOUND = 5;
const SHORTEST_CITY_SOUND = 4;

/** Full and short names, 太原市 and 太原; by sound only where it is long enough not to be something else. */
export function placeNames(regions: readonly { code: string; name: string }[]): PlaceNames {
  const names = new Map<string, string[]>();
  const shortSounds = new Map<string, string[]>();
  for (const { code, name } of regions) {
    for (const form of new Set([name, shortPlaceName(name)])) {
      if (Array.from(form).length < 2) continue;
      add(names, form, code);
      const sound = soundOf(form);
      if (!/^[a-z]+$/.test(sound)) continue;
      if (sound.length >= SHORTEST_SOUND) add(names, sound, code);
      else if (sound.length >= SHORTEST_CITY_SOUND && scopePrefix(code).length === 4) add(shortSounds, sound, code);
    }
  }
  return { names, shortSounds };
}

function add(to: Map<string, string[]>, name: string, code: string): void {
  const codes = to.get(name);
  if (!codes) to.set(name, [code]);
  else if (!codes.includes(code)) codes.push(code);
}

/** A word of what was typed, with the codes of the place it may name. */
interface Word {
  text: string;
  codes: readonly string[] | null;
}

/**
 * Takes places out of what was typed: 太原 电焊工, 太原电焊工 and taiyuan dianhangong all mean welding work in
 * Taiyuan, and not a text that says Taiyuan. Two places apart mean either; where a sound contradicts another place, the
 * smaller of the two is a word (in shuju fenxi guangzhou nobody means the county of Fenxi). Null when there is none.
 */
export function takePlaces(q: string, places: PlaceNames): TakenPlaces | null {
  const words: Word[] = [];
  const waiting = q.split(" ");
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    const { place, left } = split(word, places.names);
    words.push({ text: place ?? word, codes: place === null ? null : places.names.get(place)! });
    // 太原市小店区保安: what follows a place may begin with a narrower one
    if (place !== null && left !== "") waiting.unshift(left);
  }
  if (words.length > 1) for (const word of words) word.codes ??= places.shortSounds.get(word.text.toLowerCase()) ?? null;
  for (const word of words) if (words.some((other) => yields(word, other))) word.codes = null;
  const taken = words.filter((word): word is Word & { codes: readonly string[] } => word.codes !== null);
  if (taken.length === 0) return null;
  const clauses = taken.map(({ codes }) => conditionOf(codes));
  const apart = taken.some((one) => taken.some((other) => one !== other && !nested(one.codes, other.codes)));
  return {
    text: words.filter(({ codes }) => codes === null).map(({ text }) => text).join(" ").trim(),
    clauses: apart ? [`(${[...new Set(clauses)].join(" OR ")})`] : clauses,
  };
}

/** Whether a place told by its sound gives way to another: they contradict each other and the other is the wider one. */
function yields(word: Word, other: Word): boolean {
  if (word === other || word.codes === null || other.codes === null || nested(word.codes, other.codes)) return false;
  const width = (codes: readonly string[]) => Math.min(...codes.map((code) => scopePrefix(code).length));
  return /^[a-z]+$/i.test(word.text) && width(word.codes) > width(other.codes);
}

function nested(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => scopePrefix(one).startsWith(scopePrefix(other)) || scopePrefix(other).startsWith(scopePrefix(one))));
}

/** A whole word, else the longest place that an unbroken Chinese run begins with, when a word of two characters is left. */
function split(word: string, names: PlaceNames["names"]): { place: string | null; left: string } {
  const whole = word.toLowerCase();
  if (names.has(whole)) return { place: whole, left: "" };
  if (hanRuns(word)[0] !== word) return { place: null, left: word };
  const characters = Array.from(word);
  for (let length = Math.min(LONGEST_NAME, characters.length - 2); length >= 2; length--) {
    const head = characters.slice(0, length).join("");
    if (names.has(head)) return { place: head, left: characters.slice(length).join("") };
  }
  return { place: null, left: word };
}

function conditionOf(codes: readonly string[]): string {
  const clauses = codes.map((code) => {
    const prefix = scopePrefix(code);
    if (prefix.length === 2 || !/^\d/.test(code)) return `provinceCode = ${code}`;
    return `${prefix.length === 4 ? "cityCode" : "countyCode"} = ${code}`;
  });
  return clauses.length === 1 ? clauses[0]! : `(${clauses.join(" OR ")})`;
}
