import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Message, MessageOf } from "../../src/domain/message/index.ts";
import { readListedTeams } from "../../src/store/tenant.ts";
import { hour, nextRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeamWithDigest, expectSay, personId, teamId, tenantId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let nina: Person;
let kim: Person;
let idea: string;

const office = { in: "Office" } as const;
const why = "The contract is not ours";

/** Sara leads the north, whose post shows an idea of Omar's; Nina leads the office, where Kim works. */
beforeEach(async () => {
  ({ world, sara, omar, pia, idea } = await aTeamWithDigest());
  await world.addsTeam("Office", ["Nina Ny", "Kim Ek"]);
  nina = world.person("Nina Ny");
  kim = world.person("Kim Ek");
});

const opens = () => nina.writes("coordinators here", office);
const asksToPass = async () => {
  await sara.writes("#1");
  expectSay(await sara.presses("Pass on"), "sent-beside");
  return sara.sees().at(-1)?.message;
};
const passes = async () => {
  await opens();
  await sara.sets({ Coordinators: "Office" });
  await asksToPass();
  return sara.presses("Pass on", { Reason: why });
};
const isPost = (message: Message): message is MessageOf<"passed-post" | "passed-gone"> =>
  message.say === "passed-post" || message.say === "passed-gone";
/** The coordinators' posts, as everybody in their channel sees them. */
const posts = () => {
  const channel = world.channelNamed("Office").channelId;
  return world.posted.filter(({ to }) => to === channel).flatMap(({ message }) => (isPost(message) ? [message] : []));
};
const post = () => expectSay(posts().at(-1), "passed-post");
const story = async () => expectSay(await pia.writes("#1"), "idea-story");
const takes = async (contact: string, answerBy: string) => {
  await kim.presses("Take it", office);
  return kim.presses("Take it", { ...office, Contact: contact, "Answer by": answerBy });
};
const answers = async (person: Person, answer: "We do it" | "We do not", reason: string) => {
  await person.presses("Answer", office);
  return person.presses("Answer", { ...office, Answer: answer, Reason: reason });
};
const sendsBack = async (reason: string) => {
  await kim.presses("Send back", office);
  return kim.presses("Send back", { ...office, Reason: reason });
};

describe("Pass on", () => {
  test("posts the idea in the coordinators' channel, once, with the reason and without its author", async () => {
    expect(expectSay(await passes(), "passed-on").to).toBe("Office");
    expect(post()).toMatchObject({ team: { name: "North clinic" }, idea: { number: 1, title: "The printer is slow" }, reason: why });
    expect(posts()).toHaveLength(1);
    expect(JSON.stringify(posts())).not.toContain("Omar");
    expect(JSON.stringify(posts())).not.toContain(personId("Omar Haddad"));
    const told = await story();
    expect([told.idea.stage, told.steps.at(-1)?.why]).toEqual(["passed-on", why]);
  });

  test("where no coordinators are chosen, says so, with the button Settings", async () => {
    expectSay(await asksToPass(), "no-coordinators");
    expectSay(await sara.presses("Settings"), "settings");
    expect((await story()).idea.stage).toBe("new");
  });

  test("where the chosen ones take no more ideas, says so", async () => {
    await opens();
    await sara.sets({ Coordinators: "Office" });
    await nina.presses("Undo", office);
    expectSay(await asksToPass(), "no-coordinators");
  });

  test("needs a reason, and a lead", async () => {
    await opens();
    await sara.sets({ Coordinators: "Office" });
    await asksToPass();
    const sent = sara.wouldSend("Pass on", { Reason: why });
    expect(await pia.sendsByHand(sent)).toMatchObject({ why: "not-a-lead" });
    expect(await sara.presses("Pass on", { Reason: " " })).toMatchObject({ problem: "reason-needed" });
    expect(posts()).toEqual([]);
  });

  test("pressed twice passes on once", async () => {
    await opens();
    await sara.sets({ Coordinators: "Office" });
    await asksToPass();
    const sent = sara.wouldSend("Pass on", { Reason: why });
    for (const _time of [1, 2]) expectSay(await sara.sendsByHand(sent), "passed-on");
    expect(posts()).toHaveLength(1);
  });

  test("does not name an author who shows their name to their own team, on no post and no form", async () => {
    await world.moveTo(nextRound.question);
    await omar.presses("Add details");
    await omar.answers("The lamp flickers", { "Show my name": true });
    await world.moveTo(nextRound.digest);
    await opens();
    await sara.sets({ Coordinators: "Office" });
    await sara.writes("#2");
    await sara.presses("Pass on");
    await sara.presses("Pass on", { Reason: why });
    expect(expectSay(await pia.writes("#2"), "idea-story").idea.authorName).toBe("Omar Haddad");
    const read: unknown[] = [posts()];
    for (const title of ["Take it", "Answer", "Send back"])
      read.push(await nina.presses(title, office), await nina.presses("Back", office));
    expect(JSON.stringify(read)).toContain("The lamp flickers");
    expect(JSON.stringify(read)).not.toContain("Omar");
  });
});

describe("an idea that was passed on", () => {
  test("gets voices, stands among all ideas, and its post shows what its author changes", async () => {
    await passes();
    await pia.writes("me too #1");
    expect(post().idea.voices).toBe(2);
    const all = { verb: "all-ideas", team: teamId, page: 0 };
    expect(expectSay(await pia.sendsByHand(all), "all-ideas").ideas.map(({ number }) => number)).toEqual([1]);
    await omar.writes("my ideas");
    await omar.presses("Open");
    await omar.presses("Edit");
    await omar.presses("Save", { [line]: "The scanner is slow" });
    expect(post().idea.title).toBe("The scanner is slow");
  });

  test("leaves the coordinators' post with its words when its author withdraws it", async () => {
    await passes();
    await omar.writes("withdraw #1");
    expect(posts().at(-1)).toMatchObject({ say: "passed-gone", why: "withdrawn", number: 1 });
    expect(JSON.stringify(posts())).not.toContain("printer");
    await omar.presses("Undo");
    expect(post().idea.title).toBe("The printer is slow");
  });
});

describe("Take it", () => {
  test("promises an answer: the post, the story and the lists show contact and date, and that it is late", async () => {
    await passes();
    expectSay(await takes("Kim at the desk", "2026-12-08"), "passed-post");
    const passed = { contact: "Kim at the desk", answerBy: "2026-12-08" };
    expect(post().idea.passed).toEqual(passed);
    expect((await story()).idea.passed).toEqual(passed);
    await world.moveTo(Date.parse("2026-12-09T09:00:00+01:00"));
    expect((await story()).idea.passed).toEqual({ ...passed, isLate: true });
  });

  test("offers the presser as contact, and refuses a date in the past", async () => {
    await passes();
    expect(expectSay(await kim.presses("Take it", office), "take-passed-form").contact).toBe("Kim Ek");
    expect(await kim.presses("Take it", { ...office, "Answer by": "2020-01-01" })).toMatchObject({ problem: "past-date" });
    expect(post().idea.passed).toEqual({});
    await kim.presses("Take it", { ...office, Contact: "", "Answer by": "2026-12-08" });
    expect(post().idea.passed?.contact).toBe("Kim Ek");
  });

  test("is for members of that office alone, as they are now", async () => {
    await passes();
    await kim.presses("Take it", office);
    const sent = kim.wouldSend("Take it", { ...office, "Answer by": "2026-12-08" });
    await world.addsTeam("Other office", ["Otto Berg"]);
    for (const stranger of [sara, omar, world.person("Otto Berg")])
      expect(await stranger.sendsByHand(sent)).toMatchObject({ why: "not-a-coordinator" });
    const place = world.channelNamed("Office");
    world.rosters.set(place.teamsTeamId, {
      name: "Office",
      members: [...(world.rosters.get(place.teamsTeamId)?.members ?? [])].slice(0, 1),
    });
    await world.receive({ happened: "team-changed", place, left: [{ teamsId: kim.teamsId, entraId: kim.entraId }] });
    await world.moveTo(world.now() + hour);
    expect(await kim.sendsByHand(sent)).toMatchObject({ why: "not-a-coordinator" });
  });
});

describe("Answer", () => {
  test("ends the idea, in the post and in its team's story, and can be undone", async () => {
    await passes();
    await answers(nina, "We do it", "New lamps in May");
    expect(post().idea).toMatchObject({ stage: "adopted", result: "New lamps in May" });
    expect((await story()).steps.at(-1)).toMatchObject({ stage: "adopted", why: "New lamps in May" });
    await kim.presses("Undo", office);
    expect(post().idea.stage).toBe("passed-on");
    await answers(kim, "We do not", "No money");
    expect(post().idea).toMatchObject({ stage: "stopped", lesson: "No money" });
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.digest);
    expect(world.inTeam("digest").at(-1)?.digest.finished).toMatchObject([{ number: 1, stage: "stopped" }]);
  });

  test("is undone by its own Undo alone; an older post's, which does not say for which answer it stands, by the person who answered", async () => {
    await passes();
    await answers(kim, "We do it", "New lamps in May");
    const undo = kim.wouldSend("Undo", office);
    const { step: _step, ...old } = undo;
    await kim.presses("Undo", office);
    await answers(nina, "We do not", "No money");
    expect(await kim.sendsByHand(undo, office)).toMatchObject({ say: "refusal", why: "not-passed-on" });
    expectSay(await kim.sendsByHand(old, office), "passed-post");
    expect(post().idea.stage).toBe("stopped");
    await nina.sendsByHand(old, office);
    expect(post().idea.stage).toBe("passed-on");
    await answers(nina, "We do not", "No money");
    await kim.presses("Undo", office);
    expect(post().idea.stage).toBe("passed-on");
  });

  test("comes once: a second, other answer is refused, and the first repeated is the first", async () => {
    await passes();
    await kim.presses("Answer", office);
    const sent = kim.wouldSend("Answer", { ...office, Answer: "We do it", Reason: "In May" });
    for (const _time of [1, 2]) expectSay(await kim.sendsByHand(sent, office), "passed-post");
    expect(await nina.sendsByHand({ ...sent, solved: "no" }, office)).toMatchObject({ why: "not-passed-on" });
    expect(post().idea.stage).toBe("adopted");
  });
});

