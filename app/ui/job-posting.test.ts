import { describe, expect, it } from "vitest";
import { jobPosting, jsonForHtml } from "./job-posting.ts";

const post = {
  id: "01HZZZZZZZZZZZZZZZZZZZZZZZ", title: "电焊工", description: "焊接钢结构", publishedAt: new Date("2026-11-01T02:00:00Z"), validFrom: "2026-11-01", validUntil: "2026-12-01",
  employer: { name: "某厂", kind: "OWN_RECRUITING", creditCode: null, verified: false, verifiedAt: null, reverifyBy: null, openPosts: 1, placed: 0 }, region: { zh: "山西省吕梁市临县", en: "Linxian" }, regionCode: "141124",
  address: null, wageMinFen: 20_000, wageMaxFen: 26_000, wagePeriod: "DAY" as const, openings: 5, filled: 2, hoursPerDay: 8, daysPerWeek: 6,
};

describe("a post for search engines", () => {
  it("states the pay as advertised, in yuan with its unit", () => {
    expect(jobPosting(post, "http://x").baseSalary).toEqual({ "@type": "MonetaryAmount", currency: "CNY", value: { "@type": "QuantitativeValue", minValue: 200, maxValue: 260, unitText: "DAY" } });
  });

  it("says nothing of pay that is by the piece or to be agreed", () => {
    expect(jobPosting({ ...post, wagePeriod: "PIECE" }, "http://x")).not.toHaveProperty("baseSalary");
    expect(jobPosting({ ...post, wageMinFen: null, wageMaxFen: null }, "http://x")).not.toHaveProperty("baseSalary");
  });

  it("counts only openings that are left", () => {
    expect(jobPosting(post, "http://x").totalJobOpenings).toBe(3);
  });

  it("can't break out of its element, whatever an employer writes", () => {
    const json = jsonForHtml(jobPosting({ ...post, description: "</script><script>alert(1)</script>" }, "http://x"));
    expect(json).not.toContain("<");
    expect(JSON.parse(json).description).toBe("</script><script>alert(1)</script>");
  });
});
