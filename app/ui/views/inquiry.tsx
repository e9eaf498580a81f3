import type { Message } from "#app/data/inquiries.server.ts";
import type { ThreadLine } from "#app/data/read-models/inquiry-pages.server.ts";
import { Table } from "../components/records.tsx";
import { Tag } from "../components/tag.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatInstant } from "../i18n/format.ts";
import { findText } from "../i18n/translate.ts";

/** Questions and answers in order: who, when, the ready-made words and their own. */
export function ThreadMessages({ messages, eyes, byBureau, reported, mayReport }: { messages: readonly Message[]; eyes: "person" | "employer" | "bureau"; byBureau: boolean; reported?: number | null; mayReport?: boolean }) {
  const t = useT();
  const locale = useLocale();
  const says = (code: string, fromPerson: boolean) => findText(locale, fromPerson ? `offers.ask.topic.${code}` : `offers.answer.say.${code}`) ?? code;
  return (
    <ol className="thread">
      {messages.map((one) => (
        <li key={one.seq} className={[one.fromPerson && "asked", one.seq === reported && "reported"].filter(Boolean).join(" ") || undefined}>
          <p className="soft"><strong>{one.fromPerson ? t(eyes === "person" ? "offers.ask.you" : "offers.ask.person") : t(byBureau ? "offers.ask.bureau" : "offers.ask.employer")}</strong> · {formatInstant(one.recordedAt, locale)} {one.seq === reported && <Tag tone="danger">{t("offers.care.this")}</Tag>}</p>
          {one.codes.map((code) => <p key={code}>{says(code, one.fromPerson)}</p>)}
          {one.text !== null && <p className="pre" lang="zh-CN">{one.text}</p>}
          {mayReport && one.fromPerson !== (eyes === "person") && (
            <form method="post" className="cell-form">
              <input type="hidden" name="seq" value={one.seq} />
              <button className="link-button" type="submit" name="intent" value="report" aria-label={`${t("offers.ask.report")} ${one.seq}`}>{t("offers.ask.report")}</button>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Threads as a list; those that wait say since when. */
export function ThreadList({ threads, href, caption, file }: { threads: readonly ThreadLine[]; href: (one: ThreadLine) => string; caption: string; file?: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Table
      file={file}
      cards
      caption={caption}
      rows={threads}
      rowKey={(one) => one.id}
      columns={[
        { key: "post", head: t("offers.answer.post"), rowHead: true, cell: (one) => <><a href={href(one)}>{one.title}</a><br /><span className="faint">{one.employerName}</span></> },
        {
          key: "state", head: t("offers.answer.state"),
          cell: (one) => (one.waitingSince === null ? t("offers.ask.answered") : <><Tag tone="loess">{t("offers.ask.waiting")}</Tag>{one.overdue && <> <Tag tone="danger">{t("offers.answer.overdue")}</Tag></>}</>),
        },
        { key: "at", head: t("offers.answer.last"), cell: (one) => formatInstant(one.updatedAt, locale) },
      ]}
    />
  );
}
