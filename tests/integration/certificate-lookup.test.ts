import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBureauCertificate } from "#app/data/read-models/bureau-certificates.server.ts";
import { must } from "#app/domain/result.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { lookUpCertificates } from "#app/usecases/certificates/look-up-certificates.server.ts";
import { IMPORTED_AT_ONCE, retryLookUps } from "#app/usecases/certificates/retry-look-ups.server.ts";
import { MOST_TRIES } from "#app/domain/certificate/lookup.ts";
import type { Actor } from "#app/platform/actor.ts";
import { type CertificateVerifier, httpVerifier, localVerifier, noVerifier } from "#app/platform/certificate-verifier.server.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { evidenceFor } from "#app/usecases/brands/apply-to-brand.server.ts";
import { countCertified } from "#app/data/certificates/certified.server.ts";
import { readCertificates } from "#app/data/read-models/my-profile.server.ts";
import { addCertificate } from "#app/usecases/profile/add-certificate.server.ts";
import { decideCertificate } from "#app/usecases/profile/decide-certificate.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const clock = fixedClock("2026-10-20T02:00:00Z");
const officer: Actor = { userId: null, role: "OFFICER", regionCode: "141124", personId: null, employerId: null, purpose: "test" };
const told = { kind: "SKILL_LEVEL", occupationCode: "6-18-02-04", level: "INTERMEDIATE", issuer: "山西省技能鉴定中心", issuedOn: "2020-05-01" };

let services: TestServices;
let personId: string;
let numbers = 0;
const seeker = (): Actor => ({ ...officer, role: "SEEKER", regionCode: null, personId });
const add = (more: object = {}) => addCertificate(services, seeker(), { ...told, number: `L${(numbers += 1)}1`, ...more });
async function added(more: object = {}): Promise<string> {
  return must(await add(more)).certificateId;
}
const lookUp = (certificates: CertificateVerifier, ...ids: string[]) => lookUpCertificates({ ...services, certificates }, ids);
const lookupOf = (certificateId: string) => services.db.certificateLookup.findUniqueOrThrow({ where: { certificateId } });

beforeAll(async () => {
  services = await openTestServices({ clock });
  await loadReference(services);
  personId = (await createFactory(services, 17).person({ homeCountyCode: "141124", age: 40 })).id;
});
afterAll(() => services?.close());

