import { readPersonDays } from "#app/data/read-models/person-days-page.server.ts";
import { readWelfareCase } from "#app/data/read-models/welfare-case.server.ts";
import { type CaseLine, readWelfareDesk } from "#app/data/read-models/welfare-desk.server.ts";
import { readEnds } from "#app/data/read-models/welfare-ends.server.ts";
import { countyOfReader, readWelfareNotices, readWelfarePost } from "#app/data/read-models/welfare-post.server.ts";
import { readQuota, readQuotas } from "#app/data/read-models/welfare-quotas.server.ts";
import { readSheet, readSheets } from "#app/data/read-models/welfare-sheets.server.ts";
import { yearOf } from "#app/domain/dates.ts";
import { DAY_SOURCES } from "#app/domain/days/person-day.ts";
import { STEP_ROWS } from "#app/domain/welfare/steps.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { failText } from "../../ui/views/welfare/words.ts";
import { type Asked, MOST_ROWS, sheetOf, type SheetColumn, type TableFile } from "../table-file.ts";

/** What became of a payment; nothing where there was none to make. */
function resultText(t: Asked["t"], { amountFen, result, failReason }: { amountFen: number; result: string; failReason: string | null }): string | null {
  if (amountFen === 0 && result !== "FAILED") return null;
  return [t(`welfare.case.result.${result as "PAID"}`), failReason && failText(t, failReason)].filter(Boolean).join(" ");
}

function casesFile(name: string, held: boolean): TableFile {
  return {
    name,
    async read({ deps, actor, t, name: nameIn }) {
      const desk = await readWelfareDesk(deps, actor, yearOf(deps.clock.today()), MOST_ROWS);
      const last: SheetColumn<CaseLine> = held ? [t("welfare.desk.until"), (one) => one.contractUntil && { day: one.contractUntil }] : [t("welfare.desk.since"), (one) => ({ at: one.since })];
      return sheetOf(t(held ? "welfare.desk.held" : "welfare.desk.waiting"), held ? desk.inPost : desk.waiting, [
        [t("welfare.desk.name"), (one) => one.nameMasked],
        [t("welfare.desk.village"), (one) => nameIn(one.village)],
        [t("welfare.desk.post"), (one) => one.title],
        [t("welfare.quotas.kind"), (one) => t(`welfare.kind.${one.kind}`)],
        [t("welfare.desk.state"), (one) => `${t(`welfare.state.${one.state}`)}${one.waits ? ` · ${t("welfare.desk.waits", { act: t(`welfare.act.${one.waits}`) })}` : ""}`],
        [t("welfare.desk.flagged"), (one) => t(one.flagged ? "common.yes" : "common.no")],
        last,
      ]);
    },
  };
}
export const welfareWaiting = casesFile("welfare-waiting", false);
export const welfareHeld = casesFile("welfare-held", true);

export const welfareFunds: TableFile = {
  name: "welfare-funds",
  async read({ deps, actor, query, t, name }) {
    const { funds } = await readQuotas(deps, actor, yearIn(query, deps.clock.today()));
    return sheetOf(t("welfare.quotas.funds"), funds, [
      [t("welfare.quotas.fund"), (one) => one.fundSource],
      [t("welfare.quotas.county"), (one) => name(one.county)],
      [t("welfare.quotas.amount"), (one) => ({ fen: one.amountFen })],
      [t("welfare.quotas.promised"), (one) => ({ fen: one.committedFen })],
      [t("welfare.quotas.left"), (one) => ({ fen: one.amountFen - one.committedFen })],
      [t("welfare.quotas.share"), (one) => ({ share: one.amountFen === 0 ? 0 : one.committedFen / one.amountFen })],
      [t("welfare.quotas.document"), (one) => one.documentNumber],
    ]);
  },
};

export const welfareQuotas: TableFile = {
  name: "welfare-quotas",
  async read({ deps, actor, query, t, name }) {
    const { quotas } = await readQuotas(deps, actor, yearIn(query, deps.clock.today()));
    return sheetOf(t("welfare.quotas.quotas"), quotas, [
      [t("welfare.quotas.village"), (one) => name(one.village)],
      [t("welfare.quotas.kind"), (one) => t(`welfare.kind.${one.kind}`)],
      [t("welfare.quotas.fund"), (one) => one.fundSource],
      [t("welfare.quotas.posts"), (one) => one.posts],
      [t("welfare.quotas.set"), (one) => one.taken],
      [t("welfare.quotas.free"), (one) => one.posts - one.taken],
      [t("welfare.quotas.filled"), (one) => one.filled],
      [t("welfare.quotas.pay"), (one) => ({ fen: one.monthlyFen })],
      [t("welfare.quotas.hours"), (one) => one.hours],
      [t("welfare.quotas.document"), (one) => one.documentNumber],
    ]);
  },
};

