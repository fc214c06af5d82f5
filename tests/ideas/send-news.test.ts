import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { nextNews } from "../../src/domain/asking/calendar.ts";
import { en } from "../../src/language/en/index.ts";
import { mostNews, readNews } from "../../src/store/news.ts";
import { day, hour, minute, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, personId, teamId, type World } from "../world/world.ts";

/* A person's news: one bundle a working day, at 15:00, each step once, whatever happens to the job, the store or Teams. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer jams");
  await omar.writes("idea The door is heavy");
  await world.moveTo(thisRound.digest);
});

const numberOf = (words: string) => {
  const [post] = world.inTeam("digest");
  return post?.digest.top.find(({ title }) => title === words)?.number ?? 0;
};
const printer = () => `#${numberOf("The printer jams")}`;
const door = () => `#${numberOf("The door is heavy")}`;
/** Each bundle, its ideas in order. */
const bundles = (person: Person) =>
  person
    .got("news")
    .map(({ ideas }) =>
      ideas.map((one) =>
        "withdrawn" in one ? `${one.number}: withdrawn` : `${one.idea.title}: ${one.lines.map(({ news }) => news).join(", ")}`,
      ),
    );
const textOf = (person: Person) => JSON.stringify(person.got("news").map((message) => render(message, "en")));
const sendNews = (at: number) => ({ job: "send-news", team: teamId, person: personId("Omar Haddad"), at }) as const;
const zone = "Europe/Stockholm";

describe("a bundle", () => {
  test("holds the news of a day, each step, and the idea that has ended first", async () => {
    await jonas.writes(`take ${printer()}`);
    await jonas.writes(`done ${printer()} cleaned on Sundays`);
    await world.moveTo(world.now() + minute);
    await jonas.writes(`take ${door()}`);
    expect(omar.got("news")).toEqual([]);
    await world.toNews();
    expect(bundles(omar)).toEqual([["The printer jams: owned, done", "The door is heavy: owned"]]);
    expect([bundles(jonas), bundles(pia)]).toEqual([[], []]);
    await world.toNews();
    expect(bundles(omar)).toHaveLength(1);
  });

  test("comes on a working day: what happens after 15:00 on a Friday waits until Monday", async () => {
    const friday = nextNews(thisRound.digest + 3 * day, { zone });
    await world.moveTo(friday + minute);
    await jonas.writes(`take ${printer()}`);
    await world.moveTo(friday + 3 * day - minute);
    expect(bundles(omar)).toEqual([]);
    await world.moveTo(friday + 3 * day);
    expect([bundles(omar).length, new Date(world.now()).getUTCDay()]).toEqual([1, 1]);
  });

  test("is one for a person of several teams, on the day of the first", async () => {
    await world.addsTeam("South clinic", ["Omar Haddad", "Eva Ek"]);
    await omar.writes("idea The lift is slow", { in: "South clinic" });
    await omar.writes("digest now", { in: "South clinic" });
    if (omar.buttons().includes("Post now")) await omar.presses("Post now");
    await world.person("Eva Ek").writes("take #1");
    await jonas.writes(`take ${printer()}`);
    await world.toNews();
    expect(bundles(omar).map((one) => one.toSorted())).toEqual([["The lift is slow: owned", "The printer jams: owned"]]);
  });

  test("tells nothing to somebody who has left, nor to somebody who has blocked Gnist", async () => {
    await pia.writes(`me too ${printer()}`);
    await sara.writes(`me too ${printer()}`);
    await jonas.writes(`take ${printer()}`);
    world.roster.splice(
      world.roster.findIndex(({ name }) => name === "Pia Holm"),
      1,
    );
    await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: pia.teamsId, entraId: pia.entraId }] });
    await sara.takesGnistAway();
    await world.moveTo(world.now() + minute);
    await world.toNews();
    expect([bundles(omar).length, bundles(pia), bundles(sara)]).toEqual([1, [], []]);
  });

  test("of two ideas loses only the words of the one that is withdrawn", async () => {
    await pia.writes(`me too ${printer()}`);
    await pia.writes(`me too ${door()}`);
    await jonas.writes(`take ${printer()}`);
    await jonas.writes(`take ${door()}`);
    await world.toNews();
    expect(textOf(pia)).toMatch(/printer.*door|door.*printer/);
    const number = printer().slice(1);
    await omar.writes(`withdraw #${number}`);
    expect(bundles(pia).map((one) => one.toSorted())).toEqual([[`${number}: withdrawn`, "The door is heavy: owned"]]);
    expect(textOf(pia)).not.toContain("printer");
    expect(textOf(pia)).toContain("Jonas Berg has taken an idea you back");
  });
});

