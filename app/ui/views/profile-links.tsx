import { useT } from "../i18n/context.tsx";

/** From a person's own page to what is new for them, their profile and their privacy. */
export function ProfileLinks({ unread }: { unread: number }) {
  const t = useT();
  return <nav className="chips notice-after" aria-label={t("profile.links.label")}><a href="/me/notices">{t("seek.nav.notices")}{unread > 0 && <span className="num"> {t("seek.notices.unread")} {unread}</span>}</a><a href="/me/profile">{t("profile.links.profile")}</a><a href="/me/fairs">{t("fairs.mine.link")}</a><a href="/me/dispatches">{t("dispatch.mine.link")}</a><a href="/me/overseas">{t("overseas.mine.link")}</a><a href="/me/privacy">{t("profile.links.privacy")}</a></nav>;
}
