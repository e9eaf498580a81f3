import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readClaimPage } from "#app/data/read-models/claims-pages.server.ts";
import { readHousehold, readWatchCase, readWatchList } from "#app/data/read-models/watch-pages.server.ts";
import { readStartups, readWorkshop, readWorkshops } from "#app/data/read-models/workshop-pages.server.ts";
import { must } from "#app/domain/result.ts";
import { type Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { decideClaim } from "#app/usecases/claims/decide-claim.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { reportUpwards, sweepWatch, watchPersons } from "#app/usecases/watch/sweep.server.ts";
import { closeWatchCase, handOnWatchCase, noteWatchCase, takeWatchCase } from "#app/usecases/watch/work-on-case.server.ts";
import { claimHiringSubsidy } from "#app/usecases/workshops/claim-hiring-subsidy.server.ts";
import { revokeRecognition } from "#app/usecases/workshops/revoke-recognition.server.ts";
import { recogniseWorkshop } from "#app/usecases/workshops/recognise-workshop.server.ts";
import { saveStartup } from "#app/usecases/workshops/save-startup.server.ts";
import { saveWorkshop } from "#app/usecases/workshops/save-workshop.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { EFFECTS } from "#workers/handlers/effects.ts";

const clock = fixedClock("2026-03-02T02:00:00Z");
let services: TestServices;
let make: Factory;
let town: string;
let county: Actor, elsewhere: Actor, agent: Actor;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const rows = async <T>(sql: string, params: unknown[] = []) => (await services.pool.query(sql, params))[0] as T[];
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 53);
  town = (await rows<{ code: string }>("SELECT code FROM region WHERE parentCode = '141124' AND level = 'TOWN' ORDER BY code LIMIT 1"))[0]!.code;
  const user = async (role: "OFFICER" | "AGENT", regionCode: string) => as(role, { regionCode, userId: (await make.user({ role, regionCode })).id });
  [county, elsewhere, agent] = [await user("OFFICER", "141124"), await user("OFFICER", "140222"), await user("AGENT", town)];
});
afterAll(() => services?.close());

type Kinds = NonNullable<NonNullable<Parameters<Factory["person"]>[0]>["categories"]>;
async function working(postFields: Parameters<Factory["post"]>[0] = {}, categories: Kinds = ["MONITORED_UNSTABLE"], householdId: string | null = null, home = { homeRegionCode: `${town}200`, homeCountyCode: "141124" }) {
  const employerId = await make.employer();
  const postId = await make.post({ employerId, countyCode: "141124", openings: 50, validUntil: "2027-06-30", ...postFields });
  const person = await make.person({ ...home, householdId, age: 35, categories, wish: { occupationCodes: ["6-18-02-04"] } });
  const { placementId } = must(await acceptPost(services, as("SEEKER", { personId: person.id }), { postId }));
  const said = async (kind: string, happenedOn: string) => {
    must(await recordPlacementEvent(services, as("EMPLOYER", { employerId }), { placementId, kind, happenedOn }));
  };
  await said("ON_THE_JOB", clock.today());
  return { ...person, placementId, employerId, postId, said };
}
const casesOf = (personId: string) => services.db.watchCase.findMany({ where: { personId }, include: { steps: { orderBy: { seq: "asc" } } }, orderBy: { openedAt: "asc" } });
const lose = async (one: Awaited<ReturnType<typeof working>>) => {
  await one.said("ENDED", clock.today());
  await watchPersons(services, [one.id]);
  return (await casesOf(one.id))[0]!;
};

