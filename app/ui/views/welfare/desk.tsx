import type { CaseLine, WelfareDesk } from "#app/data/read-models/welfare-desk.server.ts";
import { Stat, Table } from "../../components/records.tsx";
import { Tag } from "../../components/tag.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { formatCount, formatDayShort, formatInstant, formatYuan } from "../../i18n/format.ts";

/** Where the bureau's work on public-welfare posts goes on from. */
export function DeskLinks() {
  const t = useT();
  const links = [["/bureau/welfare/quotas", "quotas"], ["/bureau/welfare/attendance", "attendance"], ["/bureau/welfare/sheets", "sheets"], ["/bureau/welfare/exits", "exits"], ["/bureau/welfare/rules", "rules"], ["/welfare", "notices"]] as const;
  return <nav className="chips" aria-label={t("welfare.desk.links")}>{links.map(([href, key]) => <a key={href} href={href}>{t(`welfare.desk.${key}`)}</a>)}</nav>;
}

export function DeskStats({ totals, rangersPlanned }: Pick<WelfareDesk, "totals" | "rangersPlanned">) {
  const t = useT();
  return (
    <div className="stats">
      <Stat small value={formatCount(totals.posts)} unit={t("welfare.postsUnit")} label={t("welfare.desk.posts")} note={t("welfare.desk.taken", { taken: formatCount(totals.taken), left: formatCount(totals.posts - totals.taken) })} />
      <Stat small value={formatCount(totals.inPost)} unit={t("welfare.persons")} label={t("welfare.desk.inPost")} />
      <Stat small value={formatCount(totals.rangers)} unit={t("welfare.persons")} label={t("welfare.desk.rangers")} note={rangersPlanned && t(rangersPlanned.lastYear === null ? "welfare.desk.rangersPlan" : "welfare.desk.rangersPlanUntil", { n: formatCount(rangersPlanned.people), year: rangersPlanned.lastYear ?? "", article: rangersPlanned.article ?? "" })} />
      <Stat small value={formatYuan(totals.committedFen)} unit={t("welfare.yuan")} label={t("welfare.desk.money")} note={totals.amountFen > 0 && t("welfare.desk.moneyNote", { amount: formatYuan(totals.amountFen) })} />
    </div>
  );
}

export function CaseTable({ cases, caption, today, held, file }: { cases: readonly CaseLine[]; caption: string; today: string; held?: boolean; file: string }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <Table
      cards caption={caption} file={file} rows={cases} rowKey={(one) => one.id}
      columns={[
        { key: "name", head: t("welfare.desk.name"), rowHead: true, cell: (one) => <a className="row-link" href={`/bureau/welfare/cases/${one.id}`} aria-label={`${one.nameMasked} ${one.title} ${one.id.slice(-4)}`}>{one.nameMasked}</a> },
        { key: "village", head: t("welfare.desk.village"), cell: (one) => name(one.village) },
        { key: "post", head: t("welfare.desk.post"), cell: (one) => `${one.title} · ${t(`welfare.kind.${one.kind}`)}` },
        { key: "state", head: t("welfare.desk.state"), cell: (one) => <>{one.mine && <><Tag tone="pine">➜ {t("welfare.desk.mine")}</Tag> </>}{t(`welfare.state.${one.state}`)}{one.waits && ` · ${t("welfare.desk.waits", { act: t(`welfare.act.${one.waits}`) })}`}{one.flagged && <> <Tag tone="loess">{t("welfare.desk.flagged")}</Tag></>}</> },
        held
          ? { key: "until", head: t("welfare.desk.until"), number: true, cell: (one) => (one.contractUntil === null ? "—" : <>{formatDayShort(one.contractUntil)}{one.contractUntil <= today && <> <Tag tone="danger">{t("welfare.desk.overdue")}</Tag></>}</>) }
          : { key: "since", head: t("welfare.desk.since"), cell: (one) => formatInstant(one.since, locale) },
      ]}
    />
  );
}
