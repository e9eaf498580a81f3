import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RowDataPacket } from "mysql2";
import { systemActor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { importPosts } from "#app/usecases/imports/import-posts.server.ts";
import { sourceFromPath } from "#app/usecases/imports/input.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { randomFor, SUBJECT } from "#prisma/seed/generate/random.ts";
import { shortPlaceName } from "#search/documents/place.ts";
import { NO_FILTERS } from "#search/queries/params.ts";
import { searchPosts } from "#search/queries/search-posts.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { openTestServices } from "#tests/setup/services.ts";
import { type OnProgress, percentile, type Suite, timed } from "../suites.ts";
import { countWords, type KnownItem, type Questions, questionsFor, WAYS, type Way, wordsOf } from "./questions.ts";

const POSTINGS = fileURLToPath(new URL("../../../../shared/data/postings/", import.meta.url));
const LOOKED_AT = 10;

interface Asked extends KnownItem {
  questions: Questions;
}

/**
 * Known-item search over real postings, in a database and an index of its own that go away afterwards. A posting counts as
 * found where the first one of the same title in the same city stands among the first ten.
 */
export const benchRelevance: Suite = async (deps, { queries, postings = POSTINGS }, onProgress) => {
  if (!existsSync(postings)) throw new Error(`There are no postings in ${postings}: name a folder of CSV files with --postings.`);
  const services = await openTestServices({ from: deps.env as unknown as Record<string, string> });
  try {
    await loadPostings(services, postings, onProgress);
    return await measure(services, queries, onProgress);
  } finally {
    await services.close();
  }
};

export async function loadPostings(services: Deps, folder: string, onProgress: OnProgress): Promise<void> {
  await loadReference(services);
  const work = await mkdtemp(join(tmpdir(), "relevance-"));
  try {
    for (const file of (await readdir(folder)).filter((name) => /\.csv(\.gz)?$/.test(name)).sort()) {
      // rejected rows are written beside the file, and the folder may be one that only lets itself be read
      await copyFile(join(folder, file), join(work, file));
      const taken = await importPosts(services, systemActor("bench"), { path: join(work, file), source: sourceFromPath(file) });
      if (!taken.ok) throw new Error(`${file}: ${JSON.stringify(taken.problems)}`);
      onProgress("importing", taken.value.imported, taken.value.rows);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  await rebuildIndexes(services, { names: ["posts"], onProgress });
}

export async function measure(services: Deps, queries: number, onProgress: OnProgress) {
  const { asked, cityOf } = await drawItems(services, queries);
  const sums = Object.fromEntries(WAYS.map((way) => [way, 0])) as Record<Way, number>;
  const times: number[] = [];
  for (const [number, item] of asked.entries()) {
    for (const way of WAYS) {
      const found = await timed(() => searchPosts(services, { ...NO_FILTERS, q: item.questions[way] }));
      times.push(found.ms);
      const rank = found.value.hits.slice(0, LOOKED_AT).findIndex((hit) => hit.title === item.title && cityOf.get(hit.id) === item.cityCode);
      if (rank >= 0) sums[way] += 1 / (rank + 1);
    }
    onProgress("queries", number + 1, asked.length);
  }
  const mrr = Object.fromEntries(WAYS.map((way) => [way, Math.round((1_000 * sums[way]) / asked.length) / 1_000])) as Record<Way, number>;
  return { queries: asked.length, ...mrr, pageP50Ms: percentile(times, 0.5), pageP95Ms: percentile(times, 0.95) };
}

/** The same postings for the same data: drawn among those in a known city whose titles have two words. */
export async function drawItems({ pool }: Pick<Deps, "pool">, wanted: number): Promise<{ asked: Asked[]; cityOf: Map<string, string> }> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.id, p.title, city.code AS cityCode, city.name AS city FROM post p
       JOIN region city ON city.code = CONCAT(LEFT(p.countyCode, 4), '00') AND city.level = 'CITY' AND city.name NOT IN ('市辖区', '县')
      WHERE p.status = 'PUBLISHED' ORDER BY p.source, p.sourceRef`);
  const counts = countWords(rows.map((row) => row.title as string));
  const characters = [...new Set([...counts.keys()].flatMap((word) => Array.from(word)))].filter((one) => /\p{Script=Han}/u.test(one)).sort();
  const random = randomFor(17, SUBJECT.FACTORY);
  const slips = randomFor(18, SUBJECT.FACTORY);
  const draw = () => slips.int(0, 999_999) / 1_000_000;
  const usable = rows.filter((row) => wordsOf(row.title as string).length >= 2);
  const asked: Asked[] = [];
  for (let number = 0; number < wanted && usable.length > 0; number += 1) {
    const row = usable[random.int(0, usable.length - 1)]!;
    const item = { title: row.title as string, cityCode: row.cityCode as string, city: shortPlaceName(row.city as string) };
    const questions = questionsFor(item, counts, characters, draw);
    if (questions) asked.push({ ...item, questions });
  }
  return { asked, cityOf: new Map(rows.map((row) => [row.id as string, row.cityCode as string])) };
}
