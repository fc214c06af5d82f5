import { createHash } from "node:crypto";
import { answerJson } from "./answer-json.ts";
import type { HttpRoute } from "./routes.ts";

const windowMs = 60_000;
/** The most requests in a minute by one address, and by all addresses that lead nowhere, at one instance. */
const mostByOne = 60;
const mostByUnknown = 600;

/** Reads posted results by the token of an address; undefined where it leads nowhere. */
export type ReadResults = (token: string) => Promise<object | undefined>;

/** Weak comparison, as RFC 9110 (13.1.2) asks for: a proxy that compresses an answer makes its tag a weak one. `*` stands for any. */
const isKnown = (tags = "", etag: string): boolean =>
  tags.trim() === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

/**
 * The address at which another system reads a team's posted results. Anybody who has the token may read; nothing that is logged names it. An unknown token, and one that
 * was revoked, get the answer of any address that is not there.
 */
export const resultsRoute = (read: ReadResults, now: () => number = () => performance.now()): HttpRoute => {
  let counted = new Map<string, number>();
  let since = now();
  const isTooMany = (key: string, most: number): boolean => {
    if (now() - since >= windowMs) [counted, since] = [new Map(), now()];
    const count = (counted.get(key) ?? 0) + 1;
    counted.set(key, count);
    return count > most;
  };
  return {
    method: "GET",
    path: "/teams/:token/posted.json",
    from: "anybody",
    mostBytes: 0,
    run: async (request, response) => {
      const { token = "" } = request.params as { readonly token?: string };
      const slow = () => answerJson(response, 429, { code: "TooManyRequests", message: "Ask again in a minute." });
      // Reading costs more than counting. Only an address that leads somewhere is counted, so that guesses fill no memory.
      if (counted.has(token) && isTooMany(token, mostByOne)) return slow();
      const results = await read(/^[\w-]{22}$/.test(token) ? token : "");
      if (results && !counted.has(token)) isTooMany(token, mostByOne);
      if (!results && isTooMany("", mostByUnknown)) return slow();
      if (!results) return answerJson(response, 404, { code: "NotFound", message: "There is nothing here." });
      const json = JSON.stringify(results);
      const etag = `"${createHash("sha256").update(json).digest("base64url").slice(0, 22)}"`;
      const headers = { etag, "cache-control": "private, max-age=60" };
      if (isKnown(request.headers["if-none-match"], etag)) return void response.writeHead(304, headers).end();
      response.writeHead(200, {
        ...headers,
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(json),
      });
      response.end(json);
    },
  };
};
