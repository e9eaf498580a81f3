import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCertified } from "#app/data/read-models/certified-page.server.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { dayIn } from "#app/platform/web/day-query.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { BothBars } from "../ui/charts/both-bars.tsx";
import { Button, emptyForm, Field } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatPercent } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CertificateLinks } from "../ui/views/issuer-words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "certificates.certified.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const scope = workRegion(actor);
  const today = context.deps.clock.today();
  const day = dayIn(query, today);
  const view = found(await readCertified(context.deps, actor, query.get("region") ?? scope, day));
  const city = view.region.code.endsWith("00") || view.region.code === scope ? null : `${view.region.code.slice(0, 4)}00`;
  const up = view.region.code === scope ? null : city !== null && isWithin(city, scope) ? city : scope;
  return { ...view, up, today };
}

export default function Certified() {
  const { region, day, total, lines, up, today } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const share = (part: number, whole: number) => (whole === 0 ? "—" : formatPercent(part / whole));
  const at = (path: string) => `${path}${path.includes("?") ? "&" : "?"}day=${day}`;
  const opens = (code: string) => code.length > 6 || !code.endsWith("00");
  return (
    <>
      <PageHead title={t("certificates.certified.heading", { region: name(region.name) })} lead={t("certificates.certified.says")} crumbs={[{ href: "/bureau", text: t("desk.title") }, { text: t("certificates.certified.title") }]}><CertificateLinks /></PageHead>
      <form method="get" className="field-row">
        <input type="hidden" name="region" value={region.code} />
        <Field form={emptyForm({ day })} name="day" label={t("certificates.certified.day")} type="date" max={today} short />
        <Button kind="quiet">{t("certificates.certified.show")}</Button>
      </form>
      <Section title={t("certificates.certified.on", { day: formatDay(day, locale) })} says={t("certificates.certified.rule")}>
        <p className="lead"><strong>{t("certificates.certified.figure", { without: share(total.withoutTraining, total.people), with: share(total.certified, total.people), people: formatCount(total.people) })}</strong></p>
        <BothBars id="certified" narrow={t("certificates.certified.without")} wide={t("certificates.certified.with")} bars={[total, ...(lines.length > 1 ? lines : [])].map((one) => ({ key: one.code, label: name(one.region), whole: one.people, narrow: one.withoutTraining, wide: one.certified }))} />
        {up !== null && <p><a href={at(`/bureau/certified?region=${up}`)}>{t("certificates.certified.up")}</a></p>}
        <div className="section"><Table file={tableFile("certified", { region: up === null ? null : region.code, day })} dense cards caption={t("certificates.certified.title")} rows={lines} rowKey={(one) => one.code} columns={[
          { key: "region", head: t("certificates.certified.region"), rowHead: true, cell: (one) => (opens(region.code) ? name(one.region) : <a href={at(`/bureau/certified?region=${one.code}`)}>{name(one.region)}</a>) },
          { key: "people", head: t("certificates.certified.people"), number: true, cell: (one) => formatCount(one.people) },
          { key: "monitored", head: t("certificates.certified.monitored"), number: true, cell: (one) => formatCount(one.monitored) },
          { key: "without", head: t("certificates.certified.without"), number: true, cell: (one) => formatCount(one.withoutTraining) },
          { key: "withoutShare", head: t("certificates.certified.withoutShare"), number: true, cell: (one) => share(one.withoutTraining, one.people) },
          { key: "with", head: t("certificates.certified.with"), number: true, cell: (one) => formatCount(one.certified) },
          { key: "withShare", head: t("certificates.certified.withShare"), number: true, cell: (one) => share(one.certified, one.people) },
          { key: "training", head: t("certificates.certified.PROPER"), number: true, cell: (one) => (opens(one.code) ? <a href={at(`/bureau/certified/${one.code}?lack=PROPER`)}>{formatCount(one.certified - one.withoutTraining)}</a> : formatCount(one.certified - one.withoutTraining)) },
          { key: "none", head: t("certificates.certified.ANY"), number: true, cell: (one) => (opens(one.code) ? <a href={at(`/bureau/certified/${one.code}`)}>{formatCount(one.people - one.certified)}</a> : formatCount(one.people - one.certified)) },
        ]} foot={lines.length > 1 ? <tr><th scope="row">{t("common.total")}</th>{[total.people, total.monitored, total.withoutTraining, null, total.certified, null, total.certified - total.withoutTraining, total.people - total.certified].map((value, index) => <td className="n" key={index}>{value === null ? share(index === 3 ? total.withoutTraining : total.certified, total.people) : formatCount(value)}</td>)}</tr> : undefined} /></div>
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
