import { render } from "../../cards/index.ts";
import type { Action } from "../../src/domain/action.ts";
import { personIdOf, teamIdOf } from "../../src/domain/ids.ts";
import type { ChannelPlace, Incoming, Place, Reply, Who } from "../../src/domain/incoming.ts";
import { type Job, lanes } from "../../src/domain/job.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Message, MessageOf, Say } from "../../src/domain/message.ts";
import type { RosterMember } from "../../src/domain/roster.ts";
import { answer } from "../../src/entry/answer.ts";
import { recent } from "../../src/entry/recent.ts";
import { tick } from "../../src/entry/ticker.ts";
import { work } from "../../src/entry/worker.ts";
import type { KnownTeam } from "../../src/flows/flow.ts";
import { freePace } from "../../src/memory/free-pace.ts";
import { memoryJobs } from "../../src/memory/memory-jobs.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { type Change, type Channel, type Delivery, type Jobs, type Ports, StoreFault } from "../../src/ports.ts";
import type { Person } from "../../src/store/people.ts";
import { deadButtonsOf } from "../cards/check-card.ts";

export const tenantId = "11111111-1111-4111-8111-111111111111";
const serviceUrl = "http://127.0.0.1:1/";
export const teamsTeamId = "19:north@thread.tacv2";
export const teamId = teamIdOf(tenantId, teamsTeamId);
export const generalChannel = teamsTeamId;

/** A Monday morning in Stockholm, 09:00 local. */
export const monday = Date.parse("2026-11-23T08:00:00Z");

export type Posted = {
  readonly to: string;
  readonly message: Message;
  readonly language: Language;
  readonly messageId: string;
  readonly updated: number;
};

/** A call of the store or the queue, as far as tests count them; `rows`: how many were read. */
export type StoreCall = {
  readonly name: string;
  readonly partition: string;
  readonly range: string;
  readonly changes: readonly Change[];
  rows: number;
};

/** Rows that Azure gives at once; a list of more is asked for again (https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination). */
export const rowsOnPage = 1_000;

const callOf = (name: string, [first, second]: readonly unknown[]): StoreCall => ({
  name,
  partition: typeof first === "string" ? first : "",
  range: typeof second === "object" && second !== null && "from" in second ? String(second.from) : "",
  changes: Array.isArray(second) ? second : [],
  rows: 0,
});

const rowsIn = (result: unknown): number => (Array.isArray(result) ? result.length : result === undefined ? 0 : 1);

/**
 * A whole Gnist without its rims: the real flows, routes, clock and worker on the ports in memory, a channel that keeps what is said, and time that
 * stands still until it is moved. Randomness is seeded, so that a failure is the same each time. Whatever people get to see is rendered, and a button that
 * Gnist itself would not understand is a failure of the test.
 */
