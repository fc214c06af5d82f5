import fc from "fast-check";
import type { Person } from "../teams-stub/world.ts";
import type { Card, Plain } from "../world/cards.ts";
import { isPlain } from "../world/cards.ts";
import { type Random, seeded } from "../world/chance.ts";
import { hour, minute, second, thisRound } from "../world/moments.ts";
import { deedsWithTokens, openAddresses } from "./addresses.ts";
import { answerTrouble, connectorAnswer, pageTrouble, rosterPage } from "./answers.ts";
import { activities, cardIn, cardsBefore, chatOf, type Form, formsOf, generalOf, groupChat, pressOf, unarchived, ways } from "./bodies.ts";
import { type Mutation, mutated, mutations } from "./mutate.ts";
import { aRequest } from "./requests.ts";
import type { HostileWorld } from "./world.ts";

/** One step of a hostile week: a body for the door, pages of a roster, answers of the Bot Connector, or requests to the addresses that anybody may call. */

const oddBytes = ["cut", "empty", "not JSON", "a list", "null", "a text", "a number", "large", "deep", "a mark first", "twice"] as const;
const oddServices = [
  "http://127.0.0.1:9/",
  "http://localhost:9/a/b/",
  "https://evil.example/",
  "javascript:alert(1)",
  "http://127.0.0.1:9/?a=b#c",
  "http://x:y@127.0.0.1:9/",
  "",
  "\uD83D",
] as const;

const bytes = fc.oneof({ weight: 30, arbitrary: fc.constant(undefined) }, fc.constantFrom(...oddBytes));
const service = fc.oneof({ weight: 25, arbitrary: fc.constant(undefined) }, fc.constantFrom(...oddServices));
const seed = fc.nat();

const anActivity = fc.record({
  sort: fc.constant("activity" as const),
  name: fc.constantFrom(...Object.keys(activities)),
  seed,
  changes: mutations,
  bytes,
  service,
});
const aForm = fc.record({
  sort: fc.constant("form" as const),
  isShown: fc.boolean(),
  /** The idea and the team that a button is about stay as they are, so that Gnist reads on. */
  isKept: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, fc.constant(false)),
  isForeign: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, fc.constant(true)),
  way: fc.oneof({ weight: 5, arbitrary: fc.constant<(typeof ways)[number]>("execute") }, fc.constantFrom(...ways)),
  seed,
  changes: mutations,
  around: fc.oneof({ weight: 4, arbitrary: fc.constant<readonly Mutation[]>([]) }, mutations),
});
const somePages = fc.record({ sort: fc.constant("page" as const), pages: fc.array(rosterPage, { minLength: 1, maxLength: 3 }), seed });
const someAnswers = fc.record({
  sort: fc.constant("answer" as const),
  answers: fc.array(connectorAnswer, { minLength: 1, maxLength: 6 }),
  deed: fc.constantFrom("hours", "days", "word", "press", "roster"),
  seed,
});
const someRequests = fc.record({
  sort: fc.constant("request" as const),
  requests: fc.array(aRequest, { minLength: 1, maxLength: 4 }),
  deed: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.constantFrom(...deedsWithTokens) }),
});

export const aStep = fc.oneof(
  { weight: 26, arbitrary: anActivity },
  { weight: 48, arbitrary: aForm },
  { weight: 8, arbitrary: somePages },
  { weight: 18, arbitrary: someAnswers },
  { weight: 15, arbitrary: someRequests },
);

export type Step = typeof aStep extends fc.Arbitrary<infer One> ? One : never;

export const sorts = ["activity", "form", "page", "answer", "request"] as const;
export type Tally = Record<(typeof sorts)[number], number>;

/** People who send: members, a guest, an admin, and somebody of the other team. Nina and Eva send nothing until the clean week. */
const senders = ["Sara Lind", "Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg", "Gus Guest", "Ada Admin", "Ola Ek"];

/** Where a place of an activity stays as it is: mutated ports of this machine would be those of strangers. */
const isService = (path: readonly (string | number)[]) => path[0] === "serviceUrl";

const routing = new Set<string | number>(["verb", "team", "idea", "into", "digest", "draft", "group", "page"]);
const isRouting = (path: readonly (string | number)[]) => routing.has(path[0] ?? "");

const asBytes = (text: string, how: (typeof oddBytes)[number] | undefined): string => {
  switch (how) {
    case undefined:
      return text;
    case "cut":
      return text.slice(0, Math.floor(text.length / 2));
    case "empty":
      return "";
    case "not JSON":
      return "<html>EVIL</html>";
    case "a list":
      return `[${text}]`;
    case "null":
      return "null";
    case "a text":
      return JSON.stringify(text);
    case "a number":
      return "7";
    case "large":
      return `{"x":"${"x".repeat(400_000)}",${text.slice(1)}`;
    case "deep":
      return `{"x":${"[".repeat(30_000)}${"]".repeat(30_000)},${text.slice(1)}`;
    case "a mark first":
      return `\uFEFF${text}`;
    case "twice":
      return text + text;
  }
};

/** Ids of this world in place of those that a form of the journeys has. */
const withLiveIds = async (form: Form, world: HostileWorld, { pick }: Random): Promise<Form> => {
  const ideas = await world.ideas(world.ids.north);
  const live = (key: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => live(key, one));
    if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, live(name, one)]));
    if (key === "team") return world.ids.north;
    if (key === "digest" || key === "round" || key === "week") return thisRound.id;
    if ((key === "idea" || key === "into") && ideas.length > 0) return pick(ideas);
    return value;
  };
  return { ...form, data: live("", form.data) as Plain };
};

/**
 * Plays steps in a world.
 * @param journeys the forms of all cards that the journeys show
 * @param tally counts what Gnist has met
 * @param heard gets the place and the status of each answer to a request
 */
