import type { Jobs, Rows } from "../../src/ports.ts";
import { textOf } from "../world/cards.ts";
import { seeded } from "../world/chance.ts";
import { openExported } from "../world/exported.ts";
import { day, roundAfter } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { expectSay, startWorld, teamId, type World } from "../world/world.ts";
import { keyOf, type Look, type Loot, type Role } from "./attacker.ts";
import { linesOfExport, resultsOf } from "./taken.ts";

/** An engine under the play. */
export type Engine = {
  readonly rows: Rows;
  readonly jobs: Jobs;
  /** Every row, with the moment (ms) at which the engine says that it was written, and the bytes of the store's files, if any. */
  take(world: World): Promise<Pick<Loot, "rows" | "files">>;
  stop(): Promise<void>;
};

export const rounds = 14;
/** People who write without a trace in each round. */
export const writersEach = 8;
/** People who answer in each round, those who write in the usual way or have nothing among them. */
export const answersEach = writersEach + 4;

const lead = "Lisa Lead";
const members = [lead, ...Array.from({ length: 19 }, (_, at) => `${String.fromCharCode(65 + at)}nna Berg`)];

/** The engines know no other clock than this one: what they store has the moments of the play. */
const underClockOf = (now: () => number): (() => void) => {
  const real = globalThis.Date;
  class PlayedDate extends real {
    constructor(...given: readonly [] | readonly [number | string]) {
      super(given[0] ?? now());
    }
    static override now = () => now();
  }
  globalThis.Date = PlayedDate as DateConstructor;
  return () => {
    globalThis.Date = real;
  };
};

/** Looks of the people of each role, as they read what they call up. */
const openRoles = async (world: World) => {
  const [first, admin, coordinator] = [lead, "Ada Min", "Cora Office"].map((name) => world.person(name)) as [Person, Person, Person];
  const office = { in: "Office" } as const;
  const results = await resultsOf(world, first);
  const cardsOf = (person: Person, from: number, where = {}) =>
    person
      .sees(where)
      .slice(from)
      .map(({ card, message }) => (card ? textOf(card) : JSON.stringify(message)));
  const reads = async (person: Person, ...calls: readonly (() => Promise<unknown>)[]): Promise<readonly string[]> => {
    const from = person.sees().length;
    for (const call of calls) await call();
    return cardsOf(person, from);
  };
  return {
    office,
    /** After each answer; an export after each would cost more than all else. */
    looks: async (): Promise<Readonly<Record<Role, readonly string[]>>> => ({
      lead: [
        ...(await reads(
          first,
          () => first.writes("draft"),
          () => first.writes("status"),
          () => first.writes("numbers"),
        )),
        ...(await results()),
      ],
      admin: await reads(
        admin,
        () => admin.writes("status"),
        () => admin.writes("numbers"),
      ),
      coordinator: cardsOf(coordinator, 0, office),
    }),
    /** Everything else, in the end: also each idea's story. */
    all: async (most: number): Promise<Readonly<Record<Role, readonly string[]>>> => {
      const stories = Array.from({ length: most }, (_, at) => () => first.writes(`#${at + 1}`));
      const settings = ["When", "Where", "Who", "What"].flatMap((group) => [() => first.presses(group), () => first.presses("Back")]);
      const leads = await reads(
        first,
        ...stories,
        ...["digest", "my data", "my ideas", "review", "settings"].map((words) => () => first.writes(words)),
        ...settings,
        () => first.presses("Latest changes"),
        () => first.writes("review"),
        () => first.presses("Agenda"),
      );
      const admins = await reads(
        admin,
        ...["teams", "defaults", "my data", "numbers"].map((words) => () => admin.writes(words)),
        () => admin.presses("List of teams"),
        () => admin.sendsByHand({ verb: "show-audit", page: 0 }),
      );
      return {
        lead: [
          ...leads,
          ...cardsOf(first, 0),
          ...cardsOf(first, 0, { in: "channel" }),
          ...(await linesOfExport(world, first)),
          ...(await results()),
        ],
        admin: [...admins, ...cardsOf(admin, 0), ...(await linesOfExport(world, admin))],
        coordinator: [
          ...(await reads(
            coordinator,
            () => coordinator.writes("status"),
            () => coordinator.writes("digest"),
            () => coordinator.writes("numbers"),
            () => coordinator.presses("All teams"),
          )),
          ...cardsOf(coordinator, 0, office),
        ],
      };
    },
  };
};

