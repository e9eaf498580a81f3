import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMyDispatches } from "#app/data/read-models/my-dispatches.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { SeatTag } from "../ui/views/dispatch/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.mine.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const mine = await readMyDispatches(context.deps, requireActor(context, request, ["SEEKER"]));
  return { mine: mine.map(({ id, dispatchId, state, place, destination, gatherAt, gatherPlace }) => ({ id, dispatchId, state, place, destination, gatherAt, gatherPlace })) };
}

export default function MyDispatches() {
  const { mine } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("dispatch.mine.title")} lead={t("dispatch.mine.says")} crumbs={[{ href: "/me", text: t("common.nav.me") }, { text: t("dispatch.mine.title") }]} />
      {mine.length === 0 && <EmptyState title={t("dispatch.mine.none")} proposals={[{ href: "/jobs", text: t("common.nav.jobs") }, { href: "/stations", text: t("dispatch.station.title") }]} />}
      <ul className="posts">
        {mine.map((one) => (
          <li key={one.id}>
            <h2><a href={`/me/dispatches/${one.dispatchId}`}>{name(one.place)} {one.destination}</a></h2>
            <p>{formatInstant(one.gatherAt, locale)} · {one.gatherPlace}</p>
            <p className="tags"><SeatTag state={one.state} /></p>
          </li>
        ))}
      </ul>
    </>
  );
}

export const ErrorBoundary = PageError;
