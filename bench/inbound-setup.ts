import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { AuthenticationConstants } from "botframework-connector";
import { createServer, plugins, type Request, type Response, type ServerOptions } from "restify";
import { appId } from "./inbound-parts.ts";

/** Sets up botbuilder and restify for the benches as most bots do. */

/** All settings, because botbuilder uses the public cloud's values only when none is set. */
export const botSettings = (metadataUrl: string) => ({
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
});

export const stockAuthentication = (settings: ReturnType<typeof botSettings>) =>
  new ConfigurationBotFrameworkAuthentication(settings, new ConfigurationServiceClientCredentialFactory(settings));

export const invokeAnswerOf = (card: object | undefined) => ({
  statusCode: 200,
  type: "application/vnd.microsoft.card.adaptive",
  value: card,
});

/** restify with its own logger silent, as behind our door. */
export const behindRestify = async (handle: (request: Request, response: Response) => Promise<void>): Promise<number> => {
  const nothing = () => {};
  const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing, child: () => silent };
  const server = createServer({ log: silent as unknown as NonNullable<ServerOptions["log"]> });
  server.post("/api/messages", plugins.bodyReader(), plugins.jsonBodyParser(), handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server.address().port;
};
