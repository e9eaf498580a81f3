import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TOO_LARGE = ["3000000000", "9".repeat(30), "1e400", "-1", "1.5"];
const drive = (known: Known) => ({ entryKey: MISSING, regionCode: "141124", name: "坏输入活动", startsOn: known.today, lastOn: known.inAMonth });
const terms = (known: Known) => ({ title: "坏输入招聘会", kind: "ON_SITE", place: "体育馆", address: "体育路一号", phone: "03584422000", says: "带身份证来", startsAt: `${known.inAMonth}T08:00`, endsAt: `${known.inAMonth}T16:00`, booths: "5", driveId: "" });
const plan = (known: Known) => ({ ...terms(known), entryKey: MISSING, regionCode: "141124" });
const TERMS = ["title", "kind", "place", "address", "phone", "says", "startsAt", "endsAt", "booths", "driveId"];
const at = (id: string, more = "") => `/bureau/fairs/${id}${more}`;
const KEY = "11111111-2222-4333-8444-555555555555";

/** Drives, fairs, their booths and the desk. */
export const FAIR_ACTIONS: readonly Action[] = [
  {
    route: "bureau.drives", as: "county", path: () => "/bureau/drives", fields: ["entryKey", "regionCode", "name", "startsOn", "lastOn"],
    wrong: (known) => [{ ...drive(known), regionCode: "140222" }, { ...drive(known), lastOn: "2001-01-01" }, { ...drive(known), lastOn: "9999-12-31" }, { ...drive(known), name: "短" }],
    replay: (known) => ({ ...drive(known), entryKey: "01K00000000000000000000FD1", name: "𠮷㛃😀活动" }), keeps: ["𠮷㛃😀活动"],
  },
  {
    route: "bureau.fairs.new", as: "county", path: () => "/bureau/fairs/new", fields: ["entryKey", "regionCode", ...TERMS],
    wrong: (known) => [
      { ...plan(known), regionCode: "140222" }, { ...plan(known), driveId: known.fairs.elsewhere.drive }, { ...plan(known), driveId: MISSING }, { ...plan(known), place: "" }, { ...plan(known), startsAt: "2001-01-01T08:00" }, { ...plan(known), endsAt: `${known.inAMonth}T07:00` }, { ...plan(known), kind: "MOON" }, { ...plan(known), phone: "1" },
      ...TOO_LARGE.map((booths) => ({ ...plan(known), booths })),
    ],
    replay: (known) => ({ ...plan(known), entryKey: "01K00000000000000000000FF1", title: "𠮷㛃😀招聘会" }), keeps: ["𠮷㛃😀招聘会"],
  },
  {
    route: "bureau.fairs.$id", as: "county", path: (known) => at(known.fairs.here.planned), fields: ["intent", "version", "reason", "boothId", "number", ...TERMS],
    forged: [
      ...(["OPEN", "CANCELLED", "change", "APPROVED", "REFUSED"] as const).map((intent) => ({
        stranger: (known: Known) => ({ path: at(known.fairs.elsewhere.planned), form: { intent, version: "0", reason: "不办了吧", boothId: known.fairs.elsewhere.applied, ...terms(known) } }),
        missing: { path: at(MISSING), form: { intent, version: "0", reason: "不办了吧", boothId: MISSING } },
      })),
      { stranger: (known) => ({ path: at(known.fairs.here.planned), form: { intent: "APPROVED", version: "0", boothId: known.fairs.elsewhere.applied } }), missing: { path: at(MISSING), form: { intent: "APPROVED", version: "0", boothId: MISSING } } },
    ],
    wrong: (known) => [
      { intent: "OPEN", version: "0" }, { intent: "CLOSED", version: "0" }, { intent: "PLANNED", version: "0" }, { intent: "CANCELLED", version: "0", reason: "无" }, { intent: "OPEN", version: "99" }, { intent: "REFUSED", version: "0", boothId: known.fairs.here.applied, reason: "不" }, { intent: "change", version: "0", ...terms(known), endsAt: "2001-01-01T08:00" },
      ...TOO_LARGE.map((number) => ({ intent: "APPROVED", version: "0", boothId: known.fairs.here.applied, number })),
    ],
  },
  {
    route: "bureau.fairs.$id_.floor", as: "county", path: (known) => at(known.fairs.here.open, "/floor"), fields: ["intent", "boothId", "n", "entryKey", "who", "personId", "postId", "name", "idNumber", "phone", "homeRegionCode"],
    forged: [
      { stranger: (known) => ({ path: at(known.fairs.elsewhere.open, "/floor"), form: { intent: "count", n: "1", entryKey: KEY } }), missing: { path: at(MISSING, "/floor"), form: { intent: "count", n: "1", entryKey: KEY } } },
      { stranger: (known) => ({ path: at(known.fairs.here.open, "/floor"), form: { intent: "count", n: "1", entryKey: KEY, boothId: known.fairs.elsewhere.stand } }), missing: { path: at(MISSING, "/floor"), form: { intent: "count", n: "1", entryKey: KEY, boothId: MISSING } } },
      { stranger: (known) => ({ path: at(known.fairs.here.open, "/floor"), form: { intent: "hire", personId: known.fairs.elsewhere.person, postId: known.fairs.here.post } }), missing: { path: at(MISSING, "/floor"), form: { intent: "hire", personId: MISSING, postId: MISSING } } },
    ],
    wrong: (known) => [
      { intent: "count", n: "0", entryKey: KEY }, { intent: "count", n: "-1", entryKey: KEY }, { intent: "count", n: "1", entryKey: "x" }, { intent: "find", who: "000000000" }, { intent: "find", who: "11010519491231002X" }, { intent: "hire", personId: known.fairs.here.person, postId: known.fairs.elsewhere.post },
      { intent: "register", postId: known.fairs.here.post, entryKey: KEY, name: "王小明", idNumber: "1", homeRegionCode: "141124100" }, ...["3000000000", "9".repeat(30), "1e400", "1.5"].map((n) => ({ intent: "count", n, entryKey: KEY })),
    ],
    replay: () => ({ intent: "count", n: "2", entryKey: KEY, boothId: "" }), keeps: [],
  },
  { route: "bureau.fairs.$id_.sync", as: "county", path: (known) => at(known.fairs.here.open, "/sync"), fields: ["entries"], data: true },
  { route: "fairs.$id", as: "seeker", path: (known) => `/fairs/${known.fairs.here.over}`, fields: [] },
  {
    route: "me.fairs", as: "seeker", path: () => "/me/fairs", fields: ["intent", "fairId", "postId"],
    forged: [
      { stranger: (known) => ({ path: "/me/fairs", form: { intent: "yes", fairId: known.fairs.here.open, postId: known.fairs.here.post } }), missing: { path: "/me/fairs", form: { intent: "yes", fairId: MISSING, postId: MISSING } } },
      { stranger: (known) => ({ path: "/me/fairs", form: { intent: "no", fairId: known.fairs.here.open, postId: known.fairs.here.post } }), missing: { path: "/me/fairs", form: { intent: "no", fairId: MISSING, postId: MISSING } } },
    ],
    wrong: (known) => [{ intent: "leave", fairId: known.fairs.elsewhere.planned }, { intent: "leave", fairId: known.fairs.here.over }, { intent: "maybe", fairId: known.fairs.here.planned, postId: known.fairs.here.post }],
  },
  {
    route: "employer.fairs", as: "employer", path: () => "/employer/fairs", fields: ["intent", "fairId", "boothId", "version", "postIds", "code", "postId"],
    forged: [
      { stranger: (known) => ({ path: "/employer/fairs", form: { intent: "withdraw", boothId: known.fairs.elsewhere.stand, version: "0" } }), missing: { path: "/employer/fairs", form: { intent: "withdraw", boothId: MISSING, version: "0" } } },
      { stranger: (known) => ({ path: "/employer/fairs", form: { intent: "posts", boothId: known.fairs.elsewhere.stand, postIds: known.ownPost } }), missing: { path: "/employer/fairs", form: { intent: "posts", boothId: MISSING, postIds: MISSING } } },
      { stranger: (known) => ({ path: "/employer/fairs", form: { intent: "report", fairId: known.fairs.elsewhere.open, code: "100200300", postId: known.fairs.elsewhere.post } }), missing: { path: "/employer/fairs", form: { intent: "report", fairId: MISSING, code: "100200300", postId: MISSING } } },
    ],
    wrong: (known) => [{ intent: "ask", fairId: known.fairs.here.planned, postIds: known.fairs.elsewhere.post }, { intent: "ask", fairId: known.fairs.here.planned, postIds: "" }, { intent: "ask", fairId: known.fairs.here.over, postIds: known.ownPost }, { intent: "report", fairId: known.fairs.here.open, code: "1", postId: known.fairs.here.post }, { intent: "report", fairId: known.fairs.here.open, code: "999999999", postId: known.fairs.here.post }],
    replay: (known) => ({ intent: "ask", fairId: known.fairs.here.planned, postIds: known.ownPost }), keeps: [],
  },
];
