import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { indexCalendarChanges, indexPosts, indexProfiles, nextUid } from "#search/apply.ts";
import { SearchTaskError, waitForTask } from "#search/client.ts";
import { compareIndexes } from "#search/compare.ts";
import { PROFILE_KEYS } from "#search/documents/profile.ts";
import { POST_KEYS } from "#search/documents/post.ts";
import { ensureIndexes, indexUid } from "#search/indexes/ensure.ts";
import { NO_FILTERS } from "#search/queries/params.ts";
import { searchPosts } from "#search/queries/search-posts.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { lockName, SearchLockError, withLock } from "#search/serial.ts";
import { createFactory, type Factory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

const TODAY = "2026-11-23";
const clock = fixedClock(`${TODAY}T02:00:00Z`);
let services: TestServices;
let factory: Factory;

beforeAll(async () => {
  services = await openTestServices({ clock });
  factory = createFactory(services, 9);
  await factory.reference();
});
afterAll(() => services?.close());
beforeEach(() => clock.set(`${TODAY}T02:00:00Z`));

const stored = async (name: "posts" | "profiles", id: string) =>
  services.meili.index(indexUid(services, name)).getDocument(id).catch(() => null);
const title = async (id: string) => ((await stored("posts", id)) as { title?: string } | null)?.title ?? null;

describe("settings", () => {
  it("are brought in line once and left alone after", async () => {
    const first = await ensureIndexes(services);
    expect(first.created.length).toBe(2);
    expect(await ensureIndexes(services)).toEqual({ created: [], updated: [] });
    await waitForTask(services.meili, await services.meili.index(indexUid(services, "posts")).updateRankingRules(["words"]));
    expect((await ensureIndexes(services)).updated).toEqual([indexUid(services, "posts")]);
    expect(await ensureIndexes(services)).toEqual({ created: [], updated: [] });
  });
});

describe("a write is done when the engine has carried it out", () => {
  it("a task that fails throws with its reason", async () => {
    const task = await services.meili.index(indexUid(services, "posts")).addDocuments([{ id: "not an id!" }]);
    await expect(waitForTask(services.meili, task)).rejects.toThrow(SearchTaskError);
    await expect(waitForTask(services.meili, task)).rejects.toThrow(/invalid_document_id/);
  });
});

describe("posts in the index are those that may be found", () => {
  it.each([
    ["published, open and valid", {}, true],
    ["a draft", { status: "DRAFT" }, false],
    ["closed", { status: "CLOSED" }, false],
    ["full", { openings: 2, filled: 2 }, false],
    ["valid until today: today is no longer in it", { validFrom: addDays(TODAY, -9), validUntil: TODAY }, false],
    ["valid until tomorrow", { validFrom: addDays(TODAY, -9), validUntil: addDays(TODAY, 1) }, true],
  ] as const)("%s", async (_case, fields, found) => {
    const id = await factory.post(fields);
    await indexPosts(services, [id]);
    expect((await stored("posts", id)) !== null).toBe(found);
  });

  it("delivered twice is the same as once; what was closed or deleted goes", async () => {
    const id = await factory.post({ title: "焊工甲" });
    expect(await indexPosts(services, [id, id])).toEqual({ written: 1, removed: 0 });
    expect(await indexPosts(services, [id])).toEqual({ written: 1, removed: 0 });
    await services.pool.query("UPDATE post SET status = 'CLOSED' WHERE id = ?", [id]);
    expect(await indexPosts(services, [id])).toEqual({ written: 0, removed: 1 });
    expect(await indexPosts(services, [id, "01ARZ3NDEKTSV4RRFFQ69G5FAV"])).toEqual({ written: 0, removed: 2 });
    expect(await stored("posts", id)).toBeNull();
  });

  it("posts of an employer that is suspended go, though their own rows are unchanged", async () => {
    const employerId = await factory.employer();
    const ids = [await factory.post({ employerId }), await factory.post({ employerId })];
    await indexPosts(services, ids);
    await services.pool.query("UPDATE employer SET status = 'SUSPENDED' WHERE id = ?", [employerId]);
    expect(await indexPosts(services, ids)).toEqual({ written: 0, removed: 2 });
  });

  it("a post that has run out is not found even while its document is still there, and the daily job takes it out", async () => {
    const id = await factory.post({ title: "过期的岗位", validFrom: addDays(TODAY, -9), validUntil: addDays(TODAY, 1) });
    await indexPosts(services, [id]);
    const find = async () => (await searchPosts(services, { ...NO_FILTERS, q: "过期的岗位" })).total;
    expect(await find()).toBe(1);
    clock.set("2026-11-24T02:00:00Z");
    expect(await find()).toBe(0);
    expect((await compareIndexes(services)).posts.lapsed).toBeGreaterThan(0);
    await indexCalendarChanges(services);
    expect(await stored("posts", id)).toBeNull();
  });
});

describe("profiles in the index are those of people who look for work", () => {
  it("not of those who don't, who are under sixteen, or who are in a placement", async () => {
    const seeking = await factory.person();
    const content = await factory.person({ wish: { seeking: 0 } });
    const child = await factory.person({ birthDate: "2010-11-24", age: 15 });
    const justOfAge = await factory.person({ birthDate: "2010-11-23", age: 16 });
    const placed = await factory.person();
    await services.pool.query(
      `INSERT INTO placement (id, personId, stream, workRegionCode, placeClass, homeCountyCode, activeKey, recordedAt)
       VALUES (?, ?, 'MARKET', '140105', 'IN_PROVINCE', '141124', ?, NOW(3))`, [services.newId(), placed.id, placed.id]);
    const everyone = [seeking, content, child, justOfAge, placed];
    await indexProfiles(services, everyone.map(({ id }) => id));
    const found = await Promise.all(everyone.map(async ({ id }) => (await stored("profiles", id)) !== null));
    expect(found).toEqual([true, false, false, true, false]);
    clock.set("2026-11-24T02:00:00Z");
    await indexCalendarChanges(services);
    expect(await stored("profiles", child.id)).not.toBeNull();
  });

  it("a certificate that ran out or was revoked is not told", async () => {
    const person = await factory.person();
    await factory.certificate(person.id, { occupationCode: "6-18-02-04", level: "INTERMEDIATE", expiresOn: addDays(TODAY, 1) });
    await factory.certificate(person.id, { occupationCode: "6-31-01-03", verification: "REVOKED" });
    await indexProfiles(services, [person.id]);
    expect(((await stored("profiles", person.id)) as { certKeys: string[] }).certKeys).toEqual(["6-18-02-04", "6-18-02-04:1", "6-18-02-04:2", "6-18-02-04:3"]);
    clock.set("2026-11-24T02:00:00Z");
    expect((await compareIndexes(services)).profiles.stale).toBe(1);
    await indexCalendarChanges(services);
    expect(((await stored("profiles", person.id)) as { certKeys: string[] }).certKeys).toEqual([]);
  });

  it("no personal data, poverty or health is in any index", async () => {
    const person = await factory.person({
      name: "司马丹顶鹤", phone: "19912345678", birthDate: "1987-03-09", homeRegionCode: "141124100001", homeCountyCode: "141124", sex: "F",
      categories: ["POVERTY_LIFTED", "MONITORED_SUDDEN", "DISABLED"], labourCapacity: "HALF", canLeave: 0, source: "canary-source",
    });
    await factory.certificate(person.id, { number: "CANARYNUMBER77", issuer: "金丝雀评价机构" });
    const employerId = await factory.employer({ creditCode: null, phoneEnc: "canary-cipher" });
    const postId = await factory.post({ employerId, address: "金丝雀街 8 号" });
    await indexProfiles(services, [person.id]);
    await indexPosts(services, [postId]);
    const profile = (await stored("profiles", person.id)) as Record<string, unknown>;
    const post = (await stored("posts", postId)) as Record<string, unknown>;
    expect(Object.keys(profile).sort()).toEqual([...PROFILE_KEYS].sort());
    expect(Object.keys(post).sort()).toEqual([...POST_KEYS].sort());
    const text = JSON.stringify([profile, post]);
    const row = person.row as unknown as Record<string, unknown>;
    const canaries = [
      "司马", "丹顶鹤", "danding", "19912345678", "5678", "1987", "03-09", person.idNumber, person.idNumber.slice(-6), "141124100", "CANARY", "canary", "金丝雀",
      "POVERTY", "MONITORED", "DISABLED", "HALF", row.nameEnc, row.nameMasked, row.idNumberEnc, row.idNumberIndex, row.idNumberMasked, row.phoneEnc, row.phoneIndex, row.phoneMasked,
    ];
    for (const canary of canaries) expect(text).not.toContain(String(canary));
  });
});

describe("of two applications of one subject the newest row stays", () => {
  it("twenty at once, each after a change of its own", async () => {
    const id = await factory.post({ title: "焊工 0" });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 20 }, async (_, at) => {
        await services.pool.query("UPDATE post SET title = ? WHERE id = ?", [`焊工 ${round}-${at}`, id]);
        await indexPosts(services, [id]);
      }));
      const [rows] = await services.pool.query("SELECT title FROM post WHERE id = ?", [id]);
      expect(await title(id)).toBe((rows as { title: string }[])[0]!.title);
    }
  });
});

