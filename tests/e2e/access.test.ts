import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLES, type Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { zh } from "#app/ui/i18n/zh/index.ts";
import type { UseCase } from "#app/usecases/use-case.server.ts";
import { baseUrl } from "#tests/setup/browser.ts";
import { holdFullHour } from "#tests/setup/full-hour.ts";
import { fingerprint, settled } from "#tests/setup/fingerprint.ts";
import { EVERYONE, ROUTE_ACCESS, type RouteAccess } from "./access/routes.ts";
import { USE_CASE_ACCESS } from "./access/use-cases.ts";
import { type SignedIn, signInVisitors, type Visitor, VISITORS } from "./access/visitors.ts";
import { ACTIONS } from "./bad-input/actions.ts";
import { ENDPOINTS } from "./bad-input/endpoints.ts";
import { type Known, knownRecords } from "./bad-input/known.ts";
import { PAGES } from "./every-page.ts";

const SEED = 47;
/** What a use case answers whoever has the role and not the record. */
const NOT_THEIRS = ["not-found", "not-your-region", "person-not-here", "village-outside", "check-in-gone", "no-person", "consent-needed"];

let deps: Deps;
let known: Known;
let letGo: () => Promise<void>;
let people: Record<Exclude<Visitor, "guest">, SignedIn>;

beforeAll(async () => {
  deps = await createDeps(process.env, { process: "test" });
  letGo = await holdFullHour(deps);
  known = await knownRecords(deps, SEED);
  people = await signInVisitors(deps, known, SEED);
  await settled(deps);
});
afterAll(async () => {
  await letGo?.();
  await deps?.close();
});

const routeOf = (name: string) => name.replace(/\.tsx?$/, "");
const pathsOf = async (route: string): Promise<string[]> => {
  const asked = ROUTE_ACCESS[route]!.path;
  if (asked) return [asked(known)];
  const pages = await Promise.all(PAGES.filter((page) => page.route === route && page.as !== "proved").map(({ path }) => (typeof path === "string" ? path : path(known, "zh"))));
  const found = [...pages, ...ENDPOINTS.filter((one) => one.route === route).map(({ path }) => path), ...ACTIONS.filter((one) => one.route === route).map(({ path }) => path(known))];
  // of several the ones that PAGES names: they have a record that is there
  return [...new Set(pages.length > 0 ? pages : found)];
};

let asked = 0;
const headersOf = (visitor: Visitor): Record<string, string> => ({ origin: baseUrl(), "x-forwarded-for": `198.19.${visitor.length}.${(asked += 1) % 250}`, ...(visitor === "guest" ? {} : { cookie: people[visitor].cookie }) });

/** An answer in one word, so that a table of them can be read. */
async function answer(visitor: Visitor, path: string, init: RequestInit = {}): Promise<string> {
  const reply = await fetch(baseUrl() + path, { redirect: "manual", ...init, headers: { ...headersOf(visitor), ...init.headers } });
  await reply.arrayBuffer();
  if (reply.status === 401 || /^\/login\?/.test(reply.headers.get("location") ?? "")) return "sign in";
  return reply.status === 403 ? "not you" : reply.status === 404 ? "not there" : reply.status < 400 ? "comes in" : String(reply.status);
}

function expected({ reads, record }: RouteAccess, visitor: Visitor): string {
  if (reads.includes(visitor)) return record === undefined || record.includes(visitor) ? "comes in" : "not there";
  return visitor === "guest" ? "sign in" : "not you";
}

