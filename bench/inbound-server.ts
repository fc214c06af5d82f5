import { type Activity, type Request as BotRequest, type Response as BotResponse, CloudAdapter, type TurnContext } from "botbuilder";
import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import type { AdaptiveCard } from "../cards/index.ts";
import type { Reply } from "../src/domain/incoming.ts";
import { openDoor } from "../src/http/open-door.ts";
import { routesTo } from "../src/http/routes.ts";
import type { Log } from "../src/ports.ts";
import { openTeams } from "../src/teams/open-teams.ts";
import { appId, cardOfAnswer, type ServerName } from "./inbound-parts.ts";
import { behindRestify, botSettings, invokeAnswerOf, stockAuthentication } from "./inbound-setup.ts";
import { serve } from "./server.ts";

/** One server of the inbound bench in a process of its own: `inbound-server.ts <name> <address of the OpenID metadata>`. */

const [, , name, metadataUrl = ""] = process.argv;
const settings = botSettings(metadataUrl);
const invokeAnswer = invokeAnswerOf(cardOfAnswer);

/** Our HTTP server and Teams adapter; `around` wraps the handling of each activity. */
const ours = async (around: (activity: Activity, handle: () => Promise<void>) => Promise<void> = (_, handle) => handle()) => {
  const log: Log = { info: () => {}, warn: () => {}, error: () => {} };
  const card = cardOfAnswer as unknown as AdaptiveCard;
  const teams = await openTeams({ settings, serviceHosts: [], local: false, render: () => ({ card, summary: "Saved" }), log });
  const reply: Reply = { message: { say: "refusal", why: "not-saved" }, language: "en" };
  const door = await openDoor({
    port: 0,
    host: "127.0.0.1",
    local: false,
    routes: routesTo({
      admit: teams.admit,
      messages: (request, response) => around(request.body as Activity, () => teams.handle(request, response, async () => reply)),
      live: () => ({}),
      ready: async () => ({ ok: true, parts: {} }),
    }),
    log,
  });
  return door.port;
};

type Authentication = ReturnType<typeof stockAuthentication>;

/** The objects that botbuilder makes for each activity with a valid token: a connector client, a user-token client, a turn. */
class Turns extends CloudAdapter {
  run(activity: Activity, authentication: Authentication, logic: (context: TurnContext) => Promise<void>) {
    const claimsIdentity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true);
    const connectorFactory = authentication.createConnectorFactory(claimsIdentity);
    return this.processActivity({ audience: settings.ToChannelFromBotOAuthScope, claimsIdentity, connectorFactory }, activity, logic);
  }
}

const servers: Readonly<Record<ServerName, () => Promise<number>>> = {
  restify: () => behindRestify(async (_, response) => void response.send(200, invokeAnswer)),
  stock: () => {
    const adapter = new CloudAdapter(stockAuthentication(settings));
    return behindRestify(async (request, response) =>
      adapter.process(request as unknown as BotRequest, response as unknown as BotResponse, async (context) => {
        await context.sendActivity({ type: "invokeResponse", value: { status: 200, body: invokeAnswer } });
      }),
    );
  },
  ours: () => ours(),
  "ours-with-turns": () => {
    const authentication = stockAuthentication(settings);
    const adapter = new Turns(authentication);
    return ours(async (activity, handle) => void (await adapter.run(activity, authentication, handle)));
  },
};

serve(await servers[name as ServerName]());