export const openPlay = (world: HostileWorld, journeys: readonly Form[], tally: Tally, heard: Set<string>) => {
  const addresses = openAddresses(world, heard);
  const { stub, door, north, south, ids } = world;
  const answered: { readonly card: Card; readonly to: Person }[] = [];
  /** Strings that a change may take in. Teams' own word on another team is not Gnist's to doubt, so that events never name the south. */
  const ours = [ids.north, north.id, ...north.members.flatMap(({ teamsId, entraId, chatId }) => [teamsId, entraId, chatId])];
  const theirs = [ids.south, south.id, ...south.members.flatMap(({ teamsId, entraId, chatId }) => [teamsId, entraId, chatId])];

  const senderOf = ({ pick }: Random) => {
    const person = stub.world.find(pick(senders));
    const [, side] = north.channels;
    const channel = { ...generalOf(north), id: pick([north.id, side?.id ?? north.id]) };
    return { person, where: pick([chatOf(person), chatOf(person), channel, channel, groupChat]) };
  };

  const send = async (activity: unknown, how?: (typeof oddBytes)[number]): Promise<string> => {
    const { status, text } = await door.send(asBytes(JSON.stringify(activity) ?? "", how));
    const isUnknown = door.logged.some(({ facts }) => facts.why === "unknown-invoke" && facts.status === status);
    if (status >= 500 && !(status === 501 && isUnknown))
      throw new Error(`The door answered ${status}: ${text} ${JSON.stringify(door.logged.filter(({ level }) => level === "error"))}`);
    return text;
  };

  const formFor = async (person: Person, isShown: boolean, random: Random): Promise<Form | undefined> => {
    const shown = cardsBefore(world, person).map(({ card }) => card);
    const cards = [...shown, ...answered.filter(({ to }) => to === person).map(({ card }) => card)];
    const forms = isShown && cards.length > 0 ? formsOf(random.pick(cards)) : [];
    return forms.length > 0 ? random.pick(forms) : journeys.length > 0 ? withLiveIds(random.pick(journeys), world, random) : undefined;
  };

  const press = async (
    step: Pick<Extract<Step, { sort: "form" }>, "isShown" | "isKept" | "isForeign" | "way">,
    random: Random,
    changes: readonly Mutation[],
    around: readonly Mutation[] = [],
  ) => {
    const { person, where } = senderOf(random);
    const form = await formFor(person, step.isShown, random);
    if (!form) return;
    const whole = { ...form.data, ...form.inputs, ...(step.isForeign && "team" in form.data ? { team: ids.south } : {}) };
    const data = mutated(whole, changes, [...ours, ...theirs], step.isKept ? isRouting : undefined);
    const activity = mutated(
      pressOf(world, { person, where, way: step.way, verb: form.verb, data }),
      around,
      [...ours, ...theirs],
      isService,
    );
    const card = cardIn(await send(activity));
    if (card) answered.push({ card, to: person });
    if (answered.length > 60) answered.shift();
  };

  const deeds = {
    hours: async (random: Random) => world.moveTo(world.now() + random.between(1, 12) * hour),
    days: async (random: Random) => world.moveTo(world.now() + random.between(1, 3) * 24 * hour, 4 * hour),
    word: async (random: Random) => {
      const { person, where } = senderOf(random);
      const make = random.pick(["message", "message with mentions", "message unseen by others"]);
      await send(activities[make]?.(world, person, where, random));
    },
    press: async (random: Random) => press({ isShown: true, isKept: true, isForeign: false, way: random.pick(ways) }, random, []),
    roster: async (random: Random) => {
      const { person } = senderOf(random);
      await send(activities.event?.(world, person, generalOf(north), { pick: (from) => from[0] as never }));
      await world.moveTo(world.now() + minute, minute);
    },
  };

  /** Teams takes back what an event or a roster rightly did, such as taking Gnist away: else the rest of the steps would meet a team at rest. */
  const restore = async (): Promise<void> => {
    stub.trouble.clear();
    await stub.installs(north);
    await send(unarchived(world, north, north.members[0] as Person));
    await world.moveTo(world.now() + minute, minute);
  };

  return {
    step: async (step: Step): Promise<void> => {
      if (step.sort === "request") {
        tally.request += step.requests.length;
        return addresses.asks(step.requests, step.deed);
      }
      const random = seeded(step.seed);
      const met = () => {
        tally[step.sort] += 1;
      };
      switch (step.sort) {
        case "activity": {
          const { person, where } = senderOf(random);
          const whole = activities[step.name]?.(world, person, where, random) ?? {};
          const isEvent = step.name === "event" || step.name === "installation";
          const changed = mutated(whole, step.changes, isEvent ? ours : [...ours, ...theirs], isService);
          met();
          await send(step.service === undefined || !isPlain(changed) ? changed : { ...changed, serviceUrl: step.service }, step.bytes);
          break;
        }
        case "form":
          met();
          await press(step, random, step.changes, step.around);
          break;
        case "page":
          for (const page of step.pages) stub.trouble.next(page.token === "endless" ? 30 : 1, pageTrouble(page, ours, met), { on: "read" });
          await deeds.roster(random);
          break;
        case "answer": {
          const isQuick = step.deed === "word" || step.deed === "press";
          for (const one of step.answers) stub.trouble.next(1, answerTrouble(one, ours, isQuick, met), { on: one.on });
          await deeds[step.deed](random);
          break;
        }
      }
      stub.trouble.clear();
      const mayRest = step.sort === "page" || (step.sort === "activity" && (step.name === "event" || step.name === "installation"));
      await (mayRest ? restore() : world.moveTo(world.now() + second, second));
    },
  };
};
