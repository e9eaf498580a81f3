import { type Action, MISSING } from "./action.ts";
import type { Known } from "./known.ts";

const TOO_LARGE = ["3000000000", "9".repeat(30), "1e400", "-1", "1.5"];
const licence = (known: Known) => ({ intent: "give", creditCode: known.freeCreditCode, number: "坏输入1号", issuer: "山西省商务厅", destinations: "JP0000", reserveYuan: "3000000", validFrom: known.today, validUntil: known.inAMonth, reason: "证书已核对" });
const step = (known: Known, applicationId: string) => ({ intent: "step", applicationId, version: "0", step: "LANGUAGE", proof: "JLPT_N4", happenedOn: known.today, reference: "证-1" });
const wrongSteps = (known: Known, applicationId: string) => [
  { ...step(known, applicationId), happenedOn: known.inAMonth }, { ...step(known, applicationId), happenedOn: "9999-12-31" }, { ...step(known, applicationId), proof: "JLPT_N5" }, { ...step(known, applicationId), proof: "NONE" }, { ...step(known, applicationId), step: "CERTIFICATE" },
  { ...step(known, applicationId), step: "APPLIED" }, { ...step(known, applicationId), step: "DEPARTED" }, { ...step(known, applicationId), reference: "" }, { intent: "back", applicationId, version: "0", reason: "记错了人" },
  ...TOO_LARGE.map((version) => ({ ...step(known, applicationId), version })),
];
const forged = (path: string, known: (of: Known) => string) => (["step", "back"] as const).map((intent) => ({
  stranger: (of: Known) => ({ path, form: { ...step(of, known(of)), intent, reason: "记错了人" } }), missing: { path, form: { intent, applicationId: MISSING, version: "0", step: "LANGUAGE", proof: "JLPT_N4", happenedOn: "2026-01-02", reference: "证-1", reason: "记错了人" } },
}));

/** Licences for work abroad and the steps under them. */
export const OVERSEAS_ACTIONS: readonly Action[] = [
  {
    route: "employer.overseas", as: "employer", path: () => "/employer/overseas", fields: ["intent", "applicationId", "version", "step", "proof", "happenedOn", "reference", "reason"],
    forged: forged("/employer/overseas", (known) => known.overseas.elsewhere.applicationId), wrong: (known) => wrongSteps(known, known.overseas.here.applicationId),
  },
  {
    route: "bureau.overseas._index", as: "county", path: () => "/bureau/overseas", fields: ["intent", "creditCode", "number", "issuer", "destinations", "reserveYuan", "validFrom", "validUntil", "reason", "applicationId", "version", "step", "proof", "happenedOn", "reference"],
    forged: forged("/bureau/overseas", (known) => known.overseas.elsewhere.applicationId),
    wrong: (known) => [licence(known), { ...licence(known), validUntil: "2001-01-01" }, ...TOO_LARGE.map((reserveYuan) => ({ ...licence(known), reserveYuan })), ...wrongSteps(known, known.overseas.here.applicationId)],
  },
  {
    route: "bureau.overseas.$id", as: "province", path: (known) => `/bureau/overseas/${known.overseas.here.licenceId}`, fields: ["act", "version", "reason", "validUntil"],
    wrong: () => [{ act: "LIFTED", version: "0", reason: "整改完了" }, { act: "SUSPENDED", version: "99", reason: "旧的版本" }, { act: "SUSPENDED", version: "0", reason: "无" }, { act: "EXTENDED", version: "0", reason: "改到过去", validUntil: "2001-01-01" }, { act: "EXTENDED", version: "0", reason: "太久以后", validUntil: "9999-12-31" }, { act: "SOLD", version: "0", reason: "卖掉了它" }],
  },
];
