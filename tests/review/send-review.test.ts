import { expect, test } from "vitest";
import { laneOf } from "../../src/domain/job.ts";
import { dueShards, readComing } from "../../src/store/due.ts";
import { changeTeam } from "../../src/store/team.ts";
import { day, hour, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import { aTeam, aTeamWithDigest, expectSay, generalChannel, teamId } from "../world/world.ts";

/** The morning after December, on a Friday. */
const newYear = Date.parse("2027-01-01T08:00Z");

/** A team whose digest of December shows an idea, before the month's end. */
const inDecember = async () => {
  const team = await aTeamWithDigest("The printer is slow");
  await team.omar.presses("Take or ask", { in: "channel" });
  await team.omar.presses("I'll take it", { in: "channel" });
  return team;
};

test("each lead gets the review of the last month on the first working morning after it, once, however often the clock ticks", async () => {
  const { world, sara, omar } = await inDecember();
  await world.moveTo(newYear - hour);
  expect(sara.got("review")).toEqual([]);
  await world.moveTo(newYear);
  const [review] = sara.got("review");
  expect(review?.review).toMatchObject({ month: "2026-12", actions: [{ title: "The printer is slow", owner: { name: "Omar Haddad" } }] });
  expect(review?.review.isSoFar).toBeUndefined();
  await world.put({ job: "send-review", team: teamId, month: "2026-12" });
  await world.put({ job: "send-review", team: teamId, month: "2026-12" });
  await world.moveTo(newYear + 2 * day);
  expect(sara.got("review")).toHaveLength(1);
  expect(omar.got("review")).toEqual([]);
  expect(world.inTeam("review-post")).toEqual([]);
});

test("the reviews of all teams, which are due on one morning, keep nobody waiting who presses a button", () => {
  const ofMonth = { team: teamId, month: "2026-12" };
  expect(laneOf({ job: "send-review", ...ofMonth })).toBe("rounds");
  expect(laneOf({ job: "review-to-lead", ...ofMonth, person: "a" })).toBe("rounds");
});

test("a month that has nothing to say has no review", async () => {
  const { world, sara } = await aTeam();
  await world.moveTo(newYear + 40 * day);
  expect(sara.got("review")).toEqual([]);
  expect(await sara.writes("review")).toEqual({ say: "refusal", why: "nothing-to-review" });
});

test("a review is sent late where Gnist was down, and on a working day", async () => {
  const { world, sara } = await inDecember();
  const { rows } = world.ports;
  await changeTeam(rows, teamId, (team) => ({
    team: { ...team, settings: { ...team.settings, quiet: [{ from: "2027-01-02", to: "2027-01-12" }] } },
  }));
  // The clock stands still until the quiet period, in which nothing is sent.
  await world.moveTo(newYear - hour);
  await changeTeam(rows, teamId, (team) => ({
    team: { ...team, settings: { ...team.settings, quiet: [{ from: "2027-01-01", to: "2027-01-12" }] } },
  }));
  await world.moveTo(newYear + 5 * day);
  expect(sara.got("review")).toEqual([]);
  await world.moveTo(Date.parse("2027-01-13T08:00Z"));
  expect(sara.got("review")).toMatchObject([{ review: { month: "2026-12" } }]);
});

test("after a quiet summer month the review of the month before it comes, where the quiet one has nothing to say", async () => {
  const { world, sara } = await inDecember();
  await changeTeam(world.ports.rows, teamId, (team) => ({
    team: { ...team, settings: { ...team.settings, quiet: [{ from: "2026-12-30", to: "2027-02-07" }] } },
  }));
  await world.moveTo(Date.parse("2027-02-08T08:00Z"));
  expect(sara.got("review")).toMatchObject([{ review: { month: "2026-12" } }]);
});

test("a team that was stored before there were reviews gets its first one by itself", async () => {
  const { world, sara } = await aTeam();
  const { rows } = world.ports;
  for (const due of await readComing(rows, world.now()))
    if (due.job.job === "send-review")
      for (const shard of dueShards)
        for (const row of await rows.list(shard, { from: "", to: "~" }, 200))
          if (String(row.values.job).includes("send-review")) await rows.commit(shard, [{ do: "delete", key: row.key }]);
  expect((await readComing(rows, world.now())).filter(({ job }) => job.job === "send-review")).toEqual([]);
  await world.moveTo(thisRound.question);
  await sara.answers("The printer is slow");
  await world.moveTo(thisRound.digest);
  await world.moveTo(nextRound.digest);
  await world.moveTo(newYear);
  expect(sara.got("review")).toMatchObject([{ review: { month: "2026-12" } }]);
});

test("a substitute gets the review in the lead's place, and a lead who has left does not", async () => {
  const { world, sara, pia } = await inDecember();
  await world.moveTo(newYear - 2 * day);
  await sara.writes("substitute Pia Holm until 2027-01-20");
  await world.moveTo(newYear);
  expect(sara.got("review")).toEqual([]);
  expect(pia.got("review")).toHaveLength(1);
  expect(await pia.presses("Post it")).toMatchObject({ say: "review", posting: { how: "posting", channel: "General" } });
  expect(world.inTeam("review-post")).toHaveLength(1);
});

test("the first month can be reviewed before it is over, and is posted only once it is", async () => {
  const { world, sara, omar } = await aTeamWithDigest();
  const soFar = expectSay(await sara.writes("review"), "review");
  expect(soFar).toMatchObject({ review: { month: "2026-12", isSoFar: true } });
  expect(soFar.channels).toBeUndefined();
  expect(sara.buttons()).not.toContain("Post it");
  await sara.sendsByHand({ verb: "post-review", team: teamId, month: "2026-12" });
  await world.settle();
  expect(world.inTeam("review-post")).toEqual([]);
  expect(await omar.writes("review")).toMatchObject({ say: "refusal", why: "not-a-lead" });
  await world.moveTo(roundAfter(5).draft);
  expect(sara.got("review")[0]?.channels).toMatchObject({ chosen: generalChannel });
});
