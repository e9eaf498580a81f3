import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBureauFair, readDriveChoices } from "#app/data/read-models/fairs.server.ts";
import { momentField } from "#app/domain/dispatch/times.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { decideBooth } from "#app/usecases/fairs/decide-booth.server.ts";
import { changeFair } from "#app/usecases/fairs/plan-fair.server.ts";
import { takeFairStep } from "#app/usecases/fairs/take-fair-step.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Facts, Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { Hirings, Stands } from "../ui/views/fair/bureau-parts.tsx";
import { FairTag, FairTime, FairWhere, Figures } from "../ui/views/fair/parts.tsx";
import { FairFields } from "../ui/views/fair/plan-form.tsx";
import { NextSteps } from "../ui/views/next-steps.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.bureau.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const page = found(await readBureauFair(context.deps, actor, params.id ?? ""));
  const fields = { title: page.title, kind: page.kind, place: page.place ?? "", address: page.address ?? "", phone: page.phone, says: page.says, startsAt: momentField(page.startsAt), endsAt: momentField(page.endsAt), booths: String(page.booths), driveId: page.driveId ?? "" };
  return { page, fields, drives: page.state === "PLANNED" ? await readDriveChoices(context.deps, actor) : [], saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const fairId = params.id ?? "";
  const page = found(await readBureauFair(deps, actor, fairId));
  const result = await (() => {
    switch (values.intent) {
      case "APPROVED":
      case "REFUSED": return decideBooth(deps, actor, { ...values, boothId: page.stands.find((one) => one.id === values.boothId)?.id, decision: values.intent });
      case "change": return changeFair(deps, actor, { ...values, fairId });
      default: return takeFairStep(deps, actor, { ...values, fairId, to: values.intent });
    }
  })();
  orNotFound(result, "boothId");
  return result.ok ? redirect(`/bureau/fairs/${fairId}?saved=1`) : { values, problems: result.problems };
}

export default function BureauFairPage() {
  const { page, fields, drives, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  return (
    <>
      <PageHead title={page.title} lead={page.says} crumbs={[{ href: "/bureau/fairs", text: t("fairs.bureau.title") }, { text: page.title }]}><p className="tags notice-after"><FairTag state={page.state} /></p></PageHead>
      {sent && <ErrorSummary form={sent} />}
      {saved && !sent && <Notice><p>{t("fairs.saved")}</p></Notice>}
      {page.state === "CANCELLED" && <Notice kind="danger"><p>{t("fairs.open.cancelled", { reason: page.reason ?? "" })}</p></Notice>}
      <Facts rows={[[t("fairs.open.when"), <FairTime key="t" of={page} />], [t("fairs.open.where"), <>{name(page.region)} <FairWhere of={page} /></>], [t("fairs.open.kind"), t(`fairs.kind.${page.kind}`)], [t("fairs.open.phone"), page.phone], page.drive && [t("fairs.open.drive"), page.drive.name]]} />
      <p className="chips notice-after">{page.state === "OPEN" && <LinkButton href={`/bureau/fairs/${page.id}/floor`}>{t("fairs.bureau.floor")}</LinkButton>}<LinkButton href={`/fairs/${page.id}`} kind="quiet">{t("fairs.bureau.public")}</LinkButton><LinkButton href={`/fairs/${page.id}/poster`} kind="quiet">{t("fairs.open.poster")}</LinkButton></p>
      <NextSteps steps={page.steps} version={page.version} sent={sent} title={t("fairs.bureau.next")} word={(to) => t(`fairs.step.${to}`)} reason={t("fairs.bureau.reason")} />
      <Stands page={page} sent={sent} />
      {(page.state === "OPEN" || page.state === "CLOSED") && <Figures figures={page.figures} />}
      {page.openedAt !== null && <Hirings page={page} />}
      {page.state === "PLANNED" && (
        <Fold summary={t("fairs.bureau.change")} open={sent?.values.intent === "change"}>
          <form method="post" className="stack">
            <p className="soft">{t("fairs.bureau.changeSays")}</p>
            <input type="hidden" name="version" value={page.version} />
            <FairFields form={sent?.values.intent === "change" ? sent : emptyForm(fields)} drives={drives.map((one) => ({ value: one.id, text: one.name }))} />
            <p><Button name="intent" value="change">{t("fairs.bureau.changeSubmit")}</Button></p>
          </form>
        </Fold>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
