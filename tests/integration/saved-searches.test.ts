import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RowDataPacket } from "mysql2/promise";
import { addDays } from "#app/domain/dates.ts";
import { must } from "#app/domain/result.ts";
import { type Actor, guestActor } from "#app/platform/actor.ts";
import type { OutgoingSms } from "#app/platform/sms.server.ts";
import { sendQueuedSms } from "#app/usecases/notices/send-sms.server.ts";
import { alertSearches, MOST_MESSAGES_A_DAY, MOST_NOTICES_A_DAY } from "#app/usecases/searches/alert-searches.server.ts";
import { saveSearch } from "#app/usecases/searches/save-search.server.ts";
import { stopSearch } from "#app/usecases/searches/stop-search.server.ts";
import { indexPosts } from "#search/apply.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { EFFECTS } from "#workers/handlers/effects.ts";
import { createFactory, type Factory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
let factory: Factory;
const now = { at: new Date("2026-11-23T02:00:00Z") };
const sent: OutgoingSms[] = [];
const rows = async (sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0];
const as = (personId: string): Actor => ({ userId: null, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "test" });
const later = (minutes: number) => (now.at = new Date(now.at.getTime() + minutes * 60_000));

async function seeker(phone: string | null = "13900000001") {
  return (await factory.person({ phone, homeCountyCode: "141124" })).id;
}
async function save(personId: string, query: string, more: Record<string, unknown> = {}) {
  return must(await saveSearch(services, as(personId), { query, name: query, ...more })).searchId as string;
}
async function publish(title: string, more: Parameters<Factory["post"]>[0] = {}) {
  later(1);
  const recordedAt = now.at.toISOString().slice(0, 23).replace("T", " ").replace("Z", "");
  const id = await factory.post({ title, occupationCode: null, recordedAt, publishedAt: recordedAt, ...more });
  await indexPosts(services, [id]);
  return id;
}
const noticesOf = async (personId: string) => (await rows("SELECT postId FROM notice WHERE personId = ? ORDER BY id", [personId])).map((row) => row.postId as string);

beforeAll(async () => {
  services = await openTestServices({
    clock: { now: () => now.at, today: () => "2026-11-23" },
    sms: { name: "test", send: async (message) => void sent.push(message) },
  });
  await ensureIndexes(services);
  factory = createFactory(services, 9);
});
afterAll(() => services?.close());

describe("a saved search", () => {
  it("tells of a new post that it finds, once however often the post is delivered, and of no other", async () => {
    const person = await seeker();
    await save(person, "q=焊工&housing=1&v=1");
    const wanted = await publish("氩弧焊工", { housing: 1 });
    const other = await publish("氩弧焊工", { housing: 0 });
    await alertSearches(services, [wanted, other]);
    await Promise.all([alertSearches(services, [wanted]), alertSearches(services, [wanted])]);
    expect(await noticesOf(person)).toEqual([wanted]);
  });

  it("says nothing of posts that were there before it", async () => {
    const old = await publish("护林员");
    later(1);
    const person = await seeker();
    await save(person, "q=护林员");
    await alertSearches(services, [old]);
    expect(await noticesOf(person)).toEqual([]);
  });

  it("is kept as its address with the version of its form, whatever else it was given", async () => {
    const person = await seeker();
    const id = await save(person, "?q=保安&page=7&wage=NaN&evil=<script>&housing=on");
    const [row] = await rows("SELECT query FROM saved_search WHERE id = ?", [id]);
    expect(new URLSearchParams(String(row!.query))).toEqual(new URLSearchParams({ q: "保安", housing: "1", v: "1" }));
  });

  it("with mistyped words tells of what the words were understood as", async () => {
    await publish("挖掘机司机");
    const person = await seeker();
    await save(person, "q=挖觉机");
    const fresh = await publish("挖掘机操作手");
    await alertSearches(services, [fresh]);
    expect(await noticesOf(person)).toEqual([fresh]);
  });

  it("saved twice is one search", async () => {
    const person = await seeker();
    expect(await save(person, "q=保洁&v=1")).toBe(await save(person, "v=1&q=保洁"));
  });

  it("stops by its owner or by the link in an alert, and by nobody else", async () => {
    const [owner, stranger] = [await seeker(), await seeker(null)];
    const [first, second] = [await save(owner, "q=月嫂"), await save(owner, "q=钢筋工")];
    expect((await stopSearch(services, as(stranger), { searchId: first })).ok).toBe(false);
    expect((await stopSearch(services, guestActor("test"), { searchId: first })).ok).toBe(false);
    expect((await stopSearch(services, guestActor("test"), { stopToken: "x".repeat(43) })).ok).toBe(false);
    expect((await stopSearch(services, as(owner), { searchId: first })).ok).toBe(true);
    const [row] = await rows("SELECT stopToken FROM saved_search WHERE id = ?", [second]);
    expect((await stopSearch(services, guestActor("test"), { stopToken: row!.stopToken })).ok).toBe(true);
    await alertSearches(services, [await publish("月嫂"), await publish("钢筋工")]);
    expect(await noticesOf(owner)).toEqual([]);
  });

  it.each([
    [{ query: "q=a", name: "" }, "required"], [{ query: "q=a", name: "\u0000\u200b" }, "required"], [{ query: "q=a", name: "长".repeat(121) }, "too-long"],
    [{ query: `q=${"a".repeat(2_001)}`, name: "a" }, "too-long"], [{ name: "a" }, "required"],
  ])("%j is refused and not kept", async (input, code) => {
    const person = await seeker();
    const result = await saveSearch(services, as(person), input);
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([code]);
    expect(await rows("SELECT id FROM saved_search WHERE personId = ?", [person])).toEqual([]);
  });
});

describe("text messages", () => {
  it("go out once through the channel, with the number in the clear only there, and carry the link that stops them", async () => {
    const person = await seeker("13900004321");
    const searchId = await save(person, "q=叉车", { bySms: "on" });
    const post = await publish("叉车司机");
    await alertSearches(services, [post]);
    await alertSearches(services, [post]);
    const messages = await rows("SELECT * FROM sms_message WHERE personId = ?", [person]);
    expect(messages.length).toBe(1);
    expect(JSON.stringify(messages)).not.toContain("13900004321");
    const ids = messages.map((row) => row.id as string);
    await sendQueuedSms(services, ids);
    await sendQueuedSms(services, ids);
    const mine = sent.filter((one) => ids.includes(one.id));
    expect(mine.map((one) => one.phone)).toEqual(["13900004321"]);
    const [search] = await rows("SELECT stopToken FROM saved_search WHERE id = ?", [searchId]);
    expect(mine[0]!.text).toContain(`/alerts/${search!.stopToken}`);
    expect((await rows("SELECT state FROM sms_message WHERE id = ?", [ids[0]]))[0]!.state).toBe("SENT");
  });

  it("and notices have a most for a day, so that an import buries nobody", async () => {
    const person = await seeker("13900004322");
    await save(person, "q=采茶", { bySms: true });
    const posts: string[] = [];
    for (let n = 0; n < MOST_NOTICES_A_DAY + 5; n += 1) posts.push(await publish("采茶工"));
    await alertSearches(services, posts);
    expect((await noticesOf(person)).length).toBe(MOST_NOTICES_A_DAY);
    expect((await rows("SELECT id FROM sms_message WHERE personId = ?", [person])).length).toBe(MOST_MESSAGES_A_DAY);
  });
});

describe("the way of a new post to those who wait for it", () => {
  it("indexing says that a post can be found, only when somebody may want to hear of it", async () => {
    await services.pool.query("DELETE FROM outbox_event");
    await services.pool.query("UPDATE saved_search SET stoppedAt = ?", [now.at]);
    const before = await publish("面点师");
    await EFFECTS["index-posts"](services, [before], () => undefined);
    expect(await rows("SELECT id FROM outbox_event WHERE event = 'post.findable'")).toEqual([]);
    later(1);
    await save(await seeker(), "q=面点");
    const fresh = await publish("面点师", { validUntil: addDays("2026-11-23", 30) });
    await EFFECTS["index-posts"](services, [before, fresh], () => undefined);
    expect((await rows("SELECT subjectId FROM outbox_event WHERE event = 'post.findable'")).map((row) => row.subjectId)).toEqual([fresh]);
  });
});
