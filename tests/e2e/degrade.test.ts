import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RowDataPacket } from "mysql2";
import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emit } from "#app/data/outbox.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { socketPath } from "#scripts/stack/folders.ts";
import { rebuildIndexes } from "#search/rebuild.ts";
import { startWeb, type WebProcess } from "#tests/bench/web/web-process.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openProxy } from "#tests/setup/proxy.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

/** The database is this file's own, since it is told to read only; Redis and the engine are taken away from these processes alone. */
const folder = mkdtempSync(join(tmpdir(), "degrade-"));
const running: ChildProcess[] = [];
let services: TestServices;
let web: WebProcess;
let redis: Awaited<ReturnType<typeof openProxy>>;
let meili: Awaited<ReturnType<typeof openProxy>>;
let postId: string;
const cookies: Partial<Record<"seeker" | "officer", string>> = {};

function start(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  return child;
}

async function ownDatabase(): Promise<string> {
  const child = start(["scripts/stack.ts", "--json"], { ...process.env, DATABASE_URL: undefined, REDIS_URL: undefined, MEILI_URL: undefined, MEILI_KEY: undefined, DATA_DIR: folder });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("\n")) resolve((JSON.parse(output) as { DATABASE_URL: string }).DATABASE_URL);
    });
    child.once("exit", (code) => reject(new Error(`the services ended with ${code}`)));
  });
}

/** As only the server's own administrator may. */
async function readOnly(on: boolean): Promise<void> {
  const { databaseRootPassword } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")) as { databaseRootPassword: string };
  const connection = await createConnection({ socketPath: socketPath(join(folder, "run"), "mysql.sock"), user: "root", password: databaseRootPassword });
  await connection.query(`SET GLOBAL read_only = ${on ? 1 : 0}`);
  await connection.end();
}

/** A page that asks a silent engine waits three seconds for it, and a second each time that it asks Redis. */
const UNASKED_SECONDS = 2.9;

interface Asked {
  as?: keyof typeof cookies;
  form?: Record<string, string>;
}
async function ask(path: string, { as, form }: Asked = {}) {
  const startedAt = performance.now();
  const headers: Record<string, string> = { "accept-language": "zh-CN", origin: web.url, ...(as ? { cookie: cookies[as]! } : {}) };
  const reply = await fetch(web.url + path, { redirect: "manual", headers, ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}) });
  return { status: reply.status, text: await reply.text(), headers: reply.headers, seconds: (performance.now() - startedAt) / 1_000 };
}
const number = async (sql: string) => Number(((await services.pool.query<RowDataPacket[]>(sql))[0][0] as { n: number }).n);
const waiting = () => number("SELECT (SELECT COUNT(*) FROM outbox_event WHERE expandedAt IS NULL) + (SELECT COUNT(*) FROM outbox_delivery WHERE doneAt IS NULL) AS n");
const wish = (minWageYuan: string) => ({ occupationCodes: "6-18-02-04", minWageYuan, maxDistanceKm: "50", willInProvince: "on", availableFrom: "2026-12-01" });
const wishedFen = () => number("SELECT minWageFen AS n FROM wish");
async function until(what: string, holds: () => Promise<boolean>) {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) if (await holds()) return;
  throw new Error(`${what}: not in time`);
}

beforeAll(async () => {
  services = await openTestServices({ from: { ...process.env, DATABASE_URL: await ownDatabase() } });
  await loadReference(services);
  const make = createFactory(services, 71);
  const employerId = await make.employer();
  postId = await make.post({ employerId, title: "电焊工", countyCode: "141124", occupationCode: "6-18-02-04", openings: 5 });
  await make.post({ employerId, title: "仓库保管员", countyCode: "140105", openings: 2 });
  const person = await make.person({ homeCountyCode: "141124", age: 30, wish: { occupationCodes: ["6-18-02-04"] } });
  await make.user({ username: "d-seeker", password: "demo-d-seeker", role: "SEEKER", personId: person.id });
  await make.user({ username: "d-officer", password: "demo-d-officer", role: "OFFICER", regionCode: "141124" });
  await rebuildIndexes(services);
  [redis, meili] = [await openProxy(services.source.REDIS_URL!), await openProxy(services.source.MEILI_URL!)];
  const env = { ...services.source, REDIS_URL: redis.url, MEILI_URL: meili.url, KEEP_PAGES_SECONDS: "0", LOG_LEVEL: "silent" };
  start(["workers/main.ts"], { ...process.env, ...env });
  web = await startWeb(env);
  for (const who of ["seeker", "officer"] as const) {
    const reply = await fetch(`${web.url}/login`, { method: "POST", redirect: "manual", headers: { origin: web.url }, body: new URLSearchParams({ username: `d-${who}`, password: `demo-d-${who}` }) });
    cookies[who] = reply.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  }
});
afterAll(async () => {
  await web?.stop();
  await readOnly(false);
  await Promise.all([redis?.close(), meili?.close()]);
  await services?.close();
  await Promise.all(running.map(async (child) => {
    const gone = child.exitCode !== null ? null : new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
  }));
  rmSync(folder, { recursive: true, force: true });
});

