import { beforeEach, describe, expect, test } from "vitest";
import { readTeam } from "../../src/store/teams.ts";
import { expectSay, generalChannel, personId, startWorld, teamId } from "./world.ts";

const hour = 3_600_000;
const thursday = "2026-11-26T12:00:00Z";
const draft = "2026-12-01T08:00:00Z";
const digest = "2026-12-01T12:00:00Z";

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
  await world.added("Sara Lind");
});

/** What the Send button of the last question sends, with what is typed. */
const send = (name: string, friction: string, more: Record<string, unknown> = {}) => {
  const form = world.got(name, "idea-form").at(-1);
  if (!form) throw new Error(`${name} has no question`);
  return world.presses(name, {
    verb: "submit-idea",
    team: teamId,
    secret: form.secret,
    ...(form.round ? { round: form.round } : {}),
    friction,
    ...more,
  });
};

describe("the digest", () => {
  const askedAndAnswered = async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await send("Pia Holm", "Nobody orders gloves", { kind: "routines", showName: "true" });
    await send("Jonas Berg", "Too many forms");
  };

  test("the lead gets a draft, holds one back with a reason, and its author alone hears why", async () => {
    await askedAndAnswered();
    await world.moveTo(draft);
    const card = world.got("Sara Lind", "draft")[0];
    expect(card?.digest.freshCount).toBe(3);
    const forms = card?.digest.top.find(({ title }) => title === "Too many forms");
    expect(await world.presses("Omar Haddad", { verb: "hold-form", team: teamId })).toMatchObject({ why: "not-a-lead" });
    expectSay(await world.presses("Sara Lind", { verb: "hold-idea", team: teamId, idea: forms?.id, reason: "" }), "hold-form");
    const after = expectSay(
      await world.presses("Sara Lind", { verb: "hold-idea", team: teamId, idea: forms?.id, reason: "We change them in January" }),
      "draft",
    );
    expect([after.digest.freshCount, after.held.length]).toEqual([2, 1]);
    expect(world.got("Jonas Berg", "author-news")).toMatchObject([{ news: "held", reason: "We change them in January" }]);
    await world.moveTo(digest);
    expect(world.inTeam("digest")[0]?.digest.freshCount).toBe(2);
  });

  test("it posts itself at its time, once, with numbers and without names, but for who chose to show theirs", async () => {
    await askedAndAnswered();
    await world.moveTo(digest);
    await world.put({ job: "post-digest", team: teamId, round: "2026-W48", at: Date.parse(digest) });
    await world.settle();
    expect(world.inTeam("digest")).toHaveLength(1);
    const view = world.inTeam("digest")[0]?.digest;
    expect(view?.turnout).toEqual({ asked: 4, answered: 3 });
    expect(view?.top.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(view?.top.flatMap(({ authorName }) => authorName ?? [])).toEqual(["Pia Holm"]);
    expect(JSON.stringify(view)).not.toContain("Omar");
  });

  test("post now posts at once, and the clock then posts no second one", async () => {
    await askedAndAnswered();
    await world.moveTo(draft);
    const card = world.got("Sara Lind", "draft")[0];
    for (const _ of [1, 2]) await world.presses("Sara Lind", { verb: "post-now", team: teamId, nonce: card?.nonce });
    await world.moveTo(digest);
    expect(world.inTeam("digest")).toHaveLength(1);
  });

  test("when there is nothing to say the lead is told once, and no digest is posted", async () => {
    for (const week of [thursday, "2026-12-03T12:00:00Z", "2026-12-10T12:00:00Z", "2026-12-17T12:00:00Z"])
      await world.moveTo(Date.parse(week));
    await world.moveTo("2026-12-23T12:00:00Z");
    expect(world.inTeam("digest")).toHaveLength(0);
    expect(world.got("Sara Lind", "nothing-to-post")).toHaveLength(1);
  });

  test("an edit and a withdrawal after the digest change the post, and an old question still counts in the next digest", async () => {
    await askedAndAnswered();
    await world.moveTo(digest);
    const mine = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas[0]?.idea;
    await world.presses("Omar Haddad", { verb: "save-idea", team: teamId, idea: mine?.id, friction: "The label printer is slow" });
    expect(JSON.stringify(world.inTeam("digest"))).toContain("The label printer is slow");
    await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: mine?.id });
    expect(JSON.stringify(world.inTeam("digest"))).not.toContain("printer");
    await world.moveTo(Date.parse(digest) + hour);
    expectSay(await send("Sara Lind", "An answer that came late"), "receipt");
    await world.moveTo("2026-12-03T12:00:00Z");
    await world.moveTo("2026-12-08T12:00:00Z");
    expect(
      world
        .inTeam("digest")
        .at(-1)
        ?.digest.top.map(({ title }) => title),
    ).toEqual(["An answer that came late"]);
  });

  test("a digest that Teams refuses is told to the lead, and posted in another channel when asked", async () => {
    await askedAndAnswered();
    world.trouble.set(generalChannel, { outcome: "refused", why: "gone", detail: "404" });
    await world.moveTo(digest);
    expect(world.got("Sara Lind", "digest-trouble")).toHaveLength(1);
    world.trouble.clear();
    expectSay(await world.writes("Sara Lind", "digest now"), "posting");
    expect(world.inTeam("digest")).toHaveLength(1);
  });

  test("me too counts each person once, and everybody sees it", async () => {
    await askedAndAnswered();
    await world.moveTo(digest);
    const one = world.inTeam("digest")[0]?.digest;
    const forms = one?.top.find(({ title }) => title === "Too many forms");
    for (const name of ["Omar Haddad", "Omar Haddad", "Jonas Berg"])
      await world.presses(name, { verb: "add-voice", team: teamId, idea: forms?.id, digest: one?.id }, "channel");
    expect(world.inTeam("digest")[0]?.digest.top.find(({ id }) => id === forms?.id)?.voices).toBe(2);
    expect(await world.presses("Eve Evil", { verb: "add-voice", team: teamId, idea: forms?.id }, "channel")).toMatchObject({
      why: "not-in-team",
    });
  });

  test("what is withdrawn goes from every post that shows it", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo(digest);
    for (const [ask, post] of [
      ["2026-12-03T12:00:00Z", "2026-12-08T12:00:00Z"],
      ["2026-12-10T12:00:00Z", "2026-12-15T12:00:00Z"],
    ] as const) {
      await world.moveTo(ask);
      await send("Pia Holm", `News of ${ask}`);
      await world.moveTo(post);
    }
    expect(world.inTeam("digest")).toHaveLength(3);
    const mine = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas[0]?.idea.id;
    await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: mine });
    expect(JSON.stringify(world.inTeam("digest"))).not.toContain("printer");
  });

  test("a round that was asked shortly before a digest keeps its own digest", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo("2026-12-01T09:30:00Z");
    expect(expectSay(await world.writes("Sara Lind", "prompt now"), "asking-now").digestAt).toBe(Date.parse("2026-12-08T12:00:00Z"));
    await world.moveTo(digest);
    expect(world.inTeam("digest")).toHaveLength(1);
    expectSay(await send("Pia Holm", "Nobody orders gloves"), "receipt");
    await world.moveTo("2026-12-08T12:00:00Z");
    expect(world.inTeam("digest").at(-1)?.digest).toMatchObject({ week: "2026-W49", turnout: { asked: 4, answered: 1 } });
  });

  test("an instance whose clock is five minutes behind posts what another has found due", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo(Date.parse(digest) - 5 * 60_000);
    await world.put({ job: "post-digest", team: teamId, round: "2026-W48", at: Date.parse(digest) });
    await world.settle();
    expect(world.inTeam("digest")).toHaveLength(1);
  });

  describe("that may not have arrived", () => {
    const doubtful = async () => {
      await world.moveTo(thursday);
      await send("Omar Haddad", "The printer is slow");
      world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
      await world.moveTo(digest);
      world.trouble.clear();
      return { team: teamId, digest: world.got("Sara Lind", "digest-doubtful")[0]?.digest };
    };
    /** Another lead beside Sara. */
    const twoLeads = async () => {
      await world.presses("Pia Holm", { verb: "claim-lead", team: teamId });
      await world.presses("Sara Lind", { verb: "confirm-lead", team: teamId, person: personId("Pia Holm") });
    };

    test("is asked about, and posted when a lead does not find it", async () => {
      await twoLeads();
      const about = await doubtful();
      for (const lead of ["Sara Lind", "Pia Holm"]) expect(world.got(lead, "digest-doubtful")).toMatchObject([{ channel: "General" }]);
      expect(await world.presses("Omar Haddad", { verb: "post-digest-again", ...about })).toMatchObject({ why: "not-a-lead" });
      expectSay(await world.presses("Sara Lind", { verb: "post-digest-again", ...about }), "posting");
      expect(world.inTeam("digest")).toHaveLength(1);
      for (const [lead, verb] of [
        ["Sara Lind", "post-digest-again"],
        ["Pia Holm", "post-digest-again"],
        ["Pia Holm", "digest-is-there"],
      ] as const)
        expect(await world.presses(lead, { verb, ...about })).toMatchObject({ say: "digest-settled", how: "posted", already: true });
      expect(world.inTeam("digest")).toHaveLength(1);
    });

    test("is left as it is when a lead finds it, whatever is pressed then", async () => {
      await twoLeads();
      const about = await doubtful();
      const there = await world.presses("Pia Holm", { verb: "digest-is-there", ...about });
      expect(there).toMatchObject({ say: "digest-settled", how: "there", already: false });
      for (const verb of ["digest-is-there", "post-digest-again"] as const)
        expect(await world.presses("Sara Lind", { verb, ...about })).toMatchObject({ how: "there", already: true });
      expect(await world.writes("Sara Lind", "digest now")).toMatchObject({ why: "nothing-to-post" });
      expect(world.inTeam("digest")).toHaveLength(0);
    });

    test("is posted once when two leads press at the same moment", async () => {
      await twoLeads();
      const about = await doubtful();
      const said = await Promise.all(["Sara Lind", "Pia Holm"].map((lead) => world.press(lead, { verb: "post-digest-again", ...about })));
      expect(said.map((reply) => reply?.message.say).sort()).toEqual(["digest-settled", "posting"]);
      await world.settle();
      expect(world.inTeam("digest")).toHaveLength(1);
    });

    test("is asked about again when the second try is doubtful too", async () => {
      const about = await doubtful();
      world.trouble.set(generalChannel, { outcome: "doubtful", detail: "502" });
      await world.presses("Sara Lind", { verb: "post-digest-again", ...about });
      expect(world.got("Sara Lind", "digest-doubtful")).toHaveLength(2);
    });

    test("is posted in the channel that is set now when a lead writes digest now", async () => {
      await doubtful();
      expectSay(await world.writes("Sara Lind", "digest now"), "posting");
      expect(world.inTeam("digest")).toHaveLength(1);
    });
  });
});

