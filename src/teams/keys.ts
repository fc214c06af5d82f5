import { isDeepStrictEqual } from "node:util";
import type { JWK } from "jose";
import { z } from "zod";
import { beginning } from "../domain/words.ts";
import type { Log } from "../ports.ts";

/** A public key that Teams signs with. With endorsements, it vouches for those channels alone. */
export type SigningKey = JWK & { readonly endorsements?: readonly string[] | null | undefined };

/** The keys could not be fetched, so that nobody can say whether a token is good: not the sender's fault. */
export class KeysNotReached extends Error {
  override readonly name = "KeysNotReached";
}

/** Known keys are fetched anew after this long (ms). */
const keepMs = 24 * 3_600_000;

/** An unknown key may be a new one, or made up by a stranger: for its sake the keys are fetched this often (ms) at most. */
const newKeyMs = 60_000;

/** After a fetch in vain the server is left alone for this long (ms). */
const pauseMs = 5_000;

const metadata = z.object({ jwks_uri: z.string() });
const publishedKey = z.looseObject({ kty: z.string(), kid: z.string(), endorsements: z.array(z.string()).nullish() });
/** A key that cannot be read is as good as none; the others are there all the same. */
const published = z.object({ keys: z.array(publishedKey.optional().catch(undefined)) });

/**
 * The keys that an OpenID server publishes. Known ones are used while it cannot be reached; botbuilder 4.23.3 refuses everybody when it cannot fetch them once a
 * day, and fetches them once per activity until it has them (50 activities, 100 requests).
 * @param limitMs the longest a fetch may take.
 */
export const signingKeys = (url: string, { now, limitMs, log }: { now: () => number; limitMs: number; log: Log }) => {
  let known: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt: number | undefined;
  let failedAt: number | undefined;
  let fetching: Promise<void> | undefined;

  /** A clock that was set back must not make anything wait for long. */
  const isOver = (since: number | undefined, ms: number) => since === undefined || now() - since >= ms || now() < since;
  const mayFetch = (everyMs: number) => isOver(fetchedAt, everyMs) && isOver(failedAt, pauseMs);

  const tryToFetch = async (): Promise<void> => {
    try {
      const fetched = await fetchKeys(url, limitMs);
      if (!isDeepStrictEqual(fetched, known)) known = fetched;
      fetchedAt = now();
      failedAt = undefined;
    } catch (fault) {
      failedAt = now();
      log.warn("keys-not-fetched", { url, known: known.size, ...whyOf(fault) });
    }
  };
  /** One fetch at a time. Never rejects. */
  const fetchOnce = (): Promise<void> => {
    fetching ??= tryToFetch().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };

  /** The key of this id as far as it is known, the same object until the keys change. Old keys are fetched anew meanwhile. */
  const knownKey = (id: string): SigningKey | undefined => {
    if (known.size > 0 && mayFetch(keepMs)) void fetchOnce();
    return known.get(id);
  };

  return {
    knownKey,
    /** The key of this id, which is looked for when it is unknown. @throws KeysNotReached */
    find: async (id: string): Promise<SigningKey | undefined> => {
      const key = knownKey(id);
      if (key) return key;
      if (fetching || mayFetch(newKeyMs)) await fetchOnce();
      const found = known.get(id);
      if (!found && failedAt !== undefined) throw new KeysNotReached("The keys of Teams' tokens could not be fetched.");
      return found;
    },
  };
};

export type SigningKeys = ReturnType<typeof signingKeys>;

/** For operators: the key server's fault has nothing of a person in it. */
const whyOf = (fault: unknown): { readonly fault: string; readonly cause?: string } => {
  const cause = fault instanceof Error && fault.cause instanceof Error ? { cause: String(fault.cause) } : {};
  return { fault: beginning(String(fault), 200), ...cause };
};

/** The metadata names the address of the keys, https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const fetchKeys = async (url: string, limitMs: number): Promise<ReadonlyMap<string, SigningKey>> => {
  const signal = AbortSignal.timeout(limitMs);
  const read = async <T>(from: string, shape: z.ZodType<T>): Promise<T> => {
    const response = await fetch(from, { signal });
    const text = await response.text();
    if (!response.ok) throw new Error(`${from} answers ${response.status}.`);
    return shape.parse(JSON.parse(text));
  };
  const { jwks_uri } = await read(url, metadata);
  const { keys } = await read(jwks_uri, published);
  const found = new Map<string, SigningKey>();
  for (const key of keys) if (key && !found.has(key.kid)) found.set(key.kid, key);
  if (found.size === 0) throw new Error(`${jwks_uri} has no keys.`);
  return found;
};
