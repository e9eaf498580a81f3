import { createHash } from "node:crypto";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCategory } from "#app/data/person-status.ts";
import { parseResidentId } from "#app/domain/person/resident-id.ts";
import { fixedClock, systemClock } from "#app/platform/clock.ts";
import { DEMO_ACCOUNTS } from "#app/platform/demo-accounts.ts";
import { signIn } from "#app/usecases/auth/sign-in.server.ts";
import { recountTargets } from "#app/usecases/targets/recount.server.ts";
import { isSeeded, seedStarter, StarterRefused } from "#prisma/seed/starter.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { countTrainingNeeds } from "#workers/training-needs/run.ts";

const TODAY = "2026-11-23";
const SIZE = { workers: 4_000, employers: 90, posts: 700, seed: 7 };
const quiet = () => undefined;

let deps: TestServices;
beforeAll(async () => {
  deps = await openTestServices({ clock: fixedClock(`${TODAY}T08:00:00.000Z`) });
  await seedStarter(deps, quiet, { ...SIZE, index: false });
});
afterAll(() => deps.close());

async function rows<T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> {
  const [found] = await deps.pool.query<RowDataPacket[]>(sql, values);
  return found as unknown as T[];
}
const number = async (sql: string) => Number(Object.values((await rows(sql))[0]!)[0]);

/** Every column of the tables the seed fills, but for ciphertext, keyed hashes, what this run wrote about itself, the ids of accounts (new with each load) and the ledger's hashes, which go over them. */
async function contentHash(): Promise<string> {
  const hash = createHash("sha256");
  const tables = ["household", "person", "person_category", "wish", "certificate", "employer", "workshop", "workfare_project", "post", "welfare_terms", "placement", "placement_event", "target_count"];
  for (const table of tables) {
    const columns = await rows<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? AND column_name NOT LIKE '%Enc' AND column_name NOT LIKE '%Index' AND column_name NOT LIKE '%UserId' AND column_name NOT LIKE '%edBy' AND column_name NOT LIKE '%hash' ORDER BY ordinal_position`,
      [table]);
    const list = columns.map(({ name }) => `\`${name}\``).join(", ");
    hash.update(JSON.stringify(await rows(`SELECT ${list} FROM \`${table}\` ORDER BY ${list.split(", ").slice(0, 3).join(", ")}`)));
  }
  return hash.digest("hex");
}

