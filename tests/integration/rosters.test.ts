import ExcelJS from "exceljs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCategories } from "#app/data/person-status.ts";
import { forgetRosterFiles } from "#app/data/rosters.server.ts";
import { differencesIn, openRosterReport, readRosterPage, readRosters } from "#app/data/read-models/rosters-page.server.ts";
import { makeResidentId } from "#app/domain/person/resident-id.ts";
import type { Actor } from "#app/platform/actor.ts";
import { readTable, writeTable } from "#app/exports/write-table.server.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { cancelRoster } from "#app/usecases/rosters/cancel-roster.server.ts";
import { mapColumns } from "#app/usecases/rosters/map-columns.server.ts";
import { receiveRoster } from "#app/usecases/rosters/receive-roster.server.ts";
import { runRoster } from "#app/usecases/rosters/run-roster.server.ts";
import { takeRoster } from "#app/usecases/rosters/take-roster.server.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const COUNTY = "141124";
let services: TestServices;
let make: Factory;
let seq = 0;
const officer = (regionCode: string): Actor => ({ userId: null, role: "OFFICER", regionCode, personId: null, employerId: null, purpose: "test" });
const here = officer(COUNTY);
const newId = (sex: "M" | "F" = "M") => makeResidentId("999999", "1980-05-06", (seq += 1), sex);
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-11-26T02:00:00Z") });
  make = createFactory(services, 92);
  await make.reference();
});
afterAll(() => services.close());

async function* pieces(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}
async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
const HEAD = "户编号,姓名,身份证号,手机号,区县,人员类别,安置点";
const csv = (...rows: string[]) => `${[HEAD, ...rows].join("\n")}\n`;

/** Sends a list and lets the worker read its header. */
async function send(content: string | Uint8Array, more: { actor?: Actor; category?: string; siteId?: string } = {}) {
  const received = await receiveRoster(services, more.actor ?? here, { fileName: "名单.csv", category: more.category, siteId: more.siteId, pieces: pieces(content) });
  if (!received.ok) throw new Error(JSON.stringify(received.problems));
  await runRoster(services, received.value.rosterId);
  return received.value.rosterId;
}
const page = async (id: string, actor = here) => (await readRosterPage(services, actor, id))!;
/** Accepts the columns as they were guessed and weighs every row. */
async function check(id: string, actor = here) {
  const roster = await page(id, actor);
  expect(codes(await mapColumns(services, actor, { rosterId: id, version: roster.version, columns: roster.columns.map(({ field }) => field) }))).toEqual([]);
  await runRoster(services, id);
  return page(id, actor);
}
async function take(id: string, keep: string[] = [], actor = here) {
  const roster = await page(id, actor);
  expect(codes(await takeRoster(services, actor, { rosterId: id, version: roster.version, keep }))).toEqual([]);
  await runRoster(services, id);
  return page(id, actor);
}
const personOf = (idNumber: string) => services.db.person.findUnique({ where: { idNumberIndex: services.crypto.blindIndex("person.idNumber", idNumber) }, include: { categories: true, household: { include: { site: true } } } });

