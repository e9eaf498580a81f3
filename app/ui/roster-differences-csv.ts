import type { ShownDifference } from "./views/roster.tsx";
import { csvText } from "./csv.ts";
import type { Locale } from "./i18n/translate.ts";
import { translator } from "./i18n/translate.ts";
import { differenceWord, fieldWord } from "./roster-words.ts";

/** Differences as a table in the reader's language, as they come. */
export async function* rosterDifferencesCsv(groups: AsyncIterable<readonly { line: number; nameMasked: string; differences: readonly ShownDifference[] }[]>, locale: Locale): AsyncGenerator<string> {
  const t = translator(locale);
  yield csvText([[t("rosters.line"), t("rosters.person"), t("rosters.field"), t("rosters.ours"), t("rosters.theirs")]]);
  for await (const lines of groups) {
    const rows = lines.flatMap((one) => one.differences.map((each) => [one.line, one.nameMasked, fieldWord(each.field, locale), differenceWord(each, "before", locale), differenceWord(each, "after", locale)]));
    if (rows.length > 0) yield csvText(rows).slice(1);
  }
}
