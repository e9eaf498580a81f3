import { type CodeWeight, type Lexicon, scaled } from "./lexicon.ts";

export interface CodedCues {
  code: string;
  cues: ReadonlyMap<string, number>;
}
export interface LearnOptions {
  /** how many times all is learned anew in another order; the mean counts, so that no order decides */
  orders?: number;
  rounds?: number;
  /** how far one title may move the weights */
  step?: number;
  /** weights below this are dropped */
  least?: number;
}

/** What is known of one cue so far, for the codes it was ever seen to matter to. */
interface CueState {
  slot: Map<number, number>;
  codes: number[];
  weight: number[];
  /** what averaging takes off: the average is weight − late ÷ steps */
  late: number[];
  /** of the orders learned in so far */
  mean: number[];
}
interface Row {
  code: number;
  cues: CueState[];
  values: number[];
}

/**
 * Learns which cues speak for which code from titles that people coded: a passive-aggressive classifier (Crammer and
 * others, 2006), averaged over all steps and over `orders` orders. Each title is looked at `rounds` times in orders that its
 * place alone decides, so the same titles in the same order give the same lexicon. Time grows with orders × rounds × titles ×
 * (cues × codes of a cue + all codes).
 */
export function learnLexicon(examples: readonly CodedCues[], { orders = 3, rounds = 5, step = 1, least = 0.05 }: LearnOptions = {}): Lexicon {
  const codes = [...new Set(examples.map(({ code }) => code))].sort();
  const place = new Map(codes.map((code, index) => [code, index]));
  const rarity = rarityOf(examples);
  const states = new Map<string, CueState>([...rarity.keys()].map((cue) => [cue, { slot: new Map(), codes: [], weight: [], late: [], mean: [] }]));
  const rows: Row[] = examples.map(({ code, cues }) => {
    const values = scaled(cues, rarity);
    return { code: place.get(code)!, cues: values.map(([cue]) => states.get(cue)!), values: values.map(([, value]) => value) };
  });
  const scores = new Float64Array(codes.length);
  for (let order = 0; order < orders; order += 1) {
    const steps = learnOnce(rows, scores, order * rounds, rounds, step);
    for (const state of states.values()) {
      state.weight.forEach((weight, at) => {
        state.mean[at] = (state.mean[at] ?? 0) + (weight - state.late[at]! / steps) / orders;
        state.weight[at] = 0;
        state.late[at] = 0;
      });
    }
  }
  return { rarity, weights: kept(states, codes, least) };
}

/** Learns in one order from weights of nought; answers how many steps the average is over. */
function learnOnce(rows: readonly Row[], scores: Float64Array, seed: number, rounds: number, step: number): number {
  let steps = 1;
  for (let round = 0; round < rounds; round += 1) {
    for (const index of shuffled(rows.length, seed + round)) {
      const row = rows[index]!;
      const rival = bestRival(row, scores);
      const loss = 1 - scores[row.code]! + scores[rival]!;
      if (loss > 0 && rival !== row.code) {
        const move = Math.min(step, loss / 2);
        row.cues.forEach((cue, i) => {
          change(cue, row.code, move * row.values[i]!, steps);
          change(cue, rival, -move * row.values[i]!, steps);
        });
      }
      steps += 1;
    }
  }
  return steps;
}

function kept(states: ReadonlyMap<string, CueState>, codes: readonly string[], least: number): Map<string, CodeWeight[]> {
  const weights = new Map<string, CodeWeight[]>();
  for (const [cue, { codes: known, mean }] of states) {
    const list = known
      .map((code, at): CodeWeight => [codes[code]!, Math.round(mean[at]! * 1_000) / 1_000])
      .filter(([, weight]) => Math.abs(weight) >= least)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    if (list.length > 0) weights.set(cue, list);
  }
  return weights;
}

function rarityOf(examples: readonly CodedCues[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { cues } of examples) for (const cue of cues.keys()) seen.set(cue, (seen.get(cue) ?? 0) + 1);
  return new Map([...seen].map(([cue, count]) => [cue, Math.log((examples.length + 1) / (count + 0.5))]));
}

function change(cue: CueState, code: number, by: number, steps: number) {
  let at = cue.slot.get(code);
  if (at === undefined) {
    at = cue.codes.push(code) - 1;
    cue.slot.set(code, at);
    cue.weight.push(0);
    cue.late.push(0);
  }
  cue.weight[at]! += by;
  cue.late[at]! += by * steps;
}

/** The code, other than the right one, that the weights speak for most; fills `scores`. */
function bestRival(row: Row, scores: Float64Array): number {
  scores.fill(0);
  row.cues.forEach(({ codes, weight }, i) => {
    const value = row.values[i]!;
    for (let at = 0; at < codes.length; at += 1) scores[codes[at]!]! += weight[at]! * value;
  });
  let rival = row.code === 0 && scores.length > 1 ? 1 : 0;
  for (let code = 0; code < scores.length; code += 1) if (code !== row.code && scores[code]! > scores[rival]!) rival = code;
  return rival;
}

/** A fixed order of 0 … size − 1 for each round (Fisher and Yates with a linear congruential generator). */
function shuffled(size: number, round: number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, index) => index);
  let state = (round * 2_654_435_761 + 1) >>> 0;
  for (let left = size - 1; left > 0; left -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 4_294_967_296) * (left + 1));
    [order[left], order[other]] = [order[other]!, order[left]!];
  }
  return order;
}
