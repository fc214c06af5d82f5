import { AuthenticationConstants } from "botframework-connector/lib/auth/authenticationConstants.js";
import { GovernmentConstants } from "botframework-connector/lib/auth/governmentConstants.js";

/** Whom Gnist believes and speaks to: service URLs carry its own token, and a forged one would hand that token out. */

/** The maker of the tokens that Teams sends with each activity, and where its keys' metadata is: the US government's cloud has its own. */
export const signerOf = (
  settings: Readonly<Record<string, string | undefined>>,
): { readonly issuer: string; readonly metadataUrl: string } => {
  const cloud = settings.ChannelService === GovernmentConstants.ChannelService ? GovernmentConstants : AuthenticationConstants;
  return {
    issuer: settings.ToBotFromChannelTokenIssuer || cloud.ToBotFromChannelTokenIssuer,
    metadataUrl: settings.ToBotFromChannelOpenIdMetadataUrl || cloud.ToBotFromChannelOpenIdMetadataUrl,
  };
};

/** A host name as `URL.hostname` gives it. */
const isLoopback = (hostname: string): boolean => hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);

const isMicrosofts = (hostname: string): boolean =>
  hostname === "smba.trafficmanager.net" || hostname.endsWith(".teams.microsoft.com") || hostname.endsWith(".teams.microsoft.us");

const longestServiceUrl = 1_024;

/**
 * May Gnist speak to this service URL? On a local machine to loopback alone; elsewhere to Microsoft's hosts and those in `extraHosts` (`name` or
 * `name:port`), always by TLS, except to loopback where that is among the extra hosts.
 */
export const mayReach = (local: boolean, extraHosts: readonly string[]): ((serviceUrl: string) => boolean) => {
  const extra = new Set(extraHosts.map((host) => host.trim().toLowerCase()));
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, host, username, password, search, hash } = new URL(serviceUrl);
    if ((protocol !== "https:" && protocol !== "http:") || username !== "" || password !== "") return false;
    // Paths are put behind it, and it is stored.
    if (search !== "" || hash !== "" || serviceUrl.length > longestServiceUrl) return false;
    if (local) return isLoopback(hostname);
    const listed = extra.has(hostname) || extra.has(host);
    return protocol === "https:" ? listed || isMicrosofts(hostname) : listed && isLoopback(hostname);
  };
};

/** The maker that an unverified token names. Cheap, so that what is not Teams' never reaches the key look-up. */
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
