import type { RowDataPacket } from "mysql2";
import { ARRIVAL_AFTER_ACCEPTANCE_DAYS, ARRIVAL_AFTER_DEPARTURE_DAYS, ASK_WITHIN_DAYS, CHECK_IN_DAYS, type CheckInKind, checkInSms, type DueCheckIn } from "#app/domain/checkin/check-in.ts";
import { addDays, type Day, toDate } from "#app/domain/dates.ts";
import { linkToken, sha256 } from "#app/platform/crypto.server.ts";
import type { Pool } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { MessageReach } from "./message-reach.server.ts";
import { queueSms } from "./sms.server.ts";

/** From which events on, and how many days after them, each question is asked. */
const ASKED_AFTER: readonly { kind: CheckInKind; event: string; days: number }[] = [
  { kind: "ARRIVAL", event: "ACCEPTED", days: ARRIVAL_AFTER_ACCEPTANCE_DAYS },
  { kind: "ARRIVAL", event: "DEPARTED", days: ARRIVAL_AFTER_DEPARTURE_DAYS },
  ...(Object.entries(CHECK_IN_DAYS) as [CheckInKind, number][]).map(([kind, days]) => ({ kind, event: "ON_THE_JOB", days })),
];

/** Placements under way for which a question may be due and was not asked yet; the ledger of each decides. */
export async function placementsToAsk(pool: Pool, today: Day): Promise<{ id: string; personId: string; postTitle: string | null; postId: string | null }[]> {
  const found = await Promise.all(ASKED_AFTER.map(({ kind, event, days }) => pool.query<RowDataPacket[]>(
    `SELECT DISTINCT a.id, a.personId, a.postId, p.title AS postTitle
       FROM placement_event v JOIN placement a ON a.id = v.placementId LEFT JOIN post p ON p.id = a.postId
      WHERE v.kind = ? AND v.happenedOn > ? AND v.happenedOn <= ? AND a.activeKey IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM check_in c WHERE c.placementId = a.id AND c.kind = ?)`,
    [event, addDays(today, -days - ASK_WITHIN_DAYS), addDays(today, -days), kind])));
  const rows = new Map(found.flatMap(([some]) => some).map((row) => [row.id as string, row]));
  return [...rows.values()].map((row) => ({ id: row.id as string, personId: row.personId as string, postId: row.postId as string | null, postTitle: row.postTitle as string | null }));
}

type Asked = Awaited<ReturnType<typeof placementsToAsk>>[number];

/** Asks a question: its row, a notice and, where it can be sent, a message with the link. False when it was asked before; then nothing is written. */
export async function askCheckIn(deps: Pick<Deps, "db" | "clock" | "newId" | "crypto">, placement: Asked, { kind, dueOn }: DueCheckIn, reach: MessageReach | undefined, origin: string): Promise<boolean> {
  const [id, token, now] = [deps.newId(), linkToken(), deps.clock.now()];
  const bySms = reach?.reachable ?? false;
  return deps.db.$transaction(async (tx) => {
    const { count } = await tx.checkIn.createMany({
      skipDuplicates: true,
      data: [{ id, placementId: placement.id, kind, dueOn: toDate(dueOn), tokenHash: sha256(token), expiresAt: new Date(now.getTime() + ASK_WITHIN_DAYS * 86_400_000), bySms, recordedAt: now }],
    });
    if (count !== 1) return false;
    const onceKey = `check-in:${placement.id}:${kind}`;
    await tx.notice.createMany({ data: [{ id: deps.newId(), personId: placement.personId, kind: "check-in", onceKey, postId: placement.postId, subjectId: placement.id, recordedAt: now }], skipDuplicates: true });
    if (bySms && reach?.phoneEnc) {
      await queueSms(deps, tx, {
        onceKey, personId: placement.personId, phoneEnc: reach.phoneEnc, phoneMasked: reach.phoneMasked, purpose: "check-in",
        text: checkInSms(kind, placement.postTitle, origin), secretEnc: deps.crypto.encrypt("sms.secret", token),
      });
    }
    return true;
  });
}

/** A question with its placement, as `sayInLedger` wants it. */
const WITH_PLACEMENT = {
  placement: {
    include: {
      post: { select: { employerId: true, title: true, occupationCode: true, monthlyMinFen: true, monthlyMaxFen: true, hoursPerDay: true, countyCode: true, employer: { select: { name: true } } } },
      person: { select: { homeRegionCode: true } },
    },
  },
} as const;

const TOKEN_FORM = /^[A-Za-z0-9_-]{22}$/;

/** What a link stands for; null for one that was never given out and for one that has run out alike. */
export async function checkInByToken(deps: Pick<Deps, "db" | "clock">, token: string) {
  if (!TOKEN_FORM.test(token)) return null;
  return deps.db.checkIn.findFirst({ where: { tokenHash: sha256(token), expiresAt: { gt: deps.clock.now() } }, include: WITH_PLACEMENT });
}

export async function checkInById(deps: Pick<Deps, "db">, id: string) {
  return deps.db.checkIn.findUnique({ where: { id }, include: WITH_PLACEMENT });
}

export type OpenCheckIn = NonNullable<Awaited<ReturnType<typeof checkInById>>>;
