import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A call can meet:
 * - `pass`: it is made and answered.
 * - `lose`: it is made, and the connection dropped instead of the answer.
 * - `reset`: the connection is dropped before it is made.
 * - `silent`: it is neither made nor answered.
 * - `busy`: 503 with Azure's code and a long Retry-After, not made.
 * - `refuse`, `too-large`: 400 and 413 with Azure's codes for what it was given, not made.
 * - `no-token`, `page`: 400 that says nothing of what was given, with Azure's code for an odd sign-in and as a page of a gateway, not made.
 */
export type Fate = "pass" | "lose" | "reset" | "silent" | "busy" | "refuse" | "too-large" | "no-token" | "page";

const refusals: Partial<Record<Fate, readonly [status: number, code: string, more?: Readonly<Record<string, string>>]>> = {
  busy: [503, "ServerBusy", { "retry-after": "30" }],
  refuse: [400, "InvalidInput"],
  "too-large": [413, "RequestBodyTooLarge"],
  "no-token": [400, "InvalidAuthenticationInfo"],
};

/**
 * A loopback proxy in front of Azurite that loses answers.
 * `next` holds the fates of coming calls, one each; once it is empty, `otherwise` applies. `calls` counts the calls.
 */
export async function startProxy(connectionString: string) {
  const state = { next: [] as Fate[], otherwise: "pass" as Fate, calls: 0 };

  function answering(target: string) {
    return createServer((incoming, answer) => {
      state.calls += 1;
      const fate = state.next.shift() ?? state.otherwise;
      if (fate === "silent") return;
      if (fate === "reset") {
        incoming.socket.destroy();
        return;
      }
      if (fate === "page") {
        incoming.resume();
        answer.writeHead(400, { "content-type": "text/html" }).end("<html><body><h1>400 Bad Request</h1></body></html>");
        return;
      }
      const refusal = refusals[fate];
      if (refusal) {
        const [status, code, more = {}] = refusal;
        incoming.resume();
        // Queues speak XML, tables JSON.
        const [type, body] = incoming.headers.accept?.includes("xml")
          ? ["application/xml", `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`]
          : ["application/json", `{"odata.error":{"code":"${code}"}}`];
        answer.writeHead(status, { "x-ms-error-code": code, "content-type": type, ...more }).end(body);
      } else {
        forward(target, incoming, (status, headers, body) => {
          if (fate === "lose") incoming.socket.destroy();
          else answer.writeHead(status, headers).end(body);
        });
      }
    });
  }

  const doors: ReturnType<typeof createServer>[] = [];
  async function replace(endpoint: string): Promise<string> {
    const server = answering(new URL(endpoint).host);
    doors.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return endpoint.replace(new URL(endpoint).host, `127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  let through = connectionString;
  for (const [endpoint] of connectionString.matchAll(/http:[^;]+/g)) through = through.replace(endpoint, await replace(endpoint));
  return Object.assign(state, {
    connectionString: through,
    stop() {
      for (const door of doors) door.close().closeAllConnections();
    },
  });
}

type Answered = (status: number, headers: IncomingMessage["headers"], body: Buffer) => void;

function forward(target: string, incoming: IncomingMessage, answered: Answered): void {
  const { method, url, headers } = incoming;
  const call = request(`http://${target}${url}`, { method, headers: { ...headers, connection: "close" } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on("data", (part: Buffer) => parts.push(part));
    answer.on("end", () => {
      const { "transfer-encoding": _, connection: __, "keep-alive": ___, ...rest } = answer.headers;
      answered(answer.statusCode ?? 0, rest, Buffer.concat(parts));
    });
  });
  // Azurite or the caller has gone: the connection is closed without an answer.
  call.on("error", () => incoming.socket.destroy());
  incoming.pipe(call);
}
