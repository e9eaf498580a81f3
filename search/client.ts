import { tracingChannel } from "node:diagnostics_channel";
import http from "node:http";
import https from "node:https";
import {
  type EnqueuedTask,
  Meilisearch,
  MeilisearchApiError,
  type MeilisearchErrorResponse,
  type Task,
} from "meilisearch";

/** Every call to the engine, for whoever measures: the context says which kind it is. */
const calls = tracingChannel<"jgt:search-engine", { kind: "search" | "other"; operation: string; index?: string }>("jgt:search-engine");
/** A page waits no longer; then posts are listed without the engine. */
const SEARCH_LIMIT_MS = 3_000;
const WRITE_LIMIT_MS = 120_000;
const FIRST_POLL_MS = 4;
const LONGEST_POLL_MS = 250;

/**
 * The client with a transport of its own: built-in fetch sends head and body of a kept-alive request in two
 * small writes, and delayed acknowledgement then costs about 44 ms a search; one write takes about 1 ms.
 * Every failure arrives as the client's MeilisearchRequestError, whose cause is the engine's answer or the network's error.
 */
export function createSearchClient(url: string, key: string): Meilisearch {
  return new Meilisearch({ host: url, apiKey: key, httpClient: createTransport(url) });
}

type HttpClient = (...args: Parameters<typeof fetch>) => Promise<unknown>;

function createTransport(url: string): HttpClient {
  const secure = url.startsWith("https:");
  const { Agent, request } = secure ? https : http;
  const agent = new Agent({ keepAlive: true, noDelay: true, maxSockets: 64, maxFreeSockets: 32, scheduling: "lifo" });
  return async (input, init) => {
    const target = input instanceof URL ? input : new URL(String(input));
    const body = typeof init?.body === "string" ? init.body : undefined;
    const headers: Record<string, string | number> = Object.fromEntries(init?.headers as Headers);
    if (body !== undefined) headers["content-length"] = Buffer.byteLength(body);
    const isSearch = target.pathname.endsWith("search");
    const send = () =>
      calls.tracePromise(
        () => exchange(request, target, { agent, method: init?.method ?? "GET", headers }, body, isSearch ? SEARCH_LIMIT_MS : WRITE_LIMIT_MS, init?.signal ?? null),
        { kind: isSearch ? "search" : "other", ...operationOf(target.pathname) },
      );
    const reply = await send().catch((error: unknown) => {
      // The other side may close an idle connection just as it is taken again: nothing was read, so ask once more.
      if ((error as { staleSocket?: boolean }).staleSocket) return send();
      throw error;
    });
    if (reply.status >= 400) throw new MeilisearchApiError(new Response(null, { status: reply.status }), errorIn(reply.text));
    return reply.text === "" ? undefined : (JSON.parse(reply.text) as unknown);
  };
}

/** What a call is for, without the id or number that may end its path. */
function operationOf(path: string): { operation: string; index?: string } {
  const [first = "", index, what = "index"] = path.split("/").slice(1);
  return first === "indexes" && index ? { operation: what, index } : { operation: first };
}

/** The engine explains itself in JSON; a proxy in between may not. */
function errorIn(text: string): MeilisearchErrorResponse | undefined {
  try {
    return JSON.parse(text) as MeilisearchErrorResponse;
  } catch {
    return undefined;
  }
}

function exchange(
  request: typeof http.request,
  url: URL,
  options: http.RequestOptions,
  body: string | undefined,
  limitMs: number,
  signal: AbortSignal | null,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk: Buffer) => chunks.push(chunk));
      reply.once("end", () => {
        settle();
        resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") });
      });
      reply.once("error", fail);
      reply.once("aborted", () => fail(new Error("the search engine closed the connection in the middle of its answer")));
    });
    const timer = setTimeout(() => sent.destroy(new Error(`no answer from the search engine within ${limitMs} ms`)), limitMs);
    const abort = () => sent.destroy(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const fail = (error: Error & { code?: string; staleSocket?: boolean }) => {
      settle();
      error.staleSocket = sent.reusedSocket && (error.code === "ECONNRESET" || error.code === "EPIPE");
      reject(error);
    };
    sent.once("error", fail);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
    sent.end(body);
  });
}

/** A write that Meilisearch took in but could not carry out. */
export class SearchTaskError extends Error {
  constructor(
    readonly taskUid: number,
    readonly code: string,
    detail: string,
  ) {
    super(`search task ${taskUid} failed (${code}): ${detail}`);
    this.name = "SearchTaskError";
  }
}

/**
 * Waits until an enqueued write has been carried out; throws SearchTaskError when it failed or was cancelled.
 * A write that was only enqueued is not done: the answer to the write itself says nothing about it.
 */
export async function waitForTask(
  meili: Meilisearch,
  enqueued: Pick<EnqueuedTask, "taskUid"> | number,
  options: { timeoutMs?: number; acceptCodes?: readonly string[] } = {},
): Promise<Task> {
  const taskUid = typeof enqueued === "number" ? enqueued : enqueued.taskUid;
  const deadline = Date.now() + (options.timeoutMs ?? 600_000);
  for (let pause = FIRST_POLL_MS; ; pause = Math.min(pause * 1.6, LONGEST_POLL_MS)) {
    const task = await meili.tasks.getTask(taskUid);
    if (task.status === "succeeded") return task;
    if (task.status === "failed" || task.status === "canceled") {
      const code = task.error?.code ?? task.status;
      if (options.acceptCodes?.includes(code)) return task;
      throw new SearchTaskError(taskUid, code, task.error?.message ?? "");
    }
    if (Date.now() > deadline) throw new SearchTaskError(taskUid, "timeout", `still ${task.status}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Waits for several writes; one look at the queue's newest is not enough, since each can fail by itself. */
export async function waitForTasks(meili: Meilisearch, enqueued: readonly Pick<EnqueuedTask, "taskUid">[]): Promise<void> {
  for (const one of enqueued) await waitForTask(meili, one);
}
