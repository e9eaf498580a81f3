import { request, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, describe, expect, it } from "vitest";
import { plainRequestsOnly } from "./request-shape.server.ts";

const app = express().set("trust proxy", true).use(plainRequestsOnly).use((request, response) => void response.send(`${request.protocol} ${request.hostname}`));
const server = app.listen(0);
afterAll(() => void server.close());

const send = (method: string, path: string, headers: OutgoingHttpHeaders = {}) => new Promise<{ status: number; text: string; allow: string | undefined }>((resolve, reject) => {
  const { port } = server.address() as AddressInfo;
  request({ host: "127.0.0.1", port, method, path, headers: { host: "jobs.example", ...headers } }, (reply) => {
    let text = "";
    reply.on("data", (piece) => (text += piece)).on("end", () => resolve({ status: reply.statusCode!, text, allow: reply.headers.allow }));
  }).on("error", reject).end();
});

describe("a request", () => {
  it.each(["jobs.example", "jobs.example:3000", "127.0.0.1:3000", "[::1]:3000", "a_b.example", "localhost"])("for %s is taken", async (host) => {
    expect((await send("GET", "/jobs?q=%E7%84%8A", { host })).status).toBe(200);
  });

  it.each(["a b", "evil.example/path", "x@evil.example", "a:port", "a,b", "<script>", "[::1", ".."])("for the host '%s' is refused in words", async (host) => {
    expect(await send("GET", "/", { host })).toMatchObject({ status: 400, text: expect.stringContaining("网站名称不对") as string });
  });

  it.each(["http://evil.example/jobs", "//evil.example", "/\\evil.example", "*", "/%", "/%E0%A4%A", "/jobs/%ff"])("for %s, which is no path of ours, is refused in words", async (path) => {
    expect(await send("GET", path)).toMatchObject({ status: 400, text: expect.stringContaining("网址不对") as string });
  });

  it.each(["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "PURGE"])("to %s something is refused, and told what can be done", async (method) => {
    expect(await send(method, "/jobs")).toMatchObject({ status: 405, allow: "GET, HEAD, POST" });
  });

  it("is of the host it names, whatever a proxy says it was", async () => {
    expect((await send("GET", "/", { "x-forwarded-host": "evil.example", "x-forwarded-proto": "javascript" })).text).toBe("http jobs.example");
    expect((await send("GET", "/", { "x-forwarded-proto": "https" })).text).toBe("https jobs.example");
  });
});
