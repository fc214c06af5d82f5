import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { isPlain, type Plain } from "./card.ts";

/** A card that Gnist has posted, in its latest version. */
export type Post = { readonly conversationId: string; readonly id: string; readonly card: Plain };

type Listener = {
  /** The chat of a colleague with Gnist; undefined for anybody else. */
  chatOf(teamsId: string): string | undefined;
  isChat(conversationId: string): boolean;
  /** A card in a colleague's chat or in a channel. @param opens whether it is a new post in a channel */
  posted(post: Post, opens: boolean): void;
  /** Passes an activity on to Gnist when its time has come. @returns Gnist's answer */
  passOn<T>(activity: Plain, pass: () => Promise<T>): Promise<T>;
  /** A request has passed the proxy. */
  passed(): void;
};

/** A proxy between Gnist and the Playground. */
export type Between = {
  readonly botEndpoint: string;
  readonly serviceUrl: string;
  passTo(playgroundUrl: string): void;
  listen(listener: Listener): void;
  stop(): Promise<void>;
};

const connector = "/_connector";
const botPath = "/api/messages";

/**
 * Starts a proxy between Gnist and the Playground. It forwards every request except Gnist's messages to the colleagues' chats: the Playground shows only the
 * chat of its current user.
 * @param port used if it is free, else another one is
 */
export const startBetween = async (gnistUrl: string, port: number): Promise<Between> => {
  let listener: Listener | undefined;
  let playgroundUrl = "";
  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      if (!response.headersSent) response.writeHead(502, { "content-type": "text/plain" });
      response.end(String(fault));
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = "", method = "GET" } = request;
    const sent = await text(request);
    const body = parsed(sent);
    listener?.passed();
    const own = isConnector(url) && listener ? inChats(url, body, listener) : undefined;
    const passed = () => pass(method, url, sent);
    const heard = own
      ? { status: 201, type: "application/json", body: JSON.stringify(own) }
      : await (listener && !isConnector(url) && isPlain(body) ? listener.passOn(body, passed) : passed());
    if (!own && isConnector(url) && heard.status < 300 && listener) notePost(url, body, parsed(heard.body), listener);
    response.writeHead(heard.status, { "content-type": heard.type });
    response.end(heard.body);
  };

  const pass = async (method: string, url: string, body: string) => {
    const target = isConnector(url) ? playgroundUrl : gnistUrl;
    const init = body !== "" ? { method, headers: { "content-type": "application/json" }, body } : { method };
    const heard = await fetch(`${target}${url}`, init);
    return {
      status: heard.status,
      type: heard.headers.get("content-type") ?? "application/json",
      body: await heard.text(),
    };
  };

  const listening = async (at: number): Promise<void> => {
    server.listen(at, "127.0.0.1");
    await once(server, "listening");
  };
  await listening(port).catch(() => listening(0));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    botEndpoint: `${origin}${botPath}`,
    serviceUrl: `${origin}${connector}`,
    passTo: (url) => {
      playgroundUrl = url;
    },
    listen: (one) => {
      listener = one;
    },
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const isConnector = (url: string) => url.startsWith(connector);

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** The conversation and the message in the path of a call to the Connector, if any. */
const partsOf = (url: string) => {
  const [conversationId, id] = (/^\/_connector\/v3\/conversations\/([^/?]+)\/activities(?:\/([^/?]+))?/.exec(url) ?? [])
    .slice(1)
    .map((part) => part && decodeURIComponent(part));
  return { conversationId, id };
};

const opensConversation = (url: string) => url === `${connector}/v3/conversations`;

const cardIn = (activity: unknown): Plain | undefined => {
  const [first] = isPlain(activity) && Array.isArray(activity.attachments) ? activity.attachments : [];
  return isPlain(first) && isPlain(first.content) ? first.content : undefined;
};

/** Takes Gnist's messages to the colleagues' chats. @returns the answer to Gnist; undefined if the call is the Playground's to answer */
const inChats = (url: string, body: unknown, listener: Listener): object | undefined => {
  if (opensConversation(url) && isPlain(body) && Array.isArray(body.members)) {
    const id = listener.chatOf(String(body.members[0]?.id));
    return id === undefined ? undefined : { id };
  }
  const { conversationId, id = randomUUID() } = partsOf(url);
  if (conversationId === undefined || !listener.isChat(conversationId)) return undefined;
  const card = cardIn(body);
  if (card) listener.posted({ conversationId, id, card }, false);
  return { id };
};

/** Reports a card in a channel. The Playground's answer holds thread and id of a new card; the URL holds those of an updated one. */
const notePost = (url: string, body: unknown, answer: unknown, listener: Listener): void => {
  if (opensConversation(url) && isPlain(body) && isPlain(answer)) {
    const card = cardIn(body.activity);
    if (card) listener.posted({ conversationId: String(answer.id), id: String(answer.activityId), card }, true);
    return;
  }
  const { conversationId, id } = partsOf(url);
  const card = cardIn(body);
  if (card && conversationId !== undefined && id !== undefined) listener.posted({ conversationId, id, card }, false);
};
