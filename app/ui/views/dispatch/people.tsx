import type { DispatchPage } from "#app/data/read-models/dispatch-pages.server.ts";
import { NO_SHOW_REASONS, STANDS } from "#app/domain/dispatch/steps.ts";
import { Bars } from "../../charts/bars.tsx";
import { Button, emptyForm, Field, type FormState } from "../../components/form.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatCount } from "../../i18n/format.ts";
import { SeatTag } from "./parts.tsx";

interface Page extends Pick<DispatchPage, "id" | "state" | "people" | "candidates" | "capacity" | "asked" | "taken" | "aboard" | "arrived" | "noShows"> {}

/** How many were asked, come, are aboard, arrived and did not come, each against the seats. */
export function DispatchBars({ page }: { page: Page }) {
  const t = useT();
  if (page.people.length === 0) return null;
  const bar = (key: string, label: string, value: number) => ({ key, label, value, text: t("dispatch.page.barOf", { n: formatCount(value) }) });
  return (
    <Section title={t("dispatch.page.bar")}>
      <Bars label={t("dispatch.page.bar")} most={Math.max(page.capacity, 1)} bars={[
        bar("seats", t("dispatch.page.seats"), page.capacity), bar("asked", t("dispatch.seat.ASKED"), page.asked), bar("taken", t("dispatch.seat.YES"), page.taken), bar("aboard", t("dispatch.list.aboard"), page.aboard),
        bar("arrived", t("dispatch.list.arrived"), page.arrived), bar("noShows", t("dispatch.list.noShow"), page.noShows),
      ]} />
    </Section>
  );
}

/** Everybody on the list with their seat and state; an officer who called writes the answer down. */
export function DispatchPeople({ page, mayAnswer }: { page: Page; mayAnswer: boolean }) {
  const t = useT();
  const there = page.people.filter((one) => STANDS.includes(one.state));
  const gone = page.people.length - there.length;
  const open = mayAnswer && (page.state === "OPEN" || page.state === "BOARDING");
  return (
    <Section title={t("dispatch.page.people")} id="people">
      {there.length === 0 ? <p className="soft">{t("dispatch.page.nobody")}</p> : (
        <Table dense cards caption={t("dispatch.page.people")} rows={there} rowKey={(one) => one.id} file={tableFile("dispatch-people", { dispatch: page.id })} columns={[
          { key: "seat", head: t("dispatch.page.number"), number: true, cell: (one) => one.seat ?? t("dispatch.none") },
          { key: "name", head: t("dispatch.page.name"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "phone", head: t("dispatch.page.phone"), number: true, cell: (one) => one.phoneMasked ?? t("dispatch.none") },
          { key: "code", head: t("dispatch.page.code"), number: true, cell: (one) => one.code },
          { key: "state", head: t("dispatch.page.status"), cell: (one) => <SeatTag state={one.state} /> },
          { key: "placement", head: t("dispatch.page.placement"), cell: (one) => (one.placementId ? <a href={`/placements/${one.placementId}`} aria-label={`${t("dispatch.page.placement")} ${one.nameMasked}`}>{t("dispatch.page.placement")}</a> : t("dispatch.none")) },
          ...(open ? [{ key: "act", head: t("dispatch.page.act"), cell: (one: (typeof there)[number]) => (one.state === "ASKED" || one.state === "YES") && (
            <form method="post" className="cell-form"><input type="hidden" name="personId" value={one.personId} />
              {one.state === "ASKED" && <button className="button quiet small" type="submit" name="intent" value="yes" aria-label={t("dispatch.page.yesFor", { name: one.nameMasked })}>{t("dispatch.page.yes")}</button>}
              <button className="button quiet small" type="submit" name="intent" value="no" aria-label={t("dispatch.page.noFor", { name: one.nameMasked })}>{t("dispatch.page.no")}</button></form>
          ) }] : []),
        ]} />
      )}
      {gone > 0 && <p className="soft notice-after">{t("dispatch.page.gone", { n: formatCount(gone) })}</p>}
    </Section>
  );
}

/** People who wait to leave for the destination, to be ticked and asked together; or one by their identity number. */
export function AskPeople({ page, sent }: { page: Page; sent: FormState | undefined }) {
  const t = useT();
  const form = sent?.values.intent === "ask" ? sent : emptyForm();
  return (
    <Section title={t("dispatch.page.add")} says={page.candidates.length > 0 ? t("dispatch.page.addSays") : t("dispatch.page.addNone")} id="add">
      <form method="post" className="stack">
        {page.candidates.length > 0 && (
          <fieldset className="choices tight field"><legend>{t("dispatch.page.people")}</legend>
            <div className="choice-list">{page.candidates.map((one) => (
              <label className="choice" key={one.personId}><input type="checkbox" name="personIds" value={one.personId} /><span className="choice-text">{one.nameMasked}<span className="hint">{one.title}{one.ofPosts && t("common.inBrackets", { text: t("dispatch.page.ofPosts") })}</span></span></label>
            ))}</div>
          </fieldset>
        )}
        <Field form={form} name="idNumber" label={t("dispatch.page.idNumber")} maxLength={30} autoComplete="off" />
        <p><Button name="intent" value="ask">{t(page.candidates.length > 0 ? "dispatch.page.addSubmit" : "dispatch.page.addOne")}</Button></p>
      </form>
    </Section>
  );
}

/** Who did not come, with what a call found out. */
export function NoShows({ page, sent, mayWrite }: { page: Page; sent: FormState | undefined; mayWrite: boolean }) {
  const t = useT();
  const people = page.people.filter((one) => one.state === "NO_SHOW");
  if (people.length === 0) return null;
  return (
    <Section title={t("dispatch.page.followUp")} says={t("dispatch.page.followUpSays")} id="no-shows">
      <ul className="tick-list">
        {people.map((one) => {
          const values = sent?.values.seatId === one.id ? sent.values : {};
          return (
            <li key={one.id}>
              <span className="who"><strong>{one.nameMasked}</strong> {one.phoneMasked}{one.followUp && <><br /><span className="soft">{t("dispatch.page.followed", { why: t(`dispatch.followUp.${one.followUp}`) })} {one.followUpNote}</span></>}</span>
              {mayWrite && (
                <form method="post" className="cell-form">
                  <input type="hidden" name="seatId" value={one.id} /><input type="hidden" name="version" value={one.version} />
                  <label className="visually-hidden" htmlFor={`why-${one.id}`}>{t("dispatch.page.why")}</label>
                  <select className="input short" id={`why-${one.id}`} name="reason" defaultValue={String(values.reason ?? one.followUp ?? "")}><option value="">{t("dispatch.page.why")}</option>{NO_SHOW_REASONS.map((why) => <option key={why} value={why}>{t(`dispatch.followUp.${why}`)}</option>)}</select>
                  <label className="visually-hidden" htmlFor={`note-${one.id}`}>{t("dispatch.page.note")}</label>
                  <input className="input short" id={`note-${one.id}`} name="note" maxLength={200} placeholder={t("dispatch.page.note")} defaultValue={String(values.note ?? one.followUpNote ?? "")} />
                  <button className="button quiet small" type="submit" name="intent" value="follow-up" aria-label={t("dispatch.page.recordFor", { name: one.nameMasked })}>{t("dispatch.page.record")}</button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
