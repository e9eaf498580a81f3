import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyFairs } from "#app/data/read-models/my-fairs.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { comeToFair } from "#app/usecases/fairs/come-to-fair.server.ts";
import { answerFairHiring } from "#app/usecases/fairs/hire-at-fair.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import fairStyles from "../ui/styles/fair.css?url";
import { FairTag, FairTime, FairWhere } from "../ui/views/fair/parts.tsx";
import { QrPicture } from "../ui/views/share-post.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.mine.title", { noIndex: true });
export const links: LinksFunction = () => [{ rel: "stylesheet", href: fairStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const mine = await readMyFairs(context.deps, requireActor(context, request, ["SEEKER"]));
  return { mine: mine.map((one) => ({ ...one, qr: one.fair.state === "PLANNED" || one.fair.state === "OPEN" ? qrOf(one.code) : null })), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const result = await (values.intent === "leave" ? comeToFair(deps, actor, { fairId: values.fairId, answer: "no" }) : answerFairHiring(deps, actor, { fairId: values.fairId, postId: values.postId, answer: values.intent }));
  orNotFound(result, "fairId", "postId");
  return result.ok ? redirect("/me/fairs?saved=1") : { values, problems: result.problems };
}

export default function MyFairs() {
  const { mine, saved } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("fairs.mine.title")} lead={t("fairs.mine.says")} crumbs={[{ href: "/me", text: t("common.nav.me") }, { text: t("fairs.mine.title") }]} />
      <ErrorSummary form={form} />
      {saved && form.problems.length === 0 && <Notice><p>{t("fairs.saved")}</p></Notice>}
      {mine.length === 0 && <EmptyState title={t("fairs.mine.none")} proposals={[{ href: "/fairs", text: t("fairs.open.title") }]} />}
      {mine.map((one) => (
        <section key={one.fair.id} className="panel">
          <h2><a href={`/fairs/${one.fair.id}`}>{one.fair.title}</a></h2>
          <p><FairTime of={one.fair} /><br /><FairWhere of={one.fair} /></p>
          <p className="tags"><FairTag state={one.fair.state} /><span className="tag">{t(`fairs.guest.${one.state}`)}</span></p>
          {one.fair.state === "CANCELLED" && <p className="error">{t("fairs.open.cancelled", { reason: one.fair.reason ?? "" })}</p>}
          {one.hirings.map((hiring) => {
            const said = { employer: hiring.employer, title: hiring.title };
            if (hiring.state === "HIRED") return <p key={hiring.id}>✓ {t("fairs.mine.hired", said)} <a href={`/me/placements/${hiring.placementId}`}>{t("fairs.mine.placement")}</a></p>;
            if (hiring.state === "DECLINED") return <p key={hiring.id}>{t("fairs.mine.declined", said)}</p>;
            return (
              <form key={hiring.id} method="post" className="notice counted">
                <p><strong>{t("fairs.mine.reported", said)}</strong></p>
                <input type="hidden" name="fairId" value={one.fair.id} /><input type="hidden" name="postId" value={hiring.postId} />
                {one.fair.state === "OPEN" ? <p className="tags"><Button name="intent" value="yes">{t("fairs.mine.yes")}</Button><Button kind="quiet" name="intent" value="no">{t("fairs.mine.no")}</Button></p> : <p><a href={`/jobs/${hiring.postId}`}>{t("fairs.mine.late")}</a></p>}
              </form>
            );
          })}
          {one.qr && <div className="fair-code"><QrPicture qr={one.qr} label={t("fairs.mine.code")} /><p><span className="soft">{t("fairs.mine.code")}</span><br /><strong className="num">{one.code.replace(/(\d{3})(?=\d)/g, "$1 ")}</strong></p></div>}
          {one.qr && <p className="soft">{t("fairs.mine.codeSays")}</p>}
          {one.mayLeave && <form method="post"><input type="hidden" name="fairId" value={one.fair.id} /><Button kind="quiet" name="intent" value="leave">{t("fairs.mine.leave")}</Button></form>}
        </section>
      ))}
    </>
  );
}

export const ErrorBoundary = PageError;
