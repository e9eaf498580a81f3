import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLexicon, loadLexiconFor } from "#app/data/occupations/lexicon.server.ts";
import { classifyTitle } from "#app/domain/occupation/classify.ts";
import { CRAFTS } from "#app/domain/occupation/crafts.ts";
import { cuesOf } from "#app/domain/occupation/cues.ts";
import { OCCUPATIONS } from "#app/domain/occupation/occupations.ts";
import { GROUPS_OF_CLASSIFICATION } from "#app/domain/occupation/structure.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { systemActor } from "#app/platform/actor.ts";
import { importPersons } from "#app/usecases/imports/import-persons.server.ts";
import { importPosts } from "#app/usecases/imports/import-posts.server.ts";
import { classifyFile } from "#app/usecases/occupations/classify-file.server.ts";
import { importClassification } from "#app/usecases/occupations/import-classification.server.ts";
import { importCodedTitles } from "#app/usecases/occupations/import-coded-titles.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let folder: string;
const actor = systemActor("test");
const rows = async (sql: string, values: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, values))[0];
const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const LIST = "level,code,name,definition,tasks\n1,6-00-00-00,生产制造及有关人员,,\n3,6-18-02-00,机械热加工人员,,\n4,6-18-02-04,焊工,操作焊机的人员。,\n4,9-18-02-04,没有,,\n4,6-28-01-12,风力发电运维值班员L,,\n4,6-01-02-00,饲料加工工,,\n4,6-09-01-00,某某工,,\n";
const TITLES = "job_name,csco_code\n采购员,4-01-01-00\n采购专员,4-01-01-00\n采购经理,2-06-07-15\n采购主管,2-06-07-15\n没有编码的,\n电商客服,4-01-06-02\n";

beforeAll(async () => {
  services = await openTestServices();
  folder = await mkdtemp(join(tmpdir(), "occupations-"));
  await loadReference(services);
});
afterAll(async () => {
  await services.close();
  await rm(folder, { recursive: true });
});

describe("the classification in the database", () => {
  it("starts with the groups that ship, the product's own occupations under them, and the crafts", async () => {
    expect(Number((await rows("SELECT COUNT(*) AS n FROM classification_node"))[0]!.n)).toBe(GROUPS_OF_CLASSIFICATION.length + OCCUPATIONS.length);
    expect(await rows("SELECT n.code FROM classification_node n LEFT JOIN classification_node p ON p.edition = n.edition AND p.code = n.parentCode WHERE n.level <> 'MAJOR' AND p.code IS NULL")).toEqual([]);
    expect(Number((await rows("SELECT COUNT(*) AS n FROM craft"))[0]!.n)).toBe(CRAFTS.length);
  });

  it("takes a printed list, names the row it cannot read, and is not doubled by the same list", async () => {
    const path = await file("list.csv", LIST);
    const before = Number((await rows("SELECT COUNT(*) AS n FROM classification_node"))[0]!.n);
    const first = await importClassification(services, actor, { path });
    expect(first).toMatchObject({ ok: true, value: { rows: 7, nodes: { MAJOR: 1, SMALL: 1, OCCUPATION: 4 }, leftOut: [{ line: 5, fault: "code-not-read" }] } });
    await importClassification(services, actor, { path });
    // 6-09-01-00 and the small group it stands for are the only codes that did not ship
    expect(Number((await rows("SELECT COUNT(*) AS n FROM classification_node"))[0]!.n)).toBe(before + 2);
    const named = await rows("SELECT code, nameZh FROM classification_node WHERE code IN ('6-01-02', '6-09-01') ORDER BY code");
    expect(named.map((row) => [row.code, row.nameZh])).toEqual([["6-01-02", "饲料加工人员"], ["6-09-01", "某某工"]]);
    expect((await rows("SELECT definition FROM classification_node WHERE code = '6-18-02-04'"))[0]!.definition).toBe("操作焊机的人员。");
    expect(Boolean((await rows("SELECT green FROM classification_node WHERE code = '6-28-01-12'"))[0]!.green)).toBe(true);
  });

  it("takes trades from a second list without losing definitions, and keeps both when the reference data is loaded again", async () => {
    const path = await file("trades.csv", "code,name,trades\n6-18-02-04,焊工,电焊工|气焊工\n");
    expect(await importClassification(services, actor, { path })).toMatchObject({ ok: true, value: { nodes: { OCCUPATION: 1, TRADE: 2 } } });
    await loadReference(services);
    expect((await rows("SELECT definition FROM classification_node WHERE code = '6-18-02-04'"))[0]!.definition).toBe("操作焊机的人员。");
    expect((await rows("SELECT nameZh FROM classification_node WHERE parentCode = '6-18-02-04' ORDER BY code")).map(({ nameZh }) => nameZh)).toEqual(["电焊工", "气焊工"]);
  });
});

