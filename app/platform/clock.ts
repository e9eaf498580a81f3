import { type Day, chinaDay } from "#app/domain/dates.ts";

/** Passed in wherever time matters, so that a test can set it. */
export interface Clock {
  now(): Date;
  today(): Day;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => chinaDay(new Date()),
};

export function fixedClock(instant: string): Clock & { set(instant: string): void } {
  let at = new Date(instant);
  return {
    now: () => new Date(at),
    today: () => chinaDay(at),
    set(next: string) {
      at = new Date(next);
    },
  };
}
