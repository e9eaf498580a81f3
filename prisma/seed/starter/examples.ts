import type { RowDataPacket } from "mysql2";
import { sealNote } from "#app/data/case-notes.ts";
import { loadClaimFacts } from "#app/data/claims/claim-facts.server.ts";
import { insertClaim } from "#app/data/claims/claims.server.ts";
import { draftKey } from "#app/data/policy-drafts.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { entitlementsOf } from "#app/domain/claim/entitlements.ts";
import { addDays, toDate, yearOf } from "#app/domain/dates.ts";
import { createRuleBook } from "#app/domain/policy/rule-book.ts";
import { systemActor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { sweepWatch } from "#app/usecases/watch/sweep.server.ts";
import { DEMO_COUNTY } from "../generate/demo-story.ts";

const MOST_PEOPLE_SWEPT = 50_000;
const CLAIMS = 14;
const BUSINESSES = [["清泉面馆", "餐饮", 3], ["老家电焊铺", "金属制品维修", 2], ["枣林合作社加工点", "红枣加工", 8], ["乡里百货", "零售", 2]] as const;

/** What officers of the demo county find on their desks: recognitions, claims in every state, returnees' businesses, a draft of a rule, and cases from the first sweep. */
export async function loadExamples(deps: Deps, people: number): Promise<void> {
  await deps.pool.query(
    `INSERT IGNORE INTO workshop_recognition (id, workshopId, recognisedOn, validUntil, documentNumber, workers, liftedWorkers, decidedBy, decidedAt)
       SELECT id, id, recognisedOn, DATE_ADD(recognisedOn, INTERVAL 3 YEAR), COALESCE(documentNumber, '（演示）帮扶车间认定'), 12, 5, NULL, ? FROM workshop WHERE recognisedOn IS NOT NULL`, [deps.clock.now()]);
  await revokeOne(deps);
  const [rows] = await deps.pool.query<RowDataPacket[]>("SELECT p.id, p.homeRegionCode FROM person p LEFT JOIN user_account u ON u.personId = p.id WHERE p.homeCountyCode = ? AND u.id IS NULL ORDER BY p.id LIMIT 600", [DEMO_COUNTY]);
  await addClaims(deps, rows.map((row) => row.id as string));
  await addBusinesses(deps, rows.slice(-BUSINESSES.length).map((row) => ({ id: row.id as string, townCode: (row.homeRegionCode as string).slice(0, 9) })));
  await addDraft(deps);
  if (people <= MOST_PEOPLE_SWEPT) {
    await sweepWatch(deps);
    await workOnCases(deps);
  }
}

/** Of the city's workshops one has lost its recognition before its time. */
async function revokeOne(deps: Deps): Promise<void> {
  const [[row]] = await deps.pool.query<RowDataPacket[]>(
    `SELECT r.workshopId FROM workshop_recognition r JOIN workshop w ON w.id = r.workshopId
      WHERE w.townCode LIKE ? AND r.validUntil > ? AND w.closedOn IS NULL ORDER BY r.recognisedOn, r.workshopId LIMIT 1`, [`${DEMO_COUNTY.slice(0, 4)}%`, addDays(deps.clock.today(), -20)]);
  if (!row) return;
  await deps.db.workshopRevocation.create({
    data: { id: deps.newId(), workshopId: row.workshopId as string, revokedOn: toDate(addDays(deps.clock.today(), -20)), reason: "（演示）停产，车间里已没有人上班", decidedAt: deps.clock.now() },
  });
}

async function addClaims(deps: Deps, personIds: readonly string[]): Promise<void> {
  const today = deps.clock.today();
  const [facts, rules] = [await loadClaimFacts(deps, personIds), createRuleBook(await loadPolicyParameters(deps.pool))];
  const open = [...facts.values()].flatMap((one) => entitlementsOf(one, rules, { year: yearOf(today), asOf: today }).filter((found) => found.state === "OPEN" && found.perDay === null).map((found) => ({ one, found })));
  const officers = new Map((await deps.db.user.findMany({ where: { username: { in: ["county", "city"] } }, select: { id: true, username: true } })).map(({ id, username }) => [username, id]));
  for (const [at, { one, found }] of open.slice(0, CLAIMS).entries()) {
    const id = await insertClaim(deps, systemActor("starter"), one, found, { units: null, amountFen: found.amount!.fen });
    if (id === null) continue;
    const state = (["APPLIED", "CHECKED", "PAID", "APPLIED", "REFUSED"] as const)[at % 5]!;
    // the county can pay what the city has checked: nobody pays what they checked themselves
    const checked = state === "CHECKED" || state === "PAID" ? { checkedAt: deps.clock.now(), checkedBy: officers.get("city") ?? null } : {};
    const decided = state === "APPLIED" ? {} : { decidedAt: deps.clock.now(), decidedBy: officers.get(state === "CHECKED" ? "city" : "county") ?? null, version: 1, ...checked };
    await deps.db.claim.update({ where: { id }, data: { state, ...decided, ...(state === "PAID" ? { paidFen: found.amount!.fen } : {}), ...(state === "REFUSED" ? { openKey: null, reason: "车票和务工地对不上" } : {}) } });
  }
}

async function addBusinesses(deps: Deps, owners: readonly { id: string; townCode: string }[]): Promise<void> {
  const now = deps.clock.now();
  await deps.db.startup.createMany({
    data: owners.map((owner, at) => {
      const [name, business, jobs] = BUSINESSES[at]!;
      return { id: deps.newId(), personId: owner.id, name: `${name}（演示）`, business, townCode: owner.townCode, jobs, openedOn: toDate(addDays(deps.clock.today(), -140 - 90 * at)), returned: at !== 3, recordedAt: now, updatedAt: now, openKey: owner.id };
    }),
  });
}

/** Of the county's cases one is closed, one noted, one overdue and reported to the city: a list in which everything occurs. */
async function workOnCases(deps: Deps): Promise<void> {
  const [closed, noted, late] = await deps.db.watchCase.findMany({ where: { countyCode: DEMO_COUNTY, closedAt: null }, orderBy: { onceKey: "asc" }, take: 3 });
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  if (!closed || !noted || !late) return;
  const step = (caseId: string, kind: "NOTE" | "CLOSED" | "REPORTED_UP", note: string, byUserId: string | null) => deps.db.watchStep.create({ data: { caseId, seq: 2, kind, noteEnc: sealNote(deps, note), byUserId, recordedAt: now } });
  await deps.db.watchCase.update({ where: { id: closed.id }, data: { closedAt: now, closedBy: closed.ownerId, result: "OTHER_HELP", noteEnc: sealNote(deps, "（演示）临时救助，明年春天再介绍工作"), version: 1 } });
  await step(closed.id, "CLOSED", "（演示）临时救助，明年春天再介绍工作", closed.ownerId);
  await step(noted.id, "NOTE", "（演示）上门看了，愿意去镇上的车间", noted.ownerId);
  await deps.db.watchCase.update({ where: { id: late.id }, data: { dueOn: toDate(addDays(today, -2)), raised: 1, version: 1 } });
  await step(late.id, "REPORTED_UP", "CITY", null);
}

/** Written by the province and waiting for a second officer. */
async function addDraft(deps: Deps): Promise<void> {
  const province = await deps.db.user.findUnique({ where: { username: "province" }, select: { id: true } });
  if (!province) return;
  const draft = { key: "travel.subsidy.out-of-county.max", regionCode: "", validFrom: `${yearOf(deps.clock.today()) + 1}-01-01` };
  await deps.db.policyDraft.create({
    data: {
      id: deps.newId(), ...draft, validFrom: toDate(draft.validFrom), value: 80_000, unit: "fen/year", documentNumber: "（演示）交通补助调整通知", source: "演示草案，不是真实文件", certainty: "MEMORY", note: "演示：测算以后再决定是否启用。",
      openKey: draftKey(draft), draftedBy: province.id, draftedAt: deps.clock.now(),
    },
  });
}