describe("news is told once", () => {
  test("where its jobs run twice, and at once", async () => {
    await jonas.writes(`take ${printer()}`);
    const at = nextNews(world.now(), { zone });
    for (let times = 0; times < 3; times++) await world.put(sendNews(at));
    await world.moveTo(at);
    for (let times = 0; times < 3; times++) await world.put(sendNews(at));
    await world.settle();
    expect(bundles(omar)).toEqual([["The printer jams: owned"]]);
    await world.toNews();
    expect(bundles(omar)).toHaveLength(1);
  });

  test("where it is noted again after it was told", async () => {
    await jonas.writes(`take ${printer()}`);
    await world.toNews();
    const rows = await world.ports.rows.list(`team|${world.inChannel.team}`, { from: "step|", to: "step}" });
    const idea = rows[0]?.key.split("|")[1] ?? "";
    for (const { key } of rows) await world.put({ job: "note-news", team: world.inChannel.team, idea, step: key, news: "owned" });
    await world.toNews();
    expect(bundles(omar)).toHaveLength(1);
  });

  test("where the store fails after the bundle was made, and before it is sent", async () => {
    await jonas.writes(`take ${printer()}`);
    const { rows } = world.ports;
    const { commit } = rows;
    let fails = 0;
    world.expectTrouble();
    Object.assign(rows, {
      commit: async (...written: Parameters<typeof commit>) => {
        if (fails > 2 || !written[1].some(({ key }) => key.startsWith("said|"))) return commit(...written);
        fails += 1;
        throw new Error("cut off");
      },
    });
    await pia.writes(`me too ${printer()}`);
    await jonas.writes(`done ${printer()} cleaned`);
    await world.toNews();
    for (let times = 0; times < 3; times++) await world.moveTo(world.now() + 20 * minute);
    expect([fails > 0, bundles(pia), bundles(omar).length]).toEqual([true, [["The printer jams: done"]], 1]);
  });

  test("where Teams may have the message, which is then not sent again", async () => {
    await jonas.writes(`take ${printer()}`);
    world.trouble.set(omar.chatId, { outcome: "doubtful", detail: "502", arrives: true });
    await world.toNews();
    world.trouble.clear();
    await world.toNews();
    expect(bundles(omar)).toHaveLength(1);
  });

  test("where Teams takes it minutes later", async () => {
    await jonas.writes(`take ${printer()}`);
    world.trouble.set(omar.chatId, { outcome: "later", afterMs: 10 * minute, cause: "again", detail: "429" });
    await world.toNews();
    expect(bundles(omar)).toEqual([]);
    world.trouble.clear();
    await world.moveTo(world.now() + hour);
    expect(bundles(omar)).toHaveLength(1);
    await world.toNews();
    expect(bundles(omar)).toHaveLength(1);
  });

  test("where Teams takes nothing all afternoon: it waits for the next working day, together with the news of that day", async () => {
    await jonas.writes(`take ${printer()}`);
    world.trouble.set(omar.chatId, { outcome: "later", afterMs: hour, cause: "again", detail: "429" });
    await world.toNews();
    await world.moveTo(world.now() + hour);
    await world.moveTo(world.now() + hour);
    world.trouble.clear();
    await world.moveTo(world.now() + 5 * hour);
    expect(bundles(omar)).toEqual([]);
    await jonas.writes(`take ${door()}`);
    await world.toNews();
    expect(bundles(omar)).toEqual([["The door is heavy: owned", "The printer jams: owned"]]);
    await world.moveTo(nextRound.digest);
    await world.toNews();
    expect(bundles(omar)).toHaveLength(1);
  });

  test("where nobody ran the clock over a weekend: not on the Saturday on which it runs again", async () => {
    const thursday = nextNews(thisRound.digest + day, { zone });
    await world.moveTo(thursday + minute);
    await jonas.writes(`take ${printer()}`);
    await world.moveTo(thursday + 2 * day);
    expect(bundles(omar)).toEqual([]);
    await world.toNews();
    expect([bundles(omar).length, new Date(world.now()).getUTCDay()]).toEqual([1, 1]);
  });
});

