import { loadOpenPosts } from "#app/data/matching-facts/post-facts.server.ts";
import { readRun } from "#app/data/matching-facts/run-store.server.ts";
import { countSeekers, streamSeekers } from "#app/data/matching-facts/seekers.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { openingsSpokenFor, readTrainingRecord, settledPersons } from "#app/data/training/need-facts.server.ts";
import { hasNeedsSince, replaceNeeds } from "#app/data/training/needs-store.server.ts";
import type { PostFacts } from "#app/domain/matching/facts.ts";
import { matchingRulesFrom } from "#app/domain/matching/rules.ts";
import { requireNumber } from "#app/domain/policy/parameter.ts";
import { createRuleBook } from "#app/domain/policy/rule-book.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import { readLevelWays } from "#app/domain/training/levels.ts";
import { successShares } from "#app/domain/training/success.ts";
import { withLock } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { PersonColumnsBuilder } from "../matching/columns/person-columns.ts";
import { postColumnsOf } from "../matching/columns/post-columns.ts";
import { problemOf } from "../matching/columns/problem.ts";
import { sharedInt32, sharedUint8 } from "../matching/columns/shared-arrays.ts";
import { Vocabulary } from "../matching/columns/vocabulary.ts";
import type { OnProgress } from "../matching/run/run.ts";
import { computeNeeds } from "./compute.ts";
import { draftsOf } from "./drafts.ts";

type NeedsDeps = Pick<Deps, "pool" | "clock" | "newId" | "logger" | "crypto">;

/** Room for people who begin to look while the others are read. */
const HEADROOM = 1.02;

/**
 * What to train after a provincial run that has been applied. Other runs change nothing here, and a run whose result is there already, or one older than the
 * result, is passed over: delivered twice it is one result, and until a new one is whole the one before stands. True when it has written one.
 */
export async function countTrainingNeeds(deps: NeedsDeps, runId: string, onProgress: OnProgress = () => {}): Promise<boolean> {
  return withLock(deps.pool, "training-needs", async () => {
    const run = await readRun(deps.pool, runId);
    if (run?.status !== "DONE" || scopePrefix(run.regionCode) !== scopePrefix(SHANXI) || (await hasNeedsSince(deps.pool, runId))) return false;
    const asOf = deps.clock.today();
    const [rows, open, spokenFor, settled, total] = await Promise.all([
      loadPolicyParameters(deps.pool), loadOpenPosts(deps.pool, asOf), openingsSpokenFor(deps.pool), settledPersons(deps.pool), countSeekers(deps.pool, ""),
    ]);
    const book = createRuleBook(rows);
    const at = { regionCode: SHANXI, asOf };
    const number = (key: string) => requireNumber(rows, key, at);
    const rules = matchingRulesFrom(rows, asOf);
    const vocabulary = new Vocabulary();
    const builder = new PersonColumnsBuilder(Math.ceil(total * HEADROOM) + 1_000, vocabulary, rules);
    const personIds: string[] = [];
    for await (const batch of streamSeekers(deps, "", asOf)) {
      for (const person of batch) {
        if (person.placed || settled.has(person.id) || personIds.length >= total * HEADROOM + 999) continue;
        builder.add(person);
        personIds.push(person.id);
      }
      await onProgress("people", personIds.length, total);
    }
    const posts = open.map((post): PostFacts => ({ ...post, openingsLeft: post.openingsLeft - (spokenFor.get(post.id) ?? 0) })).filter((post) => post.openingsLeft > 0);
    const problem = problemOf(builder.finish(), postColumnsOf(posts, vocabulary, rules), vocabulary, rules);
    const left = sharedInt32(posts.length);
    left.set(problem.posts.capacity);
    await onProgress("courses", 0, 1);
    const startedAt = performance.now();
    const shares = successShares(await readTrainingRecord(deps.pool, number("training.employed.days"), asOf), {
      passPct: number("training.success.pass.pct"), placedPct: number("training.success.placed.pct"), knownFrom: number("training.success.known.from"),
    });
    const leftover = { problem, left, settled: sharedUint8(personIds.length), ways: readLevelWays(book.list("training.level.ways", at) ?? []) };
    const plan = await computeNeeds(leftover, { seats: number("training.class.seats"), rateOf: () => 1 });
    const milliseconds = Math.round(performance.now() - startedAt);
    const needs = draftsOf(deps, plan, { leftover, personIds, posts, vocabulary, shares });
    const written = await replaceNeeds(deps, { runId, asOf, seekers: personIds.length, unfilled: plan.unfilled, asking: plan.asking, bound: plan.bound, milliseconds }, needs);
    deps.logger.info({ job: "count-training-needs", subjectId: runId, count: needs.length, durationMs: milliseconds }, "training needs");
    return written;
  });
}
