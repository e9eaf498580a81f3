import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CLASSIFICATION_FIELD_NAMES, classificationColumns, CODED_TITLE_FIELD_NAMES, codedTitleColumns } from "#app/domain/import/occupation-columns.ts";
import { isClassificationCode, nodesOf } from "#app/domain/occupation/classification.ts";
import { classifyTitle } from "#app/domain/occupation/classify.ts";
import type { Lexicon } from "#app/domain/occupation/lexicon.ts";
import { type CodedTitle, learnFromTitles } from "#app/domain/occupation/training.ts";
import { readList } from "#app/usecases/occupations/read-list.server.ts";
import { type Suite, timed } from "./suites.ts";

const TITLES = fileURLToPath(new URL("../../../shared/data/occupations/jobtitle_to_csco2022.csv", import.meta.url));
const BUILD_PERCENT = 60;

/** The side of the one split on which a title falls: by a hash of its letters, whatever its width, case and blanks. */
export function isHeldOut(title: string): boolean {
  const key = title.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  return createHash("sha256").update(key).digest().readUInt32BE(0) % 100 >= BUILD_PERCENT;
}

async function readTitles(path: string): Promise<CodedTitle[]> {
  const list = await readList(path, codedTitleColumns, ["title", "code"], CODED_TITLE_FIELD_NAMES);
  if (!list.ok) throw new Error(`${path}: ${list.problems[0]!.code}`);
  return list.value.map((row) => ({ title: row.cell("title"), code: row.cell("code") })).filter(({ code }) => isClassificationCode(code));
}

/** Names of the classification's occupations and trades, from the lists beside the titles. */
async function readNamed(folder: string): Promise<{ code: string; name: string }[]> {
  const nodes = new Map<string, string>();
  for (const file of ["csco2022.csv", "csco2022_trades.csv"]) {
    if (!existsSync(join(folder, file))) continue;
    const list = await readList(join(folder, file), classificationColumns, ["code", "name"], CLASSIFICATION_FIELD_NAMES);
    if (!list.ok) throw new Error(`${file}: ${list.problems[0]!.code}`);
    const rows = list.value.map((row) => ({
      code: row.cell("code"), name: row.cell("name"), level: Number(row.cell("level")) || null, definition: "", trades: row.cell("trades").split("|"),
    }));
    for (const { code, name, level } of nodesOf(rows).nodes) if (level === "OCCUPATION" || level === "TRADE") nodes.set(code, name);
  }
  return [...nodes].map(([code, name]) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

const share = (count: number, of: number) => Math.floor((count / Math.max(1, of)) * 10_000) / 10_000;

function measure(titles: readonly CodedTitle[], lexicon: Lexicon | null) {
  const right = { covered: 0, exact: 0, minor: 0, middle: 0, major: 0 };
  for (const { title, code } of titles) {
    const found = classifyTitle(title, lexicon)?.code;
    if (found === undefined) continue;
    right.covered += 1;
    const same = (parts: number) => found.split("-").slice(0, parts).join("-") === code.split("-").slice(0, parts).join("-");
    if (same(4)) right.exact += 1;
    if (same(3)) right.minor += 1;
    if (same(2)) right.middle += 1;
    if (same(1)) right.major += 1;
  }
  const all = titles.length;
  return {
    coverage: share(right.covered, all), accuracyExact: share(right.exact, all), accuracyMinor: share(right.minor, all),
    accuracyMiddle: share(right.middle, all), accuracyMajor: share(right.major, all),
  };
}

/** Coding of titles held out from learning; beside it the product's own list alone. Shares are of all held-out titles, covered or not. */
export const benchOccupations: Suite = async (_deps, { titles: path = TITLES }) => {
  if (!existsSync(path)) return { skipped: `${path} is not there: a file of titles that people coded is needed (--titles FILE)` };
  const all = await readTitles(path);
  const heldOut = all.filter(({ title }) => isHeldOut(title));
  const build = all.filter(({ title }) => !isHeldOut(title));
  const named = await readNamed(dirname(path));
  const learned = await timed(() => learnFromTitles(build, named));
  const lexicon = learned.value;
  const run = await timed(() => measure(heldOut, lexicon));
  const own = await timed(() => measure(heldOut, null));
  const perTitle = (ms: number) => Math.round((ms * 1_000) / Math.max(1, heldOut.length));
  const occupations = new Set(named.map(({ code }) => code.split("/")[0]));
  const seen = new Set([...build.map(({ code }) => code), ...occupations]);
  return {
    titles: heldOut.length,
    ...run.value,
    builtOn: build.length,
    namesOfClassification: named.length,
    labelsAboveFinest: named.length === 0 ? null : heldOut.filter(({ code }) => !occupations.has(code)).length,
    labelsNeverSeen: heldOut.filter(({ code }) => !seen.has(code)).length,
    learnSeconds: Math.round(learned.ms / 10) / 100,
    microsecondsPerTitle: perTitle(run.ms),
    cues: lexicon.weights.size,
    baselineOwnList: { ...own.value, microsecondsPerTitle: perTitle(own.ms) },
  };
};
