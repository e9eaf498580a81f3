import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAgentCheckIns, readCheckInLink } from "#app/data/read-models/check-in-pages.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { readCareList, readCarePage } from "#app/data/read-models/care-pages.server.ts";
import { readPlacementPage } from "#app/data/read-models/placement-page.server.ts";
import { readHonesty } from "#app/data/read-models/post-honesty.server.ts";
import { addDays, toDay } from "#app/domain/dates.ts";
import { SECRET_MARK } from "#app/domain/notice/secret.ts";
import { type Actor, guestActor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { OutgoingSms } from "#app/platform/sms.server.ts";
import { closeCare } from "#app/usecases/care/close-care.server.ts";
import { answerCheckIn } from "#app/usecases/checkins/answer-check-in.server.ts";
import { openCheckIns } from "#app/usecases/checkins/open-check-ins.server.ts";
import { sendQueuedSms } from "#app/usecases/notices/send-sms.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { foldPersons } from "#app/usecases/targets/fold.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TRADE = "6-18-02-04";
const START = "2026-03-02";
const clock = fixedClock(`${START}T02:00:00Z`);
const sent: OutgoingSms[] = [];
let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));
const on = (day: string, hour = 2) => clock.set(`${day}T0${hour}:00:00Z`);
const later = (days: number) => on(addDays(START, days));
const lines = async (placementId: string) => (await services.db.placementEvent.findMany({ where: { placementId }, orderBy: { seq: "asc" } })).map((one) => `${one.saidByRole} ${one.kind} ${toDay(one.happenedOn)}`);
const checkInsOf = (placementId: string) => services.db.checkIn.findMany({ where: { placementId }, orderBy: { dueOn: "asc" } });

beforeAll(async () => {
  services = await openTestServices({ clock, sms: { name: "test", send: async (message) => void sent.push(message) } });
  await loadReference(services);
  make = createFactory(services, 81);
});
afterAll(() => services.close());

async function hired(more: { phone?: string | null; county?: string; days?: number } = {}) {
  on(START);
  const employerId = await make.employer();
  const postId = await make.post({ employerId, occupationCode: TRADE, title: "电焊工", countyCode: more.county ?? "141124", validUntil: "2027-12-31" });
  const person = await make.person({ name: "甲乙丙", phone: more.phone === undefined ? "13900000001" : more.phone, homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE] } });
  const [employer, seeker] = [as("EMPLOYER", { employerId }), as("SEEKER", { personId: person.id })];
  const accepted = await acceptPost(services, seeker, { postId });
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.problems));
  return { employerId, postId, person, employer, seeker, placementId: accepted.value.placementId };
}
async function atWork(more: Parameters<typeof hired>[0] = {}) {
  const all = await hired(more);
  expect(codes(await recordPlacementEvent(services, all.employer, { placementId: all.placementId, kind: "ON_THE_JOB", happenedOn: START }))).toEqual([]);
  return all;
}
/** The link in the newest message to a person, as the channel got it. */
async function linkOf(personId: string): Promise<string> {
  const queued = await services.db.smsMessage.findMany({ where: { personId, purpose: "check-in" }, orderBy: { recordedAt: "desc" } });
  await sendQueuedSms({ ...services, env: { ...services.env, APP_MODE: "production" } }, queued.map((one) => one.id));
  return /\/c\/([A-Za-z0-9_-]{22})$/.exec(sent.find((one) => one.id === queued[0]!.id)!.text)![1]!;
}
const answer = (token: string, given: Record<string, unknown>) => answerCheckIn(services, guestActor("link"), { token, ...given });
async function asked(days = 30, more: Parameters<typeof hired>[0] = {}) {
  const all = await atWork(more);
  later(days);
  await openCheckIns(services);
  return { ...all, token: await linkOf(all.person.id) };
}