export const welfareQuotaPosts: TableFile = {
  name: "welfare-quota-posts",
  async read({ deps, actor, query, t, name }) {
    const quota = await readQuota(deps, actor, query.get("quota") ?? "");
    return quota && sheetOf(`${name(quota.village)} ${t("welfare.quota.posts")}`, quota.set, [
      [t("welfare.desk.post"), (one) => one.title],
      [t("welfare.post.openings"), (one) => one.openings],
      [t("welfare.quotas.filled"), (one) => one.filled],
      [t("policy.from"), (one) => ({ day: one.noticeFrom })],
      [t("welfare.quota.noticeUntil"), (one) => ({ day: one.noticeUntil })],
      [t("welfare.quota.closed"), (one) => t(one.closed ? "common.yes" : "common.no")],
    ]);
  },
};

export const welfareApplications: TableFile = {
  name: "welfare-applications",
  async read({ deps, actor, query, t, name }) {
    const post = await readWelfarePost(deps, actor, query.get("post") ?? "");
    return post && sheetOf(`${post.title} ${t("welfare.post.applications")}`, post.cases, [
      [t("welfare.desk.name"), (one) => one.nameMasked],
      [t("welfare.desk.village"), (one) => name(one.village)],
      [t("welfare.desk.state"), (one) => t(`welfare.state.${one.state}`)],
      [t("welfare.desk.since"), (one) => ({ at: one.since })],
    ]);
  },
};

export const welfareNotices: TableFile = {
  name: "welfare-notices",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("welfare.post.list"), await readWelfareNotices(deps, await countyOfReader(deps, actor)), [
      [t("welfare.desk.post"), (one) => one.title],
      [t("welfare.post.village"), (one) => name(one.village)],
      [t("welfare.desk.state"), (one) => t(`welfare.post.stage.${one.stage}`)],
      [t("welfare.post.openings"), (one) => one.openings],
      [t("welfare.quotas.filled"), (one) => one.filled],
      [t("welfare.quotas.pay"), (one) => ({ fen: one.monthlyFen })],
      [t("welfare.quota.applyFrom"), (one) => ({ day: one.noticeUntil })],
    ]);
  },
};

export const welfareSheets: TableFile = {
  name: "welfare-sheets",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("welfare.sheets.title"), (await readSheets(deps, actor)).sheets, [
      [t("welfare.sheets.month"), (one) => one.month],
      [t("welfare.sheets.town"), (one) => name(one.town)],
      [t("welfare.desk.state"), (one) => t(`welfare.sheets.state.${one.state}`)],
      [t("welfare.sheets.people"), (one) => one.people],
      [t("welfare.sheets.total"), (one) => ({ fen: one.totalFen })],
      [t("welfare.sheets.failed"), (one) => one.failed],
    ]);
  },
};

export const welfareSheetLines: TableFile = {
  name: "welfare-sheet-lines",
  async read({ deps, actor, query, t, name }) {
    const sheet = await readSheet(deps, actor, query.get("sheet") ?? "");
    return sheet && sheetOf(t("welfare.sheets.heading", { town: name(sheet.town), month: sheet.month }), sheet.lines, [
      [t("welfare.sheets.line"), (one) => one.nr],
      [t("welfare.sheets.name"), (one) => one.nameMasked],
      [t("welfare.sheets.village"), (one) => name(one.village)],
      [t("welfare.sheets.post"), (one) => one.title],
      [t("welfare.sheets.forMonth"), (one) => one.month],
      [t("welfare.sheets.supplement"), (one) => t(one.supplement ? "common.yes" : "common.no")],
      [t("welfare.sheets.days"), (one) => one.days],
      [t("welfare.sheets.due"), (one) => ({ fen: one.dueFen })],
      [t("welfare.sheets.before"), (one) => ({ fen: one.beforeFen })],
      [t("welfare.sheets.amount"), (one) => ({ fen: one.amountFen })],
      [t("welfare.sheets.why"), (one) => one.reasons.map((reason) => t(`welfare.sheets.reason.${reason}`)).join(t("common.listed"))],
      [t("welfare.sheets.result"), (one) => resultText(t, one)],
    ], [[t("welfare.sheets.sum"), { fen: sheet.totalFen }]]);
  },
};

