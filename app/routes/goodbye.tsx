import type { MetaFunction } from "@remix-run/node";
import { LinkButton } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "profile.goodbye.title", { noIndex: true });

/** What somebody sees who has just been deleted: it knows nobody. */
export default function Goodbye() {
  const t = useT();
  return <PageHead title={t("profile.goodbye.heading")} lead={t("profile.goodbye.says")}><div className="actions"><LinkButton href="/">{t("profile.goodbye.home")}</LinkButton></div></PageHead>;
}

export const ErrorBoundary = PageError;
