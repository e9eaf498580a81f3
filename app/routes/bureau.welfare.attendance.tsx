import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAttendance, readVillagesInPost } from "#app/data/read-models/welfare-attendance.server.ts";
import { regionNames } from "#app/data/read-models/names.server.ts";
import { scopePrefix } from "#app/domain/region/codes.ts";
import { isMonth, monthEnd } from "#app/domain/dates.ts";
import { workRegion } from "#app/platform/permissions.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveAttendance } from "#app/usecases/welfare/save-attendance.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import welfareStyles from "../ui/styles/welfare.css?url";
import { AttendanceSheet } from "../ui/views/welfare/attendance.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.attendance.title", { noIndex: true });

export const links = () => [{ rel: "stylesheet", href: welfareStyles }];

const BUREAU = ["OFFICER", "ADMIN", "AGENT"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const { deps } = context;
  const query = new URL(request.url).searchParams;
  const codes = await readVillagesInPost(deps, scopePrefix(workRegion(actor)));
  const asked = query.get("month");
  const month = isMonth(asked) ? asked : deps.clock.today().slice(0, 7);
  const village = codes.find((code) => code === query.get("village")) ?? (codes.length === 1 ? codes[0]! : null);
  const [names, rows] = await Promise.all([regionNames(deps.pool, codes), village ? readAttendance(deps, village, month) : []]);
  return {
    villages: codes.map((code) => ({ code, name: names.get(code) ?? { zh: code, en: code } })), village: village === null ? null : { code: village, name: names.get(village)! }, month, lastDay: Number(monthEnd(month).slice(8)), rows,
    byDays: query.get("by") === "days", saved: Number(query.get("saved")) || null,
  };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const sent = await readForm(request);
  const values = formValues(sent);
  const byDays = values.by === "days";
  const rows = sent.getAll("caseId").map(String).map((caseId) => {
    const [version, ticked] = [sent.get(`v-${caseId}`), sent.getAll(`d-${caseId}`)];
    // a row of the calendar that nobody has touched yet says nothing
    const days = byDays && (ticked.length > 0 || version !== "0") ? ticked : undefined;
    return { caseId, version, days, count: byDays ? undefined : (sent.get(`n-${caseId}`) ?? undefined) };
  });
  const result = await saveAttendance(context.deps, actor, { village: values.village, month: values.month, rows });
  if (result.ok) return redirect(`/bureau/welfare/attendance?${new URLSearchParams({ village: String(values.village), month: String(values.month), ...(byDays ? { by: "days" } : {}), saved: String(result.value.saved) })}`);
  orNotFound(result);
  return { values, problems: result.problems };
}

export default function Attendance() {
  const { villages, village, month, lastDay, rows, byDays, saved } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const choice: FormState = { values: { village: village?.code ?? "", month }, problems: [] };
  const other = (by: boolean) => `/bureau/welfare/attendance?${new URLSearchParams({ village: village?.code ?? "", month, ...(by ? { by: "days" } : {}) })}`;
  return (
    <>
      <PageHead title={village ? t("welfare.attendance.heading", { village: name(village.name), month }) : t("welfare.attendance.title")} lead={t("welfare.attendance.says")} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { text: t("welfare.attendance.title") }]} />
      {saved !== null && form.problems.length === 0 && <Notice><p>{t("welfare.attendance.saved", { n: saved })}</p></Notice>}
      {villages.length === 0 ? <p className="soft">{t("welfare.attendance.noVillages")}</p> : (
        <form method="get" className="field-row">
          <Select form={choice} name="village" id="choose-village" label={t("welfare.attendance.village")} empty={t("common.choose")} options={villages.map((one) => ({ value: one.code, text: name(one.name) }))} />
          <Field form={choice} name="month" id="choose-month" short label={t("welfare.attendance.month")} hint={t("welfare.attendance.monthHint")} maxLength={7} />
          <p><Button kind="quiet">{t("welfare.attendance.show")}</Button></p>
        </form>
      )}
      <ErrorSummary form={form} />
      {village && rows.length === 0 && <p className="soft notice-after">{t("welfare.attendance.none")}</p>}
      {village && rows.length > 0 && (
        <>
          <p className="sorts notice-after">{byDays ? <a href={other(false)}>{t("welfare.attendance.byCount")}</a> : <strong>{t("welfare.attendance.byCount")}</strong>}{byDays ? <strong>{t("welfare.attendance.byDays")}</strong> : <a href={other(true)}>{t("welfare.attendance.byDays")}</a>}</p>
          <form method="post">
            <input type="hidden" name="village" value={village.code} />
            <input type="hidden" name="month" value={month} />
            <input type="hidden" name="by" value={byDays ? "days" : "count"} />
            <AttendanceSheet rows={rows} form={form} byDays={byDays} lastDay={lastDay} />
            <p className="notice-after"><Button size="big">{t("welfare.attendance.save")}</Button> <span className="soft">{!byDays && t("welfare.attendance.empty")}</span></p>
          </form>
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
