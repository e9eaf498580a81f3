import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readWorkbench } from "#app/data/read-models/workbench.server.ts";
import { supervises } from "#app/platform/permissions.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { DeskGroups, DeskPlaces } from "../ui/views/desk.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "desk.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { ...(await readWorkbench(context.deps, actor)), supervisor: supervises(actor) };
}

export default function Workbench() {
  const { waiting, late, groups, supervisor } = useLoaderData<typeof loader>();
  const t = useT();
  const sum = waiting === 0 ? t("desk.nothing") : t(late === 0 ? "desk.sum" : "desk.sumLate", { waiting: formatCount(waiting), late: formatCount(late) });
  return (
    <>
      <PageHead title={t("desk.title")} lead={sum} />
      <DeskGroups groups={groups} />
      <DeskPlaces supervisor={supervisor} />
    </>
  );
}

export const ErrorBoundary = PageError;
