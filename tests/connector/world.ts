import { personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import type { Incoming, Reply } from "../../src/domain/incoming.ts";
import type { Message, Say } from "../../src/domain/message/index.ts";
import { openDoor } from "../../src/http/open-door.ts";
import { routesTo } from "../../src/http/routes.ts";
import type { Render } from "../../src/teams/channel.ts";
import { openTeams, type TeamsSettings } from "../../src/teams/open-teams.ts";
import { openTestLog } from "../world/log.ts";
import { type Connector, startConnector } from "./connector.ts";

/** `teams/` between a real HTTP door and a fake connector, with flows that the test supplies. */

export const bot = { id: "28:gnist", name: "Gnist" };
export const sara = { id: "29:sara", name: "Sara Lind", aadObjectId: "20000000-0000-4000-8000-000000000001" };
export const tenant = "11111111-1111-4111-8111-111111111111";
export const teamId = "19:team@thread.tacv2";
export const channelId = "19:side@thread.tacv2";
export const thread = `${channelId};messageid=1700`;
export const chatId = "a:sara-chat";

/** Sara, as activities give her to the flows. */
export const who = {
  person: personIdOf(tenant, { entraId: sara.aadObjectId, teamsId: sara.id }),
  teamsId: sara.id,
  entraId: sara.aadObjectId,
  name: sara.name,
};

const team = { id: "t1234567", name: "North", zone: "Europe/Stockholm" };
const idea = { id: "i", title: "The printer", voices: 1, stage: "new", ageDays: 0, ownerAsked: false } as const;

/** A card that others may see, one that only its reader may, and a sentence. */
export const card: Message = { say: "finished", team, idea };
export const ownCard: Message = { say: "all-ideas", team, ideas: [], page: 1, pages: 1 };
export const sentence: Message = { say: "voice-added", team, idea };

const cards: readonly Say[] = ["finished", "all-ideas"];

export const appId = "33333333-3333-4333-8333-333333333333";

/** Credentials that let every message go out without a token. */
export const withoutTokens: NonNullable<TeamsSettings["credentials"]> = {
  isValidAppId: async (id) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({ signRequest: async (request) => request }),
};

/** Settings of a bot that is not local and verifies tokens by the keys of an OpenID server. It sets only the addresses that differ from the public cloud's. */
export const believing = (metadataUrl: string, more: Partial<TeamsSettings> = {}): Partial<TeamsSettings> => ({
  settings: { MicrosoftAppId: appId, MicrosoftAppType: "", ToBotFromChannelOpenIdMetadataUrl: metadataUrl },
  serviceHosts: ["127.0.0.1"],
  local: false,
  credentials: withoutTokens,
  ...more,
});

/** A minimal renderer that tells messages apart; the real cards have their own tests. */
export const render: Render = (message, language) => {
  const words = message.say === "refusal" ? `${message.why} (${language})` : `${message.say} (${language})`;
  return cards.includes(message.say)
    ? { card: { type: "AdaptiveCard", version: "1.5", body: [], id: message.say }, summary: `${words}, in short` }
    : { text: words, summary: `${words}, in short` };
};

export const startWorld = async (how: Partial<TeamsSettings> = {}) => {
  const connector: Connector = await startConnector();
  const { log, logged } = openTestLog();
  const teams = await openTeams({ settings: {}, serviceHosts: [], local: true, render, log, ...how });
  const heard: Incoming[] = [];
  const world = {
    connector,
    logged,
    get url() {
      return `http://127.0.0.1:${door.port}`;
    },
    /** Happenings that reached the flows. */
    heard,
    /** The flows' answer. */
    answer: async (_: Incoming): Promise<Reply | undefined> => undefined,
    channel: teams.channel,
    /** A stored address at the connector. */
    address: (conversationId: string) => ({ tenantId: tenant, serviceUrl: connector.url, conversationId }),
    /** Sara's chat and the team's channel, as places of the flows. */
    chat: () => ({ kind: "chat", address: world.address(chatId) }),
    channelOf: (conversationId: string, chosen = channelId) => ({
      kind: "channel",
      address: world.address(conversationId),
      team: teamIdOf(tenant, teamId),
      teamsTeamId: teamId,
      channelId: chosen,
    }),
    /** Delivers an activity as Teams does, without the fields that are undefined. */
    deliver: async (activity: Record<string, unknown>, headers: Record<string, string> = {}) => {
      const response = await fetch(`${world.url}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8", ...headers },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>) };
    },
    inChat: (what: Record<string, unknown>) => ({
      channelId: "msteams",
      serviceUrl: connector.url,
      id: "1",
      timestamp: "2026-11-20T12:00:00.123Z",
      from: sara,
      recipient: bot,
      conversation: { conversationType: "personal", tenantId: tenant, id: chatId },
      channelData: { tenant: { id: tenant } },
      ...what,
    }),
    inChannel: (what: Record<string, unknown>) =>
      world.inChat({
        conversation: { isGroup: true, conversationType: "channel", tenantId: tenant, id: thread },
        channelData: { tenant: { id: tenant }, team: { id: teamId }, channel: { id: channelId } },
        ...what,
      }),
    says: (message: Message | undefined, beside?: Message) => {
      world.answer = async () => (message ? { message, language: "sv", ...(beside ? { beside } : {}) } : undefined);
    },
    stop: async () => {
      await door.close();
      teams.close();
      await connector.stop();
    },
  };
  const door = await openDoor({
    port: 0,
    host: "127.0.0.1",
    local: true,
    routes: routesTo({
      admit: teams.admit,
      messages: (request, response) =>
        teams.handle(request, response, (incoming) => {
          heard.push(incoming);
          return world.answer(incoming);
        }),
      live: () => ({}),
      ready: async () => ({ ok: true, parts: {} }),
    }),
    log,
  });
  return world;
};

export type World = Awaited<ReturnType<typeof startWorld>>;

export const pressed = (data: Record<string, unknown>, verb?: string) => ({
  type: "invoke",
  name: "adaptiveCard/action",
  value: { action: { type: "Action.Execute", ...(verb ? { verb } : {}), data }, trigger: "manual" },
});