describe("a question", () => {
  it("is asked on its day, once however often and at once housekeeping runs, with one notice and one message", async () => {
    const { placementId, person } = await atWork();
    later(29);
    await openCheckIns(services);
    expect(await checkInsOf(placementId)).toEqual([]);
    later(30);
    await Promise.all([openCheckIns(services), openCheckIns(services), openCheckIns(services)]);
    await openCheckIns(services);
    expect((await checkInsOf(placementId)).map((one) => one.kind)).toEqual(["DAY_30"]);
    expect(await services.db.notice.count({ where: { personId: person.id, kind: "check-in" } })).toBe(1);
    expect(await services.db.smsMessage.count({ where: { personId: person.id } })).toBe(1);
    for (const [days, kinds] of [[90, ["DAY_30", "DAY_90"]], [180, ["DAY_30", "DAY_90", "DAY_180"]]] as const) {
      later(days);
      await openCheckIns(services);
      expect((await checkInsOf(placementId)).map((one) => one.kind)).toEqual(kinds);
    }
  });

  it("about arrival comes a week after a yes and the day after a departure, and not to somebody who has arrived", async () => {
    const [waits, left, there] = [await hired(), await hired(), await atWork()];
    await recordPlacementEvent(services, left.seeker, { placementId: left.placementId, kind: "DEPARTED", happenedOn: START });
    later(1);
    await openCheckIns(services);
    expect((await checkInsOf(left.placementId)).map((one) => one.kind)).toEqual(["ARRIVAL"]);
    later(7);
    await openCheckIns(services);
    expect((await checkInsOf(waits.placementId)).map((one) => one.kind)).toEqual(["ARRIVAL"]);
    expect(await checkInsOf(there.placementId)).toEqual([]);
  });

  it("keeps its secret: the database holds a hash and a ciphertext that goes once the message is sent", async () => {
    const { person, token, placementId } = await asked();
    const [checkIn] = await checkInsOf(placementId);
    expect(checkIn!.tokenHash).toBe(sha256(token));
    const message = await services.db.smsMessage.findFirstOrThrow({ where: { personId: person.id } });
    expect(message).toMatchObject({ state: "SENT", secretEnc: null });
    expect(message.text).toContain(`/c/${SECRET_MARK}`);
    expect(JSON.stringify([checkIn, message, await services.db.notice.findMany({ where: { personId: person.id } }), await services.db.auditEntry.findMany()])).not.toContain(token);
  });

  it("goes to the village agent where there is no telephone, or where messages were withdrawn", async () => {
    const silent = await atWork({ phone: null });
    const withdrawn = await atWork();
    await services.db.consent.create({ data: { id: services.newId(), personId: withdrawn.person.id, purpose: "SMS", how: "SELF", textVersion: "t", givenAt: clock.now(), withdrawnAt: clock.now() } });
    later(30);
    await openCheckIns(services);
    for (const { person, placementId } of [silent, withdrawn]) {
      expect(await services.db.smsMessage.count({ where: { personId: person.id } })).toBe(0);
      expect((await checkInsOf(placementId))[0]).toMatchObject({ bySms: false });
    }
  });
});

describe("the link", () => {
  it("shows post and employer, nothing of the person, and reading it records nothing", async () => {
    const { token, placementId } = await asked();
    const before = await lines(placementId);
    const shown = await readCheckInLink(services, token);
    expect(shown).toMatchObject({ kind: "DAY_30", answered: false, post: { title: "电焊工" } });
    expect(JSON.stringify(shown)).not.toMatch(/甲|1390000|141124/);
    expect(await lines(placementId)).toEqual(before);
    expect((await checkInsOf(placementId))[0]!.answeredAt).toBeNull();
  });

  it("puts one word into the ledger when it is answered many times at once, and a second answer changes nothing", async () => {
    const { token, placementId } = await asked();
    const results = await Promise.all(["PAID", "PAID", "NOT_PAID", "PAID", "TALK", "PAID"].map((one) => answer(token, { answer: one })));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    for (const result of results.filter((one) => !one.ok)) expect(codes(result)).toEqual(["check-in-answered"]);
    const once = [await lines(placementId), await services.db.careCase.count({ where: { placementId } }), (await checkInsOf(placementId))[0]!.answer];
    expect(codes(await answer(token, { answer: "LEFT", day: addDays(START, 30) }))).toEqual(["check-in-answered"]);
    expect([await lines(placementId), await services.db.careCase.count({ where: { placementId } }), (await checkInsOf(placementId))[0]!.answer]).toEqual(once);
    expect((await lines(placementId)).filter((one) => one.includes("STILL_ON_THE_JOB")).length).toBeLessThanOrEqual(1);
  });

  it("says the same of one that ran out, was made up, or belongs to nobody", async () => {
    const { token, placementId } = await asked();
    later(44);
    const before = await lines(placementId);
    const forged = [token, "A".repeat(22), "x", "", "'; DROP TABLE check_in; --", "x".repeat(5_000), `${token}A`];
    for (const one of forged) {
      expect(await readCheckInLink(services, one)).toBeNull();
      expect(codes(await answer(one, { answer: "PAID" }))).toEqual(["check-in-gone"]);
    }
    expect(await lines(placementId)).toEqual(before);
    await services.db.checkIn.updateMany({ where: { placementId }, data: { expiresAt: new Date(clock.now().getTime() + 1) } });
    expect(await readCheckInLink(services, token)).not.toBeNull();
  });

  it("takes only an answer to its own question, with its day, and says what is wrong beside it", async () => {
    const { token, placementId } = await asked();
    expect(codes(await answer(token, { answer: "ARRIVED", day: START }))).toEqual(["check-in-choose"]);
    expect(codes(await answer(token, {}))).toEqual(["check-in-choose"]);
    expect(codes(await answer(token, { answer: "LEFT" }))).toEqual(["check-in-day"]);
    const future = await answer(token, { answer: "LEFT", day: "2026-12-01" });
    expect(future).toMatchObject({ ok: false, problems: [{ code: "day-in-future", field: "day" }] });
    expect((await checkInsOf(placementId))[0]!.answeredAt).toBeNull();
    expect(codes(await answer(token, { answer: "LEFT", day: addDays(START, 20) }))).toEqual([]);
    expect((await lines(placementId)).at(-1)).toBe(`SEEKER ENDED ${addDays(START, 20)}`);
  });
});

