import { useT } from "../i18n/context.tsx";
import { LinkButton } from "./form.tsx";
import { KeptForm, type Kept } from "./kept-form.tsx";

/** The session ended while a form was filled in. Signing in happens beside this page, in a window of its own, so that what was typed stays. */
export function SignedOutPage({ action, fields }: Kept) {
  const t = useT();
  return (
    <div className="stack prose">
      <h1>{t("errors.signedOut.title")}</h1>
      <p>{t("errors.signedOut.says")}</p>
      {fields.length > 0 ? (
        <KeptForm action={action} fields={fields}>
          <p>{t("errors.signedOut.kept")}</p>
          <p><a className="button" href="/login" target="_blank">{t("errors.signedOut.signIn")}</a></p>
          <p>{t("errors.signedOut.then")}</p>
        </KeptForm>
      ) : <p><LinkButton href={`/login?${new URLSearchParams({ to: action })}`}>{t("errors.signedOut.signIn")}</LinkButton></p>}
    </div>
  );
}
