import { beforeEach, describe, expect, test } from "vitest";
import type { SimilarIndex } from "../../src/ports.ts";
import { readIdea } from "../../src/store/idea.ts";
import { nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { line } from "../world/words.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
let jonas: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia, jonas } = await aTeam());
  await world.moveTo(thisRound.question);
  await omar.answers("The printer on the second floor jams every morning");
  await pia.answers("Nobody orders gloves in size M");
  await world.moveTo(thisRound.digest);
});

const offered = async (person: Person, text: string) => expectSay(await person.writes(`idea ${text}`), "receipt").similar;
const voicesOf = async (id: string | undefined) => (await readIdea(world.ports.rows, teamId, id ?? ""))?.idea.voices;

describe("on a receipt", () => {
  test("an idea of the digest that says nearly the same is offered with its reason, and one press adds the voice to it", async () => {
    await pia.presses("Me too", { in: "channel", on: "The printer on the second floor" });
    const [printer, ...more] = (await offered(jonas, "printers keep jamming in the mornings")) ?? [];
    expect(more).toEqual([]);
    expect(printer).toMatchObject({ colleagues: 2, shared: ["printer", "morning"] });
    expectSay(await jonas.presses("Same thing"), "idea-merged");
    await world.settle();
    expect(await voicesOf(printer?.id)).toBe(3);
    await world.toNews();
    expect(omar.news().map(({ news }) => news)).toEqual(["joined"]);
    expect(pia.news()).toEqual([]);
    expectSay(await jonas.presses("Undo"), "receipt");
    await world.settle();
    expect(await voicesOf(printer?.id)).toBe(2);
  });

  test("the reader does not count among the colleagues", async () => {
    expect(await offered(omar, "printers jam on the second floor")).toMatchObject([{ colleagues: 0 }]);
  });

  test("nothing is offered that the team has not been shown, that is held back, withdrawn or ended, or that says something else", async () => {
    expect(await offered(sara, "The coffee is cold")).toBeUndefined();
    await jonas.writes("idea The lift to the laundry is broken");
    expect(await offered(sara, "the laundry lift is broken again")).toBeUndefined();
    await omar.writes("my ideas");
    await omar.presses("Open");
    const words = "The printer on the second floor jams every morning";
    for (const changed of ["The coffee is bitter", words]) {
      await omar.presses("Edit");
      await omar.presses("Save", { [line]: changed });
      expect(await offered(sara, "printers keep jamming in the mornings")).toEqual(changed === words ? expect.anything() : undefined);
    }
    await omar.presses("Withdraw");
    expect(await offered(sara, "printers keep jamming in the mornings")).toBeUndefined();
  });

  test("an author who is in the team no more sees no idea of it", async () => {
    await offered(jonas, "printers keep jamming in the mornings");
    world.roster.splice(
      world.roster.findIndex(({ name }) => name === jonas.name),
      1,
    );
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    expect(await jonas.onAnotherDevice().presses("Choose another idea")).toMatchObject({ why: "not-in-team" });
    await jonas.writes("my ideas");
    const said = expectSay(await jonas.presses("Open"), "receipt");
    expect([said.similar, said.mayMerge]).toEqual([undefined, undefined]);
  });

  test("another idea can be chosen all the same", async () => {
    await offered(jonas, "printers keep jamming in the mornings");
    expect(expectSay(await jonas.presses("Choose another idea"), "same-thing-form").ideas).toHaveLength(2);
  });

  test("a store that cannot be read now leaves the receipt as it is", async () => {
    const { list } = world.ports.rows;
    world.ports.rows.list = (partition, range, limit) =>
      range.from.startsWith("idea|") ? Promise.reject(new Error("no answer")) : list(partition, range, limit);
    expect(await offered(jonas, "printers keep jamming in the mornings")).toBeUndefined();
    world.ports.rows.list = list;
  });
});

