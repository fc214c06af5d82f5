import { ideaView, teamView } from "../domain/digest.ts";
import { isOpen } from "../domain/idea.ts";
import type { Message, MyIdea } from "../domain/message.ts";
import type { PersonId } from "../domain/person.ts";
import type { Ports } from "../ports.ts";
import { readMine, readSteps } from "../store/ideas.ts";
import { ideaIn } from "./about-idea.ts";
import { inBatches } from "./add-team.ts";
import { gather } from "./digest.ts";
import { type ActionFlow, type CommandFlow, refuse, type Scene } from "./flow.ts";
import { teamsOf } from "./who.ts";

/** Something of each team that a person is in, read beside the teams themselves. */
const everyTeam = async <T extends object>(scene: Scene, ports: Ports, read: (team: string) => Promise<T>) => {
  const { teams: ids } = await scene.person();
  const [teams, found] = await Promise.all([teamsOf(scene, ports), Promise.all(ids.map(async (id) => [id, await read(id)] as const))]);
  const byTeam = new Map(found);
  return teams.flatMap((team) => {
    const found = byTeam.get(team.id);
    return found ? [{ team, ...found }] : [];
  });
};

/** Most of their ideas that somebody is shown of one team, the newest. */
const mostShown = 50;

/** A person's own ideas in a team: those in its lists, and those that have ended. */
const ownIdeas = async (team: string, person: PersonId, ports: Ports) => {
  const [ids, gathered] = await Promise.all([readMine(ports.rows, team, person, mostShown), gather(ports, team)]);
  const found = await inBatches(ids, (id) => ideaIn(gathered, team, id, ports), mostShown);
  const mine = found.flatMap((stored) => (stored && stored.idea.stage !== "withdrawn" ? [stored.idea] : []));
  const reasons = new Map<string, string>();
  await inBatches(
    mine.filter(({ stage }) => stage === "held"),
    async ({ id }) => {
      const held = (await readSteps(ports.rows, team, id)).findLast(({ stage }) => stage === "held");
      if (held?.why) reasons.set(id, held.why);
    },
  );
  return { mine, reasons, names: gathered.names };
};

/** What I have sent, and where each of it stands. */
const mine = async (scene: Scene, ports: Ports): Promise<Message> => {
  const all = await everyTeam(scene, ports, (team) => ownIdeas(team, scene.who.person, ports));
  if (all.length === 0) return refuse("no-team");
  const now = ports.clock.now();
  const ideas = all
    .flatMap(({ team, mine, reasons, names }) =>
      mine.map((idea): { at: number; mine: MyIdea } => ({
        at: idea.createdAt,
        mine: {
          team: teamView(team),
          idea: ideaView(idea, names, team, now),
          ...(reasons.has(idea.id) ? { reason: reasons.get(idea.id) ?? "" } : {}),
        },
      })),
    )
    .sort((a, b) => b.at - a.at);
  return { say: "my-ideas", ideas: ideas.map((one) => one.mine) };
};

/** What I own, the soonest due first. */
const owned = async (scene: Scene, ports: Ports): Promise<Message> => {
  const all = await everyTeam(scene, ports, (team) => gather(ports, team));
  if (all.length === 0) return refuse("no-team");
  const now = ports.clock.now();
  const actions = all
    .flatMap(({ team, ideas, names }) =>
      ideas
        .filter(({ idea }) => idea.owner === scene.who.person && isOpen(idea))
        .map(({ idea }) => ({ due: idea.due ?? "9999", team: teamView(team), idea: ideaView(idea, names, team, now) })),
    )
    .sort((a, b) => a.due.localeCompare(b.due));
  return { say: "my-actions", actions: actions.map(({ team, idea }) => ({ team, idea })) };
};

export const writeMyIdeas: CommandFlow<"my-ideas"> = (_command, scene, ports) => mine(scene, ports);
export const writeMyActions: CommandFlow<"my-actions"> = (_command, scene, ports) => owned(scene, ports);
export const showMyIdeas: ActionFlow<"show-my-ideas"> = (_action, scene, ports) => mine(scene, ports);
export const showMyActions: ActionFlow<"show-my-actions"> = (_action, scene, ports) => owned(scene, ports);
