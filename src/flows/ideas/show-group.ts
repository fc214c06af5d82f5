import { groupOf } from "../../domain/idea/waiting.ts";
import { smallestGroupOf, type Team } from "../../domain/teams/team.ts";
import { type Ports, type Rows, StoreFault } from "../../ports.ts";
import { readIdea } from "../../store/idea.ts";
import { teamPartition } from "../../store/team.ts";
import { deleteWaiting, putWaiting, readAllWaiting, type StoredWaiting, showTogether } from "../../store/waiting.ts";
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
  for (let tries = 0; tries < mostTries; tries += 1) {
    const waiting = await readAllWaiting(rows, team.id);
    const group = groupOf(waiting, smallestGroupOf(team));
    if (group.length === 0) return waiting;
    await jobs.put({ job: "forget-authors", team: team.id }, afterStoringMs);
    if (!(await showTogether(rows, team.id, group, clock.now()))) {
      await dropDoubles(rows, team, group);
      continue;
    }
    await rows.forget();
    return waiting.filter((text) => !group.includes(text));
  }
  throw new StoreFault(`texts without a trace were changed ${mostTries} times by others while they were shown`);
};

/** Deletes waiting texts that are ideas already: a press that was long on its way stored one of the two beside the other. */
const dropDoubles = (rows: Rows, { id: team }: Team, group: readonly StoredWaiting[]): Promise<unknown> =>
  fewAtOnce(group, async (text) => {
    if (await readIdea(rows, team, text.id)) await rows.commit(teamPartition(team), [deleteWaiting(text)]);
  });

/** Notes of waiting texts that a digest went out without them, once for each digest. */
export const noteWaited = (
  { rows }: Pick<Ports, "rows">,
  team: Team,
  waiting: readonly StoredWaiting[],
  digest: string,
): Promise<unknown> =>
  fewAtOnce(
    waiting.filter(({ last }) => last !== digest),
    // A text that was changed or withdrawn meanwhile counts one digest less.
    (text) => rows.commit(teamPartition(team.id), [putWaiting({ ...text, waited: text.waited + 1, last: digest })]),
  );

/** Has the store overwrite the rows of texts that were shown, where the instance that showed them did not live to do so. */
export const forgetAuthors: JobFlow<"forget-authors"> = async (_job, { rows }) => {
  await rows.forget();
  return undefined;
};
