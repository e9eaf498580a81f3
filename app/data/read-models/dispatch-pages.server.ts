import type { Prisma } from "#prisma/generated/client.ts";
import { DISPATCH_STATES, type DispatchState, dispatchStepsFrom, HOLDS_PLACE, LEAVING_DAYS, type SeatState } from "#app/domain/dispatch/steps.ts";
import { addDays } from "#app/domain/dates.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { maskContact, openContact } from "../dispatch/contacts.server.ts";
import { runsDispatch } from "../dispatch/dispatches.server.ts";
import { type Name, regionPaths } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock" | "crypto">;
const SHOWS = ["LEAVING", "NO_SHOWS"] as const;
const PAGE = 50;

/** Dispatches that leave within three days from now and have not left: what the desk counts and the list shows. */
export function leavingSoon(today: string) {
  return { state: { in: ["PLANNED", "OPEN", "BOARDING"] as DispatchState[] }, gatherAt: { lt: new Date(`${addDays(today, LEAVING_DAYS + 1)}T00:00:00+08:00`) } };
}

const INCLUDE = { seats: { select: { state: true, followUp: true } } } as const;
type Row = Prisma.DispatchGetPayload<{ include: typeof INCLUDE }>;

async function linesOf({ pool }: Needs, rows: readonly Row[]) {
  const names = await regionPaths(pool, rows.flatMap((row) => [row.homeCode, row.destinationCode]));
  const name = (code: string): Name => names.get(code) ?? { zh: code, en: code };
  const of = (row: Row, states: readonly SeatState[]) => row.seats.filter((one) => states.includes(one.state)).length;
  return rows.map((row) => ({
    id: row.id, home: name(row.homeCode), place: name(row.destinationCode), destination: row.destination, vehicle: row.vehicle, plate: row.plate, gatherAt: row.gatherAt, capacity: row.capacity, state: row.state,
    asked: of(row, ["ASKED"]), taken: of(row, HOLDS_PLACE), aboard: of(row, ["BOARDED", "ARRIVED", "LEFT"]), arrived: of(row, ["ARRIVED"]), noShows: of(row, ["NO_SHOW"]), uncalled: row.seats.filter((one) => one.state === "NO_SHOW" && one.followUp === null).length,
  }));
}
export type DispatchLine = Awaited<ReturnType<typeof linesOf>>[number];

/** The dispatches of a bureau's region, of an agent those they lead, the latest gathering first; `show` asks for what the desk counts. */
export async function readDispatches(deps: Needs, actor: Actor, query: URLSearchParams, size = PAGE) {
  const home = actor.role === "AGENT" ? { escortUserId: actor.userId ?? "-" } : { homeCode: { startsWith: scopePrefix(actor.regionCode ?? "-") } };
  const show = SHOWS.find((one) => one === query.get("show")) ?? null;
  const state = DISPATCH_STATES.find((one) => one === query.get("state")) ?? null;
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  const where = { ...home, ...(show === "LEAVING" ? leavingSoon(deps.clock.today()) : state ? { state } : {}), ...(show === "NO_SHOWS" ? { seats: { some: { state: "NO_SHOW" as const, followUp: null } } } : {}) };
  const [rows, total] = await Promise.all([deps.db.dispatch.findMany({ where, include: INCLUDE, orderBy: [{ gatherAt: "desc" }, { id: "asc" }], take: size, skip: (page - 1) * size }), deps.db.dispatch.count({ where })]);
  return { dispatches: await linesOf(deps, rows), total, page, pages: Math.max(1, Math.ceil(total / size)), show, state };
}

/** What a plan is made of: agreements in force and stations of the officer's region, and accounts that can lead a journey. */
export async function readDispatchChoices({ db, clock }: Needs, actor: Actor) {
  const home = { startsWith: scopePrefix(actor.regionCode ?? "-") };
  const today = new Date(`${clock.today()}T00:00:00Z`);
  const [agreements, stations, escorts] = await Promise.all([
    db.labourAgreement.findMany({ where: { homeCode: home, endedOn: null, validUntil: { gt: today } }, select: { id: true, number: true, partnerBody: true }, orderBy: { number: "asc" }, take: 200 }),
    db.serviceStation.findMany({ where: { openUntil: null }, select: { id: true, name: true }, orderBy: { name: "asc" }, take: 200 }),
    db.user.findMany({ where: { role: { in: ["AGENT", "OFFICER"] }, status: "ACTIVE", regionCode: home }, select: { id: true, displayName: true, username: true }, orderBy: { username: "asc" }, take: 200 }),
  ]);
  return { agreements, stations, escorts };
}

