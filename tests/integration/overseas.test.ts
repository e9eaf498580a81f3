import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { visiblePostIds } from "#app/data/search-sources/posts.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { actOnOverseasLicence, expireLicences } from "#app/usecases/overseas/act-on-licence.server.ts";
import { giveOverseasLicence } from "#app/usecases/overseas/give-licence.server.ts";
import { recordOverseasStep, takeBackOverseasStep } from "#app/usecases/overseas/record-step.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent, reversePlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { renewPost } from "#app/usecases/posts/renew-post.server.ts";
import { savePost } from "#app/usecases/posts/save-post.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { makeLicence, makePostAbroad } from "#tests/factories/overseas.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TODAY = "2026-11-26";
const clock = fixedClock(`${TODAY}T02:00:00Z`);
const WELDER = "6-18-02-04";
let services: TestServices, make: Factory;
let province: Actor, county: Actor, elsewhere: Actor;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
type Outcome = { ok: true; value: unknown } | { ok: false; problems: { code: string; field?: string }[] };
const codes = (result: Outcome) => (result.ok ? [] : result.problems.map((one) => one.code));

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 93);
  const officer = async (regionCode: string) => as("OFFICER", { regionCode, userId: (await make.user({ role: "OFFICER", regionCode })).id });
  [province, county, elsewhere] = [await officer("140000"), await officer("141124"), await officer("140222")];
});
afterAll(() => services?.close());

const at = async <T>(day: string, work: () => Promise<T>): Promise<T> => {
  clock.set(`${day}T02:00:00Z`);
  try {
    return await work();
  } finally {
    clock.set(`${TODAY}T02:00:00Z`);
  }
};
const form = (more: Record<string, unknown> = {}) => ({
  stream: "MARKET", title: "日本介护", description: "在养老院照顾老人起居，夜班轮换，住宿由公司安排，加班另计。", regionCode: "JP0000", openings: "2", wageMinYuan: "9000", wageMaxYuan: "11000", wagePeriod: "MONTH", hoursPerDay: "8", daysPerWeek: "5",
  housing: "on", educationMin: "NONE", experienceMonths: "0", validUntil: addDays(TODAY, 60), scheme: "SSW1", entryOn: "2027-08-01", feeYuan: "8000", feeFor: "签证和合同办理", depositYuan: "0", ...more,
});
let titles = 0;
const publish = (employerId: string, more: Record<string, unknown> = {}) => savePost(services, as("EMPLOYER", { employerId }), form({ title: `日本介护${(titles += 1)}`, ...more }));
const person = async () => {
  const made = await make.person({ homeCountyCode: "141124", wish: { occupationCodes: [WELDER], minWageFen: 300_000, willOverseas: 1, availableFrom: "2020-01-01" } });
  return { ...made, actor: as("SEEKER", { personId: made.id }) };
};
const licenceOf = (id: string) => services.db.overseasLicence.findUniqueOrThrow({ where: { id } });
const act = async (licenceId: string, kind: string, more: Record<string, unknown> = {}, actor = province) =>
  actOnOverseasLicence(services, actor, { licenceId, version: (await licenceOf(licenceId)).version, act: kind, reason: "群众举报，查实整改", ...more });
const applicationOf = (placementId: string) => services.db.overseasApplication.findUniqueOrThrow({ where: { placementId } });
const say = async (placementId: string, step: string, happenedOn: string, actor: Actor, more: Record<string, unknown> = {}) => {
  const { id, version } = await applicationOf(placementId);
  return recordOverseasStep(services, actor, { applicationId: id, version, step, happenedOn, reference: "证-001", ...more });
};
const leave = (placementId: string, who: Actor, happenedOn = clock.today(), kind = "DEPARTED") => recordPlacementEvent(services, who, { placementId, kind, happenedOn });
async function walk(placementId: string, company: Actor, day: string, proof = "JLPT_N4") {
  const skill = (await applicationOf(placementId)).scheme === "SSW1";
  must(await say(placementId, "LANGUAGE", day, company, { proof }));
  if (skill) must(await say(placementId, "SKILL", day, company));
  must(await say(placementId, "CONTRACT", day, company));
  must(await say(placementId, "FILED", day, province));
  must(await say(placementId, "CERTIFICATE", day, company));
}
const visible = async (postId: string) => (await visiblePostIds(services.pool, [postId], clock.today())).has(postId) && (await loadPostFacts(services.pool, [postId], clock.today())).get(postId)!.open;
const changes = (subjectId: string) => services.db.outboxEvent.count({ where: { event: "post.changed", subjectId } });
const propose = async (personId: string, postId: string) => {
  const runId = services.newId();
  await services.db.matchRun.create({ data: { id: runId, regionCode: "140000", status: "DONE", asOf: new Date(`${TODAY}T00:00:00Z`), requestedAt: clock.now() } });
  await services.db.match.create({ data: { id: services.newId(), runId, personId, postId, score: 500, reasons: [], openKey: personId, proposedAt: clock.now() } });
};

