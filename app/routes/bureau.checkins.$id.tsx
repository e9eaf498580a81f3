import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCarePage } from "#app/data/read-models/care-pages.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { closeCare } from "#app/usecases/care/close-care.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, TextArea } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatFen, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { AskContact, type ContactAnswer, contactAnswer } from "../ui/views/ask-contact.tsx";
import { ThreadMessages } from "../ui/views/inquiry.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "offers.care.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { care: found(await readCarePage(context.deps, actor, params.id ?? "")) };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | ContactAnswer> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  if (values.intent === "see") return contactAnswer(values, await seeContact(context.deps, actor, { ...values, of: "care", id: params.id }));
  const result = await closeCare(context.deps, actor, { ...values, careId: params.id });
  if (!result.ok && result.problems.some((one) => one.code === "not-found" || one.code === "invalid")) throw new Response(null, { status: 404 });
  return result.ok ? redirect("/bureau/checkins?done=1") : { values, problems: result.problems };
}

export default function CareCase() {
  const { care } = useLoaderData<typeof loader>();
  const form: ContactAnswer = (useActionData<typeof action>() as ContactAnswer | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = t(`offers.care.kind.${care.kind}`);
  return (
    <>
      <PageHead title={title} crumbs={[{ href: "/bureau/checkins", text: t("offers.care.title") }, { text: title }]}>
        <p className="tags notice-after">
          {care.closedAt === null ? <Tag tone={care.overdue ? "danger" : "loess"}>{t("offers.care.due")} {formatDay(care.dueOn, locale)}</Tag> : <Tag tone="pine">✓ {t("offers.care.isClosed")} {formatDay(care.closedAt, locale)}</Tag>}
          {care.overdue && <Tag tone="danger">{t("offers.care.late")}</Tag>}
        </p>
      </PageHead>
      <ErrorSummary form={form} />
      <Facts
        rows={[
          [t("offers.care.person"), care.person.nameMasked],
          [t("offers.care.phone"), care.person.phoneMasked ?? t("offers.care.noPhone")],
          [t("offers.care.home"), name(care.person.home)],
          care.post && [t("offers.care.post"), <a key="post" href={`/jobs/${care.post.id}`}>{care.post.title}</a>],
          care.post && [t("offers.care.employer"), care.post.employerName],
          care.post && [t("offers.care.employerPhone"), care.post.employerPhoneMasked ?? t("common.unknown")],
          care.wage && [t("workfare.title"), "sheetId" in care.wage ? <a key="wage" href={`/bureau/paysheets/${care.wage.sheetId}`}>{t("workfare.sheets.sheet", { nr: care.wage.nr })} · {formatFen(care.wage.payFen)} {t("workfare.yuan")}</a> : <a key="wage" href={`/muster/${care.wage.rollId}`}>{t("workfare.rolls.roll", { nr: care.wage.nr })}</a>],
          care.checkIn && [t("offers.care.said"), care.checkIn.answer ? t(`offers.check.answer.${care.checkIn.answer}`) : "—"],
          [t("offers.care.raised"), `${t(`terms.role.${care.raisedBy}`)} · ${formatInstant(care.openedAt, locale)}`],
          care.outcome && [t("offers.care.outcomeHead"), t(`offers.care.outcome.${care.outcome}`)],
          care.note !== null && [t("offers.care.note"), care.note],
        ]}
      />
      {care.placementId && <p className="chips notice-after"><a href={`/placements/${care.placementId}`}>{t("offers.care.ledger")}</a></p>}
      <AskContact form={form.values.intent === "see" ? form : emptyForm()} contact={form.contact ?? null} />
      {care.messages.length > 0 && <Section title={t("offers.care.thread")}><ThreadMessages messages={care.messages} eyes="bureau" byBureau={false} reported={care.messageSeq} /></Section>}
      {care.closedAt === null && (
        <form method="post" className="stack section">
          <ChoiceGroup form={form} name="outcome" kind="radio" legend={t("offers.care.outcomeHead")} hint={care.outcomes.includes("UPHELD") ? t("offers.care.upheldSays") : undefined} options={care.outcomes.map((one) => ({ value: one, text: t(`offers.care.outcome.${one}`) }))} />
          <TextArea form={form} name="note" rows={4} maxLength={500} label={t("offers.care.note")} hint={t("offers.care.noteHint")} />
          <Button>{t("offers.care.close")}</Button>
        </form>
      )}
      {care.closedAt !== null && <Notice><p>{t("offers.care.isClosed")}</p></Notice>}
    </>
  );
}

export const ErrorBoundary = PageError;
