import { type Day, toDay } from "#app/domain/dates.ts";
import { LICENCE_ACTS, type LicenceAct, type LicenceState } from "#app/domain/overseas/licence.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { overseesLicences, readDestinations } from "../overseas/licences.server.ts";
import { type Name, regionNames } from "./names.server.ts";
import { type ApplicationView, readApplications } from "./overseas-pages.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock">;

export interface LicenceLine {
  id: string;
  company: string;
  creditCode: string | null;
  number: string;
  issuer: string;
  destinations: Name[];
  reserveFen: number;
  validFrom: Day;
  validUntil: Day;
  state: LicenceState;
  version: number;
  openPosts: number;
  going: number;
  stopped: number;
  departed: number;
}

async function linesOf({ db, pool }: Needs, id?: string): Promise<LicenceLine[]> {
  const rows = await db.overseasLicence.findMany({
    where: { id }, orderBy: [{ state: "asc" }, { validUntil: "asc" }, { id: "asc" }], take: 500,
    include: { employer: { select: { name: true, creditCode: true } }, _count: { select: { terms: { where: { post: { status: "PUBLISHED" } } } } }, applications: { select: { state: true } } },
  });
  const names = await regionNames(pool, rows.flatMap((row) => readDestinations(row.destinations)));
  return rows.map((row) => {
    const of = (state: string) => row.applications.filter((one) => one.state === state).length;
    return {
      id: row.id, company: row.employer.name, creditCode: row.employer.creditCode, number: row.number, issuer: row.issuer, destinations: readDestinations(row.destinations).map((code) => names.get(code) ?? { zh: code, en: code }), reserveFen: Number(row.reserveFen),
      validFrom: toDay(row.validFrom), validUntil: toDay(row.validUntil), state: row.state, version: row.version, openPosts: row._count.terms, going: of("OPEN"), stopped: of("STOPPED"), departed: of("DEPARTED"),
    };
  });
}

/** All licences; every bureau may read them. */
export async function readLicences(deps: Needs): Promise<LicenceLine[]> {
  return linesOf(deps);
}

/** Applications of people whose home lies in the officer's region; `waiting`: those whose contract waits to be filed, and those that are stopped. */
export async function readBureauApplications(deps: Needs, actor: Actor): Promise<{ all: ApplicationView[]; waiting: ApplicationView[]; stopped: ApplicationView[] }> {
  const all = await readApplications(deps, { placement: { homeCountyCode: { startsWith: scopePrefix(actor.regionCode ?? "-") } } }, 2_000);
  return { all, waiting: all.filter((one) => one.next === "FILED"), stopped: all.filter((one) => one.state === "STOPPED") };
}

/** One licence with its events and what may be done to it by this officer. */
export async function readLicencePage(deps: Needs, actor: Actor, id: string) {
  const [line] = ID_PATTERN.test(id) ? await linesOf(deps, id) : [];
  if (!line) return null;
  const events = await deps.db.overseasLicenceEvent.findMany({ where: { licenceId: id }, orderBy: { seq: "asc" } });
  const users = await deps.db.user.findMany({ where: { id: { in: events.flatMap((one) => one.saidByUserId ?? []) } }, select: { id: true, displayName: true } });
  const acts = overseesLicences(actor) ? (Object.keys(LICENCE_ACTS) as LicenceAct[]).filter((act) => (LICENCE_ACTS[act].from as readonly string[]).includes(line.state)) : [];
  return {
    line, acts,
    events: events.map((one) => ({ seq: one.seq, kind: one.kind, happenedOn: toDay(one.happenedOn), validUntil: one.validUntil && toDay(one.validUntil), reason: one.reason, by: users.find((user) => user.id === one.saidByUserId)?.displayName ?? null })),
  };
}
