import { setImmediate as nextTurn } from "node:timers/promises";
import type { PoolConnection } from "mysql2/promise";
import type { FieldCrypto } from "#app/platform/crypto.server.ts";
import { makeEmployer } from "../generate/employers.ts";
import { makeProject, makeWorkshop, projectCount, workshopCount } from "../generate/local-posts.ts";
import { PostShelf } from "../generate/post-shelf.ts";
import { makePost, poolOf } from "../generate/posts.ts";
import { TABLE_ORDER, type TableName, type Tables } from "../generate/rows.ts";
import { generatePeople } from "../generate/stream.ts";
import type { World } from "../generate/world.ts";
import { addPerson, addRow, type RowSets } from "./rows.ts";

export type LoadRows = <T extends TableName>(connection: PoolConnection, table: T, rows: readonly Tables[T][]) => Promise<void>;
export type OnProgress = (step: string, done: number, total: number) => void;

interface Loader {
  connection: PoolConnection;
  load: LoadRows;
  crypto: FieldCrypto;
  onProgress: OnProgress;
  signal?: AbortSignal;
}

const PEOPLE_PER_CHUNK = 1_000;
/** how often making stops for a moment, so that the chunk under way gets its next piece sent */
const PEOPLE_PER_TURN = 40;
const POSTS_PER_CHUNK = 5_000;

/**
 * Writes chunk after chunk in a transaction each; while one is on its way the next is being made, and no more
 * than those two are in memory.
 */
class ChunkWriter {
  rows = 0;
  private sets: RowSets = {};
  private under: Promise<void> = Promise.resolve();

  constructor(private readonly loader: Loader) {}

  get chunk(): RowSets {
    return this.sets;
  }

  async flush(): Promise<void> {
    const full = this.sets;
    this.sets = {};
    await this.under;
    this.loader.signal?.throwIfAborted();
    this.under = this.write(full);
    // a failure is thrown by the next flush; until then nobody must call it unhandled
    this.under.catch(() => undefined);
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.under;
  }

  private async write(sets: RowSets): Promise<void> {
    const { connection, load } = this.loader;
    await connection.beginTransaction();
    try {
      for (const table of TABLE_ORDER) {
        const rows = sets[table];
        if (rows === undefined) continue;
        await load(connection, table, rows as never);
        this.rows += rows.length;
      }
      await connection.commit();
    } catch (error) {
      await connection.rollback();
      throw error;
    }
  }
}

/** Employers, workshops, projects and posts; leaves behind the shelf from which people take places. */
export async function loadPosts(loader: Loader, world: World, counts: { employers: number; posts: number }): Promise<{ rows: number; shelf: PostShelf }> {
  const writer = new ChunkWriter(loader);
  const step = "用人单位与岗位 Employers and posts";
  const employers = Array.from({ length: counts.employers }, (_, index) => makeEmployer(world, index));
  for (const county of world.counties) for (const site of county.sites) addRow(writer.chunk, "resettlement_site", { ...site, countyCode: county.code });
  for (const { phone, ...row } of employers) addRow(writer.chunk, "employer", { ...row, phoneEnc: loader.crypto.encrypt("employer.phone", phone) });
  const pool = poolOf(employers);
  for (let index = 0; index < workshopCount(counts.posts); index += 1) addRow(writer.chunk, "workshop", makeWorkshop(world, index, pool.local).row);
  for (let index = 0; index < projectCount(counts.posts); index += 1) {
    const { row, fund, place } = makeProject(world, index, pool.local);
    addRow(writer.chunk, "workfare_project", row);
    addRow(writer.chunk, "workfare_fund", fund);
    addRow(writer.chunk, "workfare_place", place);
  }
  const shelf = new PostShelf();
  for (let index = 0; index < counts.posts; index += 1) {
    const { row, terms } = makePost(world, index, counts.posts, pool);
    addRow(writer.chunk, "post", row);
    if (terms) addRow(writer.chunk, "welfare_terms", terms);
    shelf.add(row);
    if ((index + 1) % POSTS_PER_CHUNK === 0) {
      await writer.flush();
      loader.onProgress(step, index + 1, counts.posts);
    }
  }
  await writer.finish();
  loader.onProgress(step, counts.posts, counts.posts);
  return { rows: writer.rows, shelf };
}

/** Everybody with households, papers, wishes and the ledger. */
export async function loadPeople(loader: Loader, world: World, shelf: PostShelf): Promise<{ rows: number }> {
  const writer = new ChunkWriter(loader);
  const step = "劳动者与台账 People and ledger";
  let done = 0;
  for (const bundle of generatePeople(world, shelf)) {
    addPerson(writer.chunk, world, loader.crypto, bundle);
    done += 1;
    if (done % PEOPLE_PER_TURN === 0) await nextTurn();
    if (done % PEOPLE_PER_CHUNK === 0) {
      await writer.flush();
      loader.onProgress(step, done, world.workers);
    }
  }
  await writer.finish();
  loader.onProgress(step, done, world.workers);
  return { rows: writer.rows };
}
