import { z } from "zod";
import { isVerb } from "../../cards/index.ts";
import type { Address } from "../domain/address.ts";
import { entraIdIn, personIdOf, teamIdOf } from "../domain/ids.ts";
import type { Incoming, Named, Place, Who } from "../domain/incoming.ts";
import { languageOf } from "../domain/language.ts";
import { nameIn } from "../domain/words.ts";
import { isChannel, ownMembersOf, threadOf } from "./channel.ts";
import { wordsOfMessage, wordsOfSaved } from "./read-text.ts";
import { anId, idOrNone, text } from "./shapes.ts";

/** Tenant of local senders that name none, such as the Agents Playground. */
const localTenant = "local";

const named = z.object({ id: idOrNone, name: text }).nullish().catch(undefined);
const account = z.object({ id: anId, name: text, aadObjectId: text });
/** The readable accounts of a list. */
const accounts = z
  .array(account.nullable().catch(null))
  .nullish()
  .catch(undefined)
  .transform((all) => all?.filter((one) => one !== null) ?? []);
const tenant = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,100}$/);

/** Fields that every activity has, read before its sender is verified. */
const envelope = z.object({ type: z.string().min(1), channelId: z.string().min(1), serviceUrl: z.string().min(1) });

/** Fields that Gnist reads of an activity, https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object */
const activity = envelope.extend({
  id: idOrNone,
  name: text,
  action: text,
  text,
  timestamp: text,
  locale: text,
  replyToId: idOrNone,
  value: z.unknown().optional(),
  from: account.nullish().catch(undefined),
  recipient: account.extend({ isTargeted: z.boolean().nullish().catch(undefined) }),
  conversation: z.object({ id: anId, conversationType: text, tenantId: text, isGroup: z.boolean().nullish().catch(undefined) }),
  membersAdded: accounts,
  membersRemoved: accounts,
  entities: z
    .array(z.object({ type: text, locale: text, text, mentioned: named }).nullable().catch(null))
    .nullish()
    .transform((all) => all?.filter((entity) => entity !== null) ?? [])
    .catch([]),
  channelData: z
    .looseObject({
      eventType: text,
      teamsTeamId: idOrNone,
      teamsChannelId: idOrNone,
      tenant: named,
      team: named,
      channel: z.object({ id: idOrNone, name: text, type: text }).nullish().catch(undefined),
      settings: z.looseObject({ selectedChannel: named }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

type Activity = z.infer<typeof activity>;

/** An invoke of the message extension. It comes from any chat, and only its person and its tenant are needed. */
const onMessage = activity.extend({
  recipient: account.nullish().catch(undefined),
  conversation: z.object({ tenantId: text }).nullish().catch(undefined),
});

/** Id of the message extension's command in the manifest. */
const saveCommand = "save-as-friction";

/**
 * The message on which the person opened the dialog, https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 * Its author, link and id are not even read.
 */
const messagePayload = z.object({ body: z.object({ contentType: text, content: text }) });

/** The way a reply returns to the person. */
export type Way =
  /** In the answer to the press (Action.Execute). */
  | { readonly by: "execute"; readonly pressed?: string }
  /** In a dialog (task module). */
  | { readonly by: "dialog" }
  /** In a dialog of the message extension. */
  | { readonly by: "extension" }
  /** By replacing the pressed post (Action.Submit), or by a message. */
  | ({ readonly by: "submit"; readonly pressed?: string } & Targeted)
  /** By a message. */
  | ({ readonly by: "message" } & Targeted);

/**
 * The person wrote or pressed unseen by others in a channel or group chat, such as with a slash, and the answer is for their eyes alone too:
 * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages
 */
type Targeted = { readonly isTargeted?: true };

/** The meaning of an activity. */
export type Understood =
  | { readonly kind: "incoming"; readonly incoming: Incoming; readonly way: Way }
  /** Gnist does not work in group chats, and tells a person who writes or presses there. */
  | { readonly kind: "group-chat"; readonly address: Address; readonly who: Who; readonly way: Way }
  /** An activity without meaning for Gnist. An unknown invoke is answered 501, as botbuilder does. */
  | { readonly kind: "ignored"; readonly invoke: boolean }
  /** An activity that lacks required fields. */
  | { readonly kind: "malformed" };

export type Envelope = z.infer<typeof envelope>;

export const readEnvelope = (body: unknown): Envelope | undefined => envelope.safeParse(body).data;

const known = new Set(["message", "invoke", "conversationUpdate", "installationUpdate"]);

/** Translates an activity of Teams into Gnist's own terms. Types of activity that Gnist does not know are ignored. */
export const readActivity = (body: unknown, local: boolean): Understood => {
  const type = readEnvelope(body)?.type;
  if (type === undefined) return { kind: "malformed" };
  if (!known.has(type)) return ignored();
  const dialog = type === "invoke" ? onMessage.safeParse(body).data : undefined;
  if (dialog && isOfExtension(dialog)) return readOnMessage(dialog, local);
  const read = activity.safeParse(body).data;
  const tenantId = read && tenantIn(read, local);
  if (!read || !tenantId) return { kind: "malformed" };
  if (type === "invoke") return readPress(read, tenantId);
  return type === "message" ? readMessage(read, tenantId) : readEvent(read, tenantId);
};

const ignored = (invoke = false): Understood => ({ kind: "ignored", invoke });

/** A press of `Action.Execute`, or in a dialog. */
const readPress = (read: Activity, tenantId: string): Understood => {
  if (read.name === "adaptiveCard/action") {
    const way: Way = { by: "execute", ...(read.replyToId ? { pressed: read.replyToId } : {}) };
    return spoken(read, tenantId, way, { data: executed(read.value) });
  }
  if (read.name === "task/fetch" || read.name === "task/submit")
    return spoken(read, tenantId, { by: "dialog" }, { data: dialogData(read.value) });
  if (read.name === "fileConsent/invoke") {
    const way: Way = { by: "submit", ...(read.replyToId ? { pressed: read.replyToId } : {}) };
    return spoken(read, tenantId, way, { data: consentData(read.value) });
  }
  return ignored(true);
};

/** Words, or a press of `Action.Submit`. */
const readMessage = (read: Activity, tenantId: string): Understood => {
  if (read.from?.id === read.recipient.id) return ignored();
  const targeted: Targeted = isTargeted(read, placeOf(read, tenantId)) ? { isTargeted: true } : {};
  const words = wordsOf(read);
  const data = recordIn(read.value);
  const isSilent = words === "" && (read.value ?? "") !== "";
  // A message with data but without words is a press. With words beside another app's data, the words are the message.
  if (isSilent || isVerb(data?.verb)) {
    const way: Way = { by: "submit", ...targeted, ...(read.replyToId ? { pressed: read.replyToId } : {}) };
    return spoken(read, tenantId, way, { data: data ?? read.value });
  }
  return spoken(read, tenantId, { by: "message", ...targeted }, { text: words, activity: read.id || read.timestamp || "" });
};

/** In a person's own chat nothing is targeted: nobody else reads it anyway. */
const isTargeted = ({ recipient }: Activity, place: Place | "group-chat" | undefined): boolean =>
  recipient.isTargeted === true && !(typeof place === "object" && place.kind === "chat");

/** A person's press or words, with their place. */
const spoken = (
  read: Activity,
  tenantId: string,
  way: Way,
  said: { readonly data: unknown } | { readonly text: string; readonly activity: string },
): Understood => {
  const [place, who] = [placeOf(read, tenantId), whoOf(read, tenantId)];
  if (!who || !place) return { kind: "malformed" };
  if (place === "group-chat") return { kind: "group-chat", address: addressOf(read, tenantId), who, way };
  // A targeted message has no thread of its own.
  const where = isTargeted(read, place) ? place : inThread(place, read.replyToId || read.id);
  const happened = "data" in said ? ({ happened: "pressed", ...said } as const) : ({ happened: "wrote", ...said } as const);
  return { kind: "incoming", incoming: { ...happened, who, place: where }, way };
};

/** An event of a team, or of Gnist in a chat. */
const readEvent = (read: Activity, tenantId: string): Understood => {
  const [place, who] = [placeOf(read, tenantId), whoOf(read, tenantId)];
  const incoming = (incoming: Incoming): Understood => ({ kind: "incoming", incoming, way: { by: "message" } });
  if (!place || place === "group-chat") return ignored();
  const change = changeOf(read);
  if (place.kind === "channel") {
    if (change === "removed") return incoming({ happened: "removed-from-team", place });
    if (change === "archived" || change === "unarchived" || change === "restored") return incoming({ happened: `team-${change}`, place });
    if (change === "changed") return incoming({ happened: "team-changed", place, ...leaversIn(read) });
    return who ? incoming({ happened: "added-to-team", who, place }) : { kind: "malformed" };
  }
  if ((change !== "added" && change !== "removed") || !who) return ignored();
  return incoming({ happened: change === "added" ? "added-to-person" : "removed-from-person", who, place });
};

type OnMessage = z.infer<typeof onMessage>;

const isOfExtension = ({ name }: OnMessage): boolean => name === "composeExtension/fetchTask" || name === "composeExtension/submitAction";

/** Reads *Save as friction*, and what is pressed in its dialog. */
const readOnMessage = (read: OnMessage, local: boolean): Understood => {
  const tenantId = tenantIn(read, local);
  const who = tenantId && whoOf(read, tenantId);
  if (!tenantId || !who) return { kind: "malformed" };
  const value = recordIn(read.value);
  const opens = read.name === "composeExtension/fetchTask";
  if (opens && value?.commandId !== saveCommand) return { kind: "ignored", invoke: true };
  const body = messagePayload.safeParse(value?.messagePayload).data?.body;
  const data = opens ? { verb: saveCommand, text: wordsOfSaved(body?.content ?? "", body?.contentType !== "text") } : dialogData(value);
  const near = read.channelData?.team?.id || read.channelData?.teamsTeamId;
  const address = { tenantId, serviceUrl: read.serviceUrl, conversationId: "" };
  const place: Place = { kind: "elsewhere", address, ...(near ? { near: teamIdOf(tenantId, near) } : {}) };
  return { kind: "incoming", incoming: { happened: "pressed", who, place, data }, way: { by: "extension" } };
};

/** The tenant of an activity, in lower case, because person and team ids are derived from it: capitals would make other ids. */
const tenantIn = ({ channelData, conversation }: Pick<OnMessage, "channelData" | "conversation">, local: boolean): string | undefined =>
  [channelData?.tenant?.id, conversation?.tenantId, local ? localTenant : undefined]
    .map((one) => tenant.safeParse(one).data)
    .find((one) => one !== undefined)
    ?.toLowerCase();

/**
 * The change that an update reports. Teams announces an installation by `installationUpdate`, `conversationUpdate` or both, in any order:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
const changeOf = (read: Activity): "added" | "removed" | "changed" | "archived" | "unarchived" | "restored" => {
  if (isOfOneChannel(read)) return "changed";
  // An unknown action counts as a mere change: it must neither install nor remove Gnist.
  if (read.type === "installationUpdate")
    return /^remove/i.test(read.action ?? "") ? "removed" : /^add/i.test(read.action ?? "") ? "added" : "changed";
  const isGnist = (one: { readonly id: string }) => one.id === read.recipient.id;
  const event = read.channelData?.eventType;
  if (event === "teamArchived") return "archived";
  if (event === "teamUnarchived") return "unarchived";
  if (event === "teamRestored") return "restored";
  if (event === "teamDeleted" || event === "teamHardDeleted") return "removed";
  if (read.membersRemoved.some(isGnist)) return "removed";
  return read.membersAdded.some(isGnist) ? "added" : "changed";
};

/**
 * Whether an event is about one channel and not about its team. Private and shared channels have their own members, and add or remove Gnist on their own, in
 * events that carry the team's id as well: https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
 */
const isOfOneChannel = ({ type, channelData, membersRemoved }: Activity): boolean => {
  const { channel, team, settings, eventType } = channelData ?? {};
  // An installation in a team also names a channel: the one selected for Gnist.
  if (type === "installationUpdate" && settings?.selectedChannel?.id) return false;
  if (/^channel/i.test(eventType ?? "") || ownMembersOf(channel?.type)) return true;
  // A removal without an event type that names a channel other than General (whose id is the team's) is about that channel.
  return !eventType && membersRemoved.length > 0 && Boolean(channel?.id) && channel?.id !== team?.id;
};

/** Members who have left the team. Leaving one channel is not leaving the team. */
const leaversIn = (read: Activity): { readonly left?: readonly Named[] } => {
  const left = isOfOneChannel(read) ? [] : read.membersRemoved.map(idsOf);
  return left.length > 0 ? { left } : {};
};

const addressOf = (read: Activity, tenantId: string): Address => ({
  tenantId,
  serviceUrl: read.serviceUrl,
  conversationId: read.conversation.id,
});

/** The place of an activity; undefined for a channel without its team's id. */
const placeOf = (read: Activity, tenantId: string): Place | "group-chat" | undefined => {
  const data = read.channelData;
  const teamsTeamId = data?.team?.id || data?.teamsTeamId;
  const type = read.conversation.conversationType || (teamsTeamId ? "channel" : read.conversation.isGroup ? "groupChat" : "personal");
  const address = addressOf(read, tenantId);
  if (type === "personal") return { kind: "chat", address };
  if (type !== "channel") return "group-chat";
  if (!teamsTeamId) return undefined;
  const own = read.conversation.id.split(";")[0] ?? read.conversation.id;
  const teamName = nameIn(data?.team?.name);
  const channelId = data?.settings?.selectedChannel?.id || data?.channel?.id || data?.teamsChannelId || own;
  const ownMembers = data?.channel?.id === channelId ? ownMembersOf(data.channel.type) : undefined;
  return {
    kind: "channel",
    address,
    team: teamIdOf(tenantId, teamsTeamId),
    teamsTeamId,
    channelId,
    ...(teamName ? { teamName } : {}),
    ...(ownMembers ? { ownMembers } : {}),
  };
};

/** The thread that the person wrote or pressed in. Teams usually names it in the conversation's id; where it does not, `root` names the thread's first post. */
const inThread = (place: Place, root: string | null | undefined): Place =>
  place.kind === "chat" || !root || !isChannel(place.address.conversationId)
    ? place
    : { ...place, address: { ...place.address, conversationId: threadOf(place.address.conversationId, root) } };

const idsOf = ({ id, aadObjectId }: z.infer<typeof account>): Named => {
  const entraId = entraIdIn(aadObjectId);
  return { teamsId: id, ...(entraId ? { entraId } : {}) };
};

const whoOf = (read: Pick<Activity, "from" | "locale" | "entities">, tenantId: string): Who | undefined => {
  const { from } = read;
  if (!from) return undefined;
  const language = languageOf(read.locale || (read.entities.find((entity) => entity.type === "clientInfo")?.locale ?? undefined));
  const ids = idsOf(from);
  return { person: personIdOf(tenantId, ids), ...ids, name: nameIn(from.name), ...(language ? { language } : {}) };
};

const wordsOf = ({ text, entities, recipient }: Activity): string =>
  wordsOfMessage(
    text ?? "",
    entities.filter(({ type }) => type === "mention"),
    recipient,
  );

/** Data of an Action.Execute (`value.action`). A verb in the data takes precedence over the action's own. */
const executed = (value: unknown): unknown => {
  const action = recordIn(recordIn(value)?.action);
  return { ...(typeof action?.verb === "string" && action.verb !== "" ? { verb: action.verb } : {}), ...recordIn(action?.data) };
};

/** A dialog's data, without the `msteams` field that made Teams open it. */
const dialogData = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(recordIn(recordIn(value)?.data) ?? {}).filter(([key]) => key !== "msteams"));

/**
 * The answer to Teams' question about a file, which carries the data of its card,
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#invoke-activity-when-the-user-accepts-the-file
 */
const consentData = (value: unknown): unknown => {
  const answer = recordIn(value);
  const said = { ...recordIn(answer?.context), verb: answer?.action === "accept" ? "take-file" : "decline-file" };
  return answer?.action === "accept" ? { ...recordIn(answer.uploadInfo), ...said } : said;
};

/** A button's data. Some clients send it as JSON text, and some relays encode that text as JSON again. */
const recordIn = (value: unknown): Readonly<Record<string, unknown>> | undefined => {
  const once = typeof value === "string" ? parsed(value) : value;
  const read = typeof once === "string" ? parsed(once) : once;
  return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Readonly<Record<string, unknown>>) : undefined;
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json.trim());
  } catch {
    return undefined;
  }
};
