import { day, hour, minute, second } from "../world/moments.ts";
import { lively } from "./people.ts";
import type { Scenario } from "./scenario.ts";
import { trouble } from "./trouble.ts";
import type { World, WorldPerson } from "./world.ts";

/** A Saturday or a Sunday at one of two hours: settled before the week is looked at, and within the ISO week of the round. */
const choose = (world: World, person: WorldPerson): void => {
  const before = { askDay: 0, askTime: "", workingDays: [], askEvery: 1, news: true };
  const times = { askDay: world.random.pick(["6", "7"]), askTime: world.random.pick(["08:00", "16:00"]) };
  world.press(person, { verb: "save-my-settings", before, ...times, workingDays: "1,2,3,4,5,6,7", askEvery: "1", news: "true" });
};

const weekend = (at: number): boolean => /Sat|Sun/.test(new Date(at).toUTCString());

export const ownTimesScenario: Scenario = {
  number: 25,
  name: "people choose other times before the round and while their question waits, and instances fall over",
  weeks: 2,
  habits: lively,
  store: { failed: 0.002, lost: 0.002, echoed: 0.002, doubled: 0.2, takeLost: 0.1, doneLost: 0.1 },
  teams: { reset: 0.002, broken: 0.004, throttled: 0.003, again: 0.002 },
  happens: (world, _people, wave) => {
    const { time, random, people } = world;
    for (const person of people) {
      if (random.happens(0.5)) time.at(wave - random.between(minute, 20 * hour), "", () => choose(world, person));
      if (random.happens(0.3)) time.at(wave + random.between(-second, 30 * hour), "", () => choose(world, person));
    }
    trouble(world, [second / 2, 15 * second], wave + 5 * day + 4 * hour);
  },
  holds: ({ connector }) => {
    const prompts = connector.ledger.filter(({ message }) => message.say === "idea-form" && message.why === "prompt");
    return prompts.some(({ at }) => weekend(at)) ? [] : ["nobody was asked at a time of their own"];
  },
};
