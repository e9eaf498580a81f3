import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const PROJECT = ["version", "name", "kind", "approvedOn", "approvalRef", "startsOn", "lastOn", "labourSharePct", "hoursPerDay", "dayRateYuan", "funds.CENTRAL_BUDGET", "funds.LOCAL", "places", "intent", "town", "addTown"] as const;
const project = (known: Known): Record<string, string> => ({
  version: "0", name: "𠮷㛃村护坡以工代赈项目", kind: "FUNDED", approvedOn: "2026-01-10", approvalRef: "测试批复 1 号", startsOn: "2026-03-01", lastOn: "2026-05-31", labourSharePct: "30", hoursPerDay: "8", dayRateYuan: "150.50",
  "funds.CENTRAL_BUDGET": "300000", places: known.workfare.village,
});
const forged = (path: (id: string) => string, stranger: (known: Known) => string, ...forms: Record<string, string>[]) => forms.map((form) => ({ stranger: (known: Known) => ({ path: path(stranger(known)), form }), missing: { path: path(MISSING), form } }));
const elsewhere = (known: Known) => known.workfare.elsewhereProject;
const KEY = "0b0b7a3e-6f0c-4d2e-9a55-0c6a1d2e3fbb";

/** Workfare: projects, awards, crews, hiring, rolls, pay sheets, a worker's own pay. */
export const WORKFARE_ACTIONS: readonly Action[] = [
  {
    route: "bureau.workfare.new", as: "county", path: () => "/bureau/workfare/new", fields: PROJECT, replay: project,
    wrong: (known) => [{ ...project(known), lastOn: "2026-02-01" }, { ...project(known), places: "141127100" }, { ...project(known), "funds.CENTRAL_BUDGET": "1.234" }, { ...project(known), labourSharePct: "101" }, { ...project(known), dayRateYuan: "9999999" }, { ...project(known), intent: "town", addTown: "nowhere" }],
  },
  { route: "bureau.workfare.$id_.edit", as: "county", path: (known) => `/bureau/workfare/${known.workfare.unawarded}/edit`, fields: PROJECT, forged: forged((id) => `/bureau/workfare/${id}/edit`, elsewhere, { version: "0", name: "别的县的项目" }), wrong: (known) => [{ ...project(known), version: "77" }] },
  {
    route: "bureau.workfare.$id", as: "county", path: (known) => `/bureau/workfare/${known.workfare.unawarded}`, fields: ["intent", "version", "progressPct", "over", "fromOn", "span"],
    forged: forged((id) => `/bureau/workfare/${id}`, elsewhere, { intent: "sheet" }, { intent: "roll", fromOn: "2026-03-02", span: "WEEK" }, { intent: "progress", version: "0", progressPct: "5" }),
    wrong: () => [{ intent: "progress", version: "99", progressPct: "5" }, { intent: "progress", version: "0", progressPct: "101" }, { intent: "roll", fromOn: "2026-03-02", span: "YEAR" }, { intent: "sheet" }],
  },
  {
    route: "bureau.workfare.$id_.award", as: "county", path: (known) => `/bureau/workfare/${known.workfare.unawarded}/award`, fields: ["kind", "employerId", "teamName", "specialTeam", "teamSize", "teamLocal", "amountYuan", "awardedOn", "documentRef", "reason"],
    forged: forged((id) => `/bureau/workfare/${id}/award`, elsewhere, { kind: "TENDER", teamName: "一支工队", amountYuan: "1000", awardedOn: "2026-03-02", documentRef: "1 号" }),
    wrong: (known) => [{ kind: "NEGOTIATED", teamName: "一支工队", amountYuan: "99999999", awardedOn: known.today, documentRef: "1 号" }, { kind: "TENDER", employerId: MISSING, amountYuan: "1000", awardedOn: known.today, documentRef: "1 号" }],
  },
  {
    route: "bureau.workfare.$id_.crew", as: "county", path: (known) => `/bureau/workfare/${known.workfare.project}/crew`, fields: ["intent", "personId", "was", "part", "name", "idNumber", "fromOn", "seen", "account", "bankName", "ownName"],
    forged: [
      ...forged((id) => `/bureau/workfare/${id}/crew`, elsewhere, { intent: "part", personId: MISSING, was: "WORKER", part: "FOREMAN" }),
      { stranger: (known) => ({ path: `/bureau/workfare/${known.workfare.project}/crew`, form: { intent: "account", personId: known.strangerPerson, account: "6228480402564890018", bankName: "农信社" } }), missing: { path: `/bureau/workfare/${MISSING}/crew`, form: { intent: "account", personId: MISSING, account: "6228480402564890018", bankName: "农信社" } } },
    ],
    wrong: (known) => [{ intent: "add", name: known.elsewherePerson.name, idNumber: known.elsewherePerson.idNumber, part: "WORKER", fromOn: known.today }],
  },
  {
    route: "bureau.workfare.$id_.hire", as: "county", path: (known) => `/bureau/workfare/${known.workfare.project}/hire`, fields: ["intent", "personId", "title", "occupationCode", "openings", "dayRateYuan", "regionCode", "description", "insurance", "meals"],
    forged: [
      ...forged((id) => `/bureau/workfare/${id}/hire`, elsewhere, { intent: "post", title: "砌墙小工", occupationCode: "6-29-02-04", openings: "2", dayRateYuan: "150", regionCode: "141124100", description: "砌护坡，搬运石料。" }),
      { stranger: (known) => ({ path: `/bureau/workfare/${known.workfare.project}/hire?post=${known.openPost}`, form: { personId: known.strangerPerson } }), missing: { path: `/bureau/workfare/${MISSING}/hire?post=${MISSING}`, form: { personId: MISSING } } },
    ],
  },
  { route: "muster._index", as: "agent", path: () => "/muster", fields: ["projectId", "fromOn", "span"], forged: [{ stranger: (known) => ({ path: "/muster", form: { projectId: known.workfare.elsewhereProject, fromOn: "2026-03-02", span: "WEEK" } }), missing: { path: "/muster", form: { projectId: MISSING, fromOn: "2026-03-02", span: "WEEK" } } }] },
  {
    route: "muster.$id", as: "county", path: (known) => `/muster/${known.workfare.roll}`, fields: ["intent", "entryKey", "seen", "way", "reason", "how", "sheetNo", "take", "shown"],
    forged: forged((id) => `/muster/${id}`, (known) => known.workfare.elsewhereRoll, { intent: "days", entryKey: KEY, seen: "0" }, { intent: "sign", seen: "0", how: "PAPER", sheetNo: "1" }, { intent: "close" }),
    wrong: (known) => [{ intent: "close" }, { intent: "sign", seen: "0", how: "PAPER", sheetNo: "1" }, { intent: "days", entryKey: KEY, seen: "0", [`q-${known.strangerPerson}-2026-03-02`]: "4", [`rate-${known.strangerPerson}`]: "150" }],
  },
  { route: "muster.$id_.sheet", as: "agent", path: () => `/muster/${MISSING}/sheet`, fields: ["intent"], forged: forged((id) => `/muster/${id}/sheet`, (known) => known.workfare.elsewhereRoll, { intent: "names" }) },
  { route: "muster.sync", as: "agent", data: true, path: () => "/muster/sync", fields: ["entries"] },
  {
    route: "bureau.paysheets.$id", as: "county", path: (known) => `/bureau/paysheets/${known.workfare.sheet}`, fields: ["intent", "version", "lineId", "lineVersion", "result", "paidOn", "reason"],
    forged: [
      ...forged((id) => `/bureau/paysheets/${id}`, (known) => known.workfare.elsewhereSheet, { intent: "approve", version: "0" }, { intent: "discard", version: "0" }, { result: "ALL_PAID", paidOn: "2026-03-02" }),
      { stranger: (known) => ({ path: `/bureau/paysheets/${known.workfare.sheet}`, form: { result: "PAID", lineId: known.workfare.elsewhereLine, lineVersion: "0", paidOn: "2026-03-02" } }), missing: { path: `/bureau/paysheets/${MISSING}`, form: { result: "PAID", lineId: MISSING, lineVersion: "0", paidOn: "2026-03-02" } } },
    ],
    wrong: (known) => [{ intent: "approve", version: "1" }, { intent: "discard", version: "1" }, { result: "ALL_PAID", paidOn: known.inAMonth }, { result: "ALL_PAID", paidOn: "2026-03-02" }],
  },
  {
    route: "bureau.paysheets.$id_.bank", as: "county", path: (known) => `/bureau/paysheets/${known.workfare.sheet}/bank`, fields: ["version", "fileNr", "kind", "purpose"],
    forged: forged((id) => `/bureau/paysheets/${id}/bank`, (known) => known.workfare.elsewhereSheet, { kind: "xlsx", version: "0", purpose: "发工资给本人" }, { kind: "csv", version: "0", purpose: "发工资给本人" }, { kind: "csv", fileNr: "1", purpose: "文件没存好" }),
    wrong: () => [{ kind: "xlsx", version: "1" }, { kind: "xlsx", version: "1", purpose: "钱" }, { kind: "xlsx", fileNr: "9", purpose: "文件没存好" }, { kind: "csv", fileNr: "x", purpose: "文件没存好" }],
  },
  {
    route: "me.workfare", as: "welder", path: () => "/me/workfare", fields: ["intent", "lineId", "rollId", "account", "bankName", "ownName"],
    forged: [
      { stranger: (known) => ({ path: "/me/workfare", form: { intent: "dispute", lineId: known.workfare.elsewhereLine } }), missing: { path: "/me/workfare", form: { intent: "dispute", lineId: MISSING } } },
      { stranger: (known) => ({ path: "/me/workfare", form: { intent: "dispute", rollId: known.workfare.roll } }), missing: { path: "/me/workfare", form: { intent: "dispute", rollId: MISSING } } },
    ],
    wrong: () => [{ intent: "account", account: "6228480402564890019", bankName: "农信社", ownName: "on" }, { intent: "account", account: "6228480402564890018", bankName: "农信社" }],
  },
];
