import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBrandDesk } from "#app/data/read-models/brand-desk.server.ts";
import { readBrandUses } from "#app/data/read-models/brand-uses.server.ts";
import { readBrandPage } from "#app/data/read-models/brand-pages.server.ts";
import { LARGEST_PHOTO_BYTES } from "#app/domain/profile/photo.ts";
import { orNotFound, requireActor } from "#app/platform/web/guards.server.ts";
import { readUpload } from "#app/platform/web/upload.server.ts";
import { actOnBrand } from "#app/usecases/brands/desk-acts.ts";
import { ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { BrandForms } from "../ui/views/brand/brand-forms.tsx";
import { Applications, DeskStats, Members } from "../ui/views/brand/desk.tsx";
import { Employers } from "../ui/views/brand/uses.tsx";
import { BrandMark, BrandTag } from "../ui/views/brand/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.desk.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OPERATOR"]);
  const query = new URL(request.url).searchParams;
  const brandId = actor.brandId ?? "";
  const [desk, page, uses] = await Promise.all([readBrandDesk(context.deps, actor, brandId, { view: query.get("view"), page: Number(query.get("page") ?? 1) }), readBrandPage(context.deps, brandId), readBrandUses(context.deps, actor, brandId)]);
  return { desk, page, uses: uses ?? [], saved: query.has("saved") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OPERATOR"]);
  const upload = await readUpload(request, "photo", LARGEST_PHOTO_BYTES);
  if (!upload.ok) return { values: { intent: "mark" }, problems: [{ code: "photo-too-large", field: "photo" }] };
  const result = await actOnBrand(context.deps, actor, actor.brandId ?? "", upload, "operator");
  orNotFound(result);
  return result.ok ? redirect("/operator/brand?saved=1") : { values: upload.values, problems: result.problems };
}

export default function OperatorBrand() {
  const { desk, page, uses, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  if (desk === null || page === null) return <><PageHead title={t("brands.desk.title")} /><EmptyState title={t("brands.desk.none")} proposals={[{ href: "/brands", text: t("brands.all") }]} /></>;
  const title = { zh: page.name, en: page.nameEn };
  return (
    <>
      <PageHead title={name(title)} lead={t("brands.desk.title")}>
        <div className="brand-top"><BrandMark big brand={{ id: page.id, name: title, hasMark: page.hasMark }} /><BrandTag state={page.state} /></div>
        <p className="chips"><a href={`/brands/${page.id}`}>{t("brands.desk.page")}</a><a href={`/brands/${page.id}/health`}>{t("brands.desk.health")}</a><a href={`/jobs?brand=${page.id}`}>{t("brands.desk.posts")}</a></p>
      </PageHead>
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("brands.desk.saved")}</p></Notice>}
      <DeskStats desk={desk} />
      <Applications desk={desk} sent={sent} />
      <Members desk={desk} sent={sent} />
      <Employers uses={uses} brandId={page.id} sent={sent} />
      {page.state !== "ENDED" && <Section title={t("brands.desk.edit")}><BrandForms page={page} sent={sent} today={desk.today} /></Section>}
    </>
  );
}

export const ErrorBoundary = PageError;