describe("a roster on its way in", () => {
  it("shows what it would do, writes nothing until it is let in, and then does what it showed", async () => {
    const [a, b] = [newId(), newId("F")];
    const id = await send(csv(`H1,王大山,${a},13911110001,临县,脱贫户,`, `H1,李小梅,${b},,临县,监测户（边缘易致贫户）,`, `H2,坏号码,123,,临县,脱贫户,`));
    const persons = await services.db.person.count();
    const checked = await check(id);
    expect(checked).toMatchObject({ state: "CHECKED", checked: { rows: 3, imported: 2, updated: 0, rejected: 1, rejectReasons: { "id-length": 1 } } });
    expect(checked.checked!.firstBadRows[0]!.line).toBe(4);
    expect(await services.db.person.count()).toBe(persons);
    const done = await take(id);
    expect(done).toMatchObject({ state: "DONE", result: { rows: 3, imported: 2, rejected: 1 } });
    expect(await services.db.person.count()).toBe(persons + 2);
    const [man, woman] = [await personOf(a), await personOf(b)];
    expect(openCategories(services, woman!.categories)).toEqual(["MONITORED_MARGINAL"]);
    expect(man!.householdId).not.toBeNull();
    expect(man!.householdId).toBe(woman!.householdId);
  });

  it("never makes a second person of one, in whatever file and form the number comes", async () => {
    const id = newId();
    await take((await check(await send(csv(`,赵一,${id},,临县,脱贫户,`)))).id);
    const again = await check(await send(csv(`,赵一, ${id.slice(0, 6)} ${id.slice(6)} ,,临县,脱贫户,`, `,赵一,'${id},,临县,脱贫户,`)));
    expect(again.checked).toMatchObject({ imported: 0, updated: 0, unchanged: 2 });
    await take(again.id);
    expect(await services.db.person.count({ where: { idNumberIndex: services.crypto.blindIndex("person.idNumber", id) } })).toBe(1);
  });

  it("counts somebody who stands in it twice as one newcomer, and refuses the same number under two names", async () => {
    const id = newId();
    const checked = await check(await send(csv(`,钱二,${id},,临县,脱贫户,`, `,钱二,${id},13911110002,临县,脱贫户,`, `,孙三,${id},,临县,脱贫户,`)));
    expect(checked.checked).toMatchObject({ imported: 1, updated: 1, rejected: 1, rejectReasons: { "id-two-names": 1 } });
    const done = await take(checked.id);
    expect(done.result).toMatchObject({ imported: 1, updated: 1, rejected: 1 });
  });

  it("lays our record and the list side by side, masked, and keeps ours where the officer says so", async () => {
    const known = await make.person({ name: "周四海", phone: "13822223333", education: "JUNIOR", homeCountyCode: COUNTY });
    const id = await send(`姓名,身份证号,手机号,区县,文化程度\n周四河,${known.idNumber},13944445555,临县,高中\n`);
    const checked = await check(id);
    expect(checked.checked).toMatchObject({ differing: 1, differences: { name: 1, phone: 1, education: 1 } });
    expect(checked.differences).toEqual([{
      line: 2, nameMasked: "周**", differences: [
        { field: "name", before: "周**", after: "周**" }, { field: "phone", before: "138****3333", after: "139****5555" }, { field: "education", before: "JUNIOR", after: "SENIOR" },
      ],
    }]);
    await take(id, ["name", "phone"]);
    const after = (await personOf(known.idNumber))!;
    expect(services.crypto.decrypt("person.name", after.nameEnc)).toBe("周四海");
    expect(after).toMatchObject({ phoneMasked: "138****3333", education: "SENIOR" });
  });

  it("is taken along as workbooks, refused rows by reason and every difference, by its own bureau alone", async () => {
    const known = await make.person({ name: "周五海", phone: null, education: "JUNIOR", homeCountyCode: COUNTY });
    const { id } = await check(await send(`姓名,身份证号,区县,文化程度\n周五海,${known.idNumber},临县,高中\n=坏,123,临县,高中\n坏,456,,高中\n`));
    const asked = (name: string, actor = here) => readTable(services, { actor, name, query: new URLSearchParams({ roster: id }), locale: "zh" });
    expect((await asked("roster-rejects"))!.rows.map(([, rows]) => rows)).toEqual([2, 1, 1]);
    expect((await asked("roster-differences"))!.rows).toEqual([[2, "周**", "文化程度", "初中", "高中"]]);
    for (const name of ["roster-rejects", "roster-differences"]) expect([name, await asked(name, officer("140105"))]).toEqual([name, null]);
    const file = (await writeTable(services, { actor: here, name: "roster-differences", query: new URLSearchParams({ roster: id }), locale: "zh" }))!;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.body as never);
    expect(book.worksheets[0]!.getRow(2).values).toEqual([undefined, 2, "周**", "文化程度", "初中", "高中"]);
  });

  it("puts households at their resettlement site, one household for one number", async () => {
    const [a, b] = [newId(), newId()];
    await take((await check(await send(csv(`J7,吴五,${a},,临县,,白文镇安置点`, `J7,吴六,${b},,临县,,白文镇安置点`)))).id);
    const [one, other] = [(await personOf(a))!, (await personOf(b))!];
    expect(one.household).toMatchObject({ id: other.householdId, site: { name: "白文镇安置点", countyCode: COUNTY } });
    expect(openCategories(services, one.categories)).toEqual(["RELOCATED"]);
    const later = await send(csv(`J7,吴五,${a},,临县,,`), { category: "LOW_INCOME", siteId: one.household!.resettlementSiteId! });
    const done = await take((await check(later)).id);
    expect(done.result).toMatchObject({ updated: 1, imported: 0 });
    expect(openCategories(services, (await personOf(a))!.categories).sort()).toEqual(["LOW_INCOME", "RELOCATED"]);
    expect(await services.db.resettlementSite.count({ where: { name: "白文镇安置点" } })).toBe(1);
  });

  it("remembers what the bureau said of a column", async () => {
    const head = "当事人,身份证号,区县";
    const first = await send(`${head}\n郑七,${newId()},临县\n`);
    const roster = await page(first);
    expect(roster.columns.map(({ field }) => field)).toEqual(["", "idNumber", "homeCounty"]);
    expect(codes(await mapColumns(services, here, { rosterId: first, version: roster.version, columns: ["", "idNumber", "homeCounty"] }))).toEqual(["roster-column-missing"]);
    expect(codes(await mapColumns(services, here, { rosterId: first, version: roster.version, columns: ["name", "idNumber", "homeCounty"] }))).toEqual([]);
    expect((await page(await send(`${head}\n冯八,${newId()},临县\n`))).columns.map(({ field }) => field)).toEqual(["name", "idNumber", "homeCounty"]);
    const elsewhere = officer("140105");
    expect((await page(await send(`${head}\n冯八,${newId()},小店区\n`, { actor: elsewhere }), elsewhere)).columns[0]!.field).toBe("");
  });
});

