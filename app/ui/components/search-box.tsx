import type { ReactNode } from "react";
import { useT } from "../i18n/context.tsx";

/** The search of posts; on a result page it is smaller and keeps the words. */
export function SearchBox({ q = "", small, keep, children }: { q?: string; small?: boolean; /** what else was chosen and stays chosen */ keep?: URLSearchParams; children?: ReactNode }) {
  const t = useT();
  return (
    <form action="/jobs" role="search" data-instant={small ? "page" : "front"}>
      {[...(keep ?? [])].map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
      <label className={small ? "visually-hidden" : "label"} htmlFor="q">{t("jobs.home.searchLabel")}</label>
      {!small && <span className="hint" id="q-hint">{t("jobs.home.searchHint")}</span>}
      <div className={small ? "search small" : "search notice-after"}>
        <input className="input" type="search" id="q" name="q" defaultValue={q} maxLength={60} autoComplete="off" enterKeyHint="search" aria-describedby={small ? undefined : "q-hint"} />
        <button className={small ? "button" : "button big"} type="submit">{t("jobs.home.searchButton")}</button>
      </div>
      <p className="visually-hidden" role="status" data-instant-says="" />
      {children}
    </form>
  );
}
