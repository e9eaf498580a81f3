import type { PostSearchParams } from "#search/queries/params.ts";
import type { Facets as FacetCounts } from "#search/queries/read-posts.ts";
import { useName, useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import { Button, ChoiceGroup, emptyForm, type Option, Select } from "./form.tsx";

export interface FilterNames {
  regions: Record<string, { zh: string; en: string }>;
  occupations: Record<string, { zh: string; en: string }>;
  brands: Record<string, { zh: string; en: string }>;
}

/** Filters as one plain form, each choice with what it would give; on a phone folded behind a button. */
export function SearchFilters({ params, facets, names, active }: { params: PostSearchParams; facets: FacetCounts; names: FilterNames; active: number }) {
  const t = useT();
  const name = useName();
  const form = emptyForm({
    stream: params.stream, place: params.place, region: params.region ?? "", wage: params.wage === null ? "" : String(params.wage), cert: params.cert ?? "", brand: params.brand ?? "",
    education: params.education ?? "", housing: params.housing ? "1" : "", monthly: params.monthly ? "1" : "", verified: params.verified ? "1" : "", agency: params.agency ? "1" : "",
  });
  const counted = (value: string, text: string, count: number): Option => ({ value, text: t("common.aside", { text, aside: formatCount(count) }) });
  const regions = facets.region.filter((one) => names.regions[one.value]);
  const level = (test: (code: string) => boolean) => regions.filter((one) => test(one.value)).map((one) => counted(one.value, name(names.regions[one.value]), one.count));
  const isCity = (code: string) => /^14\d{2}00$/.test(code) && code !== "140000";
  return (
    <>
      <input className="facets-open visually-hidden" type="checkbox" id="show-filters" aria-label={t("jobs.list.showFilters")} />
      <label className="button quiet facets-toggle" htmlFor="show-filters">{t("jobs.list.showFilters")}{active > 0 && ` ${active}`}</label>
      <form action="/jobs" className="facets" aria-label={t("jobs.list.filters")}>
        {params.q && <input type="hidden" name="q" value={params.q} />}
        {params.sort !== "relevance" && <input type="hidden" name="sort" value={params.sort} />}
        {params.near && <input type="hidden" name="near" value={params.near} />}
        <div className="facet">
          <ChoiceGroup form={form} name="stream" kind="checkbox" look="tight" legend={t("jobs.list.stream")} options={facets.stream.map((one) => ({ value: one.value, text: t(`terms.stream.${one.value as "MARKET"}`), count: formatCount(one.count) }))} />
        </div>
        <div className="facet">
          <ChoiceGroup form={form} name="place" kind="checkbox" look="tight" legend={t("jobs.list.scope")} options={facets.place.map((one) => ({ value: one.value, text: t(`terms.placeClass.${one.value as "IN_COUNTY"}`), count: formatCount(one.count) }))} />
        </div>
        <div className="facet">
          <Select form={form} name="region" label={t("jobs.list.region")} empty={t("common.all")} options={[...level(isCity), ...level((code) => /^14\d{4}$/.test(code) && !code.endsWith("00")), ...level((code) => code === "140000" || !code.startsWith("14"))]} />
        </div>
        <div className="facet">
          <Select form={form} name="wage" label={t("jobs.list.wage")} empty={t("jobs.list.anyWage")} options={facets.wage.filter((one) => one.count > 0 || one.selected).map((one) => counted(one.value, t("jobs.list.wageStep", { n: formatCount(Number(one.value)) }), one.count))} />
        </div>
        <div className="facet">
          <ChoiceGroup form={form} name="housing" kind="checkbox" look="tight" legend={t("jobs.list.benefits")} options={facets.housing.map((one) => ({ value: one.value, text: t("jobs.list.housing"), count: formatCount(one.count) }))} />
          <ChoiceGroup form={form} name="monthly" kind="checkbox" look="tight" legend={t("jobs.post.wage")} options={facets.monthly.map((one) => ({ value: one.value, text: t("seek.choices.monthly"), count: formatCount(one.count) }))} />
          <ChoiceGroup form={form} name="verified" kind="checkbox" look="tight" legend={t("jobs.post.trustEmployer")} options={facets.verified.map((one) => ({ value: one.value, text: t("jobs.list.verified"), count: formatCount(one.count) }))} />
          <ChoiceGroup form={form} name="agency" kind="checkbox" look="tight" legend={t("recruit.search.agencyLegend")} options={facets.agency.map((one) => ({ value: one.value, text: t("recruit.search.agency"), count: formatCount(one.count) }))} />
        </div>
        <div className="facet">
          <Select form={form} name="cert" label={t("jobs.list.certificate")} empty={t("common.all")} options={facets.cert.filter((one) => one.value === "none" || names.occupations[one.value]).map((one) => counted(one.value, one.value === "none" ? t("jobs.list.certNone") : name(names.occupations[one.value]), one.count))} />
        </div>
        <div className="facet">
          <Select form={form} name="education" label={t("jobs.list.education")} empty={t("common.all")} options={facets.education.filter((one) => one.count > 0 || one.selected).map((one) => counted(one.value, t("jobs.list.educationUpTo", { level: t(`terms.education.${one.value as "NONE"}`) }), one.count))} />
        </div>
        {facets.brand.length > 0 && (
          <div className="facet">
            <Select form={form} name="brand" label={t("jobs.list.brand")} empty={t("common.all")} options={facets.brand.filter((one) => names.brands[one.value]).map((one) => counted(one.value, name(names.brands[one.value]), one.count))} />
          </div>
        )}
        <Button kind="quiet">{t("jobs.list.applyFilters")}</Button>
      </form>
    </>
  );
}