describe("a job lost in a watched household", () => {
  it("opens one case with a deadline in working days and the desk nearest to the home as its owner, however often the event is delivered; nobody else's opens any", async () => {
    const householdId = await make.household(`${town}200`);
    const member = await make.person({ homeRegionCode: `${town}200`, homeCountyCode: "141124", householdId, categories: ["MONITORED_MARGINAL"], age: 70, wish: false });
    const [lost, other] = [await working({}, [], householdId), await working({}, ["POVERTY_LIFTED"])];
    clock.set("2026-03-20T02:00:00Z");
    await lost.said("ENDED", "2026-03-20");
    await other.said("ENDED", "2026-03-20");
    const events = await rows<{ subjectId: string }>("SELECT subjectId FROM outbox_event WHERE event = 'placement.recorded'");
    expect(events.map(({ subjectId }) => subjectId)).toContain(lost.id);
    for (let n = 0; n < 2; n += 1) await EFFECTS["watch-persons"](services, [lost.id, other.id], () => undefined);
    await Promise.all([1, 2, 3].map(() => watchPersons(services, [lost.id])));
    expect(await casesOf(other.id)).toEqual([]);
    expect(await casesOf(lost.id)).toMatchObject([{ kind: "JOB_LOST", householdId, countyCode: "141124", ownerId: agent.userId, raised: 0, steps: [{ seq: 1, kind: "OPENED", toUserId: agent.userId }] }]);
    expect((await casesOf(lost.id))[0]!.dueOn.toISOString().slice(0, 10)).toBe("2026-04-03");
    const page = (await readHousehold(services, agent, householdId))!;
    expect(page.members.map(({ personId }) => personId).sort()).toEqual([lost.id, member.id].sort());
    for (const one of page.members) expect(one.nameMasked).toMatch(/\*/);
    expect(await readHousehold(services, elsewhere, householdId)).toBeNull();
  });

  it("is taken on by one of two, handed on to somebody of the place only, noted, and closed with a result that the ledger bears out", async () => {
    const one = await working();
    const { id: caseId } = await lose(one);
    expect(await readWatchCase(services, elsewhere, caseId)).toBeNull();
    expect(codeOf(await takeWatchCase(services, elsewhere, { caseId, version: 0 }))).toBe("not-found");
    const both = await Promise.all([takeWatchCase(services, county, { caseId, version: 0 }), takeWatchCase(services, agent, { caseId, version: 0 })]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.filter((result) => !result.ok).map(codeOf)).toEqual(["changed-meanwhile"]);
    expect(codeOf(await handOnWatchCase(services, county, { caseId, version: 1, toUserId: elsewhere.userId! }))).toBe("watch-choose-owner");
    expect(await handOnWatchCase(services, county, { caseId, version: 1, toUserId: agent.userId! })).toMatchObject({ ok: true });
    expect(await noteWatchCase(services, agent, { caseId, version: 2, note: "上门看了，愿意去车间" })).toMatchObject({ ok: true });
    expect(codeOf(await closeWatchCase(services, agent, { caseId, version: 3, result: "PLACED", note: "去了车间" }))).toBe("forbidden");
    expect(codeOf(await closeWatchCase(services, county, { caseId, version: 3, result: "PLACED", note: "去了车间" }))).toBe("watch-not-placed");
    expect(codeOf(await closeWatchCase(services, county, { caseId, version: 3, result: "NOT_NEEDED", note: " " }))).toBe("watch-note");
    await acceptPost(services, as("SEEKER", { personId: one.id }), { postId: await make.post({ countyCode: "141124", validUntil: "2027-06-30" }) });
    expect(codeOf(await closeWatchCase(services, county, { caseId, version: 3, result: "WELFARE_POST", note: "去了车间" }))).toBe("watch-no-welfare-post");
    expect(await closeWatchCase(services, county, { caseId, version: 3, result: "PLACED", note: "去了车间" })).toMatchObject({ ok: true });
    expect(codeOf(await noteWatchCase(services, county, { caseId, version: 4, note: "再记一笔" }))).toBe("watch-closed");
    const [closed] = await casesOf(one.id);
    expect(closed!.steps.map(({ kind }) => kind)).toEqual(["OPENED", "TAKEN", "HANDED_ON", "NOTE", "CLOSED"]);
    await expect(services.pool.query("UPDATE watch_case SET result = NULL WHERE id = ?", [caseId])).rejects.toThrow();
  });

  it("is reported to the city once it is overdue and to the province later, each once; counts agree with a plain count", async () => {
    const one = await working();
    const { id: caseId } = await lose(one);
    clock.set("2026-04-10T02:00:00Z");
    await reportUpwards(services);
    await reportUpwards(services);
    expect((await casesOf(one.id))[0]).toMatchObject({ raised: 1 });
    clock.set("2026-04-20T02:00:00Z");
    await reportUpwards(services);
    const view = (await readWatchCase(services, county, caseId))!;
    expect([view.raised, view.overdue, view.steps.filter(({ kind }) => kind === "REPORTED_UP").map(({ note }) => note)]).toEqual([2, true, ["CITY", "PROVINCE"]]);
    const list = await readWatchList(services, county, { view: "overdue", kind: null, page: 1 });
    const [counted] = await rows<{ n: number }>("SELECT COUNT(*) AS n FROM watch_case WHERE closedAt IS NULL AND dueOn < '2026-04-20' AND countyCode = '141124'");
    expect([list.counts.overdue, list.cases.length]).toEqual([counted!.n, counted!.n]);
    expect((await readWatchList(services, elsewhere, { view: "open", kind: null, page: 1 })).cases).toEqual([]);
  });
});

