import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RowDataPacket } from "mysql2/promise";
import { readHome } from "#app/data/read-models/home.server.ts";
import { EDUCATIONS, type PlaceClass, SKILL_LEVELS, type SkillLevel, STREAMS } from "#app/domain/terms.ts";
import { placeClassOf } from "#app/domain/region/place-class.ts";
import { distanceKm } from "#app/domain/region/distance.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { randomFor, SUBJECT } from "#prisma/seed/generate/random.ts";
import { indexPosts } from "#search/apply.ts";
import { WAGE_STEPS } from "#search/documents/post.ts";
import { ensureIndexes } from "#search/indexes/ensure.ts";
import { NO_FILTERS, PAGE_SIZE, type PostSearchParams } from "#search/queries/params.ts";
import { searchPosts } from "#search/queries/search-posts.ts";
import { createFactory } from "../factories/index.ts";
import { openTestServices, type TestServices } from "../setup/services.ts";

const TODAY = "2026-11-23";
const HOME = "141124";
const COUNTIES = ["140105", "141124", "141127", "141181", "110105", "JP0000"];
const TITLES = ["电焊工", "保安", "缝纫工", "家政服务员", "仓库管理员"];
const CERTIFICATES = ["6-18-02-04", "4-10-01-05", null, null];

interface Row extends RowDataPacket {
  id: string; title: string; stream: string; wagePeriod: string; countyCode: string; scope: string; monthlyMinFen: number | null; monthlyMaxFen: number | null; housing: number;
  educationMin: (typeof EDUCATIONS)[number]; certOccupationCode: string | null; certLevel: SkillLevel | null; brandId: string | null; verifiedAt: Date | null;
  publishedAt: Date; status: string; openings: number; filled: number; validFrom: string; validUntil: string; employerStatus: string; employerKind: string; employerVerifiedAt: Date | null; lat: number; lng: number;
}

let services: TestServices;
let rows: Row[];
let brands: string[];

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock(`${TODAY}T02:00:00Z`) });
  await ensureIndexes(services);
  const factory = createFactory(services, 5);
  const random = randomFor(11, SUBJECT.FACTORY);
  await factory.reference();
  brands = [services.newId(), services.newId()];
  await services.pool.query("INSERT INTO labour_brand (id, name, nameEn, level, occupationCodes) VALUES ?", [
    brands.map((id, at) => [id, `品牌${at}`, `Brand ${at}`, "COUNTY", "[]"])]);
  const employers = [
    await factory.employer(), await factory.employer({ status: "PENDING", verifiedAt: null }), await factory.employer({ status: "SUSPENDED" }),
    await factory.employer({ kind: "COMMERCIAL_AGENCY" }),
  ];
  const ids: string[] = [];
  for (let at = 0; at < 260; at += 1) {
    const countyCode = random.pick(COUNTIES);
    const low = random.int(15, 90) * 10_000;
    const negotiable = random.chance(0.1);
    const certOccupationCode = random.pick(CERTIFICATES);
    ids.push(await factory.post({
      title: random.pick(TITLES), employerId: employers[random.chance(0.2) ? random.int(2, 3) : random.int(0, 1)]!, stream: random.pick(STREAMS), regionCode: countyCode, countyCode,
      occupationCode: null,
      wageMinFen: negotiable ? null : low, wageMaxFen: negotiable ? null : low + random.int(0, 60) * 10_000, housing: random.chance(0.5) ? 1 : 0, wagePeriod: random.pick(["MONTH", "MONTH", "DAY"] as const),
      educationMin: random.pick(EDUCATIONS), certOccupationCode, certLevel: certOccupationCode && random.chance(0.7) ? random.pick(SKILL_LEVELS) : null,
      brandId: random.chance(0.3) ? random.pick(brands) : null, verifiedAt: random.chance(0.4) ? "2026-10-01 00:00:00.000" : null,
      publishedAt: `2026-${random.pick(["08", "09", "10"])}-${String(random.int(10, 28))} 0${random.int(1, 9)}:00:00.000`,
      status: random.pick(["PUBLISHED", "PUBLISHED", "PUBLISHED", "PUBLISHED", "CLOSED", "DRAFT", "BLOCKED"] as const),
      openings: 2, filled: random.chance(0.1) ? 2 : random.int(0, 1),
      validFrom: factory.day(random.pick([-20, -10, -2])), validUntil: factory.day(random.pick([-1, 0, 1, 30, 60])),
      ...(random.chance(0.1) ? { validFrom: factory.day(random.pick([0, 1])), validUntil: factory.day(30) } : {}),
    }));
  }
  await indexPosts(services, ids);
  const [found] = await services.pool.query<Row[]>(
    `SELECT p.*, e.status AS employerStatus, e.kind AS employerKind, e.verifiedAt AS employerVerifiedAt, r.lat, r.lng FROM post p JOIN employer e ON e.id = p.employerId JOIN region r ON r.code = p.countyCode`);
  rows = found.filter((row) =>
    row.status === "PUBLISHED" && row.filled < row.openings && row.validUntil > TODAY && row.validFrom <= TODAY && row.employerStatus !== "SUSPENDED");
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.length).toBeLessThan(260);
});
afterAll(() => services?.close());

