import { z } from "zod";
import { loadKnownRegions } from "#app/data/imports/regions.server.ts";
import { loadPostRules } from "#app/data/policy.server.ts";
import { findCopies } from "#app/data/post-flags.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { cellOf, type ColumnMap } from "#app/domain/import/columns.ts";
import { POST_FIELD_NAMES, postColumns, type PostField } from "#app/domain/import/post-columns.ts";
import { type PostDraft, readPost } from "#app/domain/import/read-post.ts";
import type { ReasonCode } from "#app/domain/import/reasons.ts";
import { type PostInput, postInputSchema } from "#app/domain/post/post-input.ts";
import { type PostRules, reviewPost } from "#app/domain/post/review.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { openTable } from "#app/platform/tables/open-table.server.ts";
import { type Table, TableError, type TableRow } from "#app/platform/tables/table.ts";
import { withUploadedFile } from "#app/platform/tables/uploaded-file.server.ts";
import { toProblem, useCase } from "../use-case.server.ts";
import { columnsOf, occupationOfPost } from "./post-columns.server.ts";
import { announce, hasTwin } from "./save-post.server.ts";

export interface UploadedRow {
  line: number;
  title: string;
  outcome: "published" | "duplicate" | "refused";
  /** what the form would have said */
  problems: Problem[];
  /** what could not be read in the row */
  unread: ReasonCode[];
}

export interface UploadReport {
  rows: UploadedRow[];
  published: number;
  duplicate: number;
  refused: number;
  /** the file broke off, or had more rows than are taken at once */
  cutAt: number | null;
}

const MOST_ROWS = 500;
/** How the title of the template's example row begins: whoever leaves it in must not publish it. */
export const EXAMPLE_MARK = "例：";
/** What the recruitment notice wants every ad to say. */
const NEEDED: readonly (readonly PostField[])[] = [["title"], ["province", "city", "district", "address"], ["openings"], ["wage", "wageMin"], ["description"], ["validUntil"]];

/** Publishes an employer's posts from a table, each row by the form's own rules and each for itself. A row that is open already is reported, not doubled. */
export const uploadPosts = useCase({
  name: "upload-posts",
  roles: ["EMPLOYER"],
  subject: { type: "employer", id: (_input, value) => value.employerId },
  input: z.object({ bytes: z.instanceof(Uint8Array, { message: "file-needed" }).refine((bytes) => bytes.byteLength > 0, { message: "file-needed" }) }),
  async run({ deps, actor, input }) {
    const employer = actor.employerId ? await deps.db.employer.findUnique({ where: { id: actor.employerId } }) : null;
    if (!employer) return refuse("no-employer");
    if (employer.status !== "APPROVED") return refuse("employer-not-approved");
    // an agency names another unit for each of its posts, which a table has no column for
    if (employer.kind === "COMMERCIAL_AGENCY") return refuse("upload-not-for-agencies");
    return withUploadedFile(input.bytes, async (path) => {
      let table: Table;
      try {
        table = await openTable(path, { headerScore: postColumns.score });
      } catch (error) {
        if (error instanceof TableError) return refuse(`upload-${error.fault}`, { field: "file" });
        throw error;
      }
      const columns = postColumns.map(table.header);
      const missing = NEEDED.filter((group) => !group.some((field) => columns.at.has(field)));
      if (missing.length > 0) return refuse("upload-columns-missing", { field: "file", params: { columns: missing.map((group) => group.map((field) => POST_FIELD_NAMES[field]).join(" / ")).join("，") } });
      const uploader = new Uploader(deps, employer, columns, table.header.length, await loadPostRules(deps.pool, deps.clock.today()), await loadKnownRegions(deps.pool));
      const report = await uploader.takeAll(table);
      return ok({ employerId: employer.id, report });
    });
  },
});

type Employer = NonNullable<Awaited<ReturnType<Deps["db"]["employer"]["findUnique"]>>>;

class Uploader {
  private readonly columns: ColumnMap<PostField>;

  constructor(
    private readonly deps: Deps,
    private readonly employer: Employer,
    columns: ColumnMap<PostField>,
    private readonly width: number,
    private readonly rules: PostRules,
    private readonly regions: Awaited<ReturnType<typeof loadKnownRegions>>,
  ) {
    // whatever the table says, the posts are the employer's own: its name stands behind the last cell
    this.columns = { ...columns, at: new Map([...columns.at, ["employer", width]]) };
  }

