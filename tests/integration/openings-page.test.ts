import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkChain } from "#app/data/audit-chain/check.server.ts";
import { sealAudit } from "#app/data/audit-chain/seal.server.ts";
import { writeAudit } from "#app/data/audit.server.ts";
import { readBureauCertificate } from "#app/data/read-models/bureau-certificates.server.ts";
import { readBureauEmployer } from "#app/data/read-models/bureau-employer.server.ts";
import { readCertified } from "#app/data/read-models/certified-page.server.ts";
import { readOpenings } from "#app/data/read-models/openings-page.server.ts";
import { readTrainingFigures } from "#app/data/read-models/training-figures.server.ts";
import { readTable, writeTable } from "#app/exports/write-table.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { openingFilter } from "#app/platform/web/audit-query.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let make: Factory;
let now = new Date("2026-11-20T03:00:00Z");
const [COUNTY, CITY, PROVINCE, FAR] = ["141124", "141100", "140000", "140222"];
const users = new Map<string, string>();
const people = new Map<string, string>();
const as = (regionCode: string | null, role: Actor["role"] = "OFFICER"): Actor => ({ userId: users.get("boss") ?? null, role, regionCode, personId: null, employerId: null, purpose: "service" });
const read = (actor: Actor, query: Record<string, string> = {}) => readOpenings(services, actor, openingFilter(new URLSearchParams(query)));
const brief = async (actor: Actor, query: Record<string, string> = {}) => {
  const page = await read(actor, query);
  return page && page.openings.filter((one) => one.action !== "see-openings").map((one) => `${one.officer ?? one.role} ${one.kind} ${one.person?.nameMasked ?? "-"}`).sort();
};

async function look(user: string, regionCode: string | null, purpose: string, person: string, times = 1, action = "see-contact") {
  for (let n = 0; n < times; n += 1) {
    const actor: Actor = { ...as(regionCode, regionCode === null ? "EMPLOYER" : "OFFICER"), userId: users.get(user)!, purpose };
    await writeAudit(services, actor, { action, subjectType: "person", subjectId: people.get(person)!, outcome: "ok" });
  }
}

beforeAll(async () => {
  services = await openTestServices({ clock: { now: () => now, today: () => now.toISOString().slice(0, 10) } });
  await loadReference(services);
  make = createFactory(services, 5);
  for (const name of ["boss", "near", "far", "firm"]) {
    const user = await services.db.user.create({ data: { id: services.newId(), username: name, displayName: name, role: name === "firm" ? "EMPLOYER" : "OFFICER", recordedAt: now } });
    users.set(name, user.id);
  }
  for (const [name, county] of [["甲乙丙", COUNTY], ["丁戊己", FAR]] as const) people.set(name, (await make.person({ name, homeCountyCode: county, age: 40 })).id);
  await look("near", COUNTY, "see:CALL", "甲乙丙");
  await look("near", COUNTY, "form:x:盖章", "丁戊己");
  await look("far", FAR, "see:VISIT:送材料", "丁戊己");
  await look("firm", null, "see:HIRING", "甲乙丙");
  await look("near", COUNTY, "service", "甲乙丙", 1, "accept-post");
});
afterAll(() => services.close());

