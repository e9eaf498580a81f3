import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { STEP_ROWS } from "#app/domain/welfare/steps.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.rules.title", { noIndex: true });

export function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  return null;
}

export default function WelfareRules() {
  const t = useT();
  return (
    <>
      <PageHead title={t("welfare.rules.title")} lead={t("welfare.rules.says")} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { text: t("welfare.rules.title") }]} />
      <Table
        cards caption={t("welfare.rules.title")} file={tableFile("welfare-steps")} rows={STEP_ROWS} rowKey={(one) => `${one.act}${one.from.join()}`}
        columns={[
          { key: "act", head: t("welfare.rules.act"), rowHead: true, cell: (one) => t(`welfare.act.${one.act}`) },
          { key: "from", head: t("welfare.rules.from"), cell: (one) => one.from.map((state) => t(`welfare.state.${state}`)).join(t("common.listed")) },
          { key: "who", head: t("welfare.rules.who"), cell: (one) => one.who.map((party) => t(`welfare.party.${party}`)).join(t("common.listed")) },
          { key: "needs", head: t("welfare.rules.needs"), cell: (one) => one.needs.map((need) => t(`welfare.needs.${need}`)).join(t("common.listed")) || "—" },
          { key: "to", head: t("welfare.rules.to"), cell: (one) => (one.to === null ? t("welfare.rules.stays") : t(`welfare.state.${one.to}`)) },
        ]}
      />
    </>
  );
}

export const ErrorBoundary = PageError;
