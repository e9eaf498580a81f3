import { monotonicFactory } from "ulid";

export type NewId = (atMs?: number) => string;

/** ULIDs: sortable by time, unguessable, and they don't tell how many rows there are. */
export function idSource(random?: () => number): NewId {
  const next = monotonicFactory(random);
  return (atMs) => next(atMs);
}

export const ID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
