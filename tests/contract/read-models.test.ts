import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { OWN_KEYS, REASONS } from "./read-model-reasons.ts";

const FOLDER = "app/data/read-models";
/** Where a read model is called from. */
const CALLERS = ["app/routes", "app/data/read-models", "app/exports", "app/usecases", "app/root.tsx"];

interface Reading {
  file: string;
  name: string;
  params: { name: string; text: string }[];
  body: string;
  /** text of the functions of its file */
  beside: Map<string, string>;
}

const sources = (path: string): string[] => (/\.tsx?$/.test(path) ? [path] : readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? sources(join(path, entry.name)) : /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [join(path, entry.name)] : [])));
const parse = (path: string) => ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);

/** Every exported function that is handed a database. */
function readings(): Reading[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const functions = parse(join(FOLDER, file)).statements.filter(ts.isFunctionDeclaration);
    const beside = new Map(functions.map((one) => [one.name!.text, one.getText()]));
    return functions.filter((one) => one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)).map((one) => ({
      file, name: one.name!.text, params: one.parameters.map((param) => ({ name: param.name.getText(), text: param.getText() })), body: one.body?.getText() ?? "", beside,
    })).filter(({ params }) => params.some(({ text }) => /Deps|Pool|Querier|Reads|Needs|\bTx\b/.test(text)));
  });
}

const all = readings();
const takesActor = ({ params }: Reading) => params.some(({ text }) => /\bActor\b/.test(text));
/** What an actor may see, or who they are. */
const ASKS_WHO = /\bactsFor\w+\(|\b(?:actor|self)[?!]?\.(?:regionCode|personId|employerId|userId|trainingBodyId|brandId|role|actingFor)\b|\}\s*=\s*(?:actor|self)\b/;

/** Whether what the actor may see is asked in the function, or in one of its file that it hands the actor to; a function of another file is looked at there. */
function asksWho({ body, beside }: Reading, seen = new Set<string>()): boolean {
  if (ASKS_WHO.test(body)) return true;
  return [...body.matchAll(/\b(\w+)\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g)].some(([, name = "", args = ""]) => {
    if (!/\b(?:actor|self)\b/.test(args) || seen.has(name)) return false;
    const inner = beside.get(name);
    return inner === undefined ? true : asksWho({ body: inner, beside } as Reading, seen.add(name));
  });
}

describe("a read model", () => {
  it("takes an actor, or the key of whoever asks, or is named with the reason why it needs neither (tests/contract/read-model-reasons.ts)", () => {
    expect(all.length).toBeGreaterThan(150);
    const named = new Set([...Object.values(REASONS).flat(), ...Object.keys(OWN_KEYS)]);
    const without = all.filter((one) => !takesActor(one)).map(({ name }) => name);
    expect(without.filter((name) => !named.has(name))).toEqual([]);
    expect([...named].filter((name) => !without.includes(name))).toEqual([]);
  });

  it("that takes an actor asks what the actor may see", () => {
    expect(all.filter(takesActor).filter((one) => !asksWho(one)).map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  it("that takes the key of whoever asks is given no other: not one from an address or a form", () => {
    const wrong: string[] = [];
    let calls = 0;
    for (const path of CALLERS.flatMap(sources)) {
      const source = parse(path);
      const text = source.getText();
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && Object.hasOwn(OWN_KEYS, node.expression.text)) {
          calls += 1;
          const key = OWN_KEYS[node.expression.text]!;
          const given = node.arguments.slice(1).map((one) => one.getText()).join(", ");
          // a short name is looked up where it was given its value; within the read models it is a parameter, checked at their own callers
          const own = new RegExp(`\\b(?:actor|self|awaited\\.self)[?!]*\\.${key}\\b`);
          const inside = path.startsWith(FOLDER) && new RegExp(`\\b${key}\\b`).test(given);
          const local = new RegExp(`\\b${key}\\b`).test(given) && (new RegExp(`\\{[^}]*\\b${key}\\b[^}]*\\} = (?:actor|self|requireActor)`).test(text) || new RegExp(`\\b${key}\\b = (?:actor|self)`).test(text));
          if (!own.test(given) && !inside && !local) wrong.push(`${path}: ${node.getText().slice(0, 120)}`);
        }
        node.forEachChild(visit);
      };
      visit(source);
    }
    expect(calls).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });
});
