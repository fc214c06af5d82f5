import fc from "fast-check";
import type { CallKind, Meddling } from "../teams-stub/trouble.ts";
import { isPlain } from "../world/cards.ts";
import { type Mutation, mutated, mutations } from "./mutate.ts";

/** Answers of the Bot Connector that no document promises. */

/** A drawn answer to one call. */
export type DrawnAnswer = { readonly on: CallKind; readonly how: DrawnHow };

type DrawnHow =
  | { readonly do: "change"; readonly changes: readonly Mutation[] }
  | { readonly do: "say"; readonly status: number; readonly body: (typeof bodies)[number]; readonly retryAfter?: string }
  | { readonly do: "drop" }
  | { readonly do: "silence" }
  | { readonly do: "cut" };

const statuses = [200, 201, 202, 204, 205, 206, 299, 300, 301, 302, 304, 307, 400, 401, 403, 404, 405, 408, 409, 410, 412, 413, 415, 418];
const laterStatuses = [421, 422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 507, 511, 599, 600, 999];

const codes = [
  "ConversationBlockedByUser",
  "MessageWritesBlocked",
  "BotNotInConversationRoster",
  "BotDisabledByAdmin",
  "NotEnoughPermissions",
  "BotNotRegistered",
  "InvalidBotApiHost",
  "ForbiddenOperationException",
  "ConversationNotFound",
  "MessageSizeTooBig",
  "__proto__",
  "constructor",
  "toString",
  "a code with\nlines",
];

const bodies: readonly { readonly raw: string; readonly type?: string }[] = [
  { raw: "" },
  { raw: "null" },
  { raw: "[]" },
  { raw: '"text"' },
  { raw: "0" },
  { raw: "{" },
  { raw: "{}" },
  { raw: "<html><body>Bad gateway: archived</body></html>", type: "text/html" },
  { raw: '{"id":null}' },
  { raw: '{"id":7}' },
  { raw: '{"id":""}' },
  { raw: `{"id":"${"x".repeat(5_000)}"}` },
  { raw: '{"id":"\\ud83d"}' },
  { raw: '{"id":"a|b/c#?","activityId":{}}' },
  { raw: '{"error":null}' },
  { raw: '{"error":"text","message":"{\\"subCode\\":7}"}' },
  { raw: '{"errorCode":209,"message":{}}' },
  { raw: '{"__proto__":{"id":"x"},"error":{"code":["a"]}}' },
  { raw: `${"[".repeat(20_000)}` },
  { raw: `${"[".repeat(3_000)}${"]".repeat(3_000)}` },
  { raw: "x".repeat(300_000) },
  { raw: "\uFEFF{}" },
  ...codes.map((code) => ({ raw: JSON.stringify({ error: { code, message: code } }) })),
  ...codes.map((code) => ({ raw: JSON.stringify({ errorCode: 209, message: JSON.stringify({ subCode: code }) }) })),
];

/** None is a wait of some seconds: an answer to a person waits up to three for Teams, and a test would too. */
const retryAfters = [
  "0",
  "-5",
  "99999",
  "1e3",
  "0.01",
  "Fri, 27 Nov 2026 00:00:00 GMT",
  "soon",
  "",
  "NaN",
  "Infinity",
  "9".repeat(40),
  "0, 5",
  "0x10",
];

const onCalls: fc.Arbitrary<CallKind> = fc.constantFrom<CallKind>("post", "put", "open", "read");

const said: fc.Arbitrary<DrawnHow> = fc.record({
  do: fc.constant("say" as const),
  status: fc.oneof(fc.constantFrom(...statuses), fc.constantFrom(...laterStatuses)),
  body: fc.constantFrom(...bodies),
  retryAfter: fc.constantFrom(...retryAfters),
});
const changedBody: fc.Arbitrary<DrawnHow> = fc.record({ do: fc.constant("change" as const), changes: mutations });
const broken: fc.Arbitrary<DrawnHow> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<DrawnHow>({ do: "drop" }, { do: "cut" }) },
  { weight: 1, arbitrary: fc.constant<DrawnHow>({ do: "silence" }) },
);

export const connectorAnswer: fc.Arbitrary<DrawnAnswer> = fc.record({
  on: onCalls,
  how: fc.oneof({ weight: 8, arbitrary: changedBody }, { weight: 20, arbitrary: said }, { weight: 3, arbitrary: broken }),
});

/** A body with fewer members, or more of them, than the team has. */
type DrawnPage = { readonly changes: readonly Mutation[]; readonly repeat: number; readonly token: (typeof tokens)[number] };

const tokens = [undefined, null, "", "0", "same", "\uD83D", "x".repeat(3_000), "a b&c=d#e", 7, {}, "endless"] as const;

export const rosterPage: fc.Arbitrary<DrawnPage> = fc.record({
  changes: mutations,
  repeat: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.constantFrom(0, 2, 20)),
  token: fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 4, arbitrary: fc.constantFrom(...tokens.slice(1, -1)) },
    fc.constant("endless" as const),
  ),
});

let endless = 0;

/** The trouble that makes a roster page of the true one. */
export const pageTrouble =
  ({ changes, repeat, token }: DrawnPage, others: readonly string[], met: () => void): Meddling =>
  (usually) => {
    met();
    const usual = usually();
    const body = isPlain(usual.body) ? usual.body : {};
    const members = Array.isArray(body.members) ? body.members : [];
    endless += 1;
    const continuationToken = token === "endless" ? `page-${endless}` : token;
    const page = {
      ...body,
      members: Array.from({ length: repeat }, () => members).flat(),
      ...(token === undefined ? {} : { continuationToken }),
    };
    return { ...usual, body: mutated(page, changes, others) };
  };

/** Statuses after which an answer to a person is sent once more, after a second where Teams names no time. */
const isSentAgain = (status: number) => [401, 408, 412, 429].includes(status) || status >= 500;

/**
 * The trouble of a drawn answer.
 * @param isQuick a person waits for the answer, so that no answer of Teams may make Gnist wait
 */
export const answerTrouble =
  ({ how }: DrawnAnswer, others: readonly string[], isQuick: boolean, met: () => void): Meddling =>
  (usually) => {
    met();
    if (how.do === "silence" || how.do === "drop") return isQuick ? { status: 400 } : how.do;
    if (how.do === "say") {
      const { status, body } = how;
      if (status < 300) usually();
      const retryAfter = isQuick && isSentAgain(status) ? "0" : how.retryAfter;
      const headers = { ...(body.type ? { "content-type": body.type } : {}), ...(retryAfter ? { "retry-after": retryAfter } : {}) };
      return { status, raw: status === 204 || status === 205 || status === 304 ? "" : body.raw, headers };
    }
    const usual = usually();
    if (how.do === "cut") return { status: usual.status, raw: JSON.stringify(usual.body ?? {}).slice(0, -3) };
    return { ...usual, body: mutated(usual.body, how.changes, others) };
  };
