import { type Action, MISSING } from "./action.ts";

/** What somebody says of themselves, their photos and consents, and what they ask. */
export const PROFILE_ACTIONS: readonly Action[] = [
  {
    route: "me.profile.work", as: "welder", path: () => "/me/profile/work", fields: ["intent", "said", "occupationCode", "months", "place", "jobId"],
    replay: () => ({ intent: "add", said: "𠮷㛃😀 <script>alert(1)</script>", occupationCode: "6-18-02-04", months: "36", place: "IN_PROVINCE" }),
  },
  { route: "me.profile.crafts", as: "welder", path: () => "/me/profile/crafts", fields: ["crafts"], takesNothing: true, replay: () => ({ crafts: "carpentry" }) },
  { route: "me.profile.brands", as: "welder", path: () => "/me/profile/brands", fields: ["brands"], takesNothing: true },
  { route: "me.profile.care", as: "welder", path: () => "/me/profile/care", fields: ["care", "canLeave"], replay: () => ({ care: "ELDERLY", canLeave: "yes" }) },
  { route: "me.profile.education", as: "welder", path: () => "/me/profile/education", fields: ["education"], replay: () => ({ education: "JUNIOR" }) },
  {
    route: "me.profile.want", as: "welder", path: () => "/me/profile/want", fields: ["occupationCodes", "pay", "minWageYuan", "needsHousing"],
    wrong: () => ["-1", "1e400", "9".repeat(30), "NaN"].map((minWageYuan) => ({ occupationCodes: "6-18-02-04", pay: "other", minWageYuan })), replay: () => ({ occupationCodes: "6-18-02-04", pay: "5000" }),
  },
  {
    route: "me.profile.where", as: "welder", path: () => "/me/profile/where", fields: ["willInProvince", "willOutOfProvince", "willOverseas", "maxDistanceKm", "from", "availableFrom"],
    wrong: () => [{ from: "now", maxDistanceKm: "9".repeat(30) }, { from: "day", availableFrom: "9999-99-99" }, { from: "day" }], replay: () => ({ from: "now", willInProvince: "on" }),
  },
  { route: "me.profile.certificates._index", as: "welder", path: () => "/me/profile/certificates", fields: [], harmless: true },
  {
    route: "me.profile.certificates.new", as: "welder", path: () => "/me/profile/certificates/new", fields: ["kind", "occupationCode", "level", "number", "issuer", "issuedOn", "expiresOn"],
    replay: () => ({ kind: "SKILL_LEVEL", occupationCode: "6-18-02-04", level: "INTERMEDIATE", number: "BI-7777", issuer: "𠮷㛃职业学院", issuedOn: "2020-05-06" }),
  },
  {
    route: "me.profile.certificates.$id", as: "welder", path: (known) => `/me/profile/certificates/${known.ownCertificate}`, fields: ["photo", "intent", "fileId"], file: "photo",
    forged: [
      ...(["photo", "remove"] as const).map((intent) => ({
        stranger: (known: { strangerCertificate: string }) => ({ path: `/me/profile/certificates/${known.strangerCertificate}`, form: { intent } }), missing: { path: `/me/profile/certificates/${MISSING}`, form: { intent } },
      })),
      { stranger: (known) => ({ path: `/me/profile/certificates/${known.ownCertificate}`, form: { intent: "removePhoto", fileId: known.strangerPhoto } }), missing: { path: `/me/profile/certificates/${MISSING}`, form: { intent: "removePhoto", fileId: MISSING } } },
    ],
  },
  { route: "me.privacy._index", as: "welder", path: () => "/me/privacy", fields: ["purpose", "decision"], replay: () => ({ purpose: "SMS", decision: "withdraw" }) },
  { route: "me.privacy.delete", as: "welder", path: () => "/me/privacy/delete", fields: ["understood"] },
  {
    route: "me.questions.$postId", as: "welder", path: (known) => `/me/questions/${known.touchedPost}`, fields: ["intent", "seq", "codes", "text"],
    forged: [{ stranger: (known) => ({ path: `/me/questions/${known.openPost}`, form: { codes: "housing", text: "" } }), missing: { path: `/me/questions/${MISSING}`, form: { codes: "housing", text: "" } } }],
    wrong: () => [{ codes: "", text: "加我微信 abc_12345" }, { intent: "report", seq: "9".repeat(30) }, { intent: "report", seq: "-1" }],
    replay: () => ({ codes: "housing", text: "𠮷家的宿舍㛃住几个人？" }),
  },
  {
    route: "c.$token", path: (known) => `/c/${known.links.open}`, fields: ["answer", "day"],
    forged: [
      { stranger: (known) => ({ path: `/c/${known.links.expired}`, form: { answer: "TALK" } }), missing: { path: `/c/${"A".repeat(22)}`, form: { answer: "TALK" } } },
      { stranger: (known) => ({ path: `/c/${known.links.expired}`, form: { answer: "TALK" } }), missing: { path: "/c/x", form: { answer: "TALK" } } },
    ],
    wrong: () => [{ answer: "ARRIVED" }, { answer: "ARRIVED", day: "9999-12-31" }, { answer: "PAID" }, { answer: "LEFT", day: "0000-00-00" }],
    replay: () => ({ answer: "TALK" }),
  },
];
