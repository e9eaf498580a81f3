import { useT } from "../i18n/context.tsx";

/** From a person's own page to their profile and their privacy. */
export function ProfileLinks() {
  const t = useT();
  return <nav className="chips notice-after" aria-label={t("profile.links.label")}><a href="/me/profile">{t("profile.links.profile")}</a><a href="/me/fairs">{t("fairs.mine.link")}</a><a href="/me/dispatches">{t("dispatch.mine.link")}</a><a href="/me/overseas">{t("overseas.mine.link")}</a><a href="/me/privacy">{t("profile.links.privacy")}</a></nav>;
}
