import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keepsBrand } from "#app/data/brands/brands.server.ts";
import { readBrandPage, readHealthView } from "#app/data/read-models/brand-pages.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { HealthCard, HealthStats } from "../ui/views/brand/health-card.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.desk.health", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OPERATOR", "OFFICER", "ADMIN"]);
  const brand = found(await readBrandPage(context.deps, params.id ?? ""));
  found(keepsBrand(actor, brand) || null);
  return { brand: { id: brand.id, name: { zh: brand.name, en: brand.nameEn } }, health: await readHealthView(context.deps, brand) };
}

export default function BrandHealth() {
  const { brand, health } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("brands.health.title", { name: name(brand.name) })} lead={t("brands.health.says", { day: formatDay(health.asOf, locale) })} crumbs={[{ href: "/brands", text: t("brands.title") }, { href: `/brands/${brand.id}`, text: name(brand.name) }, { text: t("brands.desk.health") }]} />
      <HealthStats health={health} />
      <HealthCard health={health} brandId={brand.id} />
    </>
  );
}

export const ErrorBoundary = PageError;
