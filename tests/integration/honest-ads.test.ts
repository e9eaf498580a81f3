import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBureauFlags } from "#app/data/read-models/bureau-flags.server.ts";
import { readHonesty } from "#app/data/read-models/post-honesty.server.ts";
import { addUpViews, countView } from "#app/data/post-views.server.ts";
import { must } from "#app/domain/result.ts";
import { type Actor, guestActor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { recordPlacementEvent, reversePlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { reportPay } from "#app/usecases/placements/report-pay.server.ts";
import { closeFlag } from "#app/usecases/posts/close-flag.server.ts";
import { raiseAlarms } from "#app/usecases/posts/raise-alarms.server.ts";
import { decideReport } from "#app/usecases/reports/decide-report.server.ts";
import { reportPost } from "#app/usecases/reports/report-post.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));
const today = "2026-11-24";

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock(`${today}T02:00:00Z`) });
  await loadReference(services);
  make = createFactory(services, 61);
});
afterAll(() => services.close());

async function hire(employerId: string, postId: string) {
  const person = await make.person({ homeCountyCode: "141124", age: 40, wish: { occupationCodes: ["6-18-02-04"] } });
  const seeker = as("SEEKER", { personId: person.id });
  const { placementId } = must(await acceptPost(services, seeker, { postId }));
  const arrived = await recordPlacementEvent(services, as("EMPLOYER", { employerId }), { placementId, kind: "ON_THE_JOB", happenedOn: today });
  if (!arrived.ok) throw new Error(JSON.stringify(arrived.problems));
  return { seeker, placementId, eventId: arrived.value.eventId };
}
const partOf = async (postId: string, key: string) => (await readHonesty(services, postId))!.parts.find((part) => part.key === key)!;

describe("the honest-ad score", () => {
  it("tells from the ledger who arrived, and forgets an arrival that was taken back", async () => {
    const employerId = await make.employer();
    const postId = await make.post({ employerId, openings: 2 });
    expect(await partOf(postId, "hires")).toMatchObject({ known: false });
    const { placementId, eventId } = await hire(employerId, postId);
    expect(await partOf(postId, "hires")).toMatchObject({ known: true, facts: { openings: 2, filled: 1, arrived: 1, atEmployer: 1 } });
    await reversePlacementEvent(services, as("OFFICER", { regionCode: "141124" }), { placementId, eventId, reason: "电话核查：未到岗" });
    expect((await partOf(postId, "hires")).facts).toMatchObject({ arrived: 0, atEmployer: 0 });
  });

  it("compares what hires were paid with what was advertised, from three on, each person once", async () => {
    const employerId = await make.employer();
    const postId = await make.post({ employerId, openings: 5, wageMinFen: 600_000, wageMaxFen: 800_000 });
    const hires = [await hire(employerId, postId), await hire(employerId, postId), await hire(employerId, postId)];
    for (const [at, { seeker, placementId }] of hires.slice(0, 2).entries()) await reportPay(services, seeker, { placementId, month: "2026-11", monthlyYuan: at === 0 ? "6000" : "4000" });
    expect(await partOf(postId, "pay")).toMatchObject({ known: false, facts: { reports: 2 } });
    const { seeker, placementId } = hires[2]!;
    await reportPay(services, seeker, { placementId, month: "2026-11", monthlyYuan: "100" });
    await reportPay(services, seeker, { placementId, month: "2026-11", monthlyYuan: "6500" });
    expect(await partOf(postId, "pay")).toMatchObject({ known: true, facts: { kept: 2, reports: 3 } });
    expect(JSON.stringify(await readHonesty(services, postId))).not.toMatch(/650000|400000/);
  });

  it("a month before arrival or to come, a stranger's placement and a wrong number are not taken", async () => {
    const employerId = await make.employer();
    const { seeker, placementId } = await hire(employerId, await make.post({ employerId }));
    expect(codes(await reportPay(services, seeker, { placementId, month: "2026-10", monthlyYuan: "6000" }))).toEqual(["month-not-worked"]);
    expect(codes(await reportPay(services, seeker, { placementId, month: "2026-12", monthlyYuan: "6000" }))).toEqual(["month-not-worked"]);
    expect(codes(await reportPay(services, seeker, { placementId, month: "'--", monthlyYuan: "abc" }))).toEqual(["month-form", "number-needed"]);
    expect(codes(await reportPay(services, as("SEEKER", { personId: (await make.person()).id }), { placementId, month: "2026-11", monthlyYuan: "6000" }))).toEqual(["not-found"]);
    expect(await services.db.payReport.count({ where: { placementId } })).toBe(0);
  });

  it("counts one visitor who reports a post for several reasons on a day once", async () => {
    const postId = await make.post({ countyCode: "141124", regionCode: "141124" });
    for (const reason of ["FEE", "NOT_HIRING"] as const) await reportPost(services, guestActor("test"), { postId, reason, visitorKey: "c".repeat(43) });
    expect(await partOf(postId, "reports")).toMatchObject({ points: 10, facts: { open: 1, upheld: 0 } });
  });

  it("counts what visitors report until the bureau finds it untrue, and what it upholds heavily", async () => {
    const postId = await make.post({ countyCode: "141124", regionCode: "141124" });
    const guest = guestActor("test");
    const visitor = (mark: string) => mark.repeat(43);
    const officer = as("OFFICER", { regionCode: "141124" });
    const decide = async (reason: "FEE" | "NOT_HIRING", decision: "UPHELD" | "DISMISSED") => {
      const { id } = await services.db.postReport.findFirstOrThrow({ where: { postId, reason } });
      expect(codes(await decideReport(services, officer, { reportId: id, decision }))).toEqual([]);
    };
    expect(await partOf(postId, "reports")).toMatchObject({ points: 15, facts: { open: 0, upheld: 0 } });
    for (let n = 0; n < 2; n += 1) await reportPost(services, guest, { postId, reason: "FEE", visitorKey: visitor("a") });
    expect(await partOf(postId, "reports")).toMatchObject({ points: 10, facts: { open: 1, upheld: 0 } });
    await reportPost(services, guest, { postId, reason: "NOT_HIRING", visitorKey: visitor("b") });
    expect(await partOf(postId, "reports")).toMatchObject({ points: 5, facts: { open: 2, upheld: 0 } });
    await decide("NOT_HIRING", "DISMISSED");
    expect(await partOf(postId, "reports")).toMatchObject({ points: 10, facts: { open: 1, upheld: 0 } });
    await decide("FEE", "UPHELD");
    expect(await partOf(postId, "reports")).toMatchObject({ points: 0, facts: { open: 0, upheld: 1 } });
    await services.db.postReport.updateMany({ where: { postId }, data: { recordedAt: new Date("2025-11-23T00:00:00Z") } });
    expect(await partOf(postId, "reports")).toMatchObject({ points: 15, facts: { open: 0, upheld: 0 } });
  });

  it("says when the bureau's look is overdue, and knows no post that isn't there", async () => {
    const postId = await make.post({ employerId: await make.employer({ reverifyBy: "2026-11-23" }) });
    expect((await partOf(postId, "employer")).facts).toEqual({ state: "overdue" });
    expect(await readHonesty(services, "01K00000000000000000000000")).toBeNull();
  });
});

