import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHiring, readInvitations, readPayMedian } from "#app/data/read-models/hiring-pages.server.ts";
import { readEmployerPlacements } from "#app/data/read-models/employer-pages.server.ts";
import { readPlacementPage } from "#app/data/read-models/placement-page.server.ts";
import { readStandingYes } from "#app/data/read-models/standing-yes.server.ts";
import { loadPostCards } from "#app/data/read-models/post-card.server.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { findCandidates } from "#app/usecases/hiring/find-candidates.server.ts";
import { invitePerson } from "#app/usecases/hiring/invite.server.ts";
import { takeHiringStep } from "#app/usecases/hiring/take-step.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { indexProfiles } from "#search/apply.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TRADE = "6-18-02-04";
let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));
const ledger = async (personId: string) => (await services.db.placementEvent.findMany({ where: { personId }, orderBy: { seq: "asc" } })).map((event) => `${event.saidByRole} ${event.kind}`);
const steps = async (hiringId: string) => (await services.db.hiringStep.findMany({ where: { hiringId }, orderBy: { seq: "asc" } })).map((step) => `${step.saidByRole} ${step.kind}`);

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-24T02:00:00Z") });
  await loadReference(services);
  await ensureIndexes(services);
  make = createFactory(services, 71);
});
afterAll(() => services.close());

async function invited(openings = 3) {
  const employerId = await make.employer();
  const postId = await make.post({ employerId, openings, occupationCode: TRADE });
  const person = await make.person({ name: "甲乙丙", phone: "10012345678", homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE] } });
  const [employer, seeker] = [as("EMPLOYER", { employerId }), as("SEEKER", { personId: person.id })];
  const { hiringId } = must(await invitePerson(services, employer, { postId, personId: person.id }));
  return { employer, seeker, postId, person, hiringId };
}
const step = (actor: Actor, hiringId: string, kind: string, more: Record<string, unknown> = {}) => takeHiringStep(services, actor, { hiringId, kind, ...more });

describe("what an employer does", () => {
  it("is told to the person at each step: a notice, and one text message where they take them", async () => {
    const { employer, seeker, person, hiringId } = await invited();
    const told = async () => (await services.db.notice.findMany({ where: { personId: person.id }, orderBy: { onceKey: "asc" } })).map((one) => `${one.kind} ${one.subjectId === hiringId}`);
    const sent = () => services.db.smsMessage.findMany({ where: { personId: person.id, purpose: "hiring" }, orderBy: { onceKey: "asc" } });
    expect(await told()).toEqual(["hiring-invited true"]);
    await step(seeker, hiringId, "AGREED");
    await step(employer, hiringId, "INTERVIEW", { meetOn: "2026-11-26", note: "厂门口" });
    await step(employer, hiringId, "OFFERED");
    expect(await told()).toEqual(["hiring-invited true", "hiring-interview true", "hiring-offered true"]);
    const texts = (await sent()).map((one) => one.text);
    expect(texts.map((text) => text.includes(`/me/invitations/${hiringId}`))).toEqual([true, true, true]);
    expect(texts.join()).not.toMatch(/甲乙丙|厂门口/);
    await step(employer, hiringId, "CLOSED", { note: "招满了" });
    expect((await told()).at(-1)).toBe("hiring-closed true");
  });

  it("and the person do at once leaves one notice for the step that held", async () => {
    const { employer, seeker, person, hiringId } = await invited();
    await step(seeker, hiringId, "AGREED");
    const results = await Promise.all([step(employer, hiringId, "OFFERED"), step(employer, hiringId, "INTERVIEW", { meetOn: "2026-11-26" }), step(seeker, hiringId, "DECLINED")]);
    const byEmployer = (await services.db.hiringStep.findMany({ where: { hiringId, saidByRole: "EMPLOYER" } })).length;
    expect(results.some((one) => one.ok)).toBe(true);
    expect(await services.db.notice.count({ where: { personId: person.id } })).toBe(byEmployer);
  });
});

