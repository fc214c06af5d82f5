import type { Request, Response } from "restify";
import { answerJson } from "./answer-json.ts";

/** One row of the table that the door serves. */
export type HttpRoute = {
  /** A `GET` is answered for `HEAD` too. */
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Callers it is for. While Gnist is local, every row is for this machine alone. */
  readonly from: "anybody" | "this machine";
  /** The largest body that is read, as JSON; nothing is read where it is 0. */
  readonly mostBytes: number;
  readonly run: (request: Request, response: Response) => Promise<void>;
};

/** Which parts work, by name; `ok` when Gnist can take work; `warnings` are sentences about what works now and may not for long. */
export type Readiness = {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, boolean>>;
  readonly warnings?: readonly string[];
};

export type Behind = {
  /** Answers a POST to the bot endpoint, whose `body` is parsed JSON. */
  readonly messages: HttpRoute["run"];
  /** Facts about the running process. */
  readonly live: () => Readonly<Record<string, unknown>>;
  /** Asked at most once a second, however many want to know. */
  readonly ready: () => Promise<Readiness>;
};

/** Teams' largest activity is about 100 KB as UTF-16, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages; UTF-8 JSON with escapes may be larger. */
const largestActivity = 256 * 1024;

/** A readiness that was found out is told for this long (ms): finding out costs two calls to the store, and anybody may ask. */
const readyMs = 1_000;

/** Every address of Gnist. */
export const routesTo = ({ messages, live, ready }: Behind): readonly HttpRoute[] => {
  const readiness = rememberedFor(readyMs, () => ready().catch((): Readiness => ({ ok: false, parts: { check: false } })));
  const tellLive: HttpRoute["run"] = async (_request, response) => answerJson(response, 200, { alive: true, ...live() });
  const tellReady: HttpRoute["run"] = async (_request, response) => {
    const { ok, parts, warnings = [] } = await readiness();
    const failing = Object.keys(parts).filter((part) => !parts[part]);
    answerJson(response, ok ? 200 : 503, { ready: ok, parts, ...(ok ? {} : { failing }), ...(warnings.length > 0 ? { warnings } : {}) });
  };
  return [
    { method: "POST", path: "/api/messages", from: "anybody", mostBytes: largestActivity, run: messages },
    { method: "GET", path: "/health/live", from: "anybody", mostBytes: 0, run: tellLive },
    { method: "GET", path: "/health/ready", from: "anybody", mostBytes: 0, run: tellReady },
  ];
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
