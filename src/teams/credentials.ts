import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import type { Credentials } from "./calls.ts";
import { type CredentialsFactory, sharedTokens } from "./tokens.ts";

/** A bot's credentials for calls to Teams. `renew` discards a token that Teams has refused, so that the next call gets a new one. */
export type BotCredentials = { readonly credentials: () => Promise<Credentials>; readonly renew: () => void };

/**
 * botbuilder's credentials for a bot. This file is loaded only for a bot with an app id: its packages take two fifths of Gnist's start-up time.
 * @param settings all of botbuilder's settings
 * @param factory replaces the factory that botbuilder makes from the settings
 * @throws Error when botbuilder refuses the settings
 */
export const openCredentials = (appId: string, settings: Record<string, string>, factory?: CredentialsFactory): BotCredentials => {
  const tokens = sharedTokens(factory ?? new ConfigurationServiceClientCredentialFactory(settings));
  const authentication = new ConfigurationBotFrameworkAuthentication(settings, tokens.factory);
  const own = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  return { credentials: async () => (await authentication.createConnectorFactory(own).create("")).credentials, renew: tokens.renew };
};
