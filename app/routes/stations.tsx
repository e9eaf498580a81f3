import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readOpenStations } from "#app/data/read-models/stations.server.ts";
import { EmptyState, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StationFacts } from "../ui/views/dispatch/station.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "dispatch.station.title");

export async function loader({ context }: LoaderFunctionArgs) {
  return { stations: await readOpenStations(context.deps) };
}

export default function Stations() {
  const { stations } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const provinces = [...new Set(stations.map((one) => name(one.province)))];
  return (
    <>
      <PageHead title={t("dispatch.station.title")} lead={t("dispatch.station.says")} />
      {stations.length === 0 && <EmptyState title={t("dispatch.station.none")} />}
      {provinces.map((province) => (
        <Section key={province} title={province}>
          {stations.filter((one) => name(one.province) === province).map((one) => <article key={one.id} className="panel"><h3>{one.name}</h3><StationFacts station={one} /></article>)}
        </Section>
      ))}
    </>
  );
}

export const ErrorBoundary = PageError;