export type Played = {
  /** The author of each text, by its key, as nobody but the test knows. */
  readonly truth: ReadonlyMap<string, string>;
  readonly loot: Loot;
  /** The store a moment before its last group is shown: the rows still say who wrote. */
  readonly before: Loot;
};

/**
 * Plays a team of 20 in which eight people a round write without a trace. Meanwhile some change or withdraw their text, others send usual ideas or nothing, and
 * once a text is shown, people follow, change, ask about, answer and pass it on.
 */
export const play = async (engine: Engine): Promise<Played> => {
  const truth = new Map<string, string>();
  const put: { readonly job: unknown; readonly at: number }[] = [];
  let now = () => 0;
  const jobs: Jobs = {
    ...engine.jobs,
    put: (job, afterMs) => {
      put.push({ job, at: now() });
      return engine.jobs.put(job, afterMs);
    },
  };
  const { watch, spans, stop } = openExported();
  const world = await startWorld(members, 14, { rows: engine.rows, jobs: () => jobs, watch });
  now = world.now;
  const inRealTime = underClockOf(world.now);
  try {
    world.makeAdmin("Ada Min");
    await world.added(lead);
    world.hasUrl("https://gnist.example.org");
    await world.addsTeam("Office", ["Cora Office"]);
    await world.person("Cora Office").writes("coordinators here", { in: "Office" });
    const leader = world.person(lead);
    await leader.sets({ Coordinators: "Office" });
    const random = seeded(14);
    const roles = await openRoles(world);
    const looks: Look[] = [];
    const look = async (round: number, person: string) => {
      for (const [role, cards] of Object.entries(await roles.looks())) looks.push({ role: role as Role, round, person, cards });
    };
    const take = async (held: Partial<Loot> = {}): Promise<Loot> => ({
      ...(await engine.take(world)),
      jobs: put,
      log: world.logged,
      posts: world.posted
        .filter(({ to }) => !members.some((name) => world.person(name).chatId === to))
        .map(({ message }) => JSON.stringify(message)),
      spans: spans().map(({ name, attributes, startTime: [seconds, nanos] }) => ({
        said: JSON.stringify({ name, ...attributes }),
        at: seconds * 1_000 + nanos / 1_000_000,
      })),
      names: new Map(members.map((name) => [world.person(name).id, name])),
      looks,
      cards: { lead: [], coordinator: [], admin: [] },
      ...held,
    });
    const secrets = new Map<string, { readonly author: Person; readonly secret: string }>();
    const sends = async (person: Person, friction: string, more: object) => {
      const card = person.sees().findLastIndex(({ message }) => message.say === "idea-form");
      if (card < 0) throw new Error(`${person.name} has no form`);
      return person.sendsByHand({ ...person.wouldSend("Send", { [line]: friction }), ...more });
    };
    const writes = async (person: Person, round: number) => {
      const friction = `Trouble ${round} of ${random.id()}`;
      const kept = expectSay(await sends(person, friction, { withoutTrace: "true" }), "kept-without-trace");
      truth.set(keyOf(friction), person.id);
      secrets.set(keyOf(friction), { author: person, secret: kept.secret });
      return { friction, about: { team: teamId, secret: kept.secret } };
    };
    let before: Loot | undefined;
    for (let round = 0; round < rounds; round += 1) {
      await world.moveTo(roundAfter(round).question);
      const answering = members.slice(1).toSorted(() => random.fraction() - 0.5);
      for (const [at, name] of answering.slice(0, answersEach).entries()) {
        const person = world.person(name);
        await world.moveTo(world.now() + 60_000 * (1 + Math.floor(random.fraction() * 20)));
        // Every third person answers in the usual way.
        if (at % 3 === 2) {
          if (at % 2 === 0) await person.presses("Nothing this week");
          else await sends(person, `Usual ${round} of ${random.id()}`, {});
        } else {
          const { friction, about } = await writes(person, round);
          if (at === 3) await person.sendsByHand({ verb: "save-without-trace", ...about, friction: `${friction}, still` });
          if (at === 4) {
            const { written } = expectSay(await person.sendsByHand({ verb: "withdraw-without-trace", ...about }), "withdrawn");
            await person.sendsByHand({ verb: "restore-without-trace", ...about, written });
          }
        }
        await look(round, person.id);
      }
      if (round === rounds - 1) before = await take();
      await world.moveTo(roundAfter(round).digest);
      await livesOn(world, leader, secrets, round);
      if (round % 4 === 1) await meets(world, leader, random.pick(members));
    }
    await engine.rows.forget();
    const cards = await roles.all(truth.size + 2 * rounds);
    return { truth, loot: await take({ cards }), before: before ?? (await take()) };
  } finally {
    inRealTime();
    await stop();
  }
};

