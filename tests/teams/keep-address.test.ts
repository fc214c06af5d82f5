import { beforeEach, expect, test } from "vitest";
import { readTeam } from "../../src/store/team.ts";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, serviceUrl, teamId, type World } from "../world/world.ts";

/* Teams moves, and every activity says where it is. */

let world: World;
let omar: Person;
let pia: Person;
let south: string;
beforeEach(async () => {
  ({ world, omar, pia } = await aTeam());
  south = await world.addsTeam("South clinic", ["Omar Haddad", "Nina Ny"]);
  await world.moveTo(thisRound.question);
});

const moved = "http://127.0.0.1:2/";
const elsewhere = <P extends { readonly address: object }>(place: P): P => ({ ...place, address: { ...place.address, serviceUrl: moved } });
const addresses = async () =>
  (await Promise.all([teamId, south].map((id) => readTeam(world.ports.rows, id)))).map((one) => one?.team.serviceUrl);

test.each<[string, () => Promise<unknown>, readonly string[]]>([
  [
    "a word in a member's chat, for all their teams",
    () => world.receive({ happened: "wrote", who: omar.who, place: elsewhere(omar.chat), text: "help", activity: "1" }),
    [moved, moved],
  ],
  [
    "a press in a member's chat",
    () => {
      const data = pia.wouldSend("Send", { [line]: "The printer is slow" });
      return world.receive({ happened: "pressed", who: pia.who, place: elsewhere(pia.chat), data });
    },
    [moved, serviceUrl],
  ],
  [
    "a word in its channel",
    () => world.receive({ happened: "wrote", who: pia.who, place: elsewhere(world.inChannel), text: "help", activity: "1" }),
    [moved, serviceUrl],
  ],
  ["an event about it", () => world.receive({ happened: "team-changed", place: elsewhere(world.inChannel) }), [moved, serviceUrl]],
])("a team's address follows %s", async (_, happens, expected) => {
  await happens();
  await world.settle();
  expect(await addresses()).toEqual(expected);
});

test("an address that has not changed is not written", async () => {
  for (const place of ["chat", "channel"]) await pia.writes("help", { in: place });
  world.calls.length = 0;
  for (const place of ["chat", "channel"]) await pia.writes("help", { in: place });
  expect(world.calls.filter(({ name, partition }) => name === "commit" && !partition.startsWith("due|"))).toEqual([]);
});
