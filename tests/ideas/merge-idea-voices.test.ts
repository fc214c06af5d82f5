import { expect, test } from "vitest";
import { life } from "../../src/domain/idea/life.ts";
import { moveVoicesOf } from "../../src/flows/ideas/merge-idea.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import { putIdea, readIdea } from "../../src/store/idea.ts";
import { rowKinds } from "../../src/store/kinds.ts";
import { encode } from "../../src/store/record.ts";
import { teamPartition } from "../../src/store/team.ts";
import { insertVoice, moveVoices, readVoices } from "../../src/store/voice.ts";
import { seeded } from "../world/chance.ts";
import { thisRound } from "../world/moments.ts";
import type { Person } from "../world/people.ts";
import { aTeam, expectSay, teamId } from "../world/world.ts";

/*
 * Merges, undos, voices, voices taken back and withdrawals on five ideas by eight people, in any order, with the jobs late, twice, and cut off; at the end the
 * voices of each idea are those that a person counts by hand, from what was pressed.
 */

const names = ["Sara Lind", "Omar Haddad", "Pia Holm", "Jonas Berg", "Eva Ek", "Kim Nilsson", "Ada Min", "Ola Moe"];
const frictions = ["The printer is slow", "Nobody orders gloves", "The door sticks", "Forms come twice", "The list is old"];

const play = async (seed: number) => {
  const random = seeded(seed);
  const { world } = await aTeam(...names.slice(4));
  const people = names.map((name) => world.person(name));
  const lead = world.person("Sara Lind");
  await world.moveTo(thisRound.question);
  const ids: string[] = [];
  for (const [at, friction] of frictions.entries()) ids.push(expectSay(await people[at + 1]?.answers(friction), "receipt").idea);
  await world.moveTo(thisRound.digest);

  /** Everything that was pressed, as a person keeps it on paper. */
  const own = new Map(ids.map((id, at) => [id, new Set([people[at + 1]?.id ?? ""])]));
  const into = new Map<string, string>();
  const withdrawn = new Set<string>();
  const finalOf = (id: string): string => (into.has(id) && !withdrawn.has(id) ? finalOf(into.get(id) ?? "") : id);
  const authorOf = (id: string) => people[ids.indexOf(id) + 1] ?? lead;
  const partsOf = (id: string): readonly string[] => [id, ...ids.filter((one) => into.get(one) === id).flatMap(partsOf)];
  const behind = (id: string): readonly string[] => {
    const all = ids
      .filter((one) => into.get(one) === id)
      .flatMap((one) => behind(one).filter((who) => !(withdrawn.has(one) && who === authorOf(one).id)));
    return [...new Set([...(own.get(id) ?? []), ...all])].sort();
  };

  const moves: readonly { readonly idea: string; readonly to: string }[] = ids.flatMap((idea) => ids.map((to) => ({ idea, to })));
  /** Runs a job that was queued before, or one that nobody queued, whenever it likes. */
  const stray = async () => {
    const { idea, to } = random.pick(moves);
    if (idea !== to) await moveVoicesOf({ job: "move-voices", team: teamId, idea, into: to }, world.ports);
  };
  const send = async ({ who, chat: place }: Person, data: Record<string, unknown>) =>
    (await world.receive({ happened: "pressed", who, place, data: { team: teamId, ...data } }))?.message;

  for (let turn = 0; turn < 60; turn += 1) {
    const { idea, to } = random.pick(moves);
    const who = random.pick(people);
    const stage = (await readIdea(world.ports.rows, teamId, idea))?.idea.stage ?? "new";
    switch (random.pick(["merge", "merge", "unmerge", "voice", "voice", "back", "withdraw", "restore", "settle", "stray", "stray"])) {
      case "merge": {
        const said = await send(random.pick([lead, authorOf(idea)]), { verb: "merge-idea", idea, into: to });
        if (said?.say !== "refusal" && life.merge.from.includes(stage)) into.set(idea, finalOf(to));
        break;
      }
      case "unmerge": {
        const said = await send(random.pick([lead, authorOf(idea)]), { verb: "unmerge-idea", idea });
        if (said?.say !== "refusal" && stage === "merged") into.delete(idea);
        break;
      }
      case "voice": {
        const said = await send(who, { verb: "add-voice", idea });
        if (said?.say === "voice-added" || said?.say === "voice-counts") own.get(finalOf(idea))?.add(who.id);
        break;
      }
      case "back": {
        const said = await send(who, { verb: "take-voice-back", idea });
        if (said?.say === "voice-back") for (const part of partsOf(finalOf(idea))) own.get(part)?.delete(who.id);
        break;
      }
      case "withdraw":
        if (random.fraction() < 0.5 || stage === "withdrawn") break;
        await send(authorOf(idea), { verb: "withdraw-idea", idea });
        withdrawn.add(idea);
        break;
      case "restore":
        if (stage !== "withdrawn") break;
        await send(authorOf(idea), { verb: "restore-idea", idea, written: { friction: "again", showName: false } });
        withdrawn.delete(idea);
        break;
      case "settle":
        await world.settle();
        // Ideas that were merged into a withdrawn one stand on their own by now.
        for (const [one, target] of [...into]) if (withdrawn.has(target) && !withdrawn.has(one)) into.delete(one);
        break;
      default:
        await stray();
        for (const one of ids) {
          const now = (await readIdea(world.ports.rows, teamId, one))?.idea;
          if (now?.mergedInto === undefined) into.delete(one);
        }
    }
  }
  await world.settle();
  for (const [one, target] of [...into]) if (withdrawn.has(target) && !withdrawn.has(one)) into.delete(one);
  for (let again = 0; again < 5; again += 1) await stray();
  await world.settle();
  const found = await Promise.all(
    ids.map(async (id) => {
      const [stored, voices] = await Promise.all([readIdea(world.ports.rows, teamId, id), readVoices(world.ports.rows, teamId, id)]);
      return { voices, count: stored?.idea.voices, into: stored?.idea.mergedInto };
    }),
  );
  return { found, wanted: ids.map((id) => ({ voices: behind(id), count: behind(id).length, into: into.get(id) })) };
};

