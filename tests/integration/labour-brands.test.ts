import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBrandCoverage } from "#app/data/read-models/brand-coverage.server.ts";
import { readBrandDesk } from "#app/data/read-models/brand-desk.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadPostSources } from "#app/data/search-sources/posts.server.ts";
import { readBrandHealth } from "#app/data/brands/health.server.ts";
import { findBrand } from "#app/data/brands/brands.server.ts";
import { addDays, addMonths, ageOn, toDay } from "#app/domain/dates.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { applyToBrand, takeBrandPledge, withdrawBrandApplication } from "#app/usecases/brands/apply-to-brand.server.ts";
import { decideBrandApplication, recordBrandTest } from "#app/usecases/brands/decide-application.server.ts";
import { changeBrand, setBrandMark, setBrandStandard } from "#app/usecases/brands/change-brand.server.ts";
import { keepBrandMember } from "#app/usecases/brands/keep-member.server.ts";
import { registerBrand } from "#app/usecases/brands/register-brand.server.ts";
import { assignBrandOperator, recogniseBrand, revokeBrandRecognition, takeBrandStep } from "#app/usecases/brands/supervise-brand.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { requestMatchRun } from "#app/usecases/matching/request-run.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { passedTraining } from "#tests/factories/passed-training.ts";
import { makePhoto } from "#tests/factories/photos.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { executeMatchRun, findMatches, publishMatches } from "#workers/matching/run/run.ts";

const clock = fixedClock("2026-03-02T02:00:00Z");
const WELDER = "6-18-02-04";
let services: TestServices, make: Factory;
let county: Actor, second: Actor, elsewhere: Actor, operator: Actor, stranger: Actor;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codeOf = (result: { ok: boolean; problems?: { code: string; field?: string }[] }) => (result.ok ? null : result.problems![0]!.code);

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 71);
  const officer = async (regionCode: string) => as("OFFICER", { regionCode, userId: (await make.user({ role: "OFFICER", regionCode })).id });
  [county, second, elsewhere] = [await officer("141124"), await officer("141124"), await officer("140222")];
  operator = as("OPERATOR", { userId: (await make.user({ role: "OPERATOR", username: "op-own", regionCode: "141124" })).id });
  stranger = as("OPERATOR", { userId: (await make.user({ role: "OPERATOR", username: "op-other", regionCode: "141124" })).id });
});
afterAll(() => services?.close());

let names = 0;
const words = { nameEn: "Linxian Welders", storyZh: "从一个村的电焊工说起。", storyEn: "", pledge: "不误工，不返工。", holderName: "", holderCreditCode: "", levels: "学员\n正式\n金牌" };
const form = (more: Record<string, unknown> = {}) => ({ name: `临县焊工${(names += 1)}`, level: "COUNTY", seat: "141124", counties: [], occupationCodes: [WELDER], standard: "焊缝无气孔，进场戴护具。", ...words, ...more });
async function newBrand(more: Record<string, unknown> = {}): Promise<string> {
  const { brandId } = must(await registerBrand(services, county, form(more)));
  return brandId;
}
const brandOf = (id: string) => services.db.labourBrand.findUniqueOrThrow({ where: { id } });
const step = async (brandId: string, to: "SUSPENDED" | "LIFTED" | "ENDED", actor = county) => takeBrandStep(services, actor, { brandId, version: (await brandOf(brandId)).version, step: to, reason: "投诉查实，停用整改" });
const person = async () => {
  const made = await make.person({ homeCountyCode: "141124", wish: { occupationCodes: [WELDER], minWageFen: 300_000, availableFrom: "2020-01-01" } });
  return { ...made, actor: as("SEEKER", { personId: made.id }) };
};
type Somebody = Awaited<ReturnType<typeof person>>;
const apply = async (who: Somebody, brandId: string, way = "APPLICATION") => must(await applyToBrand(services, who.actor, { brandId, way })).applicationId;
const applicationOf = (id: string) => services.db.brandApplication.findUniqueOrThrow({ where: { id } });
const admit = async (applicationId: string, actor = county, level = "正式") => decideBrandApplication(services, actor, { applicationId, version: (await applicationOf(applicationId)).version, decision: "ADMIT", level });
async function member(brandId: string, who?: Somebody) {
  const somebody = who ?? (await person());
  must(await admit(await apply(somebody, brandId)));
  const membership = await services.db.brandMembership.findFirstOrThrow({ where: { brandId, personId: somebody.id }, orderBy: { validFrom: "desc" } });
  return { ...somebody, membershipId: membership.id };
}
const brandsOf = async (personId: string) => (await loadPersonFacts(services, [personId], clock.today())).get(personId)!.brandIds;
const keep = async (membershipId: string, to: string, more: Record<string, unknown> = {}, actor = county) =>
  keepBrandMember(services, actor, { membershipId, version: (await services.db.brandMembership.findUniqueOrThrow({ where: { id: membershipId } })).version, step: to, ...more });
