import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RowDataPacket } from "mysql2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addTally, emptyTally, type FieldTally, shareOfAll, shareOfStated } from "#app/domain/import/tally.ts";
import { must } from "#app/domain/result.ts";
import { systemActor } from "#app/platform/actor.ts";
import { importPosts } from "#app/usecases/imports/import-posts.server.ts";
import type { CountedField, ImportSummary } from "#app/domain/import/summary.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const postings = fileURLToPath(new URL("../../../shared/data/postings/", import.meta.url));
const SOURCES = { job51_2024: 44_852, zhilian_2024: 10_742, job51_2023: 5_216, job51_2023b: 3_454, job5iai_2023: 1_266 } as const;
type Source = keyof typeof SOURCES;
const FIELDS = ["wage", "place", "education"] as const satisfies readonly CountedField[];
const here = existsSync(postings);
if (!here) process.stdout.write("import-real.test.ts is skipped: ../shared/data/postings is not there\n");

const actor = systemActor("test");
const percent = (share: number | null) => (share === null ? "—" : `${(share * 100).toFixed(2)}%`);

describe.skipIf(!here)("the real postings of five sources (skipped where ../shared/data/postings is absent)", () => {
  let services: TestServices;
  let folder = "";
  const first = new Map<Source, ImportSummary>();
  const second = new Map<Source, ImportSummary>();

  async function importSource(source: Source): Promise<ImportSummary> {
    return must(await importPosts(services, actor, { path: join(folder, `${source}.csv.gz`), source }));
  }

  async function contents() {
    const [rows] = await services.pool.query<RowDataPacket[]>(
      `SELECT (SELECT COUNT(*) FROM post) AS posts, (SELECT COUNT(*) FROM employer) AS employers, (SELECT COUNT(*) FROM outbox_event) AS events,
              (SELECT MAX(updatedAt) FROM post) AS newest, (SELECT SUM(CRC32(CONCAT_WS('|', id, title, sourceHash, status))) FROM post) AS digest`);
    return rows[0]!;
  }

  beforeAll(async () => {
    services = await openTestServices();
    folder = await mkdtemp(join(tmpdir(), "postings-"));
    await loadReference(services);
    for (const source of Object.keys(SOURCES) as Source[]) {
      await copyFile(join(postings, `${source}.csv.gz`), join(folder, `${source}.csv.gz`));
      first.set(source, await importSource(source));
    }
  }, 300_000);

  afterAll(async () => {
    await services.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("are each read to their last row, and every row is accounted for", async () => {
    for (const [source, summary] of first) {
      expect(summary.rows).toBe(SOURCES[source]);
      expect(summary.imported + summary.rejected).toBe(summary.rows);
      expect([summary.updated, summary.unchanged, summary.brokenAt]).toEqual([0, 0, null]);
    }
    const imported = [...first.values()].reduce((sum, summary) => sum + summary.imported, 0);
    expect((await contents()).posts).toBe(imported);
  });

  it("arrive with wage, place and education understood in 98% or more of the rows that state them", () => {
    const total: Record<CountedField, FieldTally> = { wage: emptyTally(), place: emptyTally(), education: emptyTally() };
    const lines: string[] = [];
    for (const [source, summary] of first) {
      for (const field of FIELDS) total[field] = addTally(total[field], summary.understood![field]);
      lines.push(`${source.padEnd(13)} ${FIELDS.map((field) => {
        const tally = summary.understood![field];
        return `${field} ${percent(shareOfStated(tally))} of stated, ${percent(shareOfAll(tally))} of all ${JSON.stringify(tally.reasons)}`;
      }).join("; ")}; imported ${summary.imported} of ${summary.rows} at ${summary.rowsPerSecond} rows/s; rejected ${JSON.stringify(summary.rejectReasons)}`);
    }
    lines.push(`all five      ${FIELDS.map((field) => `${field} ${percent(shareOfStated(total[field]))} of stated, ${percent(shareOfAll(total[field]))} of all`).join("; ")}`);
    process.stdout.write(`${lines.join("\n")}\n`);
    for (const field of FIELDS) {
      expect(shareOfStated(total[field])).toBeGreaterThanOrEqual(0.98);
      const { understood, notUnderstood, saidNothing, noColumn } = total[field];
      expect(understood + notUnderstood + saidNothing + noColumn).toBe(65_530);
    }
  });

  it("say it when a source has no column of education, instead of counting it as understood", () => {
    expect(first.get("job51_2024")!.understood!.education).toEqual({ ...emptyTally(), noColumn: 44_852 });
  });

  it("a second import of all five changes nothing", async () => {
    const before = await contents();
    for (const source of Object.keys(SOURCES) as Source[]) second.set(source, await importSource(source));
    for (const [source, summary] of second) {
      expect([summary.imported, summary.updated, summary.unchanged]).toEqual([0, 0, first.get(source)!.imported]);
      expect(summary.rejected).toBe(first.get(source)!.rejected);
    }
    expect(await contents()).toEqual(before);
  }, 300_000);

  it("put one outbox row beside every new post and employer", async () => {
    const [rows] = await services.pool.query<RowDataPacket[]>("SELECT event, COUNT(*) AS n, COUNT(DISTINCT subjectId) AS subjects FROM outbox_event GROUP BY event");
    const { posts, employers } = await contents();
    expect(new Map(rows.map((row) => [row.event, [row.n, row.subjects]]))).toEqual(new Map([["post.changed", [posts, posts]], ["employer.changed", [employers, employers]]]));
  });
});
