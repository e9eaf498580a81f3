import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReceipt } from "#app/data/read-models/helper-pages.server.ts";
import { found, requireSelf } from "#app/platform/web/guards.server.ts";
import { handOverReceipt } from "#app/usecases/helpers/hand-over-receipt.server.ts";
import { Button } from "../ui/components/form.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ReceiptSlip, ReceiptStub } from "../ui/views/receipt.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "account.receipt.title", { noIndex: true });

const PARTIES = ["SEEKER", "AGENT", "OFFICER"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const self = requireSelf(context, request, PARTIES);
  return { receipt: found(await readReceipt(context.deps, self, params.id ?? "")), agent: self.role === "AGENT" };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const self = requireSelf(context, request, PARTIES);
  const handed = await handOverReceipt(context.deps, self, { receiptId: params.id });
  if (!handed.ok) throw new Response(null, { status: 404 });
  return redirect(`/receipts/${params.id}`);
}

export default function Receipt() {
  const { receipt, agent } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <p className="sorts no-print">
        {agent && receipt.consent === null ? <a href="/agent">← {t("agent.entry.back")}</a> : <a href={receipt.mine ? "/acting" : "/me/helpers"}>← {t(receipt.mine ? "account.receipt.back" : "account.receipt.backMe")}</a>}
        <button className="button" type="button" hidden data-print="">{t("account.receipt.print")}</button>
      </p>
      <div className="slip-sheet notice-after">
        <ReceiptSlip receipt={receipt} />
        {receipt.mine && <p className="slip-cut" aria-hidden="true">✂ {t("account.receipt.cut")}</p>}
        {receipt.mine && <ReceiptStub receipt={receipt} />}
      </div>
      {receipt.handedOverAt !== null && <p className="notice-after soft no-print">{t("account.receipt.handed", { at: formatInstant(receipt.handedOverAt, locale) })}</p>}
      {receipt.mine && receipt.handedOverAt === null && <form method="post" className="notice-after"><Button kind="quiet">{t("account.receipt.hand")}</Button></form>}
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
