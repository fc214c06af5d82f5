import { once } from "node:events";
import { connect } from "node:net";
import { setImmediate as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import { ask, closeDoor, connected, forget, logged, open, post, pours, said } from "./door.ts";

/* Bytes on a connection: half requests, offers, no HTTP at all; and how connections end. */

afterEach(forget);

/** Headers of curl with `--http2`. */
const offersHttp2 =
  "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";

describe("a caller", () => {
  test.each([
    ["that offers HTTP/2, as curl does", offersHttp2],
    ["that offers a WebSocket", "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"],
    [
      "that offers HTTP/2 with a body, as Java does",
      "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: 2\r\n\r\n{}",
    ],
  ])("%s is answered as if it had not, and the connection ends", async (_, request) => {
    expect(await said(await open(), request)).toMatch(/^HTTP\/1\.1 200 OK\r\n(.+\r\n)*Connection: close\r\n/);
  });

  test("that wants a tunnel is hung up on", async () => {
    expect(await said(await open(), "CONNECT gnist.example:443 HTTP/1.1\r\nHost: gnist.example:443\r\n\r\n")).toBe("");
  });

  const expecting = (what: string) =>
    `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nExpect: ${what}\r\nContent-Length: 2\r\n\r\n{}`;

  test("that waits to be told to go on is told, and answered", async () => {
    expect(await said(await open(), expecting("100-continue"))).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
  });

  test("that expects anything else is told that it will not be", async () => {
    expect(await said(await open(), expecting("a miracle"))).toMatch(/^HTTP\/1\.1 417 /);
  });

  test("that waits to be told to go on with a body that is too large is told at once that it is", async () => {
    const request = expecting("100-continue")
      .replace("Connection: close\r\n", "")
      .replace("Content-Length: 2\r\n\r\n{}", "Content-Length: 262145\r\n\r\n");
    expect(await said(await open(), request)).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n(.+\r\n)*Connection: close\r\n/);
  });

  test.each([
    ["says nothing", ""],
    ["does not end its headers", "POST /api/messages HTTP/1.1\r\nHost: localhost\r\n"],
    [
      "does not end its body",
      "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{}",
    ],
  ])("that %s is hung up on in time", async (_, request) => {
    const url = await open({ limits: { headersMs: 100, requestMs: 200 } });
    const started = performance.now();
    expect(await said(url, request)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

test.each([
  ["has said nothing", ""],
  ["has not ended its headers", "GET /health/live HTTP/1.1\r\nHost: localhost\r\n"],
  [
    "has not ended its body",
    "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{}",
  ],
  ["has been answered and stays", "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["has offered HTTP/2", offersHttp2],
])("closing takes a moment while somebody is connected who %s", async (_, request) => {
  const url = await open();
  const ended = said(url, request);
  // Connections are taken in the order in which they come.
  expect(await ask(`${url}/health/live`, {})).toBe(200);
  const started = performance.now();
  await closeDoor();
  await ended;
  expect(performance.now() - started).toBeLessThan(2_500);
});

describe("what is no request", () => {
  const begins = "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  test.each([
    ["another language", "\u0016\u0003\u0001\u0000\u00a5", 400, "HPE_INVALID_METHOD"],
    ["a method that does not exist", "FOO /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "HPE_INVALID_METHOD"],
    ["headers without an end", `GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431, "HPE_HEADER_OVERFLOW"],
    ["two lengths", `${begins}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400, "HPE_UNEXPECTED_CONTENT_LENGTH"],
    ["a piece without a size", `${begins}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`, 400, "HPE_INVALID_CHUNK_SIZE"],
    ["a body that does not come", `${begins}Content-Length: 10\r\n\r\n{}`, 408, "ERR_HTTP_REQUEST_TIMEOUT"],
  ])("%s, is answered in JSON and leaves one line", async (_, bytes, status, why) => {
    // A short limit would end the others too, on a slow machine.
    const heard = await said(await open(status === 408 ? { limits: { headersMs: 100, requestMs: 200 } } : {}), bytes);
    expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .+\\r\\n(.+\\r\\n)*Content-Type: application/json\\r\\n`));
    expect(JSON.parse(heard.split("\r\n\r\n")[1] ?? "")).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(logged).toEqual([{ level: "warn", event: "request-refused", facts: { status, why } }]);
  });

  test("a connection on which nobody says anything leaves none", async () => {
    await said(await open({ limits: { headersMs: 100, requestMs: 200 } }), "");
    expect(logged).toEqual([]);
  });

  test.each([
    ["no host", ""],
    ["two hosts", "Host: localhost\r\nHost: gnist.example\r\n"],
    ["a host with a gap", "Host: gnist example\r\n"],
    ["a host with a port that cannot be", "Host: gnist.example:99999\r\n"],
    ["half an address of IPv6", "Host: [\r\n"],
    ["a host with a path", "Host: gnist.example/health\r\n"],
    ["a host with a name before it", "Host: sara@gnist.example\r\n"],
  ])("a request that names %s is refused, and leaves one line", async (_, hosts) => {
    // restify builds a URL of the host outside any handler: what it cannot read would end the process.
    const heard = await said(await open({ local: false }), `GET /health/live HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(logged).toEqual([{ level: "warn", event: "request-refused", facts: { status: 400 } }]);
  });

  test.each(["http://", "http://gnist.example:99999/health/live", "http://[/health/live"])(
    "a request for %s, an address that cannot be read, is refused, and leaves one line",
    async (address) => {
      const heard = await said(await open({ local: false }), `GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(logged).toEqual([{ level: "warn", event: "request-refused", facts: { status: 400 } }]);
    },
  );
});

describe("a body that nobody will read", () => {
  const admit = async () => ({ status: 401, body: { code: "Refused" } });
  const begins = "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  test("that comes slowly is waited for as long as any request, and its caller is answered once", async () => {
    const url = await open({ admit, limits: { headersMs: 1_000, requestMs: 1_000 } });
    const heard = await said(url, `${begins}Content-Length: 10\r\n\r\n{}`);
    expect(heard.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(heard).toMatch(/^HTTP\/1\.1 401 /);
    expect(logged).toEqual([]);
  });

  test("that comes whole does not end the connection", async () => {
    const request = `${begins}Content-Length: 2\r\n\r\n`;
    let rest = "{}";
    const heard = await said(await open({ admit }), request, (socket) => {
      if (rest === "{}") socket.write(`{}${request.replace("Content-Type", "Connection: close\r\nContent-Type")}{}`);
      rest = "";
    });
    expect(heard.match(/HTTP\/1\.1 401 /g)).toHaveLength(2);
  });

  test.each<[string, string, { readonly admit?: typeof admit; readonly path?: string }, number]>([
    ["of a stranger, with its length", `Content-Length: ${2 ** 40}`, { admit }, 401],
    ["of a stranger, in pieces", "Transfer-Encoding: chunked", { admit }, 401],
    ["that says it is too large", `Content-Length: ${2 ** 40}`, {}, 413],
    ["that becomes too large", "Transfer-Encoding: chunked", {}, 413],
    ["for an address that does not exist", `Content-Length: ${2 ** 40}`, { path: "/nothing" }, 404],
  ])("%s, is answered and then not taken any more", async (_, length, { path = "/api/messages", ...how }, status) => {
    const { heard, sent } = await pours(await open(how), `${begins.replace("/api/messages", path)}${length}\r\n\r\n`);
    expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    // The system's own buffers of a connection hold some megabytes.
    expect(sent).toBeLessThan(16 * 2 ** 20);
  });
});

test("a refused HEAD is answered before its long body has come", async () => {
  const head = "HEAD /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: 500000\r\n\r\n{";
  expect(await said(await open({ limits: { headersMs: 100, requestMs: 200 } }), head)).toMatch(/^HTTP\/1\.1 415 /);
});

test("closing lets what is in hand be answered, and takes nothing new", async () => {
  let letGo: () => void = () => {};
  let arrived: () => void = () => {};
  const inHand = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const url = await open({
    messages: (_, response) =>
      new Promise((resolve) => {
        letGo = () => {
          response.writeHead(200);
          response.end("{}");
          resolve();
        };
        arrived();
      }),
  });
  // A connection that is kept open, as every front end does.
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const answered = post(url, "{}");
  await inHand;
  const started = performance.now();
  const closed = closeDoor();
  await expect(connected(Number(new URL(url).port), "127.0.0.1")).rejects.toThrow("ECONNREFUSED");
  letGo();
  expect((await answered).status).toBe(200);
  await closed;
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("requests of a caller who asks many at once and goes leave nothing in memory", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const many = 50;
  const responses: WeakRef<object>[] = [];
  let allCame = () => {};
  const came = new Promise<void>((resolve) => {
    allCame = resolve;
  });
  let gone: Promise<unknown> | undefined;
  const url = await open({
    more: [
      {
        method: "GET",
        path: "/slow",
        from: "anybody",
        mostBytes: 0,
        run: async ({ socket }, response) => {
          if (responses.push(new WeakRef(response)) === many) allCame();
          gone ??= once(socket, "close");
          await gone;
        },
      },
    ],
  });
  const caller = connect(Number(new URL(url).port), "127.0.0.1");
  caller.write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(many));
  await came;
  caller.resetAndDestroy();
  const left = () => responses.filter((response) => response.deref()).length;
  for (let tries = 0; tries < 100 && left() > 1; tries += 1) {
    await pause();
    collect();
  }
  expect(left()).toBeLessThanOrEqual(1);
});
