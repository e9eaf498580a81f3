import { readBoard } from "#app/data/read-models/board.server.ts";
import { readCountyPeople } from "#app/data/read-models/counted-people.server.ts";
import { RUNGS } from "#app/domain/placement/proof.ts";
import { allPages, type Asked, sheetOf, type TableFile } from "../table-file.ts";
import { partsSheet } from "./parts.ts";

/** The county, year and rule that the county's page shows. */
async function askedCounty({ deps, query }: Asked) {
  const countyCode = /^14\d{4}$/.exec(query.get("county") ?? "")?.[0];
  if (countyCode === undefined) return null;
  const year = /^20\d{2}$/.test(query.get("year") ?? "") ? Number(query.get("year")) : undefined;
  const board = await readBoard(deps, { year, caliberCode: query.get("caliber") ?? undefined, regionCode: countyCode });
  return board && { countyCode, year: board.year, caliberCode: board.caliber.code };
}

const rungName = ({ t }: Asked, rung: number) => t(`terms.rung.${RUNGS[rung] ?? "NONE"}`);

export const countedPeople: TableFile = {
  name: "counted-people",
  async read(asked) {
    const { deps, actor, t, name } = asked;
    const county = await askedCounty(asked);
    const first = county && (await readCountyPeople(deps, actor, { ...county, page: 1, size: 1 }));
    if (!county || !first) return null;
    const all = await allPages(async (page, size) => {
      const view = await readCountyPeople(deps, actor, { ...county, page, size });
      return { rows: view?.people ?? [], total: view?.total ?? 0 };
    });
    return sheetOf(`${name(first.county.name)} ${county.year} ${t("board.countyPage.people")}`, all, [
      [t("board.countyPage.name"), (one) => one.nameMasked],
      [t("board.countyPage.home"), (one) => name(one.home)],
      [t("board.countyPage.countedOn"), (one) => ({ day: one.countedOn })],
      [t("board.countyPage.place"), (one) => `${t(`terms.placeClass.${one.placeClass}`)} · ${name(one.workRegion)}`],
      [t("board.countyPage.stream"), (one) => t(`terms.stream.${one.stream}`)],
      [t("board.countyPage.employer"), (one) => one.employerName],
      [t("board.countyPage.rung"), (one) => rungName(asked, one.rung)],
    ], [[t("ledger.report.caliber"), county.caliberCode]]);
  },
};

export const countedRungs: TableFile = {
  name: "counted-rungs",
  async read(asked) {
    const { deps, actor, t } = asked;
    const county = await askedCounty(asked);
    const view = county && (await readCountyPeople(deps, actor, { ...county, page: 1, size: 1 }));
    return view && partsSheet(asked, { title: t("board.countyPage.byRung"), unit: t("board.persons"), parts: view.byRung.map((one) => ({ label: rungName(asked, one.rung), value: one.persons })) });
  },
};
