import { dateOf, isOfOtherYear, startOfDate } from "../../domain/asking/local-time.ts";
import { ownedStages } from "../../domain/idea/idea.ts";
import type { Message, MessageOf } from "../../domain/message/index.ts";
import type { Pause } from "../../domain/message/people.ts";
import { type PauseEnd, settlePause } from "../../domain/people/pause-end.ts";
import { untilResumed } from "../../domain/people/person.ts";
import type { Ports } from "../../ports.ts";
import { readIdeas } from "../../store/idea.ts";
import { nextQuestionOf } from "../asking/next-question.ts";
import { type ActionFlow, type CommandFlow, refuse, type Scene } from "../flow.ts";
import { receiptInstead } from "../ideas/kept-receipt.ts";
import { everyTeam } from "../who.ts";
import { takeInAgain } from "./delete-data.ts";
import { saveFacts, zoneOfPerson } from "./remember-person.ts";
import { isErased, unlessErased } from "./unless-erased.ts";

/** `pause`, `pause 2 weeks`, `stop until Friday`, `pause until 24 December`: no questions until then, or until `resume`. */
export const writePause: CommandFlow<"pause"> = async ({ date, idea, stops }, scene, ports) => {
  if (idea !== undefined) return { say: "stop-which", number: idea, ...(scene.where.kind === "channel" ? { team: scene.where.team } : {}) };
  // Read before the new one is stored.
  const { pausedUntil = 0 } = (await scene.person()).profile;
  const paused = await pauseFor(date, scene, ports);
  if (paused.say !== "paused") return paused;
  const isReplaced = pausedUntil > ports.clock.now() && pausedUntil !== (paused.until ?? untilResumed);
  const owned = stops ? await soonestOwned(scene, ports) : undefined;
  return { ...paused, written: true, ...(isReplaced ? { before: pausedUntil } : {}), ...(owned ? { stops: owned } : {}) };
};

/** The idea that a person may have meant by `stop` alone: of those they own, the one due soonest. */
const soonestOwned = async (scene: Scene, ports: Ports): Promise<MessageOf<"paused">["stops"]> => {
  const { person } = scene.who;
  const all = await everyTeam("now", scene, ports, async (team) => (await readIdeas(ports.rows, team)).map(({ idea }) => idea));
  const owned = all.flatMap(({ team, found }) =>
    found.flatMap(({ id, owner, number, stage, due = "9999" }) =>
      owner === person && number !== undefined && ownedStages.includes(stage) ? [{ team: team.id, idea: id, number, due }] : [],
    ),
  );
  const [soonest] = owned.sort((a, b) => a.due.localeCompare(b.due));
  return soonest && { team: soonest.team, idea: soonest.idea, number: soonest.number };
};

/** *Pause* at once; the card that answers offers an end, and *Resume*. */
export const pause: ActionFlow<"pause"> = async ({ weeks, ...form }, scene, ports) => {
  const paused = async (): Promise<Message> =>
    (await isErased(scene, ports)) ? { say: "data-deleted" } : pauseFor(weeks === undefined ? undefined : { weeks }, scene, ports);
  const [beside, message] = await Promise.all([paused(), receiptInstead(form, scene, ports)]);
  return message ? { message, beside } : beside;
};

const pauseFor = async (end: PauseEnd | undefined, scene: Scene, ports: Ports): Promise<Message> => {
  if (end === undefined) return pauseTo(untilResumed, scene, ports);
  const zone = await zoneOfPerson(scene, ports);
  const day = settlePause(end, dateOf(ports.clock.now(), zone));
  return "no" in day ? refuse(day.no) : pauseTo(startOfDate(day.got, zone), scene, ports);
};

const pauseTo = async (until: number, scene: Scene, ports: Ports): Promise<MessageOf<"paused">> => {
  const [zone] = await Promise.all([zoneOfPerson(scene, ports), saveFacts(scene, ports, { pausedUntil: until })]);
  return { say: "paused", ...pauseUntil(until, zone, ports) };
};

const pauseUntil = (until: number, zone: string, ports: Ports): Pause => ({
  zone,
  ...(until === untilResumed ? {} : { until }),
  ...(until !== untilResumed && isOfOtherYear(dateOf(until, zone), ports.clock.now(), zone) ? { otherYear: true } : {}),
});

/** The pause of a person, while it lasts. */
export const pauseOf = async (scene: Scene, ports: Ports): Promise<Pause | undefined> => {
  const { pausedUntil = 0 } = (await scene.person()).profile;
  return pausedUntil > ports.clock.now() ? pauseUntil(pausedUntil, await zoneOfPerson(scene, ports), ports) : undefined;
};

const resumed = async (scene: Scene, ports: Ports): Promise<Message> => {
  await takeInAgain(scene, ports);
  const { teams, profile } = await scene.person();
  const [next] = await Promise.all([
    nextQuestionOf(scene.who.person, teams, { ...profile, pausedUntil: 0 }, ports),
    saveFacts(scene, ports, { pausedUntil: 0 }),
  ]);
  return { say: "resumed", ...(next ? { next } : {}) };
};

/** *Resume*, and *Undo* behind a written pause: where that one replaced another, the earlier one comes back, as long as it would last. */
export const resume: ActionFlow<"resume"> = ({ until = 0 }, scene, ports) =>
  until > ports.clock.now() ? pauseAgain(until, scene, ports) : resumed(scene, ports);
const pauseAgain = unlessErased(pauseTo);
export const writeResume: CommandFlow<"resume"> = (_command, scene, ports) => resumed(scene, ports);
