import type { Message } from "../../src/domain/message/index.ts";
import type { RosterMember } from "../../src/domain/teams/roster.ts";
import type { Call, ConnectorRequest } from "../../src/teams/calls.ts";
import { type Fault, faultOf, faultOfAnswer } from "../../src/teams/delivery.ts";
import type { Random } from "../world/chance.ts";
import { chatIdOf } from "../world/places.ts";
import type { Life, Time } from "./time.ts";

/** Rates of faults of a call to Teams. Each ambiguous fault has two kinds: Teams has taken the message, or it has not. */
export type TeamsRates = {
  /** The connection is reset. */
  readonly reset: number;
  /** 502, 503, 504 or 408. */
  readonly broken: number;
  /** No answer ever. */
  readonly silent: number;
  /** 429 without a Retry-After. */
  readonly throttled: number;
  /** 412, after which the call is to be repeated. */
  readonly again: number;
  /** No connection is made. */
  readonly refused: number;
};

export const wellTeams: TeamsRates = { reset: 0, broken: 0, silent: 0, throttled: 0, again: 0, refused: 0 };

/** A person's state in Teams, which decides the answer to a message. */
type PersonState = "there" | "blocked" | "uninstalled" | "gone";

/** A message that Teams took in. */
export type Taken = {
  readonly at: number;
  readonly by: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly messageId: string;
  readonly message: Message;
  /** The person whose chat it is; missing for a channel. */
  readonly person?: string;
};

/** A team as Teams has it. */
export type TeamsTeam = { readonly teamsId: string; readonly tenant: string; name: string; readonly members: TeamsPerson[] };
export type TeamsPerson = RosterMember & { readonly entraId: string };

type PostStep = "post-asked" | "post-taken" | "post-answered";

const perSecond = 50;
/** Rate limits of a conversation, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const threadLimits = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

/** Time limit of a call (ms), as in teams/open-teams.ts. */
const limitMs = 15_000;

const arrivesAfterDeath = 0.5;

type Refused = { readonly status: number; readonly body?: unknown; readonly retryAfter?: number };
type Broken = { readonly code: string };

const faultFrom = (how: Refused | Broken): Fault =>
  "code" in how
    ? faultOf(how, true)
    : faultOfAnswer({ status: how.status, body: JSON.stringify(how.body ?? {}), retryAfter: how.retryAfter?.toString() });

/** One refusal, in the two shapes that Teams has for it. */
const blocked: readonly Refused[] = [
  {
    status: 403,
    body: { errorCode: 209, message: JSON.stringify({ subCode: "MessageWritesBlocked", details: "Thread is not accessible" }) },
  },
  { status: 403, body: { error: { code: "ConversationBlockedByUser", message: "User blocked the conversation with the bot." } } },
];
const uninstalled: readonly Refused[] = [
  { status: 403, body: { error: { code: "BotNotInConversationRoster", message: "The bot is not part of the conversation roster." } } },
  { status: 403, body: { error: { code: "ForbiddenOperationException", message: "Bot is not installed in user's personal scope." } } },
];
const gone: Refused = { status: 404, body: { error: { code: "ConversationNotFound", message: "Conversation not found." } } };
const notRegistered: Refused = { status: 401, body: { error: { code: "BotNotRegistered", message: "The bot is not registered." } } };

export type Connector = ReturnType<typeof openConnector>;

/**
 * A fake Teams behind its REST interface: it receives messages, keeps a ledger of them, answers as Teams does, and fails at the given rates. Checks never use
 * the bot's own view; the ledger is the truth.
 */