const pay = (row: Row) => row.monthlyMaxFen ?? row.monthlyMinFen;
const isVerified = (row: Row) => row.verifiedAt !== null || (row.employerStatus === "APPROVED" && row.employerVerifiedAt !== null);
const rank = (row: Row) => EDUCATIONS.indexOf(row.educationMin);
const within = (row: Row, region: string) => (region === "110000" ? row.countyCode.startsWith("11") : row.countyCode.startsWith(region.replace(/0+$/, "")));

/** The meaning of each parameter, told over rows and without the engine. */
const TELLS: Record<string, (row: Row, p: PostSearchParams) => boolean> = {
  q: (row, p) => p.q === "" || row.title.includes(p.q),
  stream: (row, p) => p.stream.length === 0 || (p.stream as string[]).includes(row.stream),
  region: (row, p) => p.region === null || within(row, p.region),
  place: (row, p) => p.place.length === 0 || p.place.includes(placeClassOf(HOME, row.countyCode)),
  wage: (row, p) => p.wage === null || (pay(row) !== null && pay(row)! >= p.wage * 100),
  cert: (row, p) => p.cert === null || (p.cert === "none" ? row.certOccupationCode === null
    : row.certOccupationCode === p.cert && (p.level === null || row.certLevel === null || SKILL_LEVELS.indexOf(row.certLevel) <= SKILL_LEVELS.indexOf(p.level))),
  brand: (row, p) => p.brand === null || row.brandId === p.brand,
  monthly: (row, p) => !p.monthly || row.wagePeriod === "MONTH",
  housing: (row, p) => !p.housing || Boolean(row.housing),
  education: (row, p) => p.education === null || rank(row) <= EDUCATIONS.indexOf(p.education),
  verified: (row, p) => !p.verified || isVerified(row),
  agency: (row, p) => p.agency || row.employerKind !== "COMMERCIAL_AGENCY",
};
const matching = (p: PostSearchParams, without?: string) => rows.filter((row) => Object.entries(TELLS).every(([key, tell]) => key === without || tell(row, p)));

function randomParams(seed: number): PostSearchParams {
  const random = randomFor(seed, SUBJECT.FACTORY);
  const maybe = <T>(value: T, otherwise: T, share = 0.25): T => (random.chance(share) ? value : otherwise);
  const cert = maybe<string | null>(random.pick(["none", "6-18-02-04", "4-10-01-05"]), null);
  return {
    ...NO_FILTERS,
    q: maybe(random.pick(TITLES), ""),
    stream: maybe([random.pick(STREAMS)], []),
    region: maybe<string | null>(random.pick(["140000", "141100", "141124", "110000", "JP0000"]), null),
    place: maybe<PlaceClass[]>([random.pick(["IN_COUNTY", "IN_PROVINCE", "OUT_OF_PROVINCE", "OVERSEAS"] as const), "IN_PROVINCE"], []),
    wage: maybe<number | null>(random.pick([3_000, 4_500, 6_000]), null),
    cert,
    level: cert !== null && cert !== "none" && random.chance(0.5) ? random.pick(SKILL_LEVELS) : null,
    brand: maybe<string | null>(random.pick(brands), null),
    housing: random.chance(0.25),
    monthly: random.chance(0.2),
    education: maybe<PostSearchParams["education"]>(random.pick(EDUCATIONS), null),
    verified: random.chance(0.25),
    agency: random.chance(0.25),
  };
}

