import { FILE_FAULTS, type FileFault, REASONS, type ReasonCode } from "#app/domain/import/reasons.ts";
import { type FieldTally, shareOfAll, shareOfStated } from "#app/domain/import/tally.ts";
import type { Problem } from "#app/domain/result.ts";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import type { ClassificationSummary } from "#app/usecases/occupations/import-classification.server.ts";
import type { CodedTitlesSummary } from "#app/usecases/occupations/import-coded-titles.server.ts";

const FIELD_WORDS = { wage: "工资 wage", place: "地点 place", education: "学历 education" } as const;

function number(value: number): string {
  return value.toLocaleString("en-US");
}

function percent(share: number | null): string {
  return share === null ? "—" : `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`;
}

function list(counts: Partial<Record<string, number>>): string[] {
  const entries = Object.entries(counts) as [string, number][];
  return entries.sort((a, b) => b[1] - a[1]).map(([code, n]) => `    ${number(n).padStart(9)}  ${reason(code)}`);
}

function reason(code: string): string {
  return REASONS[code as ReasonCode]?.join(" ") ?? code;
}

function fieldLines(tally: FieldTally, name: string): string[] {
  const ways = Object.entries(tally.ways).map(([way, n]) => `${way} ${number(n)}`).join(", ");
  const head = `  ${name}: ${percent(shareOfStated(tally))} 已理解 of the rows that say something, ${percent(shareOfAll(tally))} of all rows`;
  const counts = `    理解 understood ${number(tally.understood)}${ways ? ` (${ways})` : ""}; 未写 said nothing ${number(tally.saidNothing)}; ` +
    `无此列 no such column ${number(tally.noColumn)}; 未理解 not understood ${number(tally.notUnderstood)}`;
  return [head, counts, ...list(tally.reasons)];
}

/** The figures of an import as an operator reads them. No cell's value is printed: it may be personal. */
export function describeImport(summary: ImportSummary): string {
  const lines = [
    `${summary.fileName} → ${summary.source} (${summary.format}${summary.encoding ? `, ${summary.encoding}` : ""})`,
    `  行 rows ${number(summary.rows)}: 新增 imported ${number(summary.imported)}, 更新 updated ${number(summary.updated)}, ` +
      `未变 unchanged ${number(summary.unchanged)}, 拒收 rejected ${number(summary.rejected)}`,
    `  用时 ${summary.seconds} s, ${number(summary.rowsPerSecond)} rows/s`,
  ];
  if (summary.understood) for (const [field, name] of Object.entries(FIELD_WORDS)) lines.push(...fieldLines(summary.understood[field as keyof typeof FIELD_WORDS], name));
  if (summary.blocked > 0) lines.push(`  ${number(summary.blocked)} 个岗位含违规用语，已隐藏 posts hold an unlawful phrase and stay hidden`);
  if (summary.rejected > 0) {
    lines.push("  拒收原因 why rejected:", ...list(summary.rejectReasons), "  前几行 first bad rows:");
    for (const bad of summary.firstBadRows.slice(0, 10)) {
      lines.push(`    第${bad.line}行 line ${bad.line}, ${bad.columns.filter((name) => name !== "").join("; ") || "—"}: ${bad.reasons.map(reason).join("; ")}`);
    }
  }
  if (summary.noted > 0) lines.push(`  ${number(summary.noted)} 行已导入，但有单元格未采用 rows were taken without one of their cells:`, ...list(summary.noteReasons));
  if (summary.columnsUnknown.length > 0) lines.push(`  未用的列 columns not used: ${summary.columnsUnknown.join(", ")}`);
  const privacy = summary.kind === "workers" ? " （含个人信息，仅本人可读，用后请删除 holds personal data, readable by its owner only, delete it after use）" : "";
  if (summary.rejectsFile) lines.push(`  拒收的行 rejects: ${summary.rejectsFile}${privacy}`);
  if (summary.notesFile) lines.push(`  有提示的行 notes: ${summary.notesFile}${privacy}`);
  if (summary.brokenAt) lines.push(`  文件在第${summary.brokenAt.line ?? "?"}行损坏，之前的已导入 the file is damaged at line ${summary.brokenAt.line ?? "?"}, what came before is in`);
  if (summary.stopped) lines.push("  已中止；重新运行同一命令会接着导入 stopped; the same command goes on from here");
  return lines.join("\n");
}

/** Why nothing was imported. */
export function describeRefusal(problem: Problem): string {
  const fault = problem.code.replace(/^import-file-/, "") as FileFault;
  const words = FILE_FAULTS[fault] as readonly [string, string] | undefined;
  const columns = problem.params?.columns ? `: ${problem.params.columns}` : "";
  const more = problem.params?.line ? `${columns} (第${problem.params.line}行 line ${problem.params.line})` : columns;
  return words ? `${words.join(" ")}${more}` : `${problem.code}${problem.field ? ` (${problem.field})` : ""}`;
}

const FIRST_LINES = 10;

/** What an import of the classification brought in. */
export function describeOccupations({ fileName, edition, nodes, leftOut }: ClassificationSummary): string {
  const lines = [
    `${fileName} → ${edition}`,
    `  大类 major groups ${number(nodes.MAJOR)}, 中类 middle ${number(nodes.MIDDLE)}, 小类 small ${number(nodes.SMALL)}, 职业 occupations ${number(nodes.OCCUPATION)}, 工种 trades ${number(nodes.TRADE)}`,
  ];
  if (leftOut.length > 0) lines.push(`  未采用 left out ${number(leftOut.length)}:`, ...leftOut.slice(0, FIRST_LINES).map(({ line, fault }) => `    第${line}行 line ${line}: ${fault}`));
  return lines.join("\n");
}

/** What was learned from coded titles. */
export function describeTitles({ fileName, edition, titles, codes, names, cues, unchanged, leftOut }: CodedTitlesSummary): string {
  const lines = [
    `${fileName} → ${edition}${unchanged ? "，与上次相同 the same as before" : ""}`,
    `  岗位名称 titles ${number(titles)}, 编码 codes ${number(codes)}, 职业和工种名称 names of the classification ${number(names)}, 线索 cues ${number(cues)}`,
  ];
  if (leftOut.length > 0) lines.push(`  没有名称或编码 without title or code ${number(leftOut.length)}: 第 ${leftOut.slice(0, FIRST_LINES).join(", ")} 行 lines`);
  return lines.join("\n");
}
