import { describe, expect, test } from "vitest";
import { fewestCounted, shownTurnout } from "../../src/domain/overview/turnout.ts";
import { thisRound } from "../world/moments.ts";
import { aTeam, expectSay } from "../world/world.ts";

describe("a turnout as people read it", () => {
  test("is exact from five answers on, in every round that it sums up", () => {
    expect(shownTurnout([{ asked: 8, answered: 5 }])).toEqual({ is: "exactly", answered: 5, asked: 8 });
    const both = [
      { asked: 8, answered: 5 },
      { asked: 20, answered: 12 },
    ];
    expect(shownTurnout(both)).toEqual({ is: "exactly", answered: 17, asked: 28 });
  });

  test("of rounds with fewer answers says how many there are at most or at least", () => {
    const [few, fewOfThree, many] = [
      { asked: 8, answered: 1 },
      { asked: 3, answered: 2 },
      { asked: 20, answered: 12 },
    ];
    expect(shownTurnout([few])).toEqual({ is: "less-than", answered: 5, asked: 8 });
    expect(shownTurnout([fewOfThree])).toEqual({ is: "less-than", answered: 5 });
    expect(shownTurnout([few, few])).toEqual({ is: "less-than", answered: 9, asked: 16 });
    expect(shownTurnout([few, many])).toEqual({ is: "at-least", answered: 12, asked: 28 });
  });

  test("is alike whatever a count below five is, alone and in every sum", () => {
    for (const others of [[], [{ asked: 20, answered: 12 }], [{ asked: 4, answered: 3 }]])
      for (const asked of [4, 5, 9])
        for (let answered = 0; answered < fewestCounted && answered <= asked; answered++)
          expect(shownTurnout([{ asked, answered }, ...others])).toEqual(shownTurnout([{ asked, answered: 0 }, ...others]));
  });
});

test("no card of a lead or an admin changes with an answer while fewer than five have answered", async () => {
  const { world, sara, omar, pia } = await aTeam();
  for (let at = 1; at <= 5; at++) world.join(`Kim Ek ${at}`);
  await world.addsTeam("South clinic", ["Sara Lind", "Nina Ny"]);
  world.makeAdmin("Ada Min");
  const ada = world.person("Ada Min");
  await world.moveTo(thisRound.question);
  const cards = async () => {
    expectSay(await sara.writes("status", { in: "channel" }), "team-status");
    const lead = sara.sees().at(-1)?.card;
    expectSay(await sara.writes("status"), "teams");
    const list = sara.sees().at(-1)?.card;
    expectSay(await ada.writes("status"), "tenant-status");
    const tenant = ada.sees().at(-1)?.card;
    expectSay(await ada.writes("teams"), "teams");
    return [lead, list, tenant, ada.sees().at(-1)?.card].map((card) => JSON.stringify(card));
  };
  const before = await cards();
  for (const card of before) expect(card).toMatch(/<[59]/);
  await omar.answers("The printer is slow");
  await pia.presses("Nothing this week");
  expect(await cards()).toEqual(before);
  for (const at of [1, 2]) await world.person(`Kim Ek ${at}`).presses("Nothing this week");
  expect(await cards()).toEqual(before);
  await world.person("Kim Ek 3").presses("Nothing this week");
  expect((await cards())[0]).toMatch(/"5\/\d/);
});
