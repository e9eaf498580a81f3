import type { FormState } from "../components/form.tsx";
import { Button } from "../components/form.tsx";
import { Notice } from "../components/page.tsx";
import { useT } from "../i18n/context.tsx";
import type { DifferenceWords } from "./registration-words.ts";

/** A person who is known: both sides of each difference, and a tick for what is to be taken over. The form carries what was typed. */
export function KnownPerson({ values, version, movedOn, differences, action }: { values: FormState["values"]; version: string; movedOn: boolean; differences: DifferenceWords[]; action: string }) {
  const t = useT();
  const typed = Object.entries(values).filter(([name]) => name !== "version" && name !== "take").flatMap(([name, value]) => ([] as string[]).concat(value ?? []).map((one) => [name, one] as const));
  return (
    <>
      <Notice kind="counted"><p>{t(movedOn ? "agent.known.movedOn" : "agent.known.says")}</p></Notice>
      <form method="post" action={action} className="notice-after stack">
        {typed.map(([name, value], at) => <input key={`${name}${at}`} type="hidden" name={name} value={value} />)}
        <input type="hidden" name="version" value={version} />
        <fieldset className="differences">
          <legend>{t("agent.known.legend")}</legend>
          {differences.map(({ field, label, stored, typed: entered }) => (
            <label className="choice" key={field}>
              <input type="checkbox" name="take" value={field} />
              <span className="choice-text">
                {label}
                <span className="sides"><span>{t("agent.known.stored")} {stored}</span><span>{t("agent.known.typed")} <strong>{entered}</strong></span></span>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="hint">{t("agent.known.hint")}</p>
        <p><Button size="big">{t("agent.known.submit")}</Button></p>
      </form>
    </>
  );
}
