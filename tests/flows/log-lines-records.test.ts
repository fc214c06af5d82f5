import { afterEach, expect, test } from "vitest";
import { logged as atDoor, forget } from "../http/door.ts";
import { openEveryDoor, takeEverything } from "../records/given.ts";
import { aTeamToMeet, beside, inChannel } from "../review/meeting.ts";
import { wrongWith } from "../world/log.ts";
import { minute } from "../world/moments.ts";
import { tracesIn } from "../world/traces.ts";
import { teamId } from "../world/world.ts";

afterEach(forget);

test("a board, a review, files that are taken by link, and posted results leave no token, name or text in any line of the log", async () => {
  const { world, sara, omar, pia, jonas } = await aTeamToMeet();
  const url = await openEveryDoor(world);
  await sara.writes("board", inChannel);
  await omar.presses("On track", beside("#1"));
  await pia.presses("Take or ask", beside("#2"));
  await pia.presses("I'll take it", inChannel);
  await jonas.presses("Thanks", beside("#3"));
  await sara.presses("Close", inChannel);
  await world.moveTo(Date.parse("2027-01-04T08:00:00Z"));
  await sara.presses("Post it", { "Our words above it (optional)": "Well done, all of you" });
  const { texts, tokens } = await takeEverything(sara, url);
  expect(texts.join()).toContain("The printer is slow");
  expect(texts.join()).toContain("Well done, all of you");
  // Links that lead nowhere, and one that is used again.
  for (const path of [`files/${tokens[0]}`, `files/${tokens[1]}/x.zip`, `files/${tokens[2]}`, `teams/${tokens[0]}/posted.json`])
    await (await fetch(`${url}/${path}`)).text();
  await sara.sendsByHand({ verb: "revoke-address", team: teamId });
  await world.moveTo(world.now() + minute);

  const lines = [...world.logged, ...atDoor];
  for (const event of ["board-posted", "board-closed"]) expect(lines.map((line) => line.event)).toContain(event);
  expect(lines.flatMap((line) => wrongWith(line) ?? [])).toEqual([]);
  const people = [sara, omar, pia, jonas].flatMap(({ name }) => [name, ...name.split(" ")]);
  const words = ["printer", "door sticks", "keys are lost", "gloves", "we oiled it", "Well done", ...people, ...tokens];
  expect(tokens.filter((token) => token.length < 22)).toEqual([]);
  const asText = lines.map((line) => JSON.stringify(line));
  expect(tracesIn(asText, words)).toEqual([]);
  expect(tracesIn([...asText, `{"path":"/files/${tokens[0]}"}`], words)).not.toEqual([]);
});
