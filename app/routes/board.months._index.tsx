import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readFrozenMonthsPage } from "#app/data/read-models/frozen-months-page.server.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { publicRegion } from "#app/platform/permissions.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { freezeTargetMonth } from "#app/usecases/targets/freeze-month.server.ts";
import { Button, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant, formatMonth } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "ledger.months.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor } = context;
  const year = yearIn(query, context.deps.clock.today());
  const mayFreeze = actor !== null && (actor.role === "OFFICER" || actor.role === "ADMIN") && actor.regionCode === SHANXI;
  const view = found(await readFrozenMonthsPage(context.deps, year, publicRegion(actor)));
  // a freezing is for good, so it is asked twice
  const asked = view.months.find((one) => one.month === Number(query.get("ask")) && one.over && !one.frozen);
  return { view, mayFreeze, saved: Number(query.get("saved")) || null, asked: mayFreeze && asked ? { month: asked.month, persons: asked.now } : null };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await freezeTargetMonth(context.deps, actor, values);
  return result.ok ? redirect(`/board/months?${new URLSearchParams({ year: String(values.year), saved: String(values.month) })}`) : { values, problems: result.problems };
}

export default function Months() {
  const { view, mayFreeze, saved, asked } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const locale = useLocale();
  const done = view.months.find((one) => one.month === saved)?.frozen;
  const signed = (value: number) => (value > 0 ? `+${formatCount(value)}` : value === 0 ? "0" : formatCount(value));
  return (
    <>
      <PageHead title={t("ledger.months.heading", { year: view.year })} lead={t("ledger.months.says")} crumbs={[{ href: `/board?year=${view.year}`, text: t("board.title") }, { text: t("ledger.months.title") }]}>
        <p className="chips notice-after">{view.years.map((year) => (year === view.year ? <strong key={year}>{year}</strong> : <a key={year} href={`?year=${year}`}>{year}</a>))}</p>
      </PageHead>
      {done && !sent && <Notice><p>{t("ledger.months.saved", { month: formatMonth(saved ?? 1, locale), persons: formatCount(done.persons) })}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {asked && !sent && (
        <Notice kind="counted">
          <h2>{t("ledger.months.ask", { year: view.year, month: formatMonth(asked.month, locale) })}</h2>
          <p>{t("ledger.months.askSays", { persons: formatCount(asked.persons) })}</p>
          <form method="post" className="actions">
            <input type="hidden" name="year" value={view.year} />
            <input type="hidden" name="month" value={asked.month} />
            <Button kind="danger">{t("ledger.months.confirm")}</Button>
            <LinkButton href={`/board/months?year=${view.year}`} kind="quiet">{t("ledger.months.leave")}</LinkButton>
          </form>
        </Notice>
      )}
      <Table
        file={tableFile("frozen-months", { year: view.year })}
        caption={t("ledger.months.chart")}
        rows={view.months}
        rowKey={(one) => String(one.month)}
        columns={[
          { key: "month", head: t("ledger.months.month"), rowHead: true, cell: (one) => formatMonth(one.month, locale) },
          { key: "frozen", head: t("ledger.months.frozen"), number: true, cell: (one) => (one.frozen ? formatCount(one.frozen.persons) : "—") },
          { key: "now", head: t("ledger.months.now"), number: true, cell: (one) => formatCount(one.now) },
          { key: "change", head: t("ledger.months.change"), number: true, cell: (one) => (one.frozen ? <a href={`/board/months/${one.month}?year=${view.year}`} aria-label={`${formatMonth(one.month, locale)} ${t("ledger.months.open")} ${signed(one.now - one.frozen.persons)}`}>{signed(one.now - one.frozen.persons)}</a> : "—") },
          {
            key: "at", head: t("ledger.months.at"), cell: (one) => (one.frozen ? formatInstant(one.frozen.frozenAt, locale) : !one.over ? t("ledger.months.notOver") : !mayFreeze ? t("ledger.months.notYet") : (
              <a className="button quiet small" href={`/board/months?year=${view.year}&ask=${one.month}`} aria-label={`${t("ledger.months.freeze")} ${formatMonth(one.month, locale)}`}>{t("ledger.months.freeze")}</a>
            )),
          },
          { key: "report", head: t("ledger.report.label"), cell: (one) => (one.over || one.now > 0 ? <><a href={`/board/report.xlsx?year=${view.year}&month=${one.month}`} aria-label={`${t("ledger.report.xlsx")} ${formatMonth(one.month, locale)}`}>XLSX</a> · <a href={`/board/report.pdf?year=${view.year}&month=${one.month}`} aria-label={`${t("ledger.report.pdf")} ${formatMonth(one.month, locale)}`}>PDF</a></> : "—") },
        ]}
      />
    </>
  );
}

export const ErrorBoundary = PageError;
