import type { RowDataPacket } from "mysql2";
import { writeAudit } from "#app/data/audit.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { HELD_UNTIL, loadRecognitions, type Recognition } from "#app/data/recognitions.server.ts";
import { loadHires, staffOn } from "#app/data/workshops.server.ts";
import type { ClaimState } from "#app/domain/claim/claim-state.ts";
import type { Entitlement } from "#app/domain/claim/entitlement.ts";
import { isOneOf } from "#app/domain/claim/facts.ts";
import { hiringSubsidies } from "#app/domain/claim/hiring.ts";
import { type Day, toDay, yearOf } from "#app/domain/dates.ts";
import { createRuleBook } from "#app/domain/policy/rule-book.ts";
import { countyOf, isWithin, scopePrefix } from "#app/domain/region/codes.ts";
import { judgeRecognition, type RecognitionVerdict, type WorkshopStaff } from "#app/domain/workshop/recognition.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForPerson, actsForRegion, workRegion } from "#app/platform/permissions.ts";
import { type Name, regionPaths } from "./names.server.ts";
import type { RegionOption } from "./options.server.ts";

type Needs = Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">;

export interface WorkshopLine {
  id: string;
  name: string;
  place: Name;
  product: string | null;
  recognisedOn: Day | null;
  /** the first day on which no recognition holds, run out or revoked */
  validUntil: Day | null;
  recognised: boolean;
  /** it ended by a revocation */
  revoked: boolean;
  openPosts: number;
  workers: number;
  claimed: number;
  closedOn: Day | null;
}

/** Townships use the county's code as their beginning; zones listed apart are few and are found by their county's officers through the city. */
const scopeLike = (actor: Actor) => `${scopePrefix(actor.regionCode ?? "-")}%`;

/** The workshops of an officer's region, those with most people at work first. */
export async function readWorkshops(deps: Needs, actor: Actor, page: number, pageSize = 50): Promise<{ workshops: WorkshopLine[]; page: number; pages: number; total: number }> {
  const today = deps.clock.today();
  const [[rows], [count]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      `SELECT w.id, w.name, w.townCode, w.product, w.recognisedOn, w.closedOn,
              (SELECT MAX(${HELD_UNTIL}) FROM workshop_recognition r WHERE r.workshopId = w.id) AS validUntil,
              (SELECT MAX(v.revokedOn) FROM workshop_revocation v WHERE v.workshopId = w.id) AS revokedOn,
              (SELECT COUNT(*) FROM post p WHERE p.workshopId = w.id AND p.status = 'PUBLISHED') AS openPosts,
              (SELECT COUNT(*) FROM placement a JOIN post p ON p.id = a.postId WHERE p.workshopId = w.id AND a.activeKey IS NOT NULL AND EXISTS (
                SELECT 1 FROM placement_event e WHERE e.placementId = a.id AND e.kind = 'ON_THE_JOB' AND NOT EXISTS (SELECT 1 FROM placement_event x WHERE x.placementId = a.id AND x.reversesId = e.id))) AS workers,
              (SELECT COUNT(*) FROM claim c WHERE c.workshopId = w.id AND c.openKey IS NOT NULL) AS claimed
         FROM workshop w WHERE w.townCode LIKE ? ORDER BY w.closedOn IS NOT NULL, workers DESC, w.name, w.id LIMIT ? OFFSET ?`, [scopeLike(actor), pageSize, (page - 1) * pageSize]),
    deps.pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM workshop WHERE townCode LIKE ?", [scopeLike(actor)]),
  ]);
  const places = await regionPaths(deps.pool, rows.map((row) => row.townCode as string));
  const total = Number(count[0]?.n ?? 0);
  return {
    page, pages: Math.max(1, Math.ceil(total / pageSize)), total,
    workshops: rows.map((row) => ({
      ...(row as unknown as WorkshopLine), place: places.get(row.townCode as string) ?? { zh: "", en: "" }, openPosts: Number(row.openPosts), workers: Number(row.workers), claimed: Number(row.claimed),
      recognised: row.validUntil !== null && (row.validUntil as Day) > today && row.closedOn === null, revoked: row.validUntil !== null && row.revokedOn === row.validUntil,
    })),
  };
}

