import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type MyNotice, readMyNotices } from "#app/data/read-models/my-searches.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { markNoticesRead } from "#app/usecases/notices/read-notices.server.ts";
import { Button } from "../ui/components/form.tsx";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.notices.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { notices: await readMyNotices(context.deps.pool, actor.personId ?? "") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  await markNoticesRead(context.deps, requireActor(context, request, ["SEEKER"]), {});
  return redirect("/me/notices");
}

export default function Notices() {
  const { notices } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("seek.notices.heading")} crumbs={[{ href: "/me", text: t("common.nav.me") }, { text: t("seek.notices.title") }]}>
        <p className="notice-after"><a href="/me/searches">{t("seek.saved.all")}</a></p>
      </PageHead>
      {notices.length === 0 && <EmptyState title={t("seek.notices.none")} proposals={[{ href: "/jobs", text: t("seek.saved.find") }]} />}
      {notices.some((one) => one.readAt === null) && <form method="post"><Button kind="quiet">{t("seek.notices.markAll")}</Button></form>}
      <ul className="posts notice-after">
        {notices.map((one) => (
          <li key={one.id}>
            <h2>
              {one.readAt === null && <Tag tone="loess">{t("seek.notices.unread")}</Tag>}{" "}
              <NoticeLink one={one} />
            </h2>
            {one.kind === "new-sign-in" && <p>{t("account.notices.newSignInSays")}</p>}
            <p className="soft">{one.searchId !== null && `${t("seek.notices.forSearch", { name: one.searchName ?? "" })} · `}{formatInstant(one.recordedAt, locale)}{one.searchStands && <> · <a href="/me/searches">{t("seek.notices.stop")}</a></>}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function NoticeLink({ one }: { one: Pick<MyNotice, "kind" | "postId" | "subjectId" | "title" | "offered"> }) {
  const t = useT();
  const title = one.title ?? "";
  switch (one.kind) {
    case "training-invited": return <a href="/me/training/invitations">{t("needs.notice.invited")}</a>;
    case "training-passed": return <a href={`/jobs/${one.postId}`}>{t("needs.notice.passed", { title })}</a>;
    case "match-proposed": return <a href="/me/matches">{t(one.offered ? "seek.notices.proposed" : "seek.notices.proposedBefore", { title })}</a>;
    case "hiring-invited":
    case "hiring-interview":
    case "hiring-offered":
    case "hiring-closed": return <a href={`/me/invitations/${one.subjectId}`}>{t(`recruit.notices.${one.kind}`, { title })}</a>;
    case "welfare-checked":
    case "welfare-refused":
    case "welfare-signed":
    case "welfare-ending":
    case "welfare-account":
    case "welfare-ended": return <a href="/me/welfare">{t(`welfare.notices.${one.kind}`, { title })}</a>;
    case "check-in": return <a href={`/me/placements/${one.subjectId}#check-in`}>{t("offers.notices.checkIn", { title })}</a>;
    case "answered": return <a href={`/me/questions/${one.subjectId}`}>{t("offers.notices.answered", { title })}</a>;
    case "care-closed": return <a href={one.subjectId ? `/me/placements/${one.subjectId}` : "/me"}>{t("offers.notices.careClosed", { title })}</a>;
    case "certificate-verified": return <a href="/me/profile/certificates">{t("profile.notice.verified")}</a>;
    case "certificate-refused": return <a href="/me/profile/certificates">{t("profile.notice.refused")}</a>;
    case "training-placed":
    case "training-moved-up":
    case "training-started":
    case "training-changed":
    case "training-cancelled":
    case "training-no-place":
    case "training-tomorrow":
    case "training-paid": return <a href="/me/training">{t(`training.notices.${one.kind}`, { title })}</a>;
    case "certificate-revoked": return <a href={`/me/profile/certificates/${one.subjectId}`}>{t("certificates.notices.revoked")}</a>;
    case "certificate-ending": return <a href={`/me/profile/certificates/${one.subjectId}`}>{t("certificates.notices.ending")}</a>;
    case "claim-paid": return <a href="/me/claims#mine">{t("claims.notices.paid")}</a>;
    case "claim-refused": return <a href="/me/claims#mine">{t("claims.notices.refused")}</a>;
    case "brand-admitted":
    case "brand-refused":
    case "brand-member-suspended":
    case "brand-member-ended":
    case "brand-member-renewed": return <a href="/me/brands">{t(`brands.notices.${one.kind}`)}</a>;
    case "new-sign-in": return <a href="/me/account">{t("account.notices.newSignIn")}</a>;
    case "helper-asked": return <a href="/acting">{t("account.notices.helperAsked")}</a>;
    case "helper-accepted": return <a href="/me/helpers">{t("account.notices.helperAccepted")}</a>;
    case "dispatch-invited":
    case "dispatch-time":
    case "dispatch-cancelled":
    case "dispatch-reminder": return <a href={`/me/dispatches/${one.subjectId}`}>{t(`dispatch.notices.${one.kind.slice(9) as "invited"}`)}</a>;
    case "fair-time":
    case "fair-cancelled":
    case "fair-reported": return <a href="/me/fairs">{t(`fairs.notices.${one.kind.slice(5) as "time"}`)}</a>;
    case "overseas-step":
    case "overseas-stopped":
    case "overseas-resumed": return <a href="/me/overseas">{t(`overseas.notices.${one.kind}`)}</a>;
    case "overseas-proposal-gone": return <a href="/overseas">{t("overseas.notices.overseas-proposal-gone")}</a>;
    case "wage-paid": return <a href="/me/workfare">{t("workfare.notice.paid")}</a>;
    case "wage-failed": return <a href="/me/workfare">{t("workfare.notice.failed")}</a>;
    default: return <a href={`/jobs/${one.postId}`}>{t("seek.notices.newPost", { title })}</a>;
  }
}

export const ErrorBoundary = PageError;
