import { request } from "node:http";
import type { Plain } from "../world/cards.ts";

/** The bot's endpoints behind one address, as a load balancer sees them. */

export type EndpointAnswer = { readonly status: number; readonly body: unknown };

/** Gives the bearer token for an activity; none where the bot has authentication off. */
export type Sign = (activity: Plain) => string | Promise<string>;

const once = (url: string, body: string, headers: Readonly<Record<string, string>>, patienceMs: number): Promise<EndpointAnswer> =>
  new Promise((resolve, reject) => {
    // A connection of its own for each, so that a bot that was stopped and started again is met fresh.
    const sent = request(
      url,
      { method: "POST", agent: false, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          clearTimeout(timer);
          const text = Buffer.concat(chunks).toString("utf8");
          let parsed: unknown = text === "" ? undefined : text;
          try {
            parsed = text === "" ? undefined : JSON.parse(text);
          } catch {
            // Not JSON: handed over as it is.
          }
          resolve({ status: response.statusCode ?? 0, body: parsed });
        });
      },
    );
    const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
    sent.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    sent.end(body);
  });

const isRefusedConnection = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ECONNREFUSED";

export const buildEndpoints = (options: { readonly sign?: Sign; readonly patienceMs: number }) => {
  let urls: readonly string[] = [];
  let turn = 0;
  return {
    /** The endpoints, such as `http://127.0.0.1:3978/api/messages`, used in turn. */
    set: (all: readonly string[]): void => {
      urls = all;
      turn = 0;
    },
    /** Delivers an activity to the next endpoint that takes connections; 0 where the connection broke or nothing came in time. */
    deliver: async (activity: Plain, ids: { readonly tenantId: string; readonly conversationId: string }): Promise<EndpointAnswer> => {
      if (urls.length === 0) throw new Error("There is no bot: say stub.bots([url]) first.");
      const token = await options.sign?.(activity);
      const headers = {
        "content-type": "application/json; charset=utf-8",
        "x-ms-tenant-id": ids.tenantId,
        "x-ms-conversation-id": ids.conversationId,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      };
      const body = JSON.stringify(activity);
      const first = turn++;
      for (let step = 0; step < urls.length; step += 1) {
        const url = urls[(first + step) % urls.length] ?? "";
        try {
          return await once(url, body, headers, options.patienceMs);
        } catch (error) {
          if (!isRefusedConnection(error)) return { status: 0, body: error instanceof Error ? error.message : String(error) };
        }
      }
      return { status: 0, body: `no bot takes connections at ${urls.join(", ")}` };
    },
  };
};

export type Endpoints = ReturnType<typeof buildEndpoints>;
