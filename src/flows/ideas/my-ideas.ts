import { ideaView, teamView } from "../../domain/idea/view.ts";
import type { MyIdea } from "../../domain/message/ideas.ts";
import type { Message } from "../../domain/message/index.ts";
import { type Team, traceChoiceOf } from "../../domain/teams/team.ts";
import type { Ports } from "../../ports.ts";
import { type PlaceInMine, readIdea, readMine, type StoredIdea } from "../../store/idea.ts";
import { readStep } from "../../store/step.ts";
import { type ActionFlow, type CommandFlow, refuse, type Scene } from "../flow.ts";
import { namedBy, readNames } from "../people/names.ts";
import { everyTeam, whyNone } from "../who.ts";
import { viewOfFinal } from "./same-thing.ts";

/** Ideas on one page. */
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
    shown.map(async ({ team, place, stored }): Promise<MyIdea> => {
      const { idea } = stored;
      const [names, into, held] = await Promise.all([
        readNames(rows, team.id, namedBy(idea)),
        viewOfFinal(ports, team, stored, clock.now()),
        idea.stage === "held" && idea.heldStep !== undefined ? readStep(rows, team.id, idea.heldStep) : undefined,
      ]);
      const reason = held?.why;
      const view = ideaView(idea, names, team, clock.now());
      return { team: teamView(team), idea: view, place, ...(reason ? { reason } : {}), ...(into ? { into } : {}) };
    }),
  );
  const last = shown.length < there.length ? shown.at(-1) : looked.at(-1);
  const isMore = places.length > looked.length || shown.length < there.length;
  const isUnlisted = all.some(({ team }) => traceChoiceOf(team) !== "not");
  return {
    say: "my-ideas",
    ideas,
    ...(isMore && last ? { older: last.place } : {}),
    ...(after === undefined ? {} : { later: true }),
    ...(isUnlisted ? { unlisted: true } : {}),
  };
};

type Looked = { readonly place: PlaceInMine; readonly team: Team; readonly stored: StoredIdea | undefined };

const isShown = (one: Looked): one is Looked & { readonly stored: StoredIdea } =>
  one.stored !== undefined && one.stored.idea.stage !== "withdrawn";

export const writeMyIdeas: CommandFlow<"my-ideas"> = (_command, scene, ports) => mine(scene, ports);
export const showMyIdeas: ActionFlow<"show-my-ideas"> = ({ after }, scene, ports) => mine(scene, ports, after);
