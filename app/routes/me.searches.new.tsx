import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hasPhone } from "#app/data/read-models/my-searches.server.ts";
import { readSearchNames } from "#app/data/read-models/search-names.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { saveSearch } from "#app/usecases/searches/save-search.server.ts";
import { parsePostSearch, postSearchUrl } from "#search/queries/params.ts";
import { Button, ErrorSummary, Field, type FormState, Tick } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { useFilterTexts } from "../ui/views/search-list.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.saved.confirmHeading", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const { params } = parsePostSearch(new URL(request.url).searchParams);
  const [all, phone] = await Promise.all([readSearchNames(context.deps), hasPhone(context.deps.pool, actor.personId ?? "")]);
  const pick = <T,>(from: ReadonlyMap<string, T>, code: string | null) => (code !== null && from.has(code) ? { [code]: from.get(code)! } : {});
  return { params, phone, names: { regions: pick(all.regions, params.region), occupations: pick(all.occupations, params.cert), brands: pick(all.brands, params.brand) } };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await saveSearch(context.deps, actor, { ...values, query: new URL(request.url).search });
  if (result.ok) return redirect("/me/searches?done=saved");
  return { values, problems: result.problems };
}

export default function NewSearch() {
  const { params, phone, names } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const texts = useFilterTexts(params, names).map(({ text }) => text);
  const name = [params.q, ...texts].filter((text) => text !== "").join(t("common.pause")) || t("seek.saved.any");
  const form: FormState = sent ?? { values: { name: Array.from(name).slice(0, 60).join("") }, problems: [] };
  return (
    <>
      <PageHead title={t("seek.saved.confirmHeading")} lead={t("seek.saved.says")} crumbs={[{ href: `/jobs?${postSearchUrl(params)}`, text: t("jobs.list.title") }, { text: t("seek.saved.confirmHeading") }]} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <Field form={form} name="name" label={t("seek.saved.name")} maxLength={120} required />
        {phone ? <Tick form={form} name="bySms" label={t("seek.saved.sms")} hint={t("seek.saved.smsHint")} /> : <p className="soft">{t("seek.saved.smsNoPhone")}</p>}
        <Button size="big">{t("seek.saved.submit")}</Button>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
