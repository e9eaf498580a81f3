import { readOpeningLines, readOpenings } from "#app/data/read-models/openings-page.server.ts";
import { openingFilter } from "#app/platform/web/audit-query.ts";
import { allPages, sheetOf, type TableFile } from "../table-file.ts";

export const openings: TableFile = {
  name: "openings",
  async read({ deps, actor, query, t, name }) {
    const filter = openingFilter(query);
    const until = deps.clock.now();
    const first = await readOpenings(deps, actor, { ...filter, page: 1 }, 1);
    if (first === null) return null;
    const all = await allPages(async (page, size) => {
      const { openings: rows, total } = await readOpeningLines(deps, actor, first, page, size, until);
      return { rows, total };
    });
    return sheetOf(t("openings.list"), all, [
      [t("openings.at"), (one) => ({ at: one.at })],
      [t("openings.officer"), (one) => one.officer ?? t(`terms.role.${one.role}`)],
      [t("openings.place"), (one) => name(one.place)],
      [t("openings.what"), (one) => t(`openings.action.${one.action}`)],
      [t("openings.purpose"), (one) => t(`openings.kind.${one.kind}`)],
      [t("openings.words"), (one) => one.purpose],
      [t("openings.person"), (one) => one.person?.nameMasked ?? null],
      [t("openings.refused"), (one) => t(one.refused ? "common.yes" : "common.no")],
    ]);
  },
};

export const unusualOpenings: TableFile = {
  name: "unusual-openings",
  async read({ deps, actor, query, t, name }) {
    const found = await readOpenings(deps, actor, openingFilter(query), 1);
    return found && sheetOf(t("openings.unusual"), found.unusual, [
      [t("openings.officer"), (one) => one.officer],
      [t("openings.what"), (one) => t(`openings.unusualKind.${one.kind}`)],
      [t("openings.day"), (one) => ({ day: one.day })],
      [t("openings.count"), (one) => one.looks],
      [t("openings.usual"), (one) => one.usual],
      [t("openings.town"), (one) => name(one.townName)],
    ]);
  },
};
