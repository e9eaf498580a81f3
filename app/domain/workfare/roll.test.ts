import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayKey, daysInForce, entryHash, findBrokenEntry, type Hashed, mergeChanges, minutesOf, type RollEntry, rollDays, type Seen, signaturesOf } from "./roll.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
const entry = (seq: number, change: Partial<RollEntry> = {}): RollEntry => ({
  rollId: "R", seq, kind: "DAY", personId: "P1", day: "2026-03-02", quarters: 4, minutes: 480, rateFen: 15_000, way: "PAGE", note: null, entryKey: `k${seq}`, recordedAt: "2026-03-02T10:00:00.000Z", recordedBy: "U1", ...change,
});
const chain = (entries: readonly RollEntry[]): Hashed[] => {
  let before = "";
  return entries.map((one) => ({ ...one, hash: (before = entryHash(before, one, digest)) }));
};
const sealOf = (rows: readonly Hashed[]) => ({ lastSeq: rows.length, lastHash: rows.at(-1)?.hash ?? "" });
const seen = (change: Partial<Seen> = {}): Seen => ({ seq: 0, by: "U1", changesOnly: false, decided: null, ...change });

describe("the chain of a roll", () => {
  const rows = chain([entry(1), entry(2, { day: "2026-03-03" }), entry(3, { personId: "P2", quarters: 2 }), entry(4, { kind: "FOREMAN", personId: null, day: null, quarters: null, minutes: null, rateFen: null })]);

  it("holds as it was written, an empty roll too", () => {
    expect(findBrokenEntry(rows, sealOf(rows), digest)).toBeNull();
    expect(findBrokenEntry([], { lastSeq: 0, lastHash: "" }, digest)).toBeNull();
  });

  it("shows any change of any field of any row, at that row", () => {
    const changes: Partial<RollEntry>[] = [{ quarters: 3 }, { rateFen: 15_001 }, { day: "2026-03-09" }, { personId: "P9" }, { minutes: 1 }, { note: "x" }, { recordedAt: "2026-03-03T10:00:00.000Z" }, { recordedBy: null }, { way: "PAPER" }, { entryKey: "z" }, { kind: "CLOSED" }, { rollId: "S" }];
    fc.assert(fc.property(fc.nat(rows.length - 1), fc.constantFrom(...changes), (at, change) => {
      const tampered = rows.map((one, nth) => (nth === at ? { ...one, ...change } : one));
      if (JSON.stringify(tampered[at]) === JSON.stringify(rows[at])) return;
      expect(findBrokenEntry(tampered, sealOf(rows), digest)).toBe(at + 1);
    }));
  });

  it("shows a row taken out, put in, or two that changed places", () => {
    expect(findBrokenEntry(rows.filter((_, at) => at !== 1), sealOf(rows), digest)).toBe(3);
    expect(findBrokenEntry([rows[1]!, rows[0]!, ...rows.slice(2)], sealOf(rows), digest)).toBe(2);
    expect(findBrokenEntry([...rows, { ...entry(5), hash: digest("made up") }], sealOf(rows), digest)).toBe(5);
  });

  it("shows rows cut off at the end by the roll's own seal", () => {
    expect(findBrokenEntry(rows.slice(0, 3), sealOf(rows), digest)).toBe(0);
  });
});

