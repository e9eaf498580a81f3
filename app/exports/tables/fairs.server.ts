import { readBureauFair, readBureauFairs, readDrives } from "#app/data/read-models/fairs.server.ts";
import { formatInstant } from "../../ui/i18n/format.ts";
import { allPages, type Asked, sheetOf, type TableFile } from "../table-file.ts";

export const fairs: TableFile = {
  name: "fairs",
  async read({ deps, actor, query, t, name, locale }) {
    const all = await allPages(async (page, size) => {
      const asked = new URLSearchParams(query);
      asked.set("page", String(page));
      const view = await readBureauFairs(deps, actor, asked, size);
      return { rows: view.fairs, total: view.total };
    });
    return sheetOf(t("fairs.bureau.title"), all, [
      [t("fairs.bureau.fair"), (one) => one.title], [t("fairs.bureau.region"), (one) => name(one.region)], [t("fairs.bureau.kind"), (one) => t(`fairs.kind.${one.kind}`)], [t("fairs.bureau.place"), (one) => one.place], [t("fairs.bureau.drive"), (one) => one.drive],
      [t("fairs.bureau.startsAt"), (one) => formatInstant(one.startsAt, locale)], [t("fairs.bureau.endsAt"), (one) => formatInstant(one.endsAt, locale)], [t("fairs.bureau.boothCount"), (one) => one.booths], [t("fairs.boothState.APPROVED"), (one) => one.approved], [t("fairs.bureau.waiting"), (one) => one.waiting],
      [t("fairs.bureau.posts"), (one) => one.posts], [t("fairs.bureau.visitors"), (one) => one.visitors], [t("fairs.bureau.hired"), (one) => one.hired], [t("fairs.bureau.state"), (one) => t(`fairs.state.${one.state}`)],
    ]);
  },
};

const fairOf = ({ deps, actor, query }: Asked) => readBureauFair(deps, actor, query.get("fair") ?? "");

export const fairBooths: TableFile = {
  name: "fair-booths",
  async read(asked) {
    const { t } = asked;
    const page = await fairOf(asked);
    return page && sheetOf(`${page.title} ${t("fairs.bureau.stands")}`, page.stands, [
      [t("fairs.bureau.number"), (one) => one.number], [t("fairs.bureau.employer"), (one) => one.employer.name], [t("fairs.bureau.shown"), (one) => one.posts.map((post) => post.title).join(t("common.listed"))], [t("fairs.bureau.openings"), (one) => one.openings], [t("fairs.bureau.visits"), (one) => one.visits],
      [t("fairs.bureau.hired"), (one) => one.hired], [t("fairs.bureau.state"), (one) => t(`fairs.boothState.${one.state}`)], [t("fairs.bureau.refuseWhy"), (one) => one.reason],
    ]);
  },
};

export const fairHirings: TableFile = {
  name: "fair-hirings",
  async read(asked) {
    const { t, locale } = asked;
    const page = await fairOf(asked);
    return page && sheetOf(`${page.title} ${t("fairs.bureau.hirings")}`, page.hirings, [
      [t("fairs.bureau.person"), (one) => one.nameMasked], [t("fairs.bureau.post"), (one) => one.title], [t("fairs.bureau.number"), (one) => one.number], [t("fairs.bureau.employer"), (one) => one.employer], [t("fairs.bureau.at"), (one) => formatInstant(one.at, locale)], [t("fairs.bureau.state"), (one) => t(`fairs.hiring.${one.state}`)],
    ]);
  },
};

const FIGURES = ["visitors", "boothVisits", "booths", "employers", "posts", "places", "interested", "came", "online", "hired", "confirmed", "due", "still"] as const;

export const drives: TableFile = {
  name: "drives",
  async read({ deps, actor, t, name }) {
    return sheetOf(t("fairs.drive.title"), await readDrives(deps, actor), [
      [t("fairs.drive.name"), (one) => one.name], [t("fairs.drive.region"), (one) => name(one.region)], [t("fairs.drive.startsOn"), (one) => ({ day: one.startsOn })], [t("fairs.drive.lastOn"), (one) => ({ day: one.lastOn })], [t("fairs.drive.fairs"), (one) => one.fairs],
      ...FIGURES.map((key) => [t(`fairs.figures.${key}`), (one: Awaited<ReturnType<typeof readDrives>>[number]) => one.figures[key]] as const),
    ], [[t("fairs.drive.title"), t("fairs.drive.says")]]);
  },
};
