import type { Config } from "../config.ts";
import { broken, type CheckEnd, notChecked, ok } from "./check-end.ts";

const why = "Without a token Gnist can write nothing to anybody in Teams.";

/** Whether Microsoft Entra gives the bot a token, which is really asked for. */
export const checkCredential = async ({ local, bot }: Pick<Config, "local" | "bot">): Promise<CheckEnd> => {
  if (local) return notChecked("Gnist runs locally, without a bot's credential");
  const { askToken } = await import("../teams/ask-token.ts");
  try {
    await askToken(bot);
    return ok("Microsoft Entra gave the bot a token");
  } catch (fault) {
    const [say, mend] = meaningOf(fault, bot.MicrosoftAppType);
    return broken(say, why, mend);
  }
};

/**
 * Meanings of Entra's codes, https://learn.microsoft.com/entra/identity-platform/reference-error-codes. Microsoft may change them: one that is not here is told
 * with the page that explains it.
 */
const meanings: Readonly<Record<string, readonly [say: string, mend: string]>> = {
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
  "700213": noFederation(),
  "70021": noFederation(),
  "700024": ["Entra takes what the identity signed for too old or too new", "Set the clock of this machine by a time server."],
  "53003": [
    "a Conditional Access policy keeps the bot's app out",
    "Let an Entra admin leave the bot's app out of that policy for workload identities.",
  ],
};

function noFederation(): readonly [say: string, mend: string] {
  return [
    "the bot's app does not trust this managed identity",
    "Compare the federated credential of the bot's app registration with the identity: the subject is the identity's object id, the issuer https://login.microsoftonline.com/<tenant>/v2.0, the audience api://AzureADTokenExchange.",
  ];
}

const meaningOf = (fault: unknown, type: string | undefined): readonly [say: string, mend: string] => {
  const said = fault instanceof Error ? `${fault.name} ${fault.message}` : String(fault);
  const [, code] = /AADSTS(\d+)/.exec(said) ?? [];
  const known = meanings[code ?? ""];
  if (known) return [`${known[0]} (AADSTS${code})`, known[1]];
  if (code !== undefined)
    return [`Entra refuses the bot's credential (AADSTS${code})`, `Look it up: https://login.microsoftonline.com/error?code=${code}`];
  if (type === "UserAssignedMSI" || /ManagedIdentity|CredentialUnavailable|ChainedToken/.test(said))
    return [
      "this machine gave no token of a managed identity",
      "Assign the identity to the machine or the app that runs Gnist, and compare MicrosoftAppId (or AZURE_CLIENT_ID) with the identity's client id. Outside Azure there is no managed identity.",
    ];
  const [unreached] =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network_error|endpoints_resolution_error|openid_config_error)\b/.exec(said) ??
    [];
  if (unreached)
    return [
      `Entra was not reached (${unreached})`,
      "Let this machine reach https://login.microsoftonline.com, through the firewall or the proxy.",
    ];
  return [
    `no token came (${fault instanceof Error ? fault.name : "fault"})`,
    "Check the settings that begin with MicrosoftApp, and run the doctor again.",
  ];
};
