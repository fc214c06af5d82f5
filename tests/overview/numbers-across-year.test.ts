import { expect, test } from "vitest";
import { noMeasures } from "../../src/domain/overview/measures.ts";
import type { Rows } from "../../src/ports.ts";
import { countdown } from "../../src/store/idea.ts";
import { rowKinds } from "../../src/store/kinds.ts";
import { encode } from "../../src/store/record.ts";
import { tenantPartition } from "../../src/store/tenant.ts";
import { rowsOnPage } from "../world/gate.ts";
import { day, monday, week } from "../world/moments.ts";
import { aTeam, expectSay, tenantId } from "../world/world.ts";

const teams = 2_000;
const rounds = 52;
const idOf = (at: number) => `T${String(at).padStart(7, "0")}`;

/** A year of rounds for each team, the last of them a few days ago. */
const fill = async (rows: Rows) => {
  const commit = async (all: readonly { readonly key: string; readonly values: ReturnType<typeof encode> }[]) => {
    for (let at = 0; at < all.length; at += 100)
      await rows.commit(
        tenantPartition(tenantId),
        all.slice(at, at + 100).map((one) => ({ do: "insert", ...one }) as const),
      );
  };
  await commit(
    Array.from({ length: teams }, (_, at) => ({ key: `team|${idOf(at)}`, values: encode(rowKinds.teamOfTenant, { name: `Team ${at}` }) })),
  );
  const each = { ...noMeasures, byKind: [1, 0, 0, 0, 0, 0, 0, 0], answerDays: [3], people: 8, asked: 8, answered: 6, steps: 3 };
  for (let team = 0; team < teams; team += 1)
    await commit(
      Array.from({ length: rounds }, (_, round) => {
        const at = monday - 3 * day - round * week;
        return { key: `measures|${idOf(team)}|${countdown(at)}`, values: encode(rowKinds.measures, { ...each, at, round: "2026-W01" }) };
      }),
    );
};

test("a year of 2,000 teams is read in one pass of pages, and a page of the list in a short range for each of its teams", async () => {
  const { world } = await aTeam();
  world.makeAdmin("Ada Min");
  const ada = world.person("Ada Min");
  await fill(world.ports.rows);
  await ada.writes("help");
  const ofMeasures = () => world.calls.filter(({ name, range }) => name === "list" && range.startsWith("measures"));
  const rowsRead = () => ofMeasures().reduce((sum, { rows }) => sum + rows, 0);
  world.calls.length = 0;
  expectSay(await ada.writes("numbers"), "counting");
  const [told] = ada.got("numbers-across");
  expect(told).toMatchObject({ teams: teams + 1, sum: { ideas: teams * 12, toAnswer: 3 }, steps: [teams, teams, teams, 0] });
  expect([ofMeasures().length, rowsRead()]).toEqual([Math.floor((teams * rounds) / rowsOnPage) + 1, teams * rounds]);
  world.calls.length = 0;
  const page = expectSay(await ada.presses("List of teams"), "numbers-teams");
  expect([page.teams.length, page.unnamed, page.pages]).toEqual([19, 1, 101]);
  expect(ofMeasures().length).toBe(20);
  expect(rowsRead()).toBeLessThanOrEqual(20 * 26);
});
