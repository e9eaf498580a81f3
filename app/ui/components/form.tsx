import { Fragment, type ReactNode } from "react";
import type { Problem } from "#app/domain/result.ts";
import { useProblemText, useT } from "../i18n/context.tsx";

export function Button({ kind = "main", size, children, ...rest }: { kind?: "main" | "quiet" | "danger"; size?: "small" | "big"; children: ReactNode; name?: string; value?: string; formAction?: string }) {
  const classes = ["button", kind === "main" ? "" : kind, size ?? ""].filter(Boolean).join(" ");
  return <button type="submit" className={classes} {...rest}>{children}</button>;
}

export function LinkButton({ href, kind = "main", size, children }: { href: string; kind?: "main" | "quiet"; size?: "small" | "big"; children: ReactNode }) {
  return <a href={href} className={["button", kind === "main" ? "" : kind, size ?? ""].filter(Boolean).join(" ")}>{children}</a>;
}

/** What was sent and what was wrong with it, so that a form comes back filled in. */
export interface FormState {
  values: Record<string, string | string[] | undefined>;
  problems: Problem[];
}

export function emptyForm(values: FormState["values"] = {}): FormState {
  return { values, problems: [] };
}

function problemsAt(form: FormState, name: string): Problem[] {
  return form.problems.filter((problem) => problem.field === name || problem.field?.startsWith(`${name}.`));
}

function textOf(form: FormState, name: string): string {
  const value = form.values[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

interface FieldFrame {
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  /** the element's id when several fields share a name */
  id?: string;
}

function Frame({ form, name, label, hint, id = name, children }: FieldFrame & { children: (describedBy: string | undefined, wrong: boolean) => ReactNode }) {
  const say = useProblemText();
  const t = useT();
  const problems = problemsAt(form, name);
  const wrong = problems.length > 0;
  const described = [hint ? `${id}-hint` : null, wrong ? `${id}-error` : null].filter(Boolean).join(" ") || undefined;
  return (
    <div className={wrong ? "field wrong" : "field"}>
      <label className="label" htmlFor={id}>{label}</label>
      {hint && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      {wrong && <span className="error" id={`${id}-error`}><span className="visually-hidden">{t("common.form.error")}</span>{problems.map((problem, index) => <Fragment key={problem.code}>{index > 0 && <br />}{say(problem)}</Fragment>)}</span>}
      {children(described, wrong)}
    </div>
  );
}

type InputExtra = { type?: "text" | "number" | "date" | "datetime-local" | "password" | "search"; inputMode?: "numeric" | "decimal"; short?: boolean; required?: boolean; autoComplete?: string; min?: number | string; max?: number | string; step?: number | string; maxLength?: number; list?: string };

export function Field({ type = "text", short, ...props }: FieldFrame & InputExtra) {
  const { form, name, label, hint, id = name, ...rest } = props;
  return (
    <Frame form={form} name={name} label={label} hint={hint} id={id}>
      {(described, wrong) => (
        <input className={short ? "input short" : "input"} id={id} name={name} type={type} defaultValue={type === "password" ? undefined : textOf(form, name)} aria-describedby={described} aria-invalid={wrong || undefined} {...rest} />
      )}
    </Frame>
  );
}

export function TextArea({ form, name, label, hint, id = name, rows = 6, maxLength }: FieldFrame & { rows?: number; maxLength?: number }) {
  return (
    <Frame form={form} name={name} label={label} hint={hint} id={id}>
      {(described, wrong) => <textarea className="input" id={id} name={name} rows={rows} maxLength={maxLength} defaultValue={textOf(form, name)} aria-describedby={described} aria-invalid={wrong || undefined} />}
    </Frame>
  );
}

export interface Option {
  value: string;
  text: string;
}
export type Options = readonly (Option | { group: string; options: readonly Option[] })[];

export function OptionList({ options }: { options: Options }) {
  return (
    <>
      {options.map((one) =>
        "group" in one ? (
          <optgroup key={one.group} label={one.group}>{one.options.map((inner) => <option key={inner.value} value={inner.value}>{inner.text}</option>)}</optgroup>
        ) : (
          <option key={one.value} value={one.value}>{one.text}</option>
        ),
      )}
    </>
  );
}

export function Select({ form, name, label, hint, id = name, options, empty, short, value }: FieldFrame & { options: Options; empty?: string; short?: boolean; value?: string }) {
  return (
    <Frame form={form} name={name} label={label} hint={hint} id={id}>
      {(described, wrong) => (
        <select className={short ? "input short" : "input"} id={id} name={name} defaultValue={value ?? textOf(form, name)} aria-describedby={described} aria-invalid={wrong || undefined}>
          {empty !== undefined && <option value="">{empty}</option>}
          <OptionList options={options} />
        </select>
      )}
    </Frame>
  );
}

/** A choice as a large target; `boxed` for a form's main questions, `tight` for filters. */
export function ChoiceGroup({ form, name, id = name, legend, hint, kind, options, look = "boxed" }: {
  form: FormState; name: string; id?: string; legend: string; hint?: string; kind: "radio" | "checkbox"; options: readonly (Option & { hint?: string; count?: string })[]; look?: "boxed" | "tight" | "inline" | "touch";
}) {
  const say = useProblemText();
  const chosen = form.values[name];
  const problems = problemsAt(form, name);
  return (
    <fieldset className={`choices ${look} field${problems.length > 0 ? " wrong" : ""}`} aria-describedby={problems.length > 0 ? `${id}-error` : undefined}>
      <legend id={id}>{legend}</legend>
      {hint && <span className="hint">{hint}</span>}
      {problems.map((problem) => <span className="error" id={`${id}-error`} key={problem.code}>{say(problem)}</span>)}
      <div className="choice-list">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input type={kind} name={name} value={option.value} defaultChecked={Array.isArray(chosen) ? chosen.includes(option.value) : chosen === option.value} />
            <span className="choice-text">{option.text}{option.hint && <span className="hint">{option.hint}</span>}</span>
            {option.count && <span className="count">{option.count}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One tick box that stands by itself; sends "on". */
export function Tick({ form, name, label, hint }: FieldFrame) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} id={name} defaultChecked={form.values[name] === "on"} />
      <span className="choice-text">{label}{hint && <span className="hint">{hint}</span>}</span>
    </label>
  );
}

/** Everything that was wrong, each a link to its field. */
export function ErrorSummary({ form }: { form: FormState }) {
  const t = useT();
  const say = useProblemText();
  if (form.problems.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} id="problems">
      <h2>{t("common.form.problems", { count: form.problems.length, n: form.problems.length })}</h2>
      <ul>{form.problems.map((problem) => <li key={`${problem.field}${problem.code}`}>{problem.field ? <a href={`#${problem.field}`}>{say(problem)}</a> : <strong>{say(problem)}</strong>}</li>)}</ul>
    </div>
  );
}
