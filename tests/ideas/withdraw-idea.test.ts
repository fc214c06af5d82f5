import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { runJob } from "../../src/entry/worker.ts";
import { en } from "../../src/language/en/index.ts";
import type { Change, Rows } from "../../src/ports.ts";
import { hour, minute, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, generalChannel, teamId, type World } from "../world/world.ts";

/* "Withdrawn. It is gone from Gnist and from the team's post": that is so wherever anybody wrote or reads of it, or something truer is said. */

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam("Eva Ek"));
  await world.moveTo(thisRound.question);
  await omar.answers("The zebra crossing is blocked");
});

const inChannel = { in: "channel" } as const;
const reason = "Reason";

/** All stored rows, and all messages sent unasked, except those in the author's own chat. */
const wordsOf = async () => {
  const partitions = [...new Set(world.calls.map(({ partition }) => partition))].filter((partition) => partition !== "");
  const rows = await Promise.all(partitions.map((partition) => world.ports.rows.list(partition, { from: "", to: "\uffff" })));
  const posted = world.posted.filter(({ to }) => to !== omar.chatId).map(({ message }) => message);
  return { kept: JSON.stringify(rows.flat()), read: JSON.stringify(posted) };
};

const isGone = async () => {
  const { kept, read } = await wordsOf();
  expect([kept.match(/.{40}zebra.{20}/gi), read.match(/.{40}zebra.{20}/gi)]).toEqual([null, null]);
};

const said = (message: Parameters<typeof render>[0]) => render(message, "en").summary;

