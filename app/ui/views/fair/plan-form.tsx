import { FAIR_KINDS } from "#app/domain/fair/steps.ts";
import { Field, type FormState, type Options, Select, TextArea } from "../../components/form.tsx";
import { useT } from "../../i18n/context.tsx";

/** What is said of a fair when it is planned, and when the plan is changed. */
export function FairFields({ form, drives }: { form: FormState; drives: Options }) {
  const t = useT();
  return (
    <>
      <Field form={form} name="title" label={t("fairs.bureau.name")} maxLength={80} />
      <Select form={form} name="kind" label={t("fairs.bureau.kind")} options={FAIR_KINDS.map((value) => ({ value, text: t(`fairs.kind.${value}`) }))} short />
      <Field form={form} name="place" label={t("fairs.bureau.place")} hint={t("fairs.bureau.placeHint")} maxLength={80} />
      <Field form={form} name="address" label={t("fairs.bureau.address")} maxLength={200} />
      <Field form={form} name="startsAt" label={t("fairs.bureau.startsAt")} type="datetime-local" short />
      <Field form={form} name="endsAt" label={t("fairs.bureau.endsAt")} type="datetime-local" short />
      <Field form={form} name="booths" label={t("fairs.bureau.boothCount")} type="number" inputMode="numeric" short min={1} />
      <Field form={form} name="phone" label={t("fairs.bureau.phone")} maxLength={20} short />
      <TextArea form={form} name="says" label={t("fairs.bureau.words")} hint={t("fairs.bureau.wordsHint")} rows={3} maxLength={500} />
      <Select form={form} name="driveId" label={t("fairs.bureau.drive")} empty={t("fairs.bureau.noDrive")} options={drives} />
    </>
  );
}
