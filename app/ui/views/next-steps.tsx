import { Button, emptyForm, Field, type FormState } from "../components/form.tsx";
import { Fold, Section } from "../components/page.tsx";

interface Shown<Step extends string> {
  steps: readonly Step[];
  version: number;
  sent: FormState | undefined;
  title: string;
  word(step: Step): string;
  /** of the field that says why the whole is called off */
  reason: string;
}

/** The steps that lead on, and apart from them, behind a fold, calling the whole off with its reason. */
export function NextSteps<Step extends string>({ steps, version, sent, title, word, reason }: Shown<Step>) {
  if (steps.length === 0) return null;
  const on = steps.filter((one) => one !== "CANCELLED");
  const off = steps.find((one) => one === "CANCELLED");
  const cancelling = sent?.values.intent === "CANCELLED";
  const held = <input type="hidden" name="version" value={version} />;
  return (
    <Section title={title}>
      {on.length > 0 && <form method="post">{held}<p className="actions">{on.map((to) => <Button key={to} name="intent" value={to}>{word(to)}</Button>)}</p></form>}
      {off !== undefined && (
        <div className="notice-after"><Fold kind="danger" summary={word(off)} open={cancelling}>
          <form method="post" className="stack">
            {held}
            <Field form={cancelling ? sent : emptyForm()} name="reason" label={reason} maxLength={200} />
            <p><Button kind="danger" name="intent" value={off}>{word(off)}</Button></p>
          </form>
        </Fold></div>
      )}
    </Section>
  );
}
