import type { AskedView } from "#app/data/read-models/check-in-pages.server.ts";
import type { CheckInAnswer } from "#app/domain/checkin/check-in.ts";
import { Button, emptyForm, Field, type FormState } from "../components/form.tsx";
import { useT } from "../i18n/context.tsx";

export function useQuestion(): (kind: AskedView["kind"]) => string {
  const t = useT();
  return (kind) => t(kind === "ARRIVAL" ? "offers.check.arrival" : "offers.check.job");
}

/** The answers to a question, each one press; those that name a day have it beside them. `hidden` goes along with every answer. */
export function CheckInAnswers({ asked, form, today, hidden = {}, id = "" }: { asked: Pick<AskedView, "kind" | "answers">; form: FormState; today: string; hidden?: Record<string, string>; id?: string }) {
  const t = useT();
  const text = (answer: CheckInAnswer) => t(asked.kind === "ARRIVAL" && answer === "LEFT" ? "offers.check.arrivalLEFT" : `offers.check.answer.${answer}`);
  const along = Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
  const dayFor = (answer: string) => (form.values.answer === answer && form.problems.length > 0 ? form : emptyForm({ day: today }));
  return (
    <div className="answers">
      {asked.answers.map((answer) => (
        <form method="post" key={answer} className={answer === "ARRIVED" || answer === "LEFT" ? "with-day" : undefined}>
          {along}
          {(answer === "ARRIVED" || answer === "LEFT") && <Field form={dayFor(answer)} id={`day${form.values.answer === answer ? "" : `-${answer}`}${id}`} name="day" type="date" short max={today} label={t("offers.check.day")} />}
          <Button kind="quiet" size={id === "" ? "big" : undefined} name="answer" value={answer}>{text(answer)}</Button>
        </form>
      ))}
    </div>
  );
}
