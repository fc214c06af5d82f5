import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import { recordBefore } from "../../src/domain/teams/months-kept.ts";
import { noteExport } from "../../src/flows/records/note-export.ts";
import { isErased, storedIn } from "../people/erased.ts";
import { day, minute, thisRound, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId, type World } from "../world/world.ts";
import { copiesOf } from "./copies.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
const label = "Keep until exported";
const on = "Yes: the months begin with the export";
const off = "No: the months begin with the last step";

beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
  expect(await sara.sets({ [label]: on })).toMatchObject({ say: "settings", saved: true });
  await world.moveTo(thisRound.question);
  await omar.answers("The printer is slow");
  await pia.answers("The door is heavy");
});

const isKept = async (words: string) => JSON.stringify(await copiesOf(world)).includes(words);
const isStored = async (words: string) => (await storedIn(world)).includes(words);

/** Omar withdraws after the digest, and the jobs are done. */
const withdrawn = async () => {
  await world.moveTo(thisRound.digest);
  await world.moveTo(thisRound.digest + day);
  const said = expectSay(await omar.presses("Withdraw"), "withdrawn");
  await world.moveTo(world.now() + minute);
  return said;
};

describe("a team that keeps until exported", () => {
  test("says so above Send, and the withdrawal says what stays", async () => {
    const question = omar.got("idea-form").at(-1);
    expect(JSON.stringify(question && render(question, "en").card)).toContain(
      "What the team posts is kept until it is exported, even if you withdraw it.",
    );
    const said = await withdrawn();
    expect(render(said, "en").summary).toContain("It is gone from the team's post. The team's record keeps it until the next export.");
  });

  test("keeps a withdrawn text in its copies alone, until an export begins after that", async () => {
    await world.moveTo(thisRound.digest);
    await noteExport(world.ports, teamId, world.now());
    await withdrawn();
    expect(await isKept("The printer is slow")).toBe(true);
    const rows = JSON.parse(await storedIn(world))[0] as readonly { readonly key?: string }[];
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.filter((row) => !JSON.stringify(row).includes("posted|")))).not.toContain("The printer is slow");
    await noteExport(world.ports, teamId, world.now());
    await world.moveTo(world.now() + minute);
    expect(await isStored("The printer is slow")).toBe(false);
    expect(await isKept("The door is heavy")).toBe(true);
  });

  test("keeps no text that was never posted", async () => {
    await omar.presses("Withdraw");
    await world.moveTo(thisRound.digest);
    expect(await isStored("The printer is slow")).toBe(false);
  });

  test("keeps none of a person who has their data deleted with their ideas, also not what they withdrew before", async () => {
    await withdrawn();
    expect(await isKept("The printer is slow")).toBe(true);
    await isErased(world, omar, "Delete my ideas too");
    await isErased(world, pia, "Delete my ideas too");
    expect(await isStored("The printer is slow")).toBe(false);
    expect(await isStored("The door is heavy")).toBe(false);
  });

  test("blanks what was withdrawn meanwhile once a lead turns it off", async () => {
    await withdrawn();
    await sara.sets({ [label]: off });
    await world.moveTo(world.now() + minute);
    expect(await isStored("The printer is slow")).toBe(false);
  });

  test("drops nothing before an export has included it, and then counts its months from there", async () => {
    await sara.sets({ "How long ideas are kept": "3 months" });
    await world.moveTo(thisRound.digest);
    await world.moveTo(thisRound.digest + 27 * week);
    expect(await isStored("The printer is slow")).toBe(true);
    expect(await copiesOf(world)).not.toEqual([]);
    await noteExport(world.ports, teamId, world.now());
    await world.moveTo(world.now() + 12 * week);
    expect(await isStored("The printer is slow")).toBe(true);
    await world.moveTo(world.now() + 3 * week);
    expect(await isStored("The printer is slow")).toBe(false);
  });
});

test("the months begin with the first export after the last change", () => {
  const team = { settings: { keepUntilExported: true } } as never;
  expect(recordBefore(team, 100, [])).toBe(0);
  expect(recordBefore(team, 100, [150, 90, 40])).toBe(90);
  expect(recordBefore(team, 100, [150])).toBe(0);
  expect(recordBefore({ settings: {} } as never, 100, [40])).toBe(100);
});
