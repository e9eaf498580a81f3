import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { makePhoto, OWNER } from "#tests/factories/photos.ts";
import { expectFaultless } from "./faultless.ts";
import { visit, type Visitor } from "./visitor.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const text = (page: Page) => page.locator("main").innerText();
const send = (page: Page, intent?: string) => page.locator(intent ? `main button[value=${intent}]` : "main form button[type=submit]").last().click();
const number = `E2E-${Date.now()}`;

async function chooseAt(page: Page, name: string, value: string) {
  await page.locator(`main input[name=${name}][value="${value}"]`).first().check();
}

describe("a profile, on a phone", () => {
  it("is filled in without script by choosing, saved step by step, and goes on on another phone", async () => {
    const first = await visit(browser, { as: "seeker", phone: true });
    const { page } = first;
    await first.go("/me");
    await page.click("text=我的资料");
    await page.locator("main a.button.big").click();
    expect(new URL(page.url()).pathname).toBe("/me/profile/work");
    // own words: understood, and the person says which
    await page.locator("main summary").click();
    await page.fill("#said", "在工地上电焊𠮷㛃😀 <script>alert(1)</script>");
    await send(page, "find");
    expect(await text(page)).toContain("在工地上电焊𠮷㛃😀 <script>alert(1)</script>");
    await chooseAt(page, "occupationCode", "6-18-02-04");
    await send(page, "add");
    expect(await text(page)).toContain("请选干了多久");
    await chooseAt(page, "occupationCode", "6-18-02-04");
    await chooseAt(page, "months", "36");
    await chooseAt(page, "place", "IN_PROVINCE");
    await send(page, "add");
    expect(await text(page)).toContain("3 到 5 年");
    // by choice
    await first.go("/me/profile/work");
    await page.click("main .big-choices a >> text=建筑装修");
    await page.locator("main input[name=occupationCode]").first().check();
    await chooseAt(page, "months", "12");
    await chooseAt(page, "place", "IN_COUNTY");
    await send(page, "add");
    expect(await page.locator("main button[value=remove]").count()).toBe(2);
    await page.locator("main button[value=goOn]").first().click();
    expect(new URL(page.url()).pathname).toBe("/me/profile/crafts");
    await first.close();

    const second = await visit(browser, { as: "seeker", phone: true });
    await second.go("/me/profile");
    await second.page.locator("main a.button.big").click();
    expect(new URL(second.page.url()).pathname).toBe("/me/profile/crafts");
    await chooseAt(second.page, "crafts", "carpentry");
    await send(second.page);
    await send(second.page);
    expect(new URL(second.page.url()).pathname).toBe("/me/profile/education");
    await chooseAt(second.page, "education", "JUNIOR");
    await send(second.page);
    await chooseAt(second.page, "care", "ELDERLY");
    await send(second.page);
    expect(await text(second.page)).toContain("请选能不能离家");
    expect(await second.page.locator("input[name=care][value=ELDERLY]").isChecked()).toBe(true);
    await chooseAt(second.page, "canLeave", "yes");
    await send(second.page);
    expect(await text(second.page)).toContain("都填好了");
    await second.close();
  });

  it("takes what one wants and where, with script running too", async () => {
    const visitor = await visit(browser, { as: "seeker", phone: true, script: true, lang: "en" });
    await visitor.go("/me/profile/want");
    await chooseAt(visitor.page, "pay", "5000");
    await send(visitor.page);
    await visitor.page.waitForURL((url) => url.pathname === "/me/profile");
    await visitor.go("/me/profile/where");
    await chooseAt(visitor.page, "from", "now");
    await send(visitor.page);
    await visitor.page.waitForURL((url) => url.pathname === "/me/profile");
    expect(await text(visitor.page)).toContain("All answered");
    await visitor.close();
  });
});