describe("a certificate that a person told", () => {
  it("is asked about once, through the outbox, and the officer sees the answer beside it", async () => {
    const id = await added({ number: "X8" });
    expect(await services.db.outboxEvent.count({ where: { event: "certificate.told", subjectId: id } })).toBe(1);
    expect((await readBureauCertificate(services, officer, id))!.lookup).toMatchObject({ state: "WAITING" });
    await Promise.all([lookUp(localVerifier, id), lookUp(localVerifier, id)]);
    await lookUp({ name: "other", lookUp: async () => ({ state: "FOUND" }) }, id);
    expect(await lookupOf(id)).toMatchObject({ state: "MISMATCHED", differs: "holder", tries: 1, verifier: "local", againAt: null });
    expect((await readBureauCertificate(services, officer, id))!.lookup).toMatchObject({ state: "MISMATCHED", differs: ["holder"] });
  });

  it.each([["A1", "FOUND"], ["A7", "NOT_FOUND"], ["A9", "MISMATCHED"], ["A0", "UNREACHED"]])("numbered %s is %s in the made-up register; what a person told stays unverified", async (number, state) => {
    const id = await added({ number });
    await lookUp(localVerifier, id);
    expect((await lookupOf(id)).state).toBe(state);
    expect((await services.db.certificate.findUniqueOrThrow({ where: { id } })).verification).toBe("UNVERIFIED");
  });

  it("is asked about again, later each time, while the register is away, and at last no more", async () => {
    const id = await added({ number: "B0" });
    const waits: number[] = [];
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      await lookUp(localVerifier, id);
      const { againAt, tries: counted } = await lookupOf(id);
      expect(counted).toBe(tries);
      await lookUp(localVerifier, id);
      expect((await lookupOf(id)).tries).toBe(tries);
      if (againAt === null) break;
      waits.push((againAt.getTime() - clock.now().getTime()) / 3_600_000);
      clock.set(againAt.toISOString());
      expect(await retryLookUps({ ...services, certificates: localVerifier })).toBeGreaterThan(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16]);
    clock.set("2026-11-20T02:00:00Z");
    await lookUp({ name: "late", lookUp: async () => ({ state: "FOUND" }) }, id);
    expect((await lookupOf(id)).state).toBe("UNREACHED");
  });

  it("is the officer's to decide: an answer that comes later changes nothing", async () => {
    const id = await added();
    expect((await decideCertificate(services, officer, { certificateId: id, decision: "VERIFIED" })).ok).toBe(true);
    await lookUp({ name: "late", lookUp: async () => ({ state: "NOT_FOUND" }) }, id);
    expect([(await lookupOf(id)).state, (await services.db.certificate.findUniqueOrThrow({ where: { id } })).verification]).toEqual(["WAITING", "VERIFIED"]);
  });

  it("that came with a roster is asked about by the hour, the oldest first and no more at once than the bound; not where no register is connected", async () => {
    const make = createFactory(services, 19);
    const holder = (await make.person({ homeCountyCode: "141124" })).id;
    await services.db.certificateLookup.updateMany({ where: { state: "WAITING" }, data: { recordedAt: clock.now() } });
    await services.db.certificateLookup.updateMany({ where: { state: "UNREACHED" }, data: { againAt: null } });
    const old = new Date(clock.now().getTime() - 86_400_000);
    const ids = Array.from({ length: IMPORTED_AT_ONCE + 3 }, () => services.newId());
    const { issuedOn, ...columns } = told;
    await services.db.certificate.createMany({ data: ids.map((id, nr) => ({ id, personId: holder, ...columns, kind: "SKILL_LEVEL" as const, level: "INTERMEDIATE" as const, number: `R${nr}1`, issuedOn: new Date(issuedOn), recordedAt: old })) });
    await services.db.certificateLookup.createMany({ data: ids.map((certificateId, nr) => ({ certificateId, personId: holder, recordedAt: new Date(old.getTime() + nr) })) });
    await services.db.outboxEvent.deleteMany({});
    expect(await retryLookUps({ ...services, certificates: noVerifier })).toBe(0);
    expect(await retryLookUps({ ...services, certificates: localVerifier })).toBe(IMPORTED_AT_ONCE);
    const asked = (await services.db.outboxEvent.findMany({ where: { event: "certificate.told" }, select: { subjectId: true } })).map((one) => one.subjectId);
    expect(new Set(asked)).toEqual(new Set(ids.slice(0, IMPORTED_AT_ONCE)));
    await lookUp(localVerifier, ids[0]!);
    expect((await lookupOf(ids[0]!)).state).not.toBe("WAITING");
    await services.db.certificate.deleteMany({ where: { personId: holder } });
  });

  it("whose last day has gone by is kept and told as expired, and is no valid certificate of anybody: not counted, not matched, no evidence for a brand", async () => {
    const id = await added({ expiresOn: "2024-05-01" });
    expect((await decideCertificate(services, officer, { certificateId: id, decision: "VERIFIED" })).ok).toBe(true);
    expect((await readCertificates(services, personId)).find((one) => one.id === id)).toMatchObject({ expired: true, verification: "VERIFIED" });
    const good = await added();
    await decideCertificate(services, officer, { certificateId: good, decision: "VERIFIED" });
    expect((await readCertificates(services, personId)).find((one) => one.id === good)!.expired).toBe(false);
    expect((await evidenceFor(services.db, personId, [told.occupationCode], "2026-10-20")).certificateId).not.toBe(id);
    const lone = (await createFactory(services, 23).person({ homeCountyCode: "141182", age: 40, categories: ["POVERTY_LIFTED"] })).id;
    await services.db.certificate.update({ where: { id }, data: { personId: lone } });
    const counted = async (day: string) => (await countCertified(services, { homePrefix: "141182", day, workingAge: 16 }))[0]?.certified;
    expect(await counted("2026-12-01")).toBe(0);
    expect((await evidenceFor(services.db, lone, [told.occupationCode], "2026-10-20")).certificateId).toBeNull();
    expect((await evidenceFor(services.db, lone, [told.occupationCode], "2024-04-30")).certificateId).toBe(id);
  });

  it("waits untouched where no register is connected", async () => {
    const id = await added();
    await lookUp(noVerifier, id);
    expect(await lookupOf(id)).toMatchObject({ state: "WAITING", tries: 0, askedAt: null });
  });

  it.each([
    [{ kind: "TRAINING" }, "level-without-grades"], [{ level: "" }, "level-needed"], [{ issuedOn: "2099-01-01" }, "issued-later"], [{ expiresOn: "2020-05-01" }, "expires-before-issued"],
    [{ issuer: "临县评价一所", issuedOn: "2025-12-31" }, "issuer-dates"], [{ issuer: "临县评价一所", issuedOn: "2026-02-01", kind: "SPECIAL_ABILITY", level: "" }, "issuer-kind"], [{ issuer: "临县评价一所", issuedOn: "2026-02-01", occupationCode: "4-10-01-01" }, "issuer-occupation"],
  ])("%j is refused by name (%s), and nothing is kept or asked", async (more, code) => {
    await approveIssuer(services, officer, { name: "临县评价一所", regionCode: "141124", document: "1 号", kinds: ["SKILL_LEVEL"], occupationPrefixes: "6-18", validFrom: "2026-01-01" });
    const counts = () => Promise.all([services.db.certificate.count(), services.db.certificateLookup.count(), services.db.outboxEvent.count()]);
    const before = await counts();
    const result = await add(more);
    expect(result.ok ? [] : result.problems.map((one) => one.code)).toContain(code);
    expect(await counts()).toEqual(before);
  });
});

