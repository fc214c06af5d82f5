import { beforeEach, describe, expect, test } from "vitest";
import { expectSay, generalChannel, personId, startWorld, teamId } from "./world.ts";

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
  await world.moveTo("2026-11-26T12:00:00Z");
});

const question = (name: string) => {
  const form = world.got(name, "idea-form").at(-1);
  return { verb: "submit-idea", team: teamId, secret: form?.secret ?? "", round: form?.round ?? "", friction: "The printer is slow" };
};

describe("a store that does not answer", () => {
  test.each(["down", "slow"] as const)(
    "%s: the form comes back with its text, and the same press saves once when the store is well again",
    async (how) => {
      const press = question("Omar Haddad");
      world.storeIs(how);
      const back = expectSay((await world.press("Omar Haddad", press))?.message, "idea-form");
      expect([back.problem, back.written?.friction, back.secret]).toEqual(["not-saved", "The printer is slow", press.secret]);
      expect((await world.write("Omar Haddad", "my ideas"))?.message).toMatchObject({ say: "refusal", why: "not-saved" });
      world.storeIs("well");
      expectSay((await world.press("Omar Haddad", press))?.message, "receipt");
      expect(expectSay((await world.write("Omar Haddad", "my ideas"))?.message, "my-ideas").ideas).toHaveLength(1);
    },
  );
});

test("a store that fails in the middle of a press costs the press, never the process", async () => {
  const press = question("Omar Haddad");
  const faults: unknown[] = [];
  const note = (fault: unknown) => void faults.push(fault);
  process.on("unhandledRejection", note);
  world.storeIs("well", 2);
  expect(expectSay((await world.press("Omar Haddad", press))?.message, "idea-form").problem).toBe("not-saved");
  await new Promise((next) => setImmediate(next));
  process.off("unhandledRejection", note);
  expect(faults).toEqual([]);
});

test("a store that fails anywhere in a typed idea leaves no message that is remembered for ever", async () => {
  const typed = () => world.ports.rows.list(`person|${personId("Omar Haddad")}`, { from: "typed|", to: "typed}" });
  let failed = 0;
  for (let calls = 0; ; calls++) {
    world.storeIs("well", calls);
    const message = (await world.write("Omar Haddad", "idea The printer is slow"))?.message;
    world.storeIs("well");
    await world.moveTo(world.now() + 25 * 3_600_000);
    expect([calls, await typed()]).toEqual([calls, []]);
    if (message?.say === "receipt") break;
    failed += 1;
  }
  expect(failed).toBeGreaterThan(2);
});

