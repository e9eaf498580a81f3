import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPostToRenew } from "#app/data/read-models/post-renewal.server.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { templateWorkbook } from "#app/platform/tables/template-workbook.server.ts";
import { renewPost } from "#app/usecases/posts/renew-post.server.ts";
import { closePost, savePost } from "#app/usecases/posts/save-post.server.ts";
import { EXAMPLE_MARK, uploadPosts } from "#app/usecases/posts/upload-posts.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { keepHouse } from "#workers/handlers/housekeeping.ts";

let services: TestServices;
let make: Factory;
let numbered = 0;
const employerActor = (employerId: string): Actor => ({ userId: null, role: "EMPLOYER", regionCode: null, personId: null, employerId, purpose: "test" });
const form = (changed: Record<string, unknown> = {}) => ({
  stream: "MARKET", title: `电焊工${(numbered += 1)}号`, description: "在车间按图纸焊接钢结构件，白班，月底发工资，缴纳社会保险，提供宿舍。", regionCode: "141124", openings: "3", wageMinYuan: "6000", wageMaxYuan: "8000",
  wagePeriod: "MONTH", hoursPerDay: "8", daysPerWeek: "5", housing: "on", insurance: "on", educationMin: "NONE", experienceMonths: "0", validUntil: "2027-01-20", ...changed,
});
const codes = (result: { ok: boolean; problems?: { code: string; field?: string }[] }) => (result.ok ? [] : result.problems!.map((one) => `${one.field ?? "-"} ${one.code}`));
const posts = (employerId: string) => services.db.post.count({ where: { employerId } });
async function published(changed: Record<string, unknown> = {}, employer: Parameters<Factory["employer"]>[0] = {}) {
  const employerId = await make.employer(employer);
  const { postId } = must(await savePost(services, employerActor(employerId), form(changed)));
  return { employerId, actor: employerActor(employerId), postId };
}
const post = (id: string) => services.db.post.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-24T02:00:00Z") });
  await loadReference(services);
  await ensureIndexes(services);
  make = createFactory(services, 51);
});
afterAll(() => services.close());

describe("publishing", () => {
  it.each([
    [{ description: "焊接钢结构，只招男性，交押金500元，白班，月底发工资。" }, ["description unlawful-sex", "description unlawful-deposit"]],
    [{ wageMinYuan: "1000", wageMaxYuan: "2000" }, ["wageMinYuan wage-below-minimum"]],
    [{ validUntil: "" }, ["validUntil validity-missing"]],
    [{ title: "高薪诚聘焊工" }, ["title unlawful-hype"]],
    [{ brandId: "01K00000000000000000000000" }, ["brandId invalid"]],
    [{ regionCode: "149999" }, ["regionCode region-needed"]],
    [{ description: "x".repeat(10_000_000) }, ["description too-long"]],
  ])("an ad that may not be is blocked with the reason, and nothing is stored", async (changed, problems) => {
    const employerId = await make.employer();
    expect(codes(await savePost(services, employerActor(employerId), form(changed)))).toEqual(problems);
    expect(await posts(employerId)).toBe(0);
  });

  it("keeps rare characters, emoji, markup and SQL as they were typed", async () => {
    const description = "𠮷祥厂🍜焊工，<script>alert(1)</script>，'; DROP TABLE post; --，㛃师傅带，按月发工资，有宿舍。";
    const { postId } = await published({ description });
    expect((await post(postId)).description).toBe(description);
  });

  it("waits for the bureau's approval, and a suspended employer publishes nothing", async () => {
    for (const status of ["PENDING", "SUSPENDED"] as const) {
      const employerId = await make.employer({ status });
      expect(codes(await savePost(services, employerActor(employerId), form()))).toEqual(["- employer-not-approved"]);
    }
  });

  it("by an agency says for whom it recruits", async () => {
    const employerId = await make.employer({ kind: "COMMERCIAL_AGENCY" });
    expect(codes(await savePost(services, employerActor(employerId), form()))).toEqual(["onBehalfOf on-behalf-needed"]);
    expect(codes(await savePost(services, employerActor(employerId), form({ onBehalfOf: "吕梁𠮷祥机械有限公司" })))).toEqual([]);
  });

  it("the same ad again, even sent four times at once, makes one post", async () => {
    const employerId = await make.employer();
    const input = form();
    const results = await Promise.all(Array.from({ length: 4 }, () => savePost(services, employerActor(employerId), input)));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.flatMap(codes)).toEqual(Array(3).fill("title post-duplicate"));
    expect(codes(await savePost(services, employerActor(employerId), { ...input, title: `急招${input.title}（包住）` }))).toEqual(["title post-duplicate"]);
    expect(codes(await savePost(services, employerActor(employerId), { ...input, regionCode: "141127" }))).toEqual([]);
    expect(await posts(employerId)).toBe(2);
  });

  it("a stranger's post is not there for anybody else", async () => {
    const { postId } = await published();
    const stranger = employerActor(await make.employer());
    for (const id of [postId, "01K00000000000000000000000"]) {
      expect(codes(await savePost(services, stranger, form({ postId: id })))).toEqual(["- not-found"]);
      expect(codes(await renewPost(services, stranger, { postId: id, validUntil: "2027-02-01", confirmed: "on" }))).toEqual(["- not-found"]);
      expect(codes(await closePost(services, stranger, { postId: id }))).toEqual(["- not-found"]);
      expect(await readPostToRenew(services, stranger.employerId!, id)).toBeNull();
    }
    expect((await post(postId)).status).toBe("PUBLISHED");
  });
});

