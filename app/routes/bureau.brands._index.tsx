import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBrands } from "#app/data/read-models/brand-pages.server.ts";
import { readOccupationOptions, readRegionOptions } from "#app/data/read-models/options.server.ts";
import { BRAND_LEVELS, USUAL_LEVELS } from "#app/domain/brand/membership.ts";
import { isWithin, SHANXI } from "#app/domain/region/codes.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { registerBrand } from "#app/usecases/brands/register-brand.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, OptionList, Select, TextArea } from "../ui/components/form.tsx";
import { Fold, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { groupCounties, groupOccupations } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { BrandWords } from "../ui/views/brand/brand-forms.tsx";
import { BrandTag } from "../ui/views/brand/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.bureau.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const { deps } = context;
  const [brands, regions, occupations] = await Promise.all([readBrands(deps, { all: true }), readRegionOptions(deps.pool), readOccupationOptions(deps.pool)]);
  const scope = workRegion(actor);
  return { brands, occupations, whole: scope === SHANXI, cities: regions.cities.filter((one) => isWithin(one.code, scope)), allCities: regions.cities, counties: regions.counties.filter((one) => isWithin(one.code, scope)), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await registerBrand(context.deps, actor, values);
  return result.ok ? redirect(`/bureau/brands/${result.value.brandId}?saved=1`) : { values, problems: result.problems };
}

export default function BureauBrands() {
  const { brands, occupations, whole, cities, allCities, counties } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ levels: USUAL_LEVELS.join("\n") });
  const t = useT();
  const name = useName();
  const grouped = groupCounties(allCities, counties, name).filter((one) => one.options.length > 0);
  const chosen = (field: string) => { const value = form.values[field]; return Array.isArray(value) ? value : value ? [value] : []; };
  return (
    <>
      <PageHead title={t("brands.bureau.title")} lead={t("brands.bureau.says")} crumbs={[{ href: "/bureau", text: t("desk.title") }, { text: t("brands.bureau.title") }]}><p className="chips"><a href="/board/brands">{t("brands.boards")}</a><a href="/brands">{t("brands.all")}</a></p></PageHead>
      <ErrorSummary form={form} />
      <Table dense cards file={tableFile("brands")} caption={t("brands.bureau.list")} rows={brands} rowKey={(one) => one.id} columns={[
        { key: "name", head: t("brands.bureau.name"), rowHead: true, cell: (one) => <a href={`/bureau/brands/${one.id}`}>{name(one.name)}</a> },
        { key: "level", head: t("brands.bureau.level"), cell: (one) => t(`brands.level.${one.level}`) },
        { key: "home", head: t("brands.bureau.home"), cell: (one) => one.places.map(name).join(t("common.listed")) },
        { key: "members", head: t("brands.bureau.members"), number: true, cell: (one) => formatCount(one.members) },
        { key: "places", head: t("brands.bureau.places"), number: true, cell: (one) => formatCount(one.openPlaces) },
        { key: "state", head: t("brands.bureau.state"), cell: (one) => <BrandTag state={one.state} /> },
      ]} />
      <div className="section"><Fold summary={t("brands.bureau.register")} open={sent !== undefined}>
        <form method="post" className="stack">
          <Field form={form} name="name" label={t("brands.bureau.name")} maxLength={60} />
          <Select form={form} name="level" label={t("brands.bureau.level")} options={BRAND_LEVELS.map((level) => ({ value: level, text: t(`brands.level.${level}`) }))} short />
          <Select form={form} name="seat" label={t("brands.bureau.seat")} hint={t("brands.bureau.seatHint")} options={[...(whole ? [{ value: SHANXI, text: t("policy.wholeProvince") }] : []), ...cities.map((one) => ({ value: one.code, text: name(one.name) })), ...grouped]} />
          <Many name="counties" label={t("brands.bureau.counties")} chosen={chosen("counties")}><OptionList options={grouped} /></Many>
          <Many name="occupationCodes" label={t("brands.bureau.occupations")} chosen={chosen("occupationCodes")}><OptionList options={groupOccupations(occupations, name)} /></Many>
          <TextArea form={form} name="standard" label={t("brands.bureau.standard")} rows={5} maxLength={4_000} />
          <BrandWords form={form} />
          <p><Button>{t("brands.bureau.submit")}</Button></p>
        </form>
      </Fold></div>
    </>
  );
}

/** A list of which several can be chosen. */
function Many({ name, label, chosen, children }: { name: string; label: string; chosen: string[]; children: React.ReactNode }) {
  return <div className="field"><label className="label" htmlFor={name}>{label}</label><select className="input" id={name} name={name} multiple size={8} defaultValue={chosen}>{children}</select></div>;
}

export const ErrorBoundary = PageError;
