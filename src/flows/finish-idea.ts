import { dateOf, isOfOtherYear } from "../domain/cadence.ts";
import { teamView } from "../domain/digest.ts";
import { isOpen } from "../domain/idea.ts";
import { publicStory } from "../domain/life.ts";
import type { Message } from "../domain/message.ts";
import { hasVoice, readSteps } from "../store/ideas.ts";
import { view } from "./about-idea.ts";
import { type Answer, refuse } from "./flow.ts";
import { happen } from "./live.ts";
import { readNames } from "./names.ts";
import type { IdeaTurn } from "./right.ts";

export const finishForm = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => needsOwner(turn) ?? formToFinish(turn);

/** An idea ends with what its owner tried. */
const needsOwner = ({ stored }: IdeaTurn): Message | undefined => (stored.idea.stage === "new" ? refuse("needs-owner") : undefined);

const formToFinish = async (turn: IdeaTurn, problem?: "result-needed"): Promise<Message> => ({
  say: "finish-form",
  team: teamView(turn.team),
  idea: await view(turn),
  ...(problem ? { problem } : {}),
});

export const finishIdea = (action: { readonly result: string }, turn: IdeaTurn): Promise<Answer> => finish(turn, action.result);

/** `done #42 and what came of it`; without the rest, the form asks for it. */
export const doneByNumber = async (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> =>
  command.rest === "" ? (needsOwner(turn) ?? formToFinish(turn)) : finish(turn, command.rest);

const finish = async (turn: IdeaTurn, why: string): Promise<Message> => {
  if (why === "") return formToFinish(turn, "result-needed");
  const done = await happen(turn, turn, { event: "done", who: turn.who, leads: turn.leads, why });
  return "no" in done ? done.no : { say: "finished", team: teamView(turn.team), idea: await view(turn, done.got.idea) };
};

/** *Undo* after finishing. */
export const reopenIdea = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const reopened = await happen(turn, turn, { event: "reopen", who: turn.who, leads: turn.leads });
  return "no" in reopened ? reopened.no : { say: "reopened", team: teamView(turn.team), idea: await view(turn, reopened.got.idea) };
};

/** Steps that a story is told from, the newest. */
const mostSteps = 100;

/** `#42`: its story, as everybody may read it. */
export const tellStory = async (_command: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, ports, who: person, leads } = turn;
  const { stage, author, owner, number } = stored.idea;
  // A lead has taken it out of what the team reads.
  if (stage === "held" && !leads && person !== author && person !== owner) return refuse("no-such-idea", `#${number}`);
  const open = isOpen(stored.idea);
  const [steps, isBehind] = await Promise.all([
    readSteps(ports.rows, team.id, stored.idea.id, mostSteps),
    hasVoice(ports.rows, team.id, stored.idea.id, person),
  ]);
  const story = publicStory(steps);
  const names = await readNames(
    ports.rows,
    team.id,
    story.flatMap(({ who }) => who ?? []),
  );
  return {
    say: "idea-story",
    team: teamView(team),
    idea: await view(turn),
    steps: story.map(({ stage, at, who, why }) => {
      const name = who && names.get(who);
      const otherYear = isOfOtherYear(dateOf(at, team.settings.zone), turn.now, team.settings.zone);
      return { stage, at, ...(otherYear ? { otherYear } : {}), ...(name ? { who: name } : {}), ...(why ? { why } : {}) };
    }),
    may: {
      join: open && !isBehind,
      take: open && stored.idea.owner === undefined,
      assign: open && stored.idea.owner === undefined,
      finish: open && stored.idea.owner !== undefined && (leads || stored.idea.owner === person),
    },
  };
};
