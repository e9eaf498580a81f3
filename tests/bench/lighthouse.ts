import { loadavg } from "node:os";
import type { RowDataPacket } from "mysql2";
import { requireChromium } from "#scripts/checks/chromium.ts";
import { createProgress } from "#scripts/progress.ts";
import type { Suite } from "./suites.ts";
import { audit, type Audited, CATEGORIES, type Category } from "./web/lighthouse-run.ts";
import { makeProduct } from "./web/made-product.ts";
import { startWeb } from "./web/web-process.ts";

const RUNS = 3;
const ASKED = 95;

/** Front page, search and a post in both languages on a simulated slow phone: the median of three runs of each. */
export const benchLighthouse: Suite = async (deps, { seed }, onProgress) => {
  const chromium = await requireChromium(createProgress({ silent: true }));
  const { services } = await makeProduct(deps, { posts: 2_500, workers: 400, seed }, onProgress);
  try {
    // made-up posts ask search engines to pass them by, which costs points that a real post keeps
    const [[post]] = await services.pool.query<RowDataPacket[]>("SELECT id FROM post WHERE status = 'PUBLISHED' AND validUntil > ? AND filled < openings ORDER BY id LIMIT 1", [services.clock.today()]);
    await services.pool.query("UPDATE post SET madeUp = 0 WHERE id = ?", [post!.id]);
    const web = await startWeb(services.source);
    try {
      const asked = (["zh", "en"] as const).flatMap((lang) => [["home", "/"], ["search", "/jobs?q=dhg"], ["post", `/jobs/${String(post!.id)}`]].map(([name, path]) => ({ page: `${name} ${lang}`, path: path!, lang })));
      const pages = [];
      for (const [number, { page, path, lang }] of asked.entries()) {
        const runs: Audited[] = [];
        for (let run = 0; run < RUNS; run += 1) {
          runs.push(await audit(web.url + path, { chromium, cookie: `lang=${lang}` }));
          onProgress("runs", number * RUNS + run + 1, asked.length * RUNS);
        }
        const of = (category: Category) => median(runs.map(({ scores }) => scores[category] ?? 0));
        pages.push({ page, performance: of("performance"), accessibility: of("accessibility"), bestPractices: of("best-practices"), seo: of("seo"), short: [...new Set(runs.flatMap(({ short }) => short))], load: Math.round((loadavg()[0] ?? 0) * 10) / 10 });
      }
      const least = Math.min(...pages.flatMap((one) => [one.performance, one.accessibility, one.bestPractices, one.seo]));
      return { pages, runs: RUNS, categories: CATEGORIES.length, least, ok: least >= ASKED };
    } finally {
      await web.stop();
    }
  } finally {
    await services.close();
  }
};

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
