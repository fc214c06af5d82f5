import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { en } from "../../src/language/en/index.ts";
import { buttonsOf } from "../world/cards.ts";
import { day, hour, thisRound } from "../world/moments.ts";
import { expectSay, generalChannel, teamId } from "../world/world.ts";
import { type MoveName, move, moves, type Play, startPlay, told } from "./life-play.ts";

/* Everybody whom an idea concerns is told of each event, once; an event undone before they were told is no news. */

let play: Play;
let from: number;
beforeEach(async () => {
  play = await startPlay();
  from = play.world.posted.length;
});

const person = (name: string) => play.world.person(name);
/** Presses, and what they lead to until the next bundle has gone out. */
const happens = async (...names: readonly MoveName[]) => {
  const said = await moves(play, ...names);
  await play.world.toNews();
  return said;
};
/** News of the idea that a person has got, in short. */
const heard = (name: string) =>
  person(name)
    .news()
    .map(({ news, reader }) => `${reader}: ${news}`);
/** The time of the next digest, in which there is something new where `isNews`. */
const nextDigest = async (isNews = true) => {
  await play.world.moveTo(play.world.now() + 2 * day);
  if (isNews) await person("Pia Holm").writes(`idea Of ${play.world.now()}`);
  await play.world.moveTo(play.world.now() + 5 * day);
  await play.world.toNews();
};

describe("a lead's done", () => {
  test("tells the author, the owner and those behind it, each once", async () => {
    await happens("voice", "take", "done by a lead");
    expect([heard("Omar Haddad"), heard("Jonas Berg"), heard("Pia Holm")]).toEqual([
      ["author: owned", "author: done"],
      ["owner: done"],
      ["voice: owned", "voice: done"],
    ]);
  });

  test("tells an author who owns it", async () => {
    await happens("take by its author", "done by a lead");
    expect(heard("Omar Haddad")).toEqual(["author: done"]);
  });

  test("that is taken back is told so to those alone who have heard of it", async () => {
    await happens("take", "done by a lead");
    expect(expectSay(await happens("undo end"), "reopened").idea.owner?.name).toBe("Jonas Berg");
    expect([heard("Omar Haddad"), heard("Jonas Berg")]).toEqual([
      ["author: owned", "author: done", "author: undone"],
      ["owner: done", "owner: undone"],
    ]);
    await move(play, "done by a lead");
    await happens("undo end");
    expect(heard("Omar Haddad")).toHaveLength(3);
  });
});