describe("coded titles", () => {
  it("are learned from and put in force; the same file again changes nothing", async () => {
    const path = await file("titles.csv", TITLES);
    const first = await importCodedTitles(services, actor, { path, source: "titles" });
    expect(first).toMatchObject({ ok: true, value: { rows: 6, titles: 5, codes: 3, unchanged: false, leftOut: [6] } });
    const [lexicon] = await rows("SELECT id FROM occupation_lexicon");
    expect(await importCodedTitles(services, actor, { path, source: "titles" })).toMatchObject({ ok: true, value: { unchanged: true } });
    expect(await rows("SELECT id FROM occupation_lexicon")).toEqual([lexicon]);
  });

  it("give the same answer from the whole lexicon and from one title's part of it", async () => {
    const whole = await loadLexicon(services.pool);
    for (const title of ["采购部经理", "高薪急聘采购专员（双休）", "天猫电商客服", "焊工"]) {
      const part = await loadLexiconFor(services.pool, [...cuesOf(title).keys()]);
      expect(classifyTitle(title, part), title).toEqual(classifyTitle(title, whole));
      expect(classifyTitle(title, whole)?.by).toBe("lexicon");
    }
  });

  it("replace what was learned before, whole", async () => {
    const path = await file("fewer.csv", "job_name,csco_code\n送水工,4-02-07-08\n");
    await importCodedTitles(services, actor, { path, source: "fewer" });
    expect((await rows("SELECT source, titles FROM occupation_lexicon")).map((row) => [row.source, Number(row.titles)])).toEqual([["fewer", 1]]);
    expect(await rows("SELECT cue FROM occupation_cue WHERE lexiconId NOT IN (SELECT id FROM occupation_lexicon)")).toEqual([]);
  });
});

describe("a bad file", () => {
  it.each([
    ["no-code.csv", "job_name,other\n采购员,1\n", importCodedTitles, "import-file-columns-missing", 1],
    ["none-readable.csv", "job_name,csco_code\n采购员,4-01\n", importCodedTitles, "import-file-no-codes", 2],
    ["cut.csv", 'job_name,csco_code\n采购员,4-01-01-00\n"采购', importCodedTitles, "import-file-row-damaged", 3],
    ["only-header.csv", "code,name\n", importClassification, "import-file-no-rows", undefined],
    ["empty-title.csv", "job_name,firm\n采购员,甲\n,乙\n销售,丙\n", classifyFile, "import-file-title-missing", 3],
    ["long.csv", `job_name\n采购员\n${"长".repeat(501)}\n`, classifyFile, "import-file-title-long", 3],
  ] as const)("%s is refused whole, with its line", async (name, text, useCase, code, line) => {
    const before = await rows("SELECT (SELECT COUNT(*) FROM occupation_cue) AS cues, (SELECT COUNT(*) FROM classification_node) AS nodes");
    const result = await useCase(services, actor, { path: await file(name, text), source: "bad" });
    expect(result).toMatchObject({ ok: false, problems: [{ code, ...(line === undefined ? {} : { params: { line } }) }] });
    expect(await rows("SELECT (SELECT COUNT(*) FROM occupation_cue) AS cues, (SELECT COUNT(*) FROM classification_node) AS nodes")).toEqual(before);
    expect((await readdir(folder)).filter((one) => one.endsWith(".part"))).toEqual([]);
  });

  it("of titles by an employer is not read at all", async () => {
    const path = await file("fine.csv", "job_name\n采购员\n");
    expect(await classifyFile(services, { ...actor, role: "EMPLOYER" }, { path })).toMatchObject({ ok: false, problems: [{ code: "forbidden" }] });
  });
});

describe("titles and words that come in by import", () => {
  it("meet at one occupation, by the list first and by what was learned where the list has no word", async () => {
    const titles = await file("known.csv", "job_name,csco_code\n杀鱼工,4-03-02-05\n杀鱼师傅,4-03-02-05\n焊工,4-03-02-05\n采购员,4-01-01-00\n");
    await importCodedTitles(services, actor, { path: titles, source: "known" });
    const posts = await file("posts.csv", "岗位名称,单位名称,工作地点\n杀鱼工,某某餐饮,太原市\n电焊工,某某机械,太原市\n诚聘英才,某某商贸,太原市\n");
    expect(await importPosts(services, actor, { path: posts, source: "meet" })).toMatchObject({ ok: true, value: { imported: 3 } });
    const found = await rows("SELECT title, occupationCode FROM post WHERE source = 'meet' ORDER BY title");
    expect(Object.fromEntries(found.map((row) => [row.title, row.occupationCode]))).toEqual({ 杀鱼工: "4-03-02-05", 电焊工: "6-18-02-04", 诚聘英才: null });
  });

  it("keep a person's crafts in the words that named them, once", async () => {
    const idNumber = makeResidentId(MADE_UP_ID_REGION, "1979-04-12", 21, "M");
    const text = (skills: string) => `姓名,身份证号,户籍地,手艺\n赵守艺,${idNumber},山西省晋中市平遥县,${skills}\n`;
    await importPersons(services, actor, { path: await file("crafts.csv", text("祖传推光漆、剪窗花")), source: "crafts" });
    await importPersons(services, actor, { path: await file("crafts2.csv", text("推光漆器，也会箍窑")), source: "crafts" });
    const kept = await rows("SELECT craftKey, said FROM person_craft ORDER BY craftKey");
    expect(kept.map((row) => [row.craftKey, row.said])).toEqual([["kiln-house", "箍窑"], ["pingyao-lacquer", "推光漆"], ["zhongyang-papercut", "窗花"]]);
  });
});
