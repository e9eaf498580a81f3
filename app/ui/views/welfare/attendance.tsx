import type { ReactNode } from "react";
import type { AttendanceRow } from "#app/data/read-models/welfare-attendance.server.ts";
import type { FormState } from "../../components/form.tsx";
import { Table } from "../../components/records.tsx";
import { Tag } from "../../components/tag.tsx";
import { useT } from "../../i18n/context.tsx";

/** A month of a village as a form: a row for each person, with a number or a tick for each day. */
export function AttendanceSheet({ rows, form, byDays, lastDay }: { rows: readonly AttendanceRow[]; form: FormState; byDays: boolean; lastDay: number }) {
  const t = useT();
  const who = (row: AttendanceRow) => (
    <>
      <input type="hidden" name="caseId" value={row.caseId} />
      <input type="hidden" name={`v-${row.caseId}`} value={row.version} />
      {row.nameMasked} <span className="soft">{t(`welfare.kind.${row.kind}`)}</span>
    </>
  );
  const notes = (row: AttendanceRow) => (
    <span className="tags">
      {row.recorded && <Tag tone="pine">✓ {t("welfare.attendance.recorded", { n: row.days.length })}</Tag>}
      {row.elsewhere.length > 0 && <Tag tone="loess">{t("welfare.attendance.elsewhere")}{t("common.colon")}{[...new Set(row.elsewhere.map((one) => one.source))].map((source) => `${t(`welfare.source.${source}`)} ${row.elsewhere.filter((one) => one.source === source).length}`).join(t("common.listed"))}</Tag>}
      {!row.contract && <Tag tone="danger">{t("welfare.attendance.noContract")}</Tag>}
      {!row.insured && <Tag tone="danger">{t("welfare.attendance.notInsured")}</Tag>}
    </span>
  );
  if (byDays) return <DayGrid rows={rows} form={form} lastDay={lastDay} who={who} notes={notes} />;
  return (
    <Table
      cards caption={t("welfare.attendance.title")} rows={rows} rowKey={(row) => row.caseId}
      columns={[
        { key: "name", head: t("welfare.attendance.name"), rowHead: true, cell: who },
        { key: "due", head: t("welfare.desk.post"), cell: (row) => `${row.title} · ${t("welfare.attendance.due", { n: row.daysPerMonth })}` },
        {
          key: "count", head: t("welfare.attendance.count"), number: true,
          cell: (row) => <input className="input short num" id={`n-${row.caseId}`} name={`n-${row.caseId}`} type="number" inputMode="numeric" min={0} max={31} aria-label={`${t("welfare.attendance.count")} ${row.nameMasked} ${row.caseId.slice(-4)}`} aria-invalid={wrong(form, row) || undefined} defaultValue={typed(form, row) ?? (row.recorded ? String(row.days.length) : "")} />,
        },
        { key: "notes", head: t("welfare.sheets.why"), cell: notes },
      ]}
    />
  );
}

const wrong = (form: FormState, row: AttendanceRow) => form.problems.some((one) => one.field === `n-${row.caseId}`);
const typed = (form: FormState, row: AttendanceRow) => {
  const value = form.values[`n-${row.caseId}`];
  return typeof value === "string" ? value : undefined;
};

function DayGrid({ rows, form, lastDay, who, notes }: { rows: readonly AttendanceRow[]; form: FormState; lastDay: number; who(row: AttendanceRow): ReactNode; notes(row: AttendanceRow): ReactNode }) {
  const t = useT();
  const days = Array.from({ length: lastDay }, (_, at) => at + 1);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t("welfare.attendance.title")}>
      <table className="table dense attendance">
        <caption className="visually-hidden">{t("welfare.attendance.title")}</caption>
        <thead><tr><th scope="col">{t("welfare.attendance.name")}</th>{days.map((day) => <th key={day} scope="col" className="n">{day}</th>)}<th scope="col">{t("welfare.sheets.why")}</th></tr></thead>
        <tbody>
          {rows.map((row) => {
            const sent = form.values[`d-${row.caseId}`];
            const ticked = form.problems.length > 0 ? [sent ?? []].flat() : row.days.map(String);
            return (
              <tr key={row.caseId} id={`n-${row.caseId}`}>
                <th scope="row">{who(row)}</th>
                {days.map((day) => {
                  const elsewhere = row.elsewhere.find((one) => one.day === day);
                  return <td key={day}><label className="day-tick"><input type="checkbox" name={`d-${row.caseId}`} value={day} defaultChecked={ticked.includes(String(day))} aria-label={`${row.nameMasked} ${day}${elsewhere ? ` ${t(`welfare.source.${elsewhere.source}`)}` : ""}`} />{elsewhere && <span aria-hidden="true">·</span>}</label></td>;
                })}
                <td>{notes(row)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
