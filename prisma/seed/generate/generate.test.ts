import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ageOn, addDays as addDaysOfDomain, toDate } from "#app/domain/dates.ts";
import { parseCreditCode } from "#app/domain/employer/credit-code.ts";
import { parseResidentId } from "#app/domain/person/resident-id.ts";
import { checkTransition } from "#app/domain/placement/placement.ts";
import { addDays } from "./days.ts";
import { makeEmployer } from "./employers.ts";
import { makePost, poolOf } from "./posts.ts";
import { PostShelf } from "./post-shelf.ts";
import { randomFor, ulidFrom, weighted } from "./random.ts";
import { drawArrival, springFestival } from "./seasons.ts";
import { generatePeople, type PersonBundle } from "./stream.ts";
import { type CountyPlace, makeSites, weighCounties, type World } from "./world.ts";

const MINIMUM_FEN = 178_000;

function county(code: string, name: string, povertyLifted: boolean, population: number): CountyPlace {
  const base = { code, name, povertyLifted };
  return {
    ...base, cityCode: `${code.slice(0, 4)}00`, cityName: "某市", population, homes: [`${code}100001`], towns: [{ code: `${code}100`, name: "某镇" }],
    sites: makeSites(1, base), brands: [],
  };
}

function world(changed: Partial<World> = {}): World {
  const counties = [county("140105", "甲区", false, 900_000), county("141124", "乙县", true, 480_000), county("141127", "丙县", true, 150_000), county("141181", "丁市", false, 470_000)];
  const lifted = counties.filter((one) => one.povertyLifted);
  return {
    seed: 7, asOf: "2026-11-23", idsFromMs: toDate("2026-11-22").getTime(), workers: 1_500, counties, countyOf: new Map(counties.map((one) => [one.code, one])),
    homeCounties: weighCounties(counties), liftedCounties: weighCounties(lifted), workCounties: weighCounties(counties), liftedShare: 0.5, brands: [],
    away: weighted([[{ code: "110105", name: "北京朝阳区", payFactor: 1.25 }, 1]] as const), abroad: [{ code: "JP0000", name: "日本", payFactor: 2 }],
    minimumWageFen: () => MINIMUM_FEN, ...changed,
  };
}

const everybody = (of: World): PersonBundle[] => [...generatePeople(of, new PostShelf())];
const fingerprint = (of: World) => {
  const people = everybody(of).map(({ household, ...bundle }) => ({ ...bundle, household: [household.id, household.regionCode, household.siteId] }));
  const employers = Array.from({ length: 60 }, (_, i) => makeEmployer(of, i));
  const posts = Array.from({ length: 200 }, (_, i) => makePost(of, i, 200, poolOf(employers)));
  return createHash("sha256").update(JSON.stringify([people, employers, posts])).digest("hex");
};

