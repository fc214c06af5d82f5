import type { Step } from "../../src/domain/idea/event.ts";
import type { Idea, IdeaId } from "../../src/domain/idea/idea.ts";
import type { PersonId } from "../../src/domain/people/person.ts";
import type { Change, Rows } from "../../src/ports.ts";
import { insertIdea } from "../../src/store/change-idea.ts";
import { insertDigest } from "../../src/store/digest.ts";
import { numberIdea, readIdea, shelveIdea } from "../../src/store/idea.ts";
import { insertRound } from "../../src/store/round.ts";
import { insertStep, stepKey } from "../../src/store/step.ts";
import { teamPartition } from "../../src/store/team.ts";
import { insertVoice } from "../../src/store/voice.ts";

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
      owner: personAt(at + 1),
      due: "2020-01-01",
      result: "It is solved.",
      finishedAt: createdAt + hourMs,
    };
    const step = (which: number, stage: Idea["stage"], event: Step["event"]): Change =>
      insertStep(stepKey(id, createdAt + which, "n"), { stage, at: createdAt + which, event, who: personAt(at + 1) });
    const steps = [step(1, "planned", "take"), step(2, "testing", "start"), step(3, idea.stage, "done")];
    return [...insertIdea(idea), insertVoice(id, personAt(at + 1)), ...steps];
  };
  const stored = async (at: number) => {
    const found = await readIdea(rows, team, endedId(at), "idea");
    if (!found) throw new Error(`the idea ${at} is not there`);
    return found;
  };
  const end = async (at: number) => {
    await put(numberIdea(await stored(at), 100_001 + at, { digest: digestId(at), shownAt: until - (ended - at) * hourMs }).changes);
    if (!(await shelveIdea(rows, team, await stored(at)))) throw new Error(`the idea ${at} could not end`);
  };
  const digestId = (at: number) => `extra-year${String(Math.floor(at / ideasInDigest)).padStart(6, "0")}`;
  for (let from = 0; from < ended; from += 12) {
    const some = Array.from({ length: Math.min(12, ended - from) }, (_, at) => from + at);
    await put(some.flatMap(ofIdea));
    await Promise.all(some.map(end));
  }
  for (let from = 0; from < ended; from += ideasInDigest) {
    const ids = Array.from({ length: Math.min(ideasInDigest, ended - from) }, (_, at) => endedId(from + at));
    const createdAt = until - (ended - from) * hourMs;
    const plan = {
      fresh: ids,
      open: [],
      passed: [],
      worth: [],
      finished: [],
      moreFresh: 0,
      moreOpen: 0,
      morePassed: 0,
      moreWorth: 0,
      moreFinished: 0,
      moreStopped: 0,
      told: [],
    };
    const week = `19${String(Math.floor(from / ideasInDigest / 52) % 100).padStart(2, "0")}-W${String(1 + (Math.floor(from / ideasInDigest) % 52)).padStart(2, "0")}`;
    await put([
      ...insertDigest({ id: digestId(from), week, ...plan, channelId: "19:north@thread.tacv2", createdAt }),
      ...(from / ideasInDigest < 5_200 ? [insertRound({ id: week, startedAt: createdAt, digestAt: createdAt, state: "closed" })] : []),
    ]);
  }
};