describe("looks at a post", () => {
  it("are added up, those at a post that is gone left out", async () => {
    const postId = await make.post();
    for (let n = 0; n < 7; n += 1) countView(services, postId);
    countView(services, "01K00000000000000000000000");
    await services.redis.ping();
    expect(await addUpViews(services)).toBe(2);
    countView(services, postId);
    await services.redis.ping();
    await addUpViews(services);
    expect(await addUpViews(services)).toBe(0);
    expect((await services.db.postView.findMany({ where: { postId } })).map((one) => one.views)).toEqual([8]);
  });
});

describe("many ads and views without an arrival", () => {
  async function advertiser(regionCode: string, views: number) {
    const employerId = await make.employer({ regionCode });
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await make.post({ employerId, publishedAt: "2026-09-01 02:00:00.000" }));
    await services.db.postView.createMany({ data: ids.map((postId) => ({ postId, views: views / 5, updatedAt: services.clock.now() })) });
    return { employerId, postId: ids[0]! };
  }

  it("raise one alarm a month with the bureau of the employer, and none where somebody arrived", async () => {
    const [suspect, busy, unseen] = [await advertiser("141124", 500), await advertiser("141124", 900), await advertiser("141124", 495)];
    await hire(busy.employerId, busy.postId);
    expect(await raiseAlarms(services)).toBe(1);
    expect(await raiseAlarms(services)).toBe(0);
    const seen = await readBureauFlags(services, as("OFFICER", { regionCode: "141100" }));
    expect(seen.map((flag) => [flag.kind, flag.employer.id, flag.facts])).toEqual([["NO_HIRE", suspect.employerId, { ads: 5, views: 500, firstAdOn: "2026-09-01" }]]);
    expect(seen.map((flag) => flag.employer.id)).not.toContain(unseen.employerId);
    expect(await readBureauFlags(services, as("OFFICER", { regionCode: "140200" }))).toEqual([]);
    const flagId = seen[0]!.id;
    expect(codes(await closeFlag(services, as("OFFICER", { regionCode: "140200" }), { flagId, note: "已约谈" }))).toEqual(["not-found"]);
    expect(codes(await closeFlag(services, as("OFFICER", { regionCode: "141124" }), { flagId, note: " " }))).toEqual(["reason-required"]);
    expect(codes(await closeFlag(services, as("OFFICER", { regionCode: "141124" }), { flagId, note: "已约谈" }))).toEqual([]);
    expect(codes(await closeFlag(services, as("OFFICER", { regionCode: "141124" }), { flagId, note: "已约谈" }))).toEqual(["flag-closed"]);
    expect(await readBureauFlags(services, as("OFFICER", { regionCode: "141100" }))).toEqual([]);
  });
});
