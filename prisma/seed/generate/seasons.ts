import type { Day } from "#app/domain/dates.ts";
import { addDays } from "./days.ts";
import { type Random, weighted } from "./random.ts";

/** First day of the Spring Festival: after it people leave for work, before it they come home. */
const SPRING_FESTIVAL: Record<number, Day> = {
  2019: "2019-02-05", 2020: "2020-01-25", 2021: "2021-02-12", 2022: "2022-02-01", 2023: "2023-01-22", 2024: "2024-02-10", 2025: "2025-01-29", 2026: "2026-02-17",
  2027: "2027-02-06", 2028: "2028-01-26", 2029: "2029-02-13", 2030: "2030-02-03", 2031: "2031-01-23",
};

export function springFestival(year: number): Day {
  return SPRING_FESTIVAL[year] ?? `${year}-02-05`;
}

type Season = "FESTIVAL" | "HARVEST" | "YEAR" | "JANUARY";
const SEASONS = weighted<Season>([["FESTIVAL", 58], ["HARVEST", 13], ["YEAR", 26], ["JANUARY", 3]]);

/** A day of that year on which somebody starts: most in the weeks after the festival, some after harvest, few in January. */
export function drawArrival(random: Random, year: number): Day {
  switch (random.weighted(SEASONS)) {
    case "FESTIVAL":
      return addDays(springFestival(year), 7 + Math.min(60, Math.floor(-Math.log(1 - random.next()) * 15)));
    case "HARVEST":
      return addDays(`${year}-10-08`, Math.floor((random.next() + random.next()) * 14));
    case "YEAR":
      return addDays(`${year}-03-01`, random.int(0, 300));
    case "JANUARY":
      return addDays(`${year}-01-04`, random.int(0, 20));
  }
}

type Stay = "SEASON" | "SHORT" | "LONG";
const STAYS = weighted<Stay>([["SEASON", 58], ["SHORT", 27], ["LONG", 15]]);

/** The last day at work: before the next festival, after a few weeks or months, or only years later. */
export function drawEnd(random: Random, arrivedOn: Day, year: number): Day {
  const stay = random.weighted(STAYS);
  if (stay === "SHORT") return addDays(arrivedOn, random.int(20, 150));
  if (stay === "LONG") return addDays(arrivedOn, random.int(300, 1_100));
  const home = addDays(springFestival(year + 1), -random.int(6, 55));
  return home > addDays(arrivedOn, 25) ? home : addDays(arrivedOn, random.int(60, 200));
}
