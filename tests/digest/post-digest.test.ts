import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Change } from "../../src/ports.ts";
import { readTeam } from "../../src/store/team.ts";
import { day, hour, minute, nextRound, roundAfter, second, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, generalChannel, startWorld, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
});

const inChannel = { in: "channel" } as const;
const digests = () => world.inTeam("digest").map(({ digest }) => digest);
const titlesOf = (at: number) =>
  digests()
    .at(at)
    ?.top.map(({ title }) => title);

/** Somebody withdraws the newest idea of theirs. */
const withdraws = async (person: Person) => {
  await person.writes("my ideas");
  await person.presses("Open");
  await person.presses("Withdraw");
};

describe("the digest", () => {
  const askedAndAnswered = async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await pia.presses("Add details");
    await pia.answers("Nobody orders gloves", { "What it is about": "Routines and paperwork", "Show my name": true });
    await jonas.answers("Too many forms");
  };

  test("posts itself at its time, once, with numbers and without names, but for who chose to show theirs", async () => {
    await askedAndAnswered();
    await world.moveTo(thisRound.digest);
    await world.put({ job: "post-digest", team: teamId, round: thisRound.id, at: thisRound.digest });
    await world.settle();
    expect(digests()).toHaveLength(1);
    const [view] = digests();
    expect(view?.turnout).toEqual({ asked: 4, answered: 3 });
    expect(view?.top.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(view?.top.flatMap(({ authorName }) => authorName ?? [])).toEqual(["Pia Holm"]);
    expect(JSON.stringify(view)).not.toContain("Omar");
  });

  test("is not posted when there is nothing to say, and the lead is told so once", async () => {
    for (const weeks of [0, 1, 2, 3]) await world.moveTo(roundAfter(weeks).question);
    await world.moveTo(roundAfter(3).digest + day);
    expect(digests()).toHaveLength(0);
    expect(sara.got("nothing-to-post")).toHaveLength(1);
  });

  test("changes with an edit and a withdrawal after it, and an old question still counts in the next one", async () => {
    await askedAndAnswered();
    await world.moveTo(thisRound.digest);
    await omar.writes("my ideas");
    await omar.presses("Open");
    await omar.presses("Edit");
    await omar.presses("Save", { [line]: "The label printer is slow" });
    expect(JSON.stringify(digests())).toContain("The label printer is slow");
    await omar.presses("Withdraw");
    expect(JSON.stringify(digests())).not.toContain("printer");
    await world.moveTo(thisRound.digest + hour);
    expectSay(await sara.answers("An answer that came late"), "receipt");
    await world.moveTo(nextRound.question);
    await world.moveTo(nextRound.digest);
    expect(titlesOf(-1)).toEqual(["An answer that came late"]);
  });

  test("that Teams refuses is told to the lead, and posted in another channel when asked", async () => {
    await askedAndAnswered();
    world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
    await world.moveTo(thisRound.digest);
    expect(sara.got("digest-trouble")).toHaveLength(1);
    world.trouble.clear();
    expectSay(await sara.posts(), "posting");
    expect(digests()).toHaveLength(1);
  });

  test("counts each person's Me too once, and everybody sees it", async () => {
    await askedAndAnswered();
    await world.moveTo(thisRound.digest);
    const forms = { in: "channel", on: "Too many forms" };
    const press = omar.wouldSend("Me too", forms);
    await omar.presses("Me too", forms);
    await omar.onAnotherDevice().presses("Me too", forms);
    await jonas.presses("Me too", forms);
    expect(digests()[0]?.top.find(({ title }) => title === "Too many forms")?.voices).toBe(2);
    const eve = world.person("Eve Evil");
    expect(await eve.sendsByHand(press, inChannel)).toMatchObject({ why: "not-in-team" });
  });

  test("of every round that shows an idea loses it when it is withdrawn", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.moveTo(thisRound.digest);
    for (const round of [nextRound, roundAfter(2)]) {
      await world.moveTo(round.question);
      await pia.answers(`News of ${round.id}`);
      await world.moveTo(round.digest);
    }
    expect(digests()).toHaveLength(3);
    await withdraws(omar);
    expect(JSON.stringify(digests())).not.toContain("printer");
  });

  test("is a round's own where that was asked shortly before another's digest", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.moveTo(thisRound.draft + 90 * minute);
    expect(expectSay(await sara.writes("prompt now"), "asking-now").digestAt).toBe(nextRound.digest);
    await world.moveTo(thisRound.digest);
    expect(digests()).toHaveLength(1);
    expectSay(await pia.answers("Nobody orders gloves"), "receipt");
    await world.moveTo(nextRound.digest);
    expect(digests().at(-1)).toMatchObject({ week: nextRound.id, turnout: { asked: 4, answered: 1 } });
  });

  test("comes when it was told, though its round begins a little late", async () => {
    const told = async () => expectSay(await sara.writes("settings"), "settings").nextDigestAt;
    await sara.sets({ "Digest: day": "Thursday", "Digest: time": "17:00", "Reminder: day": "No reminder" });
    expect(await told()).toBe(thisRound.question + 4 * hour);
    await world.moveTo(thisRound.question + 10 * second);
    expect(await told()).toBe(thisRound.question + 4 * hour);
    await omar.answers("The printer is slow");
    await world.moveTo(thisRound.question + 4 * hour);
    expect(digests()).toHaveLength(1);
  });

  test("waits for a working day where Gnist was down until a day off, with its draft, and says so", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await sara.sets({ "First day": "2026-12-02" });
    await world.moveTo(thisRound.draft - minute);
    await world.moveTo(thisRound.digest + day);
    expect([digests().length, sara.got("draft").length]).toEqual([0, 0]);
    expect(expectSay(await sara.writes("settings"), "settings").nextDigestAt).toBe(thisRound.digest + 2 * day);
    await world.moveTo(thisRound.draft + 2 * day);
    expect(sara.got("draft")).toHaveLength(1);
    await world.moveTo(thisRound.digest + 2 * day);
    expect(digests()).toHaveLength(1);
  });

  test("is posted by an instance whose clock is five minutes behind that of the one that found it due", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.moveTo(thisRound.digest - 5 * minute);
    await world.put({ job: "post-digest", team: teamId, round: thisRound.id, at: thisRound.digest });
    await world.settle();
    expect(digests()).toHaveLength(1);
  });
});