describe("the generator", () => {
  it("makes the same rows from the same seed and others from another", () => {
    expect(fingerprint(world())).toBe(fingerprint(world()));
    expect(fingerprint(world({ seed: 8 }))).not.toBe(fingerprint(world()));
  });

  it("makes the first people the same, however many follow", () => {
    const few = everybody(world({ workers: 300 })).map(({ person }) => person.id);
    expect(everybody(world({ workers: 900 })).slice(0, 300).map(({ person }) => person.id)).toEqual(few);
  });

  it("makes exactly as many people as asked, each with an id, a resident ID and at least one wish of their own", () => {
    const people = everybody(world());
    expect(people).toHaveLength(1_500);
    expect(new Set(people.map(({ person }) => person.id)).size).toBe(1_500);
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(1_500);
    expect(people.every(({ wish }) => wish.occupationCodes.length > 0)).toBe(true);
  });

  it("gives resident IDs that check, belong to no county and agree with birth date and sex", () => {
    for (const { person, idNumber } of everybody(world())) {
      expect(parseResidentId(idNumber)).toEqual({ ok: true, id: idNumber, regionCode: "999999", birthDate: person.birthDate, sex: person.sex });
    }
  });

  it("registers nobody under 16 or over 65, and starts nobody's work before 16", () => {
    for (const { person, placements } of everybody(world())) {
      expect(ageOn(person.birthDate, "2026-11-23")).toBeGreaterThanOrEqual(16);
      expect(ageOn(person.birthDate, "2026-11-23")).toBeLessThanOrEqual(65);
      for (const { events } of placements) expect(ageOn(person.birthDate, events[0]!.happenedOn)).toBeGreaterThanOrEqual(16);
    }
  });

  it("gives about a third a certificate, all of them issued at working age and before today", () => {
    const people = everybody(world());
    const share = people.filter(({ certificates }) => certificates.length > 0).length / people.length;
    expect(share).toBeGreaterThan(0.29);
    expect(share).toBeLessThan(0.41);
    for (const { person, certificates } of people) {
      for (const { issuedOn, expiresOn } of certificates) {
        expect(ageOn(person.birthDate, issuedOn)).toBeGreaterThanOrEqual(16);
        expect(issuedOn < "2026-11-23").toBe(true);
        expect(expiresOn === null || expiresOn > issuedOn).toBe(true);
      }
    }
  });

  it("writes ledger rows that the ledger's own rules would have allowed, none recorded today or later", () => {
    let checked = 0;
    for (const { placements } of everybody(world())) {
      expect(placements.filter(({ active }) => active).length).toBeLessThanOrEqual(1);
      for (const { events } of placements) {
        for (const [i, { kind, happenedOn, saidByRole, recordedAt }] of events.entries()) {
          expect(recordedAt < "2026-11-23").toBe(true);
          expect(i === 0 || recordedAt > events[i - 1]!.recordedAt).toBe(true);
          if (kind === "REVERSED") continue;
          expect(checkTransition(events.slice(0, i), { kind, happenedOn, saidByRole }, recordedAt.slice(0, 10)), `${kind} after ${events[i - 1]?.kind}`).toBeNull();
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(4_000);
  });

  it("pays no post less than the minimum wage, and no welfare post less than half of it", () => {
    const of = world();
    const pool = poolOf(Array.from({ length: 80 }, (_, i) => makeEmployer(of, i)));
    const posts = Array.from({ length: 1_500 }, (_, i) => makePost(of, i, 1_500, pool).row);
    expect(new Set(posts.map(({ stream }) => stream)).size).toBe(4);
    for (const { stream, monthlyMinFen, openings, validFrom, validUntil, status } of posts) {
      if (monthlyMinFen !== null) expect(monthlyMinFen).toBeGreaterThanOrEqual(stream === "WELFARE" ? MINIMUM_FEN / 2 : MINIMUM_FEN);
      expect(openings).toBeGreaterThanOrEqual(1);
      expect(validUntil > validFrom).toBe(true);
      if (status === "PUBLISHED") expect(validUntil > of.asOf).toBe(true);
    }
    const average = posts.reduce((sum, { openings }) => sum + openings, 0) / posts.length;
    expect(average).toBeGreaterThan(3);
    expect(average).toBeLessThan(4.2);
  });

  it("writes no unlawful word into an ad, and marks every employer and post as made up", () => {
    const of = world();
    const employers = Array.from({ length: 200 }, (_, i) => makeEmployer(of, i));
    for (const { name, creditCode } of employers) {
      expect(name).toContain("（演示");
      expect(parseCreditCode(creditCode ?? "")).toMatchObject({ ok: true, regionCode: "999999" });
    }
    for (let i = 0; i < 400; i += 1) {
      const { title, description, madeUp } = makePost(of, i, 400, poolOf(employers)).row;
      expect(title + description).not.toMatch(/高薪|包就业|限男|限女|男性优先|女性优先|岁以下|押金|民族|户口/);
      expect(description).toContain("演示数据");
      expect(madeUp).toBe(1);
    }
  });
});

describe("the random source", () => {
  it("draws evenly and by weight", () => {
    const random = randomFor(1, 2, 3);
    const draws = Array.from({ length: 20_000 }, () => random.int(0, 9));
    for (let digit = 0; digit < 10; digit += 1) expect(Math.abs(draws.filter((one) => one === digit).length - 2_000)).toBeLessThan(220);
    const choice = weighted([["a", 3], ["b", 1]] as const);
    const share = Array.from({ length: 8_000 }, () => random.weighted(choice)).filter((one) => one === "a").length / 8_000;
    expect(Math.abs(share - 0.75)).toBeLessThan(0.025);
  });

  it("makes ULIDs of the given millisecond", () => {
    // 01ARYZ6S41 is the time part of 1469918176385 in the ULID specification's own example
    expect(ulidFrom(randomFor(1), 1_469_918_176_385)).toMatch(/^01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/);
  });
});

describe("the seasons", () => {
  it("start most people in the ten weeks after the Spring Festival, more in October than in September, few in January", () => {
    const random = randomFor(5);
    const days = Array.from({ length: 4_000 }, () => drawArrival(random, 2026));
    const between = (from: string, to: string) => days.filter((day) => day >= from && day < to).length;
    expect(between(springFestival(2026), addDays(springFestival(2026), 70))).toBeGreaterThan(2_000);
    expect(between("2026-10-01", "2026-11-01")).toBeGreaterThan(2 * between("2026-09-01", "2026-10-01"));
    expect(between("2026-01-01", "2026-02-01")).toBeLessThan(between("2026-09-01", "2026-10-01"));
    expect(days.every((day) => day.startsWith("2026"))).toBe(true);
  });

  it("count days as the domain does", () => {
    for (const [day, days] of [["2024-02-28", 1], ["2023-02-28", 1], ["2026-11-23", -1_400], ["1999-12-31", 20_000], ["2026-01-01", 0]] as const) {
      expect(addDays(day, days)).toBe(addDaysOfDomain(day, days));
    }
  });
});
