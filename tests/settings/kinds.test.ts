import { expect, test } from "vitest";
import { thisRound } from "../world/moments.ts";
import { aTeam, expectSay } from "../world/world.ts";

test("a lead's kinds are offered to members, stand in the digest, and an idea keeps the name of a kind that is gone", async () => {
  const { world, sara, omar } = await aTeam();
  await sara.writes("settings");
  await sara.presses("What");
  await sara.presses("Kinds");
  const saved = expectSay(
    await sara.presses("Save", { "Kinds, one on each line": "Tools and IT\nPreventing falls\nInformation" }),
    "kinds",
  );
  expect([saved.kinds, saved.saved]).toEqual([["tools", "Preventing falls", "information", "other"], true]);

  await world.moveTo(thisRound.question);
  await omar.presses("Add details");
  await omar.presses("Send", { "A line or two is enough": "The rugs slip", "What it is about": "Preventing falls" });
  await sara.writes("settings");
  await sara.presses("What");
  await sara.presses("Kinds");
  await sara.presses("Save", { "Kinds, one on each line": "Tools and IT\nInformation" });
  await world.moveTo(thisRound.digest);
  expect(world.inTeam("digest")[0]?.digest.top.map(({ kind }) => kind)).toEqual(["Preventing falls"]);
});

test("two leads' changes of the kinds both count", async () => {
  const { sara, omar } = await aTeam();
  await sara.sets({ "Team leads": ["Sara Lind", "Omar Haddad"] });
  for (const lead of [sara, omar]) {
    await lead.writes("settings");
    await lead.presses("What");
    await lead.presses("Kinds");
  }
  const label = "Kinds, one on each line";
  await omar.presses("Save", { [label]: "Tools and IT\nRoutines and paperwork\nPreventing falls" });
  const both = expectSay(
    await sara.presses("Save", { [label]: "Tools and IT\nRoutines and paperwork\nInformation\nNight shift" }),
    "kinds",
  );
  expect(both.kinds).toEqual(["tools", "routines", "Night shift", "Preventing falls", "other"]);
});

test("the person proposed for a kind is chosen already where somebody asks for an owner, and owns nothing without saying yes", async () => {
  const { world, sara, omar, jonas } = await aTeam();
  await sara.writes("settings");
  await sara.presses("What");
  await sara.presses("Kinds");
  const saved = expectSay(await sara.presses("Propose", { "What it is about": "Tools and IT", Person: "Jonas Berg" }), "kinds");
  expect(saved.owners).toEqual([{ kind: "tools", name: "Jonas Berg" }]);

  await world.moveTo(thisRound.question);
  await omar.presses("Add details");
  await omar.presses("Send", { "A line or two is enough": "The printer jams", "What it is about": "Tools and IT" });
  await world.moveTo(thisRound.draft);
  const change = expectSay(await sara.presses("Change"), "change-form");
  expect([change.usual?.name, change.written.person]).toEqual(["Jonas Berg", ""]);
  await world.moveTo(thisRound.digest);
  expect(jonas.got("owner-request")).toEqual([]);
  await omar.presses("Take or ask", { in: "channel" });
  await omar.presses("Ask", { in: "channel" });
  await world.settle();
  expectSay(jonas.got("owner-request")[0], "owner-request");
});
