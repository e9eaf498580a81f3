import { ACCOUNT_ACTIONS } from "./account-actions.ts";
import { type Action, MISSING } from "./action.ts";
import { BUREAU_ACTIONS } from "./bureau-actions.ts";
import { BRAND_ACTIONS } from "./brand-actions.ts";
import { DISPATCH_ACTIONS } from "./dispatch-actions.ts";
import { FAIR_ACTIONS } from "./fair-actions.ts";
import type { Known } from "./known.ts";
import { OVERSEAS_ACTIONS } from "./overseas-actions.ts";
import { PROFILE_ACTIONS } from "./profile-actions.ts";
import { TRAINING_ACTIONS } from "./training-actions.ts";
import { WELFARE_ACTIONS } from "./welfare-actions.ts";
import { WORKFARE_ACTIONS } from "./workfare-actions.ts";
import { RULE_ACTIONS } from "./rule-actions.ts";

const POST_FIELDS = [
  "stream", "title", "occupationCode", "description", "regionCode", "address", "onBehalfOf", "openings", "wageMinYuan", "wageMaxYuan", "wagePeriod", "hoursPerDay", "daysPerWeek", "housing", "meals",
  "insurance", "educationMin", "experienceMonths", "certOccupationCode", "certLevel", "brandId", "validUntil", "scheme", "entryOn", "feeYuan", "feeFor", "depositYuan",
] as const;
const post = (known: Known): Record<string, string> => ({
  stream: "MARKET", title: "𠮷家电焊工㛃", description: "按图纸焊接钢结构件，白班，工资按月发放，缴纳社会保险。", regionCode: "141124", openings: "2", wageMinYuan: "6000", wageMaxYuan: "8000", wagePeriod: "MONTH",
  hoursPerDay: "8", daysPerWeek: "6", educationMin: "NONE", experienceMonths: "0", validUntil: known.inAMonth,
});

