import { MULTIPARTS, sendMultipart } from "./multipart.ts";
import { faultOf, sendRaw } from "./raw.ts";
import { SHAPES } from "./shapes.ts";

export interface Fault {
  what: string;
  fault: string;
}

/** A form that is broken is read through and refused; it must not keep the process from anything else meanwhile. */
const LONGEST_MS = 3_000;

async function inTurn<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  }));
}

/** Requests that no browser sends: each is refused in words, or its connection closed. */
export async function oddShapes(url: string): Promise<Fault[]> {
  const found: Fault[] = [];
  const { host } = new URL(url);
  await inTurn(SHAPES, 8, async ({ what, bytes, allowed, end }) => {
    const answer = await sendRaw(url, bytes(host), { end });
    const fault = faultOf(answer, allowed) ?? (answer.status === null && answer.open ? "gets no answer and stays open" : null);
    if (fault) found.push({ what, fault });
  });
  return found;
}

export interface MultipartTarget {
  path: string;
  cookie?: string;
}

/** Forms with files, broken or swollen, at pages that take one and at pages that don't: each is answered, in time, with a page or a refusal. */
export async function oddMultiparts(url: string, targets: readonly MultipartTarget[], addressOf: () => string): Promise<Fault[]> {
  const found: Fault[] = [];
  await inTurn(targets.flatMap((target) => MULTIPARTS.map((multipart) => ({ target, multipart }))), 2, async ({ target: { path, cookie }, multipart }) => {
    const answer = await sendMultipart(url, path, multipart, { "x-forwarded-for": addressOf(), ...(cookie && { cookie }) });
    const fault = faultOf(answer, [200, 302]) ?? (answer.ms > LONGEST_MS ? `takes ${answer.ms} ms` : null) ?? (answer.text.includes("<script>alert") ? "gives back a script" : null);
    if (fault) found.push({ what: `${path}: ${multipart.what}`, fault });
  });
  return found;
}

/** Whoever comes afterwards finds everything as it was. */
export async function answersAfterwards(url: string): Promise<Fault[]> {
  const found: Fault[] = [];
  for (const path of ["/login", "/jobs", "/healthz"]) {
    const startedAt = performance.now();
    const reply = await fetch(url + path, { headers: { "x-forwarded-for": "198.18.21.1" }, signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (reply?.status !== 200) found.push({ what: `${path} afterwards`, fault: `answers ${reply?.status ?? "nothing"}` });
    else if (performance.now() - startedAt > LONGEST_MS) found.push({ what: `${path} afterwards`, fault: `takes ${Math.round(performance.now() - startedAt)} ms` });
  }
  return found;
}
