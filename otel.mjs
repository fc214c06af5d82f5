/*
 * `node --import ./otel.mjs start.js` starts Gnist with spans and metrics, sent by OTLP over http/protobuf. Without this file nothing is sent.
 *
 * It reads the standard variables of OpenTelemetry (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER and so on,
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/). It instruments nothing by itself: such spans would hold addresses with ids of
 * chats. It looks for no names of the host, the user or the command either.
 */
import { readFileSync } from "node:fs";
import { DiagLogLevel, diag, metrics, trace } from "@opentelemetry/api";

const { version, peerDependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** Says why Gnist does not start, and ends the process. */
const end = (sentence) => {
  process.stderr.write(`Gnist does not start with telemetry: ${sentence}\n`);
  process.exit(1);
};

/** Whether a signal is wanted: OTLP if the variable is missing. */
const isWanted = (name) => {
  const exporter = process.env[name] || "otlp";
  if (exporter !== "otlp" && exporter !== "none") end(`set ${name} to otlp or none.`);
  return exporter === "otlp";
};

const protocol = process.env.OTEL_EXPORTER_OTLP_PROTOCOL || "http/protobuf";
if (protocol !== "http/protobuf") end("set OTEL_EXPORTER_OTLP_PROTOCOL to http/protobuf, or leave it out.");
const [wantsTraces, wantsMetrics] = ["OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER"].map(isWanted);
const intervalMs = Number(process.env.OTEL_METRIC_EXPORT_INTERVAL || 60_000);
// The SDK would take a word as the shortest interval there is, and send all the time.
if (!(intervalMs >= 1)) end("set OTEL_METRIC_EXPORT_INTERVAL to a number of milliseconds, such as 60000.");
for (const name of ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"]) {
  const address = process.env[name];
  if (address && !(/^https?:/i.test(address) && URL.canParse(address))) end(`set ${name} to an address such as http://127.0.0.1:4318.`);
}
const isOff = process.env.OTEL_SDK_DISABLED?.toLowerCase() === "true";

const load = async () => {
  try {
    return await Promise.all([
      import("@opentelemetry/resources"),
      import("@opentelemetry/sdk-trace-base"),
      import("@opentelemetry/exporter-trace-otlp-proto"),
      import("@opentelemetry/sdk-metrics"),
      import("@opentelemetry/exporter-metrics-otlp-proto"),
    ]);
  } catch (fault) {
    if (fault?.code !== "ERR_MODULE_NOT_FOUND") throw fault;
    const packages = Object.entries(peerDependencies).map(([name, wanted]) => `${name}@${wanted}`);
    return end(`install its packages with: npm install --no-save --save-prod --omit=dev ${packages.join(" ")}`);
  }
};

/** The SDK tells each failed export. Once in ten minutes is enough, without its words, which may quote an address with a key. */
let toldAt = Number.NEGATIVE_INFINITY;
const tellFailure = () => {
  if (performance.now() - toldAt < 600_000) return;
  toldAt = performance.now();
  process.stderr.write("Telemetry could not be sent: look at OTEL_EXPORTER_OTLP_ENDPOINT and at what listens there. Gnist goes on.\n");
};

if (!isOff) {
  const [{ detectResources, envDetector, resourceFromAttributes }, spans, { OTLPTraceExporter }, meters, { OTLPMetricExporter }] =
    await load();
  const nothing = () => undefined;
  diag.setLogger({ error: tellFailure, warn: nothing, info: nothing, debug: nothing, verbose: nothing }, { logLevel: DiagLogLevel.ERROR });
  const own = resourceFromAttributes({ "service.name": "gnist", "service.version": version });
  const resource = own.merge(detectResources({ detectors: [envDetector] }));
  if (wantsTraces)
    trace.setGlobalTracerProvider(
      new spans.BasicTracerProvider({ resource, spanProcessors: [new spans.BatchSpanProcessor(new OTLPTraceExporter())] }),
    );
  if (wantsMetrics)
    metrics.setGlobalMeterProvider(
      new meters.MeterProvider({
        resource,
        readers: [
          new meters.PeriodicExportingMetricReader({
            exporter: new OTLPMetricExporter(),
            exportIntervalMillis: intervalMs,
          }),
        ],
      }),
    );
}
