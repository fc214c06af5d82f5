import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { forget } from "../http/door.ts";
import { buttonOf, openPages } from "../records/links.ts";
import { minute, thisRound } from "../world/moments.ts";
import { aTeamWithDigest, expectSay } from "../world/world.ts";

afterEach(forget);

test("Word gives the lead a document of the review and its agenda, as they stand when it is taken", async () => {
  const { world, sara, omar, pia } = await aTeamWithDigest("The printer is slow");
  await openPages(world);
  await pia.writes("idea The lift is broken");
  await sara.posts();
  await world.moveTo(thisRound.digest + 2 * minute);
  await sara.writes("review");
  await sara.presses("Word");
  const { link = "" } = expectSay(sara.sees().at(-1)?.message, "file-offered");
  expect(sara.sees().map(({ message }) => message.say)).toContain("review");
  await omar.writes("withdraw");
  await world.settle();
  const file = await fetch(await buttonOf(link));
  expect(file.headers.get("content-type")).toContain("wordprocessingml.document");
  expect(file.headers.get("content-disposition")).toMatch(/gnist-north-clinic-2026-12-01\.docx/);
  const { "word/document.xml": document } = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const xml = strFromU8(document ?? new Uint8Array());
  for (const text of ["Review of December 2026", "Agenda: December 2026", "The lift is broken"]) expect(xml).toContain(text);
  expect(xml).not.toContain("The printer is slow");
  expect(xml).not.toMatch(/Pia Holm(?! leads)/);
});

test("Word is for leads alone, also by the link of one who leads no more", async () => {
  const { world, sara, omar } = await aTeamWithDigest();
  await openPages(world);
  await sara.writes("review");
  const sent = sara.wouldSend("Word");
  expect(await omar.sendsByHand(sent)).toMatchObject({ why: "not-a-lead" });
  await sara.presses("Word");
  const { link = "" } = expectSay(sara.sees().at(-1)?.message, "file-offered");
  expect((await fetch(link)).status).toBe(200);
  world.roster.splice(0, 1);
  await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: sara.teamsId, entraId: sara.entraId }] });
  await world.moveTo(world.now() + minute);
  expect((await fetch(link)).status).toBe(404);
});
