import type { RowDataPacket } from "mysql2";
import { addDays, toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";

const ELSEWHERE = "140222";

export type KnownWelfare = Awaited<ReturnType<typeof knownWelfare>>;

/** Public-welfare posts of the starter data in the county of the officer's account, and one of a county far away, from its fund to its sheet. */
export async function knownWelfare(deps: Deps, seed: number, people: { elsewhere: string; welder: string }) {
  const one = async (sql: string, params: unknown[] = []): Promise<string> => {
    const [rows] = await deps.pool.query<RowDataPacket[]>(`${sql} LIMIT 1`, params);
    if (!rows[0]) throw new Error(`the starter data has nothing for: ${sql}`);
    return String(rows[0].id);
  };
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  const [village, town] = [await one("SELECT code AS id FROM region WHERE code LIKE ? AND level = 'VILLAGE' ORDER BY code", [`${ELSEWHERE}%`]), await one("SELECT code AS id FROM region WHERE parentCode = ? AND level = 'TOWN' ORDER BY code", [ELSEWHERE])];
  const openPost = await one("SELECT p.id FROM post p JOIN welfare_terms t ON t.postId = p.id WHERE t.quotaId IS NOT NULL AND p.status = 'PUBLISHED' AND t.noticeUntil <= ? AND p.filled < p.openings ORDER BY p.id", [today]);
  const openVillage = await one("SELECT regionCode AS id FROM post WHERE id = ?", [openPost]);
  const year = Number(today.slice(0, 4));

  const fund = await deps.db.welfareFund.create({ data: { id: deps.newId(), countyCode: ELSEWHERE, fundSource: `别处资金${seed}`, year, amountFen: 10_000_000n, committedFen: 2_400_000n, recordedAt: now, updatedAt: now } });
  const quota = await deps.db.welfareQuota.create({
    data: { id: deps.newId(), fundId: fund.id, regionCode: village, countyCode: ELSEWHERE, kind: "CLEANING", year, posts: 2, taken: 1, monthlyFen: 100_000, hoursPerDay: 4, daysPerMonth: 22, recordedAt: now, updatedAt: now },
  });
  const employerId = await one("SELECT id FROM employer WHERE status = 'APPROVED' AND regionCode NOT LIKE '141124%' ORDER BY id");
  const occupationCode = await one("SELECT occupationCode AS id FROM post WHERE id = ?", [openPost]);
  const post = await deps.db.post.create({
    data: {
      id: deps.newId(), stream: "WELFARE", employerId, title: `别处保洁员${seed}`, occupationCode, description: "村里主街每天清扫。", regionCode: village, countyCode: ELSEWHERE, scope: "IN_PROVINCE", openings: 1, wageMinFen: 100_000, wageMaxFen: 100_000,
      wagePeriod: "MONTH", monthlyMinFen: 100_000, monthlyMaxFen: 100_000, hoursPerDay: 4, daysPerWeek: 5, status: "PUBLISHED", validFrom: toDate(addDays(today, -5)), validUntil: toDate(addDays(today, 200)), publishedAt: now, source: "known", recordedAt: now, updatedAt: now,
      welfareTerms: { create: { kind: "CLEANING", fundSource: fund.fundSource, subsidyFenPerMonth: 100_000, termMonths: 12, noticeFrom: toDate(addDays(today, -12)), noticeUntil: toDate(addDays(today, -5)), quotaId: quota.id } },
    },
  });
  const applied = async (postId: string, personId: string, regionCode: string) => (await deps.db.welfareCase.create({
    data: { id: deps.newId(), postId, personId, regionCode, state: "APPLIED", openKey: personId, checks: [], recordedAt: now, updatedAt: now, events: { create: { seq: 1, act: "APPLY", toState: "APPLIED", saidByRole: "SEEKER", happenedOn: toDate(today), recordedAt: now } } },
  })).id;
  const month = `2000-${String((seed % 12) + 1).padStart(2, "0")}`;
  const { id: sheet } = await deps.db.welfareSheet.create({ data: { id: deps.newId(), regionCode: town, countyCode: ELSEWHERE, month, state: "SENT", totalFen: 0n, preparedAt: now } });

  return {
    quota: await one("SELECT id FROM welfare_quota WHERE countyCode = '141124' AND taken < posts ORDER BY id"),
    openPost, noticePost: await one("SELECT postId AS id FROM welfare_terms WHERE quotaId IS NOT NULL AND noticeUntil > ? ORDER BY postId", [today]),
    inPost: await one("SELECT id FROM welfare_case WHERE state = 'IN_POST' ORDER BY id"), reviewed: await one("SELECT id FROM welfare_case WHERE state = 'REVIEWED' ORDER BY id"),
    reviewedPost: await one("SELECT postId AS id FROM welfare_case WHERE state = 'REVIEWED' ORDER BY id"),
    villageInPost: await one("SELECT regionCode AS id FROM welfare_case WHERE state = 'IN_POST' ORDER BY id"), sheet: await one("SELECT id FROM welfare_sheet WHERE countyCode = '141124' ORDER BY month DESC"),
    ownCase: await applied(openPost, people.welder, openVillage),
    elsewhere: { village, town, fund: fund.id, quota: quota.id, post: post.id, case: await applied(post.id, people.elsewhere, village), sheet },
  };
}
