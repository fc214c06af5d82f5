import { expect } from "vitest";
import { people } from "../store/month.ts";
import { minute } from "../world/moments.ts";
import { chatIdOf } from "../world/places.ts";
import { expectSay, personId, type World } from "../world/world.ts";
import { tracesOf } from "./erased.ts";

export const messagesTo = (world: World, name: string) =>
  world.posted.filter(({ to }) => to === chatIdOf(`29:${name}`)).map(({ message }) => message.say);

/** Words that Sara, Nina and Omar gave as reasons in the month, an answer of Pia's, and the idea of Jonas, which the team has never seen. */
const deleted = ["The contract is not ours", "away until", "names a colleague", "The one to the yard", "Two forms"];

/**
 * Everybody of a month has their data deleted, one after the other. Then nothing that is stored leads to them, and no text that had to go is kept.
 * @param found finds among traces those that are kept anywhere in the store and its queues
 */
export const everybodyIsErased = async (world: World, found: (traces: readonly string[]) => Promise<readonly string[]>): Promise<void> => {
  const { rows } = world.ports;
  expect(await found(deleted)).toEqual(deleted);
  for (const [at, name] of people.entries()) {
    const one = world.person(name);
    expect(await found(tracesOf(name))).toContain(personId(name));
    await one.writes("delete my data");
    // Their chat is noted beside the answer, which does not wait for it.
    await expect.poll(async () => (await rows.get(`person|${personId(name)}`, "profile"))?.values.chatId).toBeDefined();
    const pressed = await one.presses(at % 2 === 0 ? "Keep them without my name" : "Delete my ideas too");
    expect([name, expectSay(pressed, "data-deleting").isTold]).toEqual([name, true]);
    await world.moveTo(world.now() + 3 * minute);
    expect(messagesTo(world, name).filter((say) => say === "data-deleted")).toHaveLength(1);
    expect([name, await found(tracesOf(name))]).toEqual([name, []]);
  }
  expect(await found(deleted)).toEqual([]);
  // Pia has kept what the team had seen.
  expect(await found(["The label printer jams", "The door is heavy"])).toEqual(["The label printer jams", "The door is heavy"]);
};
