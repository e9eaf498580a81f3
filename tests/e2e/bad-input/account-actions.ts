import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TERMS = ["acts", "days"] as const;
const paper = ({ name, idNumber }: { name: string; idNumber: string }) => ({ intent: "paper", name, idNumber, who: "AGENT", sheetRef: "临人社 1 号", explained: "on", acts: "WISH", days: "90" });

/** Registering, signing in by telephone, one's account, and acting for somebody. */
export const ACCOUNT_ACTIONS: readonly Action[] = [
  { route: "register", path: () => "/register", fields: ["phone"], replay: (known) => ({ phone: known.freePhones.replay }), keeps: [] },
  {
    route: "register_.who", proved: "REGISTER", path: () => "/register/who", fields: ["name", "idNumber", "education", "countyCode"], keeps: [],
    replay: (known) => ({ name: "𠮷㛃", idNumber: known.freeIdNumbers.seeker, education: "JUNIOR", countyCode: "141124" }),
  },
  {
    route: "register_.home", proved: "REGISTER", path: () => "/register/home", fields: ["homeRegionCode", "consents", "password"], keeps: ["𠮷㛃"],
    replay: (known) => ({ homeRegionCode: known.town, consents: "SERVICE" }),
  },
  { route: "login_.code", path: () => "/login/code?t=expired-or-never-was", fields: ["code"] },
  {
    route: "login_.choose", proved: "SIGN_IN", path: () => "/login/choose", fields: ["userId"],
    forged: [{ stranger: (known) => ({ path: "/login/choose", form: { userId: known.strangerUser } }), missing: { path: "/login/choose", form: { userId: MISSING } } }],
  },
  {
    route: "me.account", as: "welder", path: () => "/me/account", fields: ["intent", "sessionId", "password", "currentPassword", "ticket", "code"],
    forged: [{ stranger: (known) => ({ path: "/me/account", form: { intent: "end", sessionId: known.strangerSession } }), missing: { path: "/me/account", form: { intent: "end", sessionId: "z".repeat(43) } } }],
  },
  { route: "login_.second", path: () => "/login/second", fields: ["intent", "code"] },
  { route: "me.second-factor", as: "county", path: () => "/me/second-factor", fields: ["intent", "code"] },
  { route: "admin.second-factors", as: "admin", path: () => "/admin/second-factors", fields: ["username", "reason"] },
  {
    route: "bureau.operators._index", as: "county", path: () => "/bureau/operators", fields: ["displayName", "username", "phone", "bodyId", "brandId"],
    replay: (known) => ({ displayName: "𠮷㛃老师", username: "replayed-operator", phone: known.freePhones.replay, bodyId: known.training.here.body, brandId: "" }),
  },
  {
    route: "bureau.operators.$id", as: "county", path: (known) => `/bureau/operators/${known.operator}`, fields: ["intent", "phone", "bodyId", "brandId", "reason"],
    forged: [{ stranger: (known) => ({ path: `/bureau/operators/${known.strangerUser}`, form: { intent: "close", reason: "不在我这里" } }), missing: { path: `/bureau/operators/${MISSING}`, form: { intent: "close", reason: "不在我这里" } } }],
  },
  { route: "invited.$token", path: () => "/invited/expired-or-never-was", fields: ["password"] },
  {
    route: "me.helpers", as: "welder", path: () => "/me/helpers", fields: ["intent", "delegationId", "who", "name", "phone", "agentUserId", ...TERMS],
    forged: [
      { stranger: (known) => ({ path: "/me/helpers", form: { intent: "withdraw", delegationId: known.strangerDelegation } }), missing: { path: "/me/helpers", form: { intent: "withdraw", delegationId: MISSING } } },
      { stranger: (known) => ({ path: "/me/helpers", form: { who: "AGENT", agentUserId: known.strangerUser, acts: "WISH", days: "90" } }), missing: { path: "/me/helpers", form: { who: "AGENT", agentUserId: MISSING, acts: "WISH", days: "90" } } },
    ],
    replay: () => ({ who: "HOUSEHOLD", name: "𠮷㛃", phone: "19900000009", acts: "WISH", days: "90" }), keeps: [],
  },
  {
    route: "acting._index", as: "agent", path: () => "/acting", fields: ["intent", "delegationId"],
    forged: (["begin", "resign"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: "/acting", form: { intent, delegationId: known.strangerDelegation } }), missing: { path: "/acting", form: { intent, delegationId: MISSING } },
    })),
  },
  {
    route: "acting.consent", as: "agent", path: () => "/acting/consent", fields: ["intent", "code", "name", "idNumber", "who", "helperName", "helperPhone", "sheetRef", "explained", "cardSeen", ...TERMS],
    forged: [{
      stranger: (known) => ({ path: "/acting/consent", form: paper(known.elsewherePerson) }), missing: { path: "/acting/consent", form: paper({ name: "查无此人", idNumber: "11010519491231002X" }) },
    }],
    replay: (known) => ({ ...paper(known.villager), sheetRef: "𠮷㛃 7 号" }),
  },
  {
    route: "receipts.$id", as: "agent", path: () => `/receipts/${MISSING}`, fields: [],
    forged: [{ stranger: (known) => ({ path: `/receipts/${known.strangerReceipt}`, form: {} }), missing: { path: `/receipts/${MISSING}`, form: {} } }],
  },
];
