import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TOO_LARGE = ["3000000000", "9".repeat(30), "1e400", "-1", "1.5"];
const WORDS = { nameEn: "Linxian Welders", storyZh: "", storyEn: "", pledge: "", holderName: "", holderCreditCode: "", levels: "学员\n正式" };
const brand = { name: "临县试焊工", level: "COUNTY", seat: "141124", occupationCodes: "6-18-02-04", standard: "焊缝无气孔，进场戴护具。", ...WORDS };
const here = (known: Known) => `/bureau/brands/${known.brands.here.id}`;
const away = (known: Known) => `/bureau/brands/${known.brands.elsewhere.id}`;
const DESK_FIELDS = ["intent", "version", "applicationId", "membershipId", "testedOn", "score", "decision", "level", "reason", "step", "nameEn", "storyZh", "storyEn", "pledge", "holderName", "holderCreditCode", "levels", "validFrom", "standard", "employerId"] as const;

/** What a desk is sent for a record of another brand: as good as for one that is not there. */
const DESK = [
  { intent: "decide", version: "0", decision: "ADMIT", level: "正式", applicationId: (known: Known) => known.brands.elsewhere.application },
  { intent: "test", version: "0", testedOn: "2026-01-01", score: "80", applicationId: (known: Known) => known.brands.elsewhere.application },
  { intent: "member", version: "0", step: "ENDED", reason: "试一试看", membershipId: (known: Known) => known.brands.elsewhere.membership },
  { intent: "use", version: "0", step: "AGREE", employerId: (known: Known) => known.brands.elsewhere.employer },
] as const;
const formOf = (form: Readonly<Record<string, string | ((known: Known) => string)>>, known: Known | null): Record<string, string> =>
  Object.fromEntries(Object.entries(form).map(([key, value]) => [key, typeof value === "string" ? value : known === null ? MISSING : value(known)]));
const deskForged = (path: (known: Known) => string, missing: string) => DESK.map((form) => ({ stranger: (known: Known) => ({ path: path(known), form: formOf(form, known) }), missing: { path: missing, form: formOf(form, null) } }));

const OVERSIGHT: readonly Record<string, string>[] = [{ intent: "step", version: "0", step: "SUSPENDED", reason: "试一试看" }, { intent: "change", version: "0", ...WORDS }, { intent: "operator", username: "operator", part: "JOINS" }];

/** Labour brands: joining one, one's own, and the desks of operator and bureau. */
export const BRAND_ACTIONS: readonly Action[] = [
  {
    route: "brands.$id", as: "welder", path: (known) => `/brands/${known.brands.here.id}`, fields: ["way"],
    wrong: () => [{ way: "TRAINING" }, { way: "FRIEND" }, { way: "" }],
  },
  {
    route: "me.brands", as: "welder", path: () => "/me/brands", fields: ["intent", "applicationId", "membershipId", "version", "pledged"],
    forged: [
      { stranger: (known) => ({ path: "/me/brands", form: { intent: "withdraw", applicationId: known.brands.here.application } }), missing: { path: "/me/brands", form: { intent: "withdraw", applicationId: MISSING } } },
      { stranger: (known) => ({ path: "/me/brands", form: { intent: "pledge", membershipId: known.brands.here.membership, version: "0", pledged: "on" } }), missing: { path: "/me/brands", form: { intent: "pledge", membershipId: MISSING, version: "0", pledged: "on" } } },
    ],
  },
  {
    route: "employer.brands", as: "employer", path: () => "/employer/brands", fields: ["brandId", "note"],
    wrong: (known) => [{ brandId: MISSING, note: "招三名焊工" }, { brandId: "", note: "招三名焊工" }, { brandId: known.brands.here.id, note: "" }],
    replay: (known) => ({ brandId: known.brands.here.id, note: "𠮷㛃招三名焊工" }),
  },
  { route: "operator.brand", as: "operator", path: () => "/operator/brand", fields: ["photo", ...DESK_FIELDS], file: "photo", forged: deskForged(() => "/operator/brand", "/operator/brand") },
  {
    route: "bureau.brands._index", as: "county", path: () => "/bureau/brands", fields: ["name", "level", "seat", "counties", "occupationCodes", "standard", "nameEn", "storyZh", "storyEn", "pledge", "holderName", "holderCreditCode", "levels"],
    wrong: () => [{ ...brand, seat: "140222" }, { ...brand, seat: "141199" }, { ...brand, level: "CITY" }, { ...brand, level: "PROVINCE" }, { ...brand, counties: "140222" }, { ...brand, occupationCodes: "9-99-99-99" }, { ...brand, levels: "" }, { ...brand, holderCreditCode: "91110000000000000A" }],
    replay: () => ({ ...brand, name: "𠮷㛃😀焊工" }), keeps: ["𠮷㛃😀焊工"],
  },
  {
    route: "bureau.brands.$id", as: "county", path: here, file: "photo", fields: ["photo", ...DESK_FIELDS, "documentNumber", "recognisedBy", "recognisedOn", "regionCode", "recognitionId", "username", "part"],
    forged: [
      ...deskForged(here, `/bureau/brands/${MISSING}`),
      ...OVERSIGHT.map((form) => ({ stranger: (known: Known) => ({ path: away(known), form }), missing: { path: `/bureau/brands/${MISSING}`, form } })),
      { stranger: (known) => ({ path: away(known), form: { intent: "revoke", recognitionId: known.brands.elsewhere.recognition, reason: "查实造假" } }), missing: { path: `/bureau/brands/${MISSING}`, form: { intent: "revoke", recognitionId: MISSING, reason: "查实造假" } } },
    ],
    wrong: (known) => [
      { intent: "step", version: "99", step: "SUSPENDED", reason: "投诉查实" }, { intent: "step", version: "0", step: "LIFTED", reason: "投诉查实" }, { intent: "step", version: "0", step: "SUSPENDED", reason: "" }, { intent: "step", version: "0", step: "DELETED", reason: "投诉查实" },
      { intent: "recognise", regionCode: "140222", documentNumber: "2 号", recognisedBy: "人社局", recognisedOn: known.today }, { intent: "recognise", regionCode: "141124", documentNumber: "2 号", recognisedBy: "人社局", recognisedOn: known.inAMonth },
      { intent: "operator", username: "seeker", part: "JOINS" }, { intent: "operator", username: "nobody-here", part: "JOINS" }, { intent: "standard", version: "0", validFrom: "2000-01-01", standard: "焊缝无气孔，进场戴护具。" },
      ...TOO_LARGE.map((score) => ({ intent: "test", applicationId: known.brands.here.application, version: "0", testedOn: known.today, score })), { intent: "test", applicationId: known.brands.here.application, version: "0", testedOn: known.inAMonth, score: "80" },
      { intent: "decide", applicationId: known.brands.here.application, version: "0", decision: "ADMIT", level: "没有这一级" }, { intent: "decide", applicationId: known.brands.here.application, version: "0", decision: "REFUSE", reason: "" },
      { intent: "use", employerId: known.brands.here.employer, version: "0", step: "REFUSE", reason: "" }, { intent: "use", employerId: known.brands.here.employer, version: "0", step: "END", reason: "不合标准" }, { intent: "use", employerId: known.brands.here.employer, version: "9", step: "AGREE" },
      { intent: "member", membershipId: known.brands.here.membership, version: "0", step: "LIFTED" }, { intent: "member", membershipId: known.brands.here.membership, version: "7", step: "RENEWED" },
    ],
  },
];
