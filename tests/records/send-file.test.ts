import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { consentMs } from "../../src/domain/records/file.ts";
import { fileDoor } from "../../src/entry/files.ts";
import { filesPartition } from "../../src/store/file.ts";
import { minute } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, type World } from "../world/world.ts";

const lastSaid = (person: Person) => person.sees().at(-1)?.message;

const rowsOf = (world: World) => world.ports.rows.list(filesPartition, { from: "", to: "~" });

test("Teams asks before anything is made, and a yes puts the file into the person's OneDrive", async () => {
  const { world, sara } = await aTeam();
  await sara.writes("export");
  expect(
    sara
      .sees()
      .slice(-2)
      .map(({ message }) => message.say),
  ).toEqual(["file-offered", "file-consent"]);
  expect((await sara.answersFile("accept")).say).toBe("file-coming");
  expect(lastSaid(sara)).toMatchObject({ say: "file-sent", name: expect.stringMatching(/^gnist-north-clinic-\d{4}-\d\d-\d\d\.zip$/) });
  expect(Object.keys(unzipSync(world.drive.last() ?? new Uint8Array()))).toContain("README.txt");
  expect(await rowsOf(world)).toEqual([]);
});

test("a no makes nothing, and says so in the question's place", async () => {
  const { world, sara } = await aTeam();
  await sara.writes("export");
  expect((await sara.answersFile("decline")).say).toBe("file-declined");
  expect(await rowsOf(world)).toEqual([]);
  expect(world.drive.last()).toBeUndefined();
});

test("two answers to one question make one file and one message", async () => {
  const { world, sara } = await aTeam();
  await sara.writes("export");
  await sara.answersFile("accept");
  expect((await sara.answersFile("accept")).say).toBe("file-failed");
  await world.settle();
  expect(sara.got("file-sent")).toHaveLength(1);
});

test("nobody else answers the question, and nobody who has stopped leading gets the file", async () => {
  const { world, sara, omar } = await aTeam();
  await sara.writes("export");
  const { message } = sara.sees().at(-1) ?? {};
  const file = message?.say === "file-consent" ? message.file : "";
  const upload = {
    uploadUrl: "https://contoso-my.sharepoint.com/x",
    contentUrl: "https://contoso-my.sharepoint.com/y",
    uniqueId: "u",
    fileType: "zip",
  };
  expect(await omar.sendsByHand({ verb: "take-file", file, ...upload })).toMatchObject({ say: "file-failed", why: "over" });
  expect(await omar.sendsByHand({ verb: "decline-file", file })).toMatchObject({ say: "file-failed", why: "over" });
  world.roster.splice(0, 1);
  await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: sara.teamsId, entraId: sara.entraId }] });
  await world.moveTo(world.now() + minute);
  await sara.answersFile("accept");
  expect(lastSaid(sara)).toMatchObject({ say: "file-failed", why: "over" });
  expect(world.drive.last()).toBeUndefined();
});

test("the token of a question opens no page, because nobody was told that it is a link", async () => {
  const { world, sara } = await aTeam();
  await sara.writes("export");
  const { message } = sara.sees().at(-1) ?? {};
  const token = message?.say === "file-consent" ? message.file : "";
  const door = fileDoor(world.ports);
  expect((await door.look(token, undefined)).status).toBe(404);
  expect([await door.name(token), await door.take(token)]).toEqual([undefined, undefined]);
  expect((await sara.answersFile("accept")).say).toBe("file-coming");
});

test("a question can be answered for a day", async () => {
  const { world, sara } = await aTeam();
  await sara.writes("export");
  await world.moveTo(world.now() + consentMs);
  expect(await sara.answersFile("accept")).toMatchObject({ say: "file-failed", why: "over" });
  expect(await rowsOf(world)).toEqual([]);
});

test("the address of the upload stands in no line of the log", async () => {
  const { world, sara } = await aTeam();
  await sara.writes("export");
  world.drive.goesAway();
  await sara.answersFile("accept");
  expect(lastSaid(sara)).toMatchObject({ say: "file-failed", why: "not-taken" });
  expect(JSON.stringify(world.logged)).not.toContain("sharepoint");
});
