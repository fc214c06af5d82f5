import { groupOf } from "../../domain/idea/waiting.ts";
import type { RoundId } from "../../domain/ids.ts";
import { smallestGroupOf, type Team } from "../../domain/teams/team.ts";
import { type Ports, type Rows, StoreFault } from "../../ports.ts";
import { readIdea } from "../../store/idea.ts";
import { teamPartition } from "../../store/team.ts";
import {
  deleteWaiting,
  mendWaiting,
  putWaiting,
  readAllWaiting,
  type StoredWaiting,
  settleGroup,
  showTogether,
} from "../../store/waiting.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { afterStoringMs, type JobFlow } from "../flow.ts";

/** The most times that authors may be quicker with a change of their text. */
const mostTries = 20;

/**
 * Makes ideas of the texts without a trace that enough people have written, all with one moment, and has the store forget who wrote them: in the row's place at
 * once, and by a job after a crash. @returns the texts that wait on
 */
export const showGroup = async (team: Team, ports: Ports): Promise<readonly StoredWaiting[]> => {
  const { rows, clock, jobs } = ports;
  const now = clock.now();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const waiting = await readAllWaiting(rows, team.id);
    const group = groupOf(waiting, smallestGroupOf(team));
    if (group.length === 0) return waiting;
    if (!(await settleGroup(rows, team.id, group))) continue;
    await jobs.put({ job: "forget-authors", team: team.id }, afterStoringMs);
    if (!(await showTogether(rows, team.id, group, now))) {
      await mend(rows, team, group);
      continue;
    }
    await rows.forget();
    return waiting.filter((text) => !group.includes(text));
  }
  throw new StoreFault(`texts without a trace were changed ${mostTries} times by others while they were shown`);
};

/** Deletes waiting texts that are ideas already, because a press that was long on its way stored one beside the other, and completes the rows of others. */
const mend = (rows: Rows, { id: team }: Team, group: readonly StoredWaiting[]): Promise<unknown> =>
  fewAtOnce(group, async (text) => {
    await mendWaiting(rows, team, text);
    if (await readIdea(rows, team, text.id)) await rows.commit(teamPartition(team), deleteWaiting(text));
  });

/** Notes of waiting texts that a round has ended without them, once for each round, whether or not its digest had anything to say. */
export const noteWaited = (
  { rows }: Pick<Ports, "rows">,
  team: Team,
  waiting: readonly StoredWaiting[],
  round: RoundId | undefined,
): Promise<unknown> =>
  fewAtOnce(
    round === undefined ? [] : waiting.filter(({ last }) => last !== round),
    // A text that was changed or withdrawn meanwhile counts one round less.
    (text) => rows.commit(teamPartition(team.id), [putWaiting({ ...text, waited: text.waited + 1, ...(round ? { last: round } : {}) })]),
  );

/** Has the store overwrite the rows of texts that were shown, where the instance that showed them did not live to do so. */
export const forgetAuthors: JobFlow<"forget-authors"> = async (_job, { rows }) => {
  await rows.forget();
  return undefined;
};
