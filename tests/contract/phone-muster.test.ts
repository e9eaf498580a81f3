import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysInForce, type Hashed, mergeChanges } from "#app/domain/workfare/roll.ts";
import { linesOf } from "#app/ui/views/workfare/roll-lines.ts";

interface Roll { id: string; title: string; seq: number; days: string[]; people: { personId: string; nr: number; name: string; village: string; rate: string; days: Record<string, number> }[] }
interface Sheet { key: string; village: string; form: Record<string, string> }

const island = import(/* @vite-ignore */ pathToFileURL(resolve("public/enhance/muster/sheet.js")).href) as Promise<{ sheetOf(roll: Roll, filled: FormData, stamp: { key: string; savedAt: string }): Sheet | null; overlay(rolls: Roll[], sheets: Pick<Sheet, "form">[]): Roll[] }>;

const PEOPLE = ["01K00000000000000000000001", "01K00000000000000000000002"];
const DAYS = ["2026-03-02", "2026-03-03"];
const taken = (): Roll => ({ id: "R1", title: "护坡 · 1", seq: 0, days: DAYS, people: PEOPLE.map((personId, at) => ({ personId, nr: at + 1, name: "南***", village: "东沟村", rate: "150.50", days: {} })) });
const filled = (cells: readonly number[]) => {
  const form = new FormData();
  PEOPLE.forEach((personId, at) => {
    form.set(`rate-${personId}`, "150.50");
    DAYS.forEach((day, nth) => form.set(`q-${personId}-${day}`, String(cells[at * DAYS.length + nth])));
  });
  return form;
};

describe("a sheet on the phone", () => {
  it("holds the cells that were changed, and is none where nothing was", async () => {
    const { sheetOf } = await island;
    const sheet = sheetOf(taken(), filled([4, 0, 0, 2]), { key: "K1", savedAt: "2026-03-02T10:00:00Z" })!;
    expect(Object.keys(sheet.form).filter((name) => name.startsWith("q-"))).toEqual([`q-${PEOPLE[0]}-2026-03-02`, `q-${PEOPLE[1]}-2026-03-03`]);
    expect(sheetOf(taken(), filled([0, 0, 0, 0]), { key: "K2", savedAt: "2026-03-02T10:00:00Z" })).toBeNull();
  });

  it("kept after another without signal leaves in the roll what was filled in last, once all have gone out", async () => {
    const { sheetOf, overlay } = await island;
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (sheets) => {
      const phone = taken();
      const kept = sheets.flatMap((cells, at) => {
        const sheet = sheetOf(phone, filled(cells), { key: `K${at}`, savedAt: "2026-03-02T10:00:00Z" });
        if (sheet) overlay([phone], [sheet]);
        return sheet ?? [];
      });
      const rows: Hashed[] = [];
      for (const { form, key } of kept) {
        const lines = linesOf(form).map((one) => ({ ...one, quarters: Number(one.quarters) }));
        const { fresh, conflicts } = mergeChanges(rows, lines, { seq: Number(form.seen), by: "U1", changesOnly: true, decided: null });
        expect(conflicts).toEqual([]);
        for (const one of fresh) rows.push({ rollId: "R1", seq: rows.length + 1, kind: "DAY", ...one, minutes: one.quarters * 120, way: "PHONE", note: null, entryKey: key, recordedAt: "2026-03-02T10:00:00.000Z", recordedBy: "U1", hash: "" });
      }
      const stands = daysInForce(rows);
      const last = sheets.at(-1)!;
      expect(PEOPLE.flatMap((personId) => DAYS.map((day) => stands.find((one) => one.personId === personId && one.day === day)?.quarters ?? 0))).toEqual(last);
    }));
  });

  it("is drawn and kept by little script, that keeps nothing in the clear and builds no markup out of text", () => {
    const files = ["main.js", "rolls.js", "sheet.js", "drawer.js"].map((file) => readFileSync(resolve("public/enhance/muster", file), "utf8"));
    expect(files.reduce((sum, file) => sum + Buffer.byteLength(file), 0)).toBeLessThan(12 * 1_024);
    for (const file of files) expect(file).not.toMatch(/localStorage|sessionStorage|document\.cookie|innerHTML|insertAdjacentHTML|eval\(|new Function/);
  });
});
