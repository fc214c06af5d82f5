import type { Message } from "../../src/domain/message/index.ts";
import { day, hour, minute, second } from "../world/moments.ts";
import { checkSettled } from "./check.ts";
import { clockScenarios } from "./clock-scenarios.ts";
import { ownTimesScenario } from "./own-times-scenario.ts";
import { lively, quiet } from "./people.ts";
import type { Scenario } from "./scenario.ts";
import { trouble } from "./trouble.ts";
import type { World } from "./world.ts";

/** Steps between plan and outcome at which an instance may be cut off. */
const steps = [
  "intent-asked",
  "intent-written",
  "intent-answered",
  "post-asked",
  "post-taken",
  "post-answered",
  "outcome-asked",
  "outcome-written",
  "outcome-answered",
] as const;

const isPrompt = (message: Message) => message.say === "idea-form" && message.why === "prompt";
const promptsIn = (world: World) => world.connector.ledger.filter(({ message }) => isPrompt(message));

/** How the questions of a week ended, by the state in their rows. */
const endsOf = async (world: World): Promise<Readonly<Record<string, number>>> => {
  const ends: Record<string, number> = {};
  for (const team of world.teams)
    for (const { values } of await world.store.base.list(`team|${team.id}`, { from: "asked|", to: "asked}" })) {
      const state = String(values.delivery ?? "nothing").split("|")[0] ?? "";
      ends[state] = (ends[state] ?? 0) + 1;
    }
  return ends;
};

/** Every question arrived, none doubtful. */
const allSent = async (world: World): Promise<readonly string[]> => {
  const { sent = 0, ...others } = await endsOf(world);
  const left = Object.entries(others).map(([state, count]) => `${count} questions are ${state}, ${sent} sent`);
  return promptsIn(world).length === sent ? left : [...left, `${sent} questions are sent, and ${promptsIn(world).length} were taken in`];
};

/** At a moment of the wave that the seed chooses. */
const inWave = (world: World, wave: number, withinMs: number, act: () => void): void => {
  world.time.at(wave + world.random.between(second, withinMs), "", act);
};

/** 160 people in 4 teams, so that a wave takes a while. */
const crowd = { people: 160, teams: 4, inTwo: 0.05 };

