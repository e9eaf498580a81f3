import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../stack/folders.ts";

export interface LockedPackage {
  version?: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

export interface Judged {
  /** By package name: what its install script would do and why nothing is missed without it. None is ever run. */
  installScripts: Record<string, string>;
  /** By package name, `*` at the end for a family: why a licence that is not permissive, or not told, can be borne. */
  licences: Record<string, string>;
  /** By advisory, with the day it was judged and the reason why it does not touch this product. */
  advisories: Record<string, { package: string; judgedOn: string; reason: string }>;
}

const readJson = <T>(path: string) => JSON.parse(readFileSync(join(projectRoot, path), "utf8")) as T;

export const readJudged = () => readJson<Judged>("scripts/supply-chain/judged.json");

export const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** What the lockfile pins, without the project itself. */
export function lockedPackages(): [path: string, one: LockedPackage][] {
  const { packages } = readJson<{ packages: Record<string, LockedPackage> }>("package-lock.json");
  return Object.entries(packages).filter(([path]) => path !== "");
}

/** What an installation for production gets. */
export const productionPackages = () => lockedPackages().filter(([, one]) => !one.dev);

export function judgementOf(judgements: Record<string, string>, name: string): string | undefined {
  const family = Object.keys(judgements).find((known) => known.endsWith("*") && name.startsWith(known.slice(0, -1)));
  return judgements[name] ?? (family ? judgements[family] : undefined);
}
