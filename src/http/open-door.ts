import { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer, plugins, type Request, type Response, type ServerOptions } from "restify";
import type { Log } from "../ports.ts";

/** Which parts work, by name; `ok` when Gnist can take work; `warnings` are sentences about what works now and may not for long. */
export type Readiness = {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, boolean>>;
  readonly warnings?: readonly string[];
};

/**
 * restify 12 replaces `writeHead` of every HTTP server in the process by one that returns nothing (lib/response.js), which breaks each
 * `response.writeHead(…).end(…)` elsewhere. This gives Node's contract back.
 */
const restifys = ServerResponse.prototype.writeHead as (this: ServerResponse, ...what: unknown[]) => unknown;
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...what: unknown[]) {
  restifys.apply(this, what);
  return this;
};

export type DoorSettings = {
  /** 0 for any free one. */
  readonly port: number;
  /** Where to listen; a local door listens on 127.0.0.1 alone. */
  readonly host: string;
  /** Lets in callers from this machine only. */
  readonly local: boolean;
  /** Answers a POST to the bot endpoint, whose `body` is parsed JSON. */
  readonly messages: (request: Request, response: Response) => Promise<void>;
  /** Facts about the running process. */
  readonly live: () => Readonly<Record<string, unknown>>;
  readonly ready: () => Promise<Readiness>;
  readonly log: Log;
};

export type Door = {
  readonly port: number;
  /** Takes no new connections, lets what is in hand be answered, then resolves. */
  close(): Promise<void>;
};

/** Teams' largest activity is about 100 KB as UTF-16, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages; UTF-8 JSON with escapes may be larger. */
const largestBodyBytes = 256 * 1024;

/** A caller has this long (ms) to send its headers, and its whole request. */
const headersMs = 10_000;
const requestMs = 30_000;

/** Longer than Azure's front ends keep an idle connection in use (60 s), so that it is they who close it, never in the middle of a request; ms. */
const idleMs = 75_000;

/**
 * Opens the door for HTTP: `POST /api/messages`, `GET /health/live`, `GET /health/ready`. Every answer is JSON.
 * @throws Error that names the port and `PORT` when it cannot listen.
 */
export const openDoor = async ({ port, host, local, messages, live, ready, log }: DoorSettings): Promise<Door> => {
  const server = createServer({ name: "", log: silent, handleUpgrades: false });
  let closing = false;

  server.pre((request: Request, response: Response, next: (go?: false) => void) => {
    response.removeHeader("Server");
    if (closing) response.setHeader("Connection", "close");
    response.once("close", () => {
      if (closing) setImmediate(() => server.server.closeIdleConnections());
    });
    const refused = local ? strangerIn(request) : undefined;
    if (refused) {
      answer(response, 403, { code: "Forbidden", message: refused });
      return next(false);
    }
    // A compressed body has no size until it is unpacked, and Teams sends none.
    if (request.headers["content-encoding"] !== undefined) {
      answer(response, 415, { code: "UnsupportedMediaType", message: "A compressed body is not read." });
      return next(false);
    }
    return next();
  });

  // One way for every answer that restify itself would give: unknown paths, wrong methods, bodies that cannot be read.
  server.on("restifyError", (request: Request, response: Response, fault: unknown, done: () => void) => {
    const status = statusOf(fault);
    if (status >= 500)
      log.error("door-fault", { path: request.getRoute()?.path, fault: fault instanceof Error ? fault.name : typeof fault });
    // Sent by restify itself: it would answer once more after anybody else's answer.
    if (!response.headersSent) response.send(status, { code: codes[status] ?? "Error", message: messageFor(status, request) });
    done();
  });

  server.post(
    "/api/messages",
    plugins.bodyReader({ maxBodySize: largestBodyBytes }),
    plugins.jsonBodyParser(),
    async (request: Request, response: Response) => {
      await messages(request, response);
    },
  );
  server.get("/health/live", async (_request: Request, response: Response) => {
    answer(response, 200, { alive: true, ...live() });
  });
  server.get("/health/ready", async (_request: Request, response: Response) => {
    const { ok, parts, warnings = [] } = await ready().catch((): Readiness => ({ ok: false, parts: { check: false } }));
    const failing = Object.keys(parts).filter((part) => !parts[part]);
    answer(response, ok ? 200 : 503, { ready: ok, parts, ...(ok ? {} : { failing }), ...(warnings.length > 0 ? { warnings } : {}) });
  });

  server.server.headersTimeout = headersMs;
  server.server.requestTimeout = requestMs;
  server.server.keepAliveTimeout = idleMs;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (fault: unknown) => reject(notListening(port, fault)));
    server.listen(port, local ? "127.0.0.1" : host, resolve);
  });

  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
};

/** restify's own logger would write to the console. */
const nothing = (): void => {};
const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  child: () => silent,
} as unknown as NonNullable<ServerOptions["log"]>;

const answer = (response: Response, status: number, body: object): void => {
  if (response.headersSent || response.destroyed) return;
  const json = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(json),
    "cache-control": "no-store",
  });
  response.end(json);
};

const codes: Readonly<Record<number, string>> = {
  400: "BadRequest",
  404: "NotFound",
  405: "MethodNotAllowed",
  413: "PayloadTooLarge",
  415: "UnsupportedMediaType",
  500: "InternalError",
};

const messageFor = (status: number, request: Request): string => {
  if (status === 404) return "There is nothing here. Gnist has POST /api/messages, GET /health/live and GET /health/ready.";
  if (status === 405) return `This address does not take ${request.method}.`;
  if (status === 413) return `The body is larger than ${largestBodyBytes} bytes.`;
  if (status < 500) return "The request could not be read: its body must be JSON.";
  return "Something went wrong.";
};

/** restify's errors carry their status; anything else is a fault of ours. */
const statusOf = (fault: unknown): number => {
  const status = typeof fault === "object" && fault !== null && "statusCode" in fault ? fault.statusCode : undefined;
  return typeof status === "number" && status >= 400 ? status : 500;
};

/**
 * Why a caller is not from this machine. The `Host` and `Origin` are looked at too, because a web page that somebody has open can make their browser call
 * 127.0.0.1 under a name of its own (DNS rebinding).
 */
const strangerIn = (request: Request): string | undefined => {
  if (!/^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/.test(request.socket.remoteAddress ?? "")) return "Only this machine may call.";
  if (!isLocalName(`http://${request.headers.host ?? ""}`)) return "The Host header must name this machine: localhost or 127.0.0.1.";
  const { origin } = request.headers;
  if (origin !== undefined && !isLocalName(origin)) return "Only pages of this machine may call.";
  return undefined;
};

const isLocalName = (url: string): boolean => URL.canParse(url) && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname);

const notListening = (port: number, fault: unknown): Error => {
  const code = typeof fault === "object" && fault !== null && "code" in fault ? String(fault.code) : "";
  const why =
    code === "EADDRINUSE" ? "another program is using it" : code === "EACCES" ? "this user may not open it" : code || "unknown reason";
  return new Error(`Gnist cannot listen on port ${port}: ${why}. To resolve, set PORT to a free port, or stop the other program.`, {
    cause: fault,
  });
};
