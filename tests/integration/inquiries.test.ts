import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCarePage } from "#app/data/read-models/care-pages.server.ts";
import { readAnswerThread, readMyThread, readQuestions } from "#app/data/read-models/inquiry-pages.server.ts";
import { readAnswerHabit } from "#app/data/read-models/post-honesty.server.ts";
import { countWaiting } from "#app/data/inquiries.server.ts";
import { MOST_IN_A_ROW, MOST_QUESTIONS_A_DAY } from "#app/domain/inquiry/inquiry.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { invitePerson } from "#app/usecases/hiring/invite.server.ts";
import { takeHiringStep } from "#app/usecases/hiring/take-step.server.ts";
import { answerQuestion } from "#app/usecases/inquiries/answer-question.server.ts";
import { askQuestion } from "#app/usecases/inquiries/ask-question.server.ts";
import { remindOfQuestions } from "#app/usecases/inquiries/remind-of-questions.server.ts";
import { reportMessage } from "#app/usecases/inquiries/report-message.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const TRADE = "6-18-02-04";
const clock = fixedClock("2026-11-24T02:00:00Z");
let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  make = createFactory(services, 91);
});
afterAll(() => services.close());

async function invited() {
  clock.set("2026-11-24T02:00:00Z");
  const employerId = await make.employer({ phoneEnc: services.crypto.encrypt("employer.phone", "13700000007") } as never);
  const postId = await make.post({ employerId, occupationCode: TRADE });
  const person = await make.person({ name: "甲乙丙", phone: "13900000001", homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE] } });
  const [employer, seeker] = [as("EMPLOYER", { employerId }), as("SEEKER", { personId: person.id })];
  const { hiringId } = must(await invitePerson(services, employer, { postId, personId: person.id }));
  return { employer, seeker, postId, person, hiringId };
}
async function asked(words: Record<string, unknown> = { codes: ["housing", "pay-day"] }) {
  const all = await invited();
  const { inquiryId } = must(await askQuestion(services, all.seeker, { postId: all.postId, ...words }));
  return { ...all, inquiryId };
}
const messages = (inquiryId: string) => services.db.inquiryMessage.findMany({ where: { inquiryId }, orderBy: { seq: "asc" } });