export interface HireLine {
  personId: string;
  nameMasked: string;
  lifted: boolean;
  arrivedOn: Day;
  endedOn: Day | null;
  months: number;
  subsidy: Entitlement;
  claim: { id: string; state: ClaimState } | null;
}

export interface WorkshopPage {
  id: string;
  name: string;
  townCode: string;
  countyCode: string;
  place: Name;
  product: string | null;
  address: string | null;
  closedOn: Day | null;
  version: number;
  recognitions: Recognition[];
  /** one of them holds today, so that it can be revoked */
  recognised: boolean;
  staff: WorkshopStaff;
  verdict: RecognitionVerdict;
  posts: { id: string; title: string; openings: number; filled: number }[];
  hires: HireLine[];
}

/** A workshop with its people, recognitions and what it can claim for each of them; for a bureau of its town. The look is in the audit. */
export async function readWorkshop(deps: Needs, actor: Actor, workshopId: string): Promise<WorkshopPage | null> {
  if (!ID_PATTERN.test(workshopId)) return null;
  const workshop = await deps.db.workshop.findUnique({
    where: { id: workshopId }, include: { claims: true, posts: { where: { status: "PUBLISHED" }, select: { id: true, title: true, openings: true, filled: true }, orderBy: { title: "asc" } } },
  });
  if (!workshop || !actsForRegion(actor, workshop.townCode)) return null;
  await writeAudit(deps, actor, { action: "see-workshop-people", subjectType: "workshop", subjectId: workshopId, outcome: "ok" });
  const today = deps.clock.today();
  const [hires, rows, places, recognitions] = await Promise.all([loadHires(deps, workshopId), loadPolicyParameters(deps.pool), regionPaths(deps.pool, [workshop.townCode]), loadRecognitions(deps.pool, workshopId)]);
  const rules = createRuleBook(rows);
  const names = new Map((await deps.db.person.findMany({ where: { id: { in: hires.map(({ facts }) => facts.personId) } }, select: { id: true, nameMasked: true } })).map((one) => [one.id, one.nameMasked]));
  const staff = staffOn(hires, today);
  return {
    id: workshop.id, name: workshop.name, townCode: workshop.townCode, countyCode: countyOf(workshop.townCode), place: places.get(workshop.townCode) ?? { zh: "", en: "" }, product: workshop.product,
    address: workshop.address, closedOn: workshop.closedOn === null ? null : toDay(workshop.closedOn), version: workshop.version, posts: workshop.posts, staff,
    recognitions, recognised: recognitions.some((one) => one.recognisedOn <= today && today < one.heldUntil),
    verdict: judgeRecognition(staff, rules, { regionCode: countyOf(workshop.townCode), asOf: today }),
    hires: hires.flatMap(({ facts, works }): HireLine[] => {
      const subsidy = hiringSubsidies(facts, rules, { year: yearOf(today), asOf: today }).find((one) => one.basis.workshopId === workshopId);
      if (!subsidy) return [];
      const claim = workshop.claims.find((one) => one.personId === facts.personId && one.openKey !== null) ?? null;
      const last = works.reduce((latest, work) => (work.arrivedOn > latest.arrivedOn ? work : latest));
      return [{
        personId: facts.personId, nameMasked: names.get(facts.personId) ?? "", lifted: isOneOf(facts, ["POVERTY_LIFTED"], today), arrivedOn: last.arrivedOn, endedOn: last.endedOn,
        months: subsidy.basis.months ?? 0, subsidy, claim: claim && { id: claim.id, state: claim.state },
      }];
    }).sort((a, b) => (a.arrivedOn < b.arrivedOn ? 1 : -1)),
  };
}

export interface StartupLine {
  id: string;
  personId: string;
  nameMasked: string;
  name: string;
  business: string;
  place: Name;
  openedOn: Day;
  closedOn: Day | null;
  jobs: number;
  returned: boolean;
  claim: ClaimState | null;
}

