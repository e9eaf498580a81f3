import { setTimeout as sleep } from "node:timers/promises";
import { Random } from "#prisma/seed/generate/random.ts";
import { drawOperation, type Operation } from "./operations.ts";
import type { World } from "./world.ts";

const ANSWER_WITHIN_MS = 15_000;
/** So long somebody goes on pressing the same button. */
const PATIENCE_MS = 180_000;
const BETWEEN_MS = [150, 700] as const;

interface Answer {
  status: number;
  location: string | null;
  refused: boolean;
}

export interface Visitors {
  /** every operation that was begun, in order */
  operations: Operation[];
  /** nobody begins anything new; resolves when what was begun is answered */
  stop(): Promise<void>;
}

/** So many visitors at once who do one thing after the other, and try again what was not answered: the same form, as a person would. */
export function startVisitors(url: string, world: World, count: number, seed: number): Visitors {
  const operations: Operation[] = [];
  let stopped = false;
  const live = async (number: number) => {
    const random = new Random([seed, 77, number]);
    while (!stopped) {
      await sleep(random.int(...BETWEEN_MS));
      const operation = stopped ? null : drawOperation(world, random, operations);
      if (!operation) continue;
      operations.push(operation);
      await carryOut(url, operation, random);
      if (operation.kind === "roster" && operation.outcome === "done") await letIn(url, operation, random);
    }
  };
  const all = Array.from({ length: count }, (_, number) => live(number));
  return {
    operations,
    async stop() {
      stopped = true;
      await Promise.all(all);
    },
  };
}

async function carryOut(url: string, operation: Operation, random: Random): Promise<void> {
  const givenUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < givenUpAt) {
    const answer = await send(url, operation, random);
    if (answer) {
      operation.outcome = answer.refused ? "refused" : "done";
      operation.location = answer.location;
      return;
    }
    operation.failures += 1;
    await sleep(random.int(400, 1_500));
  }
  operation.outcome = "unanswered";
}

/** Null: no answer, or one that says to come again later. */
async function send(url: string, { form }: Pick<Operation, "form">, random: Random): Promise<Answer | null> {
  try {
    const reply = await fetch(url + form.path, {
      method: "POST", redirect: "manual", body: form.body(), signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      headers: { cookie: form.cookie, origin: url, "x-forwarded-for": `198.18.${random.int(0, 255)}.${random.int(1, 254)}` },
    });
    const text = await reply.text();
    if (reply.status >= 500 || reply.status === 429) return null;
    const location = reply.headers.get("location");
    return { status: reply.status, location, refused: reply.status >= 400 || text.includes("role=\"alert\"") || (location?.startsWith("/login") ?? false) };
  } catch {
    return null;
  }
}

/** A roster waits for its columns and then for a yes: the officer gives both, whatever happens in between. */
async function letIn(url: string, operation: Operation, random: Random): Promise<void> {
  const path = operation.location ?? "";
  const givenUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < givenUpAt) {
    const page = await fetch(url + path, { headers: { cookie: operation.form.cookie }, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then((reply) => (reply.ok ? reply.text() : null)).catch(() => null);
    const version = page && /name="version" value="(\d+)"/.exec(page)?.[1];
    if (page?.includes("data-live=\"done\"") && !version) return;
    if (page && version && page.includes("data-live=\"done\"")) {
      const intent = page.includes("value=\"take\"") ? "take" : "map";
      const columns = [...page.matchAll(/<select[^>]*name="column"[^>]*>([\s\S]*?)<\/select>/g)].map(([, options]) => /<option[^>]*selected=""[^>]*value="([^"]*)"|<option[^>]*value="([^"]*)"[^>]*selected=""/.exec(options!)?.slice(1).find(Boolean) ?? "");
      const body = () => new URLSearchParams([["intent", intent], ["version", version], ...(intent === "map" ? columns.map((column) => ["column", column]) : [])] as [string, string][]);
      await send(url, { form: { path, cookie: operation.form.cookie, body } }, random);
    }
    await sleep(500);
  }
}
