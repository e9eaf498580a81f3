import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSample } from "#app/data/read-models/count-samples-page.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { recordFinding } from "#app/usecases/targets/record-finding.server.ts";
import { seeDrawnPhone } from "#app/usecases/targets/see-phone.server.ts";
import { ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile, TableFileLink } from "../ui/components/table-file-link.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { DrawList, SampleResult } from "../ui/views/count-sample.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "ledger.samples.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { view: found(await readSample(context.deps, actor, params.id ?? "")), saved: Number(new URL(request.url).searchParams.get("saved")) || null };
}

type Sent = FormState & { phone?: { nr: number; phone: string } };

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | Sent> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const input = { ...values, sampleId: params.id };
  if (values.intent === "phone") {
    const seen = await seeDrawnPhone(context.deps, actor, input);
    return seen.ok ? { values, problems: [], phone: { nr: seen.value.nr, phone: seen.value.phone } } : { values, problems: seen.problems };
  }
  const result = await recordFinding(context.deps, actor, input);
  return result.ok ? redirect(`/board/samples/${params.id}?saved=${result.value.nr}#draw-${result.value.nr}`) : { values, problems: result.problems };
}

export default function Sample() {
  const { view, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Sent | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("ledger.samples.heading", { region: name(view.region), year: view.year })} lead={t("ledger.samples.correct")} crumbs={[{ href: `/board?year=${view.year}`, text: t("board.title") }, { href: "/board/samples", text: t("ledger.samples.title") }, { text: formatInstant(view.drawnAt, locale) }]} />
      {saved !== null && !sent && <Notice><p>{t("ledger.samples.saved", { nr: saved })}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      <SampleResult view={view} file={tableFile("sample-rungs", { sample: view.id })} />
      <Section title={t("ledger.samples.people")} says={t("ledger.samples.phoneSays")}>
        <DrawList draws={view.draws} sent={sent ?? null} phone={sent?.phone ?? null} />
        <TableFileLink file={tableFile("sample-people", { sample: view.id })} of={t("ledger.samples.people")} />
      </Section>
      <p className="soft notice-after">{t("ledger.samples.seed", { seed: view.seed })}</p>
    </>
  );
}

export const ErrorBoundary = PageError;
