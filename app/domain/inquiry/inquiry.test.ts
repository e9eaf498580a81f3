import { describe, expect, it } from "vitest";
import { ANSWER_CODES, ANSWERS, answeredByBureau, ASK_CODES, codeList, inARow, saidAgain, usualAnswerDays } from "./inquiry.ts";

describe("ready-made words", () => {
  it("come from tick boxes as one, several or none, each once", () => {
    const list = codeList(ASK_CODES);
    expect(list.parse(undefined)).toEqual([]);
    expect(list.parse("bus")).toEqual(["bus"]);
    expect(list.parse(["bus", "bus", "meals"])).toEqual(["bus", "meals"]);
    expect(list.safeParse(["bus", "'; --"]).success).toBe(false);
  });

  it("answer every ready-made question, and no code stands for two answers", () => {
    expect(Object.keys(ANSWERS).sort()).toEqual([...ASK_CODES].sort());
    for (const answers of Object.values(ANSWERS)) expect(answers.length).toBeGreaterThan(1);
    expect(new Set(ANSWER_CODES).size).toBe(ANSWER_CODES.length);
  });
});

describe("a thread", () => {
  it("is the bureau's to answer for public-welfare and workfare posts alone", () => {
    expect((["MARKET", "WORKSHOP", "WELFARE", "WORKFARE"] as const).filter(answeredByBureau)).toEqual(["WELFARE", "WORKFARE"]);
  });

  it("counts what one side has said since the other spoke", () => {
    const said = (...who: boolean[]) => who.map((fromPerson) => ({ fromPerson }));
    expect(inARow([], true)).toBe(0);
    expect(inARow(said(true, true), true)).toBe(2);
    expect(inARow(said(true, false, true), true)).toBe(1);
    expect(inARow(said(true, false, true), false)).toBe(0);
  });

  it("knows a message that is only sent once more, and none that says anything else", () => {
    const said = [{ fromPerson: true, codes: ["bus", "meals"], text: null }];
    expect(saidAgain(said, true, { codes: ["meals", "bus"], text: "" })).toBe(true);
    expect(saidAgain([], true, { codes: ["bus"], text: "" })).toBe(false);
    expect(saidAgain(said, false, { codes: ["bus", "meals"], text: "" })).toBe(false);
    expect(saidAgain(said, true, { codes: ["bus"], text: "" })).toBe(false);
    expect(saidAgain(said, true, { codes: ["bus", "meals"], text: "几点？" })).toBe(false);
    expect(saidAgain([...said, { fromPerson: false, codes: ["bus-none"], text: null }], true, { codes: ["bus", "meals"], text: "" })).toBe(false);
  });
});

describe("how fast an employer answers", () => {
  it("is told from three answers on, as the days within which half of them came", () => {
    expect(usualAnswerDays([10, 20])).toBeNull();
    expect(usualAnswerDays([10, 20, 30])).toBe(1);
    expect(usualAnswerDays([1_441, 20, 10_000])).toBe(2);
    expect(usualAnswerDays([60, 2_000, 60, 9_000])).toBe(1);
  });
});
