import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { baseUrl, openBrowser } from "#tests/setup/browser.ts";
import { visit } from "./visitor.ts";

let browser: Browser;
let deps: Deps;
beforeAll(async () => {
  browser = await openBrowser();
  deps = await createDeps(process.env, { process: "test" });
});
afterAll(async () => {
  await browser.close();
  await deps.close();
});

interface Focused {
  tag: string;
  text: string;
  href: string | null;
  name: string | null;
  /** it can be seen where it stands, with a mark around it */
  seen: boolean;
}

/** What has the focus, and whether somebody who looks at the screen can tell. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(`(() => {
    const it = document.activeElement;
    const marked = it.matches(".facets-open") ? it.nextElementSibling : it;
    const box = marked.getBoundingClientRect();
    const style = getComputedStyle(marked);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const inView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    return { tag: it.tagName, text: (it.innerText || it.getAttribute("aria-label") || it.value || "").trim().slice(0, 60), href: it.getAttribute("href"), name: it.getAttribute("name"), seen: inView && (outlined || it.matches(".skip")) };
  })()`);

/** Presses Tab until what is wanted has the focus; everything on the way must be seen to have it. */
async function tabTo(page: Page, what: string, wanted: (one: Focused) => boolean, most = 120): Promise<Focused> {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press("Tab");
    const one = await focused(page);
    if (one.tag === "BODY") continue;
    expect(one.seen, `the focus can be seen on ${JSON.stringify(one)} on the way to ${what}`).toBe(true);
    if (wanted(one)) return one;
  }
  throw new Error(`${what} is not reached by ${most} presses of Tab on ${page.url()}`);
}

const press = async (page: Page, key: string) => {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
};

/** All stops of a page from its beginning to the browser's own, in order. */
async function stops(page: Page): Promise<Focused[]> {
  const found: Focused[] = [];
  for (let press = 0; press < 300; press += 1) {
    await page.keyboard.press("Tab");
    const one = await focused(page);
    if (one.tag === "BODY" || (found.length > 0 && JSON.stringify(one) === JSON.stringify(found[0]))) return found;
    found.push(one);
  }
  throw new Error("the focus never leaves the page");
}

