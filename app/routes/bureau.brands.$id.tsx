import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { seatsOf } from "#app/data/brands/brands.server.ts";
import { readBrandDesk, readBrandHistory } from "#app/data/read-models/brand-desk.server.ts";
import { readBrandUses } from "#app/data/read-models/brand-uses.server.ts";
import { readBrandPage } from "#app/data/read-models/brand-pages.server.ts";
import { regionNames } from "#app/data/read-models/names.server.ts";
import { LARGEST_PHOTO_BYTES } from "#app/domain/profile/photo.ts";
import { found, orNotFound, requireActor } from "#app/platform/web/guards.server.ts";
import { readUpload } from "#app/platform/web/upload.server.ts";
import { actOnBrand } from "#app/usecases/brands/desk-acts.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { BrandForms } from "../ui/views/brand/brand-forms.tsx";
import { Applications, BrandHistoryTable, DeskStats, Members } from "../ui/views/brand/desk.tsx";
import { Employers } from "../ui/views/brand/uses.tsx";
import { BrandMark, BrandTag } from "../ui/views/brand/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.bureau.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const { deps } = context;
  const query = new URL(request.url).searchParams;
  const desk = found(await readBrandDesk(deps, actor, params.id ?? "", { view: query.get("view"), page: Number(query.get("page") ?? 1) }));
  const seats = seatsOf(desk.brand);
  const [page, history, uses, names] = await Promise.all([readBrandPage(deps, desk.brand.id), readBrandHistory(deps, desk.brand.id), readBrandUses(deps, actor, desk.brand.id), regionNames(deps.pool, seats)]);
  return { desk, page: found(page), history, uses: uses ?? [], seats: seats.map((code) => ({ code, name: names.get(code) ?? { zh: code, en: code } })), saved: query.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const upload = await readUpload(request, "photo", LARGEST_PHOTO_BYTES);
  if (!upload.ok) return { values: { intent: "mark" }, problems: [{ code: "photo-too-large", field: "photo" }] };
  const result = await actOnBrand(context.deps, actor, params.id ?? "", upload, "bureau");
  orNotFound(result);
  return result.ok ? redirect(`/bureau/brands/${params.id}?saved=1`) : { values: upload.values, problems: result.problems };
}