describe("a text copied from another employer", () => {
  const text = "负责车间钢结构焊接，按图纸施工，会二保焊和氩弧焊，服从安排，注意安全，做完清理现场，按月发工资，缴纳社保，包吃住。";
  it("is published, and the bureau hears of the pair once", async () => {
    const first = await published({ title: "焊工", description: text, occupationCode: "6-18-02-04", regionCode: "141181" });
    const second = await published({ title: "焊接工", description: text.replace("服从安排，", ""), occupationCode: "6-18-02-04", regionCode: "141181" });
    const flags = await services.db.postFlag.findMany({ where: { postId: { in: [first.postId, second.postId] } } });
    expect(flags).toMatchObject([{ kind: "NEAR_DUPLICATE", postId: second.postId, otherPostId: first.postId, employerId: second.employerId, regionCode: "141124" }]);
    await savePost(services, first.actor, form({ postId: first.postId, title: "焊工", description: text, occupationCode: "6-18-02-04", regionCode: "141181" }));
    expect(await services.db.postFlag.count({ where: { kind: "NEAR_DUPLICATE", OR: [{ postId: first.postId }, { postId: second.postId }] } })).toBe(1);
  });
});

describe("renewing", () => {
  it("asks for a fresh confirmation and a day, and leaves the day of first publication alone", async () => {
    const { actor, postId } = await published();
    await services.pool.query("UPDATE post SET publishedAt = '2026-10-01 02:00:00', confirmedAt = '2026-10-01 02:00:00', status = 'EXPIRED', validFrom = '2026-10-01', validUntil = '2026-11-20' WHERE id = ?", [postId]);
    expect(codes(await renewPost(services, actor, { postId, validUntil: "2027-01-10" }))).toEqual(["confirmed confirm-needed"]);
    expect(codes(await renewPost(services, actor, { postId, validUntil: "2026-11-24", confirmed: "on" }))).toEqual(["validUntil validity-past"]);
    expect(codes(await renewPost(services, actor, { postId, validUntil: "2027-01-10", confirmed: "on" }))).toEqual([]);
    const row = await post(postId);
    expect(row).toMatchObject({ status: "PUBLISHED", publishedAt: new Date("2026-10-01T02:00:00Z"), confirmedAt: services.clock.now() });
    expect(row.validUntil.toISOString().slice(0, 10)).toBe("2027-01-10");
  });

  it("holds the post against the rules of today", async () => {
    const { actor, postId } = await published();
    await services.pool.query("UPDATE post SET description = '焊接，只招男性，按月发工资' WHERE id = ?", [postId]);
    expect(codes(await renewPost(services, actor, { postId, validUntil: "2027-01-10", confirmed: "on" }))).toEqual(["description unlawful-sex"]);
  });

  it("a change counts as confirming, and keeps the first day too", async () => {
    const { actor, postId } = await published();
    await services.pool.query("UPDATE post SET publishedAt = '2026-10-01 02:00:00', confirmedAt = NULL WHERE id = ?", [postId]);
    expect((await savePost(services, actor, form({ postId, openings: "9" }))).ok).toBe(true);
    expect(await post(postId)).toMatchObject({ openings: 9, publishedAt: new Date("2026-10-01T02:00:00Z"), confirmedAt: services.clock.now() });
  });
});

describe("a stale post dies by itself", () => {
  it("past its day, or unconfirmed for the days of the policy number, and the index hears of it; others live on", async () => {
    const [fresh, silent, past] = await Promise.all([published(), published(), published()]);
    const imported = await make.post({ source: "factory" });
    await services.pool.query("UPDATE post SET confirmedAt = '2026-10-24 15:00:00', publishedAt = '2026-10-01 02:00:00' WHERE id = ?", [silent.postId]);
    await services.pool.query("UPDATE post SET confirmedAt = '2026-10-25 15:00:00' WHERE id = ?", [fresh.postId]);
    await services.pool.query("UPDATE post SET validFrom = '2026-10-01', validUntil = '2026-11-24' WHERE id = ?", [past.postId]);
    await services.pool.query("UPDATE post SET publishedAt = '2026-09-01 00:00:00' WHERE id = ?", [imported]);
    await services.db.outboxEvent.deleteMany({});
    const kept = await keepHouse(services, 2);
    expect(kept).toMatchObject({ expiredPosts: 1, stalePosts: 1 });
    expect(await Promise.all([fresh.postId, silent.postId, past.postId, imported].map(async (id) => (await post(id)).status))).toEqual(["PUBLISHED", "EXPIRED", "EXPIRED", "PUBLISHED"]);
    expect((await services.db.outboxEvent.findMany({ where: { event: "post.changed" } })).map((one) => one.subjectId).sort()).toEqual([silent.postId, past.postId].sort());
    expect(await keepHouse(services, 2)).toMatchObject({ expiredPosts: 0, stalePosts: 0 });
  });
});

