import { type Action, MISSING, NO_TOKEN } from "./action.ts";
import type { Known } from "./known.ts";

const CONSENT_FIELDS = ["acts", "days", "name", "idNumber", "sheetRef", "explained", "who", "helperName", "helperPhone", "code", "cardSeen"] as const;
const REGISTRATION_FIELDS = [
  "name", "idNumber", "phone", "homeRegionCode", "occupationCodes", "ownWords", "reach", "minWageYuan", "needsHousing", "consents", "consentHow", "sheetNumber", "enteredAt", "entryKey", "version", "take",
] as const;

/** What takes something in from job seekers, whoever acts for them and village agents. */
export const PERSON_ACTIONS: readonly Action[] = [
  { route: "login_.code", path: () => `/login/code?t=${NO_TOKEN}`, fields: ["code"] },
  { route: "login_.choose", path: () => "/login/choose", fields: ["userId"] },
  { route: "register", path: () => "/register", fields: ["phone"] },
  { route: "register_.who", path: () => "/register/who", fields: ["name", "idNumber", "education", "countyCode"] },
  { route: "register_.home", path: () => "/register/home", fields: ["homeRegionCode", "consents", "password"] },
  {
    route: "me.account", as: "seeker", path: () => "/me/account", fields: ["intent", "password", "currentPassword", "ticket", "code", "sessionId"],
    forged: [{ stranger: () => ({ path: "/me/account", form: { intent: "end", sessionId: NO_TOKEN } }), missing: { path: "/me/account", form: { intent: "end", sessionId: "x" } } }],
  },
  {
    route: "me.helpers", as: "seeker", path: () => "/me/helpers", fields: ["intent", "who", "name", "phone", "acts", "days", "userId", "delegationId"],
    forged: [{ stranger: (known) => ({ path: "/me/helpers", form: { intent: "withdraw", delegationId: known.strangerDelegation } }), missing: { path: "/me/helpers", form: { intent: "withdraw", delegationId: MISSING } } }],
  },
  {
    route: "acting._index", as: "seeker", path: () => "/acting", fields: ["intent", "delegationId"],
    forged: (["begin", "resign", "accept", "refuse"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: "/acting", form: { intent, delegationId: known.strangerDelegation } }), missing: { path: "/acting", form: { intent, delegationId: MISSING } },
    })),
  },
  { route: "acting.consent", as: "agent", path: () => "/acting/consent", fields: ["intent", ...CONSENT_FIELDS] },
  {
    route: "receipts.$id", as: "seeker", path: () => `/receipts/${MISSING}`, fields: [],
    forged: [{ stranger: (known) => ({ path: `/receipts/${known.strangerReceipt}`, form: {} }), missing: { path: `/receipts/${MISSING}`, form: {} } }],
  },
  { route: "me.privacy._index", as: "seeker", path: () => "/me/privacy", fields: ["purpose", "decision"] },
  { route: "me.privacy.delete", as: "seeker", path: () => "/me/privacy/delete", fields: ["understood"] },
  { route: "me.profile.brands", as: "seeker", path: () => "/me/profile/brands", fields: ["brands"], takesNothing: true },
  { route: "me.profile.care", as: "seeker", path: () => "/me/profile/care", fields: ["care", "canLeave"] },
  { route: "me.profile.crafts", as: "seeker", path: () => "/me/profile/crafts", fields: ["crafts"], takesNothing: true },
  { route: "me.profile.education", as: "seeker", path: () => "/me/profile/education", fields: ["education"] },
  { route: "me.profile.want", as: "seeker", path: () => "/me/profile/want", fields: ["occupationCodes", "pay", "minWageYuan", "needsHousing"] },
  { route: "me.profile.where", as: "seeker", path: () => "/me/profile/where", fields: ["willInCounty", "willInProvince", "willOutOfProvince", "willOverseas", "maxDistanceKm", "availableFrom"] },
  {
    route: "me.profile.work", as: "seeker", path: () => "/me/profile/work", fields: ["intent", "occupationCode", "said", "months", "place", "jobId"],
    forged: [{ stranger: (known) => ({ path: "/me/profile/work", form: { intent: "remove", jobId: known.strangerJob } }), missing: { path: "/me/profile/work", form: { intent: "remove", jobId: MISSING } } }],
  },
  { route: "me.profile.certificates._index", as: "seeker", path: () => "/me/profile/certificates", fields: [], harmless: true },
  { route: "me.profile.certificates.new", as: "seeker", path: () => "/me/profile/certificates/new", fields: ["kind", "occupationCode", "level", "number", "issuer", "issuedOn", "expiresOn"] },
  {
    route: "me.profile.certificates.$id", as: "seeker", path: () => `/me/profile/certificates/${MISSING}`, fields: ["intent", "fileId"], file: "photo",
    forged: (["remove", "photo"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/me/profile/certificates/${known.strangerCertificate}`, form: { intent } }), missing: { path: `/me/profile/certificates/${MISSING}`, form: { intent } },
    })),
  },
  {
    route: "me.questions.$postId", as: "seeker", path: () => `/me/questions/${MISSING}`, fields: ["intent", "codes", "text", "seq"],
    forged: [{ stranger: (known) => ({ path: `/me/questions/${known.openPost}`, form: { text: "管住吗？" } }), missing: { path: `/me/questions/${MISSING}`, form: { text: "管住吗？" } } }],
  },
  { route: "c.$token", path: () => `/c/${NO_TOKEN.slice(0, 22)}`, fields: ["answer", "day"] },
  { route: "agent.register", as: "agent", path: () => "/agent/register", fields: REGISTRATION_FIELDS },
  { route: "agent.sync", path: () => "/agent/sync", fields: ["entries"] },
  {
    route: "agent.checkins", as: "agent", path: () => "/agent/checkins", fields: ["checkInId", "answer", "day"],
    forged: [{ stranger: (known) => ({ path: "/agent/checkins", form: { checkInId: known.elsewhereCheckIn, answer: "TALK" } }), missing: { path: "/agent/checkins", form: { checkInId: MISSING, answer: "TALK" } } }],
  },
  {
    route: "agent.roster", as: "agent", path: () => "/agent/roster", fields: ["village", "personIds", "reason"],
    forged: [{
      stranger: (known) => ({ path: "/agent/roster", form: { village: "140222100", personIds: known.elsewherePerson, reason: "REGISTRATION" } }),
      missing: { path: "/agent/roster", form: { village: "140222100", personIds: MISSING, reason: "REGISTRATION" } },
    }],
  },
  {
    route: "agent.people.$id.forms.$form", as: "agent", path: () => `/agent/people/${MISSING}/forms/consent`, fields: ["reason"],
    forged: [{ stranger: (known) => ({ path: `/agent/people/${known.elsewherePerson}/forms/consent`, form: { reason: "REGISTRATION" } }), missing: { path: `/agent/people/${MISSING}/forms/consent`, form: { reason: "REGISTRATION" } } }],
  },
];
