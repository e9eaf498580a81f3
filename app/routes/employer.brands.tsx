import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readOwnUses } from "#app/data/read-models/brand-uses.server.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { askForBrandUse } from "#app/usecases/brands/use-brand.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, Select } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { UseTag } from "../ui/views/brand/uses.tsx";
import { BrandTag } from "../ui/views/brand/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.use.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const done = new URL(request.url).searchParams.get("done");
  return { ...(await readOwnUses(context.deps, actor)), done: (["asked", "agreed"] as const).find((one) => one === done) ?? null };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  const result = await askForBrandUse(context.deps, actor, values);
  return result.ok ? redirect(`/employer/brands?done=${result.value.agreed ? "agreed" : "asked"}`) : { values, problems: result.problems };
}

export default function EmployerBrands() {
  const { uses, open, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("brands.use.title")} lead={t("brands.use.says")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: t("brands.use.title") }]} />
      <ErrorSummary form={form} />
      {done && !sent && <Notice><p>{t(`brands.use.done.${done}`)}</p></Notice>}
      {uses.map((one) => (
        <section key={one.brandId} className="section">
          <h2><a href={`/brands/${one.brandId}`}>{name(one.brand)}</a> <UseTag state={one.state} /></h2>
          <Facts rows={[
            one.note !== null && [t("brands.use.note"), one.note], [t("brands.use.askedOn"), formatInstant(one.askedAt, locale)], one.decidedAt !== null && [t("brands.use.decidedOn"), formatInstant(one.decidedAt, locale)],
            one.reason !== null && [t("brands.mine.reason"), one.reason], one.brandState !== "ACTIVE" && [t("brands.bureau.state"), <BrandTag key="state" state={one.brandState} />],
            [t("brands.use.next"), one.state === "AGREED" ? <a key="next" href="/employer/posts/new">{t("brands.use.nextAGREED")}</a> : t(`brands.use.next${one.state}`)],
          ]} />
        </section>
      ))}
      <Section title={t("brands.use.ask")} says={t("brands.use.askSays")}>
        {open.length === 0 ? <p className="soft">{t("brands.use.askNone")}</p> : (
          <form method="post" className="stack">
            <Select form={form} name="brandId" label={t("brands.use.which")} empty={t("brands.use.pick")} options={open.map((one) => ({ value: one.id, text: name(one.name) }))} />
            <Field form={form} name="note" label={t("brands.use.note")} hint={t("brands.use.noteHint")} maxLength={200} autoComplete="off" />
            <p><Button>{t("brands.use.submit")}</Button></p>
          </form>
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
