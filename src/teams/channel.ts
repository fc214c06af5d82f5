import { z } from "zod";
import type { Rendered } from "../../cards/index.ts";
import type { Address } from "../domain/address.ts";
import { entraIdIn } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import type { Result } from "../domain/result.ts";
import type { RosterMember } from "../domain/teams/roster.ts";
import { nameIn } from "../domain/words.ts";
import type { Answered, Channel, Delivery } from "../ports.ts";
import type { Call, ConnectorRequest } from "./calls.ts";
import { type Failure, failureOf } from "./delivery.ts";
import { anId, idOrNone, text } from "./shapes.ts";

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
const activityOf = ({ card, text, summary }: Rendered) => {
  const content = card ? { attachments: [{ contentType: cardType, content: card }] } : { text: text ?? summary, textFormat: "plain" };
  return { type: "message", summary, ...content };
};

const conversations = "v3/conversations";
const inTeam = ({ conversationId }: { readonly conversationId: string }) => `v3/teams/${encodeURIComponent(conversationId)}`;
const inConversation = ({ conversationId }: { readonly conversationId: string }) =>
  `${conversations}/${encodeURIComponent(conversationId)}`;

/**
 * The port through which Gnist speaks without being spoken to. Every call is one request at most, ends in time and never rejects.
 * @param botId the bot's id as Teams writes it (`28:…`), where there is one.
 * @param onUnauthorized Teams refused the token.
 */