describe("Send back", () => {
  test("gives the idea back to its team, and its words leave the post", async () => {
    await passes();
    expectSay(await sendsBack("You may decide this"), "passed-gone");
    expect(posts().at(-1)).toMatchObject({ say: "passed-gone", why: "back", number: 1 });
    expect(await story()).toMatchObject({ idea: { stage: "new" } });
    expect((await story()).steps.at(-1)?.why).toBe("You may decide this");
  });

  test("repeated is answered as before, and an old post is refused once the idea is elsewhere", async () => {
    await passes();
    await kim.presses("Send back", office);
    const [sent, other] = [kim.wouldSend("Send back", { ...office, Reason: "Yours" }), nina.wouldSend("Take it", office)];
    for (const _time of [1, 2]) expectSay(await kim.sendsByHand(sent, office), "passed-gone");
    expect(await nina.sendsByHand({ ...other, answerBy: "2026-12-08" }, office)).toMatchObject({ why: "not-passed-on" });
    await sara.writes("#1");
    await sara.presses("Pass on");
    await sara.presses("Pass on", { Reason: "Please look again" });
    expect(posts().map(({ say }) => say)).toEqual(["passed-gone", "passed-post"]);
    // The old post says nothing of where the idea is now.
    expect(posts().map((message) => render(message, "en").summary)[0]).toBe("#1 went back to North clinic.");
    expect(await nina.sendsByHand({ ...other, answerBy: "2026-12-08" }, office)).toMatchObject({ why: "not-passed-on" });
  });
});

