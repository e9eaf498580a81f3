import { addDays, type Day, daysBetween } from "../dates.ts";

export interface LabourFacts {
  asOf: Day;
  startsOn: Day;
  /** the first day after the works */
  endsOn: Day;
  closed: boolean;
  floorFen: number;
  /** labour pay that reached the workers' accounts */
  paidFen: number;
  /** worked by the rolls and not paid yet */
  owedFen: number;
  /** how much of the works is done, 0 to 100; null where nobody has said so */
  progressPct: number | null;
  /** what the crew of today earns in a week in which all of them work every working day */
  fullWeekFen: number;
}

/** EARLY: no pace tells anything yet; MET: the floor is reached; SAFE: it will be at this pace; AT_RISK: not at this pace, and it still can be; TOO_LATE: not even if everybody works every day; MISSED: the works are over. */
export const FORECAST_STATES = ["EARLY", "MET", "SAFE", "AT_RISK", "TOO_LATE", "MISSED"] as const;
export type ForecastState = (typeof FORECAST_STATES)[number];

export interface LabourForecast {
  state: ForecastState;
  spentFen: number;
  /** labour pay at completion, by the slower of the two paces */
  forecastFen: number;
  byProgressFen: number | null;
  byTimeFen: number | null;
  /** still to be paid until the floor is reached */
  lackingFen: number;
  weeksLeft: number;
  /** labour pay that each week left needs */
  neededPerWeekFen: number;
  /** labour pay of a week so far */
  perWeekFen: number;
  /** what can be reached at most: everybody of today, every working day that is left */
  mostFen: number;
}

/** Below so much progress or time a pace tells nothing yet. */
const TELLS_FROM = 0.05;

/**
 * Where the labour pay of a project will end. Two paces are told: by the works (pay for each percent done so far) and by the calendar; the lower one
 * counts, since a warning that comes early costs a look and one that comes late costs the workers. Fen, rounded up against the project.
 */
export function forecastLabour(facts: LabourFacts): LabourForecast {
  const { asOf, startsOn, endsOn, floorFen } = facts;
  const spentFen = facts.paidFen + facts.owedFen;
  const lackingFen = Math.max(0, floorFen - spentFen);
  const over = facts.closed || asOf >= endsOn;
  const daysGone = Math.max(0, Math.min(daysBetween(startsOn, asOf), daysBetween(startsOn, endsOn)));
  const daysLeft = over ? 0 : daysBetween(asOf < startsOn ? startsOn : asOf, endsOn);
  const weeksLeft = Math.ceil(daysLeft / 7);
  const timeShare = over ? 1 : daysGone / Math.max(1, daysGone + daysLeft);
  const worksShare = facts.progressPct === null ? null : facts.progressPct / 100;
  const atEnd = (share: number | null) => (over ? spentFen : share === null || share < TELLS_FROM ? null : Math.floor(spentFen / share));
  const byProgressFen = atEnd(worksShare);
  const byTimeFen = atEnd(timeShare);
  const paces = [byProgressFen, byTimeFen].filter((one): one is number => one !== null);
  const forecastFen = paces.length === 0 ? spentFen : Math.min(...paces);
  const mostFen = spentFen + weeksLeft * facts.fullWeekFen;
  return {
    state: stateOf({ over, lackingFen, told: paces.length > 0, reaches: forecastFen >= floorFen, can: mostFen >= floorFen, started: asOf >= startsOn }),
    spentFen, forecastFen, byProgressFen, byTimeFen, lackingFen, weeksLeft,
    neededPerWeekFen: weeksLeft === 0 ? lackingFen : Math.ceil(lackingFen / weeksLeft),
    perWeekFen: daysGone === 0 ? 0 : Math.floor((spentFen * 7) / daysGone), mostFen,
  };
}

function stateOf({ over, lackingFen, told, reaches, can, started }: { over: boolean; lackingFen: number; told: boolean; reaches: boolean; can: boolean; started: boolean }): ForecastState {
  if (lackingFen === 0) return "MET";
  if (over) return "MISSED";
  if (!started || !told) return "EARLY";
  if (reaches) return "SAFE";
  return can ? "AT_RISK" : "TOO_LATE";
}

/** The days on which a week of the works ends, from the start to the end; for a line drawn week by week. */
export function weekEnds(startsOn: Day, endsOn: Day): Day[] {
  const ends: Day[] = [];
  for (let day = addDays(startsOn, 7); day < endsOn; day = addDays(day, 7)) ends.push(day);
  return [...ends, endsOn];
}
