import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RowDataPacket } from "mysql2/promise";
import { readBureauReports } from "#app/data/read-models/bureau-reports.server.ts";
import { type Actor, guestActor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { decideReport } from "#app/usecases/reports/decide-report.server.ts";
import { reportPost } from "#app/usecases/reports/report-post.server.ts";
import { createFactory, type Factory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

let services: TestServices;
let factory: Factory;
const guest = guestActor("test");
const officer = (regionCode: string): Actor => ({ userId: "01K00000000000000000000001", role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const key = (mark: string) => mark.repeat(43).slice(0, 43);
const stored = async () => (await services.pool.query<RowDataPacket[]>("SELECT * FROM post_report ORDER BY id"))[0];
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((problem) => problem.code));

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-23T02:00:00Z") });
  factory = createFactory(services, 4);
});
afterAll(() => services?.close());

describe("reporting a post", () => {
  it("is taken once for a problem, a post and a visitor", async () => {
    const postId = await factory.post();
    for (let n = 0; n < 3; n += 1) expect((await reportPost(services, guest, { postId, reason: "FEE", visitorKey: key("a") })).ok).toBe(true);
    await reportPost(services, guest, { postId, reason: "FAKE", visitorKey: key("a") });
    await reportPost(services, guest, { postId, reason: "FEE", visitorKey: key("b") });
    expect((await stored()).filter((row) => row.postId === postId).map((row) => [row.reason, row.reporterKey[0]]).sort()).toEqual([["FAKE", "a"], ["FEE", "a"], ["FEE", "b"]]);
  });

  it("keeps what was written, to the last rare character, and nobody's name", async () => {
    const postId = await factory.post();
    const detail = "老板𠮷、㛃说😀要押金\n<script>alert(1)</script> ' OR 1=1 --";
    await reportPost(services, guest, { postId, reason: "OTHER", detail, visitorKey: key("c") });
    const row = (await stored()).find((one) => one.postId === postId)!;
    expect(row.detail).toBe(detail);
    expect(Object.keys(row).filter((name) => /user|person|phone|address|^ip$/i.test(name))).toEqual([]);
  });

  it("in a form that nobody of ours sent is refused and leaves nothing", async () => {
    const postId = await factory.post();
    const draft = await factory.post({ status: "DRAFT" });
    const before = (await stored()).length;
    const good = { postId, reason: "FEE", visitorKey: key("d") };
    expect(codes(await reportPost(services, guest, { ...good, reason: "SQL'; DROP TABLE post" }))).toEqual(["report-reason"]);
    expect(codes(await reportPost(services, guest, { ...good, reason: undefined }))).toEqual(["report-reason"]);
    expect(codes(await reportPost(services, guest, { ...good, detail: "长".repeat(501) }))).toEqual(["too-long"]);
    expect(codes(await reportPost(services, guest, { ...good, detail: "x".repeat(10 * 1_024 * 1_024) }))).toEqual(["too-long"]);
    for (const forged of ["x", "01K00000000000000000000000", draft, "' OR ''='"]) expect(codes(await reportPost(services, guest, { ...good, postId: forged }))).toEqual(["not-found"]);
    expect((await stored()).length).toBe(before);
  });
});

describe("the bureau", () => {
  it("sees the reports of its region only, and decides each once", async () => {
    const [linxian, xiaodian] = [await factory.post({ countyCode: "141124", regionCode: "141124" }), await factory.post({ countyCode: "140105", regionCode: "140105" })];
    for (const postId of [linxian, xiaodian]) await reportPost(services, guest, { postId, reason: "NOT_HIRING", visitorKey: key("e") });
    const seen = async (region: string) => (await readBureauReports(services, officer(region), { status: "OPEN", page: 1 })).reports.map((one) => one.postId);
    expect(await seen("140105")).toEqual([xiaodian]);
    expect(await seen("141124")).toContain(linxian);
    expect(await seen("141124")).not.toContain(xiaodian);
    expect(await seen("140000")).toEqual(expect.arrayContaining([linxian, xiaodian]));

    const report = (await stored()).find((row) => row.postId === xiaodian)!;
    expect(codes(await decideReport(services, officer("141124"), { reportId: report.id, decision: "UPHELD" }))).toEqual(["not-found"]);
    expect((await decideReport(services, officer("140100"), { reportId: report.id, decision: "UPHELD" })).ok).toBe(true);
    expect(codes(await decideReport(services, officer("140100"), { reportId: report.id, decision: "DISMISSED" }))).toEqual(["report-decided"]);
    expect(codes(await decideReport(services, guest, { reportId: report.id, decision: "DISMISSED" }))).toEqual(["forbidden"]);
    expect((await stored()).find((row) => row.id === report.id)!.status).toBe("UPHELD");
  });
});
