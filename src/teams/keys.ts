import { isDeepStrictEqual } from "node:util";
import type { JWK } from "jose";
import { z } from "zod";
import { beginning } from "../domain/words.ts";
import type { Log } from "../ports.ts";

/** A public key of Teams. A key with endorsements vouches for those channels alone. */
export type SigningKey = JWK & { readonly endorsements?: readonly string[] | null | undefined };

/** The keys could not be fetched, so the token could not be checked; the sender is not at fault. */
export class KeysNotReached extends Error {
  override readonly name = "KeysNotReached";
}

/** Age (ms) at which known keys are fetched again. */
const keepMs = 24 * 3_600_000;

/** Shortest time (ms) between fetches for unknown key ids: an id may belong to a new key, or be made up by a stranger. */
const newKeyMs = 60_000;

/** Pause (ms) after a failed fetch. */
const pauseMs = 5_000;

const metadata = z.object({ jwks_uri: z.string() });
const publishedKey = z.looseObject({ kty: z.string(), kid: z.string(), endorsements: z.array(z.string()).nullish() });
/** An unreadable key is skipped, and the others are used. */
const published = z.object({ keys: z.array(publishedKey.optional().catch(undefined)) });

/**
 * A cache of the keys that an OpenID server publishes; it keeps known keys while the server cannot be reached. botbuilder 4.23.3 refuses every activity when
 * its daily fetch fails, and fetches once per activity until it has keys (50 activities, 100 requests).
 * @param limitMs longest duration of a fetch
 */
export const signingKeys = (url: string, { now, limitMs, log }: { now: () => number; limitMs: number; log: Log }) => {
  let known: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt: number | undefined;
  let failedAt: number | undefined;
  let fetching: Promise<void> | undefined;

  /** `now() < since` means that the clock was set back: then the time counts as over, so that no fetch waits long. */
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

  /** The cached key of this id, or undefined: one object until the keys change, so that callers can compare it. Starts a fetch if the keys are old. */
  const knownKey = (id: string): SigningKey | undefined => {
    if (known.size > 0 && mayFetch(keepMs)) void fetchOnce();
    return known.get(id);
  };

  return {
    knownKey,
    /** The key of this id; fetches the keys if the id is unknown. @throws KeysNotReached */
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

/** The key server's error text may be logged: it names no person. */
const whyOf = (fault: unknown): { readonly fault: string; readonly cause?: string } => {
  const cause = fault instanceof Error && fault.cause instanceof Error ? { cause: String(fault.cause) } : {};
  return { fault: beginning(String(fault), 200), ...cause };
};

/** Fetches the metadata, then the keys at the address that it names: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const fetchKeys = async (url: string, limitMs: number): Promise<ReadonlyMap<string, SigningKey>> => {
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