  async takeAll(table: Table): Promise<UploadReport> {
    const report: UploadReport = { rows: [], published: 0, duplicate: 0, refused: 0, cutAt: null };
    try {
      for await (const row of table.rows) {
        if (row.cells.every((cell) => cell.trim() === "")) continue;
        if (report.rows.length >= MOST_ROWS) {
          report.cutAt = row.line;
          break;
        }
        const taken = await this.take(row);
        report.rows.push(taken);
        report[taken.outcome] += 1;
      }
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      report.cutAt = error.line ?? (report.rows.at(-1)?.line ?? 0) + 1;
    }
    return report;
  }

  private async take(row: TableRow): Promise<UploadedRow> {
    if (row.damage) return { line: row.line, title: "", outcome: "refused", problems: [], unread: [row.damage] };
    const cells = [...row.cells.slice(0, this.width), this.employer.name];
    const reading = readPost(cells, { columns: this.columns, regions: this.regions.index, overseasCodes: this.regions.overseasCodes });
    const title = cells[this.columns.at.get("title") ?? -1]?.trim().slice(0, 80) ?? "";
    const unread = [...new Set([...reading.rejections, ...reading.notes].map(({ reason }) => reason))];
    const refusedWith = (problems: Problem[]): UploadedRow => ({ line: row.line, title, outcome: "refused", problems, unread });
    if (title.startsWith(EXAMPLE_MARK)) return refusedWith([{ code: "row-is-example" }]);
    if (reading.draft === null) return refusedWith([]);
    const numbered = cellOf(this.columns, cells, "openings").trim() !== "";
    const parsed = postInputSchema.safeParse({ ...inputOf(reading.draft), ...(numbered ? {} : { openings: undefined }) });
    if (!parsed.success) return refusedWith(parsed.error.issues.map(toProblem));
    const columns = columnsOf(parsed.data, this.employer.id, await occupationOfPost(this.deps.pool, parsed.data));
    const { blocked } = reviewPost({ ...parsed.data, occupationCode: columns.occupationCode ?? undefined }, this.rules);
    // a table has no columns for scheme, entry and fee
    if (columns.scope === "OVERSEAS") blocked.push({ code: "overseas-by-form" });
    if (blocked.length > 0) return refusedWith(blocked);
    const published = await this.publish(columns);
    return { line: row.line, title, outcome: published ? "published" : "duplicate", problems: published ? [] : [{ code: "post-duplicate" }], unread };
  }

  private async publish(columns: ReturnType<typeof columnsOf>): Promise<boolean> {
    const { deps, employer } = this;
    const id = deps.newId();
    const now = deps.clock.now();
    const copies = await findCopies(deps.pool, { ...columns, employerId: employer.id });
    return deps.db.$transaction(async (tx) => {
      if (await hasTwin(tx, employer.id, { ...columns, postId: id })) return false;
      await tx.post.create({
        data: {
          ...columns, id, employerId: employer.id, status: "PUBLISHED", validFrom: toDate(deps.clock.today()), publishedAt: now, confirmedAt: now, recordedAt: now, updatedAt: now,
          source: "platform", madeUp: employer.madeUp,
        },
      });
      await announce(deps, tx, { id, employerId: employer.id, employerRegion: employer.regionCode }, copies);
      return true;
    });
  }
}

/** A row as the form would have sent it. */
function inputOf(draft: PostDraft): Partial<Record<keyof PostInput, unknown>> {
  const yuan = (fen: number | null, otherwise: number | null) => (fen ?? otherwise ?? Number.NaN) / 100;
  return {
    stream: draft.stream, title: draft.title, description: draft.description, regionCode: draft.regionCode, address: draft.address ?? undefined, openings: draft.openings,
    wageMinYuan: yuan(draft.wageMinFen, draft.wageMaxFen), wageMaxYuan: yuan(draft.wageMaxFen, draft.wageMinFen), wagePeriod: draft.wagePeriod,
    hoursPerDay: 8, daysPerWeek: 6, housing: draft.housing, meals: draft.meals, insurance: draft.insurance, educationMin: draft.educationMin,
    experienceMonths: draft.experienceMonths, validUntil: draft.validUntil ?? undefined,
  };
}
