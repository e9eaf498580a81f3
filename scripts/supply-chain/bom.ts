import { nameOf, type LockedPackage } from "./judged.ts";

export interface Bom {
  bomFormat: string;
  specVersion: string;
  metadata: { component: { "bom-ref": string; name: string } };
  components: { "bom-ref": string; name: string; version: string }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/**
 * The part of npm's list that an installation for production gets. npm's own --omit dev also leaves out whatever a
 * tool of development asks for as well: React, for one.
 */
export function productionBom(bom: Bom, name: string, packages: readonly [string, LockedPackage][]): Bom {
  const wanted = new Set(packages.map(([path, { version = "" }]) => `${nameOf(path)}@${version}`));
  const components = bom.components.filter((one) => wanted.has(`${one.name}@${one.version}`));
  const refs = new Set([bom.metadata.component["bom-ref"], ...components.map((one) => one["bom-ref"])]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return { ...bom, metadata: { ...bom.metadata, component: { ...bom.metadata.component, name } }, components, dependencies };
}

/** What is missing in a list: packages of production that it does not name. */
export function missingFrom({ components }: Bom, packages: readonly [string, LockedPackage][]): string[] {
  const named = new Set(components.map((one) => `${one.name}@${one.version}`));
  return packages.map(([path, { version = "" }]) => `${nameOf(path)}@${version}`).filter((one) => !named.has(one));
}
