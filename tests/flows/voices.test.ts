import { beforeEach, expect, test } from "vitest";
import { readIdea, readVoices } from "../../src/store/ideas.ts";
import { expectSay, personId, startWorld, teamId } from "./world.ts";

let world: Awaited<ReturnType<typeof startWorld>>;
let about: { readonly team: string; readonly idea: string; readonly digest: string };
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
  await world.moveTo("2026-11-26T12:00:00Z");
  const form = world.got("Omar Haddad", "idea-form").at(-1);
  await world.presses("Omar Haddad", {
    verb: "submit-idea",
    team: teamId,
    secret: form?.secret,
    round: form?.round,
    friction: "The printer is slow",
  });
  await world.moveTo("2026-12-01T12:00:00Z");
  const digest = world.inTeam("digest")[0]?.digest;
  about = { team: teamId, idea: digest?.top[0]?.id ?? "", digest: digest?.id ?? "" };
});

const count = async () => {
  const [stored, voices] = await Promise.all([
    readIdea(world.ports.rows, teamId, about.idea),
    readVoices(world.ports.rows, teamId, about.idea),
  ]);
  expect(stored?.idea.voices).toBe(voices.length);
  return voices.length;
};

test("Me too pressed again says that the voice counts, and takes it back once", async () => {
  const digest = expectSay(await world.presses("Pia Holm", { verb: "add-voice", ...about }, "channel"), "digest").digest;
  expect(digest.top[0]?.voices).toBe(2);
  const again = expectSay(await world.presses("Pia Holm", { verb: "add-voice", ...about }, "channel"), "voice-counts");
  expect([again.mayLeave, again.digest, again.idea.voices]).toEqual([true, about.digest, 2]);
  for (let times = 0; times < 2; times++) {
    const back = expectSay(await world.presses("Pia Holm", { verb: "take-voice-back", ...about }, "channel"), "digest").digest;
    expect(back.top[0]?.voices).toBe(1);
  }
  expect(await count()).toBe(1);
  expect(world.inTeam("digest").at(-1)?.digest.top[0]?.voices).toBe(1);
  expectSay(await world.presses("Pia Holm", { verb: "add-voice", team: about.team, idea: about.idea }), "voice-added");
  expectSay(await world.presses("Pia Holm", { verb: "take-voice-back", team: about.team, idea: about.idea }), "voice-back");
});

test("Me too on one's own idea says that the voice counts; it goes with the idea alone", async () => {
  for (const verb of ["add-voice", "take-voice-back"] as const)
    expect(expectSay(await world.presses("Omar Haddad", { verb, ...about }, "channel"), "voice-counts").mayLeave).toBe(false);
  expect(await count()).toBe(1);
});

test("voices that are given and taken back at the same instant are counted as they stand", async () => {
  await Promise.all(
    ["Pia Holm", "Jonas Berg", "Sara Lind", "Pia Holm"].map((name) => world.press(name, { verb: "add-voice", ...about }, "channel")),
  );
  expect(await count()).toBe(4);
  await Promise.all(
    ["Pia Holm", "Jonas Berg", "Pia Holm"].map((name) => world.press(name, { verb: "take-voice-back", ...about }, "channel")),
  );
  expect(await count()).toBe(2);
  expect(await readVoices(world.ports.rows, teamId, about.idea)).toEqual([personId("Omar Haddad"), personId("Sara Lind")].sort());
});
