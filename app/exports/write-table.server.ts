import { writeAudit } from "#app/data/audit.server.ts";
import { regionPaths } from "#app/data/read-models/names.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { tableWorkbook } from "#app/platform/tables/table-workbook.server.ts";
import { formatCount } from "../ui/i18n/format.ts";
import { type Locale, translator } from "../ui/i18n/translate.ts";
import { findTable } from "./registry.server.ts";
import type { Sheet } from "./table-file.ts";

export interface TableRequest {
  actor: Actor;
  name: string;
  query: URLSearchParams;
  locale: Locale;
}

/** What a table's page shows this officer, all of its pages: null for a table that there is not, and for one of somebody else's region alike. */
export async function readTable(deps: Deps, { actor, name, query, locale }: TableRequest): Promise<Sheet | null> {
  const asked = { deps, actor, query, locale, t: translator(locale), name: (of: { zh: string; en: string } | null | undefined) => (of ? of[locale] || of.zh : "") };
  return (await findTable(name)?.read(asked)) ?? null;
}

/** The same as a workbook. Taking it along is in the audit. */
export async function writeTable(deps: Deps, request: TableRequest): Promise<{ fileName: string; body: Buffer } | null> {
  const sheet = await readTable(deps, request);
  if (!sheet) return null;
  const { actor, name, locale } = request;
  const t = translator(locale);
  await writeAudit(deps, { ...actor, purpose: `form:table:${name}`.slice(0, 120) }, { action: "export-table", subjectType: "table", subjectId: name, outcome: "ok" });
  const code = actor.regionCode ?? "";
  const region = (await regionPaths(deps.pool, [code])).get(code);
  const now = deps.clock.now();
  const about = [
    [t("tables.title"), sheet.title],
    [t("tables.region"), region?.[locale] || region?.zh || code],
    [t("tables.asOf"), { at: now }],
    [t("tables.rows"), sheet.rows.length],
    ...(sheet.cutFrom === null ? [] : [[t("tables.cut"), t("tables.cutSays", { shown: formatCount(sheet.rows.length), total: formatCount(sheet.cutFrom) })]]),
    ...sheet.notes.map(([what, cell]) => [what, cell]),
    [t("tables.source"), t("tables.sourceSays")],
    [t("tables.masked"), t("tables.maskedSays")],
  ];
  const body = await tableWorkbook(sheet, { title: t("tables.about"), head: [], rows: about });
  return { fileName: `${sheet.title} ${deps.clock.today()}`, body };
}