describe("owning", () => {
  const posted = async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo(digest);
    return world.inTeam("digest")[0]?.digest.top[0];
  };

  test("until somebody accepts the team reads that somebody was asked, and no name; then the author hears who owns it", async () => {
    const idea = await posted();
    // As Teams' people picker sends it, by the Entra id.
    const found = { verb: "assign-owner", team: teamId, idea: idea?.id, person: "entra-Jonas Berg", due: "2026-12-18" };
    expectSay(await world.presses("Pia Holm", found), "owner-asked");
    expectSay(await world.writes("Pia Holm", "assign #1 jonas"), "owner-asked");
    expect(world.inTeam("digest")[0]?.digest.top[0]).toMatchObject({ ownerAsked: true });
    expect(JSON.stringify(world.inTeam("digest"))).not.toContain("Jonas");
    expect(world.got("Jonas Berg", "owner-request").length).toBeGreaterThan(0);
    expect(
      await world.presses("Sara Lind", { verb: "accept-idea", team: teamId, idea: idea?.id, due: "2026-12-18", test: "" }),
    ).toMatchObject({ why: "not-the-owner" });
    const owned = expectSay(
      await world.presses("Jonas Berg", {
        verb: "accept-idea",
        team: teamId,
        idea: idea?.id,
        due: "2026-12-18",
        test: "One room, one week",
      }),
      "owned",
    );
    expect(owned.idea.owner).toEqual({ name: "Jonas Berg", due: "2026-12-18", test: "One room, one week" });
    expect(world.inTeam("digest")[0]?.digest.top[0]?.owner?.name).toBe("Jonas Berg");
    expect(world.got("Omar Haddad", "author-news")).toMatchObject([{ news: "owned", mine: true }]);
  });

  test("a no needs a reason, which the lead alone sees; to everybody else it looks like silence until the third working day ends", async () => {
    const idea = await posted();
    await world.writes("Sara Lind", "assign #1 Jonas Berg");
    expect(
      expectSay(await world.presses("Jonas Berg", { verb: "decline-idea", team: teamId, idea: idea?.id, reason: " " }), "owner-request")
        .problem,
    ).toBe("reason-needed");
    expectSay(
      await world.presses("Jonas Berg", { verb: "decline-idea", team: teamId, idea: idea?.id, reason: "I am on leave" }),
      "declined",
    );
    expect(world.got("Sara Lind", "owner-refused")).toMatchObject([{ name: "Jonas Berg", reason: "I am on leave" }]);
    expect(JSON.stringify(world.got("Omar Haddad", "author-news"))).not.toMatch(/Jonas|leave/);
    expect(world.got("Omar Haddad", "author-news")).toEqual([]);
    await world.moveTo("2026-12-03T15:59:00Z");
    expect(world.inTeam("digest")[0]?.digest.top[0]).toMatchObject({ ownerAsked: true });
    await world.moveTo("2026-12-03T16:00:00Z");
    expect(world.inTeam("digest")[0]?.digest.top[0]).toMatchObject({ ownerAsked: false });
    expect(expectSay(await world.writes("Omar Haddad", "#1"), "idea-story").steps).toEqual([]);
  });

  test("I'll take it takes at once, the chat asks for date and test, and nobody can take it after", async () => {
    const idea = await posted();
    const post = expectSay(
      await world.presses("Jonas Berg", { verb: "take-idea", team: teamId, idea: idea?.id, digest: "2026-W48" }, "channel"),
      "digest",
    );
    expect(post.digest.top[0]?.owner?.due).toBe("2026-12-15");
    expect(world.got("Jonas Berg", "owner-plan")).toHaveLength(1);
    expect(await world.presses("Pia Holm", { verb: "take-idea", team: teamId, idea: idea?.id }, "channel")).toMatchObject({
      why: "already-owned",
      about: "Jonas Berg",
    });
  });

  test("done tells the author, and the next digest shows what came of it", async () => {
    await posted();
    await world.writes("Jonas Berg", "take #1");
    expect(await world.writes("Pia Holm", "done #1 fixed")).toMatchObject({ why: "not-the-owner" });
    expectSay(await world.writes("Jonas Berg", "done #1"), "finish-form");
    expectSay(await world.writes("Jonas Berg", "done #1 a new printer came"), "finished");
    expect(world.got("Omar Haddad", "author-news").map(({ news }) => news)).toEqual(["owned", "done"]);
    await world.moveTo("2026-12-08T12:00:00Z");
    expect(world.inTeam("digest").at(-1)?.digest.finished).toMatchObject([{ number: 1, result: "a new printer came" }]);
  });

  test("a number that nobody has, and a name that fits two, are answered in a sentence", async () => {
    await posted();
    expect(await world.writes("Pia Holm", "take #99")).toMatchObject({ why: "no-such-idea", about: "#99" });
    world.join("Jonas Lund");
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    expect(await world.writes("Pia Holm", "assign #1 Jonas")).toMatchObject({ why: "several-members" });
    const nobody = await world.writes("Pia Holm", `assign #1 ${"x".repeat(58)}👍🏽👍🏽👍🏽`);
    expect(nobody).toMatchObject({ why: "no-such-member", about: `${"x".repeat(58)}👍🏽…` });
    expectSay(await world.writes("Pia Holm", "#1"), "idea-story");
  });

  test("an owner who presses I'll take it again keeps the date that was agreed", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    await world.moveTo(digest);
    const idea = world.inTeam("digest")[0]?.digest.top[0]?.id;
    await world.writes("Jonas Berg", "take #1");
    await world.presses("Jonas Berg", { verb: "plan-idea", team: teamId, idea, due: "2027-03-01", test: "" });
    await world.writes("Jonas Berg", "take #1");
    expect(expectSay(await world.writes("Jonas Berg", "my actions"), "my-actions").actions[0]?.idea.owner?.due).toBe("2027-03-01");
    expect(world.got("Jonas Berg", "owner-plan")).toHaveLength(1);
  });

  test("withdrawing and taking it back leaves an idea where it stood, and its story names no author", async () => {
    await world.moveTo(thursday);
    const receipt = expectSay(await send("Omar Haddad", "The printer is slow"), "receipt");
    const withdrawn = expectSay(
      await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: receipt.idea }),
      "withdrawn",
    );
    await world.presses("Omar Haddad", { verb: "restore-idea", team: teamId, idea: receipt.idea, written: withdrawn.written });
    await world.moveTo(digest);
    expect(JSON.stringify(await world.writes("Pia Holm", "#1"))).not.toContain("Omar");
    await world.writes("Omar Haddad", "idea Too many forms");
    const forms = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas.find(
      ({ idea }) => idea.title === "Too many forms",
    )?.idea.id;
    await world.presses("Sara Lind", { verb: "hold-idea", team: teamId, idea: forms, reason: "Later" });
    const again = expectSay(await world.presses("Omar Haddad", { verb: "withdraw-idea", team: teamId, idea: forms }), "withdrawn");
    await world.presses("Omar Haddad", { verb: "restore-idea", team: teamId, idea: forms, written: again.written });
    const held = expectSay(await world.writes("Omar Haddad", "my ideas"), "my-ideas").ideas.find(({ idea }) => idea.id === forms);
    expect(held?.idea.stage).toBe("held");
  });
});

