import { withoutBrackets } from "../brackets.ts";
import type { WagePeriod } from "../terms.ts";

interface Advertised {
  employerId: string;
  title: string;
  countyCode: string;
  wageMinFen: number | null;
  wageMaxFen: number | null;
  wagePeriod: WagePeriod;
}

const ANY_BRACKETS = [["（(【[", "）)】]"]] as const;

/** A title without what decorates it: blanks, brackets with their content, marks, 急招 and the like. */
export function plainTitle(title: string): string {
  return withoutBrackets(title.normalize("NFKC").toLowerCase(), ANY_BRACKETS).replace(/急招|急聘|诚聘|招聘|高薪/g, "").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Same for two ads of one employer with the same title, county and pay; to be hashed before it is kept. */
export function clusterText(post: Advertised): string {
  return [post.employerId, plainTitle(post.title), post.countyCode, post.wageMinFen ?? "", post.wageMaxFen ?? "", post.wagePeriod].join("|");
}

const SHINGLE = 4;

function shingles(text: string): Set<string> {
  const plain = text.normalize("NFKC").toLowerCase().replace(/[^\p{L}]/gu, "");
  const characters = Array.from(plain);
  const parts = new Set<string>();
  for (let at = 0; at + SHINGLE <= characters.length; at += 1) parts.add(characters.slice(at, at + SHINGLE).join(""));
  return parts;
}

/** From this share on two texts are taken for copies of one another. */
export const NEAR_DUPLICATE = 0.7;
/** Shorter texts are alike by chance. */
const LEAST_SHINGLES = 20;

/** How alike two descriptions are, 0–1: the shared part of their four-letter pieces (Jaccard); figures and marks don't count. 0 for texts too short to tell. */
export function likeness(a: string, b: string): number {
  const [left, right] = [shingles(a), shingles(b)];
  if (Math.min(left.size, right.size) < LEAST_SHINGLES) return 0;
  let shared = 0;
  for (const part of left) if (right.has(part)) shared += 1;
  return shared / (left.size + right.size - shared);
}