export default function BureauBrand() {
  const { desk, page, history, uses, seats, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const title = { zh: page.name, en: page.nameEn };
  const of = (intent: string, otherwise: FormState["values"] = {}) => (sent?.values.intent === intent ? sent : emptyForm(otherwise));
  return (
    <>
      <PageHead title={name(title)} crumbs={[{ href: "/bureau/brands", text: t("brands.bureau.title") }, { text: name(title) }]}>
        <div className="brand-top"><BrandMark big brand={{ id: page.id, name: title, hasMark: page.hasMark }} /><BrandTag state={page.state} /></div>
        <p className="chips"><a href={`/brands/${page.id}`}>{t("brands.desk.page")}</a><a href={`/brands/${page.id}/health`}>{t("brands.desk.health")}</a><a href={`/jobs?brand=${page.id}`}>{t("brands.desk.posts")}</a></p>
      </PageHead>
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("brands.desk.saved")}</p></Notice>}
      <DeskStats desk={desk} />
      <Section title={t("brands.bureau.steps")} says={t("brands.bureau.stepsSays")}>
        {page.state !== "ENDED" && (
          <form method="post" className="stack">
            <input type="hidden" name="intent" value="step" /><input type="hidden" name="version" value={page.version} />
            <Field form={of("step")} name="reason" id="step-reason" label={t("brands.bureau.stepReason")} maxLength={300} />
            <p className="actions">{page.state === "ACTIVE" ? <Button kind="danger" name="step" value="SUSPENDED">{t("brands.bureau.SUSPENDED")}</Button> : <Button name="step" value="LIFTED">{t("brands.bureau.LIFTED")}</Button>}<Button kind="danger" name="step" value="ENDED">{t("brands.bureau.ENDED")}</Button></p>
          </form>
        )}
      </Section>
      <Section title={t("brands.page.recognised")}>
        {page.recognitions.length === 0 ? <p className="soft">{t("brands.page.recognisedNone")}</p> : (
          <Table dense cards file={tableFile("brand-recognitions", { brand: page.id })} caption={t("brands.page.recognised")} rows={page.recognitions} rowKey={(one) => one.id} columns={[
            { key: "document", head: t("brands.bureau.document"), rowHead: true, cell: (one) => one.documentNumber },
            { key: "by", head: t("brands.bureau.by"), cell: (one) => one.recognisedBy },
            { key: "on", head: t("brands.bureau.day"), number: true, cell: (one) => formatDayShort(one.recognisedOn) },
            { key: "revoke", head: t("brands.bureau.revoke"), cell: (one) => (one.revokedOn !== null ? <>{formatDayShort(one.revokedOn)} {one.revokedFor}</> : (
              <form method="post" className="stack" aria-label={t("brands.bureau.revokeOf", { document: one.documentNumber })}><input type="hidden" name="recognitionId" value={one.id} /><Field form={sent?.values.recognitionId === one.id ? sent : emptyForm()} name="reason" id={`revoke-${one.id}`} label={t("brands.bureau.revokeReason")} maxLength={300} /><p><Button kind="danger" size="small" name="intent" value="revoke">{t("brands.bureau.revoke")}</Button></p></form>
            )) },
          ]} />
        )}
        <Fold summary={t("brands.bureau.recognise")} open={sent?.values.intent === "recognise"}>
          <form method="post" className="stack">
            <Select form={of("recognise")} name="regionCode" label={t("brands.bureau.region")} options={seats.map((one) => ({ value: one.code, text: name(one.name) }))} />
            <Field form={of("recognise")} name="documentNumber" label={t("brands.bureau.document")} maxLength={80} />
            <Field form={of("recognise")} name="recognisedBy" label={t("brands.bureau.by")} maxLength={120} />
            <Field form={of("recognise", { recognisedOn: desk.today })} name="recognisedOn" label={t("brands.bureau.day")} type="date" short />
            <p><Button name="intent" value="recognise">{t("brands.bureau.recogniseSave")}</Button></p>
          </form>
        </Fold>
      </Section>
      <Applications desk={desk} sent={sent} />
      <Members desk={desk} sent={sent} />
      <Employers uses={uses} brandId={page.id} sent={sent} />
      <Section title={t("brands.bureau.operators")}>
        {history.operators.length === 0 ? <p className="soft">{t("brands.bureau.operatorsNone")}</p> : <ul className="stack">{history.operators.map((one) => (
          <li key={one.username}>{one.displayName} <span className="soft">{one.username}</span> <form method="post" className="cell-form"><input type="hidden" name="username" value={one.username} /><input type="hidden" name="part" value="LEAVES" /><button className="button quiet small" type="submit" name="intent" value="operator" aria-label={t("brands.bureau.leavesOf", { name: one.username })}>{t("brands.bureau.leaves")}</button></form></li>
        ))}</ul>}
        <form method="post" className="stack notice-after">
          <input type="hidden" name="part" value="JOINS" />
          <Field form={of("operator")} name="username" label={t("brands.bureau.operator")} maxLength={64} autoComplete="off" short />
          <p><Button kind="quiet" name="intent" value="operator">{t("brands.bureau.joins")}</Button></p>
        </form>
        {page.state !== "ENDED" && <p className="notice-after"><a className="row-link" href={`/bureau/operators?brand=${page.id}`}>{t("operators.brandAccounts")}</a></p>}
      </Section>
      {page.state !== "ENDED" && <Section title={t("brands.desk.edit")}><BrandForms page={page} sent={sent} today={desk.today} /></Section>}
      <BrandHistoryTable history={history} brandId={page.id} />
    </>
  );
}

export const ErrorBoundary = PageError;
