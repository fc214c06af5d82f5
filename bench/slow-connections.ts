import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { newKey, signedWith, startOpenId } from "../tests/connector/open-id.ts";
import { invoke, newClaims } from "./inbound-parts.ts";
import { openPresser } from "./presser.ts";
import { median, saveResult, say } from "./result.ts";
import { startServer } from "./server.ts";

/**
 * Cost of strangers: `npm run bench -- slow-connections [rounds]`. Teams presses 500 times a second over 50 connections, with an empty handler: once alone, once
 * beside 500 slow or half-open connections, and once beside 100 that send bodies without an end. A stranger comes again a second after it was hung up on. Three
 * fresh processes a round, in turns; about a minute a round.
 */

const connections = 50;
const everyMs = 100;
const warmUpSeconds = 2;
/** Longer than the 10 s that a caller has for its headers, so that all kinds of ends are in it. */
const seconds = 12;

const head = (lines: string) => `POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${lines}`;

/** A stranger's behaviour on a new connection. The returned function runs once a second, while it is open. */
type Stranger = (socket: Socket) => () => void;

const drips =
  (begin: string): Stranger =>
  (socket) => {
    socket.resume().write(begin);
    return () => void socket.write("x");
  };

const slowKinds = (token: string): readonly Stranger[] => [
  (socket) => {
    socket.resume();
    return () => {};
  },
  drips(head("X-Slow: ")),
  drips(head("Content-Length: 200000\r\n\r\n")),
  drips(head(`Authorization: Bearer ${token}\r\nContent-Length: 200000\r\n\r\n`)),
  // As a machine that has vanished, it hears nothing of what comes back.
  (socket) => {
    socket.pause().write(head("Content-Length: 200000\r\n\r\n{"));
    return () => {};
  },
  (socket) => {
    socket.resume().write("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    return () => {};
  },
];

const piece = `10000\r\n${"x".repeat(65_536)}\r\n`;

const pours =
  (begin: string): Stranger =>
  (socket) => {
    const pour = () => void (socket.writable && socket.write(piece, (fault) => fault ?? pour()));
    socket.resume().write(begin, pour);
    return () => {};
  };

const largeKinds = (token: string): readonly Stranger[] => [
  pours(head("Content-Length: 200000\r\n\r\n")),
  pours(head(`Authorization: Bearer ${token}\r\nTransfer-Encoding: chunked\r\n\r\n`)),
  pours(head("Content-Length: 900000000\r\n\r\n").replace("/api/messages", "/nothing")),
];

/** Keeps strangers connected until they are called off. */
const beside = (port: number, count: number, kinds: readonly Stranger[]) => {
  const over = new AbortController();
  const open = new Map<Socket, () => void>();
  const come = (kind: Stranger): void => {
    if (over.signal.aborted) return;
    const socket = connect({ port, host: "127.0.0.1" }, () => open.set(socket, kind(socket)));
    socket.on("error", () => {});
    socket.once("close", () => {
      open.delete(socket);
      void wait(1_000, undefined, { ref: false }).then(() => come(kind));
    });
  };
  for (let one = 0; one < count; one += 1) come(kinds[one % kinds.length] as Stranger);
  const everySecond = setInterval(() => {
    for (const [socket, again] of open) if (socket.writable) again();
  }, 1_000);
  return {
    connected: () => open.size,
    end: () => {
      over.abort();
      clearInterval(everySecond);
      for (const socket of open.keys()) socket.destroy();
    },
  };
};

const variants = {
  alone: { count: 0, kinds: slowKinds },
  slow: { count: 500, kinds: slowKinds },
  large: { count: 100, kinds: largeKinds },
} as const;
type Name = keyof typeof variants;
const names = Object.keys(variants) as Name[];

type Measured = {
  readonly cpuMicros: number;
  readonly mb: number;
  readonly growth: number;
  readonly p99Ms: number;
  readonly connected: number;
};

export const benchSlowConnections = async (rounds = 5): Promise<void> => {
  const openId = await startOpenId();
  const token = openId.signed(newClaims());
  const strangers = signedWith(newKey().privateKey, newClaims());
  const measured = new Map<Name, Measured[]>(names.map((name) => [name, []]));

  const measure = async ({ count, kinds }: (typeof variants)[Name]): Promise<Measured> => {
    const server = await startServer("inbound-server.ts", "ours", openId.url);
    const { press } = openPresser(server.port, {
      connections,
      token,
      count: Number.POSITIVE_INFINITY,
      body: () => invoke,
      mark: '"statusCode":200',
      everyMs,
    });
    try {
      await press(warmUpSeconds);
      const around = beside(server.port, count, kinds(strangers));
      await wait(2_000);
      const before = await server.cpu();
      const pressing = press(seconds);
      const samples: number[] = [];
      for (let second = 1; second < seconds; second += 1) {
        await wait(1_000);
        samples.push((await server.ask<number>("memory")) / 2 ** 20);
      }
      const { answers, p99Ms } = await pressing;
      const cpuMicros = ((await server.cpu()) - before) / answers;
      const mb = median(samples);
      const growth = median(samples.slice(-4)) / median(samples.slice(0, 4));
      const connected = around.connected();
      around.end();
      return { cpuMicros, mb, growth, p99Ms, connected };
    } finally {
      await server.stop();
    }
  };

  try {
    for (let round = 0; round < rounds; round += 1) {
      const first = round % names.length;
      for (const name of [...names.slice(first), ...names.slice(0, first)]) measured.get(name)?.push(await measure(variants[name]));
      say(`round ${round + 1} of ${rounds}`);
    }
  } finally {
    await openId.stop();
  }

  const of = (name: Name, what: keyof Measured) => (measured.get(name) ?? []).map((one) => one[what]);
  const shown = (name: Name) =>
    `${median(of(name, "cpuMicros")).toFixed(0)} µs, ${median(of(name, "mb")).toFixed(0)} MB, p99 ${median(of(name, "p99Ms")).toFixed(0)} ms, ` +
    `${median(of(name, "connected"))} strangers connected at the end`;
  const ratio = (name: Name, what: keyof Measured) => {
    const alone = of("alone", what);
    const ratios = of(name, what).map((one, at) => one / (alone[at] ?? Number.NaN));
    return `× ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
  };
  await saveResult("Strangers at the door", `npm run bench -- slow-connections${rounds === 5 ? "" : ` ${rounds}`}`, [
    ["Teams alone: CPU a signed request, resident memory", shown("alone"), ""],
    ["beside 500 slow or half-open connections", shown("slow"), ""],
    ["CPU a signed request", ratio("slow", "cpuMicros"), "≤ 1.2"],
    ["memory", ratio("slow", "mb"), "≤ 1.15"],
    ["beside 100 connections with bodies without an end", shown("large"), ""],
    ["memory", ratio("large", "mb"), ""],
    ["memory, the last four seconds ÷ the first four", `× ${median(of("large", "growth")).toFixed(2)}`, "≤ 1.05: flat"],
  ]);
};
