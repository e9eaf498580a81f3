import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TOO_LARGE = ["3000000000", "9".repeat(30), "1e400", "-1", "1.5"];

const SAMPLE = { year: "2026", regionCode: "141124", perRung: "5", entryKey: "0c1e4f3a-6f0c-4d2e-9a55-0c6a1d2e3f05" };

const issuer = (today: string) => ({ name: "测试登记的评价机构", regionCode: "141124", kinds: "TRAINING", occupationPrefixes: "", validFrom: today, validTo: "", document: "1 号" });

/** Answers to questions, certificates, care, the village agent's work, and the bureau's official numbers. */
export const BUREAU_ACTIONS: readonly Action[] = [
  {
    route: "employer.questions.$id", as: "employer", path: (known) => `/employer/questions/${known.ownThread}`, fields: ["intent", "seq", "codes", "text"],
    forged: (["", "report"] as const).flatMap((intent) => ([(known: Known) => known.strangerThread, (known: Known) => known.bureauThread].map((of) => ({
      stranger: (known: Known) => ({ path: `/employer/questions/${of(known)}`, form: { intent, seq: "1", text: "包住的" } }), missing: { path: `/employer/questions/${MISSING}`, form: { intent, seq: "1", text: "包住的" } },
    })))),
    wrong: () => [{ text: "加我微信 abc_12345" }, { intent: "report", seq: "9".repeat(30) }],
    replay: () => ({ text: "𠮷㛃楼四人间，不收钱。" }),
  },
  {
    route: "bureau.questions.$id", as: "county", path: (known) => `/bureau/questions/${known.bureauThread}`, fields: ["intent", "seq", "codes", "text"],
    forged: [(known: Known) => known.elsewhereThread, (known: Known) => known.ownThread].map((of) => ({
      stranger: (known: Known) => ({ path: `/bureau/questions/${of(known)}`, form: { text: "可以报名" } }), missing: { path: `/bureau/questions/${MISSING}`, form: { text: "可以报名" } },
    })),
    replay: () => ({ text: "𠮷㛃村也可以报名。" }),
  },
  {
    route: "bureau.certificates.$id", as: "county", path: (known) => `/bureau/certificates/${known.waitingCertificate}`, fields: ["intent", "decision", "reason"],
    forged: (["VERIFIED", "REFUSED"] as const).map((decision) => ({
      stranger: (known: Known) => ({ path: `/bureau/certificates/${known.strangerCertificate}`, form: { decision, reason: "看不清" } }), missing: { path: `/bureau/certificates/${MISSING}`, form: { decision, reason: "看不清" } },
    })),
    wrong: () => [{ decision: "REFUSED", reason: "" }, { decision: "REVOKED", reason: "看不清" }],
    replay: () => ({ decision: "REFUSED", reason: "𠮷㛃😀 照片看不清" }),
  },
  {
    route: "bureau.issuers._index", as: "county", path: () => "/bureau/issuers", fields: ["name", "regionCode", "kinds", "occupationPrefixes", "validFrom", "validTo", "document"],
    wrong: (known) => [{ kinds: "DRIVING" }, { kinds: "" }, { regionCode: "140222" }, { regionCode: "141199" }, { validTo: "2020-01-01" }, { validFrom: "2026-02-30" }, { occupationPrefixes: "電焊" }, { name: "某" }, { document: " " }].map((wrong) => ({ ...issuer(known.today), ...wrong })),
    replay: (known) => ({ ...issuer(known.today), document: "𠮷㛃😀 1 号" }),
  },
  {
    route: "bureau.issuers.$id", as: "county", path: (known) => `/bureau/issuers/${known.certificates.here.issuer}`, fields: ["intent", "reason"],
    forged: [{ stranger: (known) => ({ path: `/bureau/issuers/${known.certificates.elsewhere.issuer}`, form: { intent: "suspend", reason: "考核不严" } }), missing: { path: `/bureau/issuers/${MISSING}`, form: { intent: "suspend", reason: "考核不严" } } }],
    wrong: () => [{ intent: "suspend", reason: " " }, { reason: "考核不严" }],
    replay: () => ({ intent: "suspend", reason: "𠮷㛃😀 考核不严" }),
  },
  {
    route: "bureau.checkins.$id", as: "county", path: (known) => `/bureau/checkins/${known.care}`, fields: ["intent", "outcome", "note", "why", "whyNote"],
    forged: (["", "see"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/bureau/checkins/${known.elsewhereCare}`, form: { intent, outcome: "HELPED", note: "打过电话了", why: "CALL" } }), missing: { path: `/bureau/checkins/${MISSING}`, form: { intent, outcome: "HELPED", note: "打过电话了", why: "CALL" } },
    })),
    wrong: () => [{ outcome: "UPHELD", note: "打过电话了" }, { outcome: "HELPED", note: " " }, { intent: "see" }, { intent: "see", why: "OTHER", whyNote: " " }],
    replay: () => ({ outcome: "HELPED", note: "𠮷㛃😀 打过电话了" }),
  },
  {
    route: "agent.checkins", as: "agent", path: () => "/agent/checkins", fields: ["checkInId", "answer", "day"],
    forged: [{ stranger: (known) => ({ path: "/agent/checkins", form: { checkInId: known.elsewhereCheckIn, answer: "TALK" } }), missing: { path: "/agent/checkins", form: { checkInId: MISSING, answer: "TALK" } } }],
    replay: (known) => ({ checkInId: known.villageCheckIn, answer: "NOT_YET" }),
  },
  {
    route: "agent.people.$id.forms.$form", as: "agent", path: (known) => `/agent/people/${known.villager.id}/forms/consent`, fields: ["reason"],
    forged: [{ stranger: (known) => ({ path: `/agent/people/${known.elsewherePerson.id}/forms/consent`, form: { reason: "PRESENT" } }), missing: { path: `/agent/people/${MISSING}/forms/consent`, form: { reason: "PRESENT" } } }],
  },
  {
    route: "agent.register", as: "agent", path: () => "/agent/register",
    fields: ["entryKey", "name", "idNumber", "phone", "homeRegionCode", "occupationCodes", "ownWords", "reach", "leastPay", "needsHousing", "consents", "consentHow", "sheetNumber", "take", "version", "enteredAt"],
    replay: (known) => ({
      entryKey: "7b0b7a3e-6f0c-4d2e-9a55-0c6a1d2e3fbb", name: "𠮷㛃", idNumber: known.freeIdNumbers.villager, homeRegionCode: known.village, occupationCodes: "6-18-02-04", ownWords: "会㛃𠮷手艺",
      reach: "PROVINCE", leastPay: "3000", consents: "SERVICE", consentHow: "AGENT",
    }),
  },
  {
    route: "agent.roster", as: "agent", path: () => "/agent/roster", fields: ["village", "personIds", "reason"],
    forged: [
      { stranger: (known) => ({ path: "/agent/roster", form: { village: known.village, personIds: known.elsewherePerson.id, reason: "AGAIN" } }), missing: { path: "/agent/roster", form: { village: "141124999999", personIds: MISSING, reason: "AGAIN" } } },
    ],
  },
  { route: "agent.sync", as: "agent", data: true, path: () => "/agent/sync", fields: ["entries"] },
  {
    route: "board.calibers", as: "province", path: () => "/board/calibers", fields: ["year", "from", "caliberCode", "reason"],
    wrong: () => [{ year: "2100", from: "shanxi", caliberCode: "claimed", reason: "年份没有" }, { year: "2026", from: "nothing", caliberCode: "claimed", reason: "来处不对" }, ...TOO_LARGE.map((year) => ({ year, from: "x", caliberCode: "claimed", reason: "数字太大" }))],
  },
  { route: "board.months._index", as: "province", path: () => "/board/months", fields: ["year", "month"], wrong: () => [{ year: "2099", month: "1" }, { year: "2026", month: "13" }, ...TOO_LARGE.map((month) => ({ year: "2026", month }))] },
  {
    route: "board.samples._index", as: "county", path: () => "/board/samples", fields: ["year", "regionCode", "perRung", "entryKey"],
    wrong: () => [
      ...["140222", "140000"].map((regionCode) => ({ ...SAMPLE, regionCode })), ...["", "x", "9".repeat(400)].map((entryKey) => ({ ...SAMPLE, entryKey })), ...TOO_LARGE.map((perRung) => ({ ...SAMPLE, perRung })),
    ],
  },
  {
    route: "board.samples.$id", as: "county", path: (known) => `/board/samples/${known.sample}`, fields: ["intent", "nr", "version", "finding", "note"],
    forged: (["", "phone"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/board/samples/${known.elsewhereSample}`, form: { intent, nr: "1", version: "0", finding: "TRUE" } }), missing: { path: `/board/samples/${MISSING}`, form: { intent, nr: "1", version: "0", finding: "TRUE" } },
    })),
    wrong: () => TOO_LARGE.flatMap((large) => [{ nr: large, version: "0", finding: "TRUE" }, { nr: "1", version: large, finding: "TRUE" }, { intent: "phone", nr: large }]),
    replay: () => ({ nr: "1", version: "0", finding: "TRUE", note: "𠮷㛃😀 打过电话" }),
  },
];
