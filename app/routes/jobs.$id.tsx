import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAnswerHabit, readHonesty } from "#app/data/read-models/post-honesty.server.ts";
import { readPostTerms } from "#app/data/read-models/overseas-pages.server.ts";
import { countView } from "#app/data/post-views.server.ts";
import { readDistanceKm, readPostPage } from "#app/data/read-models/post-page.server.ts";
import { orStandingYes } from "#app/data/read-models/standing-yes.server.ts";
import { readMyPlace } from "#app/data/read-models/search-names.server.ts";
import { readInTraining } from "#app/data/read-models/training-invitations.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { PlaceSketch } from "../ui/charts/place-sketch.tsx";
import { Button, ErrorSummary, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { ReasonList } from "../ui/components/reasons.tsx";
import { StreamTag, Tag } from "../ui/components/tag.tsx";
import { monthlyText, WageLine } from "../ui/components/wage.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { nearFromRequest } from "../ui/i18n/preferences.ts";
import { translator } from "../ui/i18n/translate.ts";
import { jobPosting, jsonForHtml } from "../ui/job-posting.ts";
import { localeOf } from "../ui/page-title.ts";
import { HonestyPanel } from "../ui/views/honesty-panel.tsx";
import { qrOf } from "../ui/qr.server.ts";
import { InTraining } from "../ui/views/needs/words.tsx";
import { PostTerms } from "../ui/views/overseas/post-terms.tsx";
import { PlainPostChoice } from "../ui/views/brand/plain-choice.tsx";
import { PostFacts, ProgrammeFacts, TrustFacts } from "../ui/views/post-facts.tsx";
import { distanceText } from "../ui/views/search-list.tsx";
import { SharePost } from "../ui/views/share-post.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const t = translator(localeOf(matches) ?? "zh");
  const { post } = data;
  return [
    { title: t("common.title", { page: `${post.title}${t("common.pause")}${post.employer.name}` }) },
    { name: "description", content: [post.title, post.region.zh, monthlyText(post, t)].join(t("common.pause")) },
    ...(post.madeUp || !post.open ? [{ name: "robots", content: "noindex" }] : []),
  ];
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [page, honesty, answers, { near }] = await Promise.all([
    readPostPage(context.deps, params.id ?? "", context.actor), readHonesty(context.deps, params.id ?? ""), readAnswerHabit(context.deps, params.id ?? ""), readMyPlace(context.deps, context.actor, nearFromRequest(request)),
  ]);
  const post = found(page);
  if (context.actor === null || context.actor.role === "SEEKER") countView(context.deps, post.id);
  const address = `${context.origin}/jobs/${post.id}`;
  const structured = post.open ? jsonForHtml(jobPosting(post, context.origin)) : null;
  const far = near === null ? null : { from: near, countyCode: post.countyCode, townCode: /^\d{9}/.test(post.regionCode) ? post.regionCode.slice(0, 9) : null, distanceKm: await readDistanceKm(context.deps, near.code, post) };
  const office = context.actor?.role === "OFFICER" || context.actor?.role === "ADMIN";
  const abroad = post.scope === "OVERSEAS" ? await readPostTerms(context.deps, post.id) : null;
  return { post, abroad, today: context.deps.clock.today(), inTraining: office ? await readInTraining(context.deps.pool, post.id) : [], honesty: found(honesty), answers, address, qr: qrOf(address), role: context.actor?.role ?? null, far, structured };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const { plain } = formValues(await readForm(request));
  const result = await acceptPost(context.deps, actor, { postId: params.id, plain });
  if (!result.ok && result.problems[0]?.code === "welfare-apply") return redirect(`/welfare/${params.id}`);
  const yes = await orStandingYes(context.deps, actor, params.id ?? "", result);
  return yes.ok ? redirect(`/me/placements/${yes.value.placementId}`) : { problems: yes.problems };
}

