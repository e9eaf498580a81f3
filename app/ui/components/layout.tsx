import type { ReactNode } from "react";
import type { Role } from "#app/domain/terms.ts";
import { useLocale, useT } from "../i18n/context.tsx";
import type { Preferences } from "../i18n/preferences.ts";
import type { TextKey } from "../i18n/catalogue.ts";

interface NavItem {
  href: string;
  key: TextKey;
}

/** What each role comes for, most used first. */
export function navFor(role: Role | null): NavItem[] {
  const jobs: NavItem = { href: "/jobs", key: "common.nav.jobs" };
  const board: NavItem = { href: "/board", key: "common.nav.board" };
  switch (role) {
    case "SEEKER":
      return [jobs, { href: "/me/matches", key: "common.nav.matches" }, { href: "/me/wish", key: "common.nav.wish" }, { href: "/training", key: "training.nav" }, { href: "/me", key: "common.nav.me" }];
    case "EMPLOYER":
      return [
        { href: "/employer", key: "common.nav.posts" },
        { href: "/employer/placements", key: "common.nav.arrivals" },
        { href: "/employer/questions", key: "offers.answer.title" },
        { href: "/employer/posts/new", key: "common.nav.newPost" },
      ];
    case "OFFICER":
    case "ADMIN":
      return [
        board,
        { href: "/bureau", key: "desk.nav" },
        { href: "/runs", key: "common.nav.runs" },
        { href: "/policy", key: "common.nav.policy" },
        ...(role === "ADMIN" ? [{ href: "/admin/jobs", key: "jobsDesk.nav" } as const] : []),
      ];
    case "AGENT":
      return [{ href: "/agent", key: "agent.nav" }, { href: "/agent/register", key: "agent.navRegister" }, { href: "/agent/checkins", key: "offers.agent.nav" }, { href: "/bureau/welfare", key: "welfare.nav" }, { href: "/muster", key: "workfare.muster.title" }, { href: "/watch", key: "watch.nav" }, { href: "/bureau/dispatches", key: "dispatch.nav" }, jobs, board, { href: "/acting", key: "account.actingLink" }];
    case "OPERATOR":
      return [{ href: "/operator/training", key: "training.operator.nav" }, { href: "/operator/brand", key: "brands.desk.title" }, { href: "/brands", key: "brands.nav" }, jobs, board];
    default:
      return [{ href: "/jobs", key: "common.nav.guestJobs" }, { href: "/fairs", key: "fairs.nav" }, { href: "/training", key: "training.nav" }, { href: "/brands", key: "brands.nav" }, board];
  }
}

interface LayoutProps {
  role: Role | null;
  /** for whom the visitor acts at the moment, masked */
  acting: string | null;
  preferences: Preferences;
  demo: boolean;
  /** path with query of the page shown */
  here: string;
  children: ReactNode;
}

export function Layout({ role, acting, preferences, demo, here, children }: LayoutProps) {
  const t = useT();
  return (
    <>
      <a className="skip" href="#main">{t("common.skip")}</a>
      <header className="masthead">
        {demo && <div className="demo-strip"><div className="wrap">{t("common.demo")}</div></div>}
        <div className="wrap">
          <div className="masthead-top">
            <Brand />
            <Choices preferences={preferences} here={here} />
          </div>
          <Nav role={role} here={here} acting={acting !== null} />
        </div>
      </header>
      {acting !== null && <ActingBanner name={acting} />}
      <main id="main" tabIndex={-1}><div className="wrap">{children}</div></main>
      <Footer demo={demo} preferences={preferences} here={here} />
    </>
  );
}

function Brand() {
  const t = useT();
  return (
    <a className="brand" href="/">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <rect className="mark-ground" width="40" height="40" rx="3" />
        <path className="mark-steps" d="M6 31h28M11 24h23M17 17h17M24 10h10" />
      </svg>
      <span><span className="brand-name">{t("common.name")}</span><span className="brand-tag">{t("common.tagline")}</span></span>
    </a>
  );
}

function Nav({ role, here, acting }: { role: Role | null; here: string; acting: boolean }) {
  const t = useT();
  const path = here.split("?")[0] ?? "/";
  const items = navFor(role);
  const current = path === "/me/account" ? undefined : [...items].sort((a, b) => b.href.length - a.href.length).find((item) => path === item.href || path.startsWith(`${item.href}/`));
  return (
    <nav className={role === null ? "nav guest" : "nav"} aria-label={t("common.nav.label")}>
      <ul>
        {items.map((item) => (
          <li key={item.href}><a href={item.href} aria-current={item === current ? "page" : undefined}>{t(item.key)}</a></li>
        ))}
        <li className="nav-end">
          {role === null ? (
            <a href="/login" aria-current={path === "/login" ? "page" : undefined}>{t("common.nav.login")}</a>
          ) : (
            <>
              {acting ? <a href="/acting">{t("account.actingLink")}</a> : <a href="/me/account" aria-current={path === "/me/account" ? "page" : undefined}><span className="who">{t(`terms.role.${role}`)}</span>{t("account.link")}</a>}
              <form method="post" action="/logout"><button type="submit">{t("common.nav.logout")}</button></form>
            </>
          )}
        </li>
      </ul>
    </nav>
  );
}

/** Stands on every page while somebody acts for another, with the way back. */
function ActingBanner({ name }: { name: string }) {
  const t = useT();
  return (
    <div className="acting-strip" role="status">
      <div className="wrap">
        <strong>{t("account.acting.banner", { name })}</strong>
        <form method="post" action="/acting"><button className="button small" type="submit" name="intent" value="end">{t("account.acting.bannerEnd")}</button></form>
      </div>
    </div>
  );
}

function Choices({ preferences, here }: { preferences: Preferences; here: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="prefs" role="group" aria-label={t("common.prefs.label")}>
      <a rel="nofollow" href={choose(here, "print", preferences.print === "large" ? "normal" : "large")}>
        {preferences.print === "large" ? t("common.prefs.normal") : t("common.prefs.largeShort")}
      </a>
      <a rel="nofollow" href={choose(here, "lang", locale === "zh" ? "en" : "zh")} lang={locale === "zh" ? "en" : "zh-CN"}>{t("common.prefs.other")}</a>
    </div>
  );
}

function Footer({ demo, preferences, here }: Pick<LayoutProps, "demo" | "preferences" | "here">) {
  const t = useT();
  return (
    <footer className="footer">
      <div className="wrap">
        <p>{t("common.footer.about")}</p>
        <p>{t("common.footer.privacy")}</p>
        <div className="footer-links">
          <a href="/board">{t("common.footer.board")}</a>
          <a href="/policy">{t("common.footer.policy")}</a>
          <a href="/overseas">{t("overseas.nav")}</a>
          {demo && <a href="/style">{t("common.footer.style")}</a>}
          {demo && <a href="/sms">{t("seek.nav.sms")}</a>}
          {(["auto", "light", "dark"] as const).filter((theme) => theme !== preferences.theme).map((theme) => (
            <a key={theme} rel="nofollow" href={choose(here, "theme", theme)}>{t(`common.prefs.${theme}`)}</a>
          ))}
        </div>
      </div>
    </footer>
  );
}

function choose(here: string, name: string, value: string): string {
  return `/preferences?${new URLSearchParams({ [name]: value, to: here })}`;
}
