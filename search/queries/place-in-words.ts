import { scopePrefix } from "#app/domain/region/codes.ts";
import { hanRuns, soundOf } from "../documents/han.ts";
import { shortPlaceName } from "../documents/place.ts";

/** Names of places as people type them, in characters and by sound, with the codes they may mean. */
export type PlaceNames = ReadonlyMap<string, readonly string[]>;

export interface TakenPlaces {
  /** what was typed without the places */
  text: string;
  /** conditions of the engine, one for each place */
  clauses: string[];
}

const LONGEST_NAME = 8;
const SHORTEST_SOUND = 5;

/** Full and short names, 太原市 and 太原; by sound only where it is long enough not to be something else. */
export function placeNames(regions: readonly { code: string; name: string }[]): PlaceNames {
  const names = new Map<string, string[]>();
  const add = (name: string, code: string) => {
    const codes = names.get(name);
    if (!codes) names.set(name, [code]);
    else if (!codes.includes(code)) codes.push(code);
  };
  for (const { code, name } of regions) {
    for (const form of new Set([name, shortPlaceName(name)])) {
      if (Array.from(form).length < 2) continue;
      add(form, code);
      const sound = soundOf(form);
      if (sound.length >= SHORTEST_SOUND && /^[a-z]+$/.test(sound)) add(sound, code);
    }
  }
  return names;
}

/**
 * Takes places out of what was typed: 太原 电焊工, 太原电焊工 and taiyuan dianhangong all mean welding work in
 * Taiyuan, and not a text that says Taiyuan. Null when there is none.
 */
export function takePlaces(q: string, names: PlaceNames): TakenPlaces | null {
  const clauses: string[] = [];
  const rest: string[] = [];
  const words = q.split(" ");
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const { place, left } = split(word, names);
    if (place === null) rest.push(word);
    else {
      clauses.push(conditionOf(names.get(place) ?? []));
      // 太原市小店区保安: what follows a place may begin with a narrower one
      if (left !== "") words.unshift(left);
    }
  }
  return clauses.length > 0 ? { text: rest.join(" ").trim(), clauses } : null;
}

/** A whole word, else the longest place that an unbroken Chinese run begins with, when a word of two characters is left. */
function split(word: string, names: PlaceNames): { place: string | null; left: string } {
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
