import type { Naming, OwnRow, OwnSection, OwnValue } from "#app/data/own-data.server.ts";
import { formatInstant } from "../i18n/format.ts";
import { findText, type Locale, translator } from "../i18n/translate.ts";

const STYLE = `body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:56rem;padding:0 1rem;color:#1b201d}
h2{border-top:2px solid;padding-top:.6rem;margin-top:2.2rem;font-size:1.2rem}table{border-collapse:collapse;width:100%;margin:0 0 1.2rem}
th,td{border:1px solid #bbb;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{width:32%;font-weight:600;background:#f6f4ee}img{max-width:100%}`;

/** Groups of the catalogue in which a coded value of a column may be told in words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  kind: ["terms.certificateKind", "terms.personCategory", "terms.eventKind", "recruit.hiring.state", "watch.kind", "watch.step"], level: ["terms.skillLevel"], education: ["terms.education"], sex: ["terms.sex"],
  place: ["terms.placeClass"], placeClass: ["terms.placeClass"], stream: ["terms.stream"], saidByRole: ["terms.role"], byRole: ["terms.role"], role: ["terms.role"], status: ["terms.matchStatus"],
  state: ["recruit.hiring.state", "seek.sms", "claims.state"], verification: ["terms.verification"], evidence: ["terms.evidence"], labourCapacity: ["terms.labourCapacity"], purpose: ["profile.purpose"],
  how: ["profile.how"], step: ["profile.step"], action: ["profile.act"], declineReason: ["terms.declineReason"], kinds: ["profile.careKind"], benefit: ["claims.benefit"], result: ["watch.results"], appliedByRole: ["terms.role"], help: ["training.help"],
};

/** The same as a page that anybody can read and print, whole in itself, in pieces. */
export async function* ownHtml(sections: AsyncIterable<OwnSection>, locale: Locale, namesOf: (row: OwnRow) => Promise<Naming>, at: Date): AsyncGenerator<string> {
  const t = translator(locale);
  const title = escape(t("profile.download.title"));
  yield `<!doctype html><html lang="${locale === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><h1>${title}</h1><p>${escape(t("profile.download.made", { at: formatInstant(at, locale) }))}</p>`;
  for await (const { table, rows } of sections) {
    yield `<h2>${escape(findText(locale, `profile.section.${table}`) ?? table)}</h2>`;
    let count = 0;
    for await (const row of rows) {
      count += 1;
      yield rowTable(row, locale, await namesOf(row));
    }
    if (count === 0) yield `<p>${escape(t("profile.download.none"))}</p>`;
  }
  yield "</body></html>";
}

function rowTable(row: OwnRow, locale: Locale, naming: Naming): string {
  const lines = Object.entries(row).filter(([column, value]) => value !== null && value !== "" && column !== "id");
  return `<table>${lines.map(([column, value]) => `<tr><th>${escape(findText(locale, `profile.column.${column}`) ?? column)}</th><td>${cell(column, value, locale, naming)}</td></tr>`).join("")}</table>`;
}

function cell(column: string, value: OwnValue, locale: Locale, naming: Naming): string {
  if (Array.isArray(value)) return value.map((one) => cell(column, one, locale, naming)).join("<br>");
  if (value !== null && typeof value === "object") return Object.entries(value).map(([key, inner]) => `${escape(findText(locale, `profile.column.${key}`) ?? key)}: ${cell(key, inner, locale, naming)}`).join("<br>");
  const t = translator(locale);
  if (typeof value === "boolean") return escape(t(value ? "common.yes" : "common.no"));
  if (typeof value === "string" && value.startsWith("data:image/webp;base64,")) return `<img alt="" src="${escape(value)}">`;
  if (typeof value === "number" && column.endsWith("Fen")) return escape(`${(value / 100).toFixed(2)} ${locale === "zh" ? "元" : "yuan"}`);
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return escape(formatInstant(value, locale));
  const name = naming(column, value);
  if (name) return escape(`${name[locale] || name.zh}`);
  for (const group of WORDS[column] ?? []) {
    const words = findText(locale, `${group}.${String(value)}`);
    if (words !== null) return escape(words);
  }
  return escape(String(value));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
