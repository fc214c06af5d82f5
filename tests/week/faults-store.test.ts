import { expect, test } from "vitest";
import { type Fate, startProxy } from "../azure/proxy.ts";
import type { Outcome } from "../teams-stub/people.ts";
import type { Person } from "../teams-stub/world.ts";
import { line } from "../world/words.ts";
import { inAzurite, openFaultWorld, promptsTo } from "./fault-world.ts";

/** Long enough for each way of being down to be met by several people in all of their calls. */
const downForMs = 12_000;
const fates: readonly Fate[] = ["busy", "reset", "silent", "lose"];
const names = Array.from({ length: 40 }, (_, at) => `Person ${at}`);

type Press = { readonly person: Person; readonly ms: number; readonly shown: string; readonly stored: boolean };

test("13: while the store is down everybody hears within 4 s that nothing is saved; whatever is said to be saved is there, then and later", async () => {
  let proxy: Awaited<ReturnType<typeof startProxy>> | undefined;
  const world = await openFaultWorld(
    2,
    inAzurite(async (own) => {
      proxy = await startProxy(own);
      return proxy.connectionString;
    }),
  );
  try {
    if (!proxy) throw new Error("no proxy");
    const { stub } = world;
    const store = proxy;
    const team = stub.addTeam({ name: "North clinic", members: names });
    await world.installs(team);
    await stub.person(names[0] ?? "").writes("prompt now");
    await stub.until(() => promptsTo(stub, team.members).length === names.length, 60_000);

    const textOf = (person: Person) => `Nobody knows the number of ${person.name}`;
    const isStored = async (person: Person) => (await world.rowsOf(team, "idea|")).some(({ values }) => values.friction === textOf(person));
    /** The card that a person is shown, how long it takes, and whether it is stored at the moment it is shown. */
    const press = async (person: Person): Promise<Press> => {
      const pressedAt = performance.now();
      const { card, toast }: Outcome = await stub.person(person).presses("Send", { inputs: { [line]: textOf(person) }, as: "execute" });
      const ms = performance.now() - pressedAt;
      return { person, ms, shown: JSON.stringify(card ?? toast ?? ""), stored: await isStored(person) };
    };
    const isRefusal = ({ shown }: Press) => /not saved/i.test(shown);
    const isReceipt = ({ shown }: Press) => /"Saved/.test(shown);

    const before = await Promise.all(team.members.slice(0, 4).map(press));
    expect(before.map((one) => [isReceipt(one), one.stored])).toEqual(before.map(() => [true, true]));

    // One way of being down after another, each for a while; people answer all the time, each at their own moment.
    const during: Press[] = [];
    for (const fate of fates) {
      store.otherwise = fate;
      const until = performance.now() + downForMs / fates.length;
      const group = team.members.slice(4 + fates.indexOf(fate) * 9, 13 + fates.indexOf(fate) * 9);
      const pressing = group.map(async (person, at) => {
        await new Promise((go) => setTimeout(go, (at * downForMs) / fates.length / group.length));
        during.push(await press(person));
      });
      await Promise.all([...pressing, new Promise((next) => setTimeout(next, Math.max(0, until - performance.now())))]);
    }
    store.otherwise = "pass";
    expect(during.map(({ ms }) => ms).filter((ms) => ms > 4_000)).toEqual([]);
    expect(during.filter((one) => !isRefusal(one) && !(isReceipt(one) && one.stored))).toEqual([]);
    expect(during.filter(isRefusal).length).toBeGreaterThan(during.length / 2);
    expect(stub.faults).toEqual([]);

    // The form came back with its text: they press once more.
    const again = await Promise.all(during.filter(isRefusal).map(({ person }) => press(person)));
    expect(again.map((one) => [isReceipt(one), one.stored])).toEqual(again.map(() => [true, true]));
    const ideas = (await world.rowsOf(team, "idea|")).filter(({ values }) => values.friction !== undefined);
    expect(ideas.map(({ values }) => values.friction).sort()).toEqual(team.members.map(textOf).sort());
  } finally {
    await world.close();
    proxy?.stop();
  }
});
