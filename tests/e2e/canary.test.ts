import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { SEALED_TABLES } from "#app/data/keys/sealed-columns.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createSearchClient } from "#search/client.ts";
import { baseUrl } from "#tests/setup/browser.ts";
import { settled } from "#tests/setup/fingerprint.ts";
import { EVERYONE, ROUTE_ACCESS } from "./access/routes.ts";
import { type SignedIn, signInVisitors, type Visitor, VISITORS } from "./access/visitors.ts";
import { ENDPOINTS } from "./bad-input/endpoints.ts";
import { type Known, knownRecords } from "./bad-input/known.ts";
import { provedPhone } from "./bad-input/proof.ts";
import { collectNeedles, type Needles } from "./canary/needles.ts";
import { fetched, inLogs, inPlainColumns, inRedis, inSearch, inSearchDump } from "./canary/places.ts";
import { PAGES } from "./every-page.ts";

const SEED = 33;
/** Characters that no name of the made-up data has, so that they are nobody else's. */
const CANARY = "鱻麤靐";
const PHONE = "19991837465";
const ID = makeResidentId(MADE_UP_ID_REGION, "1979-02-28", 487, "F");
const ACCOUNT = "6217000010083746552";

/** Pages that are made to show numbers in full, by whom they are for: the escort on the cards that are printed for a journey, and to whoever rides; one's own file; what a demonstration would have sent. */
const SHOWS_NUMBERS = new Set([
  ...["county", "city", "province", "admin"].map((visitor) => `bureau.dispatches.$id_.cards ${visitor}`),
  "me.dispatches.$id seeker",
  ...["seeker", "welder", "worker"].map((visitor) => `me.privacy.download ${visitor}`),
  ...["guest", "seeker", "farCounty"].map((visitor) => `sms ${visitor}`),
]);

let deps: Deps;
let known: Known;
let people: Record<Exclude<Visitor, "guest">, SignedIn>;
let canaryId: string;
let needles: Needles;
let asked = 0;

const headersOf = (visitor: Visitor): Record<string, string> => ({ origin: baseUrl(), "x-forwarded-for": `198.20.${VISITORS.indexOf(visitor)}.${(asked += 1) % 250}`, ...(visitor === "guest" ? {} : { cookie: people[visitor].cookie }) });
const post = (path: string, form: Record<string, string>, headers: Record<string, string>) => fetch(baseUrl() + path, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(form) });

/** Somebody whose every field is a canary: registers by telephone, fills in what there is, tries to sign in the wrong way, is looked for. */
async function fly(): Promise<string> {
  const cookie = await provedPhone(deps, PHONE, "REGISTER");
  const from = { origin: baseUrl(), "x-forwarded-for": "198.20.99.1", cookie };
  const town = await deps.db.region.findFirstOrThrow({ where: { parentCode: "141124", level: "TOWN" }, orderBy: { code: "asc" } });
  await post("/register/who", { name: CANARY, idNumber: ID, education: "JUNIOR", countyCode: "141124" }, from);
  const consents = new URLSearchParams([["homeRegionCode", town.code], ["consents", "SERVICE"], ["consents", "EMPLOYERS"], ["password", "a long enough one"]]);
  await fetch(`${baseUrl()}/register/home`, { method: "POST", redirect: "manual", headers: from, body: consents });
  const { id } = await deps.db.person.findFirstOrThrow({ where: { idNumberIndex: { in: deps.crypto.blindIndexes("person.idNumber", ID) } } });
  await deps.db.$transaction((tx) => saveBankAccount(deps, tx, { personId: id, account: ACCOUNT, bankName: "山西农信", holderIsPerson: true, recordedBy: null }));
  const contact = { name: `${CANARY}姐`, relation: "姐妹", phone: "19991837466" };
  await deps.db.emergencyContact.upsert({ where: { personId: id }, create: { personId: id, contactEnc: deps.crypto.encrypt("emergency.contact", JSON.stringify(contact)), updatedAt: deps.clock.now() }, update: {} });
  for (const username of [ID, PHONE]) await post("/login", { username, password: "not this one" }, { origin: baseUrl(), "x-forwarded-for": "198.20.99.2" });
  await post("/login", { username: PHONE, password: "a long enough one" }, { origin: baseUrl(), "x-forwarded-for": "198.20.99.3" });
  for (const visitor of ["county", "guest", "farAgent"] as const) await post("/agent/register", { name: CANARY, idNumber: ID, phone: PHONE, homeRegionCode: town.code }, headersOf(visitor));
  return id;
}

beforeAll(async () => {
  deps = await createDeps(process.env, { process: "test" });
  known = await knownRecords(deps, SEED);
  people = await signInVisitors(deps, known, SEED);
  canaryId = await fly();
  await settled(deps);
  needles = await collectNeedles(deps, CANARY);
});
afterAll(() => deps?.close());

