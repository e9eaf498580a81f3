import { SECRET_MARK } from "../notice/secret.ts";
import { describe, expect, it } from "vitest";
import { ledgerLine as line } from "#tests/factories/placement-lines.ts";
import { addDays } from "../dates.ts";
import { agentAsks, answersTo, careOf, CHECK_IN_ANSWERS, CHECK_IN_KINDS, checkInSms, dueCheckIns, eventOf, needsDay } from "./check-in.ts";

const accepted = [line(1, "OFFERED", "2026-03-01", { saidByRole: "SYSTEM" }), line(2, "ACCEPTED", "2026-03-02")];
const departed = [...accepted, line(3, "DEPARTED", "2026-03-05")];
const arrived = [...accepted, line(3, "ON_THE_JOB", "2026-03-10", { saidByRole: "EMPLOYER" })];
const due = (events: typeof accepted, today: string) => dueCheckIns(events, today).map((one) => `${one.kind} ${one.dueOn}`);

describe("a question falls due", () => {
  it("about arrival a week after a yes, and the day after a departure", () => {
    expect(due(accepted, "2026-03-08")).toEqual([]);
    expect(due(accepted, "2026-03-09")).toEqual(["ARRIVAL 2026-03-09"]);
    expect(due(departed, "2026-03-05")).toEqual([]);
    expect(due(departed, "2026-03-06")).toEqual(["ARRIVAL 2026-03-06"]);
  });

  it("about job and pay at 30, 90 and 180 days after arrival, each on its day and not before", () => {
    for (const [kind, days] of [["DAY_30", 30], ["DAY_90", 90], ["DAY_180", 180]] as const) {
      const day = addDays("2026-03-10", days);
      expect(due(arrived, addDays(day, -1))).toEqual([]);
      expect(due(arrived, day)).toEqual([`${kind} ${day}`]);
    }
  });

  it("for two weeks and no longer: nobody is asked in autumn about the spring", () => {
    expect(due(arrived, "2026-04-22")).toEqual(["DAY_30 2026-04-09"]);
    expect(due(arrived, "2026-04-23")).toEqual([]);
    expect(due(accepted, "2026-03-23")).toEqual([]);
  });

  it("from the earliest day of arrival that anybody names, and never from one that was taken back", () => {
    const earlier = [...arrived, line(4, "ON_THE_JOB", "2026-03-08")];
    expect(due(earlier, "2026-04-07")).toEqual(["DAY_30 2026-04-07"]);
    const back = [...arrived, line(4, "REVERSED", "2026-03-10", { reversesId: "e3" })];
    expect(due(back, "2026-04-09")).toEqual([]);
  });

  it("never once it has ended, or before it was accepted", () => {
    expect(due([...arrived, line(4, "ENDED", "2026-03-20")], "2026-04-09")).toEqual([]);
    expect(due([...accepted, line(3, "ENDED", "2026-03-04")], "2026-03-09")).toEqual([]);
    expect(due(accepted.slice(0, 1), "2026-03-09")).toEqual([]);
  });
});

describe("an answer", () => {
  it("says in the ledger no more than the person said", () => {
    expect(Object.fromEntries(CHECK_IN_ANSWERS.map((answer) => [answer, eventOf(answer)]))).toEqual({
      ARRIVED: "ON_THE_JOB", NOT_YET: null, PAID: "STILL_ON_THE_JOB", NOT_DUE: "STILL_ON_THE_JOB", PART_PAID: "STILL_ON_THE_JOB", NOT_PAID: "STILL_ON_THE_JOB", LEFT: "ENDED", TALK: null,
    });
  });

  it("calls the bureau when wages are missing or somebody wants to talk", () => {
    expect(CHECK_IN_ANSWERS.filter((answer) => careOf(answer) !== null)).toEqual(["PART_PAID", "NOT_PAID", "TALK"]);
  });

  it("belongs to its question, and every answer to one of them", () => {
    expect(answersTo("ARRIVAL")).not.toContain("PAID");
    expect(new Set(CHECK_IN_KINDS.flatMap(answersTo))).toEqual(new Set(CHECK_IN_ANSWERS));
    expect(CHECK_IN_ANSWERS.filter(needsDay)).toEqual(["ARRIVED", "LEFT"]);
  });
});

describe("the village agent asks", () => {
  it("at once where no message went, after a week where it was not answered, and no more after 45 days", () => {
    expect(agentAsks({ dueOn: "2026-04-09", bySms: false }, "2026-04-09")).toBe(true);
    expect(agentAsks({ dueOn: "2026-04-09", bySms: true }, "2026-04-15")).toBe(false);
    expect(agentAsks({ dueOn: "2026-04-09", bySms: true }, "2026-04-16")).toBe(true);
    expect(agentAsks({ dueOn: "2026-04-09", bySms: false }, "2026-05-24")).toBe(true);
    expect(agentAsks({ dueOn: "2026-04-09", bySms: false }, "2026-05-25")).toBe(false);
  });
});

describe("the message", () => {
  it("has the place of the secret and fits into a row, however long the title", () => {
    const text = checkInSms("DAY_30", "𠮷".repeat(200), `https://${"a".repeat(60)}.example`);
    expect(text).toContain(`/c/${SECRET_MARK}`);
    expect(text.length).toBeLessThan(300);
    expect(checkInSms("ARRIVAL", null, "http://x")).toContain("】您答应的工作，到了吗？点开");
    expect(checkInSms("DAY_30", null, "http://x")).toContain("】您现在的工作，还在干吗？工资发了吗？点开");
    expect(checkInSms("DAY_90", "电焊工", "http://x")).toContain("】“电焊工”这份工作，您还在干吗？工资发了吗？点开");
  });
});