test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
  "game %i: each idea has the voices that a person counts by hand",
  async (seed) => {
    const { found, wanted } = await play(seed);
    expect(found).toEqual(wanted);
  },
);

test("hundreds of voices move in parts, each person's once, and back", async () => {
  const rows = memoryRows();
  const partition = teamPartition(teamId);
  const common = { author: "p000", createdAt: 0, friction: "f", showName: false } as const;
  const people = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `p${String(from + at).padStart(3, "0")}`);
  const begin = async (id: string, behind: readonly string[], more: object) => {
    await rows.commit(partition, [
      { do: "insert", key: `idea|${id}`, values: encode(rowKinds.idea, { ...common, id, stage: "new", voices: behind.length, ...more }) },
    ]);
    for (const person of behind) await rows.commit(partition, [insertVoice(id, person)]);
  };
  await begin("one", people(0, 330), { stage: "merged", mergedInto: "other", mergedFrom: "new" });
  await begin("other", people(250, 500), { joined: ["one"] });
  const pair = { from: "one", into: "other" };
  const count = async () => {
    const [stored, voices] = await Promise.all([readIdea(rows, teamId, "other"), readVoices(rows, teamId, "other")]);
    expect(stored?.idea.voices).toBe(voices.length);
    return voices.length;
  };
  await Promise.all([moveVoices(rows, teamId, pair), moveVoices(rows, teamId, pair)]);
  expect(await count()).toBe(500);
  const merged = await readIdea(rows, teamId, "one");
  if (!merged) throw new Error("no such idea");
  const { mergedInto: _into, ...parted } = merged.idea;
  await rows.commit(partition, putIdea({ ...parted, stage: "new" }, merged));
  await moveVoices(rows, teamId, pair);
  expect(await readVoices(rows, teamId, "other")).toEqual(people(250, 500));
  expect(await count()).toBe(250);
});
