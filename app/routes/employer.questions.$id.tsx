import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAnswerThread } from "#app/data/read-models/inquiry-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { answerQuestion } from "#app/usecases/inquiries/answer-question.server.ts";
import { reportMessage } from "#app/usecases/inquiries/report-message.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, type FormState, TextArea } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ThreadMessages } from "../ui/views/inquiry.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "offers.answer.title", { noIndex: true });

const ANSWERING = ["EMPLOYER", "OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ANSWERING);
  return { thread: found(await readAnswerThread(context.deps, actor, params.id ?? "")), done: new URL(request.url).searchParams.get("done"), byEmployer: actor.role === "EMPLOYER" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ANSWERING);
  const values = formValues(await readForm(request));
  const report = values.intent === "report";
  const result = report ? await reportMessage(context.deps, actor, { inquiryId: params.id, seq: values.seq }) : await answerQuestion(context.deps, actor, { ...values, inquiryId: params.id });
  orNotFound(result);
  return result.ok ? redirect(`${new URL(request.url).pathname}?done=${report ? "reported" : "sent"}`) : { values, problems: result.problems };
}

export default function Answer() {
  const { thread, done, byEmployer } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const base = byEmployer ? "/employer" : "/bureau";
  return (
    <>
      <PageHead title={thread.post.title} crumbs={[{ href: `${base}/questions`, text: t("offers.answer.title") }, { text: thread.post.title }]}>
        <p className="soft">{thread.nameMasked ?? t("offers.answer.somebody")} · {name(thread.post.region)} · <a href={`/jobs/${thread.post.id}`}>{t("employer.view")}</a></p>
        {thread.waitingSince !== null && <p className="tags notice-after"><Tag tone="loess">{t("offers.answer.since", { at: formatInstant(thread.waitingSince, locale) })}</Tag></p>}
      </PageHead>
      {done && !sent && <Notice><p>{t(done === "reported" ? "offers.ask.reported" : "offers.answer.done")}</p></Notice>}
      <ErrorSummary form={form} />
      <Section title={t("offers.ask.thread")}><ThreadMessages messages={thread.messages} eyes={byEmployer ? "employer" : "bureau"} byBureau={!byEmployer} mayReport={byEmployer} /></Section>
      <form method="post" className="stack section">
        <ChoiceGroup form={form} name="codes" kind="checkbox" legend={t("offers.answer.codes")} options={thread.answers.map((code) => ({ value: code, text: findText(locale, `offers.answer.say.${code}`) ?? code }))} />
        <TextArea form={form} name="text" rows={3} maxLength={300} label={t("offers.answer.text")} hint={t(thread.contactOpen || !byEmployer ? "offers.ask.textOpen" : "offers.ask.textHint")} />
        <Button size="big">{t("offers.answer.send")}</Button>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
