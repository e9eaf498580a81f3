import type { RowDataPacket } from "mysql2";
import type { RecordedRun } from "#app/domain/jobs/schedule.ts";
import type { Deps } from "#app/platform/deps.server.ts";

type Needs = Pick<Deps, "db" | "clock" | "newId">;

const KEEP_DAYS = 60;
const MS_PER_DAY = 86_400_000;

/** Does work that the clock asked for and keeps when it began, how it ended and what it counted. */
export async function recordRun<T extends object>({ db, clock, newId }: Needs, name: string, work: () => Promise<T>): Promise<T> {
  const id = newId();
  await db.scheduledRun.create({ data: { id, name, startedAt: clock.now() } });
  try {
    const counts = await work();
    await db.scheduledRun.update({ where: { id }, data: { endedAt: clock.now(), counts: JSON.parse(JSON.stringify(counts)) as object } });
    return counts;
  } catch (error) {
    await db.scheduledRun.update({ where: { id }, data: { endedAt: clock.now(), failure: codeOf(error) } }).catch(() => undefined);
    throw error;
  }
}

/** Recorded runs since then, those of the nightly matching among them, which have a record of their own. */
export async function readScheduledRuns({ db, pool }: Pick<Deps, "db" | "pool">, since: Date): Promise<RecordedRun[]> {
  const [recorded, [nights]] = await Promise.all([
    db.scheduledRun.findMany({ where: { startedAt: { gte: since } }, select: { name: true, startedAt: true, endedAt: true, failure: true } }),
    pool.query<RowDataPacket[]>("SELECT requestedAt, finishedAt, status FROM match_run WHERE nightKey IS NOT NULL AND requestedAt >= ?", [since]),
  ]);
  return [
    ...recorded.map(({ failure, ...run }) => ({ ...run, failed: failure !== null })),
    ...nights.map((row) => ({ name: "nightly-match", startedAt: row.requestedAt as Date, endedAt: row.finishedAt as Date | null, failed: row.status !== "DONE" })),
  ];
}

/** When the first run of all was recorded; nothing is expected of the time before. */
export async function firstScheduledRun({ db }: Pick<Deps, "db">): Promise<Date | null> {
  return (await db.scheduledRun.findFirst({ orderBy: { startedAt: "asc" }, select: { startedAt: true } }))?.startedAt ?? null;
}

export async function forgetScheduledRuns({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  return (await db.scheduledRun.deleteMany({ where: { startedAt: { lt: new Date(clock.now().getTime() - KEEP_DAYS * MS_PER_DAY) } } })).count;
}

/** A code and never a message: a driver's message can quote a row. */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return (typeof code === "string" ? code : error instanceof Error ? error.name : "unknown").slice(0, 60);
}
