import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TOO_LARGE = ["3000000000", "9".repeat(30), "1e400", "-1", "1.5"];
const STEP = [
  "act", "version", "reason", "minutesRef", "publicFrom", "publicUntil", "household", "kinSays", "away", "number", "validFrom", "validUntil", "insurer", "policyNo", "insuredFrom", "insuredUntil", "choice", "endedOn",
  "intent", "bankName", "account", "ownName",
] as const;
const APPLY = ["personId", "kin", "cadreName", "household", "kinSays", "away", "intent"] as const;
const quota = (known: Known) => ({ intent: "quota", fundId: MISSING, regionCode: known.village, kind: "GENERAL", posts: "1", monthlyYuan: "1000", hoursPerDay: "4", daysPerMonth: "22" });
const dayAround = (known: Known, days: number) => new Date(Date.parse(known.today) + days * 86_400_000).toISOString().slice(0, 10);

/** Public-welfare posts, from the fund to the bank's answer, and a person's own. */
export const WELFARE_ACTIONS: readonly Action[] = [
  {
    route: "bureau.welfare.quotas._index", as: "county", path: () => "/bureau/welfare/quotas",
    fields: ["intent", "version", "countyCode", "fundSource", "year", "amountYuan", "documentNumber", "fundId", "regionCode", "kind", "posts", "monthlyYuan", "hoursPerDay", "daysPerMonth"],
    forged: [
      { stranger: (known) => ({ path: "/bureau/welfare/quotas", form: { ...quota(known), fundId: known.welfare.elsewhere.fund } }), missing: { path: "/bureau/welfare/quotas", form: { intent: "quota", fundId: MISSING, regionCode: "141124999999", kind: "GENERAL", posts: "1", monthlyYuan: "1000", hoursPerDay: "4", daysPerMonth: "22" } } },
    ],
    wrong: (known) => [
      { intent: "fund", countyCode: "140222", fundSource: "别县的资金", year: "2026", amountYuan: "1000" }, { intent: "fund", countyCode: "141124", fundSource: "没有这一年", year: "1900", amountYuan: "1000" },
      ...TOO_LARGE.flatMap((large) => [{ intent: "fund", countyCode: "141124", fundSource: "数字不对的资金", year: large, amountYuan: "1000" }, { ...quota(known), posts: large }, { ...quota(known), daysPerMonth: large }]),
      ...["9".repeat(30), "1e400", "-1"].map((amountYuan) => ({ intent: "fund", countyCode: "141124", fundSource: "数字不对的资金", year: "2026", amountYuan })),
    ],
    replay: (known) => ({ intent: "fund", countyCode: "141124", fundSource: "𠮷㛃😀 资金", year: known.today.slice(0, 4), amountYuan: "5000.50" }),
  },
  {
    route: "bureau.welfare.quotas.$id", as: "county", path: (known) => `/bureau/welfare/quotas/${known.welfare.quota}`, fields: ["entryKey", "title", "need", "openings", "noticeFrom", "noticeUntil"],
    forged: [{
      stranger: (known) => ({ path: `/bureau/welfare/quotas/${known.welfare.elsewhere.quota}`, form: { entryKey: MISSING, title: "保洁员", need: "两条街每天清扫，缺人手。", openings: "1", noticeFrom: known.today, noticeUntil: known.inAMonth } }),
      missing: { path: `/bureau/welfare/quotas/${MISSING}`, form: { entryKey: MISSING, title: "保洁员", need: "两条街每天清扫，缺人手。", openings: "1", noticeFrom: "2026-01-01", noticeUntil: "2026-02-01" } },
    }],
    wrong: (known) => TOO_LARGE.map((openings) => ({ entryKey: MISSING, title: "保洁员", need: "两条街每天清扫，缺人手。", openings, noticeFrom: known.today, noticeUntil: known.inAMonth })),
    replay: (known) => ({ entryKey: "01K00000000000000000000WF1", title: "𠮷㛃😀 河道保洁员", need: "河道两公里，每天捡拾清理，缺一个人手。", openings: "1", noticeFrom: known.today, noticeUntil: dayAround(known, 10) }), keeps: ["𠮷㛃😀 河道保洁员"],
  },
  {
    route: "bureau.welfare.posts.$id", as: "county", path: (known) => `/bureau/welfare/posts/${known.welfare.openPost}`, fields: APPLY,
    forged: [
      ...(["apply", "close"] as const).map((intent) => ({
        stranger: (known: Known) => ({ path: `/bureau/welfare/posts/${known.welfare.elsewhere.post}`, form: { intent, personId: known.villager.id, kin: "NO" } }), missing: { path: `/bureau/welfare/posts/${MISSING}`, form: { intent, personId: MISSING, kin: "NO" } },
      })),
      { stranger: (known) => ({ path: `/bureau/welfare/posts/${known.welfare.openPost}`, form: { intent: "apply", personId: known.elsewherePerson.id, kin: "NO" } }), missing: { path: `/bureau/welfare/posts/${MISSING}`, form: { intent: "apply", personId: MISSING, kin: "NO" } } },
    ],
  },
  {
    route: "bureau.welfare.cases.$id", as: "county", path: (known) => `/bureau/welfare/cases/${known.welfare.reviewed}`, fields: STEP,
    forged: [
      ...(["REVIEW", "REFUSE", "SIGN", "END"] as const).map((act) => ({
        stranger: (known: Known) => ({ path: `/bureau/welfare/cases/${known.welfare.elsewhere.case}`, form: { act, version: "1", reason: "弄错了" } }), missing: { path: `/bureau/welfare/cases/${MISSING}`, form: { act, version: "1", reason: "弄错了" } },
      })),
      {
        stranger: (known) => ({ path: `/bureau/welfare/cases/${known.welfare.elsewhere.case}`, form: { intent: "account", bankName: "农信社", account: "04010100012345001", ownName: "on" } }),
        missing: { path: `/bureau/welfare/cases/${MISSING}`, form: { intent: "account", bankName: "农信社", account: "04010100012345001", ownName: "on" } },
      },
    ],
    wrong: () => [
      { act: "APPLY", version: "1" }, { act: "SIGN", version: "1", number: "合同1" }, { act: "REVIEW", version: "1", minutesRef: "纪要1号", publicFrom: "9999-99-99", publicUntil: "2026-01-01" }, ...TOO_LARGE.map((version) => ({ act: "RETURN", version, reason: "再看看" })),
      { intent: "account", bankName: "农信社", account: "6228480402564890019", ownName: "on" }, { intent: "account", bankName: "农信社", account: "04010100012345001" },
    ],
  },
  {
    route: "bureau.welfare.attendance", as: "agent", path: () => "/bureau/welfare/attendance", fields: ["village", "month", "by", "caseId"],
    forged: [{
      stranger: (known) => ({ path: "/bureau/welfare/attendance", form: { village: known.welfare.elsewhere.village, month: "2026-10", by: "count", caseId: known.welfare.elsewhere.case, [`n-${known.welfare.elsewhere.case}`]: "5", [`v-${known.welfare.elsewhere.case}`]: "0" } }),
      missing: { path: "/bureau/welfare/attendance", form: { village: "141124999999", month: "2026-10", by: "count", caseId: MISSING, [`n-${MISSING}`]: "5", [`v-${MISSING}`]: "0" } },
    }],
    wrong: (known) => [
      ...["2026-13", "9999-01", "x"].map((month) => ({ village: known.welfare.villageInPost, month, by: "count", caseId: known.welfare.inPost, [`n-${known.welfare.inPost}`]: "5", [`v-${known.welfare.inPost}`]: "0" })),
      ...["32", "-1", "9".repeat(30), "1.5"].map((days) => ({ village: known.welfare.villageInPost, month: known.today.slice(0, 7), by: "count", caseId: known.welfare.inPost, [`n-${known.welfare.inPost}`]: days, [`v-${known.welfare.inPost}`]: "0" })),
    ],
  },
  {
    route: "bureau.welfare.exits", as: "county", path: () => "/bureau/welfare/exits", fields: ["caseId", "version", "validUntil", "reason"],
    forged: [{
      stranger: (known) => ({ path: "/bureau/welfare/exits", form: { caseId: known.welfare.elsewhere.case, version: "1", validUntil: known.inAMonth, reason: "错开到期" } }), missing: { path: "/bureau/welfare/exits", form: { caseId: MISSING, version: "1", validUntil: "2026-01-01", reason: "错开到期" } },
    }],
    wrong: (known) => [{ caseId: known.welfare.inPost, version: "1", validUntil: "9999-12-31", reason: "错开到期" }, { caseId: known.welfare.inPost, version: "9".repeat(30), validUntil: known.inAMonth, reason: "错开到期" }],
  },
  {
    route: "bureau.welfare.sheets._index", as: "county", path: () => "/bureau/welfare/sheets", fields: ["town", "month"],
    forged: [{ stranger: (known) => ({ path: "/bureau/welfare/sheets", form: { town: known.welfare.elsewhere.town, month: "2026-10" } }), missing: { path: "/bureau/welfare/sheets", form: { town: "140999999", month: "2026-10" } } }],
    wrong: (known) => ["2026-13", "9999-01", "x"].map((month) => ({ town: known.town, month })),
  },
  {
    route: "bureau.welfare.sheets.$id", as: "county", path: () => `/bureau/welfare/sheets/${MISSING}`, fields: ["intent", "version", "answer", "sure"],
    forged: (["approve", "settle"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/bureau/welfare/sheets/${known.welfare.elsewhere.sheet}`, form: { intent, version: "1", answer: "", sure: "on" } }), missing: { path: `/bureau/welfare/sheets/${MISSING}`, form: { intent, version: "1", answer: "", sure: "on" } },
    })),
    wrong: () => TOO_LARGE.flatMap((version) => [{ intent: "approve", version }, { intent: "settle", version, sure: "on" }]),
  },
  {
    route: "bureau.welfare.sheets.$id_.file", as: "county", path: () => `/bureau/welfare/sheets/${MISSING}/file`, fields: ["purpose", "form"],
    forged: [{ stranger: (known) => ({ path: `/bureau/welfare/sheets/${known.welfare.elsewhere.sheet}/file`, form: { purpose: "发放补贴", form: "csv" } }), missing: { path: `/bureau/welfare/sheets/${MISSING}/file`, form: { purpose: "发放补贴", form: "csv" } } }],
  },
  {
    route: "welfare.$id", as: "seeker", path: (known) => `/welfare/${known.welfare.openPost}`, fields: APPLY,
    forged: [{ stranger: (known) => ({ path: `/welfare/${known.draftPost}`, form: { kin: "NO" } }), missing: { path: `/welfare/${MISSING}`, form: { kin: "NO" } } }],
    wrong: () => [{ kin: "NEPHEW" }, { kin: "SPOUSE", cadreName: "" }],
  },
  {
    route: "me.welfare", as: "welder", path: () => "/me/welfare", fields: ["caseId", "version", "intent", "bankName", "account", "ownName"],
    forged: [{ stranger: (known) => ({ path: "/me/welfare", form: { intent: "withdraw", caseId: known.welfare.elsewhere.case, version: "1" } }), missing: { path: "/me/welfare", form: { intent: "withdraw", caseId: MISSING, version: "1" } } }],
    wrong: (known) => [...TOO_LARGE.map((version) => ({ intent: "withdraw", caseId: known.welfare.ownCase, version })), { intent: "account", bankName: "农信社", account: "6228480402564890019", ownName: "on" }, { intent: "account", bankName: "农信社", account: "04010100012345001" }],
  },
];
