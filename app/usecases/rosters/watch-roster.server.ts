import type { Deps } from "#app/platform/deps.server.ts";
import type { ImportProgress } from "#app/domain/import/summary.ts";

const EVERY_MS = 1_000;

/** Tells the page how far a roster is, once a second, and hears there whether somebody has called it off. */
export function watchRoster({ db, logger }: Pick<Deps, "db" | "logger">, rosterId: string) {
  const stop = new AbortController();
  let latest: ImportProgress | null = null;
  const tell = async () => {
    const at = latest;
    const roster = await db.roster.update({
      where: { id: rosterId }, data: at ? { rowsDone: at.rows, progressDone: BigInt(at.bytes), progressTotal: BigInt(at.totalBytes) } : {}, select: { cancelRequestedAt: true },
    });
    if (roster.cancelRequestedAt !== null) stop.abort();
  };
  let telling: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    telling = telling.then(tell).catch((error: unknown) => logger.warn({ subjectId: rosterId, error }, "roster progress"));
  }, EVERY_MS);
  return {
    signal: stop.signal,
    onProgress: (progress: ImportProgress) => {
      latest = progress;
    },
    async end() {
      clearInterval(timer);
      await telling;
    },
  };
}