describe("whose people they are", () => {
  it("nobody from outside the officer's region comes in, and nobody registered elsewhere is moved by it", async () => {
    const stranger = await make.person({ name: "陈九", homeCountyCode: "140105" });
    const checked = await check(await send(csv(`,褚十,${newId()},,小店区,脱贫户,`, `,陈九,${stranger.idNumber},,临县,脱贫户,`)));
    expect(checked.checked).toMatchObject({ imported: 0, rejected: 2, rejectReasons: { "home-outside": 1, "known-elsewhere": 1 } });
    await take(checked.id);
    expect((await personOf(stranger.idNumber))!.homeCountyCode).toBe("140105");
  });

  it("another bureau finds neither the roster nor its reports, and can do nothing with it", async () => {
    const id = await send(csv(`,卫一,${newId()},,临县,脱贫户,`));
    const outside = officer("140105");
    expect(await readRosterPage(services, outside, id)).toBeNull();
    expect(await openRosterReport(services, outside, id, "rejects")).toBeNull();
    expect((await readRosters(services, outside)).some((one) => one.id === id)).toBe(false);
    expect(codes(await cancelRoster(services, outside, { rosterId: id }))).toEqual(["not-found"]);
    expect(codes(await mapColumns(services, outside, { rosterId: id, version: 0, columns: [] }))).toEqual(["not-found"]);
    expect(codes(await takeRoster(services, outside, { rosterId: id, version: 0 }))).toEqual(["not-found"]);
    expect(await readRosterPage(services, officer("141100"), id)).not.toBeNull();
  });
});

