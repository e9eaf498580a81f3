import type { RowDataPacket } from "mysql2";
import { SEALED_TABLES } from "#app/data/keys/sealed-columns.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** A figure as long as a telephone's or longer: what of a text could be one of ours. */
const FIGURES = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx]|\d{12,19})(?!\d)/g;
const SHORTEST_FIGURE = 11;
const SHORTEST_SECRET = 20;

/** Every plain text that the database holds encrypted, and a way to find one in a text. */
export class Needles {
  private readonly figures = new Map<string, string>();
  private readonly words = new Map<string, string>();

  get size(): { figures: number; words: number } {
    return { figures: this.figures.size, words: this.words.size };
  }

  /** `whole`: a word that stands for itself and nothing else, however short. */
  add(text: string, where: string, whole = false): void {
    for (const figure of text.match(FIGURES) ?? []) if (figure.length >= SHORTEST_FIGURE) this.figures.set(figure.toUpperCase(), where);
    if (whole || (text.length >= SHORTEST_SECRET && !/^\d+$/.test(text) && !text.startsWith("{"))) this.words.set(text, where);
  }

  /** Which of them a text holds, by the columns they come from. */
  in(text: string): string[] {
    const found = new Set<string>();
    // as it stands in JSON, in an address and in HTML it is the same
    for (const figure of text.match(FIGURES) ?? []) {
      const where = this.figures.get(figure.toUpperCase());
      if (where !== undefined) found.add(where);
    }
    for (const [word, where] of this.words) if (text.includes(word) || text.includes(encodeURIComponent(word)) || text.includes(JSON.stringify(word).slice(1, -1))) found.add(where);
    return [...found].sort();
  }
}

/** All that stands encrypted, opened; `canary`: what marks a word that is nobody else's. */
export async function collectNeedles(deps: Pick<Deps, "pool" | "crypto">, canary: string): Promise<Needles> {
  const needles = new Needles();
  for (const { table, text } of SEALED_TABLES) {
    const columns = Object.keys(text);
    if (columns.length === 0) continue;
    const [rows] = await deps.pool.query<RowDataPacket[]>(`SELECT ${columns.join(", ")} FROM ${table}`);
    for (const row of rows) {
      for (const [column, field] of Object.entries(text)) {
        if (row[column] === null || row[column] === "") continue;
        const plain = deps.crypto.decrypt(field, String(row[column]));
        const where = `${table}.${column}`;
        needles.add(plain, where);
        for (const value of plain.startsWith("{") ? Object.values(JSON.parse(plain) as object) : [plain]) if (typeof value === "string" && value.includes(canary)) needles.add(value, where, true);
      }
    }
  }
  return needles;
}