describe.each([["without script", false], ["with script", true]] as const)("with the keyboard alone, %s", (_how, script) => {
  it("a seeker searches, filters, opens a post and reports it", async () => {
    const { page, close } = await visit(browser, { script });
    await page.goto("/");
    await page.keyboard.press("Tab");
    expect((await focused(page)).href).toBe("#main");
    await page.keyboard.press("Enter");
    await tabTo(page, "the search box", (one) => one.name === "q", 3);
    await page.keyboard.type("电焊工");
    await press(page, "Enter");
    expect(new URL(page.url()).searchParams.get("q")).toBe("电焊工");

    await tabTo(page, "the housing filter", (one) => one.name === "housing");
    await page.keyboard.press("Space");
    await tabTo(page, "the filter button", (one) => one.tag === "BUTTON" && one.text === "按条件筛选");
    await press(page, "Enter");
    expect(new URL(page.url()).searchParams.get("housing")).toBe("1");

    await tabTo(page, "the first post", (one) => /^\/jobs\/[0-9A-Z]{26}$/.test(one.href ?? ""));
    await press(page, "Enter");
    await tabTo(page, "the report", (one) => one.href?.endsWith("/report") === true);
    await press(page, "Enter");
    await tabTo(page, "a reason", (one) => one.name === "reason");
    await press(page, "Enter");
    expect(await page.locator("h1").innerText()).toBe("已报送");
    await close();
  });

  it("a seeker signs in and accepts an offer", async () => {
    const { username, password, post } = await someoneWithAnOffer(script ? 12 : 11);
    const { page, close } = await visit(browser, { script });
    await page.goto("/login?to=/me/matches");
    await tabTo(page, "the name", (one) => one.name === "username");
    await page.keyboard.type(username);
    await tabTo(page, "the password", (one) => one.name === "password", 3);
    await page.keyboard.type(password);
    await press(page, "Enter");
    expect(new URL(page.url()).pathname).toBe("/me/matches");
    await tabTo(page, "the yes", (one) => one.text === "我愿意去");
    await press(page, "Enter");
    expect(new URL(page.url()).pathname).toMatch(/^\/me\/placements\//);
    expect((await deps.db.placement.findFirstOrThrow({ where: { postId: post } })).activeKey).not.toBeNull();
    await close();
  });
});

/** A seeker with an account of their own and one open proposal. */
async function someoneWithAnOffer(seed: number) {
  const make = createFactory(deps, seed * 1_000 + (Date.now() % 1_000));
  const post = await make.post({ title: "电焊工", countyCode: "141124" });
  const { id: personId } = await make.person({ age: 38, homeCountyCode: "141124", wish: { occupationCodes: ["6-18-02-04"] } });
  const user = await make.user({ role: "SEEKER", personId });
  const run = await deps.db.matchRun.create({ data: { id: deps.newId(), regionCode: "141124", asOf: deps.clock.now(), status: "DONE", requestedAt: deps.clock.now() } });
  await deps.db.match.create({ data: { id: deps.newId(), runId: run.id, personId, postId: post, score: 700, reasons: [], status: "PROPOSED", openKey: personId, proposedAt: deps.clock.now() } });
  return { ...user, post };
}

describe("the order of the keyboard", () => {
  it.each(["/", "/jobs?q=dhg", "/login"])("on %s begins with the way past the head, goes down the page, is always seen and leaves it again", async (path) => {
    const { page, close } = await visit(browser, { script: true });
    await page.goto(path);
    const all = await stops(page);
    expect(all[0]?.href).toBe("#main");
    expect(all.filter((one) => !one.seen)).toEqual([]);
    const expected = await page.evaluate(`[...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")].filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0).length`);
    expect(all.length).toBe(expected);
    await close();
  });
});

const PUBLIC = ["/", "/jobs?q=dhg", "/login", "/jobs/near?county=141124", "/board"];

describe("a page made larger", () => {
  it.each(PUBLIC)("%s at 200% and at 400% (320 px wide) needs no sideways scrolling and hides nothing", async (path) => {
    for (const [lang, print] of [["zh", "normal"], ["en", "normal"], ["zh", "large"]] as const) {
      const { page, close } = await visit(browser, { lang });
      await page.context().addCookies([{ name: "print", value: print, url: baseUrl() }]);
      await page.goto(path);
      const links = await page.locator("main a:visible, main button:visible").count();
      // a browser's zoom is a narrower page of as many points: 1280 px at 200% and 400%
      for (const width of [640, 320]) {
        await page.setViewportSize({ width, height: 512 });
        const over = await page.evaluate(`[...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility() && !one.closest(".table-scroll, .visually-hidden, svg")).map((one) => one.outerHTML.slice(0, 120))`);
        expect(over, `${lang} ${print} at ${width} px`).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
        expect(await page.locator("h1").isVisible()).toBe(true);
        // filters fold behind a button when there is little room
        if (path !== "/jobs?q=dhg") expect(await page.locator("main a:visible, main button:visible").count()).toBe(links);
      }
      await close();
    }
  });

  it("a seeker finds a post and gets to its sign-in at 400%, by hand", async () => {
    const { page, close } = await visit(browser);
    await page.setViewportSize({ width: 320, height: 512 });
    await page.goto("/");
    await page.fill("input[name=q]", "电焊工");
    await page.locator("form[role=search] button").click();
    await page.locator("label[for=show-filters]").click();
    await page.locator("input[name=housing]").check();
    await page.locator(".facets button").click();
    await page.locator(".post-card a").first().click();
    expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
    await page.locator("text=登录后报名").click();
    expect(new URL(page.url()).pathname).toBe("/login");
    await close();
  });
});

describe("large print (关怀模式)", () => {
  it("stays from page to page and from visit to visit, with and without script, until it is taken back", async () => {
    for (const script of [false, true]) {
      const visitor = await visit(browser, { script, phone: true });
      const { page } = visitor;
      const size = () => page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") as Promise<number>;
      await page.goto("/jobs?q=dhg");
      const normal = await size();
      await page.click("text=大字版");
      expect(new URL(page.url()).search).toBe("?q=dhg");
      for (const path of ["/", "/jobs", "/login", "/board"]) {
        await page.goto(path);
        expect(await size(), path).toBeGreaterThan(normal * 1.2);
      }
      // a later visit: the same browser, another window, nothing in the address
      const kept = await page.context().storageState();
      expect(kept.cookies.find(({ name }) => name === "print")?.expires ?? 0).toBeGreaterThan(Date.now() / 1_000 + 300 * 86_400);
      const later = await browser.newContext({ baseURL: baseUrl(), storageState: kept, javaScriptEnabled: script });
      const window = await later.newPage();
      await window.goto("/jobs");
      expect(await window.locator("html").getAttribute("data-print")).toBe("large");
      await window.click("text=普通字号");
      await window.goto("/");
      expect(await window.locator("html").getAttribute("data-print")).toBeNull();
      await later.close();
      await visitor.close();
    }
  });
});