/** The local weekday and time. */
const onTheWall = (at: number, zone: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit" }).format(at);

export const scenarios: readonly Scenario[] = [
  {
    number: 0,
    name: "a thousand bad weeks: everything at once",
    weeks: 2,
    store: { failed: 0.002, lost: 0.002, echoed: 0.002, late: 0.0005, doubled: 0.01, takeLost: 0.01, doneLost: 0.01 },
    teams: { reset: 0.004, broken: 0.006, silent: 0.001, throttled: 0.003, again: 0.002, refused: 0.002 },
    happens: (world, _people, wave) => trouble(world, [second / 2, 15 * second], wave + 5 * day + 7 * hour),
  },
  { number: 1, name: "Teams takes the message and drops the connection", habits: quiet, teams: { reset: 0.1 } },
  { number: 2, name: "Teams answers 502, 503, 504 or 408, and has taken it or not", habits: quiet, teams: { broken: 0.1 } },
  {
    number: 3,
    name: "429 with Retry-After in mid-wave",
    size: { ...crowd, tenants: 2 },
    habits: quiet,
    happens: (world, _people, wave) => inWave(world, wave, 2 * second, () => world.connector.throttle("tenant-0", 30 * second, 30)),
    holds: async (world, _people, wave) => {
      const from = world.connector.askedAt.find(({ at, tenant }) => at > wave && tenant === "tenant-0")?.at ?? wave;
      const refusedAt = world.connector.refusedAt.find(({ at, tenant }) => at > wave && tenant === "tenant-0")?.at ?? from;
      const early = world.connector.askedAt.filter(
        ({ at, tenant }) => tenant === "tenant-0" && at > refusedAt + second && at < refusedAt + 29 * second,
      );
      const others = promptsIn(world).filter(({ at, tenant }) => tenant === "tenant-1" && at < wave + 30 * second).length;
      const theirs = promptsIn(world).filter(({ tenant }) => tenant === "tenant-1").length;
      return [
        ...(await allSent(world)),
        ...(early.length > 0 ? [`${early.length} calls were made to a tenant that had asked for 30 s of patience`] : []),
        ...(others < theirs ? [`only ${others} of ${theirs} questions of another tenant were sent meanwhile`] : []),
      ];
    },
  },
  {
    number: 4,
    name: "429 without a word on how long, for a minute",
    size: crowd,
    habits: quiet,
    happens: (world, _people, wave) => inWave(world, wave, 3 * second, () => world.connector.throttle("tenant-0", minute)),
    holds: async (world, _people, wave) => {
      const refused = world.connector.refusedAt.filter(({ at }) => at > wave && at < wave + 2 * minute).length;
      return [...(await allSent(world)), ...(refused > 80 ? [`${refused} calls were made in vain in a minute`] : [])];
    },
  },
  {
    number: 5,
    name: "Teams never answers",
    size: crowd,
    habits: quiet,
    teams: { silent: 0.03 },
    // As many as the calls in flight, so that all later ones wait until one of these times out.
    happens: (world) => world.connector.plan("silent", world.random.happens(0.5), isPrompt, world.random.between(10, 60)),
  },
  {
    number: 6,
    name: "kill -9 at every step between intent and outcome",
    habits: quiet,
    happens: (world, _people, _wave, week) => {
      const step = steps[(world.seed + week) % steps.length];
      let left = world.random.between(1, 12);
      const cut = (now: string, life: { readonly name: string; state: string }) => {
        if (now !== step || --left !== 0) return;
        const instance = world.instances.find((one) => one.life.name === life.name);
        if (instance) world.crash(instance, 5 * second);
      };
      world.store.steps(cut);
      world.connector.steps(cut);
    },
  },
  {
    number: 7,
    name: "SIGTERM in mid-wave",
    size: crowd,
    habits: quiet,
    happens: (world, _people, wave) =>
      inWave(world, wave, 5 * second, () => {
        const instance = world.random.pick(world.instances);
        const toldAt = world.time.now();
        void instance.stop().then((ofItself) => {
          if (!ofItself) world.wrong.push(`${instance.life.name} had not stopped ${(world.time.now() - toldAt) / 1000} s after SIGTERM`);
          world.bury();
          world.start();
        });
      }),
    holds: allSent,
  },
  {
    number: 8,
    name: "an instance stands still and goes on long after",
    size: crowd,
    habits: quiet,
    happens: (world, _people, wave) => {
      for (const instance of world.instances)
        inWave(world, wave, 6 * second, () => {
          instance.freeze();
          world.time.after(world.random.between(5 * second, 180 * second), "", () => instance.thaw());
        });
    },
  },
  {
    number: 9,
    name: "three instances start the same wave at the same instant",
    habits: quiet,
    store: { doubled: 1 },
    happens: (world, _people, wave) => {
      for (const team of world.teams)
        for (let times = 0; times < 3; times++)
          world.time.at(wave, "", () => void world.store.queue.put({ job: "start-round", team: team.id, at: wave }));
    },
    holds: allSent,
  },
  {
    number: 10,
    name: "the answer to an intent is lost, and the SDK meets its own row",
    habits: quiet,
    store: { echoed: 0.5 },
    holds: allSent,
  },
  { number: 11, name: "the answer to an outcome is lost", habits: quiet, store: { lost: 0.05, echoed: 0.1 } },
  {
    number: 12,
    name: "jobs put twice, takes lost, ends lost",
    habits: quiet,
    store: { doubled: 0.3, takeLost: 0.2, doneLost: 0.2 },
    holds: allSent,
  },
  {
    number: 13,
    name: "the store is down for a minute while people answer",
    habits: { ...quiet, answer: 1, withinMs: 2 * minute },
    happens: (world, people, wave) => {
      const promised = people.refusedAfter.length;
      world.time.at(wave + minute, "", () => world.store.downFor(minute));
      world.time.at(wave + 2 * minute, "", () => {
        if (people.refusedAfter.length === promised) world.wrong.push("nobody was told that the store is down");
      });
    },
    holds: (_world, people) =>
      people.refusedAfter.filter((ms) => ms > 4 * second).map((ms) => `somebody waited ${ms} ms to hear that nothing was saved`),
  },
  {
    number: 14,
    name: "the same press again after 15 s, and twice more under new ids",
    habits: { ...lively, answer: 1, deliveredAgain: 1 },
    holds: (_world, people) => {
      const ideas = new Map<string, string>();
      return people.shown.flatMap(({ form, idea, team }) => {
        const first = ideas.get(form) ?? `${team} ${idea}`;
        ideas.set(form, first);
        return first === `${team} ${idea}` ? [] : [`form ${form} got two receipts: ${first} and ${team} ${idea}`];
      });
    },
  },
  { number: 15, name: "two devices, two answers at the same instant", habits: { ...lively, answer: 1, nothing: 0, twoDevices: 1 } },
  {
    number: 19,
    name: "the clocks of instances are minutes apart, and one of them jumps by an hour",
    size: {
      zones: ["Europe/Berlin", "America/Nuuk"],
      teams: 4,
      settings: { "Question: day": "Sunday", "Question: time": "02:30", "Reminder: day": "No reminder" },
    },
    habits: quiet,
    happens: (world, _people, wave, week) => {
      for (const [at, { clock }] of world.instances.entries()) clock.aheadMs = (at - 1) * 5 * minute;
      world.time.at(wave + 3 * day, "", () => {
        const [first] = world.instances;
        if (first) first.clock.aheadMs += week % 2 === 0 ? hour : -hour;
      });
    },
    holds: (world) => {
      const zoneOf = new Map(world.teams.map(({ id, zone }) => [id, zone]));
      // An instance may be up to 5 minutes ahead, and a wave takes its time.
      return promptsIn(world).flatMap(({ at, message }) => {
        const zone = message.say === "idea-form" ? (zoneOf.get(message.team.id) ?? "UTC") : "UTC";
        const seen = onTheWall(at, zone);
        return /^Sun 0[23]:/.test(seen) ? [] : [`a question came on ${seen} in ${zone}`];
      });
    },
  },
  ...clockScenarios,
  {
    number: 20,
    name: "everything is down for three days; some have left meanwhile, and one row is spoilt",
    size: { ...crowd, people: 100 },
    habits: quiet,
    happens: (world, _people, wave) => {
      const { random, connector, store, time } = world;
      time.at(wave - hour, "", () => {
        for (const instance of [...world.instances]) world.crash(instance, 3 * day);
        for (const person of world.people.slice(world.teams.length))
          if (random.happens(0.05)) connector.people.set(person.teamsId, random.pick(["blocked", "uninstalled", "gone"] as const));
      });
      time.at(wave - hour + minute, "", () => {
        const key = `${new Date(wave - day).toISOString()}|spoilt|start-round|`;
        world.unreadable.add(key);
        void store.base.commit("due|3", [{ do: "put", key, values: { job: "{not a job" } }]);
      });
    },
    holds: async (world) => {
      const { sent = 0, refused = 0, ...others } = await endsOf(world);
      const left = Object.entries(others).map(([state, count]) => `${count} questions are ${state}; ${sent} sent, ${refused} refused`);
      return refused === 0 && [...world.connector.people.values()].length > 0 ? [...left, "nobody's refusal was kept"] : left;
    },
  },
  {
    number: 21,
    name: "leads change the times while instances fall over",
    habits: quiet,
    weeks: 2,
    size: { teams: 6 },
    happens: (world, _people, wave) => {
      const { time, random, store } = world;
      let isChanging = false;
      store.steps((step, life) => {
        const instance = world.instances.find((one) => one.life === life);
        if (isChanging && step === "due-asked" && instance && random.happens(0.3))
          time.after(random.between(0, 30), "", () => world.crash(instance, 2 * second));
      });
      time.at(wave - 20 * hour, "", () => {
        isChanging = true;
      });
      time.at(wave - 2 * hour, "", () => {
        isChanging = false;
      });
      for (const team of world.teams)
        for (let times = 0; times < 3; times++)
          time.at(wave - random.between(2 * hour, 20 * hour), "", () => {
            // A time within the day, so that the week still has its round.
            world.sets(team, { "Question: time": `${random.between(11, 18)}:${random.pick(["00", "15", "30"])}` });
          });
    },
  },
  {
    number: 22,
    name: "people leave and block, and teams take Gnist out, in mid-round",
    habits: lively,
    weeks: 2,
    size: { teams: 6, people: 60, inTwo: 0.3 },
    happens: (world, _people, wave) => {
      const { random, connector, time, people, teams } = world;
      const anyTime = () => wave + random.between(-second, random.happens(0.5) ? 20 * second : 5 * day);
      for (const person of people.slice(teams.length)) {
        const team = person.teams[0];
        if (team && random.happens(0.1)) time.at(anyTime(), "", () => person.teams.includes(team) && world.leave(person, team));
        else if (random.happens(0.1))
          time.at(anyTime(), "", () => {
            connector.people.set(person.teamsId, random.pick(["blocked", "uninstalled", "gone"] as const));
          });
      }
      const [last] = teams.filter(({ isRemoved }) => !isRemoved).slice(-1);
      if (last && random.happens(0.5)) time.at(anyTime(), "", () => world.remove(last));
    },
  },
  {
    number: 24,
    name: "ideas go their way to a result while instances fall over",
    weeks: 4,
    habits: { ...lively, answer: 0.8, nothing: 0.5, tomorrow: 0, cycle: 1, meToo: 0.1 },
    store: { failed: 0.002, lost: 0.002, echoed: 0.002, doubled: 0.2, takeLost: 0.1, doneLost: 0.1 },
    teams: { reset: 0.002, broken: 0.004, throttled: 0.003, again: 0.002 },
    happens: (world, _people, wave) => trouble(world, [second / 2, 15 * second], wave + 5 * day + 4 * hour),
  },
  ownTimesScenario,
  {
    number: 23,
    name: "in mid-wave everything goes wrong, then nothing does: all is settled two minutes later",
    size: crowd,
    habits: quiet,
    happens: (world, _people, wave) => {
      const { time, random, connector, store } = world;
      const ends = wave + random.between(20 * second, 6 * minute);
      time.at(wave, "", () => {
        connector.setRates({ reset: 0.05, broken: 0.1, silent: 0.02, throttled: 0.1, again: 0.02, refused: random.pick([0.02, 0.5, 1]) });
        store.setRates({ failed: 0.05, lost: 0.05, echoed: 0.05, late: 0.02, doubled: 0.1, takeLost: 0.1, doneLost: 0.1 });
        if (random.happens(0.3)) store.downFor(ends - wave);
        trouble(world, [second / 2, 15 * second], ends);
      });
      time.at(ends, "", () => world.well());
      time.at(ends + 2 * minute, "", () => {
        void checkSettled(world, (what) => void world.wrong.push(`two minutes after the last fault ${what}`));
        void endsOf(world).then(({ intent = 0, again = 0, nothing = 0 }) => {
          if (intent + again + nothing > 0)
            world.wrong.push(`two minutes after the last fault ${intent} questions are intents, ${again} again, ${nothing} not tried`);
        });
      });
    },
  },
];
