import type { RegionOption } from "#app/data/read-models/options.server.ts";
import { FUND_LINES, WORKFARE_CLASSES } from "#app/domain/workfare/terms.ts";
import { Button, ChoiceGroup, Field, type FormState, Select } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { ADD_TOWN } from "./form-values.ts";

/** The form as it was sent, with the townships that it shows. */
export interface PlacesSent extends FormState { places: RegionOption[] }

/** Townships with their villages as the form offers them; where there are several, a village is named with its township. */
function placeOptions(places: readonly RegionOption[], say: { name: ReturnType<typeof useName>; whole(town: string): string; between: string }) {
  const towns = new Map(places.filter((one) => one.code.length === 9).map((one) => [one.code, say.name(one.name)]));
  return places.map((one) => {
    const town = towns.get(one.code);
    const text = town === undefined ? [towns.size > 1 ? towns.get(one.code.slice(0, 9)) : undefined, say.name(one.name)].filter(Boolean).join(say.between) : say.whole(town);
    return { value: one.code, text };
  });
}

/** What a project is, where, when and from which funds. */
export function ProjectForm({ form, places, towns, submit }: { form: FormState; places: readonly RegionOption[]; towns: readonly { county: { zh: string; en: string }; towns: readonly RegionOption[] }[]; submit: string }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const shown = places.filter((one) => one.code.length === 9).map((one) => one.code);
  // a project is in one county
  const more = towns.flatMap((one) => one.towns).filter((one) => shown[0] !== undefined && one.code.startsWith(shown[0].slice(0, 6)) && !shown.includes(one.code));
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
      {shown.map((town) => <input key={town} type="hidden" name="town" value={town} />)}
      <ChoiceGroup form={form} name="places" kind="checkbox" legend={t("workfare.form.places")} hint={t("workfare.form.placesHint")} look="touch"
        options={placeOptions(places, { name, whole: (town) => t("workfare.form.wholeTown", { town }), between: locale === "zh" ? "" : ", " })} />
      <p><Button>{submit}</Button></p>
      {more.length > 0 && <Fold summary={t("workfare.form.moreTowns")} open={form.values.intent === ADD_TOWN}>
        <Select form={form} name="addTown" label={t("workfare.form.addTown")} hint={t("workfare.form.addTownHint")} options={more.map((one) => ({ value: one.code, text: name(one.name) }))} />
        <p className="notice-after"><Button kind="quiet" name="intent" value={ADD_TOWN} formAction="#places">{t("workfare.form.showTown")}</Button></p>
      </Fold>}
    </form>
  );
}
