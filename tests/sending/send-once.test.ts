import { expect, test } from "vitest";
import { freePace } from "../../src/memory/free-pace.ts";
import type { Delivery, Pace } from "../../src/ports.ts";
import { teamPartition } from "../../src/store/team.ts";
import { thisRound } from "../world/moments.ts";
import { startWorld, teamId } from "../world/world.ts";

/*
 * A stopped tenant, and the probe that finds out whether Teams takes its messages again. tests/pace/slots.test.ts has causes of stops and times of probes.
 */

/** A team whose question is due, and a pace that gives the first messages slots of one kind, and later ones free slots. */
const startTeam = async (kind: { readonly probe: boolean; readonly ready: boolean }, first: number) => {
  const world = await startWorld();
  await world.added("Sara Lind");
  const heard: (Delivery["outcome"] | undefined)[] = [];
  let given = 0;
  const pace: Pace = {
    // Urgent calls, such as reading the roster, pass: only messages meet the stop.
    slot: async (tenant, calls, urgent) =>
      urgent || given++ >= first
        ? freePace.slot(tenant, calls, urgent)
        : {
            probe: kind.probe,
            near: async () => undefined,
            ready: async () => kind.ready,
            end: async (delivery) => void heard.push(delivery?.outcome),
          },
  };
  Object.assign(world.ports, { pace });
  return {
    world,
    heard,
    /** For every member: the messages that came, and the state in their row. */
    outcomes: async () => {
      const asks = await world.ports.rows.list(teamPartition(teamId), { from: "asked|", to: "asked}" });
      return asks.map(({ values }) => values.delivery);
    },
    questions: () => world.posted.filter(({ message }) => message.say === "idea-form").length,
  };
};

test("it is asked by a call that may be repeated: as long as that gets no answer, no message is tried and none is doubtful", async () => {
  const { world, heard, outcomes, questions } = await startTeam({ probe: true, ready: true }, 6);
  const { teamName } = world.ports.channel;
  world.ports.channel.teamName = async (address) => (heard.length < 6 ? { no: { outcome: "doubtful", detail: "502" } } : teamName(address));
  await world.moveTo(thisRound.question);
  expect(heard).toEqual(Array.from({ length: 6 }, () => "doubtful"));
  expect([questions(), await outcomes()]).toEqual([4, ["sent", "sent", "sent", "sent"]]);
});

test("once that is answered, the message itself goes out", async () => {
  const { world, heard, outcomes, questions } = await startTeam({ probe: true, ready: true }, 1);
  await world.moveTo(thisRound.question);
  expect(heard).toEqual(["sent"]);
  expect([questions(), await outcomes()]).toEqual([4, ["sent", "sent", "sent", "sent"]]);
});

test("a message that meets the stop after its intent is taken back, not doubtful, and sent once it goes on", async () => {
  const { world, heard, outcomes, questions } = await startTeam({ probe: false, ready: false }, 6);
  await world.moveTo(thisRound.question);
  expect(heard).toEqual(Array.from({ length: 6 }, () => undefined));
  expect([questions(), await outcomes()]).toEqual([4, ["sent", "sent", "sent", "sent"]]);
});
