import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import type { WhyView } from "#app/data/read-models/why-page.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { pointsOf, SCORE_PARTS } from "#app/domain/matching/score.ts";
import type { Actor } from "#app/platform/actor.ts";
import { explainPair } from "#app/usecases/matching/explain-pair.server.ts";
import { findNearly } from "#app/usecases/matching/find-nearly.server.ts";
import { findPosts } from "#app/usecases/matching/find-posts.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const seeker = (personId: string) => as("SEEKER", { personId });
const WELDER = "6-18-02-04";

beforeAll(async () => {
  services = await openTestServices();
  await loadReference(services);
  make = createFactory(services, 41);
});
afterAll(() => services.close());

type Offer = [personId: string, postId: string, more?: { score?: number; status?: "PROPOSED" | "DECLINED" | "SUPERSEDED"; declineReason?: string }];

/** A finished run that has just left these matches behind. */
async function finishedRun(regionCode: string, offers: Offer[] = []): Promise<string> {
  const now = services.clock.now();
  const runId = services.newId();
  await services.db.matchRun.create({ data: { id: runId, regionCode, asOf: toDate(services.clock.today()), status: "DONE", requestedAt: now, startedAt: now, finishedAt: now, result: {} } });
  for (const [personId, postId, { score, status = "PROPOSED", declineReason } = {}] of offers) {
    const { score: own, reasons } = await judge(personId, postId);
    await services.db.match.create({
      data: { id: services.newId(), runId, personId, postId, score: score ?? own, reasons: reasons as object[], status, declineReason, openKey: status === "PROPOSED" ? personId : null, proposedAt: now },
    });
  }
  return runId;
}

async function judge(personId: string, postId: string) {
  const today = services.clock.today();
  const [persons, posts, rules] = await Promise.all([
    loadPersonFacts(services, [personId], today), loadPostFacts(services.pool, [postId], today), loadMatchingRules(services.pool, today),
  ]);
  const [person, post] = [persons.get(personId)!, posts.get(postId)!];
  return { ...assess(person, post, rules), points: pointsOf(person, post, rules) };
}

async function ask(actor: Actor, postId: string, personId?: string): Promise<WhyView> {
  const told = await explainPair(services, actor, { postId, personId });
  if (!told.ok) throw new Error(JSON.stringify(told.problems));
  return told.value;
}
const person = (homeCountyCode: string, more: Parameters<Factory["person"]>[0] = {}) => make.person({ homeCountyCode, age: 40, wish: { occupationCodes: [WELDER] }, ...more });
const post = (countyCode: string, more: Parameters<Factory["post"]>[0] = {}) => make.post({ countyCode, occupationCode: WELDER, openings: 1, ...more });

