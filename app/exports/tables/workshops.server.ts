import { readStartups, readWorkshop, readWorkshops } from "#app/data/read-models/workshop-pages.server.ts";
import { formatDay } from "../../ui/i18n/format.ts";
import { allPages, type Asked, MOST_ROWS, sheetOf, type TableFile } from "../table-file.ts";

const dayOr = (day: string | null) => (day === null ? null : { day });

export const workshops: TableFile = {
  name: "workshops",
  async read({ deps, actor, t, name, locale }) {
    const all = await allPages(async (page, size) => {
      const view = await readWorkshops(deps, actor, page, size);
      return { rows: view.workshops, total: view.total };
    });
    return sheetOf(t("workshops.title"), all, [
      [t("workshops.name"), (one) => one.name],
      [t("workshops.place"), (one) => name(one.place)],
      [t("workshops.product"), (one) => one.product],
      [t("workshops.recognised"), (one) => dayOr(one.recognisedOn)],
      [t("workshops.page.to"), (one) => dayOr(one.validUntil)],
      [t("workshops.page.state"), (one) => (one.revoked && one.validUntil !== null ? t("workshops.revoked", { day: formatDay(one.validUntil, locale) }) : null)],
      [t("workshops.workers"), (one) => one.workers],
      [t("workshops.openPosts"), (one) => one.openPosts],
      [t("workshops.claimed"), (one) => one.claimed],
      [t("workshops.closed"), (one) => dayOr(one.closedOn)],
    ]);
  },
};

const workshopOf = ({ deps, actor, query }: Asked) => readWorkshop(deps, actor, query.get("workshop") ?? "");

export const workshopRecognitions: TableFile = {
  name: "workshop-recognitions",
  async read(asked) {
    const { t } = asked;
    const workshop = await workshopOf(asked);
    return workshop && sheetOf(`${workshop.name} ${t("workshops.page.recognitions")}`, workshop.recognitions, [
      [t("workshops.page.document"), (one) => one.documentNumber],
      [t("workshops.page.from"), (one) => ({ day: one.recognisedOn })],
      [t("workshops.page.to"), (one) => ({ day: one.validUntil })],
      [t("workshops.page.state"), (one) => (one.revokedFor === null ? null : `${t("workshops.page.revokedOn", { day: formatDay(one.heldUntil, asked.locale) })} ${one.revokedFor}`)],
      [t("workshops.page.workersThen"), (one) => one.workers],
      [t("workshops.page.liftedThen"), (one) => one.liftedWorkers],
    ]);
  },
};

export const workshopHires: TableFile = {
  name: "workshop-hires",
  async read(asked) {
    const { t } = asked;
    const workshop = await workshopOf(asked);
    return workshop && sheetOf(`${workshop.name} ${t("workshops.page.hires")}`, workshop.hires, [
      [t("workshops.page.hire"), (one) => one.nameMasked],
      [t("workshops.page.yes"), (one) => t(one.lifted ? "common.yes" : "common.no")],
      [t("workshops.page.arrived"), (one) => ({ day: one.arrivedOn })],
      [t("workshops.page.ended"), (one) => (one.endedOn === null ? t("workshops.page.now") : { day: one.endedOn })],
      [t("workshops.page.months"), (one) => one.months],
      [t("claims.list.amount"), (one) => (one.subsidy.amount ? { fen: one.subsidy.amount.fen } : null)],
      [t("workshops.page.subsidy"), (one) => (one.claim ? t(`claims.state.${one.claim.state}`) : null)],
    ]);
  },
};

export const startups: TableFile = {
  name: "startups",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("workshops.startup.title"), (await readStartups(deps, actor, MOST_ROWS)).startups, [
      [t("workshops.startup.name"), (one) => one.name],
      [t("workshops.startup.owner"), (one) => one.nameMasked],
      [t("workshops.startup.isReturned"), (one) => t(one.returned ? "common.yes" : "common.no")],
      [t("workshops.startup.business"), (one) => one.business],
      [t("workshops.startup.place"), (one) => name(one.place)],
      [t("workshops.startup.since"), (one) => ({ day: one.openedOn })],
      [t("workshops.startup.until"), (one) => dayOr(one.closedOn)],
      [t("workshops.startup.jobs"), (one) => one.jobs],
      [t("workshops.startup.aid"), (one) => (one.claim === null ? null : t(`claims.state.${one.claim}`))],
    ]);
  },
};
