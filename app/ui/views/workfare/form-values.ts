import type { Project } from "#app/data/workfare/projects.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { yuanText } from "#app/domain/money.ts";
import { FUND_LINES } from "#app/domain/workfare/terms.ts";

type Values = Record<string, string | string[] | undefined>;

/** What the project's form sends, with the funds of its lines gathered. */
export function projectInput(values: Values): Record<string, unknown> {
  return { ...values, funds: Object.fromEntries(FUND_LINES.map((line) => [line, [values[`funds.${line}`]].flat()[0] ?? ""])) };
}

const MOST_TOWNS = 12;

/** The townships whose villages the form shows: those it shows already, of every place that is ticked, and the one that is being added. */
export function townsOf(values: Values): string[] {
  const added = values.intent === ADD_TOWN ? values.addTown : [];
  const codes = [values.town, values.places, added].flatMap((one) => one ?? []).map((code) => code.slice(0, 9));
  return [...new Set(codes)].filter((code) => /^14\d{7}$/.test(code)).slice(0, MOST_TOWNS);
}

/** The button that shows one more township; nothing is saved by it. */
export const ADD_TOWN = "town";

/** A project as its form shows it. */
export function projectValues(project: Project): Values {
  return {
    version: String(project.version), name: project.name, kind: project.kind, approvedOn: project.approvedOn, approvalRef: project.approvalRef ?? "", startsOn: project.startsOn, lastOn: addDays(project.endsOn, -1),
    labourSharePct: String(project.labourSharePct), hoursPerDay: String(project.hoursPerDay), dayRateYuan: project.dayRateFen === null ? "" : yuanText(project.dayRateFen), places: project.places,
    ...Object.fromEntries(project.funds.map(({ line, amountFen }) => [`funds.${line}`, yuanText(amountFen)])),
  };
}
