import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readFair } from "#app/data/read-models/fairs.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { comeToFair } from "#app/usecases/fairs/come-to-fair.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { EmptyState, Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { WageLine } from "../ui/components/wage.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FairTag, FairTime, FairWhere } from "../ui/views/fair/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.open.title");

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { fair: found(await readFair(context.deps, context.actor, params.id ?? "")), role: context.actor?.role ?? null };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  found(await readFair(context.deps, actor, params.id ?? ""));
  const result = await comeToFair(context.deps, actor, { fairId: params.id, answer: "yes" });
  return result.ok ? redirect("/me/fairs?saved=1") : { values: {}, problems: result.problems };
}

export default function Fair() {
  const { fair, role } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const standing = fair.mine !== null && fair.mine.state !== "WITHDRAWN" ? fair.mine : null;
  return (
    <>
      <PageHead title={fair.title} lead={fair.says} crumbs={[{ href: "/fairs", text: t("fairs.open.title") }, { text: fair.title }]}><p className="tags notice-after"><FairTag state={fair.state} /></p></PageHead>
      <ErrorSummary form={form} />
      {fair.state === "CANCELLED" && <Notice kind="danger"><p>{t("fairs.open.cancelled", { reason: fair.reason ?? "" })}</p></Notice>}
      <Facts rows={[
        [t("fairs.open.when"), <FairTime key="t" of={fair} />], [t("fairs.open.where"), <>{name(fair.region)} <FairWhere of={fair} /></>], [t("fairs.open.kind"), t(`fairs.kind.${fair.kind}`)], [t("fairs.open.phone"), <a key="p" href={`tel:${fair.phone}`}>{fair.phone}</a>], fair.drive !== null && [t("fairs.open.drive"), fair.drive],
      ]} />
      {standing && <Notice><p>{t(standing.state === "CAME" ? "fairs.open.came" : "fairs.open.mine")} <a href="/me/fairs">{t("fairs.open.mineLink")}</a></p></Notice>}
      {fair.takesGuests && !standing && (role === "SEEKER" ? <form method="post" className="notice-after"><Button size="big">{t("fairs.open.come")}</Button></form>
        : role === null && <p className="notice-after"><LinkButton href={`/login?to=/fairs/${fair.id}`}>{t("fairs.open.signIn")}</LinkButton></p>)}
      <p className="chips notice-after"><a href={`/fairs/${fair.id}/poster`}>{t("fairs.open.poster")}</a>{fair.takesBooths && (role === null || role === "EMPLOYER") && <a href="/employer/fairs">{t("fairs.open.apply")}</a>}</p>
      <Section title={t("fairs.open.boothsTitle")} says={fair.kind === "ON_SITE" ? undefined : t("fairs.open.browse")}>
        {fair.booths.length === 0 && <EmptyState title={t("fairs.open.boothsNone")} />}
        {fair.booths.map((booth) => (
          <article key={booth.id} className="panel">
            <h3>{t("fairs.number", { n: booth.number })} {booth.employerName}</h3>
            {booth.verified && <p><Tag tone="pine">✓ {t("fairs.open.verified")}</Tag></p>}
            {booth.posts.length === 0 ? <p className="soft">{t("fairs.open.noPosts")}</p> : (
              <ul className="posts">
                {booth.posts.map((post) => (
                  <li key={post.id}><h4><a href={`/jobs/${post.id}`}>{post.title}</a></h4><WageLine wage={post} /><p className="soft">{name(post.region)} · {t("jobs.card.left", { n: formatCount(Math.max(0, post.openings - post.filled)) })}</p></li>
                ))}
              </ul>
            )}
          </article>
        ))}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
