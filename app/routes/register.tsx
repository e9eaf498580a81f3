import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { readProof } from "#app/data/phone-codes.server.ts";
import { phoneDigits } from "#app/domain/phone.ts";
import { systemActor } from "#app/platform/actor.ts";
import { formValues, onward, readForm } from "#app/platform/web/guards.server.ts";
import { requestPhoneCode } from "#app/usecases/accounts/request-phone-code.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.register.title");

/** Whoever has proved a telephone within the hour goes on where they were. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const proof = new URL(request.url).searchParams.has("phone") ? null : await readProof(context.deps, context.phoneProof);
  return proof ? redirect(onward("/register/who", request)) : null;
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const values = formValues(await readForm(request));
  const wait = await context.codeWait(phoneDigits(String(values.phone ?? "")));
  if (wait > 0) return { values, problems: [{ code: "code-limit", field: "phone", params: { seconds: wait } }] };
  const asked = await requestPhoneCode(context.deps, { ...systemActor("somebody registers"), requestId: context.requestId }, { phone: values.phone, purpose: "REGISTER" });
  return asked.ok ? redirect(onward(`/login/code?${new URLSearchParams({ t: asked.value.ticket })}`, request)) : { values, problems: asked.problems };
}

export default function Register() {
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("account.register.title")} lead={t("account.register.free")} />
      <ErrorSummary form={form} />
      <section className="section">
        <div className="section-head"><h2>{t("account.register.phoneHeading")}</h2><p>{t("account.register.step", { n: 1 })}</p></div>
        <form method="post">
          <Field form={form} name="phone" label={t("account.login.phone")} hint={t("account.register.phoneSays")} inputMode="numeric" autoComplete="tel" required />
          <p className="notice-after"><Button size="big">{t("account.register.send")}</Button></p>
        </form>
      </section>
      <p className="notice-after"><a href="/login">{t("account.register.have")}</a></p>
      <p className="soft notice-after">{t("account.login.helpOffline")}</p>
    </>
  );
}

export const ErrorBoundary = PageError;
