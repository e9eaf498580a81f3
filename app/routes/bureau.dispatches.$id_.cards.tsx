import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readDispatchCards } from "#app/data/read-models/my-dispatches.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import dispatchStyles from "../ui/styles/dispatch.css?url";
import { BoardingCard } from "../ui/views/dispatch/card.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.card.all", { noIndex: true });
export const links: LinksFunction = () => [{ rel: "stylesheet", href: dispatchStyles }];
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  const cards = found(await readDispatchCards(context.deps, actor, params.id ?? ""));
  return { id: params.id!, cards: cards.map((card) => ({ card, qr: qrOf(card.card ?? "") })) };
}

export default function Cards() {
  const { id, cards } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <div className="no-print"><PageHead title={t("dispatch.card.all")} lead={t("dispatch.card.allSays")} crumbs={[{ href: `/bureau/dispatches/${id}`, text: t("dispatch.board.back") }, { text: t("dispatch.card.all") }]}><button className="button" type="button" hidden data-print="">{t("dispatch.card.print")}</button></PageHead></div>
      {cards.length === 0 && <EmptyState title={t("dispatch.card.noneToPrint")} />}
      {cards.map(({ card, qr }) => <BoardingCard key={card.id} card={card} qr={qr} />)}
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
