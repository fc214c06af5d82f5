import { notRead, readAction } from "../../cards/index.ts";
import type { Action, Verb } from "../domain/action/index.ts";
import type { Reply, SentAnswer } from "../domain/incoming.ts";
import { defaultLanguage, type Language } from "../domain/language.ts";
import { shownIdeas } from "../domain/message/shown-ideas.ts";
import { toldDuration } from "../domain/told-duration.ts";
import { type Answer, refuse, type Scene } from "../flows/flow.ts";
import { noteSent } from "../flows/ideas/note-sent.ts";
import { rememberAnswerer, rememberPerson } from "../flows/people/remember-person.ts";
import { welcomePerson } from "../flows/people/welcome-person.ts";
import type { Route } from "../flows/route.ts";
import { rememberTeam } from "../flows/teams/remember-team.ts";
import { languageFor } from "../flows/who.ts";
import { type Ports, StoreFault, traceOf, Unstorable } from "../ports.ts";
import { settingAside } from "../store/aside.ts";
import { BadRow } from "../store/record.ts";
import { actions } from "./actions.ts";
import { events, isTold, type Told } from "./events.ts";
import type { Floods } from "./floods.ts";
import { type Routed, routed } from "./routed.ts";
import { type Done, named, type SceneSettings, sceneOf, triedOf } from "./scene.ts";
import type { Spare } from "./spare.ts";
import { warningBefore } from "./warning.ts";
import { wordsCall } from "./words.ts";

/**
 * Longest time (ms) to an answer: Teams waits 5 s for the answer to a pressed button, and the rest is left for the network.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 */
const answerWithinMs = 3_500;

/**
 * Buttons on the receipt of a text without a trace, by the names of the buttons of another idea: their own, in the log, would tell who writes without a trace, to
 * an operator who sees people press.
 */
const asUsual: { readonly [V in Verb]?: Verb } = {
  "follow-without-trace": "show-receipt",
  "show-anyway": "show-receipt",
  "edit-without-trace": "edit-idea",
  "save-without-trace": "save-idea",
  "withdraw-without-trace": "withdraw-idea",
  "restore-without-trace": "restore-idea",
  "answer-without-trace": "answer-author",
};

/** Their answers tell it too. */
const ofReceipts: ReadonlySet<string> = new Set<Verb>(["submit-idea", "write-again", ...Object.values(asUsual)]);

type AnswerSettings = SceneSettings & {
  /** Runs the writes about a person that no answer waits for. Where it is missing, they start at once. */
  readonly spare?: Spare;
  /** Slows a person who sends very much. Where it is missing, everything is taken. */
  readonly floods?: Floods;
  readonly withinMs?: number;
};

/** An activity whose person waits for an answer. */
type Asking = Exclude<Done, Told>;

/**
 * The one way in for people: runs the flow of an activity's row and returns the flow's message. It keeps the time limit: when the store is down or too slow,
 * the form comes back with its text, and Gnist calls nothing saved that may not be.
 */
export const answer = async (incoming: Told | Asking, ports: Ports, settings: AnswerSettings): Promise<Reply | undefined> => {
  const started = performance.now();
  const ms = () => toldDuration(performance.now() - started);
  if (isTold(incoming)) {
    const follow = events[incoming.happened] as (told: Told, ports: Ports, settings: SceneSettings) => Promise<void>;
    await settingAside(ports, () => follow(incoming, ports, settings));
    ports.log.info("answer-ended", { outcome: "done", what: incoming.happened, ms: ms() });
    return undefined;
  }
  const action = incoming.happened === "pressed" ? readAction(incoming.data) : undefined;
  const called = incoming.happened === "wrote" ? wordsCall(incoming.text) : action && routed(actions[action.verb] as Route<Action>, action);
  const verb = action && (asUsual[action.verb] ?? action.verb);
  const what = incoming.happened === "pressed" ? (verb ?? notRead(incoming.data).why) : incoming.happened;
  const secret = once(() => ports.chance.id());
  const flood = settings.floods?.(incoming.who.person, ports.clock.now()) ?? "taken";
  if (flood !== "taken") return slowed(flood, incoming, called, secret, ports);
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
    const said = reply && !ofReceipts.has(what) ? { said: reply.message.say } : {};
    ports.log.info("answer-ended", { outcome: "done", what, ...said, ms: ms() });
    return reply;
  } catch (fault) {
    const problem = problemOf(fault);
    if (!problem) throw fault;
    ports.log.warn("answer-ended", { outcome: "failed", what, problem, ms: ms(), ...traceOf(fault) });
    // A form comes back with its text; any other card that was pressed stays as it is.
    const form = problem === "unreadable" ? undefined : called?.formAgain?.(problem, { ...triedOf(incoming), secret });
    return { message: form ?? refuse(problem), language: called?.language ?? incoming.who.language ?? defaultLanguage };
  } finally {
    inTime.abort("answered");
  }
};