test("it is gone from the store, and from every message that was sent about it, whoever quoted it and whatever had happened to it", async () => {
  await world.moveTo(thisRound.draft);
  await sara.presses("Change");
  await sara.presses("Save", { Title: "Zebra" });
  await sara.changes("Zebra", "Hold back", { Reason: "which zebra?" });
  await sara.presses("Put back");
  await world.moveTo(thisRound.digest);
  await pia.presses("Me too", inChannel);
  await sara.writes("ask #1 Eva Ek");
  await sara.writes("ask #1 Jonas Berg");
  await jonas.presses("Not me");
  await jonas.presses("Not me", { [reason]: "I am no friend of zebras" });
  await pia.writes("take #1");
  await pia.presses("Save", { "Smallest test": "One zebra, one week" });
  await pia.writes("done #1 the zebra is free");
  await sara.writes("#1");
  await pia.presses("Undo");
  await pia.writes("not me #1 too many zebras");
  await sara.writes("ask #1 Jonas Berg");
  const before = await wordsOf();
  expect([before.kept.match(/zebra/gi)?.length, before.read.match(/zebra/gi)?.length]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(said(await omar.presses("Withdraw"))).toBe(en.receipt.withdrawnPosted.gone);
  await isGone();
  expect(jonas.got("idea-withdrawn").map(({ number }) => number)).toContain(1);
  expect(world.inTeam("digest")).toHaveLength(1);
});

test("undone at once, nothing that others wrote about it is lost, and nobody hears of it", async () => {
  await world.moveTo(thisRound.digest);
  await pia.writes("take #1");
  await pia.writes("not me #1 too many zebras");
  const before = await wordsOf();
  await omar.press("Withdraw");
  await omar.presses("Undo");
  const after = await wordsOf();
  expect([after.kept.includes("too many zebras"), after.read]).toEqual([true, before.read]);
});

test("an author's edit is not hidden behind a title that a lead gave to the words before", async () => {
  await world.moveTo(thisRound.draft);
  await sara.presses("Change");
  await sara.presses("Save", { Title: "Anna and the zebra" });
  await omar.presses("Edit");
  await omar.presses("Save", { [line]: "The crossing is blocked" });
  await world.moveTo(thisRound.digest);
  expect(world.inTeam("digest")[0]?.digest.top.map(({ title }) => title)).toEqual(["The crossing is blocked"]);
  await isGone();
});

test("undone after the next digest, it is open again where it stood, in every post", async () => {
  await world.moveTo(thisRound.digest);
  await omar.presses("Withdraw");
  await world.moveTo(nextRound.question);
  await pia.answers("Another one");
  await world.moveTo(nextRound.digest);
  await omar.presses("Undo");
  expect(JSON.stringify(world.inTeam("digest")[0])).toMatch(/zebra/);
  expect(expectSay(await pia.writes("take #1"), "owned").idea.title).toMatch(/zebra/);
});

describe("a draft in a lead's chat", () => {
  beforeEach(() => world.moveTo(thisRound.draft));
  const drafts = () => JSON.stringify(sara.got("draft"));

  test("shows the author's words as they are now, and not what was withdrawn", async () => {
    await omar.presses("Edit");
    await omar.presses("Save", { [line]: "The zebra crossing is dark" });
    expect(drafts()).toMatch(/is dark/);
    await omar.presses("Withdraw");
    expect(drafts()).not.toMatch(/zebra/i);
    await isGone();
    await omar.presses("Undo");
    expect(drafts()).toMatch(/zebra/i);
  });

  test("says when it was posted once it was, and has no words in it then", async () => {
    await world.moveTo(thisRound.digest);
    expect(sara.got("draft")).toEqual([]);
    expect(sara.got("draft-posted")).toMatchObject([{ at: thisRound.digest }]);
    await world.moveTo(nextRound.question);
    await pia.answers("Another one");
    await world.moveTo(nextRound.draft);
    expect([sara.got("draft").length, sara.got("draft-posted").length]).toEqual([1, 1]);
    await omar.presses("Withdraw");
    await isGone();
  });

  test("of a digest that Teams has not taken is no posted one", async () => {
    world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
    await world.moveTo(thisRound.digest);
    expect([sara.got("draft").length, sara.got("draft-posted").length]).toEqual([1, 0]);
    world.trouble.clear();
    await sara.writes("digest now");
    expect([sara.got("draft").length, sara.got("draft-posted").length]).toEqual([0, 1]);
  });
});

test("it is said to be gone from the team's post where there is one, and that no post shows it where there is none", async () => {
  await pia.writes("idea The gate squeaks");
  expect(said(await pia.presses("Withdraw"))).toBe(en.receipt.withdrawn);
  world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
  await world.moveTo(thisRound.digest);
  expect(said(await omar.presses("Withdraw"))).toBe(en.receipt.withdrawn);
  expectSay(await omar.presses("Undo"), "receipt");
  world.trouble.clear();
  await sara.writes("digest now");
  await world.settle();
  expect(said(await omar.presses("Withdraw"))).toBe(en.receipt.withdrawnPosted.gone);
});

describe("a post that Gnist cannot change", () => {
  /** The digest has arrived, but Gnist did not get the id of its message. */
  const doubtful = async () => {
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502", arrives: true });
    await world.moveTo(thisRound.digest);
    world.trouble.clear();
  };

  test("is said to stay, and leads are asked to delete it, once", async () => {
    await doubtful();
    await sara.presses("It is there");
    const press = omar.wouldSend("Withdraw");
    expect(said(await omar.presses("Withdraw"))).toBe(en.receipt.withdrawnPosted["leads-asked"]);
    expect(sara.got("post-stays")).toMatchObject([{ number: 1, channel: "General", week: thisRound.id }]);
    expect(said(await omar.sendsByHand(press))).toBe(en.receipt.withdrawnPosted["leads-asked"]);
    expect(sara.got("post-stays")).toHaveLength(1);
    expect((await wordsOf()).kept).not.toMatch(/zebra/i);
  });

  test("is said to stay as it is to whoever edits what stands in it", async () => {
    await doubtful();
    await sara.presses("It is there");
    await omar.presses("Edit");
    const changed = await omar.presses("Save", { [line]: "The zebra crossing is dark" });
    expect(JSON.stringify(render(changed, "en").card)).toContain(en.receipt.shown(1, "fixed"));
  });

  test("or may be, is told to an author who opens the receipt while it is on its way", async () => {
    await world.moveTo(thisRound.draft);
    world.trouble.set(generalChannel, { outcome: "later", afterMs: hour, cause: "again", detail: "429" });
    await world.moveTo(thisRound.digest);
    await omar.writes("my ideas");
    expect(expectSay(await omar.presses("Open"), "receipt").post).toBe("on-its-way");
    world.trouble.clear();
    await omar.presses("Edit");
    expect(expectSay(await omar.presses("Save", { [line]: "The zebra crossing is dark" }), "receipt").post).toBe("on-its-way");
    await world.moveTo(world.now() + 2 * hour);
    await omar.writes("my ideas");
    expect(expectSay(await omar.presses("Open"), "receipt").post).toBeUndefined();
    expect(JSON.stringify(world.inTeam("digest"))).toContain("The zebra crossing is dark");
  });

  test("may be there as long as nobody has looked", async () => {
    await doubtful();
    expect(said(await omar.presses("Withdraw"))).toBe(en.receipt.withdrawnPosted["leads-asked"]);
    await sara.presses("Post it");
    expect(sara.got("post-stays")).toHaveLength(1);
  });

  test("because the instance that posted it died is not said to be clean, and leads are asked to delete it once nobody knows, and not again", async () => {
    world.expectTrouble();
    const { channel } = world.ports;
    const post = channel.post.bind(channel);
    let withdrawn: Message | undefined;
    Object.assign(channel, {
      post: async (...[to, message, language]: Parameters<typeof post>) => {
        const delivery = await post(to, message, language);
        if (message.say !== "digest") return delivery;
        Object.assign(channel, { post });
        withdrawn = await omar.press("Withdraw");
        throw new Error("died");
      },
    });
    await world.moveTo(thisRound.digest);
    await world.moveTo(thisRound.digest + 5 * minute);
    expect(withdrawn && said(withdrawn)).toBe(en.receipt.withdrawnPosted["on-its-way"]);
    expect(sara.got("post-stays")).toMatchObject([{ number: 1, channel: "General", week: thisRound.id }]);
    await sara.presses("It is there");
    await world.moveTo(world.now() + minute);
    expect(sara.got("post-stays")).toHaveLength(1);
  });

  test("is asked about when a lead finds it after all, which Gnist took for refused", async () => {
    await doubtful();
    const there = sara.wouldSend("It is there");
    world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
    await sara.presses("Post it");
    world.trouble.clear();
    await omar.presses("Withdraw");
    expect(sara.got("post-stays")).toHaveLength(0);
    await sara.sendsByHand(there);
    await world.moveTo(world.now() + minute);
    expect(sara.got("post-stays")).toHaveLength(1);
  });

  test("stays in a team that nobody leads, and nobody is said to be asked", async () => {
    await doubtful();
    await sara.presses("It is there");
    world.roster.splice(0, 1);
    await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: sara.teamsId, entraId: sara.entraId }] });
    await world.moveTo(world.now() + 2 * minute);
    expect(said(await omar.presses("Withdraw"))).toBe(en.receipt.withdrawnPosted.stays);
  });

  test("because its team is archived shows it until that is restored, and no longer", async () => {
    await world.moveTo(thisRound.digest);
    await world.receive({ happened: "team-archived", place: world.inChannel });
    expect(said(await omar.presses("Withdraw"))).toBe(en.receipt.withdrawnPosted.rests);
    expect(JSON.stringify(world.inTeam("digest"))).toMatch(/zebra/);
    await world.receive({ happened: "team-unarchived", place: world.inChannel });
    await world.settle();
    await isGone();
  });
});

