import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { openNote } from "#app/data/case-notes.ts";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { openCategories, openHeld } from "#app/data/person-status.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import type { PlacementState } from "#app/domain/placement/types.ts";
import { countyOf, scopePrefix } from "#app/domain/region/codes.ts";
import type { PersonCategoryKind, Role, Stream } from "#app/domain/terms.ts";
import type { WatchSignal } from "#app/domain/watch/signals.ts";
import { WATCH_VIEWS, type WatchResult, type WatchStepKind, type WatchView } from "#app/domain/watch/watch-case.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { loadDesks } from "../watch/owners.server.ts";
import { type Name, regionPaths } from "./names.server.ts";

type Needs = Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">;

export interface WatchLine {
  id: string;
  kind: WatchSignal;
  nameMasked: string;
  place: Name;
  since: Day;
  openedAt: Date;
  dueOn: Day;
  overdue: boolean;
  raised: number;
  owner: string | null;
  closedAt: Date | null;
  result: WatchResult | null;
}

export interface WatchList {
  view: WatchView;
  kind: WatchSignal | null;
  counts: Record<WatchView, number>;
  kinds: { kind: WatchSignal; open: number }[];
  page: number;
  total: number;
  pages: number;
  cases: WatchLine[];
}

const PAGE_SIZE = 50;