describe("what is encrypted", () => {
  it("is looked for as it is: the canary's fields are among what is looked for", () => {
    expect(needles.size.figures).toBeGreaterThan(300);
    for (const [text, where] of [[ID, "idNumberEnc"], [PHONE, "phoneEnc"], [ACCOUNT, "accountEnc"], [CANARY, "nameEnc"], [`${CANARY}姐`, "contactEnc"]]) {
      expect(needles.in(`<p>${text}</p>`).map((find) => find.split(".")[1]), text).toContain(where);
    }
    expect(needles.in("岗位 18 个，编号 01K9A3，13900000000000000000000000")).toEqual([]);
  });

  it("stands in no key and no value of Redis", async () => {
    const { looked, finds } = await inRedis(deps, needles);
    expect(looked).toBeGreaterThan(10);
    expect(finds).toEqual([]);
  });

  it("stands in no document, setting or task of the search engine", async () => {
    const { looked, finds } = await inSearch(deps, needles);
    expect(looked).toBeGreaterThan(300);
    expect(finds).toEqual([]);
  });

  it("stands in no line of a dump of the search engine", async ({ skip }) => {
    const dump = (await inSearchDump(deps, needles)) ?? skip("the search engine is somebody else's: its dumps are out of reach");
    expect(dump.looked).toBeGreaterThan(300);
    expect(dump.finds).toEqual([]);
  });

  it("stands in no column that is not encrypted", async () => {
    const { looked, finds } = await inPlainColumns(deps, needles);
    expect(looked).toBeGreaterThan(300);
    expect(finds).toEqual([]);
  });

  it("is where a word of a short list is kept, too: nobody's category, capacity or order of help was written in the open", async () => {
    for (const { table, flags = {}, movedFrom = {} } of SEALED_TABLES) {
      for (const sealed of Object.keys(flags)) {
        const [[row]] = await deps.pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n, SUM(?? IS NOT NULL) AS plain, SUM(?? IS NOT NULL) AS sealed FROM ??", [movedFrom[sealed], sealed, table]);
        expect([table, Number(row!.n) > 0, Number(row!.plain)]).toEqual([table, true, 0]);
        // a list need not say what everybody on it is
        if (table !== "roster") expect([table, Number(row!.sealed)]).toEqual([table, Number(row!.n)]);
      }
    }
  });

  it("is told to nobody whom a page is not for, on no page that shows numbers in full unasked, in no metric, error or address", async () => {
    const trials: { path: string; visitor: Visitor; route: string }[] = [];
    for (const [route, { reads, onlySends, path: own }] of Object.entries(ROUTE_ACCESS)) {
      if (onlySends) continue;
      const pages = await Promise.all(PAGES.filter((page) => page.route === route && page.as !== "proved").map(({ path }) => (typeof path === "string" ? path : path(known, "zh"))));
      const paths = own ? [own(known)] : pages.length > 0 ? pages : ENDPOINTS.filter((one) => one.route === route).map(({ path }) => path);
      // of everybody's pages three look on, of the others everybody does, whether they may or not
      const visitors: readonly Visitor[] = reads === EVERYONE ? ["guest", "seeker", "farCounty"] : VISITORS;
      for (const path of new Set(paths)) for (const visitor of visitors) if (route !== "logout") trials.push({ path, visitor, route });
    }
    for (const visitor of VISITORS) for (const path of [`/agent/people/${canaryId}`, `/agent/people/${canaryId}/forms`, "/metrics", "/healthz", "/no-such-page"]) trials.push({ path, visitor, route: path });
    expect(trials.length).toBeGreaterThan(1_000);
    const leaks = new Map<string, Set<string>>();
    const queue = [...trials];
    await Promise.all([0, 1, 2].map(async () => {
      for (let trial = queue.shift(); trial !== undefined; trial = queue.shift()) {
        const { text } = await fetched(trial.path, headersOf(trial.visitor));
        const finds = needles.in(text);
        if (finds.length > 0 && !SHOWS_NUMBERS.has(`${trial.route} ${trial.visitor}`)) leaks.set(`${trial.route} ${trial.visitor}`, new Set([...(leaks.get(`${trial.route} ${trial.visitor}`) ?? []), ...finds]));
      }
    }));
    expect(Object.fromEntries([...leaks].map(([key, finds]) => [key, [...finds].join(" ")]))).toEqual({});
  });

  it("stands in no line of the logs of web and workers", async () => {
    const { looked, finds } = await inLogs(needles);
    expect(looked).toBeGreaterThan(100);
    expect(finds).toEqual([]);
  });

  it("would be found: a leak into each of these places is", async () => {
    const key = `${deps.env.QUEUE_PREFIX}:canary`;
    const uid = `${deps.env.MEILI_PREFIX}canary`;
    const meili = createSearchClient(deps.env.MEILI_URL, deps.env.MEILI_KEY);
    const noticeId = deps.newId();
    try {
      await deps.redis.hset(key, { job: JSON.stringify({ phone: PHONE }) });
      await meili.index(uid).addDocuments([{ id: 1, note: `身份证 ${ID.toLowerCase()}。` }], { primaryKey: "id" }).waitTask();
      await deps.db.notice.create({ data: { id: noticeId, personId: canaryId, kind: "helper-asked", onceKey: `canary:${ACCOUNT}`, recordedAt: deps.clock.now() } });
      appendFileSync(join(process.env.PRODUCT_LOGS!, "workers-canary.log"), `${JSON.stringify({ detail: CANARY })}\n`);
      expect((await inRedis(deps, needles)).finds).toEqual([expect.stringMatching(/canary: \w+\.phoneEnc$/)]);
      expect((await inSearch(deps, needles)).finds).toContain(`${uid}: person.idNumberEnc`);
      if (process.env.MEILI_DUMPS) expect((await inSearchDump(deps, needles))!.finds).toContain("dump: person.idNumberEnc");
      expect((await inPlainColumns(deps, needles)).finds).toEqual(["notice.onceKey: bank_account.accountEnc"]);
      expect((await inLogs(needles)).finds).toContain("workers-canary.log: person.nameEnc");
    } finally {
      const { rmSync } = await import("node:fs");
      rmSync(join(process.env.PRODUCT_LOGS!, "workers-canary.log"), { force: true });
      await deps.redis.del(key);
      await deps.db.notice.deleteMany({ where: { id: noticeId } });
      await meili.deleteIndex(uid).waitTask();
    }
  });
});
