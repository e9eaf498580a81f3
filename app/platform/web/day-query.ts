import type { Day } from "#app/domain/dates.ts";
import { z } from "zod";

const EARLIEST: Day = "2000-01-01";

/** The day a page was asked for; today where none was, or one that is no day, or lies ahead. */
export function dayIn(query: URLSearchParams, today: Day): Day {
  const day = z.iso.date().safeParse(query.get("day"));
  return day.success && day.data <= today && day.data >= EARLIEST ? day.data : today;
}
