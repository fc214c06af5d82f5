import {
  type Activity,
  type Request as BotRequest,
  type Response as BotResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from "botbuilder";
import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import { createServer, plugins, type Request, type Response, type ServerOptions } from "restify";
import type { AdaptiveCard } from "../cards/index.ts";
import type { Reply } from "../src/domain/incoming.ts";
import { openDoor } from "../src/http/open-door.ts";
import type { Log } from "../src/ports.ts";
import { openTeams } from "../src/teams/open-teams.ts";
import { appId, cardOfAnswer, type ServerName } from "./inbound-parts.ts";

/** One server of the inbound bench in a process of its own: `inbound-server.ts <name> <address of the OpenID metadata>`. Tells its port, and its CPU when asked. */

const [, , name, metadataUrl = ""] = process.argv;

/** All of them, because botbuilder takes the public cloud's values only when none is set. */
const settings = {
  MicrosoftAppType: "MultiTenant",
  MicrosoftAppId: appId,
  MicrosoftAppPassword: "not-used-on-loopback",
  ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
  CallerId: "urn:botframework:azure",
};
const invokeAnswer = { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: cardOfAnswer };

/** restify as most bots set it up, its own logger silent as behind our door. */
const behindRestify = async (handle: (request: Request, response: Response) => Promise<void>): Promise<number> => {
  const nothing = () => {};
  const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing, child: () => silent };
  const server = createServer({ log: silent as unknown as NonNullable<ServerOptions["log"]> });
  server.post("/api/messages", plugins.bodyReader(), plugins.jsonBodyParser(), handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server.address().port;
};

/** Our door and line to Teams, and what `around` puts about each activity. */
const ours = async (around: (activity: Activity, handle: () => Promise<void>) => Promise<void> = (_, handle) => handle()) => {
  const log: Log = { info: () => {}, warn: () => {}, error: () => {} };
  const card = cardOfAnswer as unknown as AdaptiveCard;
  const teams = openTeams({ settings, serviceHosts: [], local: false, render: () => ({ card, summary: "Saved" }), log });
  const reply: Reply = { message: { say: "refusal", why: "not-saved" }, language: "en" };
  const door = await openDoor({
    port: 0,
    host: "127.0.0.1",
    local: false,
    messages: (request, response) => around(request.body as Activity, () => teams.handle(request, response, async () => reply)),
    live: () => ({}),
    ready: async () => ({ ok: true, parts: {} }),
    log,
  });
  return door.port;
};

/** What botbuilder builds about every activity once its token is believed: a connector client, a user-token client, a turn. */
class Turns extends CloudAdapter {
  run(activity: Activity, authentication: ConfigurationBotFrameworkAuthentication, logic: (context: TurnContext) => Promise<void>) {
    const claimsIdentity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true);
    const connectorFactory = authentication.createConnectorFactory(claimsIdentity);
    return this.processActivity({ audience: settings.ToChannelFromBotOAuthScope, claimsIdentity, connectorFactory }, activity, logic);
  }
}

const stockAuthentication = () =>
  new ConfigurationBotFrameworkAuthentication(settings, new ConfigurationServiceClientCredentialFactory(settings));

const servers: Readonly<Record<ServerName, () => Promise<number>>> = {
  restify: () => behindRestify(async (_, response) => void response.send(200, invokeAnswer)),
  stock: () => {
    const adapter = new CloudAdapter(stockAuthentication());
    return behindRestify(async (request, response) =>
      adapter.process(request as unknown as BotRequest, response as unknown as BotResponse, async (context) => {
        await context.sendActivity({ type: "invokeResponse", value: { status: 200, body: invokeAnswer } });
      }),
    );
  },
  ours: () => ours(),
  "ours-with-turns": () => {
    const authentication = stockAuthentication();
    const adapter = new Turns(authentication);
    return ours(async (activity, handle) => void (await adapter.run(activity, authentication, handle)));
  },
};

const start = servers[name as ServerName];
if (!start || !process.send) throw new Error("This is started by bench/inbound.ts.");
process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
process.on("disconnect", () => process.exit(0));
process.send({ port: await start() });
