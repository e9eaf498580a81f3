import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { z } from "zod";
import type { UseCase } from "#app/usecases/use-case.server.ts";
import { hostileValue, spoiled } from "./hostile.ts";
import { NAMED } from "./named.ts";
import { near } from "./near.ts";
import { OTHERS } from "./others.ts";

/** A place where something from outside is read. */
export interface Boundary {
  name: string;
  /** what reads it; throws nothing but what `refuses` knows for a refusal */
  read(value: unknown): unknown;
  schema?: z.ZodType;
  /** values that are taken, or nearly; made from the schema where left out */
  near?: fc.Arbitrary<unknown>;
  refuses?(error: unknown): boolean;
  /** it is written by the product itself, or its size is bounded by the request's: how long it may be is no matter of what reads it */
  anyLength?: true;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)).map((name) => `${folder}/${name}`);
}

/** Every use case there is, found by loading every module that may hold one. */
export async function everyUseCase(): Promise<Map<string, UseCase<unknown>>> {
  const all = new Map<string, UseCase<unknown>>();
  for (const file of sources("app/usecases").filter((name) => name.endsWith(".server.ts"))) {
    const module = (await import(/* @vite-ignore */ join(ROOT, file))) as Record<string, unknown>;
    for (const value of Object.values(module)) if (typeof value === "function" && "useCaseName" in value) all.set((value as UseCase<unknown>).useCaseName, value as UseCase<unknown>);
  }
  return all;
}

/** Every file that reads something with a schema outside of a use case's builder, and how often. */
export function readingFiles(): string[] {
  const reads = /(?<!JSON|Date|\bpath|url)\.(?:safeParse|parse)(?:Async)?\(/;
  return ["app", "workers", "search", "scripts", "prisma/backup", "prisma/seed"].flatMap(sources).filter((file) => reads.test(readFileSync(join(ROOT, file), "utf8")) && file !== "app/usecases/use-case.server.ts").sort();
}

export async function everyBoundary(): Promise<Boundary[]> {
  const useCases = [...(await everyUseCase())].map(([name, { input }]): Boundary => ({ name, schema: input, read: (value) => input.parse(value) }));
  return [...useCases, ...OTHERS];
}

export function nearOf({ schema, near: made }: Boundary): fc.Arbitrary<unknown> {
  return made ?? near(schema!, (name) => NAMED[name]);
}

/** What a boundary is tried with: mostly lawful values with something wrong in them, some wholly lawful, some anything. */
export function triedOn(boundary: Boundary): fc.Arbitrary<unknown> {
  const lawful = nearOf(boundary);
  return fc.oneof({ weight: 6, arbitrary: spoiled(lawful) }, { weight: 3, arbitrary: lawful }, { weight: 1, arbitrary: hostileValue });
}
