import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readInvitation } from "#app/data/invitations.server.ts";
import { systemActor } from "#app/platform/actor.ts";
import { formValues, readForm } from "#app/platform/web/guards.server.ts";
import { acceptInvitation } from "#app/usecases/accounts/accept-invitation.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "operators.invite.title", { noIndex: true });
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await readInvitation(context.deps, params.token ?? "");
  const invitation = found && { username: found.user.username, body: found.user.trainingBody?.name ?? null, brand: found.user.brand && { zh: found.user.brand.name, en: found.user.brand.nameEn }, displayName: found.user.displayName };
  return json({ invitation }, { status: invitation === null ? 404 : 200 });
}

/** The password is never sent back to the page. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<FormState & { done?: string }> {
  const { password } = formValues(await readForm(request));
  const result = await acceptInvitation(context.deps, { ...systemActor("sets the password of an invitation"), requestId: context.requestId }, { token: params.token, password });
  return result.ok ? { values: {}, problems: [], done: result.value.username } : { values: {}, problems: result.problems };
}

export default function Invited() {
  const { invitation } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useT();
  const name = useName();
  if (sent?.done) return <><PageHead title={t("operators.invite.heading")} /><div className="stack"><Notice><p>{t("operators.invite.done", { username: sent.done })}</p></Notice><LinkButton href="/login">{t("operators.invite.signIn")}</LinkButton></div></>;
  if (invitation === null) return <><PageHead title={t("operators.invite.gone")} lead={t("operators.invite.goneSays")} /><LinkButton href="/login" kind="quiet">{t("operators.invite.signIn")}</LinkButton></>;
  const form = (sent as FormState | undefined) ?? emptyForm();
  const place = [invitation.body, invitation.brand && name(invitation.brand)].filter(Boolean).join(" · ") || invitation.displayName;
  return (
    <>
      <PageHead title={t("operators.invite.heading")} lead={t("operators.invite.says", { place, username: invitation.username })} />
      <ErrorSummary form={form} />
      <form method="post" className="stack">
        <input type="hidden" name="username" autoComplete="username" value={invitation.username} readOnly />
        <Field form={form} name="password" type="password" label={t("operators.invite.password")} hint={t("operators.invite.hint")} autoComplete="new-password" required />
        <p><Button size="big">{t("operators.invite.submit")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
