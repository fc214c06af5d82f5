import { AsyncLocalStorage } from "node:async_hooks";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { type ConnectorClient, type ConnectorFactory, TeamsConnectorClient } from "botframework-connector";
import { type Fault, faultOf } from "./delivery.ts";

/** The SDK's two halves of the Bot Connector at one service URL. */
export type Clients = { readonly conversations: ConnectorClient["conversations"]; readonly teams: TeamsConnectorClient["teams"] };

/** What every call is given: it ends when the time is up. */
export type CallOptions = { readonly abortSignal: AbortSignal };

/**
 * Makes one call to Teams: one HTTP request at most, over within the time limit, whatever the SDK would rather do. Never rejects.
 */
export type Ask = <T>(
  serviceUrl: string,
  call: (clients: Clients, options: CallOptions) => Promise<T>,
) => Promise<{ readonly got: T } | { readonly fault: Fault }>;

/** Service URLs differ by region and cloud; a bot meets a handful. */
const mostClients = 20;

/**
 * An idle connection is dropped after this long (ms), because Azure forgets it silently after 4 minutes, and a message written into a forgotten
 * connection is a message that nobody knows the fate of. https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-idle-timeout
 */
const idleMs = 60_000;

/** A call on its way: whether its request was handed to the network. */
type Call = { left: boolean; readonly signal: AbortSignal };

/** What is used of the pipeline inside the SDK's client (@azure/core-rest-pipeline), which botbuilder keeps private. */
type Pipeline = {
  removePolicy(policy: { readonly name: string }): readonly unknown[];
  addPolicy(policy: Policy, options: { readonly afterPhase: "Sign" }): void;
};
type Request = { agent?: unknown; readonly url: string };
type Policy = { readonly name: string; sendRequest(request: Request, next: (request: Request) => Promise<unknown>): Promise<unknown> };

/**
 * The clients that speak to Teams, one per service URL, remembered.
 *
 * botbuilder 4.23.3 posts a message again after 5xx and resets, and waits for ever (measured). Here its retry is taken
 * out and a time limit put in. Redirects are not followed either: they lead where no service URL was allowed to.
 * @param local on a local machine, nothing goes through a proxy that the environment names.
 */
export const connectors = (factory: () => ConnectorFactory, local: boolean) => {
  const known = new Map<string, Promise<Clients>>();
  const calls = new AsyncLocalStorage<Call>();
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 100, timeout: idleMs }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 100, timeout: idleMs }),
  };

  /** The last policy before the network: nothing leaves after its time is up, and what has left is known to have. */
  const lastStep: Policy = {
    name: "gnistLastStep",
    async sendRequest(request, next) {
      const call = calls.getStore();
      if (call) {
        call.signal.throwIfAborted();
        call.left = true;
      }
      request.agent ??= request.url.startsWith("https:") ? agents.https : agents.http;
      return next(request);
    },
  };

  const tame = <T>(client: T): T => {
    const { pipeline } = (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client;
    for (const name of ["defaultRetryPolicy", "redirectPolicy", ...(local ? ["proxyPolicy"] : [])]) {
      if (pipeline.removePolicy({ name }).length === 0)
        throw new Error(`botbuilder's pipeline has no ${name} any more: see src/teams/connectors.ts`);
    }
    pipeline.addPolicy(lastStep, { afterPhase: "Sign" });
    return client;
  };

  const open = async (serviceUrl: string): Promise<Clients> => {
    const connector = await factory().create(serviceUrl);
    const { conversations } = tame(connector);
    const { teams } = tame(new TeamsConnectorClient(connector.credentials, { baseUri: serviceUrl }));
    return { conversations, teams };
  };

  const clientsOf = (serviceUrl: string): Promise<Clients> => {
    const clients = known.get(serviceUrl) ?? open(serviceUrl);
    known.delete(serviceUrl);
    known.set(serviceUrl, clients);
    const [oldest] = known.keys();
    if (known.size > mostClients && oldest !== undefined) known.delete(oldest);
    clients.catch(() => known.delete(serviceUrl));
    return clients;
  };

  return {
    /** @param limitMs the longest one call may take, the token for it included. */
    asking:
      (limitMs: number): Ask =>
      async (serviceUrl, call) => {
        const stop = new AbortController();
        const timer = setTimeout(() => stop.abort(), limitMs);
        const state: Call = { left: false, signal: stop.signal };
        try {
          const answer = calls.run(state, async () => call(await clientsOf(serviceUrl), { abortSignal: stop.signal }));
          return { got: await inTime(stop.signal, answer) };
        } catch (error) {
          return { fault: stop.signal.aborted ? { left: state.left, code: "TimedOut" } : faultOf(error, state.left) };
        } finally {
          clearTimeout(timer);
        }
      },
    /** Drops the idle connections. */
    close: (): void => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
};

/** Also ends the wait for a token, which the SDK cannot abort. */
const inTime = <T>(signal: AbortSignal, answer: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("no answer in time")), { once: true });
    answer.then(resolve, reject);
  });