describe("a licence for work abroad", () => {
  const company = async () => (await services.db.employer.findUniqueOrThrow({ where: { id: await make.employer() } }));
  const given = (creditCode: string | null, more: Record<string, unknown> = {}) => ({ creditCode, number: `晋外劳${(titles += 1)}号`, issuer: "山西省商务厅", destinations: ["JP0000"], reserveYuan: "3000000", validFrom: "2026-01-01", validUntil: "2028-01-01", reason: "证书已核对", ...more });

  it("is entered by the province alone, for an approved company, with the reserve the rule asks for", async () => {
    const { creditCode, id } = await company();
    expect(codes(await giveOverseasLicence(services, county, given(creditCode)))).toEqual(["overseas-by-province"]);
    expect(codes(await giveOverseasLicence(services, province, given("91350100M000100Y43")))).toEqual(["overseas-company"]);
    expect(codes(await giveOverseasLicence(services, province, given(creditCode, { reserveYuan: "2999999" })))).toEqual(["overseas-reserve"]);
    expect(codes(await giveOverseasLicence(services, province, given(creditCode, { validUntil: "2026-01-01" })))).toEqual(["overseas-licence-range"]);
    expect(codes(await giveOverseasLicence(services, province, given(creditCode, { destinations: ["ZZ0000"] })))).toEqual(["overseas-destinations"]);
    const input = given(creditCode, { number: "晋外劳同号" });
    const both = await Promise.all([1, 2].map(() => giveOverseasLicence(services, province, input)));
    expect(both.flatMap(codes)).toEqual(["overseas-number-known"]);
    expect(await services.db.overseasLicenceEvent.findMany({ where: { licence: { employerId: id } }, select: { kind: true, saidByUserId: true } })).toEqual([{ kind: "GIVEN", saidByUserId: province.userId }]);
  });

  it("is suspended, lifted, revoked and put off by events with who and why, of two at once one", async () => {
    const licenceId = await makeLicence(services, await make.employer());
    expect(codes(await act(licenceId, "SUSPENDED", {}, county))).toEqual(["overseas-by-province"]);
    expect(codes(await act(licenceId, "SUSPENDED", { reason: "无" }))).toEqual(["overseas-reason"]);
    const two = await Promise.all([act(licenceId, "SUSPENDED"), act(licenceId, "REVOKED")]);
    expect(two.flatMap(codes)).toEqual(["changed-meanwhile"]);
    if ((await licenceOf(licenceId)).state === "SUSPENDED") must(await act(licenceId, "LIFTED"));
    else expect(codes(await act(licenceId, "LIFTED"))).toEqual(["overseas-licence-act"]);
    const other = await makeLicence(services, await make.employer());
    expect(codes(await act(other, "EXTENDED", { validUntil: TODAY }))).toEqual(["overseas-licence-extend"]);
    must(await act(other, "EXTENDED", { validUntil: "2029-01-01" }));
    must(await act(other, "REVOKED"));
    expect(codes(await act(other, "LIFTED"))).toEqual(["overseas-licence-act"]);
    expect((await services.db.overseasLicenceEvent.findMany({ where: { licenceId: other }, orderBy: { seq: "asc" } })).map((one) => one.kind)).toEqual(["GIVEN", "EXTENDED", "REVOKED"]);
  });
});