const postOf = (brandId: string | null, more: Record<string, unknown> = {}) => make.post({ occupationCode: WELDER, countyCode: "141124", regionCode: "141124", wageMinFen: 500_000, wageMaxFen: 500_000, brandId, openings: 1, ...more });
const events = async (event: string, subjectId: string) => services.db.outboxEvent.count({ where: { event, subjectId } });

describe("a brand", () => {
  it("is entered by the bureau of its seat, once by name, with places that hang together", async () => {
    expect(codeOf(await registerBrand(services, elsewhere, form()))).toBe("not-your-region");
    expect(codeOf(await registerBrand(services, county, form({ level: "CITY" })))).toBe("brand-seat");
    expect(codeOf(await registerBrand(services, county, form({ level: "PROVINCE" })))).toBe("brand-seat");
    expect(codeOf(await registerBrand(services, county, form({ counties: ["140222"] })))).toBe("brand-counties");
    expect(codeOf(await registerBrand(services, county, form({ occupationCodes: ["9-99-99-99"] })))).toBe("brand-occupations");
    const both = await Promise.all([1, 2].map(() => registerBrand(services, county, form({ name: "同名焊工" }))));
    expect(both.map(codeOf).sort()).toEqual(["brand-known", null].sort());
    const city = as("OFFICER", { regionCode: "141100" });
    const { brandId } = must(await registerBrand(services, city, form({ level: "CITY", seat: "141100", counties: ["141124", "141127"] })));
    // the city's bureau is over it, a county's is not
    expect(codeOf(await step(brandId, "SUSPENDED"))).toBe("not-found");
    expect(codeOf(await step(brandId, "SUSPENDED", city))).toBeNull();
  });

  it("is changed by its operator and by the bureau over it; of two at once the second is told, and another brand's operator finds nothing", async () => {
    const brandId = await newBrand();
    must(await assignBrandOperator(services, county, { brandId, username: "op-own", part: "JOINS" }));
    const own = { ...operator, brandId };
    const change = (actor: Actor, pledge: string) => changeBrand(services, actor, { brandId, version: 0, ...words, pledge });
    expect(codeOf(await change(stranger, "x"))).toBe("not-found");
    expect(codeOf(await change({ ...stranger, brandId: await newBrand() }, "x"))).toBe("not-found");
    expect(codeOf(await change(elsewhere, "x"))).toBe("not-found");
    const two = await Promise.all([change(own, "甲"), change(county, "乙")]);
    expect(two.map(codeOf).sort()).toEqual(["changed-meanwhile", null].sort());
    expect(codeOf(await setBrandStandard(services, own, { brandId, version: 1, validFrom: addDays(clock.today(), -1), standard: "新的标准，十个字以上。" }))).toBe("brand-standard-past");
    must(await setBrandStandard(services, own, { brandId, version: 1, validFrom: addDays(clock.today(), 5), standard: "新的标准，十个字以上。" }));
    must(await setBrandMark(services, own, { brandId, bytes: await makePhoto("png", 640, 480) }));
    expect(codeOf(await setBrandMark(services, own, { brandId, bytes: new Uint8Array([1, 2, 3]) }))).toMatch(/^photo-/);
    // one account works for one brand
    expect(codeOf(await assignBrandOperator(services, county, { brandId: await newBrand(), username: "op-own", part: "JOINS" }))).toBe("brand-operator-taken");
    must(await assignBrandOperator(services, county, { brandId, username: "op-own", part: "LEAVES" }));
    expect(await services.db.brandEvent.count({ where: { brandId } })).toBe(6);
  });

  it("is recognised by a document once, which can be revoked once and stays", async () => {
    const brandId = await newBrand();
    const recognise = (more: Record<string, unknown> = {}) => recogniseBrand(services, county, { brandId, regionCode: "141124", documentNumber: "临人社 3 号", recognisedBy: "临县人社局", recognisedOn: "2025-05-01", ...more });
    expect(codeOf(await recognise({ recognisedOn: "2027-01-01" }))).toBe("day-in-future");
    expect(codeOf(await recognise({ regionCode: "141100" }))).toBe("brand-seat");
    expect((await Promise.all([recognise(), recognise()])).map(codeOf).sort()).toEqual(["brand-document-known", null].sort());
    const { id: recognitionId } = await services.db.brandRecognition.findFirstOrThrow({ where: { brandId } });
    expect(codeOf(await revokeBrandRecognition(services, elsewhere, { brandId, recognitionId, reason: "查实造假" }))).toBe("not-found");
    expect((await Promise.all([1, 2].map(() => revokeBrandRecognition(services, county, { brandId, recognitionId, reason: "查实造假" })))).map(codeOf).sort()).toEqual(["changed-meanwhile", null].sort());
  });
});

