import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkSignedText } from "#app/data/read-models/certificate-check.server.ts";
import { formValues, readForm } from "#app/platform/web/guards.server.ts";
import { Button, emptyForm, Field, TextArea } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { CheckedCertificate } from "../ui/views/checked-certificate.tsx";
import { OfflineCheck } from "../ui/views/offline-check.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "certificates.check.title", { noIndex: true });
export const headers = () => ({ "Cache-Control": "no-store" });

const LONGEST_TEXT = 3_000;

/** The address in a printed code: the text names nobody, so it may stand there. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const text = (new URL(request.url).searchParams.get("c") ?? "").slice(0, LONGEST_TEXT);
  return { text, check: text === "" ? null : await checkSignedText(context.deps, text, "") };
}

/** A name to compare is sent in the body and never in an address. Keeps nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { text = "", name = "" } = formValues(await readForm(request));
  return { text: String(text).slice(0, LONGEST_TEXT), check: await checkSignedText(context.deps, String(text).slice(0, LONGEST_TEXT), String(name).slice(0, 100)) };
}

export default function CheckCertificate() {
  const opened = useLoaderData<typeof loader>();
  const { text, check } = (useActionData<typeof action>() as typeof opened | undefined) ?? opened;
  const t = useT();
  const form = emptyForm({ text });
  return (
    <>
      <PageHead title={t("certificates.check.heading")} lead={t("certificates.check.says")} />
      <div data-check-shown={check === null ? "" : text}>{check !== null && <CheckedCertificate check={check} />}</div>
      <OfflineCheck />
      <Section title={t("certificates.check.submit")}>
        <form method="post" className="stack" data-check-form="">
          <TextArea form={form} name="text" rows={4} maxLength={LONGEST_TEXT} label={t("certificates.check.text")} hint={t("certificates.check.textHint")} />
          <Field form={form} name="name" label={t("certificates.check.name")} hint={t("certificates.check.nameHint")} autoComplete="off" />
          <Button>{t("certificates.check.submit")}</Button>
        </form>
      </Section>
      <div className="notice-after"><Notice><p>{t("certificates.check.offline")}</p><p><a href="/certificates/keys.json">{t("certificates.check.keys")}</a> · <a href="/certificates/revoked.json">{t("certificates.check.list")}</a></p></Notice></div>
    </>
  );
}

export const ErrorBoundary = PageError;
