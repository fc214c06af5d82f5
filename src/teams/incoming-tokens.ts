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

/** A token whose signature, issuer, audience and time are right. `vouch` throws where it does not vouch for an activity. */
type Verified = { readonly vouch: (activity: ActivityOrigin) => void };

type Remembered = Verified & { readonly keyId: string; readonly key: SigningKey; readonly untilMs: number };

/**
 * Checks the tokens that come with activities, by the rules of
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#step-4-verify-the-jwt-token
 *
 * botbuilder's own check chooses its rules by the claims of the unverified token, and verifies a token anew with each activity. Here a verified token is
 * cached until it expires or the keys change, and it is verified before the activity is read: a stranger's body takes no memory.
 */
export const incomingTokens = (rules: {
  readonly appId: string;
  readonly issuer: string;
  readonly keys: SigningKeys;
  readonly now: () => number;
}) => {
  const { appId, issuer, keys, now } = rules;
  const remembered = new Map<string, Remembered>();

  const known = (token: string): Verified | undefined => {
    const before = remembered.get(token);
    return before && now() < before.untilMs && keys.knownKey(before.keyId) === before.key ? before : undefined;
  };

  const remember = (token: string, what: Remembered): void => {
    remembered.delete(token);
    remembered.set(token, what);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  };

  /** Verifies a token. @throws KeysNotReached when the keys are missing; another error when the token is refused */
  return async (token: string): Promise<Verified> => {
    const before = known(token);
    if (before) return before;
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
    // Teams' tokens name no sending app. The token of another bot that calls this one as a skill names that bot.
    const speaker = payload.appid ?? payload.azp ?? appId;
    if (speaker !== appId) throw new TokenRefused("Another bot speaks.");
    const verified: Verified = {
      vouch: ({ serviceUrl, channelId }) => {
        if (payload.serviceurl !== serviceUrl) throw new TokenRefused("It is for another service URL.");
        if (key.endorsements?.length && !key.endorsements.includes(channelId))
          throw new TokenRefused("Its key does not vouch for the channel.");
      },
    };
    remember(token, { ...verified, keyId, key, untilMs: (payload.exp ?? 0) * 1_000 });
    return verified;
  };
};