describe("what is held back", () => {
  test("is told to its author when the next digest has gone out, with the reason", async () => {
    await happens("hold");
    expect(told(play, from)).toEqual([]);
    await nextDigest();
    expect(person("Omar Haddad").news()).toMatchObject([{ news: "held", reason: "names a colleague" }]);
    await nextDigest();
    expect(heard("Omar Haddad")).toEqual(["author: held"]);
  });

  test("is told also where there was nothing to post, or a lead found a digest that Gnist could not be sure of", async () => {
    await happens("hold");
    await nextDigest(false);
    expect(heard("Omar Haddad")).toEqual(["author: held"]);
    play = await startPlay(["hold"]);
    play.world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await nextDigest();
    expect(heard("Omar Haddad")).toEqual([]);
    await person("Sara Lind").presses("It is there");
    await play.world.toNews();
    expect(heard("Omar Haddad")).toEqual(["author: held"]);
  });

  test("and put back before the digest is no news; put back after it is told with the next", async () => {
    await happens("hold", "put back");
    await nextDigest();
    expect(heard("Omar Haddad")).toEqual([]);
    await happens("hold");
    await nextDigest();
    expect(heard("Omar Haddad")).toEqual(["author: held"]);
    await happens("put back");
    expect(heard("Omar Haddad")).toEqual(["author: held"]);
    await nextDigest();
    expect(heard("Omar Haddad")).toEqual(["author: held", "author: put-back"]);
  });

  test("and held again for another reason is told with that one alone", async () => {
    await happens("hold", "put back", "hold by another");
    await nextDigest();
    expect(
      person("Omar Haddad")
        .news()
        .map(({ reason }) => reason),
    ).toEqual(["too long"]);
  });

  test("once more, after a digest has shown it and before its author is told so, is not told as put back", async () => {
    await happens("hold");
    await nextDigest();
    await move(play, "put back");
    await play.world.moveTo(play.world.now() + day + 2 * hour);
    await person("Pia Holm").writes("idea Another");
    await play.world.moveTo(play.world.now() + 4 * day + 20.5 * hour);
    expect(play.world.inTeam("digest")).toHaveLength(3);
    await happens("hold by another");
    expect(heard("Omar Haddad")).toEqual(["author: held"]);
    await nextDigest();
    expect(heard("Omar Haddad")).toEqual(["author: held", "author: held"]);
  });

  test("by its own author is no news to them, but that another lead puts it back is", async () => {
    await person("Sara Lind").writes("idea Mine");
    const idea = expectSay(await person("Sara Lind").writes("my ideas"), "my-ideas").ideas[0]?.idea.id;
    await person("Sara Lind").sendsByHand({ verb: "hold-idea", team: teamId, idea, reason: "not yet" });
    await nextDigest();
    expect(heard("Sara Lind")).toEqual([]);
    await person("Eva Ek").sendsByHand({ verb: "release-idea", team: teamId, idea });
    await nextDigest();
    expect(heard("Sara Lind")).toEqual(["author: put-back"]);
  });

  test("is told to its owner too, without the reason, and that it is put back", async () => {
    await happens("take", "hold");
    await nextDigest();
    expect(heard("Jonas Berg")).toEqual(["owner: held"]);
    expect(JSON.stringify(person("Jonas Berg").news())).not.toContain("colleague");
    await happens("put back");
    await nextDigest();
    expect([heard("Jonas Berg"), heard("Omar Haddad").at(-1)]).toEqual([["owner: held", "owner: put-back"], "author: put-back"]);
  });

  test("is told to an author who could not be reached with a later digest", async () => {
    play.world.trouble.set(person("Omar Haddad").chatId, { outcome: "refused", why: "blocked", detail: "403" });
    await happens("hold", "voice");
    await play.world.moveTo(play.world.now() + 2 * day);
    await play.world.moveTo(play.world.now() + 5 * day);
    expect(heard("Omar Haddad")).toEqual([]);
    play.world.trouble.clear();
    await person("Omar Haddad").writes("help");
    await nextDigest();
    expect(heard("Omar Haddad")).toEqual(["author: held"]);
  });

  test("after it was shown stands in the draft, where it can be put back", async () => {
    const draft = expectSay(await happens("hold"), "draft");
    expect(draft.held).toMatchObject([{ id: play.idea }]);
    expect(JSON.stringify(play.world.inTeam("digest"))).not.toContain("printer");
    expectSay(await happens("put back"), "draft");
    expect(JSON.stringify(play.world.inTeam("digest"))).toContain("printer");
  });
});

describe("what is withdrawn", () => {
  test("is told to its owner, without the text; and that it is back, if they have heard", async () => {
    await happens("take", "withdraw");
    expect(heard("Jonas Berg")).toEqual(["owner: withdrawn"]);
    expect(person("Jonas Berg").news().at(-1)).toMatchObject({ number: 1 });
    await happens("undo");
    expect(heard("Jonas Berg").sort()).toEqual(["owner: restored", "owner: withdrawn"]);
    await move(play, "withdraw");
    await happens("undo");
    expect(heard("Jonas Berg")).toHaveLength(2);
  });

  test("is told to whoever was asked to own it, once, and to nobody else", async () => {
    await happens("voice", "ask Jonas", "withdraw");
    expect(heard("Jonas Berg")).toEqual(["asked: withdrawn"]);
    expect(["Omar Haddad", "Pia Holm", "Sara Lind"].flatMap(heard)).toEqual([]);
  });

  test("by an owner of their own idea is told to nobody", async () => {
    await happens("take by its author", "withdraw");
    expect(told(play, from).filter((one) => one.includes("withdrawn"))).toEqual([]);
  });
});

