import { isOpen } from "../../domain/idea/idea.ts";
import { ideaView, teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Ports } from "../../ports.ts";
import { readIdeas } from "../../store/idea.ts";
import { type ActionFlow, type CommandFlow, refuse, type Scene } from "../flow.ts";
import { namedBy, readNames } from "../people/names.ts";
import { everyTeam, whyNone } from "../who.ts";

/** Ideas on one page: each has a row of buttons, and a card with more of them is too large to send. */
const onPage = 8;

/** The open ideas that a person owns, the soonest due first. */
const owned = async (scene: Scene, ports: Ports, wanted = 0): Promise<Message> => {
  const { person } = scene.who;
  const all = await everyTeam("now", scene, ports, async (team) =>
    (await readIdeas(ports.rows, team)).map(({ idea }) => idea).filter((idea) => idea.owner === person && isOpen(idea)),
  );
  if (all.length === 0) return refuse(await whyNone(scene));
  const now = ports.clock.now();
  const actions = await Promise.all(
    all.map(async ({ team, found }) => {
      const names = await readNames(ports.rows, team.id, found.flatMap(namedBy));
      return found.map((idea) => ({ due: idea.due ?? "9999", team: teamView(team), idea: ideaView(idea, names, team, now) }));
    }),
  );
  const soonest = actions.flat().sort((a, b) => a.due.localeCompare(b.due));
  const pages = Math.max(1, Math.ceil(soonest.length / onPage));
  const page = Math.min(wanted, pages - 1);
  const shown = soonest.slice(page * onPage, (page + 1) * onPage);
  return { say: "my-actions", actions: shown.map(({ team, idea }) => ({ team, idea })), page, pages };
};

export const writeMyActions: CommandFlow<"my-actions"> = (_command, scene, ports) => owned(scene, ports);
export const showMyActions: ActionFlow<"show-my-actions"> = ({ page }, scene, ports) => owned(scene, ports, page);
