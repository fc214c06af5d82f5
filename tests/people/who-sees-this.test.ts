import { expect, test } from "vitest";
import { textOf } from "../world/cards.ts";
import { viewOf } from "../world/people.ts";
import { aTeam } from "../world/world.ts";

test("it says in plain words what the team, leads, admins, the operator and the employer's IT can see", async () => {
  const { omar } = await aTeam();
  const text = textOf(viewOf(await omar.writes("who sees this"), "en").card ?? {});
  for (const words of [
    "Gnist never shows who wrote what, unless you choose to show your name.",
    "Your employer's IT can search Teams chats.",
    "Your team sees your line in its next digest",
    "Team leads can see it earlier, in the draft, likewise without your name.",
    "They see how many have answered, not who.",
    "Admins see numbers and settings, no answers.",
    "What the team posts may be requested as a public record.",
    "Those who run Gnist can reach what it keeps.",
    "In a channel everybody sees what you write to me there, with your name.",
    "Copies people made, and Teams' own records, stay.",
  ])
    expect(text).toContain(words);
});
