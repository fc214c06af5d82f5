import { expect, test } from "vitest";
import { openStorage } from "../../src/azure/open-storage.ts";
import type { Idea } from "../../src/domain/idea/idea.ts";
import { readTeamExport } from "../../src/flows/records/read-export.ts";
import { memoryRows } from "../../src/memory/memory-rows.ts";
import type { Change, Ports, Rows } from "../../src/ports.ts";
import { rowKinds } from "../../src/store/kinds.ts";
import { putFirstCopy, standsChange } from "../../src/store/posted.ts";
import { encode } from "../../src/store/record.ts";
import { readTeam, teamPartition } from "../../src/store/team.ts";
import { startAzurite } from "../azurite.ts";
import { aTeam, teamId } from "../world/world.ts";

const at = Date.UTC(2026, 10, 27);
const ideas = 1_250;

const ideaOf = (one: number): Idea => ({
  id: String((one * 7_919) % 1_000_003).padStart(22, "i"),
  createdAt: at,
  shownAt: at,
  steppedAt: at,
  number: one + 1,
  friction: `The line ${one} is written twice`,
  showName: false,
  stage: one % 5 === 0 ? "adopted" : "new",
  voices: 1 + (one % 9),
  ...(one % 3 === 0 ? {} : { digest: "2026-W48" }),
});

/** More ideas, steps and copies than one page of each holds. */
const fill = async (rows: Rows): Promise<void> => {
  const changes: Change[] = [];
  for (let one = 0; one < ideas; one += 1) {
    const idea = ideaOf(one);
    changes.push(
      { do: "insert", key: `${one % 5 === 0 ? "ended" : "idea"}|${idea.id}`, values: encode(rowKinds.idea, idea) },
      ...["b", "a"].map((nonce, before): Change => {
        const step = { stage: before === 0 ? "planned" : "adopted", at: at + before, event: before === 0 ? "take" : "done" } as const;
        return { do: "insert", key: `step|${idea.id}|000000000000${9 - before}|${nonce}`, values: encode(rowKinds.step, step) };
      }),
    );
  }
  for (let one = 0; one < 30; one += 1) {
    const post = { kind: "digest", post: `2026-W${one + 10}` } as const;
    const message = { say: "digest", digest: { week: post.post } } as never;
    for (const change of [putFirstCopy({ ...post, message, spoken: "en", names: new Map() }, at), standsChange(post, at)])
      expect(await rows.commit(teamPartition(teamId), [change])).toBe("done");
  }
  for (let from = 0; from < changes.length; from += 100)
    expect(await rows.commit(teamPartition(teamId), changes.slice(from, from + 100))).toBe("done");
};

const all = async <Part>(parts: AsyncIterable<Part>): Promise<readonly Part[]> => {
  const read: Part[] = [];
  for await (const part of parts) read.push(part);
  return read;
};

/** All that an export reads, in its order. */
const exportedFrom = async (rows: Rows) => {
  const { world } = await aTeam();
  const team = (await readTeam(world.ports.rows, teamId))?.team;
  if (!team) throw new Error("no team");
  const ports = { ...world.ports, rows } as Ports;
  const read = await readTeamExport(team, { kind: (kind) => kind, text: ({ message }) => JSON.stringify(message) }, ports);
  return {
    ideas: (await all(read.ideas())).flat(),
    steps: (await all(read.steps())).flat(),
    written: (await all(read.written())).flat(),
    posts: await all(read.posts()),
  };
};

test("in Azure an export reads every idea, step and copy once, in the order of memory, however many pages they fill", async () => {
  const azurite = await startAzurite();
  const storage = await openStorage(azurite);
  try {
    const memory = memoryRows();
    await fill(memory);
    await fill(storage.rows);
    const expected = await exportedFrom(memory);
    expect([expected.ideas.length, expected.written.length]).toEqual([833, 417]);
    expect([expected.steps.length, expected.posts.length]).toEqual([2 * 833, 30]);
    expect(await exportedFrom(storage.rows)).toEqual(expected);
  } finally {
    await storage.close();
    await azurite.stop();
  }
}, 120_000);
