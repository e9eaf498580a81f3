import { readBureauApplications, readLicencePage, readLicences } from "#app/data/read-models/overseas-desk.server.ts";
import { sheetOf, type TableFile } from "../table-file.ts";

export const overseasLicences: TableFile = {
  name: "overseas-licences",
  async read({ deps, t, name }) {
    return sheetOf(t("overseas.desk.licences"), await readLicences(deps), [
      [t("overseas.desk.company"), (one) => one.company], [t("overseas.desk.creditCode"), (one) => one.creditCode], [t("overseas.desk.number"), (one) => one.number], [t("overseas.desk.issuer"), (one) => one.issuer],
      [t("overseas.desk.where"), (one) => one.destinations.map((place) => name(place)).join(t("common.listed"))], [t("overseas.desk.reserve"), (one) => one.reserveFen / 100], [t("overseas.desk.from"), (one) => ({ day: one.validFrom })], [t("overseas.desk.end"), (one) => ({ day: one.validUntil })],
      [t("overseas.desk.state"), (one) => t(`overseas.licenceState.${one.state}`)], [t("overseas.desk.posts"), (one) => one.openPosts], [t("overseas.desk.going"), (one) => one.going], [t("overseas.desk.stopped"), (one) => one.stopped], [t("overseas.desk.departed"), (one) => one.departed],
    ]);
  },
};

export const overseasLicenceEvents: TableFile = {
  name: "overseas-licence-events",
  async read({ deps, actor, query, t }) {
    const page = await readLicencePage(deps, actor, query.get("licence") ?? "");
    return page && sheetOf(`${page.line.company} ${t("overseas.desk.history")}`, page.events, [
      [t("overseas.desk.seq"), (one) => one.seq], [t("overseas.desk.kind"), (one) => t(`overseas.event.${one.kind}`)], [t("overseas.desk.day"), (one) => ({ day: one.happenedOn })], [t("overseas.desk.newEnd"), (one) => (one.validUntil === null ? null : { day: one.validUntil })],
      [t("overseas.desk.by"), (one) => one.by ?? t("overseas.desk.system")], [t("overseas.desk.reason"), (one) => one.reason],
    ]);
  },
};

export const overseasApplications: TableFile = {
  name: "overseas-applications",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("overseas.desk.all"), (await readBureauApplications(deps, actor)).all, [
      [t("overseas.desk.name"), (one) => one.nameMasked], [t("overseas.desk.home"), (one) => name(one.home)], [t("overseas.desk.post"), (one) => one.post?.title ?? null], [t("overseas.desk.company"), (one) => one.company], [t("overseas.desk.number"), (one) => one.licence],
      [t("overseas.desk.where"), (one) => name(one.destination)], [t("overseas.desk.scheme"), (one) => t(`overseas.scheme.${one.scheme}`)], [t("overseas.desk.appliedOn"), (one) => ({ day: one.appliedOn })], [t("overseas.desk.entryOn"), (one) => ({ day: one.entryOn })],
      [t("overseas.desk.fee"), (one) => one.feeFen / 100], [t("overseas.desk.state"), (one) => t(`overseas.state.${one.state}`)], [t("overseas.desk.next"), (one) => (one.next === null ? null : t(`overseas.step.${one.next}`))],
    ]);
  },
};