describe("contact data", () => {
  it("opens to the employer once the person agrees, to the person likewise, and each look of the employer's is in the audit", async () => {
    const { employer, seeker, person, hiringId } = await invited();
    const before = await readHiring(services, employer, hiringId);
    expect(before?.contact).toBeNull();
    expect(JSON.stringify(before)).not.toMatch(/甲乙丙|10012345678/);
    await step(seeker, hiringId, "AGREED");
    expect((await readHiring(services, employer, hiringId))?.contact).toEqual({ name: "甲乙丙", phone: "10012345678" });
    expect(await services.db.auditEntry.count({ where: { action: "see-contact", subjectId: person.id } })).toBe(1);
    await step(seeker, hiringId, "DECLINED");
    expect((await readHiring(services, employer, hiringId))?.contact).toBeNull();
  });

  it("and the hiring itself are not there for anybody else", async () => {
    const { hiringId } = await invited();
    const strangers = [as("EMPLOYER", { employerId: await make.employer() }), as("SEEKER", { personId: (await make.person()).id }), as("OFFICER", { regionCode: "140000" })];
    for (const stranger of strangers) for (const id of [hiringId, "01K00000000000000000000000", "'; --"]) expect(await readHiring(services, stranger, id)).toBeNull();
    for (const stranger of strangers.slice(0, 2)) expect(codes(await step(stranger, hiringId, stranger.role === "EMPLOYER" ? "CLOSED" : "AGREED"))).toEqual(["not-found"]);
  });
});

