import { readdirSync, readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TABLES } from "#app/exports/registry.server.ts";
import type { SheetCell } from "#app/platform/tables/workbook.ts";
import { formatOf, valueOf } from "#app/platform/tables/workbook.ts";
import { readTable } from "#app/exports/write-table.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { baseUrl } from "#tests/setup/browser.ts";
import { settled } from "#tests/setup/fingerprint.ts";
import { type Known, knownRecords } from "./bad-input/known.ts";
import { PAGES } from "./every-page.ts";
import { signedInCookie } from "./signed-in.ts";

const LINXIAN = "141124";
const ELSEWHERE = "140222";

/** Routes of which some tables have no file of their own, how many at most, and why not. */
const WITHOUT_FILE: Readonly<Record<string, { tables: number; why: string }>> = {
  "runs.$id": { tables: 3, why: "its four groupings of people are one list in their file" },
  "policy._index": { tables: 20, why: "its groups of rules are one list in their file" },
  "policy.regimes": { tables: 1, why: "what changed and what stayed are one list in their file" },
  "policy.simulations.$id": { tables: 1, why: "the counties shown and those folded are one list in their file" },
  "bureau.dispatches.$id": { tables: 1, why: "the steps of one journey, to be read in their order" },
  "matches.why": { tables: 2, why: "one pair explained, to be read in its sentences" },
  "bureau.rosters.$id": { tables: 1, why: "the columns of a roster are a form" },
  "bureau.paysheets.$id_.public": { tables: 1, why: "a notice for the wall" },
  "bureau.workfare.$id_.hire": { tables: 1, why: "the few in touch with one post" },
  "muster.$id": { tables: 3, why: "a roll is a form, and its history a chain that is checked line by line" },
  "bureau.people.$id.days": { tables: 1, why: "the calendar draws the days that the months beneath it count" },
  "bureau.welfare.posts.$id_.board": { tables: 1, why: "a notice for the wall" },
  "bureau.welfare.sheets.$id_.board": { tables: 1, why: "a notice for the wall; the lines are those of the sheet, taken along there" },
  "bureau.welfare.attendance": { tables: 1, why: "a form; what it says is on each person's book of days" },
  "board.wall": { tables: 1, why: "a screen on a wall: nothing to press" },
  "training._index": { tables: 1, why: "what anybody may apply for; the office's own list has its file" },
  "brands.$id": { tables: 1, why: "a public page; its members are one list in the desk's file" },
  "admin.jobs": { tables: 3, why: "for whoever runs the machine: ids and codes of a moment" },
  style: { tables: 20, why: "samples of how things look" },
  sms: { tables: 1, why: "what a demonstration would have sent; elsewhere there is no such page" },
};

/** Tables that the starter data may have no rows for: a page then says so and shows neither table nor link. */
const MAY_BE_EMPTY: Readonly<Record<string, string>> = {
  openings: "", "unusual-openings": "", ads: "", "post-reports": "", certificates: "", "uncertified-people": "?county=141124", "ending-certificates": "", questions: "", "care-cases": "", "brand-pay": "?brand=B", rosters: "", "resettlement-sites": "", "counted-people": "?county=141124", "counted-rungs": "?county=141124", "count-samples": "",
  "restatement-reasons": "?month=M&year=Y", "restatement-counties": "?month=M&year=Y", "restatement-people": "?month=M&year=Y", "rule-drafts": "", "overseas-applications": "", claims: "", "watch-cases": "", workshops: "", startups: "",
  "dispatch-no-shows": "", "welfare-sheets": "", "welfare-quota-posts": "?quota=Q", "person-days": "?person=P",
};
/** Tables of records that the starter data may have none of; roster ones are looked at in tests/integration/rosters.test.ts. */
const MAY_NOT_BE_THERE = ["roster-rejects", "roster-differences", "draft-simulations", "simulation-people", "simulation-counties", "household-cases", "household-work", "workshop-hires", "workshop-recognitions", "pay-lines", "run-history", "training-waiting"];

let deps: Deps;
let known: Known;
let county: Record<string, string>;
let province: Record<string, string>;
let elsewhere: Record<string, string>;
const fetched = new Map<string, { url: string; as: "county" | "province" }>();

