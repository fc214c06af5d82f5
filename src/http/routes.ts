import type { IncomingHttpHeaders } from "node:http";
import type { Request, Response } from "restify";
import { answerJson } from "./answer-json.ts";

/** A row of the routing table. */
export type HttpRoute = {
  /** `GET` also answers `HEAD`. */
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Allowed callers. While Gnist is local, every route is for this machine alone. */
  readonly from: "anybody" | "this machine";
  /** Largest JSON body that is read, in bytes; 0: no body is read. */
  readonly mostBytes: number;
  /** Checks a caller by the headers, before the body is read: a refusal is answered, and its body takes no memory. */
  readonly admit?: (headers: IncomingHttpHeaders) => Promise<Refusal | undefined>;
  readonly run: (request: Request, response: Response) => Promise<void>;
};

/** The answer to a caller who is not admitted. */
export type Refusal = { readonly status: number; readonly body?: object };

/** Readiness: `ok` when Gnist can take work, `parts` by name, and `warnings` as sentences about parts that may soon fail. */
export type Readiness = {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, boolean>>;
  readonly warnings?: readonly string[];
};

export type Behind = {
  /** Checks the sender of a POST to the bot endpoint. */
  readonly admit?: HttpRoute["admit"];
  /** Answers a POST to the bot endpoint, whose `body` is parsed JSON. */
  readonly messages: HttpRoute["run"];
  /** Facts about the running process. */
  readonly live: () => Readonly<Record<string, unknown>>;
  /** Called at most once a second, however many callers ask. */
  readonly ready: () => Promise<Readiness>;
};

/**
 * Bytes. Teams' largest activity is about 100 KB of UTF-16, and UTF-8 JSON with escapes may be larger.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const largestActivity = 256 * 1024;

/** Time (ms) for which a readiness is cached: finding out costs two calls to the store, and anybody may ask. */
const readyMs = 1_000;

/** The routing table: every HTTP address of Gnist. */
export const routesTo = ({ admit, messages, live, ready }: Behind): readonly HttpRoute[] => {
  const readiness = rememberedFor(readyMs, () => ready().catch((): Readiness => ({ ok: false, parts: { check: false } })));
  const tellLive: HttpRoute["run"] = async (_request, response) => answerJson(response, 200, { alive: true, ...live() });
  const tellReady: HttpRoute["run"] = async (_request, response) => {
    const { ok, parts, warnings = [] } = await readiness();
    const failing = Object.keys(parts).filter((part) => !parts[part]);
    answerJson(response, ok ? 200 : 503, { ready: ok, parts, ...(ok ? {} : { failing }), ...(warnings.length > 0 ? { warnings } : {}) });
  };
  return [
    { method: "POST", path: "/api/messages", from: "anybody", mostBytes: largestActivity, ...(admit ? { admit } : {}), run: messages },
    { method: "GET", path: "/health/live", from: "anybody", mostBytes: 0, run: tellLive },
    { method: "GET", path: "/health/ready", from: "anybody", mostBytes: 0, run: tellReady },
  ];
};

/** Caches a call: callers share the call under way, and its result for `ms` after it. */
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