/** The lead opens a board a day later, on which somebody takes an idea, and which becomes minutes. */
const meets = async (world: World, leader: Person, name: string): Promise<void> => {
  const inChannel = { in: "channel" } as const;
  const owner = world.person(name);
  await world.moveTo(world.now() + day);
  await leader.writes("board", inChannel);
  const board = owner.sees(inChannel).at(-1)?.card;
  const [on = ""] = (board ? textOf(board) : "").split("Three to choose")[1]?.match(/#\d+/) ?? [];
  await owner.presses("Me too", { ...inChannel, on });
  await owner.presses("Take or ask", { ...inChannel, on });
  await owner.presses("I'll take it", inChannel);
  await leader.presses("Close", inChannel);
};

/** After a digest: authors follow and change texts, a lead asks about one, whose author answers, and passes one on. */
const livesOn = async (
  world: World,
  leader: Person,
  secrets: ReadonlyMap<string, { readonly author: Person; readonly secret: string }>,
  round: number,
): Promise<void> => {
  const digest = world.inTeam("digest").at(-1)?.digest;
  const listed = [...(digest?.top ?? []), ...(digest?.alsoNew ?? []).flatMap(({ ideas }) => ideas)];
  const shown = listed.filter(({ title }) => secrets.has(keyOf(title))).slice(0, 3);
  for (const [at, { title, number }] of shown.entries()) {
    const { author, secret } = secrets.get(keyOf(title)) ?? {};
    if (!author || !secret) continue;
    await world.moveTo(world.now() + 60_000 * 17);
    const about = { team: teamId, secret };
    await author.sendsByHand({ verb: "follow-without-trace", ...about });
    if (at === 0) await author.sendsByHand({ verb: "save-without-trace", ...about, friction: `${title}, today` });
    if (at === 1) {
      await leader.writes(`#${number}`);
      await leader.presses("Ask the author");
      await leader.presses("Send", { Question: `Where is it, ${round}?` });
      const followed = expectSay(await author.sendsByHand({ verb: "follow-without-trace", ...about }), "kept-without-trace");
      await author.sendsByHand({ verb: "answer-without-trace", ...about, question: followed.asked?.id, answer: `On ward ${round}` });
    }
    if (at === 2) {
      await leader.writes(`#${number}`);
      await leader.presses("Pass on");
      await leader.presses("Pass on", { Reason: `Not ours, ${round}` });
    }
  }
};
