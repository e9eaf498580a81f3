import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTrainingDay } from "#app/data/read-models/training-classes.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveTrainingDay } from "#app/usecases/training/keep-attendance.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.day.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const query = new URL(request.url).searchParams;
  return { page: found(await readTrainingDay(context.deps, actor, params.id ?? "", query.get("day"))), saved: query.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const lines = Object.entries(values).flatMap(([key, value]) => (key.startsWith("halves-") ? [{ enrolmentId: key.slice("halves-".length), halves: value }] : []));
  const result = await saveTrainingDay(context.deps, actor, { classId: params.id, version: values.version, day: values.day, lines });
  if (!result.ok && result.problems.some((one) => one.code === "not-found" || one.field === "classId" || one.field?.endsWith("enrolmentId"))) throw new Response(null, { status: 404 });
  return result.ok ? redirect(`/bureau/training/classes/${params.id}/attendance?${new URLSearchParams({ day: String(values.day), saved: "1" })}`) : { values, problems: result.problems };
}

export default function TrainingDay() {
  const { page, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const locale = useLocale();
  const valueOf = (one: (typeof page.people)[number]) => String(sent?.values[`halves-${one.id}`] ?? one.halves ?? 2);
  return (
    <>
      <PageHead title={`${t("training.day.title")} · ${formatDay(page.day, locale)}`} lead={page.title} crumbs={[{ href: "/bureau/training/classes", text: t("training.list.title") }, { href: `/bureau/training/classes/${page.id}`, text: page.title }, { text: t("training.day.title") }]} />
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("training.page.saved")}</p></Notice>}
      <form method="get" className="stack">
        <Field form={emptyForm({ day: page.day })} name="day" id="pick-day" label={t("training.day.day")} type="date" short min={page.startsOn} max={page.latest} />
        <p><Button kind="quiet">{t("training.day.pick")}</Button></p>
      </form>
      {page.days.length > 0 && <p className="soft notice-after">{t("training.day.known")}{page.days.map((day) => <a key={day} href={`/bureau/training/classes/${page.id}/attendance?day=${day}`}> {formatDayShort(day)}</a>)}</p>}
      {page.state !== "RUNNING" ? <p className="notice-after">{t("training.day.closed")}</p> : page.people.length === 0 ? <p className="notice-after">{t("training.day.nobody")}</p> : (
        <form method="post" className="stack notice-after">
          <input type="hidden" name="version" value={page.version} /><input type="hidden" name="day" value={page.day} />
          <Table dense cards caption={t("training.day.title")} rows={page.people} rowKey={(one) => one.id} columns={[
            { key: "name", head: t("training.page.name"), rowHead: true, cell: (one) => one.nameMasked },
            { key: "halves", head: t("training.day.there"), cell: (one) => (
              <select className="input short" name={`halves-${one.id}`} aria-label={`${one.nameMasked} ${t("training.day.there")}`} defaultValue={valueOf(one)}>
                <option value="2">{t("training.day.whole")}</option><option value="1">{t("training.day.half")}</option><option value="0">{t("training.day.none")}</option>
              </select>
            ) },
          ]} />
          <p><Button>{t("training.day.save")}</Button></p>
        </form>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
