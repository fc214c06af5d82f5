import type { Stop } from "../domain/pace.ts";
import type { Delivery, LaterCause, TeamsReason } from "../ports.ts";

/** A failed call to Teams, read from its HTTP answer or from the thrown error. */
export type Fault = {
  /** The HTTP status, where an answer came. */
  readonly status?: number;
  /** Teams' own code, such as `ConversationBlockedByUser`, or Node's, such as `ECONNREFUSED`. */
  readonly code?: string;
  readonly retryAfterMs?: number;
  /** Whether the request may have left this process; if it has not, Teams cannot have it. */
  readonly left: boolean;
};

export type Failure = Exclude<Delivery, { outcome: "sent" }>;

/** Upper limit (ms) for a `Retry-After`. */
const longestWaitMs = 3_600_000;

/**
 * Meanings of a 403, https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes) and
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages (`MessageWritesBlocked`).
 */
const forbidden: Readonly<Record<string, TeamsReason>> = {
  ConversationBlockedByUser: "blocked",
  MessageWritesBlocked: "blocked",
  BotNotInConversationRoster: "not-installed",
  ForbiddenOperationException: "not-installed",
};

/** Our own code. Microsoft documents none for a post in an archived team, so Gnist looks for the word in the answer. */
const archivedCode = "Archived";

/** Codes that stop the whole tenant, from the page on status codes above: only an admin can resolve them. */
const stopped: Readonly<Record<string, Stop>> = {
  BotNotRegistered: "not-registered",
  BotDisabledByAdmin: "disabled",
  NotEnoughPermissions: "no-permission",
};

/** Node's codes for a connection that was never made, so that nothing was sent: refused, unknown host, no route, failed certificate or handshake. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EPROTO|CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_\w*HANDSHAKE\w*|ERR_SSL_\w*PROTOCOL\w*)$/;

/**
 * Decides what a failed call means for its caller. A post is not idempotent: it is sent again only where the failure proves that Teams did not take it.
 * @param repeated the call is idempotent (a read, opening a chat, replacing a post) and may be repeated after any transient failure
 * @param waitMs the wait where Teams names none
 */
export const failureOf = (fault: Fault, repeated: boolean, waitMs: number): Failure => {
  const { status, code } = fault;
  const detail = [status, code].filter((part) => part !== undefined).join(" ") || "no answer";
  const later = (cause: LaterCause): Failure => ({
    outcome: "later",
    afterMs: Math.min(fault.retryAfterMs ?? waitMs, longestWaitMs),
    cause,
    ...(fault.retryAfterMs === undefined ? {} : { told: true }),
    detail,
  });
  const refused = (why: TeamsReason): Failure => ({ outcome: "refused", why, detail });
  if (status === undefined)
    return !fault.left || repeated || neverConnected.test(code ?? "") ? later("unreachable") : { outcome: "doubtful", detail };
  const stop = status === 401 || status === 403 ? stopped[code ?? ""] : undefined;
  if (stop) return { outcome: "stopped", why: stop, detail };
  if (status === 429) return later("throttled");
  if (status === 401 || status === 412) return later("again");
  if (status === 408 || status >= 500) return repeated ? later("unreachable") : { outcome: "doubtful", detail };
  if (code === archivedCode) return refused("archived");
  if (status === 403) return refused(forbidden[code ?? ""] ?? "refused");
  if (status === 404) return refused("gone");
  if (status === 413 || code === "MessageSizeTooBig") return refused("too-big");
  return refused("refused");
};

/** The fault of a call without an answer. @param left whether the request had left this process */
export const faultOf = (error: unknown, left: boolean): Fault => {
  const thrown = isRecord(error) ? error : {};
  const message = typeof thrown.message === "string" ? thrown.message : "";
  // A cut-off TLS handshake has the code of a reset, ECONNRESET; only the error's message tells them apart (node:_tls_wrap).
  const cutHandshake = message.includes("before secure TLS connection was established");
  const code = cutHandshake ? "ERR_TLS_HANDSHAKE" : (thrown.code ?? thrown.name);
  return { left, ...(typeof code === "string" ? { code } : {}) };
};

/** The fault in an answer whose status is not 2xx. */
export const faultOfAnswer = (answer: {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
}): Fault => {
  const isArchived = answer.status >= 400 && answer.status < 500 && /archived/i.test(answer.body);
  const code = isArchived ? archivedCode : codeIn(answer.body);
  const retryAfterMs = retryAfter(answer.retryAfter);
  return {
    left: true,
    status: answer.status,
    ...(code === undefined ? {} : { code }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
};

/**
 * Teams' error code in the body of an answer: `{ error: { code } }` or, where a person has blocked the bot, `{ errorCode: 209, message: "{ subCode }" }` with
 * JSON in a string.
 */
const codeIn = (body: string): string | undefined => {
  const answer = parsed(body);
  const named = isRecord(answer.error) ? answer.error.code : undefined;
  const nested = parsed(answer.message).subCode ?? parsed(isRecord(answer.error) ? answer.error.message : undefined).subCode;
  const code = typeof nested === "string" ? nested : (named ?? answer.code);
  // The code is logged, so text that does not look like a code must not pass.
  return typeof code === "string" && /^[\w .-]{1,80}$/.test(code) ? code : answer.errorCode === 209 ? "MessageWritesBlocked" : undefined;
};

const parsed = (text: unknown): Readonly<Record<string, unknown>> => {
  if (typeof text !== "string") return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
};

/** A `Retry-After` in ms; the header holds seconds or a date. */
const retryAfter = (header: string | undefined): number | undefined => {
  if (header === undefined || header.trim() === "") return undefined;
  const ms = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, Math.ceil(ms));
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
