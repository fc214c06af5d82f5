import { ideaView, teamView } from "../domain/digest.ts";
import { isOpen } from "../domain/idea.ts";
import type { Message, MyIdea } from "../domain/message.ts";
import type { Ports } from "../ports.ts";
import { gather } from "./digest.ts";
import { type ActionFlow, type CommandFlow, refuse, type Scene } from "./flow.ts";
import { teamsOf } from "./who.ts";

const everyTeam = async (scene: Scene, ports: Ports) => {
  const { teams: ids } = await scene.person();
  // Teams and their ideas are read side by side; a channel asks for its own team's people too, but answers in the person's own chat.
  const [teams, gathered] = await Promise.all([
    teamsOf(scene, ports),
    Promise.all(ids.map(async (id) => [id, await gather(ports, id)] as const)),
  ]);
  const byTeam = new Map(gathered);
  return teams.flatMap((team) => {
    const found = byTeam.get(team.id);
    return found ? [{ team, ...found }] : [];
  });
};

/** What I have sent, and where each of it stands. */
const mine = async (scene: Scene, ports: Ports): Promise<Message> => {
  const all = await everyTeam(scene, ports);
  if (all.length === 0) return refuse("no-team");
  const now = ports.clock.now();
  const ideas = all
    .flatMap(({ team, ideas, names }) =>
      ideas
        .filter(({ idea }) => idea.author === scene.who.person && idea.stage !== "withdrawn")
        .map((voiced): { at: number; mine: MyIdea } => ({
          at: voiced.idea.createdAt,
          mine: {
            team: teamView(team),
            idea: ideaView(voiced, names, team, now),
            ...(voiced.idea.stage === "held" && voiced.idea.reason ? { reason: voiced.idea.reason } : {}),
          },
        })),
    )
    .sort((a, b) => b.at - a.at);
  return { say: "my-ideas", ideas: ideas.map((one) => one.mine) };
};

/** What I own, the soonest due first. */
const owned = async (scene: Scene, ports: Ports): Promise<Message> => {
  const all = await everyTeam(scene, ports);
  if (all.length === 0) return refuse("no-team");
  const now = ports.clock.now();
  const actions = all
    .flatMap(({ team, ideas, names }) =>
      ideas
        .filter(({ idea }) => idea.owner === scene.who.person && isOpen(idea))
        .map((voiced) => ({ due: voiced.idea.due ?? "9999", team: teamView(team), idea: ideaView(voiced, names, team, now) })),
    )
    .sort((a, b) => a.due.localeCompare(b.due));
  return { say: "my-actions", actions: actions.map(({ team, idea }) => ({ team, idea })) };
};

export const writeMyIdeas: CommandFlow<"my-ideas"> = (_command, scene, ports) => mine(scene, ports);
export const writeMyActions: CommandFlow<"my-actions"> = (_command, scene, ports) => owned(scene, ports);
export const showMyIdeas: ActionFlow<"show-my-ideas"> = (_action, scene, ports) => mine(scene, ports);
export const showMyActions: ActionFlow<"show-my-actions"> = (_action, scene, ports) => owned(scene, ports);
