import { z } from "zod";
import { isVerb } from "../../cards/index.ts";
import type { Address } from "../domain/address.ts";
import { entraIdIn, personIdOf, teamIdOf } from "../domain/ids.ts";
import type { Incoming, Named, Place, Who } from "../domain/incoming.ts";
import { languageOf } from "../domain/language.ts";
import { nameIn } from "../domain/words.ts";
import { isChannel, threadOf } from "./channel.ts";
import { wordsOfMessage } from "./read-text.ts";
import { anId, idOrNone, text } from "./shapes.ts";

/** Agents' Playground and other local senders may leave the tenant out. */
const localTenant = "local";

const named = z.object({ id: idOrNone, name: text }).nullish().catch(undefined);
const account = z.object({ id: anId, name: text, aadObjectId: text });
/** Those of them that can be read. */
const accounts = z
  .array(account.nullable().catch(null))
  .nullish()
  .catch(undefined)
  .transform((all) => all?.filter((one) => one !== null) ?? []);
const tenant = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,100}$/);

/** Facts of every activity, before it is known who sent it. */
const envelope = z.object({ type: z.string().min(1), channelId: z.string().min(1), serviceUrl: z.string().min(1) });

/** Facts read of an activity, https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object */
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
  recipient: account,
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

/** How the one who did it is answered. */
export type Way =
  /** In the answer to the press (Action.Execute). */
  | { readonly by: "execute" }
  /** In a dialog (task module). */
  | { readonly by: "dialog" }
  /** By replacing the pressed post (Action.Submit), or by a message. */
  | { readonly by: "submit"; readonly pressed?: string }
  /** By a message. */
  | { readonly by: "message" };

/** An activity's meaning. */
export type Understood =
  | { readonly kind: "incoming"; readonly incoming: Incoming; readonly way: Way }
  /** Gnist does not talk in group chats; where somebody waits it says so. */
  | { readonly kind: "group-chat"; readonly address: Address; readonly who: Who; readonly way: Way }
  /** Nothing to Gnist; an invoke is answered 501, as botbuilder does. */
  | { readonly kind: "ignored"; readonly invoke: boolean }
  /** No activity that Teams would send. */
  | { readonly kind: "malformed" };

export type Envelope = z.infer<typeof envelope>;

export const readEnvelope = (body: unknown): Envelope | undefined => envelope.safeParse(body).data;

const known = new Set(["message", "invoke", "conversationUpdate", "installationUpdate"]);

/** Turns an activity of Teams into what happened, in Gnist's own words. What Teams may send one day and is not known yet is ignored. */
export const readActivity = (body: unknown, local: boolean): Understood => {
  const ignored = (invoke = false): Understood => ({ kind: "ignored", invoke });
  const type = readEnvelope(body)?.type;
  if (type === undefined) return { kind: "malformed" };
  if (!known.has(type)) return ignored();
  const read = activity.safeParse(body).data;
  // Written small, since everybody's id is made with it: in capitals it would be another tenant.
  const tenants = [read?.channelData?.tenant?.id, read?.conversation.tenantId, local ? localTenant : undefined];
  const tenantId = tenants
    .map((one) => tenant.safeParse(one).data)
    .find((one) => one !== undefined)
    ?.toLowerCase();
  if (!read || !tenantId) return { kind: "malformed" };
  const place = placeOf(read, tenantId);
  const who = whoOf(read, tenantId);
  const incoming = (incoming: Incoming, way: Way = { by: "message" }): Understood => ({ kind: "incoming", incoming, way });
  const spoken = (way: Way, said: { readonly data: unknown } | { readonly text: string; readonly activity: string }): Understood => {
    if (!who || !place) return { kind: "malformed" };
    if (place === "group-chat") return { kind: "group-chat", address: addressOf(read, tenantId), who, way };
    const where = inThread(place, read.replyToId || read.id);
    return incoming(
      "data" in said ? { happened: "pressed", who, place: where, ...said } : { happened: "wrote", who, place: where, ...said },
      way,
    );
  };

  switch (type) {
    case "invoke": {
      if (read.name === "adaptiveCard/action") return spoken({ by: "execute" }, { data: executed(read.value) });
      if (read.name === "task/fetch" || read.name === "task/submit") return spoken({ by: "dialog" }, { data: dialogData(read.value) });
      return ignored(true);
    }
    case "message": {
      if (read.from?.id === read.recipient.id) return ignored();
      const words = wordsOf(read);
      const data = recordIn(read.value);
      const isSilent = words === "" && (read.value ?? "") !== "";
      // Data of another app may come with words, which are then what was said; without them somebody has pressed something.
      if (isSilent || isVerb(data?.verb))
        return spoken({ by: "submit", ...(read.replyToId ? { pressed: read.replyToId } : {}) }, { data: data ?? read.value });
      return spoken({ by: "message" }, { text: words, activity: read.id || read.timestamp || "" });
    }
    default: {
      if (!place || place === "group-chat") return ignored();
      const change = changeOf(read);
      if (place.kind === "channel") {
        if (change === "removed") return incoming({ happened: "removed-from-team", place });
        if (change === "archived" || change === "unarchived" || change === "restored")
          return incoming({ happened: `team-${change}`, place });
        if (change === "changed") return incoming({ happened: "team-changed", place, ...leaversIn(read) });
        return who ? incoming({ happened: "added-to-team", who, place }) : { kind: "malformed" };
      }
      if ((change !== "added" && change !== "removed") || !who) return ignored();
      return incoming({ happened: change === "added" ? "added-to-person" : "removed-from-person", who, place });
    }
  }
};