describe("the starter data", () => {
  it("is there as asked for, whole, and is not loaded twice", async () => {
    expect(await number("SELECT COUNT(*) FROM person WHERE madeUp = 0")).toBe(0);
    // and the demo accounts' two people, one employer, two posts; a company for work abroad with a post; ten people of villages, their township and five public-welfare posts; two employers with three posts that ask for a certificate
    expect(await number("SELECT COUNT(*) FROM person")).toBe(SIZE.workers + 2 + 10);
    expect(await number("SELECT COUNT(*) FROM employer")).toBe(SIZE.employers + 1 + 1 + 1 + 2);
    expect(await number("SELECT COUNT(*) FROM post")).toBe(SIZE.posts + 2 + 5 + 1 + 3);
    expect(await isSeeded(deps)).toBe(true);
    await expect(seedStarter(deps, quiet, SIZE)).rejects.toThrow(StarterRefused);
    expect(await number("SELECT COUNT(*) FROM person")).toBe(SIZE.workers + 2 + 10);
  });

  it("points nowhere that does not exist: every foreign key holds", async () => {
    const keys = await rows<{ tableName: string; columnName: string; refTable: string; refColumn: string }>(
      `SELECT table_name AS tableName, column_name AS columnName, referenced_table_name AS refTable, referenced_column_name AS refColumn
         FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL`);
    expect(keys.length).toBeGreaterThan(20);
    for (const { tableName, columnName, refTable, refColumn } of keys) {
      const orphans = await number(
        `SELECT COUNT(*) FROM \`${tableName}\` AS child LEFT JOIN \`${refTable}\` AS parent ON parent.\`${refColumn}\` = child.\`${columnName}\`
          WHERE child.\`${columnName}\` IS NOT NULL AND parent.\`${refColumn}\` IS NULL`);
      expect(orphans, `${tableName}.${columnName}`).toBe(0);
    }
  });

  it("keeps names and numbers as ciphertext that reads back, with resident IDs that check", async () => {
    const people = await rows<{ nameEnc: string; idNumberEnc: string; idNumberIndex: string; idNumberMasked: string; birthDate: string; sex: string }>(
      "SELECT nameEnc, idNumberEnc, idNumberIndex, idNumberMasked, birthDate, sex FROM person");
    for (const { nameEnc, idNumberEnc, idNumberIndex, birthDate, sex } of people) {
      expect(deps.crypto.decrypt("person.name", nameEnc)).toMatch(/^[\u4e00-\u9fff]{2,4}$/);
      const idNumber = deps.crypto.decrypt("person.idNumber", idNumberEnc);
      expect(parseResidentId(idNumber)).toMatchObject({ ok: true, regionCode: "999999", birthDate, sex });
      expect(deps.crypto.blindIndex("person.idNumber", idNumber)).toBe(idNumberIndex);
    }
  });

  it("spreads over the counties with about half in the 58, and helps those most who were poor", async () => {
    const lifted = await number("SELECT AVG(c.povertyLiftedLevel IS NOT NULL) FROM person p JOIN county c ON c.code = p.homeCountyCode");
    expect(lifted).toBeGreaterThan(0.45);
    expect(lifted).toBeLessThan(0.58);
    expect(await number("SELECT COUNT(DISTINCT homeCountyCode) FROM person")).toBeGreaterThan(110);
    const there = await rows<{ id: string; personId: string; kind: null; kindEnc: string | null }>(
      `SELECT p.id AS personId, k.id, k.kind, k.kindEnc FROM person p JOIN county c ON c.code = p.homeCountyCode AND c.povertyLiftedLevel IS NOT NULL LEFT JOIN person_category k ON k.personId = p.id`);
    const helped = new Set(there.filter((row) => row.kindEnc !== null && openCategory(deps, row) === "POVERTY_LIFTED").map((row) => row.personId));
    const poor = helped.size / new Set(there.map((row) => row.personId)).size;
    expect(Math.abs(poor - 0.45)).toBeLessThan(0.06);
    expect(await number("SELECT COUNT(*) FROM person p JOIN household h ON h.id = p.householdId WHERE h.regionCode <> p.homeRegionCode")).toBe(0);
  });

  it("pays every post at least the floor of its day", async () => {
    const [row] = await rows<{ value: string }>("SELECT value FROM policy_parameter WHERE `key` = 'wage.minimum.monthly' AND regionCode = '140000' AND validFrom <= ? ORDER BY validFrom DESC LIMIT 1", [TODAY]);
    const floor = Number(row!.value);
    expect(floor).toBeGreaterThan(150_000);
    expect(await number(`SELECT COUNT(*) FROM post WHERE stream <> 'WELFARE' AND monthlyMinFen < ${floor}`)).toBe(0);
    expect(await number(`SELECT COUNT(*) FROM post WHERE stream = 'WELFARE' AND monthlyMinFen < ${floor / 2}`)).toBe(0);
    expect(await number("SELECT COUNT(*) FROM post p LEFT JOIN welfare_terms t ON t.postId = p.id WHERE (p.stream = 'WELFARE') <> (t.postId IS NOT NULL)")).toBe(0);
  });

  it("holds nobody twice and says of each post how many hold a place there", async () => {
    expect(await number("SELECT COUNT(*) - COUNT(DISTINCT personId) FROM placement WHERE activeKey IS NOT NULL")).toBe(0);
    const wrong = await number(
      "SELECT COUNT(*) FROM post p WHERE p.filled <> (SELECT COUNT(*) FROM placement a WHERE a.postId = p.id AND a.activeKey IS NOT NULL)");
    expect(wrong).toBe(0);
    expect(await number("SELECT SUM(filled) FROM post")).toBeGreaterThan(20);
  });

  it("counts the same anew from the ledger, with every hash chain whole", async () => {
    const recount = await recountTargets(deps);
    expect(recount.events).toBeGreaterThan(15_000);
    expect(recount.differences).toBe(0);
  });

  it("has every past year near its goal, and this year open in November, with counties apart", async () => {
    const goal = await number("SELECT goal * sampleRatio FROM target_year WHERE year = 2026");
    expect(goal).toBeCloseTo((300_000 * SIZE.workers) / 1_590_000, 6);
    const counted = new Map((await rows<{ year: number; n: number }>("SELECT year, COUNT(*) AS n FROM target_count WHERE caliberCode = 'arrival' GROUP BY year")).map(({ year, n }) => [year, Number(n) / goal]));
    for (const year of [2023, 2024, 2025]) expect(Math.abs(counted.get(year)! - 1), String(year)).toBeLessThan(0.12);
    expect(Math.abs(counted.get(2026)! - 0.9)).toBeLessThan(0.1);
    expect([...counted.keys()].sort()).toEqual([2023, 2024, 2025, 2026]);
    const active = await number("SELECT SUM(activeKey IS NOT NULL) FROM placement");
    expect(Math.abs(active / SIZE.workers - 0.31)).toBeLessThan(0.05);
  });

  it("shows work abroad only under the made-up company's licence, with somebody whose contract waits to be filed", async () => {
    const open = await deps.db.post.findMany({ where: { scope: "OVERSEAS", status: "PUBLISHED" }, include: { employer: true, overseasTerms: { include: { licence: true } } } });
    expect(open.map((one) => [one.employer.name.endsWith("（演示）"), one.overseasTerms?.scheme, one.overseasTerms?.licence.state])).toEqual([[true, "SSW1", "IN_FORCE"]]);
    expect((await deps.db.overseasStep.findMany({ orderBy: { seq: "asc" } })).map((one) => one.step)).toEqual(["APPLIED", "LANGUAGE", "SKILL", "CONTRACT"]);
  });

  it("writes no outbox rows but its run's, and of passes whose certificates the workers sign: indexes and counters are rebuilt at its end", async () => {
    expect(await number("SELECT COUNT(*) FROM outbox_event WHERE event NOT IN ('matching.found', 'matching.published', 'training.assessed')")).toBe(0);
  });

  it("leaves the demo county something to train for, as the real run finds it: local openings wait for a certificate that people there are one course short of", async () => {
    const run = await deps.db.matchRun.findFirstOrThrow({ where: { status: "DONE" } });
    expect(await countTrainingNeeds(deps, run.id)).toBe(true);
    const needs = await deps.db.trainingNeed.findMany({ where: { countyCode: "141124" }, include: { posts: { include: { post: true } }, list: true } });
    expect(needs.reduce((sum, one) => sum + one.picked, 0)).toBeGreaterThan(2);
    for (const need of needs) {
      const { occupationCode, kind, level } = need;
      expect(need.posts.some((one) => one.post.countyCode === "141124" && one.picked > 0 && one.picked <= one.openings)).toBe(true);
      expect(await deps.db.certificate.count({ where: { personId: { in: need.list.map((one) => one.personId) }, occupationCode, verification: "VERIFIED", ...(level ? { level } : {}) } })).toBe(0);
      // and a class can be filled at once: the county has such a course
      expect(await deps.db.trainingCourse.count({ where: { countyCode: "141124", occupationCode, kind, level } })).toBe(1);
    }
  });

  it("lets every demo account in, shows the seeker a welding post and the employer somebody to confirm", async () => {
    for (const { username, password, role } of DEMO_ACCOUNTS) {
      const result = await signIn(deps, { username, password });
      expect(result.ok, username).toBe(true);
      expect(await deps.db.user.findUniqueOrThrow({ where: { username } })).toMatchObject({ role, demo: true });
    }
    const seeker = await deps.db.user.findUniqueOrThrow({ where: { username: "seeker" }, include: { person: { include: { matches: { include: { post: true } } } } } });
    expect(seeker.person?.matches.map(({ status, post }) => [status, post.occupationCode])).toEqual([["PROPOSED", "6-18-02-04"]]);
    const employer = await deps.db.user.findUniqueOrThrow({ where: { username: "employer" }, include: { employer: { include: { posts: { include: { placements: { include: { events: { orderBy: { seq: "desc" } } } } } } } } } });
    const awaited = employer.employer?.posts.flatMap(({ placements }) => placements).map(({ events }) => events[0]?.kind);
    expect(awaited).toEqual(["ACCEPTED"]);
    expect(employer.employer?.posts.filter(({ status, filled, openings }) => status === "PUBLISHED" && filled < openings).length).toBe(2);
  });
});

