import { beforeEach, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { textOf } from "../world/cards.ts";
import { roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
});

const digest = () => {
  const post = world.posted.filter(({ message }) => message.say === "digest").at(-1);
  return post && textOf({ ...render(post.message, post.language).card });
};

test("A bilingual team posts one digest in two languages, whose buttons work, until it wants one again", async () => {
  await sara.sets({ "Second language, for a team that uses two": "Svenska" });
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  expect(digest()).toMatchInlineSnapshot(`
    "North clinic · week 48 / vecka 48
    What got in our way, and what we do about it / Det här var i vägen, och det här gör vi åt det
    <5
    answered / svarade
    1
    new idea / ny idé
    New this week / Nytt den här veckan
    #1  The printer is slow · 1 voice / 1 röst
    Needs an owner / Behöver en ansvarig
    Next question Thursday 3 December at 13:00. You can write to me any time.
    Nästa fråga kommer torsdag 3 december kl. 13:00. Du kan skriva till mig när som helst."
  `);
  await sara.presses("Me too / Jag med", { in: "channel" });
  // Everybody reads the answer to a word in the channel too.
  const { who, chat } = pia;
  const written = { happened: "wrote", who: { ...who, language: "fi" }, text: "kooste", activity: "1" } as const;
  expect(await world.receive({ ...written, place: world.inChannel })).toMatchObject({ message: { say: "digest" }, language: ["en", "sv"] });
  expect(await world.receive({ ...written, place: chat })).toMatchObject({ message: { say: "digest" }, language: "fi" });
  await sara.sets({ "Second language, for a team that uses two": "None: the posts are in one language" });
  await world.moveTo(roundAfter(1).question);
  await omar.answers("Nobody orders gloves");
  await world.moveTo(roundAfter(1).digest);
  expect(digest()).toContain("What got in our way, and what we do about it\n");
  expect(digest()).not.toContain(" / ");
});

test("A line of the post is one line where a Finnish date ends with a full stop, and only its beginning is in a capital", async () => {
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.draft);
  await sara.presses("Small effort");
  await sara.presses("Much");
  await world.moveTo(thisRound.digest);
  await omar.presses("Take or ask", { in: "channel" });
  await omar.presses("I'll take it", { in: "channel" });
  await world.settle();
  await omar.presses("Save", { Date: "2026-12-15" });
  await sara.sets({ "Language of the channel": "Suomi", "Second language, for a team that uses two": "English" });
  await world.moveTo(roundAfter(1).question);
  await omar.writes("idea Nobody orders gloves");
  await world.moveTo(roundAfter(1).digest);
  expect(digest()).toContain(
    "Omar Haddad · valmis viimeistään ti 15.12. / by Tue 15 Dec · Pieni vaiva, suuri hyöty · näytetty 7 päivää sitten / Small effort",
  );
});
