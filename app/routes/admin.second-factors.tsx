import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { resetSecondFactor } from "#app/usecases/accounts/show-second-factor.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, TextArea } from "../ui/components/form.tsx";
import { Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.factor.adminTitle", { noIndex: true });

export function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["ADMIN"]);
  return { done: new URL(request.url).searchParams.has("done") };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await resetSecondFactor(context.deps, actor, values);
  return result.ok ? redirect("/admin/second-factors?done=1") : { values, problems: result.problems };
}

export default function ResetSecondFactor() {
  const { done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm();
  const t = useT();
  return (
    <>
      <PageHead title={t("account.factor.adminTitle")} lead={t("account.factor.adminSays")} />
      {done && !sent && <Notice><p>{t("account.factor.adminDone")}</p></Notice>}
      <ErrorSummary form={form} />
      <form method="post" className="notice-after">
        <Field form={form} name="username" label={t("account.factor.adminUser")} autoComplete="off" maxLength={60} required />
        <TextArea form={form} name="reason" label={t("account.factor.adminReason")} rows={2} maxLength={60} />
        <p className="notice-after"><Button kind="danger">{t("account.factor.adminSubmit")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