export const welfareCasePays: TableFile = {
  name: "welfare-case-pays",
  async read({ deps, actor, query, t }) {
    const view = await readWelfareCase(deps, actor, query.get("case") ?? "");
    return view && sheetOf(`${view.person.nameMasked} ${t("welfare.case.pays")}`, view.pays, [
      [t("welfare.sheets.forMonth"), (one) => one.month],
      [t("welfare.sheets.amount"), (one) => ({ fen: one.amountFen })],
      [t("welfare.sheets.title"), (one) => one.sheetMonth],
      [t("welfare.sheets.result"), (one) => resultText(t, one)],
    ]);
  },
};

export const welfareEnds: TableFile = {
  name: "welfare-ends",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("welfare.exits.people"), (await readEnds(deps, actor)).lines, [
      [t("welfare.desk.name"), (one) => one.nameMasked],
      [t("welfare.desk.village"), (one) => name(one.village)],
      [t("welfare.desk.post"), (one) => one.title],
      [t("welfare.desk.until"), (one) => ({ day: one.until })],
      [t("welfare.exits.left"), (one) => one.daysLeft],
      [t("welfare.exits.plan"), (one) => (one.choice === undefined ? t("welfare.exits.noPlan") : one.choice === null ? t("welfare.exits.openPlan") : t(`welfare.choice.${one.choice as "MARKET"}`))],
      [t("welfare.exits.limit"), (one) => ({ day: one.latest })],
      [t("welfare.exits.suggest"), (one) => one.to && { day: one.to }],
    ]);
  },
};

/** A row for each village and month, so that it can be summed and turned. */
export const welfareEndMonths: TableFile = {
  name: "welfare-end-months",
  async read({ deps, actor, t, name }) {
    const { villages, months, most } = await readEnds(deps, actor);
    return sheetOf(t("welfare.exits.chart"), villages.flatMap((one) => months.map((month, at) => ({ village: one.name, month, ends: one.ends[at]!, levelled: one.levelled[at]! }))), [
      [t("welfare.desk.village"), (one) => name(one.village)],
      [t("welfare.sheets.month"), (one) => one.month],
      [t("welfare.exits.chart"), (one) => one.ends],
      [t("welfare.exits.levelled"), (one) => one.levelled],
    ], [[t("welfare.exits.says", { most }), most]]);
  },
};

export const personDays: TableFile = {
  name: "person-days",
  async read({ deps, actor, query, t }) {
    const view = await readPersonDays(deps, actor, query.get("person") ?? "", null);
    return view && sheetOf(t("welfare.days.heading", { name: view.nameMasked }), view.months, [
      [t("welfare.sheets.month"), (one) => one.month],
      ...DAY_SOURCES.map((source): SheetColumn<(typeof view.months)[number]> => [t(`welfare.source.${source}`), (one) => one.counts.find((count) => count.source === source)?.days ?? 0]),
      [t("welfare.days.total"), (one) => one.counts.reduce((sum, count) => sum + count.days, 0)],
    ]);
  },
};

export const welfareSteps: TableFile = {
  name: "welfare-steps",
  read({ t }) {
    return Promise.resolve(sheetOf(t("welfare.rules.title"), STEP_ROWS, [
      [t("welfare.rules.act"), (one) => t(`welfare.act.${one.act}`)],
      [t("welfare.rules.from"), (one) => one.from.map((state) => t(`welfare.state.${state}`)).join(t("common.listed"))],
      [t("welfare.rules.who"), (one) => one.who.map((party) => t(`welfare.party.${party}`)).join(t("common.listed"))],
      [t("welfare.rules.needs"), (one) => one.needs.map((need) => t(`welfare.needs.${need}`)).join(t("common.listed"))],
      [t("welfare.rules.to"), (one) => t(one.to === null ? "welfare.rules.stays" : `welfare.state.${one.to}`)],
    ]));
  },
};
