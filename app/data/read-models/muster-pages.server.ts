import type { RowDataPacket } from "mysql2";
import { type CrewMember, loadCrew } from "#app/data/workfare/crew.server.ts";
import { findProjectFor, type Project } from "#app/data/workfare/projects.server.ts";
import { findRollFor, loadEntries, type Roll } from "#app/data/workfare/rolls.server.ts";
import { type Day, toDate } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { dayPayFen } from "#app/domain/workfare/pay.ts";
import { mayDo, type Part, type WorkfareAct } from "#app/domain/workfare/roles.ts";
import { dayKey, type EntryKind, type EntryWay, findBrokenEntry, type Hashed, lastWords, rollDays, signaturesOf, type Signature } from "#app/domain/workfare/roll.ts";
import type { MemberPart } from "#app/domain/workfare/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type Name, regionNames } from "./names.server.ts";

export interface RollPerson {
  personId: string;
  nr: number;
  nameMasked: string;
  village: Name;
  part: MemberPart;
  rateFen: number;
  /** quarters by day */
  days: Record<Day, number>;
  quarters: number;
  payFen: number;
}

export interface RollView {
  roll: Roll;
  project: Pick<Project, "id" | "name" | "hoursPerDay" | "startsOn" | "endsOn">;
  days: Day[];
  people: RollPerson[];
  signatures: { foreman: Signature | null; representative: Signature | null };
  /** 0: rows are missing at the end; otherwise the first row that was changed; null: whole */
  brokenAt: number | null;
  /** full and part days booked in the ledger of paid days, against those the roll says; equal once it is closed */
  booked: number | null;
  entered: number;
  history: { seq: number; kind: EntryKind; nameMasked: string | null; day: Day | null; quarters: number | null; rateFen: number | null; way: EntryWay; note: string | null; recordedAt: string; by: string | null; hash: string }[];
  may: Record<Extract<WorkfareAct, "ENTER" | "SIGN_FOREMAN" | "SIGN_REPRESENTATIVE" | "SIGN_PAPER" | "CLOSE" | "CORRECT">, boolean>;
  looksAtProject: boolean;
}

const HISTORY_SHOWN = 200;

/** A roll with its crew, day by day, and whether its chain holds; null for strangers. */
export async function readRollPage(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor, rollId: string): Promise<RollView | null> {
  const found = await findRollFor(deps, actor, rollId, "ROLL");
  if (!found) return null;
  const { roll, project, part } = found;
  const [entries, crew, booked] = await Promise.all([
    loadEntries(deps.db, roll.id), loadCrew(deps.pool, project.id, { from: roll.fromOn, until: roll.untilOn }), deps.db.personDay.count({ where: { refId: roll.id, takenBackAt: null } }),
  ]);
  const people = await peopleOf(deps, roll, project, entries, crew);
  const names = new Map(people.map((one) => [one.personId, one.nameMasked]));
  const authors = await deps.db.user.findMany({ where: { id: { in: [...new Set(entries.flatMap((one) => one.recordedBy ?? []))] } }, select: { id: true, displayName: true, person: { select: { nameMasked: true } } } });
  const by = new Map(authors.map((one) => [one.id, one.person?.nameMasked ?? one.displayName]));
  const may = (act: WorkfareAct) => mayDo(part, act);
  return {
    roll, project: { id: project.id, name: project.name, hoursPerDay: project.hoursPerDay, startsOn: project.startsOn, endsOn: project.endsOn }, days: rollDays(roll.fromOn, roll.untilOn), people,
    signatures: signaturesOf(entries), brokenAt: findBrokenEntry(entries, roll, sha256), booked: roll.closedAt === null ? null : booked,
    entered: people.reduce((sum, one) => sum + Object.values(one.days).filter((quarters) => quarters > 0).length, 0),
    history: entries.slice(-HISTORY_SHOWN).reverse().map(({ seq, kind, personId, day, quarters, rateFen, way, note, recordedAt, recordedBy, hash }) => ({
      seq, kind, nameMasked: personId === null ? null : (names.get(personId) ?? "—"), day, quarters, rateFen, way, note, recordedAt, by: recordedBy === null ? null : (by.get(recordedBy) ?? null), hash,
    })),
    may: { ENTER: may("ENTER"), SIGN_FOREMAN: may("SIGN_FOREMAN"), SIGN_REPRESENTATIVE: may("SIGN_REPRESENTATIVE"), SIGN_PAPER: may("SIGN_PAPER"), CLOSE: may("CLOSE"), CORRECT: may("CORRECT") },
    looksAtProject: may("LOOK"),
  };
}

