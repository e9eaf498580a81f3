import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { RowDataPacket } from "mysql2";
import { postSearchUrl } from "#search/queries/params.ts";
import { randomFor, SUBJECT } from "#prisma/seed/generate/random.ts";
import type { TestServices } from "#tests/setup/services.ts";
import { titlesOf } from "./search/index.ts";
import { questionsOf } from "./search/questions.ts";
import { type OnProgress, percentile, type Suite } from "./suites.ts";
import { keptAlive, visitorAddress } from "./web/kept-alive.ts";
import { makeProduct } from "./web/made-product.ts";
import { startWeb } from "./web/web-process.ts";

/** Before it counts as many requests as there are paths, at a rate that a web with nothing kept carries: what is measured goes on, and does not begin. */
const WARMING = { rps: 100, seconds: 20 };
/** One visitor asks so many times a minute that 1,800 of one address are never reached. */
const VISITORS = 4_000;
const CONNECTIONS = 128;
/** What counts as still carrying it. */
const BAR_MS = 150;
/** As in production; beside it the same web that makes every page anew. */
const KEPT_SECONDS = "30";

export interface LoadResult {
  rps: number;
  achieved: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  maxMs: number;
  errors: number;
  non200: number;
}

/**
 * Requests at fixed moments, each for any of the paths, whether or not those before were answered, each timed from the moment it was due: a server that
 * stalls is charged for all that had to wait.
 */
export async function atRate(url: string, paths: readonly string[], rps: number, seconds: number, onProgress: OnProgress = () => undefined): Promise<LoadResult> {
  const asking = keptAlive(url, CONNECTIONS);
  const times: number[] = [];
  let errors = 0;
  let non200 = 0;
  const under: Promise<void>[] = [];
  const count = rps * seconds;
  const random = randomFor(rps, seconds, SUBJECT.FACTORY);
  const order = Array.from({ length: count }, () => paths[random.int(0, paths.length - 1)]!);
  const startedAt = performance.now();
  for (let number = 0; number < count; number += 1) {
    const due = startedAt + (number * 1_000) / rps;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    under.push(asking.ask(order[number]!, visitorAddress(number % VISITORS)).then(
      ({ status }) => {
        times.push(performance.now() - due);
        if (status !== 200) non200 += 1;
      },
      () => void (errors += 1),
    ));
    if (number % rps === rps - 1) onProgress(`${rps} a second`, Math.floor(number / rps) + 1, seconds);
  }
  await Promise.all(under);
  const elapsed = (performance.now() - startedAt) / 1_000;
  asking.close();
  return {
    rps, achieved: Math.round((10 * times.length) / elapsed) / 10, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), p99Ms: percentile(times, 0.99), maxMs: percentile(times, 1), errors, non200,
  };
}

/** Half searches in the mix of the search suite, half pages of posts. */
export async function pathsOf(services: TestServices, seed: number, count = 2_000): Promise<string[]> {
  const [rows] = await services.pool.query<RowDataPacket[]>("SELECT id FROM post WHERE status = 'PUBLISHED' ORDER BY id LIMIT 1000");
  const searches = questionsOf(await titlesOf(services), count / 2, seed);
  return searches.flatMap(({ params }, at) => [`/jobs?${postSearchUrl(params)}`, `/jobs/${String(rows[(at * 7) % rows.length]!.id)}`]);
}

/** A web that keeps pages for so long, warmed, for the time of the work. */
async function withWarmWeb<T>(source: Record<string, string>, paths: readonly string[], rps: number, keepSeconds: string, work: (url: string) => Promise<T>): Promise<T> {
  const web = await startWeb({ ...source, KEEP_PAGES_SECONDS: keepSeconds });
  try {
    await atRate(web.url, paths, Math.min(rps, WARMING.rps), WARMING.seconds);
    return await work(web.url);
  } finally {
    await web.stop();
  }
}

/** So many requests a second of search and post pages at one web process, generator and services beside it; with `--ramp` on until it no longer carries them. */
export const benchLoad: Suite = async (deps, { rps, seconds, seed, ramp }, onProgress) => {
  const { services } = await makeProduct(deps, { posts: 2_500, workers: 2_000, seed }, onProgress);
  try {
    const paths = await pathsOf(services, seed);
    const eachPageMade = await withWarmWeb(services.source, paths, rps, "0", (url) => atRate(url, paths, rps, Math.min(seconds, 15), onProgress));
    return await withWarmWeb(services.source, paths, rps, KEPT_SECONDS, async (url) => {
      const found = await atRate(url, paths, rps, seconds, onProgress);
      const steps: LoadResult[] = [];
      for (let next = rps; ramp && (steps.at(-1) ?? found).p95Ms < BAR_MS && next < 20 * rps; ) {
        next = Math.round(next * 1.25);
        steps.push(await atRate(url, paths, next, Math.min(seconds, 15), onProgress));
      }
      return { ...found, eachPageMade, ...(ramp ? { ramp: steps } : {}), visitors: VISITORS, load: Math.round((loadavg()[0] ?? 0) * 10) / 10, ok: found.errors === 0 && found.non200 === 0 };
    });
  } finally {
    await services.close();
  }
};