describe("who opened whose data", () => {
  it("is seen by the bureau of those accounts and the ones above it, with people's names masked and those of elsewhere not named", async () => {
    expect(await brief(as(COUNTY))).toEqual(["near CALL 甲**", "near FORM -"]);
    expect(await brief(as(FAR))).toEqual(["far VISIT 丁**"]);
    expect(await brief(as(CITY))).toEqual(["near CALL 甲**", "near FORM -"]);
    expect(await brief(as(PROVINCE))).toEqual(["far VISIT 丁**", "firm HIRING 甲**", "near CALL 甲**", "near FORM 丁**"]);
  });

  it.each([["a township's officer", "141124001", "OFFICER"], ["somebody without a region", null, "OFFICER"], ["an agent", COUNTY, "AGENT"], ["a seeker", COUNTY, "SEEKER"]] as const)("is not seen by %s", async (_who, region, role) => {
    expect(await read(as(region, role))).toBeNull();
  });

  it("is itself on record", async () => {
    await read({ ...as(COUNTY), userId: users.get("near")! });
    expect((await read(as(COUNTY)))!.openings[0]).toMatchObject({ action: "see-openings", officer: "near" });
    expect((await read(as(COUNTY)))!.openings.filter((one) => one.action === "see-openings" && one.officer === "boss")).toEqual([]);
  });

  it("about one person is asked only where that person is of the region", async () => {
    expect(await brief(as(COUNTY), { person: people.get("甲乙丙")! })).toEqual(["near CALL 甲**"]);
    expect(await brief(as(COUNTY), { person: people.get("丁戊己")! })).toBeNull();
    expect(await brief(as(COUNTY), { person: services.newId() })).toBeNull();
  });

  it.each([[{ purpose: "FORM" }, ["near FORM -"]], [{ purpose: "PAY" }, []], [{ purpose: "nonsense" }, ["near CALL 甲**", "near FORM -"]], [{ day: "2026-11-20" }, ["near CALL 甲**", "near FORM -"]], [{ day: "2026-11-19" }, []], [{ day: "2026-02-31" }, ["near CALL 甲**", "near FORM -"]]] as [Record<string, string>, string[]][])("is filtered by %j", async (query, shown) => {
    expect(await brief(as(COUNTY), query)).toEqual(shown);
  });

  it("by officer, and a day is China's", async () => {
    now = new Date("2026-11-20T16:30:00Z");
    await look("far", FAR, "see:CHECK", "丁戊己");
    expect(await brief(as(PROVINCE), { officer: users.get("far")!, day: "2026-11-21" })).toEqual(["far CHECK 丁**"]);
    expect(await brief(as(PROVINCE), { officer: users.get("far")!, day: "2026-11-20" })).toEqual(["far VISIT 丁**"]);
    const page = await read(as(FAR));
    expect(page!.days.at(-1)).toMatchObject({ day: "2026-11-21", counts: { ASKED: 1, FORM: 0, PAY: 0 } });
    expect(page!.days.at(-2)).toMatchObject({ day: "2026-11-20", counts: { ASKED: 1 } });
  });

  it("says what stands out, and the file has the same", async () => {
    now = new Date("2026-11-21T15:00:00Z");
    await look("near", COUNTY, "see:CALL", "甲乙丙", 41);
    const page = (await read(as(COUNTY)))!;
    expect(page.unusual.map((one) => `${one.kind} ${one.officer} ${one.day} ${one.looks}`)).toEqual(["MANY near 2026-11-21 41", "HOURS near 2026-11-21 41"]);
    const sheet = (name: string, query: Record<string, string> = {}, actor = as(COUNTY)) => readTable(services, { actor, name, query: new URLSearchParams(query), locale: "zh" });
    expect((await sheet("unusual-openings"))!.rows.map((row) => row.slice(0, 2))).toEqual([["near", "一天打开特别多"], ["near", "夜里打开（22 点到 6 点）"]]);
    expect((await sheet("openings", { purpose: "CALL" }))!.rows).toHaveLength(42);
    expect(await sheet("openings", {}, as("141124001"))).toBeNull();
  });

  it("as a file of several pages is one look at the page, and holds every opening", async () => {
    const id = (n: number) => `01KB${String(n).padStart(22, "0")}`;
    await services.db.auditEntry.createMany({ data: Array.from({ length: 2_300 }, (_, n) => ({ id: id(n), at: now, userId: users.get("near")!, role: "OFFICER" as const, regionCode: COUNTY, action: "see-contact", purpose: "see:VISIT:many", subjectType: "person", subjectId: people.get("甲乙丙")!, outcome: "ok" })) });
    const looks = () => services.db.auditEntry.count({ where: { action: "see-openings" } });
    const before = await looks();
    const { rows } = (await readTable(services, { actor: as(COUNTY), name: "openings", query: new URLSearchParams({ purpose: "VISIT" }), locale: "zh" }))!;
    expect([rows.length, await looks()]).toEqual([2_300, before + 1]);
    await services.db.auditEntry.deleteMany({ where: { purpose: "see:VISIT:many" } });
  });

  it("says up to where the chain was checked", async () => {
    expect((await read(as(COUNTY)))!.chain).toEqual({ last: null, lastGood: null });
    await sealAudit(services);
    await checkChain(services);
    expect((await read(as(COUNTY)))!.chain.lastGood).toMatchObject({ flaws: 0, checkedAt: now, head: expect.stringMatching(/^\d+:/) as string });
  });
});

describe("what a page opens by itself", () => {
  const purposes = async (action: string) => (await services.db.auditEntry.findMany({ where: { action, userId: users.get("boss")! }, orderBy: { id: "desc" }, take: 1 })).map((one) => one.purpose);

  it("names its act in the audit: a certificate and an employer that are checked, a table taken along", async () => {
    const certificate = await make.certificate(people.get("甲乙丙")!);
    expect(await readBureauCertificate(services, as(COUNTY), certificate)).not.toBeNull();
    expect(await purposes("see-certificate")).toEqual(["see:CHECK:certificate"]);
    const employerId = await make.employer();
    expect(await readBureauEmployer(services, as(PROVINCE), employerId)).not.toBeNull();
    expect(await purposes("see-employer")).toEqual(["see:CHECK:employer"]);
    expect(await writeTable(services, { actor: as(COUNTY), name: "openings", query: new URLSearchParams(), locale: "zh" })).not.toBeNull();
    expect(await purposes("export-table")).toEqual(["form:table:openings"]);
  });

  it("is nothing of the province to somebody whose region was never named", async () => {
    await make.person({ name: "己庚辛", homeCountyCode: COUNTY, age: 30, categories: ["POVERTY_LIFTED"] });
    expect((await readCertified(services, as(PROVINCE), PROVINCE, "2026-11-21"))?.lines.length).toBeGreaterThan(0);
    expect(await readTable(services, { actor: as(null), name: "certified", query: new URLSearchParams(), locale: "zh" })).toBeNull();
    expect(await readTrainingFigures(services, as(null), { year: "2026", by: "county" })).toMatchObject({ wide: false, rows: [] });
  });
});
