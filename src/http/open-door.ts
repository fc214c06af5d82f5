import { createServer as createHttpServer, type IncomingMessage, ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { createServer, type Request, type Response, type ServerOptions } from "restify";
import type { Log } from "../ports.ts";
import { answerJson } from "./answer-json.ts";
import type { HttpRoute } from "./routes.ts";

/**
 * restify 12 replaces `writeHead` for all HTTP servers of the process by one that returns nothing (lib/response.js), which breaks every
 * `response.writeHead(…).end(…)` elsewhere. This wrapper returns the response again, as Node's own does.
 */
const restifys = ServerResponse.prototype.writeHead as (this: ServerResponse, ...what: unknown[]) => unknown;
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...what: unknown[]) {
  restifys.apply(this, what);
  return this;
};

export type DoorSettings = {
  /** 0 picks any free port. */
  readonly port: number;
  /** Address to listen on; a local door listens on 127.0.0.1 alone. */
  readonly host: string;
  /** Accepts callers from this machine only. */
  readonly local: boolean;
  readonly routes: readonly HttpRoute[];
  /** Time (ms) for a caller to send its headers, and its whole request, from the connection or from the previous answer. Default: 10 s and 30 s. */
  readonly limits?: { readonly headersMs: number; readonly requestMs: number };
  readonly log: Log;
};

export type Door = {
  readonly port: number;
  /** Graceful shutdown: takes no new connections, ends idle ones, lets requests in hand be answered, and resolves within 5 s. */
  close(): Promise<void>;
};

const usualLimits = { headersMs: 10_000, requestMs: 30_000 };

/** Keep-alive time (ms), longer than the 60 s of Azure's front ends: so they close idle connections, and Gnist never closes one that they are about to use. */
const idleMs = 75_000;

/** Time (ms) that a closing door allows for a body that is still arriving, and for an answer under way. */
const lastBodyMs = 1_000;
const lastAnswerMs = 5_000;

/**
 * Opens the HTTP server and serves a table of routes. Every answer is JSON.
 * @throws Error that names the port and `PORT` when it cannot listen.
 */
