import type { ManagedIdentityCredential } from "@azure/identity";
import { AppCredentials } from "botframework-connector";
import type { CredentialsFactory } from "./tokens.ts";

/**
 * Audiences of the token by which a managed identity vouches for the bot, in the clouds of other hosts than the public one's,
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
const audiences: Readonly<Record<string, string>> = {
  "login.microsoftonline.us": "api://AzureADTokenExchangeUSGov",
  "login.partner.microsoftonline.cn": "api://AzureADTokenExchangeChina",
};

/** A single-tenant bot, and the client id of the managed identity that its registration trusts in a federated credential. */
type Vouched = { readonly appId: string; readonly tenantId: string; readonly identity: string };

/**
 * Signs a single-tenant bot in without a secret: the machine's managed identity gives a token that vouches for the bot (an assertion), and Entra gives the bot's own
 * token for it. botbuilder's own class (4.23.3, federatedAppCredentials.js) asks for the assertion once and keeps it for ever, so that Entra refuses the bot after a
 * day; and it knows the public cloud alone.
 */
class FederatedCredentials extends AppCredentials {
  private readonly bot: Vouched;
  private readonly authorityHost: string;
  private vouching: ManagedIdentityCredential | undefined;

  constructor(bot: Vouched, scope: string | undefined, loginUrl: string) {
    super(bot.appId, bot.tenantId, scope);
    this.bot = bot;
    // Its path may name another tenant, as botbuilder's default does.
    this.authorityHost = new URL(loginUrl).origin;
  }

  protected override async refreshToken() {
    const { ClientAssertionCredential, ManagedIdentityCredential } = await import("@azure/identity");
    this.vouching ??= new ManagedIdentityCredential({ clientId: this.bot.identity });
    const audience = audiences[new URL(this.authorityHost).host] ?? "api://AzureADTokenExchange";
    const assertion = await this.vouching.getToken(`${audience}/.default`);
    // New each time: it would keep a token that Teams has refused. The operator names its host, so that Microsoft's public cloud need not be asked whether it exists.
    const entra = new ClientAssertionCredential(this.bot.tenantId, this.bot.appId, async () => assertion.token, {
      authorityHost: this.authorityHost,
      disableInstanceDiscovery: true,
    });
    const { token, expiresOnTimestamp } = await entra.getToken(`${this.oAuthScope.replace(/\/\.default$/, "")}/.default`);
    return { accessToken: token, expiresOn: new Date(expiresOnTimestamp) };
  }
}

/** Makes credentials of a bot that a managed identity vouches for. */
export const federatedCredentials = (bot: Vouched): CredentialsFactory => ({
  isValidAppId: async (id) => id === bot.appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async (_, scope, loginUrl) => new FederatedCredentials(bot, scope, loginUrl),
});