describe("a post abroad", () => {
  it("is published only under a licence in force for the destination and all of its window", async () => {
    const employerId = await make.employer();
    expect(codes(await publish(employerId))).toEqual(["overseas-unlicensed"]);
    await makeLicence(services, employerId, { destinations: ["SG0000"] });
    expect(codes(await publish(employerId))).toEqual(["overseas-licence-destination"]);
    await makeLicence(services, employerId, { validUntil: addDays(TODAY, 60) });
    expect(codes(await publish(employerId, { validUntil: addDays(TODAY, 61) }))).toEqual(["overseas-licence-window"]);
    const { postId } = must(await publish(employerId));
    expect(await services.db.overseasTerms.findUnique({ where: { postId } })).toMatchObject({ scheme: "SSW1", feeFen: 800_000, feeFor: "签证和合同办理", stoppedAt: null });
    expect(codes(await renewPost(services, as("EMPLOYER", { employerId }), { postId, validUntil: addDays(TODAY, 90), confirmed: "on" }))).toEqual(["overseas-licence-window"]);
  });

  it("that asks for a deposit, hides a fee or leaves out scheme, entry or fee is refused by name", async () => {
    const employerId = await make.employer();
    await makeLicence(services, employerId);
    expect(codes(await publish(employerId, { description: "在养老院照顾老人起居，需提供财产担保，住宿由公司安排。" }))).toEqual(["overseas-deposit"]);
    expect(codes(await publish(employerId, { depositYuan: "20000" }))).toEqual(["overseas-deposit-asked"]);
    expect(codes(await publish(employerId, { feeFor: "手续，外加押金" }))).toEqual(["overseas-deposit"]);
    expect(codes(await publish(employerId, { description: "在养老院照顾老人起居，管理费每年3000元，住宿由公司安排。" }))).toEqual(["overseas-fee"]);
    expect(codes(await publish(employerId, { scheme: "", entryOn: "", feeYuan: "" }))).toEqual(["overseas-scheme-needed", "overseas-entry-needed", "overseas-fee-needed"]);
    expect(codes(await publish(employerId, { feeFor: "" }))).toEqual(["overseas-fee-for"]);
    expect(codes(await publish(employerId, { scheme: "TITP" }))).toEqual(["overseas-entry-late", "overseas-instead-from-ikusei", "overseas-instead-ssw1"]);
    // open today, but not on the last day of the window
    expect(codes(await publish(employerId, { scheme: "TITP", entryOn: "2027-06-30", validUntil: "2027-04-02" }))).toEqual(["overseas-over-titp"]);
    must(await publish(employerId, { scheme: "TITP", entryOn: "2027-06-30", validUntil: "2027-04-01" }));
  });
});

