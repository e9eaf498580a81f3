import type { RegionOption } from "#app/data/read-models/options.server.ts";
import type { Place } from "#app/data/read-models/register-form.server.ts";
import type { FundLine, QuotaLine } from "#app/data/read-models/welfare-quotas.server.ts";
import { WELFARE_KINDS } from "#app/domain/terms.ts";
import { Button, Field, type FormState, Select } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { ProgressShare, Table } from "../../components/records.tsx";
import { useName, useT } from "../../i18n/context.tsx";
import { formatCount, formatYuan } from "../../i18n/format.ts";

export function FundTable({ funds, file }: { funds: readonly FundLine[]; file: string }) {
  const t = useT();
  const name = useName();
  return (
    <Table
      cards caption={t("welfare.quotas.funds")} file={file} rows={funds} rowKey={(one) => one.id}
      columns={[
        { key: "fund", head: t("welfare.quotas.fund"), rowHead: true, cell: (one) => one.fundSource },
        { key: "county", head: t("welfare.quotas.county"), cell: (one) => name(one.county) },
        { key: "amount", head: t("welfare.quotas.amount"), number: true, cell: (one) => formatYuan(one.amountFen) },
        { key: "promised", head: t("welfare.quotas.promised"), number: true, cell: (one) => formatYuan(one.committedFen) },
        { key: "left", head: t("welfare.quotas.left"), number: true, cell: (one) => formatYuan(one.amountFen - one.committedFen) },
        { key: "share", head: t("welfare.quotas.share"), cell: (one) => <ProgressShare share={one.amountFen === 0 ? 0 : one.committedFen / one.amountFen} /> },
        { key: "document", head: t("welfare.quotas.document"), cell: (one) => one.documentNumber ?? "—" },
      ]}
    />
  );
}

export function QuotaTable({ quotas, file }: { quotas: readonly QuotaLine[]; file: string }) {
  const t = useT();
  const name = useName();
  return (
    <Table
      cards dense caption={t("welfare.quotas.quotas")} file={file} rows={quotas} rowKey={(one) => one.id}
      columns={[
        { key: "village", head: t("welfare.quotas.village"), rowHead: true, cell: (one) => name(one.village) },
        { key: "kind", head: t("welfare.quotas.kind"), cell: (one) => t(`welfare.kind.${one.kind}`) },
        { key: "fund", head: t("welfare.quotas.fund"), cell: (one) => one.fundSource },
        { key: "posts", head: t("welfare.quotas.posts"), number: true, cell: (one) => formatCount(one.posts) },
        { key: "set", head: t("welfare.quotas.set"), number: true, cell: (one) => formatCount(one.taken) },
        { key: "free", head: t("welfare.quotas.free"), number: true, cell: (one) => formatCount(one.posts - one.taken) },
        { key: "filled", head: t("welfare.quotas.filled"), number: true, cell: (one) => formatCount(one.filled) },
        { key: "pay", head: t("welfare.quotas.pay"), number: true, cell: (one) => formatYuan(one.monthlyFen) },
        { key: "hours", head: t("welfare.quotas.hours"), number: true, cell: (one) => formatCount(one.hours) },
        { key: "open", head: t("welfare.quotas.open"), cell: (one) => <a className="row-link" href={`/bureau/welfare/quotas/${one.id}`} aria-label={`${t("welfare.quotas.open")}${t("common.colon")}${name(one.village)} ${t(`welfare.kind.${one.kind}`)} ${one.id.slice(-4)}`}>{t("welfare.quotas.open")}</a> },
      ]}
    />
  );
}

/** The form that failed comes back filled in, the other one fresh. */
const own = (form: FormState, intent: string, fresh: FormState["values"]): FormState => (form.problems.length > 0 && form.values.intent === intent ? form : { values: fresh, problems: [] });

/** Sent back once the officer has been told what stands. */
const StandingVersion = ({ form }: { form: FormState }) => (form.values.version === undefined ? null : <input type="hidden" name="version" value={String(form.values.version)} />);