export default function Post() {
  const { post, abroad, today, inTraining, honesty, answers, address, qr, role, far, structured } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  const t = useT();
  const name = useName();
  return (
    <article>
      <PageHead title={post.title} crumbs={[{ href: "/jobs", text: t("jobs.list.title") }, { text: post.title }]}>
        <div className="post-head">
          <WageLine wage={post} />
          <p className="soft">{post.employer.name} · {name(post.region)}</p>
          <p className="tags"><StreamTag stream={post.stream} /><Tag>{t(`terms.scope.${post.scope}`)}</Tag>{post.employer.verified && <Tag tone="pine">✓ {t("jobs.card.verified")}</Tag>}<Tag tone={post.employerKind === "COMMERCIAL_AGENCY" ? "loess" : undefined}>{t(`terms.employerKind.${post.employerKind}`)}</Tag></p>
          <p className="no-print aloud"><button className="button quiet small" type="button" hidden data-read-aloud="" data-start={t("common.read.aloud")} data-stop={t("common.read.stop")}>{t("common.read.aloud")}</button></p>
        </div>
      </PageHead>
      <ErrorSummary form={{ values: {}, problems }} />
      <InTraining of={inTraining} />
      <PlainPostChoice form={{ values: {}, problems }} fields={{}} />
      <div className="columns main-aside">
        <div>
          <Apply post={post} role={role} />
          <Section title={t("jobs.post.facts")}><PostFacts post={post} far={far === null ? null : distanceText(far, far.from.code, t)} from={far?.from.name} /></Section>
          {abroad && <PostTerms of={abroad} today={today} postId={post.id} />}
          {(post.welfare ?? post.workfare ?? post.workshop) !== null && <Section title={t(post.welfare ? "jobs.post.welfare" : post.workfare ? "jobs.post.workfare" : "jobs.post.workshop")}><ProgrammeFacts post={post} /></Section>}
          <Section title={t("jobs.post.about")}><p className="pre" lang="zh-CN">{post.description}</p></Section>
        </div>
        <aside className="stack">
          {post.fit && post.myPlacementId === null && (
            <section className="panel">
              <h2>{post.fit.allowed ? t("jobs.post.fits") : t("jobs.post.fitsNot")}</h2>
              <ReasonList reasons={post.fit.reasons} against={!post.fit.allowed} />
              <p><a href={`/matches/why?post=${post.id}`}>{t(post.myProposalId === null ? "why.linkNot" : "why.link")}</a></p>
              {post.myProposalId !== null && <p><a href={`/me/questions/${post.id}`}>{t("offers.ask.link")}</a></p>}
            </section>
          )}
          <HonestyPanel honesty={honesty} answers={answers} />
          <section className="panel">
            <h2>{t("jobs.post.trust")}</h2>
            <TrustFacts post={post} arrived={honesty.arrivedAtEmployer} />
            <p><strong>{t("jobs.post.free")}</strong></p>
          </section>
          <section className="panel">
            <h2>{t("seek.post.map")}</h2>
            <PlaceSketch countyCode={post.countyCode} place={post.region} lat={post.lat} lng={post.lng} />
            <p className="no-print"><a rel="nofollow noreferrer" href={mapAddress(post)}>{t("seek.post.mapOpen")}</a></p>
          </section>
          <SharePost postId={post.id} address={address} qr={qr} />
          <p className="no-print"><a className="button danger" href={`/jobs/${post.id}/report`}>{t("seek.post.report")}</a></p>
        </aside>
      </div>
      {structured !== null && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structured }} />}
      <script type="module" src="/enhance/read-aloud.js" />
      <script type="module" src="/enhance/share.js" />
    </article>
  );
}

/** The place in a public map, looked up by its name: an address where there is one. */
function mapAddress({ placeNames, address }: { placeNames: readonly string[]; address: string | null }): string {
  return `https://uri.amap.com/search?${new URLSearchParams({ keyword: placeNames.join("") + (address ?? ""), view: "map", src: "jingangtong", callnative: "0" })}`;
}

/** The one thing to do here, for whoever looks. */
function Apply({ post, role }: { post: ReturnType<typeof useLoaderData<typeof loader>>["post"]; role: string | null }) {
  const t = useT();
  if (post.myPlacementId !== null) return <Notice><p>{t("jobs.post.mine")} <a href={`/me/placements/${post.myPlacementId}`}>{t("jobs.post.mineLink")}</a></p></Notice>;
  if (!post.open) return <Notice kind="counted"><p>{t("jobs.post.notOpen")} <a href={`/jobs?${new URLSearchParams({ q: post.occupation?.zh ?? post.title })}`}>{t("seek.post.similar")}</a></p></Notice>;
  if (role === null) return <LinkButton size="big" href={`/login?${new URLSearchParams({ to: `/jobs/${post.id}` })}`}>{t("jobs.post.signInToApply")}</LinkButton>;
  if (role !== "SEEKER" || (post.fit !== null && !post.fit.allowed)) return null;
  return (
    <form method="post" className="stack">
      <Button size="big">{t("jobs.post.apply")}</Button>
      <p className="soft">{t("jobs.post.applySays")}</p>
    </form>
  );
}

export const ErrorBoundary = PageError;
