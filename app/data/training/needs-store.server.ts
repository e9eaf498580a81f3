import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { SuccessShares } from "#app/domain/training/success.ts";
import type { CertificateKind, SkillLevel } from "#app/domain/terms.ts";
import { insertRows } from "#app/platform/bulk.server.ts";
import type { Querier } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** A course as it is kept, with the posts and the people behind it. */
export interface NeedDraft extends SuccessShares {
  id: string;
  countyCode: string;
  occupationCode: string;
  kind: CertificateKind;
  level: SkillLevel | null;
  openings: number;
  people: number;
  peopleFirst: number;
  peopleWishing: number;
  picked: number;
  classes: number;
  expectedHundredths: number;
  posts: { postId: string; openings: number; picked: number }[];
  list: { personId: string; postId: string; posts: number; picked: boolean; wishes: boolean }[];
}

export interface NeedsHeader {
  runId: string;
  asOf: Day;
  seekers: number;
  unfilled: number;
  asking: number;
  bound: number;
  milliseconds: number;
}

/** Whether a run's needs, or those of a later run, are there already. */
export async function hasNeedsSince(querier: Querier, runId: string): Promise<boolean> {
  const [rows] = await querier.query<RowDataPacket[]>("SELECT 1 FROM training_need_run WHERE runId >= ? LIMIT 1", [runId]);
  return rows.length > 0;
}

const AT_ONCE = 5_000;

/** Puts a run's needs in the place of the ones before, all or nothing. What somebody left or a post that went meanwhile names is left out. False: a later run's are there. */
export async function replaceNeeds(deps: Pick<Deps, "pool" | "clock">, header: NeedsHeader, needs: readonly NeedDraft[]): Promise<boolean> {
  const connection = await deps.pool.getConnection();
  try {
    await connection.beginTransaction();
    if (await hasNeedsSince(connection, header.runId)) {
      await connection.rollback();
      return false;
    }
    await connection.query("DELETE FROM training_need_run");
    await insertRows(connection, "training_need_run", [{ ...header, computedAt: deps.clock.now() }]);
    await insertRows(connection, "training_need", needs.map(({ posts: _posts, list: _list, ...need }, at) => ({ ...need, runId: header.runId, nr: at + 1 })));
    await insertRows(connection, "training_need_post", needs.flatMap((need) => need.posts.map((one) => ({ needId: need.id, ...one }))));
    const people = needs.flatMap((need) => need.list.map((one, at) => ({ needId: need.id, nr: at + 1, ...one })));
    for (let from = 0; from < people.length; from += AT_ONCE) {
      const batch = people.slice(from, from + AT_ONCE);
      const [there] = await connection.query<RowDataPacket[]>("SELECT id FROM person WHERE id IN (?) AND deletedAt IS NULL LOCK IN SHARE MODE", [[...new Set(batch.map((one) => one.personId))]]);
      const known = new Set(there.map((row) => row.id as string));
      await insertRows(connection, "training_need_person", batch.filter((one) => known.has(one.personId)));
    }
    await connection.commit();
    return true;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}
