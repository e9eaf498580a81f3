import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { phoneDigits } from "#app/domain/phone.ts";
import type { Role } from "#app/domain/terms.ts";
import { DEMO_ACCOUNTS } from "#app/platform/demo-accounts.ts";
import { systemActor } from "#app/platform/actor.ts";
import { formValues, onward, ownPath, readForm } from "#app/platform/web/guards.server.ts";
import { awaitedStep } from "#app/platform/sessions.server.ts";
import { START } from "#app/platform/web/start-page.ts";
import { requestPhoneCode } from "#app/usecases/accounts/request-phone-code.server.ts";
import { idsOfName, signIn } from "#app/usecases/auth/sign-in.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Fold, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "auth.title", { noIndex: true });

export function loader({ request, context }: LoaderFunctionArgs) {
  if (context.awaited) throw redirect(onward("/login/second", request));
  const demo = context.deps.env.APP_MODE === "demo";
  const search = new URL(request.url).searchParams;
  return {
    to: ownPath(search.get("to"), ""),
    again: search.has("again"),
    role: context.self?.role ?? null,
    accounts: demo ? DEMO_ACCOUNTS.map(({ username, password, labelZh, labelEn, role }) => ({ username, password, labelZh, labelEn, role })) : [],
  };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const { password, ...values } = formValues(await readForm(request));
  const to = String(values.to ?? "");
  if (values.phone !== undefined) {
    const wait = await context.codeWait(phoneDigits(String(values.phone)));
    if (wait > 0) return { values, problems: [{ code: "code-limit", field: "phone", params: { seconds: wait } }] };
    const asked = await requestPhoneCode(context.deps, { ...systemActor("somebody signs in"), requestId: context.requestId }, { phone: values.phone, purpose: "SIGN_IN" });
    return asked.ok ? redirect(`/login/code?${new URLSearchParams({ t: asked.value.ticket, ...(to && { to }) })}`) : { values, problems: asked.problems };
  }
  const username = String(values.username ?? "");
  const userIds = await idsOfName(context.deps, username);
  const wait = await context.signInWait(username, userIds);
  const result = wait > 0 ? { ok: false as const, problems: [{ code: "too-many-attempts" }] } : await signIn(context.deps, { username, password });
  if (!result.ok) return { values: { username }, problems: result.problems };
  const user = await context.deps.db.user.findUniqueOrThrow({ where: { id: result.value.userId }, select: { role: true } });
  await context.signInDone(username, userIds);
  const headers = { "Set-Cookie": await context.startSession(result.value.userId) };
  const step = await awaitedStep(context.deps, result.value.userId);
  return redirect(step === null ? ownPath(to, START[user.role as Role] ?? "/") : `/login/second${to && `?${new URLSearchParams({ to })}`}`, { headers });
}

export default function Login() {
  const { to, again, role, accounts } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const locale = useLocale();
  const byPassword = form.values.username !== undefined;
  const none = emptyForm();
  return (
    <>
      <PageHead title={t("auth.heading")} lead={to === "" ? t("auth.says") : t("auth.saysThen")} />
      {again && <Notice kind="counted"><p>{t("account.code.gone")} {t("account.login.again")}</p></Notice>}
      {role && <Notice><p>{t("auth.signedIn", { role: t(`terms.role.${role}`) })} <a href={to || START[role] || "/"}>{t("auth.goOn")}</a></p></Notice>}
      <div className="columns two">
        <section>
          <ErrorSummary form={form} />
          <form method="post" className="panel">
            <h2>{t("account.login.phoneHeading")}</h2>
            <input type="hidden" name="to" value={to} />
            <Field form={byPassword ? none : form} name="phone" label={t("account.login.phone")} hint={t("account.login.phoneHint")} inputMode="numeric" autoComplete="tel" required />
            <Button size="big">{t("account.login.send")}</Button>
            <p><a href={to ? `/register?${new URLSearchParams({ to })}` : "/register"}>{t("account.login.register")}</a></p>
          </form>
          <div className="notice-after">
            <Fold summary={t("account.login.passwordHeading")} open>
              <form method="post">
                <input type="hidden" name="to" value={to} />
                <Field form={byPassword ? form : none} name="username" label={t("account.login.username")} autoComplete="username" required />
                <Field form={byPassword ? form : none} name="password" type="password" label={t("auth.password")} autoComplete="current-password" required />
                <p className="notice-after"><Button kind="quiet">{t("auth.submit")}</Button></p>
              </form>
            </Fold>
          </div>
          <p className="soft notice-after">{t("account.login.helpOffline")}</p>
          <p className="notice-after"><a href="/employer/register">{t("recruit.register.link")}</a></p>
        </section>
        {accounts.length > 0 && (
          <section>
            <div className="section-head"><h2>{t("auth.demo")}</h2><p>{t("auth.demoSays")}</p></div>
            <ul className="accounts">
              {accounts.map((account) => (
                <li key={account.username}>
                  <form method="post">
                    <input type="hidden" name="to" value={to} />
                    <input type="hidden" name="username" value={account.username} />
                    <input type="hidden" name="password" value={account.password} />
                    <span>{locale === "zh" ? account.labelZh : account.labelEn}</span>
                    <button className="button quiet small" type="submit" aria-label={`${t("auth.demoEnter")}${t("common.colon")}${locale === "zh" ? account.labelZh : account.labelEn}`}>{t("auth.submit")}</button>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {role && <p className="notice-after"><LinkButton href="/logout" kind="quiet">{t("auth.logoutHeading")}</LinkButton></p>}
    </>
  );
}

export const ErrorBoundary = PageError;
