import jsQR from "jsqr";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/platform/actor.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { qrOf } from "#app/ui/qr.server.ts";
import { revokeCertificate } from "#app/usecases/certificates/revoke-certificate.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { issuedTo } from "#tests/factories/issued.ts";
import { openBrowser } from "#tests/setup/browser.ts";
import { accessibilityFaults } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

const county: Actor = { userId: null, role: "OFFICER", regionCode: "141124", personId: null, employerId: null, purpose: "test" };
let browser: Browser;
let deps: Deps;
let certificateId: string;
let name: string;
let paper: Buffer;
let address: string;

/** The code on a picture. */
async function scanned(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** A code as a printer and a phone would give it. */
function photoOf(text: string): Promise<Buffer> {
  const { size, path } = qrOf(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="700" viewBox="-4 -4 ${size + 8} ${size + 8}"><rect x="-4" y="-4" width="200" height="200" fill="#fff"/><path d="${path}"/></svg>`;
  return sharp(Buffer.from(svg)).rotate(2, { background: "#fff" }).blur(1).jpeg({ quality: 70 }).toBuffer();
}

/** One bit of the text, of its signature or of what is signed, the other way round. */
const flipped = (text: string, at: number) => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
const photograph = (visitor: Visitor, picture: Buffer) => visitor.page.setInputFiles("#code-photo", { name: "code.jpg", mimeType: "image/jpeg", buffer: picture });
const verdict = (visitor: Visitor) => visitor.page.locator("[data-check-shown] h2").innerText();

beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
  const make = createFactory(deps, 96);
  const person = await make.person({ homeCountyCode: "141124", age: 38 });
  const user = await make.user({ role: "SEEKER", personId: person.id, username: "holder-96", password: "demo-holder-96" });
  ({ certificateId } = await issuedTo(deps, person.id, { regionCode: "141124", name: "示例技能评价中心九六", passedOn: "2026-10-08" }));
  name = deps.crypto.decrypt("person.name", (await deps.db.person.findUniqueOrThrow({ where: { id: person.id } })).nameEnc);
  const holder = await visit(browser, { as: user.username });
  await holder.go(`/me/profile/certificates/${certificateId}`);
  await holder.page.locator("a[href$='/sheet']").click();
  await holder.page.locator(".certificate").waitFor();
  await holder.page.emulateMedia({ media: "print" });
  paper = await sharp(await holder.page.screenshot({ fullPage: true })).rotate(1.5, { background: "#fff" }).blur(0.6).jpeg({ quality: 70 }).toBuffer();
  expect(await holder.page.locator("body").innerText()).toContain(name);
  await holder.close();
  address = (await scanned(paper)) ?? "";
});
afterAll(() => Promise.all([browser.close(), deps.close()]));

describe("a certificate on paper", () => {
  it("is read back from the printed sheet and found genuine, without signing in and without a script", async () => {
    expect(address).toMatch(/\/certificates\/check\?c=JGT1\./);
    expect(decodeURIComponent(address)).not.toContain(name);
    const guest = await visit(browser, { phone: true });
    await guest.go(new URL(address).pathname + new URL(address).search);
    expect(await verdict(guest)).toBe("有效");
    await guest.close();
  });

  it("is forged once one bit of it is flipped", async () => {
    const guest = await visit(browser, { phone: true });
    const { pathname, search } = new URL(address);
    for (const at of [search.length - 30, search.lastIndexOf(".") - 20]) {
      await guest.go(pathname + flipped(search, at));
      expect(await verdict(guest)).toBe("不是这里发的，或被改动过");
    }
    await guest.close();
  });
});

describe("a phone that keeps the check", () => {
  it("finds a photographed certificate genuine without a network, compares the name, and finds a changed one forged", async () => {
    const phone = await visit(browser, { phone: true, script: true });
    await phone.go("/certificates/check");
    expect(await accessibilityFaults(phone.page)).toEqual([]);
    await phone.page.locator("button[data-keep]").click();
    await phone.page.locator("button[data-keep]:disabled").waitFor();
    await phone.page.waitForFunction("caches.keys().then((names) => names.some((name) => name.startsWith('check-shell-')))");
    await phone.page.context().setOffline(true);
    await phone.go("/certificates/check");
    await phone.page.locator("[data-check-status]", { hasText: /吊销名单是 20\d\d-/ }).waitFor();
    await phone.page.fill("input[name=name]", name);
    await photograph(phone, paper);
    await phone.page.locator("[data-check-shown] h2").waitFor();
    expect(await verdict(phone)).toBe("有效");
    const shown = (await phone.page.locator("[data-check-shown]").innerText()).replace(/\s+/g, " ");
    expect(shown).toContain("姓名对得上");
    expect(shown).toMatch(/电焊|焊工/);
    expect(shown).toContain(`JGT${certificateId}`);
    expect(shown).toContain("2026年10月8日");
    await photograph(phone, await photoOf(flipped(address, address.length - 30)));
    await phone.page.locator("[data-check-shown] h2", { hasText: "不是这里发的" }).waitFor();
    await photograph(phone, await sharp({ create: { width: 300, height: 300, channels: 3, background: "#fff" } }).png().toBuffer());
    await phone.page.locator("[data-check-status]", { hasText: "没找到二维码" }).waitFor();
    await phone.close();
  });

  it("does without Ed25519 in its browser", async () => {
    const phone = await visit(browser, { phone: true, script: true });
    await phone.page.addInitScript("SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))");
    await phone.go("/certificates/check");
    for (const [text, says] of [[address, "有效"], [flipped(address, address.length - 30), "不是这里发的，或被改动过"]] as const) {
      await phone.page.fill("textarea[name=text]", text);
      await phone.page.locator("form[data-check-form] button").click();
      await phone.page.locator("[data-check-shown] h2", { hasText: says }).waitFor();
    }
    await phone.close();
  });

  it("learns of a revoked certificate when it has a network again, and its holder can print it no more", async () => {
    const phone = await visit(browser, { phone: true, script: true });
    await phone.go("/certificates/check");
    await phone.page.fill("textarea[name=text]", address);
    await phone.page.locator("form[data-check-form] button").click();
    await phone.page.locator("[data-check-shown] h2", { hasText: "有效" }).waitFor();
    expect((await revokeCertificate(deps, county, { certificateId, reason: "替考" })).ok).toBe(true);
    await phone.page.locator("form[data-check-form] button").click();
    await phone.page.locator("[data-check-shown] h2", { hasText: "已吊销" }).waitFor();
    await phone.close();
    const holder = await visit(browser, { as: "holder-96" });
    expect((await holder.page.goto(`/me/profile/certificates/${certificateId}/sheet`))!.status()).toBe(404);
    await holder.close();
  });
});
