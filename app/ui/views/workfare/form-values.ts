import type { Project } from "#app/data/workfare/projects.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { yuanText } from "#app/domain/money.ts";
import { FUND_LINES } from "#app/domain/workfare/terms.ts";

type Values = Record<string, string | string[] | undefined>;

/** What the project's form sends, with the funds of its lines gathered. */
export function projectInput(values: Values): Record<string, unknown> {
  return { ...values, funds: Object.fromEntries(FUND_LINES.map((line) => [line, [values[`funds.${line}`]].flat()[0] ?? ""])) };
}

/** A project as its form shows it. */
export function projectValues(project: Project): Values {
  return {
    version: String(project.version), name: project.name, kind: project.kind, approvedOn: project.approvedOn, approvalRef: project.approvalRef ?? "", startsOn: project.startsOn, lastOn: addDays(project.endsOn, -1),
    labourSharePct: String(project.labourSharePct), hoursPerDay: String(project.hoursPerDay), dayRateYuan: project.dayRateFen === null ? "" : yuanText(project.dayRateFen), places: project.places,
    ...Object.fromEntries(project.funds.map(({ line, amountFen }) => [`funds.${line}`, yuanText(amountFen)])),
  };
}
