import type { DraftLine, RuleRow } from "#app/data/read-models/rule-book-pages.server.ts";
import { addDays, type Day, isInRange } from "#app/domain/dates.ts";
import type { ValueKind } from "#app/domain/policy/rule-draft.ts";
import { PERSON_CATEGORIES } from "#app/domain/terms.ts";
import { SpanLines } from "../charts/span-lines.tsx";
import { ChoiceGroup, Field, type FormState } from "../components/form.tsx";
import { Table } from "../components/records.tsx";
import { Tag } from "../components/tag.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatDay, formatDayShort } from "../i18n/format.ts";
import { findText, type Locale } from "../i18n/translate.ts";
import { inChinese, policyValue } from "../policy-value.ts";

export function keyName(key: string, locale: Locale): string {
  return findText(locale, `policy.keys.${key.replaceAll(".", "_")}`) ?? key;
}

const FIRST_DRAWN: Day = "2021-01-01";
const AHEAD_DAYS = 400;

/** A key's rules over the years, a line for each area; rules that began earlier are drawn from the first year shown. */
export function RuleTimeline({ rows, today, label }: { rows: readonly RuleRow[]; today: Day; label: string }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const to = addDays(today, AHEAD_DAYS);
  const areas = [...new Set(rows.map((row) => row.regionCode))];
  const areaOf = (row: RuleRow) => (row.area ? name(row.area) : t("policy.wholeProvince"));
  return (
    <SpanLines
      label={label}
      from={FIRST_DRAWN}
      to={to}
      today={today}
      lines={areas.map((code) => {
        const own = rows.filter((row) => row.regionCode === code && (row.validTo === null || row.validTo > FIRST_DRAWN)).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
        const first = rows.find((row) => row.regionCode === code)!;
        return {
          key: code || "all", label: areaOf(first), says: own.map((row) => t("rules.chart.row", { area: areaOf(row), from: formatDay(row.validFrom, locale), value: policyValue(row, locale) })).join(t("common.semicolon")),
          spans: own.map((row) => ({ key: row.id, from: row.validFrom, to: row.validTo, look: isInRange(today, row.validFrom, row.validTo) ? "now" as const : row.validFrom > today ? "future" as const : "past" as const, text: policyValue(row, locale) })),
        };
      })}
    />
  );
}

/** Rows as a table: value, area, dates, document. */
export function RuleRows({ rows, today, caption, file }: { rows: readonly RuleRow[]; today: Day; caption: string; file: string }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const own = (text: string) => (locale === "zh" ? inChinese(text) : text);
  return (
    <Table
      file={file}
      dense
      cards
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "value", head: t("policy.value"), rowHead: true, cell: (row) => policyValue(row, locale) },
        { key: "area", head: t("policy.area"), cell: (row) => (row.area ? name(row.area) : t("policy.wholeProvince")) },
        { key: "state", head: t("runs.status"), cell: (row) => (isInRange(today, row.validFrom, row.validTo) ? <Tag tone="pine">{t("policy.inForce")}</Tag> : <Tag>{row.validFrom > today ? t("policy.future") : t("policy.past")}</Tag>) },
        { key: "from", head: t("policy.from"), number: true, cell: (row) => formatDayShort(row.validFrom) },
        { key: "to", head: t("policy.to"), number: true, cell: (row) => (row.validTo ? formatDayShort(row.validTo) : t("policy.open")) },
        { key: "source", head: t("policy.source"), cell: (row) => <span lang="zh-CN">{[own(row.source), row.article && t("policy.article", { n: row.article }), row.documentNumber].filter(Boolean).join(" ")}{row.note && <><br /><span className="faint">{own(row.note)}</span></>}</span> },
        { key: "certainty", head: t("policy.certainty"), cell: (row) => (row.certainty === "MEMORY" ? <Tag tone="loess">{t("policy.certain.MEMORY")}</Tag> : t(`policy.certain.${row.certainty}`)) },
      ]}
    />
  );
}

/** Drafts and what became of them. */
export function DraftTable({ drafts, withKey, file }: { drafts: readonly DraftLine[]; withKey?: boolean; file: string }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <Table
      file={file}
      dense
      cards
      caption={t("rules.drafts")}
      rows={drafts}
      rowKey={(draft) => draft.id}
      columns={[
        { key: "key", head: withKey ? t("policy.key") : t("policy.value"), rowHead: true, cell: (draft) => <a href={`/policy/drafts/${draft.id}`}>{withKey ? keyName(draft.key, locale) : policyValue(draft, locale)}</a> },
        ...(withKey ? [{ key: "value", head: t("policy.value"), cell: (draft: DraftLine) => policyValue(draft, locale) }] : []),
        { key: "area", head: t("policy.area"), cell: (draft) => (draft.area ? name(draft.area) : t("policy.wholeProvince")) },
        { key: "from", head: t("policy.from"), number: true, cell: (draft) => formatDayShort(draft.validFrom) },
        { key: "document", head: t("rules.documentNumber"), cell: (draft) => draft.documentNumber ?? "—" },
        { key: "state", head: t("runs.status"), cell: (draft) => <Tag tone={draft.state === "ON" ? "pine" : draft.state === "DRAFT" ? "loess" : undefined}>{t(`rules.state.${draft.state}`)}</Tag> },
        { key: "by", head: t("rules.draftedBy"), cell: (draft) => draft.draftedBy ?? "—" },
      ]}
    />
  );
}

/** The field in which a value of a key is typed. */
export function RuleValueField({ form, kind }: { form: FormState; kind: Exclude<ValueKind, null> }) {
  const t = useT();
  const label = t(`rules.value.${kind}`);
  const hint = t(`rules.valueHint.${kind}`);
  if (kind === "CATEGORIES") return <ChoiceGroup form={form} name="value" kind="checkbox" look="tight" legend={label} hint={hint} options={PERSON_CATEGORIES.map((one) => ({ value: one, text: t(`policy.category.${one}`) }))} />;
  return <Field form={form} name="value" label={label} hint={hint} inputMode={kind === "YUAN" ? "decimal" : kind === "NUMBER" ? "numeric" : undefined} maxLength={200} short />;
}

/** A stored value as the form shows it. */
export function typedValue(kind: ValueKind, value: unknown): string | string[] {
  if (kind === "YUAN" && typeof value === "number") return String(value / 100);
  if (Array.isArray(value)) return kind === "CATEGORIES" ? (value as string[]) : value.join(kind === "MONTH_DAYS" ? " " : ", ");
  return String(value);
}