describe("the days of a roll", () => {
  it("are the newest word of each person and day; a day set to nothing is out", () => {
    const rows = [entry(1), entry(2, { quarters: 2 }), entry(3, { day: "2026-03-03" }), entry(4, { day: "2026-03-03", quarters: 0 })];
    expect(daysInForce(rows)).toMatchObject([{ personId: "P1", day: "2026-03-02", quarters: 2, seq: 2 }]);
  });

  it("cover the roll and no day more, and count minutes by the hours of a day", () => {
    expect(rollDays("2026-02-23", "2026-03-02")).toEqual(["2026-02-23", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01"]);
    expect([minutesOf(4, 8), minutesOf(3, 8), minutesOf(2, 7)]).toEqual([480, 360, 210]);
  });
});

describe("two signatures", () => {
  const sign = (seq: number, kind: "FOREMAN" | "REPRESENTATIVE" | "CLOSED") => entry(seq, { kind, personId: null, day: null });

  it("hold until a day is written after them", () => {
    expect(signaturesOf([entry(1), sign(2, "FOREMAN"), sign(3, "REPRESENTATIVE")])).toMatchObject({ foreman: { recordedBy: "U1" }, representative: { recordedBy: "U1" } });
    expect(signaturesOf([entry(1), sign(2, "FOREMAN"), entry(3), sign(4, "REPRESENTATIVE")])).toMatchObject({ foreman: null, representative: {} });
  });

  it("stay under a closed roll that is corrected: the correction stands beside them", () => {
    expect(signaturesOf([entry(1), sign(2, "FOREMAN"), sign(3, "REPRESENTATIVE"), sign(4, "CLOSED"), entry(5, { quarters: 2 })])).toMatchObject({ foreman: {}, representative: {}, closedSeq: 4 });
  });
});

describe("two who write the same roll", () => {
  const change = { personId: "P1", day: "2026-03-02", quarters: 2, rateFen: 15_000 };

  it("make one day of the same word", () => {
    expect(mergeChanges([entry(1, { quarters: 2, recordedBy: "U2" })], [change], seen())).toMatchObject({ fresh: [], conflicts: [] });
  });

  it("are told when one wrote another word after the other had looked, and both sides are shown", () => {
    expect(mergeChanges([entry(1, { recordedBy: "U2" })], [change], seen())).toMatchObject({ fresh: [], conflicts: [{ change, stored: { quarters: 4, recordedBy: "U2" } }], movedOn: false });
  });

  it("are not told of what they had seen, nor of their own older word", () => {
    expect(mergeChanges([entry(1, { recordedBy: "U2" })], [change], seen({ seq: 1 })).fresh).toEqual([change]);
    expect(mergeChanges([entry(1)], [change], seen()).fresh).toEqual([change]);
  });

  it("change nothing with a cell that says what they had before them: the other's word stands", () => {
    const rows = [entry(1), entry(2, { quarters: 1, recordedBy: "U2" })];
    expect(mergeChanges(rows, [{ ...change, quarters: 4 }], seen({ seq: 1 }))).toMatchObject({ fresh: [], conflicts: [] });
    expect(mergeChanges([entry(1, { recordedBy: "U2" })], [{ ...change, quarters: 0 }], seen())).toMatchObject({ fresh: [], conflicts: [] });
  });

  it("take back on the phone what they wrote there before, though it says what they had seen at first", () => {
    const undone = { ...change, quarters: 0 };
    expect(mergeChanges([entry(1)], [undone], seen({ changesOnly: true })).fresh).toEqual([undone]);
    expect(mergeChanges([entry(1, { recordedBy: "U2" })], [undone], seen({ changesOnly: true })).conflicts).toMatchObject([{ change: undone, stored: { quarters: 4 } }]);
  });

  it("decide what is to stand; what changed again since is shown again", () => {
    const rows = [entry(1, { recordedBy: "U2" })];
    const take = new Set([dayKey("P1", "2026-03-02")]);
    expect(mergeChanges(rows, [change], seen({ decided: { shown: 1, take } })).fresh).toEqual([change]);
    expect(mergeChanges(rows, [change], seen({ decided: { shown: 1, take: new Set() } }))).toMatchObject({ fresh: [], conflicts: [] });
    expect(mergeChanges([...rows, entry(2, { quarters: 3, recordedBy: "U3" })], [change], seen({ decided: { shown: 1, take } }))).toMatchObject({ fresh: [], conflicts: [{ stored: { quarters: 3 } }], movedOn: true });
  });

  it("never lose a word: every change is taken, told, left by decision, or says what stands already", () => {
    const word = fc.record({ day: fc.constantFrom("2026-03-02", "2026-03-03"), quarters: fc.integer({ min: 0, max: 4 }), recordedBy: fc.constantFrom("U1", "U2") });
    fc.assert(fc.property(fc.array(word, { maxLength: 8 }), fc.nat(8), fc.integer({ min: 0, max: 4 }), fc.boolean(), (words, seq, quarters, changesOnly) => {
      const rows = words.map((one, at) => entry(at + 1, one));
      const mine = { ...change, quarters };
      const { fresh, conflicts } = mergeChanges(rows, [mine], seen({ seq, changesOnly }));
      const after = daysInForce([...rows, ...fresh.map((one, at) => entry(rows.length + at + 1, one))]).find((one) => one.day === mine.day)?.quarters ?? 0;
      const before = daysInForce(rows.filter((one) => one.seq <= seq)).find((one) => one.day === mine.day)?.quarters ?? 0;
      expect(conflicts.length === 1 || after === quarters || (!changesOnly && before === quarters)).toBe(true);
    }));
  });
});
