import type { RegionOption } from "#app/data/read-models/options.server.ts";
import { FUND_LINES, WORKFARE_CLASSES } from "#app/domain/workfare/terms.ts";
import { Button, ChoiceGroup, Field, type FormState } from "../../components/form.tsx";
import { useName, useT } from "../../i18n/context.tsx";

/** What a project is, where, when and from which funds. */
export function ProjectForm({ form, places, town, submit }: { form: FormState; places: readonly RegionOption[]; town: string; submit: string }) {
  const t = useT();
  const name = useName();
  return (
    <form method="post" className="stack">
      <input type="hidden" name="version" value={String(form.values.version ?? "0")} />
      <Field form={form} name="name" label={t("workfare.form.name")} hint={t("workfare.form.nameHint")} maxLength={100} />
      <ChoiceGroup form={form} name="kind" kind="radio" legend={t("workfare.form.kind")} options={WORKFARE_CLASSES.map((one) => ({ value: one, text: t(`workfare.kind.${one}`), hint: t(`workfare.kindSays.${one}`) }))} />
      <div className="field-row">
        <Field form={form} name="approvedOn" type="date" label={t("workfare.form.approvedOn")} hint={t("workfare.form.approvedHint")} />
        <Field form={form} name="approvalRef" label={t("workfare.form.approvalRef")} maxLength={80} />
      </div>
      <fieldset className="choices field">
        <legend id={`funds.${FUND_LINES[0]}-legend`}>{t("workfare.form.funds")}</legend>
        <span className="hint">{t("workfare.form.fundsHint")}</span>
        <div className="field-row notice-after">{FUND_LINES.map((line) => <Field key={line} form={form} name={`funds.${line}`} label={t(`terms.fundLine.${line}`)} inputMode="decimal" />)}</div>
      </fieldset>
      <div className="field-row">
        <Field form={form} name="labourSharePct" label={t("workfare.form.share")} type="number" min={1} max={100} />
        <Field form={form} name="dayRateYuan" label={t("workfare.form.rate")} inputMode="decimal" />
        <Field form={form} name="hoursPerDay" label={t("workfare.form.hours")} type="number" min={4} max={10} />
      </div>
      <div className="field-row">
        <Field form={form} name="startsOn" type="date" label={t("workfare.form.startsOn")} />
        <Field form={form} name="lastOn" type="date" label={t("workfare.form.lastOn")} />
      </div>
      <ChoiceGroup form={form} name="places" kind="checkbox" legend={t("workfare.form.places")} hint={t("workfare.form.placesHint")} look="touch" options={places.map((one) => ({ value: one.code, text: one.code === town ? t("workfare.form.wholeTown", { town: name(one.name) }) : name(one.name) }))} />
      <p><Button>{submit}</Button></p>
    </form>
  );
}