describe("why a post was not offered", () => {
  it("a: another one was, with the score of each", async () => {
    const who = await person("141124");
    const [given, other] = [await post("141124"), await post("140105")];
    await finishedRun("141124", [[who.id, given]]);
    const view = await ask(seeker(who.id), other);
    expect(view.allowed).toBe(true);
    expect(view.detail).toMatchObject({ causes: ["other-proposal"], other: { post: { id: given }, score: (await judge(who.id, given)).score, status: "PROPOSED" } });
    expect(view.score).toBe((await judge(who.id, other)).score);
    expect((await ask(seeker(who.id), given)).detail?.causes).toEqual(["proposed"]);
  });

  it("b: the openings went to people with more, told as numbers that a recount confirms", async () => {
    const postId = await post("141127", { openings: 3 });
    const who = await person("141127");
    const rich = [await person("141127", { categories: ["MONITORED_SUDDEN"] }), await person("140105"), await person("141127", { experienceMonths: 240 })];
    for (const one of rich) await make.certificate(one.id, { occupationCode: WELDER, level: "SENIOR" });
    await finishedRun("140000", rich.map((one) => [one.id, postId]));
    const mine = await judge(who.id, postId);
    const theirs = await Promise.all(rich.map((one) => judge(one.id, postId)));
    const { detail, score } = await ask(seeker(who.id), postId);
    expect(score).toBe(mine.score);
    const scores = theirs.map((one) => one.score);
    const ahead = scores.filter((one) => one >= mine.score).length;
    expect(ahead).toBe(3);
    expect(detail).toMatchObject({
      causes: ["outranked"], holders: { people: 3, openingsLeft: 3, highest: Math.max(...scores), lowest: Math.min(...scores), rank: ahead + 1, named: [] },
    });
    for (const part of SCORE_PARTS) {
      expect(detail?.parts.find((one) => one.part === part)?.others, part).toEqual({
        more: theirs.filter((one) => one.points[part] > mine.points[part]).length, mean: Math.round(theirs.reduce((sum, one) => sum + one.points[part], 0) / 3),
      });
    }
    expect(detail?.parts.reduce((sum, one) => sum + one.points, 0)).toBe(mine.score);
    expect(detail?.steps).toContainEqual(expect.objectContaining({ kind: "certificate", ahead: true }));
    for (const step of detail?.steps ?? []) expect(step.score).toBeGreaterThan(Math.min(...scores));
  });

  it("b: among equals the monitored household comes first, and the other is told the rule, not who", async () => {
    const postId = await post("141181");
    const holder = await person("141181", { categories: ["MONITORED_UNSTABLE"] });
    const who = await person("141181");
    await finishedRun("141181", [[holder.id, postId]]);
    const view = await ask(seeker(who.id), postId);
    expect(view.detail).toMatchObject({ causes: ["outranked"], holders: { people: 1, equal: 1, rank: 2, lowest: view.score } });
    expect(JSON.stringify(view)).not.toContain("MONITORED");
  });

  it("b: never tells a seeker or an agent who the others are; an officer reads masked names of their own region only", async () => {
    const postId = await post("141127", { openings: 2 });
    const who = await person("141127");
    const here = await person("141127", { name: "庚辛壬", categories: ["MONITORED_SUDDEN"] });
    const elsewhere = await person("140105", { name: "癸子丑" });
    await finishedRun("140000", [[here.id, postId, { score: 999 }], [elsewhere.id, postId, { score: 998 }]]);
    for (const actor of [seeker(who.id), as("AGENT", { regionCode: "141127" })]) {
      const text = JSON.stringify(await ask(actor, postId, who.id));
      for (const secret of [here.id, elsewhere.id, "庚", "癸", "MONITORED"]) expect(text).not.toContain(secret);
      expect((await ask(actor, postId, who.id)).detail?.parts.map((one) => one.others?.mean)).toEqual(SCORE_PARTS.map(() => null));
    }
    const county = await ask(as("OFFICER", { regionCode: "141127" }), postId, who.id);
    expect(county.detail?.holders?.named).toMatchObject([{ nameMasked: "庚**", score: 999 }]);
    expect(JSON.stringify(county)).not.toContain("庚辛");
    const province = await ask(as("OFFICER", { regionCode: "140000" }), postId, who.id);
    expect(province.detail?.holders?.named.map((one) => one.nameMasked)).toEqual(["庚**", "癸**"]);
  });

  it("c: the post is full, or closed", async () => {
    const who = await person("141124");
    const holder = await person("141124");
    const full = await post("141124");
    await finishedRun("141124", [[holder.id, full]]);
    expect((await acceptPost(services, seeker(holder.id), { postId: full })).ok).toBe(true);
    expect(await ask(seeker(who.id), full)).toMatchObject({
      allowed: false, reasons: [{ code: "no-opening-left" }], detail: { causes: ["refused", "full"], steps: [], holders: { people: 1 }, takenDirectly: 0 },
    });
    const direct = await post("141124");
    expect((await acceptPost(services, seeker((await person("141124")).id), { postId: direct })).ok).toBe(true);
    expect((await ask(seeker(who.id), direct)).detail).toMatchObject({ causes: ["refused"], holders: null, takenDirectly: 1 });
    const closed = await post("141124", { status: "CLOSED" });
    expect(await ask(seeker(who.id), closed)).toMatchObject({ allowed: false, reasons: [{ code: "post-closed" }], detail: { causes: ["refused"] } });
  });

  it("d: no run has weighed the pair as it stands", async () => {
    const who = await person("140222");
    const postId = await post("140222");
    expect((await ask(seeker(who.id), postId)).detail).toMatchObject({ causes: ["next-run"], run: { id: expect.any(String) } });
    await services.db.matchRun.updateMany({ data: { status: "FAILED" } });
    expect((await ask(seeker(who.id), postId)).detail).toMatchObject({ causes: ["not-in-run"], notInRun: "no-run", run: null });
    await finishedRun("141100");
    expect((await ask(seeker(who.id), postId)).detail?.notInRun).toBe("no-run");
    await finishedRun("140200");
    const later = new Date(services.clock.now().getTime() + 60_000);
    expect((await ask(seeker(who.id), postId)).detail?.notInRun).toBeNull();
    await services.db.wish.update({ where: { personId: who.id }, data: { updatedAt: later } });
    expect((await ask(seeker(who.id), postId)).detail?.notInRun).toBe("person-changed");
    await services.db.post.update({ where: { id: postId }, data: { updatedAt: later } });
    expect((await ask(seeker(who.id), postId)).detail?.notInRun).toBe("post-new");
    await services.db.person.update({ where: { id: who.id }, data: { recordedAt: later } });
    expect((await ask(seeker(who.id), postId)).detail?.notInRun).toBe("person-new");
  });

  it("e: a market job was found first, so no welfare post, also when it has been declined since", async () => {
    const who = await person("141124", { categories: ["POVERTY_LIFTED"] });
    const market = await post("141124", { openings: 5 });
    const welfare = await make.post({ countyCode: "141124", stream: "WELFARE", occupationCode: null, openings: 5, wageMinFen: 150_000, wageMaxFen: 150_000 });
    expect((await judge(who.id, welfare)).reasons.map((one) => one.code)).toContain("stream-eligible");
    await finishedRun("141124", [[who.id, market]]);
    expect((await ask(seeker(who.id), welfare)).detail).toMatchObject({ causes: ["earlier-help"], other: { post: { id: market, stream: "MARKET" }, status: "PROPOSED" } });
    await services.db.match.updateMany({ where: { personId: who.id }, data: { status: "DECLINED", declineReason: "too-far", openKey: null } });
    expect((await ask(seeker(who.id), welfare)).detail).toMatchObject({ causes: ["earlier-help"], other: { status: "DECLINED" } });
    expect((await ask(seeker(who.id), market)).detail).toMatchObject({ causes: ["declined"], declineReason: "too-far" });
  });

  it("lists every rule in the way with its facts, and the one step that is short", async () => {
    const who = await person("141124", { wish: { occupationCodes: [WELDER], minWageFen: 500_000 } });
    const postId = await post("141124", { wageMinFen: 300_000, wageMaxFen: 420_000 });
    const view = await ask(seeker(who.id), postId);
    expect(view.reasons).toMatchObject([{ code: "wage-below-wish", params: { wishFen: 500_000, payFen: 420_000 } }]);
    expect(view.detail?.steps).toMatchObject([{ kind: "wage", lessFen: 90_000, toFen: 410_000, ahead: true }]);
    await services.db.wish.update({ where: { personId: who.id }, data: { minWageFen: 410_000 } });
    expect(await ask(seeker(who.id), postId)).toMatchObject({ allowed: true, score: view.detail!.steps[0]!.score });
  });
});

