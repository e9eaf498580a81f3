import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { streamLedger } from "#app/data/ledger/events.server.ts";
import { readFairFigures } from "#app/data/fair/figures.server.ts";
import { readBureauFair, readDrives, readFair, readPublicFairs } from "#app/data/read-models/fairs.server.ts";
import { readEmployerFairs, readMyFairs } from "#app/data/read-models/my-fairs.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { momentField } from "#app/domain/dispatch/times.ts";
import { speakingEvents, viewPlacement } from "#app/domain/placement/placement.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { askForBooth, changeBoothPosts, withdrawBooth } from "#app/usecases/fairs/ask-for-booth.server.ts";
import { comeToFair } from "#app/usecases/fairs/come-to-fair.server.ts";
import { countAtFair } from "#app/usecases/fairs/count-at-fair.server.ts";
import { decideBooth } from "#app/usecases/fairs/decide-booth.server.ts";
import { answerFairHiring, hireAtFair, reportFairHiring } from "#app/usecases/fairs/hire-at-fair.server.ts";
import { planDrive } from "#app/usecases/fairs/plan-drive.server.ts";
import { changeFair, planFair } from "#app/usecases/fairs/plan-fair.server.ts";
import { takeFairStep } from "#app/usecases/fairs/take-fair-step.server.ts";
import { welcomeAtFair } from "#app/usecases/fairs/welcome-at-fair.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const START = "2026-03-02T02:00:00Z";
const clock = fixedClock(START);
const [LINXIAN, WELDER] = ["141124", "6-18-02-04"];
let services: TestServices;
let make: Factory;
let officer: Actor, second: Actor, elsewhere: Actor;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);
const hours = (n: number) => momentField(new Date(clock.now().getTime() + n * 3_600_000));

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 83);
  const of = async (regionCode: string) => as("OFFICER", { regionCode, userId: (await make.user({ role: "OFFICER", regionCode })).id });
  [officer, second, elsewhere] = [await of(LINXIAN), await of(LINXIAN), await of("140222")];
});
afterAll(() => services?.close());

const terms = (more: Record<string, unknown> = {}) => ({
  entryKey: services.newId(), regionCode: LINXIAN, title: "临县春风行动招聘会", kind: "ON_SITE", place: "县体育馆", address: "临泉镇体育路 1 号", phone: "0358-4422000", says: "带身份证，进场不要钱", startsAt: hours(2), endsAt: hours(8), booths: "3", driveId: "", ...more,
});
const plan = async (more: Record<string, unknown> = {}) => must(await planFair(services, officer, terms(more))).fairId;
const fairOf = (id: string) => services.db.jobFair.findUniqueOrThrow({ where: { id } });
const step = async (fairId: string, to: string, more: Record<string, unknown> = {}, actor = officer) => takeFairStep(services, actor, { fairId, version: (await fairOf(fairId)).version, to, ...more });
async function employer(openings = 5) {
  const id = await make.employer();
  return { id, actor: as("EMPLOYER", { employerId: id }), postId: await make.post({ employerId: id, openings }) };
}
type Employer = Awaited<ReturnType<typeof employer>>;
const ask = (fairId: string, who: Employer, postIds = [who.postId]) => askForBooth(services, who.actor, { fairId, postIds });
const boothOf = (id: string) => services.db.fairBooth.findUniqueOrThrow({ where: { id } });
const decide = async (boothId: string, more: Record<string, unknown> = {}, actor = officer) => decideBooth(services, actor, { boothId, version: (await boothOf(boothId)).version, decision: "APPROVED", ...more });
async function booth(fairId: string, who: Employer): Promise<string> {
  const { boothId } = must(await ask(fairId, who));
  must(await decide(boothId));
  return boothId;
}
/** A fair that goes on, with one booth. */
async function running(more: Record<string, unknown> = {}, openings = 5) {
  const fairId = await plan(more);
  const who = await employer(openings);
  const boothId = await booth(fairId, who);
  must(await step(fairId, "OPEN"));
  return { fairId, who, boothId, postId: who.postId };
}
async function seeker(homeCountyCode = LINXIAN) {
  const person = await make.person({ homeCountyCode, wish: { occupationCodes: [WELDER] } });
  return { ...person, actor: as("SEEKER", { personId: person.id }) };
}
const welcome = (fairId: string, who: string, actor = officer) => welcomeAtFair(services, actor, { fairId, who });
const hire = (fairId: string, personId: string, postId: string, actor = officer) => hireAtFair(services, actor, { fairId, personId, postId });
const come = async (fairId: string, who: { actor: Actor }) => must(await comeToFair(services, who.actor, { fairId, answer: "yes" })).code!;
const tick = (fairId: string, n: number, more: Record<string, unknown> = {}, actor = officer) => countAtFair(services, actor, { fairId, n, entryKey: crypto.randomUUID(), ...more });
async function wholeLedger() {
  const all = [];
  for await (const persons of streamLedger(services.pool)) for (const [personId, placements] of persons) for (const [placementId, events] of placements) all.push({ personId, placementId, events });
  return all;
}
const landed = async (personId: string) => (await wholeLedger()).filter((one) => one.personId === personId);
const left = async () => Promise.all([services.db.fairHiring.count(), services.db.placement.count(), services.db.placementEvent.count(), services.db.receipt.count(), services.db.outboxEvent.count()]);

