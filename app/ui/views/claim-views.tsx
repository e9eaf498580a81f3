import type { ClaimLine, PersonClaimsView } from "#app/data/read-models/claims-pages.server.ts";
import type { Entitlement } from "#app/domain/claim/entitlement.ts";
import { claimKey } from "#app/domain/claim/benefits.ts";
import { isOpen } from "#app/domain/claim/claim-state.ts";
import { RUNGS } from "#app/domain/placement/proof.ts";
import type { Citation } from "#app/domain/policy/rule-book.ts";
import type { PlaceClass } from "#app/domain/terms.ts";
import { Button, Field, type FormState } from "../components/form.tsx";
import { Table } from "../components/records.tsx";
import { Tag } from "../components/tag.tsx";
import { useLocale, useT } from "../i18n/context.tsx";
import { formatDay, formatDayShort, formatYuan } from "../i18n/format.ts";
import { keyName } from "./rule-views.tsx";

/** Where an amount comes from: document, article, and how sure it is. */
export function CitationLine({ citation, at }: { citation: Citation; at: string }) {
  const t = useT();
  const locale = useLocale();
  const document = [citation.documentNumber, citation.article && t("policy.article", { n: citation.article })].filter(Boolean).join(" ");
  return (
    <>
      <a href={`/policy/${citation.key}`}>{document || citation.source}</a>{!document && <span className="faint"> {t("claims.noDocument")}</span>}{" "}
      {citation.certainty === "MEMORY" && <Tag tone="loess">{t("claims.toCheck")}</Tag>}
      <br /><span className="faint">{keyName(citation.key, locale)} · {citation.validTo !== null && citation.validTo > at ? t("claims.ruleUntil", { day: formatDay(citation.validTo, locale) }) : t("claims.ruleOpen", { day: formatDay(citation.validFrom, locale) })}{citation.certainty === "MEMORY" && <> · {t("claims.toCheckSays")}</>}</span>
    </>
  );
}

/** Each benefit of a year: what it brings and by which document, or what is missing; and how to ask for it. */
export function EntitlementList({ view, form, mayApply }: { view: PersonClaimsView; form: FormState; mayApply: boolean }) {
  return <div>{view.entitlements.map((one) => <EntitlementCard key={one.benefit} one={one} view={view} form={form} mayApply={mayApply} />)}</div>;
}

function EntitlementCard({ one, view, form, mayApply }: { one: Entitlement; view: PersonClaimsView; form: FormState; mayApply: boolean }) {
  const t = useT();
  const locale = useLocale();
  const key = claimKey(one.benefit, view.person.id, one.year, null);
  const claim = view.claims.find((line) => isOpen(line.state) && claimKey(line.benefit, view.person.id, line.year, null) === key);
  const money = one.amount ?? one.possible;
  const yuan = money === null ? "" : formatYuan(money.fen);
  const closed = !claim && one.lacking.some(({ code }) => code === "window-closed");
  const words = one.state === "OPEN" ? (["claims.amount", "claims.atMost"] as const) : closed ? (["claims.inYear", "claims.inYearMost"] as const) : (["claims.would", "claims.wouldMost"] as const);
  return (
    <section className="claim" id={`benefit-${one.benefit}`}>
      <h2>{t(`claims.benefit.${one.benefit}`)}</h2>
      <p className="soft">{t(`claims.benefitSays.${one.benefit}`)}</p>
      <p className="tags"><Tag tone={claim || one.state === "OPEN" ? "pine" : undefined}>{claim ? t(`claims.state.${claim.state}`) : t(closed ? "claims.state.CLOSED" : `claims.state.${one.state}`)}</Tag></p>
      {claim ? <p className="fen">{t("claims.amount", { n: formatYuan(claim.paidFen ?? claim.amountFen) })}</p> : money !== null && (
        <p className="fen">{t(words[one.atMost ? 1 : 0], { n: yuan })}</p>
      )}
      {one.perDay !== null && one.perDay.fen > 0 && !claim && <p>{t("claims.perDay", { n: formatYuan(one.perDay.fen), most: one.perDay.most })}</p>}
      {!claim && one.lacking.length > 0 && (
        <><h3>{t("claims.lacking")}</h3><ul className="lacking">{one.lacking.map((lack) => <li key={lack.code}>{t(`claims.lack.${lack.code}`, lack.params && { ...lack.params, ...(typeof lack.params.day === "string" ? { day: formatDay(lack.params.day, locale) } : {}) })}</li>)}</ul></>
      )}
      {(claim?.citation ?? money?.citation) && (
        <dl className="facts">
          <div><dt>{t("claims.by")}</dt><dd><CitationLine citation={claim?.citation ?? money!.citation} at={one.refDay} /></dd></div>
          {!claim && <div><dt>{t("claims.until")}</dt><dd>{one.applyUntil === null ? t("claims.noDeadline") : formatDay(one.applyUntil, locale)}</dd></div>}
          {one.state === "OPEN" && <div><dt>{t("claims.basis.head")}</dt><dd><BasisWords one={one} /></dd></div>}
          {!claim && !closed && <div><dt>{t("claims.bring")}</dt><dd>{one.bring.map((paper) => t(`claims.paper.${paper}`)).join(t("common.listed"))}</dd></div>}
        </dl>
      )}
      {mayApply && !claim && one.state === "OPEN" && (
        <form method="post" className="stack no-print">
          <input type="hidden" name="benefit" value={one.benefit} />
          <input type="hidden" name="year" value={one.year} />
          {one.perDay !== null && <DaysField form={form} benefit={one.benefit} most={one.perDay.most} />}
          <Button name="intent" value="apply">{t("claims.applyFor", { benefit: t(`claims.benefit.${one.benefit}`) })}</Button>
        </form>
      )}
    </section>
  );
}

