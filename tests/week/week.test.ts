import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startAzurite } from "../azurite.ts";
import { makeFolder } from "../sqlite/folders.ts";
import { startTeamsStub, type TeamsStub } from "../teams-stub/stub.ts";
import { tracesIn } from "../world/traces.ts";
import { line, question } from "../world/words.ts";
import { type Instance, startInstance } from "./gnist-process.ts";

const names = ["Sara", "Omar", "Pia", "Jonas", "Maja", "Erik", "Lena", "Olav", "Ines", "Tove", "Karl", "Siri"];

/** Settings that tell an instance of its store, and the store's end. */
const stores = {
  "a file": async () => {
    const { folder, remove } = await makeFolder();
    return { env: { GNIST_DATA_DIR: folder }, end: remove };
  },
  Azurite: async () => {
    const { connectionString, stop } = await startAzurite();
    return { env: { AZURE_STORAGE_CONNECTION_STRING: connectionString }, end: stop };
  },
};

describe.each([
  ["execute", "a file"],
  ["submit", "Azurite"],
] as const)("two weeks of a team of twelve, buttons answered by %s, stored in %s", (as, where) => {
  let stub: TeamsStub;
  let store: { readonly env: Readonly<Record<string, string>>; end(): Promise<void> };
  let instances: Instance[] = [];
  let started: Instance[] = [];
  const env = () => store.env;
  const start = async () => {
    const one = await startInstance(env());
    started.push(one);
    return one;
  };
  const serve = () => stub.bots(instances.map((one) => one.url));

  beforeEach(async () => {
    store = await stores[where]();
    stub = await startTeamsStub();
    started = [];
    instances = [await start(), await start()];
    serve();
  });

  afterEach(async () => {
    for (const one of instances) await one.kill();
    await stub.stop();
    await store.end();
  });

  /** The last instance ends in order while the other goes on, and a fresh one takes its place. */
  const restartOne = async () => {
    const [kept, old] = instances as [Instance, Instance];
    instances = [kept];
    serve();
    expect(await old.stop()).toBe(0);
    instances = [kept, await start()];
    serve();
  };

  test("everybody is asked exactly once a round, there is one digest a round, and an idea goes from its friction to its result", async () => {
    const team = stub.addTeam({ name: "North clinic", members: [...names, { name: "Gus", guest: true }] });
    const person = (name: string) => stub.person(name);
    const sara = person("Sara");
    const channel = { in: "General" };

    const posts = (text: string) => stub.ledger.filter((entry) => entry.do === "post" && entry.words.includes(text));
    const asked = (name: string) =>
      posts(question).filter((entry) => entry.person?.key === name && !entry.words.includes("reminder")).length;
    const digests = () =>
      stub.ledger.filter((entry) => entry.do === "post" && entry.person === undefined && entry.words.includes("what we do about it"))
        .length;
    const seen = (text: string, name?: string) =>
      stub.until((ledger) => ledger.some((entry) => entry.words.includes(text) && entry.person?.key === name), 30_000);
    /** Sara moves the clock to the next due row, and reads the new time in the answer. */
    const next = async () => {
      await sara.writes("next");
      return (
        sara
          .sees()
          .filter((post) => post.words.startsWith("It is now"))
          .at(-1)?.words ?? ""
      );
    };
    const nextUntil = async (day: string) => {
      for (let tries = 0; tries < 6; tries++) if ((await next()).includes(day)) return;
      throw new Error(`no ${day} came: ${stub.dump()}`);
    };

    await stub.installs(team, { by: "Sara", atOnce: true });
    await seen("Hello, I am Gnist");
    await nextUntil("Thursday");
    await restartOne();
    for (const name of names) await seen(question, name);

    await person("Omar").presses("Send", { inputs: { [line]: "I type every case number three times" }, as });
    await person("Pia").presses("Send", { inputs: { [line]: "The badge printer queue is full every Monday" }, as });
    await person("Jonas").presses("Nothing this week", { as });
    await stub.until(
      () =>
        person("Omar")
          .sees()
          .some((post) => post.words.includes("Saved")),
      10_000,
    );

    await nextUntil("Monday");
    await seen("A short reminder", "Erik");
    await nextUntil("Tuesday");
    await seen("Draft of the digest", "Sara");
    await nextUntil("Tuesday");
    await restartOne();
    await seen("what we do about it");
    const digest = () => person("Maja").sees(channel).at(-1)?.words ?? "";
    expect(digest()).toContain("I type every case number three times");
    expect(digest()).toContain("<5/12");
    expect(digest()).not.toMatch(/Omar|Pia/);

    await person("Maja").presses("Me too", { ...channel, on: "I type every case number", as });
    await stub.until((ledger) => ledger.some((entry) => entry.do === "put" && /2\s+voices/.test(entry.words)), 20_000);
    // An older client opens a dialog; a newer one shows the card in the post's place.
    const { dialog } = await person("Erik").presses("Take or ask", { ...channel, on: "The badge printer queue", as });
    await (dialog ? dialog.presses("I'll take it") : person("Erik").presses("I'll take it", { ...channel, as }));
    await seen("This one is yours", "Erik");
    await person("Erik").writes("my actions");
    const owned = person("Erik").sees().at(-1)?.words ?? "";
    const number = /#(\d+)/.exec(owned)?.[1];
    expect(owned).toMatch(/case number|badge printer/);

    const other = number === "1" ? "2" : "1";
    await sara.writes(`ask #${other} Lena`);
    await seen("Would you take this one?", "Lena");
    await person("Lena").presses("I'll take it", { as });
    await person("Erik").writes(`done #${number} one form fills the others now`);

    await nextUntil("Thursday");
    await restartOne();
    await stub.until(() => names.every((name) => asked(name) === 2), 30_000);
    await person("Siri").presses("Send", { inputs: { [line]: "Nobody knows who orders gloves" }, as });
    await nextUntil("Tuesday");
    await nextUntil("Tuesday");
    await restartOne();
    await stub.until(() => digests() === 2, 30_000);
    expect(digest()).toContain("one form fills the others now");
    expect(digest()).toContain("Nobody knows who orders gloves");

    // The week goes on: nothing that was left over may ask or post again.
    await nextUntil("Thursday");
    await stub.until(() => names.every((name) => asked(name) === 3), 30_000);
    expect(names.map(asked)).toEqual(names.map(() => 3));
    expect(asked("Gus")).toBe(0);
    expect(digests()).toBe(2);
    expect(posts("Hello, I am Gnist").filter((entry) => entry.person === undefined)).toHaveLength(1);
    expect(stub.faults).toEqual([]);

    // Everything that the processes have written, to both of their outputs.
    const written = started.flatMap(({ lines }) => lines);
    expect(written.length).toBeGreaterThan(100);
    const key = /AccountKey=([^;]+)/.exec(env().AZURE_STORAGE_CONNECTION_STRING ?? "")?.slice(1) ?? [];
    const texts = ["case number", "badge printer", "orders gloves", "one form fills", "North clinic"];
    expect(tracesIn(written, [...names, ...texts, ...key])).toEqual([]);
  });
});
