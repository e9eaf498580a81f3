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

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  const asked = new URL(request.url).searchParams.get("month");
  return { view: found(await readPersonDays(context.deps, actor, params.id ?? "", isMonth(asked) ? asked : null)) };
}

/** The paid days of a person from every source, for the bureau of their home. */
export default function DaysOfPerson() {
  const { view } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHead title={t("welfare.days.heading", { name: view.nameMasked })} lead={t("welfare.days.says")} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { text: t("welfare.days.title") }]} />
      <PersonDays view={view} path={`/bureau/people/${view.personId}/days`} />
    </>
  );
}

export const ErrorBoundary = PageError;