export const openChannel = (world: {
  readonly call: Call;
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

  const call = async <T>(to: Address, repeated: boolean, request: ConnectorRequest, shape: z.ZodType<T>): Promise<Result<T, Failure>> => {
    const serviceUrl = elsewhere.has(to.tenantId) ? otherUrl : to.serviceUrl;
    if (!world.mayReach(serviceUrl)) return { no: { outcome: "refused", why: "refused", detail: "service URL not allowed" } };
    const answer = await world.call(serviceUrl, request);
    if ("no" in answer && answer.no.code === "InvalidBotApiHost" && serviceUrl !== otherUrl) {
      elsewhere.add(to.tenantId);
      return call(to, repeated, request, shape);
    }
    const conversation = `${to.serviceUrl} ${to.conversationId}`;
    if ("got" in answer) {
      const read = shape.safeParse(answer.got);
      // It is there and answers, so this is no outage; only what may be repeated is read so closely.
      if (!read.success) return { no: { outcome: "later", afterMs: waitMs(conversation), cause: "again", detail: "unknown answer" } };
      failures.delete(conversation);
      return { got: read.data };
    }
    if (answer.no.status === 401) world.onUnauthorized();
    return { no: failureOf(answer.no, repeated, waitMs(conversation)) };
  };

  /** Teams sometimes answers 202 and no body (https://github.com/MicrosoftDocs/bot-docs/issues/2263): it has the message, and the id is not known. */
  const sent = (messageId: string | null | undefined): Delivery => ({ outcome: "sent", messageId: messageId ?? "" });

  return {
    async openChat({ address, teamsId }): Promise<Answered<string>> {
      const body = {
        isGroup: false,
        ...(world.botId ? { bot: { id: world.botId } } : {}),
        members: [{ id: teamsId }],
        tenantId: address.tenantId,
        channelData: { tenant: { id: address.tenantId } },
      };
      const answer = await call(address, true, { method: "POST", path: conversations, body }, posted);
      if ("no" in answer) return answer;
      return answer.got.id ? { got: answer.got.id } : { no: { outcome: "doubtful", detail: "a chat without an id" } };
    },

    async post(to, message, language) {
      const activity = activityOf(world.render(message, language));
      if (!isChannel(to.conversationId)) {
        const answer = await call(to, false, { method: "POST", path: `${inConversation(to)}/activities`, body: activity }, posted);
        return "no" in answer ? answer.no : sent(answer.got.id);
      }
      // The documented way to a new thread, and the one whose answer always names the post:
      // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
      const channelData = { channel: { id: to.conversationId }, tenant: { id: to.tenantId } };
      const body = { isGroup: true, tenantId: to.tenantId, channelData, activity };
      const answer = await call(to, false, { method: "POST", path: conversations, body }, posted);
      return "no" in answer ? answer.no : sent(/;messageid=(.+)$/.exec(answer.got.id ?? "")?.[1] ?? answer.got.activityId);
    },

    async update(to, messageId, message, language) {
      if (messageId === "") return { outcome: "refused", why: "gone", detail: "the message's id is not known" };
      const activity = { ...activityOf(world.render(message, language)), id: messageId };
      // The id that Teams gave the thread when it was opened; the Playground takes it too (measured, 0.2.28).
      const conversationId = isChannel(to.conversationId) ? threadOf(to.conversationId, messageId) : to.conversationId;
      const path = `${inConversation({ conversationId })}/activities/${encodeURIComponent(messageId)}`;
      const answer = await call(to, true, { method: "PUT", path, body: activity }, posted);
      return "no" in answer ? answer.no : sent(messageId);
    },

    async roster(team, next) {
      const query = new URLSearchParams({ pageSize: String(pageSize), ...(next ? { continuationToken: next } : {}) });
      const answer = await call(team, true, { method: "GET", path: `${inConversation(team)}/pagedmembers?${query}` }, rosterPage);
      if ("no" in answer) return answer;
      const { members, continuationToken } = answer.got;
      const read = members.filter((member) => member !== null);
      const unread = members.length - read.length;
      return {
        got: {
          members: read.filter((member) => !isBot(member)).map((member) => rosterMember(member, team.tenantId)),
          ...(unread > 0 ? { unread } : {}),
          ...(continuationToken ? { next: continuationToken } : {}),
        },
      };
    },

    async teamName(team) {
      const answer = await call(team, true, { method: "GET", path: inTeam(team) }, teamDetails);
      return "no" in answer ? answer : { got: nameIn(answer.got.name) };
    },

    async channels(team) {
      const answer = await call(team, true, { method: "GET", path: `${inTeam(team)}/conversations` }, channelList);
      if ("no" in answer) return answer;
      return {
        got: (answer.got.conversations ?? []).flatMap((one) => (one ? [{ id: one.id, name: nameIn(one.name) || "General" }] : [])),
      };
    },
  };
};

/** The answer to a post, or to a chat that was opened, if any: Teams has it, whatever it says. */
const posted = z.object({ id: idOrNone, activityId: idOrNone }).catch({});

/** A member as the roster has them, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const account = z.object({
  id: anId,
  name: text,
  givenName: text,
  surname: text,
  objectId: text,
  aadObjectId: text,
  userPrincipalName: text,
  tenantId: text,
  userRole: text,
});
type Account = z.infer<typeof account>;
/** An account that cannot be parsed becomes null, and still counts as somebody; if the page itself cannot be parsed the reading fails, so that nobody is wrongly marked as left. */
const rosterPage = z.object({ members: z.array(account.nullable().catch(null)), continuationToken: z.string().nullish() });

const teamDetails = z.object({ name: text });
const channelList = z.object({ conversations: z.array(z.object({ id: anId, name: text }).nullable().catch(null)).nullish() });

const roleOf = ({ userRole }: Account): string => (userRole ?? "").toLowerCase();

const isBot = (member: Account): boolean => member.id.startsWith("28:") || roleOf(member) === "bot";

const rosterMember = (member: Account, tenantId: string): RosterMember => {
  const entraId = entraIdIn(member.objectId) ?? entraIdIn(member.aadObjectId);
  const own = entraIdIn(tenantId);
  const isGuest =
    (entraIdIn(member.tenantId) ?? own) !== own ||
    ["anonymous", "guest"].includes(roleOf(member)) ||
    (member.userPrincipalName ?? "").toUpperCase().includes("#EXT#");
  return {
    teamsId: member.id,
    name: nameIn(member.name) || nameIn(`${member.givenName ?? ""} ${member.surname ?? ""}`),
    isGuest,
    ...(entraId ? { entraId } : {}),
  };
};
