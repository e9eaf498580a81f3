import type { RowDataPacket } from "mysql2";
import { addDays } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { saveSearch } from "#app/usecases/searches/save-search.server.ts";

/** Records of the tested product that belong to somebody else, or that are one's own. */
export interface Known {
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
  strangerHiring: string;
  /** outside the county of the officer's account */
  elsewhereEmployer: string;
  elsewherePlacement: string;
  elsewhereFlag: string;
  elsewhereReport: string;
  elsewhereRun: string;
  elsewherePerson: string;
  elsewhereCertificate: string;
  elsewhereCare: string;
  elsewhereCheckIn: string;
  elsewhereSample: string;
  strangerDelegation: string;
  strangerReceipt: string;
  strangerJob: string;
  strangerCertificate: string;
  /** about a post of another employer, for that employer to answer */
  strangerInquiry: string;
}

const LINXIAN = "141124";

/** Finds them in the starter data, and makes those that it has none of, in somebody else's name. */
export async function knownRecords(deps: Deps): Promise<Known> {
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
  const saved = await saveSearch(deps, actor, { query: "q=保安&v=1", name: "别人的搜索" });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  const elsewherePost = await one("SELECT id FROM post WHERE countyCode NOT LIKE ? AND status = 'PUBLISHED' ORDER BY id", [`${LINXIAN}%`]);
  return {
    ...(await madeRecords(deps, strangerPerson, openPost)),
    today, inAMonth: addDays(today, 30), freeCreditCode: makeCreditCode("141124", 77_777_777), openPost, strangerPerson, strangerSearch: saved.value.searchId, strangerPlacement, elsewhereEmployer,
    closedPost: await one("SELECT id FROM post WHERE status = 'CLOSED' ORDER BY id"),
    draftPost: await one("SELECT id FROM post WHERE employerId <> ? AND status IN ('DRAFT', 'BLOCKED') ORDER BY id", [employerId]),
    ownPost: await one("SELECT id FROM post WHERE employerId = ? AND status = 'PUBLISHED' ORDER BY id", [employerId]),
    elsewherePlacement: await one("SELECT a.id FROM placement a JOIN person n ON n.id = a.personId WHERE n.homeCountyCode NOT LIKE ? AND a.activeKey IS NOT NULL ORDER BY a.id", [`${LINXIAN}%`]),
    strangerMatch: await one("SELECT id FROM job_match WHERE personId <> ? AND status = 'PROPOSED' ORDER BY id", [personId]),
    strangerEvent: await one("SELECT id FROM placement_event WHERE placementId = ? ORDER BY seq DESC", [strangerPlacement]),
    strangerHiring: (await deps.db.hiring.create({ data: { id: deps.newId(), postId: openPost, personId: strangerPerson, state: "INVITED", openKey: `${openPost}:${strangerPerson}`, lastSeq: 0, recordedAt: now, updatedAt: now } })).id,
    elsewhereFlag: (await deps.db.postFlag.create({ data: { id: deps.newId(), kind: "NEAR_DUPLICATE", flagKey: `bad-input:${elsewherePost}`, regionCode: "140200", employerId: elsewhereEmployer, facts: {}, raisedAt: now } })).id,
    elsewhereReport: (await deps.db.postReport.create({ data: { id: deps.newId(), postId: elsewherePost, countyCode: "140222", reason: "FEE", reporterKey: "b".repeat(43), recordedAt: now } })).id,
    elsewhereRun: (await deps.db.matchRun.create({ data: { id: deps.newId(), regionCode: "140200", asOf: now, requestedAt: now } })).id,
  };
}

/** What others have told of strangers, and of people far from the officer's county. */
async function madeRecords(deps: Deps, strangerPerson: string, openPost: string) {
  const { db, newId } = deps;
  const [now, later] = [deps.clock.now(), new Date(deps.clock.now().getTime() + 9e8)];
  const far = await db.placement.findFirstOrThrow({ where: { homeCountyCode: { startsWith: "1402" } }, orderBy: { id: "asc" } });
  const event = await db.placementEvent.findFirstOrThrow({ where: { placementId: far.id } });
  const certificate = (personId: string) => db.certificate.create({
    data: { id: newId(), personId, kind: "TRAINING", occupationCode: "6-18-02-04", number: newId(), issuer: "培训学校", issuedOn: now, verification: "UNVERIFIED", recordedAt: now },
  });
  const sample = await db.countSample.create({
    data: {
      id: newId(), year: 2026, caliberCode: "person-year", regionCode: "140200", seed: newId(), perRung: 1, population: [], drawnAt: now,
      draws: { create: { nr: 1, personId: far.personId, placementId: far.id, eventId: event.id, rung: 1 } },
    },
  });
  const checkIn = await db.checkIn.create({ data: { id: newId(), placementId: far.id, kind: "DAY_180", dueOn: now, tokenHash: newId(), expiresAt: later, bySms: false, recordedAt: now } });
  return {
    elsewherePerson: far.personId, elsewhereSample: sample.id, elsewhereCheckIn: checkIn.id,
    elsewhereCertificate: (await certificate(far.personId)).id,
    strangerCertificate: (await certificate(strangerPerson)).id,
    elsewhereCare: (await db.careCase.create({ data: { id: newId(), kind: "TALK", onceKey: `bad-input:${far.id}`, regionCode: "140200", personId: far.personId, placementId: far.id, raisedBy: "SEEKER", openedAt: now, dueOn: now } })).id,
    strangerDelegation: (await db.delegation.create({ data: { id: newId(), personId: strangerPerson, helperMasked: "家人", acts: ["WISH"], how: "SELF", validFrom: now, validUntil: later, recordedAt: now } })).id,
    strangerReceipt: (await db.receipt.create({ data: { id: newId(), personId: strangerPerson, byRole: "AGENT", act: "registered", bySms: false, recordedAt: now } })).id,
    strangerJob: (await db.personJob.create({ data: { id: newId(), personId: strangerPerson, occupationCode: "6-18-02-04", months: 12, place: "IN_COUNTY", recordedAt: now } })).id,
    strangerInquiry: (await db.inquiry.create({
      data: { id: newId(), postId: openPost, personId: strangerPerson, toBureau: false, lastSeq: 1, waitingSince: now, recordedAt: now, updatedAt: now, messages: { create: { seq: 1, saidByRole: "SEEKER", codes: ["housing"], recordedAt: now } } },
    })).id,
  };
}
