import type { IncomingHttpHeaders } from "node:http";
import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { TLSSocket } from "node:tls";

/** An answer to one request. `validTo`: the end of the server's certificate, ms since 1970. */
export type HttpReply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly validTo?: number;
};

/** The most of an answer (bytes) that is read. */
const mostBytes = 64 * 1024;

/** The longest wait (ms) for an answer: shorter than that of a check, which then says what no answer means. */
const longestMs = 15_000;

/**
 * Makes one request and follows no redirect, so that a redirect is seen. It does not use the environment's proxy, because it asks the operator's own servers.
 * @throws Error with Node's code, such as `CERT_HAS_EXPIRED`
 */
export const ask = (
  url: string,
  how: { readonly method: "GET" | "POST"; readonly signal: AbortSignal; readonly ca?: string },
): Promise<HttpReply> =>
  new Promise((resolve, reject) => {
    const { method, signal, ca } = how;
    const isPost = method === "POST";
    const options = {
      method,
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestMs)]),
      agent: false,
      headers: { "user-agent": "Gnist doctor", accept: "application/json", ...(isPost ? { "content-type": "application/json" } : {}) },
      ...(ca === undefined ? {} : { ca }),
    } as const;
    const request = (url.startsWith("https:") ? tlsRequest : plainRequest)(url, options, (response) => {
      let body = "";
      const validTo = response.socket instanceof TLSSocket ? Date.parse(response.socket.getPeerCertificate().valid_to) : Number.NaN;
      const end = () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, ...(Number.isNaN(validTo) ? {} : { validTo }) });
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        body += text;
        if (body.length < mostBytes) return;
        end();
        response.destroy();
      });
      response.on("end", end);
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(isPost ? "{}" : undefined);
  });