describe("from invitation to hire", () => {
  it("every step is kept, the offer and the yes stand in the ledger, and the opening is taken by the yes alone", async () => {
    const { employer, seeker, postId, person, hiringId } = await invited();
    for (const [actor, kind, more] of [[seeker, "AGREED", {}], [employer, "INTERVIEW", { meetOn: "2026-11-26", note: "上午9点，厂门口找高师傅" }], [employer, "OFFERED", { note: "12月1日报到" }]] as const) {
      expect(codes(await step(actor, hiringId, kind, more))).toEqual([]);
    }
    expect(await ledger(person.id)).toEqual(["EMPLOYER OFFERED"]);
    expect((await services.db.post.findUniqueOrThrow({ where: { id: postId } })).filled).toBe(0);
    const yes = await acceptPost(services, seeker, { postId });
    if (!yes.ok) throw new Error(JSON.stringify(yes.problems));
    expect(await ledger(person.id)).toEqual(["EMPLOYER OFFERED", "SEEKER ACCEPTED"]);
    expect((await services.db.post.findUniqueOrThrow({ where: { id: postId } })).filled).toBe(1);
    expect(await services.db.hiring.findUniqueOrThrow({ where: { id: hiringId } })).toMatchObject({ state: "HIRED", openKey: null, placementId: yes.value.placementId });
    expect(await steps(hiringId)).toEqual(["EMPLOYER INVITED", "SEEKER AGREED", "EMPLOYER INTERVIEW", "EMPLOYER OFFERED", "SEEKER HIRED"]);
    expect(codes(await recordPlacementEvent(services, employer, { placementId: yes.value.placementId, kind: "ON_THE_JOB", happenedOn: "2026-11-24" }))).toEqual([]);
    expect(codes(await recordPlacementEvent(services, employer, { placementId: yes.value.placementId, kind: "ENDED", happenedOn: "2026-11-24", reason: "回家" }))).toEqual([]);
    expect((await recountTargets(services)).brokenChains).toBe(0);
  });

  it("a yes from the post's page without an invitation is a hire too, once, even when pressed often", async () => {
    const employerId = await make.employer();
    const postId = await make.post({ employerId, occupationCode: TRADE });
    const person = await make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE] } });
    const results = await Promise.all(Array.from({ length: 4 }, () => acceptPost(services, as("SEEKER", { personId: person.id }), { postId })));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect((await services.db.hiring.findMany({ where: { personId: person.id } })).map((one) => one.state)).toEqual(["HIRED"]);
    expect(await readInvitations(services, person.id)).toHaveLength(1);
  });

  it("leads both sides from the placement to each other's contact data, and nobody else", async () => {
    const employerId = await make.employer();
    const postId = await make.post({ employerId, occupationCode: TRADE });
    const person = await make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE] } });
    const [employer, seeker, officer] = [as("EMPLOYER", { employerId }), as("SEEKER", { personId: person.id }), as("OFFICER", { regionCode: "141124" })];
    const yes = await acceptPost(services, seeker, { postId });
    if (!yes.ok) throw new Error(JSON.stringify(yes.problems));
    const { id: hiringId } = await services.db.hiring.findFirstOrThrow({ where: { personId: person.id } });
    const seen = await Promise.all([seeker, employer, officer].map((one) => readPlacementPage(services, one, yes.value.placementId)));
    expect(seen.map((one) => one?.hiringId)).toEqual([hiringId, hiringId, null]);
    expect((await readEmployerPlacements(services, employerId)).map((one) => one.hiringId)).toEqual([hiringId]);
  });

  it("pressed again leads to the same placement while it stands, even with the last opening gone; another's post or a past one does not", async () => {
    const employerId = await make.employer();
    const postId = await make.post({ employerId, openings: 1, occupationCode: TRADE });
    const person = await make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE] } });
    const [employer, seeker, other] = [as("EMPLOYER", { employerId }), as("SEEKER", { personId: person.id }), as("SEEKER", { personId: (await make.person({})).id })];
    expect(await readStandingYes(services, seeker, postId)).toBeNull();
    const yes = await acceptPost(services, seeker, { postId });
    if (!yes.ok) throw new Error(JSON.stringify(yes.problems));
    expect(codes(await acceptPost(services, seeker, { postId }))).not.toEqual([]);
    expect(await readStandingYes(services, seeker, postId)).toBe(yes.value.placementId);
    expect(await readStandingYes(services, seeker, await make.post({ occupationCode: TRADE }))).toBeNull();
    for (const stranger of [other, employer]) expect(await readStandingYes(services, stranger, postId)).toBeNull();
    await recordPlacementEvent(services, employer, { placementId: yes.value.placementId, kind: "ENDED", happenedOn: "2026-11-24", reason: "不来了" });
    expect(await readStandingYes(services, seeker, postId)).toBeNull();
  });

  it("a no to an offer ends its placement and takes nothing", async () => {
    const { employer, seeker, postId, person, hiringId } = await invited();
    await step(seeker, hiringId, "AGREED");
    await step(employer, hiringId, "OFFERED");
    expect(codes(await step(seeker, hiringId, "DECLINED", { note: "太远" }))).toEqual([]);
    expect(await ledger(person.id)).toEqual(["EMPLOYER OFFERED", "SEEKER ENDED"]);
    expect((await services.db.post.findUniqueOrThrow({ where: { id: postId } })).filled).toBe(0);
  });

  it("steps out of order, by the wrong party, twice or with a bad day are refused, and nothing is stored", async () => {
    const { employer, seeker, hiringId } = await invited();
    expect(codes(await step(employer, hiringId, "OFFERED"))).toEqual(["transition-not-allowed"]);
    expect(codes(await step(employer, hiringId, "AGREED"))).toEqual(["transition-not-allowed"]);
    expect(codes(await step(employer, hiringId, "HIRED"))).toEqual(["invalid"]);
    await step(seeker, hiringId, "AGREED");
    expect(codes(await step(employer, hiringId, "INTERVIEW", { meetOn: "2026-11-23" }))).toEqual(["interview-past"]);
    expect(codes(await step(employer, hiringId, "INTERVIEW", { meetOn: "" }))).toEqual(["date-form"]);
    expect(codes(await step(employer, hiringId, "CLOSED", { note: "长".repeat(301) }))).toEqual(["too-long"]);
    const offers = await Promise.all([step(employer, hiringId, "OFFERED"), step(employer, hiringId, "OFFERED"), step(employer, hiringId, "OFFERED")]);
    expect(offers.filter((one) => one.ok)).toHaveLength(1);
    for (const code of offers.flatMap(codes)) expect(["changed-meanwhile", "transition-not-allowed"]).toContain(code);
    expect(await steps(hiringId)).toEqual(["EMPLOYER INVITED", "SEEKER AGREED", "EMPLOYER OFFERED"]);
  });
});

