import { readFileSync } from "node:fs";
import { z } from "zod";

export const LEVELS = ["high", "medium", "low", "informational"] as const;
export type Level = (typeof LEVELS)[number];

export interface Finding {
  tool: "wapiti" | "sqlmap" | "edge" | "answers";
  level: Level;
  category: string;
  as: string;
  method: string;
  /** with ids and codes as patterns */
  path: string;
  parameter: string;
  detail: string;
}

const judgement = z.strictObject({
  tool: z.enum(["wapiti", "sqlmap", "edge", "answers"]),
  category: z.string().min(1),
  /** a whole path as a regular expression */
  path: z.string().min(1).optional(),
  parameter: z.string().optional(),
  /** a part of the detail */
  detail: z.string().min(1).optional(),
  judgedOn: z.iso.date(),
  reason: z.string().min(60, "must say why this is no hole, and what holds it"),
});
export type Judgement = z.infer<typeof judgement>;

export const readJudgements = (): Judgement[] => z.array(judgement).parse(JSON.parse(readFileSync(new URL("./judged.json", import.meta.url), "utf8")));

const fits = (one: Judgement, finding: Finding) =>
  one.tool === finding.tool && one.category === finding.category && (one.path === undefined || new RegExp(`^(?:${one.path})$`).test(finding.path)) && (one.parameter === undefined || one.parameter === finding.parameter)
  && (one.detail === undefined || finding.detail.includes(one.detail));

export type Counted = Finding & { times: number };

export interface Judged {
  list: Counted[];
  findings: Record<Level, number>;
  /** found, and judged wrong in writing */
  judged: number;
  /** judgements that nothing was found for */
  unmatched: string[];
}

/** What is left when judged findings are taken away, worst first; the same found by several roles or several times is one of each role. */
export function judge(all: readonly Finding[], judgements: readonly Judgement[]): Judged {
  const used = new Set<Judgement>();
  const left = new Map<string, Counted>();
  let judged = 0;
  for (const finding of all) {
    const fitting = judgements.filter((one) => fits(one, finding));
    for (const one of fitting) used.add(one);
    if (fitting.length > 0) {
      judged += 1;
      continue;
    }
    const key = JSON.stringify([finding.tool, finding.level, finding.category, finding.as, finding.method, finding.path, finding.parameter]);
    const known = left.get(key);
    if (known) known.times += 1;
    else left.set(key, { ...finding, times: 1 });
  }
  const list = [...left.values()].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.path.localeCompare(b.path));
  const findings = Object.fromEntries(LEVELS.map((level) => [level, list.filter((one) => one.level === level).length])) as Record<Level, number>;
  return { list, findings, judged, unmatched: judgements.filter((one) => !used.has(one)).map(({ tool, category, path }) => `${tool} ${category}${path ? ` ${path}` : ""}`) };
}
