import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import type { Credentials } from "./calls.ts";
import { type CredentialsFactory, sharedTokens } from "./tokens.ts";

/** A bot's way to sign its calls to Teams. `renew`: Teams has refused the token, and the next call asks for a new one. */
export type BotCredentials = { readonly credentials: () => Promise<Credentials>; readonly renew: () => void };

/**
 * botbuilder's credentials of a bot. Only a bot that has some loads this file: its packages are two fifths of what a start takes.
 * @param settings botbuilder's own, whole. @param factory where the credentials come from, if not from the settings.
 * @throws Error when the settings do not make a bot that may be spoken to.
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