export const startWorld = async (names: readonly string[] = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"], seed = 1) => {
  let now = monday;
  let counter = seed * 1_000_000;
  let messages = 0;
  const posted: Posted[] = [];
  const dead: string[] = [];
  const look = (message: Message, language: Language) => {
    for (const button of deadButtonsOf(render(message, language).card)) dead.push(`${message.say}: ${button}`);
  };
  const logged: { readonly event: string; readonly facts: Readonly<Record<string, unknown>> }[] = [];
  let expectsTrouble = false;
  const roster: RosterMember[] = [];
  /** Who is in which team, by Teams' id of the team. */
  const rosters = new Map([[teamsTeamId, { name: "North clinic", members: roster }]]);
  /** What the channel answers instead of taking a message, by chat or channel. */
  const trouble = new Map<string, Delivery>();
  const random = () => {
    counter = (counter * 1_103_515_245 + 12_345) % 2_147_483_648;
    return counter / 2_147_483_648;
  };
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  const channel: Channel = {
    openChat: async ({ teamsId }) => ({ got: `chat:${teamsId}` }),
    post: async (to, message, language) => {
      const instead = trouble.get(to.conversationId);
      if (instead && instead.outcome !== "sent") return instead;
      look(message, language);
      messages += 1;
      const messageId = `m${messages}`;
      posted.push({ to: to.conversationId, message, language, messageId, updated: 0 });
      return { outcome: "sent", messageId };
    },
    update: async (to, messageId, message, language) => {
      const instead = trouble.get(to.conversationId);
      if (instead && instead.outcome !== "sent") return instead;
      const at = posted.findIndex((one) => one.messageId === messageId);
      const before = posted[at];
      if (!before) return { outcome: "refused", why: "gone", detail: "no such message" };
      look(message, language);
      posted[at] = { ...before, message, language, updated: before.updated + 1 };
      return { outcome: "sent", messageId };
    },
    roster: async ({ conversationId }, next) => {
      const members = rosters.get(conversationId)?.members ?? [];
      const from = Number(next ?? 0);
      const to = from + 50;
      return { got: { members: members.slice(from, to), ...(to < members.length ? { next: String(to) } : {}) } };
    },
    teamName: async ({ conversationId }) => ({ got: rosters.get(conversationId)?.name ?? "" }),
    channels: async ({ conversationId }) => ({ got: [{ id: conversationId, name: "General" }] }),
  };
  let patience: "endless" | "none" = "endless";
  const clock = { now: () => now, wait: () => (patience === "none" ? Promise.resolve() : new Promise<void>(() => undefined)) };
  const jobs = memoryJobs(clock);
  // Each call to the store or the queue passes the gate first, where a test may hold it up or let it fail.
  let gate: () => Promise<void> = async () => undefined;
  const calls: StoreCall[] = [];
  const gated = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return async (...given: unknown[]) => {
          const call = callOf(String(name), given);
          calls.push(call);
          await gate();
          const result: unknown = await Reflect.apply(value, target, given);
          call.rows = name === "get" || name === "list" ? rowsIn(result) : 0;
          // Each further page of a list is waited for as another call.
          for (let read = rowsOnPage; read < call.rows; read += rowsOnPage) await gate();
          return result;
        };
      },
    });
  const ports: Ports = {
    rows: gated(memoryRows()),
    jobs: gated(jobs as Jobs),
    channel,
    pace: freePace,
    clock,
    chance: { fraction: random, id: () => Array.from({ length: 22 }, () => alphabet[Math.floor(random() * 64)]).join("") },
    log: {
      info: (event, facts = {}) => void logged.push({ event, facts }),
      warn: (event, facts = {}) => void logged.push({ event, facts }),
      error: (event, facts = {}) => {
        logged.push({ event, facts });
        if (!expectsTrouble) process.stderr.write(`${event} ${JSON.stringify(facts)}\n`);
      },
    },
  };
  const settings = {
    local: false,
    zone: "Europe/Stockholm",
    admins: [] as string[],
    people: recent<Person>(
      () => now,
      30_000,
      100,
      ({ teams }) => teams.length > 0,
    ),
    teams: recent<KnownTeam | undefined>(
      () => now,
      10_000,
      100,
      (team) => team !== undefined,
    ),
    withinMs: 1_000,
  };

  const join = (name: string, isGuest = false): RosterMember => {
    const member: RosterMember = { teamsId: `29:${name}`, entraId: `entra-${name}`, name, isGuest };
    roster.push(member);
    return member;
  };
  for (const name of names) join(name);

  const who = (name: string): Who => ({ person: personId(name), teamsId: `29:${name}`, entraId: `entra-${name}`, name, language: "en" });
  const chat = (name: string): Place => ({ kind: "chat", address: { tenantId, serviceUrl, conversationId: `chat:29:${name}` } });
  const inChannel: ChannelPlace = {
    kind: "channel",
    address: { tenantId, serviceUrl, conversationId: generalChannel },
    team: teamId,
    teamsTeamId,
    channelId: generalChannel,
    teamName: "North clinic",
  };
  const channelOf = (name: string): ChannelPlace => {
    const id = `19:${name}@thread.tacv2`;
    return {
      kind: "channel",
      address: { tenantId, serviceUrl, conversationId: id },
      team: teamIdOf(tenantId, id),
      teamsTeamId: id,
      channelId: id,
      teamName: name,
    };
  };
  const noneDead = () => {
    if (dead.length > 0) throw new Error(`Buttons that Gnist does not understand:\n${dead.join("\n")}`);
  };
  const receive = async (incoming: Incoming): Promise<Reply | undefined> => {
    const reply = await answer(incoming, ports, settings);
    if (reply) look(reply.message, reply.language);
    noneDead();
    return reply;
  };

  /** Runs what is queued, over and over, until nothing is left that is not waiting for a later time. */
  const settle = async (): Promise<void> => {
    for (let idle = 0; idle < 2; ) {
      await tick(ports);
      const taken = (await Promise.all(lanes.toReversed().map((lane) => jobs.take(lane, 32, 60_000)))).flat();
      idle = taken.length === 0 ? idle + 1 : 0;
      for (const one of taken) await work(one, ports);
      // Jobs put before something was stored are hidden for a moment.
      if (taken.length === 0) now += 3_500;
    }
    noneDead();
  };

  const world = {
    ports,
    posted,
    /** Every line of the log. */
    logged: logged as readonly (typeof logged)[number][],
    /** Errors are part of the test: they are not shown. */
    expectTrouble() {
      expectsTrouble = true;
    },
    /** Every call of the store and the queue since the list was emptied. */
    calls,
    roster,
    rosters,
    trouble,
    join,
    receive,
    settle,
    inChannel,
    /** Names somebody as an admin in the configuration. */
    makeAdmin: (name: string) => void settings.admins.push(`entra-${name}`.toLowerCase()),
    runLocally() {
      settings.local = true;
    },
    now: () => now,
    async moveTo(at: string | number) {
      const wanted = typeof at === "string" ? Date.parse(at) : at;
      if (wanted > now) now = wanted;
      await settle();
    },
    async added(by = names[0] ?? "") {
      await receive({ happened: "added-to-team", who: who(by), place: inChannel });
      await settle();
    },
    /** Another team of the same tenant; who is in the first one by the same name is the same person. @returns its id */
    async addsTeam(name: string, members: readonly string[]): Promise<string> {
      const place = channelOf(name);
      const people = members.map((one) => ({ teamsId: `29:${one}`, entraId: `entra-${one}`, name: one, isGuest: false }));
      rosters.set(place.teamsTeamId, { name, members: people });
      await receive({ happened: "added-to-team", who: who(members[0] ?? ""), place });
      await settle();
      return place.team;
    },
    async writes(name: string, text: string, place: "chat" | "channel" = "chat"): Promise<Message> {
      const reply = await receive({
        happened: "wrote",
        who: who(name),
        place: place === "chat" ? chat(name) : inChannel,
        text,
        activity: String(now),
      });
      await settle();
      if (!reply) throw new Error(`"${text}" was not answered`);
      return reply.message;
    },
    async presses(name: string, data: Action | Record<string, unknown>, place: "chat" | "channel" = "chat"): Promise<Message> {
      const reply = await receive({ happened: "pressed", who: who(name), place: place === "chat" ? chat(name) : inChannel, data });
      await settle();
      if (!reply) throw new Error("the press was not answered");
      return reply.message;
    },
    /** What a person has been sent in their chat, of one kind. */
    got<S extends Say>(name: string, say: S): readonly MessageOf<S>[] {
      return posted
        .filter((one) => one.to === `chat:29:${name}`)
        .flatMap((one) => (one.message.say === say ? [one.message as MessageOf<S>] : []));
    },
    inTeam<S extends Say>(say: S): readonly MessageOf<S>[] {
      return posted
        .filter((one) => one.to === generalChannel)
        .flatMap((one) => (one.message.say === say ? [one.message as MessageOf<S>] : []));
    },
    put: (job: Job) => jobs.put(job),
    /** The store gives no answer; `slow` lets nobody wait for it any longer. @param calls it answers this many calls first */
    storeIs(how: "well" | "down" | "slow", calls = Number.POSITIVE_INFINITY) {
      patience = how === "slow" ? "none" : "endless";
      const down = () => Promise.reject(new StoreFault("down"));
      let left = calls;
      if (how === "well") gate = () => (left-- > 0 ? Promise.resolve() : down());
      else gate = how === "down" ? down : () => new Promise(() => undefined);
    },
    /** How many times in a row something waits for the store: calls made side by side count as one. */
    async waitsIn(act: () => Promise<unknown>): Promise<number> {
      const waiting: (() => void)[] = [];
      gate = () => new Promise((go) => waiting.push(go));
      let ended = false;
      const acting = act().finally(() => {
        ended = true;
      });
      let waits = 0;
      while (!ended) {
        for (let turns = 0; turns < 20 && waiting.length === 0; turns++) await new Promise((next) => setImmediate(next));
        // All that stand there go at once, as they would after the same time.
        await new Promise((next) => setImmediate(next));
        if (waiting.length > 0) waits += 1;
        for (const go of waiting.splice(0)) go();
        await new Promise((next) => setImmediate(next));
      }
      gate = async () => undefined;
      await acting;
      return waits;
    },
    /** Without letting jobs run, as a person waits for it. */
    press: (name: string, data: Record<string, unknown>, place: "chat" | "channel" = "chat") =>
      receive({ happened: "pressed", who: who(name), place: place === "chat" ? chat(name) : inChannel, data }),
    takesGnistAway: (name: string) => receive({ happened: "removed-from-person", who: who(name), place: chat(name) }),
    write: (name: string, text: string) => receive({ happened: "wrote", who: who(name), place: chat(name), text, activity: String(now) }),
  };
  return world;
};

export const personId = (name: string) => personIdOf(tenantId, { entraId: `entra-${name}`, teamsId: `29:${name}` });

/** The message, where it is of the kind that was expected. */
export const expectSay = <S extends Say>(message: Message | undefined, say: S): MessageOf<S> => {
  if (message?.say !== say) throw new Error(`expected ${say}, got ${JSON.stringify(message)}`);
  return message as MessageOf<S>;
};
