import { Button, Field, type FormState } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { useT } from "../../i18n/context.tsx";

/** Where the subsidies go. The number is never shown again. */
export function AccountForm({ form }: { form: FormState }) {
  const t = useT();
  const mine = form.problems.length > 0 && form.values.intent === "account";
  const own: FormState = mine ? form : { values: {}, problems: [] };
  return (
    <Fold summary={t("welfare.case.setAccount")} open={mine}>
      <form method="post" className="stack">
        <div className="field-row">
          <Field form={own} name="bankName" label={t("welfare.case.bank")} maxLength={80} />
          <Field form={own} name="number" id={mine ? "number" : "account-number"} inputMode="numeric" autoComplete="off" label={t("welfare.case.number")} hint={t("welfare.case.numberHint")} maxLength={40} />
        </div>
        <p><Button kind="quiet" name="intent" value="account">{t("welfare.case.saveAccount")}</Button></p>
      </form>
    </Fold>
  );
}
