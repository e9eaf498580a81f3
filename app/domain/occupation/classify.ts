import { cuesOf } from "./cues.ts";
import { type Lexicon, scoreCodes } from "./lexicon.ts";
import { matchOccupation } from "./match.ts";
import { nearestListed } from "./nearest.ts";
import { findOccupation } from "./occupations.ts";

/** What gave the code: an imported lexicon, a word of the product's own list, or the listed word that is most like the title. */
export type ClassifiedBy = "lexicon" | "list" | "likeness";

export interface Classified {
  /** four numbers, 6-18-02-04; zeros at the end where only a group is known */
  code: string;
  by: ClassifiedBy;
  /** the cues or words of the title that decided, strongest first */
  because: readonly string[];
  /** 0 to 1: how clearly the code stands before the next; 1 for a listed word */
  certainty: number;
  /** the next best codes */
  others: readonly string[];
}

const OTHERS = 2;

/**
 * The occupation of a title or of a person's words. With a lexicon the code that its cues speak for most; without one, or where no
 * cue is known, the listed word in the title (`matchOccupation`), else the one most like it. Null for text that says nothing.
 * Deterministic: the same text and lexicon always give the same answer.
 */
export function classifyTitle(text: string, lexicon: Lexicon | null): Classified | null {
  const scored = lexicon === null ? [] : scoreCodes(lexicon, cuesOf(text), 1 + OTHERS);
  const best = scored[0];
  if (best && best.score > 0) {
    const margin = best.score - Math.max(0, scored[1]?.score ?? 0);
    return {
      code: best.code, by: "lexicon", because: best.because.map(([cue]) => readable(cue)), certainty: Math.min(1, Math.max(0, margin)), others: scored.slice(1).map(({ code }) => code),
    };
  }
  const listed = matchOccupation(text);
  if (listed) return { code: listed.code, by: "list", because: [listed.matched], certainty: 1, others: [] };
  const near = nearestListed(text);
  return near && { code: near.code, by: "likeness", because: [near.matched], certainty: Math.min(1, near.likeness), others: [] };
}

/** A cue as a person reads it: "^电焊" begins a word, "师傅$" ends one, "@6-18-02-04" is a listed occupation or its group. */
function readable(cue: string): string {
  if (cue.startsWith("=")) return cue.slice(1);
  if (cue.startsWith("@")) return findOccupation(cue.slice(1))?.zh ?? cue.slice(1);
  if (cue.startsWith("^")) return `${cue.slice(1)}…`;
  return cue.endsWith("$") ? `…${cue.slice(0, -1)}` : cue;
}
