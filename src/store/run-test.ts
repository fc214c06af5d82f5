import { asKnownKind, type Idea, type IdeaId } from "../domain/idea/idea.ts";
import type { TeamId } from "../domain/ids.ts";
import type { Change, Row, Rows } from "../ports.ts";
import { rowKinds } from "./kinds.ts";
import { decode, decodeAll, encode } from "./record.ts";
import { teamPartition } from "./team.ts";
import { under } from "./under.ts";

/** A smallest test that was run, and the idea that it was run for. */
export type RunTest = { readonly idea: IdeaId; readonly test: string };

/** The most tests that are kept of one kind. */
const mostKept = 10;

const keyOf = ({ kind }: Pick<Idea, "kind">) => `tests|${asKnownKind(kind)}`;

const changeTo = ({ key, tag }: Pick<Row, "key"> & Partial<Row>, tests: readonly RunTest[]): Change => {
  const values = encode(rowKinds.runTests, { tests });
  return tag === undefined ? { do: "insert", key, values } : { do: "put", key, values, tag };
};

/** The tests that were run on ideas of this idea's kind, the newest first. */
export const readRunTests = async (rows: Rows, team: TeamId, idea: Pick<Idea, "kind">): Promise<readonly RunTest[]> => {
  const row = await rows.get(teamPartition(team), keyOf(idea));
  return row ? decode(rowKinds.runTests, teamPartition(team), row).tests : [];
};

/** Keeps the test of an idea as the newest of its kind, in the transaction that says it was run. */
export const keepRunTest = async (rows: Rows, team: TeamId, idea: Pick<Idea, "id" | "kind">, test: string): Promise<Change> => {
  const key = keyOf(idea);
  const row = await rows.get(teamPartition(team), key);
  const before = row ? decode(rowKinds.runTests, teamPartition(team), row).tests : [];
  const others = before.filter((one) => one.idea !== idea.id || one.test !== test);
  return changeTo(row ?? { key }, [{ idea: idea.id, test }, ...others].slice(0, mostKept));
};

/** Forgets the tests of an idea, under whichever kind it was when they were run. */
export const dropRunTests = async (rows: Rows, team: TeamId, id: IdeaId): Promise<void> => {
  const partition = teamPartition(team);
  const found = await rows.list(partition, under("tests"));
  const decoded = decodeAll(rowKinds.runTests, partition, found);
  const changes = found.flatMap((row, at): Change[] => {
    const tests = decoded[at]?.tests ?? [];
    const left = tests.filter(({ idea }) => idea !== id);
    return left.length === tests.length ? [] : [changeTo(row, left)];
  });
  if (changes.length > 0 && (await rows.commit(partition, changes)) !== "done") await dropRunTests(rows, team, id);
};
