import { readSheetPage } from "#app/data/read-models/pay-sheet-page.server.ts";
import { readCrewPage } from "#app/data/read-models/workfare-forms.server.ts";
import { readProjects } from "#app/data/read-models/workfare-list.server.ts";
import { readProjectPage } from "#app/data/read-models/workfare-project.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { policyValue } from "../../ui/policy-value.ts";
import { type Asked, sheetOf, type TableFile } from "../table-file.ts";

/** The last day of a half-open range. */
const lastDay = (until: string) => ({ day: addDays(until, -1) });

export const workfareProjects: TableFile = {
  name: "workfare-projects",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("workfare.list.caption"), await readProjects(deps, actor), [
      [t("workfare.list.name"), (one) => one.name],
      [t("workfare.list.county"), (one) => name(one.county)],
      [t("workfare.list.state"), (one) => t(one.awarded ? `workfare.forecast.state.${one.state}` : "workfare.list.notAwarded")],
      [t("workfare.list.funds"), (one) => ({ fen: one.fundsFen })],
      [t("workfare.list.floor"), (one) => ({ fen: one.floorFen })],
      [t("workfare.list.spent"), (one) => ({ fen: one.spentFen })],
      [t("workfare.list.share"), (one) => (one.fundsFen === 0 ? null : { share: one.spentFen / one.fundsFen })],
      [t("workfare.list.end"), (one) => lastDay(one.endsOn)],
      [t("workfare.rolls.title"), (one) => one.openRolls],
      [t("workfare.sheets.title"), (one) => one.waitingSheets],
    ]);
  },
};

const projectOf = ({ deps, actor, query }: Asked) => readProjectPage(deps, actor, query.get("project") ?? "");

export const workfareWeeks: TableFile = {
  name: "workfare-weeks",
  async read(asked) {
    const { t } = asked;
    const view = await projectOf(asked);
    return view && sheetOf(`${view.project.name} ${t("workfare.chart.table")}`, view.weeks.map((one, nth) => ({ ...one, nth })), [
      [t("workfare.chart.week"), (one) => lastDay(one.until)],
      [t("workfare.chart.worked"), (one) => (one.fen === null ? null : { fen: one.fen })],
      [t("workfare.chart.inWeek"), (one) => (one.fen === null ? null : { fen: one.fen - (view.weeks[one.nth - 1]?.fen ?? 0) })],
      [t("workfare.chart.ofFloor"), (one) => (one.fen === null || view.floorFen === 0 ? null : { share: one.fen / view.floorFen })],
    ]);
  },
};

export const workfareFloors: TableFile = {
  name: "workfare-floors",
  async read(asked) {
    const { t } = asked;
    const view = await projectOf(asked);
    return view && sheetOf(t("workfare.floors.caption"), view.floors, [
      [t("workfare.floors.line"), (one) => t(`terms.fundLine.${one.line}`)],
      [t("workfare.floors.amount"), (one) => ({ fen: one.amountFen })],
      [t("workfare.floors.pct"), (one) => (one.rule ? policyValue(one.rule, "zh") : null)],
      [t("workfare.floors.floor"), (one) => (one.pct === null ? null : { fen: one.floorFen })],
      [t("workfare.floors.rule"), (one) => (one.rule === null ? t("workfare.floors.noRule") : [one.rule.documentNumber, one.rule.source].filter(Boolean).join(" "))],
    ], [[t("workfare.floors.total"), { fen: view.floorFen }]]);
  },
};

export const workfareRolls: TableFile = {
  name: "workfare-rolls",
  async read(asked) {
    const { t } = asked;
    const view = await projectOf(asked);
    return view && sheetOf(`${view.project.name} ${t("workfare.rolls.title")}`, view.rolls, [
      [t("workfare.rolls.nr"), (one) => one.nr],
      [t("workfare.crew.since"), (one) => ({ day: one.fromOn })],
      [t("policy.to"), (one) => lastDay(one.untilOn)],
      [t("workfare.rolls.state"), (one) => t(one.closed ? "workfare.rolls.closed" : "workfare.rolls.open")],
      [t("workfare.rolls.persons"), (one) => one.persons],
      [t("workfare.rolls.worked"), (one) => one.quarters / 4],
      [t("workfare.rolls.pay"), (one) => ({ fen: one.payFen })],
    ]);
  },
};

