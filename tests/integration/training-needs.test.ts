import type { RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadOpenPosts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { readInTraining, readInvited, readMyInvitations } from "#app/data/read-models/training-invitations.server.ts";
import { readTrainingNeed, readTrainingNeeds } from "#app/data/read-models/training-needs.server.ts";
import { settleExpectations } from "#app/data/training/invitations.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { refusalsOf } from "#app/domain/matching/eligibility.ts";
import type { PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { must } from "#app/domain/result.ts";
import type { SkillLevel } from "#app/domain/terms.ts";
import { type Actor, systemActor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { answerTrainingInvitation } from "#app/usecases/training/answer-invitation.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { requestMatchRun } from "#app/usecases/matching/request-run.server.ts";
import { assessTrainee } from "#app/usecases/training/assess.server.ts";
import { fillTrainingClass } from "#app/usecases/training/fill-class.server.ts";
import { saveTrainingDay } from "#app/usecases/training/keep-attendance.server.ts";
import { approveTrainingBody } from "#app/usecases/training/keep-bodies.server.ts";
import { addTrainingCourse } from "#app/usecases/training/plan-classes.server.ts";
import { takeClassStep } from "#app/usecases/training/take-class-step.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { EFFECTS } from "#workers/handlers/effects.ts";
import { executeMatchRun } from "#workers/matching/run/run.ts";

const clock = fixedClock("2026-03-02T02:00:00Z");
const [WELDER, NURSE, LINXIAN, FANGSHAN] = ["6-18-02-04", "4-10-01-05", "141124", "141128"];
let services: TestServices;
let make: Factory;
let county: Actor, elsewhere: Actor;
let bodyId: string;
let weldingPost: string;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const seeker = (personId: string) => as("SEEKER", { personId });
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? null : result.problems![0]!.code);
const rows = async (sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0];

async function run(regionCode = "140000"): Promise<string> {
  const { runId } = must(await requestMatchRun(services, systemActor("test"), { regionCode }));
  await executeMatchRun(services, runId);
  return runId;
}
const count = (...runIds: string[]) => EFFECTS["count-training-needs"](services, runIds, () => undefined);
const needs = () => services.db.trainingNeed.findMany({ include: { posts: true, list: { orderBy: { nr: "asc" } } }, orderBy: { nr: "asc" } });

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 67);
  const officer = async (regionCode: string) => as("OFFICER", { regionCode, userId: (await make.user({ role: "OFFICER", regionCode })).id });
  [county, elsewhere] = [await officer(LINXIAN), await officer("140222")];
  bodyId = must(await approveTrainingBody(services, county, { name: "临县职业培训学校", creditCode: makeCreditCode(LINXIAN, 20_000_001), countyCode: LINXIAN, mayAssess: "on", documentNumber: "临人社培 1 号", approvedOn: "2025-01-01", validUntil: "2029-01-01" })).bodyId;
  // welders with nothing to show, nurses one level short, people who can't leave, and some who ask for too much
  for (let nth = 0; nth < 24; nth += 1) {
    const { id } = await make.person({
      homeCountyCode: nth % 3 === 0 ? FANGSHAN : LINXIAN, age: 22 + nth, canLeave: nth % 5 === 0 ? 0 : 1, categories: nth % 4 === 1 ? ["POVERTY_LIFTED"] : [], experienceMonths: (nth % 4) * 24,
      wish: { occupationCodes: [nth % 2 === 0 ? WELDER : NURSE], minWageFen: nth % 7 === 6 ? 900_000 : 300_000, maxDistanceKm: nth % 6 === 5 ? 20 : null },
    });
    if (nth % 8 === 3) await make.certificate(id, { occupationCode: NURSE, level: "JUNIOR" });
    if (nth % 8 === 4) await make.certificate(id, { occupationCode: WELDER, level: "JUNIOR", expiresOn: "2026-01-01" });
  }
  weldingPost = await make.post({ countyCode: LINXIAN, occupationCode: WELDER, certOccupationCode: WELDER, certLevel: "JUNIOR", openings: 6, educationMin: "NONE" });
  await make.post({ countyCode: "140105", occupationCode: WELDER, certOccupationCode: WELDER, certLevel: null, openings: 2, educationMin: "NONE", housing: 1 });
  await make.post({ countyCode: FANGSHAN, occupationCode: NURSE, certOccupationCode: NURSE, certLevel: "INTERMEDIATE", openings: 3, educationMin: "NONE" });
  await make.post({ countyCode: LINXIAN, occupationCode: NURSE, openings: 2, educationMin: "NONE" });
});
afterAll(() => services?.close());

