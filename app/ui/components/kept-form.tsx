import type { ReactNode } from "react";
import { useT } from "../i18n/context.tsx";
import { Button } from "./form.tsx";

/** What was typed, and where it was sent. */
export interface Kept {
  action: string;
  fields: [string, string][];
}

/** A form that could not be taken: it stands in the page unseen and is sent again by its button. */
export function KeptForm({ action, fields, children }: Kept & { children: ReactNode }) {
  const t = useT();
  return (
    <form method="post" action={action} className="stack">
      {children}
      {fields.map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />)}
      <p><Button>{t("errors.resting.again")}</Button></p>
    </form>
  );
}
