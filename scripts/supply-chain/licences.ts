import { judgementOf, nameOf, type LockedPackage } from "./judged.ts";

/** Licences that ask for no more than to be named. */
const PERMISSIVE = new Set(["MIT", "MIT-0", "MIT/X11", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0", "Unlicense", "Zlib", "CC0-1.0", "Python-2.0", "WTFPL"]);

/** Whether an SPDX expression can be met by permissive licences alone: one side of an OR, both sides of an AND. */
export function isPermissive(expression: string): boolean {
  const text = expression.trim().replace(/^\(([^()]*)\)$/, "$1").trim();
  const alternatives = text.split(/\s+OR\s+/i);
  if (alternatives.length > 1) return alternatives.some(isPermissive);
  const parts = text.split(/\s+AND\s+/i);
  return parts.length > 1 ? parts.every(isPermissive) : PERMISSIVE.has(text);
}

export interface LicenceRow {
  name: string;
  version: string;
  /** empty when the package names none */
  licence: string;
  /** why one that is not permissive can be borne; null when nobody has judged it */
  judged: string | null;
  ok: boolean;
}

export function licenceRows(packages: readonly [string, LockedPackage][], judgements: Record<string, string>): LicenceRow[] {
  const rows = packages.map(([path, { version = "", license = "" }]) => {
    const name = nameOf(path);
    const judged = judgementOf(judgements, name) ?? null;
    return { name, version, licence: license, judged, ok: isPermissive(license) || judged !== null };
  });
  const each = new Map(rows.map((row) => [`${row.name}@${row.version}`, row]));
  return [...each.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
