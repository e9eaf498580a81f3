import { setImmediate as nextTurn } from "node:timers/promises";
import { countSeekers, streamSeekers } from "#app/data/matching-facts/person-facts.server.ts";
import { loadOpenPosts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import {
  markFailed, markProgress, markStarted, openProposalsElsewhere, type Proposal, readRun, writeProposals,
} from "#app/data/matching-facts/run-store.server.ts";
import { assess } from "#app/domain/matching/assess.ts";
import type { PersonFacts } from "#app/domain/matching/facts.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { runStages } from "./stages.ts";

export interface RunSummary {
  seekers: number;
  posts: number;
  openings: number;
  pairs: number;
  written: number;
  seconds: number;
}

/**
 * Carries out a recorded run: facts → order of help → assignment → proposals. Safe to deliver twice and
 * to start again after a kill: nothing is written before the last step, which is one transaction.
 */
export async function executeMatchRun(
  deps: Pick<Deps, "pool" | "clock" | "newId" | "logger">,
  runId: string,
  onProgress: (phase: string, done: number, total: number) => Promise<void> | void = () => {},
): Promise<RunSummary | null> {
  const run = await readRun(deps.pool, runId);
  if (run === null || run.status === "DONE") return null;
  const startedAt = performance.now();
  const report = async (phase: string, done: number, total: number) => {
    await markProgress(deps.pool, runId, phase, done, total);
    await onProgress(phase, done, total);
  };
  try {
    await markStarted(deps, runId);
    const homePrefix = scopePrefix(run.regionCode);
    const total = await countSeekers(deps.pool, homePrefix);
    const seekers: PersonFacts[] = [];
    for await (const batch of streamSeekers(deps.pool, homePrefix, run.asOf)) {
      for (const person of batch) if (!person.placed) seekers.push(person);
      await report("facts", Math.min(seekers.length, total), total);
    }
    const rules = await loadMatchingRules(deps.pool, run.asOf);
    const spokenFor = await openProposalsElsewhere(deps.pool, homePrefix);
    const posts = (await loadOpenPosts(deps.pool, run.asOf))
      .map((post) => ({ ...post, openingsLeft: post.openingsLeft - (spokenFor.get(post.id) ?? 0) }))
      .filter((post) => post.openingsLeft > 0);
    const { assigned, stages } = await runStages(seekers, posts, rules, async (stage, done, of) => {
      await report(`stage-${stage + 1}`, done, of);
      await nextTurn();
    });
    await report("write", 0, assigned.length);
    const byId = new Map(seekers.map((person) => [person.id, person]));
    const proposals: Proposal[] = assigned.map((one) => {
      const post = posts[one.post]!;
      return { personId: one.personId, postId: post.id, score: one.score, reasons: assess(byId.get(one.personId)!, post, rules).reasons };
    });
    const pairs = stages.reduce((sum, stage) => sum + stage.pairs, 0);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const openings = posts.reduce((sum, post) => sum + post.openingsLeft, 0);
    const result = { seekers: seekers.length, posts: posts.length, openings, pairs, stages, seconds };
    const { written } = await writeProposals(deps, run, homePrefix, proposals, result);
    await onProgress("done", written, written);
    return { seekers: seekers.length, posts: posts.length, openings, pairs, written, seconds };
  } catch (error) {
    deps.logger.error({ subjectId: runId, error }, "matching run failed");
    await markFailed(deps, runId, error instanceof Error ? error.name : "unknown");
    throw error;
  }
}