describe("filters and counts equal a recount over the rows", () => {
  it.each(Array.from({ length: 60 }, (_, at) => at + 1))("random search %i", async (seed) => {
    const params = randomParams(seed);
    const expected = matching(params);
    const result = await searchPosts(services, params, { homeCountyCode: HOME });
    expect(result.total).toBe(expected.length);
    expect(result.hits.length).toBe(Math.min(PAGE_SIZE, expected.length));
    const allowed = new Set(expected.map(({ id }) => id));
    for (const hit of result.hits) expect(allowed.has(hit.id)).toBe(true);
    const count = (key: keyof typeof result.facets, value: string) => result.facets[key].find((one) => one.value === value)?.count ?? 0;
    for (const stream of STREAMS) expect(count("stream", stream)).toBe(matching(params, "stream").filter((row) => row.stream === stream).length);
    expect(count("monthly", "1")).toBe(matching(params, "monthly").filter((row) => row.wagePeriod === "MONTH").length);
    for (const step of WAGE_STEPS) expect(count("wage", String(step))).toBe(matching(params, "wage").filter((row) => (pay(row) ?? -1) >= step * 100).length);
    for (const placeClass of ["IN_COUNTY", "IN_PROVINCE", "OUT_OF_PROVINCE", "OVERSEAS"] as const) {
      expect(count("place", placeClass)).toBe(matching(params, "place").filter((row) => placeClassOf(HOME, row.countyCode) === placeClass).length);
    }
    expect(count("cert", "none")).toBe(matching(params, "cert").filter((row) => row.certOccupationCode === null).length);
    expect(count("cert", "6-18-02-04")).toBe(matching(params, "cert").filter((row) => row.certOccupationCode === "6-18-02-04").length);
    for (const brand of brands) expect(count("brand", brand)).toBe(matching(params, "brand").filter((row) => row.brandId === brand).length);
    expect(count("housing", "1")).toBe(matching(params, "housing").filter((row) => row.housing).length);
    expect(count("verified", "1")).toBe(matching(params, "verified").filter(isVerified).length);
    expect(count("agency", "1")).toBe(matching(params, "agency").filter((row) => row.employerKind === "COMMERCIAL_AGENCY").length);
    for (const [at, level] of EDUCATIONS.entries()) expect(count("education", level)).toBe(matching(params, "education").filter((row) => rank(row) <= at).length);
    const neighbours = params.region === "141124" ? ["141124", "141127", "141181"] : params.region === null ? ["140000", "110000", "JP0000", "141100"] : [];
    const parent = params.region === "141124" ? "141100" : null;
    for (const code of neighbours) {
      expect(count("region", code)).toBe(matching({ ...params, region: parent }).filter((row) => within(row, code)).length);
    }
  });
});

describe("the front page", () => {
  it("promises of each stream what the search behind its link finds", async () => {
    const { byStream, openPosts } = await readHome(services);
    for (const { stream, posts } of byStream) expect((await searchPosts(services, { ...NO_FILTERS, stream: [stream] })).total, stream).toBe(posts);
    expect(openPosts).toBe(matching(NO_FILTERS).length);
  });
});

