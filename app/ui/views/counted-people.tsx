import type { CountyPeopleView } from "#app/data/read-models/counted-people.server.ts";
import { RUNGS } from "#app/domain/placement/proof.ts";
import { StackedBar } from "../charts/stacked-bar.tsx";
import { EmptyState, Pagination } from "../components/page.tsx";
import { Table } from "../components/records.tsx";
import { useName, useT } from "../i18n/context.tsx";
import { formatDayShort } from "../i18n/format.ts";

/** The people behind a county's number, how strong the proof is, and the ledger of each. */
export function CountedPeople({ view, href, files }: { view: CountyPeopleView; href(page: number): string; files: { people: string; rungs: string } }) {
  const t = useT();
  const name = useName();
  if (view.total === 0) return <EmptyState title={t("board.countyPage.none")} />;
  const rungName = (rung: number) => t(`terms.rung.${RUNGS[rung] ?? "NONE"}`);
  return (
    <div className="stack">
      <StackedBar file={files.rungs} id="rungs" head={t("board.countyPage.byRung")} unit={t("board.persons")} parts={view.byRung.map((one) => ({ key: String(one.rung), label: rungName(one.rung), value: one.persons }))} />
      <Table
        file={files.people}
        dense
        cards
        caption={t("board.countyPage.people")}
        rows={view.people}
        rowKey={(one) => one.personId}
        columns={[
          { key: "name", head: t("board.countyPage.name"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "home", head: t("board.countyPage.home"), cell: (one) => name(one.home) },
          { key: "on", head: t("board.countyPage.countedOn"), number: true, cell: (one) => formatDayShort(one.countedOn) },
          { key: "place", head: t("board.countyPage.place"), cell: (one) => `${t(`terms.placeClass.${one.placeClass}`)} · ${name(one.workRegion)}` },
          { key: "stream", head: t("board.countyPage.stream"), cell: (one) => t(`terms.stream.${one.stream}`) },
          { key: "employer", head: t("board.countyPage.employer"), cell: (one) => one.employerName ?? "—" },
          { key: "rung", head: t("board.countyPage.rung"), cell: (one) => rungName(one.rung) },
          { key: "ledger", head: t("board.countyPage.ledger"), cell: (one) => <a href={`/placements/${one.placementId}`} aria-label={`${one.nameMasked} ${t("board.countyPage.ledger")}`}>{t("common.open")}</a> },
        ]}
      />
      <Pagination page={view.page} pages={view.pageCount} href={href} />
    </div>
  );
}
