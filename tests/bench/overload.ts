import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { randomFor, SUBJECT } from "#prisma/seed/generate/random.ts";
import { pathsOf } from "./load.ts";
import { type OnProgress, percentile, type Suite } from "./suites.ts";
import { keptAlive, visitorAddress } from "./web/kept-alive.ts";
import { makeProduct } from "./web/made-product.ts";
import { startWeb } from "./web/web-process.ts";

const WARM_SECONDS = 6;
const STEP_SECONDS = 5;
const FIRST_RPS = 40;
const STEP = 1.2;
const MOST_RPS = 1_000;
const VISITORS = 4_000;
const CONNECTIONS = 1_024;
/** Sustained: answered about as fast as asked, and nobody waits longer than this. */
const CARRIES = { share: 0.97, p95Ms: 400 };
/** A visitor has gone by then: an answer that comes later is none. */
const PATIENCE_MS = 5_000;

interface Measured {
  rps: number;
  /** answers with a page, within a visitor's patience, a second */
  goodput: number;
  p50Ms: number;
  /** of those answered with a page, in time or not */
  p95Ms: number;
  maxMs: number;
  shedShare: number;
  lateShare: number;
  errors: number;
}

/** Requests at fixed moments whether or not those before were answered; each page timed from the moment it was due. */
async function atRate(url: string, paths: readonly string[], rps: number, seconds: number): Promise<Measured> {
  const asking = keptAlive(url, CONNECTIONS);
  const random = randomFor(rps, seconds, SUBJECT.FACTORY);
  const times: number[] = [];
  let [shed, errors] = [0, 0];
  const count = Math.round(rps * seconds);
  const under: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let number = 0; number < count; number += 1) {
    const due = startedAt + (number * 1_000) / rps;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    under.push(asking.ask(paths[random.int(0, paths.length - 1)]!, visitorAddress(number % VISITORS)).then(
      ({ status }) => {
        if (status === 200) times.push(performance.now() - due);
        else if (status === 503) shed += 1;
        else errors += 1;
      },
      () => void (errors += 1),
    ));
  }
  await Promise.all(under);
  asking.close();
  const inTime = times.filter((time) => time <= PATIENCE_MS).length;
  const share = (part: number) => Math.round((part / count) * 1_000) / 1_000;
  return {
    rps, goodput: Math.round((inTime / seconds) * 10) / 10, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), maxMs: percentile(times, 1),
    shedShare: share(shed), lateShare: share(times.length - inTime), errors,
  };
}

const carries = ({ rps, goodput, p95Ms, errors, shedShare }: Measured) => errors === 0 && shedShare === 0 && goodput >= CARRIES.share * rps && p95Ms <= CARRIES.p95Ms;

/** More and more until it is no longer carried; the last rate that was. */
async function sustainable(url: string, paths: readonly string[], onProgress: OnProgress): Promise<Measured> {
  let last: Measured | null = null;
  for (let rps = FIRST_RPS; rps < MOST_RPS; rps = Math.round(rps * STEP)) {
    onProgress(`${rps} a second`, rps, MOST_RPS);
    // once more for whatever else the machine did in that moment
    let now = await atRate(url, paths, rps, STEP_SECONDS);
    if (!carries(now)) now = await atRate(url, paths, rps, STEP_SECONDS);
    if (!carries(now)) break;
    last = now;
  }
  if (last === null) throw new Error(`not even ${FIRST_RPS} a second are carried here: the machine is too busy to measure on`);
  return last;
}

async function withWeb<T>(source: Record<string, string>, paths: readonly string[], atOnce: string, work: (url: string) => Promise<T>): Promise<T> {
  // pages are made anew for everybody: what is kept costs next to nothing and is never turned away
  const web = await startWeb({ ...source, KEEP_PAGES_SECONDS: "0", ...(atOnce && { PAGES_AT_ONCE: atOnce }) });
  try {
    await atRate(web.url, paths, FIRST_RPS, WARM_SECONDS);
    return await work(web.url);
  } finally {
    await web.stop();
  }
}

/** The rate that one web process carries, then twice that, with shedding as it is set by default and, beside it, without any. */
export const benchOverload: Suite = async (deps, { seconds, seed }, onProgress) => {
  const { services } = await makeProduct(deps, { posts: 2_500, workers: 2_000, seed }, onProgress);
  try {
    const paths = await pathsOf(services, seed);
    const shedding = await withWeb(services.source, paths, "", async (url) => {
      const carried = await sustainable(url, paths, onProgress);
      const twice = await atRate(url, paths, 2 * carried.rps, seconds);
      await sleep(1_000);
      return { carried, twice, after: await atRate(url, paths, Math.round(carried.rps * 0.7), STEP_SECONDS) };
    });
    const { carried, twice, after } = shedding;
    const baseline = await withWeb(services.source, paths, "0", async (url) => {
      const overloaded = await atRate(url, paths, 2 * carried.rps, seconds);
      return { twice: overloaded, after: await atRate(url, paths, Math.round(carried.rps * 0.7), STEP_SECONDS) };
    });
    const share = Math.round((twice.goodput / carried.goodput) * 1_000) / 1_000;
    return {
      sustainableRps: carried.rps, goodputShare: share, p95Ms: twice.p95Ms, carried, twice, after, withoutShedding: { ...baseline, goodputShare: Math.round((baseline.twice.goodput / carried.goodput) * 1_000) / 1_000 },
      patienceMs: PATIENCE_MS, load: Math.round((loadavg()[0] ?? 0) * 10) / 10, ok: share >= 0.8 && twice.errors === 0 && twice.p95Ms < 1_500,
    };
  } finally {
    await services.close();
  }
};
