import { z } from "zod";
import type { Rendered } from "../../cards/index.ts";
import type { Address } from "../domain/address.ts";
import { entraIdIn } from "../domain/ids.ts";
import type { OwnMembers } from "../domain/incoming.ts";
import type { Spoken } from "../domain/language.ts";
import type { Message } from "../domain/message/index.ts";
import type { Result } from "../domain/result.ts";
import type { RosterMember } from "../domain/teams/roster.ts";
import { nameIn } from "../domain/words.ts";
import type { Answered, Channel, Delivery } from "../ports.ts";
import type { Call, ConnectorRequest } from "./calls.ts";
import { type Failure, failureOf } from "./delivery.ts";
import { anId, idOrNone, text } from "./shapes.ts";

/** Turns a message into a card or a sentence, with the line for a lock screen. */
export type Render = (message: Message, spoken: Spoken) => Rendered;

export const cardType = "application/vnd.microsoft.card.adaptive";

/** Members per page of a roster; Teams allows no more (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context). */
const pageSize = 500;

/** Exponential backoff (ms) where Teams names no wait: 1 s, doubled each time, at most 5 min, plus a random 0 to 25 % so that retries do not coincide. */
const firstWaitMs = 1_000;
const longestWaitMs = 300_000;

/** Service URL of the US government's GCC tenants, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const gccUrl = "https://smba.infra.gcc.teams.microsoft.com/teams";

/** Most conversations whose failures in a row are counted. Dropping one only makes its next wait short again. */
const mostTroubled = 1_000;

/** Whether a conversation is a channel and not a thread in one. Group chats are `19:…@thread.v2`, chats `a:…` or `19:…@unq.gbl.spaces`. */
export const isChannel = (conversationId: string): boolean => /@thread\.(tacv2|skype)$/.test(conversationId);

/** The conversation id of the thread under a channel's post. */
export const threadOf = (channelId: string, rootId: string): string => `${channelId};messageid=${rootId}`;

/** A message as a Bot Framework activity. A card goes without text: Teams would show both, and the Playground would make two messages of them. */
const activityOf = ({ card, file, text, summary }: Rendered) => {
  const attachment = file ?? (card ? { contentType: cardType, content: card } : undefined);
  const content = attachment ? { attachments: [attachment] } : { text: text ?? summary, textFormat: "plain" };
  return { type: "message", summary, ...content };
};

/** Messages in a channel or group chat that one member of it alone sees, which Teams removes after 24 hours. Only answers to people use them. */
export type Targeting = {
  postTargeted(to: Address, teamsId: string, message: Message, spoken: Spoken): Promise<Delivery>;
  updateTargeted(to: Address, messageId: string, message: Message, spoken: Spoken): Promise<Delivery>;
};

const conversations = "v3/conversations";
const targeted = "isTargetedActivity=true";
const inTeam = ({ conversationId }: { readonly conversationId: string }) => `v3/teams/${encodeURIComponent(conversationId)}`;
const inConversation = ({ conversationId }: { readonly conversationId: string }) =>
  `${conversations}/${encodeURIComponent(conversationId)}`;

/**
 * The port for proactive messages: posts, updates and reads that answer no activity. Each call makes at most one request (two when the tenant turns out to
 * be on the other host), ends within its time limit and never rejects.
 */
