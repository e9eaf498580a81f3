import fc from "fast-check";
import jsQR from "jsqr";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkSignedText, readPrintedAddress, readPublishedKeys, readRevocationList } from "#app/data/read-models/certificate-check.server.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { qrOf } from "#app/ui/qr.server.ts";
import { approveIssuer } from "#app/usecases/certificates/approve-issuer.server.ts";
import { issueCertificate } from "#app/usecases/certificates/issue-certificate.server.ts";
import { revokeCertificate } from "#app/usecases/certificates/revoke-certificate.server.ts";
import { suspendIssuer } from "#app/usecases/certificates/suspend-issuer.server.ts";
import { decideCertificate } from "#app/usecases/profile/decide-certificate.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
let personId: string;
let issuerId: string;
const officer = (regionCode: string): Actor => ({ userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const county = officer("141124");
const far = officer("140200");
const told = (evidenceRef: string, more: object = {}) => ({ personId, issuerId, kind: "SKILL_LEVEL", level: "INTERMEDIATE", occupationCode: "6-18-02-04", passedOn: "2026-10-01", evidenceRef, ...more });
const scope = { name: "临县技能评价中心", regionCode: "141124", document: "吕人社〔2026〕1号", kinds: "SKILL_LEVEL,TRAINING", occupationPrefixes: "6-18", validFrom: "2026-01-01", validTo: "2027-01-01" };
const addressOf = async (id: string) => (await readPrintedAddress(services, "https://jgt.example", personId, id))!;

async function issue(ref: string, more: object = {}): Promise<string> {
  return must(await issueCertificate(services, county, told(ref, more))).certificateId;
}

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-10-20T02:00:00Z") });
  await loadReference(services);
  make = createFactory(services, 11);
  personId = (await make.person({ homeCountyCode: "141124", age: 33 })).id;
  const approved = await approveIssuer(services, county, scope);
  if (!approved.ok) throw new Error(JSON.stringify(approved.problems));
  issuerId = approved.value.issuerId;
});
afterAll(() => services.close());

describe("a certificate issued here", () => {
  it("is one for each piece of evidence, however many ask at once", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => issue("assessment-1")));
    expect(new Set(ids).size).toBe(1);
    expect(await services.db.certificate.count({ where: { personId } })).toBe(1);
  });

  it("is verified from a printed and scanned code with nothing but the published key", async () => {
    const address = await addressOf(await issue("assessment-2"));
    const { size, path } = qrOf(address);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="700" viewBox="-4 -4 ${size + 8} ${size + 8}"><rect x="-4" y="-4" width="200" height="200" fill="#fff"/><path d="${path}"/></svg>`;
    const { data, info } = await sharp(Buffer.from(svg)).rotate(2, { background: "#fff" }).blur(1.2).jpeg({ quality: 60 }).toBuffer().then((jpeg) => sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true }));
    const scanned = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
    expect(scanned).toBe(address);
    const [form, kid, payload, signature] = scanned!.split("?c=")[1]!.split(".");
    const { keys } = await readPublishedKeys(services);
    const key = await crypto.subtle.importKey("jwk", keys.find((one) => one.kid === kid)!, "Ed25519", false, ["verify"]);
    expect(await crypto.subtle.verify("Ed25519", key, Buffer.from(signature!, "base64url"), Buffer.from(`${form}.${kid}.${payload}`))).toBe(true);
    expect((await checkSignedText(services, scanned!, "")).standing).toBe("valid");
  });

  it("is forged when any one bit of its text is flipped", async () => {
    const text = (await addressOf(await issue("assessment-2"))).split("?c=")[1]!;
    await fc.assert(fc.asyncProperty(fc.nat(text.length - 1), fc.nat(6), async (at, bit) => {
      const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
      expect((await checkSignedText(services, flipped, "")).standing).toBe("forged");
    }), { numRuns: 300 });
  });

  it("tells whether a name is its holder's and holds none", async () => {
    const address = await addressOf(await issue("assessment-2"));
    const { nameEnc } = await services.db.person.findUniqueOrThrow({ where: { id: personId } });
    const name = services.crypto.decrypt("person.name", nameEnc);
    expect((await checkSignedText(services, address, name)).nameFits).toBe(true);
    expect((await checkSignedText(services, address, `${name}某`)).nameFits).toBe(false);
    expect(Buffer.from(address.split("?c=")[1]!.split(".")[2]!, "base64url").toString()).not.toContain(name);
  });

  it("is expired from the day its time is over", async () => {
    const address = await addressOf(await issue("assessment-3", { expiresOn: "2026-10-20" }));
    expect((await checkSignedText(services, address, "")).standing).toBe("expired");
  });

  it("is revoked once, with a reason, by its own region, and stands on the list; it is not decided anew", async () => {
    const certificateId = await issue("assessment-4");
    expect(await decideCertificate(services, county, { certificateId, decision: "REFUSED", reason: "x" })).toMatchObject({ problems: [{ code: "certificate-issued-here" }] });
    expect(await revokeCertificate(services, far, { certificateId, reason: "替考" })).toMatchObject({ problems: [{ code: "not-found" }] });
    expect(await revokeCertificate(services, county, { certificateId, reason: " " })).toMatchObject({ problems: [{ code: "reason-required" }] });
    expect((await revokeCertificate(services, county, { certificateId, reason: "替考" })).ok).toBe(true);
    expect(await revokeCertificate(services, county, { certificateId, reason: "替考" })).toMatchObject({ problems: [{ code: "certificate-decided" }] });
    expect((await checkSignedText(services, await addressOf(certificateId), "")).standing).toBe("revoked");
    expect((await readRevocationList(services)).revoked).toEqual([certificateId]);
    expect(await services.db.certificate.findUnique({ where: { id: certificateId } })).toMatchObject({ verification: "REVOKED", verifiedAt: null });
  });
});

describe("a certificate that breaks a rule", () => {
  it.each([
    [{ passedOn: "2026-10-21" }, "issued-later"], [{ expiresOn: "2026-10-01" }, "expires-before-issued"], [{ kind: "TRAINING" }, "level-without-grades"], [{ level: undefined }, "level-needed"],
    [{ passedOn: "2025-12-31" }, "issuer-dates"], [{ kind: "QUALIFICATION" }, "issuer-kind"], [{ occupationCode: "4-10-01-01" }, "issuer-occupation"], [{ occupationCode: "9-99" }, "occupation-unknown"],
  ])("%j is refused by name (%s), and nothing is written", async (more, code) => {
    const before = await services.db.certificate.count();
    const result = await issueCertificate(services, county, told(`wrong-${code}`, more));
    expect(result.ok ? [] : result.problems.map((one) => one.code)).toContain(code);
    expect([await services.db.certificate.count(), await services.db.issuedCertificate.count({ where: { evidenceRef: `wrong-${code}` } })]).toEqual([before, 0]);
  });

  it("is refused outside the region of officer and issuer, and after the issuer was suspended", async () => {
    expect(await issueCertificate(services, far, told("far"))).toMatchObject({ problems: [{ code: "not-found" }] });
    expect(await suspendIssuer(services, far, { issuerId, reason: "x" })).toMatchObject({ problems: [{ code: "not-found" }] });
    expect(await approveIssuer(services, county, scope)).toMatchObject({ problems: [{ code: "issuer-known" }] });
    expect((await suspendIssuer(services, county, { issuerId, reason: "考核不严" })).ok).toBe(true);
    expect(await issueCertificate(services, county, told("late"))).toMatchObject({ problems: [{ code: "issuer-suspended" }] });
  });
});
