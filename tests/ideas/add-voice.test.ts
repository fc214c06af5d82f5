import { beforeEach, expect, test } from "vitest";
import { readIdea } from "../../src/store/idea.ts";
import { readVoices } from "../../src/store/voice.ts";
import type { Person } from "../world/people.ts";
import { aTeamWithDigest, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
let idea: string;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas, idea } = await aTeamWithDigest());
});

const inChannel = { in: "channel" } as const;
const back = "Take my voice back";

const count = async () => {
  const [stored, voices] = await Promise.all([readIdea(world.ports.rows, teamId, idea), readVoices(world.ports.rows, teamId, idea)]);
  expect(stored?.idea.voices).toBe(voices.length);
  return voices.length;
};

test("Me too pressed again says that the voice counts, and takes it back once", async () => {
  const { digest } = expectSay(await pia.presses("Me too", inChannel), "digest");
  expect(digest.top[0]?.voices).toBe(2);
  const again = expectSay(await pia.presses("Me too", inChannel), "voice-counts");
  expect([again.mayLeave, again.digest, again.idea.voices]).toEqual([true, digest.id, 2]);
  const press = pia.wouldSend(back, inChannel);
  // The second is sent by a device that still shows the button.
  for (const said of [await pia.presses(back, inChannel), await pia.sendsByHand(press, inChannel)])
    expect(expectSay(said, "digest").digest.top[0]?.voices).toBe(1);
  expect(await count()).toBe(1);
  expect(world.inTeam("digest").at(-1)?.digest.top[0]?.voices).toBe(1);
  await pia.writes("#1");
  expectSay(await pia.presses("Me too"), "voice-added");
  expectSay(await pia.presses("Me too"), "voice-counts");
  expectSay(await pia.presses(back), "voice-back");
});

test("Me too on one's own idea says that the voice counts; it goes with the idea alone", async () => {
  await pia.presses("Me too", inChannel);
  await pia.presses("Me too", inChannel);
  const press = pia.wouldSend(back, inChannel);
  expect(expectSay(await omar.presses("Me too", inChannel), "voice-counts").mayLeave).toBe(false);
  expect(expectSay(await omar.sendsByHand(press, inChannel), "voice-counts").mayLeave).toBe(false);
  expect(await count()).toBe(2);
});

test("voices that are given and taken back at the same instant are counted as they stand", async () => {
  await Promise.all([pia, jonas, sara, pia.onAnotherDevice()].map((device) => device.press("Me too", inChannel)));
  expect(await count()).toBe(4);
  for (const person of [pia, jonas]) await person.press("Me too", inChannel);
  const phone = pia.onAnotherDevice();
  await phone.press("Me too", inChannel);
  await Promise.all([pia, jonas, phone].map((device) => device.press(back, inChannel)));
  expect(await count()).toBe(2);
  expect(await readVoices(world.ports.rows, teamId, idea)).toEqual([omar.id, sara.id].sort());
});

test.each([
  ["Me too", "withdrawn", () => omar.press("Withdraw")],
  ["Me too", "finished", () => jonas.write("done #1 a new one came")],
  [back, "withdrawn", () => omar.press("Withdraw")],
] as const)("%s changes nothing of what is %s at that very moment", async (button, _how, end) => {
  await jonas.writes("take #1");
  if (button === back) for (let presses = 0; presses < 2; presses += 1) await pia.presses("Me too", inChannel);
  const { rows } = world.ports;
  const { commit } = rows;
  let isEnded = false;
  Object.assign(rows, {
    commit: async (...written: Parameters<typeof commit>) => {
      if (!isEnded && written[1].some(({ key }) => key.startsWith("voice|"))) {
        isEnded = true;
        await end();
      }
      return commit(...written);
    },
  });
  const before = await count();
  expect(await pia.presses(button, inChannel)).toMatchObject({ why: "idea-closed" });
  expect([isEnded, await count()]).toEqual([true, before]);
});
