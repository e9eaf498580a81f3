import type { NeedPage } from "#app/data/read-models/training-needs.server.ts";
import { Button, Field, type FormState, Select } from "../../components/form.tsx";
import { useT } from "../../i18n/context.tsx";

/** A class for a need, and how many of its list are asked to come. */
export function FillForm({ form, entryKey, need }: { form: FormState; entryKey: string; need: NeedPage }) {
  const t = useT();
  if (need.courses.length === 0) return <p>{t("needs.fill.noCourse")} <a href={`/bureau/training/courses?${new URLSearchParams({ need: need.id, county: need.countyCode, occupation: need.occupationCode, kind: need.kind, level: need.level ?? "" })}`}>{t("needs.fill.addCourse")}</a></p>;
  if (need.bodies.length === 0) return <p>{t("training.plan.noChoices")} <a href="/bureau/training/bodies">{t("training.bodies.title")}</a></p>;
  return (
    <form method="post" className="stack">
      <p className="soft">{t("needs.fill.says")}</p>
      <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
      <Field form={form} name="invite" label={t("needs.fill.invite")} hint={t("needs.fill.inviteHint")} type="number" inputMode="numeric" short min={1} max={500} />
      <Select form={form} name="courseId" label={t("needs.fill.course")} options={need.courses.map((one) => ({ value: one.id, text: one.title }))} />
      <Select form={form} name="bodyId" label={t("training.plan.body")} options={need.bodies.map((one) => ({ value: one.id, text: one.name }))} />
      <Field form={form} name="place" label={t("training.plan.place")} maxLength={120} />
      <Field form={form} name="startsOn" label={t("training.plan.startsOn")} type="date" short />
      <Field form={form} name="lastOn" label={t("training.plan.lastOn")} type="date" short />
      <Field form={form} name="places" label={t("training.plan.places")} type="number" inputMode="numeric" short min={1} max={500} />
      <Select form={form} name="funds" label={t("training.plan.funds")} options={(["PUBLIC", "OTHER"] as const).map((value) => ({ value, text: t(`training.plan.${value}`) }))} short />
      <Field form={form} name="teacher" label={t("training.plan.teacher")} maxLength={40} />
      <p><Button>{t("needs.fill.submit")}</Button></p>
    </form>
  );
}