describe("a certificate with a photo", () => {
  let photoPath = "";

  it("is told by choosing, its photo kept privately, whatever lies about its kind refused", async () => {
    const visitor = await visit(browser, { as: "seeker", phone: true });
    const { page } = visitor;
    await visitor.go("/me/profile/certificates/new");
    await chooseAt(page, "kind", "SKILL_LEVEL");
    await page.fill("#number", number);
    await send(page);
    expect(await text(page)).toContain("请至少选一个工种");
    expect(await page.locator("#number").inputValue()).toBe(number);
    await chooseAt(page, "occupationCode", "6-18-02-04");
    await chooseAt(page, "level", "SENIOR");
    await page.fill("#issuer", "山西省𠮷㛃鉴定中心");
    await page.fill("#issuedOn", "2021-06-01");
    await send(page);
    await page.waitForURL(/certificates\/[0-7]/);
    const upload = async (name: string, mimeType: string, buffer: Buffer) => {
      await page.setInputFiles("#photo", { name, mimeType, buffer });
      await send(page, "photo");
      return text(page);
    };
    expect(await upload("证书.jpg", "image/jpeg", Buffer.from("%PDF-1.7 not a photo"))).toContain("这不是照片");
    expect(await upload("a.png", "image/png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"))).toContain("这不是照片");
    expect(await upload("a.jpg", "image/jpeg", Buffer.from((await makePhoto()).subarray(0, 200)))).toContain("照片打不开");
    expect(await page.locator("main img").count()).toBe(0);
    expect(await upload("../../x.jpg", "image/jpeg", Buffer.from(await makePhoto("jpeg", 900, 600)))).toContain("照片已保存");
    photoPath = (await page.locator("main img").first().getAttribute("src"))!;
    const reply = await page.request.get(photoPath);
    expect([reply.status(), reply.headers()["content-type"], reply.headers()["cache-control"], reply.headers()["x-content-type-options"]]).toEqual([200, "image/webp", "no-store, private", "nosniff"]);
    expect(reply.headers()["content-disposition"]).toMatch(/^inline; filename="certificate-\d+\.webp"$/);
    expect(reply.headers()["content-security-policy"]).toContain("sandbox");
    expect((await reply.body()).includes(OWNER)).toBe(false);
    await expectFaultless(visitor, new URL(page.url()).pathname, "zh");
    await visitor.close();
  });

  it("too large is told before it is read, on this page and on any other", async () => {
    const visitor = await visit(browser, { as: "seeker" });
    const post = (path: string, size: number) => visitor.page.request.post(path, { multipart: { photo: { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(size, 0xff) } }, headers: { origin: baseUrl() }, maxRedirects: 0 });
    await visitor.go("/me/profile/certificates");
    const here = (await visitor.page.locator("main a.button.small").first().getAttribute("href"))!;
    expect((await post(here, 10_000_000)).status()).toBe(413);
    expect(await (await post(here, 8 * 1_048_576 + 1_000)).text()).toContain("照片超过 8 MB");
    expect((await post("/me/profile/crafts", 2_000_000)).status()).toBe(413);
    expect((await visitor.page.request.post("/me/profile/crafts", { form: { crafts: "长".repeat(4_000_000) }, headers: { origin: baseUrl() } })).status()).toBe(413);
    await visitor.close();
  });

  it("is nobody else's: guests sign in first, others find nothing", async () => {
    expect((await fetch(baseUrl() + photoPath, { redirect: "manual" })).status).toBe(302);
    const employer = await visit(browser, { as: "employer" });
    expect([403, 404]).toContain((await employer.page.request.get(photoPath)).status());
    await employer.close();
    const seeker = await visit(browser, { as: "seeker" });
    for (const path of ["/files/01K00000000000000000000000", "/files/x", "/me/profile/certificates/01K00000000000000000000000", "/bureau/certificates"]) expect([403, 404]).toContain((await seeker.page.request.get(path)).status());
    await seeker.close();
  });

  it("is verified by the bureau of the holder's home, who is told, and who sees who looked", async () => {
    const officer = await visit(browser, { as: "county" });
    await officer.go("/bureau/certificates");
    await officer.page.locator("main tr", { hasText: "山西省𠮷㛃鉴定中心" }).locator("a.button").click();
    expect(await text(officer.page)).toContain(number);
    const [shown] = await Promise.all([officer.page.request.get(photoPath)]);
    expect(shown.status()).toBe(200);
    await expectFaultless(officer, new URL(officer.page.url()).pathname, "zh");
    await officer.page.locator("button[value=REFUSED]").click();
    expect(await text(officer.page)).toContain("请说一下原因");
    await officer.page.locator("button[value=VERIFIED]").click();
    expect(await text(officer.page)).toContain("已记下");
    await officer.close();
    const seeker = await visit(browser, { as: "seeker", phone: true });
    await seeker.go("/me/notices");
    expect(await text(seeker.page)).toContain("证书核验通过");
    await seeker.go("/me/privacy/looks");
    expect(await text(seeker.page)).toMatch(/人社部门[\s\S]*看了您的证书照片/);
    await seeker.close();
  });
});

