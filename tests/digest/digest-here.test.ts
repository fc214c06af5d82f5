import { expect, test } from "vitest";
import { readTeam } from "../../src/store/team.ts";
import { nextRound, thisRound } from "../world/moments.ts";
import { aTeam, expectSay, generalChannel, teamId } from "../world/world.ts";

test("a digest goes to a private channel when a lead says so there, which names the channel to nobody else", async () => {
  const { world, sara, omar } = await aTeam();
  const { channelId } = world.opensChannel("Staff matters", "private");
  expect(await sara.writes("digest here", { in: "Staff matters" })).toMatchObject({ say: "digest-here", isPrivate: true });
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  expect(world.posted.filter(({ message }) => message.say === "digest").map(({ to }) => to)).toEqual([channelId]);
  expectSay(await omar.writes("digest"), "digest");
  await sara.writes("settings");
  await sara.presses("Where");
  expect(JSON.stringify(sara.sees().at(-1))).not.toContain("Staff matters");
});

test("nothing of a team goes to a channel that people of other teams read, however it was chosen", async () => {
  const { world, sara, omar } = await aTeam();
  const place = world.opensChannel("Region", "shared");
  for (const words of ["digest here", "coordinators here"])
    expect(await sara.writes(words, { in: "Region" })).toEqual({ say: "refusal", why: "shared-channel" });

  // Teams does not say on each activity that a channel is shared, but it says so in its list.
  const { ownMembers: _, ...unsaid } = place;
  const writes = (text: string) => world.receive({ happened: "wrote", who: sara.who, place: unsaid, text, activity: text });
  await writes("digest here");
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  expect(world.inTeam("digest")).toHaveLength(1);

  await world.receive({ happened: "removed-from-team", place });
  await world.receive({ happened: "added-to-team", who: sara.who, place });
  await world.settle();
  await world.moveTo(nextRound.question);
  await omar.answers("The lift is slow");
  await world.moveTo(nextRound.digest);
  expect(world.inTeam("digest")).toHaveLength(2);
  await writes("coordinators here");
  await world.put({ job: "read-team", team: teamId });
  await world.settle();
  expect((await readTeam(world.ports.rows, teamId))?.team.coordinatorsIn).toBe(generalChannel);
  expect(world.posted.filter(({ to }) => to === place.channelId)).toEqual([]);
});
