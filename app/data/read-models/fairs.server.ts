import type { RowDataPacket } from "mysql2";
import { FAIR_STATES, type FairKind, type FairState, fairStepsFrom, takesGuests } from "#app/domain/fair/steps.ts";
import { addDays, toDate, toDay } from "#app/domain/dates.ts";
import { regionsHolding, scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { runsFair } from "../fair/fairs.server.ts";
import { readFairFigures } from "../fair/figures.server.ts";
import { type Name, regionPaths } from "./names.server.ts";
import { loadPostCards, type PostCardView } from "./post-card.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock">;
const PAGE = 50;
/** So long a fair that is over stays on the public page. */
const PAST_DAYS = 60;

export interface FairLine {
  id: string;
  title: string;
  kind: FairKind;
  state: FairState;
  region: Name;
  place: string | null;
  startsAt: Date;
  endsAt: Date;
  booths: number;
  approved: number;
  waiting: number;
  posts: number;
  visitors: number;
  hired: number;
  drive: string | null;
}

const LINES = `
  SELECT f.id, f.title, f.kind, f.state, f.regionCode, f.place, f.startsAt, f.endsAt, f.booths, d.name AS drive,
         (SELECT COUNT(*) FROM fair_booth b WHERE b.fairId = f.id AND b.state = 'APPROVED') AS approved, (SELECT COUNT(*) FROM fair_booth b WHERE b.fairId = f.id AND b.state = 'APPLIED') AS waiting,
         (SELECT COUNT(DISTINCT s.postId) FROM fair_booth b JOIN fair_booth_post s ON s.boothId = b.id WHERE b.fairId = f.id AND b.state = 'APPROVED') AS posts,
         (SELECT COALESCE(SUM(t.n), 0) FROM fair_tick t WHERE t.fairId = f.id AND t.boothId IS NULL) AS visitors,
         (SELECT COUNT(DISTINCT h.personId) FROM fair_hiring h WHERE h.fairId = f.id AND h.state = 'HIRED') AS hired
    FROM job_fair f LEFT JOIN employment_drive d ON d.id = f.driveId`;

async function linesOf({ pool }: Pick<Deps, "pool">, where: string, params: unknown[]): Promise<FairLine[]> {
  const [rows] = await pool.query<RowDataPacket[]>(`${LINES} ${where}`, params);
  const names = await regionPaths(pool, rows.map((row) => row.regionCode as string));
  return rows.map((row) => ({
    ...(row as unknown as FairLine), region: names.get(row.regionCode as string) ?? { zh: row.regionCode as string, en: row.regionCode as string },
    approved: Number(row.approved), waiting: Number(row.waiting), posts: Number(row.posts), visitors: Number(row.visitors), hired: Number(row.hired),
  }));
}

/** What anybody sees: fairs that are on or ahead, the next first, and those of the last two months. A county narrows it to what is held there or above. */
export async function readPublicFairs(deps: Needs, query: URLSearchParams) {
  const county = /^14\d{4}$/.test(query.get("county") ?? "") ? query.get("county")! : "";
  const within = county === "" ? "" : " AND f.regionCode IN (?)";
  const params = county === "" ? [] : [regionsHolding(county)];
  const [now, past] = [deps.clock.now(), new Date(`${addDays(deps.clock.today(), -PAST_DAYS)}T00:00:00+08:00`)];
  const [coming, over] = await Promise.all([
    linesOf(deps, `WHERE f.state IN ('PLANNED', 'OPEN') AND f.endsAt > ?${within} ORDER BY f.startsAt, f.id LIMIT 100`, [now, ...params]),
    linesOf(deps, `WHERE f.state IN ('OPEN', 'CLOSED') AND (f.endsAt <= ? OR f.state = 'CLOSED') AND f.startsAt > ?${within} ORDER BY f.startsAt DESC, f.id LIMIT 20`, [now, past, ...params]),
  ]);
  return { coming, over, county };
}

export interface BoothView {
  id: string;
  number: number;
  employerName: string;
  verified: boolean;
  posts: PostCardView[];
}

/** One fair as anybody sees it: what, when, where, its booths and their posts; and whether who looks comes. */
export async function readFair(deps: Needs, actor: Actor | null, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const row = await deps.db.jobFair.findUnique({
    where: { id }, include: { drive: { select: { name: true } }, stands: { where: { state: "APPROVED" }, orderBy: { number: "asc" }, include: { employer: { select: { name: true, status: true } }, posts: true } } },
  });
  if (!row) return null;
  const [names, cards, mine] = await Promise.all([
    regionPaths(deps.pool, [row.regionCode]), loadPostCards(deps.pool, row.stands.flatMap((one) => one.posts.map((post) => post.postId))),
    actor?.role === "SEEKER" && actor.personId ? deps.db.fairGuest.findUnique({ where: { fairId_personId: { fairId: id, personId: actor.personId } }, select: { state: true, code: true } }) : null,
  ]);
  const today = deps.clock.today();
  const booths = row.stands.map((one): BoothView => ({
    id: one.id, number: one.number!, employerName: one.employer.name, verified: one.employer.status === "APPROVED",
    posts: one.posts.flatMap((post) => cards.get(post.postId) ?? []).filter((card) => card.status === "PUBLISHED" && card.validUntil > today),
  }));
  return {
    id: row.id, title: row.title, kind: row.kind, state: row.state, region: names.get(row.regionCode) ?? { zh: "", en: "" }, regionCode: row.regionCode, place: row.place, address: row.address, phone: row.phone, says: row.says,
    startsAt: row.startsAt, endsAt: row.endsAt, reason: row.reason, drive: row.drive?.name ?? null, booths, mine, takesGuests: takesGuests(row, deps.clock.now()), takesBooths: takesGuests(row, deps.clock.now()) && row.stands.length < row.booths,
  };
}
export type FairView = NonNullable<Awaited<ReturnType<typeof readFair>>>;

/** Fairs of a bureau's region, the latest first. */
export async function readBureauFairs(deps: Needs, actor: Actor, query: URLSearchParams, size = PAGE) {
  const state = FAIR_STATES.find((one) => one === query.get("state")) ?? null;
  const waiting = query.get("show") === "BOOTHS";
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  const where = `WHERE f.regionCode LIKE ?${state ? " AND f.state = ?" : ""}${waiting ? ` AND ${BOOTHS_WAIT}` : ""}`;
  const params = [`${scopePrefix(actor.regionCode ?? "-")}%`, ...(state ? [state] : []), ...(waiting ? [deps.clock.now()] : [])];
  const [fairs, [counts]] = await Promise.all([
    linesOf(deps, `${where} ORDER BY f.startsAt DESC, f.id LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]), deps.pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM job_fair f ${where}`, params),
  ]);
  const total = Number(counts[0]!.n);
  return { fairs, total, page, pages: Math.max(1, Math.ceil(total / size)), state, waiting };
}

/** Fairs with booths that somebody asked for and nobody decided: what the desk counts and the list shows. */
export const BOOTHS_WAIT = "f.state IN ('PLANNED', 'OPEN') AND f.endsAt > ? AND EXISTS (SELECT 1 FROM fair_booth b WHERE b.fairId = f.id AND b.state = 'APPLIED')";

/** One fair whole, for whoever leads it; null for everybody else. */
export async function readBureauFair(deps: Needs, actor: Actor, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const row = await deps.db.jobFair.findUnique({
    where: { id },
    include: {
      drive: { select: { id: true, name: true } },
      stands: { orderBy: [{ number: "asc" }, { id: "asc" }], include: { employer: { select: { id: true, name: true, status: true } }, posts: { include: { post: { select: { id: true, title: true, openings: true, filled: true, status: true } } } }, ticks: { select: { n: true } }, hirings: { select: { state: true } } } },
      hirings: { orderBy: { id: "desc" }, include: { person: { select: { nameMasked: true } }, post: { select: { title: true } }, booth: { select: { number: true, employer: { select: { name: true } } } } } },
    },
  });
  if (!row || !runsFair(actor, row)) return null;
  const [names, figures] = await Promise.all([regionPaths(deps.pool, [row.regionCode]), readFairFigures(deps, [id])]);
  const { stands, hirings, regionCode, recordedBy: _by, entryKey: _key, ...columns } = row;
  return {
    ...columns, regionCode, region: names.get(regionCode) ?? { zh: "", en: "" }, steps: fairStepsFrom(row.state), figures,
    stands: stands.map((one) => ({
      id: one.id, employer: one.employer, number: one.number, state: one.state, reason: one.reason, version: one.version, posts: one.posts.map((post) => post.post), openings: one.posts.reduce((sum, { post }) => sum + post.openings, 0),
      visits: one.ticks.reduce((sum, tick) => sum + tick.n, 0), hired: one.hirings.filter((hiring) => hiring.state === "HIRED").length,
    })),
    hirings: hirings.map((one) => ({ id: one.id, personId: one.personId, postId: one.postId, placementId: one.placementId, state: one.state, nameMasked: one.person.nameMasked, title: one.post.title, number: one.booth.number, employer: one.booth.employer.name, at: one.hiredAt ?? one.recordedAt })),
  };
}
export type BureauFair = NonNullable<Awaited<ReturnType<typeof readBureauFair>>>;

/** Drives of a bureau's region and of those that hold it, the latest first, with what their fairs come to. */
export async function readDrives(deps: Needs, actor: Actor) {
  const scope = actor.regionCode ?? "-";
  const rows = await deps.db.employmentDrive.findMany({ where: { OR: [{ regionCode: { startsWith: scopePrefix(scope) } }, { regionCode: { in: regionsHolding(scope) } }] }, include: { fairs: { where: { state: { not: "CANCELLED" } }, select: { id: true } } }, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: 100 });
  const names = await regionPaths(deps.pool, rows.map((row) => row.regionCode));
  return Promise.all(rows.map(async (row) => ({
    id: row.id, name: row.name, regionCode: row.regionCode, region: names.get(row.regionCode) ?? { zh: "", en: "" }, startsOn: toDay(row.startsOn), lastOn: toDay(row.lastOn), fairs: row.fairs.length,
    figures: await readFairFigures(deps, row.fairs.map((one) => one.id)),
  })));
}
export type DriveLine = Awaited<ReturnType<typeof readDrives>>[number];

/** The drives that a fair of the officer's region can belong to and that are not over. */
export async function readDriveChoices({ db, clock }: Pick<Deps, "db" | "clock">, actor: Actor): Promise<{ id: string; name: string }[]> {
  const scope = actor.regionCode ?? "-";
  return db.employmentDrive.findMany({ where: { lastOn: { gte: toDate(clock.today()) }, OR: [{ regionCode: { startsWith: scopePrefix(scope) } }, { regionCode: { in: regionsHolding(scope) } }] }, select: { id: true, name: true }, orderBy: { startsOn: "asc" }, take: 100 });
}