test("withdrawn while the digest is being made, at whichever moment, it is not in the post that comes", async () => {
  for (let n = 1, isReached = true; isReached; n++) {
    ({ world, sara, omar, pia, jonas } = await aTeam());
    await world.moveTo(thisRound.question);
    await pia.answers("Another one");
    await omar.answers("The zebra crossing is blocked");
    isReached = await beforeCommit(n, () => omar.press("Withdraw"));
    expect([n, JSON.stringify(world.inTeam("digest")).match(/zebra/)]).toEqual([n, isReached ? null : expect.anything()]);
    if (isReached) await isGone();
  }
});

describe("while somebody presses, the digest is posted that shows the idea first", () => {
  /** Between what the press has read and what it stores. */
  const pressesMeanwhile = async (act: () => Promise<unknown>) => {
    const { rows } = world.ports;
    const commit: Rows["commit"] = rows.commit.bind(rows);
    let isFirst = true;
    Object.assign(rows, {
      commit: async (partition: string, changes: readonly Change[]) => {
        if (isFirst && changes.some(({ key }) => key.startsWith("idea|"))) {
          isFirst = false;
          await runJob({ job: "post-digest", team: teamId, by: sara.id, digest: thisRound.id }, world.ports);
        }
        return commit(partition, changes);
      },
    });
    await act();
    await world.settle();
    await world.moveTo(world.now() + minute);
    return world.inTeam("digest")[0]?.digest.top;
  };

  test("what was withdrawn goes from it", async () => {
    expect(await pressesMeanwhile(() => omar.press("Withdraw"))).toEqual([]);
    await isGone();
  });

  test("what was taken shows whose it is", async () => {
    await world.moveTo(thisRound.draft);
    await sara.presses("Change");
    await sara.presses("Save", { Person: "Jonas Berg" });
    expect(await pressesMeanwhile(() => jonas.press("I'll take it"))).toMatchObject([{ owner: { name: "Jonas Berg" } }]);
  });
});

/** Posts the digest, and acts before its nth transaction. @returns whether there was one */
const beforeCommit = async (n: number, act: () => Promise<unknown>): Promise<boolean> => {
  const { rows } = world.ports;
  const commit: Rows["commit"] = rows.commit.bind(rows);
  let commits = 0;
  Object.assign(rows, {
    commit: async (partition: string, changes: readonly Change[]) => {
      commits += 1;
      if (commits === n) await act();
      return commit(partition, changes);
    },
  });
  await world.put({ job: "post-digest", team: teamId, by: sara.id, digest: thisRound.id });
  await world.settle();
  await world.moveTo(world.now() + minute);
  return commits >= n;
};

test("its author withdraws it also after leaving, and where the team has put Gnist out; there it cannot be undone, and its post stays", async () => {
  await world.moveTo(thisRound.digest);
  world.roster.splice(1, 1);
  await world.receive({ happened: "team-changed", place: world.inChannel, left: [{ teamsId: omar.teamsId, entraId: omar.entraId }] });
  await world.moveTo(world.now() + 2 * minute);
  await world.receive({ happened: "removed-from-team", place: world.inChannel });
  const withdrawn = expectSay(await omar.presses("Withdraw"), "withdrawn");
  expect([said(withdrawn), withdrawn.written]).toEqual([en.receipt.withdrawnPosted.stays, undefined]);
  expect((await wordsOf()).kept).not.toMatch(/zebra/i);
});
