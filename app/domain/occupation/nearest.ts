import { OCCUPATIONS } from "./occupations.ts";
import { partsOfTitle, withoutNoise } from "./title-words.ts";

interface Known {
  code: string;
  word: string;
  length: number;
}
interface Index {
  known: readonly Known[];
  /** gram → places in `known` */
  holders: ReadonlyMap<string, readonly number[]>;
  rarity: ReadonlyMap<string, number>;
}

export interface NearWord {
  code: string;
  /** the word of the list that is nearest */
  matched: string;
  /** cosine of the two over rare runs of characters, 0 to 1 */
  likeness: number;
}

const LEAST_LIKENESS = 0.1;
const HAN = /\p{Script=Han}+|[a-z][a-z0-9+#]*/gu;

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const word of text.match(HAN) ?? []) {
    if (/^[a-z]/.test(word)) {
      grams.add(word);
      continue;
    }
    for (let at = 0; at + 2 <= word.length; at += 1) grams.add(word.slice(at, at + 2));
    grams.add(`${word.slice(-1)}$`);
    if (word.length === 1) grams.add(word);
  }
  return grams;
}

const INDEX = buildIndex();

function buildIndex(): Index {
  const words = OCCUPATIONS.flatMap(({ code, zh, aliases }) => [zh, ...aliases].map((word) => ({ code, word: word.toLowerCase() })));
  const holders = new Map<string, number[]>();
  words.forEach(({ word }, at) => {
    for (const gram of gramsOf(word)) {
      const list = holders.get(gram);
      if (list) list.push(at);
      else holders.set(gram, [at]);
    }
  });
  const rarity = new Map([...holders].map(([gram, list]) => [gram, Math.log((words.length + 1) / (list.length + 0.5))]));
  return { known: words.map((one) => ({ ...one, length: lengthOf(gramsOf(one.word), rarity) })), holders, rarity };
}

function lengthOf(grams: ReadonlySet<string>, rarity: ReadonlyMap<string, number>): number {
  const most = Math.log(OCCUPATIONS.length * 10);
  return Math.sqrt([...grams].reduce((sum, gram) => sum + (rarity.get(gram) ?? most) ** 2, 0));
}

/**
 * The word of the product's own list that shares the rarest runs of characters with a title, and its occupation: a guess for titles in
 * which no listed word stands. Null when no word is like it.
 */
export function nearestListed(text: string): NearWord | null {
  const { wanted, before, bracketed } = partsOfTitle(text);
  for (const part of [wanted, before, bracketed]) {
    const found = nearestIn(withoutNoise(part));
    if (found) return found;
  }
  return null;
}

function nearestIn(text: string): NearWord | null {
  const grams = gramsOf(text);
  const length = lengthOf(grams, INDEX.rarity);
  const shared = new Map<number, number>();
  for (const gram of grams) {
    for (const at of INDEX.holders.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + INDEX.rarity.get(gram)! ** 2);
  }
  let best: NearWord | null = null;
  for (const [at, sum] of shared) {
    const { code, word, length: own } = INDEX.known[at]!;
    const likeness = sum / (own * length);
    if (likeness < LEAST_LIKENESS || (best && (likeness < best.likeness || (likeness === best.likeness && word >= best.matched)))) continue;
    best = { code, matched: word, likeness };
  }
  return best;
}
