import type { Activity } from "botbuilder";
import type { ConversationParameters } from "botframework-connector/lib/connectorApi/models/index.js";
import type { Rendered } from "../../cards/index.ts";
import type { Address } from "../domain/address.ts";
import type { Language } from "../domain/language.ts";
import type { Message } from "../domain/message.ts";
import type { Asked, Channel, Delivery, RosterMember } from "../ports.ts";
import type { Ask, CallOptions, Clients } from "./connectors.ts";
import { type Failure, failureOf } from "./delivery.ts";

/** How a message looks: a card, or a sentence, and the line that a lock screen shows. */
export type Render = (message: Message, language: Language) => Rendered;

export const cardType = "application/vnd.microsoft.card.adaptive";

/** Teams takes at most this many (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context). */
const pageSize = 500;

/** Waits where Teams does not say how long: 1 s, then twice the last one, at most 5 min, each up to a quarter longer so that many do not come back at once. */
const firstWaitMs = 1_000;
const longestWaitMs = 300_000;

/** Where the tenants of the US government's GCC are, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const gccUrl = "https://smba.infra.gcc.teams.microsoft.com/teams";

/** Conversations with failures in a row that are remembered; forgetting one only makes its next wait short again. */
const mostTroubled = 1_000;

/** A channel itself, not a thread in it: group chats are `19:…@thread.v2`, chats `a:…` or `19:…@unq.gbl.spaces`. */
export const isChannel = (conversationId: string): boolean => /@thread\.(tacv2|skype)$/.test(conversationId);

/** The thread that a channel's post opened. */
export const threadOf = (channelId: string, rootId: string): string => `${channelId};messageid=${rootId}`;

/** A message as Teams takes it. A card has no text beside it: Teams would show both, and the Playground would make two messages of it. */
const activityOf = ({ card, text, summary }: Rendered): Activity => {
  const content = card ? { attachments: [{ contentType: cardType, content: card }] } : { text: text ?? summary, textFormat: "plain" };
  return { type: "message", summary, ...content } as Partial<Activity> as Activity;
};

/**
 * The port through which Gnist speaks without being spoken to. Every call is one request at most, ends in time and never rejects.
 * @param botId the bot's id as Teams writes it (`28:…`), where there is one.
 * @param onUnauthorized Teams refused the token.
 */