// With 500 ms a call, three waits are 1.5 s: within the 2 s a person is given.
describe("a slow store is waited for three times at most", () => {
  const atMost = async (act: () => Promise<unknown>, most = 3) => expect(await world.waitsIn(act)).toBeLessThanOrEqual(most);
  const posted = async () => {
    await world.presses("Omar Haddad", question("Omar Haddad"));
    await world.moveTo("2026-12-01T12:00:00Z");
    const idea = world.inTeam("digest")[0]?.digest.top[0]?.id;
    return { team: teamId, idea, digest: "2026-W48" };
  };

  test("by the answers to the question", async () => {
    await atMost(() => world.press("Omar Haddad", question("Omar Haddad")));
    await atMost(() => world.press("Omar Haddad", question("Omar Haddad")));
    await atMost(() => world.press("Pia Holm", { verb: "answer-nothing", team: teamId, round: "2026-W48" }));
    await atMost(() => world.press("Jonas Berg", { verb: "ask-later", team: teamId, round: "2026-W48" }));
    await atMost(() => world.press("Jonas Berg", { verb: "pause" }));
  });

  test("by edit, withdraw and undo", async () => {
    const receipt = expectSay(await world.presses("Omar Haddad", question("Omar Haddad")), "receipt");
    const idea = { team: teamId, idea: receipt.idea };
    await atMost(() => world.press("Omar Haddad", { verb: "edit-idea", ...idea }));
    await atMost(() => world.press("Omar Haddad", { verb: "save-idea", ...idea, friction: "Slower" }));
    await atMost(() => world.press("Omar Haddad", { verb: "withdraw-idea", ...idea }));
    await atMost(() => world.press("Omar Haddad", { verb: "restore-idea", ...idea, written: receipt.written }));
  });

  test("by the buttons of the digest and of the owner", async () => {
    const about = await posted();
    await atMost(() => world.press("Pia Holm", { verb: "add-voice", ...about }, "channel"));
    await atMost(() => world.press("Pia Holm", { verb: "assign-form", ...about }, "channel"));
    await atMost(() =>
      world.press("Pia Holm", { verb: "assign-owner", ...about, person: personId("Jonas Berg"), due: "2026-12-18" }, "channel"),
    );
    await atMost(() => world.press("Jonas Berg", { verb: "accept-idea", ...about, due: "2026-12-18", test: "One room" }));
    await atMost(() => world.press("Jonas Berg", { verb: "plan-idea", ...about, due: "2026-12-19", test: "" }));
    await atMost(() => world.press("Jonas Berg", { verb: "finish-idea", ...about, result: "It works" }));
    await atMost(() => world.press("Jonas Berg", { verb: "reopen-idea", ...about }));
    await atMost(() => world.press("Jonas Berg", { verb: "decline-idea", ...about, reason: "No time" }));
    await atMost(() => world.press("Jonas Berg", { verb: "take-idea", ...about }, "channel"));
    await atMost(() => world.press("Jonas Berg", { verb: "all-ideas", team: teamId, page: 0 }, "channel"));
  });

  test("by the lead's draft and settings", async () => {
    await world.presses("Omar Haddad", question("Omar Haddad"));
    await world.moveTo("2026-12-01T08:00:00Z");
    const idea = { team: teamId, idea: world.got("Sara Lind", "draft")[0]?.digest.top[0]?.id };
    await atMost(() => world.press("Sara Lind", { verb: "show-draft", team: teamId }));
    await atMost(() => world.press("Sara Lind", { verb: "hold-form", team: teamId }));
    await atMost(() => world.press("Sara Lind", { verb: "edit-title", ...idea, title: "Slow printer" }));
    await atMost(() => world.press("Sara Lind", { verb: "propose-owner", ...idea, person: personId("Jonas Berg"), due: "2026-12-18" }));
    await atMost(() => world.press("Sara Lind", { verb: "hold-idea", ...idea, reason: "Later" }));
    await atMost(() => world.press("Sara Lind", { verb: "show-settings", team: teamId }));
    await atMost(() => world.press("Sara Lind", { verb: "send-test", team: teamId }));
    const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings").written;
    const settings = { verb: "save-settings", team: teamId, ...shown, leads: shown.leads.join(","), notAsked: "", digestTime: "15:00" };
    await atMost(() => world.press("Sara Lind", settings));
    await atMost(() => world.press("Sara Lind", { verb: "post-now", team: teamId, nonce: "2026-W48" }));
    await atMost(() => world.press("Sara Lind", { verb: "show-status", team: teamId }));
  });

  test("by what a lead decides of a digest that may not be there", async () => {
    await world.presses("Omar Haddad", question("Omar Haddad"));
    world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
    await world.moveTo("2026-12-01T12:00:00Z");
    const about = { team: teamId, digest: "2026-W48" };
    await atMost(() => world.press("Sara Lind", { verb: "post-digest-again", ...about }));
    await world.settle();
    await atMost(() => world.press("Sara Lind", { verb: "digest-is-there", ...about }));
  });

  test("by an admin's status and teams", async () => {
    world.makeAdmin("Ada Min");
    await atMost(() => world.write("Ada Min", "status"));
    await world.addsTeam("South clinic", ["Nina Ny"]);
    await atMost(() => world.write("Ada Min", "status"));
    await atMost(() => world.write("Ada Min", "teams"));
  });

  test.each([
    "help",
    "idea The printer is slow",
    "my ideas",
    "my actions",
    "prompt",
    "prompt now",
    "digest",
    "pause 2 weeks",
    "resume",
    "language svenska",
    "settings",
    "status",
    "teams",
    "nothing",
    "tomorrow",
    "withdraw",
    "digest now",
    "not me #1 no time",
    "pause until 24.12.",
    "me too #1",
    "#1",
  ])("by the command %s", async (text) => {
    await posted();
    // Somebody who has been heard within the ten seconds.
    await world.writes("Sara Lind", "help");
    await world.writes("Sara Lind", "help");
    await atMost(() => world.write("Sara Lind", text));
  });

  // A number leads to the idea first; 2 s, and people press a button more often than they write a number.
  test.each(["take #1", "assign #1 Pia", "done #1 fixed"])("but four times by %s, which changes the idea behind a number", async (text) => {
    await posted();
    await world.writes("Sara Lind", "help");
    await world.writes("Sara Lind", "help");
    await atMost(() => world.write("Sara Lind", text), 4);
  });
});
