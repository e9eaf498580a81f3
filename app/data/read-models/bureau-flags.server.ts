import type { RowDataPacket } from "mysql2";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface BureauFlag {
  id: string;
  kind: "NEAR_DUPLICATE" | "NO_HIRE";
  raisedAt: Date;
  employer: { id: string; name: string };
  post: { id: string; title: string } | null;
  other: { id: string; title: string; employerName: string } | null;
  facts: Record<string, string | number>;
}

const LISTED = 200;

/** Open warnings about ads in a bureau's region, newest first; at most 200 unless more are asked for. */
export async function readBureauFlags(deps: Pick<Deps, "pool">, actor: Actor, most = LISTED): Promise<BureauFlag[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT f.id, f.kind, f.raisedAt, f.facts, e.id AS employerId, e.name AS employerName, p.id AS postId, p.title, o.id AS otherId, o.title AS otherTitle, oe.name AS otherEmployer
       FROM post_flag f JOIN employer e ON e.id = f.employerId LEFT JOIN post p ON p.id = f.postId
       LEFT JOIN post o ON o.id = f.otherPostId LEFT JOIN employer oe ON oe.id = o.employerId
      WHERE f.closedAt IS NULL AND f.regionCode LIKE ? ORDER BY f.raisedAt DESC, f.id LIMIT ?`, [`${scopePrefix(actor.regionCode ?? "-")}%`, most]);
  return rows.map((row) => ({
    id: row.id as string, kind: row.kind as BureauFlag["kind"], raisedAt: row.raisedAt as Date, facts: readJson(row.facts) as BureauFlag["facts"],
    employer: { id: row.employerId as string, name: row.employerName as string },
    post: row.postId === null ? null : { id: row.postId as string, title: row.title as string },
    other: row.otherId === null ? null : { id: row.otherId as string, title: row.otherTitle as string, employerName: row.otherEmployer as string },
  }));
}