export const openChannel = (world: {
  readonly ask: Ask;
  readonly render: Render;
  readonly mayReach: (serviceUrl: string) => boolean;
  readonly botId?: string;
  readonly onUnauthorized: () => void;
  /** Chance, from 0 to 1, for waits that Teams does not name. */
  readonly fraction: () => number;
  /** The host for tenants whose own Teams says that they are elsewhere. */
  readonly otherUrl?: string;
}): Channel => {
  const failures = new Map<string, number>();
  const otherUrl = world.otherUrl ?? gccUrl;
  /** Tenants that were found to be at the other host; each costs one call in vain for every start of Gnist. */
  const elsewhere = new Set<string>();

  const waitMs = (conversation: string): number => {
    const before = failures.get(conversation) ?? 0;
    failures.delete(conversation);
    failures.set(conversation, before + 1);
    const [oldest] = failures.keys();
    if (failures.size > mostTroubled && oldest !== undefined) failures.delete(oldest);
    return Math.round(Math.min(firstWaitMs * 2 ** before, longestWaitMs) * (1 + world.fraction() / 4));
  };

  const call = async <T>(
    to: Address,
    repeated: boolean,
    make: (clients: Clients, options: CallOptions) => Promise<T>,
  ): Promise<{ readonly got: T } | { readonly not: Failure }> => {
    const serviceUrl = elsewhere.has(to.tenantId) ? otherUrl : to.serviceUrl;
    if (!world.mayReach(serviceUrl)) return { not: { outcome: "refused", why: "refused", detail: "service URL not allowed" } };
    const answer = await world.ask(serviceUrl, make);
    if ("fault" in answer && answer.fault.code === "InvalidBotApiHost" && serviceUrl !== otherUrl) {
      elsewhere.add(to.tenantId);
      return call(to, repeated, make);
    }
    const conversation = `${to.serviceUrl} ${to.conversationId}`;
    if ("got" in answer) {
      failures.delete(conversation);
      return answer;
    }
    if (answer.fault.status === 401) world.onUnauthorized();
    return { not: failureOf(answer.fault, repeated, waitMs(conversation)) };
  };

  /** Teams sometimes answers 202 and no body (https://github.com/MicrosoftDocs/bot-docs/issues/2263): it has the message, and the id is not known. */
  const sent = (messageId: string | undefined): Delivery => ({ outcome: "sent", messageId: messageId ?? "" });

  return {
    async openChat({ address, teamsId }): Promise<Asked<string>> {
      const answer = await call(address, true, ({ conversations }, options) =>
        conversations.createConversation(
          {
            isGroup: false,
            ...(world.botId ? { bot: { id: world.botId } } : {}),
            members: [{ id: teamsId }],
            tenantId: address.tenantId,
            channelData: { tenant: { id: address.tenantId } },
          } as ConversationParameters,
          options,
        ),
      );
      if ("not" in answer) return answer;
      return answer.got.id ? { got: answer.got.id } : { not: { outcome: "doubtful", detail: "a chat without an id" } };
    },

    async post(to, message, language) {
      const activity = activityOf(world.render(message, language));
      if (!isChannel(to.conversationId)) {
        const answer = await call(to, false, ({ conversations }, options) =>
          conversations.sendToConversation(to.conversationId, activity, options),
        );
        return "not" in answer ? answer.not : sent(answer.got.id);
      }
      // The documented way to a new thread, and the one whose answer always names the post:
      // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
      const channelData = { channel: { id: to.conversationId }, tenant: { id: to.tenantId } };
      const answer = await call(to, false, ({ conversations }, options) =>
        conversations.createConversation(
          { isGroup: true, tenantId: to.tenantId, channelData, activity } as Partial<ConversationParameters> as ConversationParameters,
          options,
        ),
      );
      return "not" in answer ? answer.not : sent(/;messageid=(.+)$/.exec(answer.got.id ?? "")?.[1] ?? answer.got.activityId);
    },

    async update(to, messageId, message, language) {
      if (messageId === "") return { outcome: "refused", why: "gone", detail: "the message's id is not known" };
      const activity = { ...activityOf(world.render(message, language)), id: messageId };
      // The id that Teams gave the thread when it was opened; the Playground takes it too (measured, 0.2.28).
      const conversationId = isChannel(to.conversationId) ? threadOf(to.conversationId, messageId) : to.conversationId;
      const answer = await call(to, true, ({ conversations }, options) =>
        conversations.updateActivity(conversationId, messageId, activity, options),
      );
      return "not" in answer ? answer.not : sent(messageId);
    },

    async roster(team, next) {
      const answer = await call(team, true, ({ conversations }, options) =>
        // The SDK's types demand a token, its requests do not.
        conversations.getConversationPagedMembers(team.conversationId, {
          ...options,
          pageSize,
          ...(next ? { continuationToken: next } : {}),
        } as CallOptions & { readonly pageSize: number; readonly continuationToken: string }),
      );
      if ("not" in answer) return answer;
      const { members = [], continuationToken } = answer.got;
      const people = (members as readonly Account[]).filter((member) => typeof member.id === "string" && !isBot(member));
      return {
        got: {
          members: people.map((member) => rosterMember(member, team.tenantId)),
          ...(continuationToken ? { next: continuationToken } : {}),
        },
      };
    },

    async team(address) {
      const [details, list] = await Promise.all([
        call(address, true, ({ teams }, options) => teams.fetchTeamDetails(address.conversationId, options)),
        call(address, true, ({ teams }, options) => teams.fetchChannelList(address.conversationId, options)),
      ]);
      if ("not" in details) return details;
      if ("not" in list) return list;
      const { name } = details.got;
      const channels = (list.got.conversations ?? []).flatMap(({ id, name }) => (id ? [{ id, name: name || "General" }] : []));
      return { got: { name: name ?? "", channels } };
    },
  };
};

/** A member as the roster has them, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context; the SDK's type knows fewer. */
type Account = {
  readonly id: string;
  readonly name?: string | null;
  readonly givenName?: string | null;
  readonly surname?: string | null;
  readonly objectId?: string | null;
  readonly aadObjectId?: string | null;
  readonly userPrincipalName?: string | null;
  readonly tenantId?: string | null;
  readonly userRole?: string | null;
};

const isBot = ({ id, userRole }: Account): boolean => id.startsWith("28:") || userRole === "bot";

const rosterMember = (member: Account, tenantId: string): RosterMember => {
  const entraId = member.objectId || member.aadObjectId;
  const isGuest =
    (typeof member.tenantId === "string" && member.tenantId !== "" && member.tenantId.toLowerCase() !== tenantId.toLowerCase()) ||
    member.userRole === "anonymous" ||
    member.userRole === "guest" ||
    (member.userPrincipalName ?? "").toUpperCase().includes("#EXT#");
  return {
    teamsId: member.id,
    name: member.name || [member.givenName, member.surname].filter(Boolean).join(" "),
    isGuest,
    ...(entraId ? { entraId } : {}),
  };
};