/** The field is sent as `days`; its problem is told beside the one benefit it belongs to. */
function DaysField({ form, benefit, most }: { form: FormState; benefit: string; most: number }) {
  const t = useT();
  const here = form.values.benefit === benefit ? { values: form.values, problems: form.problems.map((one) => (one.field === `days-${benefit}` ? { ...one, field: "days" } : one)) } : { values: {}, problems: [] };
  return <Field form={here} name="days" id={`days-${benefit}`} label={t("claims.days")} type="number" min={1} max={most} short />;
}

export function BasisWords({ one }: { one: Pick<Entitlement, "basis" | "refDay"> }) {
  const t = useT();
  const locale = useLocale();
  const { basis } = one;
  const words = [
    basis.placeClass && t("claims.basis.place", { place: t(`terms.placeClass.${basis.placeClass as PlaceClass}`) }), basis.months !== undefined && t("claims.basis.months", { n: basis.months }),
    basis.averagePayFen !== undefined && t(basis.paySource === "POST" ? "claims.basis.payPost" : "claims.basis.pay", { n: formatYuan(basis.averagePayFen) }),
    basis.rung !== undefined && t("claims.basis.rung", { rung: t(`terms.rung.${RUNGS[basis.rung] ?? "NONE"}`) }), t("claims.basis.day", { day: formatDay(one.refDay, locale) }),
  ].filter(Boolean);
  return <>{words.join(locale === "zh" ? "；" : "; ")}</>;
}

/** What was asked for so far, with the reason of a refusal. */
export function MyClaims({ claims, mayWithdraw }: { claims: readonly ClaimLine[]; mayWithdraw: boolean }) {
  const t = useT();
  if (claims.length === 0) return <p className="soft">{t("claims.mineNone")}</p>;
  return (
    <Table cards dense caption={t("claims.mine")} rows={claims} rowKey={(one) => one.id} columns={[
      { key: "what", head: t("claims.what"), rowHead: true, cell: (one) => `${t(`claims.benefit.${one.benefit}`)} ${one.year}` },
      { key: "fen", head: t("claims.fen"), number: true, cell: (one) => t("claims.amount", { n: formatYuan(one.amountFen) }) },
      { key: "paid", head: t("claims.paid"), number: true, cell: (one) => (one.paidFen === null ? "—" : t("claims.amount", { n: formatYuan(one.paidFen) })) },
      { key: "state", head: t("claims.status"), cell: (one) => <>{t(`claims.state.${one.state}`)}{one.reason && <><br /><span className="faint">{one.reason}</span></>}</> },
      { key: "at", head: t("claims.at"), number: true, cell: (one) => formatDayShort(one.appliedAt) },
      ...(mayWithdraw ? [{ key: "do", head: t("claims.change"), cell: (one: ClaimLine) => (one.state === "APPLIED" ? <form method="post" className="cell-form"><input type="hidden" name="claimId" value={one.id} /><button className="button quiet small" type="submit" name="intent" value="withdraw" aria-label={`${t("claims.withdraw")} ${t(`claims.benefit.${one.benefit}`)} ${one.year}`}>{t("claims.withdraw")}</button></form> : null) }] : []),
    ]} />
  );
}
