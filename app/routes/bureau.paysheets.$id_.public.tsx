import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSheetPage } from "#app/data/read-models/pay-sheet-page.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatDays, formatFen } from "../ui/i18n/format.ts";
import { translator } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { SheetFrame } from "../ui/views/paper/sheet.tsx";
import paperStyles from "../ui/styles/paper.css?url";
import musterSheet from "../ui/styles/muster-sheet.css?url";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.public.title", { noIndex: true });
export const links = () => [paperStyles, musterSheet].map((href) => ({ rel: "stylesheet", href }));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const { sheet, project, lines } = found(await readSheetPage(context.deps, actor, params.id ?? ""));
  // what hangs in the village: masked names and days, no accounts
  return { sheet, project, lines: lines.map(({ nr, nameMasked, village, quarters, payFen, days }) => ({ nr, nameMasked, village, quarters, payFen, rates: [...new Set(days.map((one) => one.rateFen))] })) };
}

export default function Publicity() {
  const { sheet, project, lines } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const zh = translator("zh");
  const en = translator("en");
  const both = (key: Parameters<typeof zh>[0]) => <>{zh(key)}{locale === "en" && <span className="gloss"> {en(key)}</span>}</>;
  return (
    <>
      <PageHead title={t("workfare.public.title")} lead={t("workfare.public.says")} crumbs={[{ href: `/bureau/paysheets/${sheet.id}`, text: t("workfare.sheets.sheet", { nr: sheet.nr }) }, { text: t("workfare.public.title") }]}>
        <p className="actions no-print"><button className="button" type="button" hidden data-print="">{t("workfare.sheet.print")}</button></p>
      </PageHead>
      <SheetFrame label={zh("workfare.public.heading")}>
        <article className="paper roster" lang="zh-CN">
          <h1>{both("workfare.public.heading")}</h1>
          <p className="above between"><span>{project.name}</span><span>{zh("workfare.sheets.sheet", { nr: sheet.nr })}</span></p>
          <p className="above between"><span>{sheet.publicFrom === null ? zh("workfare.public.notYet") : zh("workfare.public.days", { from: formatDay(sheet.publicFrom, "zh"), to: formatDay(addDays(sheet.publicUntil ?? sheet.publicFrom, -1), "zh") })}</span><span>{zh("workfare.public.unit")}</span></p>
          <table>
            <thead><tr><th className="number">{zh("workfare.crew.nr")}</th><th>{both("workfare.crew.name")}</th><th>{both("workfare.crew.village")}</th><th>{both("workfare.public.worked")}</th><th>{both("workfare.public.rate")}</th><th>{both("workfare.public.pay")}</th></tr></thead>
            <tbody>{lines.map((one) => <tr key={one.nr}><td>{one.nr}</td><td>{one.nameMasked}</td><td>{one.village.zh}</td><td>{formatDays(one.quarters)}</td><td>{one.rates.map(formatFen).join("、")}</td><td>{formatFen(one.payFen)}</td></tr>)}</tbody>
            <tfoot><tr><td /><th>{zh("workfare.pay.total")}</th><td /><td>{formatDays(lines.reduce((sum, one) => sum + one.quarters, 0))}</td><td /><td>{formatFen(sheet.totalFen)}</td></tr></tfoot>
          </table>
          <p>{both("workfare.public.object")}</p>
          <p className="sign">{both("workfare.public.village")} <i /> {both("workfare.sheet.on")} <i /></p>
        </article>
      </SheetFrame>
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