describe("what to train", () => {
  it("is computed once from a run over the province, however often that is told, and not from a county's run", async () => {
    await count(await run(LINXIAN));
    expect(await needs()).toEqual([]);
    const runId = await run();
    await Promise.all([count(runId), count(runId)]);
    await count(runId);
    expect(await rows("SELECT runId FROM training_need_run")).toEqual([{ runId }]);
    expect((await needs()).length).toBeGreaterThan(1);
  });

  it("names exactly the people whom the rules refuse now and would allow with the certificate, counted anew pair by pair, and no opening twice", async () => {
    const asOf = clock.today();
    const rules = await loadMatchingRules(services.pool, asOf);
    const offered = new Map((await rows("SELECT postId, COUNT(*) AS n FROM job_match WHERE status = 'PROPOSED' GROUP BY postId")).map((row) => [row.postId as string, Number(row.n)]));
    const posts = new Map((await loadOpenPosts(services.pool, asOf)).map((post): [string, PostFacts] => [post.id, { ...post, openingsLeft: post.openingsLeft - (offered.get(post.id) ?? 0) }]));
    const everybody = [...(await loadPersonFacts(services, (await rows("SELECT id FROM person")).map((row) => row.id as string), asOf)).values()];
    const held = new Set((await rows("SELECT personId FROM job_match WHERE status = 'PROPOSED'")).map((row) => row.personId as string));
    const found = await needs();
    const withIt = (person: PersonFacts, occupationCode: string, level: SkillLevel | null): PersonFacts => ({ ...person, certificates: [...person.certificates, { occupationCode, kind: "SKILL_LEVEL", level, expiresOn: null, stands: true }] });
    const opens = (person: PersonFacts, post: PostFacts, need: (typeof found)[number]) => refusalsOf(person, post, rules).some((one) => one.code.startsWith("certificate-")) && refusalsOf(withIt(person, need.occupationCode, need.level), post, rules).length === 0;
    // ways to a level as the policy has them, written out here once more
    const heldRank = (person: PersonFacts, code: string) => Math.max(-1, ...person.certificates.filter((one) => one.stands && one.occupationCode === code).map((one) => ["APPRENTICE", "JUNIOR", "INTERMEDIATE"].indexOf(one.level ?? "")));
    const mayLearn = (person: PersonFacts, need: (typeof found)[number]) => need.level !== "INTERMEDIATE" || person.experienceMonths >= 60 || (person.experienceMonths >= 36 && heldRank(person, need.occupationCode) >= 1);
    for (const need of found) {
      const behind = [...posts.values()].filter((post) => post.certOccupationCode === need.occupationCode && post.openingsLeft > 0);
      const short = everybody.filter((person) => person.homeCountyCode === need.countyCode && !held.has(person.id) && mayLearn(person, need) && behind.some((post) => opens(person, post, need)));
      expect(need.people).toBe(short.length);
      expect(need.peopleFirst).toBe(short.filter((person) => person.categories.includes("POVERTY_LIFTED")).length);
      expect(need.list.map((one) => one.personId).sort()).toEqual(short.map((one) => one.id).sort());
      for (const one of need.list) expect(opens(short.find((person) => person.id === one.personId)!, posts.get(one.postId)!, need)).toBe(true);
      const order = need.list.map((one) => (short.some((person) => person.id === one.personId && person.categories.includes("POVERTY_LIFTED")) ? 0 : 2) + (one.wishes ? 0 : 1));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(need.expectedHundredths).toBe(need.picked * 85 * 60 / 100);
    }
    const pickedOf = (postId: string) => found.flatMap((need) => need.list).filter((one) => one.picked && one.postId === postId).length;
    for (const [id, post] of posts) expect(pickedOf(id)).toBeLessThanOrEqual(post.openingsLeft);
    const picked = found.flatMap((need) => need.list).filter((one) => one.picked).map((one) => one.personId);
    expect(new Set(picked).size).toBe(picked.length);
    const header = await services.db.trainingNeedRun.findFirstOrThrow();
    expect(header.unfilled).toBe([...posts.values()].reduce((sum, post) => sum + Math.max(0, post.openingsLeft), 0));
    expect(picked.length).toBeLessThanOrEqual(header.bound);
    expect(found[0]!.countyCode).toBe(LINXIAN);
  });

  it("shows an officer their region alone; another's course is not there", async () => {
    const [here] = await needs();
    expect((await readTrainingNeeds(services, county, new URLSearchParams()))!.needs.every((one) => one.countyCode === LINXIAN)).toBe(true);
    expect((await readTrainingNeeds(services, elsewhere, new URLSearchParams()))!.needs).toEqual([]);
    expect(await readTrainingNeed(services, elsewhere, here!.id)).toBeNull();
    expect((await readTrainingNeed(services, county, here!.id))!.list[0]!.nameMasked).toContain("*");
  });

  it("stays as it is when a later run fails or an older one is told late", async () => {
    const [{ runId: before }] = (await rows("SELECT runId FROM training_need_run")) as [{ runId: string }];
    const failed = must(await requestMatchRun(services, systemActor("test"), { regionCode: "140000" })).runId;
    await services.db.matchRun.update({ where: { id: failed }, data: { status: "FAILED" } });
    await count(failed);
    const old = "01AAAAAAAAAAAAAAAAAAAAAAAA";
    await services.db.matchRun.create({ data: { id: old, regionCode: "140000", asOf: new Date("2026-03-01"), status: "DONE", requestedAt: clock.now() } });
    await count(old);
    expect(await rows("SELECT runId FROM training_need_run")).toEqual([{ runId: before }]);
  });
});

