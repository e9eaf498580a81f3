import { useRouteLoaderData } from "@remix-run/react";
import type { Role } from "#app/domain/terms.ts";
import { useT } from "../i18n/context.tsx";

/** Where a table is fetched as a workbook; what the page was asked for goes with it. */
export function tableFile(name: string, query: Record<string, string | number | null | undefined> | URLSearchParams | string = {}): string {
  const entries = typeof query === "string" || query instanceof URLSearchParams ? query : Object.entries(query).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, String(value)]]));
  const text = new URLSearchParams(entries).toString();
  return `/bureau/tables/${name}.xlsx${text === "" ? "" : `?${text}`}`;
}

/** The link beneath a table; only officers see it, as only they may follow it. */
export function TableFileLink({ file, of }: { file: string; of: string }) {
  const t = useT();
  const role = (useRouteLoaderData("root") as { role: Role | null } | undefined)?.role;
  if (role !== "OFFICER" && role !== "ADMIN") return null;
  return <p className="table-file"><a href={file} download aria-label={t("tables.linkOf", { table: of })}>{t("tables.link")}</a></p>;
}
