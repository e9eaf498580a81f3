import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMyNotices } from "#app/data/read-models/my-searches.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { markNoticesRead } from "#app/usecases/notices/read-notices.server.ts";
import { Button } from "../ui/components/form.tsx";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import type { TextKey } from "../ui/i18n/catalogue.ts";
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

const OF_ACCOUNT: Readonly<Record<string, { href: string; text: TextKey }>> = {
  "new-sign-in": { href: "/me/account", text: "account.notices.newSignIn" },
  "helper-asked": { href: "/acting", text: "account.notices.helperAsked" },
  "helper-accepted": { href: "/me/helpers", text: "account.notices.helperAccepted" },
};

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
              {one.kind === "certificate-verified" || one.kind === "certificate-refused"
                ? <a href="/me/profile/certificates">{t(one.kind === "certificate-verified" ? "profile.notice.verified" : "profile.notice.refused")}</a>
                : one.kind === "match-proposed"
                ? <a href="/me/matches">{t("seek.notices.proposed", { title: one.title ?? "" })}</a>
                : OF_ACCOUNT[one.kind] ? <a href={OF_ACCOUNT[one.kind]!.href}>{t(OF_ACCOUNT[one.kind]!.text)}</a> : <a href={`/jobs/${one.postId}`}>{t("seek.notices.newPost", { title: one.title ?? "" })}</a>}
            </h2>
            {one.kind === "new-sign-in" && <p>{t("account.notices.newSignInSays")}</p>}
            <p className="soft">{one.searchId !== null && `${t("seek.notices.forSearch", { name: one.searchName ?? "" })} · `}{formatInstant(one.recordedAt, locale)}{one.searchStands && <> · <a href="/me/searches">{t("seek.notices.stop")}</a></>}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

export const ErrorBoundary = PageError;
