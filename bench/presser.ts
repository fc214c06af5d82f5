import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Figures of one run of presses. */
export type Pressed = { readonly answers: number; readonly perSecond: number; readonly p99Ms: number };

/**
 * A load generator: each connection sends a press, waits for its answer and sends the next, each with a body of its own. It does little work, because it shares
 * the machine with the measured server. `press` continues after the last body sent, and ends after `seconds`, after `most` presses per connection, or with the
 * last body.
 */
export const openPresser = (
  port: number,
  how: {
    readonly connections: number;
    readonly token: string;
    readonly count: number;
    readonly body: (one: number) => string;
    /** Text that every good answer contains. */
    readonly mark: string;
    /** Time (ms) from one press of a connection to the next, if its answer has come by then. */
    readonly everyMs?: number;
  },
) => {
  let next = 0;
  const head = `POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json; charset=utf-8\r\nauthorization: Bearer ${how.token}\r\n`;

  const dial = async () => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    await once(socket, "connect");
    // latin1: one character per byte, as Content-Length counts.
    socket.setEncoding("latin1");
    let got = "";
    let settle: { readonly resolve: (answer: string) => void; readonly reject: (fault: Error) => void } | undefined;
    socket.on("data", (text: string) => {
      got += text;
      const end = got.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = /content-length: (\d+)/i.exec(got.slice(0, end))?.[1];
      if (got.length < end + 4 + Number(length)) return;
      const answer = got;
      got = "";
      settle?.resolve(answer);
    });
    for (const event of ["error", "close"] as const)
      socket.on(event, () => settle?.reject(new Error("A connection ended before its answer.")));
    return {
      press: (body: string) =>
        new Promise<string>((resolve, reject) => {
          settle = { resolve, reject };
          socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        }),
      end: () => {
        settle = undefined;
        socket.destroy();
      },
    };
  };

  /** @throws Error on an answer that is not good */
  const press = async (seconds: number, most = Number.POSITIVE_INFINITY): Promise<Pressed> => {
    const all = await Promise.all(Array.from({ length: how.connections }, dial));
    const tookMs: number[] = [];
    const started = performance.now();
    const until = started + seconds * 1_000;
    const keepPressing = async ({ press }: (typeof all)[number]) => {
      for (let pressed = 0; pressed < most && next < how.count; pressed++) {
        const body = how.body(next++);
        const at = performance.now();
        const answer = await press(body);
        const now = performance.now();
        if (!answer.startsWith("HTTP/1.1 200 ") || !answer.includes(how.mark)) throw new Error(`not an answer: ${answer.slice(0, 600)}`);
        tookMs.push(now - at);
        if (now >= until) return;
        if (how.everyMs !== undefined) await wait(Math.max(0, at + how.everyMs - now));
      }
    };
    try {
      await Promise.all(all.map(keepPressing));
    } finally {
      for (const one of all) one.end();
    }
    const ms = performance.now() - started;
    return { answers: tookMs.length, perSecond: (1_000 * tookMs.length) / ms, p99Ms: percentile(tookMs, 0.99) };
  };
  return { press };
};

const percentile = (all: readonly number[], part: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(part * all.length))] ?? Number.NaN;
