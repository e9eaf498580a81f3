import type { RegionOption } from "#app/data/read-models/options.server.ts";
import { Button, Field, type FormState, Select } from "../components/form.tsx";
import { useName, useT } from "../i18n/context.tsx";

/** What is on record of a workshop: name, product, township, address. */
export function WorkshopForm({ form, towns, intent, version }: { form: FormState; towns: readonly RegionOption[]; intent: string; version?: number }) {
  const t = useT();
  const name = useName();
  return (
    <form method="post" className="stack">
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Field form={form} name="name" label={t("workshops.name")} hint={t("workshops.nameHint")} maxLength={80} />
      <Field form={form} name="product" label={t("workshops.product")} maxLength={80} />
      <Select form={form} name="townCode" label={t("workshops.town")} empty="—" options={towns.map((one) => ({ value: one.code, text: name(one.name) }))} />
      <Field form={form} name="address" label={t("workshops.address")} maxLength={200} />
      {version !== undefined && <Field form={form} name="closedOn" label={t("workshops.closedOn")} type="date" short />}
      <p><Button name="intent" value={intent}>{t("workshops.save")}</Button></p>
    </form>
  );
}
