import { AppCredentials, type ServiceClientCredentialsFactory } from "botframework-connector";
import type { Credentials } from "./calls.ts";

/** The part of a factory of credentials that botbuilder wants; its abstract class has nothing more. */
export type CredentialsFactory = Pick<ServiceClientCredentialsFactory, "isValidAppId" | "isAuthenticationDisabled" | "createCredentials">;

/** After a 401 a new token is asked for, at most this often (ms): a wrong secret must not become a flood of sign-ins. */
const renewEveryMs = 60_000;

/**
 * Credentials that are asked for one token at a time. botbuilder 4.23.3 asks for one token per send while its cache is cold (200 sends, 200 token
 * requests), and keeps a token that Teams has refused until it expires.
 */
export const sharedTokens = (factory: CredentialsFactory) => {
  const known = new Map<string, Promise<Credentials>>();
  let renewedAt = Number.NEGATIVE_INFINITY;
  const everyone: AppCredentials[] = [];
  const stale = new Set<AppCredentials>();

  const share = (credentials: Credentials): Credentials => {
    if (!(credentials instanceof AppCredentials) || !credentials.appId) return credentials;
    const ask = credentials.getToken.bind(credentials);
    let asked: Promise<string> | undefined;
    const askOnce = async (again: boolean): Promise<string> => {
      const token = await ask(again || stale.has(credentials));
      // Only now: a refused token must not come back because its renewal failed.
      stale.delete(credentials);
      return token;
    };
    credentials.getToken = (again = false) => {
      asked ??= askOnce(again).finally(() => {
        asked = undefined;
      });
      return asked;
    };
    everyone.push(credentials);
    return credentials;
  };

  const shared: CredentialsFactory = {
    isValidAppId: (appId) => factory.isValidAppId(appId),
    isAuthenticationDisabled: () => factory.isAuthenticationDisabled(),
    createCredentials: (appId, audience, loginEndpoint, validateAuthority) => {
      const key = [appId, audience, loginEndpoint].join("\n");
      const credentials = known.get(key) ?? factory.createCredentials(appId, audience, loginEndpoint, validateAuthority).then(share);
      known.set(key, credentials);
      credentials.catch(() => known.delete(key));
      return credentials;
    },
  };
  return {
    factory: shared as ServiceClientCredentialsFactory,
    /** Teams has refused the token: the next call asks for a new one. */
    renew: (): void => {
      if (performance.now() - renewedAt < renewEveryMs) return;
      renewedAt = performance.now();
      for (const credentials of everyone) stale.add(credentials);
    },
  };
};
