import { beforeEach, expect, test } from "vitest";
import type { Place } from "../../src/domain/incoming.ts";
import { readTeam } from "../../src/store/teams.ts";
import { generalChannel, personId, serviceUrl, startWorld, teamId, teamsTeamId, tenantId } from "./world.ts";

/* Teams moves, and every activity says where it is. */

let world: Awaited<ReturnType<typeof startWorld>>;
let south: string;
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
  south = await world.addsTeam("South clinic", ["Omar Haddad", "Nina Ny"]);
});

const moved = "http://127.0.0.1:2/";
const who = (name: string) => ({ person: personId(name), teamsId: `29:${name}`, entraId: `entra-${name}`, name, language: "en" as const });
const inChat = (name: string, serviceUrl: string): Place => ({
  kind: "chat",
  address: { tenantId, serviceUrl, conversationId: `a:${name}` },
});
const addresses = async () =>
  (await Promise.all([teamId, south].map((id) => readTeam(world.ports.rows, id)))).map((one) => one?.team.serviceUrl);
const inChannel = { kind: "channel", team: teamId, teamsTeamId, channelId: generalChannel } as const;

test.each<[string, () => Promise<unknown>, readonly string[]]>([
  [
    "a word in a member's chat, for all their teams",
    () => world.receive({ happened: "wrote", who: who("Omar Haddad"), place: inChat("Omar Haddad", moved), text: "help", activity: "1" }),
    [moved, moved],
  ],
  [
    "a press in a member's chat",
    () =>
      world.receive({
        happened: "pressed",
        who: who("Pia Holm"),
        place: inChat("Pia Holm", moved),
        data: { verb: "submit-idea", team: teamId, secret: "A".repeat(22), language: "en", friction: "The printer is slow" },
      }),
    [moved, serviceUrl],
  ],
  [
    "a word in its channel",
    () =>
      world.receive({
        happened: "wrote",
        who: who("Pia Holm"),
        place: { ...inChannel, address: { tenantId, serviceUrl: moved, conversationId: generalChannel } },
        text: "help",
        activity: "1",
      }),
    [moved, serviceUrl],
  ],
  [
    "an event about it",
    () =>
      world.receive({
        happened: "team-changed",
        place: { ...inChannel, address: { tenantId, serviceUrl: moved, conversationId: generalChannel } },
      }),
    [moved, serviceUrl],
  ],
])("a team's address follows %s", async (_, happens, expected) => {
  await happens();
  await world.settle();
  expect(await addresses()).toEqual(expected);
});

test("an address that has not changed is not written", async () => {
  await world.writes("Pia Holm", "help");
  await world.writes("Pia Holm", "help", "channel");
  world.calls.length = 0;
  for (const place of ["chat", "channel"] as const) await world.writes("Pia Holm", "help", place);
  expect(world.calls.filter(({ name, partition }) => name === "commit" && !partition.startsWith("due|"))).toEqual([]);
});
