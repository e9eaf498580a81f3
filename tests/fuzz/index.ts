import fc from "fast-check";
import { seedStarter } from "#prisma/seed/starter.ts";
import { type Progress, stepReporter } from "#scripts/progress.ts";
import type { Stack } from "#scripts/stack/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";
import { fuzzActs } from "./acts.ts";
import { everyBoundary } from "./boundaries.ts";
import { holdImport, importCases } from "./imports.ts";
import { tryBoundary } from "./laws.ts";
import { fullStage } from "./stages.ts";

const STARTER = { workers: 300, employers: 30, posts: 150 };
/** In one round: of each schema, of each use case, of both imports. */
const CASES = { schema: 30, act: 2, imports: 15 };
const MOST_FAILURES = 100;

export interface FuzzReport {
  seed: number;
  boundaries: number;
  cases: number;
  rounds: number;
  /** calls that were done, not refused: how near to lawful the values are */
  done: number;
  failures: string[];
  seconds: number;
}

/** Rounds of everything with a seed each, until the time is over; the round under way is ended. The same seed makes the same values. */
export async function runFuzz(stack: Stack, progress: Progress, { minutes, seed }: { minutes: number; seed: number }): Promise<FuzzReport> {
  const startedAt = Date.now();
  const services = await openTestServices({ from: stack.env });
  const steps = stepReporter(progress);
  try {
    await seedStarter(services, steps.onProgress, { ...STARTER, seed: 7 });
    const stage = await fullStage(services, seed);
    steps.end();
    const boundaries = await everyBoundary();
    const report: FuzzReport = { seed, boundaries: boundaries.length + 2, cases: 0, rounds: 0, done: 0, failures: [], seconds: 0 };
    const step = progress.step("乱填 Fuzzing", minutes * 60);
    for (const endsAt = Date.now() + minutes * 60_000; (report.rounds === 0 || Date.now() < endsAt) && report.failures.length < MOST_FAILURES; report.rounds += 1) {
      const round = seed + report.rounds;
      const tick = () => step.update(Math.min(minutes * 60, Math.round((Date.now() - endsAt) / 1_000 + minutes * 60)), minutes * 60);
      for (const boundary of boundaries) {
        const tried = tryBoundary(boundary, { seed: round, cases: CASES.schema });
        report.cases += tried.cases;
        report.failures.push(...tried.failures);
        tick();
      }
      report.failures.push(...(await fuzzImports(services, round)));
      report.cases += CASES.imports;
      const acted = await fuzzActs(stage, { seed: round, cases: CASES.act, onProgress: tick });
      report.cases += acted.cases;
      report.done += acted.done;
      report.failures.push(...acted.failures.map((failure) => `${failure} (seed ${round})`));
    }
    step.end();
    return { ...report, seconds: Math.round((Date.now() - startedAt) / 1_000) };
  } finally {
    await services.close();
  }
}

async function fuzzImports(services: TestServices, seed: number): Promise<string[]> {
  const failures: string[] = [];
  for (const one of fc.sample(importCases, { seed, numRuns: CASES.imports })) {
    await holdImport(services, one).catch((error: Error) => failures.push(`import of ${one.kind}, ${one.form}: ${error.message} (seed ${seed})`));
  }
  return failures;
}
