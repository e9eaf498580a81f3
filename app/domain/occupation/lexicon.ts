/** What cues say about codes: cue → [code, weight] pairs; learned by `learnLexicon`, read by `scoreCodes`. */
export interface Lexicon {
  /** how rare a cue is among the titles it was learned from: natural logarithm of titles ÷ titles with the cue */
  rarity: ReadonlyMap<string, number>;
  weights: ReadonlyMap<string, readonly CodeWeight[]>;
}
export type CodeWeight = readonly [code: string, weight: number];

/** The cues of one title scaled by rarity to length 1; cues that the lexicon does not know are left out. */
export function scaled(cues: ReadonlyMap<string, number>, rarity: ReadonlyMap<string, number>): [cue: string, value: number][] {
  const known: [string, number][] = [];
  let square = 0;
  for (const [cue, weight] of cues) {
    const rare = rarity.get(cue);
    if (rare === undefined) continue;
    known.push([cue, weight * rare]);
    square += (weight * rare) ** 2;
  }
  const length = Math.sqrt(square) || 1;
  return known.map(([cue, value]) => [cue, value / length]);
}

export interface ScoredCode {
  code: string;
  score: number;
  /** the cues that spoke most for it, strongest first, with their share of the score */
  because: readonly (readonly [cue: string, part: number])[];
}

/** The codes that the cues speak for, best first, at most `limit`; of equal scores the smaller code first. */
export function scoreCodes(lexicon: Lexicon, cues: ReadonlyMap<string, number>, limit: number): ScoredCode[] {
  const values = scaled(cues, lexicon.rarity);
  const sums = new Map<string, number>();
  for (const [cue, value] of values) {
    for (const [code, weight] of lexicon.weights.get(cue) ?? []) sums.set(code, (sums.get(code) ?? 0) + weight * value);
  }
  const best = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
  return best.map(([code, score]) => ({ code, score, because: reasons(lexicon, values, code) }));
}

const REASONS = 3;

function reasons(lexicon: Lexicon, values: readonly [string, number][], code: string) {
  const parts: [string, number][] = [];
  for (const [cue, value] of values) {
    const weight = lexicon.weights.get(cue)?.find(([one]) => one === code)?.[1] ?? 0;
    if (weight > 0) parts.push([cue, weight * value]);
  }
  return parts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, REASONS);
}