describe("a yes to a post abroad", () => {
  it("begins an application beside the placement; nobody leaves before its steps stand, and each step has its day, paper and speaker", async () => {
    const { employerId, postId } = await makePostAbroad(services, make, { entryOn: "2027-06-01" });
    const company = as("EMPLOYER", { employerId, userId: (await make.user({ role: "EMPLOYER", employerId })).id });
    const who = await person();
    const { placementId } = must(await acceptPost(services, who.actor, { postId }));
    expect(await applicationOf(placementId)).toMatchObject({ personId: who.id, scheme: "SSW1", state: "OPEN", feeFen: 800_000 });
    expect(codes(await leave(placementId, who.actor))).toEqual(["overseas-steps-language"]);
    expect(codes(await leave(placementId, company, TODAY, "ON_THE_JOB"))).toEqual(["overseas-steps-language"]);
    expect(codes(await say(placementId, "SKILL", TODAY, company))).toEqual(["overseas-step-order"]);
    expect(codes(await say(placementId, "LANGUAGE", TODAY, company, { proof: "JLPT_N5" }))).toEqual(["overseas-language-proof"]);
    expect(codes(await say(placementId, "LANGUAGE", TODAY, elsewhere, { proof: "JLPT_N4" }))).toEqual(["not-found"]);
    expect(codes(await say(placementId, "LANGUAGE", TODAY, as("EMPLOYER", { employerId: await make.employer() }), { proof: "JLPT_N4" }))).toEqual(["not-found"]);
    const twice = await Promise.all([1, 2].map(() => say(placementId, "LANGUAGE", "2026-07-01", company, { proof: "JLPT_N4" })));
    expect(twice.flatMap(codes)).toEqual(["changed-meanwhile"]);
    must(await say(placementId, "SKILL", TODAY, company));
    must(await say(placementId, "CONTRACT", TODAY, company));
    expect(codes(await say(placementId, "FILED", TODAY, company))).toEqual(["overseas-filing-by-bureau"]);
    must(await say(placementId, "FILED", TODAY, county));
    const { id, version } = await applicationOf(placementId);
    expect(codes(await takeBackOverseasStep(services, company, { applicationId: id, version, reason: "记错了人" }))).toEqual(["overseas-filing-by-bureau"]);
    must(await takeBackOverseasStep(services, county, { applicationId: id, version, reason: "记错了人" }));
    expect(codes(await leave(placementId, who.actor))).toEqual(["overseas-steps-filed"]);
    must(await say(placementId, "FILED", TODAY, province));
    must(await say(placementId, "CERTIFICATE", TODAY, company));
    must(await leave(placementId, who.actor));
    const lines = await services.db.overseasStep.findMany({ where: { applicationId: id }, orderBy: { seq: "asc" } });
    expect(lines.map((one) => [one.step, one.saidByRole])).toEqual([
      ["APPLIED", "SEEKER"], ["LANGUAGE", "EMPLOYER"], ["SKILL", "EMPLOYER"], ["CONTRACT", "EMPLOYER"], ["FILED", "OFFICER"], ["TAKEN_BACK", "OFFICER"], ["FILED", "OFFICER"], ["CERTIFICATE", "EMPLOYER"],
    ]);
    expect((await applicationOf(placementId)).state).toBe("DEPARTED");
    const events = await loadEventsOfPlacement(services.pool, placementId);
    expect(viewPlacement(events).state).toBe("DEPARTED");
    must(await reversePlacementEvent(services, who.actor, { placementId, eventId: events.at(-1)!.id, reason: "飞机没飞" }));
    expect((await applicationOf(placementId)).state).toBe("OPEN");
    must(await leave(placementId, who.actor));
    must(await recordPlacementEvent(services, who.actor, { placementId, kind: "ENDED", happenedOn: TODAY, reason: "回国" }));
    expect((await applicationOf(placementId)).state).toBe("ENDED");
  });

  it("under the trainee scheme ends with 31 March 2027, its certificate too, and its entry with 30 June", async () => {
    const trainee = () => makePostAbroad(services, make, { scheme: "TITP", entryOn: "2027-06-30", post: { validFrom: "2026-11-01", validUntil: "2027-05-01" } });
    const { postId, employerId } = await trainee();
    const company = as("EMPLOYER", { employerId });
    const [last, late] = [await person(), await person()];
    expect(codes(await at("2027-04-01", () => acceptPost(services, late.actor, { postId })))).toEqual(["overseas-over-titp", "overseas-instead-ikusei", "overseas-instead-ssw1"]);
    const { placementId } = must(await at("2027-03-31", () => acceptPost(services, last.actor, { postId })));
    await at("2027-04-02", async () => {
      must(await say(placementId, "LANGUAGE", "2027-03-31", company, { proof: "COURSE" }));
      must(await say(placementId, "CONTRACT", "2027-03-31", company));
      must(await say(placementId, "FILED", "2027-03-31", province));
      expect(codes(await say(placementId, "CERTIFICATE", "2027-04-01", company))).toEqual(["overseas-certificate-late"]);
      must(await say(placementId, "CERTIFICATE", "2027-03-31", company));
    });
    await at("2027-07-01", async () => {
      expect(codes(await leave(placementId, last.actor, "2027-07-01"))).toEqual(["overseas-entry-late"]);
      must(await leave(placementId, last.actor, "2027-06-30"));
    });
  });

  it("under the new scheme begins on 1 April 2027 with a paper of level N5 or A1", async () => {
    const { postId, employerId } = await makePostAbroad(services, make, { scheme: "IKUSEI", entryOn: "2027-10-01", post: { validUntil: "2027-05-01" } });
    const who = await person();
    expect(codes(await at("2027-03-31", () => acceptPost(services, who.actor, { postId })))).toEqual(["overseas-not-yet-ikusei", "overseas-instead-ssw1"]);
    await at("2027-04-01", async () => {
      const { placementId } = must(await acceptPost(services, who.actor, { postId }));
      expect(codes(await say(placementId, "LANGUAGE", "2027-04-01", as("EMPLOYER", { employerId }), { proof: "COURSE" }))).toEqual(["overseas-language-proof"]);
      await walk(placementId, as("EMPLOYER", { employerId }), "2027-04-01", "JLPT_N5");
      must(await leave(placementId, who.actor));
    });
  });

  it("to a post abroad without a licensed company is refused, whoever put it there", async () => {
    const postId = await make.post({ regionCode: "JP0000", countyCode: "JP0000" });
    expect(codes(await acceptPost(services, (await person()).actor, { postId }))).toEqual(["overseas-unlicensed"]);
  });
});

