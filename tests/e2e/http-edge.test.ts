import { beforeAll, describe, expect, it } from "vitest";
import { answersAfterwards, oddMultiparts, oddShapes } from "#tests/attack/edge/index.ts";
import { hostInjection, openRedirects } from "#tests/attack/edge/redirects.ts";
import { slowSenders } from "#tests/attack/edge/slow.ts";
import { baseUrl } from "#tests/setup/browser.ts";
import { signedInCookie } from "./signed-in.ts";

let asked = 0;
const addressOf = () => `198.18.${22 + Math.floor((asked += 1) / 250)}.${asked % 250}`;
let employer: string;
beforeAll(async () => {
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

  it("leads nowhere but to this site, whatever it is asked to go on to", async () => {
    expect(await openRedirects(baseUrl(), { username: "employer", password: "demo-employer" }, addressOf)).toEqual([]);
  });

  it("believes no proxy's word about what the site is called", async () => {
    const found = await hostInjection(baseUrl(), ["/", "/jobs", "/me", "/login", "/preferences?to=/jobs", "/nothing-here"], "X-Forwarded-For: 198.18.21.2\r\n");
    expect(found).toEqual([]);
  });
});