describe("a rebuild", () => {
  it("leaves index and database alike, whatever was wrong before", async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => factory.post()));
    await indexPosts(services, ids);
    await services.pool.query("UPDATE post SET title = '改了名' WHERE id = ?", [ids[0]]);
    await services.pool.query("UPDATE post SET status = 'CLOSED' WHERE id = ?", [ids[1]]);
    const missing = await factory.post();
    const before = await compareIndexes(services);
    expect(before.posts.stale).toBeGreaterThanOrEqual(1);
    expect(before.posts.extra).toBeGreaterThanOrEqual(1);
    expect(before.posts.missing).toBeGreaterThanOrEqual(1);
    expect(before.posts.examples).toEqual(expect.arrayContaining([ids[0], ids[1], missing]));
    await rebuildIndexes(services);
    const after = await compareIndexes(services);
    expect(after.differences).toBe(0);
    expect(after.posts.index).toBe(after.posts.database);
    const { results } = await services.meili.getIndexes({ limit: 1_000 });
    expect(results.map(({ uid }) => uid)).not.toContain(nextUid(services, "posts"));
  });

  it("is not seen by those who search meanwhile, and loses none of the changes made meanwhile", async () => {
    const employerId = await factory.employer();
    const ids: string[] = [];
    for (let at = 0; at < 300; at += 1) ids.push(await factory.post({ employerId, title: "不断线的岗位" }));
    await indexPosts(services, ids);
    let over = false;
    const counts: number[] = [];
    const searching = (async () => {
      while (!over) counts.push((await searchPosts(services, { ...NO_FILTERS, q: "不断线的岗位" })).total);
    })();
    const changed: string[] = [];
    const changing = (async () => {
      for (let at = 0; !over; at += 1) {
        const id = ids[at % ids.length]!;
        await services.pool.query("UPDATE post SET description = ? WHERE id = ?", [`第 ${at} 次修改`, id]);
        changed.push(id);
        await indexPosts(services, [id]);
      }
    })();
    // as many rebuilds as it takes for some searches and changes to fall into them
    do await rebuildIndexes(services, { names: ["posts"] });
    while (changed.length < 6 || counts.length < 11);
    over = true;
    await Promise.all([searching, changing]);
    expect(new Set(counts)).toEqual(new Set([300]));
    expect((await compareIndexes(services)).differences).toBe(0);
  });

  it("refuses to run beside another of the same index", async () => {
    await withLock(services, lockName(services, "posts", "rebuild"), async () => {
      await expect(rebuildIndexes(services, { names: ["posts"] })).rejects.toThrow(SearchLockError);
    });
    await rebuildIndexes(services, { names: ["posts"] });
  });

  it("that was broken off leaves the old index in use and can be started again", async () => {
    const before = (await searchPosts(services, NO_FILTERS)).total;
    const abort = new AbortController();
    abort.abort(new Error("stopped"));
    await expect(rebuildIndexes(services, { names: ["posts"], signal: abort.signal })).rejects.toThrow("stopped");
    expect((await searchPosts(services, NO_FILTERS)).total).toBe(before);
    await rebuildIndexes(services, { names: ["posts"] });
    expect((await compareIndexes(services)).differences).toBe(0);
  });
});

describe("a lock", () => {
  it("lost during the work means the work is not done", async () => {
    const work = withLock(services, lockName(services, "posts", "write"), async (connection) => {
      await connection.query("SELECT RELEASE_LOCK(?)", [lockName(services, "posts", "write")]);
    });
    await expect(work).rejects.toThrow(SearchLockError);
  });
});