describe("an empty result says what to give up", () => {
  it("each filter with the posts that doing without it would give, most first", async () => {
    const [row] = rows.filter((one) => one.brandId === brands[0] && !one.housing);
    const params: PostSearchParams = { ...NO_FILTERS, q: row!.title, brand: brands[0]!, housing: true, wage: 999_999, region: row!.countyCode };
    const result = await searchPosts(services, params, { homeCountyCode: HOME });
    expect(result.total).toBe(0);
    expect(result.roundTrips).toBe(2);
    const without = { wage: { ...params, wage: null }, q: { ...params, q: "" }, brand: { ...params, brand: null }, housing: { ...params, housing: false }, region: { ...params, region: null } };
    const expected = Object.entries(without).map(([drop, less]) => ({ drop, total: matching(less).length })).filter(({ total }) => total > 0);
    expect([...result.relax].sort((a, b) => a.drop.localeCompare(b.drop))).toEqual(expected.sort((a, b) => a.drop.localeCompare(b.drop)));
    expect(result.relax.map(({ total }) => total)).toEqual(result.relax.map(({ total }) => total).sort((a, b) => b - a));
  });

  it("and an agency's post, left out unless asked for, is proposed when it is all there is", async () => {
    const [one] = rows.filter((row) => row.employerKind === "COMMERCIAL_AGENCY");
    await services.pool.query("UPDATE post SET title = '玻璃吹制工' WHERE id = ?", [one!.id]);
    await indexPosts(services, [one!.id]);
    const hidden = await searchPosts(services, { ...NO_FILTERS, q: "玻璃吹制工" });
    expect(hidden).toMatchObject({ total: 0, relax: [{ drop: "agency", total: 1 }] });
    expect((await searchPosts(services, { ...NO_FILTERS, q: "玻璃吹制工", agency: true })).hits.map(({ id }) => id)).toEqual([one!.id]);
    await services.pool.query("UPDATE post SET title = ? WHERE id = ?", [one!.title, one!.id]);
    await indexPosts(services, [one!.id]);
  });

  it("right words under filters that leave nothing are not taken for mistyped ones", async () => {
    const result = await searchPosts(services, { ...NO_FILTERS, q: "电焊工", wage: 900_000 });
    expect(result).toMatchObject({ total: 0, interpretation: { kind: "AS_TYPED" }, relax: [{ drop: "wage", total: matching({ ...NO_FILTERS, q: "电焊工" }).length }] });
  });
});

describe("order", () => {
  it("by wage: what is surely paid, highest first, negotiable ones last", async () => {
    const { hits } = await searchPosts(services, { ...NO_FILTERS, sort: "wage" });
    const expected = matching(NO_FILTERS).map(({ monthlyMinFen }) => monthlyMinFen ?? -1).sort((a, b) => b - a).slice(0, PAGE_SIZE);
    expect(hits.map(({ monthlyMinFen }) => monthlyMinFen ?? -1)).toEqual(expected);
  });

  it("by date: first publication, newest first", async () => {
    const { hits } = await searchPosts(services, { ...NO_FILTERS, sort: "date" });
    const expected = matching(NO_FILTERS).map(({ publishedAt }) => publishedAt.getTime()).sort((a, b) => b - a).slice(0, PAGE_SIZE);
    expect(hits.map(({ publishedAt }) => publishedAt)).toEqual(expected);
  });

  it("by distance from a county, nearest first, and each hit tells it in kilometres", async () => {
    const home = rows.find(({ countyCode }) => countyCode === HOME)!;
    const { hits } = await searchPosts(services, { ...NO_FILTERS, sort: "distance", near: HOME });
    const expected = matching(NO_FILTERS).map((row) => Math.round(distanceKm(home, row))).sort((a, b) => a - b).slice(0, PAGE_SIZE);
    expect(hits.map((hit) => hit.distanceKm)).toEqual(expected);
  });

  it("touching a post again does not lift it", async () => {
    const before = (await searchPosts(services, NO_FILTERS)).hits.map(({ id }) => id);
    const last = before[before.length - 1]!;
    await services.pool.query("UPDATE post SET updatedAt = '2026-11-23 01:00:00', validUntil = DATE_ADD(validUntil, INTERVAL 30 DAY) WHERE id = ?", [last]);
    await indexPosts(services, [last]);
    expect((await searchPosts(services, NO_FILTERS)).hits.map(({ id }) => id)).toEqual(before);
  });

  it("pages follow one another without a gap or a repeat", async () => {
    const seen: string[] = [];
    for (let page = 1; ; page += 1) {
      const result = await searchPosts(services, { ...NO_FILTERS, sort: "wage", page });
      seen.push(...result.hits.map(({ id }) => id));
      if (page >= result.pageCount) break;
    }
    expect(seen.length).toBe(matching(NO_FILTERS).length);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
