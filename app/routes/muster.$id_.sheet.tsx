import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRollPage } from "#app/data/read-models/muster-pages.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { openRollNames } from "#app/usecases/workfare/print-roll.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import musterSheet from "../ui/styles/muster-sheet.css?url";
import paperStyles from "../ui/styles/paper.css?url";
import { PaperRoll } from "../ui/views/workfare/paper-roll.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.sheet.title", { noIndex: true });
export const links = () => [paperStyles, musterSheet].map((href) => ({ rel: "stylesheet", href }));

const WHO = ["OFFICER", "ADMIN", "AGENT", "SEEKER"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, WHO);
  const view = found(await readRollPage(context.deps, actor, params.id ?? ""));
  if (!view.may.ENTER) throw new Response(null, { status: 404 });
  const address = `${context.origin}/muster/${view.roll.id}`;
  return { view, address, qr: qrOf(address) };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<{ names: Record<string, string> }> {
  const actor = requireActor(context, request, WHO);
  const result = await openRollNames(context.deps, actor, { ...formValues(await readForm(request)), rollId: params.id });
  if (!result.ok) throw new Response(null, { status: 404 });
  return result.value;
}

export default function MusterSheet() {
  const { view, address, qr } = useLoaderData<typeof loader>();
  const opened = useActionData<typeof action>() as { names: Record<string, string> } | undefined;
  const t = useT();
  return (
    <>
      <PageHead title={t("workfare.sheet.title")} lead={t("workfare.sheet.says")} crumbs={[{ href: `/muster/${view.roll.id}`, text: t("workfare.rolls.roll", { nr: view.roll.nr }) }, { text: t("workfare.sheet.title") }]}>
        <div className="actions no-print">
          {!opened && <form method="post"><button className="button" type="submit" name="intent" value="names">{t("workfare.sheet.names")}</button></form>}
          <button className="button quiet" type="button" hidden data-print="">{t("workfare.sheet.print")}</button>
        </div>
      </PageHead>
      <PaperRoll view={view} names={opened?.names ?? {}} address={address} qr={qr} lastDay={addDays(view.roll.untilOn, -1)} />
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
