import type { ApplicationView } from "#app/data/read-models/overseas-pages.server.ts";
import { Button, emptyForm, Field, type FormState, Select } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { useT } from "../../i18n/context.tsx";

/** The next step of one application, and taking back the last one. */
export function StepForm({ of, sent, today, bureau }: { of: ApplicationView; sent: FormState | undefined; today: string; bureau: boolean }) {
  const t = useT();
  const mine = sent?.values.applicationId === of.id ? sent : undefined;
  const form = mine?.values.intent === "step" ? mine : emptyForm({ happenedOn: today });
  const back = mine?.values.intent === "back" ? mine : emptyForm();
  const id = (name: string) => `${name}-${of.id}`;
  const hidden = <><input type="hidden" name="applicationId" value={of.id} /><input type="hidden" name="version" value={of.version} /></>;
  const last = of.path.filter((step) => step.state === "done" && step.what !== "DEPARTED").at(-1);
  return (
    <>
      {of.next !== null && (of.next !== "FILED" || bureau) && (
        <form method="post" className="stack">
          {hidden}
          <input type="hidden" name="step" value={of.next} />
          <div className="field-row">
            {of.next === "LANGUAGE" && <Select form={form} name="proof" id={id("proof")} label={t("overseas.company.proof")} options={of.language.map((proof) => ({ value: proof, text: t(`overseas.proof.${proof}`) }))} empty="—" />}
            <Field form={form} name="happenedOn" id={id("happenedOn")} label={`${t(`overseas.step.${of.next}`)}${t("common.colon")}${t("overseas.company.day")}`} type="date" short />
            <Field form={form} name="reference" id={id("reference")} label={t(of.next === "FILED" ? "overseas.desk.filingNumber" : "overseas.company.reference")} maxLength={80} />
          </div>
          <p><Button name="intent" value="step">{t(of.next === "FILED" ? "overseas.desk.file" : "overseas.company.save")}</Button></p>
        </form>
      )}
      {of.next === "FILED" && !bureau && <p>{t("overseas.company.wait")}</p>}
      {of.state === "OPEN" && last && last.what !== "APPLIED" && (last.what !== "FILED" || bureau) && (
        <Fold summary={t("overseas.company.back")} open={mine?.values.intent === "back"}>
          <form method="post" className="stack">{hidden}<Field form={back} name="reason" id={id("reason")} label={t("overseas.company.backReason")} maxLength={200} /><p><Button kind="quiet" name="intent" value="back">{t("overseas.company.backSave")}</Button></p></form>
        </Fold>
      )}
    </>
  );
}
