import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPersonDays } from "#app/data/read-models/person-days-page.server.ts";
import { isMonth } from "#app/domain/dates.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import welfareStyles from "../ui/styles/welfare.css?url";
import { PersonDays } from "../ui/views/welfare/days.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.days.title", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: welfareStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const asked = new URL(request.url).searchParams.get("month");
  return { view: found(await readPersonDays(context.deps, actor, actor.personId ?? "", isMonth(asked) ? asked : null)) };
}

export default function MyDays() {
  const { view } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHead title={t("welfare.days.mine")} lead={t("welfare.days.says")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("welfare.days.mine") }]} />
      <PersonDays view={view} path="/me/days" />
    </>
  );
}

export const ErrorBoundary = PageError;
