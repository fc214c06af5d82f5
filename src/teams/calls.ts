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

/** Makes one call to Teams: one HTTP request at most, over within the time limit. `got` is the answer's JSON as it came; undefined where it is none. Never rejects. */
export type Call = (serviceUrl: string, request: ConnectorRequest) => Promise<Result<unknown, Fault>>;

/**
 * An idle connection is dropped after this long (ms), because Azure forgets it silently after 4 minutes, and a message written into a forgotten
 * connection is a message that nobody knows the fate of. https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-idle-timeout
 */
const idleMs = 60_000;
const mostSockets = 100;

/**
 * Calls the Bot Connector's REST interface, https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 *
 * botbuilder's own client posts a message again after 5xx and resets, follows redirects to where no service URL was allowed to, and waits for ever
 * (measured, 4.23.3). Here there is one request, with botbuilder's credentials, and a time limit.
 * @param local on a local machine, nothing goes through a proxy that the environment names.
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

  return {
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
            // Which service URLs may be spoken to, and without TLS, is decided before (trust.ts).
            allowInsecureConnection: true,
          });
          await (await signer()).signRequest(request as unknown as Parameters<Credentials["signRequest"]>[0]);
          // Nothing leaves after its time is up.
          stop.signal.throwIfAborted();
          left = true;
          const response = await (proxy ? proxy.sendRequest(request, send) : send(request));
          const { status, headers } = response;
          const text = response.bodyAsText ?? "";
          if (status < 200 || status > 299) return { no: faultOfAnswer({ status, body: text, retryAfter: headers.get("retry-after") }) };
          return { got: jsonOf(text) };
        };
        return new Promise((resolve) => {
          const timer = setTimeout(() => {
            stop.abort();
            // Also ends the wait for a token, which botbuilder cannot abort.
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
