import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answerJson } from "../../src/http/answer-json.ts";
import type { HttpRoute, Readiness } from "../../src/http/routes.ts";
import { ask, connected, forget, logged, open, post, said } from "./door.ts";

afterEach(forget);

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

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json", "application/jsonp"])(
    "answers 415 to a body that is said to be %s, and says what it must be",
    async (type) => {
      const response = await post(await open(), "{}", { "content-type": type });
      expect([response.status, await response.json()]).toEqual([
        415,
        { code: "UnsupportedMediaType", message: "The body must be JSON, with Content-Type: application/json." },
      ]);
    },
  );

  test.each<[string, string, Record<string, string>]>([
    ["begins with a byte order mark", "\uFEFF{}", {}],
    ["is said not to be compressed", "{}", { "content-encoding": "identity" }],
    ["is said to be JSON in capitals", "{}", { "content-type": "APPLICATION/JSON; charset=UTF-8" }],
    ["is said to be JSON of some kind", "{}", { "content-type": "application/vnd.api+json" }],
  ])("takes JSON that %s", async (_, body, headers) => {
    const response = await post(await open(), body, { "content-type": "application/json", ...headers });
    expect([response.status, await response.json()]).toEqual([200, { heard: {} }]);
  });

  test("ends the connection, and not the process, when an answer fails that has begun", async () => {
    const url = await open({
      messages: async (_, response) => {
        response.writeHead(200);
        response.write("{");
        throw new TypeError("Sara hates the printer");
      },
    });
    await expect(post(url, "{}").then((response) => response.text())).rejects.toThrow();
    expect(logged).toEqual([{ level: "error", event: "request-failed", facts: { path: "/api/messages", fault: "TypeError" } }]);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  test("answers 500 and logs when the answer fails, without anybody's words", async () => {
    const url = await open({
      messages: async () => {
        throw new TypeError("Sara hates the printer");
      },
    });
    const response = await post(url, "{}");
    expect([response.status, await response.json()]).toEqual([500, { code: "InternalError", message: "Something went wrong." }]);
    expect(logged).toEqual([{ level: "error", event: "request-failed", facts: { path: "/api/messages", fault: "TypeError" } }]);
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
    expect(response.headers.get("allow")).toBe("POST");
  });

  test.each(["/wp-admin", "/api/messages"])("no cache keeps the answer to GET %s", async (path) => {
    expect((await fetch(`${await open()}${path}`)).headers.get("cache-control")).toBe("no-store");
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

describe("a row of the table", () => {
  const echo = (row: Pick<HttpRoute, "method" | "path" | "from" | "mostBytes">): HttpRoute => ({
    ...row,
    run: async (request, response) => answerJson(response, 200, { heard: request.body ?? null }),
  });
  const form = echo({ method: "POST", path: "/form", from: "anybody", mostBytes: 20 });
  const file = echo({ method: "GET", path: "/file", from: "this machine", mostBytes: 0 });
  const json = { "content-type": "application/json" };

  test("is an address that is served, for HEAD too where it is a GET, and stands in the answer to an unknown one", async () => {
    const url = await open({ more: [form, file] });
    const sent = await fetch(`${url}/form`, { method: "POST", body: '{"a":1}', headers: json });
    expect([sent.status, await sent.json()]).toEqual([200, { heard: { a: 1 } }]);
    expect((await fetch(`${url}/file`)).status).toBe(200);
    expect((await fetch(`${url}/file`, { method: "HEAD" })).status).toBe(200);
    expect((await fetch(`${url}/file`, { method: "POST", body: "{}", headers: json })).status).toBe(405);
    expect(await (await fetch(`${url}/other`)).text()).toContain("GET /health/ready, POST /form and GET /file.");
  });

  test("has a longest body of its own", async () => {
    const url = await open({ more: [form] });
    const send = (path: string) => fetch(`${url}${path}`, { method: "POST", body: `"${"x".repeat(40)}"`, headers: json });
    expect([(await send("/form")).status, (await send("/api/messages")).status]).toEqual([413, 200]);
    expect(logged).toEqual([{ level: "warn", event: "request-refused", facts: { status: 413, path: "/form" } }]);
  });

  test("for this machine alone refuses others, also where the other rows are for anybody", async () => {
    const url = await open({ local: false, more: [form, file] });
    const elsewhere = { host: "gnist.example" };
    expect([await ask(`${url}/file`, elsewhere), await ask(`${url}/health/live`, elsewhere)]).toEqual([403, 200]);
    expect(await ask(`${url}/file`, {})).toBe(200);
  });
});
