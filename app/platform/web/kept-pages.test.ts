import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import compression from "compression";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { keptPages } from "./kept-pages.server.ts";

const POST = "01K3ZZZZZZZZZZZZZZZZZZZZZZ";
/** In whole seconds, on however busy a machine. */
const SOON = expect.stringMatching(/^\d$/) as string;
let server: Server | undefined;
afterEach(() => void server?.close());

/** A web whose pages say how many were made. */
async function web(seconds: number) {
  const looks: string[] = [];
  let made = 0;
  let takes = 0;
  const app = express();
  app.use(compression({ threshold: 0 }));
  app.use(keptPages(seconds, (id) => looks.push(id)));
  app.all("*", (_request, _response, next) => void setTimeout(next, takes));
  app.all("*", (request, response) => {
    made += 1;
    if (request.path === `/jobs/${POST.replace("3", "4")}`) return void response.status(404).type("html").send("none");
    if ("lang" in request.query) response.append("Set-Cookie", "lang=en");
    response.type("html");
    response.write(`<p>页 ${made}`);
    response.end("</p>");
  });
  server = createServer(app).listen(0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const reply = await fetch(url + path, { method, headers });
    const text = await reply.text();
    await sleep(100); // packing a page goes on after it is sent
    return { text, age: reply.headers.get("age"), encoding: reply.headers.get("content-encoding"), type: reply.headers.get("content-type"), vary: reply.headers.get("vary") };
  };
  return { ask, looks, hold: (ms: number) => void (takes = ms) };
}

describe("pages kept for guests", () => {
  it.each(["/", "/jobs?q=dhg&page=2", `/jobs/${POST}`])("%s is made once and given again, packed or not, with its type", async (path) => {
    const { ask } = await web(30);
    const first = await ask(path);
    expect(first).toMatchObject({ text: "<p>页 1</p>", age: null, encoding: "gzip" });
    expect(await ask(path)).toMatchObject({ ...first, age: SOON });
    expect(await ask(path, { "accept-encoding": "identity" })).toMatchObject({ text: first.text, age: SOON, encoding: null, type: first.type });
  });

  it.each([["another address", "/jobs?q=2", {}], ["another language", "/jobs", { cookie: "lang=en" }], ["another place to measure from", "/jobs", { cookie: "near=141124" }], ["with large print", "/jobs", { cookie: "lang=zh; print=large" }]])("%s is another page", async (_what, path, headers) => {
    const { ask } = await web(30);
    await ask("/jobs");
    expect((await ask(path, headers)).text).toBe("<p>页 2</p>");
  });

  it.each([["who signed in", { cookie: "jgt_session=abc" }, "GET"], ["with a choice and a session", { cookie: "lang=zh; jgt_session=abc" }, "GET"], ["who sends something", {}, "POST"], ["with a password in the header", { authorization: "Basic eDp5" }, "GET"]])("somebody %s gets a page of their own, and leaves none to others", async (_who, headers, method) => {
    const { ask } = await web(30);
    await ask("/jobs");
    const own = await ask("/jobs", headers, method);
    expect([own.text, own.age]).toEqual(["<p>页 2</p>", null]);
    expect((await ask("/jobs", headers, method)).text).toBe("<p>页 3</p>");
    expect((await ask("/jobs")).text).toBe("<p>页 1</p>");
  });

  it.each(["/me", "/board", "/jobs/near", `/jobs/${POST}/report`, "/jobs?lang=en", `/jobs/${POST.replace("3", "4")}`])("%s is never kept: it is somebody's, sets a cookie, or isn't there", async (path) => {
    const { ask } = await web(30);
    const [first, second] = [await ask(path), await ask(path)];
    expect([first.age, second.age]).toEqual([null, null]);
  });

  it("is made anew past half its time, and by one visitor while others get what there is", async () => {
    const { ask, hold } = await web(6);
    await ask("/jobs");
    await sleep(3_050);
    hold(1_000);
    const [first, second] = await Promise.all([ask("/jobs"), sleep(200).then(() => ask("/jobs"))]);
    expect([first.text, second.text, second.age]).toEqual(["<p>页 2</p>", "<p>页 1</p>", expect.stringMatching(/^[345]$/)]);
    expect((await ask("/jobs")).text).toBe("<p>页 2</p>");
  });

  it("is made anew when its seconds are over", async () => {
    const { ask } = await web(0.2);
    expect((await ask("/jobs")).text).toBe("<p>页 1</p>");
    await sleep(250);
    expect((await ask("/jobs")).text).toBe("<p>页 2</p>");
  });

  it("counts a look at a post that was kept, and at nothing else", async () => {
    const { ask, looks } = await web(30);
    for (const path of ["/", "/jobs", `/jobs/${POST}`]) for (const _time of [1, 2]) await ask(path);
    expect(looks).toEqual([POST]);
  });

  it("with no seconds to keep them keeps none", async () => {
    const { ask } = await web(0);
    expect([(await ask("/jobs")).text, (await ask("/jobs")).text]).toEqual(["<p>页 1</p>", "<p>页 2</p>"]);
  });
});
