import { expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { freePace } from "../../src/memory/free-pace.ts";
import type { Channel, Pace } from "../../src/ports.ts";
import { readTeam } from "../../src/store/team.ts";
import { thisRound } from "../world/moments.ts";
import { aTeam, expectSay, generalChannel, startWorld, teamId } from "../world/world.ts";

/* Gnist's knowledge of a team beside its members: its name and its channels, read from Teams before each round. */

/** A team that is known, and is read once more, with its channel answering as `answering` says. @returns what is known then, and the calls of each slot. */
const readAgain = async (answering: Partial<Channel> = {}) => {
  const world = await startWorld();
  await world.added("Sara Lind");
  Object.assign(world.ports.channel, answering);
  const slots: number[] = [];
  const pace: Pace = {
    slot: (tenant, calls, urgent) => {
      if (urgent) slots.push(calls);
      return freePace.slot(tenant, calls, urgent);
    },
  };
  Object.assign(world.ports, { pace });
  await world.put({ job: "start-round", team: teamId, at: thisRound.question });
  await world.settle();
  const stored = await readTeam(world.ports.rows, teamId);
  return { name: stored?.team.name, channels: stored?.team.channels.map(({ name }) => name), slots };
};

const away = async () => ({ no: { outcome: "later", afterMs: 1_000, cause: "throttled", detail: "429" } }) as const;
const renamed = async () => ({ got: "South clinic" });
const two = async () => ({
  got: [
    { id: "19:a", name: "General" },
    { id: "19:b", name: "Night" },
  ],
});

test("roster, name and channels are a call each, and each has its own place in the pace", async () => {
  const { slots } = await readAgain();
  expect(slots).toEqual([1, 1, 1]);
});

test("what cannot be read stays as it was known, whatever becomes of the rest", async () => {
  expect(await readAgain({ teamName: away, channels: two })).toMatchObject({ name: "North clinic", channels: ["General", "Night"] });
  expect(await readAgain({ teamName: renamed, channels: away })).toMatchObject({ name: "South clinic", channels: ["General"] });
  expect(await readAgain({ teamName: async () => ({ got: "" }), channels: two })).toMatchObject({ name: "North clinic" });
});

test("a channel of the digest that Teams does not list is not called General in the settings, and stays until another is chosen", async () => {
  const { world, sara } = await aTeam();
  const general = { id: generalChannel, name: "General" };
  const side = { id: "19:side@thread.tacv2", name: "Side" };
  const lists = async (...channels: readonly (typeof side)[]) => {
    Object.assign(world.ports.channel, { channels: async () => ({ got: channels }) });
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
  };
  await lists(general, side);
  await sara.sets({ "Channel of the digest": "Side" });
  await lists(general);
  await sara.writes("settings");
  const shown = expectSay(await sara.presses("Where"), "settings");
  expect(shown.written.channelId).toBe(side.id);
  const choices = [
    { title: "The channel used now", value: side.id },
    { title: "General", value: general.id },
  ];
  expect(JSON.stringify(render(shown, "en").card)).toContain(JSON.stringify(choices));
  expect(await sara.sets({ "Channel of the digest": "General" })).toMatchObject({ saved: true, channels: [general] });
});