describe("settings", () => {
  test("a changed time moves what is due, also for the round that is open", async () => {
    await world.moveTo(thursday);
    await send("Omar Haddad", "The printer is slow");
    const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings");
    const saved = expectSay(
      await world.presses("Sara Lind", {
        verb: "save-settings",
        team: teamId,
        ...shown.written,
        promptWeekday: "3",
        promptTime: "09:00",
        digestWeekday: "1",
        digestTime: "15:00",
        everyWeeks: "1",
        reminderWeekday: "0",
        draftHours: "0",
        daysToDue: "7",
        leads: shown.written.leads.join(","),
        notAsked: personId("Pia Holm"),
      }),
      "settings",
    );
    expect([saved.saved, saved.nextPromptAt, saved.nextDigestAt]).toEqual([
      true,
      Date.parse("2026-12-02T08:00:00Z"),
      Date.parse("2026-11-30T14:00:00Z"),
    ]);
    await world.moveTo("2026-11-30T14:00:00Z");
    expect(world.inTeam("digest")).toHaveLength(1);
    await world.moveTo("2026-12-02T08:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").at(-1)?.round).toBe("2026-W49");
    expect(world.got("Pia Holm", "idea-form").some(({ round }) => round === "2026-W49")).toBe(false);
    await world.moveTo("2026-12-03T13:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").filter(({ round }) => round === "2026-W49")).toHaveLength(1);
  });

  test("a member who is no lead cannot open them, and a lead gets the question as a test", async () => {
    expect(await world.presses("Omar Haddad", { verb: "show-settings", team: teamId }, "channel")).toMatchObject({ why: "not-a-lead" });
    expectSay(await world.presses("Sara Lind", { verb: "send-test", team: teamId }), "settings");
    expect(world.got("Sara Lind", "idea-form").map(({ why }) => why)).toEqual(["test"]);
  });

  test("a lead who left may do nothing more, and who says so leads when two others say it too", async () => {
    world.roster.splice(
      world.roster.findIndex(({ name }) => name === "Sara Lind"),
      1,
    );
    await world.put({ job: "read-team", team: teamId });
    await world.settle();
    await world.moveTo(thursday);
    expect(await world.presses("Sara Lind", { verb: "show-draft", team: teamId })).toMatchObject({ why: "not-in-team" });
    expectSay(await world.presses("Omar Haddad", { verb: "claim-lead", team: teamId }, "channel"), "lead-asked");
    const yes = { verb: "confirm-lead", team: teamId, person: personId("Omar Haddad") };
    expectSay(await world.presses("Pia Holm", yes, "channel"), "lead-half");
    expect(await world.presses("Jonas Berg", yes, "channel")).toMatchObject({ say: "lead-now", already: false });
  });

  test("settings that change while a round is being asked do not stop the clock", async () => {
    const shown = expectSay(await world.writes("Sara Lind", "settings"), "settings").written;
    const later = { verb: "save-settings", team: teamId, ...shown, leads: shown.leads.join(","), notAsked: "", promptTime: "15:00" };
    const { channel } = world.ports;
    const { roster } = channel;
    let saved = false;
    Object.assign(channel, {
      roster: async (...given: Parameters<typeof roster>) => {
        if (!saved) {
          saved = true;
          await world.press("Sara Lind", later);
        }
        return roster(...given);
      },
    });
    await world.moveTo(thursday);
    await world.moveTo("2026-12-03T14:00:00Z");
    expect(world.got("Omar Haddad", "idea-form").filter(({ why }) => why === "prompt").length).toBe(2);
  });
});

