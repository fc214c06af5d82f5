import { expect, test } from "vitest";
import { questions } from "../../src/domain/asking/question.ts";
import type { Language } from "../../src/domain/language.ts";
import { wordsOf } from "../../src/language/index.ts";
import { textOf } from "../world/cards.ts";
import { day, hour, roundAfter, week } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, startWorld } from "../world/world.ts";

/* The questions of the rounds, and the focus above them. */

const turns = { Questions: "Take turns" };
const asked = (person: Person, why = "prompt") =>
  person
    .got("idea-form")
    .filter((form) => form.why === why)
    .map(({ question = "friction" }) => question);

test("A team that lets the questions take turns gets the next one each round, also where a lead asks early, twice, or another week is left out", async () => {
  const { world, sara, omar } = await aTeam();
  await world.moveTo(roundAfter(0).question);
  expectSay(await sara.sets(turns), "settings");
  await world.moveTo(roundAfter(1).question);
  await world.moveTo(roundAfter(2).question - 2 * day);
  await sara.writes("prompt now");
  await sara.writes("prompt now");
  world.join("Kim Ny");
  await sara.writes("prompt now");
  await world.moveTo(roundAfter(2).question);
  expect(asked(omar)).toEqual(["friction", "success", "users"]);
  expect(asked(world.person("Kim Ny"))).toEqual(["users"]);
  await sara.sets({ "How often": "Every 2 weeks" });
  for (const later of [4, 6, 8]) await world.moveTo(roundAfter(later).question);
  expect(asked(omar)).toEqual(["friction", "success", "users", "paperwork", "friction", "success"]);
  await sara.sets({ "How often": "Every week", Questions: "The same every round" });
  await world.moveTo(roundAfter(9).question);
  await sara.sets(turns);
  await world.moveTo(roundAfter(10).question);
  expect(asked(omar).slice(6)).toEqual(["friction", "success"]);
});

test("A round whose start is cut off, or that two instances start, has one question, and the round after it the next one", async () => {
  const { world, sara, omar } = await aTeam();
  await world.moveTo(roundAfter(0).question);
  await sara.sets(turns);
  const { rows } = world.ports;
  const { commit } = rows;
  let cut = 2;
  world.expectTrouble();
  Object.assign(rows, {
    commit: async (...written: Parameters<typeof commit>) => {
      // The round has its row, and nobody has been asked.
      if (cut > 0 && written[1].some(({ key }) => key.startsWith("asked|"))) {
        cut -= 1;
        throw new Error("cut off");
      }
      return commit(...written);
    },
  });
  const { id, question } = roundAfter(1);
  await world.moveTo(question);
  await world.moveTo(question + hour);
  const { team } = expectSay(await sara.writes("settings"), "settings");
  await world.put({ job: "start-round", team: team.id, at: question });
  await world.moveTo(question + 2 * hour);
  expect([cut, asked(omar), id]).toEqual([0, ["friction", "success"], "2026-W49"]);
  await world.moveTo(roundAfter(2).question);
  expect(asked(omar).at(-1)).toBe("users");
});

test("Reminder, Ask me tomorrow, prompt, Add another and a form that comes back ask what the round asks", async () => {
  const { world, sara, omar, pia, jonas } = await aTeam();
  await world.moveTo(roundAfter(0).question);
  await sara.sets(turns);
  await sara.presses("Send me a test");
  expect(asked(sara, "test")).toEqual(["success"]);
  await world.moveTo(roundAfter(1).question);
  await jonas.presses("Ask me tomorrow");
  expect(expectSay(await omar.answers(" "), "idea-form")).toMatchObject({ problem: "empty", question: "success" });
  expectSay(await omar.answers("The short morning meeting"), "receipt");
  await omar.presses("Add another");
  expect(textOf(omar.sees().at(-1)?.card ?? {})).toContain("What else should we do more of?");
  await omar.writes("prompt");
  expect(textOf(omar.sees().at(-1)?.card ?? {})).toContain("What works so well that we should do more of it?");
  // A text that is written unasked is about whatever it is about.
  expect(expectSay(await omar.writes("idea The door is heavy"), "receipt").question).toBeUndefined();
  await world.moveTo(roundAfter(1).reminder);
  expect([asked(jonas, "again"), asked(pia, "reminder")]).toEqual([["success"], ["success"]]);
  // An old card keeps its question, whatever is asked by then.
  const old = pia.wouldSend("Send", { "A line or two is enough": "The shared list" });
  await world.moveTo(roundAfter(2).question);
  expect(expectSay(await pia.sendsByHand(old), "receipt").question).toBe("success");
});

test.each(["en", "sv", "nb"] as const)(
  "The four questions in %s stand on the card, in its box and on the lock screen",
  async (language: Language) => {
    const world = await startWorld(["Sara Lind", "Omar Haddad"], 1, { language });
    await world.added();
    const omar = world.person("Omar Haddad");
    const { form, settings, buttons, commands } = wordsOf(language);
    await world.moveTo(roundAfter(0).question);
    const sara = world.person("Sara Lind");
    await sara.writes(commands.settings[0] ?? "");
    await sara.presses(settings.groups.what);
    await sara.presses(buttons.save, {
      [settings.rotates]: settings.rotation(true),
      [settings.focusNow]: "Half of the keys are lost",
      [settings.focusGoal]: "Every key hangs where it belongs",
    });
    for (const later of [1, 2, 3]) await world.moveTo(roundAfter(later).question);
    const cards = omar.sees().filter(({ message }) => message.say === "idea-form" && message.why === "prompt");
    expect(cards).toHaveLength(4);
    for (const [at, question] of questions.entries()) {
      const { round, placeholder } = form.questions[question];
      const text = JSON.stringify(cards[at]);
      expect([text.includes(round), text.includes(placeholder)]).toEqual([true, true]);
      expect([text.includes("Half of the keys"), text.includes(form.focusGoal)]).toEqual([at > 0, at > 0]);
    }
  },
);

test("A focus of one line stands alone above the question, and an emptied one is gone; another setting leaves it as it is", async () => {
  const { world, sara, omar } = await aTeam();
  await sara.sets({ "Focus: where we want to be": "No room waits for a bed" });
  await sara.sets({ "How often": "Every week", "Days to get something done, unless someone chooses a date": "10" });
  await world.moveTo(roundAfter(0).question);
  const text = () => JSON.stringify(omar.sees().at(-1)?.card);
  expect([text().includes("Where we want to be: "), text().includes("Where we are: ")]).toEqual([true, false]);
  await omar.writes("prompt");
  expect(text()).toContain("No room waits for a bed");
  await sara.sets({ "Focus: where we want to be": "" });
  await world.moveTo(roundAfter(0).question + week);
  expect([text().includes("Where we want to be"), asked(omar)]).toEqual([false, ["friction", "friction"]]);
});
