import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookDays, takeBackDays } from "#app/data/person-days.server.ts";
import { addDays, type Day } from "#app/domain/dates.ts";
import type { DayLine, DayRules, DaySource } from "#app/domain/days/person-day.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { createFactory, type Factory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

const rules: DayRules = { asOf: "2026-03-31", fullMinutes: 360, mostMinutes: 960 };
let services: TestServices;
let make: Factory;

beforeAll(async () => {
  services = await openTestServices({ clock: fixedClock("2026-03-31T02:00:00Z") });
  make = createFactory(services, 91);
});
afterAll(() => services.close());

const full = (...days: Day[]): DayLine[] => days.map((day) => ({ day, minutes: 480 }));
const book = (personId: string, source: DaySource, refId: string, lines: DayLine[]) =>
  services.db.$transaction((tx) => bookDays(services, tx, [{ personId, source, refId, lines }], rules, null));
const inForce = (personId: string) => services.db.personDay.findMany({ where: { personId, takenBackAt: null } });

describe("the ledger of paid days", () => {
  it("refuses a second full day from another stream, and says what stands there", async () => {
    const { id } = await make.person();
    expect(await book(id, "WELFARE", services.newId(), full("2026-03-02"))).toEqual([]);
    const refused = await book(id, "WORKFARE", services.newId(), full("2026-03-02", "2026-03-03"));
    expect(refused).toMatchObject([{ personId: id, day: "2026-03-02", code: "day-taken", with: { source: "WELFARE" } }]);
    expect(await inForce(id)).toHaveLength(1);
  });

  it("takes a sheet's newer word for its older one, and keeps both", async () => {
    const { id } = await make.person();
    const sheet = services.newId();
    await book(id, "WELFARE", sheet, full("2026-03-02", "2026-03-03"));
    expect(await book(id, "WELFARE", sheet, full("2026-03-03", "2026-03-04"))).toEqual([]);
    expect((await inForce(id)).map((row) => row.day.toISOString().slice(0, 10)).sort()).toEqual(["2026-03-03", "2026-03-04"]);
    expect(await services.db.personDay.count({ where: { personId: id } })).toBe(4);
  });

  it("frees a day that was taken back", async () => {
    const { id } = await make.person();
    const sheet = services.newId();
    await book(id, "RANGER", sheet, full("2026-03-02"));
    await services.db.$transaction((tx) => takeBackDays(services, tx, { refId: sheet, reason: "wrong month" }));
    expect(await book(id, "JOB", services.newId(), full("2026-03-02"))).toEqual([]);
  });

  it("lets one of many sheets that race for the same days win, and never books a full day twice", async () => {
    const persons = await Promise.all([make.person(), make.person(), make.person()]);
    const days = Array.from({ length: 6 }, (_, n) => addDays("2026-03-02", n));
    const sources: DaySource[] = ["WELFARE", "RANGER", "PV", "WORKFARE", "JOB"];
    const attempts = Array.from({ length: 30 }, (_, n) => services.db.$transaction((tx) => bookDays(services, tx, [...persons].reverse().map(({ id }) => ({
      personId: id, source: sources[n % 5]!, refId: String(n).padStart(26, "0"), lines: full(...days.slice(n % 3, n % 3 + 2)),
    })), rules, null), { maxWait: 60_000, timeout: 60_000 }));
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((refused) => refused.length === 0).length).toBeGreaterThan(0);
    for (const { id } of persons) {
      const rows = await inForce(id);
      expect(new Set(rows.map((row) => row.day.getTime())).size).toBe(rows.length);
    }
  });

  it("is held by the database itself where nobody asked first", async () => {
    const { id } = await make.person();
    const row = (n: string) => ({ id: services.newId(), personId: id, day: new Date("2026-03-02"), source: "JOB" as const, refId: services.newId(), minutes: 480, recordedAt: new Date(), fullDayKey: `${id}:2026-03-02`, lineKey: n });
    await services.db.personDay.create({ data: row("x1") });
    await expect(services.db.personDay.create({ data: row("x2") })).rejects.toThrow(/Unique|unique/);
  });
});
