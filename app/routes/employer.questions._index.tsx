import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readQuestions } from "#app/data/read-models/inquiry-pages.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ThreadList } from "../ui/views/inquiry.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "offers.answer.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER", "OFFICER", "ADMIN"]);
  return { threads: await readQuestions(context.deps, actor), byEmployer: actor.role === "EMPLOYER" };
}

export default function Questions() {
  const { threads, byEmployer } = useLoaderData<typeof loader>();
  const t = useT();
  const up = byEmployer ? { href: "/employer", text: t("employer.title") } : { href: "/bureau/checkins", text: t("offers.care.title") };
  return (
    <>
      <PageHead title={t("offers.answer.title")} lead={t(byEmployer ? "offers.answer.says" : "offers.answer.saysBureau")} crumbs={[up, { text: t("offers.answer.title") }]} />
      {threads.length === 0 ? <EmptyState title={t("offers.answer.none")} /> : <ThreadList threads={threads} file={byEmployer ? undefined : tableFile("questions")} caption={t("offers.answer.title")} href={(one) => `/${byEmployer ? "employer" : "bureau"}/questions/${one.id}`} />}
    </>
  );
}

export const ErrorBoundary = PageError;
