import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { PersonFacts } from "#app/domain/matching/facts.ts";
import { type Pool, streamRows } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { BRAND_SQL, CATEGORY_SQL, CERTIFICATE_SQL, PERSON_SQL, type PersonRow, toPersonFacts } from "./person-facts.server.ts";

const SEEKERS = "p.homeCountyCode LIKE ? AND w.seeking = TRUE";
/** The rows of seekers alone: a county's run must not read the province's. */
const OF_SEEKERS = `AND EXISTS (SELECT 1 FROM person p JOIN wish w ON w.personId = p.id WHERE p.id = c.personId AND ${SEEKERS})`;
const BATCH = 1_000;

/**
 * All seekers whose home lies in a region (a code's significant prefix), in batches, by id. Four queries are read side by
 * side and put together on the way, so memory stays bounded however many there are.
 */
export async function* streamSeekers(deps: Pick<Deps, "pool" | "crypto">, homePrefix: string, asOf: Day): AsyncGenerator<PersonFacts[]> {
  const { pool } = deps;
  const like = `${homePrefix}%`;
  const categories = new Grouped(streamRows<RowDataPacket>(pool, `${CATEGORY_SQL} ${OF_SEEKERS} ORDER BY c.personId`, [asOf, asOf, like]));
  const certificates = new Grouped(streamRows<RowDataPacket>(pool, `${CERTIFICATE_SQL} ${OF_SEEKERS} ORDER BY c.personId, c.id`, [like]));
  const brands = new Grouped(streamRows<RowDataPacket>(pool, `${BRAND_SQL} ${OF_SEEKERS} ORDER BY c.personId, c.brandId`, [asOf, asOf, like]));
  try {
    let batch: PersonFacts[] = [];
    for await (const row of streamRows<PersonRow>(pool, `${PERSON_SQL} WHERE ${SEEKERS} ORDER BY p.id`, [like])) {
      batch.push(toPersonFacts(deps, row, await categories.of(row.id), await certificates.of(row.id), await brands.of(row.id)));
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    await Promise.all([categories.end(), certificates.end(), brands.end()]);
  }
}

/** How many seekers `streamSeekers` will give. */
export async function countSeekers(pool: Pool, homePrefix: string): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM person p JOIN wish w ON w.personId = p.id WHERE ${SEEKERS}`, [`${homePrefix}%`]);
  return Number(rows[0]?.n ?? 0);
}

/** Rows that come in the order of their person, taken person by person in the same order. */
class Grouped {
  readonly #rows: AsyncGenerator<RowDataPacket>;
  #next: RowDataPacket | null | undefined;

  constructor(rows: AsyncGenerator<RowDataPacket>) {
    this.#rows = rows;
  }

  /** The rows of a person; not a promise where the next row is already known to be another's. */
  of(personId: string): RowDataPacket[] | Promise<RowDataPacket[]> {
    return this.#next === null || (this.#next !== undefined && (this.#next.personId as string) > personId) ? [] : this.#read(personId);
  }

  async #read(personId: string): Promise<RowDataPacket[]> {
    const found: RowDataPacket[] = [];
    if (this.#next === undefined) await this.#advance();
    while (this.#next && (this.#next.personId as string) <= personId) {
      if (this.#next.personId === personId) found.push(this.#next);
      await this.#advance();
    }
    return found;
  }

  async #advance() {
    const { value, done } = await this.#rows.next();
    this.#next = done ? null : value;
  }

  async end() {
    await this.#rows.return(undefined);
  }
}
