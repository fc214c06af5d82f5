import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, test, vi } from "vitest";
import { linkMs } from "../../src/domain/records/file.ts";
import { readActs } from "../../src/store/act.ts";
import { filesPartition } from "../../src/store/file.ts";
import { forget, logged } from "../http/door.ts";
import { minute } from "../world/moments.ts";
import { viewOf } from "../world/people.ts";
import { aTeam, expectSay, personId, tenantId } from "../world/world.ts";
import { asks, buttonOf, openPages, takes } from "./links.ts";

afterEach(forget);

const offers = ({ world }: Pick<Awaited<ReturnType<typeof aTeam>>, "world">) =>
  world.ports.rows.list(filesPartition, { from: "", to: "~" });

const start = async () => {
  const team = await aTeam();
  return { ...team, url: await openPages(team.world) };
};

const isGone = async (link: string) => {
  const page = await fetch(link);
  const text = await page.text();
  return page.status === 404 && text.includes("This file is not here") && !text.includes("<form");
};

describe("a link", () => {
  test("leads to a page that says what the file is, and its button to the file, once", async () => {
    const { sara } = await start();
    const link = await asks(sara);
    const page = await (await fetch(link)).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("The team&#39;s record: North clinic");
    expect(page).toContain("Download</button>");
    expect(page).not.toMatch(/<script|https?:\/\//);
    const button = await buttonOf(link);
    const file = await fetch(button);
    expect(Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())))).toContain("README.txt");
    await vi.waitFor(async () => expect(await isGone(link)).toBe(true));
    expect(await isGone(button)).toBe(true);
  });

  test("works for 15 minutes, and its row goes by itself", async () => {
    const team = await start();
    const { world, sara } = team;
    const link = await asks(sara);
    await world.moveTo(world.now() + linkMs - minute);
    expect((await fetch(link)).status).toBe(200);
    expect(await offers(team)).toHaveLength(1);
    await world.moveTo(world.now() + minute);
    expect(await isGone(link)).toBe(true);
    expect(await offers(team)).toEqual([]);
  });

  test("is good for nothing once its lead leads no more, and for nobody who guesses", async () => {
    const { world, sara, omar, url } = await start();
    await sara.sets({ "People who lead": [sara.name, omar.name] }).catch(() => undefined);
    const link = await asks(sara);
    expect((await fetch(link)).status).toBe(200);
    world.roster.splice(0, 1);
    await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: sara.teamsId, entraId: sara.entraId }] });
    await world.moveTo(world.now() + minute);
    expect(await isGone(link)).toBe(true);
    for (const guess of ["AAAAAAAAAAAAAAAAAAAAAA", "x", "a".repeat(99), "..%2f..", "%00"])
      expect([guess, (await fetch(`${url}/files/${guess}`)).status]).toEqual([guess, 404]);
  });

  test("gives two who take it at once the file each, and is used up then", async () => {
    const { sara } = await start();
    const link = await asks(sara);
    const button = await buttonOf(link);
    const files = await Promise.all([fetch(button), fetch(button)].map(async (one) => (await (await one).arrayBuffer()).byteLength));
    expect(files[0]).toBeGreaterThan(0);
    await vi.waitFor(async () => expect(await isGone(link)).toBe(true));
  });

  test("stands in no row and no line of the log", async () => {
    const team = await start();
    const { world, sara } = team;
    const link = await asks(sara);
    const token = link.split("/").at(-1) ?? "";
    await fetch(`${link}/x/y`);
    await takes(link);
    expect(JSON.stringify([world.logged, logged, await offers(team)])).not.toContain(token);
  });

  test("speaks the language of the person who asked, and of the browser where there is no file", async () => {
    const { sara, url } = await start();
    await sara.writes("svenska");
    await sara.writes("språk svenska");
    const link = await asks(sara);
    expect(await (await fetch(link)).text()).toContain("Ladda ner</button>");
    const gone = await fetch(`${url}/files/x`, { headers: { "accept-language": "de, fi;q=0.8" } });
    expect(await gone.text()).toContain("Tiedosto ei ole täällä");
  });
});

describe("`export`", () => {
  test("is refused to people who lead no team and look across none", async () => {
    const { omar } = await start();
    expect(expectSay(await omar.writes("export"), "refusal").why).toBe("not-a-lead");
  });

  test("asks a lead of several teams which one is meant, and offers that one", async () => {
    const { world, sara } = await start();
    await world.addsTeam("South clinic", [sara.name, "Omar Haddad"]);
    expectSay(await sara.writes("export"), "which-team");
    const offered = expectSay(await sara.presses("South clinic"), "file-offered");
    expect(offered.teamName).toBe("South clinic");
  });

  test("in the channel is answered in the lead's own chat", async () => {
    const { sara } = await start();
    await sara.writes("export", { in: "channel" });
    expect(sara.sees().at(-1)?.message.say).toBe("file-offered");
    expect(sara.sees({ in: "channel" }).map(({ message }) => message.say)).not.toContain("file-offered");
  });

  test("gives an admin the measures of all teams", async () => {
    const { world } = await start();
    world.makeAdmin("Ada Min");
    const ada = world.person("Ada Min");
    await world.receive({ happened: "added-to-person", who: ada.who, place: ada.chat });
    const offered = expectSay(await ada.writes("export"), "file-offered");
    expect([offered.kind, offered.teamName]).toEqual(["measures-export", ""]);
    const files = unzipSync(new Uint8Array(await (await takes(offered.link ?? "")).arrayBuffer()));
    expect(strFromU8(files["README.txt"] ?? new Uint8Array())).not.toContain("lead");
    const acts = (await readActs(world.ports.rows, tenantId, 20)).filter(({ did }) => did === "measures-exported");
    expect(acts).toEqual([{ at: expect.any(Number), who: personId("Ada Min"), role: "admin", did: "measures-exported" }]);
    await ada.writes("defaults");
    const card = JSON.stringify(viewOf(await ada.presses("Who did what"), "en").card);
    expect(card).toContain("Took the measures of all teams.");
  });

  test("gives a lead who may look across the way to both", async () => {
    const { world, sara } = await start();
    world.makeAdmin(sara.name);
    expect(expectSay(await sara.writes("export"), "file-offered").kind).toBe("team-export");
    expect(expectSay(await sara.presses("Measures of all teams"), "file-offered").kind).toBe("measures-export");
  });
});

test("an offer names its person, and goes when everything of theirs is deleted", async () => {
  const team = await start();
  const { sara } = team;
  await asks(sara);
  expect((await offers(team))[0]?.values.person).toBe(personId(sara.name));
  await sara.writes("delete my data");
  await sara.presses("Keep them without my name");
  expect(await offers(team)).toEqual([]);
});
