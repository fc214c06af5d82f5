import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A fake Bot Connector of a few lines: it records its calls, and answers as the test says, else with Teams' success. */

type Call = {
  readonly method: string;
  /** With its query, decoded. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
};

/** The fate of the next call: an answer, a connection that is dropped, or nothing at all. */
export type Fate = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> } | "drop" | "silence";

export const startConnector = async () => {
  const calls: Call[] = [];
  const fates: Fate[] = [];
  const members: Record<string, unknown>[][] = [[]];
  let posted = 0;

  const allIsWell = ({ method, path, body }: Call): Fate => {
    const newId = () => {
      posted += 1;
      return `17000000000${posted}`;
    };
    if (method === "POST" && path === "/v3/conversations") {
      const id = newId();
      const channelData = body.channelData as { readonly channel?: { readonly id: string } };
      if (channelData.channel) return { status: 201, body: { id: `${channelData.channel.id};messageid=${id}`, activityId: id } };
      return { status: 201, body: { id: `a:chat-with-${(body.members as { readonly id: string }[])[0]?.id}` } };
    }
    if (method === "POST") return { status: 201, body: { id: newId() } };
    if (method === "PUT") return { status: 200, body: { id: path.split("/").at(-1) } };
    if (path.includes("/pagedmembers")) {
      const page = Number(new URLSearchParams(path.split("?")[1]).get("continuationToken") ?? 0);
      return {
        status: 200,
        body: { members: members[page], ...(page + 1 < members.length ? { continuationToken: String(page + 1) } : {}) },
      };
    }
    if (path.endsWith("/conversations")) {
      return {
        status: 200,
        body: {
          conversations: [
            { id: "19:team@thread.tacv2", name: null },
            { id: "19:side@thread.tacv2", name: "Side" },
          ],
        },
      };
    }
    return { status: 200, body: { id: "19:team@thread.tacv2", name: "North", memberCount: 7 } };
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const path = decodeURIComponent(request.url ?? "");
    const call: Call = { method: request.method ?? "", path, headers: request.headers, body: raw ? JSON.parse(raw) : {} };
    calls.push(call);
    const fate = fates.shift() ?? allIsWell(call);
    if (fate === "silence") return;
    if (fate === "drop") {
      request.socket.destroy();
      return;
    }
    response.writeHead(fate.status, { "content-type": "application/json", ...fate.headers });
    response.end(fate.body === undefined ? undefined : JSON.stringify(fate.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** The fates of coming calls, in order. */
    fates,
    /** The roster, in pages. */
    members,
    /** The calls in short. */
    asked: () => calls.map(({ method, path }) => `${method} ${path}`),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export type Connector = Awaited<ReturnType<typeof startConnector>>;
