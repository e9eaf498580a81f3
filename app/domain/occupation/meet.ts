import { withoutBrackets } from "../brackets.ts";
import { classifyTitle } from "./classify.ts";
import type { Lexicon } from "./lexicon.ts";
import { matchOccupation } from "./match.ts";
import { findOccupation } from "./occupations.ts";

/** From here on two of three titles without a listed word get the code that a person would give (measured by cross-validation). */
const SURE_ENOUGH = 0.3;

/** What a certificate's name says besides the trade: its kind, its level, its form. */
const CERTIFICATE_WORDS = /\(\)|职业资格证?书?|职业技能等级|专项职业能力|培训合格|证书?$|特级技师|首席技师|高级技师|技师|[初中高]级工?|[一二三四五]级/g;

/**
 * The occupation, always of the product's own list, at which a post's title and a person's words meet: the one whose word
 * stands in the text, else the one that a lexicon is sure enough of. Null rather than a guess, so that nobody is matched by one.
 */
export function occupationOf(text: string, lexicon: Lexicon | null): string | null {
  const listed = matchOccupation(text);
  if (listed !== null) return listed.code;
  const learned = lexicon === null ? null : classifyTitle(text, lexicon);
  if (learned?.by !== "lexicon" || learned.certainty < SURE_ENOUGH) return null;
  return findOccupation(learned.code)?.code ?? null;
}

/** The same for the name on a certificate, without its kind and level: 焊工（三级）职业技能等级证书 is of the welder. */
export function occupationOfCertificate(name: string, lexicon: Lexicon | null): string | null {
  return occupationOf(certificateTrade(name), lexicon);
}

/** A certificate's name without its kind, level and what is in brackets. These are emptied first and taken away with the rest: words they part don't become one. */
export function certificateTrade(name: string): string {
  return withoutBrackets(name, [["（(", ")）"]], "()").replace(CERTIFICATE_WORDS, "");
}
