import type { PersonDaysView } from "#app/data/read-models/person-days-page.server.ts";
import { monthEnd } from "#app/domain/dates.ts";
import { DAY_SOURCES } from "#app/domain/days/person-day.ts";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatCount } from "../../i18n/format.ts";

/** A month drawn as a calendar, and all months by source beneath. */
export function PersonDays({ view, path }: { view: PersonDaysView; path: string }) {
  const t = useT();
  const weekdays = t("welfare.days.weekdays").split(" ");
  const first = new Date(`${view.month}-01T00:00:00Z`);
  const lead = (first.getUTCDay() + 6) % 7;
  const last = Number(monthEnd(view.month).slice(8));
  const cells = [...Array.from({ length: lead }, () => 0), ...Array.from({ length: last }, (_, at) => at + 1)];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => cells[week * 7 + at] ?? 0));
  const of = (day: number) => view.days.filter((one) => Number(one.day.slice(8)) === day);
  return (
    <>
      <Section title={view.month}>
        <table className="calendar">
          <caption className="visually-hidden">{view.month}</caption>
          <thead><tr>{weekdays.map((one) => <th key={one} scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {weeks.map((week, at) => (
              <tr key={at}>{week.map((day, nth) => (
                <td key={nth} className={of(day).length > 0 ? "taken" : undefined}>{day > 0 && <><span className="num">{day}</span>{of(day).map((one) => <span className="day-source" key={one.source}><abbr title={t(`welfare.source.${one.source}`)}>{t(`welfare.sourceShort.${one.source}`)}</abbr> {t("welfare.days.minutes", { n: Math.round(one.minutes / 6) / 10 })}</span>)}</>}</td>
              ))}</tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t("welfare.days.by")}>
        {view.months.length === 0 ? <p className="soft">{t("welfare.days.none")}</p> : (
          <Table
            dense caption={t("welfare.days.by")} file={tableFile("person-days", { person: view.personId })} rows={view.months} rowKey={(one) => one.month}
            columns={[
              { key: "month", head: t("welfare.sheets.month"), rowHead: true, cell: (one) => <a className="row-link" href={`${path}?month=${one.month}`}>{one.month}</a> },
              ...DAY_SOURCES.map((source) => ({ key: source, head: t(`welfare.source.${source}`), number: true, cell: (one: PersonDaysView["months"][number]) => formatCount(one.counts.find((count) => count.source === source)?.days ?? 0) })),
              { key: "total", head: t("welfare.days.total"), number: true, cell: (one) => formatCount(one.counts.reduce((sum, count) => sum + count.days, 0)) },
            ]}
          />
        )}
      </Section>
    </>
  );
}
