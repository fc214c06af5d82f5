import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Plain } from "../world/cards.ts";
import type { EndpointAnswer, Endpoints } from "./endpoints.ts";
import type { Ledger } from "./ledger.ts";
import type { Person, Place, Team, World } from "./world.ts";

/** The activities that Teams sends to a bot, in the shape that Teams gives them. */

/** The program a person uses; it shows in `clientInfo`. */
export type Client = "desktop" | "web" | "ios" | "android";

const platforms: Readonly<Record<Client, string>> = { desktop: "Windows", web: "Web", ios: "iOS", android: "Android" };

/** A delivery once more: with the id it had, or with a new one; after the first is answered, or at once beside it. */
export type Redelivery = "same-id" | "new-id" | { readonly id: "same-id" | "new-id"; readonly atOnce: boolean };

export type Delivered = { readonly activity: Plain; readonly answer: EndpointAnswer; readonly again?: EndpointAnswer };

export type Courier = ReturnType<typeof buildCourier>;

export const buildCourier = (world: World, ledger: Ledger, endpoints: Endpoints, serviceUrl: () => string) => {
  const stamp = (): Plain => ({ timestamp: new Date(world.now()).toISOString() });

  const localStamp = (person: Person): Plain => ({
    localTimestamp: Temporal.Instant.fromEpochMilliseconds(world.now()).toZonedDateTimeISO(person.zone).toString({ timeZoneName: "never" }),
    localTimezone: person.zone,
  });

  const conversationOf = (place: Place, root?: string): Plain =>
    place.kind === "chat"
      ? { conversationType: "personal", tenantId: place.person.tenantId, id: place.id }
      : {
          isGroup: true,
          conversationType: "channel",
          tenantId: place.team.tenantId,
          id: root ? `${place.id};messageid=${root}` : place.id,
        };

  const channelDataOf = (place: Place): Plain =>
    place.kind === "chat"
      ? { tenant: { id: place.person.tenantId } }
      : {
          teamsChannelId: place.channel.id,
          teamsTeamId: place.team.id,
          channel: { id: place.channel.id },
          team: { id: place.team.id },
          tenant: { id: place.team.tenantId },
        };

  const clientInfo = (person: Person, client: Client): Plain => ({
    type: "clientInfo",
    locale: person.locale,
    country: person.locale.split("-")[1] ?? "SE",
    platform: platforms[client],
    timezone: person.zone,
  });

  const base = (place: Place, from: Plain): Plain => ({
    ...stamp(),
    channelId: "msteams",
    serviceUrl: serviceUrl(),
    from,
    recipient: { id: world.bot.id, name: world.bot.name },
    conversation: conversationOf(place),
  });

  /** A person's deed, in words or by a button. */
  const byPerson = (person: Person, place: Place, client: Client, root?: string): Plain => ({
    ...base(place, { id: person.teamsId, name: person.name, aadObjectId: person.entraId }),
    ...localStamp(person),
    conversation: conversationOf(place, root),
    entities: [clientInfo(person, client)],
    channelData: channelDataOf(place),
    locale: person.locale,
  });

  const send = async (activity: Plain): Promise<EndpointAnswer> => {
    const conversation = activity.conversation as { readonly id: string; readonly tenantId: string };
    const answer = await endpoints.deliver(activity, { tenantId: conversation.tenantId, conversationId: conversation.id });
    if (answer.status < 200 || answer.status > 299) {
      ledger.faults.push(
        `${String(activity.type)} ${String(activity.name ?? activity.text ?? "")} → ${answer.status} ${JSON.stringify(answer.body ?? "").slice(0, 300)}`,
      );
    }
    ledger.changed();
    return answer;
  };

  const newId = (): string => `f:${randomUUID()}`;

  return {
    newId,
    byPerson,
    /** Delivers an activity, and once more where asked. */
    deliver: async (activity: Plain, redeliver?: Redelivery): Promise<Delivered> => {
      if (!redeliver) return { activity, answer: await send(activity) };
      const how = typeof redeliver === "string" ? { id: redeliver, atOnce: false } : redeliver;
      const second = how.id === "same-id" ? activity : { ...activity, id: newId() };
      if (how.atOnce) {
        const [answer, again] = await Promise.all([send(activity), send(second)]);
        return { activity, answer, again };
      }
      return { activity, answer: await send(activity), again: await send(second) };
    },
    /** `conversationUpdate`: somebody or the bot came or went, or the team changed. Teams gives no name and no locale here. */
    conversationUpdate: (place: Place, by: Person, what: Plain, channelData: Plain = {}): Plain => ({
      ...base(place, { id: by.teamsId, aadObjectId: by.entraId }),
      type: "conversationUpdate",
      id: newId(),
      channelData: { tenant: { id: by.tenantId }, ...(place.kind === "channel" ? { team: teamData(place.team) } : {}), ...channelData },
      ...what,
    }),
    installationUpdate: (place: Place, by: Person, action: "add" | "remove" | "add-upgrade" | "remove-upgrade"): Plain => ({
      ...base(place, { id: by.teamsId, aadObjectId: by.entraId }),
      type: "installationUpdate",
      action,
      id: newId(),
      entities: [{ type: "clientInfo", locale: by.locale, country: by.locale.split("-")[1] ?? "SE", platform: "Windows" }],
      locale: by.locale,
      channelData: {
        tenant: { id: by.tenantId },
        source: { name: "message" },
        ...(place.kind === "channel" ? { team: teamData(place.team), channel: { id: place.channel.id } } : {}),
        ...(place.kind === "channel" && action === "add" ? { settings: { selectedChannel: { id: place.channel.id } } } : {}),
      },
    }),
  };
};

export const teamData = (team: Team): Plain => ({ id: team.id, name: team.name, aadGroupId: team.aadGroupId });