export const ACTIONS: readonly Action[] = [
  { route: "login", path: () => "/login", fields: ["username", "password", "to"] },
  { route: "logout", as: "operator", path: () => "/logout", fields: [], harmless: true },
  {
    route: "employer.register", path: () => "/employer/register", fields: ["name", "creditCode", "kind", "licenceNumber", "regionCode", "contact", "phone", "password"],
    replay: (known) => ({ name: "𠮷㛃机械厂😀", creditCode: known.freeCreditCode, kind: "OWN_RECRUITING", regionCode: "141124", contact: "㛃先生", phone: "13900000000", password: "long enough for this" }),
  },
  {
    route: "jobs.$id", as: "seeker", path: (known) => `/jobs/${known.closedPost}`, fields: [],
    forged: [{ stranger: (known) => ({ path: `/jobs/${known.draftPost}`, form: {} }), missing: { path: `/jobs/${MISSING}`, form: {} } }],
  },
  {
    route: "jobs.$id_.report", path: (known) => `/jobs/${known.openPost}/report`, fields: ["reason", "detail"],
    forged: [{ stranger: (known) => ({ path: `/jobs/${known.draftPost}/report`, form: { reason: "FEE" } }), missing: { path: `/jobs/${MISSING}/report`, form: { reason: "FEE" } } }],
    replay: () => ({ reason: "OTHER", detail: "𠮷㛃😀 <script>alert(1)</script>" }),
  },
  { route: "certificates.check", path: () => "/certificates/check", fields: ["text", "name"], harmless: true },
  { route: "alerts.$token", path: () => "/alerts/expired-or-never-was", fields: [] },
  { route: "me.notices", as: "seeker", path: () => "/me/notices", fields: [], harmless: true },
  {
    route: "me.searches._index", as: "seeker", path: () => "/me/searches", fields: ["searchId"],
    forged: [{ stranger: (known) => ({ path: "/me/searches", form: { searchId: known.strangerSearch } }), missing: { path: "/me/searches", form: { searchId: MISSING } } }],
  },
  {
    route: "me.searches.new", as: "seeker", path: () => "/me/searches/new?q=bad-input&v=1", fields: ["name", "bySms"], takesAnyText: true,
    replay: () => ({ name: "𠮷㛃😀 ' OR 1=1; --" }),
  },
  { route: "me.wish", as: "seeker", path: () => "/me/wish", fields: ["seeking", "occupationCodes", "minWageYuan", "maxDistanceKm", "willInCounty", "willInProvince", "willOutOfProvince", "willOverseas", "needsHousing", "availableFrom"] },
  {
    route: "me.matches", as: "seeker", path: () => "/me/matches", fields: ["intent", "postId", "matchId", "reason"],
    forged: [
      { stranger: (known) => ({ path: "/me/matches", form: { intent: "decline", matchId: known.strangerMatch, reason: "TOO_FAR" } }), missing: { path: "/me/matches", form: { intent: "decline", matchId: MISSING, reason: "TOO_FAR" } } },
      { stranger: (known) => ({ path: "/me/matches", form: { intent: "accept", postId: known.draftPost } }), missing: { path: "/me/matches", form: { intent: "accept", postId: MISSING } } },
    ],
  },
  {
    route: "me.placements.$id", as: "seeker", path: () => `/me/placements/${MISSING}`, fields: ["intent", "kind", "happenedOn", "evidence", "evidenceRef", "reason", "eventId", "month", "monthlyYuan", "days"],
    forged: (["", "pay", "reverse"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/me/placements/${known.strangerPlacement}`, form: { intent, kind: "DEPARTED", happenedOn: known.today, month: known.today.slice(0, 7), monthlyYuan: "5000", eventId: known.strangerEvent, reason: "弄错了" } }),
      missing: { path: `/me/placements/${MISSING}`, form: { intent, kind: "DEPARTED", happenedOn: "2026-01-01", month: "2026-01", monthlyYuan: "5000", eventId: MISSING, reason: "弄错了" } },
    })),
  },
  {
    route: "placements.$id", as: "county", path: () => `/placements/${MISSING}`, fields: ["intent", "kind", "happenedOn", "evidence", "evidenceRef", "reason", "eventId"],
    forged: (["", "reverse"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/placements/${known.elsewherePlacement}`, form: { intent, kind: "ENDED", happenedOn: known.today, reason: "弄错了" } }),
      missing: { path: `/placements/${MISSING}`, form: { intent, kind: "ENDED", happenedOn: "2026-01-01", reason: "弄错了" } },
    })),
  },
  {
    route: "me.invitations.$id", as: "seeker", path: () => `/me/invitations/${MISSING}`, fields: ["kind", "reason", "note"],
    forged: (["AGREED", "DECLINED", "HIRED"] as const).map((kind) => ({
      stranger: (known: Known) => ({ path: `/me/invitations/${known.strangerHiring}`, form: { kind, reason: "TOO_FAR" } }), missing: { path: `/me/invitations/${MISSING}`, form: { kind, reason: "TOO_FAR" } },
    })),
  },
  {
    route: "employer.placements", as: "employer", path: () => "/employer/placements", fields: ["placementId", "happenedOn"],
    forged: [{ stranger: (known) => ({ path: "/employer/placements", form: { placementId: known.strangerPlacement, happenedOn: known.today } }), missing: { path: "/employer/placements", form: { placementId: MISSING, happenedOn: "2026-01-01" } } }],
  },
  {
    route: "employer.hiring.$id", as: "employer", path: () => `/employer/hiring/${MISSING}`, fields: ["kind", "reason", "note", "at"],
    forged: [{ stranger: (known) => ({ path: `/employer/hiring/${known.strangerHiring}`, form: { kind: "CLOSED", reason: "FILLED" } }), missing: { path: `/employer/hiring/${MISSING}`, form: { kind: "CLOSED", reason: "FILLED" } } }],
  },
  {
    route: "employer.posts.$id.candidates", as: "employer", path: () => `/employer/posts/${MISSING}/candidates`, fields: ["personId"],
    forged: [{ stranger: (known) => ({ path: `/employer/posts/${known.openPost}/candidates`, form: { personId: known.strangerPerson } }), missing: { path: `/employer/posts/${MISSING}/candidates`, form: { personId: MISSING } } }],
  },
  {
    route: "employer.posts.$id.edit", as: "employer", path: (known) => `/employer/posts/${known.ownPost}/edit`, fields: POST_FIELDS,
    forged: (["", "close"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/employer/posts/${known.openPost}/edit`, form: { ...post(known), intent } }), missing: { path: `/employer/posts/${MISSING}/edit`, form: { intent } },
    })),
  },
  {
    route: "employer.posts.$id.renew", as: "employer", path: (known) => `/employer/posts/${known.ownPost}/renew`, fields: ["validUntil"],
    forged: [{ stranger: (known) => ({ path: `/employer/posts/${known.openPost}/renew`, form: { validUntil: known.inAMonth } }), missing: { path: `/employer/posts/${MISSING}/renew`, form: { validUntil: "2026-12-01" } } }],
  },
  { route: "employer.posts.check", as: "employer", path: () => "/employer/posts/check", fields: POST_FIELDS },
  { route: "employer.posts.new", as: "employer", path: () => "/employer/posts/new", fields: POST_FIELDS, replay: post },
  { route: "employer.posts.upload", as: "employer", path: () => "/employer/posts/upload", fields: ["file"], file: "file" },
  { route: "board.counties.$code", as: "province", path: () => "/board/counties/141124", fields: ["countyClass"], takesNothing: true },
  {
    route: "bureau.ads", as: "county", path: () => "/bureau/ads", fields: ["flagId", "note"],
    forged: [{ stranger: (known) => ({ path: "/bureau/ads", form: { flagId: known.elsewhereFlag, note: "看过了" } }), missing: { path: "/bureau/ads", form: { flagId: MISSING, note: "看过了" } } }],
  },
  {
    route: "bureau.employers", as: "county", path: () => "/bureau/employers", fields: ["employerId", "decision", "reason"],
    forged: [{ stranger: (known) => ({ path: "/bureau/employers", form: { employerId: known.elsewhereEmployer, decision: "SUSPEND", reason: "查过了" } }), missing: { path: "/bureau/employers", form: { employerId: MISSING, decision: "SUSPEND", reason: "查过了" } } }],
  },
  {
    route: "bureau.employers_.$id", as: "county", path: () => `/bureau/employers/${MISSING}`, fields: ["decision", "reason"],
    forged: [{ stranger: (known) => ({ path: `/bureau/employers/${known.elsewhereEmployer}`, form: { decision: "SUSPEND", reason: "查过了" } }), missing: { path: `/bureau/employers/${MISSING}`, form: { decision: "SUSPEND", reason: "查过了" } } }],
  },
  {
    route: "bureau.reports", as: "county", path: () => "/bureau/reports", fields: ["reportId", "decision"],
    forged: [{ stranger: (known) => ({ path: "/bureau/reports", form: { reportId: known.elsewhereReport, decision: "UPHELD" } }), missing: { path: "/bureau/reports", form: { reportId: MISSING, decision: "UPHELD" } } }],
  },
  { route: "bureau.rosters._index", as: "county", path: () => "/bureau/rosters", fields: ["category", "siteId", "file"] },
  {
    route: "bureau.rosters.$id", as: "county", path: (known) => `/bureau/rosters/${known.countyRoster}`, fields: ["intent", "version", "column", "keep"],
    forged: (["map", "take", "cancel"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/bureau/rosters/${known.elsewhereRoster}`, form: { intent, version: "0" } }), missing: { path: `/bureau/rosters/${MISSING}`, form: { intent, version: "0" } },
    })),
  },
  { route: "admin.jobs", as: "admin", path: () => "/admin/jobs", fields: ["consumer", "eventId"] },
  { route: "runs._index", as: "county", path: () => "/runs", fields: ["regionCode"], takesNothing: true },
  {
    route: "runs.$id", as: "county", path: () => `/runs/${MISSING}`, fields: [],
    refused: (known) => ({ path: `/runs/${known.elsewhereRun}`, form: {} }),
  },
  ...ACCOUNT_ACTIONS, ...PROFILE_ACTIONS, ...BUREAU_ACTIONS, ...WELFARE_ACTIONS, ...WORKFARE_ACTIONS, ...RULE_ACTIONS, ...TRAINING_ACTIONS, ...BRAND_ACTIONS,...DISPATCH_ACTIONS, ...FAIR_ACTIONS,
  ...OVERSEAS_ACTIONS,
];
