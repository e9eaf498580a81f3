import { writeSync } from "node:fs";
import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";

export interface Failure {
  name: string;
  detail: string;
}
export type ReportLine =
  | { type: "collected"; tests: number }
  | { type: "result"; state: "passed" | "failed" | "skipped"; name: string; reason: string }
  | { type: "failure"; failure: Failure }
  | { type: "took"; name: string; ms: number };

const CHANNEL = 3;

interface ErrorLike {
  message?: string;
  stack?: string;
  diff?: string;
}

function describeError(error: ErrorLike): string {
  const text = error.stack?.includes(error.message ?? "") ? error.stack : `${error.message ?? ""}\n${error.stack ?? ""}`;
  return [text, error.diff].filter(Boolean).join("\n");
}

function tell(line: ReportLine) {
  writeSync(CHANNEL, `${JSON.stringify(line)}\n`);
}

function tellErrors(name: string, errors: readonly ErrorLike[]) {
  if (errors.length > 0) tell({ type: "failure", failure: { name, detail: errors.map(describeError).join("\n\n") } });
}

/** The reason given when it was skipped, else the one that its name carries: "… (skipped where X is absent)". */
function skipReason(test: TestCase, note: string | undefined): string {
  return note ?? /\((skipped [^)]*)\)/.exec(test.fullName)?.[1] ?? "";
}

/** Passes every result on to scripts/test.ts as it arrives, one JSON line each. */
export default class LineReporter implements Reporter {
  onTestModuleCollected(module: TestModule) {
    tell({ type: "collected", tests: [...module.children.allTests()].length });
  }

  onTestCaseResult(test: TestCase) {
    const result = test.result();
    if (result.state === "pending") return;
    const name = `${test.module.relativeModuleId} > ${test.fullName}`;
    tell({ type: "result", state: result.state, name, reason: result.state === "skipped" ? skipReason(test, result.note) : "" });
    if (result.state === "failed") tellErrors(name, result.errors);
  }

  onTestSuiteResult(suite: TestSuite) {
    tellErrors(`${suite.module.relativeModuleId} > ${suite.fullName}`, suite.errors());
  }

  onTestModuleEnd(module: TestModule) {
    tellErrors(module.relativeModuleId, module.errors());
    tell({ type: "took", name: module.relativeModuleId, ms: Math.round(module.diagnostic().duration) });
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly ErrorLike[]) {
    for (const error of unhandled) tellErrors("outside any test", [error]);
  }
}
