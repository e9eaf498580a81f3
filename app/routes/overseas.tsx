import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readLicensed, readSchemes } from "#app/data/read-models/overseas-pages.server.ts";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Facts } from "../ui/components/page.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { SchemeWords } from "../ui/views/overseas/way.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "overseas.title");

export async function loader({ context }: LoaderFunctionArgs) {
  const [companies, schemes] = await Promise.all([readLicensed(context.deps), readSchemes(context.deps)]);
  return { companies, schemes };
}

export default function Overseas() {
  const { companies, schemes } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const trainees = schemes.find((one) => one.scheme === "TITP");
  const standsText = (one: (typeof schemes)[number]) => (one.stands === "now" ? t("overseas.stands.now") : one.stands === "soon" ? t("overseas.stands.soon", { day: formatDay(one.opensOn, locale) }) : t("overseas.stands.over", { day: formatDay(one.certificateBy ?? one.closesOn ?? one.opensOn, locale) }));
  return (
    <>
      <PageHead title={t("overseas.heading")} lead={t("overseas.lead")} />
      <Notice kind="counted"><p><strong>{t("overseas.noDeposit")}</strong></p></Notice>
      <Section title={t("overseas.public.companies")} says={t("overseas.public.companiesSays")}>
        {companies.length === 0 && <p>{t("overseas.public.noCompanies")}</p>}
        {companies.map((one) => (
          <article key={one.id} className="panel notice-after">
            <h3>{one.company} {one.madeUp && <Tag tone="loess">{t("overseas.public.madeUp")}</Tag>}</h3>
            <Facts rows={[
              [t("overseas.public.number"), one.number], [t("overseas.public.issuer"), one.issuer], [t("overseas.public.where"), one.destinations.map((place) => name(place)).join(t("common.listed"))], [t("overseas.public.until"), formatDay(one.validUntil, locale)],
              [t("overseas.public.posts"), one.posts.length === 0 ? t("overseas.none") : <ul>{one.posts.map((post) => <li key={post.id}><a href={`/jobs/${post.id}`} lang="zh-CN">{post.title}</a></li>)}</ul>],
            ]} />
          </article>
        ))}
        <p className="notice-after"><a href="/jobs?region=JP0000">{t("overseas.public.findPosts")}</a></p>
      </Section>
      <Section title={t("overseas.public.schemes")} says={t("overseas.public.schemesSays")}>
        {schemes.map((one) => (
          <article key={one.scheme} className="panel notice-after">
            <h3>{t(`overseas.scheme.${one.scheme}`)} <Tag tone={one.stands === "now" ? "pine" : undefined}>{standsText(one)}</Tag></h3>
            <SchemeWords of={one} />
          </article>
        ))}
      </Section>
      {trainees?.certificateBy && trainees.entryBy && (
        <Section title={t("overseas.public.switch")}><p>{t("overseas.public.switchSays", { certificate: formatDay(trainees.certificateBy, locale), entry: formatDay(trainees.entryBy, locale) })}</p></Section>
      )}
      <Section title={t("overseas.public.report")}><p>{t("overseas.public.reportSays")}</p></Section>
      <p className="soft notice-after">{t("overseas.public.basis")} <a href="/policy">{t("overseas.public.basisLink")}</a></p>
    </>
  );
}

export const ErrorBoundary = PageError;
