import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
  proxyPolicy,
} from "@azure/core-rest-pipeline";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import type { Result } from "../domain/result.ts";
import { type Fault, faultOf, faultOfAnswer } from "./delivery.ts";

/** Signs a request. */
export type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory["createCredentials"]>>;

/** One request to the Bot Connector. `path` begins behind the service URL and is encoded; `body` is sent as JSON. */
export type ConnectorRequest = { readonly method: "GET" | "POST" | "PUT"; readonly path: string; readonly body?: unknown };

/** Makes one call to Teams: at most one HTTP request, within the time limit. `got` is the parsed answer, or undefined if it is not JSON. Never rejects. */
export type Call = (serviceUrl: string, request: ConnectorRequest) => Promise<Result<unknown, Fault>>;

/**
 * Idle time (ms) after which Gnist closes a connection. Azure drops idle connections silently after 4 minutes, and a message sent on a dropped connection is
 * doubtful. https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-idle-timeout
 */
const idleMs = 60_000;
const mostSockets = 100;

/**
 * Calls the Bot Connector's REST interface, https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 *
 * botbuilder's own client (4.23.3, measured) repeats a post after 5xx and resets, follows redirects to hosts that no service URL may name, and has no time
 * limit. This one makes a single request, signed with botbuilder's credentials, within a time limit.
 * @param local on a local machine, ignores the proxy that the environment names
 */
export const openCalls = (credentials: () => Promise<Credentials>, local: boolean) => {
  const client = createDefaultHttpClient();
  const proxy = local ? undefined : proxyPolicy();
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: mostSockets, timeout: idleMs }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: mostSockets, timeout: idleMs }),
  };
  let known: Promise<Credentials> | undefined;
  const signer = (): Promise<Credentials> => {
    known ??= credentials().catch((fault: unknown) => {
      known = undefined;
      throw fault;
    });
    return known;
  };

  const send = (request: PipelineRequest) => {
    request.agent ??= request.url.startsWith("https:") ? agents.https : agents.http;
    return client.sendRequest(request);
  };

  /** How far this machine's clock is ahead of Teams' (ms), by the latest answer. */
  let offMs: number | undefined;

  return {
    offMs: (): number | undefined => offMs,
    /** @param limitMs the longest one call may take, the token for it included. */
    within:
      (limitMs: number): Call =>
      async (serviceUrl, { method, path, body }) => {
        const stop = new AbortController();
        let left = false;
        const call = async () => {
          const request = createPipelineRequest({
            url: `${serviceUrl.replace(/\/+$/, "")}/${path}`,
            method,
            headers: createHttpHeaders({
              accept: "application/json",
              "user-agent": "Gnist",
              ...(body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
            }),
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            abortSignal: stop.signal,
            // trust.ts has decided already which service URLs may be called, and which without TLS.
            allowInsecureConnection: true,
          });
          await (await signer()).signRequest(request as unknown as Parameters<Credentials["signRequest"]>[0]);
          // Getting the token may have taken until after the time limit: then the request must not leave.
          stop.signal.throwIfAborted();
          left = true;
          const response = await (proxy ? proxy.sendRequest(request, send) : send(request));
          const { status, headers } = response;
          const sentAt = Date.parse(headers.get("date") ?? "");
          if (!Number.isNaN(sentAt)) offMs = Date.now() - sentAt;
          const text = response.bodyAsText ?? "";
          if (status < 200 || status > 299) return { no: faultOfAnswer({ status, body: text, retryAfter: headers.get("retry-after") }) };
          return { got: jsonOf(text) };
        };
        return new Promise((resolve) => {
          const timer = setTimeout(() => {
            stop.abort();
            // Resolves here, because botbuilder cannot abort a wait for a token.
            resolve({ no: { left, code: "TimedOut" } });
          }, limitMs);
          call()
            .catch((error: unknown) => ({ no: faultOf(error, left) }))
            .then((answer) => {
              clearTimeout(timer);
              resolve(answer);
            });
        });
      },
    /** Drops the idle connections. */
    close: (): void => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