describe("a plan", () => {
  it("whose times, place or drive do not hold is refused with the rule named; sent twice it is one; of two who change it the second is told", async () => {
    const { driveId } = must(await planDrive(services, officer, { entryKey: services.newId(), regionCode: LINXIAN, name: "2026 年春风行动", startsOn: "2026-03-01", lastOn: "2026-03-31" }));
    expect(codeOf(await planDrive(services, officer, { entryKey: services.newId(), regionCode: LINXIAN, name: "2026 年春风行动", startsOn: "2026-03-01", lastOn: "2026-03-31" }))).toBe("drive-known");
    expect(codeOf(await planDrive(services, officer, { entryKey: services.newId(), regionCode: LINXIAN, name: "倒过来的日子", startsOn: "2026-03-02", lastOn: "2026-03-01" }))).toBe("drive-days");
    const before = await services.db.jobFair.count();
    const wrong: [string, Record<string, unknown>][] = [["fair-time-passed", { startsAt: hours(-1) }], ["fair-ends-first", { endsAt: hours(1) }], ["fair-place", { place: "" }], ["fair-outside-drive", { driveId, startsAt: hours(24 * 40), endsAt: hours(24 * 40 + 3) }], ["fair-booths", { booths: "0" }], ["not-your-region", { regionCode: "140222" }]];
    for (const [code, more] of wrong) expect(codeOf(await planFair(services, officer, terms(more))), code).toBe(code);
    expect(await services.db.jobFair.count()).toBe(before);
    const sent = terms({ driveId });
    const [one, two] = await Promise.all([planFair(services, officer, sent), planFair(services, officer, sent)]);
    const { fairId } = must(one);
    expect(must(two).fairId).toBe(fairId);
    const change = (actor: Actor) => changeFair(services, actor, { ...terms({ driveId, place: "县文化宫" }), fairId, version: 0 });
    expect((await Promise.all([change(officer), change(second)])).map(codeOf).sort()).toEqual(["changed-meanwhile", null].sort());
    expect(codeOf(await change(elsewhere))).toBe("not-found");
    expect((await readPublicFairs(services, new URLSearchParams({ county: LINXIAN }))).coming.map((line) => line.id)).toContain(fairId);
    expect((await readPublicFairs(services, new URLSearchParams({ county: "140222" }))).coming.map((line) => line.id)).not.toContain(fairId);
  });

  it("tells whoever comes and whoever has a booth of another time, and of its end with the reason, each once; after that nothing of it can be done", async () => {
    const fairId = await plan();
    const [who, guest, stays] = [await employer(), await seeker(), await seeker()];
    await services.db.employer.update({ where: { id: who.id }, data: { phoneEnc: services.crypto.encrypt("employer.phone", "13900000077") } });
    const boothId = await booth(fairId, who);
    await come(fairId, guest);
    await come(fairId, stays);
    must(await comeToFair(services, stays.actor, { fairId, answer: "no" }));
    must(await changeFair(services, officer, { ...terms({ startsAt: hours(3) }), fairId, version: 0 }));
    expect(codeOf(await step(fairId, "CANCELLED"))).toBe("fair-reason");
    must(await step(fairId, "CANCELLED", { reason: "有暴雪，改期再办" }));
    expect(codeOf(await step(fairId, "CANCELLED", { reason: "有暴雪，改期再办" }))).toBe("fair-step");
    const told = await services.db.notice.findMany({ where: { subjectId: fairId }, select: { personId: true, kind: true } });
    expect(told.map((one) => [one.personId, one.kind]).sort()).toEqual([[guest.id, "fair-time"], [guest.id, "fair-cancelled"]].sort());
    expect((await services.db.smsMessage.findMany({ where: { onceKey: { contains: boothId } }, select: { onceKey: true } })).map((one) => one.onceKey.split(":")[1]).sort()).toEqual(["approved", "cancelled", "time"]);
    expect(codeOf(await comeToFair(services, stays.actor, { fairId, answer: "yes" }))).toBe("fair-over");
    expect(codeOf(await ask(fairId, await employer()))).toBe("fair-over");
    expect((await readFair(services, guest.actor, fairId))?.reason).toBe("有暴雪，改期再办");
  });
});

