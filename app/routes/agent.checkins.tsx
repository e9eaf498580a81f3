import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAgentCheckIns } from "#app/data/read-models/check-in-pages.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { answerCheckIn } from "#app/usecases/checkins/answer-check-in.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CheckInAnswers, useQuestion } from "../ui/views/check-in.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "offers.agent.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT"]);
  return { people: await readAgentCheckIns(context.deps, actor), today: context.deps.clock.today(), done: new URL(request.url).searchParams.get("done") === "1" };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["AGENT"]);
  const { checkInId, answer, day } = formValues(await readForm(request));
  const result = await answerCheckIn(context.deps, actor, { checkInId, answer, day });
  if (!result.ok && result.problems[0]?.code === "check-in-gone") throw new Response(null, { status: 404 });
  return result.ok ? redirect("/agent/checkins?done=1") : { values: { checkInId, answer, day }, problems: result.problems.map((one) => ({ ...one, field: one.field && `${one.field}-${String(checkInId)}` })) };
}

export default function AgentCheckIns() {
  const { people, today, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const question = useQuestion();
  return (
    <>
      <PageHead title={t("offers.agent.title")} lead={t("offers.agent.says")} />
      {done && !sent && <Notice><p>{t("offers.agent.done")} {t("offers.agent.print")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {people.length === 0 ? <EmptyState title={t("offers.agent.none")} says={t("offers.agent.noneSays")} /> : (
        <ul className="posts">
          {people.map((one) => {
            const mine = sent?.values.checkInId === one.id ? sent : emptyForm();
            return (
              <li key={one.id}>
                <article className="post-card">
                  <h2>{one.nameMasked}</h2>
                  <p className="who">{name(one.home)}</p>
                  <p className="tags"><Tag tone={one.bySms ? undefined : "loess"}>{t(one.bySms ? "offers.agent.noReply" : "offers.agent.noPhone")}</Tag> <span className="benefits">{t("offers.agent.due")} {formatDay(one.dueOn, locale)}</span></p>
                  {one.post && <p>{one.post} · {one.employerName}</p>}
                  <p><strong>{t("offers.agent.ask")}{t("common.colon")}{question(one.kind)}</strong></p>
                  <Fold summary={t("offers.agent.record")} open={mine.problems.length > 0}><CheckInAnswers asked={one} form={mine} today={today} hidden={{ checkInId: one.id }} id={`-${one.id}`} /></Fold>
                </article>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
