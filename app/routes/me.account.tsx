import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAccount } from "#app/data/read-models/account-pages.server.ts";
import { ROLES } from "#app/domain/terms.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { recheckIdentity } from "#app/usecases/accounts/check-identity.server.ts";
import { endSessions } from "#app/usecases/accounts/end-sessions.server.ts";
import { requestPasswordCode } from "#app/usecases/accounts/request-phone-code.server.ts";
import { setPassword } from "#app/usecases/accounts/set-password.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { IdentityFacts, PasswordForms, SessionList } from "../ui/views/account.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.me.title", { noIndex: true });

const DONE = ["saved", "ended", "endedAll", "checked"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ROLES);
  const search = new URL(request.url).searchParams;
  const account = found(await readAccount(context.deps, actor, context.sessionId ?? ""));
  return { account, role: actor.role, ticket: search.get("t") ?? "", done: DONE.find((one) => one === search.get("done")) ?? null, demo: context.deps.env.APP_MODE === "demo" };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ROLES);
  const { password, currentPassword, ...values } = formValues(await readForm(request));
  const currentId = context.sessionId ?? "";
  const wrong = (problems: FormState["problems"]): FormState => ({ values, problems });
  switch (values.intent) {
    case "end": {
      const ended = await endSessions(context.deps, actor, { currentId, sessionId: values.sessionId });
      if (!ended.ok) throw new Response(null, { status: 404 });
      return redirect("/me/account?done=ended");
    }
    case "end-others":
      await endSessions(context.deps, actor, { currentId });
      return redirect("/me/account?done=endedAll");
    case "recheck": {
      const checked = await recheckIdentity(context.deps, actor, {});
      return checked.ok ? redirect("/me/account?done=checked") : wrong(checked.problems);
    }
    case "send-code": {
      const wait = await context.codeWait(`of user ${actor.userId}`);
      if (wait > 0) return wrong([{ code: "code-limit", params: { seconds: wait } }]);
      const asked = await requestPasswordCode(context.deps, actor, {});
      return asked.ok ? redirect(`/me/account?${new URLSearchParams({ t: asked.value.ticket })}`) : wrong(asked.problems);
    }
    default: {
      const wait = await context.proofWait(actor.userId ?? "");
      if (wait > 0) return wrong([{ code: "too-many-attempts" }]);
      const set = await setPassword(context.deps, actor, { password, currentPassword, ticket: values.ticket, code: values.code, sessionId: currentId });
      if (!set.ok) return wrong(set.problems);
      await context.proofDone(actor.userId ?? "");
      await context.renewSession();
      return redirect("/me/account?done=saved");
    }
  }
}

export default function Account() {
  const { account, role, ticket, done, demo } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("account.me.heading")} lead={role === "SEEKER" ? t("account.me.who", { name: account.displayName }) : t("common.aside", { text: account.displayName, aside: t(`terms.role.${role}`) })}>
        <p className="chips notice-after">
          {role === "SEEKER" && <a href="/me/helpers">{t("account.helpersLink")}</a>}
          {account.secondFactor.may && <a href="/me/second-factor">{t("account.factor.link")}</a>}
          {role === "ADMIN" && <a href="/admin/second-factors">{t("account.factor.adminTitle")}</a>}
          {(role === "SEEKER" || role === "AGENT") && <a href="/acting">{t("account.actingLink")}</a>}
        </p>
      </PageHead>
      {done && <Notice><p>{t(`account.me.${done}`)}</p></Notice>}
      <ErrorSummary form={form} />
      {account.person && <IdentityFacts person={account.person} />}
      <PasswordForms account={account} form={form} ticket={ticket} demo={demo} />
      <SessionList sessions={account.sessions} />
    </>
  );
}

export const ErrorBoundary = PageError;
