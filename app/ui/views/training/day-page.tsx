import { Fragment } from "react";
import type { DayPage } from "#app/data/read-models/training-classes.server.ts";
import { isOver } from "#app/domain/training/class-steps.ts";
import { Button, emptyForm, ErrorSummary, Field } from "../../components/form.tsx";
import { Notice, PageHead } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { useLocale, useT } from "../../i18n/context.tsx";
import { formatDay, formatDayShort } from "../../i18n/format.ts";
import { AskContact, type ContactAnswer } from "../ask-contact.tsx";

/** One day of a class: who was there, and the days that have entries. */
export function DayView({ page, sent, saved, base }: { page: DayPage; sent: ContactAnswer | undefined; saved: boolean; base: "/bureau/training/classes" | "/operator/training/classes" }) {
  const t = useT();
  const locale = useLocale();
  const valueOf = (one: (typeof page.people)[number]) => String(sent?.values[`halves-${one.id}`] ?? one.halves ?? 2);
  const running = page.state === "RUNNING";
  const seeing = !isOver(page.state) && page.people.length > 0 && (
    <AskContact within={running} form={sent?.values.intent === "see" ? sent : emptyForm()} contact={sent?.contact ?? null} whom={page.people.map((one, at) => ({ value: one.id, text: `${at + 1} · ${one.nameMasked}` }))} />
  );
  return (
    <>
      <PageHead title={`${t("training.day.title")} · ${formatDay(page.day, locale)}`} lead={page.title} crumbs={[{ href: base.replace("operator/training/classes", "operator/training"), text: t("training.list.title") }, { href: `${base}/${page.id}`, text: page.title }, { text: t("training.day.title") }]} />
      {sent && !sent.contact && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("training.page.saved")}</p></Notice>}
      <form method="get" className="stack">
        <Field form={emptyForm({ day: page.day })} name="day" id="pick-day" label={t("training.day.day")} type="date" short min={page.startsOn} max={page.latest} />
        <p><Button kind="quiet">{t("training.day.pick")}</Button></p>
      </form>
      {page.days.length > 0 && <p className="soft notice-after">{t("training.day.known")}{page.days.map((day) => <Fragment key={day}> <a href={`${base}/${page.id}/attendance?day=${day}`}>{formatDayShort(day)}</a></Fragment>)}</p>}
      {!running ? <p className="notice-after">{t("training.day.closed")}</p> : page.people.length === 0 ? <p className="notice-after">{t("training.day.nobody")}</p> : (
        <form method="post" className="stack notice-after">
          <input type="hidden" name="version" value={page.version} /><input type="hidden" name="day" value={page.day} />
          <Table dense cards file={base.startsWith("/bureau") ? tableFile("training-attendance", { class: page.id }) : undefined} caption={t("training.day.title")} rows={page.people} rowKey={(one) => one.id} columns={[
            { key: "nr", head: t("tables.seq"), number: true, cell: (one) => page.people.indexOf(one) + 1 },
            { key: "name", head: t("training.page.name"), rowHead: true, cell: (one) => one.nameMasked },
            { key: "halves", head: t("training.day.there"), cell: (one) => (
              <select className="input short" name={`halves-${one.id}`} aria-label={`${page.people.indexOf(one) + 1} ${one.nameMasked} ${t("training.day.there")}`} defaultValue={valueOf(one)}>
                <option value="2">{t("training.day.whole")}</option><option value="1">{t("training.day.half")}</option><option value="0">{t("training.day.none")}</option>
              </select>
            ) },
          ]} />
          <p><Button>{t("training.day.save")}</Button></p>
          {seeing}
        </form>
      )}
      {!running && seeing}
    </>
  );
}
