import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMySearches } from "#app/data/read-models/my-searches.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { stopSearch } from "#app/usecases/searches/stop-search.server.ts";
import { parsePostSearch, postSearchUrl } from "#search/queries/params.ts";
import { Button, emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.saved.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const searches = await readMySearches(context.deps.pool, actor.personId ?? "");
  const done = new URL(request.url).searchParams.get("done");
  // an address of an older form is brought forward as it is shown
  return { searches: searches.map((one) => ({ ...one, href: `/jobs?${postSearchUrl(parsePostSearch(new URLSearchParams(one.query)).params)}` })), done };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const { searchId } = formValues(await readForm(request));
  const result = await stopSearch(context.deps, actor, { searchId });
  if (result.ok) return redirect("/me/searches?done=stopped");
  return { values: {}, problems: result.problems };
}

export default function Searches() {
  const { searches, done } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("seek.saved.heading")} lead={t("seek.saved.says")} crumbs={[{ href: "/me", text: t("common.nav.me") }, { text: t("seek.saved.title") }]} />
      <ErrorSummary form={form} />
      {done === "saved" && <Notice><p>{t("seek.saved.saved")}</p></Notice>}
      {done === "stopped" && <Notice><p>{t("seek.saved.removed")}</p></Notice>}
      {searches.length === 0 && <EmptyState title={t("seek.saved.none")} proposals={[{ href: "/jobs", text: t("seek.saved.find") }]} />}
      <ul className="posts notice-after">
        {searches.map((one) => (
          <li key={one.id} className="stack">
            <h2><a href={one.href}>{one.name}</a></h2>
            <p className="soft">{t("seek.saved.since", { day: formatDay(one.recordedAt, locale) })} · {t("seek.saved.alerts", { n: formatCount(one.alerts) })} · {t(one.bySms ? "seek.saved.smsOn" : "seek.saved.smsOff")}</p>
            <form method="post">
              <input type="hidden" name="searchId" value={one.id} />
              <Button kind="quiet" size="small">{t("seek.saved.remove")}<span className="visually-hidden"> {one.name}</span></Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

export const ErrorBoundary = PageError;
