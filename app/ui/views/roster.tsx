import { REASONS, type ReasonCode } from "#app/domain/import/reasons.ts";
import type { RosterState } from "#app/domain/roster/roster.ts";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import { Facts } from "../components/page.tsx";
import { Stat, Table } from "../components/records.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import { findText } from "../i18n/translate.ts";
import { columnWord, differenceWord, fieldWord } from "../roster-words.ts";

export const ROSTER_TONE: Record<RosterState, "pine" | "loess" | "danger" | undefined> = {
  RECEIVING: undefined, READING: "loess", MAPPING: "loess", CHECKING: "loess", CHECKED: "loess", TAKING: "loess", DONE: "pine", FAILED: "danger", CANCELLED: undefined,
};

type Name = { zh: string; en: string };

/** What a roster did, or would do. */
export function RosterCounts({ summary, done }: { summary: ImportSummary; done: boolean }) {
  const t = useT();
  const unit = t("rosters.people");
  return (
    <div className="stats">
      <Stat value={formatCount(summary.imported)} unit={unit} label={t(done ? "rosters.imported" : "rosters.wouldImport")} />
      <Stat value={formatCount(summary.updated)} unit={unit} label={t(done ? "rosters.updated" : "rosters.wouldUpdate")} note={summary.differing > 0 ? t("rosters.updatedSays", { n: formatCount(summary.differing) }) : undefined} />
      <Stat value={formatCount(summary.unchanged)} unit={unit} label={t("rosters.unchanged")} />
      <Stat value={formatCount(summary.rejected)} unit={t("rosters.lines")} label={t("rosters.rejected")} note={summary.noted > 0 ? t("rosters.notedSays", { n: formatCount(summary.noted) }) : undefined} />
    </div>
  );
}

/** Reasons with how many rows each, and the first lines. */
export function RosterRejects({ summary, file }: { summary: ImportSummary; file: string }) {
  const t = useT();
  const locale = useLocale();
  const say = (code: ReasonCode) => REASONS[code][locale === "zh" ? 0 : 1];
  const reasons = (Object.entries(summary.rejectReasons) as [ReasonCode, number][]).sort((a, b) => b[1] - a[1]);
  return (
    <>
      <Table file={file} cards dense caption={t("rosters.reasons")} rows={reasons} rowKey={([code]) => code} columns={[
        { key: "why", head: t("rosters.why"), rowHead: true, cell: ([code]) => say(code) },
        { key: "rows", head: t("rosters.lines"), number: true, cell: ([, count]) => formatCount(count) },
      ]} />
      <h3 className="notice-after">{t("rosters.firstLines")}</h3>
      <Table cards dense caption={t("rosters.firstLines")} rows={summary.firstBadRows} rowKey={(one) => String(one.line)} columns={[
        { key: "line", head: t("rosters.line"), rowHead: true, cell: (one) => formatCount(one.line) },
        { key: "column", head: t("rosters.column"), cell: (one) => one.columns.filter(Boolean).map((name) => columnWord(name, locale)).join(t("common.semicolon")) || "—" },
        { key: "why", head: t("rosters.why"), cell: (one) => one.reasons.map(say).join(t("common.semicolon")) },
      ]} />
    </>
  );
}

export interface ShownDifference { field: string; before: string; after: string; beforePlace?: Name | null; afterPlace?: Name | null }

/** Known people of whom the roster says something else: ours and theirs, side by side. */
export function RosterDifferences({ lines, file }: { lines: readonly { line: number; nameMasked: string; differences: readonly ShownDifference[] }[]; file?: string }) {
  const t = useT();
  const locale = useLocale();
  const rows = lines.flatMap((one) => one.differences.map((each) => ({ ...each, line: one.line, nameMasked: one.nameMasked })));
  return (
    <Table file={file} cards dense caption={t("rosters.differences")} rows={rows} rowKey={(one) => `${one.line}-${one.field}`} columns={[
      { key: "line", head: t("rosters.line"), rowHead: true, cell: (one) => formatCount(one.line) },
      { key: "name", head: t("rosters.person"), cell: (one) => one.nameMasked },
      { key: "field", head: t("rosters.field"), cell: (one) => fieldWord(one.field, locale) },
      { key: "before", head: t("rosters.ours"), cell: (one) => differenceWord(one, "before", locale) },
      { key: "after", head: t("rosters.theirs"), cell: (one) => differenceWord(one, "after", locale) },
    ]} />
  );
}

export function RosterFacts({ roster }: { roster: { fileName: string; mb: number; category: string | null; site: string | null; region: Name | null; by: string | null } }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <Facts rows={[
      [t("rosters.region"), roster.region ? name(roster.region) : "—"],
      [t("rosters.size"), `${roster.mb} MB`],
      roster.category !== null && [t("rosters.category"), findText(locale, `policy.category.${roster.category}`) ?? roster.category],
      roster.site !== null && [t("rosters.site"), roster.site],
      roster.by !== null && [t("rosters.by"), roster.by],
    ]} />
  );
}