export const openConnector = (time: Time, random: Random) => {
  const ledger: Taken[] = [];
  const teams = new Map<string, TeamsTeam>();
  const people = new Map<string, PersonState>();
  const calls = new Map<string, number[]>();
  const inThread = new Map<string, number[]>();
  /** Messages whose fate the bot cannot know, by receiver and kind. */
  const ambiguous = new Set<string>();
  /** Calls beyond a rate limit. */
  let tooMany = 0;
  const askedAt: { readonly at: number; readonly tenant: string; readonly by: string }[] = [];
  const refusedAt: { readonly at: number; readonly tenant: string; readonly status: number }[] = [];
  let rates = wellTeams;
  /** Stopped tenants, each with the end and the answer. */
  const stopped = new Map<string, { readonly until: number; readonly how: Refused }>();
  /** Planned answers to the next calls of a kind, for cases that need an exact fault. */
  const planned: { readonly taken: boolean; readonly how: Refused | Broken | "silent"; readonly only: (message: Message) => boolean }[] =
    [];
  let onStep: (step: PostStep, life: Life, message: Message) => void = () => undefined;
  const onTaken: ((taken: Taken) => void)[] = [];
  let messages = 0;

  const leg = () => random.between(5, 45);

  const lately = (of: Map<string, number[]>, key: string, ms: number): number[] => {
    const all = of.get(key) ?? [];
    while (all.length > 0 && (all[0] as number) <= time.now() - ms) all.shift();
    of.set(key, all);
    return all;
  };

  /** Teams' own limits; a refused call counts as well. */
  const isTooMuch = (tenant: string, conversation: string | undefined): boolean => {
    const last = lately(calls, tenant, 1_000);
    last.push(time.now());
    if (last.length > perSecond) return true;
    if (conversation === undefined) return false;
    const thread = lately(inThread, conversation, 3_600_000);
    thread.push(time.now());
    return threadLimits.some(([most, ms]) => {
      const before = thread.at(-1 - most);
      return before !== undefined && before > time.now() - ms;
    });
  };

  type Fortune = { readonly taken: boolean; readonly how: Refused | Broken | "silent" };

  const fateOf = (message: Message | undefined): Fortune | undefined => {
    const at = message ? planned.findIndex(({ only }) => only(message)) : -1;
    if (at >= 0) return planned.splice(at, 1)[0];
    const taken = random.happens(0.5);
    if (random.happens(rates.refused)) return { taken: false, how: { code: "ECONNREFUSED" } };
    if (random.happens(rates.reset)) return { taken, how: { code: "ECONNRESET" } };
    if (random.happens(rates.broken)) return { taken, how: { status: random.pick([502, 503, 504, 408]) } };
    if (random.happens(rates.silent)) return { taken, how: "silent" };
    if (random.happens(rates.throttled)) return { taken: false, how: { status: 429 } };
    return random.happens(rates.again)
      ? { taken: false, how: { status: 412, body: { error: { code: "PreconditionFailed" } } } }
      : undefined;
  };

  const refusalFor = (person: string | undefined): Refused | undefined => {
    switch (person === undefined ? "there" : people.get(person)) {
      case "blocked":
        return random.pick(blocked);
      case "uninstalled":
        return random.pick(uninstalled);
      case "gone":
        return gone;
      default:
        return undefined;
    }
  };

  type Answer = Awaited<ReturnType<Call>>;
  type MadeCall = {
    readonly what: string;
    readonly tenant: string;
    readonly conversation?: string;
    readonly person?: string;
    readonly message?: Message;
    take(): unknown;
  };

  const nameOf = (message: Message, person: string | undefined) =>
    `${person ?? ""}|${message.say === "idea-form" ? `${message.why}|${message.round}` : message.say === "digest" ? message.digest.id : message.say}`;

  /** One HTTP request: on its way, taken or not, and its answer on its way back. */
  const take = (
    life: Life,
    { what, tenant, conversation, person, message, take: make }: MadeCall,
    answer: (answer: Answer) => void,
  ): void => {
    if (life.state === "dead") return;
    askedAt.push({ at: time.now(), tenant, by: life.name });
    if (message) onStep("post-asked", life, message);
    const refuse = (how: Refused | Broken) => {
      if ("status" in how && how.status === 429) refusedAt.push({ at: time.now(), tenant, status: how.status });
      time.note(`Teams to ${life.name} ${what}: ${"code" in how ? how.code : how.status}`);
      time.after(leg(), "", () => answer({ no: faultFrom(how) }), life);
    };
    time.after(leg(), "", () => {
      if (life.state === "dead" && !random.happens(arrivesAfterDeath)) return;
      const stop = stopped.get(tenant);
      if (isTooMuch(tenant, conversation)) {
        tooMany += 1;
        return refuse({ status: 429, retryAfter: 1 });
      }
      if (stop && stop.until > time.now()) return refuse(stop.how);
      const fate = fateOf(message);
      const refused = refusalFor(person);
      if (refused) return refuse(refused);
      if (fate && message && (fate.how === "silent" || "code" in fate.how || fate.how.status >= 500 || fate.how.status === 408))
        ambiguous.add(nameOf(message, person));
      if (fate && !fate.taken) return fate.how === "silent" ? undefined : refuse(fate.how);
      const made = make();
      if (message) {
        time.note(`Teams takes ${what} of ${life.name}`);
        onStep("post-taken", life, message);
      }
      if (fate) return fate.how === "silent" ? undefined : refuse(fate.how);
      time.after(
        leg(),
        "",
        () => {
          answer({ got: made });
          if (message) onStep("post-answered", life, message);
        },
        life,
      );
      return undefined;
    });
  };

  const keep = (life: Life, tenant: string, conversation: string, message: Message, person?: string): string => {
    messages += 1;
    const messageId = String(1_700_000_000_000 + messages);
    const taken = { at: time.now(), by: life.name, tenant, conversation, messageId, message, ...(person ? { person } : {}) };
    ledger.push(taken);
    for (const watch of onTaken) watch(taken);
    return messageId;
  };

  /** The card is the message itself: what it looks like is tested elsewhere. */
  const messageIn = (activity: unknown): Message => (activity as { attachments: [{ content: Message }] }).attachments[0].content;

  /** The call that a request of channel.ts makes. */
  const callOf = (by: Life, tenant: string, { method, path, body }: ConnectorRequest): MadeCall => {
    const [, collection, encoded = "", rest = ""] = /^v3\/(\w+)\/?([^/]*)\/?(.*)$/.exec(path) ?? [];
    const conversation = decodeURIComponent(encoded);
    if (collection === "teams")
      return rest === "conversations"
        ? { what: `channels ${conversation}`, tenant, take: () => ({ conversations: [{ id: conversation, name: "" }] }) }
        : { what: `team ${conversation}`, tenant, take: () => ({ name: teams.get(conversation)?.name ?? "" }) };
    if (method === "GET") return rosterCall(tenant, conversation, new URLSearchParams(rest.split("?")[1]));
    if (method === "PUT") {
      const id = rest.split("/").at(-1);
      return { what: `renews ${id}`, tenant, conversation, take: () => ({ id }) };
    }
    if (conversation !== "") {
      const person = `29:${conversation.slice(2)}`;
      const message = messageIn(body);
      const what = `${message.say}${"why" in message ? ` ${message.why}` : ""} to ${conversation}`;
      return { what, tenant, conversation, person, message, take: () => ({ id: keep(by, tenant, conversation, message, person) }) };
    }
    const given = body as NewConversation;
    if (!given.isGroup) {
      const teamsId = given.members[0].id;
      return { what: `opens ${teamsId}`, tenant, person: teamsId, take: () => ({ id: chatIdOf(teamsId) }) };
    }
    const channel = given.channelData.channel.id;
    const message = messageIn(given.activity);
    return {
      what: `${message.say} to ${channel}`,
      tenant,
      conversation: channel,
      message,
      take: () => {
        const id = keep(by, tenant, channel, message);
        return { id: `${channel};messageid=${id}`, activityId: id };
      },
    };
  };

  const rosterCall = (tenant: string, id: string, query: URLSearchParams): MadeCall => ({
    what: `roster ${id}`,
    tenant,
    take: () => {
      const pageSize = Number(query.get("pageSize"));
      const from = Number(query.get("continuationToken") ?? 0);
      const all = teams.get(id)?.members ?? [];
      const members = all.slice(from, from + pageSize).map(({ teamsId, entraId, name, isGuest }) => ({
        id: teamsId,
        objectId: entraId,
        name,
        tenantId: tenant,
        userRole: isGuest ? "guest" : "user",
      }));
      return { members, ...(from + pageSize < all.length ? { continuationToken: String(from + pageSize) } : {}) };
    },
  });

  return {
    ledger: ledger as readonly Taken[],
    teams,
    people,
    /** Whether the bot cannot know if Teams has taken this round's question. */
    isAmbiguousPrompt: (round: string, person: string | undefined) => ambiguous.has(`${person ?? ""}|prompt|${round}`),
    sawAmbiguous: () => ambiguous.size > 0,
    /** Every call, when it left the instance that made it. */
    askedAt: askedAt as readonly { readonly at: number; readonly tenant: string; readonly by: string }[],
    /** Every 429. */
    refusedAt: refusedAt as readonly { readonly at: number; readonly tenant: string; readonly status: number }[],
    /** Number of calls beyond the limit of a second or of a conversation. */
    tooMany: () => tooMany,
    setRates(fresh: TeamsRates): void {
      rates = fresh;
    },
    /** Plans the answers to the next matching posts. */
    plan(how: Refused | Broken | "silent", taken: boolean, only: (message: Message) => boolean, times = 1): void {
      for (let one = 0; one < times; one++) planned.push({ how, taken, only });
    },
    /** Refuses a whole tenant for `ms`. @param retryAfter seconds, where Teams names them */
    throttle(tenant: string, ms: number, retryAfter?: number): void {
      stopped.set(tenant, { until: time.now() + ms, how: { status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) } });
      time.note(`Teams throttles ${tenant} for ${ms} ms`);
    },
    unregister(tenant: string, ms: number): void {
      stopped.set(tenant, { until: time.now() + ms, how: notRegistered });
    },
    well(): void {
      rates = wellTeams;
      planned.length = 0;
      stopped.clear();
    },
    steps(watch: typeof onStep): void {
      onStep = watch;
    },
    whenTaken(watch: (taken: Taken) => void): void {
      onTaken.push(watch);
    },
    /** A `Call` as in teams/calls.ts: one request, over within the time limit, never rejecting. */
    callFrom:
      (life: Life): Call =>
      (serviceUrl, request) =>
        new Promise((resolve) => {
          const timer = time.after(limitMs, "", () => resolve({ no: { left: true, code: "TimedOut" } }), life, "timer");
          // Each tenant has a service URL of its own here, since a call names no tenant.
          take(life, callOf(life, tenantIn(serviceUrl), request), (answer) => {
            timer.cancelled = true;
            resolve(answer);
          });
        }),
  };
};

/** The body of `POST v3/conversations`, for a chat or a channel's new post. */
type NewConversation =
  | { readonly isGroup: false; readonly members: readonly [{ readonly id: string }] }
  | { readonly isGroup: true; readonly channelData: { readonly channel: { readonly id: string } }; readonly activity: unknown };

const tenantIn = (serviceUrl: string) => serviceUrl.split("/")[3] ?? "";
