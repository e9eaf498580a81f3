import type { ReactNode } from "react";
import { useT } from "../i18n/context.tsx";

export interface Crumb {
  href?: string;
  text: string;
}

/** A page's one heading, where it stands, and what it is for. */
export function PageHead({ title, lead, crumbs, children }: { title: string; lead?: ReactNode; crumbs?: Crumb[]; children?: ReactNode }) {
  const t = useT();
  return (
    <div className="page-head">
      {crumbs && (
        <nav className="crumbs" aria-label={t("common.breadcrumb")}>
          <ol>{crumbs.map((crumb) => <li key={crumb.text}>{crumb.href ? <a href={crumb.href}>{crumb.text}</a> : <span aria-current="page">{crumb.text}</span>}</li>)}</ol>
        </nav>
      )}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}

export function Section({ title, says, children, id }: { title: string; says?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className="section" id={id}>
      <div className="section-head"><h2>{title}</h2>{says && <p>{says}</p>}</div>
      {children}
    </section>
  );
}

/** A list of facts as in a printed form. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode] | null | false)[] }) {
  return (
    <dl className="facts">
      {rows.filter((row): row is readonly [string, ReactNode] => Boolean(row)).map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

export function Notice({ kind = "plain", children, id }: { kind?: "plain" | "counted" | "danger"; children: ReactNode; id?: string }) {
  return <div className={kind === "plain" ? "notice" : `notice ${kind}`} role={kind === "danger" ? "alert" : "status"} id={id}>{children}</div>;
}

export function Fold({ summary, open, kind, children }: { summary: ReactNode; open?: boolean; kind?: "danger"; children: ReactNode }) {
  return <details className={kind ? `fold ${kind}` : "fold"} open={open}><summary>{summary}</summary><div>{children}</div></details>;
}

/** Nothing found, and what to try instead, each with how much it gives. */
export function EmptyState({ title, says, proposals = [], children }: { title: string; says?: string; proposals?: { href: string; text: string; gives?: string }[]; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {says && <p className="soft">{says}</p>}
      {proposals.length > 0 && <ul>{proposals.map((one) => <li key={one.href}><a href={one.href}>{one.text}{one.gives && <span className="num">{one.gives}</span>}</a></li>)}</ul>}
      {children}
    </div>
  );
}

export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const t = useT();
  if (pages <= 1) return null;
  return (
    <nav className="pages" aria-label={t("common.page.label")}>
      {page > 1 && <a rel="prev" href={href(page - 1)}>← {t("common.page.previous")}</a>}
      <span className="soft num">{t("common.page.at", { page, pages })}</span>
      {page < pages && <a rel="next" href={href(page + 1)}>{t("common.page.next")} →</a>}
    </nav>
  );
}
