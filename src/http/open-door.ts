import { createServer as createHttpServer, type IncomingMessage, ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { createServer, type Request, type Response, type ServerOptions } from "restify";
import type { Log } from "../ports.ts";
import { answerJson } from "./answer-json.ts";
import type { HttpRoute } from "./routes.ts";

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
  readonly routes: readonly HttpRoute[];
  /** Time (ms) for a caller to send its headers, and its whole request, counted from the connection or from the answer before. 10 s and 30 s where missing. */
  readonly limits?: { readonly headersMs: number; readonly requestMs: number };
  readonly log: Log;
};

export type Door = {
  readonly port: number;
  /** Takes no new connections, ends those that wait for nothing, lets what is in hand be answered, then resolves: within 5 s. */
  close(): Promise<void>;
};

const usualLimits = { headersMs: 10_000, requestMs: 30_000 };

/** Longer than Azure's front ends keep an idle connection in use (60 s), so that it is they who close it, never in the middle of a request; ms. */
const idleMs = 75_000;

/** Time (ms) that a closing door gives a request whose body is still coming, and one that is being answered. */
const lastBodyMs = 1_000;
const lastAnswerMs = 5_000;

/**
 * Opens the door for HTTP, and serves a table of routes. Every answer is JSON.
 * @throws Error that names the port and `PORT` when it cannot listen.
 */
export const openDoor = async (settings: DoorSettings): Promise<Door> => {
  const { port, host, local, routes, limits = usualLimits, log } = settings;
  const { headersMs, requestMs } = limits;
  const longest = Math.max(...routes.map(({ mostBytes }) => mostBytes));
  // Node listens and restify only answers: restify's own server takes every `Upgrade` (h2c, websocket) away from Node, and leaves it unanswered for ever.
  // With nobody to upgrade it, Node reads the request as if it had not offered to (RFC 9110, 7.8).
  const restify = createServer({ name: "", log: silent });
  const web = createHttpServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: headersMs / 10,
    // Refused below instead, in JSON and with a line in the log.
    requireHostHeader: false,
  });
  web.on("request", (request, response) => void restify.server.emit("request", request, response));
  web.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!isLongerThan(longest, request)) response.writeContinue();
    web.emit("request", request, response);
  });
  web.on("checkExpectation", (request, response) => void web.emit("request", request, response));

  const connected = new Set<Socket>();
  const inHand = new Map<IncomingMessage, ServerResponse>();
  let waitsFor: ((request: IncomingMessage) => boolean) | undefined;
  /** Ends every connection but those with a request that is waited for. */
  const endConnections = (): void => {
    if (!waitsFor) return;
    const kept = new Set([...inHand.keys()].filter(waitsFor).map(({ socket }) => socket));
    for (const socket of connected) if (!kept.has(socket)) socket.destroySoon();
  };
  web.on("connection", (socket) => {
    connected.add(socket);
    socket.once("close", () => connected.delete(socket));
  });
  web.on("request", (request, response) => {
    inHand.set(request, response);
    response.once("close", () => {
      inHand.delete(request);
      endConnections();
    });
  });

  const refuse = (response: Response, [status, message]: No, where: { readonly path?: string } = {}): void => {
    log.warn("request-refused", { status, ...where });
    answerJson(response, status, { code: codes[status], message });
  };

  // Bytes that are no HTTP, or take too long to become some, are no request. Node's own answers would leave no line.
  web.on("clientError", (fault: NodeJS.ErrnoException, socket: Duplex) => {
    const status = faults[fault.code ?? ""] ?? 400;
    const halfSaid = [...inHand].some(([request, response]) => request.socket === socket && response.headersSent);
    if (!socket.writable || halfSaid || fault.code === "ECONNRESET") return void socket.destroy();
    // Silence asks for nothing: browsers connect in advance.
    if ((socket as Socket).bytesRead > 0) log.warn("request-refused", { status, ...(fault.code === undefined ? {} : { why: fault.code }) });
    socket.end(rawAnswer(status));
  });

  restify.pre((request: Request, response: Response, next: (go?: false) => void) => {
    // Node gave up on it while it was being read.
    if (request.socket.destroyed) return next(false);
    response.removeHeader("Server");
    const no = refusalOf(request, local, longest);
    // Node reads nothing more on a connection that offered to upgrade, and whoever waits to send a body must not send it as the next request.
    if (waitsFor || request.headers.upgrade !== undefined || (no && request.headers.expect !== undefined))
      response.setHeader("Connection", "close");
    if (!no) return next();
    refuse(response, no);
    return next(false);
  });

  // One way for every answer that restify itself would give: unknown paths, wrong methods, bodies that cannot be read.
  restify.on("restifyError", (request: Request, response: Response, fault: unknown, done: () => void) => {
    const status = statusOf(fault);
    const path = request.getRoute()?.path;
    const where = typeof path === "string" ? { path } : {};
    if (status >= 500) log.error("request-failed", { ...where, fault: fault instanceof Error ? fault.name : typeof fault });
    else log.warn("request-refused", { status, ...where });
    // restify answers once more after anybody else's answer, and ends the process with that.
    if (response.headersSent) return void response.destroy();
    response.send(status, { code: codes[status] ?? "Error", message: messageFor(status, request, routes) });
    done();
  });

  for (const { method, path, from, mostBytes, run } of routes) {
    const serve = async (request: Request, response: Response): Promise<void> => {
      const stranger = from === "this machine" ? strangerIn(request) : undefined;
      if (stranger) return refuse(response, [403, stranger], { path });
      if (mostBytes > 0) {
        const read = await readJson(request, mostBytes);
        if (read === undefined) return;
        if ("no" in read) return refuse(response, read.no, { path });
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

/** A refusal: its status, and what the caller is told. */
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

/** Node's names for what is no request, and what each is answered; any other is 400. */
const faults: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/** A whole answer, for a connection that has no request to answer. */
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

/** Why a request is refused before its body is read and its address looked at. */
const refusalOf = (request: Request, local: boolean, mostBytes: number): No | undefined => {
  const { expect, "content-encoding": encoding = "" } = request.headers;
  const hosts = request.headersDistinct.host?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && request.httpVersion !== "1.0")) return [400, "A request names one host."];
  const stranger = local ? strangerIn(request) : undefined;
  if (stranger) return [403, stranger];
  // A compressed body has no size until it is unpacked, and Teams sends none.
  if (!/^(identity)?$/i.test(encoding)) return [415, "A compressed body is not read."];
  if (expect === undefined) return undefined;
  if (expect.toLowerCase() !== "100-continue") return [417, "Nothing can be expected but 100-continue."];
  return isLongerThan(mostBytes, request) ? tooLong(mostBytes) : undefined;
};

const isJson = (type: string | undefined): boolean => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type?.trim() ?? "");

/** The JSON of a body, or why it is not read; undefined where the caller has gone. What is too large is let pass by, so that the caller hears why. */
const readJson = async (request: Request, mostBytes: number): Promise<{ readonly body: unknown } | { readonly no: No } | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  });
  const isWhole = await new Promise<boolean>((resolve) => {
    request.once("end", () => resolve(true));
    request.once("error", () => resolve(false));
    request.once("close", () => resolve(false));
  });
  if (!isWhole) return undefined;
  if (bytes > mostBytes) return { no: tooLong(mostBytes) };
  if (!isJson(request.headers["content-type"])) return { no: [415, "The body must be JSON, with Content-Type: application/json."] };
  try {
    // Some senders begin with a byte order mark.
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
