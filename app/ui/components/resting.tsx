import { useT } from "../i18n/context.tsx";
import { LinkButton } from "./form.tsx";
import { KeptForm, type Kept } from "./kept-form.tsx";

/** How soon to come back. */
export const RESTING_MINUTES = 5;

/** Nothing can be saved for a while; what was typed is kept in the page and sent again by its button. */
export function RestingPage({ action, fields }: Kept) {
  const t = useT();
  return (
    <div className="stack prose">
      <h1>{t("errors.resting.title")}</h1>
      <p>{t("errors.resting.says", { minutes: RESTING_MINUTES })}</p>
      {fields.length > 0 ? (
        <KeptForm action={action} fields={fields}><p>{t("errors.resting.kept")}</p></KeptForm>
      ) : <p>{t("errors.resting.next")}</p>}
      <div className="actions"><LinkButton href="/jobs" kind="quiet">{t("common.nav.jobs")}</LinkButton><LinkButton href="/" kind="quiet">{t("common.nav.home")}</LinkButton></div>
    </div>
  );
}
