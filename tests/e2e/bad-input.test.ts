import { readdirSync, readFileSync } from "node:fs";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { templateWorkbook } from "#app/platform/tables/template-workbook.server.ts";
import { baseUrl } from "#tests/setup/browser.ts";
import { makePhoto } from "#tests/factories/photos.ts";
import { holdFullHour } from "#tests/setup/full-hour.ts";
import { fingerprint, keepingNothing as keepingNothingIn, settled } from "#tests/setup/fingerprint.ts";
import type { Action, Sent } from "./bad-input/action.ts";
import { ACTIONS } from "./bad-input/actions.ts";
import { ENDPOINTS } from "./bad-input/endpoints.ts";
import { type Known, knownRecords } from "./bad-input/known.ts";
import { provedPhone } from "./bad-input/proof.ts";

const ROUTES = "app/routes";
const HOSTILE = "'); DROP TABLE post;-- \" OR 1=1 <script>alert(1)</script> {{7*7}} ${jndi:x} ../../etc/passwd \u0000\u202e𠮷㛃😀";
const FORM = { "content-type": "application/x-www-form-urlencoded" };
/** Written as it is sent: to encode it anew for every form takes longer than all else here. */
const TEN_MEGABYTES = "%E9%95%BF".repeat(1_200_000);

const KEEPING = [
  ["post", "title"], ["post_report", "detail"], ["saved_search", "name"], ["employer", "name"], ["person_job", "said"], ["certificate", "issuer"], ["certificate", "decisionReason"], ["certificate_issuer", "document"], ["certificate_issuer", "suspendedReason"],
  ["inquiry_message", "text"], ["registration", "ownWords"], ["count_draw", "note"], ["delegation", "sheetRef"], ["welfare_fund", "fundSource"],
  ["workfare_project", "name"], ["policy_draft", "documentNumber"], ["policy_draft", "source"], ["claim", "reason"], ["workshop", "name"], ["workshop", "product"],
  ["startup", "name"], ["training_body", "name"], ["training_course", "title"], ["training_class", "place"], ["labour_brand", "name"], ["labour_agreement", "number"], ["dispatch", "gatherPlace"], ["service_station", "name"], ["user_account", "displayName"], ["brand_use", "note"], ["employment_drive", "name"], ["job_fair", "title"],
] as const;

let deps: Deps;
let known: Known;
let letGo: () => Promise<void>;
const cookies = new Map<string, string>();
let visitors = 0;

/** Each request comes from an address of its own, as through a proxy, so that the limits of one address don't end the test. */
const visitor = () => ({ "x-forwarded-for": `198.18.1.${(visitors += 1) % 250}` });
const send = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(baseUrl() + path, { method: "POST", redirect: "manual", ...init, headers: { origin: baseUrl(), ...visitor(), ...init.headers } });

async function cookieOf({ as, proved }: Pick<Action, "as" | "proved">, fresh = false): Promise<Record<string, string>> {
  const who = proved ?? (as === "welder" ? known.welder : as);
  if (who === undefined) return {};
  if (fresh || !cookies.has(who)) cookies.set(who, proved ? await provedPhone(deps, proved === "REGISTER" ? known.freePhones.proved : known.household, proved) : await signedIn(who));
  return { cookie: cookies.get(who)! };
}
async function signedIn(username: string): Promise<string> {
  const reply = await send("/login", { body: new URLSearchParams({ username, password: `demo-${username}` }) });
  expect(reply.status).toBe(302);
  return reply.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
}
const submit = async (action: Pick<Action, "as" | "proved">, path: string, body: BodyInit, headers: Record<string, string> = {}) => send(path, { body, headers: { ...(await cookieOf(action)), ...headers } });

/** Summing up every table takes longer than a request: what is sent one after the other is looked at together. */
const keepingNothing = <T>(work: () => Promise<T>): Promise<T> => keepingNothingIn(deps, work);
const unlessHarmless = ({ harmless }: Action, work: () => Promise<void>): Promise<void> => (harmless ? work() : keepingNothing(work));

