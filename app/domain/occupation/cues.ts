import { matchOccupation } from "./match.ts";
import { partsOfTitle, withoutNoise } from "./title-words.ts";

/** Where in a title a cue counts how much: the head is what is wanted, the rest only hints. */
const LATER_PHRASE = 0.7;
const BEFORE = 0.3;
const BRACKETED = 0.3;
const WHOLE = 2;
const LISTED = 2;
const LONGEST_WHOLE = 8;
const LONGEST_GRAM = 3;

const AD_NUMBER = /[(（]?\b[a-z]{1,2}\d{3,}\b[)）]?/gi;
const FIGURES = /\d[\d.,~+k元万-]*(?![a-z])/g;
const PHRASE_ENDS = /[\s/、,;|·+&，。！!：:~\-—_.()[\]【】「」《》<>]+/;
/** a cue must fit its column */
const TOKENS = /[a-z][a-z0-9+#]{0,39}|\p{Script=Han}+/gu;

/**
 * What in a title speaks for an occupation, each cue with its weight (0 to 4): runs of one to three characters, the last
 * ones of a word ("师傅$") and the first two ("^电焊"), Latin words, short phrases as a whole ("=采购员"), and the listed
 * occupation that `matchOccupation` finds ("@4-01-01-00", its small group "@4-01-01"). Pure, the same for the same text.
 */
export function cuesOf(title: string): Map<string, number> {
  const cues = new Map<string, number>();
  const raise = (cue: string, weight: number) => {
    if ((cues.get(cue) ?? 0) < weight) cues.set(cue, weight);
  };
  const parts = partsOfTitle(title.normalize("NFKC").replace(AD_NUMBER, " "));
  const named = /[a-z\p{Script=Han}]/u.test(parts.wanted) ? parts.wanted : `${parts.before} ${parts.bracketed}`;
  addPhrases(named, 1, raise);
  addPhrases(parts.before, BEFORE, raise);
  addPhrases(parts.bracketed, BRACKETED, raise);
  const listed = matchOccupation(title);
  if (listed) {
    raise(`@${listed.code}`, LISTED);
    raise(`@${listed.code.slice(0, 7)}`, LISTED / 2);
  }
  return cues;
}

function addPhrases(text: string, weight: number, raise: (cue: string, weight: number) => void) {
  const phrases = withoutNoise(text).replace(FIGURES, " ").split(PHRASE_ENDS).filter((phrase) => phrase !== "");
  phrases.forEach((phrase, place) => {
    const own = place === 0 ? weight : weight * LATER_PHRASE;
    for (const token of phrase.match(TOKENS) ?? []) {
      if (/^[a-z]/.test(token)) raise(token, 2 * own);
      else addGrams(token, own, raise);
    }
    if (phrase.length <= LONGEST_WHOLE) raise(`=${phrase}`, WHOLE * own);
  });
}

function addGrams(word: string, weight: number, raise: (cue: string, weight: number) => void) {
  for (let length = 1; length <= LONGEST_GRAM; length += 1) {
    for (let at = 0; at + length <= word.length; at += 1) raise(word.slice(at, at + length), weight);
  }
  for (let length = 1; length <= LONGEST_GRAM + 1 && length <= word.length; length += 1) raise(`${word.slice(-length)}$`, weight);
  raise(`^${word.slice(0, 2)}`, weight);
}
