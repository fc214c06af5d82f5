import { hour, minute, second } from "../world/moments.ts";
import { quiet } from "./people.ts";
import type { Scenario } from "./scenario.ts";
import type { World, WorldTeam } from "./world.ts";

/*
 * Scenario 19 around the nights in which the clocks change, and where a team moves to another zone in mid-week. When each question is due was worked
 * out by hand, in UTC, and not by the code that is tested.
 */

/** The clock of an instance may be this far from the others'. */
const apartMs = 5 * minute;
/** Time (ms) after which a wave of so few people is over. */
const waveMs = 2 * minute;

/** No person is in two teams, so that each gets exactly the questions of one team. */
const small = { people: 18, teams: 6, inTwo: 0, guests: 0 };

/** People who were not asked exactly once at each past instant, or were asked at another instant. */
const wrongIn = (world: World, team: WorldTeam, instants: readonly string[]): readonly string[] => {
  const due = instants.map((text) => Date.parse(text)).filter((at) => at < world.time.now() - waveMs);
  const prompts = world.connector.ledger.filter(
    ({ message }) => message.say === "idea-form" && message.why === "prompt" && message.team.id === team.id,
  );
  const isFor = (at: number) => (taken: { readonly at: number }) => taken.at > at - apartMs && taken.at < at + apartMs + waveMs;
  const strange = prompts.filter(({ at }) => !due.some((one) => isFor(one)({ at })));
  return [
    ...strange.map(
      ({ at, person }) => `${person} of ${team.name} in ${team.zone} was asked at ${new Date(at).toISOString()}, when nothing was due`,
    ),
    ...team.members.flatMap(({ teamsId }) =>
      due.flatMap((at) => {
        const times = prompts.filter((taken) => taken.person === teamsId && isFor(at)(taken)).length;
        return times === 1 ? [] : [`${teamsId} of ${team.name} in ${team.zone} was asked ${times} times at ${new Date(at).toISOString()}`];
      }),
    ),
  ];
};

const apart = ({ instances }: World): void => {
  for (const [at, { clock }] of instances.entries()) clock.aheadMs = (at - 1) * (apartMs - minute);
};

/** Crashes one instance in a quarter of the waves. */
const crashIn = (world: World, at: number): void => {
  if (!world.random.happens(0.25)) return;
  world.time.at(at + world.random.between(-second, 5 * second), "", () => {
    const [instance] = world.up();
    if (instance) world.crash(instance, 5 * second);
  });
};

/** Three weeks: before the change, with it, and after it. Berlin is asked on Sundays at 02:30, Nuuk on Saturdays at 23:30. */
const nightOf = (
  number: number,
  name: string,
  startAt: string,
  weeksAsked: readonly string[],
  dueIn: { readonly stockholm: readonly string[]; readonly nuuk: readonly string[] },
): Scenario => ({
  number,
  name,
  startAt: Date.parse(startAt),
  weeks: 3,
  size: {
    ...small,
    zones: ["Europe/Berlin", "America/Nuuk"],
    settings: { "Question: day": "Sunday", "Question: time": "02:30", "Reminder: day": "No reminder" },
  },
  habits: quiet,
  weeksAsked: (week) => weeksAsked.slice(0, week + 1),
  happens: (world, _people, _wave, week) => {
    apart(world);
    if (week === 0)
      for (const team of world.teams)
        if (team.zone === "America/Nuuk") world.sets(team, { "Question: day": "Saturday", "Question: time": "23:30" });
    crashIn(world, Date.parse(dueIn.stockholm[week] ?? ""));
  },
  holds: (world) => world.teams.flatMap((team) => wrongIn(world, team, team.zone === "America/Nuuk" ? dueIn.nuuk : dueIn.stockholm)),
});

export const clockScenarios: readonly Scenario[] = [
  nightOf(
    19.1,
    "the night in which an hour is there twice: Berlin's 02:30 and Nuuk's Saturday 23:30 are asked at the first of the two",
    "2026-10-12T08:00:00Z",
    ["2026-W42", "2026-W43", "2026-W44"],
    {
      stockholm: ["2026-10-18T00:30:00Z", "2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z"],
      nuuk: ["2026-10-18T00:30:00Z", "2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z"],
    },
  ),
  nightOf(
    19.2,
    "the night in which an hour is missing: Berlin's 02:30 is 03:30, and Nuuk's Saturday 23:30 is Sunday 00:30",
    "2027-03-15T08:00:00Z",
    ["2027-W11", "2027-W12", "2027-W13"],
    {
      stockholm: ["2027-03-21T01:30:00Z", "2027-03-28T01:30:00Z", "2027-04-04T00:30:00Z"],
      nuuk: ["2027-03-21T01:30:00Z", "2027-03-28T01:30:00Z", "2027-04-04T00:30:00Z"],
    },
  ),
  {
    number: 19.3,
    name: "a team moves to another zone in mid-week, before its question, after it, and from Monday back to Sunday",
    weeks: 3,
    size: { ...small, zones: ["Europe/Berlin", "Europe/Berlin", "Pacific/Auckland"], settings: { "Reminder: day": "No reminder" } },
    habits: quiet,
    // The teams in Auckland begin in the second week; `holds` knows whom to expect when.
    weeksAsked: () => [],
    happens: (world, _people, wave, week) => {
      apart(world);
      const { time, random } = world;
      for (const [at, team] of world.teams.entries()) {
        if (at % 3 === 2 && week === 0) world.sets(team, { "Question: day": "Monday", "Question: time": "00:30" });
        const moves = [
          // The question of Thursday 13:00 comes six hours later, or has come and does not come again.
          () => time.at(wave - random.between(hour, 20 * hour), "", () => world.sets(team, { "Time zone": "America/New York" })),
          () => time.at(wave + random.between(10 * minute, 5 * hour), "", () => world.sets(team, { "Time zone": "America/New York" })),
          // The team was asked on Auckland's Monday and now moves to a zone where it is still Sunday: Monday comes again, and no question does.
          () =>
            time.at(Date.parse("2026-11-29T11:30:00Z") + random.between(10 * minute, 8 * hour), "", () =>
              world.sets(team, { "Time zone": "Europe/Berlin" }),
            ),
        ];
        if (week === 0) moves[at % 3]?.();
      }
      crashIn(world, wave);
    },
    holds: (world) => {
      const due = [
        ["2026-11-26T18:00:00Z", "2026-12-03T18:00:00Z", "2026-12-10T18:00:00Z"],
        ["2026-11-26T12:00:00Z", "2026-12-03T18:00:00Z", "2026-12-10T18:00:00Z"],
        ["2026-11-29T11:30:00Z", "2026-12-06T23:30:00Z", "2026-12-13T23:30:00Z"],
      ] as const;
      return world.teams.flatMap((team, at) => wrongIn(world, team, due[at % 3] ?? []));
    },
  },
];
