import { regionNames } from "#app/data/read-models/names.server.ts";
import { readPolicyTable } from "#app/data/read-models/policy-table.server.ts";
import { isInRange } from "#app/domain/dates.ts";
import { findText } from "../../ui/i18n/translate.ts";
import { inChinese, policyValue } from "../../ui/policy-value.ts";
import { sheetOf, type TableFile } from "../table-file.ts";

export const policy: TableFile = {
  name: "policy",
  async read({ deps, t, name, locale }) {
    const { today, rows } = await readPolicyTable(deps);
    const areas = await regionNames(deps.pool, rows.map((row) => row.regionCode).filter((code) => code !== ""));
    const own = (text: string) => (locale === "zh" ? inChinese(text) : text);
    return sheetOf(t("policy.title"), rows, [
      [t("policy.key"), (row) => findText(locale, `policy.keys.${row.key.replaceAll(".", "_")}`) ?? row.key],
      [t("policy.value"), (row) => policyValue(row, locale)],
      [t("policy.area"), (row) => name(areas.get(row.regionCode)) || t("policy.wholeProvince")],
      [t("policy.inForce"), (row) => t(isInRange(today, row.validFrom, row.validTo) ? "policy.inForce" : row.validFrom > today ? "policy.future" : "policy.past")],
      [t("policy.from"), (row) => ({ day: row.validFrom })],
      [t("policy.to"), (row) => (row.validTo ? { day: row.validTo } : t("policy.open"))],
      [t("policy.source"), (row) => [own(row.source), row.article && t("policy.article", { n: row.article }), row.documentNumber].filter(Boolean).join(" ")],
      [t("ledger.samples.note"), (row) => (row.note ? own(row.note) : null)],
      [t("policy.certainty"), (row) => t(`policy.certain.${row.certainty}`)],
    ]);
  },
};
