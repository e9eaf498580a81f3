import type { PostSearchParams } from "#search/queries/params.ts";
import { STREAMS } from "#app/domain/terms.ts";
import { useName, useT } from "../i18n/context.tsx";
import { Button, ChoiceGroup, emptyForm, Select } from "./form.tsx";
import type { FilterNames } from "./search-filters.tsx";

const WAGES = [3_000, 4_000, 5_000, 6_000, 8_000] as const;

/** The filters without what each choice would give: for while nothing counts them. */
export function PlainFilters({ params, names }: { params: PostSearchParams; names: FilterNames }) {
  const t = useT();
  const name = useName();
  const form = emptyForm({ stream: params.stream, region: params.region ?? "", wage: params.wage === null ? "" : String(params.wage) });
  const { q, cert, brand, near, education, housing, monthly, verified, agency } = params;
  const chosen = { q, cert, brand, near, education, housing: housing && "1", monthly: monthly && "1", verified: verified && "1", agency: agency && "1" };
  return (
    <form action="/jobs" className="stack" aria-label={t("jobs.list.filters")}>
      {Object.entries(chosen).map(([key, value]) => value && <input key={key} type="hidden" name={key} value={value} />)}
      {params.sort !== "relevance" && <input type="hidden" name="sort" value={params.sort} />}
      <Select form={form} name="region" label={t("jobs.list.region")} empty={t("common.all")} options={Object.entries(names.regions).sort(([a], [b]) => a.localeCompare(b)).map(([value, text]) => ({ value, text: name(text) }))} />
      <Select form={form} name="wage" label={t("jobs.list.wage")} empty={t("jobs.list.anyWage")} options={WAGES.map((step) => ({ value: String(step), text: t("jobs.list.wageStep", { n: String(step) }) }))} />
      <ChoiceGroup form={form} name="stream" kind="checkbox" look="tight" legend={t("jobs.list.stream")} options={STREAMS.map((value) => ({ value, text: t(`terms.stream.${value}`) }))} />
      <p><Button kind="quiet">{t("jobs.list.applyFilters")}</Button></p>
    </form>
  );
}
