import { createServer as createHttpServer, type IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
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
  /** Asked at most once a second, however many want to know. */
  readonly ready: () => Promise<Readiness>;
  /** Time (ms) for a caller to send its headers, and its whole request, counted from the connection or from the answer before. 10 s and 30 s where missing. */
  readonly limits?: { readonly headersMs: number; readonly requestMs: number };
  readonly log: Log;
};

export type Door = {
  readonly port: number;
  /** Takes no new connections, ends those that wait for nothing, lets what is in hand be answered, then resolves: within 5 s. */
  close(): Promise<void>;
};

/** Teams' largest activity is about 100 KB as UTF-16, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages; UTF-8 JSON with escapes may be larger. */
const largestBodyBytes = 256 * 1024;

const usualLimits = { headersMs: 10_000, requestMs: 30_000 };

/** Longer than Azure's front ends keep an idle connection in use (60 s), so that it is they who close it, never in the middle of a request; ms. */
const idleMs = 75_000;

/** Time (ms) that a closing door gives a request whose body is still coming, and one that is being answered. */
const lastBodyMs = 1_000;
const lastAnswerMs = 5_000;

/** A readiness that was found out is told for this long (ms): finding out costs two calls to the store, and anybody may ask. */
const readyMs = 1_000;

/**
 * Opens the door for HTTP: `POST /api/messages`, and `GET` or `HEAD` of `/health/live` and `/health/ready`. Every answer is JSON.
 * @throws Error that names the port and `PORT` when it cannot listen.
 */
export const openDoor = async (settings: DoorSettings): Promise<Door> => {
  const { port, host, local, messages, live, ready, limits = usualLimits, log } = settings;
  const { headersMs, requestMs } = limits;
  // Node listens and restify only answers: restify's own server takes every `Upgrade` (h2c, websocket) away from Node, and leaves it unanswered for ever.
  // With nobody to upgrade it, Node reads the request as if it had not offered to (RFC 9110, 7.8).
  const restify = createServer({ name: "", log: silent });
  const web = createHttpServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: headersMs / 10,
  });
  web.on("request", (request, response) => void restify.server.emit("request", request, response));

  const connected = new Set<Socket>();
  const inHand = new Set<IncomingMessage>();
  let waitsFor: ((request: IncomingMessage) => boolean) | undefined;
  /** Ends every connection but those with a request that is waited for. */
  const endConnections = (): void => {
    if (!waitsFor) return;
    const kept = new Set([...inHand].filter(waitsFor).map(({ socket }) => socket));
    for (const socket of connected) if (!kept.has(socket)) socket.destroySoon();
  };
  web.on("connection", (socket) => {
    connected.add(socket);
    socket.once("close", () => connected.delete(socket));
  });
  web.on("request", (request, response) => {
    inHand.add(request);
    response.once("close", () => {
      inHand.delete(request);
      endConnections();
    });
  });

  const refuse = (response: Response, status: number, message: string): void => {
    log.warn("request-refused", { status });
    answer(response, status, { code: codes[status], message });
  };

  restify.pre((request: Request, response: Response, next: (go?: false) => void) => {
    response.removeHeader("Server");
    // Node reads nothing more on a connection that offered to upgrade.
    if (waitsFor || request.headers.upgrade !== undefined) response.setHeader("Connection", "close");
    const stranger = local ? strangerIn(request) : undefined;
    if (stranger) {
      refuse(response, 403, stranger);
      return next(false);
    }
    // A compressed body has no size until it is unpacked, and Teams sends none.
    if (request.headers["content-encoding"] !== undefined) {
      refuse(response, 415, "A compressed body is not read.");
      return next(false);
    }
    return next();
  });

  // One way for every answer that restify itself would give: unknown paths, wrong methods, bodies that cannot be read.
  restify.on("restifyError", (request: Request, response: Response, fault: unknown, done: () => void) => {
    const status = statusOf(fault);
    const path = request.getRoute()?.path;
    if (status >= 500) log.error("door-fault", { path, fault: fault instanceof Error ? fault.name : typeof fault });
    else log.warn("request-refused", { status, ...(path === undefined ? {} : { path }) });
    // Sent by restify itself: it would answer once more after anybody else's answer.
    if (!response.headersSent) response.send(status, { code: codes[status] ?? "Error", message: messageFor(status, request) });
    done();
  });

  restify.post(
    "/api/messages",
    plugins.bodyReader({ maxBodySize: largestBodyBytes }),
    plugins.jsonBodyParser(),
    async (request: Request, response: Response) => {
      await messages(request, response);
    },
  );
  const tellLive = async (_request: Request, response: Response) => {
    answer(response, 200, { alive: true, ...live() });
  };
  const readiness = rememberedFor(readyMs, () => ready().catch((): Readiness => ({ ok: false, parts: { check: false } })));
  const tellReady = async (_request: Request, response: Response) => {
    const { ok, parts, warnings = [] } = await readiness();
    const failing = Object.keys(parts).filter((part) => !parts[part]);
    answer(response, ok ? 200 : 503, { ready: ok, parts, ...(ok ? {} : { failing }), ...(warnings.length > 0 ? { warnings } : {}) });
  };
  restify.get("/health/live", tellLive);
  restify.head("/health/live", tellLive);
  restify.get("/health/ready", tellReady);
  restify.head("/health/ready", tellReady);

  await new Promise<void>((resolve, reject) => {
    web.once("error", (fault: unknown) => reject(notListening(port, fault)));
    web.listen(port, local ? "127.0.0.1" : host, resolve);
  });

  return {
    port: (web.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const waitOnlyFor = (which: typeof waitsFor) => () => {
          waitsFor = which;
          endConnections();
        };
        const timers = [
          setTimeout(
            waitOnlyFor(({ complete }) => complete),
            lastBodyMs,
          ),
          setTimeout(
            waitOnlyFor(() => false),
            lastAnswerMs,
          ),
        ];
        web.close(() => {
          for (const timer of timers) clearTimeout(timer);
          resolve();
        });
        waitOnlyFor(() => true)();
      }),
  };
};

/** One call for all who ask while it is under way, and for `ms` after it. */
const rememberedFor = <T>(ms: number, find: () => Promise<T>): (() => Promise<T>) => {
  let known: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (known && performance.now() < until) return known;
    until = Number.POSITIVE_INFINITY;
    known = find().finally(() => {
      until = performance.now() + ms;
    });
    return known;
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
  403: "Forbidden",
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
