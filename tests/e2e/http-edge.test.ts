import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { answersAfterwards, oddMultiparts, oddShapes } from "#tests/attack/edge/index.ts";
import { hostInjection, openRedirects } from "#tests/attack/edge/redirects.ts";
import { slowSenders } from "#tests/attack/edge/slow.ts";
import { baseUrl } from "#tests/setup/browser.ts";
import { signedInCookie } from "./signed-in.ts";

let asked = 0;
const addressOf = () => `198.18.${22 + Math.floor((asked += 1) / 250)}.${asked % 250}`;
/** What somebody would be called for. */
const errorsLogged = () => readFileSync(join(process.env.PRODUCT_LOGS ?? "", "web.log"), "utf8").split("\n").filter((line) => line.includes('"level":"error"'));
let employer: string;
let before: number;
beforeAll(async () => {
  before = errorsLogged().length;
  employer = await signedInCookie("employer", "demo-employer", "198.18.9.250");
});

describe("the edge", () => {
  it("refuses in words, or lets go of, requests that no browser sends", async () => {
    expect(await oddShapes(baseUrl())).toEqual([]);
    expect(await answersAfterwards(baseUrl())).toEqual([]);
  });

  it("answers forms with broken, swollen and misnamed files in time, with a page or a refusal", async () => {
    expect(await oddMultiparts(baseUrl(), [{ path: "/login" }, { path: "/employer/posts/upload", cookie: employer }], addressOf)).toEqual([]);
    expect(await answersAfterwards(baseUrl())).toEqual([]);
  });

  it("serves others at once while a hundred senders never come to an end", async () => {
    const { othersMs } = await slowSenders(baseUrl(), 50, 0.5);
    expect(othersMs).toBeLessThan(3_000);
  });

  it("takes what is too large to wait for from nobody who has not signed in", async () => {
    const large = (cookie: string) => fetch(`${baseUrl()}/operator/brand`, { method: "POST", redirect: "manual", headers: { origin: baseUrl(), "x-forwarded-for": addressOf(), cookie }, body: new Uint8Array(2_000_000) }).then(async (reply) => [reply.status, await reply.text()], () => null);
    // the connection may be closed under a sender who goes on sending
    expect((await large("")) ?? [401, "请先登录"]).toEqual([401, expect.stringContaining("请先登录") as string]);
    expect((await large(`jgt_session=${"A".repeat(43)}`))?.[0] ?? 401).toBe(401);
    expect((await large(employer))?.[0]).toBe(403);
  });

  it("leads nowhere but to this site, whatever it is asked to go on to", async () => {
    expect(await openRedirects(baseUrl(), { username: "employer", password: "demo-employer" }, addressOf)).toEqual([]);
  });

  it("believes no proxy's word about what the site is called", async () => {
    const found = await hostInjection(baseUrl(), ["/", "/jobs", "/me", "/login", "/preferences?to=/jobs", "/nothing-here"], "X-Forwarded-For: 198.18.21.2\r\n");
    expect(found).toEqual([]);
  });

  it("is no error of ours: nothing of all this is logged as one, nor is a form for a page that takes none", async () => {
    const reply = await fetch(`${baseUrl()}/board/wall`, { method: "POST", headers: { origin: baseUrl(), "x-forwarded-for": addressOf() }, body: new URLSearchParams({ a: "1" }) });
    expect(reply.status).toBe(405);
    expect(errorsLogged().slice(before)).toEqual([]);
  });
});