describe("membership", () => {
  it("is asked for once, decided once of two who decide at once, and gives number, level and term", async () => {
    const brandId = await newBrand();
    const who = await person();
    const asked = await Promise.all([1, 2, 3].map(() => applyToBrand(services, who.actor, { brandId, way: "APPLICATION" })));
    expect(asked.map(codeOf).sort()).toEqual(["brand-applied-already", "brand-applied-already", null].sort());
    expect(await brandsOf(who.id)).toEqual([]);
    const { id: applicationId } = await services.db.brandApplication.findFirstOrThrow({ where: { brandId } });
    expect(codeOf(await admit(applicationId, elsewhere))).toBe("not-found");
    expect(codeOf(await admit(applicationId, stranger))).toBe("not-found");
    expect(codeOf(await admit(applicationId, county, "不存在的等级"))).toBe("brand-level-unknown");
    const both = await Promise.all([admit(applicationId), decideBrandApplication(services, second, { applicationId, version: 0, decision: "REFUSE", reason: "材料不全" })]);
    expect(both.map(codeOf).sort()).toEqual(["changed-meanwhile", null].sort());
    if (both[0]!.ok) {
      expect(await brandsOf(who.id)).toEqual([brandId]);
      const row = await services.db.brandMembership.findFirstOrThrow({ where: { brandId } });
      expect([row.number, row.level, toDay(row.validTo!)]).toEqual(["2026-00001", "正式", addMonths(clock.today(), 36)]);
      expect(await events("person.changed", who.id)).toBe(1);
      expect(codeOf(await applyToBrand(services, who.actor, { brandId, way: "APPLICATION" }))).toBe("brand-member-already");
    } else expect(await services.db.brandMembership.count({ where: { brandId } })).toBe(0);
  });

  it("numbers are given one after the other though many are admitted at once", async () => {
    const brandId = await newBrand();
    const ids = await Promise.all([1, 2, 3, 4, 5].map(async () => apply(await person(), brandId)));
    expect((await Promise.all(ids.map((id) => admit(id)))).map(codeOf)).toEqual([null, null, null, null, null]);
    expect((await services.db.brandMembership.findMany({ where: { brandId }, orderBy: { number: "asc" } })).map((one) => one.number)).toEqual([1, 2, 3, 4, 5].map((n) => `2026-0000${n}`));
  });

  it("by test needs a passed test, by training a training of its trades that still stands", async () => {
    const brandId = await newBrand();
    const tested = await person();
    const applicationId = await apply(tested, brandId, "TEST");
    expect(codeOf(await admit(applicationId))).toBe("brand-test-first");
    const test = async (score: string, testedOn = clock.today()) => recordBrandTest(services, county, { applicationId, version: (await applicationOf(applicationId)).version, testedOn, score });
    expect(codeOf(await test("50", addDays(clock.today(), 1)))).toBe("day-in-future");
    expect(codeOf(await test("101"))).toBe("brand-score");
    must(await test("59"));
    expect(codeOf(await admit(applicationId))).toBe("brand-test-failed");
    must(await test("60"));
    must(await admit(applicationId));

    const trained = await person();
    expect(codeOf(await applyToBrand(services, trained.actor, { brandId, way: "TRAINING" }))).toBe("brand-no-training");
    const enrolmentId = await passedTraining(services, trained.id, WELDER);
    const byTraining = await apply(trained, brandId, "TRAINING");
    expect((await applicationOf(byTraining)).enrolmentId).toBe(enrolmentId);
    await services.db.trainingEnrolment.update({ where: { id: enrolmentId }, data: { state: "FAILED" } });
    expect(codeOf(await admit(byTraining))).toBe("brand-training-gone");
    await services.db.trainingEnrolment.update({ where: { id: enrolmentId }, data: { state: "PASSED" } });
    must(await admit(byTraining));
  });

  it("is renewed in its last days only, suspended and let back, ended with a reason; each changes what matching knows at once", async () => {
    const brandId = await newBrand();
    const who = await member(brandId);
    const today = clock.today();
    expect(codeOf(await keep(who.membershipId, "RENEWED"))).toBe("brand-renew-early");
    clock.set(`${addDays(addMonths(today, 36), -60)}T02:00:00Z`);
    expect((await readBrandDesk(services, county, brandId, { view: "due" }))!.members.map((one) => one.mayRenew)).toEqual([true]);
    expect((await Promise.all([keep(who.membershipId, "RENEWED"), keep(who.membershipId, "RENEWED", {}, second)])).map(codeOf).sort()).toEqual(["changed-meanwhile", null].sort());
    expect(toDay((await services.db.brandMembership.findUniqueOrThrow({ where: { id: who.membershipId } })).validTo!)).toBe(addMonths(addMonths(today, 36), 36));
    clock.set(`${today}T02:00:00Z`);
    expect(codeOf(await keep(who.membershipId, "SUSPENDED"))).toBe("brand-reason");
    must(await keep(who.membershipId, "SUSPENDED", { reason: "两次返工不处理" }));
    expect(await brandsOf(who.id)).toEqual([]);
    expect(codeOf(await takeBrandPledge(services, who.actor, { membershipId: who.membershipId, version: 2, pledged: "on" }))).toBe("brand-member-not-valid");
    must(await keep(who.membershipId, "LIFTED"));
    expect(await brandsOf(who.id)).toEqual([brandId]);
    must(await takeBrandPledge(services, who.actor, { membershipId: who.membershipId, version: 3, pledged: "on" }));
    expect(codeOf(await takeBrandPledge(services, who.actor, { membershipId: who.membershipId, version: 4, pledged: "on" }))).toBe("changed-meanwhile");
    must(await keep(who.membershipId, "ENDED", { reason: "本人申请退出" }));
    expect(await brandsOf(who.id)).toEqual([]);
    expect(codeOf(await keep(who.membershipId, "LIFTED"))).toBe("brand-member-over");
    expect((await services.db.brandMemberEvent.findMany({ where: { membershipId: who.membershipId }, orderBy: { seq: "asc" } })).map((one) => one.kind)).toEqual(["ADMITTED", "RENEWED", "SUSPENDED", "LIFTED", "PLEDGED", "ENDED"]);
  });

  it("is nobody else's to touch: forged ids of another brand, another person, another region", async () => {
    const [brandId, other] = [await newBrand(), await newBrand()];
    const who = await member(brandId);
    const intruder = await person();
    expect(codeOf(await keep(who.membershipId, "ENDED", { reason: "试一试看" }, { ...operator, brandId: other }))).toBe("not-found");
    expect(codeOf(await keep(who.membershipId, "ENDED", { reason: "试一试看" }, elsewhere))).toBe("not-found");
    expect(codeOf(await takeBrandPledge(services, intruder.actor, { membershipId: who.membershipId, version: 0, pledged: "on" }))).toBe("not-found");
    const applicationId = await apply(intruder, other);
    expect(codeOf(await withdrawBrandApplication(services, who.actor, { applicationId }))).toBe("not-found");
    expect(codeOf(await recordBrandTest(services, { ...operator, brandId }, { applicationId, version: 0, testedOn: clock.today(), score: "90" }))).toBe("not-found");
    expect(await readBrandDesk(services, { ...operator, brandId: other }, brandId)).toBeNull();
    must(await withdrawBrandApplication(services, intruder.actor, { applicationId }));
    expect(codeOf(await withdrawBrandApplication(services, intruder.actor, { applicationId }))).toBe("changed-meanwhile");
  });
});

