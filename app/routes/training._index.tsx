import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { readOpenClasses } from "#app/data/read-models/training-classes.server.ts";
import { Button, emptyForm, Field, Select } from "../ui/components/form.tsx";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { groupCounties } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { Leads, Range } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.open.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [open, regions] = await Promise.all([readOpenClasses(context.deps, context.actor, new URL(request.url).searchParams), readRegionOptions(context.deps.pool)]);
  return { ...open, regions: { cities: regions.cities, counties: regions.counties } };
}

export default function OpenTraining() {
  const { classes, q, county, near, regions } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("training.open.title")} lead={t("training.open.says")}>{near && classes.length > 0 && <p className="soft">{t("training.open.near")}</p>}</PageHead>
      <form method="get" className="stack">
        <Field form={emptyForm({ q })} name="q" label={t("training.open.q")} hint={t("training.open.qHint")} type="search" maxLength={40} />
        <Select form={emptyForm({ county })} name="county" label={t("training.open.county")} empty={t("training.open.anywhere")} options={groupCounties(regions.cities, regions.counties, name)} />
        <p><Button>{t("training.open.search")}</Button></p>
      </form>
      <div className="notice-after">{classes.length === 0 ? <EmptyState title={t("training.open.none")} proposals={q || county ? [{ href: "/training", text: t("training.open.wider") }] : []} /> : (
        <Table cards caption={t("training.open.title")} rows={classes} rowKey={(one) => one.id} columns={[
          { key: "course", head: t("training.list.course"), rowHead: true, cell: (one) => <span><a href={`/training/${one.id}`}>{one.title}</a><br /><span className="soft"><Leads of={one} /></span></span> },
          { key: "place", head: t("training.list.place"), cell: (one) => <>{name(one.county)} {one.place}</> },
          { key: "days", head: t("training.list.days"), cell: (one) => <Range from={one.startsOn} to={one.lastOn} /> },
          { key: "taken", head: t("training.plan.places"), number: true, cell: (one) => (one.taken < one.places ? t("training.page.free", { n: formatCount(one.places - one.taken) }) : t("training.open.full")) },
        ]} />
      )}</div>
    </>
  );
}

export const ErrorBoundary = PageError;