describe("what can go wrong", () => {
  it("of two officers who let it in at once one does, and the other is told", async () => {
    const { id, version } = await check(await send(csv(`,蒋二,${newId()},,临县,脱贫户,`)));
    const both = await Promise.all([takeRoster(services, here, { rosterId: id, version }), takeRoster(services, here, { rosterId: id, version })]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap(codes).every((code) => code === "changed-meanwhile" || code === "roster-not-now")).toBe(true);
    await Promise.all([runRoster(services, id), runRoster(services, id)]);
    expect((await page(id)).result).toMatchObject({ imported: 1 });
  });

  it("a roster is not let in before it was looked at, nor twice", async () => {
    const id = await send(csv(`,沈三,${newId()},,临县,脱贫户,`));
    expect(codes(await takeRoster(services, here, { rosterId: id, version: (await page(id)).version }))).toEqual(["roster-not-now"]);
    const done = await take((await check(id)).id);
    expect(codes(await takeRoster(services, here, { rosterId: id, version: done.version }))).toEqual(["roster-not-now"]);
  });

  it("merged cells, two header rows and numbers that a spreadsheet ruined are named by line, and the rest goes in", async () => {
    const good = newId();
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("名单");
    sheet.addRow(["临县脱贫户花名册", "", "", "", ""]);
    sheet.mergeCells("A1:E1");
    sheet.addRow(["基本情况", "", "", "户籍", ""]);
    sheet.addRow(["姓名", "身份证号", "手机号", "区县", "乡镇"]);
    sheet.mergeCells("A2:C2");
    sheet.mergeCells("D2:E2");
    sheet.addRow(["韩四", good, "13911110003", "临县", ""]);
    sheet.addRow(["杨五", 1.40105198005061e17, "", "", ""]);
    sheet.mergeCells("D4:D5");
    sheet.addRow(["朱六", newId(), "", "", ""]);
    const checked = await check(await send(Buffer.from(await book.xlsx.writeBuffer())));
    expect(checked.checked).toMatchObject({ imported: 1, rejected: 2 });
    // the county drawn over lines 4 and 5 holds for both; line 6 has none
    expect(checked.checked!.firstBadRows.map(({ line, reasons }) => [line, ...reasons])).toEqual([[5, "id-excel-damaged"], [6, "home-missing"]]);
    await take(checked.id);
    expect(await personOf(good)).not.toBeNull();
  });

  it("a household's number drawn over its members holds for each of them; a name, a number or a telephone drawn over two people for one alone", async () => {
    const ids = Array.from({ length: 6 }, () => newId());
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("名单");
    sheet.addRow(["户编号", "姓名", "身份证号", "手机号", "区县", "人员类别"]);
    sheet.addRow(["H901", "申一", ids[0], "13911110011", "临县", "脱贫户"]);
    sheet.addRow(["", "申二", ids[1], "", "", ""]);
    sheet.addRow(["", "申三", ids[2], "", "", ""]);
    sheet.addRow(["H902", "武一", ids[3], "13911110012", "临县", ""]);
    sheet.addRow(["", "", ids[4], "", "", ""]);
    sheet.addRow(["", "扶三", ids[5], "", "", ""]);
    for (const range of ["A2:A4", "E2:E4", "F2:F4", "D2:D4", "A5:A6", "B5:B6", "E5:F6"]) sheet.mergeCells(range);
    const checked = await check(await send(Buffer.from(await book.xlsx.writeBuffer())));
    // a name is one person's; a block of county and category says nothing for sure of the lines below; line 7 stands outside
    expect(checked.checked!.firstBadRows.map(({ line, reasons }) => [line, ...reasons])).toEqual([[6, "name-missing", "home-missing"], [7, "home-missing"]]);
    expect(checked.checked).toMatchObject({ imported: 4, rejected: 2 });
    await take(checked.id);
    const family = await Promise.all(ids.slice(0, 4).map(personOf));
    expect(new Set(family.slice(0, 3).map((one) => one!.householdId)).size).toBe(1);
    expect(family[0]!.householdId).not.toBe(family[3]!.householdId);
    expect(family.map((one) => [one!.phoneMasked, one!.homeCountyCode, openCategories(services, one!.categories).join()])).toEqual([
      ["139****0011", COUNTY, "POVERTY_LIFTED"], [null, COUNTY, "POVERTY_LIFTED"], [null, COUNTY, "POVERTY_LIFTED"], ["139****0012", COUNTY, ""],
    ]);
  });

  it("what is drawn down from the header is no row's own, and a merge that ends leaves the next line to itself", async () => {
    const [a, b, c] = [newId(), newId(), newId()];
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("名单");
    sheet.addRow(["姓名", "身份证号", "区县", "户编号"]);
    sheet.addRow(["安一", a, "临县", ""]);
    sheet.addRow(["安二", b, "临县", "H903"]);
    sheet.addRow(["安三", c, "临县", ""]);
    sheet.mergeCells("D1:D2");
    const { id } = await check(await send(Buffer.from(await book.xlsx.writeBuffer())));
    await take(id);
    expect((await Promise.all([a, b, c].map(personOf))).map((one) => one!.householdId !== null)).toEqual([false, true, false]);
  });

  it.each([
    ["an empty file", "", "file-needed"], ["no table", Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 3, 0, 0, 0, 0]), "import-file-not-a-table"], ["an old or locked workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "import-file-old-excel-or-locked"],
  ])("%s is refused with what to do, and nothing of it stays", async (_name, content, code) => {
    const received = await receiveRoster(services, here, { fileName: "x", pieces: pieces(content) });
    if (!received.ok) return expect(codes(received)).toEqual([code]);
    await runRoster(services, received.value.rosterId);
    expect(await page(received.value.rosterId)).toMatchObject({ state: "FAILED", problem: code });
  });

  it("a file that breaks off on its way leaves nothing", async () => {
    const before = await services.db.roster.count();
    async function* broken() {
      yield Buffer.from(csv());
      throw new Error("the line went dead");
    }
    expect(codes(await receiveRoster(services, here, { fileName: "x", pieces: broken() }))).toEqual(["file-broke-off"]);
    expect(await services.db.roster.count()).toBe(before);
  });

  it("called off it stops, and who came in stays", async () => {
    const { id } = await check(await send(csv(`,秦七,${newId()},,临县,脱贫户,`)));
    expect(codes(await cancelRoster(services, here, { rosterId: id }))).toEqual([]);
    expect((await page(id)).state).toBe("CANCELLED");
    expect(codes(await takeRoster(services, here, { rosterId: id, version: (await page(id)).version }))).toEqual(["roster-not-now"]);
  });
});

