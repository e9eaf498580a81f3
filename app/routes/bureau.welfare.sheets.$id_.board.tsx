import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSheet } from "#app/data/read-models/welfare-sheets.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { SheetLines } from "../ui/views/welfare/sheet.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.sheets.public", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { sheet: found(await readSheet(context.deps, actor, params.id ?? "")) };
}

/** What hangs out in the village: masked names, days and amounts. */
export default function WelfareSheetBoard() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("welfare.sheets.publicHeading", { town: name(sheet.townPath), month: sheet.month })} lead={t("welfare.sheets.publicSays")}><p className="no-print notice-after"><a href={`/bureau/welfare/sheets/${sheet.id}`}>{t("welfare.sheets.title")}</a> · {t("welfare.post.print")}</p></PageHead>
      <SheetLines sheet={sheet} forBoard />
    </>
  );
}

export const ErrorBoundary = PageError;