export const openDoor = async (settings: DoorSettings): Promise<Door> => {
  const { port, host, local, routes, limits = usualLimits, log } = settings;
  const { headersMs, requestMs } = limits;
  const longest = Math.max(...routes.map(({ mostBytes }) => mostBytes));
  // Node's server listens and restify only answers, because restify's own server takes every `Upgrade` (h2c, websocket) and never answers it.
  // Without an upgrade listener, Node handles the request as if it had no `Upgrade` header (RFC 9110, 7.8).
  const restify = createServer({ name: "", log: silent });
  const web = createHttpServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: headersMs / 10,
    // `refusalOf` refuses it instead, in JSON and with a log line.
    requireHostHeader: false,
  });
  web.on("request", (request, response) => void restify.server.emit("request", request, response));
  web.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!isLongerThan(longest, request)) response.writeContinue();
    web.emit("request", request, response);
  });
  web.on("checkExpectation", (request, response) => void web.emit("request", request, response));

  /** Each connection with its requests in hand. Of requests sent without waiting for an answer, Node tells of the end of one response alone: the others go with it. */
  const connected = new Map<Duplex, Map<IncomingMessage, ServerResponse>>();
  let waitsFor: ((request: IncomingMessage) => boolean) | undefined;
  /** Ends every connection except those with a request that the closing door still waits for. */
  const endConnections = (): void => {
    if (!waitsFor) return;
    for (const [socket, inHand] of connected) if (![...inHand.keys()].some(waitsFor)) (socket as Socket).destroySoon();
  };
  web.on("connection", (socket) => {
    connected.set(socket, new Map());
    socket.once("close", () => connected.delete(socket));
  });
  web.on("request", (request, response) => {
    const inHand = connected.get(request.socket);
    inHand?.set(request, response);
    response.once("close", () => {
      inHand?.delete(request);
      endConnections();
    });
  });

  /** Connections with a request that is answered before its body has come. */
  const answeredEarly = new WeakSet<Duplex>();
  /**
   * Drops what is still to come of a body, so that its caller gets the answer and costs little more: a stranger who is hung up on at once comes again at once. Gnist
   * hangs up after as many bytes as the longest body, and Node when the request has taken too long. Call it before the answer: later, Node drops the bytes unseen.
   * @returns resolves once that is done
   */
  const dropBody = (request: IncomingMessage): Promise<void> =>
    new Promise((resolve) => {
      if (request.complete) return resolve();
      answeredEarly.add(request.socket);
      let bytes = 0;
      const drop = (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= longest) return;
        request.off("data", drop).pause().socket.destroySoon();
        resolve();
      };
      request.on("data", drop);
      request.once("end", () => {
        answeredEarly.delete(request.socket);
        resolve();
      });
      request.once("close", resolve);
    });

  /**
   * Answers before the body has come. Where Gnist may hang up before its end, the answer says so: a caller that keeps the connection would send its next request on it,
   * and lose that one.
   */
  const answerEarly = (request: Request, response: Response, status: number, body: object): void => {
    const keeps = request.complete || Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY) <= longest;
    const rest = dropBody(request);
    if (!keeps && !response.headersSent) response.setHeader("Connection", "close");
    // A caller that waits for 100-continue sends no body now.
    answerJson(response, status, body, keeps || request.headers.expect !== undefined ? undefined : rest);
  };

  const refuse = (request: Request, response: Response, [status, message]: No, where: { readonly path?: string } = {}): void => {
    log.warn("request-refused", { status, ...where });
    answerEarly(request, response, status, { code: codes[status], message });
  };

  // Malformed or too slow requests never become a request event. Node would answer them without a log line.
  web.on("clientError", (fault: NodeJS.ErrnoException, socket: Duplex) => {
    const status = faults[fault.code ?? ""] ?? 400;
    const halfSaid = [...(connected.get(socket)?.values() ?? [])].some(({ headersSent }) => headersSent);
    if (!socket.writable || halfSaid || answeredEarly.has(socket) || fault.code === "ECONNRESET") return void socket.destroy();
    // No log line for a connection without a byte: browsers connect in advance.
    if ((socket as Socket).bytesRead > 0) log.warn("request-refused", { status, ...(fault.code === undefined ? {} : { why: fault.code }) });
    socket.end(rawAnswer(status));
  });

  restify.pre((request: Request, response: Response, next: (go?: false) => void) => {
    // Node has closed the connection while the request was being read.
    if (request.socket.destroyed) return next(false);
    response.removeHeader("Server");
    const no = refusalOf(request, local, longest);
    // Node reads nothing more on a connection with an `Upgrade` header. A refused caller that waits for 100-continue might send its body as the next request.
    if (waitsFor || request.headers.upgrade !== undefined || (no && request.headers.expect !== undefined))
      response.setHeader("Connection", "close");
    if (!no) return next();
    refuse(request, response, no);
    return next(false);
  });

  // Replaces the answers that restify itself would give: unknown paths, wrong methods, faults of a handler.
  restify.on("restifyError", (request: Request, response: Response, fault: unknown, done: () => void) => {
    const status = statusOf(fault);
    const path = request.getRoute()?.path;
    const where = typeof path === "string" ? { path } : {};
    if (status >= 500) log.error("request-failed", { ...where, fault: fault instanceof Error ? fault.name : typeof fault });
    else log.warn("request-refused", { status, ...where });
    // restify would answer a second time here, which ends the process.
    if (response.headersSent) return void response.destroy();
    void dropBody(request);
    const body = { code: codes[status] ?? "Error", message: messageFor(status, request, routes) };
    response.send(status, body, { "cache-control": "no-store" });
    done();
  });

  for (const { method, path, from, mostBytes, admit, run } of routes) {
    const serve = async (request: Request, response: Response): Promise<void> => {
      const stranger = from === "this machine" ? strangerIn(request) : undefined;
      if (stranger) return refuse(request, response, [403, stranger], { path });
      const no = await admit?.(request.headers);
      if (no) return answerEarly(request, response, no.status, no.body ?? {});
      if (mostBytes === 0) void dropBody(request);
      if (mostBytes > 0) {
        const read = await readJson(request, mostBytes);
        if (read === undefined) return;
        if ("no" in read) return refuse(request, response, read.no, { path });
        request.body = read.body;
      }
      await run(request, response);
    };
    if (method === "POST") restify.post(path, serve);
    else {
      restify.get(path, serve);
      restify.head(path, serve);
    }
  }

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

/** A refusal: the status, and the message to the caller. */
type No = readonly [status: number, message: string];

const codes: Readonly<Record<number, string>> = {
  400: "BadRequest",
  403: "Forbidden",
  404: "NotFound",
  405: "MethodNotAllowed",
  408: "RequestTimeout",
  413: "PayloadTooLarge",
  415: "UnsupportedMediaType",
  417: "ExpectationFailed",
  431: "RequestHeaderFieldsTooLarge",
  500: "InternalError",
};

const listed = new Intl.ListFormat("en-GB");

