/** The levels of the national classification: 大类, 中类, 小类, 职业, 工种. */
export const CLASSIFICATION_LEVELS = ["MAJOR", "MIDDLE", "SMALL", "OCCUPATION", "TRADE"] as const;
export type ClassificationLevel = (typeof CLASSIFICATION_LEVELS)[number];

/** One group, occupation or trade of an edition. */
export interface ClassificationNode {
  /** 6, 6-18, 6-18-02, 6-18-02-04; a trade's is its occupation's, a slash and its place: 6-18-02-04/03 */
  code: string;
  level: ClassificationLevel;
  /** null for a major group */
  parentCode: string | null;
  name: string;
  definition: string | null;
  /** marked L in the classification */
  green: boolean;
  /** marked S */
  digital: boolean;
}

const CODE = /^([1-8])-(\d\d)-(\d\d)-(\d\d)$/;

/** Whether `text` is a code as the classification writes it: four numbers, 6-18-02-04. */
export function isClassificationCode(text: string): boolean {
  return CODE.test(text);
}

/**
 * The level and short code of a code as the classification writes it, groups with zeros at the end (6-18-00-00 is the
 * middle group 6-18). `named` is the level that the list itself gives, where it gives one: 2-01-01-00 may be a small group or an
 * occupation without a number of its own, which keeps its zeros. Null for what is no code.
 */
export function placeInClassification(text: string, named: number | null = null): { level: ClassificationLevel; code: string } | null {
  const parts = CODE.exec(text);
  if (parts === null) return null;
  const [, major, middle, small, own] = parts;
  const level = named ?? (own !== "00" ? 4 : small !== "00" ? 3 : middle !== "00" ? 2 : 1);
  if (level === 4) return { level: "OCCUPATION", code: text };
  if (level === 3) return { level: "SMALL", code: `${major}-${middle}-${small}` };
  return level === 2 ? { level: "MIDDLE", code: `${major}-${middle}` } : level === 1 ? { level: "MAJOR", code: major! } : null;
}

/** The code one level up, by the code alone; null above a major group. */
export function parentCodeOf(code: string): string | null {
  const cut = Math.max(code.lastIndexOf("-"), code.lastIndexOf("/"));
  return cut < 0 ? null : code.slice(0, cut);
}

/** The code of a group or occupation in four numbers, as titles are coded: 6-18 is 6-18-00-00. */
export function fullCodeOf(code: string): string {
  return [...code.split("-"), "00", "00", "00"].slice(0, 4).join("-");
}

/** A name as lists print it, without the marks behind it: L is green work, S is digital work. */
export function withoutMarks(text: string): { name: string; green: boolean; digital: boolean } {
  const marks = /(?<=\P{ASCII})(?:L\/S|S\/L|L|S)$/u.exec(text.trim())?.[0] ?? "";
  return { name: text.trim().slice(0, text.trim().length - marks.length).trim(), green: marks.includes("L"), digital: marks.includes("S") };
}

export interface ClassificationRow {
  code: string;
  name: string;
  /** 1 to 4 where the list has such a column */
  level: number | null;
  definition: string;
  /** names of trades */
  trades: readonly string[];
}

/** The column's length; a longer "name" is several that ran together. */
const LONGEST_NAME = 120;

export type ClassificationFault = "code-not-read" | "name-missing" | "name-long" | "trade-long" | "code-twice";

/**
 * The nodes that rows of a printed list make, each code once, parents before children. An occupation whose own number is 00 is
 * the only one of its small group, which lists leave out: `standIns` are such groups under their occupation's name, for where no better
 * name is known. `faults` name the row by its place in `rows` (from 0). The same code and name again is no fault.
 */
export function nodesOf(rows: readonly ClassificationRow[]): { nodes: ClassificationNode[]; standIns: ClassificationNode[]; faults: { row: number; fault: ClassificationFault }[] } {
  const nodes = new Map<string, ClassificationNode>();
  const faults: { row: number; fault: ClassificationFault }[] = [];
  rows.forEach((row, at) => {
    const place = placeInClassification(row.code, row.level);
    const { name, green, digital } = withoutMarks(row.name);
    if (place === null) return void faults.push({ row: at, fault: "code-not-read" });
    if (name === "") return void faults.push({ row: at, fault: "name-missing" });
    if (name.length > LONGEST_NAME) return void faults.push({ row: at, fault: "name-long" });
    const known = nodes.get(place.code);
    if (known) {
      if (known.name !== name) faults.push({ row: at, fault: "code-twice" });
      return;
    }
    nodes.set(place.code, { ...place, parentCode: parentCodeOf(place.code), name, definition: row.definition === "" ? null : row.definition, green, digital });
    row.trades.forEach((text, index) => {
      const trade = withoutMarks(text);
      if (trade.name === "") return;
      if (trade.name.length > LONGEST_NAME) return void faults.push({ row: at, fault: "trade-long" });
      const code = `${place.code}/${String(index + 1).padStart(2, "0")}`;
      nodes.set(code, { code, level: "TRADE", parentCode: place.code, name: trade.name, definition: null, green: trade.green, digital: trade.digital });
    });
  });
  const standIns: ClassificationNode[] = [];
  for (const { code, level, parentCode, name } of nodes.values()) {
    if (level !== "OCCUPATION" || !code.endsWith("-00") || parentCode === null || nodes.has(parentCode)) continue;
    standIns.push({ code: parentCode, level: "SMALL", parentCode: parentCodeOf(parentCode), name, definition: null, green: false, digital: false });
  }
  const depth = (node: ClassificationNode) => CLASSIFICATION_LEVELS.indexOf(node.level);
  return { standIns, nodes: [...nodes.values()].sort((a, b) => depth(a) - depth(b) || (a.code < b.code ? -1 : 1)), faults };
}