export const openChannel = (world: {
  readonly call: Call;
  readonly render: Render;
  readonly mayReach: (serviceUrl: string) => boolean;
  /** The bot's id as Teams writes it (`28:…`); missing on a local machine without one. */
  readonly botId?: string;
  /** Called when Teams refuses the token. */
  readonly onUnauthorized: () => void;
  /** Random number from 0 to 1, for the backoff. */
  readonly fraction: () => number;
  /** The service URL for tenants whose Teams answers that they are on another host; GCC's if missing. */
  readonly otherUrl?: string;
  readonly uploads: Pick<Channel, "upload">;
}): Channel & Targeting => {
  const failures = new Map<string, number>();
  const otherUrl = world.otherUrl ?? gccUrl;
  /** Tenants found to be on the other host. Finding out costs one failed call per tenant and start of Gnist. */
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
      // Teams answered, so this is no outage. Only reads get here, which may be repeated: the shape for posts accepts any answer.
      if (!read.success) return { no: { outcome: "later", afterMs: waitMs(conversation), cause: "again", detail: "unknown answer" } };
      failures.delete(conversation);
      return { got: read.data };
    }
    if (answer.no.status === 401) world.onUnauthorized();
    return { no: failureOf(answer.no, repeated, waitMs(conversation)) };
  };

  /** Teams sometimes answers 202 without a body (https://github.com/MicrosoftDocs/bot-docs/issues/2263): it has the message, and we never learn its id. */
  const sent = (messageId: string | null | undefined): Delivery => ({ outcome: "sent", messageId: messageId ?? "" });

  return {
    ...world.uploads,

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
      // The documented way to start a thread, whose answer always names the post:
      // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
      const channelData = { channel: { id: to.conversationId }, tenant: { id: to.tenantId } };
      const body = { isGroup: true, tenantId: to.tenantId, channelData, activity };
      const answer = await call(to, false, { method: "POST", path: conversations, body }, posted);
      return "no" in answer ? answer.no : sent(/;messageid=(.+)$/.exec(answer.got.id ?? "")?.[1] ?? answer.got.activityId);
    },

    async update(to, messageId, message, language) {
      if (messageId === "") return { outcome: "refused", why: "gone", detail: "the message's id is not known" };
      const activity = { ...activityOf(world.render(message, language)), id: messageId };
      // Teams addresses a post by its thread's id; the Playground takes that too (measured, 0.2.28).
      const conversationId = isChannel(to.conversationId) ? threadOf(to.conversationId, messageId) : to.conversationId;
      const path = `${inConversation({ conversationId })}/activities/${encodeURIComponent(messageId)}`;
      const answer = await call(to, true, { method: "PUT", path, body: activity }, posted);
      return "no" in answer ? answer.no : sent(messageId);
    },

    async postTargeted(to, teamsId, message, language) {
      const body = { ...activityOf(world.render(message, language)), recipient: { id: teamsId } };
      const answer = await call(to, false, { method: "POST", path: `${inConversation(to)}/activities?${targeted}`, body }, posted);
      return "no" in answer ? answer.no : sent(answer.got.id);
    },

    // Teams refuses a change that names its reader.
    async updateTargeted(to, messageId, message, language) {
      const body = { ...activityOf(world.render(message, language)), id: messageId };
      const path = `${inConversation(to)}/activities/${encodeURIComponent(messageId)}?${targeted}`;
      const answer = await call(to, true, { method: "PUT", path, body }, posted);
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
        got: (answer.got.conversations ?? []).flatMap((one) => {
          if (!one) return [];
          const ownMembers = ownMembersOf(one.type);
          return [{ id: one.id, name: nameIn(one.name) || "General", ...(ownMembers ? { ownMembers } : {}) }];
        }),
      };
    },
  };
};

/** Teams' word for a kind of channel. Any other than these is a channel of the whole team. */
export const ownMembersOf = (type: string | null | undefined): OwnMembers | undefined => {
  const kind = type?.toLowerCase();
  return kind === "private" || kind === "shared" ? kind : undefined;
};

/** The answer to a post or to opening a chat. Any body is accepted, because a 2xx status already means that Teams has done it. */
const posted = z.object({ id: idOrNone, activityId: idOrNone }).catch({});

/** A member in the roster, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
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
/** An unreadable account becomes null and still counts as a member. An unreadable page fails the read, so that nobody is wrongly marked as left. */
const rosterPage = z.object({ members: z.array(account.nullable().catch(null)), continuationToken: z.string().nullish() });

const teamDetails = z.object({ name: text });
const channelList = z.object({ conversations: z.array(z.object({ id: anId, name: text, type: text }).nullable().catch(null)).nullish() });

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
