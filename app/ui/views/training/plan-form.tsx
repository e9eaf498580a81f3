import type { SkillLevel } from "#app/domain/terms.ts";
import { Button, Field, type FormState, Select } from "../../components/form.tsx";
import { useT } from "../../i18n/context.tsx";

interface Choices {
  form: FormState;
  entryKey: string;
  courses: readonly { id: string; title: string; level: SkillLevel | null }[];
  bodies: readonly { id: string; name: string }[];
}

/** A class to be planned; sent twice it is one, by the key of its form. */
export function PlanForm({ form, entryKey, courses, bodies }: Choices) {
  const t = useT();
  return (
    <form method="post" className="stack">
      <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
      <Select form={form} name="courseId" label={t("training.plan.course")} options={courses.map((one) => ({ value: one.id, text: one.level ? `${one.title} · ${t(`terms.skillLevel.${one.level}`)}` : one.title }))} />
      <Select form={form} name="bodyId" label={t("training.plan.body")} options={bodies.map((one) => ({ value: one.id, text: one.name }))} />
      <Field form={form} name="place" label={t("training.plan.place")} maxLength={120} />
      <Field form={form} name="startsOn" label={t("training.plan.startsOn")} type="date" short />
      <Field form={form} name="lastOn" label={t("training.plan.lastOn")} type="date" short />
      <Field form={form} name="places" label={t("training.plan.places")} type="number" inputMode="numeric" short min={1} max={500} />
      <Select form={form} name="funds" label={t("training.plan.funds")} options={(["PUBLIC", "OTHER"] as const).map((value) => ({ value, text: t(`training.plan.${value}`) }))} short />
      <Field form={form} name="teacher" label={t("training.plan.teacher")} maxLength={40} />
      <p><Button>{t("training.plan.submit")}</Button></p>
    </form>
  );
}
