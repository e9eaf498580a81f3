import { defineConfig } from "vitest/config";
import { E2E_LANES } from "./scripts/checks/lanes.ts";

const setupFiles = ["./tests/setup/console.ts"];
/** What hangs is found out at some time; no test is a measure of how busy the machine is. */
const PATIENCE = { testTimeout: 180_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{app,search,workers,prisma,scripts}/**/*.test.{ts,tsx}", "tests/contract/**/*.test.ts"],
          exclude: ["prisma/generated/**", "**/node_modules/**"],
          setupFiles,
          environment: "node",
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          setupFiles,
          environment: "node",
          ...PATIENCE,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          setupFiles: [...setupFiles, "./tests/setup/lane.ts"],
          environment: "node",
          maxWorkers: E2E_LANES,
          ...PATIENCE,
        },
      },
    ],
  },
});