/** The cases of an officer's or agent's region, those due first; closed ones newest first. */
export async function readWatchList(deps: Needs, actor: Actor, asked: { view: WatchView; kind: WatchSignal | null; page: number }, size = PAGE_SIZE): Promise<WatchList> {
  const today = deps.clock.today();
  const scope = inScope(actor);
  const me = actor.userId ?? "-";
  const conditions: Record<WatchView, [string, (string | number)[]]> = {
    open: ["c.closedAt IS NULL", []], overdue: ["c.closedAt IS NULL AND c.dueOn < ?", [today]], mine: ["c.closedAt IS NULL AND c.ownerId = ?", [me]],
    raised: ["c.closedAt IS NULL AND c.raised > 0", []], closed: ["c.closedAt IS NOT NULL", []],
  };
  const [sql, params] = conditions[asked.view];
  const kind = asked.kind === null ? "" : " AND c.kind = ?";
  const kindParams = asked.kind === null ? [] : [asked.kind];
  const [[sums], [kinds], [rows], [count]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      `SELECT ${WATCH_VIEWS.map((view) => `COALESCE(SUM(${conditions[view][0]}), 0) AS ${view}Count`).join(", ")} FROM watch_case c WHERE ${scope.sql}`,
      [...WATCH_VIEWS.flatMap((view) => conditions[view][1]), ...scope.params]),
    deps.pool.query<RowDataPacket[]>(`SELECT c.kind, COUNT(*) AS n FROM watch_case c WHERE ${scope.sql} AND c.closedAt IS NULL GROUP BY c.kind ORDER BY c.kind`, scope.params),
    deps.pool.query<RowDataPacket[]>(
      `SELECT c.id, c.kind, c.since, c.openedAt, c.dueOn, c.raised, c.closedAt, c.result, c.regionCode, n.nameMasked, u.displayName AS owner
         FROM watch_case c JOIN person n ON n.id = c.personId LEFT JOIN user_account u ON u.id = c.ownerId
        WHERE ${scope.sql} AND ${sql}${kind} ORDER BY ${asked.view === "closed" ? "c.closedAt DESC" : "c.dueOn"}, c.id LIMIT ? OFFSET ?`, [...scope.params, ...params, ...kindParams, size, (asked.page - 1) * size]),
    deps.pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM watch_case c WHERE ${scope.sql} AND ${sql}${kind}`, [...scope.params, ...params, ...kindParams]),
  ]);
  const places = await regionPaths(deps.pool, rows.map((row) => row.regionCode as string));
  return {
    ...asked, counts: Object.fromEntries(WATCH_VIEWS.map((view) => [view, Number(sums[0]?.[`${view}Count`])])) as Record<WatchView, number>,
    kinds: kinds.map((row) => ({ kind: row.kind as WatchSignal, open: Number(row.n) })), total: Number(count[0]?.n ?? 0), pages: Math.max(1, Math.ceil(Number(count[0]?.n ?? 0) / size)),
    cases: rows.map((row) => ({ ...(row as unknown as WatchLine), place: places.get(row.regionCode as string) ?? { zh: "", en: "" }, overdue: row.closedAt === null && (row.dueOn as Day) < today })),
  };
}

/** By county where there is one, for its index. */
function inScope(actor: Actor): { sql: string; params: string[] } {
  const prefix = scopePrefix(actor.regionCode ?? "-");
  return prefix.length > 6 ? { sql: "c.countyCode = ? AND c.regionCode LIKE ?", params: [countyOf(prefix), `${prefix}%`] } : { sql: "c.countyCode LIKE ?", params: [`${prefix}%`] };
}

export interface WatchStepLine {
  seq: number;
  kind: WatchStepKind;
  by: string | null;
  to: string | null;
  note: string | null;
  recordedAt: Date;
}

export interface WatchPage extends WatchLine {
  personId: string;
  householdId: string | null;
  placementId: string | null;
  version: number;
  note: string | null;
  mine: boolean;
  phoneMasked: string | null;
  categories: PersonCategoryKind[];
  steps: WatchStepLine[];
  /** to whom it can be handed on */
  officers: { id: string; name: string; role: Role }[];
}

/** One case, for whoever acts for the home, masked: `see-contact` opens name and number. The look is in the audit. */
export async function readWatchCase(deps: Needs, actor: Actor, caseId: string): Promise<WatchPage | null> {
  if (!ID_PATTERN.test(caseId)) return null;
  const one = await deps.db.watchCase.findUnique({ where: { id: caseId }, include: { person: { include: { categories: true } }, steps: { orderBy: { seq: "asc" } } } });
  if (!one || !actsForRegion(actor, one.regionCode)) return null;
  await writeAudit(deps, actor, { action: "see-watch-case", subjectType: "person", subjectId: one.personId, outcome: "ok" });
  const today = deps.clock.today();
  const [places, desks] = await Promise.all([regionPaths(deps.pool, [one.regionCode]), loadDesks(deps.pool, [one.regionCode])]);
  const ids = [...new Set([one.ownerId, ...one.steps.flatMap((step) => [step.byUserId, step.toUserId])].filter((id): id is string => id !== null))];
  const names = new Map((await deps.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } })).map((user) => [user.id, user.displayName]));
  return {
    id: one.id, kind: one.kind, nameMasked: one.person.nameMasked, place: places.get(one.regionCode) ?? { zh: "", en: "" }, since: toDay(one.since), openedAt: one.openedAt, dueOn: toDay(one.dueOn),
    overdue: one.closedAt === null && toDay(one.dueOn) < today, raised: one.raised, owner: one.ownerId === null ? null : (names.get(one.ownerId) ?? null), closedAt: one.closedAt, result: one.result,
    personId: one.personId, householdId: one.householdId, placementId: one.placementId, version: one.version, note: openNote(deps, one), mine: one.ownerId !== null && one.ownerId === actor.userId,
    phoneMasked: one.person.phoneMasked,
    categories: openCategories(deps, one.person.categories.filter((kind) => toDay(kind.validFrom) <= today && (kind.validTo === null || toDay(kind.validTo) > today))),
    steps: one.steps.map((step) => ({ seq: step.seq, kind: step.kind, by: step.byUserId === null ? null : (names.get(step.byUserId) ?? null), to: step.toUserId === null ? null : (names.get(step.toUserId) ?? null), note: openNote(deps, step), recordedAt: step.recordedAt })),
    officers: desks.of(one.regionCode).filter(({ id }) => id !== one.ownerId).map(({ id, displayName, role }) => ({ id, name: displayName, role })),
  };
}

export interface HouseholdMember {
  personId: string;
  nameMasked: string;
  categories: { kind: PersonCategoryKind; validFrom: Day; validTo: Day | null }[];
  works: { id: string; stream: Stream; state: PlacementState; from: Day | null; to: Day | null; open: boolean }[];
  cases: { id: string; kind: WatchSignal; since: Day; openedOn: Day; closedOn: Day | null; result: WatchResult | null; overdue: boolean }[];
}

export interface HouseholdPage {
  id: string;
  place: Name;
  today: Day;
  members: HouseholdMember[];
}

/** A household with its members, masked, and what happened to each over the years; for whoever acts for its home. */
export async function readHousehold(deps: Needs, actor: Actor, householdId: string): Promise<HouseholdPage | null> {
  if (!ID_PATTERN.test(householdId)) return null;
  const household = await deps.db.household.findUnique({ where: { id: householdId }, include: { persons: { where: { deletedAt: null }, include: { categories: { orderBy: { validFrom: "asc" } }, placements: { select: { id: true, stream: true } }, watchCases: { orderBy: { openedAt: "asc" } } }, orderBy: { birthDate: "asc" } } } });
  if (!household || !actsForRegion(actor, household.regionCode)) return null;
  await writeAudit(deps, actor, { action: "see-household", subjectType: "household", subjectId: householdId, outcome: "ok" });
  const today = deps.clock.today();
  const [places, ledger] = await Promise.all([regionPaths(deps.pool, [household.regionCode]), loadEventsOfPersons(deps.pool, household.persons.map((person) => person.id))]);
  return {
    id: householdId, place: places.get(household.regionCode) ?? { zh: "", en: "" }, today,
    members: household.persons.map((person) => ({
      personId: person.id, nameMasked: person.nameMasked, categories: person.categories.map((one) => openHeld(deps, one)),
      works: person.placements.map(({ id, stream }) => {
        const view = viewPlacement(ledger.get(person.id)?.get(id) ?? []);
        return { id, stream, state: view.state, from: view.arrivedOn, to: view.endedOn, open: view.active };
      }),
      cases: person.watchCases.map((one) => ({ id: one.id, kind: one.kind, since: toDay(one.since), openedOn: toDay(one.openedAt), closedOn: one.closedAt === null ? null : toDay(one.closedAt), result: one.result, overdue: one.closedAt === null && toDay(one.dueOn) < today })),
    })),
  };
}