test("a round that is opened once more after its digest gets a digest of its own", async () => {
  await sara.writes("prompt now");
  await omar.writes("idea The printer is slow");
  await sara.posts();
  world.join("Nina Ny");
  await sara.writes("prompt now");
  const nina = world.person("Nina Ny");
  expect(nina.got("idea-form")).toHaveLength(1);
  await nina.writes("idea Nobody orders gloves");
  await world.moveTo(thisRound.digest + 30 * minute);
  expect(digests().map((_, at) => titlesOf(at))).toEqual([["The printer is slow"], ["Nobody orders gloves"]]);
  expect((await readTeam(world.ports.rows, teamId))?.team.openRounds).not.toContain(thisRound.id);
});

test("the digests of a round that is opened again and again are told apart, and everybody can press their buttons", async () => {
  const newcomers = ["Nina Ny", "Ola Ny", "Per Ny"];
  for (const name of newcomers) {
    await sara.writes("prompt now");
    await omar.writes(`idea Of the digest before ${name} came`);
    await sara.posts();
    world.join(name);
  }
  expect(digests().map(({ id }) => id)).toEqual([thisRound.id, `${thisRound.id}~2`, `${thisRound.id}~3`]);
  for (const [at, { id, top }] of digests().entries()) {
    await pia.sendsByHand({ verb: "add-voice", team: teamId, idea: top[0]?.id, digest: id }, { in: "channel" });
    expect(digests()[at]).toMatchObject({ id, top: [{ voices: 2 }] });
  }
});

test.each([
  [4, "<5/8"],
  [5, "5/8"],
])("of %i answers the post says %s: a handful is not counted exactly", async (answers, shown) => {
  const large = await startWorld(["Sara Lind", ...Array.from({ length: 7 }, (_, at) => `Person ${at}`)]);
  await large.added();
  await large.moveTo(thisRound.question);
  for (let at = 0; at < answers; at++) await large.person(`Person ${at}`).answers(`Something is slow on ward ${at}`);
  await large.moveTo(thisRound.digest);
  const [post] = large.inTeam("digest");
  expect(JSON.stringify(post && render({ say: "digest", digest: post.digest }, "en").card)).toContain(`"${shown}"`);
});

describe("while the next digest is being made", () => {
  /** Before it is stored. */
  const meanwhile = async (act: () => Promise<unknown>) => {
    const { rows } = world.ports;
    const commit = rows.commit.bind(rows);
    let isFirst = true;
    Object.assign(rows, {
      commit: async (partition: string, changes: readonly Change[]) => {
        if (isFirst && changes.some((change) => change.do === "insert" && change.key.startsWith("digest|"))) {
          isFirst = false;
          await act();
        }
        return commit(partition, changes);
      },
    });
    await world.moveTo(nextRound.digest);
    expect(isFirst).toBe(false);
  };
  beforeEach(async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.moveTo(thisRound.digest);
  });

  test("what ends is told by the one after it, whatever the clocks say, and by no other", async () => {
    await jonas.writes("take #1");
    await world.moveTo(nextRound.question);
    await pia.answers("Nobody orders gloves");
    await meanwhile(() => jonas.write("done #1 a new printer came"));
    for (const weeks of [2, 3]) {
      await world.moveTo(roundAfter(weeks).question);
      await pia.answers(`News of ${weeks}`);
      await world.moveTo(roundAfter(weeks).digest);
    }
    const [, , third, fourth] = digests();
    expect([third?.finished, fourth?.finished]).toMatchObject([[{ number: 1, result: "a new printer came" }], []]);
  });

  test("a voice that was added on the post before shows in the new one", async () => {
    await world.moveTo(nextRound.question);
    await pia.answers("Nobody orders gloves");
    await meanwhile(() => jonas.press("Me too", { in: "channel", on: "printer" }));
    await world.moveTo(nextRound.digest + minute);
    expect(digests().at(-1)?.open).toMatchObject([{ number: 1, voices: 2 }]);
  });
});

test("a post is not renewed where nothing has changed while it was being made", async () => {
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest + hour);
  expect(world.posted.filter(({ message }) => message.say === "digest").map(({ updated }) => updated)).toEqual([0]);
});

test("what ended, was opened again and has ended anew is told anew, and once", async () => {
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  const finished: number[] = [];
  const next = async (weeks: number, result?: string) => {
    await world.moveTo(roundAfter(weeks).question);
    if (result) await jonas.writes(`done #1 ${result}`);
    await pia.answers(`News of ${weeks}`);
    await world.moveTo(roundAfter(weeks).digest);
    finished.push(digests().at(-1)?.finished.length ?? 0);
  };
  await jonas.writes("take #1");
  await next(1, "a new printer came");
  await jonas.presses("Undo");
  await next(2, "it works now");
  await next(3);
  expect(finished).toEqual([1, 1, 0]);
});
