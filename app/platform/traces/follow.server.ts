import { AsyncLocalStorage } from "node:async_hooks";
import { channel, tracingChannel } from "node:diagnostics_channel";
import { type Attributes, type Context, ROOT_CONTEXT, type Span, type SpanContext, SpanKind, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import type { JobStep, RequestStep, StatementStep, UseCaseStep } from "./steps.ts";
import { nameOf, withoutValues } from "./statement.ts";

/** Of so many traces at once a job shows in each; the rest has it as a link alone. */
const MOST_TRACES = 64;
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

interface Shown { name: string; kind: SpanKind; attributes: Attributes }
type Step = object & { error?: unknown };

/** Makes spans of what the product tells of its steps, until the function it gives is called. */
export function followSteps(tracer: Tracer): () => void {
  const current = new AsyncLocalStorage<Context>();
  const open = new WeakMap<Step, Span[]>();
  const undo: (() => void)[] = [];

  const end = (step: Step, late: Attributes = {}) => {
    for (const span of open.get(step) ?? []) span.setAttributes(late).end();
    open.delete(step);
  };
  const failed = (step: Step) => {
    const error = step.error as { code?: unknown; name?: unknown } | null | undefined;
    // name and code, never the message: a driver's message can quote a row
    const type = String(typeof error?.code === "string" ? error.code : (error?.name ?? "unknown")).slice(0, 60);
    for (const span of open.get(step) ?? []) span.setAttribute("error.type", type).setStatus({ code: SpanStatusCode.ERROR });
  };

  /** A step that others happen in. */
  function branch<S extends Step>(name: string, show: (step: S) => Shown, options: { begin?(step: S, shown: Shown): { spans: Span[]; within: Context }; late?(step: S): Attributes; ends?(step: S, span: Span): void } = {}) {
    const steps = tracingChannel<Context, S>(name);
    const begin = (step: S): Context => {
      const shown = show(step);
      const parent = current.getStore() ?? ROOT_CONTEXT;
      if (options.begin) {
        const { spans, within } = options.begin(step, shown);
        open.set(step, spans);
        return within;
      }
      const span = tracer.startSpan(shown.name, shown, parent);
      open.set(step, [span]);
      return trace.setSpan(parent, span);
    };
    // a store that throws would end the process
    steps.start.bindStore(current, (step) => quietly(() => begin(step)) ?? current.getStore() ?? ROOT_CONTEXT);
    const listeners = listening<S>({
      asyncEnd: (step) => {
        for (const span of open.get(step) ?? []) options.ends?.(step, span);
        end(step, options.late?.(step));
      },
      error: failed,
    });
    steps.subscribe(listeners);
    undo.push(() => {
      steps.start.unbindStore(current);
      steps.unsubscribe(listeners);
    });
  }

  /** A call to something outside. Only within a request, a use case or a job: nobody follows what looks around by the clock. */
  function leaf<S extends Step>(name: string, show: (step: S) => Shown) {
    const steps = tracingChannel<string, S>(name);
    const listeners = listening<S>({
      start: (step) => {
        const parent = current.getStore();
        if (parent === undefined) return;
        const shown = show(step);
        open.set(step, [tracer.startSpan(shown.name, shown, parent)]);
      },
      asyncEnd: (step) => end(step),
      error: failed,
    });
    steps.subscribe(listeners);
    undo.push(() => void steps.unsubscribe(listeners));
  }

  branch<RequestStep>("jgt:request", ({ method, route, requestId }) => ({
    name: `${method} ${route}`, kind: SpanKind.SERVER, attributes: { "http.request.method": method, "http.route": route, "jgt.request_id": requestId },
  }), {
    late: ({ status = 0 }) => ({ "http.response.status_code": status }),
    ends: ({ status = 0 }, span) => void (status >= 500 && span.setStatus({ code: SpanStatusCode.ERROR })),
  });
  branch<UseCaseStep>("jgt:use-case", ({ name, role }) => ({ name, kind: SpanKind.INTERNAL, attributes: { "jgt.use_case": name, "jgt.role": role } }), {
    late: ({ outcome = "failed" }) => ({ "jgt.outcome": outcome }),
  });
  branch<JobStep>("jgt:job", ({ name, traceparents }) => ({
    name: `job ${name}`, kind: SpanKind.CONSUMER,
    attributes: { "messaging.system": "bullmq", "messaging.operation.type": "process", "messaging.destination.name": name, "messaging.batch.message_count": traceparents.length },
  }), { begin: (step, shown) => beginJob(tracer, step, shown) });

  for (const [name, adapter] of [["jgt:mysql2", "mysql2"], ["jgt:prisma", "prisma"]] as const) {
    leaf<StatementStep>(name, ({ sql }) => ({ name: nameOf(sql), kind: SpanKind.CLIENT, attributes: { "db.system.name": "mysql", "db.query.text": withoutValues(sql), "jgt.adapter": adapter } }));
  }
  leaf<{ operation?: string; index?: string }>("jgt:search-engine", ({ operation = "call", index }) => ({
    name: index === undefined ? `search engine ${operation}` : `${operation} ${index}`, kind: SpanKind.CLIENT,
    attributes: { "db.system.name": "meilisearch", "db.operation.name": operation, ...(index !== undefined && { "db.collection.name": index }) },
  }));
  leaf<{ command?: string }>("ioredis:command", ({ command = "" }) => {
    const name = /^[a-z]{1,20}$/i.test(command) ? command.toUpperCase() : "COMMAND";
    return { name, kind: SpanKind.CLIENT, attributes: { "db.system.name": "redis", "db.operation.name": name } };
  });

  const carry = (box: unknown) => quietly(() => {
    const span = trace.getSpan(current.getStore() ?? ROOT_CONTEXT)?.spanContext();
    if (span) (box as { traceparent: string }).traceparent = `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, "0")}`;
  });
  channel("jgt:carrier").subscribe(carry);
  undo.push(() => void channel("jgt:carrier").unsubscribe(carry));
  return () => undo.forEach((one) => one());
}

/** A job of one trace goes on in it. One of several has a trace of its own, and shows in each of theirs with a link to it. */
function beginJob(tracer: Tracer, { traceparents }: JobStep, shown: Shown): { spans: Span[]; within: Context } {
  const origins = [...new Set(traceparents)].map(spanContextOf).filter((one) => one !== null);
  const beneath = (origin: SpanContext) => trace.setSpanContext(ROOT_CONTEXT, origin);
  if (origins.length === 1 && !traceparents.includes(undefined)) {
    const parent = beneath(origins[0]!);
    const span = tracer.startSpan(shown.name, shown, parent);
    return { spans: [span], within: trace.setSpan(parent, span) };
  }
  const own = tracer.startSpan(shown.name, { ...shown, links: origins.map((context) => ({ context })) }, ROOT_CONTEXT);
  const link = [{ context: own.spanContext() }];
  const shares = origins.slice(0, MOST_TRACES).map((origin) => tracer.startSpan(shown.name, { ...shown, links: link }, beneath(origin)));
  return { spans: [own, ...shares], within: trace.setSpan(ROOT_CONTEXT, own) };
}

function spanContextOf(traceparent: string | undefined): SpanContext | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  return traceId && spanId && flags ? { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true } : null;
}

/** Listeners that never throw: an error in one would end the process. */
function listening<S extends Step>(on: { start?(step: S): void; asyncEnd(step: S): void; error(step: S): void }) {
  const safe = (listener: ((step: S) => void) | undefined) => (step: unknown) => void quietly(() => listener?.(step as S));
  return { start: safe(on.start), end: safe(undefined), asyncStart: safe(undefined), asyncEnd: safe(on.asyncEnd), error: safe(on.error) };
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
