import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { describe, expect, test } from "vitest";
import { routeOf } from "../../../src/api/index.ts";
import { type ObserveConfig, observe, observeConfigFrom } from "../../../src/entry/observe/index.ts";
import { logOf } from "../../../src/entry/observe/log.ts";
import { reporting } from "../../../src/entry/observe/traces.ts";
import type { Step } from "../../../src/entry/serve/step.ts";
import { serve } from "../limits/served.ts";

/** A server that answers `/memory` from memory, observed as configured. */
async function observed(config: Partial<ObserveConfig>, env: Record<string, string> = {}) {
  const lines: string[] = [];
  const log = logOf("json", (line) => lines.push(line));
  const observing = await observe({
    config: { ...observeConfigFrom({}), ...config },
    env,
    access: log.access,
    say: log.say,
    release: async () => "2026.11.9",
    connections: (report) => report(3),
  });
  const memory: Step = (req, res, next) => (req.url === "/healthz" ? void res.end("ok") : next());
  const refuse: Step = (req, res, next) => (req.url === "/refused" ? void res.writeHead(429).end() : next());
  const { arrived, admitted, computed } = observing.steps ?? {};
  const served = await serve({
    steps: [arrived, refuse, admitted, memory, computed].filter((step) => step !== undefined),
    handler: (req, res) => {
      if (req.url?.startsWith("/stats")) res.statusCode = 503;
      if (req.url?.startsWith("/events")) req.socket.destroy();
      else res.end(req.headers["x-request-id"]);
    },
  });
  return {
    lines,
    observing,
    served,
    ask: (path: string, headers: Record<string, string> = {}, method = "GET") =>
      fetch(served.url + path, { headers, method }).catch(() => undefined),
    async [Symbol.asyncDispose]() {
      await served[Symbol.asyncDispose]();
      await observing.close();
    },
  };
}

describe("routes", () => {
  test.each([
    ["/", "/"],
    ["/v1", "/"],
    ["/platforms", "/platforms"],
    ["/v1/platforms/linkedin", "/platforms/{id}"],
    ["/platforms/anything typed", "/platforms/{id}"],
    ["/events.atom", "/events.atom"],
    ["/platforms/x/changes.json", "/platforms/{id}/changes.json"],
    ["/badge/x.svg", "/badge/{file}"],
    ["/docs/assets/init.js", "/docs/assets/{file}"],
    ["/nope/anna@example.org", "(unknown)"],
  ])("%s is %s", (path, route) => expect(routeOf(path)).toBe(route));
});

describe("the access log", () => {
  test("has one JSON object for each request, without what was typed and without addresses", async () => {
    await using server = await observed({ access: true });
    await server.ask("/v1/platforms?q=anna%40example.org&url=secret.example");
    await server.ask("/platforms/anna", { "X-Request-Id": "from-client" }, "HEAD");
    await server.ask("/healthz");
    await server.ask("/stats");
    await server.ask("/events");
    await expect.poll(() => server.lines.length).toBe(5);
    const entry = {
      time: expect.any(String),
      level: "info",
      event: "request",
      requestId: expect.any(String),
    };
    const common = { ...entry, method: "GET", status: 200, cache: "miss", complete: true };
    const milliseconds = expect.any(Number);
    expect(server.lines.map((line) => JSON.parse(line))).toEqual([
      { ...common, route: "/platforms", milliseconds },
      { ...common, method: "HEAD", requestId: "from-client", route: "/platforms/{id}", milliseconds },
      { ...common, route: "/healthz", cache: "hit", milliseconds },
      { ...common, level: "error", status: 503, route: "/stats", milliseconds },
      { ...common, complete: false, route: "/events", milliseconds },
    ]);
    expect(server.lines.join()).not.toMatch(/anna|secret|127\.0\.0\.1/);
  });

  test("has the id that the API gets, also where the client's is not one", async () => {
    await using server = await observed({ access: true });
    const ids = [await server.ask("/x"), await server.ask("/x", { "X-Request-Id": "not an id" })];
    const texts = await Promise.all(ids.map((r) => r?.text()));
    await expect.poll(() => server.lines.length).toBe(2);
    expect(server.lines.map((line) => JSON.parse(line).requestId)).toEqual(texts);
  });
});