/** The businesses that people of an officer's or agent's region opened, newest first. */
export async function readStartups(deps: Needs, actor: Actor, limit = 500): Promise<{ startups: StartupLine[]; open: number; jobs: number }> {
  const like = scopeLike(actor);
  const [[rows], [sums]] = await Promise.all([
    deps.pool.query<RowDataPacket[]>(
      `SELECT s.id, s.personId, s.name, s.business, s.townCode, s.openedOn, s.closedOn, s.jobs, s.returned, n.nameMasked,
              (SELECT c.state FROM claim c WHERE c.personId = s.personId AND c.benefit = 'STARTUP' ORDER BY c.appliedAt DESC LIMIT 1) AS claimState
         FROM startup s JOIN person n ON n.id = s.personId WHERE n.homeRegionCode LIKE ? ORDER BY s.openedOn DESC, s.id LIMIT ?`, [like, limit]),
    deps.pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n, COALESCE(SUM(s.jobs), 0) AS jobs FROM startup s JOIN person n ON n.id = s.personId WHERE n.homeRegionCode LIKE ? AND s.closedOn IS NULL", [like]),
  ]);
  const places = await regionPaths(deps.pool, rows.map((row) => row.townCode as string));
  return {
    open: Number(sums[0]?.n ?? 0), jobs: Number(sums[0]?.jobs ?? 0),
    startups: rows.map((row) => ({ ...(row as unknown as StartupLine), place: places.get(row.townCode as string) ?? { zh: "", en: "" }, returned: Boolean(row.returned), claim: row.claimState as ClaimState | null })),
  };
}

export interface StartupForm {
  person: { id: string; nameMasked: string; home: Name; countyCode: string; townCode: string };
  startups: { id: string; name: string; business: string; townCode: string; openedOn: Day; licenceNumber: string | null; jobs: number; returned: boolean; closedOn: Day | null; version: number }[];
  towns: RegionOption[];
}

/** A person's businesses and the form for one; for a bureau or agent of their home. */
export async function readStartupForm(deps: Needs, actor: Actor, personId: string): Promise<StartupForm | null> {
  if (!ID_PATTERN.test(personId)) return null;
  const person = await deps.db.person.findUnique({ where: { id: personId }, include: { startups: { orderBy: { openedOn: "desc" } } } });
  if (!person || person.deletedAt !== null || !actsForPerson(actor, person)) return null;
  await writeAudit(deps, actor, { action: "see-startup", subjectType: "person", subjectId: personId, outcome: "ok" });
  const [homes, towns] = await Promise.all([regionPaths(deps.pool, [person.homeRegionCode]), readTowns(deps, person.homeCountyCode)]);
  return {
    person: { id: personId, nameMasked: person.nameMasked, home: homes.get(person.homeRegionCode) ?? { zh: "", en: "" }, countyCode: person.homeCountyCode, townCode: person.homeRegionCode.slice(0, 9) }, towns,
    startups: person.startups.map((one) => ({
      id: one.id, name: one.name, business: one.business, townCode: one.townCode, openedOn: toDay(one.openedOn), licenceNumber: one.licenceNumber, jobs: one.jobs, returned: one.returned, version: one.version,
      closedOn: one.closedOn === null ? null : toDay(one.closedOn),
    })),
  };
}

/** The townships of a county. */
export async function readTowns(deps: Pick<Deps, "pool">, countyCode: string): Promise<RegionOption[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT code, parentCode, name, pinyin FROM region WHERE parentCode = ? AND level = 'TOWN' ORDER BY code", [countyCode]);
  return rows.map((row) => ({ code: row.code as string, parentCode: row.parentCode as string | null, name: { zh: row.name as string, en: row.pinyin as string } }));
}

/** The county whose townships a form offers: the officer's own, or the one they asked for within their region. */
export function formCounty(actor: Actor, asked: string | null): string | null {
  const scope = workRegion(actor);
  if (scopePrefix(scope).length >= 6) return countyOf(scope);
  return asked !== null && /^14\d{4}$/.test(asked) && !asked.endsWith("00") && isWithin(asked, scope) ? asked : null;
}
