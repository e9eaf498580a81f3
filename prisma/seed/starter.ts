import type { PoolConnection, RowDataPacket } from "mysql2/promise";
import { type Day, toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { rebuildTargets } from "#app/usecases/targets/recount.server.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { executeMatchRun } from "#workers/matching/run/run.ts";
import type { World } from "./generate/world.ts";
import { loadReference } from "./reference.ts";
import { loadDemoAccounts } from "./starter/accounts.ts";
import { insertRows, loadRows, takesLocalInfile } from "./starter/bulk.ts";
import { loadExamples } from "./starter/examples.ts";
import { loadPeople, loadPosts, type OnProgress } from "./starter/load.ts";
import { beginRun, endRun, requireEmpty } from "./starter/state.ts";
import { loadWelfare } from "./starter/welfare.ts";
import { loadDemoBrands } from "./starter/brands.ts";
import { loadDemoDispatches } from "./starter/dispatches.ts";
import { loadCarePosts } from "./starter/care-posts.ts";
import { loadDemoFairs } from "./starter/fairs.ts";
import { loadDemoOverseas } from "./starter/overseas.ts";
import { loadDemoCertificates } from "./starter/certificates.ts";
import { loadDemoTraining } from "./starter/training.ts";
import { loadDemoWorkfare } from "./starter/workfare.ts";
import { loadWorld, StarterRefused } from "./starter/world.ts";

export { isSeeded } from "./starter/state.ts";
export { StarterRefused } from "./starter/world.ts";

export interface StarterOptions {
  workers?: number;
  employers?: number;
  posts?: number;
  seed?: number;
  /** the day up to which history runs and posts are valid; the clock's today unless named */
  asOf?: Day;
  /** empties the tables first */
  reset?: boolean;
  /** false leaves the search indexes, or the matching run, to another command */
  index?: boolean;
  match?: boolean;
  signal?: AbortSignal;
}

export interface StarterResult {
  workers: number;
  employers: number;
  posts: number;
  seed: number;
  rows: number;
  /** writing the rows alone, and with counts, indexes and matching */
  loadSeconds: number;
  seconds: number;
  rowsPerSecond: number;
  peakRssMb: number;
  /** persons counted in a year under a caliber, and documents in the search indexes */
  counted: number;
  indexed: number;
  proposals: number;
}

/** Rural labour of the counties that were poor, base of 2020: the 300,000 are asked of so many. */
const PEOPLE_OF_THE_PROVINCE = 1_590_000;
const DEFAULTS = { workers: 20_000, employers: 400, posts: 3_000, seed: 7 };

/**
 * Fills an empty database with made-up people, employers, posts and a ledger of three years: the same seed gives the
 * same rows, except for ciphertext. Memory does not grow with the size. Throws StarterRefused in production mode
 * and where there is data already.
 */
export async function seedStarter(deps: Deps, onProgress: OnProgress = () => undefined, options: StarterOptions = {}): Promise<StarterResult> {
  if (deps.env.APP_MODE === "production") {
    throw new StarterRefused("生产模式不装演示数据 Made-up data is not loaded in production mode (APP_MODE).");
  }
  const sizes = { ...DEFAULTS, ...pickSizes(options) };
  const startedAt = performance.now();
  const peak = watchMemory();
  const connection = await deps.pool.getConnection();
  try {
    await takeLock(connection);
    await requireEmpty(deps, options.reset ?? false);
    await loadReference(deps, (_step, done, total) => onProgress("区划与政策数据 Reference data", done, total));
    const world = await loadWorld(deps.pool, { seed: sizes.seed, workers: sizes.workers, asOf: options.asOf ?? deps.clock.today() });
    const runId = await beginRun(deps, sizes);
    const rows = await loadRowsOf(deps, connection, world, sizes, onProgress, options.signal);
    const loadSeconds = (performance.now() - startedAt) / 1_000;
    const step = "目标计数 Target counts";
    const { counted } = await rebuildTargets(deps, (done) => onProgress(step, Math.min(done, sizes.workers), sizes.workers));
    const indexed = options.index === false ? 0 : await indexAll(deps, onProgress, options.signal);
    const proposals = options.match === false ? 0 : await matchOnce(deps, onProgress);
    if (options.match !== false) await loadExamples(deps, sizes.workers);
    const seconds = (performance.now() - startedAt) / 1_000;
    const result: StarterResult = {
      ...sizes, rows, loadSeconds: round(loadSeconds), seconds: round(seconds), rowsPerSecond: Math.round(rows / loadSeconds), peakRssMb: peak(), counted, indexed,
      proposals,
    };
    await endRun(deps, runId, rows, { ...result });
    return result;
  } finally {
    peak();
    // not given back to the pool: the lock goes with it
    connection.destroy();
  }
}

function pickSizes(options: StarterOptions): Partial<typeof DEFAULTS> {
  const { workers, employers, posts, seed } = options;
  return Object.fromEntries(Object.entries({ workers, employers, posts, seed }).filter(([, value]) => value !== undefined));
}

async function takeLock(connection: PoolConnection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>("SELECT GET_LOCK(LEFT(CONCAT('starter:', DATABASE()), 64), 0) AS got");
  if (Number(rows[0]?.got) !== 1) throw new StarterRefused("另一个命令正在装载演示数据 Another command is loading made-up data into this database.");
}

/** Employers and posts, then people and ledger, then the demo accounts: the order in which foreign keys allow it. */
async function loadRowsOf(
  deps: Deps, connection: PoolConnection, world: World, sizes: typeof DEFAULTS, onProgress: OnProgress, signal: AbortSignal | undefined,
): Promise<number> {
  const load = (await takesLocalInfile(deps.pool)) ? loadRows : insertRows;
  const loader = { connection, load, crypto: deps.crypto, onProgress, signal };
  const posts = await loadPosts(loader, world, sizes);
  const people = await loadPeople(loader, world, posts.shelf);
  await connection.query(
    `UPDATE post JOIN (SELECT postId, COUNT(*) AS taken FROM placement WHERE activeKey IS NOT NULL AND postId IS NOT NULL GROUP BY postId) AS held
        ON held.postId = post.id SET post.filled = held.taken`);
  const accounts = await loadDemoAccounts(deps, connection, load, world);
  const welfare = await loadWelfare(deps, world, accounts.homeTownCode);
  await loadDemoWorkfare(deps, world, accounts.seekerId);
  await loadDemoTraining(deps, accounts.seekerId);
  await loadDemoBrands(deps, accounts.seekerId);
  await loadDemoDispatches(deps, accounts.seekerId);
  await loadDemoFairs(deps, world, accounts.seekerId);
  await loadDemoCertificates(deps, world, accounts.seekerId);
  await loadDemoOverseas(deps, world);
  await loadCarePosts(deps, world);
  // indexes are built when all is loaded: nothing is left to tell them
  await deps.db.outboxEvent.deleteMany({ where: { event: { in: ["person.changed", "post.changed"] } } });
  await connection.query("UPDATE target_year SET sampleRatio = ?", [sizes.workers / PEOPLE_OF_THE_PROVINCE]);
  return posts.rows + people.rows + accounts.rows + welfare;
}

async function indexAll(deps: Deps, onProgress: OnProgress, signal: AbortSignal | undefined): Promise<number> {
  const built = await rebuildIndexes(deps, { onProgress: (name, done, total) => onProgress(`搜索索引 Search index: ${name}`, done, total), signal });
  return Object.values(built).reduce((sum, one) => sum + one.documents, 0);
}

/** One finished run over the province, so that there are proposals from the first minute on. */
async function matchOnce(deps: Deps, onProgress: OnProgress): Promise<number> {
  const id = deps.newId();
  await deps.db.matchRun.create({ data: { id, regionCode: "140000", asOf: toDate(deps.clock.today()), requestedAt: deps.clock.now() } });
  await executeMatchRun(deps, id, (phase, done, total) => onProgress(`匹配 Matching: ${phase}`, done, total));
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM job_match WHERE runId = ?", [id]);
  return Number(rows[0]?.n ?? 0);
}

function watchMemory(): () => number {
  let highest = process.memoryUsage.rss();
  const timer = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 250);
  timer.unref();
  return () => {
    clearInterval(timer);
    return Math.round(Math.max(highest, process.memoryUsage.rss()) / 2 ** 20);
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
