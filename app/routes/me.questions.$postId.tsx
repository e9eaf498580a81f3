import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyThread } from "#app/data/read-models/inquiry-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { askQuestion } from "#app/usecases/inquiries/ask-question.server.ts";
import { reportMessage } from "#app/usecases/inquiries/report-message.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, type FormState, TextArea } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ThreadMessages } from "../ui/views/inquiry.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "offers.ask.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { thread: found(await readMyThread(context.deps, actor.personId ?? "", params.postId ?? "")), done: new URL(request.url).searchParams.get("done") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const thread = found(await readMyThread(context.deps, actor.personId ?? "", params.postId ?? ""));
  const report = values.intent === "report";
  const result = report ? await reportMessage(context.deps, actor, { inquiryId: thread.inquiryId, seq: values.seq }) : await askQuestion(context.deps, actor, { ...values, postId: params.postId });
  orNotFound(result);
  return result.ok ? redirect(`/me/questions/${params.postId}?done=${report ? "reported" : "sent"}`) : { values, problems: result.problems };
}

export default function Ask() {
  const { thread, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("offers.ask.heading", { title: thread.post.title })} lead={t(thread.byBureau ? "offers.ask.saysBureau" : "offers.ask.says")} crumbs={[{ href: "/me", text: t("me.title") }, { href: "/me/questions", text: t("offers.ask.mine") }, { text: t("offers.ask.title") }]}>
        <p className="soft notice-after">{thread.post.employerName} · {name(thread.post.region)} · <a href={`/jobs/${thread.post.id}`}>{t("me.matches.more")}</a></p>
      </PageHead>
      {done && !sent && <Notice><p>{t(done === "reported" ? "offers.ask.reported" : "offers.ask.sent")}</p></Notice>}
      <ErrorSummary form={form} />
      {thread.messages.length > 0 && <Section title={t("offers.ask.thread")}><ThreadMessages messages={thread.messages} eyes="person" byBureau={thread.byBureau} mayReport={!thread.byBureau} /></Section>}
      {thread.open ? (
        <form method="post" className="stack section">
          <ChoiceGroup form={form} name="codes" kind="checkbox" legend={t("offers.ask.codes")} options={thread.codes.map((code) => ({ value: code, text: t(`offers.ask.topic.${code}`) }))} />
          <TextArea form={form} name="text" rows={3} maxLength={300} label={t("offers.ask.text")} hint={t(thread.contactOpen ? "offers.ask.textOpen" : "offers.ask.textHint")} />
          <Button size="big">{t("offers.ask.send")}</Button>
          <p className="soft">{t("offers.ask.free")}</p>
        </form>
      ) : <p className="section">{t("offers.ask.closed")}</p>}
    </>
  );
}

export const ErrorBoundary = PageError;
