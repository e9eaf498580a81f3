import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const said = { codes: "housing-free", text: "管住" };

/** What takes something in from bureaus about people and the count, and answers to questions. */
export const OFFICE_ACTIONS: readonly Action[] = [
  { route: "board.calibers", as: "province", path: () => "/board/calibers", fields: ["year", "from", "caliberCode", "reason"] },
  { route: "board.months._index", as: "province", path: () => "/board/months", fields: ["year", "month"] },
  { route: "board.samples._index", as: "county", path: () => "/board/samples", fields: ["year", "regionCode", "perRung"] },
  {
    route: "board.samples.$id", as: "county", path: () => `/board/samples/${MISSING}`, fields: ["intent", "nr", "version", "finding", "note"],
    forged: (["", "phone"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/board/samples/${known.elsewhereSample}`, form: { intent, nr: "1", version: "0", finding: "FALSE", note: "" } }),
      missing: { path: `/board/samples/${MISSING}`, form: { intent, nr: "1", version: "0", finding: "FALSE", note: "" } },
    })),
  },
  {
    route: "bureau.certificates.$id", as: "county", path: () => `/bureau/certificates/${MISSING}`, fields: ["decision", "reason"],
    forged: [{ stranger: (known) => ({ path: `/bureau/certificates/${known.elsewhereCertificate}`, form: { decision: "VERIFIED" } }), missing: { path: `/bureau/certificates/${MISSING}`, form: { decision: "VERIFIED" } } }],
  },
  {
    route: "bureau.checkins.$id", as: "county", path: () => `/bureau/checkins/${MISSING}`, fields: ["outcome", "note"],
    forged: [{ stranger: (known) => ({ path: `/bureau/checkins/${known.elsewhereCare}`, form: { outcome: "HELPED", note: "已打过电话" } }), missing: { path: `/bureau/checkins/${MISSING}`, form: { outcome: "HELPED", note: "已打过电话" } } }],
  },
  {
    route: "bureau.questions.$id", as: "county", path: () => `/bureau/questions/${MISSING}`, fields: ["intent", "codes", "text", "seq"],
    forged: [{ stranger: (known) => ({ path: `/bureau/questions/${known.strangerInquiry}`, form: said }), missing: { path: `/bureau/questions/${MISSING}`, form: said } }],
  },
  {
    route: "employer.questions.$id", as: "employer", path: () => `/employer/questions/${MISSING}`, fields: ["intent", "codes", "text", "seq"],
    forged: (["", "report"] as const).map((intent) => ({
      stranger: (known: Known) => ({ path: `/employer/questions/${known.strangerInquiry}`, form: { ...said, intent, seq: "1" } }), missing: { path: `/employer/questions/${MISSING}`, form: { ...said, intent, seq: "1" } },
    })),
  },
];