describe("a brand that is suspended", () => {
  it("has no posts and no members for matching and search from that moment, and all of them again once it is lifted", async () => {
    const brandId = await newBrand();
    const who = await member(brandId);
    const postId = await postOf(brandId);
    const seen = async () => ({
      post: (await loadPostFacts(services.pool, [postId], clock.today())).get(postId)!.brandId, person: await brandsOf(who.id), found: (await loadPostSources(services.pool, [postId], clock.today()))[0]!.brandId,
    });
    expect(await seen()).toEqual({ post: brandId, person: [brandId], found: brandId });
    const before = [await events("post.changed", postId), await events("person.changed", who.id)];
    expect((await Promise.all([step(brandId, "SUSPENDED"), step(brandId, "SUSPENDED", second)])).map(codeOf).sort()).toEqual(["changed-meanwhile", null].sort());
    expect(await seen()).toEqual({ post: null, person: [], found: null });
    expect([await events("post.changed", postId), await events("person.changed", who.id)]).toEqual(before.map((n) => n + 1));
    const applicant = await person();
    expect(codeOf(await applyToBrand(services, applicant.actor, { brandId, way: "APPLICATION" }))).toBe("brand-suspended-apply");
    expect(codeOf(await step(brandId, "SUSPENDED"))).toBe("brand-step");
    must(await step(brandId, "LIFTED"));
    expect(await seen()).toEqual({ post: brandId, person: [brandId], found: brandId });
    must(await step(brandId, "ENDED"));
    expect(codeOf(await step(brandId, "LIFTED"))).toBe("brand-step");
  });

  it("stops a member's yes by name, with nothing half-done; the member may take the post as a plain one, whoever is no member is not concerned", async () => {
    const brandId = await newBrand();
    const who = await member(brandId);
    const [postId, otherPost] = [await postOf(brandId), await postOf(brandId)];
    must(await step(brandId, "SUSPENDED"));
    const refused = await acceptPost(services, who.actor, { postId });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "brand-suspended", params: { since: clock.today(), reason: "投诉查实，停用整改" } }] });
    expect(await services.db.placement.count({ where: { personId: who.id } })).toBe(0);
    expect(await services.db.hiring.count({ where: { personId: who.id } })).toBe(0);
    expect((await services.db.post.findUniqueOrThrow({ where: { id: postId } })).filled).toBe(0);
    must(await acceptPost(services, who.actor, { postId, plain: "on" }));
    must(await acceptPost(services, (await person()).actor, { postId: otherPost }));
  });

  it("while a member says yes: either the yes came first and stands, or it is refused and nothing is written", async () => {
    const seen = new Set<string | null>();
    for (let round = 0; round < 8; round += 1) {
      const brandId = await newBrand();
      const who = await member(brandId);
      const postId = await postOf(brandId);
      const [accepted, suspended] = await Promise.all([acceptPost(services, who.actor, { postId }), step(brandId, "SUSPENDED")]);
      expect(codeOf(suspended)).toBeNull();
      const code = codeOf(accepted);
      seen.add(code);
      const filled = (await services.db.post.findUniqueOrThrow({ where: { id: postId } })).filled;
      const placements = await services.db.placement.count({ where: { activeKey: who.id } });
      expect([code, filled, placements]).toEqual(code === null ? [null, 1, 1] : ["brand-suspended", 0, 0]);
    }
    expect([...seen].every((code) => code === null || code === "brand-suspended")).toBe(true);
  });

  it("while a run's matches are published: nobody is offered anything as a member of a brand that was suspended before", async () => {
    const outcomes: number[] = [];
    for (const order of ["before", "at once", "at once", "after"] as const) {
      await services.db.wish.updateMany({ data: { seeking: false } });
      await services.pool.query("UPDATE job_match SET status = 'LAPSED', openKey = NULL WHERE status = 'PROPOSED'");
      await services.db.post.updateMany({ data: { status: "CLOSED" } });
      const brandId = await newBrand();
      const [who, plain] = [await member(brandId), await person()];
      const [branded, other] = [await postOf(brandId), await postOf(null)];
      const { runId } = must(await requestMatchRun(services, county, { regionCode: "141124" }));
      await findMatches(services, runId);
      if (order === "before") must(await step(brandId, "SUSPENDED"));
      const [published] = await Promise.all([publishMatches(services, runId), order === "at once" ? step(brandId, "SUSPENDED") : null]);
      if (order === "after") must(await step(brandId, "SUSPENDED"));
      const matches = await services.db.match.findMany({ where: { runId } });
      const asMember = matches.filter((one) => JSON.stringify(one.reasons).includes("brand-member"));
      // the whole of the run is there but what rested on the brand
      expect(matches.filter((one) => one.personId === plain.id).map((one) => one.postId)).toEqual([other]);
      expect(asMember.length).toBe(order === "before" ? 0 : order === "after" ? 1 : asMember.length);
      expect(published).toEqual({ written: 1 + asMember.length, skipped: 1 - asMember.length });
      outcomes.push(asMember.length);
      // what was offered before the suspension is refused by name when it is said yes to
      const answer = await acceptPost(services, who.actor, { postId: branded });
      expect(codeOf(answer)).toBe("brand-suspended");
    }
    expect([outcomes[0], outcomes[3]]).toEqual([0, 1]);
  });
});

