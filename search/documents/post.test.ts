import { describe, expect, expectTypeOf, it } from "vitest";
import type { PostSource } from "#app/data/search-sources/rows.ts";
import { placeLabel, placeWords, shortPlaceName } from "./place.ts";
import { POST_KEYS, type PostDocument, postDocument } from "./post.ts";
import { otherTradeWords } from "./trade-words.ts";

const source: PostSource = {
  id: "01K000000000000000000000P1", stream: "MARKET", title: "氩弧焊工", description: "工".repeat(900), occupationCode: "6-18-02-04", occupationName: "焊工",
  occupationAliases: ["电焊工"], employerId: "01K000000000000000000000E1", employerName: "太原恒达机械设备有限公司", employerKind: "OWN_RECRUITING", employerVerified: false,
  regionCode: "140105001", countyCode: "140105", scope: "IN_PROVINCE",
  places: [{ name: "山西省", pinyin: "Shanxi" }, { name: "太原市", pinyin: "Taiyuan City" }, { name: "小店区", pinyin: "Xiaodian District" }],
  lat: 37.74, lng: 112.56, wageMinFen: 600_000, wageMaxFen: 850_000, wagePeriod: "MONTH", wageMonths: 12, hoursPerDay: 8, daysPerWeek: 6, monthlyMinFen: 600_000, monthlyMaxFen: 850_000,
  housing: true, meals: true, insurance: false, educationMin: "JUNIOR", certOccupationCode: "6-18-02-04", certLevel: "INTERMEDIATE", brandId: null, brandName: null,
  openings: 5, filled: 2, validFrom: "2026-11-01", validUntil: "2026-12-31", publishedAt: new Date("2026-11-01T00:00:00Z"), verifiedAt: null,
};

describe("the document of a post", () => {
  it("holds the named fields and no other", () => {
    expect(Object.keys(postDocument(source)).sort()).toEqual([...POST_KEYS].sort());
    expectTypeOf<keyof PostDocument>().toEqualTypeOf<(typeof POST_KEYS)[number]>();
  });
  it("is the same for the same row", () => {
    expect(postDocument(source)).toEqual(postDocument({ ...source }));
  });
  it("an alias is found by its own letters: dhg finds a 氩弧焊工", () => {
    const document = postDocument(source);
    expect(document.occupation).toContain("电焊工");
    expect(document.occupationPinyin).toContain("dianhangong");
    expect(document.occupationInitials).toContain("dhg");
  });
  it("counts a wage by what it reaches at its best, and nothing for a negotiable one", () => {
    expect(postDocument(source).wageSteps).toEqual([2_000, 3_000, 4_000, 5_000, 6_000, 8_000]);
    expect(postDocument({ ...source, monthlyMinFen: null, monthlyMaxFen: null })).toMatchObject({ wageSteps: [], payFen: null });
  });
  it("is verified when a bureau has looked at the post or at its employer", () => {
    expect(postDocument(source).verified).toBe(false);
    expect(postDocument({ ...source, verifiedAt: new Date(0) }).verified).toBe(true);
    expect(postDocument({ ...source, employerVerified: true }).verified).toBe(true);
  });
  it("a post that lies in a whole city has no county, one abroad only its country", () => {
    expect(postDocument({ ...source, regionCode: "140100", countyCode: "140100" })).toMatchObject({ provinceCode: "140000", cityCode: "140100", countyCode: null, townCode: null });
    expect(postDocument({ ...source, regionCode: "JP0000", countyCode: "JP0000" })).toMatchObject({ provinceCode: "JP0000", cityCode: null, countyCode: null, townCode: null });
    expect(postDocument(source)).toMatchObject({ countyCode: "140105", townCode: "140105001" });
  });
  it("a long description is cut", () => {
    expect(postDocument(source).description.length).toBe(400);
  });
});

describe("places", () => {
  it("are called without their suffix too, if two characters are left", () => {
    expect(["太原市", "广西壮族自治区", "城区", "忻府区", "临县", "香港特别行政区"].map(shortPlaceName)).toEqual(["太原", "广西", "城区", "忻府", "临县", "香港"]);
    expect(placeWords(source.places)).toEqual(["小店", "小店区", "太原", "太原市", "山西", "山西省"]);
  });
  it("are shown without the home province", () => {
    expect(placeLabel(source.places)).toBe("太原市小店区");
    expect(placeLabel([{ name: "北京市" }, { name: "市辖区" }, { name: "朝阳区" }])).toBe("北京市朝阳区");
  });
});

describe("other words for the same work", () => {
  it("come with any word of their group, without those that stand there already", () => {
    expect(otherTradeWords(["住家阿姨"])).toEqual(expect.arrayContaining(["保姆", "家政服务员"]));
    expect(otherTradeWords(["住家阿姨"])).not.toContain("阿姨");
    expect(otherTradeWords(["宾馆前台"])).toEqual([]);
  });
});
