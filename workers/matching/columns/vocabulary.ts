import { smallGroupOf } from "#app/domain/matching/relation.ts";
import type { Point } from "#app/domain/matching/facts.ts";

/** Whole numbers for words, in order of first appearance. */
export class Words {
  readonly list: string[] = [];
  readonly #index = new Map<string, number>();

  indexOf(word: string): number {
    let at = this.#index.get(word);
    if (at === undefined) {
      at = this.list.length;
      this.list.push(word);
      this.#index.set(word, at);
    }
    return at;
  }
}

export interface Place {
  countyCode: string;
  point: Point | null;
}

/** Counties with their coordinates, numbered; two points in one county are two places. */
export class Places {
  readonly list: Place[] = [];
  readonly #index = new Map<string, number>();

  indexOf(countyCode: string, point: Point | null): number {
    const key = point === null ? countyCode : `${countyCode} ${point.lat} ${point.lng}`;
    let at = this.#index.get(key);
    if (at === undefined) {
      at = this.list.length;
      this.list.push({ countyCode, point });
      this.#index.set(key, at);
    }
    return at;
  }
}

/** The numbers that person and post columns share; -1 stands for none. */
export class Vocabulary {
  readonly occupations = new Words();
  readonly groups = new Words();
  readonly towns = new Words();
  readonly brands = new Words();
  readonly homes = new Places();
  readonly works = new Places();
  /** small group of each occupation */
  readonly groupOf: number[] = [];

  occupation(code: string | null): number {
    if (code === null) return -1;
    const at = this.occupations.indexOf(code);
    if (at === this.groupOf.length) this.groupOf.push(this.groups.indexOf(smallGroupOf(code)));
    return at;
  }
}
