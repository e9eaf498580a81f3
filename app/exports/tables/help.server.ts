import { readClaimList } from "#app/data/read-models/claims-pages.server.ts";
import { readHousehold, readWatchList } from "#app/data/read-models/watch-pages.server.ts";
import { WATCH_SIGNALS } from "#app/domain/watch/signals.ts";
import { WATCH_VIEWS } from "#app/domain/watch/watch-case.ts";
import { claimFilter } from "#app/platform/web/claim-query.ts";
import { allPages, type Asked, sheetOf, type TableFile } from "../table-file.ts";

export const claims: TableFile = {
  name: "claims",
  async read({ deps, actor, query, t, name }) {
    const filter = claimFilter(query);
    const all = await allPages(async (page, size) => {
      const list = await readClaimList(deps, actor, { ...filter, page }, size);
      return { rows: list.claims, total: list.total };
    });
    return sheetOf(t("claims.list.title"), all, [
      [t("claims.list.benefit"), (one) => t(`claims.benefit.${one.benefit}`)],
      [t("claims.list.year"), (one) => String(one.year)],
      [t("claims.list.person"), (one) => one.nameMasked],
      [t("claims.list.workshop"), (one) => one.workshop],
      [t("claims.list.home"), (one) => name(one.home)],
      [t("claims.list.amount"), (one) => ({ fen: one.amountFen })],
      [t("claims.list.paid"), (one) => (one.paidFen === null ? null : { fen: one.paidFen })],
      [t("claims.list.document"), (one) => one.documentNumber],
      [t("claims.list.state"), (one) => t(`claims.state.${one.state}`)],
      [t("claims.list.applied"), (one) => ({ at: one.appliedAt })],
      [t("claims.list.decided"), (one) => (one.decidedAt === null ? null : { at: one.decidedAt })],
      [t("claims.list.reason"), (one) => one.reason],
    ]);
  },
};

export const watchCases: TableFile = {
  name: "watch-cases",
  async read({ deps, actor, query, t, name }) {
    const asked = { view: WATCH_VIEWS.find((one) => one === query.get("view")) ?? "open", kind: WATCH_SIGNALS.find((one) => one === query.get("kind")) ?? null };
    const all = await allPages(async (page, size) => {
      const list = await readWatchList(deps, actor, { ...asked, page }, size);
      return { rows: list.cases, total: list.total };
    });
    return sheetOf(t("watch.title"), all, [
      [t("watch.kinds"), (one) => t(`watch.kind.${one.kind}`)],
      [t("watch.person"), (one) => one.nameMasked],
      [t("watch.place"), (one) => name(one.place)],
      [t("watch.since"), (one) => ({ day: one.since })],
      [t("watch.opened"), (one) => ({ at: one.openedAt })],
      [t("watch.due"), (one) => ({ day: one.dueOn })],
      [t("watch.late"), (one) => t(one.overdue ? "common.yes" : "common.no")],
      [t("watch.owner"), (one) => one.owner],
      [t("watch.result"), (one) => (one.result ? t(`watch.results.${one.result}`) : null)],
      [t("watch.closedAt"), (one) => (one.closedAt === null ? null : { at: one.closedAt })],
    ]);
  },
};

const householdOf = ({ deps, actor, query }: Asked) => readHousehold(deps, actor, query.get("household") ?? "");

export const householdCases: TableFile = {
  name: "household-cases",
  async read(asked) {
    const { t } = asked;
    const household = await householdOf(asked);
    return household && sheetOf(t("watch.household.cases"), household.members.flatMap((one) => one.cases.map((signal) => ({ ...signal, who: one.nameMasked }))).sort((a, b) => (a.since < b.since ? 1 : -1)), [
      [t("watch.kinds"), (one) => t(`watch.kind.${one.kind}`)],
      [t("watch.person"), (one) => one.who],
      [t("watch.since"), (one) => ({ day: one.since })],
      [t("watch.result"), (one) => (one.result ? t(`watch.results.${one.result}`) : t("watch.view.open"))],
    ]);
  },
};

export const householdWork: TableFile = {
  name: "household-work",
  async read(asked) {
    const { t } = asked;
    const household = await householdOf(asked);
    return household && sheetOf(t("watch.household.work"), household.members.flatMap((one) => one.works.filter((work) => work.from !== null).map((work) => ({ ...work, who: one.nameMasked }))).sort((a, b) => (a.from! < b.from! ? 1 : -1)), [
      [t("watch.person"), (one) => one.who],
      [t("watch.household.work"), (one) => t(`terms.stream.${one.stream}`)],
      [t("watch.household.from"), (one) => ({ day: one.from! })],
      [t("watch.household.to"), (one) => (one.to === null ? (one.open ? t("watch.household.now") : null) : { day: one.to })],
    ]);
  },
};
