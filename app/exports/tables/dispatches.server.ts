import { readAgreement, readAgreements } from "#app/data/read-models/agreements.server.ts";
import { readDispatch, readDispatches, readNoShows } from "#app/data/read-models/dispatch-pages.server.ts";
import { readStations } from "#app/data/read-models/stations.server.ts";
import { STANDS } from "#app/domain/dispatch/steps.ts";
import { formatInstant } from "../../ui/i18n/format.ts";
import { allPages, type Asked, sheetOf, type TableFile } from "../table-file.ts";

export const agreements: TableFile = {
  name: "agreements",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("dispatch.agreement.title"), await readAgreements(deps, actor), [
      [t("dispatch.agreement.number"), (one) => one.number], [t("dispatch.agreement.home"), (one) => name(one.home)], [t("dispatch.agreement.partnerPlace"), (one) => name(one.partner)], [t("dispatch.agreement.partnerBody"), (one) => one.partnerBody],
      [t("dispatch.agreement.group"), (one) => t(`dispatch.agreement.groups.${one.group}`)], [t("dispatch.agreement.validFrom"), (one) => ({ day: one.validFrom })], [t("dispatch.agreement.validUntil"), (one) => ({ day: one.validUntil })], [t("dispatch.agreement.state"), (one) => t(`dispatch.agreement.states.${one.state}`)],
      [t("dispatch.agreement.quota"), (one) => one.year?.quota ?? null], [t("dispatch.agreement.result"), (one) => one.year?.people ?? null], [t("dispatch.agreement.dispatched"), (one) => one.year?.dispatched ?? null],
    ], [[t("dispatch.agreement.results"), t("dispatch.agreement.resultsSays")]]);
  },
};

const agreementOf = ({ deps, actor, query }: Asked) => readAgreement(deps, actor, query.get("agreement") ?? "");

export const agreementResults: TableFile = {
  name: "agreement-results",
  async read(asked) {
    const { t, name } = asked;
    const page = await agreementOf(asked);
    const rows = page?.years.flatMap((one) => [{ year: one.year, trade: t("dispatch.agreement.allOccupations"), quota: one.quota, people: one.people, dispatched: one.dispatched as number | null }, ...one.occupations.map((trade) => ({ year: one.year, trade: name(trade.name), quota: trade.quota as number | null, people: trade.people, dispatched: null }))]);
    return page && rows ? sheetOf(`${page.number} ${t("dispatch.agreement.results")}`, rows, [
      [t("dispatch.agreement.year"), (one) => String(one.year)], [t("dispatch.agreement.occupation"), (one) => one.trade], [t("dispatch.agreement.quota"), (one) => one.quota], [t("dispatch.agreement.result"), (one) => one.people], [t("dispatch.agreement.dispatched"), (one) => one.dispatched],
    ], [[t("dispatch.agreement.results"), t("dispatch.agreement.resultsSays")]]) : null;
  },
};

export const agreementEvents: TableFile = {
  name: "agreement-events",
  async read(asked) {
    const { t, name } = asked;
    const page = await agreementOf(asked);
    return page && sheetOf(`${page.number} ${t("dispatch.agreement.history")}`, page.events, [
      [t("dispatch.agreement.seq"), (one) => one.seq], [t("dispatch.agreement.kind"), (one) => t(`dispatch.agreement.kinds.${one.kind}`)], [t("dispatch.agreement.year"), (one) => (one.year === null ? null : String(one.year))], [t("dispatch.agreement.occupation"), (one) => name(one.occupation)],
      [t("dispatch.agreement.day"), (one) => ({ day: one.happenedOn })], [t("dispatch.agreement.from"), (one) => (one.before === null ? null : String(one.before))], [t("dispatch.agreement.to"), (one) => (one.after === null ? null : String(one.after))], [t("dispatch.agreement.why"), (one) => one.reason],
    ]);
  },
};

export const dispatches: TableFile = {
  name: "dispatches",
  async read({ deps, actor, query, t, name, locale }) {
    const all = await allPages(async (page, size) => {
      const asked = new URLSearchParams(query);
      asked.set("page", String(page));
      const view = await readDispatches(deps, actor, asked, size);
      return { rows: view.dispatches, total: view.total };
    });
    return sheetOf(t("dispatch.list.title"), all, [
      [t("dispatch.list.trip"), (one) => name(one.place)], [t("dispatch.plan.destination"), (one) => one.destination], [t("dispatch.list.from"), (one) => name(one.home)], [t("dispatch.list.gather"), (one) => formatInstant(one.gatherAt, locale)], [t("dispatch.plan.vehicle"), (one) => t(`dispatch.vehicle.${one.vehicle}`)],
      [t("dispatch.plan.plate"), (one) => one.plate], [t("dispatch.plan.capacity"), (one) => one.capacity], [t("dispatch.seat.YES"), (one) => one.taken], [t("dispatch.list.aboard"), (one) => one.aboard], [t("dispatch.list.arrived"), (one) => one.arrived], [t("dispatch.list.noShow"), (one) => one.noShows], [t("dispatch.list.state"), (one) => t(`dispatch.state.${one.state}`)],
    ]);
  },
};

export const dispatchPeople: TableFile = {
  name: "dispatch-people",
  async read({ deps, actor, query, t, name }) {
    const page = await readDispatch(deps, actor, query.get("dispatch") ?? "");
    return page && sheetOf(`${name(page.place)} ${t("dispatch.page.people")}`, page.people.filter((one) => STANDS.includes(one.state)), [
      [t("dispatch.page.number"), (one) => one.seat], [t("dispatch.page.name"), (one) => one.nameMasked], [t("dispatch.page.phone"), (one) => one.phoneMasked], [t("dispatch.page.code"), (one) => one.code], [t("dispatch.page.status"), (one) => t(`dispatch.seat.${one.state}`)],
      [t("dispatch.page.why"), (one) => (one.followUp === null ? null : t(`dispatch.followUp.${one.followUp}`))],
    ]);
  },
};

export const dispatchNoShows: TableFile = {
  name: "dispatch-no-shows",
  async read({ deps, actor, t, name, locale }) {
    return sheetOf(t("dispatch.list.noShows"), await readNoShows(deps, actor), [
      [t("dispatch.page.name"), (one) => one.nameMasked], [t("dispatch.page.phone"), (one) => one.phoneMasked], [t("dispatch.list.trip"), (one) => name(one.place)], [t("dispatch.plan.destination"), (one) => one.destination], [t("dispatch.list.gather"), (one) => formatInstant(one.gatherAt, locale)],
    ]);
  },
};

export const stations: TableFile = {
  name: "stations",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("dispatch.station.title"), await readStations(deps, actor), [
      [t("dispatch.station.name"), (one) => one.name], [t("dispatch.station.place"), (one) => name(one.region)], [t("dispatch.station.address"), (one) => one.address], [t("dispatch.station.directions"), (one) => one.directions], [t("dispatch.station.hours"), (one) => one.hours], [t("dispatch.station.phone"), (one) => one.phone],
      [t("dispatch.station.runBy"), (one) => one.runBy], [t("dispatch.station.people"), (one) => one.people], [t("dispatch.station.openFrom"), (one) => ({ day: one.openFrom })], [t("dispatch.station.openUntil"), (one) => (one.openUntil === null ? null : { day: one.openUntil })],
    ], [[t("dispatch.station.people"), t("dispatch.station.countSays")]]);
  },
};
