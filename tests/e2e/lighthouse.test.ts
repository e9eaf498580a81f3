import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { audit } from "#tests/bench/web/lighthouse-run.ts";
import { baseUrl } from "#tests/setup/browser.ts";

let deps: Deps;
let post: string;
beforeAll(async () => {
  deps = await createDeps(process.env, { process: "test" });
  const [[row]] = await deps.pool.query<RowDataPacket[]>("SELECT id FROM post WHERE status = 'PUBLISHED' AND validUntil > ? AND filled < openings ORDER BY id LIMIT 1", [deps.clock.today()]);
  post = String(row!.id);
  // made-up posts ask search engines to pass them by; a real one must not
  await deps.pool.query("UPDATE post SET madeUp = 0 WHERE id = ?", [post]);
});
afterAll(async () => {
  await deps.pool.query("UPDATE post SET madeUp = 1 WHERE id = ?", [post]);
  await deps.close();
});

/** Speed is measured by `npm run bench -- lighthouse`: here is what does not depend on the machine. */
describe("Lighthouse, on a phone", () => {
  it.each([["home", "zh"], ["search", "zh"], ["post", "zh"], ["search", "en"], ["post", "en"]] as const)("finds nothing to improve on the %s page in %s for accessibility, good practice and search engines", async (page, lang) => {
    const path = { home: "/", search: "/jobs?q=dhg", post: `/jobs/${post}` }[page];
    const { scores, short } = await audit(baseUrl() + path, { chromium: process.env.CHROMIUM_BIN!, cookie: `lang=${lang}`, only: ["accessibility", "best-practices", "seo"] });
    expect(short).toEqual([]);
    expect(scores).toEqual({ accessibility: 100, "best-practices": 100, seo: 100 });
  });
});
