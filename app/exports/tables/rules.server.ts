import { readDraft, readRegimes, readRuleBook, readRuleKey, type RuleRow } from "#app/data/read-models/rule-book-pages.server.ts";
import { readSimulationPage } from "#app/data/read-models/simulation-page.server.ts";
import { isInRange } from "#app/domain/dates.ts";
import { inChinese, policyValue } from "../../ui/policy-value.ts";
import { keyName } from "../../ui/views/rule-views.tsx";
import { allPages, type Asked, sheetOf, type TableFile } from "../table-file.ts";

const sourceOf = ({ t, locale }: Asked, row: RuleRow) => [locale === "zh" ? inChinese(row.source) : row.source, row.article && t("policy.article", { n: row.article }), row.documentNumber].filter(Boolean).join(" ");

/** Every row of the rule book, or of one rule: what holds, what held, what will. */
export const policy: TableFile = {
  name: "policy",
  async read(asked) {
    const { deps, actor, query, t, name, locale } = asked;
    const key = query.get("key");
    const view = key === null ? await readRuleBook(deps, actor) : await readRuleKey(deps, actor, key);
    if (!view) return null;
    const rows = "keys" in view ? view.keys.flatMap((one) => one.rows) : view.rows;
    return sheetOf(t("policy.title"), rows, [
      [t("policy.key"), (row) => keyName(row.key, locale)],
      [t("policy.value"), (row) => policyValue(row, locale)],
      [t("policy.area"), (row) => name(row.area) || t("policy.wholeProvince")],
      [t("runs.status"), (row) => t(isInRange(view.today, row.validFrom, row.validTo) ? "policy.inForce" : row.validFrom > view.today ? "policy.future" : "policy.past")],
      [t("policy.from"), (row) => ({ day: row.validFrom })],
      [t("policy.to"), (row) => (row.validTo ? { day: row.validTo } : t("policy.open"))],
      [t("policy.source"), (row) => sourceOf(asked, row)],
      [t("policy.note"), (row) => (row.note === null || locale !== "zh" ? row.note : inChinese(row.note))],
      [t("policy.certainty"), (row) => t(`policy.certain.${row.certainty}`)],
    ]);
  },
};

export const ruleDrafts: TableFile = {
  name: "rule-drafts",
  async read({ deps, actor, query, t, name, locale }) {
    const key = query.get("key");
    const view = key === null ? await readRuleBook(deps, actor) : await readRuleKey(deps, actor, key);
    return view && sheetOf(t("rules.drafts"), view.drafts, [
      [t("policy.key"), (one) => keyName(one.key, locale)],
      [t("policy.value"), (one) => policyValue(one, locale)],
      [t("policy.area"), (one) => name(one.area) || t("policy.wholeProvince")],
      [t("policy.from"), (one) => ({ day: one.validFrom })],
      [t("rules.documentNumber"), (one) => one.documentNumber],
      [t("runs.status"), (one) => t(`rules.state.${one.state}`)],
      [t("rules.draftedBy"), (one) => one.draftedBy],
    ]);
  },
};

/** The years of transition beside the regular rules; what stayed the same too. */
export const regimes: TableFile = {
  name: "regimes",
  async read({ deps, t, name, locale }) {
    const { lines, regularYear } = await readRegimes(deps);
    return sheetOf(t("rules.regime.title"), lines, [
      [t("rules.regime.key"), (line) => keyName(line.key, locale)],
      [t("policy.area"), (line) => name(line.area) || t("policy.wholeProvince")],
      [t("rules.regime.transition"), (line) => (line.transition === null ? t("rules.regime.none") : policyValue(line.transition, locale))],
      [t("rules.regime.regular", { year: regularYear }), (line) => (line.regular === null ? t("rules.regime.none") : policyValue(line.regular, locale))],
      [t("rules.regime.change"), (line) => t(`rules.regime.changes.${line.change}`)],
    ]);
  },
};

export const draftSimulations: TableFile = {
  name: "draft-simulations",
  async read({ deps, actor, query, t, name }) {
    const draft = await readDraft(deps, actor, query.get("draft") ?? "");
    return draft && sheetOf(t("rules.sim.list"), draft.simulations, [
      [t("rules.sim.title"), (one) => ({ at: one.requestedAt })],
      [t("rules.sim.year"), (one) => String(one.year)],
      [t("rules.sim.region"), (one) => name(one.region)],
      [t("runs.status"), (one) => t(`rules.sim.status.${one.status}`)],
    ]);
  },
};

const simulationOf = ({ deps, actor, query }: Asked, page = 1, size = 1) => readSimulationPage(deps, actor, query.get("simulation") ?? "", { county: query.get("county"), page, size });

export const simulationCounties: TableFile = {
  name: "simulation-counties",
  async read(asked) {
    const { t, name } = asked;
    const sim = await simulationOf(asked);
    return sim && sheetOf(t("rules.sim.byCounty"), sim.counties, [
      [t("rules.sim.county"), (one) => name(one.name)],
      [t("rules.sim.gain"), (one) => one.gain],
      [t("rules.sim.lose"), (one) => one.lose],
      [t("rules.sim.same"), (one) => one.same],
      [t("rules.sim.nowYuan"), (one) => ({ fen: one.beforeFen })],
      [t("rules.sim.thenYuan"), (one) => ({ fen: one.afterFen })],
      [t("rules.sim.differenceYuan"), (one) => ({ fen: one.afterFen - one.beforeFen })],
    ]);
  },
};

export const simulationPeople: TableFile = {
  name: "simulation-people",
  async read(asked) {
    const { t, name } = asked;
    const first = await simulationOf(asked);
    if (!first) return null;
    const all = await allPages(async (page, size) => ({ rows: (await simulationOf(asked, page, size))?.people ?? [], total: first.people.length === 0 ? 0 : first.pages }));
    return sheetOf(t("rules.sim.people"), all, [
      [t("claims.list.person"), (one) => one.nameMasked],
      [t("rules.sim.home"), (one) => name(one.home)],
      [t("rules.sim.nowYuan"), (one) => ({ fen: one.beforeFen })],
      [t("rules.sim.thenYuan"), (one) => ({ fen: one.afterFen })],
      [t("rules.sim.differenceYuan"), (one) => ({ fen: one.afterFen - one.beforeFen })],
    ]);
  },
};
