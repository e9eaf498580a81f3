import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readLicencePage } from "#app/data/read-models/overseas-desk.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { actOnOverseasLicence } from "#app/usecases/overseas/act-on-licence.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Facts, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatDayShort, formatYuan } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "overseas.desk.licences", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { page: found(await readLicencePage(context.deps, actor, params.id ?? "")), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await actOnOverseasLicence(context.deps, actor, { ...values, licenceId: params.id });
  if (result.ok) return redirect(`/bureau/overseas/${params.id}?saved=1`);
  orNotFound(result);
  return { values, problems: result.problems };
}

export default function LicencePage() {
  const { page: { line, acts, events }, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={line.company} lead={line.number} crumbs={[{ href: "/bureau/overseas", text: t("overseas.desk.title") }, { text: line.company }]} />
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("overseas.desk.saved")}</p></Notice>}
      <Facts rows={[
        [t("overseas.desk.state"), <strong key="state">{t(`overseas.licenceState.${line.state}`)}</strong>], line.creditCode !== null && [t("overseas.desk.creditCode"), line.creditCode], [t("overseas.desk.issuer"), line.issuer],
        [t("overseas.desk.where"), line.destinations.map((place) => name(place)).join(t("common.listed"))], [t("overseas.desk.period"), t("overseas.desk.periodText", { from: formatDay(line.validFrom, locale), until: formatDay(line.validUntil, locale) })],
        [t("overseas.desk.reserve"), t("overseas.desk.reserveText", { n: formatYuan(line.reserveFen) })],
        [t("overseas.desk.posts"), formatCount(line.openPosts)], [t("overseas.desk.going"), formatCount(line.going)], [t("overseas.desk.stopped"), formatCount(line.stopped)], [t("overseas.desk.departed"), formatCount(line.departed)],
      ]} />
      {acts.length > 0 && (
        <Section title={t("overseas.desk.act")} says={t("overseas.desk.actSays")}>
          {acts.map((act) => {
            const form = sent?.values.act === act ? sent : emptyForm({ validUntil: line.validUntil });
            return (
              <Fold key={act} summary={t(`overseas.act.${act}`)} open={sent?.values.act === act}>
                <form method="post" className="stack">
                  <input type="hidden" name="version" value={line.version} />
                  {act === "EXTENDED" && <Field form={form} name="validUntil" label={t("overseas.desk.newEnd")} type="date" short />}
                  <Field form={form} name="reason" id={`reason-${act}`} label={t("overseas.desk.reason")} maxLength={300} />
                  <p><Button kind={act === "REVOKED" || act === "SUSPENDED" ? "danger" : "main"} name="act" value={act}>{t("overseas.desk.actSave")}{t("common.colon")}{t(`overseas.act.${act}`)}</Button></p>
                </form>
              </Fold>
            );
          })}
        </Section>
      )}
      <Section title={t("overseas.desk.history")}>
        <Table dense cards caption={t("overseas.desk.history")} rows={events} rowKey={(one) => String(one.seq)} file={tableFile("overseas-licence-events", { licence: line.id })} columns={[
          { key: "seq", head: t("overseas.desk.seq"), number: true, cell: (one) => one.seq },
          { key: "kind", head: t("overseas.desk.kind"), rowHead: true, cell: (one) => <>{t(`overseas.event.${one.kind}`)}{one.validUntil && ` ${one.validUntil}`}</> },
          { key: "day", head: t("overseas.desk.day"), number: true, cell: (one) => formatDayShort(one.happenedOn) },
          { key: "by", head: t("overseas.desk.by"), cell: (one) => one.by ?? t("overseas.desk.system") },
          { key: "reason", head: t("overseas.desk.reason"), cell: (one) => one.reason },
        ]} />
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
