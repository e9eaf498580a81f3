import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type OneSide, readAskedDifference } from "#app/data/read-models/difference-page.server.ts";
import { publicRegion } from "#app/platform/permissions.ts";
import { found } from "#app/platform/web/guards.server.ts";
import { Bars } from "../ui/charts/bars.tsx";
import { Button, emptyForm, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Stat } from "../ui/components/records.tsx";
import { tableFile, TableFileLink } from "../ui/components/table-file-link.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatPercent } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "ledger.difference.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { view, calibers } = found(await readAskedDifference(context.deps, new URL(request.url).searchParams, publicRegion(context.actor)));
  return { view, calibers: calibers.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })) };
}

export default function Difference() {
  const { view, calibers } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const nameOf = (one: { nameZh: string; nameEn: string }) => (locale === "zh" ? one.nameZh : one.nameEn);
  const form = emptyForm({ a: view.a.code, b: view.b.code });
  const options = calibers.map((one) => ({ value: one.code, text: nameOf(one) }));
  const [totalA, totalB] = [view.both + view.onlyA.persons, view.both + view.onlyB.persons];
  return (
    <>
      <PageHead title={t("ledger.difference.title")} lead={t("ledger.difference.says")} crumbs={[{ href: `/board?year=${view.year}`, text: t("board.title") }, { text: t("ledger.difference.title") }]} />
      <form className="stack">
        <input type="hidden" name="year" value={view.year} />
        <div className="field-row">
          <Select form={form} name="a" label={t("ledger.difference.a")} options={options} />
          <Select form={form} name="b" label={t("ledger.difference.b")} options={options} />
        </div>
        <p><Button>{t("ledger.difference.ask")}</Button></p>
      </form>
      <div className="stats section">
        <Stat small value={formatCount(totalA)} unit={t("board.person")} label={nameOf(view.a)} />
        <Stat small value={formatCount(totalB)} unit={t("board.person")} label={nameOf(view.b)} />
        <Stat small value={formatCount(view.both)} unit={t("board.person")} label={t("ledger.difference.both")} note={t("ledger.difference.sum", { a: formatCount(totalA), b: formatCount(totalB), difference: formatCount(totalA - totalB) })} />
      </div>
      {view.onlyA.persons + view.onlyB.persons === 0 && <p>{t("ledger.difference.same")}</p>}
      <Side title={t("ledger.difference.onlyA", { name: nameOf(view.a) })} side={view.onlyA} />
      <Side title={t("ledger.difference.onlyB", { name: nameOf(view.b) })} side={view.onlyB} />
      <TableFileLink file={tableFile("difference", { year: view.year, a: view.a.code, b: view.b.code })} of={t("ledger.difference.title")} />
    </>
  );
}

function Side({ title, side }: { title: string; side: OneSide }) {
  const t = useT();
  if (side.persons === 0) return null;
  const sampled = side.read < side.persons;
  return (
    <Section title={`${title}${t("common.colon")}${formatCount(side.persons)} ${t("board.person")}`} says={sampled ? t("ledger.difference.sample", { read: formatCount(side.read) }) : undefined}>
      <Bars
        label={t("ledger.difference.why")}
        most={side.read}
        bars={side.reasons.map(({ why, persons }) => ({ key: why, label: t(`ledger.difference.reason.${why}`), value: persons, text: sampled ? formatPercent(persons / side.read) : formatCount(persons) }))}
      />
    </Section>
  );
}

export const ErrorBoundary = PageError;
