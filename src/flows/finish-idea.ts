import { teamView } from "../domain/digest.ts";
import { type Idea, isFinished, isOpen, longestReason } from "../domain/idea.ts";
import type { Message } from "../domain/message.ts";
import type { Ports } from "../ports.ts";
import { readSteps, readVoices } from "../store/ideas.ts";
import { type About, about, numbered, view } from "./about-idea.ts";
import { without } from "./add-team.ts";
import { type ActionFlow, afterStoringMs, type CommandFlow, refuse, type Scene } from "./flow.ts";
import { refreshDigests } from "./refresh-digest.ts";
import { reviseIdea } from "./revise-idea.ts";
import { leadsTeam } from "./who.ts";

/** The owner, or a lead, says what came of it. */
const mayFinish = ({ team, stored }: About, scene: Scene) => stored.idea.owner === scene.who.person || leadsTeam(team, scene.who.person);

export const finishForm: ActionFlow<"finish-form"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  if ("refusal" in found) return found.refusal;
  return mayFinish(found, scene) ? { say: "finish-form", team: teamView(found.team), idea: view(found, ports) } : refuse("not-the-owner");
};

export const finishIdea: ActionFlow<"finish-idea"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  return "refusal" in found ? found.refusal : finish(found, action.result, scene, ports);
};

/** `done #42 and what came of it`; without the rest, the form asks for it. */
export const doneByNumber: CommandFlow<"done"> = async (command, scene, ports) => {
  const found = await numbered(command.number, scene, ports);
  if ("refusal" in found) return found.refusal;
  if (!mayFinish(found, scene)) return refuse("not-the-owner");
  return command.rest.trim() === ""
    ? { say: "finish-form", team: teamView(found.team), idea: view(found, ports) }
    : finish(found, command.rest, scene, ports);
};

const finish = async (found: About, written: string, scene: Scene, ports: Ports): Promise<Message> => {
  const { team, stored, pressed } = found;
  if (!mayFinish(found, scene)) return refuse("not-the-owner");
  const result = written.trim().slice(0, longestReason);
  if (result === "") return { say: "finish-form", team: teamView(team), idea: view(found, ports), problem: "result-needed" };
  const once = ports.chance.id();
  const now = ports.clock.now();
  const changed = await reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (!isOpen(idea)) return { instead: refuse("idea-closed") };
      const after: Idea = { ...without(idea, "askedOwner", "askedBy", "askedDue"), stage: "adopted", result, finishedAt: now };
      return { idea: after, step: { stage: "adopted", at: now, who: scene.who.person, why: result } };
    },
    (idea) =>
      Promise.all([
        ports.jobs.put({ job: "tell-author", team: team.id, idea: idea.id, news: "done", once }, afterStoringMs),
        refreshDigests(ports, team, idea, pressed),
      ]),
    stored,
  );
  return "refusal" in changed ? changed.refusal : { say: "finished", team: teamView(team), idea: view(found, ports, changed.idea) };
};

/** *Undo* after finishing. */
export const reopenIdea: ActionFlow<"reopen-idea"> = async (action, scene, ports) => {
  const found = await about(action, scene, ports);
  if ("refusal" in found) return found.refusal;
  const { team, stored, pressed } = found;
  if (!mayFinish(found, scene)) return refuse("not-the-owner");
  const changed = await reviseIdea(
    ports,
    team.id,
    stored.idea.id,
    (idea) => {
      if (!isFinished(idea)) return { instead: refuse("idea-closed") };
      const stage = idea.owner ? "planned" : "new";
      return { idea: { ...without(idea, "result", "finishedAt"), stage }, step: { stage, at: ports.clock.now(), who: scene.who.person } };
    },
    (idea) => refreshDigests(ports, team, idea, pressed),
    stored,
  );
  return "refusal" in changed ? changed.refusal : { say: "owned", team: teamView(team), idea: view(found, ports, changed.idea) };
};

/** `#42`: its story. Who held it or what an asked person answered is the leads' business. */
export const tellStory: CommandFlow<"story"> = async (command, scene, ports) => {
  const found = await numbered(command.number, scene, ports);
  if ("refusal" in found) return found.refusal;
  const { team, gathered, stored } = found;
  const { person } = scene.who;
  const open = isOpen(stored.idea);
  const [steps, voices] = await Promise.all([
    readSteps(ports.rows, team.id, stored.idea.id),
    readVoices(ports.rows, team.id, stored.idea.id),
  ]);
  return {
    say: "idea-story",
    team: teamView(team),
    idea: view(found, ports),
    steps: steps.map(({ stage, at, who, why }) => {
      // Who took it and who finished it is the team's to know; nobody else who moved it is.
      const name = who && (stage === "planned" || stage === "adopted") ? gathered.names.get(who) : undefined;
      return { stage, at, ...(name ? { who: name } : {}), ...(why && stage !== "held" ? { why } : {}) };
    }),
    may: {
      join: open && !voices.includes(person),
      take: open && stored.idea.owner === undefined,
      assign: open && stored.idea.owner === undefined,
      finish: open && stored.idea.owner !== undefined && mayFinish(found, scene),
    },
  };
};
