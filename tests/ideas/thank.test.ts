import { expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { nextRound, roundAfter, thisRound } from "../world/moments.ts";
import { aTeam, aTeamWithDigest, expectSay, teamId } from "../world/world.ts";

/* Thanks for an idea that has ended reach its author and owner once, as a number, in the news after the next digest. */

const anEnd = async () => {
  const team = await aTeamWithDigest();
  await team.jonas.writes("take #1");
  await team.jonas.writes("done #1 a new one came");
  await team.world.moveTo(nextRound.digest);
  await team.world.toNews();
  return team;
};
const thanksIn = (person: Awaited<ReturnType<typeof anEnd>>["omar"]) =>
  person
    .got("news")
    .flatMap(({ ideas }) => ideas)
    .flatMap((one) => ("lines" in one ? one.lines : []))
    .flatMap(({ news, count }) => (news === "thanks" ? [count] : []));
const nextDigest = async ({ world, pia }: Awaited<ReturnType<typeof anEnd>>, weeks: number) => {
  await world.moveTo(roundAfter(weeks).question);
  await pia.writes(`idea Of ${weeks}`);
  await world.moveTo(roundAfter(weeks).digest);
};

test("Thanks reach author and owner as a number, after the next digest, once; a second press says that it counts", async () => {
  const team = await anEnd();
  const { world, omar, pia, sara, jonas } = team;
  expect(expectSay(await pia.presses("Thanks", { in: "channel" }), "thanks-noted").already).toBe(false);
  expect(expectSay(await pia.writes("thanks #1"), "thanks-noted").already).toBe(true);
  await sara.writes("Thanks #1!");
  await omar.writes("thanks #1");
  await world.toNews();
  expect([thanksIn(omar), thanksIn(jonas)]).toEqual([[], []]);
  await nextDigest(team, 2);
  await world.toNews();
  expect([thanksIn(omar), thanksIn(jonas)]).toEqual([[2], [3]]);
  expect(JSON.stringify([omar, jonas].map((person) => person.got("news").at(-1)))).not.toMatch(/Pia|Sara/);
  await nextDigest(team, 3);
  await world.toNews();
  expect([thanksIn(omar), thanksIn(jonas)]).toEqual([[2], [3]]);
});

test("Thanks to oneself alone are told to nobody, and late thanks are told after the digest that follows", async () => {
  const team = await anEnd();
  const { world, omar, pia, jonas } = team;
  await omar.writes("thanks #1");
  await nextDigest(team, 2);
  await world.toNews();
  expect([thanksIn(omar), thanksIn(jonas)]).toEqual([[], [1]]);
  await pia.writes("thanks #1");
  await nextDigest(team, 3);
  await world.toNews();
  expect([thanksIn(omar), thanksIn(jonas)]).toEqual([[1], [1, 1]]);
});

test("The answer promises no thanks to people whom nobody knows: behind a colleague's idea that a lead has answered there may be nobody", async () => {
  const { world, omar, pia, sara } = await aTeam();
  await omar.writes("idea for a colleague: The stairs are dark");
  await world.moveTo(thisRound.question);
  await world.moveTo(thisRound.digest);
  const idea = world.inTeam("digest").at(-1)?.digest.top[0]?.id ?? "";
  await sara.sendsByHand({ verb: "answer-idea", team: teamId, idea, solved: "yes", reason: "New lamps" });
  const noted = expectSay(await pia.writes("thanks #1"), "thanks-noted");
  expect(render(noted, "en").summary).toContain("if I can reach them");
});

test("An idea that is still open gets no thanks yet", async () => {
  const { pia, world } = await aTeamWithDigest();
  await world.moveTo(thisRound.digest);
  expect(await pia.writes("thanks #1")).toMatchObject({ say: "refusal", why: "not-ended" });
});

test("Thanks are told also where the digest's job is cut off and runs again, and so is the job that tells them", async () => {
  const team = await anEnd();
  const { world, omar, pia, jonas } = team;
  await pia.writes("thanks #1");
  const { rows, jobs } = world.ports;
  const { commit } = rows;
  const { put } = jobs;
  const tellings: string[] = [];
  let fails = 2;
  world.expectTrouble();
  Object.assign(jobs, {
    put: async (...what: Parameters<typeof put>) => {
      await put(...what);
      if (what[0].job !== "tell-thanks") return;
      tellings.push(what[0].once);
      if (tellings.length === 1) throw new Error("cut off");
    },
  });
  Object.assign(rows, {
    commit: async (...written: Parameters<typeof commit>) => {
      const isFirst = written[1].some(({ key }) => key.startsWith("news|") && key.endsWith(`|${tellings[0]}`));
      if (!isFirst || fails === 0) return commit(...written);
      fails -= 1;
      throw new Error("cut off");
    },
  });
  await nextDigest(team, 2);
  await world.settle();
  await world.toNews();
  await world.toNews();
  expect([tellings.length, fails, thanksIn(omar), thanksIn(jonas)]).toEqual([2, 0, [1], [1]]);
});