/** An answer in words for people: no failure, no stack, no SQL, nothing of what was sent as markup. */
async function expectClear(reply: Response): Promise<string> {
  const text = await reply.text();
  expect(reply.status, text.slice(0, 300)).toBeLessThan(500);
  // a download gives back to the letter what somebody typed
  if (!reply.headers.get("content-disposition")?.startsWith("attachment")) expect(text).not.toContain("<script>alert");
  expect(text).not.toMatch(/SQLSTATE|\bER_[A-Z_]+|Prisma|node_modules|at \w+ \(/);
  return text;
}

/** What a page says in its main part, without what was sent and without what differs from one answer to the next. */
const gist = (text: string, sent: readonly string[] = []) => sent.filter((value) => value !== "").reduce((rest, value) => rest.replaceAll(value, "#"), /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text).replace(/[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f]{8}-[0-9a-f-]{27}/g, "#");

beforeAll(async () => {
  deps = await createDeps(process.env, { process: "test" });
  letGo = await holdFullHour(deps);
  known = await knownRecords(deps, 31);
  await settled(deps);
});
afterAll(async () => {
  await letGo?.();
  await deps?.close();
});

describe("the list of what takes something in", () => {
  const files = readdirSync(ROUTES).filter((name) => /\.tsx?$/.test(name));
  const source = (name: string) => readFileSync(`${ROUTES}/${name}`, "utf8");
  const named = (list: readonly { route: string }[]) => [...new Set(list.map(({ route }) => route))].sort();

  it("names every route with an action (a new one gets a line in tests/e2e/bad-input/actions.ts)", () => {
    const withAction = files.filter((name) => /export (?:async function|function|const) action\b|export \{[^}]*\baction\b/.test(source(name))).map((name) => name.replace(/\.tsx?$/, ""));
    expect(named(ACTIONS)).toEqual(withAction.sort());
  });

  it("names every route that answers with data instead of a page", () => {
    const withoutPage = files.filter((name) => /export (?:async function|function|const) loader\b/.test(source(name)) && !/export default|export \{ default/.test(source(name))).map((name) => name.replace(/\.tsx?$/, ""));
    expect(withoutPage.filter((route) => route !== "$" && !ENDPOINTS.some((one) => one.route === route) && !ACTIONS.some((one) => one.route === route))).toEqual([]);
  });
});

describe.each(ACTIONS.map((action) => [action.route, action] as const))("%s", (_route, action) => {
  // signing in writes, and is not what is looked at here
  beforeAll(async () => {
    await cookieOf(action);
    if (action.proved) await settled(deps);
  });

  it("refuses ten megabytes before it reads them, and says how much is too much", async () => {
    const reply = await keepingNothing(() => submit(action, action.path(known), `${action.fields[0] ?? "x"}=${TEN_MEGABYTES}`, FORM).catch(() => null));
    // the connection may be closed under a sender who goes on sending
    if (reply) {
      expect(reply.status).toBe(413);
      expect(await reply.text()).toMatch(action.file === "photo" ? /8 MB/ : /1 MB/);
    }
  });

  it("keeps nothing of words too long, of SQL, script, rare and control characters in every field, or of no field at all", async () => {
    const tooLong = "长".repeat(Math.floor(90_000 / Math.max(1, action.fields.length)));
    await unlessHarmless(action, async () => {
      for (const text of [...(action.takesAnyText ? [] : [HOSTILE]), tooLong, ...(action.takesNothing ? [] : [""])]) {
        await expectClear(await submit(action, action.path(known), new URLSearchParams(action.fields.map((field) => [field, text]))));
      }
    });
    if (action.route === "logout") await cookieOf(action, true);
  });

  it("answers what is no form, a broken one and fields sent many times in words, and keeps nothing", async () => {
    const path = action.path(known);
    const many = new URLSearchParams(action.fields.flatMap((field) => Array.from({ length: 50 }, () => [field, "1"])));
    const bodies: readonly (readonly [string, string])[] = [
      ["application/json", "{\"__proto__\":{\"role\":\"ADMIN\"}}"], ["text/plain", "x"], ["multipart/form-data", "no boundary"], ["multipart/form-data; boundary=x", "--x\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\ncut off"],
      ["application/x-www-form-urlencoded", many.toString()],
    ];
    const files = new FormData();
    for (const field of action.fields) if (field !== "file") files.append(field, new Blob(["1"]), "x");
    await unlessHarmless(action, async () => {
      for (const [type, body] of bodies) await expectClear(await submit(action, path, body, { "content-type": type }));
      if (!action.takesNothing && !action.file) await expectClear(await submit(action, path, files));
    });
    if (action.route === "logout") await cookieOf(action, true);
  });

  if (action.as) it("sends a guest to sign in, or lets go of what was sent", async () => {
    const reply = await keepingNothing(() => send(action.path(known), { body: new URLSearchParams(action.fields.map((field) => [field, "1"])) }));
    expect(action.data ? [401] : [302, 404]).toContain(reply.status);
    if (reply.status === 302) expect(reply.headers.get("location")).toMatch(/^\/(login\?|$)/);
  });

  if (action.forged) it("answers a stranger's record as one that is not there, and leaves it as it was", async () => {
    for (const { stranger, missing } of action.forged!) {
      const lawful = stranger(known).form;
      const differing = Object.keys(lawful).filter((name) => lawful[name] !== missing.form[name]).flatMap((name) => [lawful[name], missing.form[name]].filter((value) => value !== undefined));
      const answer = async ({ path, form }: Sent) => {
        const reply = await submit(action, path, new URLSearchParams(form));
        return { status: reply.status, says: gist(await expectClear(reply), differing) };
      };
      const [other, none] = await keepingNothing(async () => [await answer(stranger(known)), await answer(missing)] as const);
      expect([200, 404]).toContain(other.status);
      expect(other).toEqual(none);
    }
  });

  if (action.refused) it("leaves alone what everybody may see and somebody else may change", async () => {
    const { path, form } = action.refused!(known);
    expect(await expectClear(await keepingNothing(() => submit(action, path, new URLSearchParams(form))))).toContain("role=\"alert\"");
  });

  if (action.wrong) it("keeps nothing of what is lawful but for one thing", async () => {
    await keepingNothing(async () => {
      for (const form of action.wrong!(known)) {
        const reply = await submit(action, action.path(known), new URLSearchParams(form as Record<string, string>));
        await expectClear(reply);
        expect(reply.status, JSON.stringify(form)).not.toBe(302);
      }
    });
  });

  if (action.replay) it("keeps what is lawful to its last rare character, once, however often it is sent", async () => {
    const form = new URLSearchParams(action.replay!(known));
    const oneVisitor = { "x-forwarded-for": "198.18.2.1" };
    const first = await submit(action, action.path(known), form, oneVisitor);
    expect(first.status, await first.clone().text().then((text) => gist(text).slice(0, 600))).toBe(302);
    await settled(deps);
    for (const text of action.keeps ?? [...form.values()].filter((value) => value.includes("𠮷"))) expect(await holds(text), text).toBe(true);
    const counts = await rowCounts();
    for (let again = 0; again < 2; again += 1) await expectClear(await submit(action, action.path(known), form, oneVisitor));
    await settled(deps);
    expect(await rowCounts()).toEqual(counts);
  });
});

/** Whether any text column of the database holds just this text, or somebody's name is so. */
async function holds(text: string): Promise<boolean> {
  for (const [table, column] of KEEPING) {
    const [rows] = await deps.pool.query<RowDataPacket[]>(`SELECT 1 AS yes FROM ${table} WHERE ${column} = ?`, [text]);
    if (rows.length > 0) return true;
  }
  for (const table of ["care_case", "watch_step"]) {
    const [rows] = await deps.pool.query<RowDataPacket[]>(`SELECT noteEnc FROM ${table} WHERE noteEnc IS NOT NULL`);
    if (rows.some(({ noteEnc }) => deps.crypto.decrypt("case.note", String(noteEnc)) === text)) return true;
  }
  const latest = await deps.db.person.findMany({ orderBy: { recordedAt: "desc" }, take: 20, select: { nameEnc: true } });
  return latest.some(({ nameEnc }) => deps.crypto.decrypt("person.name", nameEnc) === text);
}

/** Rows of every table, but for what is only said of what was done. */
async function rowCounts(): Promise<Record<string, number>> {
  const names = Object.keys(await fingerprint(deps)).filter((name) => name !== "outbox_event");
  const counts = await Promise.all(names.map(async (table) => {
    const [[row]] = await deps.pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${table}`);
    return [table, Number(row!.n)] as const;
  }));
  return Object.fromEntries(counts);
}

describe("what is asked for in an address", () => {
  it.each(ENDPOINTS.map((endpoint) => [endpoint.path, endpoint] as const))("%s answers anything with words, keeps nothing and runs nothing of it", async (_path, { as, path, query }) => {
    const headers = { ...(await cookieOf({ as })) };
    await keepingNothing(async () => {
      for (const text of [HOSTILE, "长".repeat(600), "9".repeat(400), "-1", "%00"]) {
        const asked = new URLSearchParams(query.map((name) => [name, text]));
        const ask = () => fetch(`${baseUrl()}${path}?${asked}`, { redirect: "manual", headers: { ...headers, ...visitor() } });
        // an address of many KB is refused with its connection, which a later request may have been given: that one asks again
        const reply = await ask().catch(ask);
        await expectClear(reply);
        expect(reply.headers.get("location") ?? "").not.toMatch(/^(https?:)?\/\//);
      }
    });
  });

  it.each(["/c/", "/invited/", "/files/", "/receipts/", "/me/profile/certificates/", "/me/questions/", "/employer/questions/", "/bureau/questions/", "/bureau/checkins/", "/bureau/certificates/", "/agent/entries/", "/board/samples/", "/board/months/", "/me/placements/", "/me/invitations/", "/employer/hiring/", "/jobs/", "/runs/", "/alerts/", "/placements/", "/bureau/workfare/", "/bureau/paysheets/", "/muster/", "/policy/", "/policy/drafts/", "/policy/simulations/", "/bureau/claims/", "/bureau/workshops/", "/bureau/training/classes/", "/training/", "/bureau/agreements/", "/bureau/dispatches/", "/me/dispatches/", "/fairs/", "/bureau/fairs/", "/watch/", "/watch/households/"])("%s with an id that is none finds nothing there", async (path) => {
    for (const id of ["'%20OR%201=1", "%F0%A0%AE%B7", "..%2f..%2fetc%2fpasswd", "1".repeat(2_000), "%00"]) {
      const reply = await fetch(`${baseUrl()}${path}${id}`, { redirect: "manual", headers: visitor() });
      await expectClear(reply);
      expect([200, 302, 400, 404]).toContain(reply.status);
    }
  });
});

describe("a file that is not what it says", () => {
  const upload = async (bytes: Uint8Array | string, name: string, type: string) => {
    const form = new FormData();
    form.append("file", new Blob([bytes as BlobPart], { type }), name);
    return keepingNothing(() => submit({ as: "employer" }, "/employer/posts/upload", form));
  };
  const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  it.each([
    ["a page named as a workbook", "<html><script>alert(1)</script></html>", "posts.xlsx"],
    ["a program", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...Array.from({ length: 500 }, (_, at) => at % 256)]), "posts.xlsx"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "posts.xlsx"],
    ["an archive that is no workbook", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, ...Array.from({ length: 60 }, () => 0)]), "posts.xlsx"],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]), "posts.xls"],
    ["a cut gzip", new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]), "posts.csv.gz"],
    ["nothing at all", new Uint8Array(), "posts.xlsx"],
    ["a name that is a path", "x", "../../../etc/passwd"],
  ])("%s is named for what it is, and nothing of it is kept", async (_what, bytes, name) => {
    const text = await expectClear(await upload(bytes, name, XLSX));
    expect(text).toMatch(/role="alert"/);
  });

  it("a whole workbook cut in the middle is refused as a whole", async () => {
    const whole = await templateWorkbook("岗位", ["岗位名称", "工资"], [["=cmd|'/c calc'!A1", "6000"]]);
    const text = await expectClear(await upload(new Uint8Array(whole).subarray(0, Math.floor(whole.byteLength / 2)), "posts.xlsx", XLSX));
    expect(text).toMatch(/role="alert"/);
  });
});

describe("a photo that is none", () => {
  const upload = async (bytes: Uint8Array | string, name: string, type = "image/jpeg") => {
    const form = new FormData();
    form.append("intent", "photo");
    form.append("photo", new Blob([bytes as BlobPart], { type }), name);
    return keepingNothing(() => submit({ as: "welder" }, `/me/profile/certificates/${known.ownCertificate}`, form));
  };

  it.each([
    ["a text", "我的证书", "证书.jpg"],
    ["a program", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...Array.from({ length: 500 }, (_, at) => at % 256)]), "photo.jpg"],
    ["a drawing with script in it", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>", "photo.svg"],
    ["a page", "<html><script>alert(1)</script></html>", "photo.png"],
    ["nothing at all", new Uint8Array(), "photo.jpg"],
    ["a name that is a path", "x", "../../../etc/passwd"],
  ])("%s is refused in words, and nothing of it is kept", async (_what, bytes, name) => {
    expect(await expectClear(await upload(bytes, name))).toMatch(/role="alert"/);
  });

  it("a photo cut in the middle is refused as a whole", async () => {
    const whole = await makePhoto("jpeg", 1_200, 900);
    expect(await expectClear(await upload(whole.subarray(0, Math.floor(whole.byteLength / 2)), "cut.jpg"))).toMatch(/role="alert"/);
  });

  it("ten megabytes are refused before they are held, and said to be too much", async () => {
    const reply = await upload(new Uint8Array(10_485_760).fill(7), "large.jpg").catch(() => null);
    if (reply) expect(await expectClear(reply)).toMatch(/MB/);
  });

  it("somebody else's is not there, for whoever asks", async () => {
    for (const as of ["welder", "county", "agent", undefined]) {
      const reply = await fetch(`${baseUrl()}/files/${known.strangerPhoto}`, { redirect: "manual", headers: { ...(await cookieOf({ as })), ...visitor() } });
      expect([as, reply.status]).toEqual([as, as === undefined ? 302 : 404]);
    }
  });
});

describe("a link to answer by", () => {
  it.each([["run out", () => known.links.expired], ["never given out", () => "B".repeat(22)], ["no link at all", () => "x"]])("that was %s is answered alike, in words on what to do next", async (_what, token) => {
    const ask = async (one: string) => {
      const reply = await keepingNothing(() => fetch(`${baseUrl()}/c/${one}`, { headers: visitor() }));
      return { status: reply.status, says: gist(await expectClear(reply)) };
    };
    const gone = await ask(token());
    expect(gone.status).toBe(404);
    expect(gone.says).toContain("12333");
    expect(gone).toEqual(await ask("C".repeat(22)));
  });
});
