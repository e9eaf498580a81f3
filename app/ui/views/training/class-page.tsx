import type { ClassPage } from "#app/data/read-models/training-classes.server.ts";
import { isOver } from "#app/domain/training/class-steps.ts";
import { Button, emptyForm, ErrorSummary, Field, LinkButton } from "../../components/form.tsx";
import { Facts, Fold, Notice, PageHead } from "../../components/page.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { formatCount, formatDay, formatFen } from "../../i18n/format.ts";
import { AskContact, type ContactAnswer } from "../ask-contact.tsx";
import { NextSteps } from "../next-steps.tsx";
import { StuckCertificates } from "./certificates.tsx";
import { AssessForm, ClassPeople } from "./people.tsx";
import { AllowanceSheet } from "./sheet.tsx";
import { ClassTag, Leads, Range } from "./words.tsx";

interface Shown {
  page: ClassPage;
  sent: ContactAnswer | undefined;
  saved: boolean;
  today: string;
  /** where the reader's classes lie */
  base: "/bureau/training/classes" | "/operator/training/classes";
}

/** One class with all that its bureau or its body may do about it. */
export function ClassView({ page, sent, saved, today, base }: Shown) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const callable = [page.there, page.waitingList].flatMap((list) => list.map((one, at) => ({ value: one.id, text: `${at + 1} · ${one.nameMasked} · ${t(`training.own.${one.state}`)}` })));
  const crumbs = page.office ? [{ href: "/bureau/training", text: t("training.title") }, { href: base, text: t("training.list.title") }] : [{ href: "/operator/training", text: t("training.operator.title") }];
  return (
    <>
      <PageHead title={page.title} lead={<><Leads of={page} /> · {name(page.county)}</>} crumbs={[...crumbs, { text: page.title }]}>
        <p className="tags notice-after"><ClassTag state={page.state} /></p>
      </PageHead>
      {sent && !sent.contact && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("training.page.saved")}</p></Notice>}
      {page.reason !== null && page.state === "CANCELLED" && <Notice><p>{t("training.page.cancelled", { reason: page.reason })}</p></Notice>}
      <Facts rows={[
        [t("training.list.body"), page.body], [t("training.issuer.label"), page.issuer ?? <>{t("training.certificate.untied")}{page.office && <> <a href="/bureau/training/bodies">{t("training.certificate.tie")}</a></>}</>],
        [t("training.list.place"), page.place], [t("training.list.days"), <Range key="days" from={page.startsOn} to={page.lastOn} />], [t("training.page.hours"), t("training.page.hoursValue", { n: formatCount(page.hours) })],
        [t("training.plan.funds"), t(page.publicFunds ? "training.plan.PUBLIC" : "training.plan.OTHER")], [t("training.courses.cost"), formatFen(page.costFen)], [t("training.page.teacher"), page.teacherMasked],
        [t("training.list.taken"), `${formatCount(page.taken)} / ${formatCount(page.places)}`],
      ]} />
      {page.state === "OPEN" && today < page.openToAll && <p className="soft notice-after">{t("training.page.first", { day: formatDay(page.openToAll, locale) })}</p>}
      {page.state === "RUNNING" && <p className="notice-after"><LinkButton href={`${base}/${page.id}/attendance`} kind="quiet">{t("training.page.attendance")}</LinkButton></p>}
      {!page.office && page.state === "PLANNED" && page.publicFunds && <Notice><p>{t("training.operator.waitsOffice")}</p></Notice>}
      <NextSteps steps={page.steps} version={page.version} sent={sent} title={t("training.page.next")} word={(to) => t(`training.step.${to}`)} reason={t("training.page.reason")} />
      {page.mayChange && <ChangeForm page={page} sent={sent} />}
      <ClassPeople page={page} sent={sent} />
      {!isOver(page.state) && callable.length > 0 && <AskContact form={sent?.values.intent === "see" ? sent : emptyForm()} contact={sent?.contact ?? null} whom={callable} />}
      <StuckCertificates page={page} />
      <AssessForm page={page} sent={sent} today={today} />
      <AllowanceSheet page={page} />
    </>
  );
}

function ChangeForm({ page, sent }: Pick<Shown, "page" | "sent">) {
  const t = useT();
  const changing = sent?.values.intent === "change";
  const form = changing ? sent : emptyForm({ place: page.place, startsOn: page.startsOn, lastOn: page.lastOn });
  return (
    <div className="section"><Fold summary={t("training.change.title")} open={changing}>
      <form method="post" className="stack">
        <input type="hidden" name="version" value={page.version} />
        <p className="soft">{t("training.change.says")}</p>
        <Field form={form} name="place" label={t("training.plan.place")} maxLength={120} />
        <Field form={form} name="startsOn" label={t("training.plan.startsOn")} type="date" short />
        <Field form={form} name="lastOn" label={t("training.plan.lastOn")} type="date" short />
        <p><Button name="intent" value="change">{t("training.change.submit")}</Button></p>
      </form>
    </Fold></div>
  );
}
