import { setTimeout as wait } from "node:timers/promises";
import { StoreFault, Unstorable } from "../ports.ts";

/**
 * Longest duration of a call, ms, its second try included; a first call may take longer. Gnist answers a press within about 3.5 s, and 2.2 s of that are for the store.
 * The SDKs' own defaults are minutes (tables: 3 retries and no time limit; queues: 4 tries, up to 120 s apart), so their retries are switched off.
 */
const callMs = 2_200;

/** The pause before the second try, ms. */
const pauseMs = 60;

/** The retry policy of a call: `tries`, and `tryMs`, the time limit of one try. `gives`: the call gives Azure something to store. */
type TryLimits = { readonly tries: 1 | 2; readonly tryMs: number; readonly gives?: true };

/** A read is tried again also after a time-out: a silently dead connection is the common reason. */
export const aRead: TryLimits = { tries: 2, tryMs: 1_100 };

/**
 * A write is tried again only after it failed at once (a reset connection, 5xx), never after a time-out: Azure has then more likely made it than not.
 * A second try may meet the first one's work: ports.ts describes this echo, see tests/azure/lost-answers.test.ts.
 */
export const aWrite: TryLimits = { tries: 2, tryMs: callMs, gives: true };

/** A call for which nobody waits in Teams, and which may have to get the first token of an identity: a start waits as long for its own first calls. */
export const aFirstCall: TryLimits = { tries: 2, tryMs: 10_000 };

/** One try, for a call that its caller repeats anyway. */
export const once: TryLimits = { tries: 1, tryMs: callMs };

/**
 * Calls Azure within the time a person can wait.
 * @param what the call without a full key. @throws for every error that `call` lets out, with it as the cause: Unstorable where Azure says that it will never
 * take what a write gives it, else StoreFault
 */
export async function callAzure<T>(what: string, limits: TryLimits, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const until = Date.now() + Math.max(callMs, limits.tryMs);
  for (let left = limits.tries - 1; ; left -= 1) {
    const signal = AbortSignal.timeout(Math.max(1, Math.min(limits.tryMs, until - Date.now())));
    try {
      return await inTime(signal, call(signal));
    } catch (cause) {
      if (limits.gives && isForGood(cause)) throw new Unstorable(`Azure storage will never take this ${what}: ${why(cause)}`, { cause });
      if (left === 0 || !mayPass(cause) || Date.now() + pauseMs >= until) {
        throw new StoreFault(`Azure storage: ${what} failed: ${why(cause)}`, { cause });
      }
      await wait(pauseMs);
    }
  }
}

/**
 * The HTTP status of an SDK error (undefined when no answer came) and its code: Azure's own, or Node's for the connection.
 * Queues and transactions have it as `code`, single table calls deep inside (13.3.2).
 */
export function statusOf(error: unknown): { readonly status: number | undefined; readonly code: string | undefined } {
  const { statusCode, code, details } = (error ?? {}) as {
    statusCode?: number;
    code?: string;
    details?: { odataError?: { code?: string } };
  };
  return { status: statusCode, code: code ?? details?.odataError?.code };
}

/** An SDK error in a few words: its status and code where there was an answer, else its own message. */
export function why(error: unknown): string {
  const { status, code } = statusOf(error);
  if (status !== undefined) return `${status} ${code ?? "without a code"}`;
  const said = error instanceof Error ? error.message : String(error);
  // An address holds keys, and keys hold ids of persons.
  return said.replace(/(https?:\/\/[^/\s]+)\/\S*/g, "$1/…");
}

/** Rejects at the time limit, also during the wait for a token, which the SDK does not abort. */
function inTime<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    answer.then(resolve, reject);
  });
}

/**
 * Azure's codes of a 400 for the data of a write. Any other 400 may pass: a gateway answers with a page of its own, and an odd sign-in is
 * InvalidAuthenticationInfo.
 * https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes, /queue-service-error-codes and /common-rest-api-error-codes
 */
const codesOfBadData: ReadonlySet<string | undefined> = new Set([
  "DuplicatePropertiesSpecified",
  "EntityTooLarge",
  "InvalidDuplicateRow",
  "InvalidInput",
  "InvalidValueType",
  "KeyValueTooLarge",
  "MessageTooLarge",
  "OutOfRangeInput",
  "PropertiesNeedValue",
  "PropertyNameInvalid",
  "PropertyNameTooLong",
  "PropertyValueTooLarge",
  "RequestBodyTooLarge",
  "TooManyProperties",
]);

function isForGood(cause: unknown): boolean {
  const { status, code } = statusOf(cause);
  return status === 413 || (status === 400 && codesOfBadData.has(code));
}

function mayPass(cause: unknown): boolean {
  const { status } = statusOf(cause);
  return status === undefined || status >= 500 || status === 408 || status === 429;
}
