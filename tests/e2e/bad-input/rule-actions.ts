import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TOO_LARGE = ["3000000000", "9".repeat(30), "1e400", "-1", "1.5"];
const DRAFT = { intent: "draft", regionCode: "141124", documentNumber: "测〔2026〕1号", source: "测试通知", certainty: "FOUND" };

/** Rules, claims, cases of households under watch, workshops and returnees' businesses. */
export const RULE_ACTIONS: readonly Action[] = [
  {
    route: "policy.$key", as: "county", path: () => "/policy/stay-in-work.subsidy.monthly", fields: ["intent", "regionCode", "value", "documentNumber", "article", "source", "certainty", "validFrom", "note", "year"],
    wrong: (known) => [
      { ...DRAFT, value: "250", validFrom: known.inAMonth, regionCode: "140000" }, { ...DRAFT, value: "250", validFrom: "2020-01-01" }, { ...DRAFT, value: "", validFrom: known.inAMonth }, { ...DRAFT, value: "250", validFrom: "2026-13-45" },
      { ...DRAFT, intent: "simulate", value: "250", year: "2099" }, ...TOO_LARGE.flatMap((value) => (value === "1.5" ? [] : [{ ...DRAFT, value, validFrom: known.inAMonth }])),
    ],
    replay: (known) => ({ ...DRAFT, value: "250", documentNumber: "测𠮷㛃1号", source: "𠮷㛃😀 通知", validFrom: known.inAMonth }),
  },
  {
    route: "policy.drafts.$id", as: "county", path: (known) => `/policy/drafts/${known.countyDraft}`, fields: ["intent", "version", "reason", "year"],
    forged: (["on", "drop"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/policy/drafts/${known.elsewhereDraft}`, form: { intent, version: "0", reason: "不要了" } }), missing: { path: `/policy/drafts/${MISSING}`, form: { intent, version: "0", reason: "不要了" } },
    })),
    wrong: () => [{ intent: "drop", version: "0", reason: "" }, ...TOO_LARGE.map((version) => ({ intent: "drop", version, reason: "不要了" }))],
    replay: () => ({ intent: "drop", version: "0", reason: "不要了" }),
  },
  {
    route: "me.claims", as: "welder", path: () => "/me/claims", fields: ["intent", "benefit", "year", "days", "claimId"],
    forged: [{ stranger: (known) => ({ path: "/me/claims", form: { intent: "withdraw", claimId: known.claim } }), missing: { path: "/me/claims", form: { intent: "withdraw", claimId: MISSING } } }],
    wrong: () => [{ benefit: "HIRING", year: "2026" }, { benefit: "TRAVEL", year: "2099" }, ...TOO_LARGE.map((year) => ({ benefit: "TRAVEL", year }))],
  },
  {
    route: "agent.people.$id.claims", as: "county", path: (known) => `/agent/people/${known.villager.id}/claims`, fields: ["benefit", "year", "days"],
    forged: [{ stranger: (known) => ({ path: `/agent/people/${known.elsewherePerson.id}/claims`, form: { benefit: "TRAVEL", year: "2026" } }), missing: { path: `/agent/people/${MISSING}/claims`, form: { benefit: "TRAVEL", year: "2026" } } }],
    wrong: () => [{ benefit: "TRAVEL", year: "2099" }, ...TOO_LARGE.map((days) => ({ benefit: "TRAINING_AID", year: "2026", days }))],
  },
  {
    route: "agent.people.$id.startup", as: "county", path: (known) => `/agent/people/${known.villager.id}/startup`, fields: ["startupId", "version", "name", "business", "townCode", "openedOn", "licenceNumber", "jobs", "returned", "closedOn"],
    forged: [{ stranger: (known) => ({ path: `/agent/people/${known.elsewherePerson.id}/startup`, form: { name: "面馆", business: "餐饮", townCode: known.town, openedOn: "2026-01-05", jobs: "2" } }), missing: { path: `/agent/people/${MISSING}/startup`, form: { name: "面馆", business: "餐饮", townCode: "141124100", openedOn: "2026-01-05", jobs: "2" } } }],
    wrong: (known) => [...TOO_LARGE, "0", "6000"].map((jobs) => ({ name: "面馆", business: "餐饮", townCode: known.town, openedOn: "2026-01-05", jobs })),
    replay: (known) => ({ name: "𠮷㛃面馆", business: "餐饮", townCode: known.town, openedOn: "2026-01-05", jobs: "2" }),
  },
  {
    route: "bureau.claims.$id", as: "county", path: (known) => `/bureau/claims/${known.claim}`, fields: ["version", "to", "paidYuan", "reason"],
    forged: [{ stranger: (known) => ({ path: `/bureau/claims/${known.elsewhereClaim}`, form: { version: "0", to: "REFUSED", reason: "没有车票" } }), missing: { path: `/bureau/claims/${MISSING}`, form: { version: "0", to: "REFUSED", reason: "没有车票" } } }],
    wrong: () => [{ version: "0", to: "PAID" }, { version: "0", to: "REFUSED", reason: "" }, ...TOO_LARGE.map((version) => ({ version, to: "REFUSED", reason: "没有车票" })), ...TOO_LARGE.map((paidYuan) => ({ version: "0", to: "PAID", paidYuan, reason: "x" }))],
    replay: () => ({ version: "0", to: "REFUSED", reason: "𠮷㛃 没有车票" }),
  },
  {
    route: "bureau.workshops.new", as: "county", path: () => "/bureau/workshops/new", fields: ["name", "product", "townCode", "address"],
    wrong: (known) => [{ name: "别处的帮扶车间", product: "服装", townCode: known.elsewhereTown }, { name: "", product: "服装", townCode: known.town }, { name: "没有乡镇的车间", product: "服装", townCode: "141124999" }],
    replay: (known) => ({ name: "𠮷㛃帮扶车间", product: "𠮷服装", townCode: known.town }),
  },
  {
    route: "bureau.workshops.$id", as: "county", path: (known) => `/bureau/workshops/${known.workshop}`, fields: ["intent", "version", "name", "product", "townCode", "address", "closedOn", "recognisedOn", "documentNumber", "personId", "revokedOn", "reason"],
    forged: (["recognise", "revoke", "claim"] as const).map((intent) => {
      const form = { intent, recognisedOn: "2026-01-05", documentNumber: "测1号", personId: MISSING, revokedOn: "2026-01-06", reason: "停产" };
      return { stranger: (known: Known) => ({ path: `/bureau/workshops/${known.elsewhereWorkshop}`, form }), missing: { path: `/bureau/workshops/${MISSING}`, form } };
    }),
    wrong: (known) => [{ intent: "recognise", recognisedOn: known.inAMonth, documentNumber: "测1号" }, { intent: "recognise", recognisedOn: known.today, documentNumber: "" }, { intent: "revoke", revokedOn: known.inAMonth, reason: "停产" }, { intent: "revoke", revokedOn: known.today, reason: " " }, { intent: "revoke", revokedOn: known.today, reason: "没有认定过" }, { intent: "save", version: "0", name: "停办的车间", product: "服装", townCode: known.town, closedOn: known.inAMonth }, ...TOO_LARGE.map((version) => ({ intent: "save", version, name: "改名的车间", product: "服装", townCode: known.town }))],
  },
  {
    route: "watch.$id", as: "county", path: (known) => `/watch/${known.watchCase}`, fields: ["intent", "version", "note", "toUserId", "result", "why", "whyNote"],
    forged: (["take", "note", "close", "hand", "see"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/watch/${known.elsewhereWatchCase}`, form: { intent, version: "0", note: "打过电话了", result: "OTHER_HELP", toUserId: MISSING, why: "CALL" } }), missing: { path: `/watch/${MISSING}`, form: { intent, version: "0", note: "打过电话了", result: "OTHER_HELP", toUserId: MISSING, why: "CALL" } },
    })),
    wrong: () => [{ intent: "close", version: "0", result: "PLACED", note: "已经上班" }, { intent: "close", version: "0", result: "OTHER_HELP", note: " " }, { intent: "hand", version: "0", toUserId: MISSING }, { intent: "see" }, { intent: "see", why: "OTHER" }, ...TOO_LARGE.map((version) => ({ intent: "note", version, note: "打过电话了" }))],
    replay: () => ({ intent: "note", version: "0", note: "𠮷㛃😀 打过电话了" }),
  },
];
