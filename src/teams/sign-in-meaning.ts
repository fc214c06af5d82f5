/** How the bot signs in: with a password, as a managed identity, or with one that vouches for it. */
export type SignInWay = "password" | "identity" | "federated";

export const signInWay = (settings: Readonly<Record<string, string>>, identity: string | undefined): SignInWay =>
  identity !== undefined ? "federated" : settings.MicrosoftAppPassword === undefined ? "identity" : "password";

type Meaning = readonly [say: string, mend: string];

const federation =
  "The federated credential has the issuer https://login.microsoftonline.com/ with the tenant's id and /v2.0, the identity's object id as subject, and the audience api://AzureADTokenExchange.";

const noFederation: Meaning = [
  "the bot's app does not trust this managed identity",
  `Let its registration trust AZURE_CLIENT_ID. ${federation}`,
];

/**
 * Meanings of Entra's codes, https://learn.microsoft.com/entra/identity-platform/reference-error-codes. Microsoft may change them: one that is
 * not here is told by the way in which the bot signs in.
 */
const meanings: Readonly<Record<string, Meaning>> = {
  "7000215": [
    "the bot's secret is wrong",
    "Copy the secret's value, and not its id, from the bot's app registration (Certificates & secrets) to MicrosoftAppPassword. If its value is lost, make a new secret.",
  ],
  "7000222": [
    "the bot's secret has expired",
    "Make a new secret in the bot's app registration (Certificates & secrets), put its value into MicrosoftAppPassword, and start Gnist again.",
  ],
  "700016": [
    "Entra knows no app with this id in this tenant",
    "Compare MicrosoftAppId with the application id of the bot's app registration, and MicrosoftAppTenantId with the tenant in which that is.",
  ],
  "7000229": [
    "the app has no service principal in this tenant",
    "Let an Entra admin make one for the bot's app: az ad sp create --id <MicrosoftAppId>. Check MicrosoftAppTenantId too.",
  ],
  "7000112": ["the bot's app is disabled in Entra", "Let an Entra admin enable it under Enterprise applications."],
  "90002": ["Entra knows no such tenant", "Copy the tenant's id from Entra's overview page to MicrosoftAppTenantId."],
  "900023": ["Entra knows no such tenant", "Copy the tenant's id from Entra's overview page to MicrosoftAppTenantId."],
  "700213": noFederation,
  "70021": noFederation,
  "700024": ["Entra takes what the identity signed for too old or too new", "Set the clock of this machine by a time server."],
  "53003": [
    "a Conditional Access policy keeps the bot's app out",
    "Let an Entra admin leave the bot's app out of that policy for workload identities.",
  ],
};

const remedies: Readonly<Record<SignInWay, string>> = {
  password:
    "See that MicrosoftAppPassword is a secret of the bot's registration (MicrosoftAppId, in the tenant MicrosoftAppTenantId), and has not ended.",
  identity: "See that MicrosoftAppId is the client id of a managed identity of this machine, in the tenant MicrosoftAppTenantId.",
  federated: `See that the bot's registration (MicrosoftAppId, in the tenant MicrosoftAppTenantId) trusts the managed identity AZURE_CLIENT_ID. ${federation}`,
};

/** Words for an answer without an error of Entra's own, of MSAL (2.16.3 and 5.6.0, HttpClient) and of botframework-connector (4.23.3, appCredentials.js). */
const notEntras = /\b(unknown_error|client_error|server_error)\b|No response or error received from MSAL/;

/**
 * Meaning of a token that was not given, and the remedy. Entra's code is told without its sentence, which holds ids.
 * @returns without `code` where Entra itself did not answer
 */
export const signInMeaning = (fault: unknown, way: SignInWay): { readonly code?: string; readonly say: string; readonly mend: string } => {
  const said = fault instanceof Error ? `${fault.name} ${fault.message}` : String(fault);
  const [code, number] = /AADSTS(\d{1,9})/.exec(said) ?? [];
  if (code !== undefined) {
    const [say, mend] = meanings[number ?? ""] ?? ["Entra refuses the bot's sign-in", remedies[way]];
    return { code, say, mend: `${mend} https://login.microsoftonline.com/error?code=${number} explains the code.` };
  }
  const [unreached] =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network_error|endpoints_resolution_error|openid_config_error)\b/.exec(said) ??
    [];
  // @azure/identity calls an Entra that is not reached "unavailable" too, so that only words about the identity itself tell.
  const isOfMachine = /ManagedIdentity|IMDS|ChainedToken/.test(said) || (way === "identity" && unreached === undefined);
  if (way !== "password" && isOfMachine)
    return {
      say: "this machine gave no token of a managed identity",
      mend: `Assign the identity to the machine or the app that runs Gnist, and compare ${way === "identity" ? "MicrosoftAppId" : "AZURE_CLIENT_ID"} with the identity's client id. Outside Azure there is no managed identity.`,
    };
  if (unreached !== undefined)
    return {
      say: `Entra was not reached (${unreached})`,
      mend:
        "Let this machine reach https://login.microsoftonline.com, through the firewall or the proxy. Name the certificate of a proxy that opens TLS in " +
        "NODE_EXTRA_CA_CERTS.",
    };
  if (notEntras.test(said))
    return {
      say: "the answer to the request for a token is not Entra's",
      mend: "See whether a proxy or a firewall answers in place of https://login.microsoftonline.com, and let this machine reach that itself.",
    };
  return {
    say: `no token came (${fault instanceof Error ? fault.name : "fault"})`,
    mend: "Check the settings that begin with MicrosoftApp, and run the doctor again.",
  };
};
