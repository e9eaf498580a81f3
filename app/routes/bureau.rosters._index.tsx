import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRosters, readSiteCounts } from "#app/data/read-models/rosters-page.server.ts";
import { PERSON_CATEGORIES } from "#app/domain/terms.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { passUpload } from "#app/platform/web/pass-upload.server.ts";
import { receiveRoster } from "#app/usecases/rosters/receive-roster.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, Select } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ROSTER_TONE } from "../ui/views/roster.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "rosters.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const [rosters, sites] = await Promise.all([readRosters(context.deps, actor), readSiteCounts(context.deps, actor)]);
  return { rosters, sites };
}

/** The file goes on to where it is kept as it comes; the choices stand before it in the form. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const { values, taken } = await passUpload(request, "file", (pieces, fileName, { category, siteId }) => receiveRoster(context.deps, actor, { fileName, category, siteId, pieces }));
  if (taken === null) return { values, problems: [{ code: "file-needed", field: "file" }] };
  return taken.ok ? redirect(`/bureau/rosters/${taken.value.rosterId}`) : { values, problems: taken.problems };
}

export default function Rosters() {
  const { rosters, sites } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const wrong = form.problems.some(({ field }) => field === "file");
  return (
    <>
      <PageHead title={t("rosters.title")} lead={t("rosters.says")} crumbs={[{ href: "/board", text: t("board.title") }, { text: t("rosters.title") }]} />
      <ErrorSummary form={form} />
      <form method="post" encType="multipart/form-data" className="stack">
        <Select form={form} name="category" label={t("rosters.category")} hint={t("rosters.categorySays")} empty={t("rosters.categoryByRows")} options={PERSON_CATEGORIES.map((value) => ({ value, text: t(`policy.category.${value}`) }))} />
        {sites.length > 0 && <Select form={form} name="siteId" label={t("rosters.site")} hint={t("rosters.siteSays")} empty={t("rosters.siteByRows")} options={sites.map((one) => ({ value: one.id, text: `${one.county ? name(one.county) : ""} ${one.name}` }))} />}
        <div className={wrong ? "field wrong" : "field"}>
          <label className="label" htmlFor="file">{t("rosters.file")}</label>
          <span className="hint" id="file-hint">{t("rosters.fileSays")} <a href="/bureau/rosters/template.xlsx">{t("rosters.template")}</a></span>
          <input className="input" type="file" id="file" name="file" accept=".xlsx,.csv,.gz,.txt" aria-describedby="file-hint" required />
        </div>
        <p><Button size="big">{t("rosters.send")}</Button></p>
      </form>
      <Section title={t("rosters.list")}>
        {rosters.length === 0 ? <p className="soft">{t("rosters.none")}</p> : (
          <Table
            file={tableFile("rosters")}
            cards
            dense
            caption={t("rosters.list")}
            rows={rosters}
            rowKey={(one) => one.id}
            columns={[
              { key: "file", head: t("rosters.fileName"), rowHead: true, cell: (one) => <a href={`/bureau/rosters/${one.id}`}>{one.fileName}</a> },
              { key: "state", head: t("rosters.state"), cell: (one) => <Tag tone={ROSTER_TONE[one.state]}>{t(`rosters.states.${one.state}`)}</Tag> },
              { key: "at", head: t("rosters.at"), cell: (one) => formatInstant(one.uploadedAt, locale) },
              { key: "region", head: t("rosters.region"), cell: (one) => (one.region ? name(one.region) : "—") },
              { key: "rows", head: t("rosters.rows"), number: true, cell: (one) => formatCount(one.rows) },
              { key: "imported", head: t("rosters.imported"), number: true, cell: (one) => formatCount(one.imported) },
              { key: "updated", head: t("rosters.updated"), number: true, cell: (one) => formatCount(one.updated) },
              { key: "rejected", head: t("rosters.rejected"), number: true, cell: (one) => formatCount(one.rejected) },
            ]}
          />
        )}
      </Section>
      {sites.length > 0 && (
        <Section title={t("tables.sites")} says={t("tables.sitesSays")}>
          <Table
            dense
            cards
            file={tableFile("resettlement-sites")}
            caption={t("tables.sites")}
            rows={sites}
            rowKey={(one) => one.id}
            columns={[
              { key: "site", head: t("tables.site"), rowHead: true, cell: (one) => one.name },
              { key: "county", head: t("tables.county"), cell: (one) => name(one.county) },
              { key: "households", head: t("tables.households"), number: true, cell: (one) => formatCount(one.households) },
              { key: "people", head: t("tables.people"), number: true, cell: (one) => formatCount(one.people) },
            ]}
          />
        </Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
