import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOfWeek } from "../../src/domain/asking/cadence.ts";
import type { TeamNumbers } from "../../src/domain/overview/measures.ts";
import { forget } from "../http/door.ts";
import { expectSay } from "../world/world.ts";
import { countedAcross } from "./across.ts";
import { expectAgenda } from "./agenda.ts";
import { expectBoards } from "./board.ts";
import { eraseWriter } from "./erased.ts";
import { expectExport } from "./export.ts";
import { expectMeasures } from "./measures-export.ts";
import { byName, countedRounds, rowOf, summed } from "./numbers.ts";
import { type Played, play } from "./play.ts";
import { expectPosted } from "./posted.ts";
import { expectReview } from "./review.ts";

describe.each([
  { seed: 1, others: 0 },
  { seed: 2, others: 38 },
])("three months of a team of twelve with $others other teams, seed $seed", ({ seed, others }) => {
  let played: Played;
  beforeAll(async () => {
    played = await play(seed, others);
  }, 400_000);
  afterAll(forget);

  test("come to the numbers that the ledger of what people did comes to", async () => {
    const { world, clinic } = played;
    const said = expectSay(await world.person("Bo Berg").writes("numbers"), "numbers");
    const counted = countedRounds(played, clinic.name, clinic.people.length).slice(-12);
    expect(said.rounds).toEqual(counted.map(rowOf));
    expect(byName(said.sum)).toEqual(summed(counted));
  });

  test("come to the numbers of all teams, for an admin and a coordinator alike", async () => {
    const { world, coordinator } = played;
    const { named, ...counted } = countedAcross(played, startOfWeek(world.now()));
    const admin = world.person("Ada Min");
    const { say: _say, until: _until, ...said } = expectSay(await admin.writes("numbers"), "numbers-across");
    expect({ ...said, sum: byName(said.sum) }).toEqual(counted);
    await world.person(coordinator).writes("numbers");
    expect(expectSay(await world.person(coordinator).presses("All teams"), "numbers-across")).toMatchObject(said);
    const listed: TeamNumbers[] = [];
    let page = expectSay(await admin.presses("List of teams"), "numbers-teams");
    for (;;) {
      listed.push(...page.teams);
      if (page.page + 1 >= page.pages) break;
      page = expectSay(await admin.presses("Next"), "numbers-teams");
    }
    expect(listed.map(({ name, steps, sum }) => ({ name, steps, sum: byName(sum) }))).toEqual(named);
  });

  test.each([
    ["2026-12", "2027-01-01T07:00Z"],
    ["2027-01", "2027-02-01T07:00Z"],
  ])("come to the review of %s that the ledger tells", (month, due) => expectReview(played, month, Date.parse(due)));

  test("come to the boards that the ledger tells, and each line of their minutes", () => expectBoards(played));

  test("come to the cells of the team's export", () => expectExport(played));

  test("come to the cells of the measures that a coordinator exports", () => expectMeasures(played));

  test("come to the results that another system reads", () => expectPosted(played));

  test("come to the points of the agenda, in their order", () => expectAgenda(played));

  test("and whoever has everything deleted, their ideas too, stands in none of it any more", async () => {
    const { before, left } = await eraseWriter(played);
    expect(before.length).toBeGreaterThan(3);
    expect(left).toEqual([]);
  });
});
