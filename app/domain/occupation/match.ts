import { CRAFTS } from "./crafts.ts";
import { OCCUPATIONS, requireOccupation } from "./occupations.ts";
import { partsOfTitle, phrasesOf, withoutNoise } from "./title-words.ts";

export interface OccupationMatch {
  code: string;
  /** the occupation's name in Chinese */
  name: string;
  /** the words of the text that decided, as they stand in the list (small letters) */
  matched: string;
}

interface Entry extends OccupationMatch {
  /** an ASCII word must stand alone: "ui" is not in "build" */
  word: boolean;
}

const BY_FIRST = indexByFirst();

function indexByFirst(): ReadonlyMap<number, readonly Entry[]> {
  const index = new Map<number, Entry[]>();
  const taken = new Set<string>();
  const named = [
    ...OCCUPATIONS.map(({ code, zh, aliases }) => ({ code, zh, words: [zh, ...aliases] })),
    // a craft's words stand behind an occupation's own
    ...CRAFTS.map(({ occupationCode, zh, aliases }) => ({ code: occupationCode, zh: requireOccupation(occupationCode).zh, words: [zh, ...aliases] })),
  ];
  for (const { code, zh, words } of named) {
    for (const alias of words) {
      const matched = alias.toLowerCase();
      if (taken.has(matched)) continue;
      taken.add(matched);
      const first = matched.charCodeAt(0);
      const list = index.get(first) ?? [];
      list.push({ code, name: zh, matched, word: /^[\x20-\x7e]+$/.test(matched) });
      index.set(first, list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.matched.length - a.matched.length || (a.matched < b.matched ? -1 : 1));
  return index;
}

const isWordChar = (text: string, at: number) => /[a-z0-9+#]/.test(text.charAt(at));

/** The longest known word of one phrase (never the 化工 of 优化工程师); of words of the same length the last, because a Chinese noun's head stands last. */
function longestIn(text: string): Entry | null {
  let best: Entry | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const entries = BY_FIRST.get(text.charCodeAt(at));
    if (entries === undefined) continue;
    for (const entry of entries) {
      if (best !== null && entry.matched.length < best.matched.length) break;
      if (!text.startsWith(entry.matched, at)) continue;
      const end = at + entry.matched.length;
      if (entry.word && (isWordChar(text, at - 1) || isWordChar(text, end))) continue;
      if (text.charAt(end) === "程" && entry.matched.endsWith("工")) continue;
      best = entry;
      break;
    }
  }
  return best;
}

/** Of several phrases (电工/焊工) the one with the longest known word; of equals the one named first. */
function longest(text: string): Entry | null {
  let best: Entry | null = null;
  for (const phrase of phrasesOf(text)) {
    const found = longestIn(phrase);
    if (found !== null && (best === null || found.matched.length > best.matched.length)) best = found;
  }
  return best;
}

/**
 * The occupation that a job title or a person's own words name, or null. What stands after 招聘 comes first (the firm
 * stands before it), what stands in brackets last; the longest known name wins, so 汽车销售顾问 is a salesperson.
 */
export function matchOccupation(text: string): OccupationMatch | null {
  const { wanted, before, bracketed } = partsOfTitle(text);
  const found =
    longest(withoutNoise(wanted)) ??
    (before === "" ? null : longest(withoutNoise(before))) ??
    (bracketed === "" ? null : longest(withoutNoise(bracketed)));
  return found === null ? null : { code: found.code, name: found.name, matched: found.matched };
}
