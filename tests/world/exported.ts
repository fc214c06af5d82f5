import { metrics, trace } from "@opentelemetry/api";
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { lanes } from "../../src/domain/job.ts";
import { logEvents } from "../../src/domain/log-events.ts";
import { jobs } from "../../src/entry/jobs.ts";
import { openTelemetry } from "../../src/telemetry.ts";

/** A value that leaves the process, with the names around it. */
type Point = {
  readonly metric: string;
  readonly unit: string;
  readonly attributes: ReadableSpan["attributes"];
  readonly value: unknown;
};

/** Telemetry whose spans and metrics stay in this process, for a test that registers its SDK and takes it away again. */
export const openExported = () => {
  const spans = new InMemorySpanExporter();
  const points = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const tracers = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
  const meters = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter: points, exportIntervalMillis: 3_600_000 })] });
  trace.setGlobalTracerProvider(tracers);
  metrics.setGlobalMeterProvider(meters);
  return {
    watch: openTelemetry("sqlite"),
    spans: (): readonly ReadableSpan[] => spans.getFinishedSpans(),
    forget: () => spans.reset(),
    points: async (): Promise<readonly Point[]> => {
      await meters.forceFlush();
      const all =
        points
          .getMetrics()
          .at(-1)
          ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
      return all.flatMap(({ descriptor, dataPoints }) =>
        dataPoints.map(({ attributes, value }) => ({
          metric: descriptor.name,
          unit: descriptor.unit,
          attributes: attributes as Point["attributes"],
          value,
        })),
      );
    },
    stop: async () => {
      trace.disable();
      metrics.disable();
      await Promise.all([tracers.shutdown(), meters.shutdown()]);
    },
  };
};

const operations = {
  store: [
    "get",
    "list",
    "commit",
    "forget",
    "put-job",
    "take-jobs",
    "end-job",
    "delay-job",
    "set-job-aside",
    "forget-in-jobs",
    "list-set-aside",
  ],
  send: ["openChat", "post", "update", "roster", "teamName", "channels", "upload", "postTargeted", "updateTargeted"],
};

const oneOf = (words: readonly string[]) => (value: unknown) => typeof value === "string" && words.includes(value);
const between = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const faults = ["StoreFault", "Unstorable", "BadRow", "Error", "TypeError", "RangeError", "ZodError"];
const refusals = ["blocked", "not-installed", "archived", "gone", "too-big", "refused", "not-registered", "disabled", "no-permission"];
const laters = ["throttled", "unreachable", "again", "doubtful"];

/** Every attribute that may leave the process, and whether a value may. */
export const attributes: Readonly<Record<string, (value: unknown) => boolean>> = {
  "http.request.method": oneOf(["POST"]),
  "http.route": oneOf(["/api/messages"]),
  "url.path": oneOf(["/api/messages"]),
  "url.scheme": oneOf(["http"]),
  "http.response.status_code": between(200, 599),
  "db.system.name": oneOf(["sqlite", "azure.storage"]),
  "db.operation.name": oneOf(operations.store),
  "error.type": oneOf([...faults, ...refusals, ...laters, "500", "503"]),
  "gnist.turn.kind": oneOf(["pressed", "wrote", "event"]),
  "gnist.outcome": oneOf(["done", "failed", "later", "set-aside", "sent", "refused", "stopped", "doubtful"]),
  "gnist.job.name": oneOf(Object.keys(jobs)),
  "gnist.job.lane": oneOf(lanes),
  "gnist.job.attempt": between(1, 100),
  "gnist.send.operation": oneOf(operations.send),
  "gnist.round.moment": oneOf(["question", "draft", "digest"]),
  "gnist.event": oneOf(Object.keys(logEvents)),
  "gnist.level": oneOf(["warn", "error"]),
};

/** Every metric that may leave the process, with its unit. */
export const metricUnits: Readonly<Record<string, string>> = {
  "http.server.request.duration": "s",
  "db.client.operation.duration": "s",
  "gnist.tick.duration": "s",
  "gnist.job.duration": "s",
  "gnist.send.duration": "s",
  "gnist.round.lag": "s",
  "gnist.log.lines": "{line}",
};

const spanNames = new Set([
  "POST /api/messages",
  "tick",
  ...Object.keys(jobs).map((job) => `job ${job}`),
  ...operations.send.map((operation) => `send ${operation}`),
  ...operations.store,
]);

const wrongIn = (all: ReadableSpan["attributes"]): readonly string[] =>
  Object.entries(all).flatMap(([key, value]) => (attributes[key]?.(value) ? [] : [`${key}=${value}`]));

/** Everything in spans that no span may hold; empty for those that Gnist makes. */
export const wrongInSpans = (spans: readonly ReadableSpan[]): readonly string[] =>
  spans.flatMap((span) => [
    ...(spanNames.has(span.name) ? [] : [`the name ${span.name}`]),
    ...wrongIn(span.attributes),
    ...span.events.map(({ name }) => `the event ${name}`),
    ...span.links.map(() => "a link"),
    ...(span.status.message ? [`the message ${span.status.message}`] : []),
    ...(span.spanContext().traceState ? ["a trace state"] : []),
    ...(span.instrumentationScope.name === "gnist" ? [] : [`the scope ${span.instrumentationScope.name}`]),
  ]);

/** Everything in metrics that no metric may hold. */
export const wrongInPoints = (points: readonly Point[]): readonly string[] =>
  points.flatMap(({ metric, unit, attributes: all }) => [
    ...(metricUnits[metric] === unit ? [] : [`the metric ${metric} in ${unit}`]),
    ...wrongIn(all),
  ]);
