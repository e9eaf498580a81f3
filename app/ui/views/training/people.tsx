import type { ClassPage } from "#app/data/read-models/training-classes.server.ts";
import { Button, emptyForm, Field, type FormState, Select } from "../../components/form.tsx";
import { Fold, Section } from "../../components/page.tsx";
import { Table } from "../../components/records.tsx";
import { tableFile } from "../../components/table-file-link.tsx";
import { Tag } from "../../components/tag.tsx";
import { useT } from "../../i18n/context.tsx";
import { formatDayShort } from "../../i18n/format.ts";
import { OwnTag } from "./words.tsx";

type Page = ClassPage;
type Person = Page["there"][number];

function Withdraw({ person }: { person: Person }) {
  const t = useT();
  return (
    <form method="post" className="cell-form"><input type="hidden" name="enrolmentId" value={person.id} /><button className="button quiet small" type="submit" name="intent" value="withdraw" aria-label={t("training.page.withdrawFor", { name: person.nameMasked })}>{t("training.page.withdraw")}</button></form>
  );
}

/** Everybody who holds a place or waits for one, in order, and the form that puts somebody down. */
export function ClassPeople({ page, sent }: { page: Page; sent: FormState | undefined }) {
  const t = useT();
  const days = (halves: number) => t("training.page.days", { n: halves / 2 });
  const named = (person: Person) => <>{person.personId ? <a href={`/bureau/people/${person.personId}/days`}>{person.nameMasked}</a> : person.nameMasked}{person.repeatReason && <><br /><span className="soft">{t("training.page.repeat", { reason: person.repeatReason })}</span></>}</>;
  const fileOf = (part: "people" | "waiting") => (page.office ? tableFile(`training-${part}`, { class: page.id }) : undefined);
  const enrol = sent?.values.intent === "enrol" ? sent : emptyForm();
  return (
    <Section title={t("training.page.people")}>
      {page.there.length === 0 && page.waitingList.length === 0 && <p className="soft">{t("training.page.nobody")}</p>}
      {page.there.length > 0 && (
        <Table dense cards file={fileOf("people")} caption={t("training.page.people")} rows={page.there} rowKey={(one) => one.id} columns={[
          { key: "nr", head: t("tables.seq"), number: true, cell: (one) => page.there.indexOf(one) + 1 },
          { key: "name", head: t("training.page.name"), rowHead: true, cell: named },
          { key: "help", head: t("training.page.helpHead"), cell: (one) => t(`training.help.${one.help}`) },
          { key: "state", head: t("training.page.stateHead"), cell: (one) => <OwnTag state={one.state} /> },
          { key: "days", head: t("training.page.attended"), number: true, cell: (one) => days(one.halves) },
          { key: "score", head: t("training.page.score"), number: true, cell: (one) => one.score ?? "—" },
          { key: "on", head: t("training.page.assessedOn"), number: true, cell: (one) => (one.assessedOn ? formatDayShort(one.assessedOn) : "—") },
          { key: "certificate", head: t("training.certificate.head"), cell: (one) => (one.certificate === null ? "—" : <Tag tone={one.certificate === "issued" ? "pine" : one.certificate === "stuck" ? "danger" : "loess"}>{t(`training.certificate.${one.certificate}`)}</Tag>) },
          { key: "act", head: t("training.page.next"), cell: (one) => (page.office && one.state === "ENROLLED" ? <Withdraw person={one} /> : null) },
        ]} />
      )}
      {page.waitingList.length > 0 && (
        <div className="notice-after"><Table dense cards file={fileOf("waiting")} caption={t("training.page.waitingList")} rows={page.waitingList} rowKey={(one) => one.id} columns={[
          { key: "rank", head: t("training.page.rank"), number: true, cell: (one) => page.waitingList.indexOf(one) + 1 },
          { key: "name", head: t("training.page.name"), rowHead: true, cell: named },
          { key: "help", head: t("training.page.helpHead"), cell: (one) => t(`training.help.${one.help}`) },
          { key: "act", head: t("training.page.next"), cell: (one) => (page.office ? <Withdraw person={one} /> : null) },
        ]} /></div>
      )}
      {page.gone.length > 0 && <p className="soft notice-after">{t("training.page.gone", { n: page.gone.length })}</p>}
      {page.office && page.state === "OPEN" && (
        <Fold summary={t("training.page.enrol")} open={sent?.values.intent === "enrol"}>
          <form method="post" className="stack">
            <p className="soft">{t("training.page.enrolSays")}</p>
            <Field form={enrol} name="idNumber" label={t("training.page.idNumber")} maxLength={30} autoComplete="off" />
            <Field form={enrol} name="reason" id="repeat-reason" label={t("training.page.repeatReason")} maxLength={200} />
            <p><Button name="intent" value="enrol">{t("training.page.enrolSubmit")}</Button></p>
          </form>
        </Fold>
      )}
    </Section>
  );
}

/** One result at a time; who has one already stands in the list too, to be corrected with a reason. */
export function AssessForm({ page, sent, today }: { page: Page; sent: FormState | undefined; today: string }) {
  const t = useT();
  const people = [...page.there].sort((a, b) => Number(a.state !== "ENROLLED") - Number(b.state !== "ENROLLED"));
  const form = sent?.values.intent === "assess" ? sent : emptyForm({ assessedOn: today, outcome: "SCORED" });
  if (people.length === 0 || !page.mayAssess || (page.state !== "RUNNING" && page.state !== "ASSESSED")) return null;
  return (
    <Section title={t("training.assess.title")} says={t("training.assess.fix")}>
      <form method="post" className="stack">
        <Select form={form} name="trainee" label={t("training.assess.of")} options={people.map((one) => ({ value: `${one.id}:${one.version}`, text: `${page.there.indexOf(one) + 1} · ${one.nameMasked} · ${t(`training.own.${one.state}`)}` }))} />
        <Select form={form} name="outcome" label={t("training.assess.outcome")} options={(["SCORED", "STAYED_AWAY"] as const).map((value) => ({ value, text: t(`training.assess.${value}`) }))} short />
        <Field form={form} name="score" label={t("training.assess.score", { mark: page.passMark ?? "—" })} type="number" inputMode="numeric" short min={0} max={100} />
        <Field form={form} name="assessedOn" label={t("training.assess.day")} type="date" short />
        <Field form={form} name="assessor" label={t("training.assess.assessor")} maxLength={40} />
        <Field form={form} name="reason" label={t("training.assess.reason")} maxLength={200} id="fix-reason" />
        <p><Button name="intent" value="assess">{t("training.assess.submit")}</Button></p>
      </form>
    </Section>
  );
}