test("more ideas than a bundle holds are told on the next working day", async () => {
  for (let at = 1; at <= 8; at++) await omar.writes(`idea The lamp ${at} is broken`);
  await world.moveTo(nextRound.question);
  await world.moveTo(nextRound.digest);
  for (let number = 1; number <= 10; number++) await jonas.writes(`take #${number}`);
  await world.toNews();
  await world.toNews();
  expect(bundles(omar).map((one) => one.length)).toEqual([6, 4]);
  expect(new Set(bundles(omar).flat()).size).toBe(10);
});

describe("a person who wants no news", () => {
  test("of one idea mutes it on the card, which stays; what was noted before is not told either, and the undo brings later news", async () => {
    await jonas.writes(`take ${printer()}`);
    await jonas.writes(`take ${door()}`);
    await world.toNews();
    expect(expectSay(await omar.presses("Mute this idea", { on: "The printer jams" }), "sent-beside").where).toBe("below");
    await jonas.writes(`not me ${printer()} no time`);
    await jonas.writes(`not me ${door()} no time`);
    await world.toNews();
    expect(bundles(omar).at(-1)).toEqual(["The door is heavy: declined"]);
    expectSay(await omar.presses("Undo"), "unmuted");
    await jonas.writes(`take ${printer()}`);
    await world.toNews();
    expect(bundles(omar).at(-1)).toEqual(["The printer jams: owned"]);
  });

  test("mutes an idea after something has happened, and before the bundle", async () => {
    await jonas.writes(`take ${printer()}`);
    await omar.sendsByHand({ verb: "mute-idea", team: teamId, idea: expectSay(await omar.writes(printer()), "idea-story").idea.id });
    await world.toNews();
    expect(bundles(omar)).toEqual([]);
  });

  test("at all says so in their own settings, which a lead reaches from those of the team", async () => {
    expectSay(await omar.writes("settings"), "my-settings");
    expect(expectSay(await omar.presses("Save", { [en.mySettings.news]: "false" }), "my-settings")).toMatchObject({
      written: { news: false },
      saved: "news",
    });
    await jonas.writes(`take ${printer()}`);
    await world.toNews();
    expect(bundles(omar)).toEqual([]);
    expect(expectSay(await omar.writes("my settings"), "my-settings").written.news).toBe(false);
    await omar.presses("Save", { [en.mySettings.news]: "true" });
    await jonas.writes(`done ${printer()} cleaned`);
    await world.toNews();
    expect(bundles(omar)).toEqual([["The printer jams: done"]]);
    expectSay(await sara.writes("settings"), "settings");
    expect(expectSay(await sara.presses("My settings"), "my-settings").written.news).toBe(true);
  });
});

describe("a day that has a bundle already", () => {
  const zone = "Europe/Stockholm";

  test("after a change of the team's time zone leaves what came later to the next working day", async () => {
    await world.moveTo(nextNews(world.now(), { zone }) - hour);
    await pia.writes(`me too ${printer()}`);
    await jonas.writes(`take ${printer()}`);
    await world.moveTo(nextNews(world.now(), { zone }) + minute);
    expect(bundles(omar)).toEqual([["The printer jams: owned"]]);
    await sara.sets({ "Time zone": "Europe/London" });
    await jonas.writes(`done ${printer()} cleaned`);
    for (let days = 0; days < 4; days += 1) await world.moveTo(nextNews(world.now(), { zone: "Europe/London" }) + minute);
    for (const person of [omar, pia]) expect(bundles(person)).toEqual([["The printer jams: owned"], ["The printer jams: done"]]);
  });

  test("owes the rest where more news waits than one bundle holds, all of it of a few ideas", async () => {
    const idea = world.inTeam("digest")[0]?.digest.top.find(({ title }) => title === "The printer jams")?.id ?? "";
    for (let times = 0; times < 16; times += 1) {
      await jonas.writes(`take ${printer()}`);
      await sara.writes(`done ${printer()} cleaned ${times}`);
      await sara.sendsByHand({ verb: "reopen", team: teamId, idea, reason: "It came back" });
      await jonas.writes(`not me ${printer()} no time`);
    }
    const { rows } = world.ports;
    const waiting = async () => (await readNews(rows, personId("Omar Haddad"))).length;
    expect(await waiting()).toBe(mostNews);
    await world.toNews();
    expect(await waiting()).toBe(16 * 4 - mostNews);
    await world.toNews();
    expect(await waiting()).toBe(0);
  });
});