describe("an answer", () => {
  it("about arrival is the person's own confirmation, and frees the place when they do not go", async () => {
    const [goes, stays] = [await hired(), await hired()];
    later(7);
    await openCheckIns(services);
    expect(codes(await answer(await linkOf(goes.person.id), { answer: "ARRIVED", day: addDays(START, 5) }))).toEqual([]);
    expect((await lines(goes.placementId)).at(-1)).toBe(`SEEKER ON_THE_JOB ${addDays(START, 5)}`);
    expect(codes(await answer(await linkOf(stays.person.id), { answer: "LEFT", day: addDays(START, 3) }))).toEqual([]);
    expect((await services.db.post.findUniqueOrThrow({ where: { id: stays.postId } })).filled).toBe(0);
  });

  it("by an agent who asked stands as checked by phone, with a receipt; out of their region or turn it is not theirs", async () => {
    const silent = await atWork({ phone: null });
    const reached = await atWork();
    later(30);
    await openCheckIns(services);
    const [own, other] = [as("AGENT", { regionCode: "141124" }), as("AGENT", { regionCode: "141125" })];
    const listed = (await readAgentCheckIns(services, own)).map((one) => one.id);
    const [asking, messaged] = [(await checkInsOf(silent.placementId))[0]!.id, (await checkInsOf(reached.placementId))[0]!.id];
    expect(listed).toContain(asking);
    expect(listed).not.toContain(messaged);
    expect(await readAgentCheckIns(services, other)).toEqual([]);
    for (const [actor, checkInId] of [[other, asking], [own, messaged], [reached.seeker, asking], [as("AGENT"), asking]] as const) expect(codes(await answerCheckIn(services, actor, { checkInId, answer: "PAID" }))).toEqual(["check-in-gone"]);
    expect(codes(await answerCheckIn(services, own, { checkInId: asking, answer: "PAID" }))).toEqual([]);
    const event = await services.db.placementEvent.findFirstOrThrow({ where: { placementId: silent.placementId, kind: "STILL_ON_THE_JOB" } });
    expect(event).toMatchObject({ saidByRole: "AGENT", evidence: "PHONE_CHECK" });
    expect(await services.db.receipt.findMany({ where: { personId: silent.person.id } })).toMatchObject([{ act: "check-in", byRole: "AGENT", bySms: false }]);
    later(37);
    expect((await readAgentCheckIns(services, own)).map((one) => one.id)).toContain(messaged);
  });

  it("is kept, and looked into, where the ledger has gone on without the person", async () => {
    const { token, placementId, employer } = await asked();
    await recordPlacementEvent(services, employer, { placementId, kind: "ENDED", happenedOn: addDays(START, 30) });
    expect(codes(await answer(token, { answer: "PAID" }))).toEqual([]);
    expect((await checkInsOf(placementId))[0]).toMatchObject({ answer: "PAID", answeredBy: "SEEKER" });
    expect((await services.db.careCase.findMany({ where: { placementId } })).map((one) => one.kind)).toEqual(["DISPUTED"]);
  });

  it("stands in the way of the placement, and the one that waits can be given there by the person alone", async () => {
    const { placementId, seeker, employer } = await asked();
    const mine = await readPlacementPage(services, seeker, placementId);
    expect(mine!.asked).toMatchObject({ kind: "DAY_30" });
    expect(mine!.journey.find((step) => step.state === "next")).toMatchObject({ what: "DAY_30" });
    expect((await readPlacementPage(services, employer, placementId))!.asked).toBeNull();
    expect(codes(await answerCheckIn(services, seeker, { checkInId: mine!.asked!.id, answer: "NOT_DUE" }))).toEqual([]);
    const after = await readPlacementPage(services, seeker, placementId);
    expect(after!.asked).toBeNull();
    expect(after!.journey.find((step) => step.what === "DAY_30")).toMatchObject({ state: "done", answer: "NOT_DUE", saidBy: "SEEKER" });
  });
});

