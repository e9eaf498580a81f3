import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Role } from "#app/domain/terms.ts";
import { DEMO_ACCOUNTS } from "#app/platform/demo-accounts.ts";
import { ownPath, readForm } from "#app/platform/web/guards.server.ts";
import { signIn } from "#app/usecases/auth/sign-in.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "auth.title", { noIndex: true });

/** Where each role starts its work. */
const START: Partial<Record<Role, string>> = { SEEKER: "/me", EMPLOYER: "/employer", OFFICER: "/board", AGENT: "/board", ADMIN: "/runs" };

export function loader({ request, context }: LoaderFunctionArgs) {
  const demo = context.deps.env.APP_MODE === "demo";
  return {
    to: ownPath(new URL(request.url).searchParams.get("to"), ""),
    role: context.actor?.role ?? null,
    accounts: demo ? DEMO_ACCOUNTS.map(({ username, password, labelZh, labelEn, role }) => ({ username, password, labelZh, labelEn, role })) : [],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm(request);
  const username = String(sent.get("username") ?? "");
  const wait = await context.signInWait(username);
  const result = wait > 0 ? { ok: false as const, problems: [{ code: "too-many-attempts" }] } : await signIn(context.deps, Object.fromEntries(sent));
  if (!result.ok) return { values: { username }, problems: result.problems } satisfies FormState;
  const user = await context.deps.db.user.findUniqueOrThrow({ where: { id: result.value.userId }, select: { role: true } });
  await context.signInDone(username);
  const cookie = await context.startSession(result.value.userId);
  return redirect(ownPath(String(sent.get("to") ?? ""), START[user.role as Role] ?? "/"), { headers: { "Set-Cookie": cookie } });
}

export default function Login() {
  const { to, role, accounts } = useLoaderData<typeof loader>();
  const form: FormState = useActionData<typeof action>() ?? emptyForm();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("auth.heading")} lead={t("auth.says")} />
      {role && <Notice><p>{t("auth.signedIn", { role: t(`terms.role.${role}`) })} <a href={to || START[role] || "/"}>{t("auth.goOn")}</a></p></Notice>}
      <div className="columns two">
        <section>
          <ErrorSummary form={form} />
          <form method="post">
            <input type="hidden" name="to" value={to} />
            <Field form={form} name="username" label={t("auth.username")} autoComplete="username" required />
            <Field form={form} name="password" type="password" label={t("auth.password")} autoComplete="current-password" required />
            <p className="notice-after"><Button size="big">{t("auth.submit")}</Button></p>
          </form>
          <p className="soft notice-after">{t("auth.noAccount")}</p>
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
                    <button className="button quiet small" type="submit" aria-label={`${t("auth.demoEnter")}：${locale === "zh" ? account.labelZh : account.labelEn}`}>{t("auth.submit")}</button>
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
