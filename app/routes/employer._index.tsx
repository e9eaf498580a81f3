import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countWaiting } from "#app/data/inquiries.server.ts";
import { readEmployerHome } from "#app/data/read-models/employer-pages.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { LinkButton } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { monthlyText } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatDayShort } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "employer.title", { noIndex: true });

/** So long before a post closes by itself the list asks to confirm it. */
const CONFIRM_SOON_DAYS = 10;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const home = found(await readEmployerHome(context.deps, actor.employerId ?? ""));
  return { home, waiting: await countWaiting(context.deps.pool, actor), done: new URL(request.url).searchParams.get("done"), soon: addDays(context.deps.clock.today(), CONFIRM_SOON_DAYS) };
}

export default function EmployerHome() {
  const { home, waiting, done, soon } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const { employer } = home;
  return (
    <>
      <PageHead title={employer.name} lead={employer.creditCode ? t("employer.creditCode", { code: employer.creditCode }) : undefined}>
        <p className="tags notice-after"><Tag tone={employer.kind === "COMMERCIAL_AGENCY" ? "loess" : undefined}>{t(`terms.employerKind.${employer.kind}`)}</Tag></p>
        {employer.status === "APPROVED" && employer.verifiedAt && employer.reverifyBy && <p className="soft">✓ {t("employer.verified", { day: formatDay(employer.verifiedAt, locale), until: formatDay(employer.reverifyBy, locale) })}</p>}
        <div className="actions"><LinkButton href="/employer/posts/new" size="big">{t("employer.newPost")}</LinkButton><a href="/employer/posts/upload">{t("recruit.upload.link")}</a>{home.abroad && <a href="/employer/overseas">{t("overseas.company.title")}</a>}<a href="/employer/fairs">{t("fairs.employer.link")}</a><a href="/employer/brands">{t("brands.use.title")}</a></div>
      </PageHead>
      <div className="stack">
        {done === "registered" && <Notice><p>{t("recruit.register.done", { code: employer.creditCode ?? "" })}</p></Notice>}
        {done === "published" && <Notice><p>{t("employer.form.published")}</p></Notice>}
        {done === "renewed" && <Notice><p>{t("recruit.renew.done")}</p></Notice>}
        {done === "closed" && <Notice><p>{t("employer.form.closed")}</p></Notice>}
        {employer.status === "PENDING" && <Notice kind="counted"><p>{t("employer.pending")}</p></Notice>}
        {employer.status === "SUSPENDED" && <Notice kind="danger"><p>{t("employer.suspended")}</p>{employer.decisionReason && <p>{t("recruit.bureau.reason")}{t("common.colon")}{employer.decisionReason}</p>}</Notice>}
        {employer.status === "APPROVED" && employer.recheck !== "fresh" && employer.reverifyBy && <Notice kind={employer.recheck === "overdue" ? "danger" : "counted"}><p>{t(employer.recheck === "overdue" ? "recruit.recheck.overdue" : "recruit.recheck.dueSoon", { day: formatDay(employer.reverifyBy, locale) })}</p></Notice>}
        {home.awaiting > 0 && <Notice kind="counted"><p><strong>{t("employer.awaiting", { count: home.awaiting, n: formatCount(home.awaiting) })}</strong> <a href="/employer/placements">{t("employer.awaitingLink")}</a></p></Notice>}
        {waiting > 0 && <Notice kind="counted"><p><strong>{t("offers.answer.waiting", { n: formatCount(waiting) })}</strong> <a href="/employer/questions">{t("offers.answer.open")}</a></p></Notice>}
        {home.posts.length === 0 ? (
          <EmptyState title={t("employer.none")} proposals={[{ href: "/employer/posts/new", text: t("employer.newPost") }]} />
        ) : (
          <Table
            cards
            caption={t("employer.title")}
            rows={home.posts}
            rowKey={(post) => post.id}
            columns={[
              { key: "title", head: t("employer.post"), rowHead: true, cell: (post) => <><a href={`/employer/posts/${post.id}/candidates`}>{post.title}</a><br /><span className="faint">{name(post.region)} · {monthlyText(post, t)}</span></> },
              { key: "status", head: t("employer.status"), cell: (post) => findText(locale, `terms.postStatus.${post.status}`) ?? post.status },
              { key: "openings", head: t("employer.openings"), number: true, cell: (post) => formatCount(post.openings) },
              { key: "filled", head: t("employer.filled"), number: true, cell: (post) => formatCount(post.filled) },
              { key: "proposed", head: t("employer.proposed"), number: true, cell: (post) => formatCount(post.proposed) },
              { key: "accepted", head: t("employer.accepted"), number: true, cell: (post) => formatCount(post.accepted) },
              { key: "onTheJob", head: t("employer.onTheJob"), number: true, cell: (post) => formatCount(post.onTheJob) },
              { key: "until", head: t("employer.until"), number: true, cell: (post) => <>{formatDayShort(post.validUntil)}{post.confirmBy !== null && post.confirmBy <= soon && <><br /><Tag tone="loess">{t("recruit.renew.soon", { day: formatDayShort(post.confirmBy) })}</Tag></>}</> },
              { key: "edit", head: t("employer.edit"), cell: (post) => <span><a href={`/employer/posts/${post.id}/candidates`} aria-label={`${t("employer.seeCandidates")} ${post.title}`}>{t("employer.seeCandidates")}</a> <a href={`/employer/posts/${post.id}/edit`} aria-label={`${t("employer.edit")} ${post.title}`}>{t("employer.edit")}</a>{(post.status === "PUBLISHED" || post.status === "EXPIRED") && <> <a href={`/employer/posts/${post.id}/renew`} aria-label={`${t("recruit.renew.short")} ${post.title}`}>{t("recruit.renew.short")}</a></>}</span> },
            ]}
          />
        )}
      </div>
    </>
  );
}

export const ErrorBoundary = PageError;