const WAITING_LIMIT = 200;

/** One dispatch whole, for whoever leads it; null for everybody else. Names stay masked. */
export async function readDispatch(deps: Needs, actor: Actor, id: string) {
  if (!ID_PATTERN.test(id)) return null;
  const row = await deps.db.dispatch.findUnique({
    where: { id },
    include: {
      agreement: { select: { id: true, number: true } }, station: { select: { name: true, address: true, phone: true } }, posts: { select: { post: { select: { id: true, title: true } } } },
      seats: { include: { person: { select: { nameMasked: true, phoneMasked: true } } }, orderBy: [{ seat: "asc" }, { id: "asc" }] }, events: { orderBy: [{ recordedAt: "desc" }, { id: "desc" }], take: 60, where: { seatId: null } },
    },
  });
  if (!row || !runsDispatch(actor, row)) return null;
  const [line] = await linesOf(deps, [row]);
  const people = row.seats.map((one) => ({
    id: one.id, personId: one.personId, nameMasked: one.person.nameMasked, phoneMasked: one.person.phoneMasked, state: one.state, seat: one.seat, code: one.code, placementId: one.placementId, version: one.version,
    followUp: one.followUp, followUpNote: one.followUpNote,
  }));
  return {
    ...line!, homeCode: row.homeCode, version: row.version, reason: row.reason, departsAt: row.departsAt, arrivesAt: row.arrivesAt, departedAt: row.departedAt, arrivedAt: row.arrivedAt, gatherPlace: row.gatherPlace, publicFare: row.publicFare,
    agreement: row.agreement, station: row.station, posts: row.posts.map((one) => one.post), driver: maskContact(openContact(deps.crypto, "dispatch.contact", row.driverEnc)), escort: maskContact(openContact(deps.crypto, "dispatch.contact", row.escortEnc)),
    steps: dispatchStepsFrom(row.state, actor.role), people, events: row.events.map((one) => ({ id: one.id, kind: one.kind, at: one.happenedAt, byRole: one.saidByRole, reason: one.reason })),
    candidates: row.state === "OPEN" && actor.role !== "AGENT" ? await candidatesFor(deps, row) : [],
  };
}
export type DispatchPage = NonNullable<Awaited<ReturnType<typeof readDispatch>>>;

/** People of the home region who have said yes to a post at the destination and have not left, and are not on the list: those of the dispatch's posts first. */
async function candidatesFor({ db }: Needs, row: { id: string; homeCode: string; destinationCode: string; posts: { post: { id: string } }[] }) {
  const wanted = new Set(row.posts.map((one) => one.post.id));
  const found = await db.placement.findMany({
    where: {
      activeKey: { not: null }, workRegionCode: { startsWith: scopePrefix(row.destinationCode) }, homeCountyCode: { startsWith: scopePrefix(row.homeCode) }, person: { deletedAt: null, dispatchSeats: { none: { dispatchId: row.id, openKey: { not: null } } } },
      events: { none: { kind: { in: ["DEPARTED", "ON_THE_JOB"] } } },
    },
    select: { personId: true, postId: true, person: { select: { nameMasked: true } }, post: { select: { title: true } } }, orderBy: { id: "asc" }, take: WAITING_LIMIT,
  });
  return found.map((one) => ({ personId: one.personId, nameMasked: one.person.nameMasked, title: one.post?.title ?? null, ofPosts: one.postId !== null && wanted.has(one.postId) })).sort((a, b) => Number(b.ofPosts) - Number(a.ofPosts));
}

/** Everybody of a bureau's region who did not come and whom nobody has called: what the desk counts. */
export async function readNoShows({ db, pool }: Needs, actor: Actor) {
  const rows = await db.dispatchSeat.findMany({
    where: { state: "NO_SHOW", followUp: null, dispatch: { homeCode: { startsWith: scopePrefix(actor.regionCode ?? "-") } } },
    select: { id: true, seat: true, dispatchId: true, person: { select: { nameMasked: true, phoneMasked: true } }, dispatch: { select: { destinationCode: true, destination: true, gatherAt: true } } }, orderBy: [{ dispatchId: "asc" }, { seat: "asc" }], take: 1_000,
  });
  const names = await regionPaths(pool, rows.map((row) => row.dispatch.destinationCode));
  return rows.map((row) => ({ id: row.id, dispatchId: row.dispatchId, seat: row.seat, ...row.person, place: names.get(row.dispatch.destinationCode) ?? { zh: "", en: "" }, destination: row.dispatch.destination, gatherAt: row.dispatch.gatherAt }));
}