/** Two at a time, as the machines of two cores that run this can do. */
async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all([0, 1].map(async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
}

const routes = readdirSync("app/routes").map(routeOf).sort();

describe("the tables of who may do what", () => {
  it("name every route (a new one gets a line in tests/e2e/access/routes.ts)", () => {
    expect(Object.keys(ROUTE_ACCESS).sort()).toEqual(routes);
  });

  it("name every use case with its roles, and whose records it takes (a new one gets a line in tests/e2e/access/use-cases.ts)", async () => {
    const all = await everyUseCase();
    expect(Object.fromEntries(Object.entries(USE_CASE_ACCESS).map(([name, { roles }]) => [name, [...roles].sort()]))).toEqual(
      Object.fromEntries([...all].map(([name, { roles }]) => [name, [...roles].sort()])));
    for (const [name, { of, reach, says }] of Object.entries(USE_CASE_ACCESS)) expect((of !== undefined && reach !== undefined) !== (says !== undefined), name).toBe(true);
  });
});

describe("every route, opened by everybody", () => {
  it.each(Object.entries(ROUTE_ACCESS).filter(([, { reads, onlySends }]) => reads !== EVERYONE && !onlySends))("%s: only by whom it is for, and only with a record of theirs", async (route, access) => {
    const paths = await pathsOf(route);
    expect(paths, "a path to ask for").not.toEqual([]);
    for (const path of paths) {
      const answers: Partial<Record<Visitor, string>> = {};
      await inPairs(VISITORS, async (visitor) => void (answers[visitor] = await answer(visitor, path)));
      expect(answers, path).toEqual(Object.fromEntries(VISITORS.map((visitor) => [visitor, expected(access, visitor)])));
    }
  });

  it("what is for everybody turns nobody away", async () => {
    const open = Object.entries(ROUTE_ACCESS).filter(([, { reads }]) => reads === EVERYONE).map(([route]) => route).filter((route) => !["logout", "login_.choose", "login_.second"].includes(route));
    const paths = (await Promise.all(open.map(pathsOf))).flat();
    const away: string[] = [];
    await inPairs(paths.flatMap((path) => (["guest", "seeker", "farCounty"] as const).map((visitor) => ({ path, visitor }))), async ({ path, visitor }) => {
      const got = await answer(visitor, path);
      if (got === "sign in" || got === "not you" || /^5/.test(got)) away.push(`${visitor} ${path}: ${got}`);
    });
    expect(away).toEqual([]);
  });
});

describe("people behind a number", () => {
  it("of a county's count are named to those of a bureau that acts for the county, and to nobody else", async () => {
    const named: Visitor[] = [];
    await inPairs(VISITORS, async (visitor) => {
      const page = await (await fetch(`${baseUrl()}/board/counties/141124`, { headers: headersOf(visitor) })).text();
      expect(page).toContain(zh.board.countyPage.people);
      if (!page.includes(zh.board.countyPage.guarded)) named.push(visitor);
    });
    expect(named.sort()).toEqual(["admin", "city", "county", "province"]);
  });
});

describe("every form, sent by everybody whom it is not for", () => {
  it("is refused, and no table is other than before", async () => {
    await settled(deps);
    const before = await fingerprint(deps);
    const wrong: string[] = [];
    const trials = ACTIONS.flatMap((action) => {
      const access = ROUTE_ACCESS[action.route]!;
      const writes = access.writes ?? access.reads;
      return writes === EVERYONE ? [] : VISITORS.filter((visitor) => !writes.includes(visitor)).map((visitor) => ({ action, visitor, access: { reads: writes } }));
    });
    expect(trials.length).toBeGreaterThan(300);
    await inPairs(trials, async ({ action, visitor, access }) => {
      const form = action.replay?.(known) ?? Object.fromEntries(action.fields.map((field) => [field, "1"]));
      const got = await answer(visitor, action.path(known), { method: "POST", body: new URLSearchParams(form) });
      if (got !== expected(access, visitor)) wrong.push(`${visitor} ${action.route}: ${got}`);
    });
    expect(wrong).toEqual([]);
    expect(await fingerprint(deps)).toEqual(before);
  });

  it("with a record of somebody else's in its address is answered as one that isn't there, and no table is other than before", async () => {
    await settled(deps);
    const before = await fingerprint(deps);
    const wrong: string[] = [];
    const trials = ACTIONS.flatMap((action) => {
      const access = ROUTE_ACCESS[action.route]!;
      return access.record === undefined ? [] : access.reads.filter((visitor) => !access.record!.includes(visitor)).map((visitor) => ({ action, visitor, record: pathsOf(action.route) }));
    });
    expect(trials.length).toBeGreaterThan(40);
    await inPairs(trials, async ({ action, visitor, record }) => {
      const form = new URLSearchParams(action.forged?.[0]?.missing.form ?? Object.fromEntries(action.fields.map((field) => [field, "1"])));
      const got = await answer(visitor, (await record)[0]!, { method: "POST", body: form });
      // a form refused stays open with what was typed and the reason; nothing of the record is in it
      if (got !== "not there" && got !== "not you") wrong.push(`${visitor} ${action.route}: ${got}`);
    });
    expect(wrong).toEqual([]);
    expect(await fingerprint(deps)).toEqual(before);
  });
});

async function everyUseCase(): Promise<Map<string, UseCase<unknown>>> {
  const modules = await Promise.all(Object.values(import.meta.glob<Record<string, unknown>>("../../app/usecases/**/*.server.ts")).map((load) => load()));
  const all = modules.flatMap((module) => Object.values(module)).filter((value): value is UseCase<unknown> => typeof value === "function" && "useCaseName" in value);
  return new Map(all.map((one) => [one.useCaseName, one]));
}

describe("every use case, asked for by everybody", () => {
  const codeOf = async (ask: UseCase<unknown>, actor: Actor, input: unknown): Promise<string> => {
    const result = await ask(deps, actor, input);
    return result.ok ? "ok" : (result.problems[0]?.code ?? "?");
  };
  const stranger = (role: Role): Actor => ({ userId: null, role, regionCode: role === "OFFICER" || role === "ADMIN" || role === "AGENT" ? "140000" : null, personId: null, employerId: null, purpose: "test" });

  it("refuses every role that is not named for it, whatever the region, and no table is other than before", async () => {
    await settled(deps);
    const before = await fingerprint(deps);
    const all = await everyUseCase();
    let refused = 0;
    for (const [name, { roles, of }] of Object.entries(USE_CASE_ACCESS)) {
      for (const role of ROLES.filter((one) => !roles.includes(one))) {
        expect(await codeOf(all.get(name)!, stranger(role), of?.(known) ?? {}), `${name} as ${role}`).toBe("forbidden");
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(200);
    expect(await fingerprint(deps)).toEqual(before);
  });

  it("refuses whoever has the role and neither the region, the household nor the record, and no table is other than before", async () => {
    await settled(deps);
    const before = await fingerprint(deps);
    const all = await everyUseCase();
    const wrong: string[] = [];
    for (const [name, { roles, of, reach }] of Object.entries(USE_CASE_ACCESS)) {
      if (!of) continue;
      for (const visitor of VISITORS) {
        if (visitor === "guest" || reach!.includes(visitor) || !roles.includes(people[visitor].actor.role)) continue;
        const code = await codeOf(all.get(name)!, people[visitor].actor, of(known));
        if (!NOT_THEIRS.includes(code)) wrong.push(`${name} as ${visitor}: ${code}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint(deps)).toEqual(before);
  });

  it("lets in whoever has both, so that the refusals are about just that", async () => {
    const all = await everyUseCase();
    const wrong: string[] = [];
    for (const [name, { of, reach, shared }] of Object.entries(USE_CASE_ACCESS)) {
      const visitor = reach?.[0];
      if (!of || shared || visitor === undefined || visitor === "guest") continue;
      const code = await codeOf(all.get(name)!, people[visitor].actor, of(known));
      // an agent who is asked for the person's consent has come past role and region
      if (code !== "consent-needed" && [...NOT_THEIRS, "forbidden", "required", "invalid"].includes(code)) wrong.push(`${name} as ${visitor}: ${code}`);
    }
    expect(wrong).toEqual([]);
  });
});
