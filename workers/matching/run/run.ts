import { clearDrafts, countKept, type Draft, draftWriter, markDrafted, publishDrafts, writeMatchNotices } from "#app/data/matching-facts/draft-store.server.ts";
import { DRAFTED, isCancelRequested, markCancelled, markFailed, markProgress, markStarted, readRun, type RunRow } from "#app/data/matching-facts/run-store.server.ts";
import { streamSeekers } from "#app/data/matching-facts/seekers.server.ts";
import { assess, HELP_STAGES } from "#app/domain/matching/assess.ts";
import { FairnessTally } from "#app/domain/matching/fairness.ts";
import type { RunResult } from "#app/domain/matching/run-result.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { withLock } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { judgeOf } from "../columns/judge.ts";
import { match } from "../engine/match.ts";
import { MatchCancelled } from "../engine/shared.ts";
import type { Solution } from "../engine/solve.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";

type RunDeps = Pick<Deps, "pool" | "db" | "clock" | "newId" | "logger" | "crypto">;
export type OnProgress = (phase: string, done: number, total: number) => Promise<void> | void;

/** How often a run under way looks whether it has been called off. */
const LOOK_MS = 1_000;
const DRAFTS_AT_A_TIME = 5_000;

/**
 * The first step of a recorded run: facts → matches → drafts. Safe to deliver twice, to two workers at once, and to start
 * again after a kill: a run whose drafts are all there is not matched again, and nobody sees a draft.
 * False when there was nothing to do: the run is over, called off, or has been found already.
 */
export async function findMatches(deps: RunDeps, runId: string, onProgress: OnProgress = () => {}): Promise<boolean> {
  return withLock(deps.pool, `match-run:${runId}`, async () => {
    const run = await readRun(deps.pool, runId);
    if (run === null || run.status === "DONE" || run.status === "CANCELLED" || (run.status === "RUNNING" && run.phase === DRAFTED)) return false;
    const watch = watchForCancel(deps, runId);
    try {
      await markStarted(deps, runId);
      await find(deps, run, onProgress, watch.signal);
      return true;
    } catch (error) {
      if (error instanceof MatchCancelled) {
        await markCancelled(deps, runId);
        return false;
      }
      deps.logger.error({ subjectId: runId, error }, "matching run failed");
      await markFailed(deps, runId, error instanceof Error ? error.name : "unknown");
      throw error;
    } finally {
      watch.end();
    }
  });
}

/** The second step: what was found takes the place of the open proposals, all or nothing. Null when there was nothing to do. */
export async function publishMatches(deps: RunDeps, runId: string): Promise<{ written: number; skipped: number } | null> {
  const run = await readRun(deps.pool, runId);
  return run === null ? null : publishDrafts(deps, run, scopePrefix(run.regionCode));
}

/** The last step: people are told, and what publishing has left is cleared away. */
export async function notifyMatches(deps: RunDeps, runId: string): Promise<void> {
  const run = await readRun(deps.pool, runId);
  if (run?.status !== "DONE") return;
  await writeMatchNotices(deps, runId);
  await clearDrafts(deps.pool, runId);
  await deps.pool.query("UPDATE match_run SET phase = 'done' WHERE id = ?", [runId]);
}

/** All the steps of a run one after the other; null when it was over already, or was called off. */
export async function executeMatchRun(deps: RunDeps, runId: string, onProgress: OnProgress = () => {}): Promise<{ written: number; skipped: number } | null> {
  await findMatches(deps, runId, onProgress);
  const published = await publishMatches(deps, runId);
  if (published !== null) await notifyMatches(deps, runId);
  return published;
}

