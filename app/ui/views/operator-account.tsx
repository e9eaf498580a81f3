import type { OperatorLine, readOperatorPlaces } from "#app/data/read-models/operator-accounts.server.ts";
import type { FormState } from "../components/form.tsx";
import { Select } from "../components/form.tsx";
import { Tag } from "../components/tag.tsx";
import { useName, useT } from "../i18n/context.tsx";

const TONES = { ACTIVE: "pine", INVITED: "loess", LAPSED: "danger", CLOSED: undefined } as const;

export function OperatorTag({ state }: Pick<OperatorLine, "state">) {
  const t = useT();
  return <Tag tone={TONES[state]}>{t(`operators.states.${state}`)}</Tag>;
}

export function WorksFor({ of }: { of: Pick<OperatorLine, "body" | "brand"> }) {
  const t = useT();
  const name = useName();
  const all = [of.body?.name, of.brand && name(of.brand.name)].filter(Boolean);
  return all.length === 0 ? <span className="soft">{t("operators.nowhere")}</span> : <>{all.join(" · ")}</>;
}

/** What an account works for; what it works for now stays to be chosen, though it be over. */
export function PlaceFields({ form, places, now }: { form: FormState; places: Awaited<ReturnType<typeof readOperatorPlaces>>; now?: Pick<OperatorLine, "body" | "brand"> }) {
  const t = useT();
  const name = useName();
  const keep = <T extends { id: string }>(list: T[], one: T | null | undefined) => (one && !list.some(({ id }) => id === one.id) ? [one, ...list] : list);
  return (
    <>
      <Select form={form} name="bodyId" label={t("operators.body")} empty={t("operators.noBody")} options={keep(places.bodies, now?.body).map((one) => ({ value: one.id, text: one.name }))} />
      <Select form={form} name="brandId" label={t("operators.brand")} empty={t("operators.noBrand")} options={keep(places.brands, now?.brand).map((one) => ({ value: one.id, text: name(one.name) }))} />
    </>
  );
}