describe("while the search engine", () => {
  it.each(["refuse", "hold"] as const)("is away (%s), posts are listed from the database by place and words with a notice, and every other page lives on", async (how) => {
    meili.become(how);
    const list = await ask("/jobs?q=焊工&region=141124");
    expect([list.status, list.text.includes("搜索正在维护"), list.text.includes("电焊工"), list.text.includes("仓库保管员")]).toEqual([200, true, true, false]);
    expect(list.seconds).toBeLessThan(6);
    const none = await ask("/jobs?q=没有这样的岗位");
    expect([none.status, none.text.includes("搜索正在维护")]).toEqual([200, true]);
    for (const path of ["/jobs", "/jobs?sort=wage&stream=MARKET&wage=1000", "/jobs?sort=distance&near=141124", "/jobs?place=IN_PROVINCE&cert=none&education=JUNIOR&verified=1&agency=1&housing=1&monthly=1&page=3", "/", "/jobs/brands", "/brands", `/jobs/${postId}`, "/board"]) {
      const page = await ask(path);
      expect([path, page.status, page.seconds < UNASKED_SECONDS]).toEqual([path, 200, true]);
    }
    meili.become("pass");
    await until("searched again", async () => !(await ask("/jobs?q=焊工")).text.includes("搜索正在维护"));
  });
});

describe("while Redis", () => {
  it.each(["hold", "refuse"] as const)("is away (%s), pages are read, acts are done, and what they oblige to waits in the outbox until it is back", async (how) => {
    await until("nothing left to do", async () => (await waiting()) === 0);
    redis.become(how);
    await ask("/");
    for (const path of ["/", "/jobs?q=焊工", `/jobs/${postId}`, "/board"]) {
      const page = await ask(path);
      expect([path, page.status, page.seconds < UNASKED_SECONDS]).toEqual([path, 200, true]);
    }
    const act = how === "hold" ? await ask(`/jobs/${postId}`, { as: "seeker", form: {} }) : await ask("/me/wish", { as: "seeker", form: wish("4000") });
    expect([act.status, act.seconds < 4]).toEqual([how === "hold" ? 302 : 200, true]);
    if (how === "refuse") expect(await wishedFen()).toBe(400_000);
    await services.db.$transaction((tx) => emit(services, tx, [{ event: "post.changed", subjectId: postId }]));
    await sleep(1_500);
    expect(await waiting()).toBeGreaterThan(0);
    redis.become("pass");
    await until("what was owed is done", async () => (await waiting()) === 0);
  });
});

describe("while the database only reads", () => {
  it("pages are read, signed in too; forms say when to return and keep what was typed, and go through later", async () => {
    await readOnly(true);
    for (const [path, as] of [["/"], ["/jobs?q=焊工"], [`/jobs/${postId}`], ["/board"], ["/policy"], ["/login"], ["/brands"], ["/me", "seeker"], ["/me/wish", "seeker"], ["/me/notices", "seeker"], ["/me/account", "seeker"], ["/board", "officer"], ["/bureau", "officer"], ["/me/account", "officer"]] as [string, ("seeker" | "officer")?][]) {
      expect([path, as, (await ask(path, { as })).status]).toEqual([path, as, 200]);
    }
    const form = wish("4321");
    const kept = await ask("/me/wish", { as: "seeker", form });
    expect([kept.status, kept.headers.get("retry-after"), kept.headers.get("cache-control")]).toEqual([503, "300", "no-store"]);
    expect(kept.text).toContain("正在维护，暂时只能看");
    const again = Object.fromEntries([...kept.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
    expect(again).toMatchObject(form);
    expect(kept.text).toMatch(/<form method="post" action="\/me\/wish"/);
    const signingIn = await ask("/login", { form: { username: "d-seeker", password: "demo-d-seeker" } });
    expect([signingIn.status, signingIn.text.includes("demo-d-seeker")]).toEqual([503, false]);
    expect(await (await ask("/me", { as: "seeker" })).status).toBe(200);
    await readOnly(false);
    expect((await ask("/me/wish", { as: "seeker", form: again })).status).toBe(200);
    expect(await wishedFen()).toBe(432_100);
  });
});
