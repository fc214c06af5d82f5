import { teamView } from "../domain/digest.ts";
import { type Idea, isFinished, isOpen, longestReason } from "../domain/idea.ts";
import type { Message } from "../domain/message.ts";
import { readSteps, readVoices } from "../store/ideas.ts";
import { view } from "./about-idea.ts";
import { without } from "./add-team.ts";
import { type Answer, afterStoringMs, refuse } from "./flow.ts";
import { refreshDigests } from "./refresh-digest.ts";
import { reviseIdea } from "./revise-idea.ts";
import type { IdeaTurn } from "./right.ts";

export const finishForm = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => formToFinish(turn);

const formToFinish = (turn: IdeaTurn, problem?: "result-needed"): Message => ({
  say: "finish-form",
  team: teamView(turn.team),
  idea: view(turn),
  ...(problem ? { problem } : {}),
});

export const finishIdea = (action: { readonly result: string }, turn: IdeaTurn): Promise<Answer> => finish(turn, action.result);

/** `done #42 and what came of it`; without the rest, the form asks for it. */
export const doneByNumber = async (command: { readonly rest: string }, turn: IdeaTurn): Promise<Answer> =>
  command.rest.trim() === "" ? formToFinish(turn) : finish(turn, command.rest);

const finish = async (turn: IdeaTurn, written: string): Promise<Message> => {
  const { team, stored, pressed, ports, now, who } = turn;
  const result = written.trim().slice(0, longestReason);
  if (result === "") return formToFinish(turn, "result-needed");
  const once = ports.chance.id();
  const changed = await reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (!isOpen(idea)) return { instead: refuse("idea-closed") };
      const after: Idea = { ...without(idea, "askedOwner", "askedBy", "askedDue"), stage: "adopted", result, finishedAt: now };
      return { idea: after, step: { stage: "adopted", at: now, who, why: result } };
    },
    (idea) =>
      Promise.all([
        ports.jobs.put({ job: "tell-author", team: team.id, idea: idea.id, news: "done", once }, afterStoringMs),
        refreshDigests(ports, team, idea, pressed),
      ]),
    stored,
  );
  return "refusal" in changed ? changed.refusal : { say: "finished", team: teamView(team), idea: view(turn, changed.idea) };
};

/** *Undo* after finishing. */
export const reopenIdea = async (_action: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, stored, pressed, ports, now, who } = turn;
  const changed = await reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (!isFinished(idea)) return { instead: refuse("idea-closed") };
      const stage = idea.owner ? "planned" : "new";
      return { idea: { ...without(idea, "result", "finishedAt"), stage }, step: { stage, at: now, who } };
    },
    (idea) => refreshDigests(ports, team, idea, pressed),
    stored,
  );
  return "refusal" in changed ? changed.refusal : { say: "owned", team: teamView(team), idea: view(turn, changed.idea) };
};

/** `#42`: its story. Who held it or what an asked person answered is the leads' business. */
export const tellStory = async (_command: unknown, turn: IdeaTurn): Promise<Answer> => {
  const { team, gathered, stored, ports, who: person, leads } = turn;
  const open = isOpen(stored.idea);
  const [steps, voices] = await Promise.all([
    readSteps(ports.rows, team.id, stored.idea.id),
    readVoices(ports.rows, team.id, stored.idea.id),
  ]);
  return {
    say: "idea-story",
    team: teamView(team),
    idea: view(turn),
    steps: steps.map(({ stage, at, who, why }) => {
      // Who took it and who finished it is the team's to know; nobody else who moved it is.
      const name = who && (stage === "planned" || stage === "adopted") ? gathered.names.get(who) : undefined;
      return { stage, at, ...(name ? { who: name } : {}), ...(why && stage !== "held" ? { why } : {}) };
    }),
    may: {
      join: open && !voices.includes(person),
      take: open && stored.idea.owner === undefined,
      assign: open && stored.idea.owner === undefined,
      finish: open && stored.idea.owner !== undefined && (leads || stored.idea.owner === person),
    },
  };
};
