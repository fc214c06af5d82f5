import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import type { Log } from "../ports.ts";
import type { Credentials } from "./calls.ts";
import { federatedCredentials } from "./federated.ts";
import { signInWay } from "./sign-in-meaning.ts";
import { signInTrouble } from "./sign-in-trouble.ts";
import { type CredentialsFactory, sharedTokens } from "./tokens.ts";

/** A bot's credentials for calls to Teams. `renew` discards a token that Teams has refused, so that the next call gets a new one. */
export type BotCredentials = { readonly credentials: () => Promise<Credentials>; readonly renew: () => void };

export type SignIn = {
  /** All of botbuilder's settings. */
  readonly settings: Readonly<Record<string, string>>;
  /** The client id of a managed identity that the bot's registration trusts (a federated credential), in place of a password. */
  readonly identity?: string;
  /** Replaces the factory that botbuilder makes from the settings. */
  readonly factory?: CredentialsFactory;
  /** Missing: a request for a token that fails is not logged, because its fault is told otherwise. */
  readonly log?: Log;
  /** Milliseconds. */
  readonly now?: () => number;
};

/**
 * botbuilder's credentials for a bot. This file is loaded only for a bot with an app id: its packages take two fifths of Gnist's start-up time.
 * @throws Error when botbuilder refuses the settings
 */
export const openCredentials = (appId: string, { settings, identity, factory, log, now = Date.now }: SignIn): BotCredentials => {
  const federated = identity ? federatedCredentials({ appId, tenantId: settings.MicrosoftAppTenantId ?? "", identity }) : undefined;
  const tokens = sharedTokens(
    factory ?? federated ?? new ConfigurationServiceClientCredentialFactory(settings),
    log ? signInTrouble(signInWay(settings, identity), log) : () => undefined,
    now,
  );
  const authentication = new ConfigurationBotFrameworkAuthentication(settings, tokens.factory);
  const own = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  return { credentials: async () => (await authentication.createConnectorFactory(own).create("")).credentials, renew: tokens.renew };
};
