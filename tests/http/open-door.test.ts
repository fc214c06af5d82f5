import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Door, type DoorSettings, openDoor, type Readiness } from "../../src/http/open-door.ts";
import type { Log } from "../../src/ports.ts";

const logged: { readonly event: string; readonly facts: unknown }[] = [];
const write: Log["error"] = (event, facts) => void logged.push({ event, facts });
const log: Log = { info: () => {}, warn: write, error: write };

/** What curl sends with `--http2`. */
const offersHttp2 =
  "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";

let door: Door | undefined;
afterEach(async () => {
  await door?.close();
  door = undefined;
  logged.length = 0;
});

const open = async (how: Partial<DoorSettings> = {}): Promise<string> => {
  door = await openDoor({
    port: 0,
    host: "127.0.0.1",
    local: true,
    messages: async (request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ heard: request.body ?? null }));
    },
    live: () => ({ version: "0.1.0" }),
    ready: async () => ({ ok: true, parts: { store: true, queue: true, clock: true } }),
    log,
    ...how,
  });
  return `http://127.0.0.1:${door.port}`;
};

const post = (url: string, body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  fetch(`${url}/api/messages`, { method: "POST", body, headers });

/** Asks with headers that `fetch` would not let through. */
const ask = (url: string, headers: Record<string, string>, method = "GET") =>
  new Promise<number>((resolve, reject) => {
    const sent = httpRequest(url, { method, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end();
  });

describe("the bot endpoint", () => {
  test("hands over the JSON body", async () => {
    const response = await post(await open(), '{"type":"message"}');
    expect([response.status, await response.json()]).toEqual([200, { heard: { type: "message" } }]);
  });

  test("does not say what it is made of", async () => {
    const { headers } = await post(await open(), "{}");
    expect([headers.get("server"), headers.get("x-powered-by")]).toEqual([null, null]);
  });

  test("answers 400 to what is not JSON", async () => {
    const response = await post(await open(), "{ Sara said");
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ code: "BadRequest", message: "The request could not be read: its body must be JSON." });
  });

  test("answers 413 to a body of more than 256 KB, and takes one of just that", async () => {
    const url = await open();
    const ofSize = (bytes: number) => JSON.stringify("x".repeat(bytes - 2));
    expect((await post(url, ofSize(256 * 1024))).status).toBe(200);
    const response = await post(url, ofSize(256 * 1024 + 1));
    expect([response.status, await response.json()]).toEqual([
      413,
      { code: "PayloadTooLarge", message: "The body is larger than 262144 bytes." },
    ]);
  });

  test("answers 415 to a compressed body, whose size cannot be known", async () => {
    const response = await post(await open(), "x", { "content-type": "application/json", "content-encoding": "gzip" });
    expect(response.status).toBe(415);
  });

  test("answers 500 and logs when the answer fails, without anybody's words", async () => {
    const url = await open({
      messages: async () => {
        throw new TypeError("Sara hates the printer");
      },
    });
    const response = await post(url, "{}");
    expect([response.status, await response.json()]).toEqual([500, { code: "InternalError", message: "Something went wrong." }]);
    expect(logged).toEqual([{ event: "door-fault", facts: { path: "/api/messages", fault: "TypeError" } }]);
  });
});

describe("health", () => {
  test("live says that the process is up", async () => {
    const response = await fetch(`${await open()}/health/live`);
    expect([response.status, await response.json()]).toEqual([200, { alive: true, version: "0.1.0" }]);
  });

  test("ready says that every part works", async () => {
    const response = await fetch(`${await open()}/health/ready`);
    expect([response.status, await response.json()]).toEqual([200, { ready: true, parts: { store: true, queue: true, clock: true } }]);
  });

  test("ready says what works now and may not for long", async () => {
    const warnings = ["The store /data/gnist.sqlite has no room to grow: the disk is full."];
    const response = await fetch(`${await open({ ready: async () => ({ ok: true, parts: { store: true }, warnings }) })}/health/ready`);
    expect([response.status, await response.json()]).toEqual([200, { ready: true, parts: { store: true }, warnings }]);
    const without = await fetch(`${await open({ ready: async () => ({ ok: true, parts: { store: true }, warnings: [] }) })}/health/ready`);
    expect(await without.json()).toEqual({ ready: true, parts: { store: true } });
  });

  test("ready is 503 and names the part that does not", async () => {
    const url = await open({ ready: async () => ({ ok: false, parts: { store: true, queue: false } }) });
    const response = await fetch(`${url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { ready: false, parts: { store: true, queue: false }, failing: ["queue"] },
    ]);
  });

  test("ready is 503 when it cannot be found out", async () => {
    const url = await open({ ready: () => Promise.reject(new Error("no")) });
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
  });
});

describe("health, asked for its head alone,", () => {
  test.each(["/health/live", "/health/ready"])("is answered at %s as GET is, without a body", async (path) => {
    const url = await open();
    const [head, get] = await Promise.all([fetch(`${url}${path}`, { method: "HEAD" }), fetch(`${url}${path}`)]);
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const body = await get.text();
    for (const { headers } of [head, get])
      expect([headers.get("content-type"), headers.get("content-length")]).toEqual([
        "application/json; charset=utf-8",
        String(Buffer.byteLength(body)),
      ]);
  });
});

describe("readiness", () => {
  test("is found out once for all who ask at the same time", async () => {
    const asked: ((ready: Readiness) => void)[] = [];
    const url = await open({ ready: () => new Promise((resolve) => asked.push(resolve)) });
    const once = (connection: string) => `GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: ${connection}\r\n\r\n`;
    const answers = said(url, once("keep-alive").repeat(19) + once("close"));
    await vi.waitFor(() => expect(asked).not.toEqual([]));
    for (const tell of asked) tell({ ok: true, parts: { store: true } });
    expect((await answers).split("HTTP/1.1 200 OK")).toHaveLength(21);
    expect(asked).toHaveLength(1);
  });

  test("is remembered for one second, and then found out again", async () => {
    let at = 5_000;
    const now = vi.spyOn(performance, "now").mockImplementation(() => at);
    try {
      let asked = 0;
      const url = await open({ ready: async () => ({ ok: ++asked < 2, parts: { store: asked < 2 } }) });
      const statuses: number[] = [];
      for (const later of [0, 500, 499, 1, 999]) {
        at += later;
        statuses.push((await fetch(`${url}/health/ready`, { method: later === 500 ? "HEAD" : "GET" })).status);
      }
      expect([statuses, asked]).toEqual([[200, 200, 200, 503, 503], 2]);
    } finally {
      now.mockRestore();
    }
  });
});

describe("elsewhere", () => {
  test("an unknown address is 404 in JSON, whatever the caller would like to read", async () => {
    const response = await fetch(`${await open()}/wp-admin?x=1`, { headers: { accept: "text/html" } });
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/json"]);
    expect(await response.json()).toMatchObject({ code: "NotFound" });
  });

  test("a known address with another method is 405", async () => {
    const response = await fetch(`${await open()}/api/messages`);
    expect([response.status, await response.json()]).toEqual([
      405,
      { code: "MethodNotAllowed", message: "This address does not take GET." },
    ]);
  });
});

describe("a local door", () => {
  test("listens on 127.0.0.1, whatever host it is given", async () => {
    const url = await open({ host: "0.0.0.0" });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    await expect(connected(Number(new URL(url).port), "127.0.0.2")).rejects.toThrow("ECONNREFUSED");
  });

  test.each(["localhost", "localhost:3978", "127.0.0.1:3978", "[::1]:3978"])("takes calls that were made to %s", async (host) => {
    expect(await ask(`${await open()}/health/live`, { host })).toBe(200);
  });

  test.each(["gnist.example", "gnist.example:3978", "127.0.0.1.gnist.example", "localhost.gnist.example", "localhost@gnist.example"])(
    "refuses calls that were made to %j, a name that a web page may have made up",
    async (host) => {
      expect(await ask(`${await open()}/health/live`, { host })).toBe(403);
    },
  );

  test.each([
    ["https://page.example", 403],
    ["null", 403],
    ["http://localhost:56150", 200],
  ])("answers pages of %s with %i", async (origin, status) => {
    expect(await ask(`${await open()}/health/live`, { origin })).toBe(status);
  });
});

test("a door that is not local takes any host", async () => {
  expect(await ask(`${await open({ local: false })}/health/live`, { host: "gnist.example" })).toBe(200);
});

test("a port that is taken is named, with the setting that changes it", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  await expect(open({ port })).rejects.toThrow(
    `Gnist cannot listen on port ${port}: another program is using it. To resolve, set PORT to a free port, or stop the other program.`,
  );
  await new Promise((resolve) => other.close(resolve));
});

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
  await door?.close();
  door = undefined;
  await ended;
  expect(performance.now() - started).toBeLessThan(2_500);
});

describe("what is refused", () => {
  const facts = () => logged.filter(({ event }) => event === "request-refused").map((one) => one.facts);

  test("leaves a line with its status, and nothing of what was sent", async () => {
    const url = await open();
    await post(url, "{ Sara said");
    await post(url, "x".repeat(256 * 1024 + 1));
    await post(url, "x", { "content-type": "application/json", "content-encoding": "gzip" });
    await fetch(`${url}/wp-admin?name=Sara`);
    await fetch(`${url}/api/messages`);
    await ask(`${url}/health/live`, { host: "gnist.example" });
    expect(facts()).toEqual([
      { status: 400, path: "/api/messages" },
      { status: 413, path: "/api/messages" },
      { status: 415 },
      { status: 404 },
      { status: 405 },
      { status: 403 },
    ]);
  });
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
  const closed = door?.close();
  await expect(connected(Number(new URL(url).port), "127.0.0.1")).rejects.toThrow("ECONNREFUSED");
  letGo();
  expect((await answered).status).toBe(200);
  await closed;
  expect(performance.now() - started).toBeLessThan(2_000);
  door = undefined;
});

test("restify leaves other servers of the process as Node made them", async () => {
  const other = createServer((_, response) => void response.writeHead(200, { "content-type": "text/plain" }).end("chained"));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const response = await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
  expect(await response.text()).toBe("chained");
  await new Promise<void>((resolve) => {
    other.close(() => resolve());
    other.closeAllConnections();
  });
});

/** Everything that comes back for these bytes until the connection ends. */
const said = (url: string, bytes: string) =>
  new Promise<string>((resolve, reject) => {
    let heard = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("latin1").on("data", (text) => {
      heard += text;
    });
    socket.once("error", reject).once("close", () => resolve(heard));
  });

const connected = (port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve();
    });
    socket.once("error", reject);
  });