describe("an invitation", () => {
  it("goes once to a person for a post, and only to somebody who fits one's own post", async () => {
    const { employer, postId, person } = await invited();
    expect(codes(await invitePerson(services, employer, { postId, personId: person.id }))).toEqual(["invited-already"]);
    const misfit = await make.person({ homeCountyCode: "141124", wish: { occupationCodes: ["4-10-01-05"] } });
    expect(codes(await invitePerson(services, employer, { postId, personId: misfit.id }))).toEqual(["not-found"]);
    expect(codes(await invitePerson(services, employer, { postId, personId: "01K00000000000000000000000" }))).toEqual(["not-found"]);
    expect(codes(await invitePerson(services, as("EMPLOYER", { employerId: await make.employer() }), { postId, personId: person.id }))).toEqual(["not-found"]);
  });
});

describe("who fits now", () => {
  it("is ranked by the one score, with reasons and without those who don't fit; a stranger gets nothing", async () => {
    const employerId = await make.employer({ regionCode: "140105" });
    const postId = await make.post({ employerId, countyCode: "140105", occupationCode: "6-05-01-03", title: "缝纫工" });
    const near = await make.person({ homeCountyCode: "140105", age: 40, wish: { occupationCodes: ["6-05-01-03"] } });
    const far = await make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: ["6-05-01-03"] } });
    const dear = await make.person({ homeCountyCode: "140105", age: 40, wish: { occupationCodes: ["6-05-01-03"], minWageFen: 9_000_000 } });
    await indexProfiles(services, [near.id, far.id, dear.id]);
    const found = await findCandidates(services, as("EMPLOYER", { employerId }), { postId });
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    expect(found.value.candidates.map((one) => one.person.id)).toEqual([near.id, far.id]);
    expect(found.value).toMatchObject({ inCounty: 2, everywhere: 3 });
    for (const one of found.value.candidates) expect(one.reasons.length).toBeGreaterThan(0);
    expect(codes(await findCandidates(services, as("EMPLOYER", { employerId: await make.employer() }), { postId }))).toEqual(["not-found"]);
  });
});

describe("the middle pay of a trade", () => {
  it("comes from other employers' posts in the county, or a wider region where there are fewer than five", async () => {
    const own = await make.post({ countyCode: "141127", occupationCode: "6-29-01-01", title: "砌筑工" });
    const card = async () => (await loadPostCards(services.pool, [own])).get(own)!;
    expect(await readPayMedian(services, await card())).toBeNull();
    for (const yuan of [5_000, 6_000, 9_000, 4_000]) await make.post({ countyCode: "141127", occupationCode: "6-29-01-01", wageMinFen: yuan * 100, wageMaxFen: yuan * 100 });
    await make.post({ countyCode: "141181", occupationCode: "6-29-01-01", wageMinFen: 700_000, wageMaxFen: 700_000 });
    expect(await readPayMedian(services, await card())).toEqual({ fen: 600_000, posts: 5, within: "city" });
    await make.post({ countyCode: "141127", occupationCode: "6-29-01-01", wageMinFen: 300_000, wageMaxFen: 300_000 });
    expect(await readPayMedian(services, await card())).toEqual({ fen: 500_000, posts: 5, within: "county" });
  });
});
