import { expect, test } from "vitest";
import { cardsOf } from "../teams-stub/ledger.ts";
import { seeded } from "../world/chance.ts";
import { minute, thisRound } from "../world/moments.ts";
import { cardsBefore, chatOf, formsOf, pressOf } from "./bodies.ts";
import { drawnAlone, judged, mark } from "./judge.ts";
import { hostileTexts } from "./texts.ts";
import { openFuzzDoor, startHostileWorld } from "./world.ts";

/* Hostile texts on their whole way: typed and filled in over the door, kept, and posted by the Connector. */

/** Teams escapes what people type. */
const escaped = (text: string): string => text.toWellFormed().replaceAll("&", "&amp;").replaceAll("<", "&lt;");

test("Hostile texts and names go in by the door and come out harmless, and no line of the log holds one", async () => {
  const door = await openFuzzDoor();
  const world = await startHostileWorld(door, 1);
  const { stub, north, moveTo, now } = world;
  const lines: string[] = [];
  const note = () => {
    lines.push(...door.logged.map((line) => JSON.stringify(line)));
    door.logged.length = 0;
  };
  try {
    const names = Object.values(hostileTexts).map((text) => text.toWellFormed().slice(0, 60));
    const evil = names.slice(0, 3).map((name) => stub.addPerson({ name, tenant: north.tenantId }));
    north.members.push(...evil);
    north.name = hostileTexts["a mention"] ?? "";
    await stub.installs(north);
    await moveTo(thisRound.question + minute);
    const sara = stub.world.find("Sara Lind");
    const [writer] = evil;
    if (!writer) throw new Error("There is nobody with a hostile name.");
    const form = cardsBefore(world, writer)
      .flatMap(({ card }) => formsOf(card))
      .find(({ verb }) => verb === "submit-idea");
    if (!form) throw new Error("Nobody was asked.");
    const { id } = seeded(7);
    for (const [name, text] of Object.entries(hostileTexts)) {
      const data = { ...form.data, friction: `${text} in ${name}`, proposal: text, secret: id(), showName: "true" };
      const said = await door.send(
        JSON.stringify(pressOf(world, { person: writer, where: chatOf(writer), way: "execute", verb: form.verb, data })),
      );
      expect(said.status, name).toBe(200);
      await stub.person(writer).writes(escaped(`idea ${text} and more of ${name}`));
      await moveTo(now() + minute, minute);
      note();
    }
    await moveTo(thisRound.draft + minute);
    await moveTo(thisRound.digest + minute);
    for (const word of ["my ideas", "my data", "ideas", "who sees this", "#1", "#2", "status", "audit"])
      for (const person of [sara, writer]) await stub.person(person).writes(word);
    await moveTo(now() + minute, minute);
    note();
    expect(await world.unreadable()).toEqual([]);
    const posts = stub.world.posts.filter(({ writer }) => !writer);
    const drawn = drawnAlone();
    const found = posts.map(({ activity }) => {
      const [card] = cardsOf(activity);
      const { text = "", summary } = activity as { readonly text?: string; readonly summary: string };
      return judged(summary, { ...(card ? { card: card as never } : {}), text, summary }, undefined, drawn);
    });
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(found.filter(({ found }) => found.has("card")).length).toBeGreaterThan(20);
    expect(posts.some(({ activity }) => "entities" in activity)).toBe(false);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => line.includes(mark))).toEqual([]);
    expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  } finally {
    await world.stop();
    await door.close();
  }
});
