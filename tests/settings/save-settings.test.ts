import { beforeEach, describe, expect, test } from "vitest";
import { hour, nextRound, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
});

const asked = (person: Person, round: string) => person.got("idea-form").filter((form) => form.round === round).length;

describe("settings", () => {
  test("a changed time moves what is due, also for the round that is open", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    const wednesday = Date.parse("2026-12-02T09:00:00+01:00");
    const monday = Date.parse("2026-11-30T15:00:00+01:00");
    const saved = expectSay(
      await sara.sets({
        "Question: day": "Wednesday",
        "Question: time": "09:00",
        "Digest: day": "Monday",
        "Digest: time": "15:00",
        "Reminder: day": "No reminder",
        "Draft to the leads": "No draft",
        "People not asked": ["Pia Holm"],
      }),
      "settings",
    );
    expect([saved.saved, saved.nextPromptAt, saved.nextDigestAt]).toEqual([true, wednesday, monday]);
    await world.moveTo(monday);
    expect(world.inTeam("digest")).toHaveLength(1);
    await world.moveTo(wednesday);
    expect([omar, pia].map((person) => asked(person, nextRound.id))).toEqual([1, 0]);
    await world.moveTo(nextRound.question + hour);
    expect(asked(omar, nextRound.id)).toBe(1);
  });

  test("a member who is no lead cannot open them, and a lead gets the question as a test", async () => {
    expect(await omar.presses("Change times", { in: "channel" })).toMatchObject({ why: "not-a-lead" });
    await sara.writes("settings");
    expectSay(await sara.presses("Send me a test"), "settings");
    expect(sara.got("idea-form").map(({ why }) => why)).toEqual(["test"]);
  });

  test("that change while a round is being asked do not stop the clock", async () => {
    await sara.writes("settings");
    const { channel } = world.ports;
    const { roster } = channel;
    let saved = false;
    Object.assign(channel, {
      roster: async (...given: Parameters<typeof roster>) => {
        if (!saved) {
          saved = true;
          await sara.press("Save", { "Question: time": "15:00" });
        }
        return roster(...given);
      },
    });
    await world.moveTo(thisRound.question);
    await world.moveTo(nextRound.question + 2 * hour);
    expect(omar.got("idea-form").filter(({ why }) => why === "prompt").length).toBe(2);
  });
});
