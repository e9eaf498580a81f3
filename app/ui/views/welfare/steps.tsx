import type { ReactNode } from "react";
import type { WelfareCaseView } from "#app/data/read-models/welfare-case.server.ts";
import type { WelfareAct } from "#app/domain/welfare/steps.ts";
import { Button, ChoiceGroup, Field, type FormState } from "../../components/form.tsx";
import { Fold } from "../../components/page.tsx";
import { useLocale, useT } from "../../i18n/context.tsx";
import { formatDay } from "../../i18n/format.ts";

export const CHOICES = ["MARKET", "TRAINING", "ANOTHER_POST", "RENEW", "RETIRE"] as const;

/** A form for each step that the visitor may take now; the first stands open. */
export function StepForms({ view, form, today }: { view: WelfareCaseView; form: FormState; today: string }) {
  const t = useT();
  const failed = form.problems.length > 0 ? String(form.values.act) : null;
  const first = view.acts.find((act) => act !== "RETURN" && act !== "REFUSE");
  return (
    <>
      {view.acts.filter((act) => act !== "WITHDRAW").map((act) => {
        const own: FormState = failed === act ? form : { values: freshOf(act, view, today), problems: [] };
        return (
          <Fold key={act} summary={t(`welfare.act.${act}`)} open={failed ? failed === act : act === first && view.state !== "IN_POST"}>
            <form method="post" className="stack">
              <input type="hidden" name="act" value={act} />
              <input type="hidden" name="version" value={view.version} />
              <StepFields act={act} form={own} view={view} today={today} />
              <p className="notice-after"><Button kind={act === "END" || act === "REFUSE" ? "danger" : act === first ? "main" : "quiet"}>{t(`welfare.act.${act}`)}</Button></p>
            </form>
          </Fold>
        );
      })}
    </>
  );
}

function freshOf(act: WelfareAct, view: WelfareCaseView, today: string): FormState["values"] {
  if (act === "REVIEW") return { publicFrom: today };
  if (act === "SIGN") return { validFrom: today, insuredFrom: today };
  if (act === "INSURE") return { insuredFrom: view.insurances.at(-1)?.until ?? today };
  return act === "END" ? { endedOn: today } : {};
}

function StepFields({ act, form, view, today }: { act: WelfareAct; form: FormState; view: WelfareCaseView; today: string }): ReactNode {
  const t = useT();
  const locale = useLocale();
  const id = (name: string) => (form.problems.some((one) => one.field === name) ? name : `${name}-${act}`);
  const text = (name: string, key: "minutes" | "contract" | "insurer" | "policy" | "reason", max: number, hint?: string) => <Field key={name} form={form} name={name} id={id(name)} label={t(`welfare.case.${key}`)} hint={hint} maxLength={max} />;
  const date = (name: string, key: "publicFrom" | "publicUntil" | "from" | "until" | "insuredFrom" | "insuredUntil" | "endedOn" | "newUntil", hint?: string) => <Field key={name} form={form} name={name} id={id(name)} type="date" label={t(`welfare.case.${key}`)} hint={hint} />;
  const limit = view.latest === null ? undefined : t("welfare.case.latest", { day: formatDay(view.latest, locale) });
  const insurance = <div className="field-row">{text("insurer", "insurer", 80)}{text("policyNo", "policy", 60)}{date("insuredFrom", "insuredFrom")}{date("insuredUntil", "insuredUntil")}</div>;
  switch (act) {
    case "REVIEW": return <>{text("minutesRef", "minutes", 120, t("welfare.case.minutesHint"))}<div className="field-row">{date("publicFrom", "publicFrom")}{date("publicUntil", "publicUntil", t("welfare.case.publicityHint", { days: view.publicityDays }))}</div></>;
    case "CHECK": return <><Answers form={form} view={view} id={id} />{view.publicUntil !== null && view.publicUntil > today && <p className="soft">{t("welfare.case.publicityOn")} → {formatDay(view.publicUntil, locale)}</p>}</>;
    case "SIGN": return <><div className="field-row">{text("number", "contract", 60)}{date("validFrom", "from")}{date("validUntil", "until", t("welfare.post.months", { n: view.post.termMonths }))}</div>{insurance}</>;
    case "INSURE": return insurance;
    case "RENEW": return <div className="field-row">{text("number", "contract", 60)}{date("validUntil", "until", limit)}</div>;
    case "MOVE_END": return <><div className="field-row">{date("validUntil", "newUntil", limit)}</div>{text("reason", "reason", 300)}</>;
    case "PLAN": return <><ChoiceGroup form={form} name="choice" id={id("choice")} kind="radio" look="inline" legend={t("welfare.case.choice")} options={CHOICES.map((one) => ({ value: one, text: t(`welfare.choice.${one}`) }))} />{text("reason", "reason", 300)}</>;
    case "END": return <><p className="soft">{t("welfare.case.endSays")}</p>{date("endedOn", "endedOn")}{text("reason", "reason", 300)}</>;
    default: return text("reason", "reason", 300);
  }
}

/** What is asked about and has no answer yet. */
function Answers({ form, view, id }: { form: FormState; view: WelfareCaseView; id: (name: string) => string }) {
  const t = useT();
  const open = view.questions.filter((one) => !view.answers.some((answer) => answer.code === one.code && answer.answer !== ""));
  return <>{open.map((one) => <Field key={one.code} form={form} name={one.code === "kin" ? "kinSays" : one.code} id={id(one.code === "kin" ? "kinSays" : one.code)} label={t(`welfare.case.check.${one.code}`, one.params)} maxLength={200} />)}</>;
}
