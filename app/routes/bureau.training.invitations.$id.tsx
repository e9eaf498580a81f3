import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readInvited } from "#app/data/read-models/training-invitations.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { answerTrainingInvitation } from "#app/usecases/training/answer-invitation.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { Button, emptyForm, ErrorSummary, Select, Tick } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { AskContact, type ContactAnswer, contactAnswer } from "../ui/views/ask-contact.tsx";
import { ClassTag, OwnTag, Range } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "needs.invited.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const asked = Number.parseInt(query.get("invited") ?? "", 10);
  return { page: found(await readInvited(context.deps, actor, params.id ?? "")), saved: query.has("saved"), invited: asked >= 1 && asked <= 500 ? asked : null };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | ContactAnswer> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const page = found(await readInvited(context.deps, actor, params.id ?? ""));
  if (values.intent === "see") return contactAnswer(values, await seeContact(context.deps, actor, { ...values, of: "invitation", id: page.invited.find((one) => one.id === values.id)?.id }));
  if (!page.invited.some((one) => one.id === values.invitationId)) throw new Response(null, { status: 404 });
  const result = await answerTrainingInvitation(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/training/invitations/${page.id}?saved=1`) : { values, problems: result.problems };
}

export default function TrainingInvitations() {
  const { page, saved, invited } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as ContactAnswer | undefined;
  const seeing = sent?.values.intent === "see" ? sent : undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  const waiting = page.invited.filter((one) => one.state === "INVITED");
  return (
    <>
      <PageHead title={t("needs.invited.of", { title: page.title })} lead={<><Range from={page.startsOn} to={page.lastOn} /> <ClassTag state={page.state} /></>} crumbs={[{ href: "/bureau/training", text: t("training.title") }, { href: "/bureau/training/needs", text: t("needs.title") }, { text: t("needs.invited.title") }]}>
        <p className="chips notice-after"><a href={`/bureau/training/classes/${page.id}`}>{t("needs.invited.class")}</a></p>
      </PageHead>
      <ErrorSummary form={form} />
      {invited !== null && !sent && <Notice><p>{t("needs.fill.done", { n: formatCount(invited) })}</p></Notice>}
      {page.state === "PLANNED" && <Notice><p>{t("needs.fill.notOpen")}</p></Notice>}
      {saved && !sent && <Notice><p>{t("needs.invited.saved")}</p></Notice>}
      <Table dense cards file={tableFile("training-invitations", { class: page.id })} caption={t("needs.invited.title")} rows={page.invited} rowKey={(one) => one.id} columns={[
        { key: "nr", head: t("tables.seq"), number: true, cell: (one) => one.nr },
        { key: "name", head: t("needs.invited.name"), rowHead: true, cell: (one) => one.nameMasked },
        { key: "state", head: t("needs.invited.state"), cell: (one) => t(`needs.invited.states.${one.state}`) },
        { key: "own", head: t("needs.invited.own"), cell: (one) => (one.enrolment ? <OwnTag state={one.enrolment} /> : "—") },
        { key: "post", head: t("needs.invited.post"), cell: (one) => <a href={`/jobs/${one.postId}`}>{one.postTitle}</a> },
        { key: "waits", head: t("needs.invited.waits"), cell: (one) => (one.end ? t(`needs.ends.${one.end}`) : t("needs.invited.still")) },
      ]} />
      {page.state !== "CLOSED" && page.invited.length > 0 && <AskContact form={seeing ?? emptyForm()} contact={seeing?.contact ?? null} whom={[...new Map(page.invited.map((one) => [one.id, { value: one.id, text: `${one.nr} · ${one.nameMasked} · ${t(`needs.invited.states.${one.state}`)}` }])).values()]} />}
      <div className="section"><Fold summary={t("needs.invited.answer")} open={sent !== undefined && seeing === undefined}>
        {waiting.length === 0 ? <p className="soft">{t("needs.invited.allAnswered")}</p> : (
          <form method="post" className="stack">
            <Select form={form} name="invitationId" label={t("needs.invited.who")} options={waiting.map((one) => ({ value: one.id, text: `${one.nr} · ${one.nameMasked}` }))} />
            <Select form={form} name="answer" label={t("needs.invited.state")} options={[{ value: "YES", text: t("needs.invited.yes") }, { value: "NO", text: t("needs.invited.no") }]} short />
            <Tick form={form} name="heard" label={t("needs.invited.heard")} />
            <p><Button>{t("needs.invited.submit")}</Button></p>
          </form>
        )}
      </Fold></div>
    </>
  );
}

export const ErrorBoundary = PageError;
