import { BasicTracerProvider, BatchSpanProcessor, type ReadableSpan, type SpanExporter } from "@opentelemetry/sdk-trace-base";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import type { Logger } from "../logger.server.ts";
import { withinLimit } from "../within-limit.ts";
import { followSteps } from "./follow.server.ts";

/** A collector that does not answer is given up; what does not fit into the queue meanwhile is dropped. */
const EXPORT_LIMIT_MS = 3_000;
const STOP_LIMIT_MS = 2_000;
const SEND_EVERY_MS = 1_000;
const WARN_EVERY_MS = 300_000;

/** Sends traces to a collector until it is stopped. Nobody waits for it: neither a page nor a job, and a stop no longer than two seconds. */
export function startTraces(settings: { endpoint: string; process: string; logger: Logger }): { stop(): Promise<void> } {
  const exporter = new OTLPTraceExporter({ url: `${settings.endpoint.replace(/\/{1,9}$/, "")}/v1/traces`, timeoutMillis: EXPORT_LIMIT_MS });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.namespace": "jingangtong", "service.name": `jingangtong-${settings.process}` }),
    spanProcessors: [new BatchSpanProcessor(telling(exporter, settings.logger), { maxQueueSize: 4_096, maxExportBatchSize: 512, scheduledDelayMillis: SEND_EVERY_MS, exportTimeoutMillis: EXPORT_LIMIT_MS })],
  });
  const unfollow = followSteps(provider.getTracer("jingangtong"));
  return {
    async stop() {
      unfollow();
      await withinLimit(provider.shutdown(), STOP_LIMIT_MS).catch(() => undefined);
    },
  };
}

/** Says now and then that nothing arrives. The library alone would be silent about it. */
function telling(exporter: SpanExporter, logger: Logger): SpanExporter {
  let warnedAt = -Infinity;
  return {
    export(spans: ReadableSpan[], done) {
      exporter.export(spans, (result) => {
        if (result.code !== 0 && performance.now() - warnedAt > WARN_EVERY_MS) {
          warnedAt = performance.now();
          logger.warn({ count: spans.length, error: result.error }, "traces not sent");
        }
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