describe("whoever may ask", () => {
  it("is the person, a bureau that acts for their home, and nobody else", async () => {
    const who = await person("141124");
    const other = await person("141124");
    const postId = await post("141124");
    const asked = (actor: Actor, personId: string | undefined = who.id) => explainPair(services, actor, { postId, personId });
    expect(await asked(seeker(who.id), undefined)).toMatchObject({ ok: true, value: { eyes: "own", person: { id: who.id } } });
    expect((await asked(seeker(who.id))).ok).toBe(true);
    expect(await asked(as("OFFICER", { regionCode: "141100" }))).toMatchObject({ ok: true, value: { eyes: "bureau" } });
    expect((await asked(as("AGENT", { regionCode: "141124" }))).ok).toBe(true);
    const strangers = [seeker(other.id), as("OFFICER", { regionCode: "140200" }), as("AGENT", { regionCode: "140200" }), as("EMPLOYER", { employerId: await make.employer() }), as("EMPLOYER")];
    for (const actor of strangers) expect(await asked(actor), actor.role).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
    for (const role of ["OPERATOR", "ADMIN"] as const) expect(await asked(as(role, { regionCode: "140000" }))).toMatchObject({ ok: false, problems: [{ code: "forbidden" }] });
    const draft = await post("141124", { status: "DRAFT" });
    expect((await explainPair(services, seeker(who.id), { postId: draft })).ok).toBe(false);
    const audit = await services.db.auditEntry.findMany({ where: { subjectId: who.id, action: "explain-pair", role: "OFFICER" }, orderBy: { id: "asc" } });
    expect(audit.map((one) => one.outcome)).toEqual(["ok", "not-found"]);
  });

  it("of a bureau is also the township's and the village's of the home, in everything that reads the facts of a person; a neighbouring one's is not", async () => {
    const village = "141124100201";
    const [who, holder, elsewhere] = await Promise.all([village, village, "141124101"].map((homeRegionCode) => person("141124", { homeRegionCode, name: "午未申" })));
    const postId = await post("141124", { openings: 4 });
    await finishedRun("141124", [[holder!.id, postId], [elsewhere!.id, postId]]);
    for (const role of ["OFFICER", "AGENT"] as const) {
      for (const [regionCode, comes] of [[village, true], ["141124100", true], ["141124100202", false], ["141124101", false]] as const) {
        const actor = as(role, { regionCode });
        const input = { personId: who!.id, postId };
        const answers = [await explainPair(services, actor, input), await findPosts(services, actor, input), await findNearly(services, actor, input)];
        expect(answers.map((one) => one.ok || one.problems[0]?.code), `${role} of ${regionCode}`).toEqual(Array(3).fill(comes || "not-found"));
      }
    }
    const view = await ask(as("OFFICER", { regionCode: village }), postId, who!.id);
    expect(view.detail?.holders).toMatchObject({ people: 2, named: [{ nameMasked: "午**" }] });
    expect(await acceptPost(services, as("OFFICER", { regionCode: "141124101" }), { personId: who!.id, postId })).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
    const townsOfficer = await make.user({ role: "OFFICER", regionCode: "141124100" });
    expect((await acceptPost(services, as("OFFICER", { userId: townsOfficer.id, regionCode: "141124100" }), { personId: who!.id, postId })).ok).toBe(true);
  });

  it("is the employer of the post for somebody proposed to them, and reads no more than the list of candidates tells", async () => {
    const employerId = await make.employer();
    const who = await person("141124", { name: "寅卯辰", categories: ["MONITORED_SUDDEN"], wish: { occupationCodes: [WELDER], minWageFen: 345_600 } });
    const stranger = await person("141124");
    const postId = await post("141124", { employerId, openings: 3 });
    await finishedRun("141124", [[who.id, postId]]);
    const view = await ask(as("EMPLOYER", { employerId }), postId, who.id);
    expect(view).toMatchObject({ eyes: "employer", detail: null, score: (await judge(who.id, postId)).score, person: { nameMasked: "寅**" } });
    expect(view.reasons.map((one) => one.code)).not.toContain("monitored-first");
    for (const secret of ["MONITORED", "寅卯", "345600"]) expect(JSON.stringify(view)).not.toContain(secret);
    const asked = (actor: Actor, personId: string) => explainPair(services, actor, { postId, personId });
    expect((await asked(as("EMPLOYER", { employerId }), stranger.id)).ok).toBe(false);
    expect((await asked(as("EMPLOYER", { employerId: await make.employer() }), who.id)).ok).toBe(false);
    await services.db.match.updateMany({ where: { personId: who.id }, data: { status: "DECLINED", openKey: null } });
    expect((await asked(as("EMPLOYER", { employerId }), who.id)).ok).toBe(false);
  });
});