describe("the files of a roster", () => {
  let id = "";
  const secret = newId();
  beforeEach(async () => {
    id ||= (await take((await check(await send(csv(`,尤八,${secret},13955556666,临县,脱贫户,`, `,许九,${secret.slice(0, 17)},,临县,,`)))).id)).id;
  });

  it("are ciphertext at rest", async () => {
    const parts = await services.db.rosterPart.findMany({ where: { rosterId: id } });
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) for (const clear of [secret, secret.slice(0, 17), "尤八", "13955556666"]) expect(Buffer.from(part.dataEnc).includes(clear)).toBe(false);
  });

  it("give the rejected rows back whole, to be corrected and sent again", async () => {
    const report = (await openRosterReport(services, here, id, "rejects"))!;
    const text = Buffer.concat(await allOf(report.pieces)).toString("utf8");
    expect(text).toContain("许九");
    const fixed = newId();
    const again = await check(await send(text.replace(secret.slice(0, 17), fixed).replace(secret.slice(0, 17), fixed).replace("临县,,", "临县,脱贫户,")));
    expect(again.checked).toMatchObject({ imported: 1, rejected: 0 });
    expect(await services.db.auditEntry.count({ where: { action: "fetch-roster-report", subjectId: id } })).toBe(1);
  });

  it("go some days later, and what was done stays", async () => {
    expect(await forgetRosterFiles(services, new Date("2026-11-20T00:00:00Z"))).toBe(0);
    await forgetRosterFiles(services, new Date("2026-11-27T00:00:00Z"));
    expect(await services.db.rosterPart.count({ where: { rosterId: id } })).toBe(0);
    expect((await page(id)).result).toMatchObject({ imported: 1 });
  });

  it("tell every difference of a long list, with the names of places", async () => {
    const lines = Array.from({ length: 1_203 }, (_, line) => ({ line, nameMasked: "张**", differences: [{ field: "home", before: "141124", after: "141127" }] }));
    const text = lines.map((one) => JSON.stringify(one)).join("\n");
    async function* cut() {
      for (let from = 0; from < text.length; from += 999) yield Buffer.from(text.slice(from, from + 999));
    }
    const found = (await allOf(differencesIn(services, cut()))).flat();
    expect(found).toHaveLength(1_203);
    expect(found[0]!.differences[0]!.beforePlace?.zh).toContain("临县");
  });
});
