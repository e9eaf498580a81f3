import { useT } from "../i18n/context.tsx";
import type { TextKey } from "../i18n/catalogue.ts";
import { LinkButton } from "./form.tsx";

export type ErrorKind = "notFound" | "forbiddenPage" | "failed" | "searchDown" | "unreadable";

export function ErrorPage({ kind, requestId }: { kind: ErrorKind; requestId?: string }) {
  const t = useT();
  const key = (part: "title" | "says" | "next") => `errors.${kind}.${part}` as TextKey;
  return (
    <div className="stack prose">
      <h1>{t(key("title"))}</h1>
      <p>{t(key("says"))}</p>
      <p>{t(key("next"), { requestId: requestId ?? "—" })}</p>
      <div className="actions"><LinkButton href="/jobs">{t("common.nav.jobs")}</LinkButton><LinkButton href="/" kind="quiet">{t("common.nav.home")}</LinkButton>{kind === "forbiddenPage" && <a href="/logout">{t("account.factor.leave")}</a>}</div>
    </div>
  );
}
