import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyStanding } from "#app/data/read-models/brand-desk.server.ts";
import { readBrandPage, readHealthView } from "#app/data/read-models/brand-pages.server.ts";
import { loadRuleBook } from "#app/data/training/classes.server.ts";
import { BRAND_WAYS } from "#app/domain/brand/membership.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { applyToBrand } from "#app/usecases/brands/apply-to-brand.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { PostCard } from "../ui/components/post-card.tsx";
import { Table } from "../ui/components/records.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { HealthStats } from "../ui/views/brand/health-card.tsx";
import { BrandMark, BrandTag } from "../ui/views/brand/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.title");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { deps, actor } = context;
  const page = found(await readBrandPage(deps, params.id ?? ""));
  const today = deps.clock.today();
  const [health, mine, rules] = await Promise.all([readHealthView(deps, page), actor?.role === "SEEKER" && actor.personId ? readMyStanding(deps.pool, actor.personId, page.id, today) : null, loadRuleBook(deps.pool)]);
  const at = { regionCode: page.regions[0]?.regionCode ?? SHANXI, asOf: today };
  return {
    page, health, mine, role: actor?.role ?? null, join: { pass: rules.number("brand.test.pass.score", at) ?? 60, months: rules.number("brand.member.months", at) ?? 0, days: rules.number("brand.renewal.days", at) ?? 60 },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await applyToBrand(context.deps, actor, { brandId: params.id, way: values.way });
  orNotFound(result);
  return result.ok ? redirect("/me/brands?applied=1") : { values, problems: result.problems };
}

export default function Brand() {
  const { page, health, mine, role, join } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ way: "APPLICATION" });
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = { zh: page.name, en: page.nameEn };
  const story = locale === "zh" ? page.story.zh : (page.story.en ?? page.story.zh);
  return (
    <>
      <PageHead title={name(title)} crumbs={[{ href: "/brands", text: t("brands.title") }, { text: name(title) }]}>
        <div className="brand-top"><BrandMark big brand={{ id: page.id, name: title, hasMark: page.hasMark }} /><p className="tags"><BrandTag state={page.state} /> <span className="tag">{t(`brands.level.${page.level}`)}</span></p></div>
      </PageHead>
      <ErrorSummary form={form} />
      {page.state !== "ACTIVE" && <Notice kind="danger"><p>{t(page.state === "SUSPENDED" ? "brands.page.suspended" : "brands.page.ended", { day: page.stateSince ? formatDay(page.stateSince, locale) : "", reason: page.stateReason ?? "" })}</p></Notice>}
      <Facts rows={[
        [t("brands.page.home"), page.places.map((one) => (one.level === page.level ? t("brands.page.homeOf", { place: name(one.name), level: t(`brands.level.${one.level}`) }) : name(one.name))).join(t("common.listed"))],
        [t("brands.page.trades"), page.trades.map(name).join(t("common.listed"))],
        page.holder && [t("brands.page.holder"), page.holder.creditCode === null ? page.holder.name : `${page.holder.name} ${page.holder.creditCode}`],
        [t("brands.page.recognised"), page.recognitions.length === 0 ? t("brands.page.recognisedNone") : <ul key="by">{page.recognitions.map((one) => <li key={one.id}>{t("brands.page.recognisedBy", { by: one.recognisedBy, document: one.documentNumber, day: formatDay(one.recognisedOn, locale) })}{one.revokedOn !== null && <> · {t("brands.page.revoked", { day: formatDay(one.revokedOn, locale), reason: one.revokedFor ?? "" })}</>}</li>)}</ul>],
        page.evidence !== null && [t("brands.page.evidence"), page.evidence], page.certainty !== null && [t("brands.page.certainty"), t(`policy.certain.${page.certainty}`)],
      ]} />
      {story && <Section title={t("brands.page.story")}><p className="brand-text">{story}</p></Section>}
      <Section title={t("brands.page.standard")} says={page.standard && t("brands.page.standardFrom", { day: formatDay(page.standard.validFrom, locale) })}><p className="brand-text">{page.standard?.text ?? t("brands.page.standardNone")}</p></Section>
      {page.pledge !== null && <Section title={t("brands.page.pledge")} says={t("brands.page.pledgeTaken", { n: formatCount(page.membersByLevel.reduce((sum, one) => sum + one.pledged, 0)) })}><blockquote className="brand-text">{page.pledge}</blockquote></Section>}
      <Section title={t("brands.health.publicTitle")}><HealthStats health={health} /></Section>
      <Section title={t("brands.page.members")}>
        {page.membersByLevel.length === 0 ? <p className="soft">{t("brands.page.membersNone")}</p> : (
          <Table dense caption={t("brands.page.members")} rows={page.membersByLevel} rowKey={(one) => one.level ?? "-"} columns={[
            { key: "level", head: t("brands.page.membersLevel"), rowHead: true, cell: (one) => one.level ?? t("brands.page.noLevel") },
            { key: "n", head: t("brands.page.membersCount"), number: true, cell: (one) => formatCount(one.members) },
            { key: "pledged", head: t("brands.page.membersPledged"), number: true, cell: (one) => formatCount(one.pledged) },
          ]} />
        )}
      </Section>
      <Section title={t("brands.page.join")} says={t("brands.page.joinSays", join)} id="join">
        {mine === "member" ? <Notice><p>{t("brands.page.member")} <a href="/me/brands">{t("brands.page.mine")}</a></p></Notice>
          : mine === "applied" ? <Notice><p>{t("brands.page.applied")} <a href="/me/brands">{t("brands.page.mine")}</a></p></Notice>
          : page.state !== "ACTIVE" ? null
          : role === "SEEKER" ? <form method="post" className="stack"><ChoiceGroup form={form} name="way" kind="radio" legend={t("brands.page.wayPick")} options={BRAND_WAYS.map((way) => ({ value: way, text: t(`brands.way.${way}`) }))} /><p><Button size="big">{t("brands.page.apply")}</Button></p></form>
          : role === null ? <p><LinkButton href={`/login?to=/brands/${page.id}`}>{t("brands.page.signIn")}</LinkButton></p> : null}
      </Section>
      <Section title={t("brands.page.posts")}>
        {page.posts.length === 0 ? <p className="soft">{t("brands.page.postsNone")}</p> : <><ul className="posts">{page.posts.map((post) => <li key={post.id}><PostCard post={{ ...post, openingsLeft: post.openings - post.filled, verified: post.employerApproved, agency: post.employerKind === "COMMERCIAL_AGENCY", publishedAt: post.publishedAt ? new Date(post.publishedAt).getTime() : null }} /></li>)}</ul><p className="notice-after"><LinkButton kind="quiet" href={`/jobs?brand=${page.id}`}>{t("brands.page.postsAll")}</LinkButton></p></>}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