describe("a question", () => {
  it("reaches the employer without the person's name, and the answer reaches the person with a notice", async () => {
    const { employer, seeker, postId, person, inquiryId } = await asked({ codes: ["housing", "pay-day"], text: "夫妻能住一间吗？" });
    expect((await readQuestions(services, employer)).map((one) => one.id)).toEqual([inquiryId]);
    const shown = await readAnswerThread(services, employer, inquiryId);
    expect(shown).toMatchObject({ nameMasked: null, messages: [{ codes: ["housing", "pay-day"], text: "夫妻能住一间吗？" }] });
    expect(shown!.answers).toEqual(["housing-free", "housing-paid", "housing-none", "pay-5", "pay-10", "pay-15", "pay-25"]);
    expect(JSON.stringify(shown)).not.toMatch(/甲|1390000/);
    expect(codes(await answerQuestion(services, employer, { inquiryId, codes: ["housing-free"], text: "有夫妻间" }))).toEqual([]);
    const thread = await readMyThread(services, seeker.personId!, postId);
    expect(thread).toMatchObject({ waiting: false, messages: [{ fromPerson: true }, { fromPerson: false, codes: ["housing-free"], text: "有夫妻间" }] });
    expect(await services.db.notice.findMany({ where: { personId: person.id, kind: "answered" } })).toHaveLength(1);
    expect(await countWaiting(services.pool, employer)).toBe(0);
  });

  it("sends a message along with the notice only to whoever has said yes to messages", async () => {
    const quiet = await asked();
    await answerQuestion(services, quiet.employer, { inquiryId: quiet.inquiryId, codes: ["housing-free"] });
    expect(await services.db.smsMessage.count({ where: { personId: quiet.person.id, purpose: "answer" } })).toBe(0);
    const keen = await asked();
    await services.db.consent.create({ data: { id: services.newId(), personId: keen.person.id, purpose: "SMS", how: "SELF", textVersion: "t", givenAt: clock.now(), openKey: `${keen.person.id}:SMS` } });
    await answerQuestion(services, keen.employer, { inquiryId: keen.inquiryId, codes: ["housing-free"] });
    const [message] = await services.db.smsMessage.findMany({ where: { personId: keen.person.id, purpose: "answer" } });
    expect(message!.text).toContain(`/me/questions/${keen.postId}`);
  });

  it("may be asked only by somebody in touch with the post, and is read by its two sides alone", async () => {
    const { postId, inquiryId, hiringId, seeker } = await asked();
    const strangers = [as("SEEKER", { personId: (await make.person()).id }), as("SEEKER")];
    for (const stranger of strangers) expect(["not-found", "no-person"]).toContain(codes(await askQuestion(services, stranger, { postId, codes: ["bus"] }))[0]);
    const answering = [as("EMPLOYER", { employerId: await make.employer() }), as("OFFICER", { regionCode: "140000" }), as("EMPLOYER")];
    for (const stranger of answering) {
      expect(await readAnswerThread(services, stranger, inquiryId)).toBeNull();
      expect(codes(await answerQuestion(services, stranger, { inquiryId, codes: ["bus-none"] }))).toEqual(["not-found"]);
    }
    expect(await readMyThread(services, strangers[0]!.personId!, postId)).toBeNull();
    await takeHiringStep(services, seeker, { hiringId, kind: "DECLINED" });
    expect(codes(await askQuestion(services, seeker, { postId, codes: ["bus"] }))).toEqual(["not-found"]);
    expect(await readMyThread(services, seeker.personId!, postId)).toMatchObject({ open: false });
  });

  it("needs something to ask, and takes rare characters as they are", async () => {
    const { seeker, postId } = await invited();
    expect(codes(await askQuestion(services, seeker, { postId }))).toEqual(["question-empty"]);
    expect(codes(await askQuestion(services, seeker, { postId, codes: ["nonsense"] }))).toEqual(["invalid"]);
    expect(codes(await askQuestion(services, seeker, { postId, text: "长".repeat(301) }))).toEqual(["too-long"]);
    const text = "𠮷㛃😀 <script>alert(1)</script>'; DROP TABLE inquiry; --";
    const result = await askQuestion(services, seeker, { postId, text });
    expect(codes(result)).toEqual([]);
    expect((await readMyThread(services, seeker.personId!, postId))!.messages[0]!.text).toBe(text);
  });
});

describe("telephone numbers, chat accounts and links", () => {
  it("are refused in either direction until the person has agreed to contact, with what was found; then they pass", async () => {
    const { employer, seeker, postId, inquiryId, hiringId } = await asked();
    const mine = await askQuestion(services, seeker, { postId, text: "请打 138 1234 5678" });
    expect(mine).toMatchObject({ ok: false, problems: [{ code: "contact-in-text", field: "text", params: { found: "138 1234 5678" } }] });
    for (const text of ["加我微信聊", "微信号 zhang_san88", "上 zhaopin.vip 填表", "一三八一二三四五六七八"]) expect(codes(await answerQuestion(services, employer, { inquiryId, text }))).toEqual(["contact-in-text"]);
    expect(await messages(inquiryId)).toHaveLength(1);
    await takeHiringStep(services, seeker, { hiringId, kind: "AGREED" });
    expect(codes(await answerQuestion(services, employer, { inquiryId, text: "打 13812345678 找王师傅" }))).toEqual([]);
    expect(await readAnswerThread(services, employer, inquiryId)).toMatchObject({ contactOpen: true, nameMasked: expect.stringContaining("甲") as string });
  });

  it("do not slip out through the last words of an invitation", async () => {
    const { employer, hiringId } = await invited();
    expect(codes(await takeHiringStep(services, employer, { hiringId, kind: "CLOSED", note: "请加我微信聊" }))).toEqual(["contact-in-text"]);
    expect((await services.db.hiring.findUniqueOrThrow({ where: { id: hiringId } })).state).toBe("INVITED");
  });
});