describe("privacy", () => {
  it("a consent is withdrawn and given again in one tap each, with its date", async () => {
    const visitor = await visit(browser, { as: "seeker", phone: true });
    await visitor.go("/me/privacy");
    await visitor.page.click("text=收回：给我发短信");
    expect(await text(visitor.page)).toMatch(/现在：不同意\s*\d{4}年/);
    await visitor.page.click("text=同意：给我发短信");
    expect(await text(visitor.page)).toContain("马上生效");
    await visitor.close();
  });

  it("all of it is downloaded as a file for a computer and one to read", async () => {
    const visitor = await visit(browser, { as: "seeker" });
    await visitor.go("/me/privacy");
    const save = async (label: string) => {
      const [download] = await Promise.all([visitor.page.waitForEvent("download"), visitor.page.click(`text=${label}`)]);
      return readFile((await download.path())!, "utf8");
    };
    const json = JSON.parse(await save("JSON")) as { sections: Record<string, Record<string, unknown>[]> };
    expect(json.sections.person![0]!.name).toBe("郭建国");
    expect(json.sections.certificate!.some((one) => one.number === number)).toBe(true);
    const page = await save("能看能打印");
    expect(page).toContain("郭建国");
    expect(page).toContain("data:image/webp;base64,");
    await visitor.close();
  });

  it("deletion says what goes and what stays, and needs a tick", async () => {
    const visitor = await visit(browser, { as: "seeker", phone: true });
    await visitor.go("/me/privacy/delete");
    expect(await text(visitor.page)).toContain("会留下的");
    const active = await visitor.page.locator("main .notice.danger").count();
    if (active === 0) {
      await visitor.page.locator("main button.danger").click();
      expect(await text(visitor.page)).toContain("请勾选");
    }
    await visitor.close();
  });
});

const PAGES: readonly [string, string][] = [
  ...["", "/work", "/work?group=machining", "/crafts", "/certificates", "/certificates/new", "/brands", "/education", "/care", "/want", "/where"].map((path): [string, string] => ["seeker", `/me/profile${path}`]),
  ["seeker", "/me/privacy"], ["seeker", "/me/privacy/looks"], ["seeker", "/me/privacy/delete"], ["seeker", "/goodbye"], ["county", "/bureau/certificates"],
];

describe("every page of it", () => {
  it.each((["zh", "en"] as const).flatMap((lang) => ["seeker", "county"].map((as) => [lang, as] as const)))("in %s for %s: no accessibility fault, no missing text, no overflow at 360 px", async (lang, as) => {
    const visitor: Visitor = await visit(browser, { as, lang, script: true, phone: true });
    await visitor.page.setViewportSize({ width: 360, height: 740 });
    for (const [, path] of PAGES.filter(([role]) => role === as)) {
      await expectFaultless(visitor, path, lang);
      expect(await text(visitor.page), path).not.toMatch(/\bprofile\.[a-z]+/);
    }
    await visitor.close();
  });
});
