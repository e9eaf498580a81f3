import { Button, Field, type FormState, Tick } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { useT } from "../../i18n/context.tsx";

/** Where the subsidies go: the person's own account, said by themselves or, over the one that was `seen`, by an officer. The number is never shown again. */
export function AccountForm({ form, seen }: { form: FormState; seen?: string }) {
  const t = useT();
  const mine = form.problems.length > 0 && form.values.intent === "account";
  const state: FormState = mine ? form : { values: {}, problems: [] };
  return (
    <Fold summary={t("welfare.case.setAccount")} open={mine}>
      <form method="post" className="stack">
        {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
        <div className="field-row">
          <Field form={state} name="bankName" label={t("welfare.case.bank")} maxLength={40} />
          <Field form={state} name="account" inputMode="numeric" autoComplete="off" label={t("welfare.case.number")} hint={t("welfare.case.numberHint")} maxLength={40} />
        </div>
        <Tick form={state} name="ownName" label={t(seen === undefined ? "welfare.case.ownAccount" : "welfare.case.theirAccount")} />
        <p><Button kind="quiet" name="intent" value="account">{t("welfare.case.saveAccount")}</Button></p>
      </form>
    </Fold>
  );
}
