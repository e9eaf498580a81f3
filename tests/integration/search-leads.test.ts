import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "#app/platform/clock.ts";
import { indexPosts } from "#search/apply.ts";
import { waitForTask } from "#search/client.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { NO_FILTERS, PAGE_SIZE, type PostSearchParams } from "#search/queries/params.ts";
import { searchPosts } from "#search/queries/search-posts.ts";
import { createFactory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
/** posts of each title; the engine alone puts the shortest first, thirty times */
const TITLES: Record<string, number> = { 保安: 30, "商场保安（包吃住）": 14, "夜班保安\"急\"": 6, 保安队长: 5, 保洁: 3 };
const find = (params: Partial<PostSearchParams>) => searchPosts(services, { ...NO_FILTERS, ...params });

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-23T02:00:00Z") });
  await ensureIndexes(services);
  const factory = createFactory(services, 8);
  const ids: string[] = [];
  for (const [title, posts] of Object.entries(TITLES)) for (let at = 0; at < posts; at += 1) ids.push(await factory.post({ title, occupationCode: null, regionCode: "141124", countyCode: "141124" }));
  await indexPosts(services, ids);
});
afterAll(() => services?.close());

describe("a search by words that finds more than a page", () => {
  it("begins with one post of each title that holds the words, the most advertised first, from however far down", async () => {
    const { hits, total, roundTrips } = await find({ q: "保安" });
    expect(total).toBe(55);
    expect(hits.slice(0, 4).map(({ title }) => title)).toEqual(["保安", "商场保安（包吃住）", "保安队长", "夜班保安\"急\""]);
    expect(hits.slice(4).every(({ title }) => title === "保安")).toBe(true);
    expect(hits).toHaveLength(PAGE_SIZE + 3);
    expect(roundTrips).toBe(2);
  });

  it("leaves nothing out over its pages, and asks once for each further one", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => find({ q: "保安", page })));
    expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(55);
    expect(pages.map(({ roundTrips }) => roundTrips)).toEqual([2, 1, 1]);
  });

  it("is answered without them while the index does not count titles yet", async () => {
    const index = services.meili.index(`${services.env.MEILI_PREFIX}posts`);
    const counted = await index.getFilterableAttributes();
    await waitForTask(services.meili, await index.updateFilterableAttributes((counted ?? []).filter((one) => one !== "title")));
    const { hits, total } = await find({ q: "保安" });
    expect([hits.length, total]).toEqual([PAGE_SIZE, 55]);
    await waitForTask(services.meili, await index.updateFilterableAttributes(counted));
    expect((await find({ q: "保安" })).hits).toHaveLength(PAGE_SIZE + 3);
  });

  it("is told the same by sound", async () => {
    expect((await find({ q: "baoan" })).hits.slice(0, 4).map(({ title }) => title)).toEqual((await find({ q: "保安" })).hits.slice(0, 4).map(({ title }) => title));
  });

  it("keeps strictly to an order that was chosen", async () => {
    const { hits, roundTrips } = await find({ q: "保安", sort: "wage" });
    expect(hits).toHaveLength(PAGE_SIZE);
    expect(hits.map((hit) => hit.monthlyMinFen ?? 0)).toEqual(hits.map((hit) => hit.monthlyMinFen ?? 0).sort((a, b) => b - a));
    expect(roundTrips).toBe(1);
  });
});
