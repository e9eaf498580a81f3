import { cuesOf } from "./cues.ts";
import { learnLexicon } from "./learn.ts";
import type { Lexicon } from "./lexicon.ts";

export interface CodedTitle {
  title: string;
  /** four numbers, zeros at the end for a group */
  code: string;
}

/**
 * A lexicon from titles that people coded, with the names of the classification's occupations and trades as further titles of
 * their codes. `named` codes may be those of trades; these count for their occupation.
 */
export function learnFromTitles(titles: readonly CodedTitle[], named: readonly { code: string; name: string }[]): Lexicon {
  return learnLexicon([
    ...titles.map(({ title, code }) => ({ code, cues: cuesOf(title) })),
    ...named.map(({ code, name }) => ({ code: code.split("/")[0]!, cues: cuesOf(name) })),
  ]);
}
