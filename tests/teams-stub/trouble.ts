import type { Person, Place, Team } from "./world.ts";

/** Trouble between a bot and Teams, switched on by a test. */

/** `post`: a new message, also one that opens a channel thread. `put`: a message replaced. `open`: a chat opened. `read`: rosters, teams, channels. */
export type CallKind = "post" | "put" | "delete" | "open" | "read";

/** `raw`: the bytes of the body, where they are no JSON of a `body`. */
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The answer that the bot gets, a dropped connection, or silence. */
type Heard = Answer | "drop" | "silence";

/** `taken`: the message is posted despite the trouble. */
export type Trouble = { readonly taken: boolean; readonly hears: Heard };

/** Trouble that is made from the usual answer, which Teams gives, and does, when it is called. */
export type Meddling = (usually: () => Answer) => Heard;

export const fault = (status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body: { error: { code, message } },
  headers,
});

const refuse = (status: number, code: string, message: string): Trouble => ({ taken: false, hears: fault(status, code, message) });

const troubles = {
  /** The person blocked the bot: the form that has `error.code`. */
  blocked: refuse(403, "ConversationBlockedByUser", "User blocked the conversation with the bot."),
  /** The person blocked or removed the bot: the form whose `message` is JSON in a string. */
  "writes-blocked": {
    taken: false,
    hears: {
      status: 403,
      body: {
        errorCode: 209,
        message:
          '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is not accessible for writes.",\r\n  "errorCode": null,\r\n  "errorSubCode": null\r\n}',
      },
    },
  },
  "disabled-by-admin": refuse(403, "BotDisabledByAdmin", "The tenant admin disabled this bot"),
  "not-in-roster": refuse(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster."),
  "not-registered": refuse(401, "BotNotRegistered", "No registration found for this bot."),
  throttled: { taken: false, hears: fault(429, "Throttled", "Too many requests.", { "retry-after": "1" }) },
  "throttled-without-a-time": refuse(429, "Throttled", "Too many requests."),
  busy: refuse(412, "PreconditionFailed", "Precondition failed, please try again."),
  /** A 502 for a message that was not taken; the bot cannot tell it from `takes-and-answers-502`. */
  "bad-gateway": refuse(502, "ServiceError", "Bad gateway"),
  "takes-and-answers-502": { taken: true, hears: fault(502, "ServiceError", "Bad gateway") },
  "takes-and-drops": { taken: true, hears: "drop" },
  drops: { taken: false, hears: "drop" },
  "takes-and-never-answers": { taken: true, hears: "silence" },
  "never-answers": { taken: false, hears: "silence" },
} as const satisfies Readonly<Record<string, Trouble>>;

export type TroubleName = keyof typeof troubles;

type Reach = {
  /** Kinds of calls; default: posts and puts. */
  readonly on?: CallKind | readonly CallKind[];
  /** A person, a team (its channels), or the name of a person, team or channel; default: everybody. */
  readonly to?: Person | Team | string;
  /** Everybody and everything of this tenant. */
  readonly tenantId?: string;
};

/** The facts of a call that limits and troubles use. */
export type Call = { readonly kind: CallKind; readonly tenantId: string; readonly place?: Place };

const reaches = ({ on = ["post", "put"], to, tenantId }: Reach, call: Call): boolean => {
  const kinds: readonly CallKind[] = typeof on === "string" ? [on] : on;
  if (!kinds.includes(call.kind) || (tenantId !== undefined && tenantId !== call.tenantId)) return false;
  if (to === undefined) return true;
  const { place } = call;
  if (!place) return false;
  if (place.kind === "chat") return typeof to === "string" ? to === place.person.key : to === place.person;
  return typeof to === "string" ? [place.team.name, place.channel.name].includes(to) : to === place.team;
};

/** Most calls per number of seconds, Microsoft's table, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const windows = {
  send: [
    [7, 1],
    [8, 2],
    [60, 30],
    [1800, 3600],
  ],
  read: [
    [14, 1],
    [16, 2],
    [120, 30],
    [3600, 3600],
  ],
  tenant: [[50, 1]],
} as const;

export const buildTrouble = (now: () => number) => {
  type Standing = { readonly trouble: Trouble | Meddling; readonly reach: Reach; left: number };
  let standing: Standing[] = [];
  let latencyMs = 0;
  let limited = false;
  const passed = new Map<string, number[]>();

  const add = (count: number, what: TroubleName | Trouble | Meddling, reach: Reach): (() => void) => {
    const one: Standing = { trouble: typeof what === "string" ? troubles[what] : what, reach, left: count };
    standing.push(one);
    return () => {
      standing = standing.filter((each) => each !== one);
    };
  };

  /** Milliseconds until a key may be used again; 0 is now. */
  const waitFor = (key: string, limits: readonly (readonly [number, number])[]): number => {
    const times = passed.get(key) ?? [];
    const at = now();
    return Math.max(
      0,
      ...limits.map(([most, seconds]) => {
        const oldest = times[times.length - most];
        return oldest === undefined ? 0 : oldest + seconds * 1000 - at;
      }),
    );
  };

  return {
    /** Switches for a test. */
    api: {
      /** Makes the next `count` calls fail. */
      next: (count: number, what: TroubleName | Trouble | Meddling, reach: Reach = {}) => void add(count, what, reach),
      /** Makes every call fail until the returned function is called. */
      always: (what: TroubleName | Trouble, reach: Reach = {}) => add(Number.POSITIVE_INFINITY, what, reach),
      /** Makes every message to this person fail until the returned function is called. */
      of: (person: Person | string, what: TroubleName | Trouble) => add(Number.POSITIVE_INFINITY, what, { to: person }),
      /** Every answer takes this long. */
      latency: (ms: number) => {
        latencyMs = ms;
      },
      /** Teams' rate limits, off at first. They run on the stub's clock. */
      limits: (on: boolean) => {
        limited = on;
        passed.clear();
      },
      /** All is well again. */
      clear: () => {
        standing = [];
        latencyMs = 0;
        limited = false;
        passed.clear();
      },
    },
    latencyMs: () => latencyMs,
    /** The trouble that meets this call, used up by it. */
    meeting: (call: Call): Trouble | Meddling | undefined => {
      const met = standing.find((each) => each.left > 0 && reaches(each.reach, call));
      if (met) met.left -= 1;
      return met?.trouble;
    },
    /** 429 where a limit is passed; the call counts where it is not. */
    limit: (call: Call): Answer | undefined => {
      if (!limited) return undefined;
      const family = call.kind === "read" ? "read" : "send";
      const keys = [
        [`tenant|${call.tenantId}`, windows.tenant],
        ...(call.place ? [[`${call.kind === "open" ? "open" : family}|${call.place.id}`, windows[family]] as const] : []),
      ] as const;
      const waitMs = Math.max(...keys.map(([key, limits]) => waitFor(key, limits)));
      if (waitMs > 0)
        return fault(429, "Throttled", "Too many requests.", { "retry-after": String(Math.max(1, Math.ceil(waitMs / 1000))) });
      for (const [key] of keys) passed.set(key, [...(passed.get(key) ?? []), now()].slice(-3600));
      return undefined;
    },
  };
};

export type Troubles = ReturnType<typeof buildTrouble>;