describe("booths", () => {
  it("are asked for once by an employer, with open posts of its own only", async () => {
    const fairId = await plan();
    const [who, other] = [await employer(), await employer()];
    const closed = await make.post({ employerId: who.id, status: "CLOSED" });
    const over = await make.post({ employerId: who.id, validUntil: clock.today() });
    for (const wrong of [[other.postId], [who.postId, closed], [over]]) expect(codeOf(await ask(fairId, who, wrong))).toBe("fair-posts-open");
    expect(codeOf(await ask(fairId, who, []))).toBe("fair-posts-needed");
    expect(await services.db.fairBooth.count({ where: { fairId } })).toBe(0);
    const asked = (await Promise.all([1, 2, 3].map(() => ask(fairId, who)))).map((one) => must(one).boothId);
    expect(new Set(asked).size).toBe(1);
    expect(codeOf(await changeBoothPosts(services, other.actor, { boothId: asked[0], postIds: [other.postId] }))).toBe("not-found");
    const more = await make.post({ employerId: who.id });
    must(await changeBoothPosts(services, who.actor, { boothId: asked[0], postIds: [more] }));
    expect((await services.db.fairBoothPost.findMany({ where: { boothId: asked[0] } })).map((one) => one.postId)).toEqual([more]);
    const pending = await make.employer({ status: "PENDING" });
    expect(codeOf(await askForBooth(services, as("EMPLOYER", { employerId: pending }), { fairId, postIds: [more] }))).toBe("employer-not-approved");
  });

  it("go to exactly one of two who are approved in the same second when one is left, and the number that is given back to the next", async () => {
    const fairId = await plan({ booths: "2" });
    const all = [await employer(), await employer(), await employer()];
    const ids: string[] = [];
    for (const who of all) ids.push(must(await ask(fairId, who)).boothId);
    must(await decide(ids[0]!, { number: "2" }));
    expect(codeOf(await decide(ids[1]!, { number: "2" }))).toBe("booth-number-taken");
    expect(codeOf(await decide(ids[1]!, { number: "3" }))).toBe("booth-number-high");
    const both = await Promise.all([decide(ids[1]!), decide(ids[2]!, {}, second)]);
    expect(both.map(codeOf).sort()).toEqual(["booth-none-left", null].sort());
    expect((await services.db.fairBooth.findMany({ where: { fairId, state: "APPROVED" } })).map((one) => one.number).sort()).toEqual([1, 2]);
    const waits = both[0]!.ok ? ids[2]! : ids[1]!;
    must(await withdrawBooth(services, all[0]!.actor, { boothId: ids[0], version: (await boothOf(ids[0]!)).version }));
    must(await decide(waits));
    expect((await boothOf(waits)).number).toBe(2);
    expect(codeOf(await decide(waits))).toBe("changed-meanwhile");
    expect(codeOf(await decide(ids[1]!, { decision: "REFUSED", reason: "不" }))).toBe("booth-reason");
    expect(codeOf(await decide(waits, {}, elsewhere))).toBe("not-found");
    expect(codeOf(await changeFair(services, officer, { ...terms({ booths: "1" }), fairId, version: 0 }))).toBe("fair-booths-given");
  });
});

