import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { NotLoopback, openDoor, requireLoopback } from "#tests/attack/door.ts";
import { faultOf } from "#tests/attack/edge/raw.ts";
import { type Finding, judge, type Judgement, readJudgements } from "#tests/attack/findings.ts";
import { readSqlmapOutput, readSqlmapResults, sqlmapLog } from "#tests/attack/sqlmap.ts";
import { readWapitiReport } from "#tests/attack/wapiti.ts";

describe("a target", () => {
  it.each(["http://127.0.0.1:3000", "http://127.8.0.1:1", "http://[::1]:3000/x"])("%s is on this machine", (url) => expect(requireLoopback(url).port).not.toBe(""));
  it.each(["http://192.168.1.5:3000", "http://localhost.example:80", "https://127.0.0.1:3000", "http://127.0.0.1.example:3000", "http://0.0.0.0:3000", "http://jobs.example.gov.cn"])("%s is refused", (url) => {
    expect(() => requireLoopback(url)).toThrow(NotLoopback);
  });
});

const wapiti = (level: string | number, group = "vulnerabilities") => JSON.stringify({
  vulnerabilities: {}, anomalies: {}, additionals: {}, infos: {},
  [group]: { "Cross Site Scripting": [{ method: "GET", path: "/jobs/01K00000000000000000000000", info: "XSS  vulnerability\nfound", level, parameter: "q", http_request: "", curl_command: "" }] },
});

describe("what wapiti reports", () => {
  it.each([["4", "high"], ["3", "high"], [2, "medium"], ["1", "low"], ["0", "informational"], ["9", "high"]] as const)("at its level %s is %s", (level, ours) => {
    expect(readWapitiReport(wapiti(level), "county")).toEqual([{ tool: "wapiti", level: ours, category: "Cross Site Scripting", as: "county", method: "GET", path: "/jobs/:id", parameter: "q", detail: "XSS vulnerability found" }]);
  });

  it("counts failures it came upon as it rates them, and mere additions as remarks", () => {
    expect(readWapitiReport(wapiti(3, "anomalies"), "nobody").map(({ level }) => level)).toEqual(["high"]);
    expect(readWapitiReport(wapiti(1, "additionals"), "nobody").map(({ level }) => level)).toEqual(["informational"]);
  });

  it("is refused when it is no report", () => expect(() => readWapitiReport("{}", "nobody")).toThrow());
});

describe("what sqlmap prints", () => {
  it("is a find for each parameter it could inject into, and none for the rest", () => {
    const csv = "Target URL,Place,Parameter,Technique(s),Note(s)\nhttp://127.0.0.1:1/jobs?q=1,GET,q,BT,\nhttp://127.0.0.1:1/login,POST,,,\n";
    expect(readSqlmapResults(csv, "seeker")).toEqual([{ tool: "sqlmap", level: "high", category: "SQL Injection", as: "seeker", method: "GET", path: "/jobs", parameter: "q", detail: "techniques BT" }]);
  });

  it("is a remark where sqlmap itself could not repeat it, and a find with any other note", () => {
    const levelWith = (note: string) => readSqlmapResults(`Target URL,Place,Parameter,Technique(s),Note(s)\nhttp://127.0.0.1:1/jobs?q=1,GET,q,B,${note}\n`, "seeker").map(({ level }) => level);
    expect([levelWith("false positive or unexploitable"), levelWith("possible false positive"), levelWith("")]).toEqual([["informational"], ["high"], ["high"]]);
  });

  it("tells how many targets it got to, and what came back as markup", () => {
    const { findings, tried } = readSqlmapOutput("[1] [INFO] testing URL 'http://127.0.0.1:1/jobs?q=1'\n[1] [INFO] heuristic (XSS) test shows that GET parameter 'q' might be vulnerable to cross-site scripting (XSS) attacks\n[2] [INFO] testing URL 'http://127.0.0.1:1/b'\n", "nobody");
    expect(tried).toBe(2);
    expect(findings).toMatchObject([{ level: "medium", method: "GET", path: "/jobs", parameter: "q" }]);
  });

  it("is given every request with its body", () => {
    const log = sqlmapLog("http://127.0.0.1:4000", [{ method: "GET", path: "/jobs?q=1" }, { method: "POST", path: "/login", body: "a=1" }]);
    expect(log.split(/={10,}/).map((part) => part.trim().split("\n")[0]).filter((line) => /^[A-Z]{3,} /.test(line!))).toEqual(["GET /jobs?q=1 HTTP/1.1", "POST /login HTTP/1.1"]);
    expect(log).toContain("Content-Length: 3\n\na=1\n");
  });
});

