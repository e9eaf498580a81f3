import { describe, expect, it } from "vitest";
import { EDUCATIONS } from "#app/domain/terms.ts";
import { jobPostingFaults } from "#tests/contract/job-posting-rules.ts";
import { jobPosting, jsonForHtml, type PostForEngines } from "./job-posting.ts";

const post: PostForEngines = {
  id: "01HZZZZZZZZZZZZZZZZZZZZZZZ", title: "电焊工", description: "焊接钢结构", publishedAt: new Date("2026-11-01T02:00:00Z"), validFrom: "2026-11-01", validUntil: "2026-12-01",
  employer: { name: "某厂", kind: "OWN_RECRUITING", creditCode: null, verified: false, verifiedAt: null, reverifyBy: null, openPosts: 1 }, onBehalfOf: null,
  placeNames: ["山西省", "吕梁市", "临县"], regionCode: "141124", address: null, occupation: { zh: "焊工", en: "Welder" }, occupationCode: "6-18-02-04",
  wageMinFen: 20_000, wageMaxFen: 26_000, wagePeriod: "DAY", openings: 5, filled: 2, hoursPerDay: 8, daysPerWeek: 6, housing: true, meals: false, insurance: true, educationMin: "JUNIOR", experienceMonths: 12,
};
const of = (change: Partial<PostForEngines>) => jobPosting({ ...post, ...change }, "http://x");

describe("a post for search engines", () => {
  it("has what they require and what they recommend, whatever the post leaves open", () => {
    const changes: Partial<PostForEngines>[] = [
      {}, { publishedAt: null }, { address: "工业路 1 号" }, { occupation: null, occupationCode: null }, { wageMinFen: null, wageMaxFen: null }, { wagePeriod: "PIECE" }, { wageMaxFen: null }, { wageMinFen: 26_000 },
      { regionCode: "JP0000", placeNames: ["日本"] }, { regionCode: "110105", placeNames: ["北京市", "朝阳区"] }, { housing: false, insurance: false }, { experienceMonths: 0 }, { onBehalfOf: "某矿" },
      ...EDUCATIONS.map((educationMin) => ({ educationMin })),
    ];
    for (const change of changes) expect(jobPostingFaults(of(change)), JSON.stringify(change)).toEqual([]);
  });

  it("is found wanting by these rules when something is missing or misnamed", () => {
    for (const wrong of [{ title: "" }, { datePosted: "1.11.2026" }, { jobLocation: undefined }, { employmentType: "全职" }, { baseSalary: { currency: "CNY" } }, { salary: 1 }]) {
      expect(jobPostingFaults({ ...of({}), ...wrong })).not.toEqual([]);
    }
  });

  it("states the pay as advertised, in yuan with its unit", () => {
    expect(of({}).baseSalary).toEqual({ "@type": "MonetaryAmount", currency: "CNY", value: { "@type": "QuantitativeValue", minValue: 200, maxValue: 260, unitText: "DAY" } });
    expect(of({ wageMaxFen: null }).baseSalary).toMatchObject({ value: { value: 200, unitText: "DAY" } });
  });

  it("says nothing of pay that is by the piece or to be agreed", () => {
    expect(of({ wagePeriod: "PIECE" })).not.toHaveProperty("baseSalary");
    expect(of({ wageMinFen: null, wageMaxFen: null })).not.toHaveProperty("baseSalary");
  });

  it("names province, city and county apart, and the country abroad", () => {
    expect(of({}).jobLocation).toEqual({ "@type": "Place", address: { "@type": "PostalAddress", addressCountry: "CN", addressRegion: "山西省", addressLocality: "吕梁市临县" } });
    expect(of({ regionCode: "JP0000", placeNames: ["日本"] }).jobLocation).toEqual({ "@type": "Place", address: { "@type": "PostalAddress", addressCountry: "JP" } });
  });

  it("was posted on the day it was in China", () => {
    expect(of({ publishedAt: new Date("2026-11-01T18:00:00Z") }).datePosted).toBe("2026-11-02");
  });

  it("names the unit that an agency recruits for, and calls four hours a day part-time", () => {
    expect(of({ onBehalfOf: "某矿" }).hiringOrganization).toEqual({ "@type": "Organization", name: "某矿" });
    expect(of({ hoursPerDay: 4 }).employmentType).toBe("PART_TIME");
    expect(of({ hoursPerDay: 4, daysPerWeek: 7 }).employmentType).toBe("FULL_TIME");
  });

  it("counts only openings that are left", () => {
    expect(of({}).totalJobOpenings).toBe(3);
  });

  it("can't break out of its element, whatever an employer writes", () => {
    const json = jsonForHtml(of({ description: "</script><script>alert(1)</script>" }));
    expect(json).not.toContain("<");
    expect(JSON.parse(json).description).toBe("</script><script>alert(1)</script>");
  });
});
