import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import { mayDo, type Part, partOf, type WorkfareAct } from "#app/domain/workfare/roles.ts";
import type { AwardKind, Fund, MemberPart, WorkfareClass } from "#app/domain/workfare/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Db, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";

export interface Project {
  id: string;
  name: string;
  countyCode: string;
  kind: WorkfareClass;
  labourSharePct: number;
  startsOn: Day;
  /** the first day after the works */
  endsOn: Day;
  approvedOn: Day;
  approvalRef: string | null;
  hoursPerDay: number;
  dayRateFen: number | null;
  progressPct: number | null;
  progressOn: Day | null;
  closedOn: Day | null;
  version: number;
  funds: Fund[];
  places: string[];
  award: Award | null;
}

export interface Award {
  kind: AwardKind;
  employerId: string;
  employerName: string;
  specialTeam: boolean;
  teamSize: number;
  teamLocal: number;
  amountFen: number;
  awardedOn: Day;
  documentRef: string;
  reason: string | null;
  ruleId: string | null;
}

export async function findProject(db: Pick<Db | Tx, "workfareProject">, id: string): Promise<Project | null> {
  if (!ID_PATTERN.test(id)) return null;
  const row = await db.workfareProject.findUnique({ where: { id }, include: { funds: { orderBy: { line: "asc" } }, places: { orderBy: { regionCode: "asc" } }, award: { include: { employer: { select: { name: true } } } } } });
  if (!row) return null;
  const { funds, places, award, startsOn, endsOn, approvedOn, progressOn, closedOn, recordedBy: _by, recordedAt: _at, ...rest } = row;
  const dayOf = (date: Date | null) => (date === null ? null : toDay(date));
  return {
    ...rest, startsOn: toDay(startsOn), endsOn: toDay(endsOn), approvedOn: toDay(approvedOn ?? startsOn), progressOn: dayOf(progressOn), closedOn: dayOf(closedOn),
    funds: funds.map(({ line, amountFen }) => ({ line, amountFen: Number(amountFen) })), places: places.map((one) => one.regionCode),
    award: award && {
      kind: award.kind, employerId: award.employerId, employerName: award.employer.name, specialTeam: award.specialTeam, teamSize: award.teamSize, teamLocal: award.teamLocal,
      amountFen: Number(award.amountFen), awardedOn: toDay(award.awardedOn), documentRef: award.documentRef, reason: award.reason, ruleId: award.ruleId,
    },
  };
}

/** A project for an actor who may do that with it; null for a stranger, as for one that is not there. */
export async function findProjectFor({ db, clock }: Pick<Deps, "db" | "clock">, actor: Actor, id: string, act: WorkfareAct): Promise<{ project: Project; part: Part } | null> {
  const project = await findProject(db, id);
  if (!project) return null;
  const part = partOf({ role: actor.role, regionCode: actor.regionCode, member: await memberPart(db, project.id, actor, clock.today()) }, project);
  return part !== null && mayDo(part, act) ? { project, part } : null;
}

async function memberPart(db: Pick<Db, "workfareMember">, projectId: string, actor: Actor, today: Day): Promise<MemberPart | null> {
  if (actor.role !== "SEEKER" || actor.personId === null || actor.actingFor) return null;
  const row = await db.workfareMember.findFirst({ where: { projectId, personId: actor.personId, openKey: { not: null }, fromOn: { lte: toDate(today) } }, select: { part: true } });
  return row?.part ?? null;
}

/** Waits for whoever changes the same project, and tells its version. */
export async function lockProject(tx: Tx, id: string): Promise<number | null> {
  const rows = await tx.$queryRaw<{ version: number }[]>`SELECT version FROM workfare_project WHERE id = ${id} FOR UPDATE`;
  return rows[0]?.version ?? null;
}
