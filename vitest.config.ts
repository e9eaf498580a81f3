import { defineConfig } from "vitest/config";
import { E2E_LANES } from "./scripts/checks/lanes.ts";

const setupFiles = ["./tests/setup/console.ts"];

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
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          setupFiles,
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 120_000,
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
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
