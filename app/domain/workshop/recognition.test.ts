import { expect, it } from "vitest";
import type { PolicyParameter } from "../policy/parameter.ts";
import { createRuleBook } from "../policy/rule-book.ts";
import { judgeRecognition } from "./recognition.ts";

const row = (key: string, value: number): PolicyParameter => ({ id: key, key, regionCode: "", value, unit: "", article: null, documentNumber: null, source: "x", certainty: "MEMORY", validFrom: "2021-01-01", validTo: null, note: null });
const rules = createRuleBook([row("workshop.recognition.workers.min", 10), row("workshop.recognition.lifted.share.pct", 30), row("workshop.recognition.years", 3)]);

it.each([[10, 0, true], [9, 2, false], [9, 3, true], [0, 0, false], [1, 1, true]])("%i at work, %i of them lifted: recognised is %s", (workers, liftedWorkers, may) => {
  expect(judgeRecognition({ workers, liftedWorkers }, rules, { regionCode: "141124", asOf: "2026-01-01" })).toMatchObject({ may, years: 3 });
});

it("nothing is recognised where no rule is in force", () => {
  expect(judgeRecognition({ workers: 50, liftedWorkers: 50 }, createRuleBook([]), { regionCode: "141124", asOf: "2026-01-01" }).may).toBe(false);
});
