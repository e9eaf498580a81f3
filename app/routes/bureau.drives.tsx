import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readDrives } from "#app/data/read-models/fairs.server.ts";
import { readRegionOptions } from "#app/data/read-models/options.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { planDrive } from "#app/usecases/fairs/plan-drive.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { EmptyState, Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { scopeOptions } from "../ui/options.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FairLinks } from "../ui/views/fair/parts.tsx";
import { Range } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.drive.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [drives, regions] = await Promise.all([readDrives(context.deps, actor), readRegionOptions(context.deps.pool)]);
  return { drives, regions, scope: actor.regionCode ?? "", entryKey: context.deps.newId(), saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await planDrive(context.deps, actor, values);
  return result.ok ? redirect("/bureau/drives?saved=1") : { values, problems: result.problems };
}

const FIGURES = ["visitors", "booths", "posts", "places", "interested", "hired", "confirmed"] as const;

export default function Drives() {
  const { drives, regions, scope, entryKey, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ regionCode: scope });
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={t("fairs.drive.title")} lead={t("fairs.drive.says")}><FairLinks /></PageHead>
      <ErrorSummary form={form} />
      {saved && !sent && <Notice><p>{t("fairs.saved")}</p></Notice>}
      {drives.length === 0 ? <EmptyState title={t("fairs.drive.none")} /> : (
        <Table dense cards caption={t("fairs.drive.title")} rows={drives} rowKey={(one) => one.id} file={tableFile("drives")} columns={[
          { key: "name", head: t("fairs.drive.name"), rowHead: true, cell: (one) => <span>{one.name}<br /><span className="soft">{name(one.region)}</span></span> }, { key: "days", head: t("fairs.drive.days"), cell: (one) => <Range from={one.startsOn} to={one.lastOn} /> },
          { key: "fairs", head: t("fairs.drive.fairs"), number: true, cell: (one) => formatCount(one.fairs) }, ...FIGURES.map((key) => ({ key, head: t(`fairs.figures.${key}`), number: true, cell: (one: (typeof drives)[number]) => formatCount(one.figures[key]) })),
          { key: "still", head: t("fairs.figures.still"), number: true, cell: (one) => t("fairs.figures.stillOf", { still: formatCount(one.figures.still), due: formatCount(one.figures.due) }) },
        ]} />
      )}
      <Fold summary={t("fairs.drive.add")} open={sent !== undefined}>
        <form method="post" className="stack">
          <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
          <Select form={form} name="regionCode" label={t("fairs.drive.region")} options={scopeOptions(regions, scope, name, t)} />
          <Field form={form} name="name" label={t("fairs.drive.name")} hint={t("fairs.drive.nameHint")} maxLength={80} />
          <Field form={form} name="startsOn" label={t("fairs.drive.startsOn")} type="date" short />
          <Field form={form} name="lastOn" label={t("fairs.drive.lastOn")} type="date" short />
          <p><Button>{t("fairs.drive.submit")}</Button></p>
        </form>
      </Fold>
    </>
  );
}

export const ErrorBoundary = PageError;
