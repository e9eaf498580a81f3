import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sameOriginOnly, securityHeaders } from "./security.server.ts";

const servers = [false, true].map((https) => express().use(...securityHeaders(https)).use(sameOriginOnly(https)).use((_request, response) => void response.send("taken")).listen(0));
let hosts: string[];
beforeAll(() => {
  hosts = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => void servers.forEach((server) => server.close()));

const send = async (headers: Record<string, string>, { https = false, method = "POST" } = {}) => (await fetch(`http://${hosts[Number(https)]}/form`, { method, headers })).status;
const here = () => `http://${hosts[0]}`;

describe("a form", () => {
  it.each([
    ["a browser of today", () => ({ origin: here(), "sec-fetch-site": "same-origin" })],
    ["a phone that names the origin alone", () => ({ origin: here() })],
    ["a browser that hides the origin and says it is ours", () => ({ "sec-fetch-site": "same-origin" })],
    ["an old browser that names the page alone", () => ({ referer: `${here()}/me/wish?x=1` })],
  ])("from %s is taken", async (_from, headers) => {
    expect(await send(headers())).toBe(200);
  });

  it.each([
    ["that says nothing of where it comes from", () => ({})],
    ["from another site", () => ({ origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" })],
    ["from another site's page, in an old browser", () => ({ referer: "https://elsewhere.example/" })],
    ["whose page is of a name that begins like ours", () => ({ referer: `${here()}.elsewhere.example/` })],
    ["with our address in another site's path", () => ({ referer: `https://elsewhere.example/${here()}` })],
    ["from another port of this machine", () => ({ origin: "http://127.0.0.1:1" })],
    ["from a sandbox or a file", () => ({ origin: "null" })],
    ["from a sandbox that names our page", () => ({ origin: "null", referer: here() })],
    ["from elsewhere that says it is ours", () => ({ origin: "https://elsewhere.example", "sec-fetch-site": "same-origin" })],
    ["from a neighbour under the same name", () => ({ origin: here(), "sec-fetch-site": "same-site" })],
    ["typed in by nobody's page", () => ({ "sec-fetch-site": "none" })],
    ["whose origin is no address", () => ({ origin: "our pages" })],
  ])("%s is refused", async (_from, headers) => {
    expect(await send(headers())).toBe(403);
  });

  it("for a site under https comes from a page under https", async () => {
    expect(await send({ origin: `http://${hosts[1]}` }, { https: true })).toBe(403);
    expect(await send({ origin: `https://${hosts[1]}` }, { https: true })).toBe(200);
  });

  it("is what this is about: reading is open to links from anywhere", async () => {
    expect(await send({ "sec-fetch-site": "cross-site", referer: "https://elsewhere.example/" }, { method: "GET" })).toBe(200);
  });
});

describe("the headers", () => {
  it("promise https for a year under https, and say nothing of it elsewhere", async () => {
    const promised = await Promise.all(hosts.map(async (host) => (await fetch(`http://${host}/`)).headers.get("strict-transport-security")));
    expect(promised).toEqual([null, "max-age=31536000; includeSubDomains"]);
  });
});
