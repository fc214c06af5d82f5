import { isOpen } from "../../domain/idea/idea.ts";
import { ideaView, teamView } from "../../domain/idea/view.ts";
import type { MyIdea } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import type { Team } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { type PlaceInMine, readIdea, readIdeas, readMine, type StoredIdea } from "../../store/idea.ts";
import { readStep } from "../../store/step.ts";
import { type ActionFlow, type CommandFlow, refuse, type Scene } from "../flow.ts";
import { namedBy, readNames } from "../people/names.ts";
import { teamsEverOf, teamsOf, whyNone } from "../who.ts";

/** Reads something of each team that a person is in, or `ever` was in, beside the teams themselves. */
const everyTeam = async <T>(which: "now" | "ever", scene: Scene, ports: Ports, read: (team: string) => Promise<T>) => {
  const person = await scene.person();
  const [ids, reading] =
    which === "now" ? [person.teams, teamsOf(scene, ports)] : [[...person.teams, ...person.left], teamsEverOf(scene, ports)];
  const [teams, found] = await Promise.all([reading, Promise.all(ids.map(async (id) => [id, await read(id)] as const))]);
  const byTeam = new Map(found);
  return teams.flatMap((team) => {
    const found = byTeam.get(team.id);
    return found === undefined ? [] : [{ team, found }];
  });
};

/** Ideas on one page of *my ideas* or *my actions*. */
const onPage = 10;

/** Ideas that are looked through for one page of *my ideas*, since withdrawn ones are not shown. */
const lookedThrough = 20;

/** The ideas that a person has sent, and where they stand, the newest first. @param after the place of the last idea that was shown */
const mine = async (scene: Scene, ports: Ports, after?: PlaceInMine): Promise<Message> => {
  const { rows, clock } = ports;
  const { person } = scene.who;
  const all = await everyTeam("ever", scene, ports, (team) => readMine(rows, team, person, lookedThrough + 1, after));
  if (all.length === 0) return refuse(await whyNone(scene));
  // Places of different teams compare: they begin with the time, counted down.
  const places = all.flatMap(({ team, found }) => found.map((one) => ({ ...one, team }))).sort((a, b) => (a.place < b.place ? -1 : 1));
  const looked = await Promise.all(
    places.slice(0, lookedThrough).map(async ({ id, place, team }) => ({ place, team, stored: await readIdea(rows, team.id, id) })),
  );
  const there = looked.filter(isShown);
  const shown = there.slice(0, onPage);
  const ideas = await Promise.all(
    shown.map(async ({ team, place, stored: { idea } }): Promise<MyIdea> => {
      const [names, held] = await Promise.all([
        readNames(rows, team.id, namedBy(idea)),
        idea.stage === "held" && idea.heldStep !== undefined ? readStep(rows, team.id, idea.heldStep) : undefined,
      ]);
      const reason = held?.why;
      return { team: teamView(team), idea: ideaView(idea, names, team, clock.now()), place, ...(reason ? { reason } : {}) };
    }),
  );
  const last = shown.length < there.length ? shown.at(-1) : looked.at(-1);
  const isMore = places.length > looked.length || shown.length < there.length;
  return { say: "my-ideas", ideas, ...(isMore && last ? { older: last.place } : {}), ...(after === undefined ? {} : { later: true }) };
};

type Looked = { readonly place: PlaceInMine; readonly team: Team; readonly stored: StoredIdea | undefined };

const isShown = (one: Looked): one is Looked & { readonly stored: StoredIdea } =>
  one.stored !== undefined && one.stored.idea.stage !== "withdrawn";

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

export const writeMyIdeas: CommandFlow<"my-ideas"> = (_command, scene, ports) => mine(scene, ports);
export const writeMyActions: CommandFlow<"my-actions"> = (_command, scene, ports) => owned(scene, ports);
export const showMyIdeas: ActionFlow<"show-my-ideas"> = ({ after }, scene, ports) => mine(scene, ports, after);
export const showMyActions: ActionFlow<"show-my-actions"> = ({ page }, scene, ports) => owned(scene, ports, page);