describe("a register behind HTTP", () => {
  let server: Server;
  let answer: (send: (status: number, body: string) => void) => void = () => undefined;
  let asked = "";
  const question = { number: "N1", issuer: "某中心", kind: "TRAINING", level: null, issuedOn: "2024-01-01", holderName: "张三" };
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.on("data", (part: Buffer) => (asked += part.toString()));
      request.on("end", () => answer((status, body) => response.writeHead(status, { "content-type": "application/json" }).end(body)));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const ask = async (of: typeof answer, ms = 2_000) => {
    answer = of;
    const register = httpVerifier(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ms);
    const id = await added();
    await lookUp(register, id);
    return lookupOf(id);
  };

  it("is sent the certificate and its answer is taken", async () => {
    asked = "";
    expect(await ask((send) => send(200, JSON.stringify({ state: "MISMATCHED", differs: ["level", "issuedOn"] })))).toMatchObject({ state: "MISMATCHED", differs: "level,issuedOn" });
    expect(Object.keys(JSON.parse(asked) as object).sort()).toEqual(Object.keys(question).sort());
    expect((await ask((send) => send(200, JSON.stringify({ state: "FOUND" })))).state).toBe("FOUND");
  });

  it.each([[500, "{}"], [200, "not json"], [200, JSON.stringify({ state: "VERIFIED" })], [200, JSON.stringify({ state: "MISMATCHED", differs: [] })]])("answering %s %s is away", async (status, body) => {
    expect((await ask((send) => send(status, body))).state).toBe("UNREACHED");
  });

  it("is away when it is silent past its time", async () => {
    expect((await ask(() => undefined, 150)).state).toBe("UNREACHED");
  });
});