describe("what is amiss", () => {
  it("opens one case with a deadline of five working days at the county of the work, and weighs on the employer once it is upheld", async () => {
    const { token, placementId, employerId, postId, person } = await asked(30, { county: "140105" });
    const other = await make.post({ employerId, countyCode: "140105", occupationCode: TRADE });
    expect(codes(await answer(token, { answer: "NOT_PAID" }))).toEqual([]);
    const care = await services.db.careCase.findFirstOrThrow({ where: { placementId } });
    // asked on 1 April 2026, a Wednesday
    expect(care).toMatchObject({ kind: "NOT_PAID", regionCode: "140105", closedAt: null });
    expect(toDay(care.dueOn)).toBe("2026-04-08");
    const pay = async (id: string) => (await readHonesty(services, id))!.parts.find((part) => part.key === "pay")!;
    expect(await pay(postId)).toMatchObject({ known: false });
    const [county, stranger] = [as("OFFICER", { regionCode: "140105" }), as("OFFICER", { regionCode: "141124" })];
    expect((await readCareList(services, county, { closed: false, page: 1 })).cases.map((one) => one.id)).toContain(care.id);
    expect((await readCareList(services, stranger, { closed: false, page: 1 })).cases.map((one) => one.id)).not.toContain(care.id);
    expect(await readCarePage(services, stranger, care.id)).toBeNull();
    expect(await readCarePage(services, county, care.id)).toMatchObject({ person: { nameMasked: "甲**", phoneMasked: "139****0001" }, checkIn: { answer: "NOT_PAID" } });
    const see = (actor: Actor, more: Record<string, unknown>) => seeContact(services, actor, { of: "care", id: care.id, ...more });
    expect(codes(await see(county, {}))).toEqual(["opening-reason-needed"]);
    expect(codes(await see(county, { why: "OTHER" }))).toEqual(["opening-words-needed"]);
    expect(codes(await see(stranger, { why: "CALL" }))).toEqual(["not-found"]);
    expect(codes(await see(as("AGENT", { regionCode: "140105" }), { why: "CALL" }))).toEqual(["not-found"]);
    expect(await see(county, { why: "OTHER", whyNote: "问补发的事" })).toMatchObject({ ok: true, value: { name: "甲乙丙", phone: "13900000001" } });
    expect(await services.db.auditEntry.findMany({ where: { action: "see-contact", subjectId: person.id }, select: { purpose: true, outcome: true } })).toEqual([{ purpose: "see:OTHER:问补发的事", outcome: "ok" }]);
    expect(await services.db.auditEntry.count({ where: { action: "see-care-case", subjectId: person.id } })).toBe(1);
    const close = (actor: Actor, more: Record<string, unknown> = {}) => closeCare(services, actor, { careId: care.id, outcome: "UPHELD", note: "已打电话，单位补发三月工资", ...more });
    expect(codes(await close(stranger))).toEqual(["not-found"]);
    expect(codes(await close(county, { note: "好" }))).toEqual(["care-note"]);
    expect(codes(await close(county, { outcome: "HELPED" }))).toEqual(["care-outcome"]);
    const closed = await Promise.all([close(county), close(county, { outcome: "NOT_UPHELD" })]);
    expect(closed.filter((one) => one.ok)).toHaveLength(1);
    await services.db.careCase.update({ where: { id: care.id }, data: { outcome: "UPHELD" } });
    expect(await pay(postId)).toMatchObject({ known: true, points: 0, facts: { owed: 1 } });
    expect(await pay(other)).toMatchObject({ known: true, points: 0 });
    expect(await services.db.notice.count({ where: { personId: person.id, kind: "care-closed" } })).toBe(1);
  });

  it("is nobody's fault when somebody only wants to talk: the home county calls", async () => {
    const { token, placementId } = await asked(30, { county: "140105" });
    await answer(token, { answer: "TALK" });
    expect(await services.db.careCase.findFirstOrThrow({ where: { placementId } })).toMatchObject({ kind: "TALK", regionCode: "141124" });
    expect((await lines(placementId)).some((one) => one.includes("STILL_ON_THE_JOB"))).toBe(false);
  });
});

it("the count under every caliber equals a recount after all these answers, and every chain holds", async () => {
  const persons = await services.db.placement.findMany({ select: { personId: true } });
  await foldPersons(services, [...new Set(persons.map((one) => one.personId))]);
  expect(await recountTargets(services)).toMatchObject({ differences: 0, brokenChains: 0 });
});
