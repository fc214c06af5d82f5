import { notRead, readAction } from "../../cards/index.ts";
import type { Action } from "../domain/action/index.ts";
import type { Reply } from "../domain/incoming.ts";
import { defaultLanguage, type Language } from "../domain/language.ts";
import { type Answer, refuse, type Scene } from "../flows/flow.ts";
import { rememberAnswerer, rememberPerson } from "../flows/people/remember-person.ts";
import { welcomePerson } from "../flows/people/welcome-person.ts";
import type { Route } from "../flows/route.ts";
import { rememberTeam } from "../flows/teams/remember-team.ts";
import { type Ports, StoreFault, traceOf, Unstorable } from "../ports.ts";
import { settingAside } from "../store/aside.ts";
import { languageOfPerson } from "../store/person.ts";
import { BadRow } from "../store/record.ts";
import { readTeam } from "../store/team.ts";
import { actions } from "./actions.ts";
import { events, isTold, type Told } from "./events.ts";
import { type Routed, routed } from "./routed.ts";
import { type Done, named, type SceneSettings, sceneOf, whereOf } from "./scene.ts";
import type { Spare } from "./spare.ts";
import { wordsCall } from "./words.ts";

/** Teams waits 5 s for the answer to a pressed button (https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit); the rest is for the way. */
export const answerWithinMs = 3_500;

export type AnswerSettings = SceneSettings & {
  /** For what is learned of a person on the way; at once where it is missing. */
  readonly spare?: Spare;
  readonly withinMs?: number;
};

/** Something that a person did, and waits for the answer of. */
type Asking = Exclude<Done, Told>;

/**
 * The one way in for people: what happened in Teams leads to its flow, and the flow's message back. It answers in time: where the store is down or too
 * slow, the form comes back with its text, and nothing is said to be saved that is not.
 */
export const answer = async (incoming: Told | Asking, ports: Ports, settings: AnswerSettings): Promise<Reply | undefined> => {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  if (isTold(incoming)) {
    const follow = events[incoming.happened] as (told: Told, ports: Ports, settings: SceneSettings) => Promise<void>;
    await settingAside(ports, () => follow(incoming, ports, settings));
    ports.log.info("answer-ended", { outcome: "done", what: incoming.happened, ms: ms() });
    return undefined;
  }
  const action = incoming.happened === "pressed" ? readAction(incoming.data) : undefined;
  const called = incoming.happened === "wrote" ? wordsCall(incoming.text) : action && routed(actions[action.verb] as Route<Action>, action);
  const what = incoming.happened === "pressed" ? (action?.verb ?? notRead(incoming.data).why) : incoming.happened;
  const secret = once(() => ports.chance.id());
  const inTime = new AbortController();
  try {
    const reply = await Promise.race([
      settingAside(ports, async () => {
        const from = await named(incoming, ports);
        return replyTo(from, called, sceneOf(from, ports, settings, secret), ports, settings.spare);
      }),
      ports.clock.wait(settings.withinMs ?? answerWithinMs, inTime.signal).then(() => {
        if (inTime.signal.aborted) return undefined;
        throw new StoreFault("no answer in time");
      }),
    ]);
    ports.log.info("answer-ended", { outcome: "done", what, ...(reply ? { said: reply.message.say } : {}), ms: ms() });
    return reply;
  } catch (fault) {
    const problem = problemOf(fault);
    if (!problem) throw fault;
    ports.log.warn("answer-ended", { outcome: "failed", what, problem, ms: ms(), ...traceOf(fault) });
    // A form comes back with its text; any other card that was pressed stays as it is.
    const form = problem === "unreadable" ? undefined : called?.formAgain?.(problem, { where: whereOf(incoming.place), secret });
    return { message: form ?? refuse(problem), language: called?.language ?? incoming.who.language ?? defaultLanguage };
  } finally {
    inTime.abort("answered");
  }
};

const once = (make: () => string): (() => string) => {
  let made: string | undefined;
  return () => (made ??= make());
};

const replyTo = async (
  incoming: Asking,
  called: Routed | undefined,
  scene: Scene,
  ports: Ports,
  spare: Spare = (work) => void work(),
): Promise<Reply | undefined> => {
  const { happened, place } = incoming;
  // News of a person that comes on the way is not waited for: where it is lost, their next word tells it again.
  const remember = (how: typeof rememberPerson) =>
    spare(async () => {
      try {
        await settingAside(ports, () => how(scene, place, ports));
        if (place.kind === "channel") await settingAside(ports, () => rememberTeam(happened, place, scene, ports));
      } catch (fault) {
        ports.log.warn("person-not-remembered", traceOf(fault));
      }
    });
  const spoken = called?.language;
  if (spoken) {
    const said = await messageFor(incoming, called, scene, ports);
    remember(rememberAnswerer);
    return said && replyIn(spoken, said);
  }
  remember(rememberPerson);
  // The person and their wish are looked up side by side; only the words wait for both.
  const [said, language] = await Promise.all([messageFor(incoming, called, scene, ports), languageFor(scene, ports)]);
  return said && replyIn(language, said);
};

/** A flow's answer, in the language that it wants, or else in this one. */
const replyIn = (language: Language, said: Answer): Reply => ("message" in said ? { language, ...said } : { message: said, language });

const messageFor = async (incoming: Asking, called: Routed | undefined, scene: Scene, ports: Ports): Promise<Answer | undefined> => {
  if (called) return called.run(scene, ports);
  return incoming.happened === "pressed" ? notRead(incoming.data) : welcomePerson(scene, incoming.place, ports);
};

/** A person's own choice, else what their Teams uses, else their team's. */
const languageFor = async (scene: Scene, ports: Ports): Promise<Language> => {
  const { profile, teams } = await scene.person();
  const own = profile.language ?? scene.who.language ?? languageOfPerson(profile);
  if (own) return own;
  const first = scene.where.kind === "channel" ? scene.where.team : teams[0];
  return (first && (await readTeam(ports.rows, first))?.team.settings.language) || defaultLanguage;
};

/** Names what a person is told of a fault of the store; nothing of a fault of ours. */
const problemOf = (fault: unknown) => {
  if (fault instanceof StoreFault) return "not-saved";
  if (fault instanceof Unstorable) return "not-storable";
  return fault instanceof BadRow ? "unreadable" : undefined;
};