describe("brand members first", () => {
  it("a run gives a brand's only opening to its member though another scores more, and says so; without standing they are last again", async () => {
    await services.db.wish.updateMany({ data: { seeking: false } });
    await services.db.post.updateMany({ data: { status: "CLOSED" } });
    await services.pool.query("UPDATE job_match SET status = 'LAPSED', openKey = NULL WHERE status = 'PROPOSED'");
    const brandId = await newBrand();
    const certified = await make.person({ homeCountyCode: "141124", experienceMonths: 120, wish: { occupationCodes: [WELDER], minWageFen: 200_000 } });
    await make.certificate(certified.id, { level: "SENIOR" });
    const who = await member(brandId, await (async () => { const made = await make.person({ homeCountyCode: "141124", experienceMonths: 0, wish: { occupationCodes: [WELDER], minWageFen: 480_000 } }); return { ...made, actor: as("SEEKER", { personId: made.id }) }; })());
    const postId = await postOf(brandId);
    const offered = async () => {
      const { runId } = must(await requestMatchRun(services, county, { regionCode: "141124" }));
      await executeMatchRun(services, runId);
      return services.db.match.findMany({ where: { runId, postId } });
    };
    const [first] = await offered();
    expect(first!.personId).toBe(who.id);
    expect(JSON.stringify(first!.reasons)).toContain("brand-member");
    must(await keep(who.membershipId, "SUSPENDED", { reason: "两次返工不处理" }));
    const [after] = await offered();
    expect(after!.personId).toBe(certified.id);
    expect(after!.score).toBeGreaterThan(first!.score - 80);
  });
});

