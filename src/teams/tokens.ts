import { AppCredentials, type ServiceClientCredentialsFactory } from "botframework-connector";
import type { Credentials } from "./calls.ts";

/** botbuilder's factory of credentials as an interface: its abstract class has no other members. */
export type CredentialsFactory = Pick<ServiceClientCredentialsFactory, "isValidAppId" | "isAuthenticationDisabled" | "createCredentials">;

/** Shortest time (ms) between renewals after a 401: a wrong secret must not cause a flood of sign-ins. */
const renewEveryMs = 60_000;

/** A request for a token that was not answered within this time (ms) is given up: without it, one silent connection would keep Gnist silent for ever. */
const longestAskMs = 30_000;

/**
 * Wraps credentials so that simultaneous sends share one token request. botbuilder 4.23.3 makes one token request per send while its cache is cold (200 for
 * 200 sends), and keeps a token that Teams has refused until it expires.
 * @param onFailure called with the fault of each request for a token that fails, or is given up
 */
export const sharedTokens = (factory: CredentialsFactory, onFailure: (fault: unknown) => void, now: () => number) => {
  const known = new Map<string, Promise<Credentials>>();
  let renewedAt = Number.NEGATIVE_INFINITY;
  const everyone: AppCredentials[] = [];
  const stale = new Set<AppCredentials>();

  const share = (credentials: Credentials): Credentials => {
    if (!(credentials instanceof AppCredentials) || !credentials.appId) return credentials;
    const ask = credentials.getToken.bind(credentials);
    let asked: { readonly token: Promise<string>; readonly at: number } | undefined;
    const askOnce = async (again: boolean): Promise<string> => {
      const token = await ask(again || stale.has(credentials));
      // Cleared only after success: if the renewal fails, the refused token must not be used again.
      stale.delete(credentials);
      return token;
    };
    credentials.getToken = (again = false) => {
      const waited = asked ? now() - asked.at : 0;
      // Below zero the clock was set back: then nobody knows how long it waits.
      if (asked && waited >= 0 && waited <= longestAskMs) return asked.token;
      if (asked) onFailure(Object.assign(new Error("no answer"), { name: "TimedOut" }));
      const token = askOnce(again)
        .catch((fault: unknown) => {
          onFailure(fault);
          throw fault;
        })
        .finally(() => {
          if (asked?.token === token) asked = undefined;
        });
      asked = { token, at: now() };
      return token;
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
    /** Marks the present tokens as refused by Teams: the next call requests a new one. */
    renew: (): void => {
      if (performance.now() - renewedAt < renewEveryMs) return;
      renewedAt = performance.now();
      for (const credentials of everyone) stale.add(credentials);
    },
  };
};
