import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBureauEmployer } from "#app/data/read-models/bureau-employer.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { decideEmployer } from "#app/usecases/employers/approve-employer.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, TextArea } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.bureau.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { employer: found(await readBureauEmployer(context.deps, actor, params.id ?? "")), done: new URL(request.url).searchParams.get("done") === "1" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await decideEmployer(context.deps, actor, { ...values, employerId: params.id });
  orNotFound(result);
  return result.ok ? redirect(`/bureau/employers/${params.id}?done=1`) : { values, problems: result.problems };
}

export default function BureauEmployer() {
  const { employer, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={employer.name} crumbs={[{ href: "/bureau/employers", text: t("employer.bureau.title") }, { text: employer.name }]}>
        <p className="tags notice-after"><Tag tone={employer.status === "APPROVED" ? "pine" : employer.status === "PENDING" ? "loess" : "danger"}>{t(`terms.employerStatus.${employer.status}`)}</Tag> <Tag>{t(`terms.employerKind.${employer.kind}`)}</Tag>{employer.recheck !== "fresh" && <> <Tag tone="danger">{t(employer.recheck === "overdue" ? "employer.bureau.overdue" : "recruit.bureau.dueSoon")}</Tag></>}</p>
      </PageHead>
      {done && !sent && <Notice><p>{t("employer.bureau.done")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      <Section title={t("recruit.bureau.facts")}>
        <Facts
          rows={[
            [t("employer.bureau.code"), employer.creditCode ?? t("employer.bureau.noCode")],
            [t("employer.bureau.region"), name(employer.region) || t("common.unknown")],
            employer.kind === "COMMERCIAL_AGENCY" && [t("recruit.register.licence"), employer.licenceNumber ?? t("recruit.bureau.noLicence")],
            [t("recruit.register.contact"), employer.contact ?? t("common.unknown")],
            [t("recruit.register.phone"), employer.phone ?? t("common.unknown")],
            [t("recruit.bureau.account"), t(employer.hasAccount ? "recruit.bureau.hasAccount" : "recruit.bureau.noAccount")],
            [t("recruit.bureau.registered"), formatDay(employer.registeredOn, locale)],
            [t("employer.bureau.verified"), employer.verifiedAt ? formatDay(employer.verifiedAt, locale) : "—"],
            [t("employer.bureau.recheck"), employer.reverifyBy ? formatDay(employer.reverifyBy, locale) : "—"],
            [t("employer.bureau.posts"), `${formatCount(employer.posts.open)} / ${formatCount(employer.posts.all)}`],
            employer.decisionReason !== null && [t("recruit.bureau.reason"), employer.decisionReason],
          ]}
        />
      </Section>
      <Section title={t("employer.bureau.decide")} says={t("recruit.bureau.look")}>
        <div className="columns two">
          <form method="post" className="stack">
            <p>{t(employer.status === "APPROVED" ? "recruit.bureau.again" : "recruit.bureau.approveSays")}</p>
            <Button name="decision" value="APPROVED">{t("employer.bureau.approve")}</Button>
          </form>
          <form method="post" className="stack">
            <TextArea form={sent ?? emptyForm()} name="reason" rows={2} maxLength={300} label={t("recruit.bureau.suspendReason")} hint={t("recruit.bureau.suspendHint")} />
            <Button kind="danger" name="decision" value="SUSPENDED">{t("employer.bureau.suspend")}</Button>
          </form>
        </div>
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
