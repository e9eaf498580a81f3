import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import { scopePrefix, SHANXI } from "#app/domain/region/codes.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import { actsOf, type Party, partyOf, type WelfareAct, type WelfareState, waitsFor } from "#app/domain/welfare/steps.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { loadPolicyParameters } from "../policy.server.ts";
import { type Name, regionNames } from "./names.server.ts";

const SHOWN = 200;

export interface CaseLine {
  id: string;
  state: WelfareState;
  nameMasked: string;
  village: Name;
  title: string;
  kind: WelfareKind;
  since: Date;
  contractUntil: Day | null;
  /** the step that everybody waits for, and whether it is this visitor's */
  waits: WelfareAct | null;
  mine: boolean;
  /** asked about, and answered */
  flagged: boolean;
}

export interface WelfareDesk {
  party: Party | null;
  totals: { posts: number; taken: number; inPost: number; rangers: number; amountFen: number; committedFen: number };
  /** the plan's number of rangers for the whole province, and until when it was set; below the province there is none */
  rangersPlanned: { people: number; lastYear: number | null; article: string | null } | null;
  waiting: CaseLine[];
  inPost: CaseLine[];
  more: boolean;
}

/** The bureau's table for its region: what waits for whom, who is in post, and how much of quota and money is used. */
export async function readWelfareDesk({ pool }: Pick<Deps, "pool">, actor: Actor, year: number, most = SHOWN): Promise<WelfareDesk> {
  const like = `${scopePrefix(actor.regionCode ?? "-")}%`;
  const [[quotas], [funds], [rows], [[held]], policy] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT COALESCE(SUM(posts), 0) AS posts, COALESCE(SUM(taken), 0) AS taken, COALESCE(SUM(posts * monthlyFen * 12), 0) AS promised FROM welfare_quota WHERE regionCode LIKE ? AND year = ?", [like, year]),
    pool.query<RowDataPacket[]>("SELECT COALESCE(SUM(amountFen), 0) AS amount, COALESCE(SUM(committedFen), 0) AS committed FROM welfare_fund WHERE countyCode LIKE ? AND year = ?", [like, year]),
    pool.query<RowDataPacket[]>(
      `SELECT c.id, c.state, c.regionCode, c.updatedAt, c.contractUntil, JSON_LENGTH(c.checks) AS checks, n.nameMasked, p.title, t.kind
         FROM welfare_case c JOIN person n ON n.id = c.personId JOIN post p ON p.id = c.postId JOIN welfare_terms t ON t.postId = c.postId
        WHERE c.regionCode LIKE ? AND c.state IN ('APPLIED', 'REVIEWED', 'CHECKED', 'IN_POST') ORDER BY c.state = 'IN_POST', c.updatedAt, c.id LIMIT ?`, [like, most + 1]),
    pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n, COALESCE(SUM(t.kind = 'RANGER'), 0) AS rangers FROM welfare_case c JOIN welfare_terms t ON t.postId = c.postId WHERE c.regionCode LIKE ? AND c.state = 'IN_POST'", [like]),
    actor.regionCode === SHANXI ? loadPolicyParameters(pool) : [],
  ]);
  const names = await regionNames(pool, rows.map((row) => row.regionCode as string));
  const planned = policy.filter((row) => row.key === "target.rangers").sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1);
  const lines = rows.slice(0, most).map((row): CaseLine => {
    const state = row.state as WelfareState;
    const party = partyOf({ ...actor, personId: null }, { regionCode: row.regionCode as string, personId: null });
    const waits = waitsFor(state)?.act ?? null;
    return {
      id: row.id as string, state, nameMasked: row.nameMasked as string, village: names.get(row.regionCode as string) ?? { zh: "", en: "" }, title: row.title as string, kind: row.kind as WelfareKind,
      since: row.updatedAt as Date, contractUntil: row.contractUntil as Day | null, waits, mine: waits !== null && party !== null && actsOf(state, party).includes(waits), flagged: Number(row.checks) > 0,
    };
  });
  return {
    party: partyOf({ ...actor, personId: null }, { regionCode: actor.regionCode ?? "-", personId: null }),
    totals: { posts: Number(quotas[0]?.posts), taken: Number(quotas[0]?.taken), inPost: Number(held?.n), rangers: Number(held?.rangers), amountFen: Number(funds[0]?.amount), committedFen: Number(quotas[0]?.promised) },
    rangersPlanned: planned ? { people: Number(planned.value), lastYear: planned.validTo === null ? null : Number(planned.validTo.slice(0, 4)) - 1, article: planned.article } : null,
    waiting: lines.filter((one) => one.state !== "IN_POST").sort((a, b) => Number(b.mine) - Number(a.mine)),
    inPost: lines.filter((one) => one.state === "IN_POST").sort((a, b) => (a.contractUntil ?? "").localeCompare(b.contractUntil ?? "")), more: rows.length > most,
  };
}
