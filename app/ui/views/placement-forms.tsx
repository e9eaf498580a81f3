import type { PlacementPageView } from "#app/data/read-models/placement-page.server.ts";
import type { Role } from "#app/domain/terms.ts";
import { Button, Field, type FormState, Select, TextArea } from "../components/form.tsx";
import { Fold } from "../components/page.tsx";
import { useT } from "../i18n/context.tsx";

/** What each party can show; a phone check is the bureau's own. */
export function evidenceFor(role: Role): ("STATEMENT" | "CONTRACT" | "PAY_RECORD" | "PHONE_CHECK")[] {
  return role === "OFFICER" ? ["PHONE_CHECK", "CONTRACT", "PAY_RECORD", "STATEMENT"] : ["STATEMENT", "CONTRACT", "PAY_RECORD"];
}

/** One form for each thing the visitor may report now; the likeliest stands open. */
export function ReportForms({ actions, form, role, today }: { actions: PlacementPageView["actions"]; form: FormState; role: Role; today: string }) {
  const t = useT();
  if (actions.length === 0) return null;
  const likeliest = actions.includes("ON_THE_JOB") ? "ON_THE_JOB" : actions[0];
  const failed = form.problems.length > 0 ? form.values.kind : undefined;
  return (
    <section className="panel">
      <h2>{t("me.placement.actions")}</h2>
      {actions.map((kind) => {
        const own: FormState = failed === kind ? form : { values: { happenedOn: today, evidence: evidenceFor(role)[0] }, problems: [] };
        return (
          <Fold key={kind} summary={t(`me.placement.do${kind}`)} open={failed ? failed === kind : kind === likeliest}>
            <form method="post">
              <input type="hidden" name="kind" value={kind} />
              <div className="field-row">
                <Field form={own} id={`day-${kind}`} name="happenedOn" type="date" max={today} label={t("me.placement.day")} />
                {kind !== "ENDED" && <Select form={own} id={`evidence-${kind}`} name="evidence" label={t("me.placement.evidenceLabel")} options={evidenceFor(role).map((one) => ({ value: one, text: t(`terms.evidence.${one}`) }))} />}
                {kind !== "ENDED" && role !== "SEEKER" && <Field form={own} id={`ref-${kind}`} name="evidenceRef" maxLength={120} label={t("me.placement.refLabel")} hint={t("me.placement.refHint")} />}
              </div>
              {kind === "ENDED" && <Field form={own} id={`reason-${kind}`} name="reason" maxLength={300} label={t("me.placement.endReason")} />}
              <p className="notice-after"><Button kind={kind === "ENDED" ? "quiet" : "main"}>{t(`me.placement.do${kind}`)}</Button></p>
            </form>
          </Fold>
        );
      })}
    </section>
  );
}

export function ReverseForm({ eventId, form }: { eventId: string; form: FormState }) {
  const t = useT();
  const mine = form.problems.length > 0 && form.values.eventId === eventId;
  const own: FormState = mine ? form : { values: {}, problems: [] };
  return (
    <Fold summary={t("me.placement.reverse")} open={mine}>
      <form method="post" className="stack">
        <input type="hidden" name="eventId" value={eventId} />
        <TextArea form={own} name={`reason`} id={`reason-${eventId}`} rows={2} maxLength={300} label={t("me.placement.reverseReason")} />
        <Button kind="danger" size="small" name="intent" value="reverse">{t("me.placement.reverseSend")}</Button>
      </form>
    </Fold>
  );
}

/** What was really paid for a month; it feeds the ad's honest-ad score without a name. */
export function PayForm({ form, month, days }: { form: FormState; month: string; days: boolean }) {
  const t = useT();
  const mine = form.problems.length > 0 && form.values.intent === "pay";
  const own: FormState = mine ? form : { values: { month }, problems: [] };
  return (
    <section className="panel">
      <h2>{t("recruit.pay.title")}</h2>
      <p className="soft">{t("recruit.pay.says")}</p>
      <form method="post">
        <div className="field-row">
          <Field form={own} name="month" short label={t("recruit.pay.month")} hint={t("recruit.pay.monthHint")} maxLength={7} />
          <Field form={own} name="monthlyYuan" type="number" inputMode="decimal" short min={0} step="any" label={t("recruit.pay.yuan")} />
          {days && <Field form={own} name="days" type="number" inputMode="numeric" short min={0} max={31} label={t("welfare.job.days")} hint={t("welfare.job.daysHint")} />}
        </div>
        <p className="notice-after"><Button kind="quiet" name="intent" value="pay">{t("recruit.pay.send")}</Button></p>
      </form>
    </section>
  );
}

/** How many days somebody worked in a month, as their employer or the bureau says. */
export function DaysForm({ form, month }: { form: FormState; month: string }) {
  const t = useT();
  const mine = form.problems.length > 0 && form.values.intent === "days";
  const own: FormState = mine ? form : { values: { month }, problems: [] };
  return (
    <section className="panel">
      <h2>{t("welfare.job.title")}</h2>
      <form method="post">
        <div className="field-row">
          <Field form={own} name="month" id="days-month" short label={t("welfare.job.month")} hint={t("welfare.attendance.monthHint")} maxLength={7} />
          <Field form={own} name="days" type="number" inputMode="numeric" short min={0} max={31} label={t("welfare.attendance.count")} hint={t("welfare.job.daysHint")} />
        </div>
        <p className="notice-after"><Button kind="quiet" name="intent" value="days">{t("welfare.job.save")}</Button></p>
      </form>
    </section>
  );
}
