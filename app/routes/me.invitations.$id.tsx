import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readHiring } from "#app/data/read-models/hiring-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { takeHiringStep } from "#app/usecases/hiring/take-step.server.ts";
import { orStandingYes } from "#app/data/read-models/standing-yes.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { Button, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { WageLine } from "../ui/components/wage.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { PlainPostChoice } from "../ui/views/brand/plain-choice.tsx";
import { HiringSteps } from "../ui/views/hiring-steps.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "recruit.invitations.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { hiring: found(await readHiring(context.deps, actor, params.id ?? "")) };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  if (values.kind === "HIRED") {
    const { post } = found(await readHiring(context.deps, actor, params.id ?? ""));
    const accepted = await orStandingYes(context.deps, actor, post.id, await acceptPost(context.deps, actor, { postId: post.id, plain: values.plain }));
    return accepted.ok ? redirect(`/me/placements/${accepted.value.placementId}`) : { values, problems: accepted.problems };
  }
  const result = await takeHiringStep(context.deps, actor, { ...values, hiringId: params.id });
  orNotFound(result);
  return result.ok ? redirect(`/me/invitations/${params.id}`) : { values, problems: result.problems };
}

export default function Invitation() {
  const { hiring } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const offered = hiring.state === "OFFERED";
  return (
    <>
      <PageHead title={hiring.post.title} crumbs={[{ href: "/me/invitations", text: t("recruit.invitations.title") }, { text: hiring.post.title }]}>
        <WageLine wage={hiring.post} />
        <p className="soft">{hiring.post.employerName} · {name(hiring.post.region)} · <a href={`/jobs/${hiring.post.id}`}>{t("me.matches.more")}</a> · <a href={`/me/questions/${hiring.post.id}`}>{t("offers.ask.link")}</a></p>
      </PageHead>
      {sent && <ErrorSummary form={sent} />}
      {sent && <PlainPostChoice form={sent} fields={{ kind: "HIRED" }} />}
      <Notice><p>{t(`recruit.invitations.is.${hiring.state}`)}</p></Notice>
      {hiring.employerContact && <div className="notice-after"><Facts rows={[[t("recruit.register.contact"), hiring.employerContact.name ?? t("common.unknown")], [t("recruit.register.phone"), hiring.employerContact.phone ?? t("common.unknown")]]} /></div>}
      {hiring.next.length > 0 && (
        <form method="post" className="actions notice-after">
          {hiring.next.includes("AGREED") && <Button size="big" name="kind" value="AGREED">{t("recruit.invitations.agree")}</Button>}
          {offered && <Button size="big" name="kind" value="HIRED">{t("me.matches.accept")}</Button>}
          <Button kind="quiet" name="kind" value="DECLINED">{t("recruit.invitations.decline")}</Button>
        </form>
      )}
      {hiring.next.includes("AGREED") && <p className="soft notice-after">{t("recruit.invitations.agreeSays")}</p>}
      <Section title={t("recruit.hiring.steps")}><HiringSteps steps={hiring.steps} /></Section>
    </>
  );
}

export const ErrorBoundary = PageError;