describe("what only time brings about", () => {
  it("is found by the day's one sweep: months without work and a term that ends; a second sweep of the day finds nothing", async () => {
    clock.set("2026-04-21T02:00:00Z");
    const idle = await make.person({ homeCountyCode: "141124", categories: ["MONITORED_SUDDEN"], age: 40 });
    const ending = await working({ stream: "WELFARE", wageMinFen: 100_000, wageMaxFen: 100_000, welfare: { kind: "CLEANING", termMonths: 1 } });
    clock.set("2026-05-06T02:00:00Z");
    expect(await sweepWatch(services)).toBeGreaterThan(0);
    expect((await casesOf(idle.id)).map(({ kind, ownerId }) => [kind, ownerId])).toEqual([["UNPLACED", county.userId]]);
    expect((await casesOf(ending.id)).map(({ kind }) => kind)).toEqual(["POST_ENDING"]);
    const before = await services.db.watchCase.count();
    expect(await sweepWatch(services)).toBe(0);
    await services.redis.flushdb();
    await sweepWatch(services);
    expect(await services.db.watchCase.count()).toBe(before);
  });
});

describe("a workshop", () => {
  it("is registered by its own bureau, recognised on the people that the ledger has there, and claims once for each of them", async () => {
    clock.set("2026-05-06T02:00:00Z");
    const registered = await saveWorkshop(services, county, { name: "临泉服装帮扶车间", townCode: town, product: "校服" });
    if (!registered.ok) throw new Error(JSON.stringify(registered.problems));
    const { workshopId } = registered.value;
    expect(codeOf(await saveWorkshop(services, elsewhere, { name: "别处的车间", townCode: town, product: "校服" }))).toBe("not-your-region");
    expect(codeOf(await saveWorkshop(services, county, { name: "临泉服装帮扶车间", townCode: town, product: "校服" }))).toBe("workshop-known");
    const recognise = (actor: Actor) => recogniseWorkshop(services, actor, { workshopId, recognisedOn: clock.today(), documentNumber: "临人社〔2026〕5号" });
    expect(codeOf(await recognise(county))).toBe("workshop-too-few");
    const hired = await working({ stream: "WORKSHOP", workshopId }, ["POVERTY_LIFTED"]);
    const farther = await working({ stream: "WORKSHOP", workshopId }, ["POVERTY_LIFTED"], null, { homeRegionCode: "140222", homeCountyCode: "140222" });
    expect(codeOf(await recognise(elsewhere))).toBe("not-found");
    const both = await Promise.all([recognise(county), recognise(county)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect((await readWorkshop(services, county, workshopId))!).toMatchObject({ staff: { workers: 2, liftedWorkers: 2 }, recognitions: [{ validUntil: "2029-05-06", workers: 2 }] });
    const hireOf = async (personId: string) => (await readWorkshop(services, county, workshopId))!.hires.find((one) => one.personId === personId)!;
    expect(await hireOf(hired.id)).toMatchObject({ lifted: true, claim: null });
    expect(codeOf(await claimHiringSubsidy(services, county, { workshopId, personId: hired.id }))).toBe("claim-not-open");
    clock.set("2026-11-10T02:00:00Z");
    await hired.said("STILL_ON_THE_JOB", "2026-11-10");
    const claims = await Promise.all([1, 2, 3].map(() => claimHiringSubsidy(services, county, { workshopId, personId: hired.id })));
    expect(claims.filter((one) => one.ok)).toHaveLength(1);
    expect(claims.filter((one) => !one.ok).map(codeOf)).toEqual(["claim-already", "claim-already"]);
    expect((await hireOf(hired.id)).claim).toMatchObject({ state: "APPLIED" });
    // whoever comes from another county is claimed for where the workshop is, and their own page stays shut there
    await farther.said("STILL_ON_THE_JOB", "2026-11-10");
    const far = await claimHiringSubsidy(services, county, { workshopId, personId: farther.id });
    if (!far.ok) throw new Error(JSON.stringify(far.problems));
    expect(await readClaimPage(services, county, far.value.claimId)).toMatchObject({ state: "APPLIED", person: { opens: false } });
    expect(await readClaimPage(services, elsewhere, far.value.claimId)).toBeNull();
    expect(await decideClaim(services, county, { claimId: far.value.claimId, to: "CHECKED", version: 0 })).toMatchObject({ ok: true });
    expect(await readWorkshop(services, elsewhere, workshopId)).toBeNull();
    expect((await readWorkshops(services, county, 1)).workshops.find(({ id }) => id === workshopId)).toMatchObject({ recognised: true, workers: 2, claimed: 2 });
    // somebody who has only accepted is not at work: the list says what the page says
    await acceptPost(services, as("SEEKER", { personId: (await make.person({ homeCountyCode: "141124", wish: { occupationCodes: ["6-18-02-04"] } })).id }), { postId: hired.postId });
    expect((await readWorkshops(services, county, 1)).workshops.find(({ id }) => id === workshopId)!.workers).toBe((await readWorkshop(services, county, workshopId))!.staff.workers);
    const correct = (more: Record<string, unknown>) => saveWorkshop(services, county, { workshopId, version: 0, name: "临泉服装帮扶车间", townCode: town, product: "校服", ...more });
    const corrected = await Promise.all([correct({ product: "工装" }), correct({ closedOn: "2026-11-10" })]);
    expect(corrected.filter((one) => !one.ok).map(codeOf)).toEqual(["changed-meanwhile"]);
    expect(codeOf(await correct({ version: 1, closedOn: "2026-11-11" }))).toBe("day-in-future");
    expect(await correct({ version: 1, closedOn: "2026-11-10" })).toMatchObject({ ok: true });
    expect(codeOf(await recognise(county))).toBe("workshop-closed");
  });
});

describe("a recognition", () => {
  it("is revoked from a day on, with a reason: who had their months full before is still claimed for, nobody after; nothing is deleted", async () => {
    clock.set("2026-05-06T02:00:00Z");
    const saved = await saveWorkshop(services, county, { name: "临泉纸箱帮扶车间", townCode: town, product: "纸箱" });
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
    const { workshopId } = saved.value;
    const [early, second] = [await working({ stream: "WORKSHOP", workshopId }, ["POVERTY_LIFTED"]), await working({ stream: "WORKSHOP", workshopId }, ["POVERTY_LIFTED"])];
    expect(await recogniseWorkshop(services, county, { workshopId, recognisedOn: "2026-05-06", documentNumber: "临人社〔2026〕6号" })).toMatchObject({ ok: true });
    const revoke = (revokedOn: string, more = {}, actor = county) => revokeRecognition(services, actor, { workshopId, revokedOn, reason: "停产三个月，没有人上班", ...more });
    expect(codeOf(await revoke("2026-05-06"))).toBe("workshop-not-recognised-then");
    // thirty proven days are a month: full on 2 November
    clock.set("2026-11-10T02:00:00Z");
    for (const one of [early, second]) await one.said("STILL_ON_THE_JOB", "2026-11-10");
    expect(await claimHiringSubsidy(services, county, { workshopId, personId: early.id })).toMatchObject({ ok: true });
    expect(codeOf(await revoke("2026-11-11"))).toBe("day-in-future");
    expect(codeOf(await revoke("2026-11-08", { reason: " " }))).toBe("reason-needed");
    expect(codeOf(await revoke("2026-11-08", {}, elsewhere))).toBe("not-found");
    expect(codeOf(await revoke("2026-11-08", {}, agent))).toBe("forbidden");
    const another = { ...county, userId: (await make.user({ role: "OFFICER", regionCode: "141124" })).id };
    const two = await Promise.all([revoke("2026-11-08"), revoke("2026-11-08", { reason: "名单有假" }, another)]);
    expect(two.filter((one) => !one.ok).map(codeOf)).toEqual(["workshop-not-recognised-then"]);
    expect(two.filter((one) => one.ok)).toHaveLength(1);
    const [event] = await services.db.workshopRevocation.findMany({ where: { workshopId } });
    expect((await revokeRecognition(services, { ...county, userId: event!.decidedBy }, { workshopId, revokedOn: "2026-11-08", reason: event!.reason })).ok, "the same form sent twice").toBe(true);
    expect(await services.db.workshopRevocation.count({ where: { workshopId } })).toBe(1);
    const page = (await readWorkshop(services, county, workshopId))!;
    expect(page).toMatchObject({ recognised: false, recognitions: [{ recognisedOn: "2026-05-06", validUntil: "2029-05-06", heldUntil: "2026-11-08", revokedFor: event!.reason }] });
    expect((await readWorkshops(services, county, 1)).workshops.find(({ id }) => id === workshopId)).toMatchObject({ recognised: false, revoked: true, validUntil: "2026-11-08" });
    // full on the 2nd, before the revocation: still to be claimed, and the claim that was made still passes
    expect(await claimHiringSubsidy(services, county, { workshopId, personId: second.id })).toMatchObject({ ok: true });
    const made = await services.db.claim.findFirstOrThrow({ where: { workshopId, personId: early.id } });
    expect(await decideClaim(services, county, { claimId: made.id, to: "CHECKED", version: 0 })).toMatchObject({ ok: true });
    clock.set("2026-12-20T02:00:00Z");
    const hired = await working({ stream: "WORKSHOP", workshopId }, ["POVERTY_LIFTED"]);
    clock.set("2027-06-30T02:00:00Z");
    await hired.said("STILL_ON_THE_JOB", "2027-06-29");
    expect((await readWorkshop(services, county, workshopId))!.hires.find((one) => one.personId === hired.id)!.subsidy.lacking.map(({ code }) => code)).toEqual(["not-recognised"]);
    expect(codeOf(await claimHiringSubsidy(services, county, { workshopId, personId: hired.id }))).toBe("claim-not-open");
    // recognised anew: from that day on, and the gap stays
    expect(await recogniseWorkshop(services, county, { workshopId, recognisedOn: "2027-06-30", documentNumber: "临人社〔2027〕1号" })).toMatchObject({ ok: true });
    expect((await readWorkshop(services, county, workshopId))!).toMatchObject({ recognised: true, recognitions: [{ recognisedOn: "2027-06-30", revokedFor: null }, { heldUntil: "2026-11-08" }] });
    expect(codeOf(await claimHiringSubsidy(services, county, { workshopId, personId: hired.id }))).toBe("claim-not-open");
  });
});

describe("a returnee's business", () => {
  it("is recorded by a bureau or agent of the home, one open at a time; two officers at once: the second is told", async () => {
    clock.set("2026-11-10T02:00:00Z");
    const person = await make.person({ homeRegionCode: `${town}200`, homeCountyCode: "141124", age: 40, categories: ["POVERTY_LIFTED"] });
    const save = (actor: Actor, more: Record<string, unknown> = {}) => saveStartup(services, actor, { personId: person.id, name: "清泉面馆", business: "餐饮", townCode: town, openedOn: "2026-01-05", jobs: "3", returned: "on", ...more });
    expect(codeOf(await save(elsewhere))).toBe("not-found");
    expect(codeOf(await save(county, { openedOn: "2027-01-01" }))).toBe("day-in-future");
    const made = await Promise.all([save(county), save(agent, { name: "第二家" })]);
    expect(made.filter((one) => one.ok)).toHaveLength(1);
    expect(made.filter((one) => !one.ok).map(codeOf)).toEqual(["startup-open"]);
    const startupId = made.flatMap((one) => (one.ok ? [one.value.startupId] : []))[0]!;
    const both = await Promise.all([save(county, { startupId, version: "0", jobs: "5" }), save(agent, { startupId, version: "0", jobs: "6" })]);
    expect(both.filter((one) => !one.ok).map(codeOf)).toEqual(["changed-meanwhile"]);
    expect(codeOf(await save(county, { startupId, version: "1", closedOn: "2025-12-31" }))).toBe("startup-closed-day");
    expect(await save(county, { startupId, version: "1", closedOn: "2026-10-01" })).toMatchObject({ ok: true });
    expect(await save(county, { name: "新店", openedOn: "2026-10-02" })).toMatchObject({ ok: true });
    const list = await readStartups(services, agent);
    expect([list.open, list.startups.length]).toEqual([1, 2]);
    expect((await readStartups(services, elsewhere)).startups).toEqual([]);
  });
});