/** Answers a person who sends very much, without the store: a sentence once, and each press, because its sender waits. A form comes back with its text. */
const slowed = (
  flood: "told" | "dropped",
  incoming: Asking,
  called: Routed | undefined,
  secret: () => string,
  { log }: Ports,
): Reply | undefined => {
  if (flood === "told") log.warn("person-slowed", {});
  const isPress = incoming.happened === "pressed";
  if (flood === "dropped" && !isPress) return undefined;
  const form = isPress ? called?.formAgain?.("not-saved", { ...triedOf(incoming), secret }) : undefined;
  return { message: form ?? refuse("too-fast"), language: called?.language ?? incoming.who.language ?? defaultLanguage };
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
  // The answer does not wait for these writes. Where one is lost, the person's next activity brings the facts again. A dialog on somebody's message tells
  // nothing: the person may not have Gnist at all, or may have blocked it.
  const remember = (how: typeof rememberPerson) =>
    place.kind !== "elsewhere" &&
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
    return said && noted(replyIn(spoken, said), scene, ports, spare);
  }
  remember(rememberPerson);
  // The flow and the look-up of the person's language run side by side; only the reply needs both.
  const [said, language] = await Promise.all([
    messageFor(incoming, called, scene, ports),
    languageFor(scene, ports).catch((fault: unknown) => {
      // An admin is told of a store that does not answer, in the language of their Teams.
      if (fault instanceof StoreFault) return incoming.who.language ?? defaultLanguage;
      throw fault;
    }),
  ]);
  return said && noted(replyIn(language, said), scene, ports, spare);
};

/** A reply that shows ideas says, once Teams has it, where it stands. No answer waits for that. */
const noted = (reply: Reply, scene: Scene, ports: Ports, spare: Spare): Reply => {
  const isAboutIdeas = [reply.message, reply.beside].some((message) => message && shownIdeas(message).length > 0);
  const sent = (answer: SentAnswer) =>
    spare(async () => {
      try {
        await settingAside(ports, () => noteSent(answer, scene, ports));
      } catch (fault) {
        ports.log.warn("answer-not-noted", traceOf(fault));
      }
    });
  return isAboutIdeas ? { ...reply, sent } : reply;
};

/** Turns a flow's answer into a reply: in the language that the answer names, else in `language`. */
const replyIn = (language: Language, said: Answer): Reply => ("message" in said ? { language, ...said } : { message: said, language });

const messageFor = async (incoming: Asking, called: Routed | undefined, scene: Scene, ports: Ports): Promise<Answer | undefined> => {
  if (called) return (await warningBefore(incoming, scene)) ?? called.run(scene, ports);
  return incoming.happened === "pressed" ? notRead(incoming.data) : welcomePerson(scene, incoming.place, ports);
};

/** Names the reason that a person is told for a fault of the store; undefined for a fault of our own code. */
const problemOf = (fault: unknown) => {
  if (fault instanceof StoreFault) return "not-saved";
  if (fault instanceof Unstorable) return "not-storable";
  return fault instanceof BadRow ? "unreadable" : undefined;
};
