import type { ProjectView, RollLine, SheetLine } from "#app/data/read-models/workfare-project.server.ts";
import { addDays, type Day } from "#app/domain/dates.ts";
import { Button, Field, type FormState, Select } from "../../components/form.tsx";
import { Table } from "../../components/records.tsx";
import { Tag } from "../../components/tag.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatCount, formatDays, formatDayShort, formatFen } from "../../i18n/format.ts";

export function RollTable({ rolls, file }: { rolls: readonly RollLine[]; file: string }) {
  const t = useT();
  if (rolls.length === 0) return <p className="soft">{t("workfare.rolls.none")}</p>;
  return (
    <Table
      file={file} cards caption={t("workfare.rolls.title")} rows={rolls} rowKey={(one) => one.id}
      columns={[
        { key: "nr", head: t("workfare.rolls.nr"), rowHead: true, cell: (one) => <a href={`/muster/${one.id}`}>{t("workfare.rolls.roll", { nr: one.nr })}</a> },
        { key: "days", head: t("workfare.rolls.days"), cell: (one) => `${formatDayShort(one.fromOn)} – ${formatDayShort(addDays(one.untilOn, -1))}` },
        { key: "state", head: t("workfare.rolls.state"), cell: (one) => (one.closed ? <Tag tone="pine">✓ {t("workfare.rolls.closed")}</Tag> : <Tag>{t("workfare.rolls.open")}</Tag>) },
        { key: "persons", head: t("workfare.rolls.persons"), number: true, cell: (one) => formatCount(one.persons) },
        { key: "quarters", head: t("workfare.rolls.worked"), number: true, cell: (one) => formatDays(one.quarters) },
        { key: "pay", head: t("workfare.rolls.pay"), number: true, cell: (one) => formatFen(one.payFen) },
      ]}
    />
  );
}

/** Opens the next roll; it may be of a week long past, for a sheet that was kept on paper. */
export function OpenRollForm({ form, nextFrom, action }: { form: FormState; nextFrom: Day; action: string | undefined }) {
  const t = useT();
  const values = { fromOn: nextFrom, span: "WEEK", ...form.values };
  return (
    <form method="post" action={action} className="field-row notice-after">
      <Field form={{ ...form, values }} name="fromOn" type="date" label={t("workfare.rolls.from")} />
      <Select form={{ ...form, values }} name="span" label={t("workfare.rolls.span")} options={(["WEEK", "HALF_MONTH"] as const).map((one) => ({ value: one, text: t(`workfare.rolls.spans.${one}`) }))} />
      <div className="field"><Button name="intent" value="roll">{t("workfare.rolls.new")}</Button></div>
    </form>
  );
}

export function SheetTable({ sheets, file }: { sheets: readonly SheetLine[]; file: string }) {
  const t = useT();
  if (sheets.length === 0) return <p className="soft">{t("workfare.sheets.none")}</p>;
  return (
    <Table
      file={file} cards caption={t("workfare.sheets.title")} rows={sheets} rowKey={(one) => one.id}
      columns={[
        { key: "nr", head: t("workfare.sheets.nr"), rowHead: true, cell: (one) => <a href={`/bureau/paysheets/${one.id}`}>{t("workfare.sheets.sheet", { nr: one.nr })}</a> },
        { key: "state", head: t("workfare.sheets.state"), cell: (one) => <Tag tone={one.state === "DONE" ? "pine" : undefined}>{t(`workfare.sheets.states.${one.state}`)}</Tag> },
        { key: "lines", head: t("workfare.sheets.persons"), number: true, cell: (one) => formatCount(one.lines) },
        { key: "total", head: t("workfare.sheets.total"), number: true, cell: (one) => formatFen(one.totalFen) },
        { key: "paid", head: t("workfare.sheets.paid"), number: true, cell: (one) => formatCount(one.paid) },
        { key: "failed", head: t("workfare.sheets.failed"), number: true, cell: (one) => (one.failed > 0 ? <Tag tone="danger">⚑ {one.failed}</Tag> : "0") },
      ]}
    />
  );
}

export function PostTable({ posts, projectId, manages, file }: { posts: ProjectView["posts"]; projectId: string; manages: boolean; file: string }) {
  const t = useT();
  if (posts.length === 0) return <p className="soft">{t("workfare.hire.noPosts")}</p>;
  return (
    <Table
      file={file} cards caption={t("workfare.hire.posts")} rows={posts} rowKey={(one) => one.id}
      columns={[
        { key: "title", head: t("workfare.hire.post"), rowHead: true, cell: (one) => <a href={`/jobs/${one.id}`}>{one.title}</a> },
        { key: "rate", head: t("workfare.hire.rate"), number: true, cell: (one) => (one.rateFen === null ? "—" : formatFen(one.rateFen)) },
        { key: "openings", head: t("workfare.hire.openings"), number: true, cell: (one) => `${one.filled} / ${one.openings}` },
        { key: "act", head: t("workfare.hire.act"), cell: (one) => (manages && one.open ? <a className="row-link" href={`/bureau/workfare/${projectId}/hire?post=${one.id}`} aria-label={`${t("workfare.hire.who")} ${one.title}`}>{t("workfare.hire.who")}</a> : one.open ? t("workfare.hire.open") : t("workfare.hire.closed")) },
      ]}
    />
  );
}