describe("coordinators who take no ideas any more", () => {
  test.each([
    ["Gnist was removed from their team", () => world.receive({ happened: "removed-from-team", place: world.channelNamed("Office") })],
    ["they have ended it", () => nina.presses("Undo", office)],
  ] as const)("do not keep the idea (%s): the leads hear of it once, and can have it back", async (_how, end) => {
    await passes();
    expect(expectSay(await sara.writes("#1"), "idea-story").may.takeBack).toBe(false);
    await nina.writes("coordinators here", office);
    await end();
    await world.settle();
    await world.moveTo(world.now() + hour);
    expect(sara.got("passed-trouble").map(({ isGone, to }) => [isGone, to])).toEqual([[true, "Office"]]);
    const back = sara.wouldSend("Send back");
    expect(await pia.sendsByHand(back)).toMatchObject({ why: "not-a-lead" });
    for (const _time of [1, 2]) expect(expectSay(await sara.sendsByHand(back), "idea-story").idea.stage).toBe("new");
    expect((await story()).steps.filter(({ event }) => event === "send-back")).toHaveLength(1);
  });

  test("let the leads have it back by its story, and not once they take ideas again", async () => {
    await passes();
    const place = world.channelNamed("Office");
    await world.receive({ happened: "team-archived", place });
    await world.settle();
    await sara.writes("#1");
    const back = sara.wouldSend("Send back");
    await world.receive({ happened: "team-unarchived", place });
    await world.settle();
    expect(expectSay(await sara.sendsByHand(back), "idea-story").idea.stage).toBe("passed-on");
    await world.receive({ happened: "team-archived", place });
    expect(expectSay(await sara.sendsByHand(back), "idea-story").idea.stage).toBe("new");
    await world.receive({ happened: "team-unarchived", place });
    await world.settle();
    expect(posts().at(-1)).toMatchObject({ say: "passed-gone", why: "back" });
  });
});

