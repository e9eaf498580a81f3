import { setTimeout as sleep } from "node:timers/promises";
import type { RowDataPacket } from "mysql2";
import { expect } from "vitest";
import { readOutboxState } from "#app/data/search-sources/outbox-state.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

type Database = Pick<Deps, "pool">;

/** Written beside what a request does, or all the time. */
const NOT_LOOKED_AT = new Set(["audit_entry", "audit_seal", "known_device", "login_session", "outbox_delivery", "post_view", "scheduled_run", "_prisma_migrations"]);

/** A fingerprint of every table, to tell that nothing at all was kept. */
export async function fingerprint({ pool }: Database): Promise<Record<string, string>> {
  const [tables] = await pool.query<RowDataPacket[]>("SELECT TABLE_NAME AS name FROM information_schema.tables WHERE table_schema = DATABASE()");
  const names = tables.map((row) => String(row.name)).filter((name) => !NOT_LOOKED_AT.has(name)).sort();
  const [sums] = await pool.query<RowDataPacket[]>(`CHECKSUM TABLE ${names.join(", ")}`);
  return Object.fromEntries(sums.map((row) => [String(row.Table).split(".")[1], String(row.Checksum)]));
}

/** Does it, and holds that no table is other than before. */
export async function keepingNothing<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const before = await fingerprint(database);
  const done = await work();
  expect(await fingerprint(database)).toEqual(before);
  return done;
}

/** Waits until the workers have come to the end of every event, and stay there. */
export async function settled(database: Database, longestMs = 60_000): Promise<void> {
  const end = Date.now() + longestMs;
  for (let quiet = 0; quiet < 3; await sleep(150)) {
    quiet = (await underWay(database)) === 0 ? quiet + 1 : 0;
    if (Date.now() > end) throw new Error("the workers don't come to rest");
  }
}

/** Events and deliveries that the workers have not come to the end of. */
const underWay = async ({ pool }: Database) => (await readOutboxState(pool)).pending;