export function FundForm({ form, year, counties }: { form: FormState; year: number; counties: readonly RegionOption[] }) {
  const t = useT();
  const name = useName();
  const mine = own(form, "fund", { year: String(year), countyCode: counties.length === 1 ? counties[0]!.code : "" });
  return (
    <Fold summary={t("welfare.quotas.newFund")} open={mine === form}>
      <form method="post" className="stack">
        <StandingVersion form={mine} />
        <div className="field-row">
          <Select form={mine} name="countyCode" label={t("welfare.quotas.county")} empty={t("common.choose")} options={counties.map((one) => ({ value: one.code, text: name(one.name) }))} />
          <Field form={mine} name="fundSource" label={t("welfare.quotas.fund")} maxLength={80} />
          <Field form={mine} name="year" id="fund-year" label={t("welfare.quotas.year")} type="number" short />
        </div>
        <div className="field-row">
          <Field form={mine} name="amountYuan" label={t("welfare.quotas.amount")} type="number" inputMode="decimal" min={1} step="any" short />
          <Field form={mine} name="documentNumber" id="fund-document" label={t("welfare.quotas.document")} maxLength={80} />
        </div>
        <p><Button kind="quiet" name="intent" value="fund">{t("welfare.quotas.saveFund")}</Button></p>
      </form>
    </Fold>
  );
}

export function QuotaForm({ form, funds, places, year }: { form: FormState; funds: readonly FundLine[]; places: { town: Place | null; villages: Place[]; parts: Place[] }; year: number }) {
  const t = useT();
  const name = useName();
  const mine = own(form, "quota", { kind: "GENERAL", posts: "2", hoursPerDay: "4", daysPerMonth: "22", fundId: funds.length === 1 ? funds[0]!.id : "" });
  const options = (list: readonly Place[]) => list.map((one) => ({ value: one.code, text: name(one.name) }));
  return (
    <Fold summary={t("welfare.quotas.newQuota")} open={mine === form || places.town !== null}>
      <p className="soft">{t("welfare.quotas.newQuotaSays")}</p>
      {places.town === null ? (
        <form method="get" className="field-row">
          <input type="hidden" name="year" value={year} />
          <Select form={{ values: {}, problems: [] }} name="in" label={t("welfare.quotas.town")} empty={t("common.choose")} options={options(places.parts)} />
          <p><Button kind="quiet">{t("welfare.quotas.show")}</Button></p>
        </form>
      ) : (
        <form method="post" className="stack">
          <StandingVersion form={mine} />
          <div className="field-row">
            <Select form={mine} name="fundId" label={t("welfare.quotas.fund")} empty={t("common.choose")} options={funds.map((one) => ({ value: one.id, text: `${one.fundSource} · ${name(one.county)}` }))} />
            <Select form={mine} name="regionCode" label={t("welfare.quotas.villageCode")} empty={t("common.choose")} options={options(places.villages)} />
            <Select form={mine} name="kind" label={t("welfare.quotas.kind")} options={WELFARE_KINDS.map((one) => ({ value: one, text: t(`welfare.kind.${one}`) }))} />
          </div>
          <div className="field-row">
            <Field form={mine} name="posts" label={t("welfare.quotas.posts")} type="number" inputMode="numeric" min={1} short />
            <Field form={mine} name="monthlyYuan" label={t("welfare.quotas.pay")} type="number" inputMode="decimal" min={1} step="any" short />
            <Field form={mine} name="hoursPerDay" label={t("welfare.quotas.hoursPerDay")} type="number" inputMode="numeric" min={1} max={8} short />
            <Field form={mine} name="daysPerMonth" label={t("welfare.quotas.daysPerMonth")} type="number" inputMode="numeric" min={1} max={31} short />
          </div>
          <Field form={mine} name="documentNumber" label={t("welfare.quotas.document")} maxLength={80} />
          <p className="notice-after"><Button name="intent" value="quota">{t("welfare.quotas.saveQuota")}</Button></p>
        </form>
      )}
    </Fold>
  );
}
