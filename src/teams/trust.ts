import { AuthenticationConstants } from "botframework-connector/lib/auth/authenticationConstants.js";
import { GovernmentConstants } from "botframework-connector/lib/auth/governmentConstants.js";

/** Trusted token issuers and service URLs. Gnist sends its own token to a service URL, so a forged URL would give the token away. */

/** The issuer of the tokens that Teams sends with activities, and the address of its keys' metadata; the US government's cloud has its own. */
export const signerOf = (
  settings: Readonly<Record<string, string | undefined>>,
): { readonly issuer: string; readonly metadataUrl: string } => {
  const cloud = settings.ChannelService === GovernmentConstants.ChannelService ? GovernmentConstants : AuthenticationConstants;
  return {
    issuer: settings.ToBotFromChannelTokenIssuer || cloud.ToBotFromChannelTokenIssuer,
    metadataUrl: settings.ToBotFromChannelOpenIdMetadataUrl || cloud.ToBotFromChannelOpenIdMetadataUrl,
  };
};

/** @param hostname as `URL.hostname` gives it */
const isLoopback = (hostname: string): boolean => hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);

const isMicrosofts = (hostname: string): boolean =>
  hostname === "smba.trafficmanager.net" || hostname.endsWith(".teams.microsoft.com") || hostname.endsWith(".teams.microsoft.us");

const longestServiceUrl = 1_024;

/**
 * Makes the check whether Gnist may call a service URL. On a local machine it allows only loopback; elsewhere only Microsoft's hosts and `extraHosts` (`name`
 * or `name:port`), always with TLS, except for a loopback address among the extra hosts.
 */
export const mayReach = (local: boolean, extraHosts: readonly string[]): ((serviceUrl: string) => boolean) => {
  const extra = new Set(extraHosts.map((host) => host.trim().toLowerCase()));
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, host, username, password, search, hash } = new URL(serviceUrl);
    if ((protocol !== "https:" && protocol !== "http:") || username !== "" || password !== "") return false;
    // Gnist appends paths to the URL and stores it.
    if (search !== "" || hash !== "" || serviceUrl.length > longestServiceUrl) return false;
    if (local) return isLoopback(hostname);
    const listed = extra.has(hostname) || extra.has(host);
    return protocol === "https:" ? listed || isMicrosofts(hostname) : listed && isLoopback(hostname);
  };
};

/** OneDrive for work, in the clouds in which Teams lets a bot give files. */
const isFileService = (hostname: string): boolean => hostname.endsWith(".sharepoint.com") || hostname.endsWith(".sharepoint.us");

/**
 * Makes the check whether Gnist may put the bytes of a file at an address that came in an activity. On a local machine it allows only loopback; elsewhere
 * Microsoft's file services, always with TLS, and a loopback address among the extra hosts.
 */
export const mayUpload = (local: boolean, extraHosts: readonly string[]): ((uploadUrl: string) => boolean) => {
  const extra = new Set(extraHosts.map((host) => host.trim().toLowerCase()));
  return (uploadUrl) => {
    if (!URL.canParse(uploadUrl)) return false;
    const { protocol, hostname, host, port, username, password } = new URL(uploadUrl);
    if ((protocol !== "https:" && protocol !== "http:") || username !== "" || password !== "") return false;
    if (isLoopback(hostname)) return local || extra.has(hostname) || extra.has(host);
    return !local && protocol === "https:" && port === "" && isFileService(hostname);
  };
};

/** The issuer that a token names, unverified: a cheap check that keeps strangers' tokens from the key look-up. */
export const claimedIssuer = (authorization: string | undefined): string | undefined => {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization ?? "") ?? [];
  if (!payload) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const issuer = typeof claims === "object" && claims !== null && "iss" in claims ? claims.iss : undefined;
    return typeof issuer === "string" ? issuer : undefined;
  } catch {
    return undefined;
  }
};
