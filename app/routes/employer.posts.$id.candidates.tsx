import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCandidates } from "#app/data/read-models/employer-pages.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { LinkButton } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Pagination } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { durationText, ReasonList } from "../ui/components/reasons.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { monthlyText } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.candidates.title", { noIndex: true });

const PAGE_SIZE = 20;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const { post, candidates } = found(await readCandidates(context.deps, actor.employerId ?? "", params.id ?? ""));
  const pages = Math.max(1, Math.ceil(candidates.length / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Number(new URL(request.url).searchParams.get("page")) || 1));
  return { post, total: candidates.length, page, pages, candidates: candidates.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) };
}

export default function Candidates() {
  const { post, candidates, total, page, pages } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("employer.candidates.heading", { title: post.title })} lead={t("employer.candidates.says")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: post.title }]}>
        <p className="soft notice-after">{name(post.region)} · {monthlyText(post, t)} · {t("jobs.post.openingsValue", { openings: formatCount(post.openings), filled: formatCount(post.filled) })}</p>
        <div className="actions"><LinkButton kind="quiet" href={`/employer/posts/${post.id}/edit`}>{t("employer.form.titleEdit")}</LinkButton><a href={`/jobs/${post.id}`}>{t("employer.view")}</a></div>
      </PageHead>
      {total === 0 ? (
        <EmptyState title={t("employer.candidates.none")} says={t("employer.candidates.noneHelp")} />
      ) : (
        <>
          <ol className="posts">
            {candidates.map((one) => (
              <li key={one.matchId}>
                <article className="post-card">
                  <h2>{one.nameMasked} {one.status === "ACCEPTED" && <Tag tone="pine">✓ {t("terms.matchStatus.ACCEPTED")}</Tag>}</h2>
                  <p className="wage">{t("jobs.post.score", { score: one.score })}</p>
                  <p className="who">{name(one.home)} · {t("employer.candidates.age", { band: one.ageBand })} · {one.experienceMonths > 0 ? t("employer.candidates.experience", { duration: durationText(one.experienceMonths, locale) }) : t("employer.candidates.noExperience")}</p>
                  {one.certificates.length > 0 && <p className="tags">{one.certificates.map((certificate) => <Tag key={certificate.occupation.zh + certificate.level}>{name(certificate.occupation)}{certificate.level && ` ${findText(locale, `terms.skillLevel.${certificate.level}`) ?? ""}`}</Tag>)}</p>}
                  <ReasonList reasons={one.reasons} eyes="employer" />
                  <p><a href={`/matches/why?${new URLSearchParams({ worker: one.personId, post: post.id })}`} aria-label={`${t("why.linkEmployer")}: ${one.nameMasked}`}>{t("why.linkEmployer")}</a></p>
                </article>
              </li>
            ))}
          </ol>
          <Pagination page={page} pages={pages} href={(next) => `?page=${next}`} />
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