describe("metrics", () => {
  test("count by route, class of status and cache; nothing that was typed becomes a label", async () => {
    await using server = await observed({ metrics: { port: 0, host: "127.0.0.1" } });
    for (const name of ["a", "b", "c"]) await server.ask(`/platforms/${name}?q=${name}`);
    await server.ask("/healthz");
    await server.ask("/anything", {}, "PURGE");
    await server.ask("/refused");
    await server.ask("/events");
    const text = await (await fetch(server.observing.metricsUrl ?? "")).text();
    expect(
      text.split("\n").filter((line) => /^http_(requests|incomplete)|^(publication|http_conn)/.test(line)),
    ).toEqual([
      'http_requests_total{method="GET",route="/platforms/{id}",status="2xx",cache="miss"} 3',
      'http_requests_total{method="GET",route="/healthz",status="2xx",cache="hit"} 1',
      'http_requests_total{method="OTHER",route="(unknown)",status="2xx",cache="miss"} 1',
      'http_requests_total{method="GET",route="(unknown)",status="4xx",cache="none"} 1',
      'http_requests_total{method="GET",route="/events",status="2xx",cache="miss"} 1',
      "http_incomplete_total 1",
      "http_connections 3",
      'publication_info{release="2026.11.9"} 1',
    ]);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect(text).toMatch(
      /^http_request_duration_seconds_count\{route="\/platforms\/\{id\}",cache="miss"\} 3$/m,
    );
    expect((await fetch(new URL("/", server.observing.metricsUrl))).status).toBe(404);
  });

  test("a port that is taken is an error", async () => {
    await using other = await serve({});
    await expect(observed({ metrics: { port: other.port, host: "127.0.0.1" } })).rejects.toThrow(
      /^METRICS_PORT=\d+ is taken\. /,
    );
  });
});

describe("traces", () => {
  test("a collector that cannot be reached: reported once, and it does not affect the end", async () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1", OTEL_EXPORTER_OTLP_TIMEOUT: "500" };
    Object.assign(process.env, env);
    try {
      const server = await observed({ traces: true }, env);
      await server.ask("/stats");
      await server[Symbol.asyncDispose]();
      expect(server.lines.filter((line) => line.includes("collector"))).toEqual([
        expect.stringMatching(/Traces cannot be sent to the collector: .*They are lost until it answers\./),
      ]);
    } finally {
      for (const name of Object.keys(env)) delete process.env[name];
    }
  });
  test.each(["http/json", "http/protobuf"])(
    "go to the collector by %s, a span for each request",
    async (protocol) => {
      const bodies: Buffer[] = [];
      const paths: (string | undefined)[] = [];
      const collector = createServer((req, res) => {
        paths.push(req.url);
        req.on("data", (chunk: Buffer) => bodies.push(chunk)).once("end", () => res.end("{}"));
      });
      await new Promise<void>((listening) => collector.listen(0, "127.0.0.1", listening));
      const env = {
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
        OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
        OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
      };
      // The exporter reads its settings from the environment of the process.
      Object.assign(process.env, env);
      try {
        const server = await observed({ traces: true }, env);
        const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await server.ask("/platforms/anna?q=anna", { traceparent });
        await server.ask("/stats");
        await server[Symbol.asyncDispose]();
      } finally {
        for (const name of Object.keys(env)) delete process.env[name];
        await new Promise((closed) => collector.close(closed));
      }
      expect(paths).toEqual(["/v1/traces"]);
      const text = Buffer.concat(bodies).toString("latin1");
      for (const part of ["GET /platforms/{id}", "GET /stats", "ai-data-use", "deployment.environment.name"])
        expect(text).toContain(part);
      expect(text).not.toMatch(/anna|127\.0\.0\.1/);
      if (protocol === "http/json")
        expect(JSON.parse(text).resourceSpans[0].scopeSpans[0].spans).toMatchObject([
          { traceId: "0af7651916cd43dd8448eb211c80319c", parentSpanId: "b7ad6b7169203331", kind: 2 },
          { name: "GET /stats", status: { code: 2 } },
        ]);
    },
  );
});