const signedIn = async (username: string, password: string) => ({ cookie: `${await signedInCookie(username, password, "198.18.7.7")}; lang=zh` });
let asked = 0;
/** Each from an address of its own: more files than one address may take along in ten minutes. */
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${baseUrl()}${path}`, { redirect: "manual", headers: { "x-forwarded-for": `198.18.9.${(asked += 1) % 250}`, ...headers } });
const count = async (sql: string, ...params: unknown[]) => Number((await deps.pool.query<RowDataPacket[]>(sql, params))[0][0]!.n);
async function workbookAt(path: string, who: Record<string, string>) {
  const reply = await get(path, who);
  expect([path, reply.status, reply.headers.get("content-type")]).toEqual([path, 200, expect.stringContaining("spreadsheetml")]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await reply.arrayBuffer()) as never);
  expect(workbook.worksheets).toHaveLength(2);
  return { sheet: workbook.worksheets[0]!, about: workbook.worksheets[1]! };
}
const nameOf = (path: string) => /\/bureau\/tables\/(.+)\.xlsx/.exec(path)![1]!;
const actorOf = (regionCode: string): Actor => ({ userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const rowsIn = (sheet: ExcelJS.Worksheet) => sheet.rowCount - 1;

beforeAll(async () => {
  deps = await createDeps(process.env, { process: "test" });
  known = await knownRecords(deps, 37);
  // a table read twice is the same only once the index has caught up
  await settled(deps);
  county = await signedIn("county", "demo-county");
  province = await signedIn("province", "demo-province");
  const other = await createFactory(deps, 37).user({ role: "OFFICER", regionCode: ELSEWHERE });
  elsewhere = await signedIn(other.username, other.password);
});
afterAll(() => deps?.close());

/** A table's file and what its read model gives; anew, a few times, while somebody else changes its rows in between. */
async function readBeside(name: string, url: string, as: "county" | "province") {
  const ask = () => readTable(deps, { actor: actorOf(as === "county" ? LINXIAN : "140000"), name, query: new URL(url, baseUrl()).searchParams, locale: "zh" });
  let read = (await ask())!;
  for (let tries = 1; ; tries += 1) {
    const file = await workbookAt(url, as === "county" ? county : province);
    const after = (await ask())!;
    if (JSON.stringify(after) === JSON.stringify(read)) return { read, ...file };
    if (tries === 10) expect([name, after]).toEqual([name, read]);
    read = after;
  }
}

/** The address with one thing more asked for, whatever the page's link asks for already. */
function askedFor(url: string, key: string, value: string): string {
  const asked = new URL(url, baseUrl());
  asked.searchParams.set(key, value);
  return `${asked.pathname}${asked.search}`;
}

/** Every page that an officer comes to, as the officer whom the list of pages names, and more of those whose tables depend on who looks. */
async function officerPages(): Promise<{ route: string; path: string; as: "county" | "province" }[]> {
  const [[run]] = await deps.pool.query<RowDataPacket[]>("SELECT id FROM match_run WHERE status = 'DONE' AND regionCode = '140000' ORDER BY requestedAt DESC LIMIT 1");
  const listed = PAGES.filter(({ as, status }) => status === undefined && (as === undefined || as === "county" || as === "province")).filter(({ route }) => !/^(login|register|alerts|c\.|logout|goodbye|_index)/.test(route));
  const pages = await Promise.all(listed.map(async ({ route, path, as }) => ({ route, path: typeof path === "string" ? path : await path(known, "zh"), as: as === "province" ? ("province" as const) : ("county" as const) })));
  return [...pages, { route: "runs.$id", path: `/runs/${String(run!.id)}`, as: "county" }, { route: "board._index", path: "/board?sort=counted&dir=desc", as: "province" }];
}

describe("a table that officers see", () => {
  it("has its export link beneath it, on every page, or a reason why not; and every table of the registry has a link", async () => {
    const bare: string[] = [];
    const links = new Map<string, { url: string; as: "county" | "province" }>();
    for (const { route, path, as } of await officerPages()) {
      const html = await (await get(path, as === "county" ? county : province)).text();
      const tables = html.match(/<table/g)?.length ?? 0;
      const files = [...html.matchAll(/href="(\/bureau\/tables\/[^"]+)"/g)].map((one) => one[1]!.replaceAll("&amp;", "&"));
      for (const url of files) if (!links.has(nameOf(url)) || as === "county") links.set(nameOf(url), { url, as });
      if (tables - files.length > (WITHOUT_FILE[route]?.tables ?? 0)) bare.push(`${path}: ${tables} tables, ${files.length} links`);
    }
    const { personId } = await deps.db.welfareCase.findUniqueOrThrow({ where: { id: known.welfare.inPost }, select: { personId: true } });
    const told: Record<string, string> = { M: String(known.frozen.month), Y: String(known.frozen.year), Q: known.welfare.quota, P: personId, B: known.brands.here.id };
    for (const [name, query] of Object.entries(MAY_BE_EMPTY)) if (!links.has(name)) links.set(name, { url: `/bureau/tables/${name}.xlsx${query.replace(/[MYQPB]\b/g, (one) => told[one]!)}`, as: "county" });
    for (const [name, link] of links) fetched.set(name, link);
    expect(bare).toEqual([]);
    expect(TABLES.map(({ name }) => name).filter((name) => !fetched.has(name) && !MAY_NOT_BE_THERE.includes(name))).toEqual([]);
    const sources = ["app/routes", "app/ui/views"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx")).map((file) => readFileSync(`${folder}/${file}`, "utf8"))).join("\n");
    const parts = [...sources.matchAll(/tableFile\(`(\w+)-\$\{part\}`/g)].map((one) => one[1]!);
    const linked = (name: string) => sources.includes(`tableFile("${name}"`) || parts.some((part) => name.startsWith(`${part}-`));
    expect(TABLES.map(({ name }) => name).filter((name) => !linked(name))).toEqual([]);
  });

  it("comes as a workbook with the rows that the page's read model gives, cell by cell, and no formula", async () => {
    for (const [name, { url, as }] of fetched) {
      // each look at these is a look more in them: the one is asked for telephone calls alone, the other is in openings-page.test.ts
      if (name === "unusual-openings") continue;
      const { read, sheet, about } = await readBeside(name, name === "openings" ? askedFor(url, "purpose", "CALL") : url, as);
      expect([name, (sheet.getRow(1).values as string[]).slice(1)]).toEqual([name, read.head]);
      expect([name, rowsIn(sheet)]).toEqual([name, read.rows.length]);
      const shown = (cell: SheetCell) => valueOf(cell === "" ? null : cell);
      for (const [at, row] of read.rows.slice(0, 200).entries()) {
        const cells = row.map((_, nth) => sheet.getRow(at + 2).getCell(nth + 1));
        expect([name, cells.map((cell) => (cell.value === "" ? null : cell.value))]).toEqual([name, row.map(shown)]);
        for (const [nth, cell] of cells.entries()) if (row[nth] !== null && row[nth] !== "") expect(cell.numFmt).toBe(formatOf(row[nth]!));
      }
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
      expect(String(about.getCell("B1").value)).toBe(read.title);
      expect([name, about.getSheetValues().flat().includes("截至")]).toEqual([name, true]);
    }
  });

  it.each([
    ["employers", "SELECT COUNT(*) AS n FROM employer WHERE regionCode LIKE '141124%'"],
    ["care-cases", "SELECT COUNT(*) AS n FROM care_case WHERE regionCode LIKE '141124%' AND closedAt IS NULL"],
    ["post-reports", "SELECT COUNT(*) AS n FROM post_report WHERE countyCode LIKE '141124%'"],
    ["rosters", "SELECT COUNT(*) AS n FROM roster WHERE regionCode LIKE '141124%'"],
    ["count-samples", "SELECT COUNT(*) AS n FROM count_sample WHERE regionCode LIKE '141124%'"],
    ["ads", "SELECT COUNT(*) AS n FROM post_flag WHERE closedAt IS NULL AND regionCode LIKE '141124%'"],
    ["resettlement-sites", "SELECT COUNT(*) AS n FROM resettlement_site WHERE countyCode = '141124'"],
    ["claims", "SELECT COUNT(*) AS n FROM claim WHERE countyCode LIKE '141124%'"],
    ["watch-cases", "SELECT COUNT(*) AS n FROM watch_case WHERE countyCode LIKE '141124%' AND closedAt IS NULL"],
    ["runs", "SELECT COUNT(*) AS n FROM match_run"],
    ["policy", "SELECT COUNT(*) AS n FROM policy_parameter"],
    ["calibers", "SELECT COUNT(*) AS n FROM caliber"],
  ])("%s has as many rows as the database counts for the officer's region", async (name, sql) => {
    const { sheet } = await workbookAt(`/bureau/tables/${name}.xlsx`, county);
    expect(rowsIn(sheet)).toBe(await count(sql));
  });

  it("the board has a line for each county of the province, and of a county officer's own alone", async () => {
    expect(rowsIn((await workbookAt("/bureau/tables/board-counties.xlsx", province)).sheet)).toBe(await count("SELECT COUNT(*) AS n FROM county WHERE code LIKE '14%'"));
    expect(rowsIn((await workbookAt("/bureau/tables/board-counties.xlsx", county)).sheet)).toBe(1);
  });

  it("takes along all pages of the people behind a county's number, as many as the ledger counts", async () => {
    const [[most]] = await deps.pool.query<RowDataPacket[]>(
      "SELECT c.year, c.countyCode, COUNT(*) AS n FROM target_count c JOIN target_year y ON y.year = c.year AND y.caliberCode = c.caliberCode GROUP BY c.year, c.countyCode ORDER BY n DESC LIMIT 1");
    const { sheet } = await workbookAt(`/bureau/tables/counted-people.xlsx?county=${String(most!.countyCode)}&year=${String(most!.year)}`, province);
    expect(rowsIn(sheet)).toBe(Number(most!.n));
    expect(rowsIn(sheet)).toBeGreaterThan(0);
    // masked as on the page
    sheet.eachRow((row, at) => at > 1 && expect(String(row.getCell(1).value)).toMatch(/\*/));
  });

  it("has its heads in the reader's language", async () => {
    const reply = await workbookAt("/bureau/tables/employers.xlsx", { cookie: county.cookie!.replace("lang=zh", "lang=en") });
    expect((reply.sheet.getRow(1).values as string[])[1]).toMatch(/^[A-Z]/);
    expect(reply.about.name).toBe("About");
  });

  it("is in the audit each time that it is taken along", async () => {
    const before = await deps.db.auditEntry.count({ where: { action: "export-table", subjectId: "care-cases" } });
    await workbookAt("/bureau/tables/care-cases.xlsx?closed=1", county);
    expect(await deps.db.auditEntry.count({ where: { action: "export-table", subjectId: "care-cases" } })).toBe(before + 1);
  });
});

describe("nobody else's tables", () => {
  it("another county's officer gets none of ours: a list is theirs, one of our records is not found", async () => {
    for (const [name, { url, as }] of fetched) {
      const reply = await get(url, elsewhere);
      const ours = as === "county" && /[?&](agreement|dispatch|fair|brand|county|sample|placement|roster|workshop|household|project|sheet|simulation|draft|quota|post|case|person|class|need|issuer)=/.test(url);
      expect([name, reply.status]).toEqual([name, ours || (as === "province" && reply.status === 404) ? 404 : 200]);
    }
    for (const [name, sql] of [
      ["employers", "SELECT COUNT(*) AS n FROM employer WHERE regionCode LIKE '140222%'"],
      ["care-cases", "SELECT COUNT(*) AS n FROM care_case WHERE regionCode LIKE '140222%' AND closedAt IS NULL"],
      ["post-reports", "SELECT COUNT(*) AS n FROM post_report WHERE countyCode LIKE '140222%'"],
      ["rosters", "SELECT COUNT(*) AS n FROM roster WHERE regionCode LIKE '140222%'"],
      ["count-samples", "SELECT COUNT(*) AS n FROM count_sample WHERE regionCode LIKE '140222%'"],
      ["resettlement-sites", "SELECT COUNT(*) AS n FROM resettlement_site WHERE countyCode = '140222'"],
      ["claims", "SELECT COUNT(*) AS n FROM claim WHERE countyCode LIKE '140222%'"],
      ["watch-cases", "SELECT COUNT(*) AS n FROM watch_case WHERE countyCode LIKE '140222%' AND closedAt IS NULL"],
    ] as const) {
      expect([name, rowsIn((await workbookAt(`/bureau/tables/${name}.xlsx`, elsewhere)).sheet)]).toEqual([name, await count(sql)]);
    }
    const run = new URL(fetched.get("run-stages")!.url, baseUrl()).searchParams.get("run");
    const people = await workbookAt(`/bureau/tables/run-people.xlsx?run=${run}`, elsewhere);
    expect(rowsIn(people.sheet)).toBe(await count("SELECT COUNT(*) AS n FROM job_match m JOIN person n ON n.id = m.personId WHERE m.runId = ? AND n.homeCountyCode LIKE '140222%'", run));
    // a region that is not theirs gives way to their own
    const board = await workbookAt(`/bureau/tables/board-counties.xlsx?region=${LINXIAN}`, elsewhere);
    expect(rowsIn(board.sheet)).toBe(1);
    expect(String(board.sheet.getCell("A2").value)).not.toBe("临县");
  });

  it("guests are sent to sign in, and other roles refused", async () => {
    const guest = await get("/bureau/tables/employers.xlsx");
    expect([guest.status, guest.headers.get("location")]).toEqual([302, expect.stringContaining("/login?")]);
    for (const username of ["seeker", "employer", "agent"]) expect((await get("/bureau/tables/employers.xlsx", await signedIn(username, `demo-${username}`))).status).toBe(403);
  });

  it("a table that there is not is not found", async () => {
    for (const name of ["nothing", "constructor", "__proto__", "..%2f..%2fetc", "employers.xlsx"]) expect([name, (await get(`/bureau/tables/${name}.xlsx`, county)).status]).toEqual([name, 404]);
  });
});
