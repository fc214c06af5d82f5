import { type Log, traceOf } from "../ports.ts";

/** How the bot signs in: with a password, as a managed identity, or with one that vouches for it. */
type SignInWay = "password" | "identity" | "federated";

const remedies: Readonly<Record<SignInWay, string>> = {
  password:
    "see that MicrosoftAppPassword is a secret of the bot's registration (MicrosoftAppId, in the tenant MicrosoftAppTenantId), and has not ended.",
  identity: "see that MicrosoftAppId is the client id of a managed identity of this machine, in the tenant MicrosoftAppTenantId.",
  federated:
    "see that the bot's registration (MicrosoftAppId, in the tenant MicrosoftAppTenantId) has a federated credential for the managed identity AZURE_CLIENT_ID: " +
    "issuer https://login.microsoftonline.com/ with the tenant's id and /v2.0, the identity's object id as subject, audience api://AzureADTokenExchange.",
};

/** Shortest time (ms) between two lines, because each message that waits asks for a token again. */
const sayEveryMs = 60_000;

/**
 * Makes a function that logs why a token for Teams was not given. Entra's code is logged without its sentence, which holds ids. The remedy depends on the way alone:
 * Entra changes its codes, https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const signInTrouble = (way: SignInWay, log: Log): ((fault: unknown) => void) => {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (fault) => {
    if (performance.now() - saidAt < sayEveryMs) return;
    saidAt = performance.now();
    const [code, number] = /AADSTS(\d{1,9})/.exec(fault instanceof Error ? fault.message : "") ?? [];
    if (code === undefined) log.warn("token-not-given", { way, ...traceOf(fault) });
    else {
      const say = `Entra refuses the bot's sign-in: ${remedies[way]} https://login.microsoftonline.com/error?code=${number} explains the code.`;
      log.error("sign-in-refused", { way, code, say });
    }
  };
};