describe("a post that Teams does not take", () => {
  const channel = () => world.channelNamed("Office").channelId;

  test.each([
    { outcome: "refused", why: "gone", detail: "no channel" },
    { outcome: "doubtful", detail: "lost" },
  ] as const)("is told to the leads ($outcome), who can let it be posted again", async (delivery) => {
    world.trouble.set(channel(), delivery);
    await opens();
    await sara.sets({ Coordinators: "Office" });
    await asksToPass();
    await sara.presses("Pass on", { Reason: why });
    expect(sara.got("passed-trouble").map(({ isDoubtful }) => isDoubtful)).toEqual([delivery.outcome === "doubtful"]);
    expect(posts()).toEqual([]);
    world.trouble.delete(channel());
    const again = sara.wouldSend("Post it");
    expectSay(await sara.presses("Post it"), "passed-on");
    expect(posts()).toHaveLength(1);
    await sara.sendsByHand(again);
    expect(posts()).toHaveLength(1);
  });

  test("because the coordinators' team is archived leaves the idea's team awake, and can be posted once theirs wakes", async () => {
    await opens();
    await sara.sets({ Coordinators: "Office" });
    const place = world.channelNamed("Office");
    await asksToPass();
    world.trouble.set(channel(), { outcome: "refused", why: "archived", detail: "archived" });
    await sara.presses("Pass on", { Reason: why });
    expect((await readListedTeams(world.ports.rows, tenantId)).map(({ name }) => name)).toContain("North clinic");
    expect(sara.got("passed-trouble")).toHaveLength(1);
    world.trouble.delete(channel());
    await world.receive({ happened: "team-unarchived", place });
    await world.settle();
    await sara.presses("Post it");
    expect(posts()).toHaveLength(1);
    await world.moveTo(nextRound.question);
    expect(omar.got("idea-form").filter(({ why }) => why === "prompt")).toHaveLength(2);
  });
});

test("what changes while the coordinators' team is archived shows once it wakes", async () => {
  await passes();
  const place = world.channelNamed("Office");
  await world.receive({ happened: "team-archived", place });
  await omar.writes("withdraw #1");
  expect(post().idea.title).toBe("The printer is slow");
  await world.receive({ happened: "team-unarchived", place });
  await world.settle();
  expect(posts().at(-1)).toMatchObject({ say: "passed-gone", why: "withdrawn" });
});

test("coordinators never read who wrote it: no post, no form, no answer and no row of their team holds the author's id or name", async () => {
  await passes();
  const read: Message[] = [];
  for (const title of ["Take it", "Answer", "Send back"]) {
    read.push(await nina.presses(title, office));
    read.push(await nina.presses("Back", office));
  }
  read.push(await takes("Kim", "2026-12-08"), await answers(kim, "We do it", "In May"), await kim.presses("Undo", office));
  await pia.writes("me too #1");
  read.push(await sendsBack("Yours"));
  const seen = [nina, kim].flatMap((person) => [...person.sees(office), ...person.sees()].map(({ message }) => message));
  const rows = await world.ports.rows.list(`team|${world.channelNamed("Office").team}`, { from: "", to: "~" });
  expect(JSON.stringify(rows)).toContain(idea);
  for (const told of [JSON.stringify([read, seen]), JSON.stringify(rows)]) {
    expect(told).not.toContain(personId("Omar Haddad"));
    expect(told).not.toContain("Omar");
  }
});
