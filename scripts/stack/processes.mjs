import { readFileSync, readdirSync } from "node:fs";

const statFields = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
};

/** Start time of a live process in clock ticks; null when it is gone or a zombie. Pid and start time together name a process for good. */
export function startTimeOf(pid) {
  const fields = statFields(pid);
  if (!fields || fields[0] === "Z" || fields[0] === "X") return null;
  return fields[19] ?? null;
}

export function isAlive({ pid, start }) {
  const now = startTimeOf(pid);
  return now !== null && (start === undefined || start === null || now === start);
}

export function identify(pid) {
  return { pid, start: startTimeOf(pid) };
}

/** Live processes whose command line names one of `folders` or something inside. */
export function processesUsing(folders, names) {
  const found = [];
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
    let words;
    try {
      words = readFileSync(`/proc/${entry}/cmdline`, "utf8").split("\0");
    } catch {
      continue;
    }
    const name = (words[0] ?? "").split("/").pop() ?? "";
    if (!names.some((wanted) => name.startsWith(wanted))) continue;
    if (!words.some((word) => folders.some((folder) => word.endsWith(folder) || word.includes(`${folder}/`)))) continue;
    const one = identify(Number(entry));
    if (one.start !== null) found.push(one);
  }
  return found;
}

export function signal(one, name, { group = false } = {}) {
  if (!isAlive(one)) return;
  try {
    process.kill(group ? -one.pid : one.pid, name);
  } catch {
    try {
      process.kill(one.pid, name);
    } catch {
      return;
    }
  }
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends processes politely, then by force; resolves when none is left. */
export async function endAll(list, { politeMs = 10_000, group = false } = {}) {
  for (const one of list) signal(one, "SIGTERM", { group });
  const deadline = Date.now() + politeMs;
  while (list.some(isAlive) && Date.now() < deadline) await sleep(50);
  for (const one of list) signal(one, "SIGKILL", { group });
  const hardDeadline = Date.now() + 5_000;
  while (list.some(isAlive) && Date.now() < hardDeadline) await sleep(50);
}
