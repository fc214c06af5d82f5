import { randomUUID } from "node:crypto";
import type { Config, Person } from "../playground.ts";
import type { Post } from "./between.ts";
import { type Button, dataOf, type Plain, startValues } from "./card.ts";

/** Presses and writes for the colleagues, by posting activities to Gnist as Teams would. */
export type Hands = {
  /** The chat of a person with Gnist. */
  chatOf(person: Person): string;
  write(person: Person, text: string): Promise<void>;
  /** Writes words that change nothing: a colleague wants to see something. */
  look(person: Person, text: string): Promise<void>;
  /** @param typed values by input id; the other inputs keep their initial values */
  press(person: Person, post: Post, button: Button, typed?: Plain): Promise<void>;
  /** Writes a line in the newcomer's chat. */
  tell(text: string): Promise<void>;
};

export const openHands = (how: {
  readonly config: Config;
  readonly gnistUrl: string;
  readonly serviceUrl: string;
  readonly stopped: AbortSignal;
  /** Called when somebody has done something that Gnist may have to tell. */
  readonly acted: () => void;
}): Hands => {
  const { config, serviceUrl } = how;
  const { tenantId } = config;
  const [{ id, name, aadGroupId }] = config.teams;
  const chatOf = (person: Person) => `a:${person.id}-chat`;

  const send = async (url: string, body: object): Promise<void> => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body), signal: how.stopped });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${answer}`);
  };

  const act = (person: Person, conversationId: string, what: object) => post(person, conversationId, what).finally(how.acted);

  const post = (person: Person, conversationId: string, what: object) => {
    const inChat = conversationId === chatOf(person);
    const channel = { team: { id, name, aadGroupId }, channel: { id: conversationId.split(";")[0] } };
    return send(`${how.gnistUrl}/api/messages`, {
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: "msteams",
      serviceUrl,
      from: person,
      recipient: config.bot,
      conversation: { id: conversationId, tenantId, isGroup: !inChat, conversationType: inChat ? "personal" : "channel" },
      channelData: { tenant: { id: tenantId }, ...(inChat ? {} : channel) },
      locale: "en-US",
      entities: [{ type: "clientInfo", locale: "en-US" }],
      ...what,
    });
  };

  return {
    chatOf,
    write: (person, text) => act(person, chatOf(person), { type: "message", text }),
    look: (person, text) => post(person, chatOf(person), { type: "message", text }),
    press: (person, { conversationId, id: replyToId, card }, { verb, action }, typed = {}) => {
      const filled = action.associatedInputs === "none" ? {} : { ...startValues(card), ...typed };
      const value = { action: { type: action.type, title: action.title, verb, data: { ...filled, ...dataOf(action) } }, trigger: "manual" };
      return act(person, conversationId, { type: "invoke", name: "adaptiveCard/action", replyToId, value });
    },
    tell: (text) =>
      send(`${serviceUrl}/v3/conversations/${encodeURIComponent(config.personalChat.id)}/activities`, {
        type: "message",
        text,
        textFormat: "plain",
      }),
  };
};