describe("loading it again", () => {
  const small = { workers: 600, employers: 40, posts: 150, seed: 11, index: false, match: false, reset: true };

  it("gives the same rows for the same seed", async () => {
    await seedStarter(deps, quiet, small);
    const first = await contentHash();
    await seedStarter(deps, quiet, small);
    expect(await contentHash()).toBe(first);
    await seedStarter(deps, quiet, { ...small, seed: 12 });
    expect(await contentHash()).not.toBe(first);
  });

  it("can be loaded on the day it is, whatever that is, with a fair that was held and one to come", async () => {
    const today = systemClock.today();
    await seedStarter({ ...deps, clock: fixedClock(`${today}T08:00:00.000Z`) }, quiet, { ...SIZE, asOf: today, index: false, match: false, reset: true });
    const fairs = await rows<{ state: string; guests: number; hired: number }>(
      "SELECT f.state, (SELECT COUNT(*) FROM fair_guest g WHERE g.fairId = f.id) AS guests, (SELECT COUNT(*) FROM fair_hiring h WHERE h.fairId = f.id AND h.placementId IS NOT NULL) AS hired FROM job_fair f ORDER BY f.startsAt");
    expect(fairs.map((one) => [one.state, Number(one.guests) > 8, Number(one.hired) > 3])).toEqual([["CLOSED", true, true], ["PLANNED", true, false]]);
    expect((await recountTargets(deps)).differences).toBe(0);
  });

  it("takes away what an interrupted load left, and never in production mode or over somebody's own data", async () => {
    const abort = new AbortController();
    const stopAtPeople = (step: string) => (step.includes("People") ? abort.abort(new Error("stopped")) : undefined);
    await expect(seedStarter(deps, stopAtPeople, { ...small, workers: 9_000, signal: abort.signal })).rejects.toThrow("stopped");
    expect(await isSeeded(deps)).toBe(false);
    const before = await number("SELECT COUNT(*) FROM person");
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(9_000);
    await seedStarter(deps, quiet, { ...small, reset: false });
    expect(await number("SELECT COUNT(*) FROM person")).toBe(small.workers + 2 + 10);

    const production = { ...deps, env: { ...deps.env, APP_MODE: "production" as const } };
    await expect(seedStarter(production, quiet, small)).rejects.toThrow(/production/);

    await deps.pool.query("DELETE FROM import_run");
    expect(await isSeeded(deps)).toBe(true);
    await expect(seedStarter(deps, quiet, { ...small, reset: false })).rejects.toThrow(StarterRefused);
  });
});
