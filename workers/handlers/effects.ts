import type { RowDataPacket } from "mysql2";
import { emit } from "#app/data/outbox.server.ts";
import { postsToTellOf } from "#app/data/saved-searches.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { lookUpCertificates } from "#app/usecases/certificates/look-up-certificates.server.ts";
import { runSimulation } from "#app/usecases/policy/run-simulation.server.ts";
import { watchPersons } from "#app/usecases/watch/sweep.server.ts";
import { sendQueuedSms } from "#app/usecases/notices/send-sms.server.ts";
import { runRoster } from "#app/usecases/rosters/run-roster.server.ts";
import { alertSearches } from "#app/usecases/searches/alert-searches.server.ts";
import { certifyTraining } from "#app/usecases/training/certify.server.ts";
import { foldPersons } from "#app/usecases/targets/fold.server.ts";
import { indexPosts, indexProfiles } from "#search/apply.ts";
import { rankCandidates } from "../matching/live/rank-candidates.ts";
import { findMatches, notifyMatches, publishMatches } from "../matching/run/run.ts";
import type { Consumer } from "../subscriptions.ts";
import { countTrainingNeeds } from "../training-needs/run.ts";

/** Told now and then by long work, so that the queue's dashboard shows how far it is. */
export type OnProgress = (phase: string, done: number, total: number) => Promise<void> | void;

/** What a consumer does with its subjects. Each may be done twice, and has happened when the promise resolves. */
export type Effect = (deps: Deps, subjectIds: readonly string[], onProgress: OnProgress) => Promise<void>;

export const EFFECTS: Record<Consumer, Effect> = {
  "index-posts": async (deps, ids) => {
    await indexPosts(deps, [...ids]);
    // only now can a search find them; told again after a repeat, since each alert is written once
    const fresh = await postsToTellOf(deps.pool, ids);
    await deps.db.$transaction((tx) => emit(deps, tx, fresh.map((subjectId) => ({ event: "post.findable", subjectId }))));
  },
  "index-profiles": async (deps, ids) => void (await indexProfiles(deps, [...ids])),
  "index-employer-posts": async (deps, ids) => {
    const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT id FROM post WHERE employerId IN (?) ORDER BY id", [ids]);
    for (let from = 0; from < rows.length; from += 1_000) await indexPosts(deps, rows.slice(from, from + 1_000).map((row) => row.id as string));
  },
  "fold-targets": async (deps, ids) => void (await foldPersons(deps, ids)),
  "rank-candidates": async (deps, ids) => void (await rankCandidates(deps, ids)),
  "run-matching": async (deps, ids, onProgress) => {
    for (const runId of ids) await findMatches(deps, runId, onProgress);
  },
  "publish-matches": async (deps, ids) => {
    for (const runId of ids) await publishMatches(deps, runId);
  },
  "notify-matches": async (deps, ids) => {
    for (const runId of ids) await notifyMatches(deps, runId);
  },
  "count-training-needs": async (deps, ids, onProgress) => {
    // of several runs the last one stands
    for (const runId of [...ids].sort().reverse()) await countTrainingNeeds(deps, runId, onProgress);
  },
  "alert-searches": async (deps, ids) => void (await alertSearches(deps, ids)),
  "look-up-certificates": lookUpCertificates,
  "send-sms": sendQueuedSms,
  "run-roster": async (deps, ids) => {
    for (const rosterId of ids) await runRoster(deps, rosterId);
  },
  "simulate-rules": async (deps, ids, onProgress) => {
    for (const id of ids) await runSimulation(deps, id, onProgress);
  },
  "watch-persons": async (deps, ids) => void (await watchPersons(deps, ids)),
  "certify-trainings": async (deps, ids) => {
    for (const id of ids) await certifyTraining(deps, id);
  },
};
