import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ImportSummary } from "#app/domain/import/summary.ts";
import { emptyForm } from "../components/form.tsx";
import { LocaleProvider } from "../i18n/context.tsx";
import { RosterTake } from "./roster-forms.tsx";

const shown = (counts: Partial<ImportSummary>, locale: "zh" | "en" = "zh") => renderToStaticMarkup(
  <LocaleProvider locale={locale}><RosterTake form={emptyForm()} version={3} checked={{ imported: 0, updated: 0, unchanged: 0, rejected: 0, differing: 0, differences: {}, ...counts } as ImportSummary} /></LocaleProvider>);

describe("letting a roster in", () => {
  it("counts whom it changes", () => {
    expect(shown({ imported: 1_200, updated: 34, unchanged: 5 })).toContain("并入这 1,234 人");
    expect(shown({ updated: 1, differing: 1, differences: { name: 1 } })).toContain("以我们的记录为准");
  });

  it("is not offered where it would change nobody, and the page says why", () => {
    for (const counts of [{ unchanged: 8 }, { rejected: 2 }, {}]) {
      expect(shown(counts)).not.toContain("<button");
      expect(shown(counts)).toContain("不会有变化");
    }
    expect(shown({ unchanged: 8 }, "en")).toContain("would change nothing");
  });
});
