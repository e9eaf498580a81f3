import type { Day } from "../dates.ts";
import type { Help } from "./enrolment.ts";

export const TRAINING_EVENTS = ["APPLIED", "PLACED", "WITHDRAWN", "PASSED", "FAILED", "DROPPED", "REVERSED"] as const;
export type TrainingEventKind = (typeof TRAINING_EVENTS)[number];

/** By what the figures are taken apart. */
export const FIGURE_VIEWS = ["county", "month", "help"] as const;
export type FigureView = (typeof FIGURE_VIEWS)[number];

export interface TrainingEvent {
  id: string;
  enrolmentId: string;
  personId: string;
  countyCode: string;
  help: Help;
  kind: TrainingEventKind;
  happenedOn: Day;
  reversesId: string | null;
}

export interface TrainingFigure {
  /** 人次: trainings that were finished, whatever the assessment said */
  times: number;
  /** 人: who finished at least one of them */
  persons: number;
  passed: number;
}

/** What the events in [from, to) come to. A training is finished when it was assessed and nobody took that back; one who stayed away or withdrew finished none. */
export function countTrainings(events: readonly TrainingEvent[], from: Day, to: Day): TrainingFigure {
  const reversed = new Set(events.flatMap((one) => one.reversesId ?? []));
  const finished = events.filter((one) => (one.kind === "PASSED" || one.kind === "FAILED") && !reversed.has(one.id) && one.happenedOn >= from && one.happenedOn < to);
  return {
    times: new Set(finished.map((one) => one.enrolmentId)).size, persons: new Set(finished.map((one) => one.personId)).size,
    passed: new Set(finished.filter((one) => one.kind === "PASSED").map((one) => one.enrolmentId)).size,
  };
}
