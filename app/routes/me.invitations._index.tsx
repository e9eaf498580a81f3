import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readInvitations } from "#app/data/read-models/hiring-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { WageLine } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "recruit.invitations.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { invitations: await readInvitations(context.deps, actor.personId ?? "") };
}

export default function Invitations() {
  const { invitations } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("recruit.invitations.title")} lead={t("recruit.invitations.says")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("recruit.invitations.title") }]} />
      {invitations.length === 0 ? (
        <EmptyState title={t("recruit.invitations.none")} proposals={[{ href: "/jobs", text: t("me.nothingLink") }]} />
      ) : (
        <ul className="posts">
          {invitations.map((one) => (
            <li key={one.id}>
              <article className="post-card">
                <h2><a href={`/me/invitations/${one.id}`}>{one.post.title}</a></h2>
                <WageLine wage={one.post} />
                <p className="who">{one.post.employerName} · {name(one.post.region)}</p>
                <p className="tags"><Tag tone={one.state === "OFFERED" || one.state === "HIRED" ? "pine" : undefined}>{one.state === "HIRED" ? t("terms.placementState.ACCEPTED") : t(`recruit.hiring.state.${one.state}`)}</Tag> <span className="benefits">{formatDay(one.updatedAt, locale)}</span></p>
              </article>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
