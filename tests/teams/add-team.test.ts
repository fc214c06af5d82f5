import { beforeEach, describe, expect, test } from "vitest";
import { render } from "../../cards/index.ts";
import type { Message } from "../../src/domain/message/index.ts";
import { en } from "../../src/language/en/index.ts";
import { hour, nextRound, roundAfter, thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, startWorld, type World } from "../world/world.ts";

let world: World;
let sara: Person;
let omar: Person;
let pia: Person;
beforeEach(async () => {
  ({ world, sara, omar, pia } = await aTeam());
});

describe("Gnist is added to a team", () => {
  test("there is one welcome, in the chosen channel, however often Teams tells it", async () => {
    await world.added("Sara Lind");
    await world.added("Omar Haddad");
    expect(world.inTeam("welcome-team")).toHaveLength(1);
    expect(world.inTeam("welcome-team")[0]).toMatchObject({
      addedBy: "Sara Lind",
      leads: ["Sara Lind"],
      nextPromptAt: thisRound.question,
      large: false,
    });
  });

  test("nobody is asked in the first day, though the question's time passes", async () => {
    const late = await startWorld();
    const colleague = late.person("Omar Haddad");
    await late.moveTo(thisRound.question - 3 * hour);
    await late.added("Sara Lind");
    await late.moveTo(thisRound.question + hour);
    expect(colleague.got("idea-form")).toHaveLength(0);
    await late.moveTo(nextRound.question);
    expect(colleague.got("idea-form")).toHaveLength(1);
  });

  test("the post and a person's own welcome say how not to be asked, and when nobody is", async () => {
    const late = await startWorld();
    const [lead, colleague, other] = [late.person("Sara Lind"), late.person("Omar Haddad"), late.person("Pia Holm")];
    await late.moveTo(thisRound.question - 3 * hour);
    await late.added(lead.name);
    const shown = (message: Message | undefined) => JSON.stringify(message && render(message, "en").card);
    expect(shown(late.inTeam("welcome-team")[0])).toContain(en.welcome.stop);
    const meets = async ({ who, chat }: Person) => {
      const reply = await late.receive({ happened: "added-to-person", who, place: chat });
      return expectSay(reply?.message, "welcome-person");
    };
    const early = await meets(colleague);
    expect(shown(early)).toContain("I will not ask you before Friday 27 November at 10:00");
    expectSay(await colleague.writes("pause"), "paused");
    await late.moveTo(nextRound.question);
    expect(colleague.got("idea-form")).toHaveLength(0);
    const known = await meets(other);
    expect(known.quietUntil).toBeUndefined();
    expect(shown(known)).toContain(en.welcome.personStop);
    // Gnist is new in one of their teams, and asks for the other.
    await late.addsTeam("South clinic", [lead.name, "Jonas Berg"]);
    expect((await meets(late.person("Jonas Berg"))).quietUntil).toBeUndefined();
  });

  test("a team of more than 100 waits until a lead says go, and the lead is told once", async () => {
    const big = await startWorld(Array.from({ length: 101 }, (_, at) => `Person ${at}`));
    const [lead, member] = [big.person("Person 0"), big.person("Person 7")];
    await big.added(lead.name);
    expect(big.inTeam("welcome-team")[0]?.large).toBe(true);
    await big.moveTo(thisRound.question);
    expect(member.got("idea-form")).toHaveLength(0);
    await big.moveTo(nextRound.question);
    expect(lead.got("large-team")).toHaveLength(1);
    expectSay(await lead.presses("Ask everybody"), "large-agreed");
    await big.moveTo(roundAfter(2).question);
    expect(member.got("idea-form")).toHaveLength(1);
  });

  test("a team that has been asked and then grows above 100 goes on being asked", async () => {
    const growing = await startWorld(Array.from({ length: 99 }, (_, at) => `Person ${at}`));
    const [lead, member] = [growing.person("Person 0"), growing.person("Person 7")];
    await growing.added(lead.name);
    await growing.moveTo(thisRound.question);
    await growing.moveTo(thisRound.digest);
    for (const name of ["New 1", "New 2", "New 3"]) growing.join(name);
    await growing.moveTo(nextRound.question);
    expect(lead.got("large-team")).toHaveLength(0);
    expect(member.got("idea-form")).toHaveLength(2);
  });

  test("somebody else leads: the adder confirms with one press", async () => {
    expectSay(await omar.presses("I lead this team", { in: "channel" }), "lead-asked");
    expect(sara.got("lead-claim")[0]).toMatchObject({ name: "Omar Haddad" });
    await sara.presses("Yes, they lead");
    expectSay(await omar.writes("settings"), "settings");
  });

  test("taken away, nothing is sent; added again, its history is there", async () => {
    await omar.writes("idea The printer is slow");
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    await world.moveTo(thisRound.question);
    expect(omar.got("idea-form")).toHaveLength(0);
    await world.added(pia.name);
    expect(world.inTeam("welcome-team")).toHaveLength(2);
    expect(expectSay(await omar.writes("my ideas"), "my-ideas").ideas).toHaveLength(1);
  });

  test("added again, it posts in the channel that was chosen then, which only the second of Teams' two reports names", async () => {
    await world.moveTo(thisRound.question);
    await omar.answers("The printer is slow");
    await world.moveTo(thisRound.digest);
    await world.receive({ happened: "removed-from-team", place: world.inChannel });
    await world.settle();
    const chosen = { ...world.inChannel, channelId: "19:improvement@thread.tacv2" };
    for (const place of [world.inChannel, chosen]) await world.receive({ happened: "added-to-team", who: pia.who, place });
    await world.settle();
    expect(world.posted.filter(({ message }) => message.say === "welcome-team").at(-1)?.to).toBe(chosen.channelId);
  });
});
