import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMyQuestions } from "#app/data/read-models/inquiry-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ThreadList } from "../ui/views/inquiry.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "offers.ask.mine", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  return { threads: await readMyQuestions(context.deps, actor.personId ?? "") };
}

export default function MyQuestions() {
  const { threads } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHead title={t("offers.ask.mine")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("offers.ask.mine") }]} />
      {threads.length === 0
        ? <EmptyState title={t("offers.ask.noneMine")} says={t("offers.ask.noneMineSays")} proposals={[{ href: "/me/matches", text: t("common.nav.matches") }]} />
        : <ThreadList threads={threads} caption={t("offers.ask.mine")} href={(one) => `/me/questions/${one.postId}`} />}
    </>
  );
}

export const ErrorBoundary = PageError;
