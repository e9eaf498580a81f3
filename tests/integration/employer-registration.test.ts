import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBureauEmployer } from "#app/data/read-models/bureau-employer.server.ts";
import { readBureauEmployers } from "#app/data/read-models/bureau-employers.server.ts";
import { readEmployerHome } from "#app/data/read-models/employer-pages.server.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { must } from "#app/domain/result.ts";
import { systemActor, type Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { signIn } from "#app/usecases/auth/sign-in.server.ts";
import { decideEmployer } from "#app/usecases/employers/approve-employer.server.ts";
import { registerEmployer } from "#app/usecases/employers/register-employer.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
let seq = 1_000;
const self = systemActor("test");
const officer = (regionCode: string): Actor => ({ userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const form = (changed: Record<string, unknown> = {}) => ({
  name: "临县𠮷祥机械有限公司", creditCode: makeCreditCode("999999", (seq += 1)), kind: "OWN_RECRUITING", licenceNumber: "", regionCode: "141124", contact: "高㛃琴", phone: "13912345678",
  password: "correct horse battery", ...changed,
});
const register = (input: unknown) => registerEmployer(services, self, input);
const codes = (result: { ok: boolean; problems?: { code: string; field?: string }[] }) => (result.ok ? [] : result.problems!.map((one) => `${one.field}: ${one.code}`));
async function registered(changed: Record<string, unknown> = {}) {
  const input = form(changed);
  const done = must(await register(input));
  return { input, ...done };
}

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-24T02:00:00Z") });
  await loadReference(services);
  make = createFactory(services, 41);
});
afterAll(() => services.close());

describe("an employer without an account", () => {
  it("registers, waits for the bureau, and signs in with its credit code in any case", async () => {
    const { input, employerId, userId } = await registered();
    const row = await services.db.employer.findUniqueOrThrow({ where: { id: employerId } });
    expect(row).toMatchObject({ name: input.name, status: "PENDING", verifiedAt: null, regionCode: "141124", madeUp: false });
    expect([row.phoneEnc, row.contactEnc].join(" ")).not.toMatch(/13912345678|高/);
    expect(await signIn(services, { username: input.creditCode, password: input.password })).toEqual({ ok: true, value: { userId } });
    expect(await signIn(services, { username: input.creditCode, password: "something else" })).toMatchObject({ ok: false });
    expect(await services.db.outboxEvent.count({ where: { event: "employer.changed", subjectId: employerId } })).toBe(1);
  });

  it("is told so when the same form comes twice, even at once, and nothing is stored twice", async () => {
    const input = form();
    const results = await Promise.all([register(input), register(input), register(input)]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.flatMap(codes)).toEqual(Array(2).fill("creditCode: credit-code-registered"));
    expect(await services.db.employer.count({ where: { creditCode: input.creditCode } })).toBe(1);
    expect(await services.db.user.count({ where: { username: input.creditCode.toLowerCase() } })).toBe(1);
  });

  it("takes over a record known from postings only, with its posts", async () => {
    const creditCode = makeCreditCode("999999", 900_001);
    const employerId = await make.employer({ creditCode, status: "PENDING", verifiedAt: null, reverifyBy: null, name: "旧名" });
    const postId = await make.post({ employerId });
    const { employerId: own, input } = await registered({ creditCode });
    expect(own).toBe(employerId);
    expect(await services.db.employer.findUniqueOrThrow({ where: { id: own }, include: { posts: true } })).toMatchObject({ name: input.name, posts: [{ id: postId }] });
  });

  it.each([["APPROVED"], ["SUSPENDED"]] as const)("does not take over one that a bureau has looked at (%s)", async (status) => {
    const creditCode = makeCreditCode("999999", status === "APPROVED" ? 900_002 : 900_003);
    const employerId = await make.employer({ creditCode, status });
    expect(codes(await register(form({ creditCode })))).toEqual(["creditCode: credit-code-registered"]);
    expect(await services.db.user.count({ where: { employerId } })).toBe(0);
  });

  it.each([
    [{ name: "'; DROP TABLE employer; -- <script>alert(1)</script> 😀" }, []],
    [{ name: "x".repeat(10_000_000) }, ["name: too-long"]],
    [{ regionCode: "149999" }, ["regionCode: region-needed"]],
    [{ kind: "COMMERCIAL_AGENCY" }, ["licenceNumber: licence-needed"]],
    [{ creditCode: "91350100M000100Y4W" }, ["creditCode: credit-code-checksum"]],
  ])("with bad input is stored as typed or not at all", async (changed: Record<string, string>, problems: string[]) => {
    const before = await services.db.employer.count();
    const result = await register(form(changed));
    expect(codes(result)).toEqual(problems);
    expect(await services.db.employer.count()).toBe(before + (problems.length === 0 ? 1 : 0));
    if (result.ok) expect((await services.db.employer.findUniqueOrThrow({ where: { id: result.value.employerId } })).name).toBe(changed.name);
  });

  it("cannot be registered by somebody signed in, whatever their role", async () => {
    for (const role of ["SEEKER", "EMPLOYER", "OFFICER", "ADMIN"] as const) expect(await registerEmployer(services, { ...self, role }, form())).toMatchObject({ ok: false, problems: [{ code: "forbidden" }] });
  });
});

describe("the bureau", () => {
  it("approves it for six months by the policy number, and both sides see the day", async () => {
    const { employerId } = await registered();
    expect(await decideEmployer(services, officer("141124"), { employerId, decision: "APPROVED" })).toMatchObject({ ok: true });
    expect((await readBureauEmployers(services, officer("141124"), { status: "APPROVED", page: 1 })).employers.find((one) => one.id === employerId)).toMatchObject({ reverifyBy: "2027-05-24", overdue: false });
    expect((await readEmployerHome(services, employerId))?.employer).toMatchObject({ status: "APPROVED", reverifyBy: "2027-05-24", recheck: "fresh" });
  });

  it("follows another number from the day it is in force", async () => {
    const { employerId } = await registered();
    await services.pool.query("UPDATE policy_parameter SET value = '3' WHERE `key` = 'employer.reverify.months'");
    await decideEmployer(services, officer("141124"), { employerId, decision: "APPROVED" });
    await services.pool.query("UPDATE policy_parameter SET value = '6' WHERE `key` = 'employer.reverify.months'");
    expect((await readEmployerHome(services, employerId))?.employer.reverifyBy).toBe("2027-02-24");
  });

  it("suspends with a reason that the employer reads, and not without one", async () => {
    const { employerId } = await registered();
    expect(codes(await decideEmployer(services, officer("141124"), { employerId, decision: "SUSPENDED" }))).toEqual(["reason: reason-required"]);
    await decideEmployer(services, officer("141124"), { employerId, decision: "SUSPENDED", reason: "电话打不通" });
    expect((await readEmployerHome(services, employerId))?.employer).toMatchObject({ status: "SUSPENDED", decisionReason: "电话打不通" });
  });

  it("of another county sees and decides nothing; of the city and the province does; each look is in the audit", async () => {
    const { employerId } = await registered();
    for (const region of ["140222", "140200"]) {
      expect(await readBureauEmployer(services, officer(region), employerId)).toBeNull();
      expect(await decideEmployer(services, officer(region), { employerId, decision: "APPROVED" })).toMatchObject({ problems: [{ code: "not-found" }] });
    }
    for (const region of ["141124", "141100", "140000"]) expect(await readBureauEmployer(services, officer(region), employerId)).toMatchObject({ contact: "高㛃琴", phone: "13912345678" });
    for (const id of ["nonsense", "01K00000000000000000000000", "'--"]) expect(await readBureauEmployer(services, officer("140000"), id)).toBeNull();
    expect(await services.db.auditEntry.count({ where: { action: "see-employer", subjectId: employerId } })).toBe(3);
  });

  it("of the province looks after employers elsewhere", async () => {
    const { employerId } = await registered({ regionCode: "110000" });
    expect((await readBureauEmployers(services, officer("140000"), { status: "PENDING", page: 1 })).employers.map(({ id }) => id)).toContain(employerId);
    expect(await decideEmployer(services, officer("141124"), { employerId, decision: "APPROVED" })).toMatchObject({ ok: false });
    expect(await decideEmployer(services, officer("140000"), { employerId, decision: "APPROVED" })).toMatchObject({ ok: true });
  });
});
