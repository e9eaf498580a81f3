import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readEmployerFairs } from "#app/data/read-models/my-fairs.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { askForBooth, changeBoothPosts, withdrawBooth } from "#app/usecases/fairs/ask-for-booth.server.ts";
import { reportFairHiring } from "#app/usecases/fairs/hire-at-fair.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { AskForm, OwnBooth } from "../ui/views/fair/employer-parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.employer.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  return { ...(await readEmployerFairs(context.deps, requireActor(context, request, ["EMPLOYER"]))), saved: query.has("saved"), reported: query.has("reported") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const result = await (() => {
    switch (values.intent) {
      case "posts": return changeBoothPosts(deps, actor, values);
      case "withdraw": return withdrawBooth(deps, actor, values);
      case "report": return reportFairHiring(deps, actor, values);
      default: return askForBooth(deps, actor, values);
    }
  })();
  orNotFound(result, "fairId", "boothId", "version");
  return result.ok ? redirect(`/employer/fairs?${values.intent === "report" ? "reported" : "saved"}=1`) : { values, problems: result.problems };
}

export default function EmployerFairs() {
  const { approved, posts, fairs, booths, saved, reported } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  return (
    <>
      <PageHead title={t("fairs.employer.title")} lead={t("fairs.employer.says")} crumbs={[{ href: "/employer", text: t("common.nav.posts") }, { text: t("fairs.employer.title") }]} />
      <ErrorSummary form={sent ?? emptyForm()} />
      {saved && !sent && <Notice><p>{t("fairs.saved")}</p></Notice>}
      {reported && !sent && <Notice><p>{t("fairs.employer.reported")}</p></Notice>}
      {!approved && <Notice kind="counted"><p>{t("fairs.employer.notApproved")}</p></Notice>}
      <Section title={t("fairs.employer.own")}>
        {booths.length === 0 ? <EmptyState title={t("fairs.employer.ownNone")} /> : booths.map((booth) => <OwnBooth key={booth.id} booth={booth} posts={posts} sent={sent} />)}
      </Section>
      <Section title={t("fairs.employer.open")}>
        {fairs.length === 0 ? <EmptyState title={t("fairs.employer.openNone")} says={t("fairs.employer.openNoneSays")} /> : fairs.map((fair) => <AskForm key={fair.id} fair={fair} posts={posts} sent={sent} approved={approved} />)}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
