import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readStoppable } from "#app/data/read-models/my-searches.server.ts";
import { guestActor } from "#app/platform/actor.ts";
import { stopSearch } from "#app/usecases/searches/stop-search.server.ts";
import { Button, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.unsubscribe.title", { noIndex: true });

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { search: await readStoppable(context.deps.pool, params.token ?? "") };
}

/** Stopping takes a press: a mail or message filter that follows links must not stop anything. */
export async function action({ params, context }: ActionFunctionArgs) {
  const result = await stopSearch(context.deps, guestActor("unsubscribe", context.requestId), { stopToken: params.token });
  return { done: result.ok };
}

export default function StopAlerts() {
  const { search } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done;
  const t = useT();
  if (done === true || search === null) {
    return (
      <>
        <PageHead title={t("seek.unsubscribe.title")} />
        <div className="stack"><Notice><p>{t(done === true ? "seek.unsubscribe.done" : "seek.unsubscribe.gone")}</p></Notice><LinkButton href="/jobs" kind="quiet">{t("seek.saved.find")}</LinkButton></div>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("seek.unsubscribe.heading")} lead={t("seek.unsubscribe.says", { name: search.name })} />
      <form method="post"><Button size="big">{t("seek.unsubscribe.confirm")}</Button></form>
    </>
  );
}

export const ErrorBoundary = PageError;