describe("when a licence does not stand any more", () => {
  it("its posts leave list and matching, proposals lapse, whoever said yes is stopped, told and called by their county; lifted, all goes on", async () => {
    const { postId, licenceId, employerId } = await makePostAbroad(services, make);
    const [going, proposed] = [await person(), await person()];
    const { placementId } = must(await acceptPost(services, going.actor, { postId }));
    await propose(proposed.id, postId);
    const before = await changes(postId);
    must(await act(licenceId, "SUSPENDED"));
    expect([await visible(postId), await changes(postId)]).toEqual([false, before + 1]);
    expect(await services.db.match.findFirstOrThrow({ where: { personId: proposed.id } })).toMatchObject({ status: "LAPSED", openKey: null });
    expect(codes(await acceptPost(services, proposed.actor, { postId })).length).toBeGreaterThan(0);
    expect(await applicationOf(placementId)).toMatchObject({ state: "STOPPED", stopReason: "群众举报，查实整改" });
    expect(await services.db.careCase.findMany({ where: { placementId } })).toMatchObject([{ kind: "LICENCE", regionCode: "141124", closedAt: null }]);
    expect((await services.db.notice.findMany({ where: { personId: { in: [going.id, proposed.id] }, kind: { startsWith: "overseas-" } } })).map((one) => one.kind).sort()).toEqual(["overseas-proposal-gone", "overseas-stopped"]);
    const company = as("EMPLOYER", { employerId });
    expect(codes(await say(placementId, "LANGUAGE", TODAY, company, { proof: "JLPT_N4" }))).toEqual(["overseas-stopped"]);
    expect(codes(await leave(placementId, going.actor))).toEqual(["overseas-stopped"]);
    expect(codes(await publish(employerId))).toEqual(["overseas-licence-stopped"]);
    must(await act(licenceId, "LIFTED"));
    expect([await visible(postId), await changes(postId)]).toEqual([true, before + 2]);
    await walk(placementId, company, TODAY);
    must(await leave(placementId, going.actor));
    // who has left is not concerned
    must(await act(licenceId, "REVOKED"));
    expect((await applicationOf(placementId)).state).toBe("DEPARTED");
    expect(await services.db.careCase.count({ where: { placementId } })).toBe(1);
  });

  it("on its last day it ends by the clock, once, and an extension lets everything go on", async () => {
    const employerId = await make.employer();
    const licenceId = await makeLicence(services, employerId, { validUntil: "2027-01-10" });
    const { postId } = await makePostAbroad(services, make, { employerId, licenceId, post: { validUntil: "2027-01-10" } });
    const who = await person();
    const { placementId } = must(await acceptPost(services, who.actor, { postId }));
    expect(await at("2027-01-09", () => expireLicences(services))).toBe(0);
    expect(codes(await at("2027-01-10", async () => acceptPost(services, (await person()).actor, { postId }))).length).toBeGreaterThan(0);
    expect(await at("2027-01-10", () => Promise.all([expireLicences(services), expireLicences(services)])).then((n) => n[0]! + n[1]!)).toBe(1);
    expect([(await licenceOf(licenceId)).state, (await applicationOf(placementId)).state]).toEqual(["EXPIRED", "STOPPED"]);
    must(await at("2027-01-11", () => act(licenceId, "EXTENDED", { validUntil: "2028-01-10" })));
    expect((await applicationOf(placementId)).state).toBe("OPEN");
  });

  it("a yes and a revocation at the same moment: the yes came first and is stopped with a case at the county, or it is refused and nothing is written", async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const { postId, licenceId } = await makePostAbroad(services, make);
      const who = await person();
      const [yes, no] = await Promise.all([acceptPost(services, who.actor, { postId }), act(licenceId, "REVOKED")]);
      must(no);
      const placements = await services.db.placement.findMany({ where: { postId }, include: { overseasApplication: true, careCases: true } });
      const { status, filled } = await services.db.post.findUniqueOrThrow({ where: { id: postId } });
      expect(status).toBe("CLOSED");
      if (yes.ok) expect([filled, placements.map((one) => [one.overseasApplication!.state, one.careCases.map((care) => care.kind)])]).toEqual([1, [["STOPPED", ["LICENCE"]]]]);
      else {
        expect([filled, placements.length]).toEqual([0, 0]);
        expect(["overseas-licence-stopped", "reason:post-not-open", "reason:post-closed"]).toContain(codes(yes)[0]);
      }
      outcomes.add(yes.ok ? "yes" : "no");
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });

  it("a departure and a suspension at the same moment: whoever left first has left, else is stopped", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { postId, licenceId, employerId } = await makePostAbroad(services, make);
      const who = await person();
      const { placementId } = must(await acceptPost(services, who.actor, { postId }));
      await walk(placementId, as("EMPLOYER", { employerId }), TODAY);
      const [left, stop] = await Promise.all([leave(placementId, who.actor), act(licenceId, "SUSPENDED")]);
      must(stop);
      expect([codes(left), (await applicationOf(placementId)).state, await services.db.careCase.count({ where: { placementId } })]).toEqual(left.ok ? [[], "DEPARTED", 0] : [["overseas-stopped"], "STOPPED", 1]);
    }
  });
});