describe("a table of posts", () => {
  const header = ["岗位名称", "市", "区县", "招聘人数", "工资", "工作内容", "福利", "有效期至"];
  const good = (title: string) => [title, "吕梁市", "临县", "3", "6000-8000元/月", "按图纸焊接钢结构件，白班，每月15日发工资。", "五险、包吃住", "2027-01-20"];
  const upload = async (employerId: string, bytes: Uint8Array) => uploadPosts(services, employerActor(employerId), { bytes });

  it("is reported row by row: what is in order is published, every other row says why", async () => {
    const employerId = await make.employer();
    const sheet = await templateWorkbook("岗位", header, [
      good("电焊工甲"), good("高薪电焊工"), [...good("电焊工乙").slice(0, 4), "1000元/月", ...good("").slice(5)], [...good("电焊工丙").slice(0, 7), ""], ["电焊工丁", "火星市", "", ...good("").slice(3)], good("电焊工甲"), good("𠮷师傅🍜"),
    ]);
    const result = await upload(employerId, new Uint8Array(sheet));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.report.rows.map((row) => [row.line, row.outcome, ...row.problems.map((one) => one.code), ...row.unread.map((code) => code.replace(/^place-.*/, "place"))])).toEqual([
      [2, "published"], [3, "refused", "unlawful-hype"], [4, "refused", "wage-below-minimum"], [5, "refused", "validity-missing"], [6, "refused", "place"], [7, "duplicate", "post-duplicate"], [8, "published"],
    ]);
    expect(result.value.report).toMatchObject({ published: 2, duplicate: 1, refused: 4, cutAt: null });
    expect((await services.db.post.findMany({ where: { employerId }, orderBy: { id: "asc" } })).map((one) => [one.title, one.countyCode, one.status, one.source])).toEqual([
      ["电焊工甲", "141124", "PUBLISHED", "platform"], ["𠮷师傅🍜", "141124", "PUBLISHED", "platform"],
    ]);
    const again = await upload(employerId, new Uint8Array(sheet));
    expect(again).toMatchObject({ ok: true, value: { report: { published: 0, duplicate: 3, refused: 4 } } });
    expect(await posts(employerId)).toBe(2);
  });

  it("with another employer's name in it still makes posts of the one who sent it", async () => {
    const employerId = await make.employer();
    const sheet = await templateWorkbook("岗位", [...header, "单位名称"], [[...good("电焊工戊"), "别人的公司"]]);
    expect(await upload(employerId, new Uint8Array(sheet))).toMatchObject({ ok: true, value: { report: { published: 1 } } });
    expect(await posts(employerId)).toBe(1);
  });

  it.each([
    ["nothing", new Uint8Array(), "bytes file-needed"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), null],
    ["a program", new TextEncoder().encode("MZ\u0090\u0000\u0003"), null],
    ["a table without the needed columns", new TextEncoder().encode("岗位名称,工资\n电焊工,6000元/月\n"), "file upload-columns-missing"],
    ["a broken workbook", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4, 5, 6, 7, 8]), null],
  ])("that is %s is refused, and nothing is stored", async (_what, bytes, problem) => {
    const employerId = await make.employer();
    const result = await upload(employerId, bytes);
    expect(result.ok).toBe(false);
    if (problem) expect(codes(result)).toEqual([problem]);
    else expect(codes(result)[0]).toMatch(/^file upload-/);
    expect(await posts(employerId)).toBe(0);
  });

  it("publishes nothing of the example that was left in it, and says so of that row alone", async () => {
    const employerId = await make.employer();
    const result = await upload(employerId, new Uint8Array(await templateWorkbook("岗位", header, [good(`${EXAMPLE_MARK}电焊工`), good("仓库保管员")])));
    expect(result.ok && result.value.report.rows.map((row) => [row.outcome, ...row.problems.map((one) => one.code)])).toEqual([["refused", "row-is-example"], ["published"]]);
    expect(await posts(employerId)).toBe(1);
  });

  it("offered for download reads back as the upload wants it", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await templateWorkbook("岗位", header, [good("电焊工")])) as unknown as ArrayBuffer);
    expect((workbook.worksheets[0]!.getRow(1).values as string[]).slice(1)).toEqual(header);
    expect(workbook.worksheets[0]!.rowCount).toBe(2);
  });
});