describe("a judgement", () => {
  const finding: Finding = { tool: "wapiti", level: "medium", category: "X", as: "county", method: "POST", path: "/jobs/:id", parameter: "q", detail: "d" };
  const judgement: Judgement = { tool: "wapiti", category: "X", path: "/jobs/.*", judgedOn: "2026-11-27", reason: "r".repeat(60) };

  it("takes away what it names and nothing else, and is named itself when nothing fits it any more", () => {
    expect(judge([finding], [judgement])).toMatchObject({ list: [], judged: 1, unmatched: [] });
    expect(judge([{ ...finding, path: "/brands" }, { ...finding, tool: "sqlmap" }], [judgement])).toMatchObject({ findings: { medium: 2 }, judged: 0, unmatched: ["wapiti X /jobs/.*"] });
    expect(judge([finding], [{ ...judgement, detail: "other" }]).judged).toBe(0);
  });

  it("counts the same find once a role, the worst first", () => {
    const { list, findings } = judge([{ ...finding, level: "low" }, finding, finding, { ...finding, as: "seeker" }], []);
    expect(list.map(({ level, as, times }) => [level, as, times])).toEqual([["medium", "county", 2], ["medium", "seeker", 1], ["low", "county", 1]]);
    expect(findings).toEqual({ high: 0, medium: 2, low: 1, informational: 0 });
  });

  it("stands in the file with its day and a reason that can be read", () => {
    for (const { reason, judgedOn } of readJudgements()) expect([reason.length > 60, judgedOn >= "2026-11-27"]).toEqual([true, true]);
  });
});

describe("an answer to what no browser sends", () => {
  it.each([
    [{ status: 503, text: "words", headers: {} }, "answers 503"], [{ status: 200, text: "page", headers: {} }, "answers 200"], [{ status: 400, text: "", headers: {} }, "answers 400 without a word"],
    [{ status: 404, text: "at Object.x (/srv/node_modules/a.js)", headers: {} }, "tells of its inside: node_modules"], [{ status: 400, text: "请检查", headers: {} }, null], [{ status: null, text: "", headers: {} }, null],
  ] as const)("%j: %s", (answer, fault) => expect(faultOf(answer)).toBe(fault));
});

describe("the door", () => {
  const product = createServer((request, response) => {
    if (request.url === "/broken") return void response.writeHead(500).end();
    if (request.url === "/leaks") return void response.writeHead(200, { "content-type": "text/html" }).end("TypeError: x");
    if (request.url === "/script.js") return void response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end("throw new TypeError()");
    if (request.url === "/over" && request.headers.cookie === "jgt_session=first") return void response.writeHead(401, { "content-type": "text/html" }).end("sign in");
    response.end(JSON.stringify({ method: request.method, headers: request.headers }));
  });
  const listening = new Promise<string>((resolve) => product.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(product.address() as AddressInfo).port}`)));
  afterAll(() => void product.close());

  it("gives each request an address, the origin and the session of its role, and notes failures and words from the inside", async () => {
    const door = await openDoor(await listening, "county", async () => "jgt_session=ours");
    const seen = async (init: RequestInit) => ((await (await fetch(`${door.url}/x`, init)).json()) as { headers: Record<string, string> }).headers;
    const [first, second] = [await seen({ method: "POST", headers: { cookie: "jgt_session=theirs; lang=en" } }), await seen({})];
    expect(first).toMatchObject({ cookie: "lang=en; jgt_session=ours", origin: door.url.replace("http:", "https:"), "x-forwarded-proto": "https" });
    expect(second.origin).toBeUndefined();
    expect(first["x-forwarded-for"]).not.toBe(second["x-forwarded-for"]);
    expect((await fetch(`${door.url}/logout`, { method: "POST" })).status).toBe(403);
    await (await fetch(`${door.url}/broken`)).text();
    await (await fetch(`${door.url}/leaks`)).text();
    await (await fetch(`${door.url}/script.js`)).text();
    expect(door.findings().map(({ level, category, as }) => [level, category, as])).toEqual([["medium", "Internal Server Error", "county"], ["high", "Words from the inside", "county"]]);
    expect(door.requests()).toBe(6);
    await door.close();
  });

  it("signs in again when the session of its role is over", async () => {
    const sessions = ["first", "second"];
    const door = await openDoor(await listening, "county", async () => `jgt_session=${sessions.shift()}`);
    expect((await fetch(`${door.url}/over`, { method: "POST" })).status).toBe(401);
    await expect.poll(async () => (await fetch(`${door.url}/over`, { method: "POST" })).status).toBe(200);
    expect(sessions).toEqual([]);
    await door.close();
  });

  it("opens to nothing but this machine", async () => {
    await expect(openDoor("http://192.168.1.5:3000", "nobody", null)).rejects.toThrow(NotLoopback);
  });
});