export const workfareSheets: TableFile = {
  name: "workfare-sheets",
  async read(asked) {
    const { t } = asked;
    const view = await projectOf(asked);
    return view && sheetOf(`${view.project.name} ${t("workfare.sheets.title")}`, view.sheets, [
      [t("workfare.sheets.nr"), (one) => one.nr],
      [t("workfare.sheets.state"), (one) => t(`workfare.sheets.states.${one.state}`)],
      [t("workfare.sheets.persons"), (one) => one.lines],
      [t("workfare.sheets.total"), (one) => ({ fen: one.totalFen })],
      [t("workfare.sheets.paid"), (one) => one.paid],
      [t("workfare.sheets.failed"), (one) => one.failed],
    ]);
  },
};

export const workfarePosts: TableFile = {
  name: "workfare-posts",
  async read(asked) {
    const { t } = asked;
    const view = await projectOf(asked);
    return view && sheetOf(`${view.project.name} ${t("workfare.hire.posts")}`, view.posts, [
      [t("workfare.hire.post"), (one) => one.title],
      [t("workfare.hire.rate"), (one) => (one.rateFen === null ? null : { fen: one.rateFen })],
      [t("workfare.hire.openings"), (one) => `${one.filled} / ${one.openings}`],
      [t("workfare.hire.open"), (one) => t(one.open ? "common.yes" : "common.no")],
    ]);
  },
};

export const workfareCrew: TableFile = {
  name: "workfare-crew",
  async read({ deps, actor, query, t, name }) {
    const view = await readCrewPage(deps, actor, query.get("project") ?? "");
    return view && sheetOf(`${view.project.name} ${t("workfare.crew.title")}`, view.crew.map((one, at) => ({ ...one, at })), [
      [t("workfare.crew.nr"), (one) => one.at + 1],
      [t("workfare.crew.name"), (one) => one.nameMasked],
      [t("workfare.crew.village"), (one) => name(one.village)],
      [t("workfare.crew.how"), (one) => t(one.placementId !== null ? "workfare.crew.hired" : "workfare.crew.byTeam")],
      [t("workfare.crew.since"), (one) => ({ day: one.fromOn })],
      [t("policy.to"), (one) => (one.open || one.untilOn === null ? null : { day: one.untilOn })],
      [t("workfare.crew.account"), (one) => one.account],
      [t("workfare.crew.part"), (one) => t(one.open ? `workfare.part.${one.part}` : "workfare.crew.left")],
    ]);
  },
};

export const payLines: TableFile = {
  name: "pay-lines",
  async read({ deps, actor, query, t, name }) {
    const view = await readSheetPage(deps, actor, query.get("sheet") ?? "");
    return view && sheetOf(`${view.project.name} ${t("workfare.sheets.sheet", { nr: view.sheet.nr })}`, view.lines, [
      [t("workfare.crew.nr"), (one) => one.nr],
      [t("workfare.crew.name"), (one) => one.nameMasked],
      [t("workfare.crew.village"), (one) => name(one.village)],
      [t("workfare.pay.days"), (one) => one.quarters / 4],
      [t("workfare.pay.pay"), (one) => ({ fen: one.payFen })],
      [t("workfare.pay.account"), (one) => (one.account === null ? null : `${one.bankName ?? ""} ${one.account}`.trim())],
      [t("workfare.pay.result"), (one) => t(`workfare.results.${one.result}`)],
      [t("workfare.pay.disputed"), (one) => t(one.disputed ? "common.yes" : "common.no")],
    ], [[t("workfare.pay.total"), { fen: view.lines.reduce((sum, one) => sum + one.payFen, 0) }]]);
  },
};