describe("somebody who says no", () => {
  const said = (name: MoveName) => happens(name).then((message) => render(message, "en").summary);

  test("to a request is told that only leads see it, which is so; a second reason changes nothing", async () => {
    await happens("ask Jonas");
    from = play.world.posted.length;
    expect(await said("not me")).toBe(en.own.declined);
    const other = { verb: "decline-idea", team: teamId, idea: play.idea, reason: "another reason" };
    expectSay(await person("Jonas Berg").sendsByHand(other), "declined");
    expect(told(play, from).map((one) => one.split(":")[0])).toEqual(["Eva Ek", "Sara Lind"]);
    expect(person("Sara Lind").got("owner-refused")).toMatchObject([{ reason: "no time in December" }]);
    expect(play.world.inTeam("digest").at(-1)?.digest.top.at(0)).toMatchObject({ ownerAsked: true });
  });

  test("twice before leads hear of it is heard with what they said first", async () => {
    await happens("ask Jonas");
    await move(play, "not me");
    await person("Jonas Berg").sendsByHand({ verb: "decline-idea", team: teamId, idea: play.idea, reason: "another reason" });
    expect(person("Sara Lind").got("owner-refused")).toMatchObject([{ reason: "no time in December" }]);
  });

  test("to what they own is told that only leads see why, which is so", async () => {
    await happens("take");
    expect(await said("not me")).toBe(`${en.own.gaveBack} ${en.own.gaveBackWhy}`);
    expect(heard("Omar Haddad")).toEqual(["author: owned", "author: declined"]);
    expect(JSON.stringify(person("Omar Haddad").news())).not.toContain("December");
    expect(person("Eva Ek").got("owner-refused")).toMatchObject([{ reason: "no time in December" }]);
  });

  test("and leads the team does not hear it from themselves", async () => {
    await person("Sara Lind").sendsByHand({ verb: "take-idea", team: teamId, idea: play.idea });
    await person("Sara Lind").sendsByHand({ verb: "decline-idea", team: teamId, idea: play.idea, reason: "no time" });
    expect([person("Sara Lind").got("owner-refused"), person("Eva Ek").got("owner-refused").length]).toEqual([[], 1]);
  });
});

describe("a request", () => {
  test("that has ended is still a yes for whoever says so late, and a no concerns nobody", async () => {
    await happens("ask Jonas");
    await play.world.moveTo(thisRound.digest + 2 * day + 4 * hour);
    expect(await happens("not me")).toMatchObject({ say: "refusal", why: "request-over" });
    expect(expectSay(await happens("accept"), "owned").idea.owner?.name).toBe("Jonas Berg");
  });

  test("ends at its time in a team that Gnist was taken out of, which reads so when Gnist is back", async () => {
    const { world } = play;
    await happens("ask Jonas");
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    await world.moveTo(thisRound.digest + 7 * day);
    await world.added("Sara Lind");
    await world.settle();
    expect(expectSay(await person("Sara Lind").writes("#1"), "idea-story").idea.ownerAsked).toBe(false);
  });

  test("whose answer of the store was lost, and that another lead replaced meanwhile, is stored once and sent to nobody, and its asker hears so", async () => {
    const { rows } = play.world.ports;
    const { commit } = rows;
    let tries = 0;
    Object.assign(rows, {
      commit: async (...written: Parameters<typeof commit>) => {
        if (!written[1].some(({ key }) => key.startsWith("request|"))) return commit(...written);
        tries += 1;
        if (tries > 20) throw new Error("it is tried for ever");
        const outcome = await commit(...written);
        if (tries > 1) return outcome;
        await person("Eva Ek").write("ask #1 Omar Haddad");
        return "changed";
      },
    });
    expect(await happens("ask Pia")).toMatchObject({ why: "already-asked" });
    expect([tries, person("Pia Holm").got("owner-request").length, person("Omar Haddad").got("owner-request").length]).toEqual([2, 0, 1]);
  });

  test("ends when a lead holds the idea back: put back, it waits for nobody", async () => {
    await move(play, "ask Jonas");
    await happens("hold", "put back");
    expect(person("Jonas Berg").got("owner-request")).toEqual([]);
    expect(play.world.inTeam("digest").at(-1)?.digest.top.at(0)).toMatchObject({ ownerAsked: false });
  });
});

