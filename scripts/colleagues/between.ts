import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { isPlain, type Plain } from "./card.ts";

/** A card that Gnist has posted, where it stands now. */
export type Post = { readonly conversationId: string; readonly id: string; readonly card: Plain };

type Listener = {
  /** The chat of a colleague with Gnist; undefined for anybody else. */
  chatOf(teamsId: string): string | undefined;
  isChat(conversationId: string): boolean;
  /** A card in a colleague's chat or in a channel. @param opens whether it is a new post in a channel */
  posted(post: Post, opens: boolean): void;
  /** Gnist has answered an activity. */
  answered(activity: Plain): void;
  /** Something has passed. */
  passed(): void;
};

/** A server between Gnist and the Playground. */
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
 * Passes everything on between Gnist and the Playground, but for what Gnist says in the chats of the colleagues: the Playground shows the chat of the one
 * person who sits at it, and keeps the others' from everybody.
 * @param port taken where it is free
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
    const heard = own ? { status: 201, type: "application/json", body: JSON.stringify(own) } : await pass(method, url, sent);
    if (!own && isConnector(url) && heard.status < 300 && listener) notePost(url, body, parsed(heard.body), listener);
    response.writeHead(heard.status, { "content-type": heard.type });
    response.end(heard.body);
    if (!isConnector(url) && isPlain(body)) listener?.answered(body);
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

/** The conversation and the message that a call of the Connector is about, if any. */
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

/** Takes what is said in the chats of the colleagues. @returns the answer to Gnist; undefined where it is for the Playground to answer */
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

/** Tells of a card in a channel: its thread and its id are in the Playground's answer when it is new, and in the address when it is renewed. */
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