describe("in the draft", () => {
  const draftNow = async () => expectSay(await sara.writes("draft"), "draft");
  const titles = async () => ((await draftNow()).alike ?? []).map(({ idea, into }) => [idea.title, into.title]);

  beforeEach(async () => {
    await world.moveTo(nextRound.question);
    await jonas.writes("idea printers keep jamming in the mornings");
    await omar.writes("idea The lift to the laundry is broken");
    await pia.writes("idea the laundry lift is broken again");
    await world.settle();
  });

  test("ideas of the round that look alike, or like a shown one, are proposed; a lead joins them, and undoes it; both authors hear it", async () => {
    const found = await titles();
    expect(found).toContainEqual(["printers keep jamming in the mornings", "The printer on the second floor jams every morning"]);
    expect(found).toHaveLength(2);
    expect(expectSay(await sara.presses("Same thing", { on: "printers keep jamming" }), "draft").alike).toHaveLength(1);
    await world.settle();
    await world.toNews();
    expect([omar, jonas].map((person) => person.news().map(({ news }) => news))).toEqual([["joined"], ["merged"]]);
    expectSay(await sara.presses("Undo"), "idea-unmerged");
    await world.toNews();
    expect([omar, jonas].map((person) => person.news().map(({ news }) => news))).toEqual([
      ["joined", "parted"],
      ["merged", "unmerged"],
    ]);
    expect(await titles()).toHaveLength(2);
  });

  test("of two new ones one becomes part of the other, before the team has read either", async () => {
    const lifts = (await titles()).find(([title = ""]) => title.includes("laundry"));
    expect(lifts).toHaveLength(2);
    await sara.presses("Same thing", { on: "laundry" });
    await world.settle();
    await world.moveTo(nextRound.digest);
    const digest = world.inTeam("digest").at(-1)?.digest;
    const shown = [...(digest?.top ?? []), ...(digest?.alsoNew ?? []).flatMap(({ ideas }) => ideas)];
    expect(shown.filter(({ title }) => title.includes("laundry")).map(({ voices }) => voices)).toEqual([2]);
  });

  test("where the other one is held back, both authors hear it, and only that one's author the reason", async () => {
    const [, into = ""] = (await titles()).find(([title = ""]) => title.includes("laundry")) ?? [];
    await sara.presses("Same thing", { on: "laundry" });
    await sara.writes("draft");
    await sara.changes(into, "Hold back", { Reason: "We know" });
    await world.moveTo(nextRound.digest);
    await world.toNews();
    const [from, to] = into.startsWith("The lift") ? [pia, omar] : [omar, pia];
    const reasons = (person: Person) => person.news().flatMap(({ news, reason }) => (news === "held" ? [reason] : []));
    expect([reasons(to), reasons(from)]).toEqual([["We know"], [undefined]]);
    expect(JSON.stringify(from.got("news"))).not.toContain(into);
    await sara.writes("draft");
    await sara.presses("Put back");
    for (const at of [roundAfter(2).question, roundAfter(2).digest]) await world.moveTo(at);
    await world.toNews();
    for (const person of [from, to]) expect(person.news().at(-1)?.news).toBe("put-back");
  });

  test("two that only look alike are told apart for good, and nothing is compared twice", async () => {
    const { similar } = world.ports;
    const { index } = similar;
    const counted = new Map<SimilarIndex, SimilarIndex>();
    let compared = 0;
    similar.index = async (...what) => {
      const found = await index(...what);
      const alike: SimilarIndex["alike"] = (...query) => {
        compared += 1;
        return found.alike(...query);
      };
      const one = counted.get(found) ?? { alike };
      counted.set(found, one);
      return one;
    };
    const before = await titles();
    await sara.presses("Not the same", { on: "laundry" });
    expect(await titles()).toEqual(before.filter(([title = ""]) => !title.includes("laundry")));
    expect(compared).toBe(3);
  });

  test.each([
    ["was undone", () => sara.presses("Undo")],
    ["ended because its author withdrew it", () => jonas.writes("withdraw")],
  ] as const)("news of a join that %s before it was told is not told", async (_how, ends) => {
    await draftNow();
    await sara.presses("Same thing", { on: "printers keep jamming" });
    await ends();
    await world.toNews();
    expect(omar.news()).toEqual([]);
  });
});
