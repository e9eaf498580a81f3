import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { indexPosts } from "#search/apply.ts";
import { NO_FILTERS, type PostSearchParams } from "#search/queries/params.ts";
import { searchPosts } from "#search/queries/search-posts.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { createFactory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
const clock = fixedClock("2026-11-23T02:00:00Z");

/** title, trade, description */
const POSTS: readonly (readonly [string, string | null, string?])[] = [
  ["电焊工", "6-18-02-04"], ["氩弧焊工（包吃住）", "6-18-02-04"], ["急招二保焊熟练工", "6-18-02-04"], ["高级电焊工招聘", null],
  ["电工", null], ["维修电工", null], ["焊锡普工", null], ["汗蒸馆服务员", null], ["电话销售", null], ["电工学徒", null], ["汉语教师", null],
  ["电子厂操作工", null], ["电汽配件工", null], ["电动车配送员", null], ["汽车喷漆工", null],
  ["家政服务员", null], ["住家阿姨", null], ["宾馆客房服务员", null], ["保安", null],
  ["泥瓦匠", null], ["砌筑工", null], ["中式厨师", null], ["财务会计", null], ["快递员", null], ["C++软件工程师", null], ["Java开发", null],
  ["仓库管理员", null, "需要会开叉车，负责发放劳保用品"], ["绿化工", null], ["重庆火锅店传菜员", null],
];

const find = async (q: string, more: Partial<PostSearchParams> = {}) => searchPosts(services, { ...NO_FILTERS, q, ...more });
const titles = async (q: string) => (await find(q)).hits.map(({ title }) => title);

beforeAll(async () => {
  services = await openTestServices({ clock });
  await ensureIndexes(services);
  const factory = createFactory(services, 3);
  const employerId = await factory.employer({ name: "晋中恒达机械有限公司" });
  const ids: string[] = [];
  for (const [title, occupationCode, description] of POSTS) {
    ids.push(await factory.post({ employerId, title, occupationCode, regionCode: "140105", countyCode: "140105", description: description ?? "按规定缴纳社会保险。" }));
  }
  await indexPosts(services, ids);
});
afterAll(() => services?.close());

describe("welding posts are found however they are asked for", () => {
  const welding = ["电焊工", "氩弧焊工（包吃住）", "急招二保焊熟练工", "高级电焊工招聘"];
  it.each(["电焊工", "dianhangong", "dhg", "电汗工", "焊工", "电喊工", "dian han gong", "hangong", "DianHanGong"])("%s gives welding posts on top", async (q) => {
    const found = await titles(q);
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const title of found.slice(0, 3)) expect(welding).toContain(title);
  });

  it("the post that is called just that comes first", async () => {
    for (const q of ["电焊工", "dianhangong", "dhg", "电汗工"]) expect((await titles(q))[0]).toBe("电焊工");
  });

  it("an electrician is not a welder", async () => {
    expect(await titles("电焊工")).not.toContain("电工");
    expect((await titles("电工")).slice(0, 3).sort()).toEqual(["电工", "电工学徒", "维修电工"].sort());
  });
});

describe("how the words were understood is told", () => {
  it("a plain search is one round trip and says so", async () => {
    const result = await find("焊工");
    expect(result.interpretation).toEqual({ kind: "AS_TYPED", text: "焊工" });
    expect(result.roundTrips).toBe(1);
  });
  it("a homophone is found by its sound", async () => {
    const result = await find("电汗工");
    expect(result.interpretation).toEqual({ kind: "BY_SOUND", text: "dianhangong" });
    expect(result.roundTrips).toBe(2);
  });
  it("place and mistyped trade in one breath", async () => {
    const result = await find("太原电汗工");
    expect(result.hits[0]?.title).toBe("电焊工");
    expect(result.interpretation).toEqual({ kind: "BY_SOUND", text: "dianhangong" });
  });
  it.each(["welder", "welding", "Welders Taiyuan"])("a trade's English name is its Chinese one: %s", async (q) => {
    const result = await find(q);
    expect(result.hits[0]?.title).toBe("电焊工");
    expect(result.interpretation).toEqual({ kind: "IN_ENGLISH", text: "焊工" });
    expect(result.hits.map(({ id }) => id)).toEqual((await find("焊工")).hits.map(({ id }) => id));
  });
  it("a place is where the post lies, not a word in it; when there is nothing there, the rest of the words still counts", async () => {
    expect(await titles("北京 电焊工")).toEqual(await titles("电焊工"));
    expect((await find("北京 电焊工")).interpretation).toEqual({ kind: "SOME_WORDS", text: "电焊工" });
    expect((await find("太原 电焊工")).interpretation).toEqual({ kind: "AS_TYPED", text: "电焊工" });
    expect((await find("太原")).total).toBe(POSTS.length);
  });
  it("a character that looks alike but sounds otherwise", async () => {
    const result = await find("财务会汁");
    expect(result.hits[0]?.title).toBe("财务会计");
    expect(result.interpretation.kind).toBe("ONE_CHARACTER_OFF");
  });
  it("words that only the description holds come after all else failed", async () => {
    const result = await find("劳保用品");
    expect(result.hits.map(({ title }) => title)).toEqual(["仓库管理员"]);
    expect(result.interpretation.kind).toBe("IN_DESCRIPTION");
  });
  it("too many words: those at the end give way", async () => {
    const result = await find("泥瓦匠 火星");
    expect(result.hits[0]?.title).toBe("泥瓦匠");
    expect(result.interpretation.kind).toBe("SOME_WORDS");
  });
  it("nonsense finds nothing and fails nothing", async () => {
    const result = await find("龘靐齉");
    expect(result).toMatchObject({ hits: [], total: 0, pageCount: 0 });
  });
});

describe("words", () => {
  it("synonyms: who looks for 保姆 finds 家政服务员 and 阿姨, not the hotel's 服务员", async () => {
    const found = await titles("保姆");
    expect(found).toEqual(expect.arrayContaining(["家政服务员", "住家阿姨"]));
    expect(found).not.toContain("宾馆客房服务员");
    expect(await titles("baomu")).toEqual(expect.arrayContaining(["家政服务员", "住家阿姨"]));
  });
  it("an inner word", async () => {
    expect(await titles("瓦匠")).toEqual(expect.arrayContaining(["泥瓦匠"]));
  });
  it("a character with two readings is read as in its word", async () => {
    expect((await titles("kuaiji"))[0]).toBe("财务会计");
    expect((await titles("chongqing"))[0]).toBe("重庆火锅店传菜员");
  });
  it("ü is typed as v", async () => {
    expect((await titles("lvhuagong"))[0]).toBe("绿化工");
  });
  it("as you type: the beginning of the sound is enough", async () => {
    expect((await titles("dianhang"))[0]).toBe("电焊工");
  });
  it("Latin words in a title", async () => {
    expect((await titles("java"))[0]).toBe("Java开发");
    expect((await titles("c++ 软件"))[0]).toBe("C++软件工程师");
  });
  it("the place with and without its suffix, and the employer", async () => {
    for (const q of ["太原 电焊工", "太原市电焊工", "小店 电焊工", "taiyuan dianhangong"]) {
      expect((await titles(q)).slice(0, 2).sort()).toEqual(["电焊工", "高级电焊工招聘"].sort());
    }
    expect((await find("恒达机械")).total).toBe(POSTS.length);
  });
  it("a minus and quotation marks are characters, not commands", async () => {
    expect((await titles("-电焊工"))[0]).toBe("电焊工");
    expect((await titles("\"电焊工"))[0]).toBe("电焊工");
  });
});
