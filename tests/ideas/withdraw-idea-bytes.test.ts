import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { openInFolder } from "../sqlite/folders.ts";
import { type Card, textOf } from "../world/cards.ts";
import { minute, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { everyRow } from "../world/rows.ts";
import { line } from "../world/words.ts";
import { expectSay, generalChannel, startWorld, teamId } from "../world/world.ts";

const names = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg", "Eva Ek"];

test("withdrawn after everything has happened to it, no byte of the store's files, no job, no line of the log and no message shows a word of it", async () => {
  const { storage, folder, stop } = await openInFolder();
  try {
    const world = await startWorld(names, 1, { rows: storage.rows });
    await world.added("Sara Lind");
    const [sara, omar, pia, jonas, eva] = names.map(world.person) as [Person, Person, Person, Person, Person];
    await world.addsTeam("Office", ["Kim Ek"]);
    const kim = world.person("Kim Ek");
    await kim.writes("coordinators here", { in: "Office" });
    await sara.sets({ Coordinators: "Office" });
    await world.moveTo(thisRound.question);
    await omar.presses("Add details");
    const { idea } = expectSay(
      await omar.answers("The zebra crossing is blocked", { "What would make it easier?": "Paint the zebra" }),
      "receipt",
    );
    await jonas.answers("The path is dark");
    await omar.presses("Edit");
    await omar.presses("Save", { [line]: "The old zebra crossing is blocked" });
    await world.moveTo(thisRound.draft);
    await sara.sendsByHand({ verb: "ask-author", team: teamId, idea, question: "Which zebra?" });
    await omar.presses("Answer hidden", { Answer: "The striped zebra" });
    await sara.changes("The old zebra", "Save", { Title: "Zebra at the gate" });
    await sara.changes("Zebra at the gate", "Hold back", { Reason: "is it a zebra?" });
    await sara.presses("Put back");
    await world.moveTo(thisRound.digest);

    // Voices, refusals, an owner with a test, causes, a count, a call for help, and a story.
    const inChannel = { in: "channel", on: "Zebra at the gate" };
    await pia.presses("Me too", inChannel);
    await eva.presses("Thanks", inChannel).catch(() => undefined);
    const [post] = world.inTeam("digest");
    const number = [...(post?.digest.top ?? []), ...(post?.digest.quick ?? [])].find(({ title }) => title.startsWith("Zebra"))?.number ?? 0;
    await sara.writes(`ask #${number} Eva Ek`);
    await eva.presses("Not me");
    await eva.presses("Not me", { Reason: "I fear zebras" });
    await pia.writes(`take #${number}`);
    await pia.presses("Save", { "Smallest test": "One zebra, one week" });
    await pia.presses("Why does this happen?");
    await pia.sendsByHand({ verb: "ask-why", team: teamId, idea, place: 0, text: "The zebra is white" });
    await pia.sendsByHand({ verb: "count", team: teamId, idea, counts: "Zebras a day", number: "3", isSent: true });
    await pia.writes(`need help #${number} A brush for the zebra`);
    await pia.sendsByHand({ verb: "start", team: teamId, idea });
    await world.toNews();
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.digest);
    await pia.writes(`test done #${number}`);
    await pia.sendsByHand({ verb: "adopt", team: teamId, idea, result: "The zebra shines" });
    await pia.sendsByHand({ verb: "undo-end", team: teamId, idea });
    await pia.sendsByHand({ verb: "adjust", team: teamId, idea, result: "Half a zebra", test: "Two zebras", due: "2026-12-24" });
    await pia.writes(`stop #${number} No more zebras`);
    await pia.presses("Undo");
    await pia.writes(`not me #${number} too many zebras`);
    await sara.writes(`#${number}`);
    await sara.sendsByHand({ verb: "pass-on", team: teamId, idea, reason: "The zebra is not ours" });
    await kim.presses("Take it", { in: "Office" });
    await kim.presses("Take it", { in: "Office" });
    await jonas.writes("my ideas");
    await world.toNews();
    await world.moveTo(roundAfter(2).draft);

    /** The word in the files of the store, in its rows and jobs and the log, and in all that others see without having asked for it. */
    const found = async () => {
      const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "latin1"));
      const kept = JSON.stringify([await everyRow(world), world.queued(), world.logged]);
      const read = JSON.stringify(world.posted.filter(({ to }) => to !== omar.chatId).map(({ message }) => message));
      return [files.join(), kept, read].map((text) => text.match(/.{0,40}zebra.{0,20}/gis)?.length ?? 0);
    };
    // The words stand in the file, and not in its log alone.
    await storage.rows.forget();
    expect((await found()).every((times) => times > 0)).toBe(true);
    expect(expectSay(await omar.sendsByHand({ verb: "withdraw-idea", team: teamId, idea }), "withdrawn").post).toBe("gone");
    await world.moveTo(world.now() + minute);
    expect(await found()).toEqual([0, 0, 0]);

    // The posts that stay say when it was withdrawn, and so does its story.
    const when = "withdrawn by its author, Tuesday 15 December 2026";
    const texts = world.posted.map(({ to, message }) => ({ to, text: textOf((render(message, "en").card ?? {}) as unknown as Card) }));
    const inPosts = texts.filter(({ text }) => text.includes(when)).map(({ to }) => to);
    expect([...new Set(inPosts)]).toEqual([generalChannel, "19:Office@thread.tacv2"]);
    expect(expectSay(await sara.writes(`#${number}`), "idea-withdrawn").at).toBeLessThan(world.now());
  } finally {
    await stop();
  }
});