/** The lines of a roll: the crew in its order, and whoever the roll names besides. */
async function peopleOf(deps: Pick<Deps, "db" | "pool">, roll: Roll, project: Project, entries: readonly Hashed[], crew: readonly CrewMember[]): Promise<RollPerson[]> {
  const words = lastWords(entries);
  const others = [...new Set(entries.flatMap((one) => one.personId ?? []))].filter((id) => !crew.some((one) => one.personId === id));
  const gone = await deps.db.person.findMany({ where: { id: { in: others } }, select: { id: true, nameMasked: true, homeRegionCode: true } });
  const all = [
    ...crew.map(({ personId, nameMasked, homeRegionCode, part, rateFen }) => ({ personId, nameMasked, homeRegionCode, part, rateFen })),
    ...gone.map((one) => ({ personId: one.id, nameMasked: one.nameMasked, homeRegionCode: one.homeRegionCode, part: "WORKER" as const, rateFen: null })),
  ];
  const villages = await regionNames(deps.pool, all.map((one) => one.homeRegionCode));
  const days = rollDays(roll.fromOn, roll.untilOn);
  return all.map(({ personId, nameMasked, homeRegionCode, part, rateFen }, at) => {
    const theirs = days.flatMap((day) => words.get(dayKey(personId, day)) ?? []);
    return {
      personId, nr: at + 1, nameMasked, village: villages.get(homeRegionCode) ?? { zh: "", en: "" }, part, rateFen: theirs.at(-1)?.rateFen ?? rateFen ?? project.dayRateFen ?? 0,
      days: Object.fromEntries(theirs.map((one) => [one.day, one.quarters])), quarters: theirs.reduce((sum, one) => sum + one.quarters, 0), payFen: theirs.reduce((sum, one) => sum + dayPayFen(one.rateFen, one.quarters), 0),
    };
  });
}

export interface MyRoll {
  id: string;
  nr: number;
  projectId: string;
  projectName: string;
  fromOn: Day;
  untilOn: Day;
  closed: boolean;
}

export interface MyProject {
  id: string;
  name: string;
  part: Part;
  enters: boolean;
  nextFrom: Day;
  over: boolean;
  rolls: MyRoll[];
}

const MOST_PROJECTS = 60;

/** The awarded projects for which somebody may write or sign rolls, each with its newest rolls and the day on which the next would begin. */
export async function readMyProjects(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor): Promise<MyProject[]> {
  const prefix = scopePrefix(actor.regionCode ?? "-");
  const [rows] = actor.role === "SEEKER"
    ? await deps.pool.query<RowDataPacket[]>("SELECT m.projectId AS id FROM workfare_member m WHERE m.personId = ? AND m.openKey IS NOT NULL AND m.part <> 'WORKER'", [actor.personId ?? "-"])
    : await deps.pool.query<RowDataPacket[]>(
      `SELECT DISTINCT w.projectId AS id FROM workfare_place w JOIN workfare_award a ON a.projectId = w.projectId JOIN workfare_project f ON f.id = w.projectId
        WHERE (w.regionCode LIKE ? OR ? LIKE CONCAT(w.regionCode, '%')) AND f.closedOn IS NULL ORDER BY w.projectId DESC LIMIT ${MOST_PROJECTS}`, [`${prefix}%`, prefix]);
  const found = await Promise.all(rows.map((row) => findProjectFor(deps, actor, row.id as string, "ROLL")));
  const mine = found.filter((one) => one !== null);
  const rolls = await deps.db.musterRoll.findMany({ where: { projectId: { in: mine.map((one) => one.project.id) } }, orderBy: { fromOn: "desc" } });
  return mine.map(({ project, part }) => {
    const own = rolls.filter((one) => one.projectId === project.id).map((one) => ({ id: one.id, nr: one.nr, projectId: project.id, projectName: project.name, fromOn: one.fromOn.toISOString().slice(0, 10), untilOn: one.untilOn.toISOString().slice(0, 10), closed: one.closedAt !== null }));
    const nextFrom = own[0]?.untilOn ?? project.startsOn;
    return { id: project.id, name: project.name, part, enters: mayDo(part, "ENTER"), nextFrom, over: nextFrom >= project.endsOn || toDate(nextFrom) > toDate(deps.clock.today()), rolls: own.slice(0, 6) };
  });
}

export interface TakenRoll {
  id: string;
  title: string;
  fromOn: Day;
  days: Day[];
  seq: number;
  people: { personId: string; nr: number; name: string; village: Name; rateFen: number; days: Record<Day, number> }[];
}

/** The open rolls that somebody may fill in, to be taken along on a phone: masked names and days, nothing else of anybody. */
export async function takeRolls(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor): Promise<TakenRoll[]> {
  const open = (await readMyProjects(deps, actor)).filter((one) => one.enters).flatMap((one) => one.rolls).filter((one) => !one.closed);
  const views = await Promise.all(open.map((one) => readRollPage(deps, actor, one.id)));
  return views.filter((one) => one !== null).map(({ roll, project, days, people }) => ({
    id: roll.id, title: `${project.name} · ${roll.nr}`, fromOn: roll.fromOn, days, seq: roll.lastSeq,
    people: people.map(({ personId, nr, nameMasked, village, rateFen, days: theirs }) => ({ personId, nr, name: nameMasked, village, rateFen, days: theirs })),
  }));
}