/**
 * Tells a change of Gnist's from one of others. An installation comes as `installationUpdate`, as `conversationUpdate`, or as both, in any order:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
const changeOf = (read: Activity): "added" | "removed" | "changed" | "archived" | "unarchived" | "restored" => {
  if (isOfOneChannel(read)) return "changed";
  // An action that is not known yet gives nothing and takes nothing away.
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
 * Is the event about one channel, and not about its team? Private and shared channels have members of their own, and take Gnist in or put it out by
 * themselves, in events that carry the id of the team as well: https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
 */
const isOfOneChannel = ({ type, channelData, membersRemoved }: Activity): boolean => {
  const { channel, team, settings, eventType } = channelData ?? {};
  // An installation in a team names the channel that was chosen for it.
  if (type === "installationUpdate" && settings?.selectedChannel?.id) return false;
  const kind = channel?.type?.toLowerCase();
  if (/^channel/i.test(eventType ?? "") || kind === "shared" || kind === "private") return true;
  // An event that names no kind takes nothing away where it names a channel; General has the team's id.
  return !eventType && membersRemoved.length > 0 && Boolean(channel?.id) && channel?.id !== team?.id;
};

/** Leavers of one channel have not left the team. */
const leaversIn = (read: Activity): { readonly left?: readonly Named[] } => {
  const left = isOfOneChannel(read) ? [] : read.membersRemoved.map(idsOf);
  return left.length > 0 ? { left } : {};
};

const addressOf = (read: Activity, tenantId: string): Address => ({
  tenantId,
  serviceUrl: read.serviceUrl,
  conversationId: read.conversation.id,
});

/** Undefined for a channel whose team is not named. */
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
  return {
    kind: "channel",
    address,
    team: teamIdOf(tenantId, teamsTeamId),
    teamsTeamId,
    channelId: data?.settings?.selectedChannel?.id || data?.channel?.id || data?.teamsChannelId || own,
    ...(teamName ? { teamName } : {}),
  };
};

/** The thread that was written or pressed in. Teams names it in the conversation's id; a first post without one opens its own. */
const inThread = (place: Place, root: string | null | undefined): Place =>
  place.kind === "chat" || !root || !isChannel(place.address.conversationId)
    ? place
    : { ...place, address: { ...place.address, conversationId: threadOf(place.address.conversationId, root) } };

const idsOf = ({ id, aadObjectId }: z.infer<typeof account>): Named => {
  const entraId = entraIdIn(aadObjectId);
  return { teamsId: id, ...(entraId ? { entraId } : {}) };
};

const whoOf = (read: Activity, tenantId: string): Who | undefined => {
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

/** `value.action` of a press; its verb stands beside the data, unless the data has one. */
const executed = (value: unknown): unknown => {
  const action = recordIn(recordIn(value)?.action);
  return { ...(typeof action?.verb === "string" && action.verb !== "" ? { verb: action.verb } : {}), ...recordIn(action?.data) };
};

/** A dialog's data, without the mark that made Teams open it. */
const dialogData = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(recordIn(recordIn(value)?.data) ?? {}).filter(([key]) => key !== "msteams"));

/** A button's data; some clients send it as JSON text, and those between them make JSON text of that. */
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
