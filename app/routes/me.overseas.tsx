import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readApplications } from "#app/data/read-models/overseas-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FactsOfWay, StateOfWay, Way } from "../ui/views/overseas/way.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "overseas.mine.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { mine: actor.personId === null ? [] : await readApplications(context.deps, { personId: actor.personId }, 50) };
}

export default function MyOverseas() {
  const { mine } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHead title={t("overseas.mine.title")} lead={t("overseas.mine.says")} crumbs={[{ href: "/me", text: t("common.nav.me") }, { text: t("overseas.mine.title") }]} />
      <p><strong>{t("overseas.noDeposit")}</strong> <a href="/overseas">{t("overseas.post.more")}</a></p>
      {mine.length === 0 && <EmptyState title={t("overseas.mine.none")} proposals={[{ href: "/overseas", text: t("overseas.title") }, { href: "/jobs?region=JP0000", text: t("overseas.public.findPosts") }]} />}
      {mine.map((one) => (
        <Section key={one.id} title={one.post?.title ?? t("overseas.title")}>
          <p className="tags"><StateOfWay state={one.state} /></p>
          <FactsOfWay of={one} />
          <Notice kind={one.state === "STOPPED" ? "counted" : "plain"}>
            <p>
              <strong>{one.state === "STOPPED" ? t("overseas.mine.stopped", { reason: one.stopReason ?? "" }) : one.state === "DEPARTED" ? t("overseas.mine.left") : one.state === "ENDED" ? t("overseas.mine.ended") : one.next === null ? t("overseas.mine.ready") : t("overseas.mine.next", { step: t(`overseas.step.${one.next}`) })}</strong>{" "}
              <a href={`/me/placements/${one.placementId}`}>{t("overseas.mine.placement")}</a>
            </p>
          </Notice>
          <Way path={one.path} />
        </Section>
      ))}
    </>
  );
}

export const ErrorBoundary = PageError;
