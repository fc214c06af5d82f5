import { expect } from "vitest";
import { startOfWeek } from "../../src/domain/asking/cadence.ts";
import { closeDoor } from "../http/door.ts";
import { asks, openPages, takes } from "../records/links.ts";
import { expectSay } from "../world/world.ts";
import { countedAcross } from "./across.ts";
import { filled, openZip } from "./export.ts";
import type { summed } from "./numbers.ts";
import type { Played } from "./play.ts";

/** The measures that a coordinator takes, each cell told by hand from the ledger as `numbers` is. */

const cellsOf = (sum: ReturnType<typeof summed>) => {
  const { turnout } = sum as { readonly turnout?: { readonly is: string; readonly asked?: number; readonly answered: number } };
  const { ideas, adopted, stopped, solved, passedOn, minutes } = sum;
  return {
    asked: turnout?.asked,
    answered: turnout?.answered,
    answered_is: turnout?.is,
    ...{ ideas, adopted, stopped, solved, passed_on: passedOn, minutes },
  };
};

/** The coordinator takes the measures of all teams. */
export const expectMeasures = async (played: Played): Promise<void> => {
  const { world, coordinator, teams } = played;
  await openPages(world);
  const person = world.person(coordinator);
  // A person who leads a team gets the record of that one first.
  await asks(person);
  const { link = "" } = expectSay(await person.presses("Measures of all teams"), "file-offered");
  const zip = openZip(await (await takes(link)).arrayBuffer());
  await closeDoor();
  const told = countedAcross(played, startOfWeek(world.now()));
  const rows = (name: string) => zip.tableOf(name).map(({ until: _until, ...row }) => row);
  expect(rows("measures/all-teams")).toEqual([filled({ teams: told.teams, ...cellsOf(told.sum) })]);
  const byTeam = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
    (one.team ?? "") < (other.team ?? "") ? -1 : 1;
  expect(rows("measures/teams").toSorted(byTeam)).toEqual(told.named.map(({ name, sum }) => filled({ team: name, ...cellsOf(sum) })));
  // No word of anybody in it, nor a name of theirs.
  const whole = zip.names.map((name) => zip.textOf(name)).join("\n");
  const texts = played.ledger.deeds.flatMap(({ idea, said }) => [idea, said]).filter((text) => text !== undefined);
  const people = teams.flatMap((team) => team.people);
  expect([...texts, ...people].filter((text) => whole.includes(text))).toEqual([]);
};
