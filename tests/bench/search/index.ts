import { loadavg } from "node:os";
import type { RowDataPacket } from "mysql2";
import type { TestServices } from "#tests/setup/services.ts";
import type { Suite } from "../suites.ts";
import { makeProduct } from "../web/made-product.ts";
import { startWeb } from "../web/web-process.ts";
import { measureSearch } from "./measure.ts";
import { questionsOf } from "./questions.ts";

const ALSO = ["电焊工", "保姆", "月嫂", "挖掘机", "打扫卫生", "开车"];
const PEOPLE = 200;

/** The search page of a web process on its own data of that size, beside the engine asked directly with the same queries. */
export const benchSearch: Suite = async (deps, { posts = 3_000, queries, seed }, onProgress) => {
  const made = await makeProduct(deps, { posts, workers: PEOPLE, seed }, onProgress);
  try {
    const web = await startWeb(made.services.source);
    try {
      const found = await measureSearch(made.services, web.url, questionsOf(await titlesOf(made.services), queries, seed), onProgress);
      return { posts: made.indexed, ...found, indexSeconds: made.indexSeconds, indexMb: made.indexMb, load: round(loadavg()[0]), ok: found.failed === 0 };
    } finally {
      await web.stop();
    }
  } finally {
    await made.services.close();
  }
};

/** Some of the titles that are advertised, and other words for the same work. */
export async function titlesOf({ pool }: Pick<TestServices, "pool">): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT DISTINCT title FROM (SELECT title FROM post WHERE status = 'PUBLISHED' ORDER BY id LIMIT 20000) AS some ORDER BY title LIMIT 400");
  return [...rows.map((row) => String(row.title)), ...ALSO];
}

const round = (value: number | undefined) => Math.round((value ?? 0) * 100) / 100;