test("a round that is opened once more after its digest gets a digest of its own", async () => {
  const again = await startWorld();
  await again.added("Sara Lind");
  await again.writes("Sara Lind", "prompt now");
  await again.writes("Omar Haddad", "idea The printer is slow");
  await again.writes("Sara Lind", "digest now");
  again.join("Nina Ny");
  await again.writes("Sara Lind", "prompt now");
  expect(again.got("Nina Ny", "idea-form")).toHaveLength(1);
  await again.writes("Nina Ny", "idea Nobody orders gloves");
  await again.moveTo("2026-12-01T12:30:00Z");
  const shown = again.inTeam("digest").map(({ digest }) => digest.top.map(({ title }) => title));
  expect(shown).toEqual([["The printer is slow"], ["Nobody orders gloves"]]);
  expect((await readTeam(again.ports.rows, teamId))?.team.openRounds).not.toContain("2026-W48");
});

test("the digests of a round that is opened again and again are told apart, and everybody can press their buttons", async () => {
  const again = await startWorld();
  await again.added("Sara Lind");
  for (const name of ["Nina Ny", "Ola Ny", "Per Ny"]) {
    await again.writes("Sara Lind", "prompt now");
    await again.writes("Omar Haddad", `idea Of the digest before ${name} came`);
    await again.writes("Sara Lind", "digest now");
    again.join(name);
  }
  const digests = again.inTeam("digest").map(({ digest }) => digest);
  expect(digests.map(({ id }) => id)).toEqual(["2026-W48", "2026-W48~2", "2026-W48~3"]);
  for (const [at, { id, top }] of digests.entries()) {
    await again.presses("Pia Holm", { verb: "add-voice", team: teamId, idea: top[0]?.id, digest: id }, "channel");
    expect(again.inTeam("digest")[at]?.digest).toMatchObject({ id, top: [{ voices: 2 }] });
  }
});
