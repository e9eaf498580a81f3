import type { RowDataPacket } from "mysql2";
import { type Day, toDay } from "#app/domain/dates.ts";
import { dueOf, type Due, type PaidDay, type WorkedDay } from "#app/domain/workfare/pay.ts";
import { daysInForce, findBrokenEntry, type Hashed } from "#app/domain/workfare/roll.ts";
import type { Actor } from "#app/platform/actor.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { Db, Querier, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { findProjectFor, type Project } from "./projects.server.ts";
import { toEntry } from "./rolls.server.ts";

type Reader = Pick<Db | Tx, "musterRoll" | "musterEntry" | "payDay">;

/** The rows of all rolls of a project, by roll. */
export async function loadProjectEntries(db: Reader, projectId: string): Promise<Map<string, Hashed[]>> {
  const rows = await db.musterEntry.findMany({ where: { roll: { projectId } }, orderBy: [{ rollId: "asc" }, { seq: "asc" }] });
  const byRoll = new Map<string, Hashed[]>();
  for (const row of rows) byRoll.set(row.rollId, [...(byRoll.get(row.rollId) ?? []), toEntry(row)]);
  return byRoll;
}

export type ProjectDue = Due & { /** numbers of closed rolls whose chain is broken: nothing of them is paid until that is cleared up */ heldRolls: number[] };

/** What is due to a project's crew now: the days of its closed rolls, less what sheets hold already. A roll that was changed is held back and told. */
export async function loadDue(db: Reader, projectId: string): Promise<ProjectDue> {
  const closed = await db.musterRoll.findMany({ where: { projectId, closedAt: { not: null } }, select: { id: true, nr: true, lastSeq: true, lastHash: true }, orderBy: { nr: "asc" } });
  const entries = await loadProjectEntries(db, projectId);
  const held = closed.filter((roll) => findBrokenEntry(entries.get(roll.id) ?? [], roll, sha256) !== null);
  const isHeld = (rollId: string) => held.some((one) => one.id === rollId);
  const worked: WorkedDay[] = closed.filter(({ id }) => !isHeld(id)).flatMap(({ id }) => daysInForce(entries.get(id) ?? []).map(({ personId, day, quarters, rateFen, seq }) => ({ rollId: id, personId, day, quarters, rateFen, seq })));
  const paid = (await loadPaidDays(db, projectId)).filter(({ rollId }) => !isHeld(rollId));
  return { ...dueOf(worked, paid), heldRolls: held.map((one) => one.nr) };
}

async function loadPaidDays(db: Reader, projectId: string): Promise<PaidDay[]> {
  const rows = await db.payDay.groupBy({ by: ["rollId", "personId", "day"], where: { line: { sheet: { projectId } } }, _sum: { payFen: true } });
  return rows.map(({ rollId, personId, day, _sum }) => ({ rollId, personId, day: toDay(day), payFen: _sum.payFen ?? 0 }));
}

export interface Sheet {
  id: string;
  projectId: string;
  nr: number;
  state: "DRAFT" | "APPROVED" | "SENT" | "DONE";
  totalFen: number;
  madeAt: Date;
  madeBy: string | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  publicFrom: Day | null;
  publicUntil: Day | null;
  filesMade: number;
  version: number;
}

/** A pay sheet with its project, for an officer who may settle pay; null for everybody else. */
export async function findSheetFor(deps: Pick<Deps, "db" | "clock">, actor: Actor, sheetId: string): Promise<{ sheet: Sheet; project: Project } | null> {
  if (!ID_PATTERN.test(sheetId)) return null;
  const row = await deps.db.paySheet.findUnique({ where: { id: sheetId } });
  const found = row && (await findProjectFor(deps, actor, row.projectId, "PAY"));
  return found ? { project: found.project, sheet: toSheet(row) } : null;
}

export function toSheet(row: Omit<Sheet, "totalFen" | "publicFrom" | "publicUntil"> & { totalFen: bigint; publicFrom: Date | null; publicUntil: Date | null }): Sheet {
  const dayOf = (date: Date | null) => (date === null ? null : toDay(date));
  return { ...row, totalFen: Number(row.totalFen), publicFrom: dayOf(row.publicFrom), publicUntil: dayOf(row.publicUntil) };
}

/** Whether workfare pay is on its way to a person, or days of theirs stand in a roll that no sheet has paid: who leaves now would lose it. */
export async function isOwedWages(querier: Querier, personId: string): Promise<boolean> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT EXISTS (SELECT 1 FROM pay_line WHERE personId = ? AND result <> 'PAID')
         OR EXISTS (SELECT 1 FROM muster_entry e WHERE e.personId = ? AND e.kind = 'DAY' AND e.quarters > 0 AND NOT EXISTS (SELECT 1 FROM pay_day d WHERE d.rollId = e.rollId AND d.personId = e.personId AND d.day = e.day)
              AND e.seq = (SELECT MAX(x.seq) FROM muster_entry x WHERE x.rollId = e.rollId AND x.personId = e.personId AND x.day = e.day)) AS owed`, [personId, personId]);
  return Number(rows[0]?.owed) === 1;
}