describe("the limits", () => {
  it("hold when many questions come at once: three before an answer, ten a day", async () => {
    const { seeker, employer, postId, inquiryId } = await asked();
    const results = await Promise.all(Array.from({ length: 6 }, (_, at) => askQuestion(services, seeker, { postId, text: `问题${at}` })));
    expect(results.filter((one) => one.ok)).toHaveLength(MOST_IN_A_ROW - 1);
    for (const result of results.filter((one) => !one.ok)) expect(["questions-waiting", "changed-meanwhile"]).toContain(codes(result)[0]);
    expect((await messages(inquiryId)).map((one) => one.seq)).toEqual([1, 2, 3]);
    for (let n = MOST_IN_A_ROW; n < MOST_QUESTIONS_A_DAY; n += 1) {
      await answerQuestion(services, employer, { inquiryId, codes: ["bus-none"] });
      expect(codes(await askQuestion(services, seeker, { postId, codes: ["bus"] }))).toEqual([]);
    }
    await answerQuestion(services, employer, { inquiryId, codes: ["bus-none"] });
    expect(codes(await askQuestion(services, seeker, { postId, codes: ["bus"] }))).toEqual(["questions-today"]);
    clock.set("2026-11-25T03:00:00Z");
    expect(codes(await askQuestion(services, seeker, { postId, codes: ["bus"] }))).toEqual([]);
  });

  it("let two answers at the same moment follow each other or refuse one, and lose none", async () => {
    const { employer, inquiryId } = await asked();
    const results = await Promise.all(["housing-free", "housing-paid", "housing-none"].map((code) => answerQuestion(services, employer, { inquiryId, codes: [code] })));
    const kept = results.filter((one) => one.ok).length;
    expect(kept).toBeGreaterThan(0);
    expect(await messages(inquiryId)).toHaveLength(1 + kept);
    for (let n = kept; n < MOST_IN_A_ROW; n += 1) await answerQuestion(services, employer, { inquiryId, text: `答复${n}` });
    expect(codes(await answerQuestion(services, employer, { inquiryId, text: "还有一句" }))).toEqual(["answers-enough"]);
  });

  it("are not used up by the same words sent once more: they are kept once, and told once", async () => {
    const { seeker, employer, postId, person, inquiryId } = await asked({ codes: ["bus", "meals"], text: "几点的车？" });
    for (let again = 0; again < MOST_IN_A_ROW; again += 1) expect(codes(await askQuestion(services, seeker, { postId, codes: ["meals", "bus"], text: "几点的车？" }))).toEqual([]);
    expect(await messages(inquiryId)).toHaveLength(1);
    for (let again = 0; again <= MOST_IN_A_ROW; again += 1) expect(codes(await answerQuestion(services, employer, { inquiryId, codes: ["bus-none"] }))).toEqual([]);
    await Promise.all([1, 2].map(() => askQuestion(services, seeker, { postId, text: "那怎么去？" })));
    expect((await messages(inquiryId)).map((one) => one.text)).toEqual(["几点的车？", null, "那怎么去？"]);
    expect(await services.db.notice.count({ where: { personId: person.id, kind: "answered" } })).toBe(1);
  });
});

describe("a question about a public-welfare post", () => {
  it("is answered by the bureau of the post's county, which may give its number", async () => {
    const postId = await make.post({ stream: "WELFARE", countyCode: "141124", occupationCode: null, title: "村保洁员" });
    const person = await make.person({ homeCountyCode: "141124", categories: ["POVERTY_LIFTED"] });
    await services.db.matchRun.create({ data: { id: "01K0000000000000000000RUN1", regionCode: "141124", status: "DONE", asOf: new Date("2026-11-24"), requestedAt: clock.now() } });
    await services.db.match.create({ data: { id: services.newId(), runId: "01K0000000000000000000RUN1", personId: person.id, postId, score: 500, reasons: [], openKey: person.id, proposedAt: clock.now() } });
    const { inquiryId } = must(await askQuestion(services, as("SEEKER", { personId: person.id }), { postId, codes: ["hours"] }));
    expect(codes(await answerQuestion(services, as("OFFICER", { regionCode: "141125" }), { inquiryId, codes: ["hours-day"] }))).toEqual(["not-found"]);
    expect(codes(await answerQuestion(services, as("OFFICER", { regionCode: "141124" }), { inquiryId, codes: ["hours-day"], text: "有事打 0358-4422113" }))).toEqual([]);
    expect((await readQuestions(services, as("OFFICER", { regionCode: "141100" }))).map((one) => one.id)).toContain(inquiryId);
  });
});

