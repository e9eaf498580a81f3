import { OPENING_REASONS } from "#app/domain/person/paper-forms.ts";
import { ChoiceGroup, type FormState } from "../../components/form.tsx";
import { useT } from "../../i18n/context.tsx";

/** Asks why a record is opened in the clear; the answer goes to the audit. */
export function OpeningReasons({ form }: { form: FormState }) {
  const t = useT();
  return <ChoiceGroup form={form} name="reason" kind="radio" legend={t("agent.paper.why")} options={OPENING_REASONS.map((one) => ({ value: one, text: t(`agent.paper.reason.${one}`) }))} />;
}

/** Above an opened sheet; stays on the screen. */
export function SheetTools({ back }: { back: string }) {
  const t = useT();
  return (
    <>
      <p className="sorts no-print"><a href={back}>← {t("agent.paper.back")}</a><button className="button" type="button" hidden data-print="">{t("agent.paper.print")}</button></p>
      <p className="soft no-print">{t("agent.paper.blanks")}</p>
      <script type="module" src="/enhance/share.js" />
    </>
  );
}
