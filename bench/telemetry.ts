import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startOpenId } from "../tests/connector/open-id.ts";
import { type AnswerServer, pressOf, receiptMark } from "./answers-parts.ts";
import { newClaims } from "./inbound-parts.ts";
import { openPresser, type Pressed } from "./presser.ts";
import { type Figure, median, saveResult, say } from "./result.ts";
import { startServerIn } from "./server.ts";

/**
 * The cost of telemetry: `npm run bench -- telemetry [rounds] [another checkout]`. 50 connections press *Send*, with rows in memory, as in the bench of answers: in
 * Gnist as it starts without an SDK, wrapped in the api with nothing behind it, and with otel.mjs, whose spans and metrics a receiver in this process takes. An
 * earlier checkout shows the presses before there was any telemetry. Each variant runs in a fresh process per round, rounds interleaved.
 */

const connections = 50;
/** Presses of each connection. They are counted and not timed, because a busy machine would else leave some variants with colder code than others. */
const warmUp = 30;
const presses = 40;
const people = 4_000;

/** A receiver of OTLP that reads and forgets. */
const startSink = async () => {
  let bytes = 0;
  const server = createServer((request, response) => {
    request.on("data", (part: Buffer) => {
      bytes += part.length;
    });
    request.on("end", () => response.writeHead(200, { "content-type": "application/x-protobuf" }).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bytes: () => bytes, stop: () => server.close() };
};

/** Time (ms) that a fresh process takes to load the api. */
const loadsApi = (): number => {
  const program = "const from = performance.now(); await import('@opentelemetry/api'); console.log(performance.now() - from)";
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  return Number(stdout);
};

type Run = Pressed & { readonly cpuMicros: number };

export const benchTelemetry = async (rounds = 7, checkout?: string): Promise<void> => {
  const openId = await startOpenId();
  const sink = await startSink();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = sink.url;
  const token = openId.signed(newClaims());
  const here = import.meta.dirname;
  const variants: readonly { readonly is: string; readonly server: AnswerServer; readonly folder: string }[] = [
    { is: "without an SDK, as by npm start", server: "product", folder: here },
    { is: "wrapped in the api, with no SDK behind it", server: "without-sdk", folder: here },
    { is: "with otel.mjs, all spans and metrics sent", server: "with-sdk", folder: here },
    ...(checkout === undefined
      ? []
      : [{ is: "an earlier checkout, without telemetry", server: "product", folder: join(checkout, "bench") } as const]),
  ];
  const measured: readonly Run[][] = variants.map(() => []);

  const run = async ({ server: which, folder }: (typeof variants)[number]): Promise<Run> => {
    const server = await startServerIn(folder, "answers-server.ts", which, openId.url, String(people), "known");
    try {
      const presser = openPresser(server.port, { connections, token, count: people, body: pressOf(people), mark: receiptMark });
      await presser.press(Number.POSITIVE_INFINITY, warmUp);
      const before = await server.cpu();
      const pressed = await presser.press(Number.POSITIVE_INFINITY, presses);
      return { ...pressed, cpuMicros: ((await server.cpu()) - before) / pressed.answers };
    } finally {
      await server.stop();
    }
  };

  try {
    for (let round = 0; round < rounds; round++) {
      const all = variants.map((variant, at) => async () => void measured[at]?.push(await run(variant)));
      const first = round % all.length;
      for (const turn of [...all.slice(first), ...all.slice(0, first)]) await turn();
      say(`round ${round + 1} of ${rounds}`);
    }
  } finally {
    await openId.stop();
    sink.stop();
  }

  const of = (at: number, what: keyof Run) => (measured[at] ?? []).map((one) => one[what]);
  const range = (all: readonly number[], digits: number) =>
    `${median(all).toFixed(digits)} (${Math.min(...all).toFixed(digits)}–${Math.max(...all).toFixed(digits)})`;
  const ratio = (a: number, b: number, what: keyof Run) => {
    const under = of(b, what);
    const ratios = of(a, what).map((one, at) => one / (under[at] ?? Number.NaN));
    return range(ratios, 2);
  };
  const compared: readonly Figure[] =
    checkout === undefined ? [] : [["without an SDK ÷ the earlier checkout, CPU", ratio(0, 3, "cpuMicros"), "≤ 1.02"]];
  const loads = Array.from({ length: rounds }, loadsApi);
  await saveResult("Telemetry", `npm run bench -- telemetry ${rounds}${checkout === undefined ? "" : " <an earlier checkout>"}`, [
    ...variants.map(
      ({ is }, at) =>
        [
          `presses/s, CPU a press, p99: ${is}`,
          `${range(of(at, "perSecond"), 0)}, ${median(of(at, "cpuMicros")).toFixed(0)} µs, p99 ${median(of(at, "p99Ms")).toFixed(0)} ms`,
          "",
        ] as const,
    ),
    ...compared,
    ["the api with no SDK ÷ without an SDK, CPU", ratio(1, 0, "cpuMicros"), ""],
    ["with otel.mjs ÷ without an SDK, CPU", ratio(2, 0, "cpuMicros"), ""],
    ["with otel.mjs ÷ without an SDK, presses/s", ratio(2, 0, "perSecond"), ""],
    ["loading the api, which a start without an SDK does not", `${range(loads, 0)} ms`, ""],
  ]);
};
