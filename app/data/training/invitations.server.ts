import type { ResultSetHeader, RowDataPacket } from "mysql2";
import { endOfExpectation, type ExpectationEnd, type ExpectationFacts } from "#app/domain/training/expectation.ts";
import { insertRows } from "#app/platform/bulk.server.ts";
import type { Querier } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** The first people of a need's list whom a class can still be offered to. */
export async function findInvitable(querier: Querier, needId: string, most: number): Promise<{ personId: string; postId: string }[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT l.personId, l.postId FROM training_need_person l JOIN person p ON p.id = l.personId JOIN wish w ON w.personId = p.id
      WHERE l.needId = ? AND p.deletedAt IS NULL AND w.seeking = TRUE
        AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id)
        AND NOT EXISTS (SELECT 1 FROM training_enrolment e WHERE e.personId = p.id AND e.state IN ('WAITING', 'ENROLLED'))
        AND NOT EXISTS (SELECT 1 FROM training_invitation i JOIN training_class k ON k.id = i.classId WHERE i.personId = p.id AND i.state = 'INVITED' AND k.state IN ('PLANNED', 'OPEN'))
      ORDER BY l.nr LIMIT ?`, [needId, most]);
  return rows as { personId: string; postId: string }[];
}

/**
 * Invites the first people of a need's list who are still free: not placed, in no class, with no other invitation open. The class's row is held, and a class that
 * has invitations already gets no more. How many were asked, those of before included.
 */
export async function inviteFromNeed(deps: Pick<Deps, "pool" | "clock" | "newId">, { needId, classId, most, invitedBy }: { needId: string; classId: string; most: number; invitedBy: string | null }): Promise<number> {
  const now = deps.clock.now();
  const connection = await deps.pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query("SELECT id FROM training_class WHERE id = ? FOR UPDATE", [classId]);
    const [[before]] = await connection.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM training_invitation WHERE classId = ?", [classId]);
    if (Number(before!.n) > 0) {
      await connection.commit();
      return Number(before!.n);
    }
    const people = await findInvitable(connection, needId, most);
    const rows = people.map((row, at) => ({ id: deps.newId(), classId, personId: row.personId, nr: at + 1, invitedBy, invitedAt: now }));
    await insertRows(connection, "training_invitation", rows);
    await insertRows(connection, "training_expectation", rows.map((row, at) => ({ invitationId: row.id, postId: people[at]!.postId })));
    await insertRows(connection, "notice", rows.map((row) => ({ id: deps.newId(), personId: row.personId, kind: "training-invited", onceKey: `training-invited:${row.id}`, subjectId: row.id, recordedAt: now })));
    await connection.commit();
    return rows.length;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

const AT_ONCE = 500;

/**
 * Ends what posts wait for no longer, each with its reason; whoever has passed is told which post is still open. How many ended. Several workers at once, or
 * again after a kill, end each once.
 */
export async function settleExpectations(deps: Pick<Deps, "pool" | "clock" | "newId">): Promise<number> {
  const now = deps.clock.now();
  const today = deps.clock.today();
  let ended = 0;
  for (let after = ["", ""] as [string, string]; ; ) {
    const [rows] = await deps.pool.query<RowDataPacket[]>(
      `SELECT x.invitationId, x.postId, i.personId, i.state AS invitation, k.state AS classState, e.state AS enrolment,
              o.status = 'PUBLISHED' AND o.filled < o.openings AND o.validUntil > ? AS postOpen
         FROM training_expectation x JOIN training_invitation i ON i.id = x.invitationId JOIN training_class k ON k.id = i.classId JOIN post o ON o.id = x.postId
         LEFT JOIN training_enrolment e ON e.id = i.enrolmentId
        WHERE x.endedAt IS NULL AND (x.invitationId, x.postId) > (?, ?) ORDER BY x.invitationId, x.postId LIMIT ?`, [today, ...after, AT_ONCE]);
    for (const row of rows) {
      const end = endOfExpectation({ ...(row as unknown as ExpectationFacts), postOpen: Boolean(row.postOpen) });
      if (end !== null && (await endOne(deps, row, end, now))) ended += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return ended;
    after = [last.invitationId as string, last.postId as string];
  }
}

async function endOne(deps: Pick<Deps, "pool" | "newId">, row: RowDataPacket, end: ExpectationEnd, now: Date): Promise<boolean> {
  const connection = await deps.pool.getConnection();
  try {
    await connection.beginTransaction();
    const [done] = await connection.query<ResultSetHeader>("UPDATE training_expectation SET endedAt = ?, `end` = ? WHERE invitationId = ? AND postId = ? AND endedAt IS NULL", [now, end, row.invitationId, row.postId]);
    if (done.affectedRows === 1 && end === "PASSED") {
      await connection.query(
        "INSERT IGNORE INTO notice (id, personId, kind, onceKey, postId, recordedAt) VALUES (?, ?, 'training-passed', ?, ?, ?)",
        [deps.newId(), row.personId, `training-passed:${String(row.invitationId)}`, row.postId, now]);
    }
    await connection.commit();
    return done.affectedRows === 1;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}