const messageFor = (status: number, request: Request, routes: readonly HttpRoute[]): string => {
  if (status === 404) return `There is nothing here. Gnist has ${listed.format(routes.map(({ method, path }) => `${method} ${path}`))}.`;
  if (status === 405) return `This address does not take ${request.method}.`;
  return status < 500 ? "The request could not be read." : "Something went wrong.";
};

/** Statuses for Node's codes of unreadable requests; any other code is answered 400. */
const faults: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/** A whole HTTP answer as text, for a connection that has no request object. */
const rawAnswer = (status: number): string => {
  const message =
    status === 408
      ? "The request took too long."
      : status === 400
        ? "This is no HTTP request that can be read."
        : "The request is too large.";
  const body = JSON.stringify({ code: codes[status], message });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
};

const isLongerThan = (bytes: number, { headers }: IncomingMessage): boolean => Number(headers["content-length"] ?? 0) > bytes;
const tooLong = (bytes: number): No => [413, `The body is larger than ${bytes} bytes.`];

/** Checks of the headers, before routing and before the body is read; undefined where the request passes. */
const refusalOf = (request: Request, local: boolean, mostBytes: number): No | undefined => {
  const { expect, "content-encoding": encoding = "" } = request.headers;
  const { host: hosts = [] } = request.headersDistinct;
  const noOne: No = [400, "A request names one host."];
  if (hosts.length > 1 || (hosts.length === 0 && request.httpVersion !== "1.0")) return noOne;
  const stranger = local ? strangerIn(request) : undefined;
  if (stranger) return [403, stranger];
  if (!hosts.every(isHost)) return noOne;
  if (!isReadable(request)) return [400, "The address of the request cannot be read."];
  // The size of a compressed body is unknown until it is unpacked, and Teams does not compress.
  if (!/^(identity)?$/i.test(encoding)) return [415, "A compressed body is not read."];
  if (expect === undefined) return undefined;
  if (expect.toLowerCase() !== "100-continue") return [417, "Nothing can be expected but 100-continue."];
  return isLongerThan(mostBytes, request) ? tooLong(mostBytes) : undefined;
};

/** A host and maybe a port, and nothing that would be another part of a URL. A client that knows no host sends an empty one (RFC 9112, 3.2). */
const isHost = (host: string): boolean => host === "" || (!/[/?#@\\]/.test(host) && URL.canParse(`http://${host}`));

/** Can restify make a URL of this request? It does so before it routes, outside any handler, where a fault would end the process. */
const isReadable = (request: Request): boolean => {
  try {
    return request.getUrl() !== undefined;
  } catch {
    return false;
  }
};

const isJson = (type: string | undefined): boolean => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type?.trim() ?? "");

/** The parsed JSON of a body, or a refusal; undefined if the caller has gone. Of a body that is too long, no more is kept than it may have. */
const readJson = async (request: Request, mostBytes: number): Promise<{ readonly body: unknown } | { readonly no: No } | undefined> => {
  if (isLongerThan(mostBytes, request)) return { no: tooLong(mostBytes) };
  const chunks: Buffer[] = [];
  let bytes = 0;
  const end = await new Promise<"whole" | "too-long" | "gone">((resolve) => {
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) return void chunks.push(chunk);
      request.off("data", take);
      resolve("too-long");
    };
    request.on("data", take);
    request.once("end", () => resolve("whole"));
    request.once("error", () => resolve("gone"));
    request.once("close", () => resolve("gone"));
  });
  if (end === "gone") return undefined;
  if (end === "too-long") return { no: tooLong(mostBytes) };
  if (!isJson(request.headers["content-type"])) return { no: [415, "The body must be JSON, with Content-Type: application/json."] };
  try {
    // Some senders put a byte order mark first.
    return {
      body: JSON.parse(
        Buffer.concat(chunks)
          .toString("utf8")
          .replace(/^\uFEFF/, ""),
      ),
    };
  } catch {
    return { no: [400, "The request could not be read: its body must be JSON."] };
  }
};

/** restify's errors carry a status; any other error is a fault of Gnist, 500. */
const statusOf = (fault: unknown): number => {
  const status = typeof fault === "object" && fault !== null && "statusCode" in fault ? fault.statusCode : undefined;
  return typeof status === "number" && status >= 400 ? status : 500;
};

/**
 * The reason to refuse a caller as not from this machine; undefined for a caller that is. It also checks `Host` and `Origin`, because a web page can make its
 * reader's browser call 127.0.0.1 under the page's own name (DNS rebinding).
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
