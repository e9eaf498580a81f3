import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSimulationPage, type SimulationView } from "#app/data/read-models/simulation-page.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { Bars } from "../ui/charts/bars.tsx";
import { Fold, Notice, PageHead, Pagination, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { ProgressBar, Stat, Table } from "../ui/components/records.tsx";
import { tableFile, TableFileLink } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant, formatYuan } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { policyValue } from "../ui/policy-value.ts";
import { keyName } from "../ui/views/rule-views.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "rules.sim.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const query = new URL(request.url).searchParams;
  const page = Math.min(100_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  return found(await readSimulationPage(context.deps, actor, params.id ?? "", { county: query.get("county"), page }));
}

const COUNTIES_SHOWN = 10;
const signed = (fen: number) => `${fen > 0 ? "+" : fen < 0 ? "−" : ""}${formatYuan(Math.abs(fen))}`;

export default function Simulation() {
  const sim = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = keyName(sim.key, locale);
  const running = sim.status === "QUEUED" || sim.status === "RUNNING";
  const moved = [...sim.counties].sort((a, b) => Math.abs(b.afterFen - b.beforeFen) - Math.abs(a.afterFen - a.beforeFen) || (a.countyCode < b.countyCode ? -1 : 1));
  const [most, others] = [moved.slice(0, COUNTIES_SHOWN), moved.slice(COUNTIES_SHOWN)];
  const href = (county: string | null, page = 1) => `/policy/simulations/${sim.id}?${new URLSearchParams({ ...(county ? { county } : {}), ...(page > 1 ? { page: String(page) } : {}) })}#people`;
  return (
    <>
      <div data-live={running ? "running" : "done"}>
        <PageHead title={t("rules.sim.heading", { key: title })} crumbs={[{ href: "/policy", text: t("rules.book") }, { href: sim.draftId ? `/policy/drafts/${sim.draftId}` : `/policy/${sim.key}`, text: title }, { text: t("rules.sim.title") }]}>
          <p className="notice-after">{t("rules.sim.value")} <strong>{policyValue(sim, locale)}</strong> · {t("rules.sim.ofRule")} {sim.ruleArea ? name(sim.ruleArea) : t("policy.wholeProvince")} · {t("rules.sim.region")} {name(sim.region)} · {sim.year}</p>
          <p className="soft">{formatInstant(sim.requestedAt, locale)} · {t(`rules.sim.status.${sim.status}`)} · {t("rules.sim.earned")}</p>
        </PageHead>
        {sim.status === "FAILED" && <Notice kind="danger"><p>{t("rules.sim.failed", { error: sim.error ?? "" })}</p></Notice>}
        {running && <div className="stack"><ProgressBar label={t("rules.sim.progress")} done={sim.done} total={sim.total} /><p className="faint"><a href={`/policy/simulations/${sim.id}`}>{t("rules.sim.refresh")}</a></p></div>}
        {sim.status === "DONE" && (
          <>
            <div className="stats">
              <Stat small value={formatCount(sim.sums.gain)} unit={t("rules.sim.person")} label={t("rules.sim.gain")} />
              <Stat small value={formatCount(sim.sums.lose)} unit={t("rules.sim.person")} label={t("rules.sim.lose")} />
              <Stat small value={formatCount(sim.sums.same)} unit={t("rules.sim.person")} label={t("rules.sim.same")} />
              <Stat small value={signed(sim.sums.afterFen - sim.sums.beforeFen)} unit={t("rules.sim.yuan")} label={t("rules.sim.difference")} />
            </div>
            <div className="section"><figure className="figure">
              <figcaption>{t("rules.sim.chart")}</figcaption>
              <Bars label={t("rules.sim.chart")} bars={[{ key: "before", label: t("rules.sim.before"), value: sim.sums.beforeFen, text: formatYuan(sim.sums.beforeFen) }, { key: "after", label: t("rules.sim.after"), value: sim.sums.afterFen, text: formatYuan(sim.sums.afterFen) }]} />
            </figure></div>
            <Section title={t("rules.sim.byCounty")}>
              <CountyEffects counties={most} href={href} />
              {others.length > 0 && <div className="notice-after"><Fold summary={t("rules.sim.otherCounties", { n: others.length })} open={others.some((one) => one.countyCode === sim.county)}><CountyEffects counties={others} href={href} /></Fold></div>}
              <TableFileLink file={tableFile("simulation-counties", { simulation: sim.id })} of={t("rules.sim.byCounty")} />
            </Section>
            <Section id="people" title={t("rules.sim.people")} says={t("rules.sim.peopleSays")}>
              {sim.county !== null && <p><a href={href(null)}>{t("rules.sim.allCounties")}</a></p>}
              {sim.people.length === 0 ? <p className="soft">{t("rules.sim.peopleNone")}</p> : (
                <Table dense cards file={tableFile("simulation-people", { simulation: sim.id, county: sim.county })} caption={t("rules.sim.people")} rows={sim.people} rowKey={(one) => one.personId} columns={[
                  { key: "name", head: t("claims.list.person"), rowHead: true, cell: (one) => <a href={`/agent/people/${one.personId}/claims?year=${sim.year}`}>{one.nameMasked}</a> },
                  { key: "home", head: t("rules.sim.home"), cell: (one) => name(one.home) },
                  { key: "now", head: t("rules.sim.nowYuan"), number: true, cell: (one) => formatYuan(one.beforeFen) },
                  { key: "then", head: t("rules.sim.thenYuan"), number: true, cell: (one) => formatYuan(one.afterFen) },
                  { key: "difference", head: t("rules.sim.differenceYuan"), number: true, cell: (one) => signed(one.afterFen - one.beforeFen) },
                ]} />
              )}
              <Pagination page={sim.page} pages={sim.pages} href={(page) => href(sim.county, page)} />
            </Section>
          </>
        )}
      </div>
      {running && <script type="module" src="/enhance/live.js" />}
    </>
  );
}

function CountyEffects({ counties, href }: { counties: SimulationView["counties"]; href: (county: string) => string }) {
  const t = useT();
  const name = useName();
  return (
    <Table dense cards caption={t("rules.sim.byCounty")} rows={counties} rowKey={(one) => one.countyCode} columns={[
      { key: "county", head: t("rules.sim.county"), rowHead: true, cell: (one) => <a href={href(one.countyCode)}>{name(one.name)}</a> },
      { key: "gain", head: t("rules.sim.gain"), number: true, cell: (one) => formatCount(one.gain) },
      { key: "lose", head: t("rules.sim.lose"), number: true, cell: (one) => formatCount(one.lose) },
      { key: "same", head: t("rules.sim.same"), number: true, cell: (one) => formatCount(one.same) },
      { key: "before", head: t("rules.sim.nowYuan"), number: true, cell: (one) => formatYuan(one.beforeFen) },
      { key: "after", head: t("rules.sim.thenYuan"), number: true, cell: (one) => formatYuan(one.afterFen) },
      { key: "difference", head: t("rules.sim.differenceYuan"), number: true, cell: (one) => signed(one.afterFen - one.beforeFen) },
    ]} />
  );
}

export const ErrorBoundary = PageError;
