import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ROLES } from "#app/domain/terms.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { explainPair } from "#app/usecases/matching/explain-pair.server.ts";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { ReasonList } from "../ui/components/reasons.tsx";
import { StreamTag } from "../ui/components/tag.tsx";
import { WageLine } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { Causes, NamedHolders, ScoreParts, Steps } from "../ui/views/why.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "why.title", { noIndex: true });

/** `worker` is a person's id; somebody who asks for themselves leaves it out. Whoever may not ask finds nothing here. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ROLES);
  const query = new URL(request.url).searchParams;
  const told = await explainPair(context.deps, actor, { personId: query.get("worker") || undefined, postId: query.get("post") });
  return { ...found(told.ok ? told.value : null), byAgent: actor.role === "AGENT" };
}

export default function Why() {
  const view = useLoaderData<typeof loader>();
  const { post, person, detail, eyes, byAgent } = view;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const offered = detail === null || detail.causes.includes("proposed") || detail.causes.includes("accepted");
  const heading = eyes === "employer" ? t("why.headingEmployer", { name: person.nameMasked }) : t(offered ? "why.headingOffered" : "why.headingNot", { title: post.title });
  const back = { own: { href: "/me/matches", text: t("common.nav.matches") }, bureau: byAgent ? { href: "/agent", text: t("agent.title") } : { href: "/runs", text: t("common.nav.runs") }, employer: { href: `/employer/posts/${post.id}/candidates`, text: t("employer.candidates.title") } }[eyes];
  return (
    <>
      <PageHead title={heading} crumbs={[back, { text: t("why.title") }]}>
        <div className="post-head">
          <WageLine wage={post} />
          <p className="soft">{post.title} · {post.employerName} · {name(post.region)}</p>
          <p className="tags"><StreamTag stream={post.stream} /> <a href={`/jobs/${post.id}`}>{t("why.seePost")}</a></p>
        </div>
        {eyes !== "own" && (
          <div className="notice-after">
            <p><strong>{t("why.person", { name: person.nameMasked, home: name(person.home) })}</strong></p>
            <p className="soft">{t(eyes === "bureau" ? "why.forBureau" : "why.forEmployer")}</p>
          </div>
        )}
        {detail && <p className="faint">{t("why.asOf", { day: formatDay(view.asOf, locale) })}</p>}
      </PageHead>
      {detail === null ? (
        <Section title={t("jobs.post.score", { score: formatCount(view.score) })}><ReasonList reasons={view.reasons} eyes="employer" /></Section>
      ) : (
        <>
          <Causes view={view} detail={detail} />
          {!offered && (!view.allowed || detail.causes.includes("outranked")) && <Steps view={view} detail={detail} />}
          {detail.parts.length > 0 && <ScoreParts view={view} parts={detail.parts} people={detail.holders?.people ?? 0} />}
          {detail.holders && detail.holders.named.length > 0 && <NamedHolders named={detail.holders.named} />}
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
