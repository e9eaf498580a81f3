import { type ActionFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Button } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "auth.logoutHeading", { noIndex: true });

export async function action({ context }: ActionFunctionArgs) {
  return redirect("/", { headers: { "Set-Cookie": await context.endSession() } });
}

export default function Logout() {
  const t = useT();
  return (
    <>
      <PageHead title={t("auth.logoutHeading")} lead={t("auth.logoutSays")} />
      <form method="post"><Button>{t("auth.logout")}</Button></form>
    </>
  );
}

export const ErrorBoundary = PageError;
