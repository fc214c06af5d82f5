import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Request, Response } from "restify";
import type { HttpRoute } from "./routes.ts";

/** A page about a file. */
export type Page = { readonly status: number; readonly html: string; readonly policy: string };

/** A file that is made as it is read. `taken` runs once its reader has the whole of it. */
export type Download = {
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  taken(): Promise<void>;
};

export type Files = {
  /** The page of a file by the token of its link. @param accepted the languages that the browser asks for */
  look(token: string, accepted: string | undefined): Promise<Page>;
  /** Is there such a file now? Asked for `HEAD`, which takes nothing. */
  name(token: string): Promise<string | undefined>;
  take(token: string): Promise<Download | undefined>;
  /** The page instead of a file that has to wait. */
  busy(accepted: string | undefined): Page;
};

/** Files that are made at once: each reads rows and compresses. */
const mostAtOnce = 4;

/** A reader who takes nothing for this long (ms), and one who takes longer than that for all of it, are hung up on. */
const idleMs = 30_000;
const wholeMs = 10 * 60_000;

/** Neither a cache nor another page keeps a token or a file. */
const guarded = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  "cross-origin-resource-policy": "same-origin",
} as const;

const answerPage = (request: Request, response: Response, { status, html, policy }: Page): void => {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    ...guarded,
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(html),
    "content-security-policy": policy,
    ...(status === 503 ? { "retry-after": "60" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : html);
};

/** Names the file for old clients in ASCII, and for others as it is called (RFC 6266). */
export const dispositionOf = (name: string): string => {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7E]/g, "")
    .replace(/["\\%;]/g, "-");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};

const headersOf = (name: string, type: string) => ({
  ...guarded,
  "content-type": type,
  "content-disposition": dispositionOf(name),
  "accept-ranges": "none",
  "content-security-policy": "default-src 'none'; sandbox",
});

/** Sends the pieces as fast as the reader takes them. @returns whether the whole file has gone out */
const send = async (bytes: AsyncIterable<Uint8Array>, response: ServerResponse): Promise<boolean> => {
  const stop = new AbortController();
  // Of a response that waits behind another one on its connection, Node does not tell that it has ended.
  const { socket } = response.req;
  const hangUp = () => void socket.destroy();
  const end = () => stop.abort();
  socket.once("close", end);
  response.setTimeout(idleMs, hangUp);
  const whole = setTimeout(hangUp, wholeMs);
  try {
    for await (const piece of bytes) {
      if (socket.destroyed) return false;
      if (!response.write(piece)) await once(response, "drain", { signal: stop.signal });
    }
    if (socket.destroyed) return false;
    await new Promise<void>((resolve) => {
      stop.signal.addEventListener("abort", () => resolve());
      response.end(resolve);
    });
    return response.writableFinished;
  } catch (fault) {
    if (stop.signal.aborted) return false;
    // Half a file must not look like a whole one, as it may to a client whose connection just ends.
    response.socket?.resetAndDestroy();
    throw fault;
  } finally {
    clearTimeout(whole);
    socket.off("close", end);
  }
};

/** The pages and files of people who were given a link. A page may be looked at by anything that follows links; only its button takes the file. */
export const fileRoutes = (files: Files): readonly HttpRoute[] => {
  let now = 0;
  const look: HttpRoute["run"] = async (request, response) =>
    answerPage(request, response, await files.look(String(request.params.token), request.headers["accept-language"]));

  const take: HttpRoute["run"] = async (request, response) => {
    const token = String(request.params.token);
    const name = await files.name(token);
    if (name === undefined) return look(request, response);
    if (request.method === "HEAD") {
      response.writeHead(200, headersOf(name, "application/octet-stream"));
      return void response.end();
    }
    if (now >= mostAtOnce) return answerPage(request, response, files.busy(request.headers["accept-language"]));
    now += 1;
    try {
      const made = await files.take(token);
      if (!made) return await look(request, response);
      response.writeHead(200, headersOf(made.name, made.type));
      if (await send(made.bytes, response)) await made.taken();
    } finally {
      now -= 1;
    }
  };

  return [
    { method: "GET", path: "/files/:token", from: "anybody", mostBytes: 0, run: look },
    { method: "GET", path: "/files/:token/:name", from: "anybody", mostBytes: 0, run: take },
  ];
};
