import { expect, test } from "vitest";
import { personIdOf } from "../../src/domain/ids.ts";
import type { Entry } from "../teams-stub/ledger.ts";
import { fault, type Trouble, type TroubleName } from "../teams-stub/trouble.ts";
import type { Person } from "../teams-stub/world.ts";
import { line, question } from "../world/words.ts";
import { countStates, openFaultWorld, postsTo, promptsTo, stateOf, untilStored } from "./fault-world.ts";

const names = Array.from({ length: 60 }, (_, at) => `Person ${at}`);
const hour = 3_600_000;
const day = 24 * hour;

const gone: Trouble = { taken: false, hears: fault(404, "ConversationNotFound", "Conversation not found.") };
/** Teams' refusals for people who uninstalled Gnist, blocked it or left while it was down. */
const lost: readonly (TroubleName | Trouble)[] = ["not-in-roster", "writes-blocked", "blocked", "not-in-roster", gone, gone];

test("20: down over two questions, then over a reminder and a digest: each comes once at most, the lost are tried once, a spoilt row holds nothing up", async () => {
  const world = await openFaultWorld(2);
  try {
    const { stub } = world;
    const { rows } = world.storage;
    const team = stub.addTeam({ name: "North clinic", members: names });
    await world.installs(team);
    await stub.person(names[0] ?? "").writes("prompt now");
    await stub.until(() => promptsTo(stub, team.members).length === names.length, 60_000);

    // This round is over before anything is lost.
    const answers = (text: string) => stub.person(names[30] ?? "").presses("Send", { inputs: { [line]: text }, as: "execute" });
    const inChannel = (text: string) => (ledger: readonly Entry[]) =>
      ledger.find((entry) => entry.do === "post" && entry.place.kind === "channel" && entry.words.includes(text));
    await answers("The gloves are in the wrong drawer");
    const lead = stub.person(names[0] ?? "");
    await lead.writes("digest now");
    // Few have answered.
    await lead.presses("Post now", { as: "execute" });
    await stub.until(inChannel("The gloves are in the wrong drawer"), 30_000);

    const due = async () => {
      const all = await Promise.all(Array.from({ length: 8 }, (_, shard) => world.rows(`due|${shard}`, "")));
      const waiting = all.flat().filter(({ key }) => !key.startsWith("aside|"));
      return waiting.map(({ key }) => ({ at: Date.parse(key.slice(0, key.indexOf("|"))), job: key.split("|")[2] }));
    };
    /** Kills all instances, moves the clock to an instant, and starts two instances. */
    const downUntil = async (at: number, meanwhile: () => Promise<unknown> = async () => undefined) => {
      await world.killAll();
      await rows.commit("clock", [{ do: "put", key: "ahead", values: { v: 1, ms: at - Date.now() } }]);
      await meanwhile();
      const before = stub.ledger.length;
      await world.start(2);
      return () => stub.ledger.slice(before);
    };
    const asksOf = async (round: string) => world.rowsOf(team, `asked|${round}|`);
    const times = (entries: readonly { readonly person?: Person; readonly words: string; readonly do: string }[], text: string) =>
      team.members.map(
        (one) => entries.filter(({ person, words, ...entry }) => entry.do === "post" && person === one && words.includes(text)).length,
      );

    const dues = await untilStored(due, (all) => all.some(({ job }) => job === "start-round"), 30_000);
    const firstAt = dues.find(({ job }) => job === "start-round")?.at ?? 0;
    const unreachable = team.members.slice(10, 10 + lost.length);
    const postsBefore = unreachable.map((person) => postsTo(stub, person).length);
    const spoilt = `${new Date(firstAt - day).toISOString()}|spoilt|start-round|`;

    // Two questions would have been asked meanwhile.
    const sinceWeeks = await downUntil(firstAt + 8 * day, async () => {
      for (const [at, person] of unreachable.entries()) stub.trouble.of(person, lost[at] ?? gone);
      for (const person of unreachable.slice(-2)) stub.trouble.always(gone, { on: "open", to: person });
      await rows.commit("due|3", [{ do: "put", key: spoilt, values: { job: "{not a job" } }]);
    });
    const asked = await untilStored(
      () => world.asksOf(team),
      (all) => all.length === 2 * names.length && all.every((ask) => ["sent", "refused"].includes(stateOf(ask))),
      60_000,
    );
    const rounds = [...new Set(asked.map(({ key }) => key.split("|")[1] ?? ""))].sort();
    const round = rounds[1] ?? "";
    expect(rounds).toHaveLength(2);
    expect(countStates(await asksOf(round))).toEqual({ sent: names.length - lost.length, refused: lost.length });
    expect(times(sinceWeeks(), question)).toEqual(team.members.map((person) => (unreachable.includes(person) ? 0 : 1)));
    const tries = () => unreachable.map((person, at) => postsTo(stub, person).length - (postsBefore[at] ?? 0));
    expect(tries()).toEqual(unreachable.map(() => 1));
    const refused = (await asksOf(round)).filter((ask) => stateOf(ask) === "refused");
    expect(refused.map(world.nameOf).sort()).toEqual(unreachable.map((person) => personIdOf(person.tenantId, person)).sort());
    expect((await world.rows("due|3", "aside|")).map(({ key }) => key)).toEqual([`aside|${spoilt}`]);
    expect((await due()).filter(({ at }) => at < firstAt + 8 * day)).toEqual([]);

    // One has answered; then the reminder and the digest fall into the dark.
    await answers("The badge printer is slow");
    const [open] = (await world.rowsOf(team, "round|")).filter(({ key }) => key === `round|${round}`);
    const digestAt = Number(open?.values.digestAt);
    const sinceDigest = await downUntil(digestAt + 3 * hour);
    await stub.until(() => inChannel("The badge printer is slow")(sinceDigest()), 60_000);
    // All that was due before the digest has been turned into jobs by now; none is left when nothing is due and no send is open.
    await untilStored(due, (all) => all.every(({ at }) => at > digestAt + 3 * hour), 30_000);
    const reminded = await untilStored(
      () => asksOf(round),
      (all) => all.every((ask) => ["", "sent", "refused", "cancelled"].includes(stateOf(ask, "reminder"))),
      60_000,
    );
    expect(Math.max(...times(sinceDigest(), question))).toBeLessThanOrEqual(1);
    expect(reminded.filter((ask) => stateOf(ask, "reminder") === "sent").length).toBe(
      times(sinceDigest(), question).reduce((sum, one) => sum + one, 0),
    );
    const digests = sinceDigest().filter((entry) => entry.do === "post" && entry.place.kind === "channel");
    expect(digests).toHaveLength(1);
    expect(tries()).toEqual(unreachable.map(() => 1));
  } finally {
    await world.close();
  }
});
