import type { RowDataPacket } from "mysql2";
import { addDays } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { remindOfRenewal } from "#app/usecases/certificates/remind-of-renewal.server.ts";
import { saveSearch } from "#app/usecases/searches/save-search.server.ts";
import { type KnownOverseas, knownOverseas } from "./known-overseas.ts";
import { type KnownDispatches, knownDispatches } from "./known-dispatches.ts";
import { type KnownFairs, knownFairs } from "./known-fairs.ts";
import { type KnownCertificates, knownCertificates } from "./known-certificates.ts";
import { type KnownPeople, knownPeople } from "./known-people.ts";
import { type KnownBrands, knownBrands } from "./known-brands.ts";
import { type KnownTraining, knownTraining } from "./known-training.ts";
import { type KnownWelfare, knownWelfare } from "./known-welfare.ts";
import { type KnownWorkfare, knownWorkfare } from "./known-workfare.ts";
import { type KnownRules, knownRules } from "./known-rules.ts";

/** Records of the tested product that belong to somebody else, or that are one's own. */
export interface Known extends KnownPeople, KnownRules {
  today: string;
  inAMonth: string;
  freeCreditCode: string;
  /** open, of another employer */
  openPost: string;
  closedPost: string;
  /** never published, of another employer */
  draftPost: string;
  /** of the employer's account */
  ownPost: string;
  strangerPerson: string;
  strangerSearch: string;
  strangerMatch: string;
  strangerPlacement: string;
  strangerEvent: string;
  /** outside the county of the officer's account */
  elsewhereEmployer: string;
  elsewherePlacement: string;
  /** of the county of the officer's account */
  countyEmployer: string;
  elsewhereFlag: string;
  elsewhereReport: string;
  elsewhereRun: string;
  /** waits for its columns to be named, in the county of the officer's account */
  countyRoster: string;
  elsewhereRoster: string;
  dispatches: KnownDispatches;
  fairs: KnownFairs;
  overseas: KnownOverseas;
  certificates: KnownCertificates;
  /** an account of a training body of the officer's county */
  operator: string;
  training: KnownTraining;
  brands: KnownBrands;
  welfare: KnownWelfare;
  workfare: KnownWorkfare;
}

const LINXIAN = "141124";

/**
 * Finds them in the starter data, and makes those that it has none of, in somebody else's name. Another `seed` for each file of tests: what is made is made once more.
 */
