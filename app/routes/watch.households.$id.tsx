import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type HouseholdMember, readHousehold } from "#app/data/read-models/watch-pages.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { type SpanLine, SpanLines } from "../ui/charts/span-lines.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { StreamTag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "watch.household.title", { noIndex: true });

const YEARS_DRAWN = 4;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "AGENT", "ADMIN"]);
  return found(await readHousehold(context.deps, actor, params.id ?? ""));
}

export default function Household() {
  const { id, place, today, members } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const from = `${Number(today.slice(0, 4)) - YEARS_DRAWN + 1}-01-01`;
  const categories = (one: HouseholdMember) => one.categories.filter((kind) => kind.validTo === null || kind.validTo > today).map(({ kind }) => t(`policy.category.${kind}`)).join(t("common.listed"));
  const line = (one: HouseholdMember): SpanLine => ({
    key: one.personId, label: one.nameMasked, note: categories(one) || undefined,
    says: `${t("watch.household.chart", { name: one.nameMasked })}${t("common.colon")}${one.works.filter((work) => work.from !== null).map((work) => `${t(`terms.stream.${work.stream}`)} ${formatDay(work.from!, locale)}–${work.to === null ? t("watch.household.now") : formatDay(work.to, locale)}`).join(t("common.semicolon")) || t("watch.household.none")}`,
    spans: one.works.filter((work) => work.from !== null && (work.to === null || work.to > from)).map((work) => ({ key: work.id, from: work.from!, to: work.to ?? (work.open ? today : work.from!), look: work.open ? "now" as const : "past" as const, text: t(`terms.stream.${work.stream}`) })),
    marks: one.cases.filter((signal) => signal.since >= from).map((signal) => ({ key: signal.id, on: signal.since, hollow: signal.closedOn !== null })),
  });
  const works = members.flatMap((one) => one.works.filter((work) => work.from !== null).map((work) => ({ ...work, who: one.nameMasked }))).sort((a, b) => (a.from! < b.from! ? 1 : -1));
  const cases = members.flatMap((one) => one.cases.map((signal) => ({ ...signal, who: one.nameMasked }))).sort((a, b) => (a.since < b.since ? 1 : -1));
  return (
    <>
      <PageHead title={t("watch.household.heading")} lead={`${name(place)} · ${t("watch.household.says")}`} crumbs={[{ href: "/watch", text: t("watch.title") }, { text: t("watch.household.title") }]} />
      <Section title={t("watch.household.timeline")} says={t("watch.household.timelineSays")}>
        <figure className="figure"><SpanLines label={t("watch.household.timeline")} from={from} to={addDays(today, 30)} today={today} lines={members.map(line)} /></figure>
      </Section>
      <Section title={t("watch.household.cases")}>
        {cases.length === 0 ? <p className="soft">{t("watch.household.caseNone")}</p> : (
          <Table dense cards file={tableFile("household-cases", { household: id })} caption={t("watch.household.cases")} rows={cases} rowKey={(one) => one.id} columns={[
            { key: "kind", head: t("watch.kinds"), rowHead: true, cell: (one) => <a href={`/watch/${one.id}`} aria-label={`${t(`watch.kind.${one.kind}`)} ${one.who} ${one.since}`}>{t(`watch.kind.${one.kind}`)}</a> },
            { key: "who", head: t("watch.person"), cell: (one) => one.who },
            { key: "since", head: t("watch.since"), number: true, cell: (one) => formatDayShort(one.since) },
            { key: "result", head: t("watch.result"), cell: (one) => (one.result ? t(`watch.results.${one.result}`) : t("watch.view.open")) },
          ]} />
        )}
      </Section>
      <Section title={t("watch.household.work")}>
        {works.length === 0 ? <p className="soft">{t("watch.household.none")}</p> : (
          <Table dense cards file={tableFile("household-work", { household: id })} caption={t("watch.household.work")} rows={works} rowKey={(one) => one.id} columns={[
            { key: "who", head: t("watch.person"), rowHead: true, cell: (one) => one.who },
            { key: "stream", head: t("watch.household.work"), cell: (one) => <StreamTag stream={one.stream} /> },
            { key: "from", head: t("watch.household.from"), number: true, cell: (one) => formatDayShort(one.from!) },
            { key: "to", head: t("watch.household.to"), number: true, cell: (one) => (one.to === null ? (one.open ? t("watch.household.now") : "—") : formatDayShort(one.to)) },
          ]} />
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
