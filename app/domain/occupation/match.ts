import { OCCUPATIONS } from "./occupations.ts";

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

/** Said in titles to draw the eye; it is no part of any trade's name. */
const NOISE =
  /急招|急聘|急需|直招|直聘|诚聘|招聘(?!专员|师|顾问|经理|主管|助理|文员)|高薪|高收入|包吃包?住|包住|包食宿|五险一金|六险[一二]金|五险|双休|单休|年终奖|提成|无责|保底|底薪|轻松上手|长白班|不加班|不穿无尘服|月薪过万|月入过万|月均过万|收入过万|坐班|可?日结|周结|生熟手均可|学历不限|经验不限|大专学历|应届生?|实习生?|兼职|全职/g;
const BRACKETED = /[(（[【「<《][^)）\]】」>》]*[)）\]】」>》]?/g;

const BETWEEN = /[\s/、,;|·]+/;
const WANTED = /招聘(?!专员|师|顾问|经理|主管|助理|文员)|诚聘|急招|急聘|直招/;

const BY_FIRST = indexByFirst();

function indexByFirst(): ReadonlyMap<number, readonly Entry[]> {
  const index = new Map<number, Entry[]>();
  const taken = new Set<string>();
  for (const { code, zh, aliases } of OCCUPATIONS) {
    for (const alias of [zh, ...aliases]) {
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
  for (const phrase of text.split(BETWEEN)) {
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
  const plain = text.normalize("NFKC").toLowerCase();
  const outside = plain.replace(BRACKETED, " ");
  const wanted = outside.split(WANTED).at(-1)!;
  const found =
    longest(wanted.replace(NOISE, " ")) ??
    (wanted.length < outside.length ? longest(outside.replace(NOISE, " ")) : null) ??
    (outside.length < plain.length ? longest(plain.replace(NOISE, " ")) : null);
  return found === null ? null : { code: found.code, name: found.name, matched: found.matched };
}
