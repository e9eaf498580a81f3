import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { REASONS } from "#app/domain/import/reasons.ts";
import type { Problem } from "#app/domain/result.ts";
import { readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { uploadPosts, type UploadReport } from "#app/usecases/posts/upload-posts.server.ts";
import { Button, ErrorSummary } from "../ui/components/form.tsx";
import { Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useProblemText, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "recruit.upload.title", { noIndex: true });

export function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["EMPLOYER"]);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs): Promise<{ problems: Problem[]; report: UploadReport | null }> {
  const actor = requireActor(context, request, ["EMPLOYER"]);
  const file = (await readForm(request)).get("file");
  const bytes = file === null || typeof file === "string" ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  const result = await uploadPosts(context.deps, actor, { bytes });
  return result.ok ? { problems: [], report: result.value.report } : { problems: result.problems.map((one) => ({ ...one, field: "file" })), report: null };
}

const TONE = { published: "pine", duplicate: "loess", refused: "danger" } as const;

export default function UploadPosts() {
  const sent = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  const say = useProblemText();
  const report = sent?.report;
  return (
    <>
      <PageHead title={t("recruit.upload.title")} lead={t("recruit.upload.says")} crumbs={[{ href: "/employer", text: t("employer.title") }, { text: t("recruit.upload.title") }]}>
        <p className="notice-after"><a href="/employer/posts/template.xlsx">{t("recruit.upload.template")}</a></p>
      </PageHead>
      <ErrorSummary form={{ values: {}, problems: sent?.problems ?? [] }} />
      {report && (
        <Section title={t("recruit.upload.report")}>
          <Notice kind={report.refused > 0 ? "counted" : "plain"}><p>{t("recruit.upload.counts", { rows: formatCount(report.rows.length), published: formatCount(report.published), duplicate: formatCount(report.duplicate), refused: formatCount(report.refused) })}</p>{report.cutAt !== null && <p>{t("recruit.upload.cut", { line: report.cutAt })}</p>}</Notice>
          <div className="notice-after">
            <Table
              cards
              dense
              caption={t("recruit.upload.report")}
              rows={report.rows}
              rowKey={(row) => String(row.line)}
              columns={[
                { key: "line", head: t("recruit.upload.line"), rowHead: true, cell: (row) => row.line },
                { key: "title", head: t("employer.post"), cell: (row) => row.title || "—" },
                { key: "outcome", head: t("recruit.upload.outcome"), cell: (row) => <Tag tone={TONE[row.outcome]}>{t(`recruit.upload.${row.outcome}`)}</Tag> },
                { key: "why", head: t("recruit.upload.why"), cell: (row) => [...row.problems.map(say), ...row.unread.map((code) => REASONS[code][locale === "zh" ? 0 : 1])].join(t("common.semicolon")) || "—" },
              ]}
            />
          </div>
        </Section>
      )}
      <form method="post" encType="multipart/form-data" className="section">
        <div className={sent?.problems.length ? "field wrong" : "field"}>
          <label className="label" htmlFor="file">{t("recruit.upload.file")}</label>
          <span className="hint" id="file-hint">{t("recruit.upload.fileHint")}</span>
          <input className="input" type="file" id="file" name="file" accept=".xlsx,.csv" aria-describedby="file-hint" required />
        </div>
        <p className="notice-after"><Button size="big">{t("recruit.upload.send")}</Button></p>
      </form>
    </>
  );
}

export const ErrorBoundary = PageError;
