import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSheet } from "#app/data/read-models/welfare-sheets.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { formatFen } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { BankForm } from "../ui/views/welfare/bank-form.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.sheets.bank", { noIndex: true });

const PROBLEMS = ["purpose-needed", "too-long", "sheet-not-approved", "welfare-by-COUNTY"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const { id, month, state, transfers, transferFen } = found(await readSheet(context.deps, actor, params.id ?? ""));
  const asked = new URL(request.url).searchParams.get("problem");
  return { id, month, transfers, transferFen, first: state !== "SENT", problem: asked === null ? null : (PROBLEMS.find((one) => one === asked) ?? ("invalid" as const)) };
}

/** Asks for what the accounts are opened. */
export default function BankFile() {
  const { id, month, transfers, transferFen, first, problem } = useLoaderData<typeof loader>();
  const t = useT();
  const form: FormState = problem === null ? emptyForm() : { values: {}, problems: [{ code: problem, field: problem === "purpose-needed" || problem === "too-long" ? "purpose" : undefined }] };
  return (
    <>
      <PageHead title={t("welfare.sheets.bank")} lead={t("welfare.sheets.bankSays", { n: transfers, yuan: formatFen(transferFen) })} crumbs={[{ href: "/bureau/welfare/sheets", text: t("welfare.sheets.title") }, { href: `/bureau/welfare/sheets/${id}`, text: month }, { text: t("welfare.sheets.bank") }]} />
      <ErrorSummary form={form} />
      <BankForm form={form} sheetId={id} first={first} />
    </>
  );
}

export const ErrorBoundary = PageError;
