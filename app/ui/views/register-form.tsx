import type { RegisterFormView } from "#app/data/read-models/register-form.server.ts";
import { CONSENT_PURPOSES } from "#app/domain/person/identity.ts";
import { HEARD_BY, LEAST_PAYS, LONGEST_OWN_WORDS, REACHES } from "#app/domain/person/registration.ts";
import { Button, ChoiceGroup, ErrorSummary, Field, type FormState, Select } from "../components/form.tsx";
import { Fold } from "../components/page.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { groupOccupations } from "../options.ts";
import { payText } from "./registration-words.ts";

/** What a fresh form already says, so that an agent only changes what is different. */
export function freshRegistration(view: Pick<RegisterFormView, "villages" | "lastVillage">, entryKey: string): FormState["values"] {
  const last = view.villages.find(({ code }) => code === view.lastVillage)?.code;
  return { entryKey, homeRegionCode: last ?? (view.villages.length === 1 ? view.villages[0]!.code : ""), reach: "PROVINCE", leastPay: "3000", consentHow: "AGENT" };
}

/** The whole registration on one page: three fields to type, the rest by touch. Works by itself; script adds what a weak signal needs. */
export function RegisterForm({ form, view, action }: { form: FormState; view: RegisterFormView; action: string }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const said = { "data-id-born": t("agent.form.born", { day: "{{day}}", sex: "{{sex}}" }), "data-id-wrong": t("errors.id-checksum"), "data-id-short": t("agent.form.idCount", { n: "{{n}}" }) };
  return (
    <>
      <ErrorSummary form={form} />
      <form method="post" action={action} className="register notice-after" data-register="" {...said} data-f={t("terms.sex.F")} data-m={t("terms.sex.M")}>
        <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? "")} />
        <Field form={form} name="name" label={t("agent.fact.name")} hint={t("agent.form.nameHint")} autoComplete="off" maxLength={80} required />
        <Field form={form} name="idNumber" label={t("agent.form.id")} autoComplete="off" maxLength={24} required />
        <p className="hint" id="id-read" role="status" aria-live="polite" />
        <Field form={form} name="phone" label={t("agent.form.phone")} hint={t("agent.form.phoneHint")} inputMode="numeric" autoComplete="off" maxLength={20} />
        <Select form={form} name="homeRegionCode" label={t("agent.fact.homeRegionCode")} empty={view.villages.length > 1 ? t("common.choose") : undefined} options={view.villages.map((one) => ({ value: one.code, text: name(one.name) }))} />
        <ChoiceGroup form={form} name="occupationCodes" kind="checkbox" look="touch" legend={t("agent.form.trades")} hint={t("agent.form.tradesHint")} options={view.common.map((one) => ({ value: one.code, text: name(one.name) }))} />
        <Field form={form} name="ownWords" label={t("agent.form.ownWords")} hint={t("agent.form.ownWordsHint")} maxLength={LONGEST_OWN_WORDS * 2} autoComplete="off" />
        <Fold summary={t("agent.form.otherTrade")}>
          <Select form={{ ...form, problems: [] }} name="occupationCodes" id="other-trade" label={t("agent.form.otherTradeLabel")} empty={t("common.none")} options={groupOccupations(view.others, name)} value={pickOther(form, view)} />
        </Fold>
        <ChoiceGroup form={form} name="reach" kind="radio" look="touch" legend={t("agent.form.reach")} options={REACHES.map((one) => ({ value: one, text: t(`agent.reach.${one}`) }))} />
        <ChoiceGroup form={form} name="leastPay" kind="radio" look="touch" legend={t("agent.form.pay")} options={LEAST_PAYS.map((one) => ({ value: String(one), text: payText(one, locale) }))} />
        <ChoiceGroup form={form} name="needsHousing" kind="checkbox" look="touch" legend={t("agent.form.housing")} options={[{ value: "on", text: t("agent.form.housingYes") }]} />
        <ChoiceGroup form={form} name="consents" kind="checkbox" legend={t("agent.form.consents")} hint={t("agent.form.consentsHint")} options={CONSENT_PURPOSES.map((one) => ({ value: one, text: t(`agent.consent.${one}`), hint: one === "SERVICE" ? t("agent.form.needed") : undefined }))} />
        <ChoiceGroup form={form} name="consentHow" kind="radio" look="touch" legend={t("agent.form.how")} options={HEARD_BY.map((one) => ({ value: one, text: t(`agent.how.${one}`) }))} />
        <Field form={form} name="sheetNumber" label={t("agent.form.sheet")} hint={t("agent.form.sheetHint")} short maxLength={40} autoComplete="off" />
        <p className="notice-after"><Button size="big">{t("agent.form.submit")}</Button></p>
        <p className="hint notice-after" role="status" aria-live="polite" data-register-says="" />
      </form>
    </>
  );
}

function pickOther(form: FormState, view: RegisterFormView): string {
  const chosen = ([] as string[]).concat(form.values.occupationCodes ?? []);
  return chosen.find((code) => view.others.some((one) => one.code === code)) ?? "";
}