describe("counts", () => {
  it("are one for the same press however often and however much at once it is sent, are corrected by their own, and never go below nought", async () => {
    const { fairId, boothId } = await running();
    const key = crypto.randomUUID();
    const sent = await Promise.all([1, 2, 3, 4].map(() => tick(fairId, 5, { entryKey: key })));
    expect(sent.map((one) => must(one).again).sort()).toEqual([false, true, true, true]);
    must(await tick(fairId, 2, { boothId }));
    expect(codeOf(await tick(fairId, -6))).toBe("fair-below-nought");
    expect((await Promise.all([tick(fairId, -3), tick(fairId, -3, {}, second)])).map(codeOf).sort()).toEqual(["fair-below-nought", null].sort());
    expect(codeOf(await tick(fairId, 0))).toBe("fair-tick");
    expect(codeOf(await tick(fairId, 1, {}, elsewhere))).toBe("not-found");
    const other = await running();
    expect(codeOf(await tick(fairId, 1, { boothId: other.boothId }))).toBe("not-found");
    expect((await services.db.fairTick.findMany({ where: { fairId }, orderBy: { id: "asc" } })).map((one) => [one.boothId, one.n])).toEqual([[null, 5], [boothId, 2], [null, -3]]);
  });
});

describe("hired on the spot", () => {
  it("is one placement in the ledger with the fair as where it was said, however often and however much at once it is reported; the person gets a receipt, and the employer confirms the arrival as always", async () => {
    const { fairId, who, postId } = await running();
    const person = await seeker();
    const code = await come(fairId, person);
    expect(codeOf(await hire(fairId, person.id, postId))).toBe("not-found");
    expect(must(await welcome(fairId, code)).personId).toBe(person.id);
    expect(must(await welcome(fairId, person.idNumber)).personId).toBe(person.id);
    const sent = (await Promise.all([hire(fairId, person.id, postId), hire(fairId, person.id, postId, second), hire(fairId, person.id, postId)])).map((one) => must(one));
    expect(sent.map((one) => one.again).sort()).toEqual([false, true, true]);
    expect(new Set(sent.map((one) => one.placementId)).size).toBe(1);
    const [placement, ...others] = await landed(person.id);
    expect(others).toEqual([]);
    expect(placement!.events.map((event) => [event.kind, event.saidByRole, event.evidenceRef])).toEqual([["OFFERED", "SYSTEM", null], ["ACCEPTED", "OFFICER", `fair:${fairId}`]]);
    expect((await services.db.post.findUniqueOrThrow({ where: { id: postId } })).filled).toBe(1);
    expect(await services.db.receipt.count({ where: { personId: person.id, act: "hire-at-fair" } })).toBe(1);
    must(await recordPlacementEvent(services, who.actor, { placementId: placement!.placementId, kind: "ON_THE_JOB", happenedOn: clock.today() }));
    expect(viewPlacement((await landed(person.id))[0]!.events)).toMatchObject({ state: "ON_THE_JOB", rung: 3 });
    expect((await readBureauFair(services, officer, fairId))!.figures).toMatchObject({ hired: 1, confirmed: 1, came: 1, interested: 1 });
    expect(await readBureauFair(services, elsewhere, fairId)).toBeNull();
  });

  it("is refused with the rule named where the fair is not on, or the post is full, over or shown by no booth, and leaves nothing behind", async () => {
    const { fairId, who, postId } = await running({}, 1);
    const [first, late] = [await seeker(), await seeker()];
    for (const one of [first, late]) must(await welcome(fairId, one.idNumber));
    const stray = await make.post({ openings: 3 });
    const over = await make.post({ employerId: who.id, openings: 3 });
    must(await changeBoothPosts(services, who.actor, { boothId: (await services.db.fairBooth.findFirstOrThrow({ where: { fairId } })).id, postIds: [postId, over] }));
    await services.db.post.update({ where: { id: over }, data: { validUntil: new Date(`${clock.today()}T00:00:00Z`) } });
    const both = await Promise.all([hire(fairId, first.id, postId), hire(fairId, late.id, postId)]);
    expect(both.map(codeOf).sort()).toEqual(["reason:no-opening-left", null].sort());
    const loser = both[0]!.ok ? late : first;
    const before = await left();
    expect(codeOf(await hire(fairId, loser.id, postId))).toBe("reason:no-opening-left");
    expect(codeOf(await hire(fairId, loser.id, over))).toBe("reason:post-closed");
    expect(codeOf(await hire(fairId, loser.id, stray))).toBe("fair-post-not-shown");
    await services.db.post.update({ where: { id: over }, data: { validUntil: new Date("2026-06-01T00:00:00Z") } });
    clock.set("2026-03-02T11:00:00Z");
    must(await step(fairId, "CLOSED"));
    expect(codeOf(await hire(fairId, loser.id, over))).toBe("fair-closed");
    clock.set(START);
    const called = await running();
    must(await welcome(called.fairId, loser.idNumber));
    must(await step(called.fairId, "CANCELLED", { reason: "停电了，改期" }));
    expect(codeOf(await hire(called.fairId, loser.id, called.postId))).toBe("fair-cancelled");
    expect(codeOf(await welcome(called.fairId, loser.idNumber))).toBe("fair-cancelled");
    expect((await left()).slice(0, 4)).toEqual(before.slice(0, 4));
  });

  it("of somebody from elsewhere needs the code they show; strangers' numbers find nobody; a person who says yes elsewhere at the same moment has one place", async () => {
    const { fairId, postId } = await running();
    const far = await seeker("140222");
    expect(codeOf(await welcome(fairId, far.idNumber))).toBe("fair-person-unknown");
    expect(codeOf(await welcome(fairId, "000000000"))).toBe("fair-code-unknown");
    expect(codeOf(await welcome(fairId, "abc"))).toBe("fair-who");
    const phone = "13711112222";
    const [one, two] = [await make.person({ homeCountyCode: LINXIAN, phone }), await make.person({ homeCountyCode: LINXIAN, phone })];
    expect(codeOf(await welcome(fairId, phone))).toBe("fair-person-several");
    expect(must(await welcome(fairId, one.idNumber)).personId).not.toBe(two.id);
    must(await welcome(fairId, await come(fairId, far)));
    const other = await make.post({ openings: 5 });
    const said = await Promise.all([hire(fairId, far.id, postId), acceptPost(services, far.actor, { postId: other })]);
    expect(said.map(codeOf).sort()).toEqual(["reason:already-placed", null].sort());
    expect((await landed(far.id)).filter((placement) => viewPlacement(placement.events).active)).toHaveLength(1);
  });

  it("that a booth reports waits for the person: nothing is in the ledger before their own yes, a no leaves nothing, and the officer to whom they say yes lands the same one", async () => {
    const { fairId, who, postId } = await running();
    const [yes, no, desk] = [await seeker(), await seeker(), await seeker()];
    const other = await employer();
    const report = (code: string, actor = who.actor) => reportFairHiring(services, actor, { fairId, code, postId });
    const codes = [await come(fairId, yes), await come(fairId, no), await come(fairId, desk)];
    expect(codeOf(await report("123456789"))).toBe("fair-code-unknown");
    expect(codeOf(await report(codes[0]!, other.actor))).toBe("not-found");
    for (const code of codes) must(await report(code));
    expect((await Promise.all([report(codes[0]!), report(`${codes[0]!.slice(0, 3)} ${codes[0]!.slice(3)}`)])).map((one) => must(one).state)).toEqual(["REPORTED", "REPORTED"]);
    expect(await services.db.notice.count({ where: { kind: "fair-reported", subjectId: fairId } })).toBe(3);
    for (const one of [yes, no, desk]) expect(await landed(one.id)).toEqual([]);
    must(await answerFairHiring(services, yes.actor, { fairId, postId, answer: "yes" }));
    must(await answerFairHiring(services, no.actor, { fairId, postId, answer: "no" }));
    must(await hire(fairId, desk.id, postId));
    expect(codeOf(await answerFairHiring(services, no.actor, { fairId, postId: (await employer()).postId, answer: "yes" }))).toBe("not-found");
    expect((await landed(yes.id))[0]!.events.at(-1)).toMatchObject({ kind: "ACCEPTED", saidByRole: "SEEKER", evidenceRef: `fair:${fairId}` });
    expect(await landed(no.id)).toEqual([]);
    expect((await landed(desk.id))[0]!.events.at(-1)).toMatchObject({ saidByRole: "OFFICER" });
    expect((await readMyFairs(services, yes.actor))[0]!.hirings.map((one) => one.state)).toEqual(["HIRED"]);
    expect((await readEmployerFairs(services, who.actor)).booths[0]!.hirings.map((one) => one.state).sort()).toEqual(["DECLINED", "HIRED", "HIRED"]);
    expect(codeOf(await withdrawBooth(services, who.actor, { boothId: (await readEmployerFairs(services, who.actor)).booths[0]!.id, version: 1 }))).toBe("booth-has-hired");
  });
});

