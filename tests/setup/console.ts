import { afterEach, beforeEach } from "vitest";

const seen: string[] = [];

/** For a test that means to provoke one: returns what was written and counts it as expected. */
export function takeConsoleErrors(): string[] {
  return seen.splice(0);
}

beforeEach(() => {
  seen.length = 0;
  console.error = (...words: unknown[]) => {
    seen.push(words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(" "));
  };
});

afterEach(() => {
  const left = takeConsoleErrors();
  if (left.length > 0) throw new Error(`console.error was called unexpectedly:\n${left.join("\n")}`);
});
