import { describe, expect, it } from "vitest";
import { formatCount, formatDay, formatInstant, formatLimit, formatPercent, formatYuan } from "./format.ts";
import { localeFromRequest, nearCookie, nearFromRequest, preferenceCookies } from "./preferences.ts";

describe("numbers and days on screen", () => {
  it("group thousands and round what is not whole", () => {
    expect(formatCount(300_000)).toBe("300,000");
    expect(formatCount(999.6)).toBe("1,000");
    expect(formatCount(-1_234)).toBe("-1,234");
    expect(formatPercent(0.1234)).toBe("12.3%");
  });

  it("never understate a proven limit", () => {
    expect([0, 0.05, 0.0501, 0.123, 1.5, 0.00121, 0.00001].map(formatLimit)).toEqual(["0.00%", "0.05%", "0.06%", "0.13%", "1.50%", "0.0013%", "0.0001%"]);
  });

  it("show money in yuan from fen, with a decimal only for small sums", () => {
    expect(formatYuan(650_000)).toBe("6,500");
    expect(formatYuan(1_850)).toBe("18.5");
  });

  it("write a day as each language does", () => {
    expect(formatDay("2026-11-03", "zh")).toBe("2026年11月3日");
    expect(formatDay("2026-11-03", "en")).toBe("3 November 2026");
  });

  it("show an instant in China's time", () => {
    expect(formatInstant(new Date("2026-11-22T17:05:00Z"), "zh")).toBe("2026年11月23日 01:05");
  });
});

describe("the language of a request", () => {
  const ask = (url: string, headers: Record<string, string> = {}) => localeFromRequest(new Request(`http://x${url}`, { headers }));

  it("is the address's, then the cookie's, then Chinese, whatever the browser was installed in", () => {
    expect(ask("/?lang=en", { Cookie: "lang=zh" })).toBe("en");
    expect(ask("/", { Cookie: "a=b; lang=en", "Accept-Language": "zh-CN" })).toBe("en");
    expect(ask("/", { "Accept-Language": "en-GB" })).toBe("zh");
    expect(ask("/?lang=xx")).toBe("zh");
  });

  it("is remembered only when it is one we have", () => {
    expect(preferenceCookies(new URLSearchParams("lang=en&theme=pink"), false)).toEqual(["lang=en; Path=/; HttpOnly; Max-Age=31536000; SameSite=Lax"]);
    expect(preferenceCookies(new URLSearchParams("theme=dark"), true)).toEqual(["theme=dark; Path=/; HttpOnly; Max-Age=31536000; SameSite=Lax; Secure"]);
  });

  it("of where distances begin holds a county or township of Shanxi, and is read back from its cookie", () => {
    expect(nearCookie(new URLSearchParams("near=141124101"), false)).toEqual(["near=141124101; Path=/; HttpOnly; Max-Age=31536000; SameSite=Lax"]);
    expect(nearFromRequest(new Request("http://x/", { headers: { Cookie: "a=b; near=141124101" } }))).toBe("141124101");
    for (const near of ["110105", "14", "141124;x=1", ""]) {
      expect(nearCookie(new URLSearchParams({ near }), false)).toEqual([]);
      expect(nearFromRequest(new Request("http://x/", { headers: { Cookie: `near=${near}` } }))).toBe(near === "141124;x=1" ? "141124" : null);
    }
  });
});
