import { findUntold, loadRenewalMarks, reminderKey } from "#app/data/certificates/ending.server.ts";
import { addDays } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";

const AT_ONCE = 1_000;

/**
 * Tells holders that a certificate runs out: at the first mark and at the last (policy: certificate.renewal.*), once each however often and however
 * many at once this runs. Whoever comes to be known only after the first mark has passed hears of the last one alone. Gives how many were told.
 */
export async function remindOfRenewal(deps: Pick<Deps, "db" | "pool" | "clock" | "newId">): Promise<number> {
  const today = deps.clock.today();
  const { first, last } = await loadRenewalMarks(deps.pool, today);
  const ranges = [
    { mark: "last" as const, after: today, days: last },
    { mark: "first" as const, after: addDays(today, last ?? 0), days: first },
  ];
  let told = 0;
  for (const { mark, after, days } of ranges) {
    if (days === null) continue;
    for (;;) {
      const ending = await findUntold(deps.pool, mark, { after, until: addDays(today, days), most: AT_ONCE });
      if (ending.length === 0) break;
      const { count } = await deps.db.notice.createMany({
        data: ending.map((one) => ({ id: deps.newId(), personId: one.personId, kind: "certificate-ending", onceKey: reminderKey(one, mark), subjectId: one.id, recordedAt: deps.clock.now() })), skipDuplicates: true,
      });
      told += count;
      if (ending.length < AT_ONCE) break;
    }
  }
  return told;
}
