import { dateOf, isOfOtherYear, startOfDate } from "../../domain/asking/cadence.ts";
import { teamView } from "../../domain/idea/view.ts";
import type { Message } from "../../domain/message/index.ts";
import { mostPauseWeeks, untilResumed } from "../../domain/people/person.ts";
import { settleDay } from "../../domain/written-time.ts";
import type { Ports } from "../../ports.ts";
import { type ActionFlow, type CommandFlow, refuse, type Scene } from "../flow.ts";
import { teamsOf } from "../who.ts";
import { saveFacts, zoneOfPerson } from "./remember-person.ts";

const weekMs = 7 * 86_400_000;

/** `pause`, `pause 2 weeks`, `pause until 24.12.`: no questions until then, or until `resume`. */
export const writePause: CommandFlow<"pause"> = async (command, scene, ports) => {
  const { date } = command;
  if (!date) return pauseFor(undefined, scene, ports);
  if ("weeks" in date) {
    const isLongEnough = Number.isInteger(date.weeks) && date.weeks >= 1 && date.weeks <= mostPauseWeeks;
    return isLongEnough ? pauseFor(date.weeks, scene, ports) : refuse("bad-pause");
  }
  const zone = await zoneOfPerson(scene, ports);
  const today = dateOf(ports.clock.now(), zone);
  const day = settleDay(date, today);
  if ("no" in day) return refuse(day.no);
  if (day.got === today) return refuse("past-date");
  const until = startOfDate(day.got, zone);
  await saveFacts(scene, ports, { pausedUntil: until });
  return paused(until, zone, ports);
};

const paused = (until: number, zone: string, ports: Ports): Message => ({
  say: "paused",
  zone,
  until,
  ...(isOfOtherYear(dateOf(until, zone), ports.clock.now(), zone) ? { otherYear: true } : {}),
});

/** *Pause* at once; the card that answers offers an end, and *Resume*. */
export const pause: ActionFlow<"pause"> = (action, scene, ports) => pauseFor(action.weeks, scene, ports);

const pauseFor = async (weeks: number | undefined, scene: Scene, ports: Ports): Promise<Message> => {
  const until = weeks === undefined ? undefined : ports.clock.now() + weeks * weekMs;
  const [zone] = await Promise.all([zoneOfPerson(scene, ports), saveFacts(scene, ports, { pausedUntil: until ?? untilResumed })]);
  return until === undefined ? { say: "paused", zone } : paused(until, zone, ports);
};

const resumed = async (scene: Scene, ports: Ports): Promise<Message> => {
  const [teams] = await Promise.all([teamsOf(scene, ports), saveFacts(scene, ports, { pausedUntil: 0 })]);
  const [team] = teams;
  return {
    say: "resumed",
    ...(team ? { team: teamView(team) } : {}),
    ...(team?.nextPromptAt !== undefined ? { nextPromptAt: team.nextPromptAt } : {}),
  };
};

export const resume: ActionFlow<"resume"> = (_action, scene, ports) => resumed(scene, ports);
export const writeResume: CommandFlow<"resume"> = (_command, scene, ports) => resumed(scene, ports);