describe("the coverage of counties", () => {
  it("agrees with a recount from the rows, both ways, and loses a brand that is suspended", async () => {
    const recount = async (least = 1) => {
      const counties = (await services.db.county.findMany({ where: { povertyLiftedLevel: { not: null } }, select: { code: true } })).map((one) => one.code);
      const brands = await services.db.labourBrand.findMany({ where: { state: "ACTIVE" }, include: { regions: true } });
      const own = (code: string) => brands.filter((one) => one.level === "COUNTY" && one.regions.some((region) => region.regionCode === code)).length;
      const city = (code: string) => brands.filter((one) => one.level === "CITY" && (one.regions.some((region) => region.regionCode === code) || (one.regions.length === 1 && one.regions[0]!.regionCode === `${code.slice(0, 4)}00`))).length;
      return { own: counties.filter((code) => own(code) >= least).length, withCity: counties.filter((code) => own(code) + city(code) >= least).length, of: counties.length };
    };
    const before = await readBrandCoverage(services, null);
    expect(before.counted).toEqual(await recount());
    expect(before.counted.of).toBe(58);
    const tianzhen = await services.db.labourBrand.findUniqueOrThrow({ where: { name: "天镇保姆" } });
    expect(before.rows.find((one) => one.countyCode === "140222")).toMatchObject({ coverage: "OWN", own: [tianzhen.id] });
    must(await step(tianzhen.id, "SUSPENDED", elsewhere));
    const after = await readBrandCoverage(services, null);
    expect(after.counted).toEqual(await recount());
    expect(after.counted.own).toBe(before.counted.own - 1);
    must(await step(tianzhen.id, "LIFTED", elsewhere));
    expect((await readBrandCoverage(services, "all")).rows).toHaveLength(117);
  });
});

