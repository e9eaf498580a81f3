import type { DelegationView, ReceiptLine } from "#app/data/read-models/helper-pages.server.ts";
import { ACT_KINDS, type ActKind, DELEGATION_DAYS } from "#app/domain/account/delegation.ts";
import { ChoiceGroup, type FormState, Select } from "../components/form.tsx";
import { Table } from "../components/records.tsx";
import { Tag } from "../components/tag.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatDay, formatInstant } from "../i18n/format.ts";
import { findText, type Locale } from "../i18n/translate.ts";

/** Read models as they come out of a loader. */
type Sent<T> = { [K in keyof T]: T[K] extends Date ? Date | string : T[K] extends Date | null ? Date | string | null : T[K] };
const day = (at: Date | string, locale: Locale) => formatDay(new Date(at), locale);

export function useActs(): (acts: readonly ActKind[]) => string {
  const t = useT();
  return (acts) => acts.map((kind) => t(`account.act.${kind}`)).join(t("common.listed"));
}

/** One consent: with whom, for what, until when, and how it was given. */
export function DelegationItem({ delegation }: { delegation: Sent<DelegationView> }) {
  const t = useT();
  const locale = useLocale();
  const acts = useActs();
  const { standing } = delegation;
  return (
    <article className="post-card">
      <h3>{delegation.name} <Tag tone={standing === "STANDS" ? "pine" : standing === "OFFERED" ? "loess" : undefined}>{t(`account.standing.${standing}`)}</Tag></h3>
      <p>{acts(delegation.acts)}</p>
      <p className="who">{t("account.helpers.until", { day: day(delegation.until, locale) })} · {t(`account.how.${delegation.how}`, { ref: delegation.sheetRef ?? "—" })}</p>
    </article>
  );
}

/** What may be done and for how long; nothing is ticked beforehand. `id` goes before the ids where a page has two such forms. */
export function TermsFields({ form, id = "" }: { form: FormState; id?: string }) {
  const t = useT();
  return (
    <>
      <ChoiceGroup form={form} name="acts" id={`${id}acts`} kind="checkbox" legend={t("account.helpers.acts")} options={ACT_KINDS.map((kind) => ({ value: kind, text: t(`account.act.${kind}`), hint: t(`account.act.${kind}says`) }))} />
      <Select form={form} name="days" id={`${id}days`} short label={t("account.days.label")} options={DELEGATION_DAYS.map((days) => ({ value: String(days), text: t(`account.days.d${days}`) }))} />
    </>
  );
}

export function useReceiptAct(): (act: string) => string {
  const locale = useLocale();
  const t = useT();
  return (act) => findText(locale, `account.receipt.act.${act}`) ?? t("account.receipt.act.other");
}

export function ReceiptTable({ receipts, forOthers = false }: { receipts: readonly Sent<ReceiptLine>[]; forOthers?: boolean }) {
  const t = useT();
  const locale = useLocale();
  const text = useReceiptAct();
  return (
    <Table
      cards
      rows={receipts}
      rowKey={(one) => one.id}
      columns={[
        { key: "what", head: t("account.receipt.what"), rowHead: true, cell: (one) => <>{text(one.act)}{one.about !== null && <><br /><span className="faint" lang="zh-CN">{one.about}</span></>}</> },
        { key: "who", head: t(forOthers ? "account.receipt.person" : "account.receipt.doer"), cell: (one) => one.name },
        { key: "at", head: t("account.receipt.at"), cell: (one) => formatInstant(one.at, locale) },
        { key: "receipt", head: t("account.helpers.receipt"), cell: (one) => <a href={`/receipts/${one.id}`} aria-label={`${t("account.helpers.receipt")}${t("common.colon")}${text(one.act)}${t("common.pause")}${formatInstant(one.at, locale)}`}>{forOthers && !one.bySms && !one.handedOver ? t("account.acting.print") : t("account.helpers.receipt")}</a> },
      ]}
    />
  );
}
