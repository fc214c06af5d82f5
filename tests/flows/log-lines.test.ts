import { beforeEach, expect, test } from "vitest";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, personId, teamId, type World } from "../world/world.ts";

/* A line of the log holds no text, no name and no id of a person, whatever fails. */

const people = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg"];
const quoting = () =>
  new SyntaxError(`Unexpected token, "Sara Lind\n at the printer: 29:Omar Haddad ${personId("Omar Haddad")}" is not JSON`);

let world: World;
let omar: Person;
beforeEach(async () => {
  ({ world, omar } = await aTeam());
  world.expectTrouble();
  await world.moveTo(thisRound.question);
});

const saysNothingOfAnybody = () => {
  const lines = JSON.stringify(world.logged);
  for (const word of [...people, ...people.map(personId), "29:Omar", "entra-", "printer"]) expect(lines).not.toContain(word);
};

test("a job that fails in words of others is logged with its kind and its place", async () => {
  const { post } = world.ports.channel;
  Object.assign(world.ports.channel, {
    post: async () => {
      throw quoting();
    },
  });
  await omar.writes("idea The printer is slow");
  await world.put({ job: "tell-leads", team: teamId, news: "nothing-to-post", once: "now" });
  await world.settle();
  expect(world.logged.filter(({ event }) => event === "job")).toMatchObject([{ facts: { fault: "SyntaxError", job: "tell-lead" } }]);
  Object.assign(world.ports.channel, { post });
  saysNothingOfAnybody();
});

test("what is learned on the way and fails in words of others is logged with its kind", async () => {
  const { rows } = world.ports;
  const list: typeof rows.list = async (...given) => {
    if (given[0].startsWith("person|")) throw quoting();
    return rows.list(...given);
  };
  Object.assign(world.ports, { rows: { get: rows.get, commit: rows.commit, list } });
  await expect(omar.write("idea The printer is slow")).rejects.toThrow(SyntaxError);
  expect(world.logged.filter(({ event }) => event === "remember-person")).toMatchObject([{ facts: { fault: "SyntaxError" } }]);
  saysNothingOfAnybody();
});
