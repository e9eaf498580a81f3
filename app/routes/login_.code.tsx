import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTicket } from "#app/data/phone-codes.server.ts";
import { systemActor } from "#app/platform/actor.ts";
import { formValues, onward, ownPath, readForm } from "#app/platform/web/guards.server.ts";
import { START } from "#app/platform/web/start-page.ts";
import { redeemPhoneCode } from "#app/usecases/accounts/redeem-phone-code.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.code.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const ticket = await readTicket(context.deps, search.get("t") ?? "");
  const registering = ticket?.purpose === "REGISTER";
  if (!ticket?.stands || (ticket.purpose !== "SIGN_IN" && !registering)) throw redirect("/login?again");
  return { phone: ticket.phoneMasked, from: registering ? onward("/register", request) : `/login?${new URLSearchParams({ to: ownPath(search.get("to"), "") })}`, demo: context.deps.env.APP_MODE === "demo" };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const search = new URL(request.url).searchParams;
  const to = ownPath(search.get("to"), "");
  const values = formValues(await readForm(request));
  if ((await context.codeTryWait()) > 0) return { values, problems: [{ code: "too-many-attempts" }] };
  const result = await redeemPhoneCode(context.deps, { ...systemActor("somebody proves a telephone"), requestId: context.requestId }, { ticket: search.get("t") ?? "", code: values.code });
  if (!result.ok) return { values, problems: result.problems };
  const { userId, proof, next } = result.value;
  if (userId !== null) return redirect(to || START.SEEKER!, { headers: { "Set-Cookie": await context.startSession(userId) } });
  const headers = { "Set-Cookie": context.keepPhoneProof(proof) };
  return redirect(next === "choose" ? `/login/choose${to && `?${new URLSearchParams({ to })}`}` : onward("/register/who", request), { headers });
}

export default function Code() {
  const { phone, from, demo } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("account.code.heading")} lead={t("account.code.sent", { phone })} />
      <ErrorSummary form={form} />
      <form method="post" className="notice-after">
        <Field form={form} name="code" label={t("account.code.code")} inputMode="numeric" autoComplete="one-time-code" maxLength={12} short required />
        <p className="notice-after"><Button size="big">{t("account.code.submit")}</Button></p>
      </form>
      <p className="notice-after"><a href={from}>{t("account.code.notCome")}</a></p>
      <p className="soft notice-after">{t("account.code.never")}</p>
      {demo && <p className="notice-after"><a href="/sms" target="_blank" rel="noreferrer">{t("account.code.demo")}</a></p>}
    </>
  );
}

export const ErrorBoundary = PageError;
