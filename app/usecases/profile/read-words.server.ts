import { loadLexiconFor } from "#app/data/occupations/lexicon.server.ts";
import { classifyTitle } from "#app/domain/occupation/classify.ts";
import { cuesOf } from "#app/domain/occupation/cues.ts";
import { findOccupation } from "#app/domain/occupation/occupations.ts";
import type { Deps } from "#app/platform/deps.server.ts";

const MOST_PROPOSED = 3;

/**
 * The occupations of the product's list that a person's own words may mean, likeliest first, at most three. Only proposals: nothing is
 * kept before the person has said which it is.
 */
export async function occupationsMeant(deps: Pick<Deps, "pool">, words: string): Promise<string[]> {
  const lexicon = await loadLexiconFor(deps.pool, [...cuesOf(words).keys()]);
  const listed = classifyTitle(words, null);
  const learned = lexicon === null ? null : classifyTitle(words, lexicon);
  const codes = [listed?.code, learned?.code, ...(learned?.others ?? []), ...(listed?.others ?? [])].filter((code): code is string => code !== undefined && findOccupation(code) !== null);
  return [...new Set(codes)].slice(0, MOST_PROPOSED);
}
