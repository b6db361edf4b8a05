import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { ExportResultCode, parseTraceParent } from "@opentelemetry/core";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Observer } from "./observed.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Traces that are sent to a collector. */
export interface Traces {
  observe: Observer;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** The exporter for `OTEL_EXPORTER_OTLP_PROTOCOL`; it reads the address, headers and timeout from the environment. */
async function exporterOf(env: Env): Promise<SpanExporter> {
  const protocol = env["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] || env["OTEL_EXPORTER_OTLP_PROTOCOL"];
  const { OTLPTraceExporter } = await (protocol === "http/json"
    ? import("@opentelemetry/exporter-trace-otlp-http")
    : import("@opentelemetry/exporter-trace-otlp-proto"));
  return new OTLPTraceExporter();
}

/** The sampler for `OTEL_TRACES_SAMPLER`, as the OpenTelemetry specification names them. */
function samplerOf(env: Env): Sampler {
  const ratio = new TraceIdRatioBasedSampler(Number(env["OTEL_TRACES_SAMPLER_ARG"] || 1));
  const name = env["OTEL_TRACES_SAMPLER"] || "parentbased_always_on";
  const root = name.endsWith("always_off")
    ? new AlwaysOffSampler()
    : name.endsWith("traceidratio")
      ? ratio
      : new AlwaysOnSampler();
  return name.startsWith("parentbased_") ? new ParentBasedSampler({ root }) : root;
}

/** Reports that spans cannot be sent, once per outage, and that they are sent again. */
export function reporting(exporter: SpanExporter, say: (line: string) => void): SpanExporter {
  let failing = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const fails = result.code !== ExportResultCode.SUCCESS;
        const reason = result.error?.message || "no reason was given";
        if (fails && !failing)
          say(`Traces cannot be sent to the collector: ${reason}. They are lost until it answers.`);
        if (failing && !fails) say("Traces are sent again.");
        failing = fails;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

/** Sends a span for each request, with the attributes of OpenTelemetry's conventions for HTTP servers. */
export async function startTraces(env: Env, say: (line: string) => void): Promise<Traces> {
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ "service.name": "ai-data-use" }))
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(env),
    spanProcessors: [new BatchSpanProcessor({ exporter: reporting(await exporterOf(env), say) })],
  });
  const tracer = provider.getTracer("ai-data-use");
  return {
    observe: ({ method, route, status, cache, complete, seconds, trace: parent }) => {
      const from = parent === undefined ? null : parseTraceParent(parent);
      const end = Date.now();
      const span = tracer.startSpan(
        `${method} ${route}`,
        {
          kind: SpanKind.SERVER,
          startTime: end - seconds * 1000,
          attributes: {
            "http.request.method": method === "OTHER" ? "_OTHER" : method,
            "http.route": route,
            "http.response.status_code": status,
            "app.cache": cache,
            "app.complete": complete,
          },
        },
        from ? trace.setSpanContext(ROOT_CONTEXT, { ...from, isRemote: true }) : ROOT_CONTEXT,
      );
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(end);
    },
    // What cannot be sent at the end is lost, as before: the outage was reported.
    close: () => provider.shutdown().catch(() => {}),
  };
}