test("an owner who takes, gives back and takes again at once gets one plan form, and its author hears each step once", async () => {
  for (const name of ["take", "not me", "take"] as const) await move(play, name);
  await play.world.toNews();
  expect([person("Jonas Berg").got("owner-plan").length, heard("Omar Haddad").sort()]).toEqual([
    1,
    ["author: declined", "author: owned", "author: owned"],
  ]);
});

test("withdraw, said again because its answer was lost, takes no second idea", async () => {
  await person("Omar Haddad").writes("idea The door is heavy");
  expect(expectSay(await person("Omar Haddad").writes("withdraw"), "withdrawn").written?.friction).toBe("The door is heavy");
  expect(expectSay(await person("Omar Haddad").writes("withdraw"), "withdrawn").written).toBeUndefined();
  expect(expectSay(await person("Omar Haddad").writes("my ideas"), "my-ideas").ideas.map(({ idea }) => idea.id)).toEqual([play.idea]);
});

test("an idea that is held back can be withdrawn by words too", async () => {
  await happens("hold");
  expectSay(await person("Omar Haddad").writes("withdraw #1"), "withdrawn");
});

describe("news has buttons that fit", () => {
  const newest = (name: string) => {
    const card = person(name).sees().at(-1)?.card ?? {};
    return { text: JSON.stringify(card), buttons: buttonsOf(card).map(({ title }) => title) };
  };

  test("for its author to edit, to withdraw, and to see what happened, with the owner's name", async () => {
    await happens("voice", "take");
    const { text, buttons } = newest("Omar Haddad");
    expect(text).toContain("Jonas Berg has taken your idea");
    expect(buttons).toEqual(["Edit", "Withdraw", "See what happened", "Mute this idea"]);
    expect(newest("Pia Holm").buttons).toEqual(["See what happened", "Mute this idea"]);
    await person("Pia Holm").presses("See what happened");
    const [story] = person("Pia Holm").got("idea-story");
    expect(story?.steps.map(({ stage, who }) => [stage, who])).toEqual([["planned", "Jonas Berg"]]);
    expectSay(await person("Omar Haddad").presses("Edit"), "idea-form");
  });

  test("and of an end it is plain text, with what came of it", async () => {
    await happens("take", "done by a lead");
    const told = person("Omar Haddad").got("news").at(-1);
    const { card, text = "" } = told ? render(told, "en") : {};
    expect(card).toBeUndefined();
    const order = [
      en.news.owned("author", "Jonas Berg"),
      en.news.done("author"),
      `${en.finish.result}: a new one came`,
      "#1  The printer jams",
    ];
    expect(text.split("\n")).toEqual([...order, en.news.readOn(1)]);
  });

  test("of what is held back the reason first, and what the author can do about it", async () => {
    await happens("hold");
    await nextDigest();
    const { text, buttons } = newest("Omar Haddad");
    expect(buttons).toEqual(["Edit", "Withdraw", "See what happened", "Mute this idea"]);
    expect(text.indexOf("names a colleague")).toBeLessThan(text.indexOf(en.news.heldWhat));
    await person("Omar Haddad").presses("See what happened");
    expect(person("Omar Haddad").got("idea-story")).toHaveLength(1);
  });

  test("and tells nothing of an idea that has been withdrawn since", async () => {
    await happens("voice", "take");
    const pressed = person("Pia Holm").wouldSend("See what happened");
    await happens("withdraw");
    expectSay(await person("Pia Holm").sendsByHand(pressed), "sent-beside");
    expect(person("Pia Holm").got("idea-withdrawn")).toHaveLength(1);
    const texts = ["Jonas Berg", "Pia Holm"].map((name) =>
      person(name)
        .got("news")
        .map((one) => render(one, "en").text ?? ""),
    );
    expect(texts.map((one) => one.length)).toEqual([1, 1]);
    expect(texts.flat().join()).not.toMatch(/printer/);
  });
});