test("that the collector cannot be reached is said once, and when it can be reached again", async () => {
  const lines: string[] = [];
  let status = 400;
  const collector = createServer((req, res) => {
    req.resume().once("end", () => res.writeHead(status).end("{}"));
  });
  await new Promise<void>((listening) => collector.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces`;
  const exporter = reporting(new OTLPTraceExporter({ url }), (line) => lines.push(line));
  const send = (): Promise<void> => new Promise((done) => exporter.export([], () => done()));
  try {
    for (const now of [400, 400, 200, 200, 400]) {
      status = now;
      await send();
    }
    const outage = expect.stringMatching(/^Traces cannot be sent to the collector: .+/);
    expect(lines).toEqual([outage, "Traces are sent again.", outage]);
  } finally {
    await exporter.shutdown();
    collector.closeAllConnections();
    await new Promise((closed) => collector.close(closed));
  }
});

describe("configuration", () => {
  test.each([
    [
      "OTEL_EXPORTER_OTLP_ENDPOINT",
      "collector:4318",
      "OTEL_EXPORTER_OTLP_ENDPOINT=collector:4318 is not a URL",
    ],
    ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grpc", "=grpc is not one of http/protobuf, http/json."],
    ["OTEL_EXPORTER_OTLP_TIMEOUT", "10s", "=10s is not a time"],
    ["OTEL_EXPORTER_OTLP_HEADERS", "secret", "OTEL_EXPORTER_OTLP_HEADERS is not a list of names and values"],
    ["OTEL_RESOURCE_ATTRIBUTES", "a=%E0", "=a=%E0 is not a list of names and values"],
    ["OTEL_TRACES_SAMPLER", "jaeger_remote", "=jaeger_remote is not one of always_on, parentbased_always_on"],
    ["OTEL_TRACES_SAMPLER_ARG", "2", "=2 is not a ratio"],
    ["OTEL_SDK_DISABLED", "yes", "=yes is not one of true, false."],
  ])("%s=%s is an error", (name, value, message) => {
    expect(() => observeConfigFrom({ [name]: value })).toThrow(message);
  });
  test("what OpenTelemetry's specification shows is accepted, and empty values", () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: "https://collector.example:4318/otlp",
      OTEL_EXPORTER_OTLP_HEADERS: "api-key=key,other-config-value=val%20ue",
      OTEL_EXPORTER_OTLP_TIMEOUT: "5000",
      OTEL_RESOURCE_ATTRIBUTES: "service.version=1,deployment.environment.name=production",
      OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
      OTEL_TRACES_SAMPLER_ARG: "0.25",
    };
    expect(observeConfigFrom(env).traces).toBe(true);
    expect(observeConfigFrom({ OTEL_TRACES_SAMPLER: "", OTEL_EXPORTER_OTLP_ENDPOINT: "" }).traces).toBe(
      false,
    );
  });
  test("all is off by default", async () => {
    expect(observeConfigFrom({})).toEqual({
      format: "text",
      access: false,
      metrics: undefined,
      traces: false,
    });
    await using server = await observed({});
    expect([server.observing.steps, server.observing.metricsUrl]).toEqual([undefined, undefined]);
  });
  test("each is turned on by its variable", () =>
    expect(
      observeConfigFrom({
        LOG_FORMAT: "json",
        ACCESS_LOG: "on",
        METRICS_PORT: "9464",
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
      }),
    ).toEqual({ format: "json", access: true, metrics: { port: 9464, host: "localhost" }, traces: true }));
  test("OTEL_SDK_DISABLED wins", () =>
    expect(
      observeConfigFrom({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c", OTEL_SDK_DISABLED: "TRUE" }).traces,
    ).toBe(false));
  test.each([
    [{ LOG_FORMAT: "xml" }, "LOG_FORMAT=xml is not one of text, json."],
    [{ ACCESS_LOG: "yes" }, "ACCESS_LOG=yes is not one of off, on."],
    [{ METRICS_PORT: "99999" }, "METRICS_PORT=99999 is not a port"],
  ])("%j says what to write", (env, message) => expect(() => observeConfigFrom(env)).toThrow(message));
});

test("lines of the server are text, or JSON with LOG_FORMAT=json; control characters have no effect", () => {
  const lines: string[] = [];
  logOf("text", (line) => lines.push(line)).say("Built\u001b[2J");
  logOf("json", (line) => lines.push(line)).say("Built");
  expect(lines[0]).toBe("Built\\u001b[2J");
  expect(JSON.parse(lines[1] ?? "")).toEqual({
    time: expect.any(String),
    level: "info",
    event: "server",
    message: "Built",
  });
});

test("the server's own modules do not import the libraries of metrics and traces", () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    // Static imports only: `import(…)` loads when it is reached, types are erased.
    for (const [, target = ""] of readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gm,
    ))
      if (target.startsWith(".")) visit(join(dirname(file), target));
      else packages.add(target);
  };
  visit("src/entry/node.ts");
  expect(packages.has("@hono/node-server")).toBe(true);
  expect([...packages].filter((name) => /prom-client|opentelemetry/.test(name))).toEqual([]);
});
