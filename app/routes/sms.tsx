import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSmsOutbox } from "#app/data/read-models/my-searches.server.ts";
import { EmptyState, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.sms.title", { noIndex: true });

/** A demonstration shows what it would have sent; elsewhere there is no such page. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.deps.env.APP_MODE !== "demo") throw new Response(null, { status: 404 });
  return { messages: await readSmsOutbox(context.deps) };
}

export default function SmsOutbox() {
  const { messages } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("seek.sms.heading")} lead={t("seek.sms.says")} />
      {messages.length === 0 ? <EmptyState title={t("seek.sms.none")} /> : (
        <Table
          cards
          caption={t("seek.sms.title")}
          rows={messages}
          rowKey={(one) => one.id}
          columns={[
            { key: "at", head: t("seek.sms.at"), rowHead: true, cell: (one) => formatInstant(one.recordedAt, locale) },
            { key: "to", head: t("seek.sms.to"), cell: (one) => one.phoneMasked },
            { key: "text", head: t("seek.sms.text"), cell: (one) => <span lang="zh-CN">{one.text}</span> },
            { key: "state", head: t("seek.sms.state"), cell: (one) => t(`seek.sms.${one.state}`) },
          ]}
        />
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
