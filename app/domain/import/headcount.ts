import { saysNothing, tidy, withFigures } from "./text.ts";

export type HeadcountResult =
  | { status: "ok"; openings: number }
  /** 若干, 不限, 0: the source leaves the number open */
  | { status: "open" }
  | { status: "missing" }
  | { status: "unreadable" };

const MOST_OPENINGS = 100_000;

/** How many people are sought: `6`, `招3人`, `5-10人` (the lower figure is what is promised), `若干`, `十名`. */
export function parseHeadcount(text: string): HeadcountResult {
  const plain = tidy(text);
  if (saysNothing(plain)) return { status: "missing" };
  if (/若干|不限|多名|数名|大量|several/i.test(plain)) return { status: "open" };
  const match = /(\d{1,6})(?:\.0+)?(?!\d)/.exec(withFigures(plain).replace(/(\d),(?=\d{3})/g, "$1"));
  if (!match) return { status: "unreadable" };
  const openings = Number(match[1]);
  if (openings === 0) return { status: "open" };
  return openings > MOST_OPENINGS ? { status: "unreadable" } : { status: "ok", openings };
}
