import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCalibersPage } from "#app/data/read-models/calibers-page.server.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { publicRegion } from "#app/platform/permissions.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { yearIn } from "#app/platform/web/year-query.ts";
import { chooseCaliber } from "#app/usecases/targets/choose-caliber.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CaliberTable } from "../ui/views/calibers.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "ledger.caliber.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const year = yearIn(query, context.deps.clock.today());
  const { actor } = context;
  return {
    view: found(await readCalibersPage(context.deps, year, publicRegion(actor))), saved: query.get("saved") === "1",
    mayChoose: actor !== null && (actor.role === "OFFICER" || actor.role === "ADMIN") && actor.regionCode === SHANXI,
  };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await chooseCaliber(context.deps, actor, values);
  return result.ok ? redirect(`/board/calibers?${new URLSearchParams({ year: String(result.value.year), saved: "1" })}`) : { values, problems: result.problems };
}

export default function Calibers() {
  const { view, mayChoose, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  const locale = useLocale();
  const nameOf = (code: string) => {
    const one = view.calibers.find((caliber) => caliber.code === code);
    return one ? (locale === "zh" ? one.nameZh : one.nameEn) : code;
  };
  return (
    <>
      <PageHead title={t("ledger.caliber.title")} lead={t("ledger.caliber.says")} crumbs={[{ href: `/board?year=${view.year}`, text: t("board.title") }, { text: t("ledger.caliber.title") }]}>
        <p className="chips notice-after">{view.years.map((year) => (year === view.year ? <strong key={year}>{year}</strong> : <a key={year} href={`?year=${year}`}>{year}</a>))}</p>
      </PageHead>
      {saved && !sent && <Notice><p>{t("ledger.caliber.saved")}</p></Notice>}
      <ErrorSummary form={form} />
      <CaliberTable calibers={view.calibers} official={view.official} year={view.year} file={tableFile("calibers", { year: view.year })} />
      {mayChoose && (
        <Section title={t("ledger.caliber.choose")} says={t("ledger.caliber.chooseSays")}>
          <form method="post" className="stack">
            <input type="hidden" name="year" value={view.year} />
            <input type="hidden" name="from" value={view.official} />
            <Select form={form} name="caliberCode" label={t("ledger.caliber.to")} options={view.calibers.map((one) => ({ value: one.code, text: nameOf(one.code) }))} />
            <Field form={form} name="reason" label={t("ledger.caliber.reason")} maxLength={300} required />
            <p><Button>{t("ledger.caliber.submit")}</Button></p>
          </form>
        </Section>
      )}
      <Section title={t("ledger.caliber.history")}>
        {view.choices.length === 0 ? <p className="soft">{t("ledger.caliber.historyNone")}</p> : (
          <ul className="stack">{view.choices.map((one) => <li key={String(one.chosenAt)}><strong>{nameOf(one.caliberCode)}</strong> · {formatInstant(one.chosenAt, locale)} · {one.reason}</li>)}</ul>
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
