import type { BrandPage } from "#app/data/read-models/brand-pages.server.ts";
import type { Day } from "#app/domain/dates.ts";
import { Button, emptyForm, Field, type FormState, TextArea } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { useProblemText, useT } from "../../i18n/context.tsx";
import { ChangedMeanwhile } from "../changed-meanwhile.tsx";

/** The fields in which a brand tells of itself, for registering and for changing. */
export function BrandWords({ form }: { form: FormState }) {
  const t = useT();
  return (
    <>
      <Field form={form} name="nameEn" label={t("brands.desk.nameEn")} maxLength={120} />
      <TextArea form={form} name="storyZh" label={t("brands.desk.storyZh")} rows={5} maxLength={2_000} />
      <TextArea form={form} name="storyEn" label={t("brands.desk.storyEn")} rows={5} maxLength={3_000} />
      <TextArea form={form} name="pledge" label={t("brands.desk.pledge")} rows={3} maxLength={500} />
      <Field form={form} name="holderName" label={t("brands.desk.holderName")} maxLength={120} />
      <Field form={form} name="holderCreditCode" label={t("brands.desk.holderCreditCode")} maxLength={30} autoComplete="off" />
      <TextArea form={form} name="levels" label={t("brands.desk.levels")} hint={t("brands.desk.levelsHint")} rows={3} maxLength={200} />
    </>
  );
}

/** What a brand tells, its standard and its mark, each a form that is sent by itself. */
export function BrandForms({ page, sent, today }: { page: BrandPage; sent: FormState | undefined; today: Day }) {
  const t = useT();
  const say = useProblemText();
  const of = (intent: string, otherwise: FormState["values"]) => (sent?.values.intent === intent ? sent : emptyForm(otherwise));
  const told = {
    nameEn: page.nameEn, storyZh: page.story.zh ?? "", storyEn: page.story.en ?? "", pledge: page.pledge ?? "", holderName: page.holder?.name ?? "", holderCreditCode: page.holder?.creditCode ?? "", levels: page.levels.join("\n"),
  };
  const wrong = sent?.values.intent === "mark" ? sent.problems : [];
  const label = (key: keyof typeof told) => t(`brands.desk.${key}`);
  return (
    <>
      <Fold summary={t("brands.desk.edit")} open={sent?.values.intent === "change"}>
        {sent?.values.intent === "change" && <ChangedMeanwhile form={sent} fields={(Object.keys(told) as (keyof typeof told)[]).map((key) => ({ name: key, label: label(key), now: told[key] }))} />}
        <form method="post" className="stack">
          <input type="hidden" name="version" value={page.version} />
          <BrandWords form={of("change", told)} />
          <p><Button name="intent" value="change">{t("brands.desk.save")}</Button></p>
        </form>
      </Fold>
      <Fold summary={t("brands.desk.standard")} open={sent?.values.intent === "standard"}>
        <form method="post" className="stack">
          <input type="hidden" name="version" value={page.version} />
          <Field form={of("standard", { validFrom: today })} name="validFrom" label={t("brands.desk.standardFrom")} type="date" short />
          <TextArea form={of("standard", { standard: page.standard?.text ?? "" })} name="standard" label={t("brands.desk.standardText")} rows={6} maxLength={4_000} />
          <p><Button name="intent" value="standard">{t("brands.desk.standardSave")}</Button></p>
        </form>
      </Fold>
      <Fold summary={t("brands.desk.mark")} open={wrong.length > 0}>
        <form method="post" encType="multipart/form-data" className="stack">
          <div className={wrong.length > 0 ? "field wrong" : "field"}>
            <label className="label" htmlFor="photo">{t("brands.desk.mark")}</label>
            <span className="hint" id="photo-hint">{t("brands.desk.markHint")}</span>
            {wrong.map((problem) => <span className="error" key={problem.code}>{say(problem)}</span>)}
            <input className="input" type="file" id="photo" name="photo" accept="image/jpeg,image/png,image/webp,image/heic" aria-describedby="photo-hint" />
          </div>
          <p><Button name="intent" value="mark">{t("brands.desk.markSave")}</Button></p>
        </form>
      </Fold>
    </>
  );
}
