import type { ResultSetHeader, RowDataPacket } from "mysql2";
import { emitBulk } from "#app/data/outbox.server.ts";
import { checkChain } from "#app/data/audit-chain/check.server.ts";
import { readCounterDrift } from "#app/data/ledger/counter-drift.server.ts";
import { pruneCodes } from "#app/data/phone-codes.server.ts";
import { addUpViews } from "#app/data/post-views.server.ts";
import { remindOfClasses } from "#app/data/training/notices.server.ts";
import { forgetRosterFiles } from "#app/data/rosters.server.ts";
import { forgetScheduledRuns } from "#app/data/scheduled-runs.server.ts";
import { settleExpectations } from "#app/data/training/invitations.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { addDays, type Day, toDate } from "#app/domain/dates.ts";
import { parameterInForce } from "#app/domain/policy/parameter.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { requestNightlyRun } from "#app/usecases/matching/request-run.server.ts";
import { forgetWithdrawn } from "#app/data/erasure.server.ts";
import { dropOldClaims } from "#app/data/keys/generations.server.ts";
import { retryLookUps } from "#app/usecases/certificates/retry-look-ups.server.ts";
import { remindOfRenewal } from "#app/usecases/certificates/remind-of-renewal.server.ts";
import { openCheckIns } from "#app/usecases/checkins/open-check-ins.server.ts";
import { remindOfDispatches } from "#app/usecases/dispatches/remind.server.ts";
import { expireLicences } from "#app/usecases/overseas/act-on-licence.server.ts";
import { remindOfQuestions } from "#app/usecases/inquiries/remind-of-questions.server.ts";
import { sweepWatch } from "#app/usecases/watch/sweep.server.ts";
import { raiseAlarms } from "#app/usecases/posts/raise-alarms.server.ts";
import { proposeExits } from "#app/usecases/welfare/propose-exits.server.ts";
import { indexCalendarChanges } from "#search/apply.ts";

const KEEP_FINISHED_DAYS = 7;
const AT_ONCE = 1_000;
const MS_PER_DAY = 86_400_000;

export interface Housekeeping {
  expiredPosts: number;
  /** closed because their employer has not said for long that they still hold */
  stalePosts: number;
  viewedPosts: number;
  /** employers newly reported to their bureau */
  alarms: number;
  /** 1 when the night's run over the province has just been asked for */
  nightlyRuns: number;
  /** people asked whether they have arrived, or are still there and paid */
  checkIns: number;
  /** questions that were brought up with their employer again */
  reminders: number;
  /** people reminded of a class that starts tomorrow */
  classReminders: number;
  /** people reminded of a journey of tomorrow */
  journeys: number;
  /** licences for work abroad whose last day has gone by */
  licences: number;
  /** certificates about which the register is asked again */
  lookUps: number;
  /** holders told that a certificate runs out */
  renewals: number;
  /** ways on that were proposed to people whose welfare post ends */
  exitPlans: number;
  /** posts that wait for nobody's training any more */
  trainingEnds: number;
  /** watch cases opened or reported upwards, once a day */
  watched: number;
  prunedEvents: number;
  prunedSessions: number;
  /** of yesterday's codes to telephones */
  prunedCodes: number;
  /** last traces of people who withdrew: the index that let them count once, and a farewell that could not be sent */
  forgotten: number;
  /** pieces of rosters that were done with days ago, or never came whole */
  rosterPieces: number;
  /** records of what the clock asked for long ago */
  oldRuns: number;
  /** flaws that today's check of the audit's chain found; null when it was done before */
  auditFlaws: number | null;
  /** persons by whom the counters of the target differ from the rows they sum up */
  targetDrift: number;
}

/**
 * What the clock asks for every hour: profiles that the calendar changed (a certificate ran out, somebody turned
 * 16) are indexed again, posts past their day end, people on the way and on the job are asked how it stands, questions that
 * wait are brought up again, watched households are looked over, finished events and old sessions go, and so do the last traces of those who withdrew.
 */