describe("an answer that does not come", () => {
  it("is asked for again after two days, once, by one message to the employer", async () => {
    const { inquiryId, seeker, employer, postId } = await asked();
    const reminders = () => services.db.smsMessage.count({ where: { purpose: "remind" } });
    const before = await reminders();
    clock.set("2026-11-26T01:59:00Z");
    await remindOfQuestions(services);
    expect((await services.db.inquiry.findUniqueOrThrow({ where: { id: inquiryId } })).remindedAt).toBeNull();
    clock.set("2026-11-26T02:01:00Z");
    await Promise.all([remindOfQuestions(services), remindOfQuestions(services)]);
    await remindOfQuestions(services);
    expect((await services.db.inquiry.findUniqueOrThrow({ where: { id: inquiryId } })).remindedAt).not.toBeNull();
    const sent = await services.db.smsMessage.findMany({ where: { purpose: "remind" }, orderBy: { recordedAt: "desc" } });
    expect(sent.filter((one) => services.crypto.decrypt("person.phone", one.phoneEnc) === "13700000007").length).toBeGreaterThan(0);
    expect((await readQuestions(services, employer))[0]).toMatchObject({ id: inquiryId, overdue: true });
    expect(await reminders()).toBeGreaterThan(before);
    const once = await reminders();
    await answerQuestion(services, employer, { inquiryId, codes: ["housing-free"] });
    await askQuestion(services, seeker, { postId, codes: ["bus"] });
    await remindOfQuestions(services);
    expect(await reminders()).toBe(once);
  });

  it("shows in how many days the employer answers, from three answers on", async () => {
    const first = await asked();
    const { employer } = first;
    const ask = async (days: number) => {
      const postId = await make.post({ employerId: employer.employerId!, occupationCode: TRADE });
      const person = await make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: [TRADE] } });
      clock.set("2026-11-24T02:00:00Z");
      await invitePerson(services, employer, { postId, personId: person.id });
      const result = await askQuestion(services, as("SEEKER", { personId: person.id }), { postId, codes: ["bus"] });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      clock.set(`2026-11-${24 + days}T02:00:00Z`);
      await answerQuestion(services, employer, { inquiryId: result.value.inquiryId, codes: ["bus-none"] });
    };
    await ask(1);
    await ask(3);
    expect(await readAnswerHabit(services, first.postId)).toEqual({ asked: 3, answered: 2, days: null });
    await ask(2);
    expect(await readAnswerHabit(services, first.postId)).toEqual({ asked: 4, answered: 3, days: 2 });
  });
});

describe("a message that should not have been sent", () => {
  it("is shown to the bureau by the other side, once, with the thread", async () => {
    const { employer, seeker, inquiryId } = await asked();
    await answerQuestion(services, employer, { inquiryId, text: "先交三百块押金" });
    const report = (actor: Actor, seq: unknown) => reportMessage(services, actor, { inquiryId, seq });
    expect(codes(await report(seeker, 1))).toEqual(["not-found"]);
    expect(codes(await report(as("SEEKER", { personId: (await make.person()).id }), 2))).toEqual(["not-found"]);
    for (const seq of [99, "x", -1]) expect(codes(await report(seeker, seq))).toEqual(["not-found"]);
    await Promise.all([report(seeker, 2), report(seeker, "2"), report(seeker, 2)]);
    const cases = await services.db.careCase.findMany({ where: { inquiryId } });
    expect(cases).toMatchObject([{ kind: "MESSAGE", messageSeq: 2, raisedBy: "SEEKER", regionCode: "141124" }]);
    expect(await readCarePage(services, as("OFFICER", { regionCode: "141124" }), cases[0]!.id)).toMatchObject({ messageSeq: 2, messages: [{ seq: 1 }, { seq: 2, text: "先交三百块押金" }] });
    expect(codes(await report(employer, 1))).toEqual([]);
  });
});
