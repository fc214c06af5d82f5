import { decodeProtectedHeader, jwtVerify } from "jose";
import type { SigningKey, SigningKeys } from "./keys.ts";

/** The activity that a token must vouch for. */
type ActivityOrigin = { readonly serviceUrl: string; readonly channelId: string };

/** A token does not vouch for its activity. */
class TokenRefused extends Error {
  override readonly name = "TokenRefused";
}

const algorithms = ["RS256", "RS384", "RS512"];

/** Allowed difference between clocks, in seconds. */
const clockTolerance = 300;

/** Size of the cache of verified tokens, about 1 kB each; beyond it the oldest is dropped. */
const mostRemembered = 1_000;

type Remembered = ActivityOrigin & { readonly keyId: string; readonly key: SigningKey; readonly untilMs: number };

/**
 * Checks the tokens that come with activities, by the rules of
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#step-4-verify-the-jwt-token
 *
 * botbuilder's own check chooses its rules by the claims of the unverified token, and verifies a token anew with each activity. Here a verified token is
 * cached for its service URL and channel until it expires or the keys change.
 */
export const incomingTokens = (rules: {
  readonly appId: string;
  readonly issuer: string;
  readonly keys: SigningKeys;
  readonly now: () => number;
}) => {
  const { appId, issuer, keys, now } = rules;
  const remembered = new Map<string, Remembered>();

  const isRemembered = (token: string, { serviceUrl, channelId }: ActivityOrigin): boolean => {
    const before = remembered.get(token);
    if (before?.serviceUrl !== serviceUrl || before.channelId !== channelId) return false;
    return now() < before.untilMs && keys.knownKey(before.keyId) === before.key;
  };

  const remember = (token: string, what: Remembered): void => {
    remembered.delete(token);
    remembered.set(token, what);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  };

  /** Resolves when the token vouches for the activity. @throws KeysNotReached when the keys are missing; another error when the token is refused */
  return async (token: string, { serviceUrl, channelId }: ActivityOrigin): Promise<void> => {
    if (isRemembered(token, { serviceUrl, channelId })) return;
    const keyId: unknown = decodeProtectedHeader(token).kid;
    const key = typeof keyId === "string" ? await keys.find(keyId) : undefined;
    if (typeof keyId !== "string" || !key) throw new TokenRefused("It is signed with no key of Teams.");
    const { payload } = await jwtVerify(token, key, {
      algorithms,
      issuer,
      audience: appId,
      clockTolerance,
      requiredClaims: ["exp"],
      currentDate: new Date(now()),
    });
    if (payload.serviceurl !== serviceUrl) throw new TokenRefused("It is for another service URL.");
    if (key.endorsements?.length && !key.endorsements.includes(channelId))
      throw new TokenRefused("Its key does not vouch for the channel.");
    // Teams' tokens name no sending app. The token of another bot that calls this one as a skill names that bot.
    const speaker = payload.appid ?? payload.azp ?? appId;
    if (speaker !== appId) throw new TokenRefused("Another bot speaks.");
    remember(token, { serviceUrl, channelId, keyId, key, untilMs: (payload.exp ?? 0) * 1_000 });
  };
};