async function find(deps: RunDeps, run: RunRow, onProgress: OnProgress, signal: AbortSignal) {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const homePrefix = scopePrefix(run.regionCode);
  const report = async (phase: string, done: number, total: number) => {
    if (signal.aborted) throw new MatchCancelled();
    await markProgress(deps.pool, run.id, phase, done, total);
    await onProgress(phase, done, total);
  };
  await report("snapshot", 0, 0);
  await clearDrafts(deps.pool, run.id);
  const snapshot = await takeSnapshot(deps, homePrefix, run.asOf, (done, total) => report("snapshot", done, total));
  const readSeconds = seconds();
  const solution = await match(snapshot.problem, { signal, onProgress: (phase, done, total) => void report(phase, done, total).catch(() => undefined) });
  const foundSeconds = seconds();
  const scores = scoresOf(snapshot, solution);
  await writeDrafts(deps, run, snapshot, solution, scores, report);
  const kept = await countKept(deps.pool, homePrefix);
  await markDrafted(deps, run.id, resultOf(snapshot, solution, scores, kept, {
    snapshot: readSeconds, ...solution.perPhaseSeconds, drafts: seconds() - foundSeconds,
  }, readSeconds, seconds()));
}

/** The score of each person's match, -1 where there is none. */
function scoresOf({ problem }: Snapshot, { owner }: Solution): Int32Array {
  const judge = judgeOf(problem);
  return Int32Array.from(owner, (post, person) => {
    if (post < 0) return -1;
    judge.open(post);
    return judge.ofPerson(person);
  });
}

/** Reads people once more, as reasons come from their facts; whoever has changed so that the pair is no longer the same gets no draft. */
async function writeDrafts(deps: RunDeps, run: RunRow, { personIds, posts, rules }: Snapshot, { owner }: Solution, scores: Int32Array, report: OnProgress) {
  const write = await draftWriter(deps.pool, run.id);
  const total = owner.reduce((sum, post) => sum + (post < 0 ? 0 : 1), 0);
  let drafts: Draft[] = [];
  let row = 0;
  let done = 0;
  const flush = async () => {
    await write(drafts);
    done += drafts.length;
    drafts = [];
    await report("drafts", done, total);
  };
  for await (const batch of streamSeekers(deps, scopePrefix(run.regionCode), run.asOf)) {
    for (const person of batch) {
      while (row < personIds.length && personIds[row]! < person.id) row += 1;
      if (personIds[row] !== person.id || owner[row]! < 0) continue;
      const post = posts[owner[row]!]!;
      const verdict = assess(person, post, rules);
      if (verdict.allowed && verdict.score === scores[row]) drafts.push({ id: deps.newId(), personId: person.id, postId: post.id, score: verdict.score, reasons: verdict.reasons });
    }
    if (drafts.length >= DRAFTS_AT_A_TIME) await flush();
  }
  await flush();
}

function resultOf(
  { problem, posts, personIds, fairness }: Snapshot, solution: Solution, scores: Int32Array, kept: number, perPhaseSeconds: Record<string, number>, readSeconds: number, seconds: number,
): Omit<RunResult, "proposals" | "skipped"> {
  const tally = new FairnessTally();
  for (let person = 0; person < personIds.length; person += 1) tally.add(fairness[person]!, scores[person]! < 0 ? null : scores[person]!);
  const matched = solution.stages.reduce((sum, stage) => sum + stage.assigned, 0);
  const { value, bound } = solution;
  return {
    seekers: personIds.length, posts: posts.length, openings: problem.posts.capacity.reduce((sum, one) => sum + Math.max(0, one), 0), allowedPairs: null,
    matched, value, bound, gapPct: value === 0 ? 0 : ((bound - value) / value) * 100, seconds: tenths(seconds), peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    perPhaseSeconds: Object.fromEntries(Object.entries(perPhaseSeconds).map(([phase, one]) => [phase, tenths(one)])),
    history: solution.history.map((one) => ({ ...one, seconds: tenths(one.seconds + readSeconds) })),
    stages: solution.stages.map(({ considered, assigned, value: points }, at) => ({ streams: HELP_STAGES[at]!, considered, assigned, value: points })),
    fairness: tally.report(), kept,
  };
}

const tenths = (seconds: number) => Math.round(seconds * 10) / 10;

function watchForCancel(deps: RunDeps, runId: string): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const look = () => void isCancelRequested(deps.pool, runId).then((asked) => asked && controller.abort(), () => undefined);
  const timer = setInterval(look, LOOK_MS);
  look();
  return { signal: controller.signal, end: () => clearInterval(timer) };
}
