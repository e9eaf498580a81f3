import { compareRuns, schedulesOf, type Slot } from "#app/domain/jobs/schedule.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { firstScheduledRun, readScheduledRuns } from "../scheduled-runs.server.ts";
import { readSetAside, readWaiting, type SetAside, type Waiting } from "../set-aside.server.ts";

export interface ScheduleView {
  name: string;
  slots: (Omit<Slot, "dueAt"> & { dueAt: string })[];
  expected: number;
  done: number;
  failed: number;
  missed: number;
}

export interface JobsDesk {
  waiting: Waiting[];
  setAside: SetAside[];
  schedules: ScheduleView[];
}

const DAYS = 7;
const MOST_SHOWN = 200;

/** What an administrator looks after: what waits, what was set aside, and whether what the clock asks for was done in the last week. */
export async function readJobsDesk(deps: Pick<Deps, "db" | "pool" | "clock" | "env">): Promise<JobsDesk> {
  const now = deps.clock.now();
  const weekAgo = new Date(now.getTime() - DAYS * 86_400_000);
  const [waiting, setAside, first, runs] = await Promise.all([readWaiting(deps.pool), readSetAside(deps.pool, MOST_SHOWN), firstScheduledRun(deps), readScheduledRuns(deps, weekAgo)]);
  const from = first === null ? now : new Date(Math.max(first.getTime(), weekAgo.getTime()));
  const schedules = schedulesOf(deps.env.NIGHTLY_MATCH_HOUR).map((schedule) => {
    const slots = compareRuns(schedule, runs, from, now);
    const count = (state: Slot["state"]) => slots.filter((slot) => slot.state === state).length;
    return { name: schedule.name, slots: slots.map((slot) => ({ ...slot, dueAt: slot.dueAt.toISOString() })), expected: slots.length - count("due"), done: count("done"), failed: count("failed"), missed: count("missed") };
  });
  return { waiting, setAside, schedules };
}
