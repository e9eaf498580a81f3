import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type InvitedLine, readMyInvitations } from "#app/data/read-models/training-invitations.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { answerTrainingInvitation } from "#app/usecases/training/answer-invitation.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Facts, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { usePay } from "../ui/views/needs/words.tsx";
import { Range } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "needs.mine.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { invitations: await readMyInvitations(context.deps, requireActor(context, request, ["SEEKER"])) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await answerTrainingInvitation(context.deps, actor, { invitationId: values.invitationId, answer: values.answer });
  orNotFound(result, "invitationId");
  return result.ok ? redirect("/me/training/invitations") : { values, problems: result.problems };
}

export default function MyInvitations() {
  const { invitations } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const pay = usePay();
  return (
    <>
      <PageHead title={t("needs.mine.title")} lead={t("needs.mine.says")} crumbs={[{ href: "/me", text: t("me.title") }, { href: "/me/training", text: t("training.mine.title") }, { text: t("needs.mine.title") }]} />
      <ErrorSummary form={form} />
      {invitations.length === 0 && <EmptyState title={t("needs.mine.none")} proposals={[{ href: "/training", text: t("training.link.find") }]} />}
      {invitations.map((one) => (
        <section key={one.id} className="section">
          <h2>{one.title}{one.level && ` · ${t(`terms.skillLevel.${one.level}`)}`}</h2>
          <Facts rows={[
            [t("needs.mine.days"), <Range key="days" from={one.startsOn} to={one.lastOn} />], [t("needs.mine.place"), one.place], [t("needs.mine.gain"), <a key="post" href={`/jobs/${one.postId}`}>{one.postTitle}</a>], [t("needs.mine.pay"), pay(one)],
            one.end !== null && one.end !== "PASSED" && [t("needs.mine.over"), t(`needs.ends.${one.end}`)],
          ]} />
          <Answer one={one} />
        </section>
      ))}
    </>
  );
}

function Answer({ one }: { one: InvitedLine }) {
  const t = useT();
  if (one.state === "DECLINED") return <p className="notice-after">{t("needs.mine.declined")}</p>;
  if (one.end === "PASSED") return <p className="notice-after">{t("needs.mine.passed")} <a href={`/jobs/${one.postId}`}>{one.postTitle}</a></p>;
  if (one.state === "ACCEPTED") return <p className="notice-after">{one.enrolment === "WAITING" ? t("needs.mine.waiting") : one.enrolment === "ENROLLED" ? t("needs.mine.joined") : one.enrolment && t(`training.own.${one.enrolment}`)} <a href="/me/training">{t("training.mine.title")}</a></p>;
  if (one.classState !== "PLANNED" && one.classState !== "OPEN") return <p className="notice-after">{t("needs.mine.late")}</p>;
  return (
    <form method="post" className="actions notice-after">
      <input type="hidden" name="invitationId" value={one.id} />
      {one.classState === "OPEN" ? <Button size="big" name="answer" value="YES">{t("needs.mine.yes")}</Button> : <p>{t("needs.mine.pending")}</p>}
      <Button kind="quiet" size="big" name="answer" value="NO">{t("needs.mine.no")}</Button>
    </form>
  );
}

export const ErrorBoundary = PageError;
