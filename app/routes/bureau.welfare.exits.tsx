import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readEnds } from "#app/data/read-models/welfare-ends.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { takeWelfareStep } from "#app/usecases/welfare/take-step.server.ts";
import { EndsChart } from "../ui/charts/ends-chart.tsx";
import { Button, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import welfareStyles from "../ui/styles/welfare.css?url";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.exits.title", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: welfareStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  return { ...(await readEnds(context.deps, actor)), mayMove: actor.role !== "AGENT" && actor.regionCode?.length === 6, moved: new URL(request.url).searchParams.has("moved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await takeWelfareStep(context.deps, actor, { caseId: values.caseId, version: values.version, act: "MOVE_END", validUntil: values.validUntil, reason: values.reason });
  return result.ok ? redirect("/bureau/welfare/exits?moved=1") : { values, problems: result.problems };
}

export default function WelfareExits() {
  const { most, months, villages, lines, mayMove, moved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("welfare.exits.title")} lead={lines.length === 0 ? undefined : t("welfare.exits.says", { most })} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { text: t("welfare.exits.title") }]} />
      {moved && !sent && <Notice><p>{t("welfare.exits.moved")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {lines.length === 0 ? <p className="soft">{t("welfare.exits.none")}</p> : (
        <>
          <Section title={t("welfare.exits.chart")} says={t("welfare.exits.chartSays")}>
            {villages.map((one) => <EndsChart key={one.code} label={name(one.name)} months={months} ends={one.ends} levelled={one.levelled} most={most} />)}
            <Table
              dense caption={t("welfare.exits.chart")} file={tableFile("welfare-end-months")} rows={villages} rowKey={(one) => one.code}
              columns={[{ key: "village", head: t("welfare.desk.village"), rowHead: true, cell: (one) => name(one.name) }, ...months.map((month, at) => ({ key: month, head: month, number: true, cell: (one: (typeof villages)[number]) => (one.ends[at] === one.levelled[at] ? formatCount(one.ends[at]!) : `${one.ends[at]} → ${one.levelled[at]}`) }))]}
            />
          </Section>
          <Section title={t("welfare.exits.people")}>
            <Table
              cards caption={t("welfare.exits.people")} file={tableFile("welfare-ends")} rows={lines} rowKey={(one) => one.caseId}
              columns={[
                { key: "name", head: t("welfare.desk.name"), rowHead: true, cell: (one) => <a className="row-link" href={`/bureau/welfare/cases/${one.caseId}`} aria-label={`${one.nameMasked} ${one.caseId.slice(-4)}`}>{one.nameMasked}</a> },
                { key: "village", head: t("welfare.desk.village"), cell: (one) => name(one.village) },
                { key: "until", head: t("welfare.desk.until"), number: true, cell: (one) => formatDayShort(one.until) },
                { key: "left", head: t("welfare.exits.left"), number: true, cell: (one) => (one.daysLeft <= 0 ? <Tag tone="danger">{formatCount(one.daysLeft)}</Tag> : formatCount(one.daysLeft)) },
                { key: "plan", head: t("welfare.exits.plan"), cell: (one) => (one.choice === undefined ? t("welfare.exits.noPlan") : one.choice === null ? <Tag tone="loess">{t("welfare.exits.openPlan")}</Tag> : <Tag tone="pine">✓ {t(`welfare.choice.${one.choice as "MARKET"}`)}</Tag>) },
                { key: "limit", head: t("welfare.exits.limit"), number: true, cell: (one) => formatDayShort(one.latest) },
                {
                  key: "to", head: t("welfare.exits.suggest"),
                  cell: (one) => (one.to === null ? "—" : (
                    <form method="post" className="cell-form">
                      <input type="hidden" name="caseId" value={one.caseId} /><input type="hidden" name="version" value={one.version} /><input type="hidden" name="validUntil" value={one.to} /><input type="hidden" name="reason" value={t("welfare.exits.reason")} />
                      <span className="num">{formatDayShort(one.to)}</span>{mayMove && <Button kind="quiet" size="small">{t("welfare.exits.move")}</Button>}
                    </form>
                  )),
                },
              ]}
            />
          </Section>
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
