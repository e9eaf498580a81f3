import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type FairLine, readPublicFairs } from "#app/data/read-models/fairs.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { Button, emptyForm, Select } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { groupCounties } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FairTag, FairTime, FairWhere } from "../ui/views/fair/parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.open.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [fairs, { cities, counties }] = await Promise.all([readPublicFairs(context.deps, new URL(request.url).searchParams), readRegionOptions(context.deps.pool)]);
  return { ...fairs, cities, counties };
}

export default function Fairs() {
  const { coming, over, county, cities, counties } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("fairs.open.title")} lead={t("fairs.open.says")} />
      <form method="get" className="stack">
        <Select form={emptyForm({ county })} name="county" label={t("fairs.open.county")} empty={t("fairs.open.anywhere")} options={groupCounties(cities, counties, name)} />
        <p><Button kind="quiet">{t("fairs.open.search")}</Button></p>
      </form>
      <Section title={t("fairs.open.coming")}>{coming.length === 0 ? <EmptyState title={t("fairs.open.none")} says={t("fairs.open.noneSays")} proposals={[{ href: "/jobs", text: t("common.nav.jobs") }]} /> : <FairList fairs={coming} />}</Section>
      {over.length > 0 && <Section title={t("fairs.open.over")}><FairList fairs={over} /></Section>}
    </>
  );
}

type Line = Omit<FairLine, "startsAt" | "endsAt"> & { startsAt: Date | string; endsAt: Date | string };

function FairList({ fairs }: { fairs: readonly Line[] }) {
  const t = useT();
  const name = useName();
  return (
    <ul className="posts">
      {fairs.map((one) => (
        <li key={one.id}>
          <h3><a href={`/fairs/${one.id}`}>{one.title}</a></h3>
          <p><FairTime of={one} /></p>
          <p>{name(one.region)} · <FairWhere of={one} /></p>
          <p className="tags"><FairTag state={one.state} /><span className="benefits">{t("fairs.open.booths", { booths: formatCount(one.approved), posts: formatCount(one.posts) })}{one.drive !== null && ` · ${one.drive}`}</span></p>
        </li>
      ))}
    </ul>
  );
}

export const ErrorBoundary = PageError;