describe("the figures of a drive", () => {
  it("are what an independent recount of its rows and of the ledger gives, its fairs summed and persons once", async () => {
    const { driveId } = must(await planDrive(services, officer, { entryKey: services.newId(), regionCode: LINXIAN, name: "金秋招聘月", startsOn: "2026-03-01", lastOn: "2026-05-31" }));
    const [one, two] = [await running({ driveId }), await running({ driveId, kind: "BOTH", title: "临县网上招聘会" })];
    const third = await running({ driveId, title: "取消的招聘会" });
    const people = await Promise.all([1, 2, 3, 4].map(() => seeker()));
    for (const [at, person] of people.entries()) {
      await come(one.fairId, person);
      if (at < 2) await come(two.fairId, person);
      if (at === 3) continue;
      must(await welcome(one.fairId, person.idNumber));
      must(await hire(one.fairId, person.id, one.postId));
    }
    // one leaves at once and is hired again at the other fair: still one person
    const [again, arrives, stays, online] = people as [typeof people[0], typeof people[0], typeof people[0], typeof people[0]];
    const placementOf = async (personId: string) => (await landed(personId)).find((placement) => viewPlacement(placement.events).active)!.placementId;
    must(await recordPlacementEvent(services, again.actor, { placementId: await placementOf(again.id), kind: "ENDED", happenedOn: clock.today(), reason: "换一家" }));
    must(await welcome(two.fairId, again.idNumber));
    must(await hire(two.fairId, again.id, two.postId));
    await come(two.fairId, online);
    clock.set("2026-03-02T05:00:00Z");
    must(await acceptPost(services, online.actor, { postId: two.postId }));
    for (const person of [arrives, stays]) must(await recordPlacementEvent(services, one.who.actor, { placementId: await placementOf(person.id), kind: "ON_THE_JOB", happenedOn: clock.today() }));
    for (const [fair, n] of [[one, 40], [one, -2], [two, 7], [third, 5]] as const) must(await tick(fair.fairId, n));
    must(await tick(one.fairId, 11, { boothId: one.boothId }));
    must(await step(third.fairId, "CANCELLED", { reason: "场地用不了" }));
    clock.set(`${addDays("2026-03-02", 31)}T02:00:00Z`);
    must(await recordPlacementEvent(services, stays.actor, { placementId: await placementOf(stays.id), kind: "STILL_ON_THE_JOB", happenedOn: clock.today() }));

    const line = (await readDrives(services, officer)).find((drive) => drive.id === driveId)!;
    const fairs = [one.fairId, two.fairId];
    const ledger = (await wholeLedger()).flatMap((placement) => {
      const words = speakingEvents(placement.events);
      const yes = words.find((event) => event.kind === "ACCEPTED");
      if (!yes || !fairs.includes(yes.evidenceRef?.slice(5) ?? "")) return [];
      const arrival = words.filter((event) => event.kind === "ON_THE_JOB" && (event.saidByRole === "EMPLOYER" || event.saidByRole === "SEEKER")).map((event) => event.happenedOn).sort()[0] ?? null;
      return [{ personId: placement.personId, arrival, still: arrival !== null && words.some((event) => event.happenedOn >= addDays(arrival, 30)) }];
    });
    const persons = (of: (row: (typeof ledger)[number]) => boolean) => new Set(ledger.filter(of).map((row) => row.personId)).size;
    const [ticks, guests] = [await services.db.fairTick.findMany({ where: { fairId: { in: fairs } } }), await services.db.fairGuest.findMany({ where: { fairId: { in: fairs } } })];
    const heads = (booth: boolean) => ticks.filter((row) => (row.boothId !== null) === booth).reduce((sum, row) => sum + row.n, 0);
    const recount = {
      visitors: heads(false), boothVisits: heads(true), booths: 2, employers: 2, posts: 2, places: 10, interested: new Set(guests.map((row) => row.personId)).size, came: new Set(guests.filter((row) => row.state === "CAME").map((row) => row.personId)).size, online: 1,
      hired: persons(() => true), confirmed: persons((row) => row.arrival !== null), due: persons((row) => row.arrival !== null && addDays(row.arrival, 30) <= clock.today()), still: persons((row) => row.still),
    };
    expect(recount).toMatchObject({ visitors: 45, boothVisits: 11, interested: 4, came: 3, hired: 3, confirmed: 2, due: 2, still: 1 });
    expect(line.figures).toEqual(recount);
    expect(line.fairs).toBe(2);
    const apart = await Promise.all(fairs.map((id) => readFairFigures(services, [id])));
    expect(apart.map((figures) => figures.hired)).toEqual([3, 1]);
    expect(apart[0]!.visitors + apart[1]!.visitors).toBe(line.figures.visitors);
  });
});