export async function keepHouse(deps: Deps, sinceDays: number): Promise<Housekeeping> {
  await indexCalendarChanges(deps, sinceDays);
  return {
    expiredPosts: await endPosts(deps, "validUntil <= ?", deps.clock.today()),
    stalePosts: await endStalePosts(deps),
    viewedPosts: await addUpViews(deps),
    alarms: await raiseAlarms(deps),
    nightlyRuns: (await requestNightlyRun(deps)) ? 1 : 0,
    checkIns: await openCheckIns(deps),
    reminders: await remindOfQuestions(deps),
    classReminders: await remindOfClasses(deps),
    journeys: await remindOfDispatches(deps),
    licences: await expireLicences(deps),
    lookUps: await retryLookUps(deps),
    renewals: await remindOfRenewal(deps),
    exitPlans: await proposeExits(deps),
    trainingEnds: await settleExpectations(deps),
    watched: await sweepWatch(deps),
    prunedEvents: await pruneEvents(deps),
    prunedSessions: await affected(deps, "DELETE FROM login_session WHERE expiresAt < ?", [deps.clock.now()]),
    prunedCodes: await pruneCodes(deps),
    forgotten: (await forgetWithdrawn(deps)) + (await dropOldClaims(deps, MS_PER_DAY)),
    rosterPieces: await forgetRosterFiles(deps, new Date(deps.clock.now().getTime() - KEEP_FINISHED_DAYS * MS_PER_DAY)),
    oldRuns: await forgetScheduledRuns(deps),
    auditFlaws: await checkChain(deps).catch((error: unknown) => unchecked(deps, error)),
    targetDrift: await readCounterDrift(deps),
  };
}

/** That it came to no end stands in its record, which the administrators' page shows; what else is to be done is done. */
function unchecked({ logger }: Pick<Deps, "logger">, error: unknown): null {
  logger.error({ error }, "the audit's chain could not be gone through");
  return null;
}

/** What an employer typed in and has not confirmed for `post.confirm.days`; an imported post has nobody to confirm it and ends by its date. */
async function endStalePosts(deps: Pick<Deps, "pool" | "clock" | "newId">): Promise<number> {
  const today = deps.clock.today();
  const days = parameterInForce(await loadPolicyParameters(deps.pool), "post.confirm.days", { regionCode: SHANXI, asOf: today })?.value;
  if (typeof days !== "number") return 0;
  return endPosts(deps, "source = 'platform' AND COALESCE(confirmedAt, publishedAt, recordedAt) < ?", toDate(addDays(today, -days)));
}

/** Posts that have had their day die by themselves; the index hears of it in the same transaction. */
async function endPosts(deps: Pick<Deps, "pool" | "clock" | "newId">, which: string, limit: Day | Date): Promise<number> {
  let expired = 0;
  for (;;) {
    const connection = await deps.pool.getConnection();
    try {
      await connection.beginTransaction();
      const [rows] = await connection.query<RowDataPacket[]>(
        `SELECT id FROM post WHERE status = 'PUBLISHED' AND ${which} ORDER BY id LIMIT ? FOR UPDATE`, [limit, AT_ONCE]);
      const ids = rows.map((row) => row.id as string);
      if (ids.length > 0) {
        await connection.query("UPDATE post SET status = 'EXPIRED', updatedAt = ? WHERE id IN (?)", [deps.clock.now(), ids]);
        await connection.query("UPDATE job_match SET status = 'LAPSED', openKey = NULL, decidedAt = ? WHERE status = 'PROPOSED' AND postId IN (?)", [deps.clock.now(), ids]);
        await emitBulk(deps, connection, ids.map((subjectId) => ({ event: "post.changed", subjectId })));
      }
      await connection.commit();
      expired += ids.length;
      if (ids.length < AT_ONCE) return expired;
    } catch (error) {
      await connection.rollback();
      throw error;
    } finally {
      connection.release();
    }
  }
}

async function pruneEvents(deps: Pick<Deps, "pool" | "clock">): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEEP_FINISHED_DAYS * MS_PER_DAY);
  let pruned = 0;
  for (;;) {
    const gone = await affected(deps,
      `DELETE FROM outbox_event WHERE expandedAt IS NOT NULL AND recordedAt < ?
          AND NOT EXISTS (SELECT 1 FROM outbox_delivery d WHERE d.eventId = outbox_event.id AND d.doneAt IS NULL) LIMIT ${AT_ONCE}`, [before]);
    pruned += gone;
    if (gone < AT_ONCE) return pruned;
  }
}

async function affected({ pool }: Pick<Deps, "pool">, sql: string, params: unknown[]): Promise<number> {
  const [result] = await pool.query<ResultSetHeader>(sql, params);
  return result.affectedRows;
}