export async function knownRecords(deps: Deps, seed: number): Promise<Known> {
  const one = async (sql: string, params: unknown[] = []): Promise<string> => {
    const [rows] = await deps.pool.query<RowDataPacket[]>(`${sql} LIMIT 1`, params);
    if (!rows[0]) throw new Error(`the starter data has nothing for: ${sql}`);
    return String(rows[0].id);
  };
  const today = deps.clock.today();
  const employerId = await one("SELECT employerId AS id FROM user_account WHERE username = 'employer'");
  const personId = await one("SELECT personId AS id FROM user_account WHERE username = 'seeker'");
  const strangerPlacement = await one(
    "SELECT a.id FROM placement a JOIN post p ON p.id = a.postId WHERE a.personId <> ? AND p.employerId <> ? AND a.activeKey IS NOT NULL ORDER BY a.id", [personId, employerId]);
  const [[held]] = await deps.pool.query<RowDataPacket[]>("SELECT personId, postId FROM placement WHERE id = ?", [strangerPlacement]);
  const strangerPerson = String(held!.personId);
  const openPost = await one(
    `SELECT p.id FROM post p JOIN employer e ON e.id = p.employerId WHERE p.employerId <> ? AND e.status = 'APPROVED' AND p.status = 'PUBLISHED' AND p.validUntil > ? AND p.filled < p.openings ORDER BY p.id`, [employerId, today]);
  const elsewhereEmployer = await one("SELECT id FROM employer WHERE regionCode NOT LIKE ? ORDER BY id", [`${LINXIAN}%`]);
  const now = deps.clock.now();
  const actor: Actor = { userId: null, role: "SEEKER", regionCode: null, personId: strangerPerson, employerId: null, purpose: "test" };
  const saved = await saveSearch(deps, actor, { query: "q=保安&v=1", name: `别人的搜索${seed}` });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  const elsewherePost = await one("SELECT id FROM post WHERE countyCode NOT LIKE ? AND status = 'PUBLISHED' ORDER BY id", [`${LINXIAN}%`]);
  const people = await knownPeople(deps, seed);
  const known: Known = {
    ...people, welfare: await knownWelfare(deps, seed, { elsewhere: people.elsewherePerson.id, welder: people.welderPerson }),
    workfare: await knownWorkfare(deps, seed),
    dispatches: await knownDispatches(deps, seed),
    fairs: await knownFairs(deps, seed),
    overseas: await knownOverseas(deps, seed),
    certificates: await knownCertificates(deps, seed, { here: people.villager.id, elsewhere: people.elsewherePerson.id }),
    training: await knownTraining(deps, seed),
    brands: await knownBrands(deps, seed),
    ...(await knownRules(deps, seed, people)),
    today, inAMonth: addDays(today, 30), freeCreditCode: makeCreditCode("141124", 77_777_777), openPost, strangerPerson, strangerSearch: saved.value.searchId, strangerPlacement, elsewhereEmployer,
    closedPost: await one("SELECT id FROM post WHERE status = 'CLOSED' ORDER BY id"),
    draftPost: await one("SELECT id FROM post WHERE employerId <> ? AND status IN ('DRAFT', 'BLOCKED') ORDER BY id", [employerId]),
    ownPost: await one("SELECT id FROM post WHERE employerId = ? AND status = 'PUBLISHED' ORDER BY id", [employerId]),
    countyEmployer: await one("SELECT id FROM employer WHERE regionCode LIKE ? ORDER BY id", [`${LINXIAN}%`]),
    elsewherePlacement: await one("SELECT a.id FROM placement a JOIN person n ON n.id = a.personId WHERE n.homeCountyCode NOT LIKE ? AND a.activeKey IS NOT NULL ORDER BY a.id", [`${LINXIAN}%`]),
    strangerMatch: await one("SELECT id FROM job_match WHERE personId <> ? AND status = 'PROPOSED' ORDER BY id", [personId]),
    strangerEvent: await one("SELECT id FROM placement_event WHERE placementId = ? ORDER BY seq DESC", [strangerPlacement]),
    elsewhereFlag: (await deps.db.postFlag.create({ data: { id: deps.newId(), kind: "NEAR_DUPLICATE", flagKey: `known:${seed}:${elsewherePost}`, regionCode: "140200", employerId: elsewhereEmployer, facts: {}, raisedAt: now } })).id,
    elsewhereReport: (await deps.db.postReport.create({ data: { id: deps.newId(), postId: elsewherePost, countyCode: "140222", reason: "FEE", reporterKey: String(seed).padEnd(43, "b"), recordedAt: now } })).id,
    countyRoster: await roster(deps, LINXIAN),
    elsewhereRoster: await roster(deps, "140222"),
    operator: (await deps.db.user.create({ data: { id: deps.newId(), username: `known-operator-${seed}`, displayName: "教务处", role: "OPERATOR", regionCode: LINXIAN, recordedAt: now } })).id,
    elsewhereRun: (await deps.db.matchRun.create({ data: { id: deps.newId(), regionCode: "140200", asOf: now, requestedAt: now } })).id,
  };
  // otherwise the full hour does it, in the middle of a test that holds that nothing is written
  await remindOfRenewal(deps);
  return known;
}

async function roster(deps: Deps, regionCode: string): Promise<string> {
  const data = { id: deps.newId(), regionCode, fileName: "名单.xlsx", state: "MAPPING" as const, header: ["姓名", "身份证号", "区县"], mapping: { name: 0, idNumber: 1, homeCounty: 2 }, uploadedAt: deps.clock.now() };
  return (await deps.db.roster.create({ data })).id;
}
