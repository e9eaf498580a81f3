import { Button, type FormState } from "../../components/form.tsx";
import { useT } from "../../i18n/context.tsx";

/** After a yes as a member of a brand was refused: the same post as a plain one, with one more yes. */
export function PlainPostChoice({ form, fields }: { form: FormState; fields: Record<string, string> }) {
  const t = useT();
  if (!form.problems.some((one) => one.code === "brand-suspended" || one.code === "brand-ended" || one.code === "brand-member-lapsed")) return null;
  return (
    <form method="post" className="stack notice-before">
      <h2>{t("brands.plain.title")}</h2>
      <p>{t("brands.plain.says")}</p>
      {Object.entries(fields).map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)}
      <p><Button kind="quiet" name="plain" value="on">{t("brands.plain.take")}</Button></p>
    </form>
  );
}
