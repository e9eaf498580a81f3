import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TOO_LARGE = ["3000000000", "9".repeat(30), "1e400", "-1", "1.5"];
const classes = (known: Known) => `/bureau/training/classes/${known.training.here.running.id}`;
const operators = (known: Known) => `/operator/training/classes/${known.training.operators}`;
const body = (known: Known) => ({ intent: "add", name: "临县测试学校", creditCode: known.training.freeCreditCode, countyCode: "141124", documentNumber: "1 号", approvedOn: known.today, validUntil: known.inAMonth });
const course = { title: "面点", countyCode: "141124", occupationCode: "6-18-02-04", kind: "TRAINING", level: "", hours: "40", costYuan: "500" };
const plan = (known: Known) => ({ entryKey: MISSING, courseId: known.training.here.course, bodyId: known.training.here.body, place: "镇文化站", startsOn: known.inAMonth, lastOn: known.inAMonth, places: "20", funds: "PUBLIC", teacher: "赵老师" });

/** Training: bodies, courses, classes, days of a class, and a person's own. */
export const TRAINING_ACTIONS: readonly Action[] = [
  {
    route: "bureau.training.bodies", as: "county", path: () => "/bureau/training/bodies", fields: ["intent", "name", "creditCode", "countyCode", "documentNumber", "approvedOn", "validUntil", "mayAssess", "bodyId", "version"],
    forged: [{ stranger: (known) => ({ path: "/bureau/training/bodies", form: { intent: "end", bodyId: known.training.elsewhere.body, version: "0" } }), missing: { path: "/bureau/training/bodies", form: { intent: "end", bodyId: MISSING, version: "0" } } }, { stranger: (known) => ({ path: "/bureau/training/bodies", form: { intent: "issuer", bodyId: known.training.elsewhere.body, version: "0", issuerId: "" } }), missing: { path: "/bureau/training/bodies", form: { intent: "issuer", bodyId: MISSING, version: "0", issuerId: "" } } }],
    wrong: (known) => [
      { ...body(known), countyCode: "140222" }, { ...body(known), countyCode: "141199" }, { ...body(known), approvedOn: "9999-12-31" }, { ...body(known), validUntil: known.today }, { ...body(known), creditCode: "91110000000000000A" }, { intent: "issuer", bodyId: known.training.here.body, version: "0", issuerId: MISSING },
      ...TOO_LARGE.map((version) => ({ intent: "end", bodyId: known.training.here.body, version: version === "1.5" ? "99" : version })),
    ],
    replay: (known) => ({ ...body(known), name: "𠮷㛃😀培训学校" }), keeps: ["𠮷㛃😀培训学校"],
  },
  {
    route: "bureau.training.courses", as: "county", path: () => "/bureau/training/courses", fields: ["title", "countyCode", "occupationCode", "kind", "level", "hours", "costYuan"],
    wrong: () => [
      { ...course, countyCode: "140222" }, { ...course, kind: "", level: "JUNIOR" }, { ...course, level: "JUNIOR" }, { ...course, kind: "SKILL_LEVEL" }, { ...course, occupationCode: "9-99-99-99" },
      ...TOO_LARGE.map((hours) => ({ ...course, hours })), ...["9".repeat(30), "1e400", "-1", "1.234"].map((costYuan) => ({ ...course, costYuan })),
    ],
    replay: () => ({ ...course, title: "𠮷㛃😀面点" }), keeps: ["𠮷㛃😀面点"],
  },
  {
    route: "bureau.training.classes._index", as: "county", path: () => "/bureau/training/classes", fields: ["entryKey", "courseId", "bodyId", "place", "startsOn", "lastOn", "places", "funds", "teacher"],
    forged: [{ stranger: (known) => ({ path: "/bureau/training/classes", form: { ...plan(known), courseId: known.training.elsewhere.course, bodyId: MISSING } }), missing: { path: "/bureau/training/classes", form: { entryKey: MISSING, courseId: MISSING, bodyId: MISSING, place: "镇文化站", startsOn: "2099-01-01", lastOn: "2099-01-01", places: "20", funds: "PUBLIC", teacher: "赵老师" } } }],
    wrong: (known) => [{ ...plan(known), lastOn: known.today }, { ...plan(known), startsOn: known.today, lastOn: known.today }, { ...plan(known), lastOn: "9999-12-31" }, { ...plan(known), bodyId: MISSING }, ...TOO_LARGE.map((places) => ({ ...plan(known), places }))],
    replay: (known) => ({ ...plan(known), entryKey: "01K00000000000000000000TR1", place: "𠮷㛃😀 文化站" }), keeps: ["𠮷㛃😀 文化站"],
  },
  {
    route: "bureau.training.classes.$id", as: "county", path: classes, fields: ["intent", "version", "reason", "idNumber", "enrolmentId", "trainee", "outcome", "score", "assessedOn", "assessor", "id", "why", "whyNote"],
    forged: [
      ...(["OPEN", "prepare", "check", "enrol"] as const).map((intent) => ({
        stranger: (known: Known) => ({ path: `/bureau/training/classes/${known.training.elsewhere.assessed.id}`, form: { intent, version: "0", idNumber: known.freeIdNumbers.villager } }), missing: { path: `/bureau/training/classes/${MISSING}`, form: { intent, version: "0" } },
      })),
      { stranger: (known) => ({ path: classes(known), form: { intent: "withdraw", enrolmentId: known.training.elsewhere.running.enrolment } }), missing: { path: `/bureau/training/classes/${MISSING}`, form: { intent: "withdraw", enrolmentId: MISSING } } },
      {
        stranger: (known) => ({ path: classes(known), form: { intent: "assess", trainee: `${known.training.elsewhere.running.enrolment}:0`, outcome: "SCORED", score: "80", assessedOn: known.today, assessor: "王考评" } }),
        missing: { path: `/bureau/training/classes/${MISSING}`, form: { intent: "assess", trainee: `${MISSING}:0`, outcome: "SCORED", score: "80", assessedOn: "2026-01-01", assessor: "王考评" } },
      },
      { stranger: (known) => ({ path: classes(known), form: { intent: "see", id: known.training.elsewhere.running.enrolment, why: "CALL" } }), missing: { path: `/bureau/training/classes/${MISSING}`, form: { intent: "see", id: MISSING, why: "CALL" } } },
    ],
    wrong: (known) => [
      { intent: "change", version: "0", place: "镇文化站", startsOn: known.inAMonth, lastOn: known.inAMonth }, { intent: "CLOSED", version: "0" }, { intent: "PLANNED", version: "0" }, { intent: "CANCELLED", version: "0", reason: "不办了吧" }, { intent: "enrol", idNumber: "11010519491231002X" },
      ...["101", ...TOO_LARGE, "", "x"].map((score) => ({ intent: "assess", trainee: `${known.training.here.running.enrolment}:0`, outcome: "SCORED", score, assessedOn: known.today, assessor: "王考评" })),
      { intent: "assess", trainee: `${known.training.here.running.enrolment}:0`, outcome: "SCORED", score: "80", assessedOn: known.inAMonth, assessor: "王考评" }, { intent: "assess", trainee: `${known.training.here.running.enrolment}:0`, outcome: "SCORED", score: "80", assessedOn: known.today, assessor: "张老师" },
    ],
  },
  {
    route: "bureau.training.classes.$id_.attendance", as: "county", path: (known) => `${classes(known)}/attendance`, fields: ["version", "day", "intent", "id", "why", "whyNote"],
    forged: [{
      stranger: (known) => ({ path: `/bureau/training/classes/${known.training.elsewhere.running.id}/attendance`, form: { version: "0", day: known.today, [`halves-${known.training.elsewhere.running.enrolment}`]: "2" } }),
      missing: { path: `/bureau/training/classes/${MISSING}/attendance`, form: { version: "0", day: "2026-01-01", [`halves-${MISSING}`]: "2" } },
    }, { stranger: (known) => ({ path: `${classes(known)}/attendance`, form: { intent: "see", id: known.training.elsewhere.running.enrolment, why: "CALL" } }), missing: { path: `/bureau/training/classes/${MISSING}/attendance`, form: { intent: "see", id: MISSING, why: "CALL" } } }],
    wrong: (known) => [
      ...["9999-12-31", "2000-01-01", known.inAMonth, "x"].map((day) => ({ version: "0", day, [`halves-${known.training.here.running.enrolment}`]: "2" })),
      ...["3", "-1", "0.5", "9".repeat(30)].map((halves) => ({ version: "0", day: known.today, [`halves-${known.training.here.running.enrolment}`]: halves })), { version: "99", day: known.today, [`halves-${known.training.here.running.enrolment}`]: "1" },
    ],
  },
  {
    route: "operator.training._index", as: "operator", path: () => "/operator/training", fields: ["entryKey", "courseId", "bodyId", "place", "startsOn", "lastOn", "places", "funds", "teacher"],
    wrong: (known) => [{ ...plan(known) }, { ...plan(known), bodyId: known.training.elsewhere.body }, { ...plan(known), bodyId: MISSING }, ...TOO_LARGE.map((places) => ({ ...plan(known), places }))],
  },
  {
    route: "operator.training.classes.$id", as: "operator", path: operators, fields: ["intent", "version", "enrolmentId", "trainee", "outcome", "score", "assessedOn", "assessor", "place", "startsOn", "lastOn"],
    forged: [
      ...(["RUNNING", "change", "certify"] as const).map((intent) => ({ stranger: (known: Known) => ({ path: `/operator/training/classes/${known.training.here.running.id}`, form: { intent, version: "0" } }), missing: { path: `/operator/training/classes/${MISSING}`, form: { intent, version: "0" } } })),
      {
        stranger: (known) => ({ path: operators(known), form: { intent: "assess", trainee: `${known.training.here.running.enrolment}:0`, outcome: "SCORED", score: "80", assessedOn: known.today, assessor: "王考评" } }),
        missing: { path: `/operator/training/classes/${MISSING}`, form: { intent: "assess", trainee: `${MISSING}:0`, outcome: "SCORED", score: "80", assessedOn: "2026-01-01", assessor: "王考评" } },
      },
      { stranger: (known) => ({ path: operators(known), form: { intent: "see", id: known.training.here.running.enrolment, why: "CALL" } }), missing: { path: `/operator/training/classes/${MISSING}`, form: { intent: "see", id: MISSING, why: "CALL" } } },
      { stranger: (known) => ({ path: operators(known), form: { intent: "certify", enrolmentId: known.training.here.assessed.enrolment } }), missing: { path: `/operator/training/classes/${MISSING}`, form: { intent: "certify", enrolmentId: MISSING } } },
    ],
    wrong: (known) => [{ intent: "CLOSED", version: "0" }, { intent: "CANCELLED", version: "0", reason: "不办了吧" }, { intent: "change", version: "0", place: "镇文化站", startsOn: known.inAMonth, lastOn: known.inAMonth }, ...TOO_LARGE.map((version) => ({ intent: "ASSESSED", version }))],
  },
  {
    route: "operator.training.classes.$id_.attendance", as: "operator", path: (known) => `${operators(known)}/attendance`, fields: ["version", "day", "intent", "id", "why", "whyNote"],
    forged: [{
      stranger: (known) => ({ path: `/operator/training/classes/${known.training.here.running.id}/attendance`, form: { version: "0", day: known.today, [`halves-${known.training.here.running.enrolment}`]: "2" } }),
      missing: { path: `/operator/training/classes/${MISSING}/attendance`, form: { version: "0", day: "2026-01-01", [`halves-${MISSING}`]: "2" } },
    }, { stranger: (known) => ({ path: `${operators(known)}/attendance`, form: { intent: "see", id: known.training.here.running.enrolment, why: "CALL" } }), missing: { path: `/operator/training/classes/${MISSING}/attendance`, form: { intent: "see", id: MISSING, why: "CALL" } } }],
    wrong: (known) => [{ version: "0", day: known.inAMonth, [`halves-${known.training.here.running.enrolment}`]: "2" }, { version: "0", day: "x" }],
  },
  {
    route: "bureau.training.needs.$id", as: "county", path: (known) => `/bureau/training/needs/${known.training.here.need}`, fields: ["invite", "entryKey", "courseId", "bodyId", "place", "startsOn", "lastOn", "places", "funds", "teacher"],
    forged: [{
      stranger: (known) => ({ path: `/bureau/training/needs/${known.training.elsewhere.need}`, form: { ...plan(known), invite: "1" } }), missing: { path: `/bureau/training/needs/${MISSING}`, form: { invite: "1", entryKey: MISSING, place: "镇文化站" } },
    }],
    wrong: (known) => [...TOO_LARGE.map((invite) => ({ ...plan(known), invite })), { ...plan(known), invite: "1", courseId: known.training.elsewhere.course }, { ...plan(known), invite: "1", courseId: MISSING }],
  },
  {
    route: "bureau.training.invitations.$id", as: "county", path: (known) => `/bureau/training/invitations/${known.training.here.planned}`, fields: ["invitationId", "answer", "heard"],
    forged: [{
      stranger: (known) => ({ path: `/bureau/training/invitations/${known.training.elsewhere.planned}`, form: { invitationId: known.training.elsewhere.invitation, answer: "NO", heard: "on" } }), missing: { path: `/bureau/training/invitations/${MISSING}`, form: { invitationId: MISSING, answer: "NO", heard: "on" } },
    }],
    wrong: (known) => [{ invitationId: known.training.here.invitation, answer: "MAYBE", heard: "on" }, { invitationId: known.training.here.invitation, answer: "YES" }, { invitationId: known.training.here.invitation, answer: "YES", heard: "on" }],
  },
  {
    route: "me.training_.invitations", as: "seeker", path: () => "/me/training/invitations", fields: ["invitationId", "answer"],
    forged: [{ stranger: (known) => ({ path: "/me/training/invitations", form: { invitationId: known.training.here.invitation, answer: "NO" } }), missing: { path: "/me/training/invitations", form: { invitationId: MISSING, answer: "NO" } } }],
  },
  {
    route: "training.$id", as: "seeker", path: (known) => `/training/${known.training.here.running.id}`, fields: [],
    forged: [{ stranger: (known) => ({ path: `/training/${known.training.planned}`, form: {} }), missing: { path: `/training/${MISSING}`, form: {} } }],
  },
  {
    route: "me.training", as: "seeker", path: () => "/me/training", fields: ["enrolmentId"],
    forged: [{ stranger: (known) => ({ path: "/me/training", form: { enrolmentId: known.training.here.open.enrolment } }), missing: { path: "/me/training", form: { enrolmentId: MISSING } } }],
  },
];
