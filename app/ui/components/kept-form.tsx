import type { ReactNode } from "react";
import { useT } from "../i18n/context.tsx";
import { Button } from "./form.tsx";

/** Why a form could not be taken, what was typed into it, and where it was sent. */
export interface Kept {
  kind: "resting" | "signed-out";
  action: string;
  fields: [string, string][];
}

export const isKept = (data: unknown): data is Kept => ["resting", "signed-out"].includes((data as Partial<Kept> | null)?.kind ?? "");

/** A form that could not be taken: it stands in the page unseen and is sent again by its button. */
export function KeptForm({ action, fields, children }: Pick<Kept, "action" | "fields"> & { children: ReactNode }) {
  const t = useT();
  return (
    <form method="post" action={action} className="stack">
      {children}
      {fields.map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />)}
      <p><Button>{t("errors.resting.again")}</Button></p>
    </form>
  );
}
