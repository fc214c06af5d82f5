import { afterEach, expect, test } from "vitest";
import { forget } from "../http/door.ts";
import { openEveryDoor, takeEverything } from "../records/given.ts";
import { aTeamToMeet, beside, inChannel } from "../review/meeting.ts";
import { hour } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { generalChannel, type World } from "../world/world.ts";
import { storedIn, tracesOf } from "./erased.ts";

afterEach(forget);

/** The morning on which the review of December can be posted. */
const newYear = Date.parse("2027-01-04T08:00:00Z");

/** Jonas stops an idea of his own, and Pia owns one of Sara's; both stand on a board, in its minutes, and in a review that is posted. */
const aTeamOnRecord = async () => {
  const team = await aTeamToMeet();
  const { world, sara, pia, jonas } = team;
  await sara.writes("board", inChannel);
  await jonas.presses("Take or ask", beside("#2"));
  await jonas.presses("I'll take it", inChannel);
  await jonas.writes("stop #2: the door was new");
  await pia.presses("Take or ask", beside("#4"));
  await pia.presses("I'll take it", inChannel);
  await sara.presses("Close", inChannel);
  await world.moveTo(newYear);
  await sara.presses("Post it", { "Our words above it (optional)": "Well done" });
  await world.moveTo(world.now() + hour);
  return { ...team, url: await openEveryDoor(world) };
};

/** All that the lead takes, the store, and the posts in the channel. */
const everywhere = async (world: World, lead: Person, url: string): Promise<readonly string[]> => [
  ...(await takeEverything(lead, url)).texts,
  await storedIn(world),
  ...world.posts.filter(({ to }) => to === generalChannel).map(({ message }) => JSON.stringify(message)),
];

const foundIn = (texts: readonly string[], traces: readonly string[]) =>
  traces.filter((trace) => texts.some((text) => text.includes(trace)));

test.each([
  ["Pia Holm", "Nobody orders gloves"],
  ["Jonas Berg", "The door sticks"],
])(
  "who has their data and ideas deleted, %s, is on no board, in no minutes, review, agenda or export, and in no posted result",
  async (name, idea) => {
    const { world, sara, url } = await aTeamOnRecord();
    const person = world.person(name);
    const before = await everywhere(world, sara, url);
    expect(foundIn(before, [name, idea])).toEqual([name, idea]);
    await person.writes("delete my data");
    await person.presses("Delete my ideas too");
    for (let walk = 0; walk < 4; walk += 1) await world.moveTo(world.now() + hour);
    const after = await everywhere(world, sara, url);
    expect(after.join()).toContain("The printer is slow");
    expect(foundIn(after, tracesOf(name))).toEqual([]);
    expect(foundIn(after, [idea])).toEqual([]);
  },
);
