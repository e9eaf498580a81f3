import type { FormState } from "../components/form.tsx";
import { Notice } from "../components/page.tsx";
import { useT } from "../i18n/context.tsx";

/** For whoever came second: what the record says now beside what they typed, field by field. Sent once more, theirs takes its place. */
export function ChangedMeanwhile({ form, fields }: { form: FormState; fields: readonly { name: string; label: string; now: string; say?: (typed: string) => string }[] }) {
  const t = useT();
  if (!form.problems.some(({ code }) => code === "changed-meanwhile")) return null;
  const typed = (name: string) => String(form.values[name] ?? "");
  const other = fields.map((one) => ({ ...one, typed: one.say?.(typed(one.name)) ?? typed(one.name) })).filter((one) => one.typed !== one.now);
  return (
    <Notice kind="danger">
      <p>{t(other.length === 0 ? "workshops.changed.same" : "workshops.changed.says")}</p>
      {other.length > 0 && <ul>{other.map((one) => <li key={one.name}>{t("workshops.changed.field", { field: one.label, now: one.now || "—", typed: one.typed || "—" })}</li>)}</ul>}
    </Notice>
  );
}
