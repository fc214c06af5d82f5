import type { Idea, IdeaId } from "../../src/domain/idea.ts";
import type { PersonId } from "../../src/domain/person.ts";
import type { Change, Rows } from "../../src/ports.ts";
import { insertDigest } from "../../src/store/digests.ts";
import { kinds } from "../../src/store/kinds.ts";
import { encode } from "../../src/store/record.ts";
import { insertRound } from "../../src/store/rounds.ts";
import { teamPartition } from "../../src/store/teams.ts";

/** The years that a team has behind it: how many of its ideas have ended, and who wrote and owned them, in turn. */
type Years = { readonly ended: number; readonly people: readonly PersonId[]; readonly until: number };

const hourMs = 3_600_000;
const ideasInDigest = 30;

/** The id of the nth of these ideas, which have the numbers from 100,001 on. */
export const endedId = (at: number): IdeaId => `ended${String(at).padStart(17, "0")}`;

/**
 * Fills a team with years of work: ideas that have ended, each with two voices, three steps, its number and its place among its author's, and the
 * rounds and posts that showed them.
 */
export const fillYears = async (rows: Rows, team: string, { ended, people, until }: Years): Promise<void> => {
  const partition = teamPartition(team);
  const personAt = (at: number) => people[at % people.length] ?? "";
  const put = async (changes: readonly Change[]) => {
    const commit = await rows.commit(partition, changes);
    if (commit !== "done") throw new Error(`the years could not be stored: ${commit}`);
  };
  const ofIdea = (at: number): readonly Change[] => {
    const createdAt = until - (ended - at) * hourMs;
    const id = endedId(at);
    const idea: Idea = {
      id,
      author: personAt(at),
      createdAt,
      friction: `The label printer on ward ${at} jams every morning before the round.`,
      showName: false,
      voices: 2,
      stage: at % 3 === 0 ? "stopped" : "adopted",
      number: 100_001 + at,
      digest: digestId(at),
      owner: personAt(at + 1),
      due: "2020-01-01",
      result: "It is solved.",
      finishedAt: createdAt + hourMs,
    };
    const countdown = String(4_102_444_800_000 - createdAt).padStart(13, "0");
    const step = (which: number, stage: Idea["stage"]): Change => ({
      do: "insert",
      key: `step|${id}|${String(4_102_444_800_000 - createdAt - which).padStart(13, "0")}|n`,
      values: encode(kinds.step, { stage, at: createdAt + which, who: personAt(at + 1) }),
    });
    return [
      { do: "insert", key: `ended|${id}`, values: encode(kinds.ended, idea) },
      ...[0, 1].map((voice): Change => ({ do: "insert", key: `voice|${id}|${personAt(at + voice)}`, values: encode(kinds.voice, {}) })),
      step(1, "planned"),
      step(2, "testing"),
      step(3, idea.stage),
      { do: "insert", key: `mine|${idea.author}|${countdown}|${id}`, values: encode(kinds.mine, {}) },
      { do: "insert", key: `number|${100_001 + at}`, values: encode(kinds.number, { idea: id }) },
    ];
  };
  const digestId = (at: number) => `extra-year${String(Math.floor(at / ideasInDigest)).padStart(6, "0")}`;
  for (let from = 0; from < ended; from += 12) {
    const some = Array.from({ length: Math.min(12, ended - from) }, (_, at) => from + at);
    await put(some.flatMap(ofIdea));
  }
  for (let from = 0; from < ended; from += ideasInDigest) {
    const ids = Array.from({ length: Math.min(ideasInDigest, ended - from) }, (_, at) => endedId(from + at));
    const createdAt = until - (ended - from) * hourMs;
    const plan = { fresh: ids, open: [], finished: [], moreFresh: 0, moreOpen: 0, moreFinished: 0 };
    const week = `19${String(Math.floor(from / ideasInDigest / 52) % 100).padStart(2, "0")}-W${String(1 + (Math.floor(from / ideasInDigest) % 52)).padStart(2, "0")}`;
    await put([
      ...insertDigest({ id: digestId(from), week, ...plan, channelId: "19:north@thread.tacv2", createdAt }),
      ...(from / ideasInDigest < 5_200 ? [insertRound({ id: week, startedAt: createdAt, digestAt: createdAt, state: "closed" })] : []),
    ]);
  }
};