describe("a class filled from the list", () => {
  let classId: string;
  let invited: { id: string; personId: string }[];
  const form = async (more: Record<string, unknown> = {}) => {
    const need = (await needs()).find((one) => one.countyCode === LINXIAN && one.occupationCode === WELDER)!;
    return { needId: need.id, invite: "5", entryKey: "01K0000000000000000000NEED", bodyId, place: "镇文化站", startsOn: addDays(clock.today(), 10), lastOn: addDays(clock.today(), 14), places: "2", funds: "PUBLIC", teacher: "李老师", ...more };
  };
  const courseFor = async (level: SkillLevel | null) => must(await addTrainingCourse(services, county, { title: "电焊工班", countyCode: LINXIAN, occupationCode: WELDER, kind: "SKILL_LEVEL", level, hours: "80", costYuan: "1200" })).courseId;

  it("is planned and opened once however often the form is sent, and asks the first of the list in the order of help", async () => {
    const need = (await needs()).find((one) => one.countyCode === LINXIAN && one.occupationCode === WELDER)!;
    const courseId = await courseFor(need.level);
    expect(codeOf(await fillTrainingClass(services, elsewhere, await form({ courseId })))).toBe("not-found");
    expect(codeOf(await fillTrainingClass(services, county, await form({ courseId: services.newId() })))).toBe("training-need-course");
    expect(codeOf(await fillTrainingClass(services, county, await form({ courseId, invite: "0" })))).toBe("training-invite");
    const sent = await form({ courseId });
    const done = (await Promise.all([fillTrainingClass(services, county, sent), fillTrainingClass(services, county, sent)])).map(must);
    expect(new Set(done.map((one) => one.classId)).size).toBe(1);
    classId = done[0]!.classId;
    invited = await services.db.trainingInvitation.findMany({ where: { classId }, orderBy: { nr: "asc" }, select: { id: true, personId: true } });
    expect(invited.map((one) => one.personId)).toEqual(need.list.slice(0, 5).map((one) => one.personId));
    expect(await services.db.trainingClass.findUniqueOrThrow({ where: { id: classId } })).toMatchObject({ state: "OPEN", countyCode: LINXIAN });
    expect(await services.db.trainingEnrolment.count({ where: { classId } })).toBe(0);
    expect(await rows("SELECT kind FROM notice WHERE personId = ?", [invited[0]!.personId])).toContainEqual({ kind: "training-invited" });
    expect(await readInTraining(services.pool, weldingPost)).toEqual([]);
  });

  it("takes a person's own answer once, or the one they gave the bureau by telephone; a no ends what a post waits for", async () => {
    const [first, second, third, fourth, fifth] = invited;
    expect(codeOf(await answerTrainingInvitation(services, seeker(second!.personId), { invitationId: first!.id, answer: "YES" }))).toBe("not-found");
    expect(codeOf(await answerTrainingInvitation(services, elsewhere, { invitationId: first!.id, answer: "YES", heard: "on" }))).toBe("not-found");
    expect(codeOf(await answerTrainingInvitation(services, county, { invitationId: first!.id, answer: "YES" }))).toBe("training-heard");
    const call = (actor: Actor) => seeContact(services, actor, { of: "invitation", id: first!.id, why: "CALL" });
    expect([codeOf(await call(elsewhere)), codeOf(await call(as("AGENT", { regionCode: LINXIAN })))]).toEqual(["not-found", "not-found"]);
    expect(must(await call(county)).personId).toBe(first!.personId);
    const raced = await Promise.all([answerTrainingInvitation(services, seeker(first!.personId), { invitationId: first!.id, answer: "YES" }), answerTrainingInvitation(services, county, { invitationId: first!.id, answer: "YES", heard: "on" })]);
    expect(raced.map(codeOf).sort()).toEqual([null, "training-answered"].sort());
    must(await answerTrainingInvitation(services, county, { invitationId: second!.id, answer: "YES", heard: "on" }));
    expect(must(await answerTrainingInvitation(services, seeker(third!.personId), { invitationId: third!.id, answer: "YES" })).state).toBe("WAITING");
    must(await answerTrainingInvitation(services, seeker(fourth!.personId), { invitationId: fourth!.id, answer: "NO" }));
    expect(await services.db.trainingEnrolment.count({ where: { classId, state: "ENROLLED" } })).toBe(2);
    expect(await settleExpectations(services)).toBe(1);
    expect((await readMyInvitations(services, seeker(fourth!.personId)))[0]).toMatchObject({ state: "DECLINED", end: "DECLINED" });
    expect((await readInTraining(services.pool, weldingPost)).every((one) => one.lastOn === addDays(clock.today(), 14))).toBe(true);
    expect((await readInvited(services, elsewhere, classId))).toBeNull();
    expect(fifth).toBeDefined();
  });

  it("leaves whoever is in a class or has been asked out of the next list, and their openings out of what is missing", async () => {
    const before = (await readInTraining(services.pool, weldingPost)).reduce((sum, one) => sum + one.people, 0);
    expect(before).toBeGreaterThan(0);
    await count(await run());
    const listed = new Set((await needs()).flatMap((need) => need.list.map((one) => one.personId)));
    for (const one of [invited[0]!, invited[1]!, invited[2]!, invited[4]!]) expect(listed.has(one.personId)).toBe(false);
    const behind = (await needs()).flatMap((need) => need.posts).filter((one) => one.postId === weldingPost);
    expect(Math.max(...behind.map((one) => one.openings))).toBe(6 - before);
  });

  it("ends with the result: who passes is told of the post that is still open, the others' posts wait no longer", async () => {
    const start = addDays(clock.today(), 10);
    clock.set(`${start}T02:00:00Z`);
    const version = async () => (await services.db.trainingClass.findUniqueOrThrow({ where: { id: classId } })).version;
    must(await takeClassStep(services, county, { classId, version: await version(), to: "RUNNING" }));
    const there = await services.db.trainingEnrolment.findMany({ where: { classId, state: "ENROLLED" }, orderBy: { id: "asc" } });
    must(await saveTrainingDay(services, county, { classId, version: await version(), day: start, lines: there.map(({ id }) => ({ enrolmentId: id, halves: 2 })) }));
    const [passes, fails] = there;
    for (const [one, score] of [[passes!, "80"], [fails!, "30"]] as const) must(await assessTrainee(services, county, { enrolmentId: one.id, version: one.version, outcome: "SCORED", score, assessedOn: start, assessor: "王考评" }));
    const settled = await Promise.all([settleExpectations(services), settleExpectations(services)]);
    expect(settled[0]! + settled[1]!).toBe(4);
    const endOf = async (personId: string) => (await readMyInvitations(services, seeker(personId)))[0]!.end;
    expect(await endOf(passes!.personId)).toBe("PASSED");
    expect(await endOf(fails!.personId)).toBe("FAILED");
    expect(await endOf(invited[2]!.personId)).toBe("WITHDRAWN");
    expect(await endOf(invited[4]!.personId)).toBe("NOT_ANSWERED");
    expect((await rows("SELECT personId, postId FROM notice WHERE kind = 'training-passed'"))).toEqual([{ personId: passes!.personId, postId: expect.any(String) }]);
    expect(await readInTraining(services.pool, weldingPost)).toEqual([]);
    expect(codeOf(await answerTrainingInvitation(services, seeker(invited[4]!.personId), { invitationId: invited[4]!.id, answer: "YES" }))).toBe("training-not-open");
    expect((await services.db.trainingInvitation.findUniqueOrThrow({ where: { id: invited[4]!.id } })).state).toBe("INVITED");
  });

  it("lets a post that is closed wait for nobody", async () => {
    clock.set("2026-03-20T02:00:00Z");
    await count(await run());
    const need = (await needs()).find((one) => one.countyCode === LINXIAN && one.occupationCode === WELDER)!;
    const courseId = (await services.db.trainingCourse.findFirst({ where: { countyCode: LINXIAN, occupationCode: WELDER, level: need.level } }))?.id ?? (await courseFor(need.level));
    const filled = must(await fillTrainingClass(services, county, await form({ courseId, entryKey: services.newId(), invite: "1" })));
    const [one] = await services.db.trainingInvitation.findMany({ where: { classId: filled.classId }, include: { expectations: true } });
    await services.db.post.update({ where: { id: one!.expectations[0]!.postId }, data: { status: "CLOSED" } });
    expect(await settleExpectations(services)).toBe(1);
    expect((await services.db.trainingExpectation.findFirstOrThrow({ where: { invitationId: one!.id } })).end).toBe("POST_CLOSED");
  });
});
