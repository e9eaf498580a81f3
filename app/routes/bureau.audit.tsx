import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readOpenings, type UnusualLine } from "#app/data/read-models/openings-page.server.ts";
import { OPENING_KINDS } from "#app/domain/audit/opening.ts";
import { openingFilter, openingQuery } from "#app/platform/web/audit-query.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { DayStack } from "../ui/charts/day-stack.tsx";
import { Button, emptyForm, Field, Select } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Pagination, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "openings.title", { noIndex: true });

const GROUPS = ["ASKED", "FORM", "PAY", "PAGE"] as const;
const MOST_UNUSUAL = 12;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const view = found(await readOpenings(context.deps, actor, openingFilter(new URL(request.url).searchParams)));
  const { last, lastGood } = view.chain;
  const plain = (check: typeof last) => check && { at: check.checkedAt, seq: Number(check.head?.split(":")[0] ?? 0), flaws: check.flaws };
  return { ...view, chain: { last: plain(last), lastGood: plain(lastGood) } };
}

export default function Openings() {
  const { filter, from, today, total, pages, openings, days, unusual, officers, person, chain } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const href = (asked: Parameters<typeof openingQuery>[0]) => `/bureau/audit?${openingQuery(asked)}#list`;
  const form = emptyForm({ day: filter.day ?? "", officer: filter.userId ?? "", purpose: filter.kind ?? "" });
  const says = (one: UnusualLine) =>
    one.kind === "MANY" ? t("openings.many", { n: formatCount(one.looks), usual: formatCount(one.usual) }) : one.kind === "HOURS" ? t("openings.hours", { n: formatCount(one.looks) }) : t("openings.elsewhere", { n: formatCount(one.looks), usual: formatCount(one.usual), town: name(one.townName) });
  return (
    <>
      <PageHead title={t("openings.title")} lead={t("openings.lead")} />
      <Section title={t("openings.unusual")} says={unusual.length > 0 ? t("openings.unusualSays") : undefined}>
        {unusual.length === 0 ? <p className="soft">{t("openings.unusualNone")}</p> : (
          <Table dense cards file={tableFile("unusual-openings")} caption={t("openings.unusual")} rows={unusual.slice(0, MOST_UNUSUAL)} rowKey={(one) => `${one.kind} ${one.userId} ${one.day} ${one.town ?? ""}`} columns={[
            { key: "officer", head: t("openings.officer"), rowHead: true, cell: (one) => one.officer },
            { key: "kind", head: t("openings.what"), cell: (one) => <span>{t(`openings.unusualKind.${one.kind}`)}<br /><span className="soft">{says(one)}</span></span> },
            { key: "day", head: t("openings.day"), cell: (one) => formatDayShort(one.day) },
            { key: "look", head: t("openings.look"), cell: (one) => <a href={href({ userId: one.userId, day: one.day })} aria-label={t("openings.lookFor", { name: one.officer, day: formatDayShort(one.day) })}>{t("openings.look")}</a> },
          ]} />
        )}
      </Section>
      <Section title={t("openings.chart")} says={t("openings.chartSays")}>
        <DayStack id="openings" label={t("openings.chart")} series={GROUPS.map((key) => ({ key, label: t(`openings.group.${key}`) }))} days={days.map((one) => ({ day: one.day, values: GROUPS.map((key) => one.counts[key]), href: href({ day: one.day }) }))} />
      </Section>
      <Section title={t("openings.list")} id="list" says={<>{t("openings.total", { n: formatCount(total) })}{person !== null && <> · {t("openings.of", { name: person })}</>}</>}>
        <form method="get" action="/bureau/audit#list" className="field-row notice-after no-print">
          {filter.personId !== null && <input type="hidden" name="person" value={filter.personId} />}
          <Field form={form} name="day" label={t("openings.day")} type="date" short min={from} max={today} />
          <Select form={form} name="officer" label={t("openings.officer")} empty={t("openings.all")} options={officers.map((one) => ({ value: one.id, text: one.name }))} short />
          <Select form={form} name="purpose" label={t("openings.purpose")} empty={t("openings.all")} options={OPENING_KINDS.map((one) => ({ value: one, text: t(`openings.kind.${one}`) }))} short />
          <p className="field"><Button kind="quiet">{t("openings.filter")}</Button> {openingQuery({ ...filter, page: 1 }).size > 0 && <a href="/bureau/audit#list">{t("openings.clear")}</a>}</p>
        </form>
        {openings.length === 0 ? <EmptyState title={t("openings.none")} says={t("openings.noneSays")} /> : (
          <Table dense cards file={tableFile("openings", openingQuery({ ...filter, page: 1 }))} caption={t("openings.list")} rows={openings} rowKey={(one) => one.id} columns={[
            { key: "at", head: t("openings.at"), rowHead: true, cell: (one) => formatInstant(one.at, locale) },
            { key: "officer", head: t("openings.officer"), cell: (one) => <span>{one.userId !== null && one.officer !== null ? <a href={href({ userId: one.userId })}>{one.officer}</a> : t(`terms.role.${one.role}`)}{one.place && <><br /><span className="faint">{name(one.place)}</span></>}</span> },
            { key: "what", head: t("openings.what"), cell: (one) => <span>{t(`openings.action.${one.action}`)}{one.refused && <span className="faint"> {t("openings.refused")}</span>}</span> },
            { key: "purpose", head: t("openings.purpose"), cell: (one) => <span>{t(`openings.kind.${one.kind}`)}{wordsOf(one.purpose) !== "" && <><br /><span className="soft">{wordsOf(one.purpose)}</span></>}</span> },
            { key: "person", head: t("openings.person"), cell: (one) => (one.person ? <a href={href({ personId: one.person.id })}>{one.person.nameMasked}</a> : "—") },
          ]} />
        )}
        <Pagination page={filter.page} pages={pages} href={(page) => href({ ...filter, page })} />
      </Section>
      <Section title={t("openings.chain")} says={t("openings.chainSays")}>
        {chain.last === null ? <p>{t("openings.chainNever")}</p> : chain.last.flaws === 0 ? <Notice><p>{t("openings.chainGood", { at: formatInstant(chain.last.at, locale), seq: formatCount(chain.last.seq) })}</p></Notice> : (
          <Notice kind="danger"><p>{t("openings.chainBad", { at: formatInstant(chain.last.at, locale), n: formatCount(chain.last.flaws) })}</p>{chain.lastGood && <p>{t("openings.chainLastGood", { at: formatInstant(chain.lastGood.at, locale), seq: formatCount(chain.lastGood.seq) })}</p>}</Notice>
        )}
        <p className="soft">{t("openings.chainHow")} <code>npm run audit:verify</code></p>
      </Section>
    </>
  );
}

/** What somebody wrote themselves; words that stand for an act of a page are told by its kind already. */
function wordsOf(purpose: string): string {
  const written = /^(?:see:[A-Z]+|pay:[a-z-]+):(.+)$/.exec(purpose)?.[1];
  if (written !== undefined) return /^[a-z-]+$/.test(written) ? "" : written;
  return /^(?:see:|pay:|form:|service$|print-roll$|pay-wages$)/.test(purpose) ? "" : purpose;
}

export const ErrorBoundary = PageError;