describe("the health card", () => {
  it("agrees with a recount of ledger, memberships and posts done another way", async () => {
    const brandId = await newBrand();
    const today = clock.today();
    const on = (offset: number) => clock.set(`${addDays(today, offset)}T02:00:00Z`);
    on(-400);
    const staff = [await member(brandId), await member(brandId), await member(brandId), await member(brandId)];
    const other = [await person(), await person(), await person()];
    const work = async (who: Somebody, from: number, to: number | null, postBrand: string | null, wage: number) => {
      on(from);
      const postId = await postOf(postBrand, { wageMinFen: wage, wageMaxFen: wage, monthlyMinFen: wage, monthlyMaxFen: wage, validFrom: addDays(today, from - 5), validUntil: addDays(today, from + 60) });
      const { placementId } = must(await acceptPost(services, who.actor, { postId }));
      must(await recordPlacementEvent(services, who.actor, { placementId, kind: "ON_THE_JOB", happenedOn: clock.today() }));
      if (to === null) return postId;
      on(to);
      must(await recordPlacementEvent(services, who.actor, { placementId, kind: "ENDED", happenedOn: clock.today(), reason: "活干完了" }));
      return postId;
    };
    const reported = await work(staff[0]!, -300, null, brandId, 600_000);
    await work(staff[1]!, -300, -100, brandId, 620_000);
    await work(staff[2]!, -300, -200, null, 640_000);
    await work(staff[3]!, -60, null, brandId, 700_000);
    for (const [nr, who] of other.entries()) await work(who, -290 + nr, null, null, 500_000 + nr * 10_000);
    on(0);
    await services.db.postReport.createMany({ data: (["OPEN", "DISMISSED"] as const).map((status, nr) => ({ id: services.newId(), postId: reported, countyCode: "141124", reason: "FEE" as const, reporterKey: `${nr}`.padEnd(43, "x"), status, recordedAt: clock.now() })) });
    await services.db.policyParameter.updateMany({ where: { key: "brand.health.fewest" }, data: { value: 3 } });

    const health = await readBrandHealth(services.pool, (await findBrand(services.db, brandId))!, today);

    // by hand, from the events as they were written
    const events = await services.db.placementEvent.findMany({ where: { personId: { in: staff.map((one) => one.id) } } });
    const reversed = new Set(events.flatMap((one) => one.reversesId ?? []));
    const stays = [...new Set(events.map((one) => one.placementId))].map((id) => {
      const own = events.filter((one) => one.placementId === id && !reversed.has(one.id));
      const [from] = own.filter((one) => one.kind === "ON_THE_JOB").map((one) => toDay(one.happenedOn)).sort();
      return { from: from!, to: own.find((one) => one.kind === "ENDED") ? toDay(own.find((one) => one.kind === "ENDED")!.happenedOn) : null };
    });
    const old = stays.filter((one) => addDays(one.from, 180) <= today);
    expect(health.retention).toEqual({ part: old.filter((one) => one.to === null || one.to >= addDays(one.from, 180)).length, whole: old.length });
    expect(health.retention).toEqual({ part: 2, whole: 3 });
    const year = Number(addDays(today, -300).slice(0, 4));
    const plain = await services.db.placement.findMany({ where: { post: { brandId: null, occupationCode: WELDER }, personId: { notIn: staff.map((one) => one.id) }, events: { some: { kind: "ON_THE_JOB", happenedOn: { gte: new Date(`${year}-01-01`), lt: new Date(`${year + 1}-01-01`) } } } }, select: { post: { select: { monthlyMinFen: true } } } });
    const paid = plain.map((one) => one.post!.monthlyMinFen!).sort((a, b) => a - b);
    expect(health.premiums.find((one) => one.year === year)).toMatchObject({ with: { median: 620_000, count: 3 }, without: { median: paid[Math.floor((paid.length - 1) / 2)], count: paid.length } });
    expect(health.complaints).toEqual({ reports: 1, flags: 0, placements: 3, perHundred: 33.3 });
    const people = await services.db.person.findMany({ where: { id: { in: staff.map((one) => one.id) } }, select: { birthDate: true } });
    expect(health.ages.overFifty).toEqual({ part: people.filter((one) => ageOn(toDay(one.birthDate), today) > 50).length, whole: 4 });
    expect(health.balance).toEqual({ openPlaces: 0, freeMembers: 2, members: 4 });
    expect(health.trend).toEqual({ admittedLastThreeYears: 4, renewed: { part: 0, whole: 0 } });
  });
});
